//! S56–S69: mass sends.

use serde_json::{Value, json};

use super::{Bench, account, code, id};
use qianfa::sandbox::{Account, Kind, Tag};

fn to_all(draft: &str) -> Value {
    json!({"filter": {"is_to_all": true}, "msgtype": "mpnews", "mpnews": {"media_id": draft}})
}

fn text(filter: Value, words: &str) -> Value {
    json!({"filter": filter, "msgtype": "text", "text": {"content": words}})
}

fn sendall(bench: &Bench, body: Value) -> Value {
    bench.post("message/mass/sendall", body)
}

fn status(bench: &Bench, sent: &Value) -> Value {
    bench.post("message/mass/get", json!({"msg_id": sent["msg_id"]}))
}

fn service() -> Account {
    Account {
        kind: Kind::Service,
        followers: 100,
        tags: vec![
            Tag { id: 1, name: "甲".into(), followers: 40 },
            Tag { id: 2, name: "乙".into(), followers: 60 },
        ],
        ..account()
    }
}

/// A new token after the clock moved on.
fn renewed(bench: Bench) -> Bench {
    Bench { token: id(&bench.stable(json!({})), "access_token"), ..bench }
}

#[test]
fn s56_mass_sends_need_verification_and_lists_a_service_account() {
    let unverified = Bench::with(Account { verified: false, ..account() }, |_| {});
    assert_eq!(code(&sendall(&unverified, to_all(&unverified.draft()))), 48001);
    let bench = Bench::new();
    let list = |bench: &Bench| {
        let openids = [bench_openid(0), bench_openid(1)];
        let body = json!({"touser": openids, "msgtype": "mpnews", "mpnews": {"media_id": bench.draft()}});
        code(&bench.post("message/mass/send", body))
    };
    assert_eq!(list(&bench), 48001);
    assert_eq!(list(&Bench::with(service(), |_| {})), 0);
}

fn bench_openid(index: u64) -> String {
    account().openid(index)
}

#[test]
fn s57_a_subscription_account_sends_once_a_day() {
    let bench = Bench::new();
    assert_eq!(code(&sendall(&bench, to_all(&bench.draft()))), 0);
    bench.advance(2);
    let again = text(json!({"is_to_all": false, "tag_id": 101}), "又一条");
    assert_eq!(code(&sendall(&bench, again.clone())), 45028);
    bench.advance(15 * 3600);
    assert_eq!(code(&sendall(&renewed(bench), again)), 0);
}

#[test]
fn s57_a_follower_of_a_service_account_gets_four_a_month() {
    let bench = Bench::with(service(), |_| {});
    for words in ["一", "二", "三", "四"] {
        assert_eq!(code(&sendall(&bench, text(json!({"is_to_all": false, "tag_id": 1}), words))), 0);
    }
    let fifth = |bench: &Bench| sendall(bench, text(json!({"is_to_all": true}), "五"));
    assert_eq!(code(&fifth(&bench)), 0);
    bench.advance(2);
    let reached: Vec<u64> = bench.running.sandbox().published().iter().map(|entry| entry.reached).collect();
    assert_eq!(reached, [40, 40, 40, 40, 60]);
    for words in ["六", "七", "八"] {
        assert_eq!(code(&sendall(&bench, text(json!({"is_to_all": true}), words))), 0);
    }
    assert_eq!(code(&sendall(&bench, text(json!({"is_to_all": true}), "九"))), 45028);
    // 2026-12-01 in China.
    bench.advance(9 * 86_400);
    let bench = renewed(bench);
    assert_eq!(code(&sendall(&bench, text(json!({"is_to_all": true}), "九"))), 0);
}

#[test]
fn s58_the_61st_request_of_a_minute_is_refused() {
    let bench = Bench::new();
    let ask = || code(&bench.post("message/mass/get", json!({"msg_id": "1"})));
    for _ in 0..60 {
        assert_eq!(ask(), 40059);
    }
    assert_eq!(ask(), 45011);
    bench.advance(60);
    assert_eq!(ask(), 40059);
}

#[test]
fn s59_a_tag_is_needed_and_must_exist() {
    let bench = Bench::new();
    for filter in [json!({"is_to_all": false}), json!({"is_to_all": false, "tag_id": 999}), json!({})] {
        assert_eq!(code(&sendall(&bench, text(filter, "甲"))), 40152);
    }
    assert_eq!(code(&sendall(&bench, text(json!({"is_to_all": false, "tag_id": "101"}), "甲"))), 0);
}

#[test]
fn s61_a_repeated_clientmsgid_is_not_delivered_twice() {
    let bench = Bench::new();
    let mut body = to_all(&bench.draft());
    body["clientmsgid"] = json!("qf-2026w47");
    let first = sendall(&bench, body.clone());
    assert_eq!(code(&sendall(&bench, body.clone())), 45066);
    bench.advance(2);
    let again = sendall(&bench, body.clone());
    assert_eq!((code(&again), &again["msg_id"], again.get("msg_data_id")), (45065, &first["msg_id"], None));
    assert_eq!(bench.running.sandbox().published().len(), 1);
    bench.advance(24 * 3600 - 2);
    let bench = renewed(bench);
    assert_eq!(code(&sendall(&bench, body)), 40007);
}

