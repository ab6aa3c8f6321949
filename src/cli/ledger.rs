//! `qianfa ledger show|verify|locks|reconcile`: what happened, whether it was tampered with, who is at work; and what a
//! person found in the console.

use serde_json::{Value, json};

use super::opened::Opened;
use super::platform::Address;
use super::{Context, Exit, Failure, opened};
use crate::base::id;
use crate::base::message::ledger as text;
use crate::deliver::{Found, ReconcileError, reconcile};
use crate::ledger::{DeliveryId, Event, Ledger, LedgerError};
use crate::site::Account;

/// Arguments of `ledger`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "show|verify|locks|reconcile", value_parser = ["show", "verify", "locks", "reconcile"])]
    action: String,
    #[arg(value_name = "DELIVERY", required_if_eq("action", "reconcile"))]
    delivery: Option<String>,
    #[arg(long, value_name = "published|sent|nothing", required_if_eq("action", "reconcile"), value_parser = ["published", "sent", "nothing"])]
    found: Option<String>,
    #[arg(long, value_name = "URL")]
    url: Vec<String>,
    #[arg(long, value_name = "NAME")]
    account: Vec<String>,
    #[arg(long, value_name = "human|json", default_value = "human", hide_default_value = true, value_parser = ["human", "json"])]
    format: String,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit, Failure> {
    let opened = opened::open(context, None)?;
    if args.action == "reconcile" {
        return settle(args, context, &opened);
    }
    let mut exit = Exit::Done;
    let mut list: Vec<Value> = Vec::new();
    for account in super::accounts::chosen(&opened.site, &args.account)? {
        let ledger = match Address::of(context, None, account)?.ledger(&opened, account, "reader") {
            Ok(ledger) => ledger,
            Err(error) => {
                exit = exit.max(context.report(&error.into()));
                continue;
            }
        };
        let json = args.format == "json";
        match args.action.as_str() {
            "show" => show(context, &ledger, account, json, &mut list)?,
            "locks" => locks(context, &ledger, account, json, &mut list)?,
            _ => exit = exit.max(verify(context, &ledger, account, json, &mut list)),
        }
    }
    if args.format == "json" {
        context.line(&Value::Array(list).to_string());
    }
    Ok(exit)
}

/// Writes what somebody found to the ledger that has the delivery.
fn settle(args: &Args, context: &mut Context, opened: &Opened) -> Result<Exit, Failure> {
    let typed = args.delivery.as_deref().unwrap_or_default();
    let failed = |error: &ReconcileError| Failure::explain(Exit::Usage, error);
    let unknown = || failed(&ReconcileError::NoDelivery(typed.to_owned()));
    let delivery: DeliveryId = typed.parse().map_err(|_| unknown())?;
    let found = match args.found.as_deref() {
        Some("published") => Found::Published(args.url.clone()),
        Some("sent") => Found::Sent,
        _ => Found::Nothing,
    };
    for account in super::accounts::chosen(&opened.site, &args.account)? {
        let name = account.name.value.as_str();
        let run = format!("person/{}", id::random(8));
        let mut ledger = Address::of(context, None, account)?.ledger(opened, account, run)?;
        if ledger.books().record(&delivery).is_none() {
            continue;
        }
        let clock = context.clock(&account.zone)?;
        return match reconcile(&mut ledger, &*clock, &delivery, &found) {
            Ok(()) => {
                context.say(&text::reconciled(name, &delivery));
                Ok(Exit::Done)
            }
            Err(ReconcileError::Ledger(error)) => Err(error.into()),
            Err(error) => Err(failed(&error)),
        };
    }
    Err(unknown())
}

fn show(
    context: &mut Context,
    ledger: &Ledger,
    account: &Account,
    json: bool,
    list: &mut Vec<Value>,
) -> Result<(), Failure> {
    let report = ledger.verify()?;
    if json {
        let events: Vec<Value> = report.events.iter().map(|event| json!(event)).collect();
        list.push(json!({"account": account.name.value, "events": events}));
        return Ok(());
    }
    for event in &report.events {
        let at = event.at.to_zoned(account.zone.clone()).strftime("%Y-%m-%d %H:%M:%S").to_string();
        context.line(&format!("{} {at}  {}", account.name.value, line(event)));
    }
    if report.events.is_empty() {
        context.say(&text::empty(&account.name.value));
    }
    Ok(())
}

/// An event as a line: number, kind, operation, edition, and the ids that it brings.
fn line(event: &Event) -> String {
    let mut line = event.to_string();
    let facts = &event.facts;
    if let Some(unit) = &event.unit {
        line.push_str(&format!(" {unit}"));
    }
    let ids = [
        &facts.media_id,
        &facts.clientmsgid,
        &facts.publish_id,
        &facts.msg_id,
        &facts.article_id,
        &facts.url,
    ];
    for id in ids.into_iter().flatten().chain(&facts.urls) {
        line.push_str(&format!(" {id}"));
    }
    for word in [&facts.reason, &facts.text].into_iter().flatten() {
        line.push_str(&format!(" ({word})"));
    }
    line
}

fn locks(
    context: &mut Context,
    ledger: &Ledger,
    account: &Account,
    json: bool,
    list: &mut Vec<Value>,
) -> Result<(), Failure> {
    let now = context.clock(&account.zone)?.now();
    let lease = ledger.books().lease();
    if json {
        list.push(json!({
            "account": account.name.value,
            "run": lease.map(|lease| &lease.run),
            "taken": lease.map(|lease| lease.taken),
            "renewed": lease.map(|lease| lease.at),
            "until": lease.map(|lease| lease.until),
        }));
        return Ok(());
    }
    match lease {
        None => context.say(&text::free(&account.name.value)),
        Some(lease) => {
            let minutes = now.duration_since(lease.at).as_mins();
            context.say(&text::held(&account.name.value, &lease.run, minutes));
        }
    }
    Ok(())
}

fn verify(
    context: &mut Context,
    ledger: &Ledger,
    account: &Account,
    json: bool,
    list: &mut Vec<Value>,
) -> Exit {
    let name = &account.name.value;
    match ledger.verify() {
        Ok(report) => {
            let (events, deliveries) = (report.events.len(), report.books.records().count());
            if json {
                list.push(json!({"account": name, "ok": true, "events": events, "deliveries": deliveries}));
            } else {
                context.say(&text::verified(name, events, deliveries));
            }
            Exit::Done
        }
        Err(error) => {
            if json {
                list.push(json!({"account": name, "ok": false, "reason": error.to_string()}));
            }
            context.report(&error.into())
        }
    }
}

impl From<LedgerError> for Failure {
    fn from(error: LedgerError) -> Self {
        let exit = match &error {
            error if error.is_passing() => Exit::Passing,
            LedgerError::Platform { .. } | LedgerError::Branch(_) => Exit::Usage,
            LedgerError::Fault { .. }
            | LedgerError::Lost { .. }
            | LedgerError::Busy { .. }
            | LedgerError::Append(_) => Exit::Ledger,
        };
        Self::explain(exit, &error)
    }
}
