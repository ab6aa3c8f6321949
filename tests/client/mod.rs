//! The client of the platform, against answers that a real platform gives seldom.

mod assets;
mod calls;
mod faults;
mod limits;
mod sandbox;
mod secrets;
mod tokens;

use std::sync::Arc;
use std::time::Duration;

use qianfa::base::clock::ManualClock;
use qianfa::wechat::client::{Client, Settings};
use qianfa::wechat::wire::Article;

use crate::support::canned::{Canned, Reply, Seen};

const SECRET: &str = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

fn clock() -> Arc<ManualClock> {
    Arc::new(ManualClock::new("2026-12-21T12:00:00Z".parse().unwrap()))
}

fn settings(base: &str) -> Settings {
    Settings {
        base: base.to_owned(),
        timeout: Duration::from_secs(20),
        ..Settings::new("wx5f0c1d2e3a4b6c78", SECRET.into())
    }
}

fn client(base: &str) -> (Client, Arc<ManualClock>) {
    let clock = clock();
    (Client::new(settings(base), clock.clone()).unwrap(), clock)
}

/// A server that hands out the tokens `token-1`, `token-2`, … and answers everything else with `reply`.
fn platform(mut reply: impl FnMut(&Seen) -> Reply + Send + 'static) -> Canned {
    let mut tokens = 0;
    Canned::start(move |seen| {
        if seen.is("/cgi-bin/stable_token") {
            tokens += 1;
            return Reply::Json(format!(r#"{{"access_token":"token-{tokens}","expires_in":7200}}"#));
        }
        reply(seen)
    })
}

fn json(text: &str) -> Reply {
    Reply::Json(text.to_owned())
}

fn article() -> Article {
    Article {
        title: "冬至，为什么要喝一碗热的？".into(),
        content: "<p>五分钟读懂冬至的三件小事。</p>".into(),
        thumb_media_id: "cover-1".into(),
        ..Article::default()
    }
}
