//! The console: its editor rebuilds what it saves.

use serde_json::json;

use super::{APPID, Bench, id};

fn press(bench: &Bench, action: &str, media_id: &str) -> (u16, serde_json::Value) {
    let body = json!({"appid": APPID, "media_id": media_id});
    let response =
        bench.http.post(bench.url(&format!("/_sandbox/console/{action}"))).json(&body).send().unwrap();
    (response.status().as_u16(), response.json().unwrap())
}

fn content(bench: &Bench, media_id: &str) -> String {
    let draft = bench.post("draft/get", json!({"media_id": media_id}));
    draft["news_item"][0]["content"].as_str().unwrap().to_owned()
}

#[test]
fn saving_in_the_console_rebuilds_the_article_and_saving_again_changes_nothing() {
    let bench = Bench::new();
    let draft = id(&bench.add(json!({"content": "<ul><li>甲</li></ul>"})), "media_id");
    assert_eq!(content(&bench, &draft), "<ul><li>甲</li></ul>");
    assert_eq!(press(&bench, "save", &draft).0, 200);
    let saved = content(&bench, &draft);
    assert!(saved.matches("<li>").count() == 2 && saved.contains("<span leaf=\"\">甲</span>"), "{saved}");
    press(&bench, "save", &draft);
    assert_eq!(content(&bench, &draft), saved);
}

#[test]
fn publishing_in_the_console_saves_first_and_takes_the_draft_out_of_the_box() {
    let bench = Bench::new();
    let draft = id(&bench.add(json!({"content": "<p>甲</p>"})), "media_id");
    let (status, answer) = press(&bench, "publish", &draft);
    assert_eq!(status, 200);
    assert_eq!(press(&bench, "publish", &draft).0, 422, "it is under way");
    bench.advance(2);
    let job = bench.post("freepublish/get", json!({"publish_id": answer["publish_id"]}));
    assert_eq!(job["publish_status"], 0);
    let article = bench.post("freepublish/getarticle", json!({"article_id": job["article_id"]}));
    assert_eq!(article["news_item"][0]["content"], "<p><span leaf=\"\">甲</span></p>");
    assert_eq!(bench.post("draft/get", json!({"media_id": draft}))["errcode"], 40007);
    assert_eq!(press(&bench, "save", &draft).0, 422);
}

#[test]
fn an_editor_that_keeps_everything_can_be_asked_for() {
    let bench = Bench::with(super::account(), |options| options.editor_rebuilds = false);
    let draft = id(&bench.add(json!({"content": "<ul><li>甲</li></ul>"})), "media_id");
    press(&bench, "save", &draft);
    assert_eq!(content(&bench, &draft), "<ul><li>甲</li></ul>");
}
