//! `qianfa approvals`: who signed, what is missing and which rule asks, what does not count and why.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rayon::prelude::*;
use serde_json::{Value, json};

use super::{Context, Exit, Failure, editions, opened};
use crate::base::message::{Explain, Lang, sign as text};
use crate::signoff::{Judged, Missing, Register, Verdict};
use crate::site::{Edition, Site};

/// Arguments of `approvals`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "UNIT|EDITION")]
    unit: Vec<String>,
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
    #[arg(long, value_name = "human|json", default_value = "human", hide_default_value = true, value_parser = ["human", "json"])]
    format: String,
    #[arg(long)]
    check: bool,
    #[arg(long, value_name = "REV")]
    rev: Option<String>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit, Failure> {
    let opened = opened::open(context, args.rev.as_deref())?;
    let site = &opened.site;
    let clock = context.clock(&site.config.zone)?;
    let now = clock.now();
    let renderer = opened.renderer();
    let findings = opened.check(now);
    let register = Register::open(site, opened.tree.as_ref(), &opened.root, opened.commit.as_deref())?;
    let chosen = choose(args, site, &register)?;
    let judged: Vec<(&Edition, Judged)> = chosen
        .into_par_iter()
        .map(|edition| {
            (edition, register.judge(site, opened.tree.as_ref(), &renderer, edition, &findings, now))
        })
        .collect();
    if args.format == "json" {
        let list: Vec<Value> =
            judged.iter().map(|(edition, judged)| as_json(site, edition, &judged.verdict)).collect();
        let faults: Vec<Value> = register
            .faults()
            .iter()
            .map(|fault| json!({"path": fault.path, "message": fault.reason.message().text(context.lang)}))
            .collect();
        context.line(&json!({"editions": list, "faults": faults}).to_string());
    } else {
        for (edition, judged) in &judged {
            show(context, site, edition, &judged.verdict);
        }
        if judged.is_empty() {
            context.say(&text::nothing());
        }
        for fault in register.faults() {
            let message = fault.reason.message().text(context.lang);
            context.say(&text::fault(&fault.path, message));
        }
    }
    for finding in register.findings().iter() {
        let start = finding.place.start();
        let message = finding.message.text(context.lang);
        let (path, line) = (finding.place.path(), start.line);
        context.note(&text::policy_finding(finding.severity, path, line, start.column, message));
    }
    let unread = opened.unread(context);
    let open =
        judged.iter().any(|(edition, judged)| edition.ready && edition.at.is_some() && !judged.verdict.ready);
    Ok(if args.check && open { unread.max(Exit::Unsigned) } else { unread })
}

/// The editions that were named, or those that are ready or signed by somebody.
fn choose<'s>(args: &Args, site: &'s Site, register: &Register) -> Result<Vec<&'s Edition>, Failure> {
    let account = args.account.as_deref();
    if args.unit.is_empty() {
        let of_account = |edition: &&Edition| account.is_none_or(|account| edition.account == account);
        let alive = |edition: &&Edition| edition.ready || register.knows(&edition.account, &edition.name);
        return Ok(site.editions.iter().filter(of_account).filter(alive).collect());
    }
    let mut chosen: Vec<&Edition> = Vec::new();
    for typed in &args.unit {
        for edition in editions::named(site, typed, account)? {
            if !chosen.iter().any(|known| std::ptr::eq(*known, edition)) {
                chosen.push(edition);
            }
        }
    }
    Ok(chosen)
}

fn show(context: &mut Context, site: &Site, edition: &Edition, verdict: &Verdict) {
    let lang = context.lang;
    let zone = &site.config.zone;
    context.say(&text::listed(&edition.account, &edition.name, editions::title(site, edition)));
    let digits = verdict.payload.short();
    let mode = editions::mode(edition.mode).text(lang);
    let audience = editions::audience(&edition.to.name()).text(lang);
    let when = editions::when(site, edition).text(lang);
    context.say(&if verdict.ready {
        text::listed_ready(digits, mode, audience, when)
    } else {
        text::listed_open(digits, mode, audience, when)
    });
    if verdict.render_changed {
        context.say(&text::listed_frozen());
    }
    for signed in &verdict.signed {
        context.say(&text::listed_signed(&signed.person, &signed.role, local(signed.at, zone), &signed.key));
        for waived in &signed.waives {
            context.say(&text::listed_waived(&waived.rule, &waived.path, &waived.at));
        }
    }
    for missing in &verdict.missing {
        context.say(&text::listed_missing(missing.message().text(lang)));
    }
    for void in &verdict.void {
        let statement = &void.statement;
        let reason = void.reason.message().text(lang);
        context.say(&text::listed_void(&statement.by, &statement.role, local(statement.at, zone), reason));
    }
}

fn local(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string()
}

/// Stable keys; sentences are in English, so that programs see the same whatever the language.
fn as_json(site: &Site, edition: &Edition, verdict: &Verdict) -> Value {
    json!({
        "unit": edition.name,
        "account": edition.account,
        "title": editions::title(site, edition),
        "mode": edition.mode.name(),
        "audience": edition.to.name(),
        "payload": verdict.payload,
        "ready": verdict.ready,
        "render_changed": verdict.render_changed,
        "signed": verdict.signed.iter().map(|signed| json!({
            "by": signed.person,
            "role": signed.role,
            "at": signed.at,
            "expires": signed.expires,
            "key": signed.key,
            "statement": signed.statement,
            "waives": signed.waives,
        })).collect::<Vec<_>>(),
        "missing": verdict.missing.iter().map(missing).collect::<Vec<_>>(),
        "void": verdict.void.iter().map(|void| json!({
            "by": void.statement.by,
            "role": void.statement.role,
            "at": void.statement.at,
            "verdict": void.statement.verdict.name(),
            "payload": void.statement.payload,
            "reason": void.reason.name(),
            "message": void.reason.message().text(Lang::En),
            "statement": void.path,
        })).collect::<Vec<_>>(),
    })
}

fn missing(missing: &Missing) -> Value {
    let mut value = json!({"kind": missing.name(), "message": missing.message().text(Lang::En)});
    if let Missing::Signature { rule, role, have, need } = missing {
        for (key, field) in
            [("rule", json!(rule)), ("role", json!(role)), ("have", json!(have)), ("need", json!(need))]
        {
            value[key] = field;
        }
    }
    value
}
