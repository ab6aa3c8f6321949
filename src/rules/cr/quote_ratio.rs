//! `cr.quote-ratio`: quotations that are too long.

use crate::base::message::cr_rules as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::is_han_or_letter;
use crate::rules::meta::{Check, Meta, Rule};
use crate::source::plain::{Block, Zone};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "cr.quote-ratio",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "引用过多",
    en: "Long quotations",
    basis: &["CR-24"],
    documentation: "\
## 查什么
引用块（>）占正文三成以上，或者一处引用超过五百字。

## 为什么
为介绍、评论而“适当引用”才不用授权；引得太多，就成了变相转载，要赔偿。

## 依据
著作权法第二十四条第一款第二项。

## 反例
全文一千字，其中六百字是整段照搬别人的文章。

## 正例
引两三句关键的话，写明作者和作品名，其余用自己的话评论。

## 怎么改
缩短引文，或取得授权按转载处理（写 repost）；法律条文、判决书等不受著作权保护的，写忽略说明。

## 例外
写了 repost 的文章由 cr.reprint 查；引文合计不到一百五十字的不查占比；公有领域的古诗文（rights.text: public-domain）不查。
",
};

/// Most letters of one quotation.
const LONGEST: usize = 500;
/// Letters below which the share means nothing.
const FEW: usize = 150;

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let free = article.front.rights.text.as_deref() == Some("public-domain");
    if article.front.repost.is_some() || free || !document.plain.blocks.iter().any(|block| block.quoted) {
        return;
    }
    let is_body = |block: &&Block| {
        !matches!(block.zone, Zone::Title | Zone::Summary | Zone::Front | Zone::Value | Zone::Alt)
    };
    let letters = |block: &Block| {
        let words = document.plain.text().get(block.range.clone()).unwrap_or_default();
        words.chars().filter(|c| is_han_or_letter(*c)).count()
    };
    let mut quoted = 0;
    let mut first: Option<Place> = None;
    // The quotation that is being read: letters, and its bytes in the file.
    let mut open: Option<(usize, std::ops::Range<usize>)> = None;
    let mut long: Vec<(usize, std::ops::Range<usize>)> = Vec::new();
    let mut close = |open: &mut Option<(usize, std::ops::Range<usize>)>| {
        long.extend(open.take().filter(|(letters, _)| *letters > LONGEST));
    };
    for block in document.plain.blocks.iter().filter(is_body) {
        if !block.quoted {
            close(&mut open);
            continue;
        }
        let letters = letters(block);
        quoted += letters;
        first.get_or_insert_with(|| Place::new(&article.file, block.source.clone()));
        open = Some(match open.take() {
            Some((count, range)) => (count + letters, range.start..block.source.end),
            None => (letters, block.source.clone()),
        });
    }
    close(&mut open);
    for (letters, range) in &long {
        let place = Place::new(&article.file, range.clone());
        findings.push(META.finding(place, text::quote_long(letters, LONGEST)).help(text::quote_help()));
    }
    if long.is_empty()
        && let Some(place) = first
        && quoted >= FEW
    {
        let all: usize = document.plain.blocks.iter().filter(is_body).map(letters).sum();
        if quoted * 10 > all * 3 {
            let percent = quoted * 100 / all.max(1);
            findings.push(META.finding(place, text::quote_share(percent)).help(text::quote_help()));
        }
    }
}
