//! S31–S46: the draft box.

use serde_json::{Value, json};

use super::{Bench, account, code, id};
use qianfa::sandbox::Account;

fn stored(bench: &Bench, added: &Value) -> Value {
    bench.post("draft/get", json!({"media_id": id(added, "media_id")}))["news_item"][0].clone()
}

fn picture(bench: &Bench) -> String {
    id(&bench.upload("media/uploadimg", "a.png", super::png(64).as_slice()), "url")
}

fn newspic(bench: &Bench, change: Value) -> Value {
    let mut article = json!({"article_type": "newspic", "title": "晨读打卡", "content": "第三章",
        "image_info": {"image_list": [{"image_media_id": bench.cover()}]}});
    for (name, value) in change.as_object().unwrap() {
        article[name] = value.clone();
    }
    bench.post("draft/add", json!({"articles": [article]}))
}

#[test]
fn s31_articles_is_a_list_of_one_to_eight_objects() {
    let bench = Bench::new();
    let add = |body: Value| code(&bench.post("draft/add", body));
    let article = bench.article(json!({}));
    for wrong in [
        json!({}),
        json!({"articles": []}),
        json!({"articles": article}),
        json!({"articles": [[article]]}),
        json!([article]),
        json!({"articles": {"articles": [article]}}),
    ] {
        assert_eq!(add(wrong.clone()), 44003, "{wrong}");
    }
    assert_eq!(add(json!({"articles": vec![article.clone(); 8]})), 0);
    assert_eq!(add(json!({"articles": vec![article; 9]})), 45008);
}

#[test]
fn s32_titles_end_at_64_and_in_the_documents_at_32() {
    let bench = Bench::new();
    assert_eq!(code(&bench.add(json!({"title": null}))), 40035);
    assert_eq!(code(&bench.add(json!({"title": ""}))), 40035);
    assert_eq!(code(&bench.add(json!({"title": "冬".repeat(64)}))), 0);
    assert_eq!(code(&bench.add(json!({"title": "冬".repeat(65)}))), 45003);
    let strict = Bench::strict();
    assert_eq!(code(&strict.add(json!({"title": "冬".repeat(32)}))), 0);
    assert_eq!(code(&strict.add(json!({"title": "冬".repeat(33)}))), 45003);
    assert_eq!(code(&newspic(&strict, json!({"title": "冬".repeat(20)}))), 0);
    assert_eq!(code(&newspic(&strict, json!({"title": "冬".repeat(21)}))), 45003);
}

#[test]
fn s33_author_digest_and_source_address_have_their_limits() {
    let bench = Bench::new();
    assert_eq!(code(&bench.add(json!({"author": "编".repeat(16)}))), 0);
    assert_eq!(code(&bench.add(json!({"author": "编".repeat(17)}))), 45110);
    assert_eq!(code(&bench.add(json!({"digest": "摘".repeat(120)}))), 0);
    assert_eq!(code(&bench.add(json!({"digest": "摘".repeat(121)}))), 45004);
    let url = |bytes: usize| format!("https://e.cn/{}", "a".repeat(bytes - 13));
    assert_eq!(code(&bench.add(json!({"content_source_url": url(1024)}))), 0);
    assert_eq!(code(&bench.add(json!({"content_source_url": url(1025)}))), 45005);
    assert_eq!(code(&bench.add(json!({"content_source_url": "ftp://e.cn"}))), 41039);
    assert_eq!(code(&bench.add(json!({"content_source_url": "e.cn/a"}))), 41039);
}

