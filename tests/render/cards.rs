//! Links to the account's own articles.

use qianfa::render::{Renderer, Shelf, fragment};
use qianfa::site;

use super::{Files, bare, found, render};

const URL: &str = "https://mp.weixin.qq.com/s/abc";

/// Renders an article of a site with two others, of which the first is published.
fn related(body: &str) -> qianfa::render::Rendered {
    let article = |title: &str, more: &str| format!("---\nuid: {title}\ntitle: {title}\n{more}---\n\n正文\n");
    let files = Files::default()
        .with("qianfa.yaml", "version: 1\nname: 站\nzone: Asia/Shanghai\naccounts: {main: {title: 号}}\n")
        .with("content/节气/冬至/index.md", &article("冬至吃什么", "summary: 三件小事。\n"))
        .with("content/节气/小寒.md", &article("小寒", ""))
        .with("content/甲.md", &format!("---\nuid: own\ntitle: 本文\n---\n\n{body}\n"));
    let loaded = site::load(&files);
    let site = loaded.site.unwrap_or_else(|| panic!("{:?}", loaded.findings));
    let index = |title: &str| site.articles.iter().position(|a| a.front.title.value == title).unwrap();
    let mut shelf = Shelf::new(&site);
    shelf.publish(index("冬至吃什么"), "main", URL);
    shelf.publish(index("冬至吃什么"), "main", "https://mp.weixin.qq.com/s/later");
    let rendered = Renderer::new(&files, "ink").with_shelf(shelf).article(&site.articles[index("本文")]);
    assert_eq!(fragment::check(&rendered.html), []);
    rendered
}

#[test]
fn a_published_article_is_a_link_in_a_sentence_and_a_card_alone() {
    for name in ["冬至", "节气/冬至", "content/节气/冬至", "冬至吃什么"] {
        let rendered = related(&format!("见[[{name}]]。"));
        assert!(rendered.findings.is_empty(), "{name}: {:?}", found(&rendered));
        assert_eq!(rendered.text, "见冬至吃什么。");
        assert!(rendered.html.contains(&format!("href=\"{URL}\"")), "the first address counts");
    }
    assert_eq!(related("见[[冬至|那篇]]。").text, "见那篇。");
    let card = related("[[冬至]]");
    assert_eq!(card.text, "延伸阅读\n冬至吃什么\n三件小事。");
    assert_eq!(card.html.matches("<a ").count(), 1);
}

#[test]
fn what_cannot_be_linked_to_is_text_and_reported() {
    for (body, rule, text) in [
        ("见[[小寒]]。", "link.unpublished", "见小寒。"),
        ("[[小寒]]", "link.unpublished", "小寒"),
        ("见[[小暑暑]]。", "link.article", "见小暑暑。"),
        ("见[[本文]]。", "link.article", "见本文。"),
    ] {
        let rendered = related(body);
        assert_eq!(found(&rendered), [rule], "{body}");
        assert_eq!(rendered.text, text, "{body}");
        assert!(!rendered.html.contains("<a "));
    }
    let near = related("[[冬至吃甚么]]");
    let help = near.findings.iter().next().unwrap().help.as_ref().unwrap();
    assert!(help.text(qianfa::base::message::Lang::Zh).contains("冬至吃什么"));
}

#[test]
fn without_a_site_a_link_to_an_article_is_text() {
    assert_eq!(bare("见[[冬至|那篇]]。"), "<p>见那篇。</p>");
    assert_eq!(found(&render("[[冬至]]")), ["link.article"]);
}

#[test]
fn an_article_for_two_accounts_links_within_each() {
    let front = |uid: &str| format!("---\nuid: {uid}\ntitle: {uid}\naccounts: [main, tea]\n---\n\n");
    let config = "version: 1\nname: 站\nzone: Asia/Shanghai\naccounts: {main: {title: 号}, tea: {title: 茶}, third: {title: 三}}\n";
    let files = Files::default()
        .with("qianfa.yaml", config)
        .with("content/冬至.md", &format!("{}正文\n", front("winter")))
        .with("content/甲.md", &format!("{}见[[冬至]]。\n\n[[冬至]]\n", front("own")));
    let site = site::load(&files).site.unwrap();
    let index = |uid: &str| site.articles.iter().position(|a| a.front.uid.value == uid).unwrap();
    let mut shelf = Shelf::new(&site);
    let addresses = [("main", "https://mp.weixin.qq.com/s/main"), ("tea", "https://mp.weixin.qq.com/s/tea")];
    for (account, url) in addresses {
        shelf.publish(index("winter"), account, url);
    }
    let renderer = Renderer::new(&files, "ink").with_shelf(shelf);
    let article = &site.articles[index("own")];
    for (account, url) in addresses {
        let html = renderer.article_for(article, account).html;
        assert_eq!(html.matches(&format!("href=\"{url}\"")).count(), 2, "the sentence and the card: {html}");
        assert_eq!(html.matches("href=").count(), 2, "and no address of the other account");
    }
    assert_eq!(renderer.article(article).html, renderer.article_for(article, "main").html);
    // An account on which it was never published leads to the oldest address.
    assert!(renderer.article_for(article, "third").html.contains(addresses[0].1));
}

#[test]
fn links_on_lines_of_their_own_are_a_card_each() {
    let both = related("[[冬至]]\n[[冬至|再看一遍]]");
    assert_eq!(both.text, "延伸阅读\n冬至吃什么\n三件小事。\n延伸阅读\n再看一遍\n三件小事。");
    assert_eq!(both.html.matches("<a ").count(), 2);
    // What is not published has no card, and does not run into its neighbour.
    let mixed = related("[[冬至]]\n[[小寒]]\n[[冬至]]");
    assert_eq!(mixed.text, "延伸阅读\n冬至吃什么\n三件小事。\n小寒\n延伸阅读\n冬至吃什么\n三件小事。");
    assert_eq!(found(&mixed), ["link.unpublished"]);
    assert!(mixed.html.contains(">小寒</p>"), "{}", mixed.html);
    assert_eq!(related("[[冬至]]和\n[[冬至]]").html.matches("<section").count(), 1, "a sentence");
}

#[test]
fn links_are_told_by_colour_and_not_underlined_by_a_browser() {
    let html = related("见[[冬至]]。\n\n[[冬至]]").html;
    let tags: Vec<&str> = html.split("<a ").skip(1).filter_map(|rest| rest.split('>').next()).collect();
    assert_eq!(tags.len(), 2);
    assert!(
        tags.iter().all(|tag| tag.contains("text-decoration:none") && tag.contains("color:#")),
        "{tags:?}"
    );
}
