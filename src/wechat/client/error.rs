//! What can go wrong with a call, whether it may have happened all the same, and how to mend it.

use std::fmt;
use std::time::Duration;

use crate::base::message::{Explain, Message, wechat as text};
use crate::wechat::code::{self, Class};
use crate::wechat::picture::PictureError;

/// Whether a failed call changed anything on the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It did not.
    NotDone,
    /// It may have: the answer was lost or says nothing about it. Look before calling again.
    Unknown,
}

/// What happened to a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fault {
    /// No connection came about: name not found, refused, time-out while connecting.
    Connect,
    /// No encrypted connection came about.
    Tls,
    /// The proxy did not let the request through.
    Proxy,
    /// The answer did not come in time.
    Timeout,
    /// The connection ended before the answer did.
    Cut,
}

/// What is wrong with the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SetupFault {
    /// The base is no http(s) address with a host and without user, password or query.
    Base,
    /// The platform would be spoken to without encryption.
    PlainHttp,
    /// The proxy is no usable address.
    Proxy,
    /// No TLS: no certificates, usually.
    Tls,
    /// A rehearsal clock and the real platform.
    Rehearsal,
}

/// What a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Unicode characters.
    Characters,
    /// Bytes.
    Bytes,
    /// Things: articles, pictures.
    Items,
}

/// A call failed. No variant holds a token, a secret or an address with one in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClientError {
    /// The platform answered with a return code.
    #[error("{call}: errcode {code}: {errmsg}")]
    Platform {
        /// The interface: `draft/add`.
        call: &'static str,
        /// `errcode`.
        code: i64,
        /// `errmsg` as it came, with the `rid` that the platform's support asks for.
        errmsg: String,
        /// Whether the call was to fetch a token.
        on_token_call: bool,
    },
    /// The connection failed.
    #[error("{call}: {fault:?}: {detail}")]
    Transport {
        /// The interface.
        call: &'static str,
        /// What happened.
        fault: Fault,
        /// The system's words.
        detail: String,
        /// Whether the request may have arrived.
        outcome: Outcome,
    },
    /// Something between us and the platform answered.
    #[error("{call}: HTTP status {status}")]
    Status {
        /// The interface.
        call: &'static str,
        /// HTTP status.
        status: u16,
        /// Whether the request may have arrived.
        outcome: Outcome,
    },
    /// The answer is not what the interface's page says.
    #[error("{call}: cannot read the answer: {reason}")]
    Decode {
        /// The interface.
        call: &'static str,
        /// What is wrong with it.
        reason: String,
        /// Whether the request did its work.
        outcome: Outcome,
    },
    /// The request would be refused, and was not sent.
    #[error("{field}: {actual} {unit}, the limit is {limit}")]
    Limit {
        /// What is too large, by its name on the wire: `articles[0].title`.
        field: String,
        /// What is counted.
        unit: Unit,
        /// The most that may be.
        limit: usize,
        /// What there is.
        actual: usize,
    },
    /// Something obligatory is empty, and nothing was sent.
    #[error("{field} is missing")]
    Missing {
        /// What, by its name on the wire.
        field: String,
    },
    /// A picture cannot be used, and was not sent.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// The client cannot work with these settings.
    #[error("settings: {0:?}")]
    Setup(SetupFault),
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Characters => "characters",
            Self::Bytes => "bytes",
            Self::Items => "items",
        })
    }
}

/// Longest pause that the client itself waits for.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

