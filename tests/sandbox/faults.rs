//! What goes wrong on purpose, and the rest of the control interface.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};

use super::{APPID, Bench, SECRET, account, code, http, id, read};
use qianfa::base::clock::SystemClock;
use qianfa::sandbox::{Observed, Options, Point, Sandbox};

fn fault(bench: &Bench, path: &str, change: Value) {
    let mut fault = json!({"path": format!("/cgi-bin/{path}")});
    fault.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    assert_eq!(bench.control("faults", fault), json!({"ok": true}));
}

fn drafts(bench: &Bench) -> Value {
    bench.get("draft/count")["total_count"].clone()
}

#[test]
fn a_swallowed_answer_has_changed_everything_and_a_lost_request_nothing() {
    let bench = Bench::new();
    let body = json!({"articles": [bench.article(json!({}))]}).to_string();
    fault(&bench, "draft/add", json!({"fault": "drop_after"}));
    assert!(bench.send("draft/add", body.clone()).is_err());
    assert_eq!(drafts(&bench), 1);
    fault(&bench, "draft/add", json!({"fault": "drop_before", "skip": 1, "times": 2}));
    assert!(bench.send("draft/add", body.clone()).is_ok());
    assert!(bench.send("draft/add", body.clone()).is_err());
    assert!(bench.send("draft/add", body.clone()).is_err());
    assert_eq!(drafts(&bench), 2);
    assert!(bench.send("draft/add", body).is_ok());
    let log = bench.running.sandbox().log();
    let adds: Vec<bool> =
        log.iter().filter(|line| line.path.ends_with("/add")).map(|line| line.answered).collect();
    assert_eq!(adds, [false, true, false, false, true]);
}

#[test]
fn a_late_answer_outlasts_the_patience_of_a_client_after_the_change() {
    let bench = Bench::new();
    let body = json!({"articles": [bench.article(json!({}))]}).to_string();
    fault(&bench, "draft/add", json!({"fault": "delay", "milliseconds": 600_000}));
    let url = bench.url(&format!("/cgi-bin/draft/add?access_token={}", bench.token));
    let late = bench.http.post(url).timeout(Duration::from_millis(300)).body(body).send();
    assert!(late.unwrap_err().is_timeout());
    assert_eq!(drafts(&bench), 1);
}

#[test]
fn an_error_comes_with_the_change_or_without_it() {
    let bench = Bench::new();
    let body = json!({"articles": [bench.article(json!({}))]});
    fault(&bench, "draft/add", json!({"fault": "error", "errcode": -1}));
    assert_eq!(code(&bench.post("draft/add", body.clone())), -1);
    assert_eq!(drafts(&bench), 0);
    fault(&bench, "draft/add", json!({"fault": "error", "errcode": -1, "changed": true}));
    assert_eq!(code(&bench.post("draft/add", body)), -1);
    assert_eq!(drafts(&bench), 1);
}

#[test]
fn a_superseded_token_is_refused_once_and_a_fresh_one_works() {
    let bench = Bench::new();
    fault(&bench, "draft/count", json!({"fault": "superseded"}));
    assert_eq!(code(&bench.get("draft/count")), 40001);
    let fresh = id(&bench.stable(json!({})), "access_token");
    assert_ne!(fresh, bench.token);
    let bench = Bench { token: fresh, ..bench };
    assert_eq!(code(&bench.get("draft/count")), 0);
}

