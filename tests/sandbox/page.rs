//! The page for people.

use serde_json::json;

use super::{APPID, Bench, id, png};

fn page(bench: &Bench, path: &str) -> (u16, String, String) {
    let response = bench.http.get(bench.url(path)).send().unwrap();
    let policy = response.headers()["content-security-policy"].to_str().unwrap().to_owned();
    (response.status().as_u16(), policy, response.text().unwrap())
}

#[test]
fn the_list_shows_drafts_and_messages_escaped_and_runs_no_script() {
    let bench = Bench::new();
    bench.add(json!({"title": "草稿<script>甲"}));
    let draft = bench.add(json!({"title": "发出的\"乙"}));
    bench.post("freepublish/submit", draft);
    bench.advance(2);
    let body = json!({"filter": {"is_to_all": true}, "msgtype": "text", "text": {"content": "丙"}});
    bench.post("message/mass/sendall", body);
    let (status, policy, html) = page(&bench, "/");
    assert_eq!(status, 200);
    assert!(policy.starts_with("default-src 'none';") && !policy.contains("script-src"));
    assert!(
        html.contains("草稿&lt;script&gt;甲") && html.contains("发出的&quot;乙") && !html.contains("<script")
    );
    assert!(
        html.contains("已发布 · 不推送") && html.contains("群发中") && html.contains("2026年11月22日 09:00")
    );
    assert!(html.contains("群发消息（text）"));
    assert!(page(&bench, "/?lang=en").2.contains("Published, not pushed"));
}

#[test]
fn an_article_shows_its_pictures_from_the_sandbox() {
    let bench = Bench::new();
    let url = id(&bench.upload("media/uploadimg", "a.png", &png(99)), "url");
    let draft = id(&bench.add(json!({"content": format!("<p>正文<img src=\"{url}\"></p>")})), "media_id");
    let place = format!("/article/{APPID}/draft/{draft}/1");
    let (status, policy, frame) = page(&bench, &place);
    assert_eq!(status, 200);
    assert!(policy.contains("frame-src 'self'"));
    assert!(frame.contains(&format!("src=\"{place}/content\"")));
    let (_, policy, content) = page(&bench, &format!("{place}/content"));
    assert!(policy.starts_with("sandbox; default-src 'none';"));
    let picture = content.split("<img src=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(bench.http.get(bench.url(picture)).send().unwrap().bytes().unwrap(), png(99));
    assert!(!content.contains("mmbiz.qpic.cn"));
    // The platform's own answer still has the platform's address.
    let stored = bench.post("draft/get", json!({"media_id": draft}))["news_item"][0]["content"].to_string();
    assert!(stored.contains("https://mmbiz.qpic.cn/"));
}

#[test]
fn what_is_not_there_is_not_found() {
    let bench = Bench::new();
    let draft = bench.draft();
    for path in [
        format!("{APPID}/draft/{draft}/2"),
        format!("{APPID}/draft/{draft}/0"),
        format!("{APPID}/mass/1/1"),
        format!("wx0/draft/{draft}/1"),
        format!("{APPID}/other/{draft}/1"),
    ] {
        let (status, _, html) = page(&bench, &format!("/article/{path}"));
        assert_eq!(status, 404, "{path}");
        assert!(html.contains("没有这篇文章"));
    }
}
