//! `qianfa plan`: what would go out and why. Changes nothing.

use std::path::PathBuf;

use jiff::Timestamp;

use super::platform::Address;
use super::work::{self, Work};
use super::{Context, Exit, Failure, accounts};
use crate::base::message::{Lang, deliver as text};
use crate::base::{file, width};
use crate::deliver::{Action, Item, Plan, SavedPlan, Source as _};
use crate::render::Renderer;
use crate::site::{Account, AccountKind};

/// Arguments of `plan`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "NAME")]
    account: Vec<String>,
    #[arg(long, value_name = "TIME", default_value = "7d", hide_default_value = true)]
    horizon: String,
    #[arg(long, value_name = "REV")]
    rev: Option<String>,
    #[arg(long, value_name = "human|json", default_value = "human", hide_default_value = true, value_parser = ["human", "json"])]
    format: String,
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[arg(long)]
    detailed_exitcode: bool,
    #[arg(long, value_name = "URL")]
    sandbox: Option<String>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit, Failure> {
    let horizon = work::duration(&args.horizon)?;
    let work = Work::open(context, args.rev.as_deref())?;
    let now = context.clock(&work.opened.site.config.zone)?.now();
    let mut exit = work.unread(context);
    let mut plans: Vec<(&Account, Plan)> = Vec::new();
    let renderer = work.renderer();
    for account in accounts::chosen(&work.opened.site, &args.account)? {
        match one(args, context, &work, &renderer, account, now, work::later(now, horizon)) {
            Ok(plan) => plans.push((account, plan)),
            Err(failure) => exit = exit.max(context.report(&failure)),
        }
    }
    let list: Vec<Plan> = plans.iter().map(|(_, plan)| plan.clone()).collect();
    let saved = SavedPlan::of(&list, now, work.opened.commit.clone());
    if let Some(path) = &args.out {
        file::write_atomic(path, as_json(&saved))?;
    }
    if args.format == "json" {
        context.print(&as_json(&saved));
    } else {
        head(context, &work, now);
        plans.iter().for_each(|(account, plan)| show(context, account, plan));
        if !list.is_empty() {
            summary(context, &list);
        }
        if let Some(path) = &args.out {
            context.say(&text::plan_saved(path.display()));
        }
    }
    let pending = list
        .iter()
        .flat_map(|plan| &plan.items)
        .any(|item| matches!(item.action, Action::Act | Action::Wait | Action::Unknown));
    Ok(if args.detailed_exitcode && pending { exit.max(Exit::Pending) } else { exit })
}

fn one(
    args: &Args,
    context: &Context,
    work: &Work,
    renderer: &Renderer<'_>,
    account: &Account,
    now: Timestamp,
    until: Timestamp,
) -> Result<Plan, Failure> {
    let address = Address::of(context, args.sandbox.as_deref(), account)?;
    let ledger = address.ledger(&work.opened, account, "plan")?;
    ledger.require(address.platform)?;
    Ok(work.desk(renderer, account)?.plan(ledger.books(), now, until)?)
}

fn as_json(plan: &SavedPlan) -> String {
    let mut text = serde_json::to_string_pretty(plan).unwrap_or_default();
    text.push('\n');
    text
}

fn head(context: &mut Context, work: &Work, now: Timestamp) {
    let config = &work.opened.site.config;
    let local = now.to_zoned(config.zone.clone()).strftime("%Y-%m-%d %H:%M").to_string();
    let revision = match &work.opened.commit {
        Some(commit) => commit.chars().take(7).collect(),
        None => text::plan_worktree().text(context.lang),
    };
    context.say(&text::plan_head(local, &config.zone_name, revision));
}

fn show(context: &mut Context, account: &Account, plan: &Plan) {
    let lang = context.lang;
    let kind = match (account.verified, account.kind) {
        (false, _) => text::kind_unverified(),
        (true, AccountKind::Subscription) => text::kind_subscription(),
        (true, AccountKind::Service) => text::kind_service(),
    };
    let (name, kind) = (&account.name.value, kind.text(lang));
    context.line("");
    context.say(&match account.mass_per_month {
        Some(limit) => {
            text::plan_account_month(name, kind, plan.mass_month, limit, plan.mass_today, plan.ledger)
        }
        None => text::plan_account(name, kind, plan.mass_today, account.mass_per_day, plan.ledger),
    });
    let shown: Vec<&Item> =
        plan.items.iter().filter(|item| !matches!(item.action, Action::Done(_))).collect();
    if shown.is_empty() {
        context.say(&text::plan_empty());
    }
    let columns = context.columns().min(120);
    for item in shown {
        context.line(&headline(item, account, lang, columns));
        for reason in reasons(item, account, lang) {
            context.line(&format!("      {reason}"));
        }
    }
}

/// `  + 12-21 20:00  群发  冬至  “冬至，为什么要喝一碗热的？”` in that many columns.
pub(super) fn headline(item: &Item, account: &Account, lang: Lang, columns: usize) -> String {
    let mode = work::mode(item.mode).text(lang);
    let start = format!(
        "  {} {}  {}  ",
        item.action.symbol(),
        width::pad(&work::at(item.due, &account.zone), 11),
        width::pad(&mode, 7)
    );
    let left = columns.saturating_sub(width::width(&start));
    let name = width::clip(&item.edition, left / 2);
    let title = item.titles.first().map(String::as_str).unwrap_or_default();
    let quoted = match lang {
        Lang::Zh => format!("“{title}”"),
        Lang::En => format!("\"{title}\""),
    };
    let rest = left.saturating_sub(width::width(&name) + 2);
    format!("{start}{name}  {}", width::clip(&quoted, rest))
}

/// Why, a line each.
pub(super) fn reasons(item: &Item, account: &Account, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    let payload = item.payload.map(|payload| payload.short()).unwrap_or_default();
    let separator = if lang == Lang::Zh { "、" } else { ", " };
    match &item.action {
        Action::Act | Action::Wait if item.approved.is_none() => lines.push(text::plan_resume()),
        Action::Act | Action::Wait => lines.push(text::plan_ready(payload, item.signers.join(separator))),
        Action::Held(holds) => {
            lines.extend(
                holds.iter().map(|hold| text::plan_held(hold.sentence(&account.zone, lang).text(lang))),
            );
        }
        Action::Void(holds) => {
            lines.extend(
                holds.iter().map(|hold| text::plan_void(hold.sentence(&account.zone, lang).text(lang))),
            );
        }
        Action::Skip("expired") => lines.push(text::plan_skip_expired()),
        Action::Skip(_) => lines.push(text::plan_skip_late()),
        Action::Unknown => lines.push(text::plan_unknown(&item.delivery)),
        Action::Done(_) => {}
    }
    if let Some(wished) = item.wished {
        lines.push(text::plan_wished(work::mode(wished).text(lang)));
    }
    if let Some(free) = item.suggestion {
        lines.push(text::plan_suggest(work::at(Some(free), &account.zone)));
    }
    lines.into_iter().map(|line| line.text(lang)).collect()
}

fn summary(context: &mut Context, plans: &[Plan]) {
    let count = |fits: fn(&Action) -> bool| {
        plans.iter().flat_map(|plan| &plan.items).filter(|item| fits(&item.action)).count()
    };
    context.line("");
    context.say(&text::plan_summary(
        count(|action| matches!(action, Action::Act | Action::Wait)),
        count(|action| matches!(action, Action::Held(_) | Action::Void(_))),
        count(|action| matches!(action, Action::Skip(_))),
        count(|action| matches!(action, Action::Unknown)),
    ));
}