#[test]
fn faults_are_listed_and_cleared_and_unknown_ones_refused() {
    let bench = Bench::new();
    fault(&bench, "draft/add", json!({"fault": "drop_after"}));
    let list = || read(bench.http.get(bench.url("/_sandbox/faults")).send().unwrap());
    assert_eq!(list(), json!([{"path": "/cgi-bin/draft/add", "fault": "drop_after", "skip": 0, "times": 1}]));
    bench.http.delete(bench.url("/_sandbox/faults")).send().unwrap();
    assert_eq!(list(), json!([]));
    let post = |body: &str, kind: &str| {
        let request = bench.http.post(bench.url("/_sandbox/faults")).header("content-type", kind);
        request.body(body.to_owned()).send().unwrap().status().as_u16()
    };
    assert_eq!(post(r#"{"path":"*","fault":"explode"}"#, "application/json"), 422);
    // A misspelt fault would wait for ever.
    for misspelt in [
        r#"{"path":"/cgi-bin/draft/ad","fault":"drop_after"}"#,
        r#"{"path":"*","fault":"drop_after","time":3}"#,
        r#"{"path":"*","fault":"drop_after","errcode":-1}"#,
    ] {
        assert_eq!(post(misspelt, "application/json"), 422, "{misspelt}");
    }
    let scenario =
        bench.http.post(bench.url("/_sandbox/scenarios")).json(&json!({"titel": "甲", "result": 3}));
    assert_eq!(scenario.send().unwrap().status(), 422);
    // A form on a web page cannot send this content type unasked.
    assert_eq!(post(r#"{"path":"*","fault":"drop_after"}"#, "text/plain"), 415);
    assert_eq!(list(), json!([]));
}

#[test]
fn a_fault_for_any_interface_waits_for_one_and_a_browsers_own_requests_are_not_logged() {
    let bench = Bench::new();
    bench.control("faults", json!({"path": "*", "fault": "error", "errcode": -1}));
    let icon = bench.http.get(bench.url("/favicon.ico")).send().unwrap();
    assert_eq!(icon.status(), 204);
    assert_eq!(bench.http.get(bench.url("/cgi-bin/nothing")).send().unwrap().status(), 404);
    assert_eq!(code(&bench.get("draft/count")), -1);
    assert_eq!(code(&bench.get("draft/count")), 0);
    let paths: Vec<String> = bench.running.sandbox().log().into_iter().map(|line| line.path).collect();
    assert_eq!(
        paths,
        ["/cgi-bin/stable_token", "/cgi-bin/nothing", "/cgi-bin/draft/count", "/cgi-bin/draft/count"]
    );
}

#[test]
fn a_stuck_publication_stays_at_1_until_it_is_released() {
    let bench = Bench::new();
    bench.control("scenarios", json!({"stuck": true}));
    let submitted = bench.post("freepublish/submit", json!({"media_id": bench.draft()}));
    let status = || {
        bench.post("freepublish/get", json!({"publish_id": submitted["publish_id"]}))["publish_status"]
            .clone()
    };
    bench.advance(3600);
    assert_eq!(status(), 1);
    bench.control("release", json!({}));
    assert_eq!(status(), 0);
}

#[test]
fn the_clock_shows_in_every_answer_and_moves_only_if_it_is_made_up() {
    let bench = Bench::new();
    let response = bench.http.get(bench.url("/cgi-bin/draft/count")).send().unwrap();
    assert_eq!(response.headers()["date"], "Sun, 22 Nov 2026 01:00:00 GMT");
    let clock = bench.control("clock", json!({"set": "2026-12-21T12:00:00Z", "advance": 90}));
    assert_eq!(clock["now"], "2026-12-21T12:01:30Z");
    let real = Sandbox::new(Options::new(Arc::new(SystemClock), vec![account()])).unwrap();
    let real = real.spawn(([127, 0, 0, 1], 0).into()).unwrap();
    let url = format!("{}/_sandbox/clock", real.base_url());
    assert_eq!(http().post(&url).json(&json!({"advance": 1})).send().unwrap().status(), 409);
    assert_eq!(read(http().get(&url).send().unwrap())["can_be_set"], false);
}

#[test]
fn the_log_tells_what_was_asked_and_keeps_secrets_to_itself() {
    let bench = Bench::new();
    bench.plain(&format!("grant_type=client_credential&appid={APPID}&secret={SECRET}"));
    bench.post("draft/get", json!({"media_id": "x"}));
    let log = bench.http.get(bench.url("/_sandbox/log")).send().unwrap().text().unwrap();
    assert!(!log.contains(SECRET) && !log.contains(&bench.token));
    let log: Value = serde_json::from_str(&log).unwrap();
    let line = |index: usize| {
        (log[index]["path"].clone(), log[index]["errcode"].clone(), log[index]["appid"].clone())
    };
    assert_eq!(line(1), (json!("/cgi-bin/token"), json!(0), json!(APPID)));
    assert_eq!(line(2), (json!("/cgi-bin/draft/get"), json!(40007), json!(APPID)));
    let accounts = bench.http.get(bench.url("/_sandbox/accounts")).send().unwrap().text().unwrap();
    assert!(accounts.contains(APPID) && !accounts.contains(SECRET));
}

#[test]
fn an_observer_sees_each_request_before_its_change_and_after_it() {
    let seen: Arc<Mutex<Vec<Observed>>> = Arc::default();
    let bench = Bench::with(account(), |options| {
        let seen = seen.clone();
        options.observer = Some(Arc::new(move |observed| seen.lock().unwrap().push(observed.clone())));
    });
    bench.get("draft/count");
    let seen = seen.lock().unwrap();
    let told: Vec<(u64, Point, &str, Option<i64>)> = seen
        .iter()
        .map(|observed| (observed.number, observed.point, observed.path.as_str(), observed.errcode))
        .collect();
    assert_eq!(
        told,
        [
            (1, Point::BeforeChange, "/cgi-bin/stable_token", None),
            (1, Point::AfterChange, "/cgi-bin/stable_token", Some(0)),
            (2, Point::BeforeChange, "/cgi-bin/draft/count", None),
            (2, Point::AfterChange, "/cgi-bin/draft/count", Some(0)),
        ]
    );
    assert!(seen.iter().all(|observed| observed.appid.as_deref() == Some(APPID)));
}

#[test]
fn what_followers_see_is_listed_with_digests_of_what_was_sent() {
    let bench = Bench::new();
    let draft = bench.add(json!({"content": "<p id=\"a\">甲</p>"}));
    bench.post("freepublish/submit", draft);
    bench.advance(2);
    let list = read(bench.http.get(bench.url("/_sandbox/published")).send().unwrap());
    let entry = &list[0];
    assert_eq!(
        (&entry["kind"], &entry["appid"], &entry["to"]),
        (&json!("publish"), &json!(APPID), &Value::Null)
    );
    assert_eq!(entry["time"], "2026-11-22T01:00:02Z");
    let article = &entry["articles"][0];
    let digest = |text: &str| qianfa::base::digest::Digest::of(text).to_string();
    assert_eq!(article["sent"], digest("<p id=\"a\">甲</p>"));
    assert_eq!(article["stored"], digest("<p>甲</p>"));
    assert!(id(article, "url").starts_with("http://mp.weixin.qq.com/s?__biz="));
}

#[test]
fn bodies_are_bounded() {
    let bench = Bench::new();
    let status =
        bench.send("draft/add", vec![b' '; 32 * 1_048_576 + 1]).map(|response| response.status().as_u16());
    // The connection may close while the client still writes.
    assert!(status.is_err() || status.unwrap() == 413);
    assert_eq!(drafts(&bench), 0);
}