#[test]
fn s34_content_is_needed_and_stays_below_a_mebibyte() {
    let bench = Bench::new();
    assert_eq!(code(&bench.add(json!({"content": ""}))), 44003);
    assert_eq!(code(&bench.add(json!({"content": null}))), 44003);
    assert_eq!(code(&bench.add(json!({"content": "a".repeat(1_048_575)}))), 0);
    assert_eq!(code(&bench.add(json!({"content": "a".repeat(1_048_576)}))), 45002);
    assert_eq!(code(&newspic(&bench, json!({"content": "字".repeat(1000)}))), 0);
    assert_eq!(code(&newspic(&bench, json!({"content": "字".repeat(1001)}))), 45166);
    let strict = Bench::strict();
    assert_eq!(code(&strict.add(json!({"content": "字".repeat(19_999)}))), 0);
    assert_eq!(code(&strict.add(json!({"content": "字".repeat(20_000)}))), 45002);
}

#[test]
fn s35_the_cover_is_a_permanent_picture_of_this_account() {
    let bench = Bench::new();
    assert_eq!(code(&bench.add(json!({"thumb_media_id": null}))), 40007);
    assert_eq!(code(&bench.add(json!({"thumb_media_id": "tmp_6mJ0bq"}))), 40007);
    let voice = bench.upload("material/add_material?type=voice", "a.mp3", b"ID3.......");
    assert_eq!(code(&bench.add(json!({"thumb_media_id": voice["media_id"]}))), 40007);
    let cover = bench.cover();
    bench.control("accounts", json!({"appid": "wx2", "secret": "s"}));
    let other = bench.stable(json!({"appid": "wx2", "secret": "s"}));
    let foreign = Bench { token: id(&other, "access_token"), ..bench };
    assert_eq!(code(&foreign.add(json!({"thumb_media_id": cover}))), 40007);
}

#[test]
fn s36_a_picture_message_has_one_to_twenty_permanent_pictures() {
    let bench = Bench::new();
    let cover = bench.cover();
    let pictures = |count: usize| {
        let list = vec![json!({"image_media_id": cover}); count];
        code(&newspic(&bench, json!({"image_info": {"image_list": list}})))
    };
    assert_eq!((pictures(0), pictures(1), pictures(20), pictures(21)), (45166, 0, 0, 45166));
    assert_eq!(code(&newspic(&bench, json!({"image_info": {}}))), 45166);
    let unknown = json!({"image_info": {"image_list": [{"image_media_id": "x"}]}});
    assert_eq!(code(&newspic(&bench, unknown)), 40007);
}

#[test]
fn s37_storing_removes_what_is_active_and_foreign_and_keeps_the_rest() {
    let bench = Bench::new();
    let url = picture(&bench);
    let content = format!(
        "<section style=\"color:#333\" id=\"a\" class=\"b\" onclick=\"x()\"><p>甲<script>alert(1)</script></p>\
         <style>p{{}}</style><img src=\"{url}\" alt=\"图\"><img src=\"https://e.com/a.png\">\
         <img src=\"data:image/png;base64,AA\"><iframe src=\"//e.com\"></iframe><form>乙<input></form>\
         <a href=\"javascript:x()\">丙</a><link rel=\"x\"></section>"
    );
    let item = stored(&bench, &bench.add(json!({"content": content})));
    let kept = url.replace("http:", "https:").replace("/0?", "/640?");
    assert_eq!(
        item["content"],
        format!(
            "<section style=\"color:#333\"><p>甲</p><img data-src=\"{kept}&amp;from=appmsg\" alt=\"图\"><a>丙</a></section>"
        )
    );
}

#[test]
fn s38_links_and_cards_that_the_platform_cannot_take_are_refused() {
    let bench = Bench::new();
    let add = |content: &str| code(&bench.add(json!({"content": content})));
    for wrong in [
        "<a href=\"#top\">甲</a>",
        "<a href=\"http://mp.weixin.qq.com/s?__biz=a&tempkey=b\">甲</a>",
        "<a href=\"https://mp.weixin.qq.com/s/Rk7uQx2mC0v-Draft-000042\">甲</a>",
        "<mp-miniprogram data-miniprogram-appid=\"wx\"></mp-miniprogram>",
        "<p style=“color:red”>甲</p>",
    ] {
        assert_eq!(add(wrong), 45166, "{wrong}");
    }
    assert_eq!(add("<a href=\"https://mp.weixin.qq.com/s/abcdefghijklmnopqrstu1\">甲</a>"), 0);
    assert_eq!(add("<a href=\"https://mp.weixin.qq.com/s?__biz=a&mid=1&idx=1&sn=b\">甲</a>"), 0);
}

