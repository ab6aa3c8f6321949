//! The access token: fetched with `stable_token` in normal mode, kept, shared, replaced when the platform says so.
//!
//! Normal mode gives every process of an account the same token and never retires another's; a forced refresh (20 a
//! day) is not used. Tokens are kept in memory only: asking again costs nothing.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};

use super::call::Backoff;
use super::endpoint::{Endpoint, Repeat};
use super::error::{ClientError, Outcome};
use super::transport::Body;
use super::{Client, answer};
use crate::wechat::{limits, wire};

/// `stable_token` (reference: page of that name): 10,000 a minute, 500,000 a day.
pub(super) const STABLE_TOKEN: Endpoint = Endpoint::post("/cgi-bin/stable_token", Repeat::Repeatable);

/// A token and when it ends to be used.
#[derive(Clone)]
pub(super) struct Token {
    text: SecretString,
    /// Which fetch it came from.
    serial: u64,
    good_until: Timestamp,
}

impl Token {
    pub(super) fn expose(&self) -> &str {
        self.text.expose_secret()
    }
}

/// The present token of an account.
#[derive(Default)]
pub(super) struct Keeper {
    held: Mutex<Held>,
}

#[derive(Default)]
struct Held {
    token: Option<Token>,
    fetched: u64,
}

impl Client {
    /// The present token, fetched if there is none or it is about to end. Threads that come while one fetches wait for
    /// its token.
    pub(super) fn token(&self) -> Result<Token, ClientError> {
        let mut held = self.tokens.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(token) = held.token.as_ref().filter(|token| self.clock.now() < token.good_until) {
            return Ok(token.clone());
        }
        held.token = None;
        let asked = self.clock.now();
        let answer = self.fetch_token()?;
        held.fetched += 1;
        // counted from the question, so that a slow answer does not lengthen the token's life
        let life = Duration::from_secs(answer.expires_in).saturating_sub(limits::TOKEN_OVERLAP);
        let token = Token {
            text: answer.access_token.into(),
            serial: held.fetched,
            good_until: asked.saturating_add(life).unwrap_or(Timestamp::MAX),
        };
        held.token = Some(token.clone());
        Ok(token)
    }

    /// Puts `token` away because the platform refused it, unless another thread has already.
    pub(super) fn discard(&self, token: &Token) {
        let mut held = self.tokens.held.lock().unwrap_or_else(PoisonError::into_inner);
        if held.token.as_ref().is_some_and(|present| present.serial == token.serial) {
            held.token = None;
        }
    }

    fn fetch_token(&self) -> Result<wire::TokenAnswer, ClientError> {
        let request = wire::StableTokenRequest {
            grant_type: "client_credential".to_owned(),
            appid: self.settings.appid.clone(),
            secret: self.settings.secret.expose_secret().to_owned(),
            force_refresh: false,
        };
        let body =
            Body::Json(serde_json::to_vec(&request).map_err(|_| unreadable("cannot be written as JSON"))?);
        let secrets = self.settings.secrets();
        let mut backoff = Backoff::default();
        loop {
            match self.try_fetch(&body).map_err(|error| error.without(&secrets)) {
                Ok(answer) => return Ok(answer),
                Err(error) => match backoff.next(&error) {
                    Some(pause) => self.clock.sleep(pause),
                    None => return Err(error.before_the_call()),
                },
            }
        }
    }

    fn try_fetch(&self, body: &Body) -> Result<wire::TokenAnswer, ClientError> {
        let bytes = self.transport.send(&STABLE_TOKEN, &[], body, &*self.clock)?;
        let answer = answer::read(&bytes).map_err(|error| unreadable(&error.0))?;
        if answer.code != 0 {
            return Err(ClientError::Platform {
                call: STABLE_TOKEN.name(),
                code: answer.code,
                errmsg: answer.errmsg,
                on_token_call: true,
            });
        }
        // What does not fit is not quoted: it may be the token.
        let token: wire::TokenAnswer = serde_json::from_value(answer.value)
            .map_err(|_| unreadable("no access_token with expires_in"))?;
        let usable =
            !token.access_token.is_empty() && token.access_token.bytes().all(|byte| byte.is_ascii_graphic());
        if usable { Ok(token) } else { Err(unreadable("the access_token is empty or not ASCII")) }
    }
}

impl ClientError {
    /// The same error of a token call, which has changed nothing whatever became of it.
    fn before_the_call(mut self) -> Self {
        if let Self::Transport { outcome, .. } | Self::Status { outcome, .. } | Self::Decode { outcome, .. } =
            &mut self
        {
            *outcome = Outcome::NotDone;
        }
        self
    }
}

fn unreadable(reason: &str) -> ClientError {
    ClientError::Decode { call: STABLE_TOKEN.name(), reason: reason.to_owned(), outcome: Outcome::NotDone }
}
