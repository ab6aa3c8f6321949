//! `qianfa apply`: carries out what is due, account by account, exactly once.

use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::platform::Address;
use super::work::{self, Work};
use super::{Context, Exit, Failure, accounts, plan};
use crate::base::message::{Explain, Message, deliver as text};
use crate::base::{file, id};
use crate::deliver::{
    Action, Applied, Ended, MAX_PLAN_BYTES, Options, Patience, Progress, Run, SavedPlan, apply,
};
use crate::site::Account;

/// Arguments of `apply`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "PLAN")]
    plan: Option<PathBuf>,
    #[arg(long)]
    due: bool,
    #[arg(long, value_name = "TIME", num_args = 0..=1, require_equals = true, default_missing_value = "40m")]
    wait: Option<String>,
    #[arg(long, value_name = "NAME")]
    account: Vec<String>,
    #[arg(long, value_name = "REV")]
    rev: Option<String>,
    #[arg(long, value_name = "human|json", default_value = "human", hide_default_value = true, value_parser = ["human", "json"])]
    format: String,
    #[arg(long, value_name = "URL")]
    sandbox: Option<String>,
}

/// How deliveries ended, counted for the last line.
#[derive(Default)]
struct Tally {
    done: usize,
    held: usize,
    failed: usize,
    unknown: usize,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit, Failure> {
    let wait = args.wait.as_deref().map(work::duration).transpose()?.unwrap_or_default();
    let saved = args.plan.as_deref().map(read).transpose()?;
    let work = Work::open(context, args.rev.as_deref())?;
    let mut exit = work.unread(context);
    let mut tally = Tally::default();
    let mut list: Vec<Value> = Vec::new();
    for account in accounts::chosen(&work.opened.site, &args.account)? {
        match one(args, context, &work, account, saved.as_ref(), wait) {
            Ok((applied, now)) => {
                exit = exit.max(result(&applied, now));
                list.push(as_json(account, &applied));
                if args.format == "human" {
                    show(context, account, &applied, now, &mut tally);
                }
            }
            Err(failure) => {
                let message = failure.message.text(context.lang);
                exit = exit.max(context.report(&failure));
                list.push(json!({"account": account.name.value, "error": message}));
            }
        }
    }
    if args.format == "json" {
        context.line(&json!({"exit": exit.code(), "accounts": list}).to_string());
    } else if tally.done + tally.held + tally.failed + tally.unknown > 0 {
        context.say(&text::apply_summary(tally.done, tally.held, tally.failed, tally.unknown));
    } else if exit == Exit::Done {
        context.say(&text::apply_nothing());
    }
    Ok(exit)
}

fn read(path: &std::path::Path) -> Result<SavedPlan, Failure> {
    let bytes = file::read(path, MAX_PLAN_BYTES)?;
    SavedPlan::parse(&bytes).map_err(|error| Failure::explain(Exit::Usage, &error))
}

/// The name under which this process writes to ledgers.
fn run_name(context: &Context) -> String {
    let random = id::random(8);
    match (context.variable("GITHUB_RUN_ID"), context.variable("GITHUB_RUN_ATTEMPT")) {
        (Some(run), attempt) => format!("gha/{run}/{}/{random}", attempt.as_deref().unwrap_or("1")),
        (None, _) => format!("local/{random}"),
    }
}

fn one(
    args: &Args,
    context: &mut Context,
    work: &Work,
    account: &Account,
    saved: Option<&SavedPlan>,
    wait: Duration,
) -> Result<(Applied, Timestamp), Failure> {
    let address = Address::of(context, args.sandbox.as_deref(), account)?;
    let clock = address.clock(context, &account.zone)?;
    let client = address.client(context, &work.opened.root, account, clock.clone())?;
    let ledger = address.ledger(&work.opened, account, run_name(context))?;
    let renderer = work.renderer();
    let mut desk = work.desk(&renderer, account)?;
    let human = args.format == "human";
    let mut report = |progress: &Progress| {
        if human {
            let line = line(context, progress);
            context.say(&line);
            context.flush();
        }
    };
    let mut run = Run::new(&client, &*clock, ledger, Patience::default(), &mut report);
    let options = Options { platform: address.platform, wait, saved };
    let applied = apply(&mut run, &mut desk, options)?;
    Ok((applied, clock.now()))
}

fn line(context: &Context, progress: &Progress) -> Message {
    let what = progress.message.text(context.lang);
    match &progress.edition {
        Some(edition) => text::progress(&progress.account, edition, what),
        None => text::progress_account(&progress.account, what),
    }
}

/// What an account's run means to a scheduler: its worst end, or its heaviest hold that is due.
fn result(applied: &Applied, now: Timestamp) -> Exit {
    let ended = applied.outcomes.iter().map(|(_, ended)| work::ended(ended)).max().unwrap_or(Exit::Done);
    ended.max(work::due_holds(&applied.plan.items, now))
}

fn show(context: &mut Context, account: &Account, applied: &Applied, now: Timestamp, tally: &mut Tally) {
    for (item, ended) in &applied.outcomes {
        match ended {
            Ended::Done(_) | Ended::Prepared => tally.done += 1,
            Ended::Held(_) => tally.held += 1,
            Ended::Failed { .. } | Ended::Broken(_) | Ended::Drifted(_) => tally.failed += 1,
            Ended::Unknown(_) | Ended::Busy | Ended::Passing(_) => tally.unknown += 1,
        }
        let what = sentence(context, account, ended).text(context.lang);
        context.say(&text::progress(&account.name.value, &item.edition, what));
    }
    let stopped = applied.plan.items.iter().filter(|item| {
        matches!(item.action, Action::Held(_) | Action::Void(_) | Action::Skip(_)) && item.is_due(now)
    });
    for item in stopped {
        tally.held += 1;
        for reason in plan::reasons(item, account, context.lang) {
            context.say(&text::progress(&account.name.value, &item.edition, reason));
        }
    }
}

fn sentence(context: &Context, account: &Account, ended: &Ended) -> Message {
    match ended {
        Ended::Done(_) => text::ended_done(),
        Ended::Prepared => text::ended_prepared(),
        Ended::Held(hold) => text::plan_held(hold.sentence(&account.zone, context.lang).text(context.lang)),
        Ended::Failed { code, text: words } => text::ended_failed(code, words),
        Ended::Unknown(word) => text::ended_unknown(word),
        Ended::Drifted("removed") => text::ended_removed(),
        Ended::Drifted(_) => text::ended_changed(),
        Ended::Busy => text::ended_busy(),
        Ended::Passing(error) => text::ended_passing(error.message().text(context.lang)),
        Ended::Broken(error) => error.message(),
    }
}

fn as_json(account: &Account, applied: &Applied) -> Value {
    let outcome = |(item, ended): &(crate::deliver::Item, Ended)| {
        json!({
            "delivery": item.delivery,
            "edition": item.edition,
            "mode": item.mode.name(),
            "payload": item.payload,
            "ended": word(ended),
            "exit": work::ended(ended).code(),
        })
    };
    let stopped: Vec<Value> = applied
        .plan
        .items
        .iter()
        .filter(|item| !item.action.holds().is_empty() || matches!(item.action, Action::Skip(_)))
        .map(|item| {
            let reasons: Vec<&str> = item.action.holds().iter().map(crate::deliver::Hold::word).collect();
            json!({
                "delivery": item.delivery,
                "edition": item.edition,
                "action": item.action.word(),
                "reasons": reasons,
            })
        })
        .collect();
    json!({
        "account": account.name.value,
        "outcomes": applied.outcomes.iter().map(outcome).collect::<Vec<Value>>(),
        "stopped": stopped,
    })
}

/// One stable word for an end.
fn word(ended: &Ended) -> &'static str {
    match ended {
        Ended::Done(_) => "done",
        Ended::Prepared => "prepared",
        Ended::Held(hold) => hold.word(),
        Ended::Failed { .. } => "failed",
        Ended::Unknown(_) => "unknown",
        Ended::Drifted(word) => word,
        Ended::Busy => "busy",
        Ended::Passing(_) => "passing",
        Ended::Broken(_) => "broken",
    }
}
