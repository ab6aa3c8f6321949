//! The token: one for all threads, renewed in time, replaced once when refused.

use std::time::Duration;

use qianfa::base::clock::Clock;
use qianfa::base::message::{Explain, Lang};
use qianfa::wechat::client::{ClientError, Outcome};
use qianfa::wechat::code::Class;

use super::*;

const COUNT: &str = r#"{"total_count":3}"#;

#[test]
fn a_token_is_fetched_once_for_all_threads_and_again_five_minutes_before_its_end() {
    let server = platform(|_| json(COUNT));
    let (client, clock) = client(&server.base);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(client.count_drafts(), Ok(3)));
        }
    });
    assert_eq!(server.count("/cgi-bin/stable_token"), 1);
    let request: serde_json::Value = serde_json::from_slice(&server.seen()[0].body).unwrap();
    assert_eq!(request["force_refresh"], false);
    assert_eq!(request["grant_type"], "client_credential");

    clock.advance(Duration::from_secs(7200 - 301));
    client.count_drafts().unwrap();
    assert_eq!(server.count("/cgi-bin/stable_token"), 1);
    clock.advance(Duration::from_secs(1));
    client.count_drafts().unwrap();
    assert_eq!(server.count("/cgi-bin/stable_token"), 2);
    assert!(server.seen().last().unwrap().line.contains("access_token=token-2"));
}

#[test]
fn a_refused_token_is_replaced_once_and_the_call_made_again_whatever_its_kind() {
    for code in [40001, 40014, 42001] {
        let server = platform(move |seen| {
            if seen.line.contains("token-1") {
                json(&format!(r#"{{"errcode":{code},"errmsg":"no more"}}"#))
            } else {
                json(r#"{"media_id":"draft-1"}"#)
            }
        });
        let (client, _) = client(&server.base);
        assert_eq!(client.add_draft(&[article()]), Ok("draft-1".to_owned()));
        assert_eq!(server.count("/cgi-bin/stable_token"), 2);
        assert_eq!(server.count("/cgi-bin/draft/add"), 2);
    }
}

#[test]
fn a_second_refusal_ends_the_call() {
    let server = platform(|_| {
        json(r#"{"errcode":40001,"errmsg":"invalid credential rid: 6b1f0a20-2c7719d1-45e08b3c"}"#)
    });
    let (client, clock) = client(&server.base);
    let before = clock.now();
    let error = client.count_drafts().unwrap_err();
    assert_eq!((error.code(), error.outcome()), (Some(40001), Outcome::NotDone));
    assert_eq!(error.rid(), Some("6b1f0a20-2c7719d1-45e08b3c"));
    assert_eq!(server.count("/cgi-bin/draft/count"), 2);
    assert_eq!(server.count("/cgi-bin/stable_token"), 2);
    assert_eq!(clock.now(), before, "there is nothing to wait for");
}

#[test]
fn on_the_token_call_a_refusal_is_final_and_the_call_itself_is_never_made() {
    for (code, class) in
        [(40001, Class::Final), (40125, Class::Final), (40164, Class::Human), (89503, Class::Wait)]
    {
        let server = Canned::start(move |_| json(&format!(r#"{{"errcode":{code},"errmsg":"no"}}"#)));
        let (client, _) = client(&server.base);
        let error = client.submit_publish("draft-1").unwrap_err();
        assert_eq!((error.code(), error.class(), error.outcome()), (Some(code), class, Outcome::NotDone));
        assert!(!error.is_passing());
        assert_eq!(server.seen().len(), 1);
    }
}

#[test]
fn the_address_that_the_platform_saw_is_shown() {
    let server = Canned::start(|_| {
        json(
            r#"{"errcode":40164,"errmsg":"invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, not in whitelist rid: 6b1f0a20-2c7719d1-45e08b3c"}"#,
        )
    });
    let error = client(&server.base).0.count_drafts().unwrap_err();
    assert_eq!(error.refused_ip(), Some("203.0.113.9"));
    assert!(error.message().text(Lang::Zh).contains("203.0.113.9"));
    assert!(error.help().unwrap().text(Lang::Zh).contains("白名单"));
}

#[test]
fn a_lost_answer_to_the_token_call_has_changed_nothing() {
    let server = Canned::start(|_| Reply::Cut);
    let (client, _) = client(&server.base);
    let error = client.submit_publish("draft-1").unwrap_err();
    assert!(matches!(error, ClientError::Transport { call: "stable_token", .. }));
    assert_eq!(error.outcome(), Outcome::NotDone);
    assert_eq!(server.count("/cgi-bin/stable_token"), 4, "the first and three more");
}
