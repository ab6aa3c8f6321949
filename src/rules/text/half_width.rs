//! `text.half-width`: half-width punctuation between Chinese characters.

use crate::base::message::lint as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::source::markdown::chars::is_letter;
use crate::source::plain::Zone;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "text.half-width",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "汉字之间的半角标点",
    en: "ASCII punctuation in Chinese",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
两个汉字之间的半角逗号、分号、冒号、问号、叹号。

## 为什么
半角标点只占半格，汉字挤在一起，也与全文的标点不一致。

## 依据
《标点符号用法》（GB/T 15834—2011）；本站约定。

## 反例
冬天到了,多喝热水。

## 正例
冬天到了，多喝热水。

## 怎么改
改成全角。check --fix 可以代劳。

## 例外
代码、网址、数字之间的标点不查；渲染时不会替你改标点。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    if document.article().is_none() {
        return;
    }
    let words = document.plain.text();
    let bytes = words.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        if !matches!(byte, b',' | b';' | b':' | b'!' | b'?') {
            continue;
        }
        let before = words[..at].chars().next_back().is_some_and(is_letter);
        if !before || !words[at + 1..].chars().next().is_some_and(is_letter) {
            continue;
        }
        let zone = document.plain.block_at(at).and_then(|block| document.plain.blocks.get(block));
        if zone.is_none_or(|block| block.zone == Zone::Front) {
            continue;
        }
        if is_address(document, at) {
            continue;
        }
        let Some(place) = document.plain.place(at..at + 1) else { continue };
        let (half, full) = (char::from(*byte), full_width(*byte));
        let finding = META.finding(place.clone(), text::half_width(half)).help(text::half_width_help(full));
        // A mark that was written in another way (an entity) is for people to mend.
        let exact = place.text().as_bytes() == [*byte];
        findings.push(if exact { finding.fix(place, full) } else { finding });
    }
}

/// Whether the byte `at` of the text stands in an address that is its own link.
fn is_address(document: &Document<'_>, at: usize) -> bool {
    let references = &document.plain.references;
    let before = references.partition_point(|reference| reference.text.start <= at);
    let last = before.checked_sub(1).and_then(|index| references.get(index));
    last.is_some_and(|link| link.text.contains(&at) && link.words == link.target)
}

const fn full_width(byte: u8) -> char {
    match byte {
        b',' => '，',
        b';' => '；',
        b':' => '：',
        b'!' => '！',
        _ => '？',
    }
}
