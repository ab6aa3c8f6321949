//! `pii.passport`: passport numbers.

use crate::base::message::pii as text;
use crate::finding::mask::mask;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::number;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "pii.passport",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "护照号",
    en: "Passport numbers",
    basis: &["PII-25", "CIVIL-1034"],
    documentation: "\
## 查什么
一个字母加 8 位数字，或两个字母加 7 位数字，附近或表头里有“护照”。全角字母和数字也认得。

## 为什么
护照号连着出入境记录和机票，公开要本人单独同意。

## 依据
个人信息保护法第二十五条、第二十八条、第六十六条；民法典第一千零三十四条。

## 反例
“领队的护照号是 E 加八位数字，全文照登。”

## 正例
“护照号请在报名系统里填写，本文不收集。”

## 怎么改
删去，或只留头三位和末两位。办签证要的材料改成私下提交。

## 例外
航班号、型号、货号旁边没有“护照”的不报。代码块里的不查。
",
};

/// Characters between the word and the number.
const NEAR: usize = 18;

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    if document.scan().cue("passport").is_empty() {
        return;
    }
    let folded = document.folded();
    for group in document.digits().iter().flatten() {
        let found = [(1, 8), (2, 7)].into_iter().find_map(|(count, length)| {
            number::lettered(folded, group, length).filter(|(letters, _)| letters.len() == count)
        });
        // Of other countries: nine digits right behind 护照号.
        let foreign = || {
            let before = folded.get(..group.range.start).unwrap_or_default();
            let told = ["护照号码", "护照号", "护照号码:", "护照号:", "护照号码是", "护照号是"]
                .iter()
                .any(|words| before.trim_end().ends_with(words));
            (group.digits.len() == 9 && told).then(|| group.range.clone())
        };
        let Some(range) = found.map(|(_, range)| range).or_else(foreign) else { continue };
        let near = document.has_before("passport", &range, NEAR)
            || document.has_behind("passport", &range, NEAR)
            || document.is_headed("passport", &range);
        if !near {
            continue;
        }
        let Some(place) = document.place(range.clone()) else { continue };
        let message = text::passport(mask(document.shown(range)));
        findings.push(META.finding(place, message).help(text::document_help()).masked());
    }
}
