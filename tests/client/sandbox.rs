//! The client against the stand-in for the platform, over HTTP.

use qianfa::base::message::{Explain, Lang};
use qianfa::sandbox::{Account, Fault, Options, Running, Sandbox, Trouble};
use qianfa::wechat::client::{Assets, Audience, ClientError, Material, MaterialKind, MemoryCache, Outcome};
use qianfa::wechat::code::Class;
use qianfa::wechat::wire::{
    ArticleType, ImageInfo, ImageRef, MassBody, MassDelete, MassPreview, MediaId, PageRequest,
};

use super::*;

const APPID: &str = "wx5f0c1d2e3a4b6c78";
const PAGE: PageRequest = PageRequest { offset: 0, count: 20, no_content: false };

struct Stage {
    running: Running,
    clock: Arc<ManualClock>,
    client: Client,
}

impl Stage {
    fn new() -> Self {
        Self::with(Account::new(APPID, SECRET))
    }

    fn with(account: Account) -> Self {
        let clock = clock();
        let sandbox = Sandbox::new(Options::with_manual_clock(clock.clone(), vec![account])).unwrap();
        let running = sandbox.spawn(([127, 0, 0, 1], 0).into()).unwrap();
        let client = Client::new(settings(&running.base_url()), clock.clone()).unwrap();
        Self { running, clock, client }
    }

    fn next(&self, path: &str, trouble: Trouble) {
        self.running.sandbox().add_fault(Fault::once(path, trouble));
    }

    fn pass(&self, seconds: u64) {
        self.clock.advance(Duration::from_secs(seconds));
    }

    /// An article with a cover and a picture of its own.
    fn article(&self, title: &str) -> Article {
        let cache = MemoryCache::default();
        let assets = Assets::new(&self.client, &cache);
        let url = assets.upload_body_image(&picture(40)).unwrap();
        Article {
            title: title.into(),
            digest: "五分钟读懂冬至的三件小事。".into(),
            content: format!("<p>立冬之后，白昼一天比一天短。</p><p><img src=\"{url}\"></p>"),
            thumb_media_id: assets.upload_cover(&picture(80)).unwrap(),
            ..Article::default()
        }
    }
}

fn picture(shade: u8) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    let image = image::RgbImage::from_pixel(90, 38, image::Rgb([shade, 120, 200]));
    image.write_to(&mut out, image::ImageFormat::WebP).unwrap();
    out.into_inner()
}

#[test]
fn an_article_goes_from_its_pictures_to_its_address() {
    let stage = Stage::new();
    let client = &stage.client;
    let draft = client.add_draft(&[stage.article("冬至，为什么要喝一碗热的？")]).unwrap();
    assert_eq!(client.count_drafts(), Ok(1));
    let stored = client.get_draft(&draft).unwrap();
    assert!(stored[0].article.content.contains("<img"), "the picture is one of the platform's");

    let corrected = Article { title: "冬至喝热汤".into(), ..stored[0].article.clone() };
    client.update_draft(&draft, 0, &corrected).unwrap();
    let listed = client.list_drafts(PAGE).unwrap();
    assert_eq!(
        (listed.item[0].media_id.as_str(), listed.item[0].content.news_item[0].article.title.as_str()),
        (draft.as_str(), "冬至喝热汤")
    );

    let submitted = client.submit_publish(&draft).unwrap();
    assert_eq!(client.get_publish(&submitted.publish_id).unwrap().publish_status, 1);
    stage.pass(5);
    let state = client.get_publish(&submitted.publish_id).unwrap();
    assert_eq!((state.publish_status, state.article_detail.unwrap().item[0].idx), (0, 1));
    let article_id = state.article_id.unwrap();
    assert_eq!(client.get_published(&article_id).unwrap()[0].is_deleted, Some(false));
    assert_eq!(client.list_published(PAGE).unwrap().item[0].article_id, article_id);
    assert_eq!(client.count_drafts(), Ok(0));
    assert_eq!(client.submit_publish(&draft).unwrap_err().code(), Some(40007));

    client.delete_published(&article_id, None).unwrap();
    assert_ne!(client.get_published(&article_id).map(|items| items[0].is_deleted), Ok(Some(false)));
    assert_eq!(client.skew().map(|skew| skew.as_secs()), Some(0));
    assert_eq!(client.get_quota("/cgi-bin/freepublish/submit").unwrap().quota.used, 2);
}

#[test]
fn a_lost_answer_to_a_mass_send_is_asked_for_again_with_the_same_key() {
    let stage = Stage::new();
    let draft = stage.client.add_draft(&[stage.article("周末去哪儿")]).unwrap();
    stage.next("/cgi-bin/message/mass/sendall", Trouble::DropAfter);
    let send = || stage.client.send_all(Audience::All, &draft, "qf-01j9x3k7-1", false);
    let error = send().unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);

    stage.pass(61);
    let sent = send().unwrap();
    assert!(sent.before);
    assert_eq!(stage.running.sandbox().ever_published().len(), 1);
    stage.pass(5);
    assert_eq!(stage.client.get_mass(sent.msg_id).unwrap().msg_status, "SEND_SUCCESS");
    stage.client.delete_mass(&MassDelete { msg_id: Some(sent.msg_id), ..MassDelete::default() }).unwrap();
    assert_eq!(stage.client.get_mass(sent.msg_id).unwrap().msg_status, "DELETE");
}

