//! What travels, and how the platform's several ways of saying one thing are read.

use qianfa::wechat::client::{Audience, ENDPOINTS, MassSent, Material, NewMaterial};
use qianfa::wechat::wire::{MassBody, MassPreview, MediaId};

use super::*;

fn picture() -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(4, 4).write_to(&mut out, image::ImageFormat::Png).unwrap();
    out.into_inner()
}

fn body(seen: &Seen) -> serde_json::Value {
    serde_json::from_slice(&seen.body).unwrap()
}

#[test]
fn ids_are_read_as_number_or_text() {
    for answer in [
        r#"{"errcode":0,"errmsg":"ok","publish_id":"2247500001","msg_data_id":2650001234}"#,
        r#"{"errcode":"0","errmsg":"ok","publish_id":2247500001,"msg_data_id":"2650001234"}"#,
    ] {
        let server = platform(move |_| json(answer));
        let submitted = client(&server.base).0.submit_publish("d").unwrap();
        assert_eq!(submitted.publish_id, "2247500001");
        assert_eq!(submitted.msg_data_id.as_deref(), Some("2650001234"));
    }
}

#[test]
fn a_send_that_was_made_before_is_a_success_that_says_so() {
    let server = platform(|_| json(r#"{"errcode":45065,"errmsg":"clientmsgid exist","msg_id":3147500012}"#));
    let sent = client(&server.base).0.send_all(Audience::Tag(102), "d", "qf-2026w47-hikes-102", true);
    assert_eq!(sent, Ok(MassSent { msg_id: 3_147_500_012, msg_data_id: None, before: true }));
    assert_eq!(
        body(&server.seen()[1]),
        serde_json::json!({"filter": {"is_to_all": false, "tag_id": 102}, "msgtype": "mpnews",
            "mpnews": {"media_id": "d"}, "send_ignore_reprint": 1, "clientmsgid": "qf-2026w47-hikes-102"})
    );

    let server = platform(|_| {
        json(r#"{"errcode":0,"errmsg":"send job submission success","msg_id":"5","msg_data_id":6}"#)
    });
    let sent = client(&server.base).0.send_all(Audience::All, "d", "k", false);
    assert_eq!(sent, Ok(MassSent { msg_id: 5, msg_data_id: Some(6), before: false }));
}

#[test]
fn an_upload_is_one_part_called_media_with_a_name_that_has_an_ending() {
    let server = platform(|_| json(r#"{"url":"http://mmbiz.qpic.cn/x","media_id":"m"}"#));
    let (client, _) = client(&server.base);
    assert_eq!(client.upload_image(&picture()).unwrap(), "http://mmbiz.qpic.cn/x");
    client.add_material(NewMaterial::Image(&picture())).unwrap();
    client.add_material(NewMaterial::Video { bytes: b"mp4", title: "开箱", introduction: "" }).unwrap();
    let seen = server.seen();
    let text = |index: usize| String::from_utf8_lossy(&seen[index].body).into_owned();
    assert!(text(1).contains("name=\"media\"; filename=\"picture.png\"\r\nContent-Type: image/png"));
    assert!(seen[1].body.windows(picture().len()).any(|window| window == picture()));
    assert!(seen[2].line.contains("&type=image "), "{}", seen[2].line);
    assert!(text(3).contains("name=\"description\"") && text(3).contains("{\"title\":\"开箱\""));
}

#[test]
fn material_is_told_from_an_error_by_its_body() {
    let picture_bytes = picture();
    let expected = picture_bytes.clone();
    let mut answers = vec![
        Reply::Json(r#"{"errcode":40007,"errmsg":"invalid media_id"}"#.into()),
        json(r#"{"title":"开箱","description":"三分钟看完","down_url":"http://203.0.113.80/v.mp4"}"#),
        json(r#"{"news_item":[{"title":"甲","url":"http://x"}]}"#),
        Reply::Raw(
            [
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n".as_slice(),
                &picture_bytes,
            ]
            .concat(),
        ),
    ];
    let server = platform(move |_| answers.pop().unwrap());
    let (client, _) = client(&server.base);
    assert_eq!(client.get_material("m"), Ok(Material::File(expected)));
    assert!(
        matches!(client.get_material("m"), Ok(Material::News(news)) if news.news_item[0].article.title == "甲")
    );
    assert!(matches!(client.get_material("m"), Ok(Material::Video { title, .. }) if title == "开箱"));
    assert_eq!(client.get_material("m").unwrap_err().code(), Some(40007));
}

#[test]
fn chinese_is_read_as_utf_8_although_no_charset_is_named() {
    let server = platform(|_| {
        json(r#"{"news_item":[{"title":"周末去哪儿","content":"<p>第一条……</p>","need_open_comment":1}]}"#)
    });
    let items = client(&server.base).0.get_draft("d").unwrap();
    assert_eq!(items[0].article.title, "周末去哪儿");
    assert!(items[0].article.need_open_comment);
}

#[test]
fn an_update_sends_one_object_and_a_preview_names_its_receiver() {
    let server = platform(|_| json(r#"{"errcode":0,"errmsg":"ok"}"#));
    let (client, _) = client(&server.base);
    client.update_draft("d", 1, &article()).unwrap();
    let preview = MassPreview {
        touser: None,
        towxname: Some("qinghe_editor".into()),
        body: MassBody::Mpnews { mpnews: MediaId { media_id: "d".into() } },
    };
    client.preview_mass(&preview).unwrap();
    let seen = server.seen();
    assert_eq!(body(&seen[1])["index"], 1);
    assert_eq!(body(&seen[1])["articles"]["title"], "冬至，为什么要喝一碗热的？");
    assert_eq!(body(&seen[2])["towxname"], "qinghe_editor");
}

#[test]
fn names_of_endpoints_are_those_of_the_platforms_pages() {
    assert!(ENDPOINTS.iter().all(|endpoint| endpoint.path == format!("/cgi-bin/{}", endpoint.name())));
}
