//! Links between the account's own articles: their addresses come from the ledger that a delivery wrote.

use std::fs;

use qianfa::site::Mode;

use super::place::Place;
use super::world::due;
use crate::support::site::article;

const LINKING: &str = "content/节气/小寒";

#[test]
fn a_link_works_once_the_article_that_it_names_is_published() {
    let place = Place::new(Mode::Publish, None);
    let folder = place.site().join(LINKING);
    fs::create_dir_all(&folder).unwrap();
    let front = "author: 编辑部\ncover: {image: ../冬至/cover.png}\nrights: {text: original, images: own}\nai: none\nstatus: draft";
    fs::write(folder.join("index.md"), article("02bb", front, "上一篇：[[冬至|喝碗热汤]]。\n")).unwrap();
    let file = format!("{LINKING}/index.md");
    let fragment = || fs::read_to_string(place.site().join("dist/fragments/节气/小寒.html")).unwrap();

    let (_, before) = place.run(due(), &["render", &file]);
    assert!(before.contains("link.unpublished") && before.contains("喝碗热汤"), "{before}");
    assert!(!before.contains("<a "), "{before}");
    place.run(due(), &["build"]);
    assert!(!fragment().contains("<a "), "{}", fragment());

    let (code, text) = place.run(due(), &["apply", "--due"]);
    assert_eq!(code, 0, "{text}");
    let address = place.report().books.records().next().unwrap().urls[0].replace('&', "&amp;");

    let (_, after) = place.run(place.later(), &["render", &file]);
    assert!(!after.contains("link.unpublished") && after.contains(&format!("href=\"{address}\"")), "{after}");
    place.run(place.later(), &["build"]);
    assert!(fragment().contains(&format!("href=\"{address}\"")), "{}", fragment());
}