#[test]
fn s39_a_single_article_without_digest_gets_the_beginning_of_its_text() {
    let bench = Bench::new();
    let content = format!("<h1>一 &amp; 二</h1>\n  <p>{}</p>", "字".repeat(80));
    let item = stored(&bench, &bench.add(json!({"digest": null, "content": content})));
    assert_eq!(item["digest"], format!("一 & 二 {}", "字".repeat(48)));
    assert_eq!(item["digest"].as_str().unwrap().chars().count(), 54);
    let article = bench.article(json!({"digest": null}));
    let several = bench.post("draft/add", json!({"articles": [article, article]}));
    assert_eq!(stored(&bench, &several)["digest"], "");
}

#[test]
fn s40_comments_need_the_privilege() {
    let silent = Bench::with(Account { comments: false, ..account() }, |_| {});
    assert_eq!(code(&silent.add(json!({"need_open_comment": 1}))), 88000);
    assert_eq!(code(&silent.add(json!({"need_open_comment": 0}))), 0);
    let bench = Bench::new();
    let item = stored(&bench, &bench.add(json!({"need_open_comment": 1, "only_fans_can_comment": 1})));
    assert_eq!((&item["need_open_comment"], &item["only_fans_can_comment"]), (&json!(1), &json!(1)));
}

#[test]
fn s41_crops_are_four_numbers_of_the_unit_square() {
    let bench = Bench::new();
    for good in ["0.1945_0_1_0.5236", "0_0_1_1", "0.123456_0_0.5_1"] {
        let item = stored(&bench, &bench.add(json!({"pic_crop_235_1": good})));
        assert_eq!(item["pic_crop_235_1"], good);
    }
    for wrong in [
        json!("0_0_1"),
        json!("0.5_0_0.5_1"),
        json!("0_0_1.1_1"),
        json!("0.1234567_0_1_1"),
        json!("a_0_1_1"),
        json!("-0_0_1_1"),
        json!("0_0_1e0_1"),
        json!(7),
    ] {
        assert_eq!(code(&bench.add(json!({"pic_crop_1_1": wrong}))), 40035, "{wrong}");
    }
    let crop = |ratio: &str, x1: Value| json!({"cover_info": {"crop_percent_list": [{"ratio": ratio, "x1": x1, "y1": "0", "x2": "1", "y2": "1"}]}});
    assert_eq!(code(&bench.add(crop("2.35_1", json!("0.1")))), 0);
    assert_eq!(code(&bench.add(crop("2.35_1", json!(0.1)))), 40035);
    assert_eq!(code(&bench.add(crop("16_9", json!("0.1")))), 40035);
    assert_eq!(code(&newspic(&bench, crop("16_9", json!("0.1")))), 0);
}

#[test]
fn s42_the_same_body_twice_makes_two_drafts() {
    let bench = Bench::new();
    let body = json!({"articles": [bench.article(json!({}))]});
    let (first, second) = (bench.post("draft/add", body.clone()), bench.post("draft/add", body));
    assert_ne!(first, second);
    assert_eq!(bench.get("draft/count")["total_count"], 2);
}

