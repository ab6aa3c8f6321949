//! S21–S29: pictures and material.

use reqwest::blocking::multipart::{Form, Part};
use serde_json::{Value, json};

use super::{Bench, code, id, jpeg, png};

#[test]
fn s21_the_part_is_media_and_has_a_file_name_with_extension() {
    let bench = Bench::new();
    let part = || Part::bytes(png(64)).file_name("a.png");
    assert_eq!(code(&bench.form("media/uploadimg", Form::new().part("file", part()))), 41005);
    let nameless = Form::new().part("media", Part::bytes(png(64)));
    assert_eq!(code(&bench.form("media/uploadimg", nameless)), 40005);
    assert_eq!(code(&bench.upload("media/uploadimg", "picture", &png(64))), 40005);
    assert_eq!(code(&bench.upload("media/uploadimg", "图片.png", &png(64))), 0);
    assert_eq!(code(&bench.upload("media/uploadimg", "a.png", b"")), 44001);
    assert_eq!(code(&bench.post("media/uploadimg", json!({"media": "x"}))), 41005);
}

#[test]
fn s22_uploadimg_looks_at_the_bytes_and_the_size() {
    let bench = Bench::new();
    let upload = |name: &str, bytes: &[u8]| code(&bench.upload("media/uploadimg", name, bytes));
    assert_eq!(upload("a.jpg", b"RIFF\x10\0\0\0WEBPVP8 ........"), 40005);
    assert_eq!(upload("a.png", b"GIF89a.........."), 40005);
    assert_eq!(upload("a.png", b"<svg xmlns='x'/>"), 40005);
    assert_eq!(upload("a.jpg", &png(1_048_575)), 0);
    assert_eq!(upload("a.png", &png(1_048_576)), 40009);
    assert_eq!(upload("a.jpg", &jpeg(900)), 0);
}

#[test]
fn s23_uploadimg_gives_an_address_and_takes_no_room_in_the_library() {
    let bench = Bench::new();
    let answer = bench.upload("media/uploadimg", "a.png", &png(64));
    assert!(id(&answer, "url").starts_with("http://mmbiz.qpic.cn/mmbiz_png/"));
    assert!(id(&answer, "url").ends_with("/0?wx_fmt=png"));
    assert_eq!(answer.as_object().unwrap().len(), 1);
    assert_eq!(bench.get("material/get_materialcount")["image_count"], 0);
}

#[test]
fn s24_add_material_takes_each_kind_within_its_limits() {
    let bench = Bench::new();
    let add = |kind: &str, name: &str, bytes: &[u8]| {
        bench.upload(&format!("material/add_material?type={kind}"), name, bytes)
    };
    let image = add("image", "a.gif", b"GIF89a..........");
    assert!(id(&image, "url").contains("mmbiz_gif"));
    assert_eq!(code(&add("image", "a.webp", b"RIFF\x10\0\0\0WEBPVP8 ........")), 40005);
    assert_eq!(code(&add("image", "a.png", &png(10 * 1_048_576))), 0);
    assert_eq!(code(&add("image", "a.png", &png(10 * 1_048_576 + 1))), 40009);
    assert_eq!(code(&add("image", "a.png", &png(20 * 1_048_576))), 40009);
    assert_eq!(code(&add("thumb", "a.jpg", &jpeg(64 * 1024 + 1))), 40006);
    assert_eq!(code(&add("thumb", "a.png", &png(64))), 40005);
    let thumb = add("thumb", "a.jpg", &jpeg(64 * 1024));
    assert_eq!(thumb.as_object().unwrap().keys().collect::<Vec<_>>(), ["media_id"]);
    assert_eq!(code(&add("voice", "a.mp3", &[b"ID3".as_slice(), &[0; 2 * 1_048_576]].concat())), 45001);
    assert_eq!(code(&add("voice", "a.mp3", b"ID3.......")), 0);
    assert_eq!(code(&add("news", "a.png", &png(64))), 40004);
    assert_eq!(code(&bench.upload("material/add_material", "a.png", &png(64))), 40004);
    let mp4 = || Part::bytes(b"\0\0\0\x18ftypmp42....".to_vec()).file_name("v.mp4");
    let described =
        Form::new().part("media", mp4()).text("description", r#"{"title":"开箱","introduction":"三分钟"}"#);
    let video = bench.form("material/add_material?type=video", described);
    let read = bench.post("material/get_material", json!({"media_id": id(&video, "media_id")}));
    assert_eq!((&read["title"], &read["description"]), (&json!("开箱"), &json!("三分钟")));
    assert_eq!(
        bench.http.get(id(&read, "down_url")).send().unwrap().bytes().unwrap(),
        b"\0\0\0\x18ftypmp42....".as_slice()
    );
    assert_eq!(
        code(&bench.form("material/add_material?type=video", Form::new().part("media", mp4()))),
        40035
    );
    let count = bench.get("material/get_materialcount");
    assert_eq!(count, json!({"voice_count": 1, "video_count": 1, "image_count": 2, "news_count": 0}));
}

#[test]
fn s27_the_list_pages_newest_first_and_refuses_other_counts() {
    let bench = Bench::new();
    for index in 0..3 {
        bench.upload("material/add_material?type=image", &format!("{index}.png"), &png(64 + index));
        bench.advance(1);
    }
    let list = |kind: &str, offset: i64, count: i64| {
        bench.post("material/batchget_material", json!({"type": kind, "offset": offset, "count": count}))
    };
    let names = |page: &Value| -> Vec<String> {
        page["item"].as_array().unwrap().iter().map(|item| id(item, "name")).collect()
    };
    let page = list("image", 0, 2);
    assert_eq!((&page["total_count"], &page["item_count"]), (&json!(3), &json!(2)));
    assert_eq!(names(&page), ["2.png", "1.png"]);
    assert_eq!(names(&list("image", 2, 20)), ["0.png"]);
    assert_eq!(page["item"][0]["update_time"], bench.now() - 1);
    for count in [0, 21, -1] {
        assert_eq!(code(&list("image", 0, count)), 40035, "{count}");
    }
    assert_eq!(code(&list("thumb", 0, 1)), 40004);
    assert_eq!(list("news", 0, 1)["total_count"], 0);
}

#[test]
fn s28_an_image_comes_back_as_bytes_and_an_unknown_id_as_json() {
    let bench = Bench::new();
    let media_id = bench.cover();
    let response = bench.send("material/get_material", json!({"media_id": media_id}).to_string()).unwrap();
    assert_eq!(response.headers()["content-type"], "image/png");
    assert_eq!(response.bytes().unwrap(), png(64));
    assert_eq!(code(&bench.post("material/get_material", json!({"media_id": "x"}))), 40007);
}

#[test]
fn s29_a_deleted_cover_serves_no_new_draft_but_its_old_ones() {
    let bench = Bench::new();
    let cover = bench.cover();
    let draft = bench.add(json!({"thumb_media_id": cover}));
    assert_eq!(
        bench.post("material/del_material", json!({"media_id": cover})),
        json!({"errcode": 0, "errmsg": "ok"})
    );
    assert_eq!(code(&bench.post("material/del_material", json!({"media_id": cover}))), 40007);
    assert_eq!(code(&bench.add(json!({"thumb_media_id": cover}))), 40007);
    let item = &bench.post("draft/get", draft.clone())["news_item"][0];
    assert!(id(item, "thumb_url").starts_with("http://mmbiz.qpic.cn/"));
    assert_eq!(code(&bench.post("freepublish/submit", draft)), 0);
}
