//! `qianfa rules`: a table of the rules, by family, law and level; for people, programs, and `docs/rules.md`.

use serde_json::json;

use super::{Context, Exit, Failure};
use crate::base::message::{Lang, Message, check as text, finding as level_text};
use crate::base::near::nearest;
use crate::base::width::{pad, width};
use crate::finding::Severity;
use crate::render::rule as rendering;
use crate::rules;
use crate::signoff;
use crate::source::rule::{self as form, FormRule};

/// Arguments of `rules`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "FAMILY", value_delimiter = ',')]
    family: Vec<String>,
    #[arg(long, value_name = "LAW")]
    law: Option<String>,
    #[arg(long, value_name = "LEVEL", value_parser = ["error", "warning", "info"])]
    severity: Option<String>,
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = ["human", "json", "markdown"], hide_possible_values = true, hide_default_value = true)]
    format: String,
}

/// A rule as it is listed.
struct Row {
    id: &'static str,
    severity: Severity,
    title: String,
    /// Short and full names of its bases.
    bases: Vec<(&'static str, String)>,
    /// The version that brought it, where it says so.
    since: &'static str,
}

impl Row {
    fn family(&self) -> &'static str {
        self.id.split('.').next().unwrap_or(self.id)
    }

    fn stands_on(&self, law: &str) -> bool {
        let typed = law.to_lowercase();
        self.bases.iter().any(|(key, full)| {
            let rest = key.to_lowercase().strip_prefix(&typed).map(|rest| rest.chars().next());
            // AD-9 is article 9 and its paragraphs, and not article 90.
            rest.is_some_and(|next| next.is_none_or(|c| matches!(c, '-' | '.')))
                || full.to_lowercase().contains(&typed)
        })
    }
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit, Failure> {
    let mut rows = rows(context.lang);
    admit(args, &rows)?;
    let severity: Option<Severity> = args.severity.as_ref().and_then(|level| level.parse().ok());
    rows.retain(|row| {
        (args.family.is_empty() || args.family.iter().any(|family| family == row.family()))
            && args.law.as_ref().is_none_or(|law| row.stands_on(law))
            && severity.is_none_or(|severity| severity == row.severity)
    });
    match args.format.as_str() {
        "json" => as_json(&rows, context),
        "markdown" => as_markdown(&rows, context),
        _ if rows.is_empty() => context.note(&text::no_rules()),
        _ => as_table(&rows, context),
    }
    Ok(Exit::Done)
}

/// Every rule, sorted by name.
fn rows(lang: Lang) -> Vec<Row> {
    let content = rules::rules().map(|rule| Row {
        id: rule.meta.id,
        severity: rule.meta.severity,
        title: rule.meta.title(lang).to_owned(),
        bases: rule.meta.bases().collect(),
        since: rule.meta.since,
    });
    let form = form_rules().map(|rule| Row {
        id: rule.id,
        severity: rule.severity,
        title: (rule.about)().text(lang),
        bases: Vec::new(),
        since: "",
    });
    let mut rows: Vec<Row> = content.chain(form).collect();
    rows.sort_by_key(|row| row.id);
    rows
}

/// Refuses a family or a law that no rule has.
fn admit(args: &Args, rows: &[Row]) -> Result<(), Failure> {
    let mut families: Vec<&str> = rows.iter().map(Row::family).collect();
    families.dedup();
    for family in &args.family {
        if !families.contains(&family.as_str()) {
            let near =
                nearest(family, families.iter().copied()).map_or_else(|| families.join(", "), str::to_owned);
            return Err(Failure::usage(text::no_family(family)).help(text::families(near)));
        }
    }
    match &args.law {
        Some(law) if !rows.iter().any(|row| row.stands_on(law)) => {
            Err(Failure::usage(text::no_law(law)).help(text::no_law_help()))
        }
        _ => Ok(()),
    }
}

fn as_table(rows: &[Row], context: &mut Context) {
    let first = rows.iter().map(|row| width(row.id)).max().unwrap_or_default();
    for row in rows {
        let level = pad(&level(row.severity, context), 7);
        context.line(&format!("{}  {level}  {}", pad(row.id, first), row.title));
    }
}

/// One object, a rule a line.
fn as_json(rows: &[Row], context: &mut Context) {
    let lines: Vec<String> = rows
        .iter()
        .map(|row| {
            let bases: Vec<_> =
                row.bases.iter().map(|(key, full)| json!({"key": key, "text": full})).collect();
            let since = Some(row.since).filter(|since| !since.is_empty());
            json!({"id": row.id, "family": row.family(), "severity": row.severity.name(), "title": row.title,
                   "basis": bases, "since": since})
            .to_string()
        })
        .collect();
    context.line(&format!("{{\"rules\":[\n{}\n]}}", lines.join(",\n")));
}

fn as_markdown(rows: &[Row], context: &mut Context) {
    let lang = context.lang;
    let cell = |text: &str| text.replace('|', "\\|").replace('<', "&lt;").replace('\n', " ");
    context.line(&text::rules_page().text(lang));
    for family in rows.chunk_by(|a, b| a.family() == b.family()) {
        let id = family.first().map_or("", Row::family);
        let name = family_name(id).map(|name| format!(" · {}", name.text(lang))).unwrap_or_default();
        context.line(&format!("\n## {id}{name}\n"));
        context.line(&text::rules_head().text(lang));
        context.line("| --- | --- | --- | --- | --- |");
        for row in family {
            let bases: Vec<&str> = row.bases.iter().map(|(_, full)| full.as_str()).collect();
            let (id, level) = (row.id, level(row.severity, context));
            let (title, bases) = (cell(&row.title), cell(&bases.join("；")));
            let line = format!("| <a id=\"{id}\"></a>`{id}` | {level} | {title} | {bases} | {} |", row.since);
            context.line(&line);
        }
    }
}

/// What a family is about.
fn family_name(id: &str) -> Option<Message> {
    Some(match id {
        "ad" => text::family_ad(),
        "asset" => text::family_asset(),
        "campaign" => text::family_campaign(),
        "community" => text::family_community(),
        "cr" => text::family_cr(),
        "crisis" => text::family_crisis(),
        "desk" => text::family_desk(),
        "gov" => text::family_gov(),
        "link" => text::family_link(),
        "md" => text::family_md(),
        "own" => text::family_own(),
        "payload" | "policy" => text::family_signoff(),
        "pii" => text::family_pii(),
        "price" => text::family_price(),
        "promo" => text::family_promo(),
        "render" => text::family_render(),
        "schedule" => text::family_schedule(),
        "sec" => text::family_sec(),
        "site" => text::family_site(),
        "text" => text::family_text(),
        "theme" => text::family_theme(),
        "tm" => text::family_tm(),
        "uc" => text::family_uc(),
        "wx" => text::family_wx(),
        "zh" => text::family_zh(),
        _ => return None,
    })
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
