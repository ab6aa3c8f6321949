//! `ad.absolute`: superlative and absolute claims about what is promoted.

use crate::base::message::rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::scan::Hit;
use crate::rules::word::{self, Verdict};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.absolute",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "广告里的绝对化用语",
    en: "Absolute claims in advertisements",
    basis: &["AD-9.3", "ABS-GUIDE"],
    documentation: "\
## 查什么
广告里指向商品、服务或经营者的绝对化用语：“国家级”“最高级”“最佳”等词，以及“最 + 形容词”紧挨着商品、品牌、“我们”“本店”或价格的写法。
零宽字符、异体字、夹在中间的符号和加粗都看得穿。

## 为什么
法律只举了三个词，同义词一样算；小广告也从二十万元起罚。

## 依据
广告法第九条第三项、第五十七条；《广告绝对化用语执法指南》（市场监管总局公告 2023 年第 6 号）第四至六条。

## 反例
kind: ad 的文章里写“本店有全城最好喝的热饮”。

## 正例
“我们每天现熬，保温杯里放四小时仍有 55℃（2026 年 10 月自测）”。

## 怎么改
写可以核实的事实，注明来源和日期；有依据的排名写全时间、地域、品类，并在 front matter 的 evidence 里存证。

## 例外
不是广告的文章只提示；愿望和目标（力争、致力于）、只和自家产品比（历代、同系列）、食用或观赏时间（最佳食用温度）、法定名称（国家级自然保护区）、
有 evidence 的说法、policy/rules 里列出的品牌名，以及引文里的反面例子，不算错误。
",
};

/// Characters between a superlative and what it praises.
const NEAR: usize = 12;
/// Characters before a claim in which a wish or a comparison with oneself is looked for.
const CLAUSE: usize = 16;

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report_with(&META, context, document, findings, |hit, term, shown| {
        Some(weigh(document, &hit.range, shown, term.severity))
    });
    superlatives(document, findings);
}

/// What an absolute word weighs where it stands.
fn weigh(
    document: &Document<'_>,
    range: &std::ops::Range<usize>,
    shown: &str,
    severity: Severity,
) -> Verdict {
    let hint = |message| Verdict { severity: Severity::Info, message };
    if !document.verdict.ad {
        return hint(text::absolute_elsewhere(shown));
    }
    if is_proven(document, range) {
        return hint(text::absolute_proven(shown));
    }
    if document.has_before("wish", range, CLAUSE) {
        return hint(text::absolute_wish(shown));
    }
    if document.has_before("self", range, CLAUSE) {
        return hint(text::absolute_self(shown));
    }
    Verdict { severity, message: text::absolute_in_ad(shown) }
}

/// Whether the front matter has evidence for the claim that the word stands in.
fn is_proven(document: &Document<'_>, range: &std::ops::Range<usize>) -> bool {
    let Some(article) = document.article() else { return false };
    let sentence = document.sentence(range.clone());
    let words = document.folded().get(sentence.clone()).unwrap_or_default();
    article.front.evidence.iter().any(|evidence| {
        let claim = fold(&evidence.claim);
        let claim = claim.trim_end_matches(['。', '.', '!', '?']);
        let overlaps =
            |at: usize| sentence.start + at < range.end && range.start < sentence.start + at + claim.len();
        !claim.is_empty() && words.match_indices(claim).any(|(at, _)| overlaps(at))
    })
}

/// 最 with an adjective close to what is promoted. Listed words were reported already.
fn superlatives(document: &Document<'_>, findings: &mut Findings) {
    let scan = document.scan();
    for cue in scan.cue("superlative") {
        let listed = |hit: &&Hit| hit.range.start < cue.end && cue.start < hit.range.end;
        let first = scan.hits.partition_point(|hit| hit.range.start + 64 < cue.start);
        let near = scan.hits.get(first..).unwrap_or_default();
        if near.iter().take_while(|hit| hit.range.start < cue.end).any(|hit| listed(&hit)) {
            continue;
        }
        if !document.verdict.ad || !praises(document, cue) {
            continue;
        }
        let Some(place) = document.place(cue.clone()) else { continue };
        let Verdict { mut severity, message } =
            weigh(document, cue, document.shown(cue.clone()), Severity::Error);
        if document.is_negative_example(cue) {
            severity = Severity::Info;
        }
        let mut finding = META.finding(place, message).help(text::absolute_help());
        finding.severity = severity;
        findings.push(finding);
    }
}

/// Whether goods, a price or the promoter stand near the word in its sentence.
fn praises(document: &Document<'_>, cue: &std::ops::Range<usize>) -> bool {
    let text = document.folded();
    let reach = 4 * NEAR;
    let from = text.floor_char_boundary(cue.start.saturating_sub(reach));
    let to = text.ceil_char_boundary((cue.end + reach).min(text.len()));
    let near = |name: &str| {
        document.scan().cues_within(name, from..to).iter().any(|other| {
            let gap = if other.end <= cue.start {
                document.between(other, cue, NEAR)
            } else {
                document.between(cue, other, NEAR)
            };
            gap.is_some()
        })
    };
    near("owner") || near("goods")
}
