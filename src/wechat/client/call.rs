//! One call from beginning to end: token, request, answer, and what is done again when something fails.

use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Client;
use super::answer::{self, Answer};
use super::endpoint::{Endpoint, Repeat};
use super::error::{ClientError, Outcome};
use super::token::Token;
use super::transport::Body;
use crate::wechat::code::{self, Class};

/// Pauses before repeating after a system error or a broken connection, in seconds.
const PAUSES: [u64; 3] = [1, 4, 15];
/// How often a pause that the platform asks for (a minute, usually) is waited for.
const LONG_PAUSES: usize = 2;

/// How long to wait before the next try, and when to stop.
#[derive(Default)]
pub(super) struct Backoff {
    short: usize,
    long: usize,
}

impl Backoff {
    /// The pause before repeating the call that failed with `error`; `None` when repeating does not help.
    pub(super) fn next(&mut self, error: &ClientError) -> Option<Duration> {
        if error.is_momentary() {
            let pause = PAUSES.get(self.short).copied().map(Duration::from_secs);
            self.short += 1;
            return pause;
        }
        let pause = error.pause().filter(|_| self.long < LONG_PAUSES);
        self.long += 1;
        pause
    }
}

impl Client {
    /// Calls an interface that answers JSON and reads the value.
    pub(super) fn call<T: DeserializeOwned>(
        &self,
        endpoint: &Endpoint,
        body: &Body,
    ) -> Result<T, ClientError> {
        self.call_with(endpoint, &[], body, |answer| decode(endpoint, answer))
    }

    /// Calls an interface that only says whether it worked.
    pub(super) fn command(&self, endpoint: &Endpoint, body: &Body) -> Result<(), ClientError> {
        self.call_with(endpoint, &[], body, |_| Ok(()))
    }

    /// Calls an interface that answers JSON, with more in the query than the token, and lets `read` make the value.
    pub(super) fn call_with<T>(
        &self,
        endpoint: &Endpoint,
        query: &[(&str, &str)],
        body: &Body,
        read: impl Fn(Answer) -> Result<T, ClientError>,
    ) -> Result<T, ClientError> {
        self.exchange(endpoint, query, body, |bytes| {
            let answer = answer::read(&bytes).map_err(|error| unreadable(endpoint, error.0))?;
            read(accept(endpoint, answer)?)
        })
    }

    /// Calls an interface that answers with a file, or with JSON that `read` makes a value of.
    pub(super) fn call_for_file<T>(
        &self,
        endpoint: &Endpoint,
        body: &Body,
        file: impl Fn(Vec<u8>) -> T,
        read: impl Fn(Answer) -> Result<T, ClientError>,
    ) -> Result<T, ClientError> {
        self.exchange(endpoint, &[], body, |bytes| {
            if !answer::is_json_object(&bytes) {
                return Ok(file(bytes));
            }
            let answer = answer::read(&bytes).map_err(|error| unreadable(endpoint, error.0))?;
            read(accept(endpoint, answer)?)
        })
    }

    /// Sends the request, once more with a new token if the platform refuses the first, and again after a pause if the
    /// interface may be repeated and the trouble passes.
    fn exchange<T>(
        &self,
        endpoint: &Endpoint,
        query: &[(&str, &str)],
        body: &Body,
        read: impl Fn(Vec<u8>) -> Result<T, ClientError>,
    ) -> Result<T, ClientError> {
        let mut backoff = Backoff::default();
        let mut renewed = false;
        loop {
            let token = self.token()?;
            let result = self.send(endpoint, &token, query, body).and_then(&read);
            let Err(error) = result else { return result };
            let mut secrets = self.settings.secrets();
            secrets.push(token.expose().to_owned());
            let error = error.without(&secrets);
            if error.asks_for_token() && !renewed {
                renewed = true;
                self.discard(&token);
                continue;
            }
            let pause = (endpoint.repeat == Repeat::Repeatable).then(|| backoff.next(&error)).flatten();
            match pause {
                Some(pause) => self.clock.sleep(pause),
                None => return Err(error),
            }
        }
    }

    fn send(
        &self,
        endpoint: &Endpoint,
        token: &Token,
        query: &[(&str, &str)],
        body: &Body,
    ) -> Result<Vec<u8>, ClientError> {
        let query = [&[("access_token", token.expose())], query].concat();
        self.transport.send(endpoint, &query, body, &*self.clock)
    }
}

/// The value of an answer as a type.
pub(super) fn decode<T: DeserializeOwned>(endpoint: &Endpoint, answer: Answer) -> Result<T, ClientError> {
    serde_json::from_value(answer.value).map_err(|error| unreadable(endpoint, error.to_string()))
}

/// A body of JSON with the characters themselves: `\uXXXX` would be counted and stored as it stands.
pub(super) fn json(endpoint: &Endpoint, value: &impl Serialize) -> Result<Body, ClientError> {
    serde_json::to_vec(value).map(Body::Json).map_err(|error| ClientError::Decode {
        call: endpoint.name(),
        reason: error.to_string(),
        outcome: Outcome::NotDone,
    })
}

fn accept(endpoint: &Endpoint, answer: Answer) -> Result<Answer, ClientError> {
    match code::class(answer.code, false) {
        Class::Success => Ok(answer),
        _ => Err(ClientError::Platform {
            call: endpoint.name(),
            code: answer.code,
            errmsg: answer.errmsg,
            on_token_call: false,
        }),
    }
}

/// An answer that came but says nothing that can be used: the call may have worked.
pub(super) fn unreadable(endpoint: &Endpoint, reason: impl Into<String>) -> ClientError {
    ClientError::Decode { call: endpoint.name(), reason: reason.into(), outcome: Outcome::Unknown }
}
