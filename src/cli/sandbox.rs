//! `qianfa sandbox`: serves the stand-in for the platform until Ctrl-C.

use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::Arc;

use clap::ValueEnum;
use jiff::tz::{TimeZone, offset};

use super::{Context, Exit, Failure};
use crate::base::clock::{Clock, ManualClock};
use crate::base::message::sandbox as text;
use crate::sandbox::{Account, Options, Profile, Sandbox};

/// The account when none is named.
const APPID: &str = "wx5f0c1d2e3a4b6c78";
/// Its secret: it guards nothing but a sandbox on this machine.
const SECRET: &str = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

/// Arguments of `qianfa sandbox`.
#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "PORT", default_value_t = 8700)]
    port: u16,
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
    #[arg(long, value_name = "measured|strict", default_value = "measured", hide_possible_values = true)]
    profile: Limits,
    #[arg(long = "account", value_name = "APPID:SECRET")]
    accounts: Vec<Account>,
}

/// Accounts hold secrets.
impl std::fmt::Debug for Args {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Args").field("port", &self.port).field("state", &self.state).finish_non_exhaustive()
    }
}

/// `--profile`.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Limits {
    Measured,
    Strict,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit, Failure> {
    let clock = context.clock(&TimeZone::fixed(offset(8)))?;
    let accounts =
        if args.accounts.is_empty() { vec![Account::new(APPID, SECRET)] } else { args.accounts.clone() };
    let mut options = if clock.is_rehearsal() {
        Options::with_manual_clock(Arc::new(ManualClock::new(clock.now())), accounts.clone())
    } else {
        Options::new(clock.clone(), accounts.clone())
    };
    options.profile = match args.profile {
        Limits::Measured => Profile::Measured,
        Limits::Strict => Profile::Strict,
    };
    options.state_file.clone_from(&args.state);
    let failed = |error| Failure::explain(Exit::Usage, &error);
    let sandbox = Sandbox::new(options).map_err(failed)?;
    let running = sandbox.spawn((Ipv4Addr::LOCALHOST, args.port).into()).map_err(failed)?;
    announce(context, &running.base_url(), &accounts, args, clock.as_ref());
    wait()?;
    Ok(Exit::Done)
}

fn announce(context: &mut Context, url: &str, accounts: &[Account], args: &Args, clock: &dyn Clock) {
    context.say(&text::running(url));
    context.say(&text::point_at(url));
    context.say(&text::point_site(url));
    for account in accounts {
        context.say(&text::account_line(&account.appid, &account.secret));
    }
    if let Some(path) = &args.state {
        context.say(&text::state_in(path.display()));
    }
    if clock.is_rehearsal() {
        context.say(&text::clock_stands(clock.now()));
    }
    context.flush();
}

/// Blocks until Ctrl-C.
fn wait() -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::usage(text::no_signal(error));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
    runtime.block_on(tokio::signal::ctrl_c()).map_err(failed)
}
