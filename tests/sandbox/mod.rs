//! The sandbox over real HTTP: each rule of the platform that it enforces, by its number.

mod accounts;
mod command;
mod console;
mod draft;
mod faults;
mod mass;
mod media;
mod page;
mod publish;
mod rules;
mod state;
mod token;
mod wire;

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use qianfa::base::clock::{Clock, ManualClock};
use qianfa::sandbox::{Account, Options, Running, Sandbox};
use reqwest::blocking::{Client, Response, multipart};
use serde_json::{Value, json};

pub(super) const APPID: &str = "wx5f0c1d2e3a4b6c78";
pub(super) const SECRET: &str = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

/// A sandbox on a clock that the test moves, and a client that talks to it.
pub(super) struct Bench {
    pub(super) running: Running,
    pub(super) clock: Arc<ManualClock>,
    pub(super) http: Client,
    pub(super) token: String,
}

pub(super) fn account() -> Account {
    Account::new(APPID, SECRET)
}

/// 2026-11-22 09:00 in China.
pub(super) fn morning() -> Timestamp {
    "2026-11-22T01:00:00Z".parse().unwrap()
}

pub(super) fn http() -> Client {
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().no_proxy().timeout(Duration::from_secs(20)).build().unwrap()
}

impl Bench {
    pub(super) fn new() -> Self {
        Self::with(account(), |_| {})
    }

    pub(super) fn strict() -> Self {
        Self::with(account(), |options| options.profile = qianfa::sandbox::Profile::Strict)
    }

    pub(super) fn with(account: Account, change: impl FnOnce(&mut Options)) -> Self {
        let clock = Arc::new(ManualClock::new(morning()));
        let mut options = Options::with_manual_clock(clock.clone(), vec![account]);
        change(&mut options);
        let running = Sandbox::new(options).unwrap().spawn(([127, 0, 0, 1], 0).into()).unwrap();
        let mut bench = Self { running, clock, http: http(), token: String::new() };
        let answer = bench.stable(json!({}));
        bench.token = answer["access_token"].as_str().unwrap_or_default().to_owned();
        bench
    }

    pub(super) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.running.base_url())
    }

    pub(super) fn advance(&self, seconds: u64) {
        self.clock.advance(Duration::from_secs(seconds));
    }

    pub(super) fn now(&self) -> i64 {
        self.clock.now().as_second()
    }

    /// `stable_token` with the account's names, changed by `change`.
    pub(super) fn stable(&self, change: Value) -> Value {
        let mut body = json!({"grant_type": "client_credential", "appid": APPID, "secret": SECRET});
        for (name, value) in change.as_object().unwrap() {
            body[name] = value.clone();
        }
        read(self.http.post(self.url("/cgi-bin/stable_token")).json(&body).send().unwrap())
    }

    /// `token` with the given query.
    pub(super) fn plain(&self, query: &str) -> Value {
        read(self.http.get(self.url(&format!("/cgi-bin/token?{query}"))).send().unwrap())
    }

    pub(super) fn get(&self, path: &str) -> Value {
        let url = self.url(&format!("/cgi-bin/{path}?access_token={}", self.token));
        read(self.http.get(url).send().unwrap())
    }

    pub(super) fn post(&self, path: &str, body: Value) -> Value {
        read(self.send(path, body.to_string()).unwrap())
    }

    /// Posts a raw body.
    pub(super) fn send(
        &self,
        path: &str,
        body: impl Into<reqwest::blocking::Body>,
    ) -> reqwest::Result<Response> {
        let url = self.url(&format!("/cgi-bin/{path}?access_token={}", self.token));
        self.http.post(url).body(body).send()
    }

    /// Uploads `bytes` as the part `media`.
    pub(super) fn upload(&self, path: &str, name: &str, bytes: &[u8]) -> Value {
        let part = multipart::Part::bytes(bytes.to_vec()).file_name(name.to_owned());
        self.form(path, multipart::Form::new().part("media", part))
    }

    pub(super) fn form(&self, path: &str, form: multipart::Form) -> Value {
        let join = if path.contains('?') { '&' } else { '?' };
        let url = self.url(&format!("/cgi-bin/{path}{join}access_token={}", self.token));
        read(self.http.post(url).multipart(form).send().unwrap())
    }

    /// A permanent image, for covers.
    pub(super) fn cover(&self) -> String {
        let answer = self.upload("material/add_material?type=image", "cover.png", &png(64));
        answer["media_id"].as_str().unwrap().to_owned()
    }

    /// An article with a cover, changed by `change`.
    pub(super) fn article(&self, change: Value) -> Value {
        let mut article = json!({"title": "冬至，为什么要喝一碗热的？", "author": "编辑部", "digest": "三件小事",
            "content": "<p>第一件……</p>", "thumb_media_id": self.cover()});
        for (name, value) in change.as_object().unwrap() {
            if value.is_null() {
                article.as_object_mut().unwrap().remove(name);
            } else {
                article[name] = value.clone();
            }
        }
        article
    }

    /// Adds a draft of one article and gives the answer.
    pub(super) fn add(&self, change: Value) -> Value {
        self.post("draft/add", json!({"articles": [self.article(change)]}))
    }

    /// The id of a new draft.
    pub(super) fn draft(&self) -> String {
        id(&self.add(json!({})), "media_id")
    }

    pub(super) fn control(&self, path: &str, body: Value) -> Value {
        read(self.http.post(self.url(&format!("/_sandbox/{path}"))).json(&body).send().unwrap())
    }
}

/// The JSON of an answer with HTTP 200.
pub(super) fn read(response: Response) -> Value {
    assert_eq!(response.status(), 200, "{}", response.url().path());
    let bytes = response.bytes().unwrap();
    serde_json::from_slice(&bytes).unwrap_or_else(|_| panic!("no JSON: {}", String::from_utf8_lossy(&bytes)))
}

pub(super) fn code(answer: &Value) -> i64 {
    answer.get("errcode").map_or(0, |code| code.as_i64().unwrap())
}

pub(super) fn id(answer: &Value, name: &str) -> String {
    answer[name].as_str().unwrap_or_else(|| panic!("no {name}: {answer}")).to_owned()
}

/// Bytes that begin like a PNG.
pub(super) fn png(size: usize) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    bytes.resize(size.max(8), 0);
    bytes
}

/// Bytes that begin like a JPEG.
pub(super) fn jpeg(size: usize) -> Vec<u8> {
    let mut bytes = b"\xff\xd8\xff\xe0".to_vec();
    bytes.resize(size.max(4), 0);
    bytes
}
