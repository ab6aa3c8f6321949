//! Good input becomes what it says.

use qianfa::finding::Severity;
use qianfa::site::{Audience, Late, Mode, Slot, Status, load};
use qianfa::source::tree::WorkTree;

use crate::support::site::{article, lines, site};

#[test]
fn this_repository_is_a_sound_site() {
    let loaded = load(&WorkTree::new(env!("CARGO_MANIFEST_DIR")).unwrap());
    let said: Vec<String> = lines(&loaded.findings);
    assert!(!loaded.findings.reach(Severity::Warning), "{said:#?}");
    let site = loaded.site.unwrap();
    assert!(site.articles.len() >= 10 && !site.editions.is_empty() && !site.campaigns.is_empty());
}

#[test]
fn front_matter_comes_from_the_file_then_from_the_folders_then_from_the_configuration() {
    let config = "name: 站\nzone: Asia/Shanghai\naccounts: {main: {late: {then: skip}}, city: {}}\ndefaults: {author: 站点, account: main, tags: [甲], publish: {mode: mass, to: {tag: 老客户}}}\n";
    let site = site([
        ("qianfa.yaml", config.to_owned()),
        ("content/_defaults.yaml", "author: 内容\nsummary: 摘要\n".to_owned()),
        ("content/食/_defaults.yaml", "author: 栏目\naccounts: [city]\n".to_owned()),
        ("content/食/a.md", article("a1", "status: ready\npublish: {at: 2026-12-21 20:00}", "正文")),
        (
            "content/b.md",
            article("b1", "tags: []\nauthor: null\npublish: {mode: draft, to: all, late: publish}", ""),
        ),
    ]);
    let [b, a] = site.articles.as_slice() else { panic!("{:?}", site.articles.len()) };
    assert_eq!(a.front.author.as_ref().unwrap().value, "栏目");
    assert_eq!(a.front.author.as_ref().unwrap().place.path(), "content/食/_defaults.yaml");
    assert_eq!(a.front.summary.as_ref().unwrap().value, "摘要");
    assert_eq!(a.front.tags[0].value, "甲");
    assert_eq!(a.front.publish.mode, Mode::Mass);
    assert_eq!(a.front.publish.to, Audience::Tag("老客户".to_owned()));
    assert!(
        matches!(a.front.publish.at.as_deref(), Some(Slot::At(at)) if at.to_string() == "2026-12-21T12:00:00Z")
    );
    assert_eq!(a.front.status, Status::Ready);
    assert_eq!(a.front.accounts[0].value, "city", "the nearer word counts");
    assert_eq!(b.front.author, None);
    assert!(b.front.tags.is_empty());
    assert_eq!((b.front.publish.mode, b.front.publish.late), (Mode::Draft, Late::Publish));
    assert_eq!(b.front.accounts[0].value, "main");
}
