//! What is told about the place under the cursor: the rules of its findings, or the meaning of a key.

use std::ops::Range;

use serde_json::{Value, json};

use super::diagnostic::Shown;
use super::document::Document;
use super::front::{self, Spot};
use super::keys;
use super::position::Encoding;
use super::workspace::Checked;
use crate::base::message::{Lang, editor as text, finding as level_text};
use crate::finding::{Finding, Severity};
use crate::render::rule as rendering;
use crate::rules::{self, Meta};
use crate::signoff;
use crate::source::rule as form;

/// What there is to tell about the byte `cursor`.
pub(super) fn hover(
    document: &Document,
    checked: Option<&Checked>,
    path: &str,
    cursor: usize,
    encoding: Encoding,
    lang: Lang,
) -> Option<Value> {
    if let Some(checked) = checked {
        let mut shown = Shown::new(checked, encoding, lang);
        let under = |finding: &&Finding| {
            let place = finding.place.range();
            place.start <= cursor && (cursor < place.end || (place.is_empty() && cursor == place.start))
        };
        let found: Vec<&Finding> = checked.findings.iter().filter(under).collect();
        if let Some(first) = found.first() {
            let parts: Vec<String> = found.iter().map(|finding| part(&shown, finding, lang)).collect();
            return Some(json!({
                "contents": {"kind": "markdown", "value": parts.join("\n\n---\n\n")},
                "range": shown.span(&first.place),
            }));
        }
    }
    let (name, range) = key(document, path, cursor)?;
    let key = keys::find(&name)?;
    let example = text::example(format!("`{}: {}`", key.name(), key.example)).text(lang);
    Some(json!({
        "contents": {"kind": "markdown", "value": format!("**`{}`** {}\n\n{example}", key.path, key.meaning)},
        "range": document.lines().span(document.text(), range, encoding),
    }))
}

/// The key of front matter around `cursor`, by its path, and where it stands.
fn key(document: &Document, path: &str, cursor: usize) -> Option<(String, Range<usize>)> {
    let text = document.text();
    let region = front::region(text, path.ends_with("_defaults.yaml"))?;
    let part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let rest = text.get(cursor..)?;
    let end = cursor + rest.find(|c| !part(c)).unwrap_or(rest.len());
    if !text.get(end..)?.starts_with(':') {
        return None;
    }
    let Spot::Key { map, written } = front::spot(text, &region, end)? else { return None };
    let name = text.get(written.clone())?;
    let path = if map.is_empty() { name.to_owned() } else { format!("{map}.{name}") };
    Some((path, written))
}

/// What there is to tell about a finding.
fn part(shown: &Shown<'_>, finding: &Finding, lang: Lang) -> String {
    let level = match finding.severity {
        Severity::Error => level_text::level_error(),
        Severity::Warning => level_text::level_warning(),
        Severity::Info => level_text::level_info(),
    };
    let rule = rules::rule(finding.rule).map(|rule| rule.meta);
    let title = rule.map(|meta| meta.title(lang).to_owned()).or_else(|| of_form(finding.rule, lang));
    let mut out = vec![
        format!("### {}（`{}` · {}）", title.unwrap_or_default(), finding.rule, level.text(lang)),
        escaped(&shown.veiled(finding.message.text(lang))),
    ];
    let mut section = |head: String, body: String| out.push(format!("**{head}**\n\n{body}"));
    if let Some(basis) = finding.basis.clone().or_else(|| rule.and_then(Meta::basis_text)) {
        section(text::head_basis().text(lang), escaped(&basis));
    }
    if let Some(why) = rule.and_then(|meta| documented(meta, "为什么")) {
        section(text::head_why().text(lang), why.to_owned());
    }
    let help = finding.help.as_ref().map(|help| escaped(&shown.veiled(help.text(lang))));
    let way = rule.and_then(|meta| documented(meta, "怎么改")).map(str::to_owned);
    let remedy: Vec<String> = help.into_iter().chain(way).collect();
    if !remedy.is_empty() {
        section(text::head_remedy().text(lang), remedy.join("\n\n"));
    }
    if let Some(because) = finding.because_text(lang) {
        out.push(escaped(&shown.veiled(because)));
    }
    if let Some(answer) = &finding.answer {
        out.push(escaped(&shown.veiled(answer.message().text(lang))));
    }
    out.join("\n\n")
}

/// The section of a rule's documentation with that heading.
fn documented<'m>(meta: &'m Meta, heading: &str) -> Option<&'m str> {
    let mut sections = meta.documentation.split("## ").skip(1);
    let section = sections.find_map(|section| section.strip_prefix(heading))?;
    let body = section.trim();
    (!body.is_empty()).then_some(body)
}

/// What a rule of form is about.
fn of_form(id: &str, lang: Lang) -> Option<String> {
    let mut rules = form::RULES.iter().chain(rendering::RULES).chain(signoff::RULES);
    rules.find(|rule| rule.id == id).map(|rule| (rule.about)().text(lang))
}

/// `text` so that Markdown shows it as it is.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '!') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
