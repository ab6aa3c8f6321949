//! `ad.citation.small`: limiting words stand beside the claim, as large as the claim.

use std::sync::LazyLock;

use regex::Regex;

use crate::base::message::truth as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::source::plain::{FormKind, Zone};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.citation.small",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "“大字吸睛、小字免责”",
    en: "Large claims, small limits",
    basis: &["CITE-DRAFT", "AUCL-9"],
    documentation: "\
## 查什么
广告里的“仅限”“不含”“以……为准”“实验室数据”“个体差异”一类限制条件，是不是写在 <small>、十二号以下的小字、浅灰色的字里，或者只写在脚注里。

## 为什么
标题说“续航 1000 公里”，页底小字说“实验室工况”，这叫大字吸睛、小字免责，可能构成引人误解的商业宣传，罚款可到一百万元。

## 依据
广告引证内容执法指南（2025-12-12 征求意见稿）；反不正当竞争法第九条（2025-10-15 起的修订版）。

## 反例
“续航一千公里”，下面一行 <span style=\"font-size:10px;color:#ccc\">仅限实验室工况</span>。

## 正例
“续航一千公里（实验室匀速 60 km/h，25℃ 测得）”，两句同样大小。

## 怎么改
把限制条件移到主张的旁边，字号、颜色与正文一样。

## 例外
注明文献出处的脚注不算；不是广告的文章不查。
",
};

/// Words that limit a claim.
static LIMIT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"仅限|仅供参考|以[^。!?;\n]{1,12}为准|不含|除外|不适用|实验室(?:数据|工况|环境|测得|条件)|个体差异|因人而异|效果因|特定条件|理想(?:状态|条件|工况)|部分(?:门店|商品|机型|地区)|最终解释|不构成|需另付|另行收费|限\d").ok()
});
/// A size or a colour that hides: twelve pixels and less, 0.8 em and less, light grey.
static FAINT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)<small\b|font-size\s*:\s*(?:[1-9]|1[0-2])(?:\.\d+)?px|font-size\s*:\s*0?\.[0-8]\d*r?em|font-size\s*:\s*(?:[1-9]|[1-7]\d)%|font-size\s*:\s*(?:x-small|xx-small|smaller)|color\s*:\s*#(?:([b-f])[0-9a-f][b-f][0-9a-f][b-f][0-9a-f]|[b-f]{3})\b|color\s*:\s*(?:lightgr[ae]y|silver|gainsboro|whitesmoke)").ok()
});
/// Bytes behind a faint tag in which its words are looked for.
const REACH: usize = 400;

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    if !document.verdict.ad {
        return;
    }
    let Some(limit) = LIMIT.as_ref() else { return };
    footnotes(document, limit, findings);
    let Some(article) = document.article() else { return };
    let source = article.file.text();
    let pieces = document.plain.forms.iter().filter_map(|form| match &form.kind {
        FormKind::Html(pieces) => Some(pieces),
        _ => None,
    });
    for piece in pieces.flatten() {
        let Some(tag) = source.get(piece.clone()) else { continue };
        let Some(faint) = FAINT.as_ref().and_then(|faint| faint.find(tag)) else { continue };
        let begin = piece.start + faint.end();
        let end = source.floor_char_boundary((begin + REACH).min(source.len()));
        // An inline tag ends before its words: they are looked for up to the end of the line.
        let words = source.get(begin..end).unwrap_or_default();
        let words = words.split(['\n']).next().unwrap_or_default();
        let words = words.split("</").next().unwrap_or_default();
        if let Some(found) = limit.find(words) {
            let place = Place::new(&article.file, begin + found.start()..begin + found.end());
            findings
                .push(META.finding(place, text::small_print(found.as_str())).help(text::small_print_help()));
        }
    }
}

/// Footnotes that limit a claim.
fn footnotes(document: &Document<'_>, limit: &Regex, findings: &mut Findings) {
    for block in document.plain.blocks.iter().filter(|block| block.zone == Zone::Footnote) {
        let words = document.plain.text().get(block.range.clone()).unwrap_or_default();
        let Some(found) = limit.find(words) else { continue };
        let range = block.range.start + found.start()..block.range.start + found.end();
        let Some(place) = document.plain.place(range) else { continue };
        findings
            .push(META.finding(place, text::footnote_print(found.as_str())).help(text::small_print_help()));
    }
}