impl ClientError {
    /// Whether the call may have taken effect. A refusal with a code means that it did not, except for system errors
    /// (-1 and its relatives) and for the codes that speak of an earlier send with the same key (45065, 45066).
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Platform { on_token_call: true, .. } => Outcome::NotDone,
            Self::Platform { code: 45065 | 45066, .. } => Outcome::Unknown,
            Self::Platform { .. } if self.is_system_error() => Outcome::Unknown,
            Self::Transport { outcome, .. } | Self::Status { outcome, .. } | Self::Decode { outcome, .. } => {
                *outcome
            }
            _ => Outcome::NotDone,
        }
    }

    /// The platform's return code, if it gave one.
    pub fn code(&self) -> Option<i64> {
        match self {
            Self::Platform { code, .. } => Some(*code),
            _ => None,
        }
    }

    /// What kind of trouble it is.
    pub fn class(&self) -> Class {
        match self {
            Self::Platform { code, on_token_call, .. } => code::class(*code, *on_token_call),
            Self::Transport { fault: Fault::Tls | Fault::Proxy, .. } => Class::Human,
            Self::Transport { .. } => Class::RetryLater,
            Self::Status { status: 500.., .. } => Class::RetryLater,
            _ => Class::Final,
        }
    }

    /// Whether the same call may succeed within minutes without anybody doing anything: exit code 75.
    pub fn is_passing(&self) -> bool {
        self.class() == Class::RetryLater || self.pause().is_some()
    }

    /// The request id that the platform's support asks for, from `errmsg`.
    pub fn rid(&self) -> Option<&str> {
        let Self::Platform { errmsg, .. } = self else { return None };
        errmsg.rsplit_once("rid: ").map(|(_, rid)| rid.trim()).filter(|rid| !rid.is_empty())
    }

    /// The address that the platform saw us come from, if it refused that (40164).
    pub fn refused_ip(&self) -> Option<&str> {
        let Self::Platform { code: 40164, errmsg, .. } = self else { return None };
        let rest = errmsg.split_once("invalid ip ").map(|(_, rest)| rest)?;
        rest.split([' ', ',']).next().filter(|ip| ip.parse::<std::net::IpAddr>().is_ok())
    }

    /// Whether the platform wants another token.
    pub(super) fn asks_for_token(&self) -> bool {
        matches!(self, Self::Platform { .. }) && self.class() == Class::RefreshToken
    }

    /// Whether a moment may mend it: a system error, a broken connection, a gateway in trouble.
    pub(super) fn is_momentary(&self) -> bool {
        match self {
            Self::Platform { .. } => self.is_system_error(),
            _ => self.class() == Class::RetryLater,
        }
    }

    /// The pause that the platform asks for, if it is short enough to wait for.
    pub(super) fn pause(&self) -> Option<Duration> {
        let known = self.code().and_then(code::lookup)?;
        known.pause.filter(|pause| *pause <= LONGEST_PAUSE)
    }

    fn is_system_error(&self) -> bool {
        let known = self.code().and_then(code::lookup);
        known.is_some_and(|known| known.class == Class::RetryLater && known.pause.is_none())
    }

    /// The error with every one of `secrets` replaced, cut to a readable length, without control characters.
    pub(super) fn without(mut self, secrets: &[String]) -> Self {
        let texts = match &mut self {
            Self::Platform { errmsg, .. } => errmsg,
            Self::Transport { detail, .. } => detail,
            Self::Decode { reason, .. } => reason,
            _ => return self,
        };
        let clean = secrets
            .iter()
            .filter(|secret| !secret.is_empty())
            .fold(texts.clone(), |text, secret| text.replace(secret, "…"));
        *texts = clean.chars().map(|c| if c.is_control() { ' ' } else { c }).take(500).collect();
        self
    }
}

impl Explain for ClientError {
    fn message(&self) -> Message {
        match self {
            Self::Platform { call, code, errmsg, .. } => match self.refused_ip() {
                Some(ip) => text::client_ip(call, ip),
                None => text::client_platform(call, code, errmsg),
            },
            Self::Transport { call, fault, detail, .. } => match fault {
                Fault::Connect => text::client_connect(call, detail),
                Fault::Tls => text::client_tls(call, detail),
                Fault::Proxy => text::client_proxy(call, detail),
                Fault::Timeout => text::client_timeout(call),
                Fault::Cut => text::client_cut(call, detail),
            },
            Self::Status { call, status, .. } => text::client_status(call, status),
            Self::Decode { call, reason, .. } => text::client_decode(call, reason),
            Self::Limit { field, unit, limit, actual } => match unit {
                Unit::Characters => text::client_limit_characters(field, limit, actual),
                Unit::Bytes => text::client_limit_bytes(field, limit, actual),
                Unit::Items => text::client_limit_items(field, limit, actual),
            },
            Self::Missing { field } => text::client_missing(field),
            Self::Picture(error) => error.message(),
            Self::Setup(fault) => match fault {
                SetupFault::Base => text::client_setup_base(),
                SetupFault::PlainHttp => text::client_setup_plain(),
                SetupFault::Proxy => text::client_setup_proxy(),
                SetupFault::Tls => text::client_setup_tls(),
                SetupFault::Rehearsal => text::client_setup_rehearsal(),
            },
        }
    }

    fn help(&self) -> Option<Message> {
        Some(match self {
            Self::Platform { code, .. } => match code::lookup(*code) {
                Some(known) => known.advice(),
                None => text::client_unknown_code_help(code),
            },
            Self::Transport { fault: Fault::Tls, .. } | Self::Setup(SetupFault::Tls) => {
                text::client_tls_help()
            }
            Self::Transport { fault: Fault::Proxy, .. } | Self::Setup(SetupFault::Proxy) => {
                text::client_proxy_help()
            }
            Self::Transport { outcome: Outcome::Unknown, .. } => text::client_unknown_help(),
            Self::Transport { .. } => text::client_connect_help(),
            Self::Status { .. } => text::client_status_help(),
            Self::Decode { .. } => text::client_decode_help(),
            Self::Limit { field, limit, .. } => text::client_limit_help(field, limit),
            Self::Missing { field } => text::client_missing_help(field),
            Self::Picture(error) => return error.help(),
            Self::Setup(SetupFault::Base | SetupFault::PlainHttp) => text::client_setup_base_help(),
            Self::Setup(SetupFault::Rehearsal) => text::client_setup_rehearsal_help(),
        })
    }
}
