//! `ad.patent`: patents in advertisements have a number and a kind, and are granted.

use std::sync::LazyLock;

use regex::Regex;

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::stance::Stance;
use crate::site::Front;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.patent",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "广告里的专利没有号码和种类",
    en: "Patents without number and kind",
    basis: &["AD-12"],
    documentation: "\
## 查什么
广告里说“专利”，全文有没有专利号（ZL 加 13 位）和种类（发明、实用新型、外观设计）；“正在申请专利”“专利申请中”，以及 front matter 的 patents 里登记为已失效、未授权的，是错误。

## 为什么
未取得专利权的不得谎称取得；申请中的、已经终止的专利不得做广告。罚款可到十万元。

## 依据
广告法第十二条、第五十九条。

## 反例
“独家专利配方，正在申请国家专利。”

## 正例
“杯盖采用实用新型专利（ZL202020123456.7）。”

## 怎么改
在提到专利的地方写明专利号和种类；或者在 front matter 的 patents 里登记 no、kind、status、expires。没有授权就只说技术本身。

## 例外
讲专利法、专利局、专利制度的句子不算；不是广告的文章不查。
",
};

/// Claims of a patent, over folded text.
static CLAIM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:已|正在|正|已经)?(?:提交|申请|申报)(?:了|过|中)?[^。!?;,\n]{0,6}专利|专利(?:申请中|待批|受理|申请号)|patent pending|专利[\p{Han}]{0,4}|知识产权局[^。!?;,\n]{0,8}(?:证书|认证|认定|授权|颁发)").ok()
});
/// Talk about patents as such.
static TALK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"专利(?:法|局|代理|制度|律师|检索|文献|纠纷|诉讼|侵权|审查|转让|池|费|质押|数据库|统计)").ok()
});
/// A patent that was only applied for.
static PENDING: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"申请|申报|待批|受理|pending").ok());
/// The number of a granted patent.
static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"zl\s?(?:\d\s?){12}\.?\s?[\dx]|专利号[:为是]?\s?(?:zl)?\s?(?:\d\s?){12}").ok()
});
static KIND: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"发明|实用新型|外观设计").ok());

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let whole = document.folded();
    if !document.verdict.ad || !["专利", "patent", "知识产权局"].iter().any(|word| whole.contains(word))
    {
        return;
    }
    let matches = |pattern: &Option<Regex>, words: &str| pattern.as_ref().is_some_and(|p| p.is_match(words));
    let front = document.front();
    let number = matches(&NUMBER, whole) || front.is_some_and(|front| !front.details.patents.is_empty());
    let kind = matches(&KIND, whole) || front.is_some_and(has_kinds);
    // One finding for the first claim without number is enough: the number belongs somewhere in the text.
    let mut told = false;
    for claim in CLAIM.iter().flat_map(|claim| claim.find_iter(whole)) {
        let (range, words) = (claim.range(), claim.as_str());
        if matches(&TALK, words) || document.stance(&range) != Stance::Claimed {
            continue;
        }
        let Some(place) = document.place(range.clone()) else { continue };
        let shown = document.shown(range);
        if matches(&PENDING, words) {
            findings.push(META.finding(place, text::patent_pending(shown)).help(text::patent_pending_help()));
        } else if !(told || number && kind) {
            told = true;
            let message =
                if number { text::patent_without_kind(shown) } else { text::patent_without_number(shown) };
            findings.push(META.finding(place, message).help(text::patent_help()));
        }
    }
    registered(document, findings);
}

fn has_kinds(front: &Front) -> bool {
    let patents = &front.details.patents;
    !patents.is_empty() && patents.iter().all(|patent| patent.kind.is_some())
}

/// Patents of the front matter that are not, or no longer, granted.
fn registered(document: &Document<'_>, findings: &mut Findings) {
    let Some(front) = document.front() else { return };
    for patent in &front.details.patents {
        let over = patent.expires.as_ref().zip(document.day).is_some_and(|(end, day)| end.value < day);
        let status = patent.status.as_ref();
        let message = match status.map(|status| status.value.as_str()) {
            Some("applied") => text::patent_pending(&patent.no.value),
            Some("expired" | "revoked") => text::patent_over(&patent.no.value),
            _ if over => text::patent_over(&patent.no.value),
            _ => continue,
        };
        let place = status.map_or(&patent.no.place, |status| &status.place).clone();
        findings.push(META.finding(place, message).help(text::patent_pending_help()));
    }
}
