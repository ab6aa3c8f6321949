//! S47–S55: publishing.

use serde_json::{Value, json};

use super::{APPID, Bench, account, code, id};
use qianfa::sandbox::{Account, Medium, Scenario};

fn submit(bench: &Bench, draft: &str) -> Value {
    bench.post("freepublish/submit", json!({"media_id": draft}))
}

fn status(bench: &Bench, submitted: &Value) -> Value {
    bench.post("freepublish/get", json!({"publish_id": submitted["publish_id"]}))
}

/// Publishes a new draft and gives its article id.
fn publish(bench: &Bench) -> String {
    let submitted = submit(bench, &bench.draft());
    bench.advance(2);
    id(&status(bench, &submitted), "article_id")
}

#[test]
fn s47_an_account_without_the_right_is_refused_everywhere() {
    let bench = Bench::with(Account { verified: false, ..account() }, |_| {});
    let draft = bench.draft();
    for (path, body) in [
        ("submit", json!({"media_id": draft})),
        ("get", json!({"publish_id": "1"})),
        ("delete", json!({"article_id": "x"})),
        ("getarticle", json!({"article_id": "x"})),
        ("batchget", json!({"offset": 0, "count": 1})),
    ] {
        assert_eq!(code(&bench.post(&format!("freepublish/{path}"), body)), 48001, "{path}");
    }
}

#[test]
fn s48_submit_refuses_unknown_and_flagged_drafts_and_the_101st() {
    let bench = Bench::new();
    assert_eq!(code(&submit(&bench, "x")), 40007);
    let draft = bench.draft();
    for flag in [53503, 53504, 53505] {
        bench.control("scenarios", json!({"media_id": draft, "refuse": flag}));
        bench.control("scenarios", json!({"media_id": "another", "refuse": 53500}));
        assert_eq!(code(&submit(&bench, &draft)), flag);
    }
    for _ in 5..100 {
        submit(&bench, "x");
    }
    assert_eq!(code(&submit(&bench, &draft)), 0);
    assert_eq!(code(&submit(&bench, &draft)), 45009);
}

#[test]
fn s49_the_status_is_1_for_its_time_and_then_what_the_scenario_says() {
    let bench = Bench::with(account(), |options| options.publish_time = std::time::Duration::from_secs(30));
    for result in [0, 2, 3, 4] {
        bench.running.sandbox().add_scenario(Scenario { result, fail_idx: vec![1], ..Scenario::default() });
        let submitted = submit(&bench, &bench.draft());
        assert_eq!(code(&submitted), 0);
        bench.advance(29);
        assert_eq!(status(&bench, &submitted)["publish_status"], 1);
        bench.advance(1);
        assert_eq!(status(&bench, &submitted)["publish_status"], result);
    }
}

#[test]
fn s50_success_takes_the_draft_out_of_the_box_and_failure_leaves_it() {
    let bench = Bench::new();
    for result in [2, 3, 4, 0] {
        bench.control("scenarios", json!({"result": result}));
        let draft = bench.draft();
        submit(&bench, &draft);
        bench.advance(2);
        let left = code(&bench.post("draft/get", json!({"media_id": draft})));
        assert_eq!(left, if result == 0 { 40007 } else { 0 }, "{result}");
    }
    let page = bench.post("freepublish/batchget", json!({"offset": 0, "count": 20}));
    assert_eq!((&page["total_count"], &page["item_count"]), (&json!(1), &json!(1)));
    let item = &page["item"][0]["content"]["news_item"][0];
    assert_eq!((&item["title"], &item["is_deleted"]), (&json!("冬至，为什么要喝一碗热的？"), &json!(false)));
    assert_eq!(page["item"][0]["update_time"], bench.now());
}