#[test]
fn s43_update_takes_one_object_and_empties_what_is_absent() {
    let bench = Bench::new();
    let media_id =
        id(&bench.add(json!({"content_source_url": "https://e.cn", "need_open_comment": 1})), "media_id");
    let article = json!({"title": "新题", "content": "<p>新</p>", "thumb_media_id": bench.cover()});
    let update = |index: Value, articles: Value| {
        bench.post("draft/update", json!({"media_id": media_id, "index": index, "articles": articles}))
    };
    assert_eq!(code(&update(json!(0), json!([article]))), 47001);
    for index in [json!(1), json!(-1), json!("x")] {
        assert_eq!(code(&update(index, article.clone())), 40114);
    }
    bench.advance(10);
    assert_eq!(update(json!(0), article), json!({"errcode": 0, "errmsg": "ok"}));
    let page = bench.post("draft/batchget", json!({"offset": 0, "count": 1}));
    assert_eq!(page["item"][0]["update_time"], bench.now());
    let item = &page["item"][0]["content"]["news_item"][0];
    assert_eq!(
        (&item["title"], &item["author"], &item["content_source_url"]),
        (&json!("新题"), &json!(""), &json!(""))
    );
    assert_eq!(item["need_open_comment"], 0);
    let unknown = bench.post("draft/update", json!({"media_id": "x", "index": 0, "articles": {}}));
    assert_eq!(code(&unknown), 40007);
}

#[test]
fn s44_unknown_deleted_and_consumed_drafts() {
    let bench = Bench::new();
    let draft = json!({"media_id": bench.draft()});
    assert_eq!(bench.post("draft/delete", draft.clone()), json!({"errcode": 0, "errmsg": "ok"}));
    assert_eq!(code(&bench.post("draft/delete", draft.clone())), 40007);
    assert_eq!(code(&bench.post("draft/get", draft)), 40007);
    let consumed = json!({"media_id": bench.draft()});
    bench.post("freepublish/submit", consumed.clone());
    bench.advance(2);
    for interface in ["draft/get", "draft/delete", "freepublish/submit"] {
        assert_eq!(code(&bench.post(interface, consumed.clone())), 40007, "{interface}");
    }
    let update = json!({"media_id": consumed["media_id"], "index": 0, "articles": {}});
    assert_eq!(code(&bench.post("draft/update", update)), 40007);
}

#[test]
fn s45_the_list_pages_newest_first_and_can_leave_content_out() {
    let bench = Bench::new();
    for title in ["甲", "乙", "丙"] {
        bench.add(json!({"title": title}));
    }
    let list = |offset: i64, count: i64, bare: u8| {
        bench.post("draft/batchget", json!({"offset": offset, "count": count, "no_content": bare}))
    };
    let title = |page: &Value, index: usize| page["item"][index]["content"]["news_item"][0]["title"].clone();
    let page = list(0, 2, 1);
    assert_eq!((title(&page, 0), title(&page, 1)), (json!("丙"), json!("乙")));
    assert_eq!((&page["total_count"], &page["item_count"]), (&json!(3), &json!(2)));
    assert_eq!(page["item"][0]["content"]["news_item"][0]["content"], "");
    let rest = list(2, 20, 0);
    assert_eq!(title(&rest, 0), "甲");
    assert_eq!(rest["item"][0]["content"]["news_item"][0]["content"], "<p>第一件……</p>");
    assert_eq!((code(&list(0, 0, 0)), code(&list(0, 21, 0)), code(&list(-1, 1, 0))), (40035, 40035, 40035));
}

#[test]
fn s46_count_is_the_number_of_live_drafts_and_the_box_is_open() {
    let bench = Bench::new();
    assert_eq!(bench.get("draft/count"), json!({"total_count": 0}));
    let draft = bench.draft();
    bench.draft();
    assert_eq!(bench.get("draft/count"), json!({"total_count": 2}));
    bench.post("draft/delete", json!({"media_id": draft}));
    assert_eq!(bench.get("draft/count"), json!({"total_count": 1}));
    let open = json!({"errcode": 0, "errmsg": "ok", "is_open": 1});
    for query in ["checkonly=1&", ""] {
        let url = bench.url(&format!("/cgi-bin/draft/switch?{query}access_token={}", bench.token));
        assert_eq!(super::read(bench.http.post(url).send().unwrap()), open);
    }
}
