//! `ad.citation`: figures and findings in advertisements name their source.

use std::ops::Range;

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word::{self, Verdict};
use crate::source::plain::{FormKind, Zone};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.citation",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "引用数据、结论没有注明出处",
    en: "Figures and findings without a source",
    basis: &["AD-11", "AD-28.3", "CITE-DRAFT"],
    documentation: "\
## 查什么
广告里的百分比、排名、“研究表明”“专家推荐”“销量突破”所在的段落，有没有注明出处。标题里的算错误。

## 为什么
广告引用的数据、统计、调查、文摘要真实、准确并注明出处，有适用范围和期限的要写明；违反的罚款可到十万元，说不清来历的还可能按虚假广告论处。

## 依据
广告法第十一条第二款、第二十八条、第五十九条；广告引证内容执法指南（2025-12-12 征求意见稿）。

## 反例
“98% 的妈妈都推荐，权威研究证实效果显著。”

## 正例
“用过四周的 120 位受访者中，98% 表示愿意再买（来源：某某调查公司《2026 年使用者访谈》，2026 年 5 月）。”

## 怎么改
在同一段写明机构、文献名、日期、样本和取得的办法；或者在 front matter 的 sources、evidence 里登记。没有出处的数字就删。

## 例外
同一段有来源、书名号里的文献、脚注的不算；价格、日期、活动规则里的数量不算；不是广告的文章不查。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report_with(&META, context, document, findings, |hit, term, shown| {
        let severity = word::level(document, hit, term)?;
        let severity = if is_registered(document, &hit.range) { Severity::Info } else { severity };
        (!has_footnote(document, &hit.range)).then(|| Verdict { severity, message: text::uncited(shown) })
    });
}

/// Whether the front matter names sources, or has evidence.
fn is_registered(document: &Document<'_>, range: &Range<usize>) -> bool {
    let Some(front) = document.front() else { return false };
    // The title is read without the list at the end.
    let in_title = document.block(range.clone()).is_some_and(|block| block.zone == Zone::Title);
    !front.evidence.is_empty() || !front.sources.is_empty() && !in_title
}

/// Whether the block has a footnote, which may name the source.
fn has_footnote(document: &Document<'_>, range: &Range<usize>) -> bool {
    let Some(block) = document.block(range.clone()) else { return false };
    let is_use = |kind: &FormKind| matches!(kind, FormKind::FootnoteUse(_));
    let inside = |source: &Range<usize>| block.source.start <= source.start && source.end <= block.source.end;
    document.plain.forms.iter().any(|form| is_use(&form.kind) && inside(&form.source))
}
