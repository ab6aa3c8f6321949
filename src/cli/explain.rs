//! `qianfa explain`: what a rule or a return code of the platform means, and how to mend it.

use super::rules::{form_rules, level};
use super::{Context, Exit, Failure};
use crate::base::message::{Lang, Message, check as text, render as render_text, rules as rule_text};
use crate::base::near::nearest;
use crate::base::width::wrap;
use crate::render::rule as rendering;
use crate::rules::{self, Meta};
use crate::source::rule::FormRule;
use crate::wechat::code::{self, Class, ReturnCode};

/// Columns beyond which nobody likes to read.
const MOST_COLUMNS: usize = 100;

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "RULE|ERRCODE", allow_negative_numbers = true)]
    name: String,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit, Failure> {
    if let Ok(number) = args.name.parse::<i64>() {
        let known = code::lookup(number);
        let known = known.ok_or_else(|| Failure::usage(text::no_code(number)).help(text::no_code_help()))?;
        return_code(known, context);
    } else if let Some(rule) = rules::rule(&args.name) {
        content(rule.meta, context);
    } else if let Some(rule) = form_rules().find(|rule| rule.id == args.name) {
        of_form(rule, context);
    } else {
        return Err(unknown(&args.name));
    }
    Ok(Exit::Done)
}

/// That there is no such rule, and which was probably meant.
fn unknown(name: &str) -> Failure {
    let ids = || rules::rules().map(|rule| rule.meta.id).chain(form_rules().map(|rule| rule.id));
    let failure = Failure::usage(text::no_rule(name));
    let family = name.trim_end_matches(".*");
    if ids().any(|id| id.split('.').next() == Some(family)) {
        return failure.help(text::is_a_family(family));
    }
    failure.help(match nearest(name, ids()) {
        Some(near) => rule_text::nearest_rule(near),
        None => rule_text::see_rules(),
    })
}

fn content(meta: &Meta, context: &mut Context) {
    let columns = context.columns().min(MOST_COLUMNS);
    let title = bold(meta.title(context.lang), context);
    context.line(&title);
    let level = level(meta.severity, context);
    context.say(&text::facts(meta.id, level, meta.since));
    if let Some(basis) = meta.basis_text() {
        let basis = text::bases(basis).text(context.lang);
        context.line(&wrap(&basis, columns).join("\n"));
    }
    if context.lang == Lang::En {
        context.say(&text::chinese_documentation());
    }
    for line in meta.documentation.lines() {
        match line.strip_prefix("## ") {
            Some(heading) => {
                let heading = bold(heading, context);
                context.line(&format!("\n{heading}"));
            }
            None if line.trim().is_empty() => {}
            None => context.line(&indented(line, columns).join("\n")),
        }
    }
}

/// A line of documentation: two blanks in, and what is wrapped under where its text begins.
fn indented(line: &str, columns: usize) -> Vec<String> {
    let own = line.len() - line.trim_start().len();
    let item = line.trim_start().starts_with("- ");
    let rest = own + if item { 4 } else { 2 };
    let lines = wrap(line.trim_start(), columns.saturating_sub(rest).max(20));
    let indent = |index: usize| " ".repeat(if index == 0 { own + 2 } else { rest });
    lines.iter().enumerate().map(|(index, line)| format!("{}{line}", indent(index))).collect()
}

/// A heading, where the terminal can show one.
fn bold(text: &str, context: &Context) -> String {
    if !context.color {
        return text.to_owned();
    }
    let style = anstyle::Style::new().bold();
    format!("{style}{text}{style:#}")
}

fn of_form(rule: &FormRule, context: &mut Context) {
    context.say(&(rule.about)());
    let level = level(rule.severity, context);
    let of_rendering = rendering::RULES.iter().any(|known| known.id == rule.id);
    context.say(&if of_rendering {
        render_text::rule_facts(rule.id, level)
    } else {
        text::form_facts(rule.id, level)
    });
}

fn return_code(known: &ReturnCode, context: &mut Context) {
    context.say(&text::code(known.code, known.errmsg));
    context.say(&class(known.class));
    if let Some(pause) = known.pause {
        context.say(&text::pause(pause.as_secs()));
    }
    context.say(&text::advice(known.advice().text(context.lang)));
}

fn class(class: Class) -> Message {
    match class {
        Class::RetryLater => text::class_retry(),
        Class::RefreshToken => text::class_token(),
        Class::Wait => text::class_wait(),
        Class::Final => text::class_final(),
        Class::Human => text::class_human(),
        Class::Success => text::class_success(),
    }
}