#[test]
fn s61_without_a_clientmsgid_audience_and_content_are_the_key() {
    let bench = Bench::with(service(), |_| {});
    let first = sendall(&bench, text(json!({"is_to_all": true}), "甲"));
    bench.advance(2);
    let again = sendall(&bench, text(json!({"is_to_all": true}), "甲"));
    assert_eq!((code(&again), &again["msg_id"]), (45065, &first["msg_id"]));
    assert_eq!(code(&sendall(&bench, text(json!({"is_to_all": true}), "乙"))), 0);
    assert_eq!(code(&sendall(&bench, text(json!({"is_to_all": false, "tag_id": 1}), "甲"))), 0);
}

#[test]
fn s61_a_failed_try_may_be_repeated_after_a_minute() {
    let bench = Bench::new();
    bench.control("scenarios", json!({"for": "mass", "result": 3}));
    let mut body = to_all(&bench.draft());
    body["clientmsgid"] = json!("qf-1");
    let first = sendall(&bench, body.clone());
    bench.advance(2);
    assert_eq!(status(&bench, &first)["msg_status"], "SEND_FAIL");
    assert_eq!(code(&sendall(&bench, body.clone())), 45066);
    bench.advance(58);
    let second = sendall(&bench, body);
    assert_eq!(code(&second), 0);
    bench.advance(2);
    assert_eq!(status(&bench, &second)["msg_status"], "SEND_SUCCESS");
}

#[test]
fn s61_the_length_of_a_clientmsgid() {
    let send = |bench: &Bench, bytes: usize| {
        let mut body = text(json!({"is_to_all": true}), "甲");
        body["clientmsgid"] = json!("k".repeat(bytes));
        code(&sendall(bench, body))
    };
    assert_eq!((send(&Bench::new(), 65), send(&Bench::new(), 64)), (45067, 0));
    assert_eq!((send(&Bench::strict(), 33), send(&Bench::strict(), 32)), (45067, 0));
}

#[test]
fn s65_success_consumes_the_draft_and_only_articles_have_data_ids() {
    let bench = Bench::with(service(), |_| {});
    let draft = bench.draft();
    let sent = sendall(&bench, to_all(&draft));
    assert!(sent["msg_data_id"].is_u64());
    assert_eq!(code(&bench.post("draft/get", json!({"media_id": draft}))), 0);
    bench.advance(2);
    assert_eq!(code(&bench.post("draft/get", json!({"media_id": draft}))), 40007);
    assert!(sendall(&bench, text(json!({"is_to_all": true}), "甲")).get("msg_data_id").is_none());
}

#[test]
fn s66_the_status_has_two_fields_and_ends_with_delete() {
    let bench = Bench::new();
    let sent = sendall(&bench, to_all(&bench.draft()));
    let answer = |word: &str| json!({"msg_id": sent["msg_id"], "msg_status": word});
    assert_eq!(status(&bench, &sent), answer("SENDING"));
    bench.advance(2);
    assert_eq!(status(&bench, &sent), answer("SEND_SUCCESS"));
    let text_id = json!({"msg_id": sent["msg_id"].to_string()});
    assert_eq!(bench.post("message/mass/get", text_id), answer("SEND_SUCCESS"));
    let delete = |body: Value| code(&bench.post("message/mass/delete", body));
    assert_eq!(delete(json!({"msg_id": sent["msg_id"], "article_idx": 2})), 40060);
    assert_eq!(delete(json!({"msg_id": 1})), 40059);
    let url = bench.running.sandbox().published()[0].articles[0].url.clone();
    assert_eq!(delete(json!({"url": url})), 0);
    assert_eq!(status(&bench, &sent), answer("DELETE"));
    assert!(bench.running.sandbox().published().is_empty());
}

#[test]
fn s69_a_preview_reaches_one_person_and_costs_nothing() {
    let bench = Bench::new();
    let draft = bench.draft();
    let preview = |to: Value| {
        let mut body = json!({"msgtype": "mpnews", "mpnews": {"media_id": draft}});
        body.as_object_mut().unwrap().extend(to.as_object().unwrap().clone());
        bench.post("message/mass/preview", body)
    };
    let sent = preview(json!({"touser": "unknown", "towxname": "qianfa_editor"}));
    assert_eq!((code(&sent), &sent["errmsg"]), (0, &json!("preview success")));
    assert_eq!(code(&preview(json!({"touser": bench_openid(7)}))), 0);
    // Clients tell an OpenID from a 微信号 by its 28 characters.
    assert_eq!(bench_openid(7).len(), 28);
    assert_eq!(code(&preview(json!({"touser": "unknown"}))), 40003);
    assert_eq!(code(&preview(json!({"towxname": "nobody"}))), 40132);
    let reached: Vec<String> =
        bench.running.sandbox().previews().into_iter().map(|preview| preview.to).collect();
    assert_eq!(reached, ["qianfa_editor".to_owned(), bench_openid(7)]);
    assert_eq!(code(&bench.post("draft/get", json!({"media_id": draft}))), 0);
    assert!(bench.running.sandbox().published().is_empty());
    for _ in 1..100 {
        bench.advance(2);
        assert_eq!(code(&preview(json!({"towxname": "qianfa_editor"}))), 0);
    }
    bench.advance(60);
    assert_eq!(code(&preview(json!({"towxname": "qianfa_editor"}))), 45009);
    assert_eq!(code(&preview(json!({"touser": bench_openid(7)}))), 0);
    assert_eq!(code(&sendall(&bench, to_all(&draft))), 0);
}
