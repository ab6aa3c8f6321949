//! `zh.typo`: words that are often misspelt.

use crate::base::message::zh_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::prose::edge;
use crate::rules::prose::kept::{self, Kept};
use crate::rules::word;
use crate::source::plain::Zone;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "zh.typo",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "易错的词",
    en: "Words that are often misspelt",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
一千多个常见的错别字和写错的成语：帐号、既使、按装、登陆账号、再接再励、迫不急待……只有一种改法的是警告，两可的只提示。

## 为什么
同音字、形近字是输入法最常留下的错，读者会由此怀疑内容是否认真。

## 依据
《现代汉语词典》；《第一批异形词整理表》（2001，推荐）；本站约定。

## 反例
请先登陆账号，既使忘了密码也能找回。

## 正例
请先登录账号，即使忘了密码也能找回。

## 怎么改
照提示改；只有一种改法的，check --fix 可以代劳。

## 例外
台风登陆、蚊帐、书名号里的字照原样；可能是前后两个词各一半的（“草原故事”里的“原故”）不报或只提示；引号和引用块里的只提示；谈论错字的句子（“不要写成‘帐号’”）不改。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let mut found = Findings::new();
    word::report_with(&META, context, document, &mut found, |hit, term, shown| {
        let visible = document.visible(hit.range.clone())?;
        // Another spelling of the word (half width, traditional) is another rule's business.
        if shown != term.shown {
            return None;
        }
        let block = document.block(hit.range.clone())?;
        let own = !block.quoted && !matches!(block.zone, Zone::Front | Zone::Alt | Zone::Value);
        let kept = if own { kept::around(document, visible.start) } else { Kept::Words };
        let across = sides(document, &hit.range, shown);
        let severity = match kept {
            Kept::Whole => return None,
            _ if across > 1 => return None,
            Kept::Words => Severity::Info,
            Kept::No if across > 0 => Severity::Info,
            Kept::No if is_compared(document, hit.range.clone(), &term.suggest) => Severity::Info,
            Kept::No => term.severity,
        };
        let message = if term.severity == Severity::Warning && across == 0 {
            text::typo(shown, &term.suggest)
        } else {
            text::typo_maybe(shown)
        };
        Some(word::Verdict { severity, message })
    });
    if found.is_empty() {
        return;
    }
    let guards = kept::guards(document);
    for mut finding in found {
        let [wrong, right] = finding.message.values() else {
            findings.push(finding);
            continue;
        };
        let (wrong, right) = (wrong.clone(), right.clone());
        let place = finding.place.clone();
        finding.help = Some(text::typo_help(&right));
        let certain = finding.severity == Severity::Warning && place.text() == wrong;
        let own = certain && document.article().is_some() && kept::allows(&guards, &place);
        findings.push(if own { finding.fix(place, right) } else { finding });
    }
}

/// On how many sides the characters at `range` may belong to another word.
fn sides(document: &Document<'_>, range: &std::ops::Range<usize>, shown: &str) -> usize {
    let text = document.folded();
    let before = text.get(..range.start).unwrap_or_default();
    edge::sides(before, shown, text.get(range.end..).unwrap_or_default())
}

/// Whether the right word stands beside the wrong one: then the two are being compared.
fn is_compared(document: &Document<'_>, range: std::ops::Range<usize>, right: &str) -> bool {
    const REACH: usize = 36;
    let text = document.folded();
    let from = text.floor_char_boundary(range.start.saturating_sub(REACH));
    let to = text.ceil_char_boundary((range.end + REACH).min(text.len()));
    let before = text.get(from..range.start).unwrap_or_default();
    let behind = text.get(range.end..to).unwrap_or_default();
    let before = before.rsplit('\n').next().unwrap_or_default();
    let behind = behind.split('\n').next().unwrap_or_default();
    before.contains(right) || behind.contains(right)
}
