//! `pii.hmt-permit`: travel permits of residents of Hong Kong, Macao and Taiwan.

use crate::base::message::pii as text;
use crate::finding::mask::mask;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::number;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "pii.hmt-permit",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "港澳台居民证件号",
    en: "Permits of residents of Hong Kong, Macao and Taiwan",
    basis: &["PII-25", "CIVIL-1034"],
    documentation: "\
## 查什么
H 或 M 加 8 位（或 10 位）数字的回乡证号、8 位的台胞证号；同一句或表头里要有“回乡证”“通行证”“台胞证”“港澳居民”等字样。
810000、820000、830000 开头的 18 位居住证号由 pii.id-card 查。

## 为什么
证件号能直接确认身份，公开要本人单独同意；流出后常被用来冒名开户、订票。

## 依据
个人信息保护法第二十五条、第二十八条、第六十六条；民法典第一千零三十四条。

## 反例
“同行者回乡证号 H 后面八位数字全都写出来。”

## 正例
“持回乡证的读者，现场出示证件原件即可。”

## 怎么改
删去，或只留头三位和末两位。核对身份用私信或现场查验。

## 例外
没有证件字样的 H12345678、M12345678 多半是货号、批准文号，不报。代码块里的不查。
",
};

/// Characters between the word and the number.
const NEAR: usize = 24;

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    if document.scan().cue("permit").is_empty() {
        return;
    }
    let folded = document.folded();
    for group in document.digits().iter().flatten() {
        let found = [8, 10].into_iter().find_map(|length| number::lettered(folded, group, length));
        let Some((letters, range)) = found else { continue };
        let taiwan = letters.is_empty() && group.digits.len() == 8;
        if !matches!(letters, "h" | "m") && !taiwan || taiwan && is_day(&group.digits) {
            continue;
        }
        let near = document.has_before("permit", &range, NEAR) || document.is_headed("permit", &range);
        let words =
            if taiwan { document.is_said(&range, &["台胞", "台湾", "来往大陆"]) } else { true };
        if !near || !words {
            continue;
        }
        let Some(place) = document.place(range.clone()) else { continue };
        let message = text::permit(mask(document.shown(range)));
        findings.push(META.finding(place, message).help(text::document_help()).masked());
    }
}

/// Whether the digits are a date such as 20261122.
fn is_day(digits: &str) -> bool {
    let part = |range| digits.get(range).and_then(|digits: &str| digits.parse::<u32>().ok()).unwrap_or(0);
    (1949..2100).contains(&part(0..4)) && (1..=12).contains(&part(4..6)) && (1..=31).contains(&part(6..8))
}
