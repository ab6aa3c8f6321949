//! `qianfa explain`: what a rule or a return code of the platform means, and how to mend it.

use super::rules::{form_rules, level};
use super::{Context, Exit, Failure};
use crate::base::message::{Message, check as text, render as render_text, rules as rule_text};
use crate::base::near::nearest;
use crate::render::rule as rendering;
use crate::rules::{self, Meta};
use crate::source::rule::FormRule;
use crate::wechat::code::{self, Class, ReturnCode};

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
        let ids = rules::rules().map(|rule| rule.meta.id).chain(form_rules().map(|rule| rule.id));
        let help = match nearest(&args.name, ids) {
            Some(near) => rule_text::nearest_rule(near),
            None => rule_text::see_rules(),
        };
        return Err(Failure::usage(text::no_rule(&args.name)).help(help));
    }
    Ok(Exit::Done)
}

fn content(meta: &Meta, context: &mut Context) {
    context.line(meta.title(context.lang));
    let level = level(meta.severity, context);
    context.say(&text::facts(meta.id, level, meta.since));
    if let Some(basis) = meta.basis_text() {
        context.say(&text::bases(basis));
    }
    context.line("");
    context.print(meta.documentation);
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
