//! `cr.licence-scope`: what a licence covers against what is done.

use crate::base::message::cr_rules as text;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::reference::{self, Target};
use crate::rules::sentence::Phrase;
use crate::site::Record;
use crate::source::plain::ReferenceKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "cr.licence-scope",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "许可范围不够用",
    en: "Licences that do not cover the use",
    basis: &["CR-10", "CR-53"],
    documentation: "\
## 查什么
rights.yaml（或 front matter 的 images、media）里每条记录的 licence 和 licence_scope：广告用了“非商业”许可（CC BY-NC、个人使用、editorial）的图，范围里没有 commercial；范围里没有 online；“禁止演绎”（ND）的图被裁成封面。

## 为什么
超出许可范围就是侵权，广告里的一张图可能赔几万元；图库公司用程序逐张比对。

## 依据
著作权法第十条第一款第十二项（信息网络传播权）、第五十三条、第五十四条（2021-06-01 起）；许可合同。

## 反例
kind: ad 的文章用了 licence: CC-BY-NC-4.0 的照片。

## 正例
{file: tea.jpg, author: 张三, licence: 商业授权, licence_scope: [online, commercial], proof: licences/tea.pdf}

## 怎么改
换一张可商用的，或补买授权，把 licence_scope 写成 [online, commercial]。

## 例外
自己拍的、画的（own: true）不查；没有写 licence_scope 的只按 licence 判断；企业账号的非广告文章用非商业许可的图，降为警告。
",
};

/// Licences for private, classroom or editorial use only.
static UNCOMMERCIAL: Phrase = Phrase::new(
    "(?:^|[^a-z])nc(?:[^a-z]|$)|non-?commercial|personal|private use|editorial|educational|非商业|不可商用|禁止商用|不得商用|个人使用|个人非商|仅供学习|非商用|编辑用途|新闻用途",
);
/// Licences that allow no changes.
static UNCHANGED: Phrase =
    Phrase::new("(?:^|[^a-z])nd(?:[^a-z]|$)|no-?deriv|禁止演绎|不得修改|禁止修改|不可修改");
/// Words for what a licence covers.
const ONLINE: &[&str] = &[
    "online",
    "web",
    "internet",
    "network",
    "all",
    "信息网络",
    "网络",
    "互联网",
    "在线",
    "公众号",
    "新媒体",
    "全媒体",
    "不限",
];
const COMMERCIAL: &[&str] = &["commercial", "advert", "ads", "all", "商业", "商用", "广告", "不限"];

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let cover = article.front.cover.as_ref().and_then(|cover| cover.image().map(str::to_owned));
    let enterprise = article.front.accounts.iter().any(|name| {
        let account = context.site.config.account(name);
        account.and_then(|account| account.owner_type.as_ref()).is_some_and(|kind| kind.value == "enterprise")
    });
    let used = Used { ad: document.verdict.ad, enterprise };
    for record in article.records.values() {
        let is_cover = cover.as_deref() == Some(record.file.as_str());
        let shown = is_cover
            || document.plain.references.iter().any(|reference| {
                reference.kind == ReferenceKind::Image
                    && reference::target(article, &reference.target) == Target::File(record.file.clone())
            });
        if shown {
            findings.extend(used.judge(record, is_cover));
        }
    }
    for medium in &article.front.details.media {
        findings.extend(used.judge(&medium.value, false));
    }
}

/// How the pictures of an article are used.
struct Used {
    ad: bool,
    enterprise: bool,
}

impl Used {
    fn judge(&self, record: &Record, is_cover: bool) -> Option<Finding> {
        if record.own {
            return None;
        }
        let licence = record.licence.as_ref();
        let words = licence.map(|licence| fold(&licence.value)).unwrap_or_default();
        let scope: Vec<String> = record.details.licence_scope.iter().map(|word| fold(&word.value)).collect();
        let place = record.details.licence_scope.first().map_or(&record.place, |first| &first.place);
        let at = licence.map_or(&record.place, |licence| &licence.place);
        let covers = |names: &[&str]| scope.iter().any(|word| names.iter().any(|name| word.contains(name)));
        let finding = |place: &Place, message| META.finding(place.clone(), message).help(text::scope_help());
        if !scope.is_empty()
            && !covers(ONLINE)
            && !covers(COMMERCIAL)
            && !covers(&["editorial", "derivative"])
        {
            return Some(finding(place, text::scope_online(&record.file)));
        }
        let barred = UNCOMMERCIAL.is_in(&words) || scope.iter().any(|word| UNCOMMERCIAL.is_in(word));
        if self.ad && (barred || (!scope.is_empty() && !covers(COMMERCIAL))) {
            let place = if UNCOMMERCIAL.is_in(&words) { at } else { place };
            return Some(finding(place, text::scope_commercial(&record.file)));
        }
        if is_cover && UNCHANGED.is_in(&words) {
            let mut finding = finding(at, text::scope_derivative(&record.file));
            finding.severity = Severity::Warning;
            return Some(finding);
        }
        let doubtful = barred && self.enterprise && UNCOMMERCIAL.is_in(&words);
        doubtful.then(|| {
            let mut finding = finding(at, text::scope_enterprise(&record.file));
            finding.severity = Severity::Warning;
            finding
        })
    }
}
