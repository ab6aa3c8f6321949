//! `qianfa status`: how every delivery stands, and why; with `--overdue` what a watcher elsewhere asks.

use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::platform::Address;
use super::work::{self, Work};
use super::{Context, Exit, Failure, accounts};
use crate::base::message::{Lang, Message, deliver as text};
use crate::base::width;
use crate::deliver::{Line, Source as _, overdue, status};
use crate::render::Renderer;
use crate::site::Account;

/// Arguments of `status`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "NAME")]
    account: Vec<String>,
    #[arg(long, value_name = "human|json", default_value = "human", hide_default_value = true, value_parser = ["human", "json"])]
    format: String,
    #[arg(long, value_name = "TIME")]
    overdue: Option<String>,
    #[arg(long, value_name = "URL")]
    sandbox: Option<String>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit, Failure> {
    let limit = args.overdue.as_deref().map(work::duration).transpose()?;
    let work = Work::open(context, None)?;
    let now = context.clock(&work.opened.site.config.zone)?.now();
    let mut exit = work.unread(context);
    let mut lines: Vec<(Account, Line)> = Vec::new();
    let renderer = work.renderer();
    for account in accounts::chosen(&work.opened.site, &args.account)? {
        match one(args, context, &work, &renderer, account, now) {
            Ok(found) => lines.extend(found.into_iter().map(|line| (account.clone(), line))),
            Err(failure) => exit = exit.max(context.report(&failure)),
        }
    }
    match limit {
        Some(limit) => {
            let limit = SignedDuration::try_from(limit).unwrap_or(SignedDuration::MAX);
            Ok(exit.max(late(args, context, &lines, now, limit)))
        }
        None => {
            all(args, context, &lines, exit == Exit::Done);
            Ok(exit)
        }
    }
}

fn one(
    args: &Args,
    context: &Context,
    work: &Work,
    renderer: &Renderer<'_>,
    account: &Account,
    now: Timestamp,
) -> Result<Vec<Line>, Failure> {
    let address = Address::of(context, args.sandbox.as_deref(), account)?;
    let ledger = address.ledger(&work.opened, account, "status")?;
    ledger.require(address.platform)?;
    let plan = work.desk(renderer, account)?.plan(ledger.books(), now, Timestamp::MAX)?;
    Ok(status(&plan, ledger.books()))
}

/// The state as people call it.
fn state(line: &Line) -> Message {
    match line.state {
        "published" => text::status_published(),
        "sent" => text::status_sent(),
        "handed" => text::status_handed(),
        "open" => text::status_open(),
        "held" => text::status_held(),
        "skipped" => text::status_skipped(),
        "failed" => text::status_failed(),
        "unknown" => text::status_unknown(),
        _ => text::status_planned(),
    }
}

/// A reason's word for programs, as people call it; `None`: a word of a later version.
fn reason(word: &str) -> Option<Message> {
    Some(match word {
        "unsigned" => text::reason_unsigned(),
        "void" => text::reason_void(),
        "invalid" => text::reason_invalid(),
        "blackout" => text::reason_blackout(),
        "gap" => text::reason_gap(),
        "mass-day" => text::reason_mass_day(),
        "mass-month" => text::reason_mass_month(),
        "late" => text::reason_late(),
        "no-slot" => text::reason_no_slot(),
        "other-open" => text::reason_other_open(),
        "refused" => text::reason_refused(),
        "edited" => text::reason_edited(),
        "draft-gone" => text::reason_draft_gone(),
        "quota" => text::reason_quota(),
        "audience" => text::reason_audience(),
        "expired" => text::reason_expired(),
        "failed" => text::reason_failed(),
        "passing" => text::reason_passing(),
        "reconciled" => text::reason_reconciled(),
        "removed" => text::reason_removed(),
        "changed" => text::reason_changed(),
        _ => return None,
    })
}

/// Words for programs as people call them.
fn reasons(words: &str, lang: Lang) -> String {
    let named: Vec<String> = words
        .split(',')
        .map(|word| reason(word).map_or_else(|| word.to_owned(), |message| message.text(lang)))
        .collect();
    match lang {
        Lang::Zh => format!("（{}）", named.join("，")),
        Lang::En => format!(" ({})", named.join(", ")),
    }
}

fn all(args: &Args, context: &mut Context, lines: &[(Account, Line)], whole: bool) {
    if args.format == "json" {
        let list: Vec<&Line> = lines.iter().map(|(_, line)| line).collect();
        context.line(&json!(list).to_string());
        return;
    }
    if lines.is_empty() && whole {
        context.say(&text::status_empty());
    }
    let columns = context.columns().min(120);
    for (account, line) in lines {
        let start = format!(
            "{}  {}  {}  ",
            width::pad(&work::at(line.due, &account.zone), 11),
            width::pad(&state(line).text(context.lang), 11),
            width::pad(&line.account, 8)
        );
        let left = columns.saturating_sub(width::width(&start));
        let reason = line.reason.as_deref().map(|reason| reasons(reason, context.lang)).unwrap_or_default();
        let name = width::clip(&line.edition, left.saturating_sub(width::width(&reason)));
        context.line(&format!("{start}{name}{reason}"));
        for url in &line.urls {
            context.line(&format!("             {url}"));
        }
    }
}

fn late(
    args: &Args,
    context: &mut Context,
    lines: &[(Account, Line)],
    now: Timestamp,
    limit: SignedDuration,
) -> Exit {
    let lines: Vec<Line> = lines.iter().map(|(_, line)| line.clone()).collect();
    let found = overdue(&lines, now, limit);
    if args.format == "json" {
        let list: Vec<_> = found
            .iter()
            .map(|overdue| json!({"minutes": overdue.by.as_mins(), "delivery": overdue.line}))
            .collect();
        context.line(&json!(list).to_string());
    } else if found.is_empty() {
        context.say(&text::status_in_time());
    } else {
        for overdue in &found {
            let line = overdue.line;
            let state = state(line).text(context.lang);
            context.say(&text::status_overdue(&line.account, &line.edition, overdue.by.as_mins(), state));
        }
    }
    if found.is_empty() { Exit::Done } else { Exit::Held }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_told_in_the_readers_language() {
        assert_eq!(reasons("unsigned,mass-day", Lang::Zh), "（没签齐，当天群发已用完）");
        assert_eq!(reasons("unsigned,mass-day", Lang::En), " (unsigned, day's mass sends used up)");
        assert_eq!(reasons("tomorrow's", Lang::En), " (tomorrow's)");
    }
}
