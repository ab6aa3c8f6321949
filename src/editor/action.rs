//! Quick fixes: the edit of a finding, and a comment that answers for it.

use std::ops::Range;
use std::sync::Arc;

use serde_json::{Value, json};

use super::diagnostic::Shown;
use super::document::Document;
use super::front;
use super::position::Encoding;
use super::workspace::Checked;
use crate::base::message::{Lang, Message, editor as text};
use crate::finding::{Finding, Fix, Severity};
use crate::rules;
use crate::source::markdown::{Event, events};
use crate::source::yaml::{self, Node};
use crate::source::{SourceFile, front as fences};

/// Characters of an edit that a title shows.
const SHOWN: usize = 30;

/// The quick fixes for what stands at the bytes `range` of `document`.
pub(super) fn actions(
    document: &Document,
    checked: &Checked,
    range: &Range<usize>,
    encoding: Encoding,
    lang: Lang,
) -> Vec<Value> {
    let mut shown = Shown::new(checked, encoding, lang);
    let touches = |finding: &&Finding| {
        let place = finding.place.range();
        place.start <= range.end && range.start <= place.end
    };
    let mut out = Vec::new();
    let found: Vec<&Finding> = checked.findings.iter().filter(touches).collect();
    for finding in &found {
        if let Some(fix) = &finding.fix
            && let Some(address) = shown.address(&fix.place)
        {
            let title = shown.veiled(title(fix).text(lang));
            let edit = json!({"range": shown.span(&fix.place), "newText": fix.replacement});
            let diagnostic = shown.diagnostic(finding);
            out.push(json!({
                "title": title,
                "kind": "quickfix",
                "diagnostics": [diagnostic],
                "isPreferred": true,
                "edit": {"changes": {address: [edit]}},
            }));
        }
    }
    let mut answered: Vec<&str> = Vec::new();
    for finding in found {
        let can = finding.severity != Severity::Info || finding.answer.is_none();
        if !can || finding.rule.starts_with("site.") || rules::rule(finding.rule).is_none() {
            continue;
        }
        if answered.contains(&finding.rule) {
            continue;
        }
        let Some((at, new)) = comment(document, checked, finding, lang) else { continue };
        answered.push(finding.rule);
        let span = document.lines().span(document.text(), at..at, encoding);
        let diagnostic = shown.diagnostic(finding);
        out.push(json!({
            "title": text::ignore(finding.rule).text(lang),
            "kind": "quickfix",
            "diagnostics": [diagnostic],
            "edit": {"changes": {checked.address.as_str(): [{"range": span, "newText": new}]}},
        }));
    }
    out
}

/// What an edit does.
fn title(fix: &Fix) -> Message {
    let short = |text: &str| {
        let mut short: String = text.trim_end_matches('\n').chars().take(SHOWN).collect();
        if short.len() < text.trim_end_matches('\n').len() {
            short.push('…');
        }
        short.replace('\n', "⏎")
    };
    match (fix.place.text(), fix.replacement.as_str()) {
        (_, "") => text::delete(),
        ("", new) => text::insert(short(new)),
        (_, new) => text::replace(short(new)),
    }
}

/// The comment that answers for `finding`, and where it goes: above the block, or above the key of front matter.
fn comment(document: &Document, checked: &Checked, finding: &Finding, lang: Lang) -> Option<(usize, String)> {
    let text = document.text();
    let offset = finding.place.range().start;
    let reason = text::reason().text(lang);
    let is_yaml = [".yaml", ".yml"].iter().any(|end| checked.address.ends_with(end));
    let file = Arc::new(SourceFile::new("", &**text));
    let front =
        if is_yaml { Some(0..text.len()) } else { fences::split(&file).ok().map(|split| split.front) };
    if let Some(front) = front.filter(|front| offset < front.end) {
        let at = key_line(&file, front, offset)?;
        let blanks: String = text.get(at..)?.chars().take_while(|c| *c == ' ').collect();
        return Some((at, format!("{blanks}# qianfa-ignore {}: {reason}\n", finding.rule)));
    }
    let body = front::region(text, false).map_or(0, |region| region.end);
    let body = text.get(body..)?.find('\n').filter(|_| body > 0).map_or(body, |end| body + end + 1);
    let block = block(text, body..text.len(), offset)?;
    let at = text.get(..block)?.rfind('\n').map_or(0, |end| end + 1);
    Some((at, format!("<!-- qianfa-ignore {}: {reason} -->\n\n", finding.rule)))
}

/// Where the block around `offset` begins: a paragraph, a heading, a whole list, table or quotation.
fn block(text: &str, body: Range<usize>, offset: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (event, range) in events(text, body) {
        let top = depth == 0;
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        let opens = top && !matches!(event, Event::End(_));
        if opens && range.start <= offset && offset < range.end.max(range.start + 1) {
            return Some(range.start);
        }
    }
    None
}

/// Where the line of the outermost key whose value holds `offset` begins.
fn key_line(file: &Arc<SourceFile>, front: Range<usize>, offset: usize) -> Option<usize> {
    let (root, _) = yaml::parse(file, front.clone());
    let (Node::Map(entries), _) = root? else { return None };
    let keys = entries.iter().map(|(_, key, ..)| key.range().start);
    let key = keys.filter(|key| *key <= offset).max()?;
    let before = file.text().get(..key)?;
    let at = before.rfind('\n').map_or(0, |end| end + 1).max(front.start);
    // A map in braces has no line of its own for a comment.
    file.text().get(at..key)?.chars().all(|c| c == ' ').then_some(at)
}