#[test]
fn a_lost_answer_to_a_draft_leaves_one_draft_and_a_lost_request_none() {
    for (trouble, drafts) in [(Trouble::DropAfter, 1), (Trouble::DropBefore, 0)] {
        let stage = Stage::new();
        let article = stage.article("周末去哪儿");
        stage.next("/cgi-bin/draft/add", trouble);
        let error = stage.client.add_draft(&[article]).unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown);
        assert_eq!(stage.client.count_drafts(), Ok(drafts));
    }
}

#[test]
fn a_system_error_may_hide_a_draft_and_a_refusal_never_does() {
    for (trouble, outcome, drafts) in [
        (Trouble::Error { errcode: -1, changed: true }, Outcome::Unknown, 1),
        (Trouble::Error { errcode: 45166, changed: false }, Outcome::NotDone, 0),
    ] {
        let stage = Stage::new();
        let article = stage.article("周末去哪儿");
        stage.next("/cgi-bin/draft/add", trouble);
        let error = stage.client.add_draft(&[article]).unwrap_err();
        assert_eq!((error.outcome(), stage.client.count_drafts()), (outcome, Ok(drafts)));
        assert!(error.rid().is_some(), "{error}");
    }
}

#[test]
fn a_token_that_another_program_has_replaced_goes_unnoticed() {
    let stage = Stage::new();
    let draft = stage.client.add_draft(&[stage.article("周末去哪儿")]).unwrap();
    stage.next("/cgi-bin/freepublish/submit", Trouble::Superseded);
    stage.client.submit_publish(&draft).unwrap();
    stage.pass(7200 + 400);
    assert_eq!(stage.client.count_drafts(), Ok(0), "an expired token too");
    assert_eq!(stage.running.sandbox().ever_published().len(), 1);
}

#[test]
fn an_account_that_may_not_publish_keeps_its_draft() {
    let stage = Stage::with(Account { verified: false, ..Account::new(APPID, SECRET) });
    let draft = stage.client.add_draft(&[stage.article("周末去哪儿")]).unwrap();
    let error = stage.client.submit_publish(&draft).unwrap_err();
    assert_eq!((error.code(), error.class(), error.outcome()), (Some(48001), Class::Human, Outcome::NotDone));
    assert_eq!(stage.client.count_drafts(), Ok(1));
    stage.client.delete_draft(&draft).unwrap();
    assert_eq!(stage.client.get_draft(&draft).unwrap_err().code(), Some(40007));
}

#[test]
fn an_address_outside_the_list_is_named() {
    let stage =
        Stage::with(Account { allowed_ips: vec!["203.0.113.0/24".into()], ..Account::new(APPID, SECRET) });
    let error = stage.client.count_drafts().unwrap_err();
    assert_eq!(error.refused_ip(), Some("127.0.0.1"));
    assert!(error.message().text(Lang::Zh).contains("127.0.0.1"));
}

#[test]
fn a_wrong_secret_is_final() {
    let stage = Stage::with(Account::new(APPID, "another"));
    let error = stage.client.count_drafts().unwrap_err();
    assert_eq!((error.class(), error.outcome()), (Class::Final, Outcome::NotDone));
    assert!(matches!(error, ClientError::Platform { on_token_call: true, .. }));
}

#[test]
fn the_library_holds_what_was_uploaded_until_it_is_deleted() {
    let stage = Stage::new();
    let client = &stage.client;
    let cache = MemoryCache::default();
    let id = Assets::new(client, &cache).upload_newspic(&picture(7)).unwrap();
    assert_eq!(client.count_materials().unwrap().image_count, 1);
    assert_eq!(client.list_materials(MaterialKind::Image, 0, 20).unwrap().item[0].media_id, id);
    let Material::File(bytes) = client.get_material(&id).unwrap() else { panic!("a picture is a file") };
    assert!(bytes.starts_with(b"\x89PNG"));

    let pictures = Article {
        article_type: ArticleType::Newspic,
        title: "晨读打卡".into(),
        content: "今天读到第三章。".into(),
        image_info: Some(ImageInfo { image_list: vec![ImageRef { image_media_id: id.clone() }] }),
        ..Article::default()
    };
    let draft = client.add_draft(&[pictures]).unwrap();
    let preview = MassPreview {
        touser: None,
        towxname: Some("qianfa_editor".into()),
        body: MassBody::Mpnews { mpnews: MediaId { media_id: draft } },
    };
    client.preview_mass(&preview).unwrap();
    assert_eq!(stage.running.sandbox().previews().len(), 1);

    client.delete_material(&id).unwrap();
    assert_eq!(client.get_material(&id).unwrap_err().code(), Some(40007));
}
