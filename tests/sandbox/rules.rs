//! S01–S11: what holds for every interface.

use serde_json::json;

use super::{Bench, code, id, read};

#[test]
fn s01_errors_are_http_200_with_code_text_and_a_rid_that_begins_with_the_clock() {
    let bench = Bench::new();
    let answer = bench.post("draft/get", json!({"media_id": "x"}));
    assert_eq!(code(&answer), 40007);
    let text = answer["errmsg"].as_str().unwrap();
    let rid: Vec<&str> = text.rsplit_once(" rid: ").unwrap().1.split('-').collect();
    assert!(text.starts_with("invalid media_id"));
    assert_eq!(rid.len(), 3);
    assert!(rid.iter().all(|group| group.len() == 8 && group.chars().all(|c| c.is_ascii_hexdigit())));
    assert_eq!(i64::from_str_radix(rid[0], 16).unwrap(), bench.now());
}

#[test]
fn s02_the_wrong_method_has_a_code_for_each_way() {
    let bench = Bench::new();
    assert_eq!(code(&bench.get("draft/add")), 43002);
    assert_eq!(code(&bench.post("draft/count", json!({}))), 43001);
    // The method is looked at before the token.
    assert_eq!(code(&read(bench.http.get(bench.url("/cgi-bin/draft/add")).send().unwrap())), 43002);
}

#[test]
fn s03_a_token_counts_in_the_query_only() {
    let bench = Bench::new();
    let request = bench.http.get(bench.url("/cgi-bin/draft/count")).bearer_auth(&bench.token);
    assert_eq!(code(&read(request.send().unwrap())), 41001);
    let body = json!({"access_token": bench.token, "media_id": "x"}).to_string();
    let request = bench.http.post(bench.url("/cgi-bin/draft/get?access_token=")).body(body);
    assert_eq!(code(&read(request.send().unwrap())), 41001);
}

#[test]
fn s04_unknown_superseded_and_expired_tokens_have_their_codes() {
    let mut bench = Bench::new();
    let good = bench.token.clone();
    bench.token = "97_nothing".into();
    assert_eq!(code(&bench.get("draft/count")), 40014);
    bench.token = good.clone();
    bench.advance(31);
    let fresh = id(&bench.stable(json!({"force_refresh": true})), "access_token");
    assert_eq!(code(&bench.get("draft/count")), 40001);
    bench.token = fresh;
    bench.advance(7199);
    assert_eq!(code(&bench.get("draft/count")), 0);
    bench.advance(1);
    assert_eq!(code(&bench.get("draft/count")), 42001);
}

#[test]
fn s05_empty_and_broken_bodies() {
    let bench = Bench::new();
    assert_eq!(code(&read(bench.send("draft/get", "").unwrap())), 44002);
    assert_eq!(code(&read(bench.send("draft/get", "{\"media_id\":").unwrap())), 47001);
    assert_eq!(code(&read(bench.send("draft/get", vec![b'"', 0xff, b'"']).unwrap())), 47001);
}

#[test]
fn s06_escaped_chinese_counts_six_and_stays_or_is_refused() {
    let bench = Bench::new();
    let body = |title: &str| {
        format!(
            r#"{{"articles":[{{"title":"{title}","content":"<p>x</p>","thumb_media_id":"{}"}}]}}"#,
            bench.cover()
        )
    };
    let escaped = r"\u51ac\u81f3";
    let media_id = id(&read(bench.send("draft/add", body(escaped)).unwrap()), "media_id");
    let draft = bench.post("draft/get", json!({"media_id": media_id}));
    assert_eq!(draft["news_item"][0]["title"], escaped);
    assert_eq!(code(&read(bench.send("draft/add", body(&r"\u51ac".repeat(11))).unwrap())), 45003);
    assert_eq!(code(&read(bench.send("draft/add", body(&"冬".repeat(11))).unwrap())), 0);
    assert_eq!(code(&read(bench.send("draft/add", body(r"\u0041\u003c")).unwrap())), 0);
    let strict = Bench::strict();
    assert_eq!(code(&read(strict.send("draft/add", body(escaped)).unwrap())), 47002);
}

#[test]
fn s07_unknown_fields_are_ignored() {
    let bench = Bench::new();
    let answer =
        bench.post("draft/batchget", json!({"offset": 0, "count": 1, "colour": ["red"], "no_content": 0}));
    assert_eq!(answer["total_count"], 0);
    assert_eq!(code(&bench.add(json!({"show_cover_pic": 1, "declare_original": true}))), 0);
}

