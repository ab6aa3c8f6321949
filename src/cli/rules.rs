//! `qianfa rules`: a table of every rule.

use super::{Context, Exit, Failure};
use crate::base::message::finding as level_text;
use crate::base::width::{pad, width};
use crate::finding::Severity;
use crate::render::rule as rendering;
use crate::rules;
use crate::signoff;
use crate::source::rule::{self as form, FormRule};

/// No arguments.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

pub(super) fn run(_: &Args, context: &mut Context) -> Result<Exit, Failure> {
    let lang = context.lang;
    let content =
        rules::rules().map(|rule| (rule.meta.id, rule.meta.severity, rule.meta.title(lang).to_owned()));
    let form = form_rules().map(|rule| (rule.id, rule.severity, (rule.about)().text(lang)));
    let mut rows: Vec<(&str, Severity, String)> = content.chain(form).collect();
    rows.sort_by_key(|(id, ..)| *id);
    let first = rows.iter().map(|(id, ..)| width(id)).max().unwrap_or_default();
    for (id, severity, title) in rows {
        let level = pad(&level(severity, context), 7);
        context.line(&format!("{}  {level}  {title}", pad(id, first)));
    }
    Ok(Exit::Done)
}

/// The rules that are not about content: of form, of rendering, and of sign-off.
pub(super) fn form_rules() -> impl Iterator<Item = &'static FormRule> {
    form::RULES.iter().chain(rendering::RULES).chain(signoff::RULES)
}

/// The level's name in the reader's language.
pub(super) fn level(severity: Severity, context: &Context) -> String {
    let name = match severity {
        Severity::Error => level_text::level_error(),
        Severity::Warning => level_text::level_warning(),
        Severity::Info => level_text::level_info(),
    };
    name.text(context.lang)
}
