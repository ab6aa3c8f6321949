//! `qianfa status`: how every delivery stands, and why; with `--overdue` what a watcher elsewhere asks.

use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::platform::Address;
use super::work::{self, Work};
use super::{Context, Exit, Failure, accounts};
use crate::base::message::{Message, deliver as text};
use crate::base::width;
use crate::deliver::{Line, Source as _, overdue, status};
use crate::ledger::Ledger;
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
    let mut exit = Exit::Done;
    let mut lines: Vec<(Account, Line)> = Vec::new();
    for account in accounts::chosen(&work.opened.site, &args.account)? {
        match one(args, context, &work, account, now) {
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
            all(args, context, &lines);
            Ok(exit)
        }
    }
}

fn one(
    args: &Args,
    context: &Context,
    work: &Work,
    account: &Account,
    now: Timestamp,
) -> Result<Vec<Line>, Failure> {
    let address = Address::of(context, args.sandbox.as_deref(), account)?;
    let ledger = Ledger::open(&work.opened.root, work.remote().as_deref(), &account.name, "status")?;
    ledger.require(address.platform)?;
    let plan = work.desk(&work.renderer(), account)?.plan(ledger.books(), now, Timestamp::MAX)?;
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

fn all(args: &Args, context: &mut Context, lines: &[(Account, Line)]) {
    if args.format == "json" {
        let list: Vec<&Line> = lines.iter().map(|(_, line)| line).collect();
        context.line(&json!(list).to_string());
        return;
    }
    if lines.is_empty() {
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
        let reason = line.reason.as_deref().map(|reason| format!(" ({reason})")).unwrap_or_default();
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