#[test]
fn s08_answers_hold_exactly_the_documented_fields() {
    let bench = Bench::new();
    let keys = |answer: &serde_json::Value| {
        let mut keys: Vec<String> = answer.as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys.join(" ")
    };
    assert_eq!(keys(&bench.stable(json!({}))), "access_token expires_in");
    let added = bench.add(json!({}));
    assert_eq!(keys(&added), "media_id");
    assert_eq!(keys(&bench.get("draft/count")), "total_count");
    assert_eq!(
        keys(&bench.post("draft/batchget", json!({"offset": 0, "count": 1}))),
        "item item_count total_count"
    );
    assert_eq!(keys(&bench.post("draft/get", added.clone())), "news_item");
    let submitted = bench.post("freepublish/submit", added.clone());
    assert_eq!(keys(&submitted), "errcode errmsg msg_data_id publish_id");
    assert_eq!(keys(&bench.post("freepublish/get", submitted.clone())), "fail_idx publish_id publish_status");
    bench.advance(2);
    let status = bench.post("freepublish/get", submitted);
    assert_eq!(keys(&status), "article_detail article_id fail_idx publish_id publish_status");
    let article = json!({"article_id": status["article_id"]});
    let read = bench.post("freepublish/getarticle", article.clone());
    assert_eq!(keys(&read), "news_item");
    assert_eq!(
        keys(&read["news_item"][0]),
        "author content content_source_url digest is_deleted need_open_comment only_fans_can_comment \
         thumb_media_id thumb_url title url"
    );
    let page = json!({"offset": 0, "count": 1});
    let published = bench.post("freepublish/batchget", page.clone());
    assert_eq!(keys(&published), "item item_count total_count");
    assert_eq!(keys(&published["item"][0]), "article_id content update_time");
    assert_eq!(bench.post("freepublish/delete", article), json!({"errcode": 0, "errmsg": "ok"}));
    let images = bench.post("material/batchget_material", json!({"type": "image", "offset": 0, "count": 1}));
    assert_eq!(keys(&images), "item item_count total_count");
    assert_eq!(keys(&images["item"][0]), "media_id name update_time url");
    bench.add(json!({}));
    let drafts = bench.post("draft/batchget", page);
    assert_eq!(keys(&drafts["item"][0]), "content media_id update_time");
    assert_eq!(
        keys(&drafts["item"][0]["content"]["news_item"][0]),
        "article_type author content content_source_url digest need_open_comment only_fans_can_comment \
         show_cover_pic thumb_media_id thumb_url title url"
    );
}

#[test]
fn s09_each_interface_has_its_own_day_which_begins_at_midnight_in_china() {
    let bench = Bench::new();
    let delete = || code(&bench.post("freepublish/delete", json!({"article_id": "x"})));
    for _ in 0..10 {
        assert_eq!(delete(), 53600);
    }
    assert_eq!(delete(), 45009);
    let quota = bench.post("openapi/quota/get", json!({"cgi_path": "/cgi-bin/freepublish/delete"}));
    assert_eq!(quota["quota"], json!({"daily_limit": 10, "used": 10, "remain": 0}));
    assert_eq!(code(&bench.get("draft/count")), 0);
    // 09:00 in China plus 14:59:59.
    bench.advance(15 * 3600 - 1);
    let bench = Bench { token: id(&bench.stable(json!({})), "access_token"), ..bench };
    let delete = || code(&bench.post("freepublish/delete", json!({"article_id": "x"})));
    assert_eq!(delete(), 45009);
    bench.advance(1);
    assert_eq!(delete(), 53600);
}

#[test]
fn s11_quota_get_knows_paths_and_counts() {
    let bench = Bench::new();
    let quota = |path: &str| bench.post("openapi/quota/get", json!({"cgi_path": path}));
    assert_eq!(code(&quota("cgi-bin/draft/add")), 76003);
    assert_eq!(code(&quota("https://api.weixin.qq.com/cgi-bin/draft/add")), 76003);
    assert_eq!(code(&quota("/cgi-bin/draft/nothing")), 76021);
    bench.get("draft/count");
    let answer = quota("/cgi-bin/draft/count");
    assert_eq!(code(&answer), 0);
    assert_eq!(answer["quota"], json!({"daily_limit": 1000, "used": 1, "remain": 999}));
}

#[test]
fn unknown_paths_are_not_found() {
    let bench = Bench::new();
    for path in ["/cgi-bin/nothing", "/cgi-bin/draft/add/", "/cgi-bin"] {
        let response = bench.http.get(bench.url(path)).send().unwrap();
        assert_eq!(response.status(), 404, "{path}");
        let answer: serde_json::Value = response.json().unwrap();
        assert_eq!(code(&answer), 40066);
        assert!(answer["errmsg"].as_str().unwrap().contains("/_sandbox/"), "{answer}");
    }
    let summary = read(bench.http.get(bench.url("/_sandbox/")).send().unwrap());
    assert!(summary["interfaces"].as_array().unwrap().contains(&json!("POST /cgi-bin/draft/add")));
}
