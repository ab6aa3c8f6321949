//! `pii.excess`: data that a purpose does not need.

use crate::base::message::campaign as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan::{self, Datum};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "pii.excess",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "收集的个人信息超出目的",
    en: "Personal data that the purpose does not need",
    basis: &["PII-6"],
    documentation: "\
## 查什么
collects 里每个字段和它的目的（purpose，没有就看 legal.checklist.personal_data.purpose）：发券不需要身份证和住址，问卷不需要姓名电话，寄奖品不需要年龄和单位。

## 为什么
收集范围要限于目的所需的最小范围。多收一项，就多一项泄露的责任，也多吓走一批人。

## 依据
个人信息保护法第六条、第五条。

## 反例
{field: id_card, purpose: 发放优惠券, retention: 30d}

## 正例
{field: phone, purpose: 发放优惠券, retention: 30d}

## 怎么改
删掉用不着的字段；依法必须实名的（购票、保险、代扣税），在目的里写明。

## 例外
目的里写了实名、代扣税、保险、出入境、开户、退款、签约的，身份证和银行卡不提示；看不出目的是哪一类的不查。
",
};

/// What a purpose is, by its words, and the data that it needs.
const PURPOSES: &[(&[&str], &[Datum])] = &[
    (&["问卷", "调研", "调查", "survey", "投票", "反馈"], &[Datum::Nickname, Datum::Group, Datum::Other]),
    (
        &["寄送", "邮寄", "寄出", "配送", "发货", "delivery", "寄奖", "寄书"],
        &[Datum::Nickname, Datum::Name, Datum::Phone, Datum::Address, Datum::Other],
    ),
    (
        &["优惠券", "发券", "代金券", "coupon", "积分", "会员卡", "领取资料", "领资料", "发送资料", "红包"],
        &[Datum::Nickname, Datum::Phone, Datum::Email, Datum::Other],
    ),
    (&["抽奖", "抽签", "开奖", "参与抽"], &[Datum::Nickname, Datum::Phone, Datum::Email, Datum::Other]),
    (
        &["通知", "联系", "回访", "提醒", "预约", "答复"],
        &[Datum::Nickname, Datum::Name, Datum::Phone, Datum::Email, Datum::Other],
    ),
    (
        &["报名", "签到", "参会", "登记", "活动", "入群", "registration", "event"],
        &[Datum::Nickname, Datum::Name, Datum::Phone, Datum::Email, Datum::Work, Datum::Group, Datum::Other],
    ),
];

/// Purposes for which the law or the matter asks for documents.
const GROUNDS: &[&str] = &[
    "实名",
    "个税",
    "代扣",
    "所得税",
    "纳税",
    "税",
    "保险",
    "出境",
    "入境",
    "签证",
    "开户",
    "退款",
    "打款",
    "转账",
    "签约",
    "合同",
    "就诊",
    "医疗",
    "购票",
    "火车",
    "机票",
    "入住",
    "过敏",
];

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(campaign) = document.campaign().filter(|campaign| plan::counts(campaign)) else { return };
    let whole = campaign.value().find(&["legal", "checklist", "personal_data"]);
    let common = whole.and_then(|data| data.get("purpose")).and_then(|purpose| purpose.as_str());
    let listed =
        whole.and_then(|data| data.get("collected")).map(|fields| fields.texts(&mut Findings::new()));
    let own = campaign.collects.iter().map(|field| {
        let purpose = field.purpose.as_ref().map(|purpose| purpose.value.as_str());
        (&field.field, purpose.or(common))
    });
    let listed = listed.unwrap_or_default();
    let listed = listed.iter().map(|field| (field, common));
    for (field, purpose) in own.chain(listed) {
        let Some(purpose) = purpose.filter(|purpose| exceeds(Datum::of(field), purpose)) else { continue };
        let message = text::excess(&field.value, purpose);
        findings.push(META.finding(field.place.clone(), message).help(text::excess_help()));
    }
}

/// Whether `purpose` has no need of `datum`.
fn exceeds(datum: Datum, purpose: &str) -> bool {
    let purpose = purpose.to_lowercase();
    if GROUNDS.iter().any(|word| purpose.contains(word)) {
        return false;
    }
    let mut needs =
        PURPOSES.iter().filter(|(words, _)| words.iter().any(|word| purpose.contains(word))).peekable();
    needs.peek().is_some() && needs.all(|(_, data)| !data.contains(&datum))
}
