//! `qianfa sign`: give a sign-off, say no, or take either back.

mod signer;
mod view;

use std::path::PathBuf;

use super::opened::Opened;
use super::{Context, Exit, Failure, editions, opened};
use crate::base::clock::Clock;
use crate::base::digest::Digest;
use crate::base::message::{Explain, Lang, sign as text};
use crate::base::when;
use crate::finding::{Finding, Severity};
use crate::signoff::{
    Answer, Judged, NAMESPACE, Payload, Register, Statement, Stored, Terms, Verdict, Window, verify,
};
use crate::site::Edition;
use signer::Person;

/// Arguments of `sign`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "UNIT|EDITION")]
    unit: String,
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
    #[arg(long, value_name = "ROLE")]
    role: String,
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    #[arg(long = "as", value_name = "NAME")]
    person: Option<String>,
    #[arg(long, conflicts_with = "withdraw")]
    reject: bool,
    #[arg(long)]
    withdraw: bool,
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    #[arg(long, conflicts_with = "payload")]
    yes: bool,
    #[arg(long, value_name = "FIRST12")]
    payload: Option<String>,
    #[arg(long, value_name = "DURATION", default_value = "7d", hide_default_value = true)]
    expires: String,
    #[arg(long, value_name = "TIME")]
    not_before: Option<String>,
    #[arg(long, value_name = "TIME")]
    not_after: Option<String>,
    #[arg(long, value_name = "REV")]
    rev: Option<String>,
}

