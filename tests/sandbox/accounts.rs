//! Two accounts in one sandbox share nothing.

use serde_json::{Value, json};

use super::{Bench, account, code, id};
use qianfa::sandbox::Account;

/// The same sandbox with the token of a second account.
fn second(bench: &Bench) -> String {
    bench.control("accounts", json!({"appid": "wx2", "secret": "s2"}));
    id(&bench.stable(json!({"appid": "wx2", "secret": "s2"})), "access_token")
}

#[test]
fn nothing_of_one_account_can_be_reached_with_the_token_of_another() {
    let bench = Bench::new();
    let cover = bench.cover();
    let (draft, published, sent) = (bench.draft(), bench.draft(), bench.draft());
    let publish_id = bench.post("freepublish/submit", json!({"media_id": published}))["publish_id"].clone();
    let to_all = |draft: &str| json!({"filter": {"is_to_all": true}, "msgtype": "mpnews", "mpnews": {"media_id": draft}});
    let msg_id = bench.post("message/mass/sendall", to_all(&sent))["msg_id"].clone();
    bench.advance(2);
    let article_id = bench.post("freepublish/get", json!({"publish_id": publish_id}))["article_id"].clone();
    assert!(article_id.is_string() && msg_id.is_u64());

    let token = second(&bench);
    let other = Bench { token, ..bench };
    let preview = json!({"touser": account().openid(0), "msgtype": "mpnews", "mpnews": {"media_id": draft}});
    for (interface, body, refusal) in [
        ("material/get_material", json!({"media_id": cover}), 40007),
        ("material/del_material", json!({"media_id": cover}), 40007),
        ("draft/get", json!({"media_id": draft}), 40007),
        ("draft/update", json!({"media_id": draft, "index": 0, "articles": {}}), 40007),
        ("draft/delete", json!({"media_id": draft}), 40007),
        ("freepublish/submit", json!({"media_id": draft}), 40007),
        ("freepublish/get", json!({"publish_id": publish_id}), 53502),
        ("freepublish/getarticle", json!({"article_id": article_id}), 53600),
        ("freepublish/delete", json!({"article_id": article_id}), 53600),
        ("message/mass/sendall", to_all(&draft), 40007),
        ("message/mass/preview", preview, 40003),
        ("message/mass/get", json!({"msg_id": msg_id}), 40059),
        ("message/mass/delete", json!({"msg_id": msg_id}), 40059),
    ] {
        assert_eq!(code(&other.post(interface, body)), refusal, "{interface}");
    }
    let page = json!({"offset": 0, "count": 20, "type": "image"});
    for list in ["draft/batchget", "freepublish/batchget", "material/batchget_material"] {
        assert_eq!(other.post(list, page.clone())["total_count"], 0, "{list}");
    }
    let used = other.post("openapi/quota/get", json!({"cgi_path": "/cgi-bin/material/add_material"}));
    assert_eq!(used["quota"]["used"], 0);
}

#[test]
fn the_ids_of_two_accounts_differ_although_their_requests_are_the_same() {
    let bench = Bench::with(account(), |options| options.accounts.push(Account::new("wx2", "s2")));
    let run = |bench: &Bench| -> Vec<Value> {
        let media_id = bench.draft();
        let submitted = bench.post("freepublish/submit", json!({"media_id": media_id}));
        let text = json!({"filter": {"is_to_all": true}, "msgtype": "text", "text": {"content": "甲"}});
        let sent = bench.post("message/mass/sendall", text);
        vec![json!(media_id), submitted["publish_id"].clone(), sent["msg_id"].clone()]
    };
    let first = run(&bench);
    let token = id(&bench.stable(json!({"appid": "wx2", "secret": "s2"})), "access_token");
    let second = run(&Bench { token, ..bench });
    for (first, second) in first.iter().zip(&second) {
        assert!(!first.is_null());
        assert_ne!(first, second);
    }
}

#[test]
fn the_accounts_name_openids_that_messages_reach_and_no_secret() {
    let bench = Bench::with(Account { kind: qianfa::sandbox::Kind::Service, ..account() }, |_| {});
    let shown = bench.http.get(bench.url("/_sandbox/accounts")).send().unwrap().text().unwrap();
    assert!(!shown.contains(super::SECRET));
    let shown: Value = serde_json::from_str(&shown).unwrap();
    let openids = &shown[0]["openids"];
    let mut body = json!({"touser": openids[0], "msgtype": "text", "text": {"content": "甲"}});
    assert_eq!(code(&bench.post("message/mass/preview", body.clone())), 0);
    body["touser"] = openids.clone();
    assert_eq!(code(&bench.post("message/mass/send", body)), 0);
    bench.advance(2);
    assert_eq!(bench.running.sandbox().published()[0].reached, 3);
}
