//! Bytes out, bytes in: the HTTP connection, its time-outs, and what its failures mean.

use std::error::Error;
use std::io::{self, Read};
use std::sync::{Mutex, Once, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use reqwest::blocking::multipart::{Form, Part};
use reqwest::blocking::{Client, RequestBuilder, Response};
use reqwest::{Proxy, StatusCode, Url, header, redirect};
use secrecy::ExposeSecret;

use super::endpoint::{Endpoint, Method, Repeat};
use super::error::{ClientError, Fault, Outcome, SetupFault};
use super::settings::Settings;
use crate::base::clock::Clock;

/// Longest answer that is read, in bytes: a page of 20 drafts with content of 1 MB each is the largest that is of use.
const MAX_ANSWER: u64 = 32 * 1024 * 1024;
/// An upload gets a second more for every so many bytes.
const UPLOAD_RATE: usize = 64 * 1024;
/// Idle connections are closed by the platform's gateways after a while; ours go first.
const IDLE: Duration = Duration::from_secs(15);

/// The body of a request.
pub(super) enum Body {
    /// None.
    Empty,
    /// JSON, UTF-8 with the characters themselves.
    Json(Vec<u8>),
    /// A file in the part `media`, and a text part `description` for a video.
    File {
        /// ASCII name with an ending.
        name: &'static str,
        /// Media type.
        mime: &'static str,
        /// Content.
        bytes: Vec<u8>,
        /// JSON of the video's description.
        description: Option<String>,
    },
}

pub(super) struct Transport {
    base: Url,
    timeout: Duration,
    /// Keeps connections open between calls.
    pooled: Client,
    /// A new connection for each call that must not be repeated: one that the other side has closed in the meantime
    /// would lose the answer of a request that never arrived.
    fresh: Client,
    skew: Mutex<Option<SignedDuration>>,
}

impl Transport {
    pub(super) fn new(settings: &Settings) -> Result<Self, ClientError> {
        Ok(Self {
            base: settings.base()?,
            timeout: settings.timeout,
            pooled: build(settings, 4)?,
            fresh: build(settings, 0)?,
            skew: Mutex::new(None),
        })
    }

    pub(super) fn skew(&self) -> Option<SignedDuration> {
        *self.skew.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends one request and reads the whole answer.
    pub(super) fn send(
        &self,
        endpoint: &Endpoint,
        query: &[(&str, &str)],
        body: &Body,
        clock: &dyn Clock,
    ) -> Result<Vec<u8>, ClientError> {
        let answer = self.request(endpoint, query, body)?.send().map_err(|error| failure(endpoint, error))?;
        let status = answer.status();
        if status == StatusCode::PROXY_AUTHENTICATION_REQUIRED {
            return Err(ClientError::Transport {
                call: endpoint.name(),
                fault: Fault::Proxy,
                detail: status.to_string(),
                outcome: Outcome::NotDone,
            });
        }
        if !status.is_success() {
            let outcome = if status.is_server_error() { Outcome::Unknown } else { Outcome::NotDone };
            return Err(ClientError::Status { call: endpoint.name(), status: status.as_u16(), outcome });
        }
        self.note_date(&answer, clock.now());
        read(endpoint, answer)
    }

    fn request(
        &self,
        endpoint: &Endpoint,
        query: &[(&str, &str)],
        body: &Body,
    ) -> Result<RequestBuilder, ClientError> {
        let mut url = self.base.clone();
        url.set_path(&format!("{}{}", self.base.path().trim_end_matches('/'), endpoint.path));
        let client = if endpoint.repeat == Repeat::Repeatable { &self.pooled } else { &self.fresh };
        let request = match endpoint.method {
            Method::Get => client.get(url),
            Method::Post => client.post(url),
        };
        let request = request.query(query).timeout(self.timeout);
        Ok(match body {
            Body::Empty => request,
            Body::Json(bytes) => {
                request.header(header::CONTENT_TYPE, "application/json; charset=utf-8").body(bytes.clone())
            }
            Body::File { name, mime, bytes, description } => {
                let extra = Duration::from_secs((bytes.len() / UPLOAD_RATE) as u64);
                let media = Part::bytes(bytes.clone()).file_name(*name).mime_str(mime);
                let media = media.map_err(|error| failure(endpoint, error))?;
                let mut form = Form::new().part("media", media);
                if let Some(text) = description {
                    form = form.text("description", text.clone());
                }
                request.timeout(self.timeout + extra).multipart(form)
            }
        })
    }

    fn note_date(&self, answer: &Response, ours: Timestamp) {
        let date = answer.headers().get(header::DATE).and_then(|value| value.to_str().ok());
        if let Some(theirs) = date.and_then(|text| jiff::fmt::rfc2822::parse(text).ok()) {
            let skew = theirs.timestamp().duration_since(ours);
            *self.skew.lock().unwrap_or_else(PoisonError::into_inner) =
                Some(SignedDuration::from_secs(skew.as_secs()));
        }
    }
}

fn build(settings: &Settings, idle_connections: usize) -> Result<Client, ClientError> {
    static PROVIDER: Once = Once::new();
    PROVIDER.call_once(|| {
        // an error only says that the program has chosen another provider already
        let _ = rustls::crypto::ring::default_provider().install_default();
    });
    let mut builder = Client::builder()
        .user_agent(concat!("qianfa/", env!("CARGO_PKG_VERSION")))
        .connect_timeout(settings.connect_timeout)
        .pool_max_idle_per_host(idle_connections)
        .pool_idle_timeout(IDLE)
        // the address carries the token: it is sent to nobody else
        .redirect(redirect::Policy::none())
        .referer(false)
        .retry(reqwest::retry::never())
        .no_proxy();
    if settings.base()?.scheme() == "http" {
        // nothing will be encrypted, so a machine without certificates can still speak to a sandbox
        builder = builder.tls_certs_only([]);
    }
    if let Some(proxy) = &settings.proxy {
        let proxy = Proxy::all(proxy.expose_secret()).map_err(|_| ClientError::Setup(SetupFault::Proxy))?;
        builder = builder.proxy(proxy);
    }
    builder.build().map_err(|_| ClientError::Setup(SetupFault::Tls))
}

fn read(endpoint: &Endpoint, answer: Response) -> Result<Vec<u8>, ClientError> {
    let mut bytes = Vec::new();
    answer.take(MAX_ANSWER + 1).read_to_end(&mut bytes).map_err(|error| {
        let fault = if is_timeout(&error) { Fault::Timeout } else { Fault::Cut };
        let detail = innermost(&error).to_string();
        ClientError::Transport { call: endpoint.name(), fault, detail, outcome: Outcome::Unknown }
    })?;
    if bytes.len() as u64 > MAX_ANSWER {
        return Err(ClientError::Decode {
            call: endpoint.name(),
            reason: format!("longer than {MAX_ANSWER} bytes"),
            outcome: Outcome::Unknown,
        });
    }
    Ok(bytes)
}

/// What a failure to get an answer means. Only a failure to connect is sure not to have done anything.
fn failure(endpoint: &Endpoint, error: reqwest::Error) -> ClientError {
    let error = error.without_url();
    let before = error.is_connect() || error.is_builder();
    let fault = if !before {
        if is_timeout(&error) { Fault::Timeout } else { Fault::Cut }
    } else if chain(&error).any(is_tls) {
        Fault::Tls
    } else if chain(&error).any(|cause| is_proxy(&cause.to_string())) {
        Fault::Proxy
    } else {
        Fault::Connect
    };
    let outcome = if before { Outcome::NotDone } else { Outcome::Unknown };
    ClientError::Transport { call: endpoint.name(), fault, detail: innermost(&error).to_string(), outcome }
}

fn chain<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |&error| error.source())
}

/// The cause at the end of the chain: the words of the system, which name no address.
fn innermost<'a>(error: &'a (dyn Error + 'static)) -> &'a (dyn Error + 'static) {
    chain(error).last().unwrap_or(error)
}

fn is_timeout(error: &(dyn Error + 'static)) -> bool {
    chain(error).any(|cause| {
        cause.downcast_ref::<reqwest::Error>().is_some_and(reqwest::Error::is_timeout)
            || cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::TimedOut)
    })
}

/// The encryption layer's errors come in `io::Error`s inside each other, of which `source` shows the outermost only.
fn is_tls(cause: &(dyn Error + 'static)) -> bool {
    let inner = cause.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    cause.is::<rustls::Error>() || inner.is_some_and(|inner| is_tls(inner))
}

/// The proxy layer's error types are private; their texts are not.
fn is_proxy(text: &str) -> bool {
    ["tunnel", "proxy", "socks", "SOCKS"].iter().any(|word| text.contains(word))
}
