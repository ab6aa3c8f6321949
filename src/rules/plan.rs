//! What rules about campaign plans have in common: money as printed, the place of what is missing, names of personal
//! data.

use jiff::Timestamp;
use jiff::civil::Date;

use super::context::Context;
use super::meta::Meta;
use crate::base::message::Message;
use crate::finding::{Finding, Place, Severity};
use crate::site::{Campaign, Located, Prize};

/// Fen as yuan.
pub(crate) fn yuan(fen: i64) -> String {
    if fen % 100 == 0 {
        format!("{}", fen / 100)
    } else {
        format!("{}.{:02}", fen / 100, fen.rem_euclid(100))
    }
}

/// Whether the plan has a value behind `keys`.
pub(crate) fn has(campaign: &Campaign, keys: &[&str]) -> bool {
    campaign.value().find(keys).is_some()
}

/// Where something is missing: the last of `keys` that is there, else the title.
pub(crate) fn lack(campaign: &Campaign, keys: &[&str]) -> Place {
    let mut place = campaign.title.place.clone();
    let mut value = campaign.value();
    for key in keys {
        let Some(known) = value.key(key) else { break };
        place = known.clone();
        let Some(next) = value.get(key) else { break };
        value = next;
    }
    place
}

/// Whether a plan is far enough that what is missing is worth a word: not a mere idea, and not given up.
pub(crate) fn counts(campaign: &Campaign) -> bool {
    !matches!(campaign.status.as_str(), "idea" | "cancelled")
}

/// The day of `instant` in the site's zone.
pub(crate) fn day(context: &Context<'_>, instant: Timestamp) -> Date {
    instant.to_zoned(context.site.config.zone.clone()).date()
}

/// A finding of `meta` with another weight.
pub(crate) fn weighing(
    meta: &'static Meta,
    severity: Severity,
    place: Place,
    message: Message,
    help: Message,
) -> Finding {
    let mut finding = meta.finding(place, message).help(help);
    finding.severity = severity;
    finding
}

/// Prizes that are drawn or won; what everybody gets is none.
pub(crate) fn drawn(campaign: &Campaign) -> impl Iterator<Item = &Located<Prize>> {
    campaign.prizes.iter().filter(|prize| !is_gift(prize))
}

/// Whether everybody gets it (附赠).
pub(crate) fn is_gift(prize: &Prize) -> bool {
    prize.kind.as_ref().is_some_and(|kind| kind.value == "gift")
}

/// What a personal datum is, by the name that a plan gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Datum {
    Nickname,
    Name,
    Phone,
    Email,
    Address,
    /// Company, post, school.
    Work,
    /// Age, sex, city: about a group rather than a person.
    Group,
    /// Identity card and other documents.
    Identity,
    Bank,
    Face,
    Health,
    /// Where somebody is or was.
    Track,
    /// Religion, family, income, marriage.
    Private,
    /// Anything about a child.
    Child,
    Other,
}

/// Words in the names of data, the telling ones first.
const DATA: &[(Datum, &[&str])] = &[
    (Datum::Child, &["child", "minor", "baby", "kid", "孩子", "儿童", "宝宝", "子女", "未成年"]),
    (Datum::Identity, &["id_card", "id-card", "idcard", "identity", "passport", "身份证", "证件", "护照"]),
    (Datum::Bank, &["bank", "card_no", "account_no", "银行", "卡号", "支付账户", "支付宝"]),
    (Datum::Face, &["face", "fingerprint", "voiceprint", "biometric", "人脸", "指纹", "声纹", "自拍"]),
    (
        Datum::Health,
        &["health", "illness", "disease", "medical", "健康", "病史", "疾病", "体检", "过敏", "孕"],
    ),
    (Datum::Track, &["location", "track", "gps", "行踪", "轨迹", "定位", "实时位置"]),
    (
        Datum::Private,
        &[
            "income",
            "salary",
            "religion",
            "marital",
            "family",
            "political",
            "收入",
            "工资",
            "宗教",
            "信仰",
            "婚姻",
            "家庭",
            "政治面貌",
            "民族",
            "通讯录",
            "contacts",
        ],
    ),
    (Datum::Nickname, &["nickname", "openid", "unionid", "wechat_name", "昵称", "网名", "用户名"]),
    (Datum::Email, &["email", "mail", "邮箱"]),
    (Datum::Address, &["address", "地址"]),
    (Datum::Phone, &["phone", "mobile", "tel", "wechat", "手机", "电话", "联系方式", "微信号"]),
    (
        Datum::Work,
        &[
            "company", "employer", "job", "title", "position", "school", "单位", "公司", "职务", "职位",
            "学校", "行业",
        ],
    ),
    (
        Datum::Group,
        &[
            "age", "sex", "gender", "city", "province", "年龄", "性别", "城市", "省份", "地区", "学历",
            "兴趣", "偏好",
        ],
    ),
    (Datum::Name, &["name", "姓名", "真实姓名", "称呼", "收件人"]),
];

impl Datum {
    /// What `field` names.
    pub(crate) fn of(field: &str) -> Self {
        let field = field.to_lowercase();
        let known = DATA.iter().find(|(_, words)| words.iter().any(|word| field.contains(word)));
        known.map_or(Self::Other, |(datum, _)| *datum)
    }

    /// Whether the law calls it sensitive.
    pub(crate) const fn is_sensitive(self) -> bool {
        matches!(
            self,
            Self::Identity
                | Self::Bank
                | Self::Face
                | Self::Health
                | Self::Track
                | Self::Private
                | Self::Child
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_are_told_by_their_names() {
        for (field, datum) in [
            ("name", Datum::Name),
            ("nickname", Datum::Nickname),
            ("手机号", Datum::Phone),
            ("收件地址", Datum::Address),
            ("身份证号", Datum::Identity),
            ("孩子姓名", Datum::Child),
            ("email", Datum::Email),
            ("清单", Datum::Other),
        ] {
            assert_eq!(Datum::of(field), datum, "{field}");
        }
        assert!(Datum::Face.is_sensitive() && !Datum::Phone.is_sensitive());
    }

    #[test]
    fn fen_are_printed_as_yuan() {
        assert_eq!((yuan(39_900).as_str(), yuan(999).as_str()), ("399", "9.99"));
    }
}
