//! Which platform a command speaks to, with what credentials and by which clock.

use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;

use jiff::tz::TimeZone;

use super::opened::Opened;
use super::rehearsal::RehearsalClock;
use super::{Context, Failure};
use crate::base::clock::{Clock, SystemClock};
use crate::base::file;
use crate::base::message::deliver as text;
use crate::base::when;
use crate::ledger::{Ledger, LedgerError, Platform};
use crate::site::{Account, Secret};
use crate::wechat::client::{Client, DEFAULT_BASE, Settings};

/// Most bytes of a file with a secret.
const SECRET_BYTES: u64 = 4096;
/// The variable that names a sandbox.
const VARIABLE: &str = "QIANFA_SANDBOX";
/// The variable that says how long an answer of the platform may take.
const TIMEOUT: &str = "QIANFA_TIMEOUT";

/// Where the platform is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) base: String,
    pub(super) platform: Platform,
}

impl Address {
    /// `--sandbox`, `QIANFA_SANDBOX`, the account's `api`, or the platform itself. The first two may only name a stand-in
    /// on this machine.
    ///
    /// # Errors
    /// When a sandbox is named that is not on this machine.
    pub(super) fn of(context: &Context, sandbox: Option<&str>, account: &Account) -> Result<Self, Failure> {
        let named = sandbox.map(str::to_owned).or_else(|| context.variable(VARIABLE));
        if let Some(base) = named {
            let base = base.trim_end_matches('/').to_owned();
            return if is_loopback(&base) {
                Ok(Self { base, platform: Platform::Sandbox })
            } else {
                Err(Failure::usage(text::not_a_sandbox(&base)).help(text::not_a_sandbox_help()))
            };
        }
        let base = account.api.as_ref().map_or_else(|| DEFAULT_BASE.to_owned(), |api| api.value.clone());
        let platform = if is_loopback(&base) { Platform::Sandbox } else { Platform::WeChat };
        Ok(Self { base: base.trim_end_matches('/').to_owned(), platform })
    }

    /// The remote with the ledger. A rehearsal keeps its ledger in the clone, unless the site names a remote: the ledger
    /// that everybody shares must not begin with one.
    fn ledger_remote(&self, opened: &Opened) -> Option<String> {
        match self.platform {
            Platform::WeChat => opened.remote(),
            Platform::Sandbox => opened.site.config.remote.clone(),
        }
    }

    /// The ledger of an account, for the run of that name.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn ledger(
        &self,
        opened: &Opened,
        account: &Account,
        run: impl Into<String>,
    ) -> Result<Ledger, LedgerError> {
        Ledger::open(&opened.root, self.ledger_remote(opened).as_deref(), &account.name, run)
    }

    /// The clock to work by: the machine's, or with `--now` one that moves the sandbox's along.
    ///
    /// # Errors
    /// When `--now` is no time, or would move a real account by made-up time.
    pub(super) fn clock(&self, context: &Context, zone: &TimeZone) -> Result<Arc<dyn Clock>, Failure> {
        if context.now.is_none() {
            return Ok(Arc::new(SystemClock));
        }
        if self.platform != Platform::Sandbox {
            return Err(Failure::usage(text::now_is_real()).help(text::now_is_real_help()));
        }
        let start = context.clock(zone)?.now();
        Ok(Arc::new(RehearsalClock::start(&self.base, start)))
    }

    /// The client of an account.
    ///
    /// # Errors
    /// When credentials are missing or the address cannot be used.
    pub(super) fn client(
        &self,
        context: &Context,
        root: &Path,
        account: &Account,
        clock: Arc<dyn Clock>,
    ) -> Result<Client, Failure> {
        let appid = match &account.appid_value {
            Some(appid) => appid.value.clone(),
            None => secret(context, root, account, &account.appid)?,
        };
        let mut settings = Settings::new(appid, secret(context, root, account, &account.secret)?.into());
        settings.base.clone_from(&self.base);
        if self.platform == Platform::WeChat {
            let proxy = ["QIANFA_PROXY", "HTTPS_PROXY", "https_proxy"];
            settings.proxy = proxy.into_iter().find_map(|name| context.variable(name)).map(Into::into);
        }
        if let Some(typed) = context.variable(TIMEOUT) {
            settings.timeout =
                when::duration(&typed).filter(|timeout| !timeout.is_zero()).ok_or_else(|| {
                    Failure::usage(text::bad_timeout(TIMEOUT, &typed)).help(text::bad_timeout_help())
                })?;
        }
        Client::new(settings, clock).map_err(|error| Failure::explain(super::Exit::Usage, &error))
    }
}

/// Whether an address is on this machine.
fn is_loopback(base: &str) -> bool {
    let Some(rest) = base.strip_prefix("http://").or_else(|| base.strip_prefix("https://")) else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
    if authority.contains('@') {
        return false;
    }
    let host = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or(""),
        None => authority.split(':').next().unwrap_or(""),
    };
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// The text of a secret; never printed.
fn secret(context: &Context, root: &Path, account: &Account, secret: &Secret) -> Result<String, Failure> {
    match secret {
        Secret::Env(name) => context.variable(name).ok_or_else(|| {
            Failure::usage(text::no_secret(&account.name.value, name)).help(text::no_secret_help(name))
        }),
        Secret::File(path) => {
            let bytes = file::read(&root.join(path), SECRET_BYTES)?;
            let text = String::from_utf8_lossy(&bytes).trim().to_owned();
            if text.is_empty() {
                return Err(Failure::usage(text::empty_secret(&account.name.value, path)));
            }
            Ok(text)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_a_sandbox() {
        for base in ["http://127.0.0.1:8700", "http://localhost", "http://[::1]:80/x", "https://127.9.9.9/"] {
            assert!(is_loopback(base), "{base}");
        }
        for base in [
            "http://127.0.0.1.example.org",
            "http://127.0.0.1@example.org",
            "http://localhost.example.org:80",
            "https://api.weixin.qq.com",
            "ftp://127.0.0.1",
            "127.0.0.1:8700",
            "http://",
        ] {
            assert!(!is_loopback(base), "{base}");
        }
    }
}
