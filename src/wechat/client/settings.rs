//! What a client needs to know: where, who, through what, how long.

use std::fmt;
use std::time::Duration;

use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};

use super::error::{ClientError, SetupFault};

/// The platform's address.
pub const DEFAULT_BASE: &str = "https://api.weixin.qq.com";

/// Settings of a [`super::Client`]. Printing them shows neither the secret nor the proxy's password.
#[derive(Clone)]
pub struct Settings {
    /// Where the interface is: [`DEFAULT_BASE`] or a sandbox. A path in it stands before `/cgi-bin/…`.
    pub base: String,
    /// AppID of the account.
    pub appid: String,
    /// Its AppSecret.
    pub secret: SecretString,
    /// Address of a proxy, `http://`, `https://` or `socks5://`, with user and password where it wants them. Without
    /// one the connection is direct: variables of the environment are not looked at here.
    pub proxy: Option<SecretString>,
    /// How long one request may take, from connecting to the last byte of the answer. Uploads get a second more for
    /// every 64 KiB.
    pub timeout: Duration,
    /// How long connecting may take.
    pub connect_timeout: Duration,
}

impl Settings {
    /// Settings for the real platform: no proxy, 30 s a request, 10 s to connect.
    pub fn new(appid: impl Into<String>, secret: SecretString) -> Self {
        Self {
            base: DEFAULT_BASE.to_owned(),
            appid: appid.into(),
            secret,
            proxy: None,
            timeout: Duration::from_secs(30),
            connect_timeout: Duration::from_secs(10),
        }
    }

    /// The parsed base address.
    pub(super) fn base(&self) -> Result<Url, ClientError> {
        Url::parse(&self.base)
            .ok()
            .filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host() && url.query().is_none())
            .filter(|url| url.username().is_empty() && url.password().is_none())
            .ok_or(ClientError::Setup(SetupFault::Base))
    }

    /// Refuses what would give the secret away or move a real account by made-up time.
    pub(super) fn check(&self, rehearsal: bool) -> Result<(), ClientError> {
        let base = self.base()?;
        let host = base.host_str().unwrap_or_default();
        let real = host == "weixin.qq.com" || host.ends_with(".weixin.qq.com");
        if real && base.scheme() != "https" {
            return Err(ClientError::Setup(SetupFault::PlainHttp));
        }
        if real && rehearsal {
            return Err(ClientError::Setup(SetupFault::Rehearsal));
        }
        for (field, value) in [("appid", self.appid.as_str()), ("secret", self.secret.expose_secret())] {
            if value.is_empty() {
                return Err(ClientError::Missing { field: field.to_owned() });
            }
        }
        Ok(())
    }

    /// Every text that must never be shown.
    pub(super) fn secrets(&self) -> Vec<String> {
        let mut secrets = vec![self.secret.expose_secret().to_owned()];
        if let Some(proxy) = &self.proxy {
            secrets.push(proxy.expose_secret().to_owned());
            let password =
                Url::parse(proxy.expose_secret()).ok().and_then(|url| url.password().map(str::to_owned));
            secrets.extend(password);
        }
        secrets
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let base = self.base().ok();
        f.debug_struct("Settings")
            .field("host", &base.as_ref().and_then(Url::host_str))
            .field("appid", &self.appid)
            .field("secret", &"…")
            .field("proxy", &self.proxy.as_ref().map(|_| "…"))
            .field("timeout", &self.timeout)
            .field("connect_timeout", &self.connect_timeout)
            .finish()
    }
}