#[test]
fn s51_failed_articles_and_addresses_come_only_with_their_status() {
    let bench = Bench::new();
    for (result, failed) in [(0, json!([])), (2, json!([1, 2])), (3, json!([])), (4, json!([1, 2]))] {
        bench.control("scenarios", json!({"result": result, "fail_idx": [1, 2]}));
        let submitted = submit(&bench, &bench.draft());
        let under_way = status(&bench, &submitted);
        assert_eq!((&under_way["fail_idx"], under_way.get("article_id")), (&json!([]), None));
        bench.advance(2);
        let end = status(&bench, &submitted);
        assert_eq!(end["fail_idx"], failed);
        assert_eq!(end.get("article_id").is_some(), result == 0);
        assert_eq!(end.get("article_detail").is_some(), result == 0);
    }
}

#[test]
fn s52_a_draft_under_way_is_not_submitted_again() {
    let bench = Bench::new();
    let draft = bench.draft();
    assert_eq!(code(&submit(&bench, &draft)), 0);
    assert_eq!(code(&submit(&bench, &draft)), 53501);
    bench.advance(2);
    assert_eq!(code(&submit(&bench, &draft)), 40007);
    assert_eq!(code(&status(&bench, &json!({"publish_id": "1"}))), 53502);
    assert_eq!(bench.running.sandbox().published().len(), 1);
}

#[test]
fn s53_delete_counts_from_one_and_zero_means_all() {
    let bench = Bench::new();
    let article = bench.article(json!({}));
    let draft = id(&bench.post("draft/add", json!({"articles": [article, article]})), "media_id");
    let submitted = submit(&bench, &draft);
    bench.advance(2);
    let article_id = id(&status(&bench, &submitted), "article_id");
    let delete = |index: Value| {
        code(&bench.post("freepublish/delete", json!({"article_id": article_id, "index": index})))
    };
    let deleted = || {
        let read = bench.post("freepublish/getarticle", json!({"article_id": article_id}));
        [0, 1].map(|index| read["news_item"][index]["is_deleted"].as_bool().unwrap())
    };
    assert_eq!(delete(json!(2)), 0);
    assert_eq!((deleted(), status(&bench, &submitted)["publish_status"].clone()), ([false, true], json!(0)));
    assert_eq!(delete(json!(3)), 40114);
    assert_eq!(delete(json!(0)), 0);
    assert_eq!((deleted(), status(&bench, &submitted)["publish_status"].clone()), ([true, true], json!(5)));
    assert!(bench.running.sandbox().published().is_empty());
    assert_eq!(bench.running.sandbox().ever_published().len(), 1);
    assert_eq!(code(&bench.post("freepublish/delete", json!({"article_id": "x"}))), 53600);
    for _ in 4..10 {
        bench.post("freepublish/delete", json!({"article_id": "x"}));
    }
    assert_eq!(delete(Value::Null), 45009);
}

#[test]
fn s54_the_list_of_published_articles_knows_no_mass_sends() {
    let bench = Bench::new();
    publish(&bench);
    let body =
        json!({"filter": {"is_to_all": true}, "msgtype": "mpnews", "mpnews": {"media_id": bench.draft()}});
    assert_eq!(code(&bench.post("message/mass/sendall", body)), 0);
    bench.advance(2);
    assert_eq!(bench.post("freepublish/batchget", json!({"offset": 0, "count": 20}))["total_count"], 1);
    let visible = bench.running.sandbox().published();
    assert_eq!(visible.iter().map(|entry| entry.kind).collect::<Vec<_>>(), [Medium::Publish, Medium::Mass]);
}

#[test]
fn s55_publishing_reaches_no_inbox_and_costs_no_mass_send() {
    let bench = Bench::new();
    publish(&bench);
    let published = bench.running.sandbox().published();
    assert_eq!((published[0].appid.as_str(), published[0].reached), (APPID, 0));
    let quota = bench.post("openapi/quota/get", json!({"cgi_path": "/cgi-bin/message/mass/sendall"}));
    assert_eq!(quota["quota"]["used"], 0);
    let body =
        json!({"filter": {"is_to_all": true}, "msgtype": "mpnews", "mpnews": {"media_id": bench.draft()}});
    assert_eq!(code(&bench.post("message/mass/sendall", body)), 0);
}
