//! Pictures on their way into a draft: each by the interface that takes it, once, remembered in the ledger.

use std::time::Duration;

use qianfa::base::digest::Digest;
use qianfa::ledger::Standing;
use qianfa::render::Renderer;
use qianfa::site::{self, Mode};
use qianfa::source::tree::WorkTree;
use qianfa::wechat::client::{Client, Material, Settings};
use qianfa::wechat::picture::{Purpose, prepare};

use super::place::Place;
use super::world::{APPID, SECRET, Shelf, World, assert_done, due, gif, png};
use crate::support::font::fonts;

const UPLOADIMG: &str = "/cgi-bin/media/uploadimg";
const ADD_MATERIAL: &str = "/cgi-bin/material/add_material";

#[test]
fn an_animation_goes_through_the_library_and_stands_in_the_draft_by_its_address() {
    let world = World::new();
    let mut shelf = Shelf::new(Mode::Draft, "");
    let animation = shelf.add_picture(gif());
    assert_done(&world.apply(&mut shelf).unwrap(), Standing::Handed);
    let calls = |path: &str| world.running.sandbox().log().iter().filter(|line| line.path == path).count();
    assert_eq!((calls(UPLOADIMG), calls(ADD_MATERIAL)), (1, 2), "the animation and the cover are material");

    let report = world.ledger("checker").verify().unwrap();
    let stored = report.books.asset(animation.0, "inline").cloned().unwrap();
    let (url, media_id) = (stored.url.unwrap(), stored.media_id.unwrap());
    assert!(url.contains("/mmbiz_gif/") && url.ends_with("wx_fmt=gif"), "{url}");
    let client = world.client(Duration::from_secs(2));
    assert_eq!(client.get_material(&media_id).unwrap(), Material::File(gif()), "every frame is there");
    let drafts =
        client.list_drafts(qianfa::wechat::wire::PageRequest { offset: 0, count: 20, no_content: false });
    let content = &drafts.unwrap().item[0].content.news_item[0].article.content;
    let path = url.trim_start_matches("http:").split("/0?").next().unwrap();
    assert!(content.contains(path), "{path} in {content}");
}

#[test]
fn an_animation_that_the_ledger_knows_is_not_uploaded_again() {
    let world = World::new();
    let mut shelf = Shelf::new(Mode::Draft, "");
    shelf.add_picture(gif());
    assert_done(&world.apply(&mut shelf).unwrap(), Standing::Handed);
    // Another edition of the same account shows the same animation, and a picture of its own.
    let mut other = Shelf::new(Mode::Draft, "");
    other.add_picture(gif());
    other.add_picture(png(30, 30, 7));
    other.payload.articles[0].title = "小寒，喝什么？".into();
    other.rename("01j9x3k8");
    let before = world.running.sandbox().log().len();
    assert_done(&world.apply(&mut other).unwrap(), Standing::Handed);
    let log = world.running.sandbox().log();
    let uploads = log[before..].iter().filter(|line| [UPLOADIMG, ADD_MATERIAL].contains(&line.path.as_str()));
    assert_eq!(uploads.map(|line| line.path.as_str()).collect::<Vec<_>>(), [UPLOADIMG]);
}

#[test]
fn a_cover_card_is_uploaded_as_it_was_drawn_and_signed() {
    let place = Place::with_cover(Mode::Publish, "{card: stripe}");
    let tree = WorkTree::new(place.site()).unwrap();
    let site = site::load(&tree).site.unwrap();
    let renderer = Renderer::new(&tree, &site.config.theme).with_fonts(fonts());
    let (drawn, _) = renderer.cover(&site, &site.articles[0]);
    let drawn = drawn.unwrap();
    let bytes = drawn.source.bytes(&tree).unwrap();
    assert_eq!(Digest::of(&bytes), drawn.digest);

    let signed = place.payload().articles[0].cover.unwrap();
    assert_eq!(signed.0, drawn.digest, "what was signed is what is drawn");
    let (code, text) = place.run(due(), &["apply", "--due"]);
    assert_eq!(code, 0, "{text}");
    place.assert_once("card");
    let stored = place.report().books.asset(signed.0, "cover").cloned().unwrap();
    let mut settings = Settings::new(APPID, SECRET.to_owned().into());
    settings.base = place.running.base_url();
    let client = Client::new(settings, place.clock.clone()).unwrap();
    let uploaded = client.get_material(&stored.media_id.unwrap()).unwrap();
    assert_eq!(uploaded, Material::File(prepare(&bytes, Purpose::Cover).unwrap().bytes));
}
