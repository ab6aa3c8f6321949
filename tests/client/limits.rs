//! What the platform would refuse is refused before anything is sent.

use qianfa::base::message::{Explain, Lang};
use qianfa::wechat::client::{Audience, ClientError, Outcome, Unit};
use qianfa::wechat::picture::PictureError;
use qianfa::wechat::wire::{ArticleType, ImageInfo, ImageRef, PageRequest};

use super::*;

fn newspic(pictures: usize) -> Article {
    let image_list = (0..pictures).map(|index| ImageRef { image_media_id: format!("p{index}") }).collect();
    Article {
        article_type: ArticleType::Newspic,
        title: "晨读打卡第七天".into(),
        content: "今天读到第三章。".into(),
        image_info: Some(ImageInfo { image_list }),
        ..Article::default()
    }
}

/// Unit, limit and actual size of a limit; `None` for something missing.
type Numbers = Option<(Unit, usize, usize)>;

fn refused(error: &ClientError) -> (String, Numbers) {
    match error {
        ClientError::Limit { field, unit, limit, actual } => (field.clone(), Some((*unit, *limit, *actual))),
        ClientError::Missing { field } => (field.clone(), None),
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_field_of_a_draft_is_measured_in_its_own_unit_and_nothing_is_sent() {
    let server = platform(|_| json("{}"));
    let (client, _) = client(&server.base);
    let long = |text: &str, count: usize| text.repeat(count);
    let news = |change: fn(&mut Article, String), text: String| {
        let mut changed = article();
        change(&mut changed, text);
        vec![article(), changed]
    };
    let cases: Vec<(Vec<Article>, &str, Numbers)> = vec![
        (
            news(|a, text| a.title = text, long("题", 65)),
            "articles[1].title",
            Some((Unit::Characters, 64, 65)),
        ),
        (news(|a, text| a.title = text, String::new()), "articles[1].title", None),
        (
            news(|a, text| a.author = text, long("者", 17)),
            "articles[1].author",
            Some((Unit::Characters, 16, 17)),
        ),
        (
            news(|a, text| a.digest = text, long("摘", 121)),
            "articles[1].digest",
            Some((Unit::Characters, 120, 121)),
        ),
        (
            news(|a, text| a.content = text, long("字", 333_334)),
            "articles[1].content",
            Some((Unit::Bytes, 1_000_000, 1_000_002)),
        ),
        (news(|a, text| a.content = text, String::new()), "articles[1].content", None),
        (
            news(|a, text| a.content_source_url = text, long("u", 1025)),
            "articles[1].content_source_url",
            Some((Unit::Bytes, 1024, 1025)),
        ),
        (news(|a, text| a.thumb_media_id = text, String::new()), "articles[1].thumb_media_id", None),
        (
            news(|a, text| a.thumb_media_id = text, long("m", 129)),
            "articles[1].thumb_media_id",
            Some((Unit::Characters, 128, 129)),
        ),
        (vec![], "articles", None),
        (vec![article(); 9], "articles", Some((Unit::Items, 8, 9))),
        (vec![newspic(21)], "articles[0].image_info.image_list", Some((Unit::Items, 20, 21))),
        (vec![newspic(0)], "articles[0].image_info.image_list", None),
        (
            vec![Article { title: long("题", 21), ..newspic(1) }],
            "articles[0].title",
            Some((Unit::Characters, 20, 21)),
        ),
        (
            vec![Article { content: long("字", 1001), ..newspic(1) }],
            "articles[0].content",
            Some((Unit::Characters, 1000, 1001)),
        ),
    ];
    for (articles, field, numbers) in cases {
        let error = client.add_draft(&articles).unwrap_err();
        assert_eq!(refused(&error), (field.to_owned(), numbers));
        assert_eq!(error.outcome(), Outcome::NotDone);
        assert!(error.message().text(Lang::Zh).contains(field));
    }
    assert!(server.seen().is_empty());
}

#[test]
fn what_is_just_within_the_limits_is_sent() {
    let server = platform(|_| json(r#"{"media_id":"d"}"#));
    let (client, _) = client(&server.base);
    let largest = Article {
        title: "题".repeat(64),
        author: "者".repeat(16),
        digest: "摘".repeat(120),
        content: "x".repeat(1_000_000),
        content_source_url: "u".repeat(1024),
        thumb_media_id: "m".repeat(128),
        ..Article::default()
    };
    assert_eq!(client.add_draft(&vec![largest; 8]), Ok("d".to_owned()));
    assert_eq!(client.add_draft(&[newspic(20)]), Ok("d".to_owned()));
    let sent = String::from_utf8(server.seen()[1].body.clone()).unwrap();
    assert!(sent.contains(&"题".repeat(64)) && !sent.contains("\\u"), "characters travel as themselves");
}

#[test]
fn keys_pages_and_ids_are_checked() {
    let server = platform(|_| json("{}"));
    let (client, _) = client(&server.base);
    let page = |count| PageRequest { offset: 0, count, no_content: true };
    let errors = [
        (client.send_all(Audience::All, "d", &"钥".repeat(11), false).unwrap_err(), "clientmsgid"),
        (client.send_all(Audience::All, "d", "", false).unwrap_err(), "clientmsgid"),
        (client.send_all(Audience::All, "", "k", false).unwrap_err(), "mpnews.media_id"),
        (client.list_drafts(page(21)).unwrap_err(), "count"),
        (client.list_published(page(0)).unwrap_err(), "count"),
        (client.submit_publish("").unwrap_err(), "media_id"),
        (client.update_draft("d", 0, &Article::default()).unwrap_err(), "articles.title"),
        (client.delete_mass(&Default::default()).unwrap_err(), "msg_id"),
    ];
    for (error, field) in errors {
        assert_eq!(refused(&error).0, field);
    }
    assert!(server.seen().is_empty());
}

#[test]
fn pictures_are_checked_by_content_and_size() {
    let server = platform(|_| json("{}"));
    let (client, _) = client(&server.base);
    assert_eq!(
        refused(&client.upload_image(&vec![0; 1_000_001]).unwrap_err()).1,
        Some((Unit::Bytes, 1_000_000, 1_000_001))
    );
    let error = client.upload_image(b"GIF89a\x01\0\x01\0\0\0\0;").unwrap_err();
    assert_eq!(error, ClientError::Picture(PictureError::Unsupported { kind: "GIF" }));
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0";
    let error = client.add_material(qianfa::wechat::client::NewMaterial::Image(heic)).unwrap_err();
    assert_eq!(error, ClientError::Picture(PictureError::Unsupported { kind: "HEIC" }));
    assert!(server.seen().is_empty());
}
