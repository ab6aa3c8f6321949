//! `qianfa demo`: this site's whole way in a scratch copy, through a sandbox in the same process.
//!
//! Every step is a command that a user would type, run by this very program, with its real output. The account is
//! counted at the end from the ledger and from the sandbox, and both must agree.

mod scratch;
mod stage;
mod story;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::{Context, Exit, Failure};
use crate::base::clock::ManualClock;
use crate::base::digest::Digest;
use crate::base::message::cli as text;
use crate::sandbox::{self, Options, Running, Sandbox};
use crate::site::{self, AccountKind, Edition, Mode, Secret, Site, Slot};
use crate::source::tree::WorkTree;
use scratch::Scratch;
use stage::Stage;
use story::Story;

/// How long before its time an edition is signed.
const SIGNED_BEFORE: SignedDuration = SignedDuration::from_hours(20);

/// Options of `demo`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long)]
    keep: bool,
}

/// An edition with its time, in the order of the calendar.
struct Due {
    name: String,
    account: String,
    mode: Mode,
    at: Timestamp,
    file: String,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit, Failure> {
    let root = context.root()?;
    let mut scratch = Scratch::copy(&root)?;
    let site = load(&scratch)?;
    let calendar = calendar(&site);
    let Some(first) = calendar.first() else { return Err(Failure::usage(text::demo_nothing_due())) };
    let clock = Arc::new(ManualClock::new(first.at - SIGNED_BEFORE));
    let running = platform(&site, &clock)?;
    let zone = site.config.zone.clone();
    context.say(&text::demo_opening(site.config.name.as_str(), calendar.len(), scratch.folder().display()));

    let mut stage = Stage::new(context, &scratch.site())?;
    environment(&mut stage, &site, &running)?;
    let story = Story { scratch: &scratch, calendar: &calendar, zone, clock: &clock, running: &running };
    let refused = story.play(&mut stage)?;
    let exit = story.sum_up(&mut stage, refused)?;
    if args.keep {
        context.flush();
        scratch.keep();
        context.note(&text::demo_kept(scratch.folder().display(), running.base_url()));
        running.wait();
    }
    Ok(exit)
}

fn load(scratch: &Scratch) -> Result<Site, Failure> {
    let loaded = site::load(&WorkTree::new(scratch.site())?);
    loaded.site.ok_or_else(|| Failure::new(Exit::Invalid, text::broken_site(site::CONFIG)))
}

/// The editions that go out, by time.
fn calendar(site: &Site) -> Vec<Due> {
    let due = |edition: &Edition| {
        let Some(Slot::At(at)) = edition.at else { return None };
        let file = site.articles.get(*edition.articles.first()?)?.path().to_owned();
        edition.ready.then(|| Due {
            name: edition.name.clone(),
            account: edition.account.clone(),
            mode: edition.mode,
            at,
            file,
        })
    };
    let mut calendar: Vec<Due> = site.editions.iter().filter_map(due).collect();
    calendar.sort_by(|a, b| (a.at, &a.account, &a.name).cmp(&(b.at, &b.account, &b.name)));
    calendar
}

/// A sandbox with the site's accounts.
fn platform(site: &Site, clock: &Arc<ManualClock>) -> Result<Running, Failure> {
    let accounts = site.config.accounts.iter().map(|account| {
        let name = account.name.as_str();
        let appid = account.appid_value.as_ref().map_or_else(|| appid(name), |appid| appid.value.clone());
        let mut known = sandbox::Account::new(appid, secret(name));
        known.name = account.title.as_ref().map_or_else(|| name.to_owned(), |title| title.value.clone());
        known.verified = account.verified;
        known.kind = match account.kind {
            AccountKind::Subscription => sandbox::Kind::Subscription,
            AccountKind::Service => sandbox::Kind::Service,
        };
        known
    });
    let options = Options::with_manual_clock(Arc::clone(clock), accounts.collect());
    let failed = |error| Failure::explain(Exit::Usage, &error);
    let sandbox = Sandbox::new(options).map_err(failed)?;
    sandbox.spawn(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).map_err(failed)
}

/// A made-up AppID that looks like one.
fn appid(account: &str) -> String {
    format!("wx{}", &Digest::of(format!("appid {account}")).hex()[..16])
}

/// A made-up AppSecret that looks like one.
fn secret(account: &str) -> String {
    Digest::of(format!("secret {account}")).hex()[..32].to_owned()
}

/// What commands need to find the sandbox instead of the platform, and nothing of the user's own git settings.
fn environment(stage: &mut Stage<'_>, site: &Site, running: &Running) -> Result<(), Failure> {
    stage.enter();
    for account in &site.config.accounts {
        for (place, value) in
            [(&account.appid, appid(&account.name)), (&account.secret, secret(&account.name))]
        {
            match place {
                Secret::Env(name) => stage.export(name, &value),
                Secret::File(path) => return Err(Failure::usage(text::demo_secret_file(path))),
            }
        }
    }
    stage.export("QIANFA_SANDBOX", &running.base_url());
    for (name, value) in [("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")] {
        stage.set(name, value);
    }
    Ok(())
}