impl Args {
    fn answer(&self) -> Answer {
        match (self.reject, self.withdraw) {
            (true, _) => Answer::Reject,
            (_, true) => Answer::Withdraw,
            _ => Answer::Approve,
        }
    }
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit, Failure> {
    let opened = opened::open(context, args.rev.as_deref())?;
    let site = &opened.site;
    let clock = context.clock(&site.config.zone)?;
    let named = editions::named(site, &args.unit, args.account.as_deref());
    let named = named.map_err(|failure| unread(context, &opened, &args.unit, failure))?;
    let edition = match named[..] {
        [edition] => edition,
        ref several => {
            let accounts: Vec<&str> = several.iter().map(|edition| edition.account.as_str()).collect();
            return Err(
                Failure::usage(text::several(&args.unit, accounts.join(", "))).help(text::several_help())
            );
        }
    };
    let renderer = opened.renderer();
    let findings = opened.check(clock.now());
    let mut register = Register::open(site, opened.tree.as_ref(), &opened.root, opened.commit.as_deref())?;
    let judged = register.judge(site, opened.tree.as_ref(), &renderer, edition, &findings, clock.now());
    let person = Person::find(args, &register, context)?;
    admit(args, &judged, &register, &person, context.lang)?;

    let own: Vec<&Finding> = judged.findings(&findings).collect();
    let payload = to_sign(&judged, &register)?;
    view::show(context, &opened, edition, &judged, &payload, &own, &register);
    if args.answer() == Answer::Approve {
        acceptable(context, &opened, edition, &own)?;
    }
    confirm(args, context, judged.verdict.payload)?;

    let statement = state(args, &judged, &register, &person, &own, clock.as_ref(), &site.config.zone)?;
    let stored = sign(statement, &person, &register, clock.as_ref())?;
    let tip = register.record(clock.as_ref(), &payload, &stored)?;
    let tip = tip.to_string();
    context.say(&text::signed(
        answer(args.answer()).text(context.lang),
        &person.name,
        &args.role,
        person.key.fingerprint(),
        tip.get(..7).unwrap_or(&tip),
    ));
    let verdict =
        register.judge(site, opened.tree.as_ref(), &renderer, edition, &findings, clock.now()).verdict;
    rest(context, &verdict);
    Ok(Exit::Done)
}

fn answer(answer: Answer) -> crate::base::message::Message {
    match answer {
        Answer::Approve => text::approved(),
        Answer::Reject => text::rejected(),
        Answer::Withdraw => text::withdrawn(),
    }
}

/// Whether this person may speak in this role about this edition.
fn admit(
    args: &Args,
    judged: &Judged,
    register: &Register,
    person: &Person,
    lang: Lang,
) -> Result<(), Failure> {
    let refuse = |message| Failure::new(Exit::Unsigned, message);
    let Some(policy) = register.policy() else {
        let missing = crate::signoff::Missing::NoPolicy;
        let failure = Failure::explain(Exit::Unsigned, &missing);
        let first = register.findings().iter().find(|finding| finding.severity == Severity::Error);
        return Err(match first {
            Some(finding) => failure.help(text::policy_broken(place(finding), finding.message.text(lang))),
            None => failure,
        });
    };
    let Some(people) = policy.roles.get(&args.role) else {
        let known: Vec<&str> = policy.roles.keys().map(String::as_str).collect();
        return Err(Failure::usage(text::no_role(&args.role)).help(text::known_roles(known.join(", "))));
    };
    if !people.contains(&person.name) {
        let roles = policy.roles_of(&person.name).join(", ");
        let failure = refuse(text::not_in_role(&person.name, &args.role));
        return Err(match roles.is_empty() {
            true => failure.help(text::no_roles_help(&person.name)),
            false => failure.help(text::own_roles_help(&person.name, roles)),
        });
    }
    if register.authors(&judged.subject).people.contains(&person.name) && args.answer() != Answer::Withdraw {
        return Err(refuse(text::is_author(&person.name)).help(text::is_author_help()));
    }
    Ok(())
}

/// That there is no such edition, or that its file cannot be read.
fn unread(context: &mut Context, opened: &Opened, typed: &str, failure: Failure) -> Failure {
    let unit = typed.trim_end_matches('/').trim_start_matches("./");
    let unit = unit.strip_suffix(".md").unwrap_or(unit);
    let unit = unit.strip_suffix("/index").unwrap_or(unit);
    let mut errors = opened.errors();
    errors.retain(|finding| {
        let rest = finding.place.path().strip_prefix(unit);
        rest.is_some_and(|rest| rest == ".md" || rest.starts_with('/'))
    });
    if errors.is_empty() {
        return failure;
    }
    context.findings(&errors);
    Failure::new(Exit::Invalid, text::has_errors(errors.len())).help(text::has_errors_help())
}

/// Findings that forbid an approval, and an edition that is not finished. An approval also waits for what could not be
/// read beside its articles, and for rule settings by which they were not checked.
fn acceptable(
    context: &mut Context,
    opened: &Opened,
    edition: &Edition,
    own: &[&Finding],
) -> Result<(), Failure> {
    let articles = edition.articles.iter().filter_map(|index| opened.site.articles.get(*index));
    let folders: Vec<&str> =
        articles.filter_map(|article| Some(article.path().rsplit_once('/')?.0)).collect();
    let mut beside = opened.errors();
    beside.retain(|finding| {
        let path = finding.place.path();
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let shown = own.iter().any(|other| other.rule == finding.rule && other.place.path() == path);
        !shown && (folder == "policy/rules" || folders.contains(&folder) && !path.ends_with(".md"))
    });
    // An exception that the article asks for is what the signer is here to accept or not.
    let stands = |finding: &&&Finding| finding.severity == Severity::Error && finding.answer.is_none();
    let errors = own.iter().filter(stands).count() + beside.len();
    if errors > 0 {
        context.flush();
        context.findings(&beside);
        return Err(Failure::new(Exit::Invalid, text::has_errors(errors)).help(text::has_errors_help()));
    }
    if !edition.ready {
        opened.unread(context);
        return Err(Failure::new(Exit::Invalid, text::not_ready()).help(text::not_ready_help()));
    }
    Ok(())
}

/// The payload that is signed: the fresh one, or the frozen one that others signed before only the program changed.
fn to_sign(judged: &Judged, register: &Register) -> Result<Payload, Failure> {
    if judged.verdict.payload == judged.built.digest {
        return Ok(judged.built.payload.clone());
    }
    Ok(register.payload(judged.verdict.payload)?)
}

/// Asks for the digits, or compares those that were given.
fn confirm(args: &Args, context: &mut Context, payload: Digest) -> Result<(), Failure> {
    if args.yes {
        return Ok(());
    }
    let typed = match &args.payload {
        Some(typed) => Some(typed.clone()),
        None => context.ask(&text::prompt(payload.short())),
    };
    let Some(typed) = typed else {
        return Err(Failure::usage(text::no_terminal()).help(text::no_terminal_help(payload.short())));
    };
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let hex = payload.hex();
    if digits.len() < payload.short().len() || !hex.starts_with(&digits.to_lowercase()) {
        let failure = Failure::new(Exit::Unsigned, text::other_digits(digits, payload.short()));
        return Err(failure.help(text::other_digits_help()));
    }
    Ok(())
}

fn state(
    args: &Args,
    judged: &Judged,
    register: &Register,
    person: &Person,
    own: &[&Finding],
    clock: &dyn Clock,
    zone: &jiff::tz::TimeZone,
) -> Result<Statement, Failure> {
    let expires = when::duration(&args.expires)
        .and_then(|duration| jiff::SignedDuration::try_from(duration).ok())
        .ok_or_else(|| Failure::usage(text::bad_duration(&args.expires)).help(text::bad_duration_help()))?;
    let instant = |typed: &Option<String>| match typed {
        None => Ok(None),
        Some(typed) => match when::instant(typed, zone) {
            Ok(instant) => Ok(Some(instant)),
            Err(_) => Err(Failure::usage(text::bad_time(typed)).help(text::bad_time_help())),
        },
    };
    let (not_before, not_after) = (instant(&args.not_before)?, instant(&args.not_after)?);
    let window = (not_before.is_some() || not_after.is_some()).then_some(Window { not_after, not_before });
    let terms = Terms {
        by: person.name.clone(),
        role: args.role.clone(),
        verdict: args.answer(),
        reason: args.reason.clone(),
        expires,
        window,
    };
    let policy = register.policy().map_or_else(|| Digest::of(""), |policy| policy.digest);
    let statement =
        Statement::about(&judged.subject, judged.verdict.payload, policy, own, terms, clock.now());
    if statement.fits() {
        return Ok(statement);
    }
    let count = statement.waives.len();
    Err(Failure::new(Exit::Invalid, text::too_many_waived(count)).help(text::too_many_waived_help()))
}

/// Signs, and checks the signature as everybody else will.
fn sign(
    statement: Statement,
    person: &Person,
    register: &Register,
    clock: &dyn Clock,
) -> Result<Stored, Failure> {
    let bytes = statement.canonical();
    let armour = person.key.sign(NAMESPACE, bytes.as_bytes())?;
    let times = [statement.at, clock.now()];
    verify(register.signers(), &person.name, NAMESPACE, bytes.as_bytes(), &armour, &times)
        .map_err(|error| Failure::explain(Exit::Unsigned, &error))?;
    Ok(Stored::new(statement, armour))
}

/// What is still missing after this sign-off.
fn rest(context: &mut Context, verdict: &Verdict) {
    if verdict.ready {
        context.say(&text::complete());
        return;
    }
    context.say(&text::still_missing());
    for missing in &verdict.missing {
        context.say(&text::item(missing.message().text(context.lang)));
    }
}

/// `path:line:column`
fn place(finding: &Finding) -> String {
    let start = finding.place.start();
    format!("{}:{}:{}", finding.place.path(), start.line, start.column)
}
