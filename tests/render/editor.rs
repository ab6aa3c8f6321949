//! Storing by the interface and saving in the console's editor change nothing that a reader would see.

use std::path::Path;
use std::sync::Arc;

use qianfa::render::{Renderer, fragment};
use qianfa::sandbox::{Profile, saved_html, stored_html};
use qianfa::site::{self, Format, RenderOptions};
use qianfa::source::SourceFile;
use qianfa::source::tree::WorkTree;

use super::{Files, themes};
use crate::support::reader::{Line, lines, visible};

const RICH: &str = include_str!("rich.md");

/// The fragment with the addresses that uploading gives to its pictures.
pub(crate) fn uploaded(fragment: &str) -> String {
    let mut out = String::new();
    let mut rest = fragment;
    while let Some(at) = rest.find("asset:sha256:") {
        out.push_str(&rest[..at]);
        let (digest, after) = rest[at + 13..].split_at(64);
        out.push_str("https://mmbiz.qpic.cn/sz_mmbiz_png/");
        out.push_str(digest);
        out.push_str("/0");
        rest = after;
    }
    out + rest
}

/// Proves that a fragment looks the same after storing and after saving; `name` tells where it came from.
pub(crate) fn survives(name: &str, fragment: &str) {
    let sent = uploaded(fragment);
    let before = lines(&sent);
    for profile in [Profile::Measured, Profile::Strict] {
        let stored = stored_html(&sent, profile).unwrap_or_else(|code| panic!("{name}: refused, {code}"));
        same(&format!("{name}, stored"), &before, &lines(&stored));
        let saved = saved_html(&stored);
        same(&format!("{name}, saved"), &before, &lines(&saved));
        assert_eq!(saved_html(&saved), saved, "{name}: saving twice");
    }
}

fn same(name: &str, before: &[Line], after: &[Line]) {
    let differs = before.iter().zip(after).position(|(before, after)| before != after);
    let at = differs.or_else(|| (before.len() != after.len()).then(|| before.len().min(after.len())));
    if let Some(at) = at {
        let shown = |lines: &[Line]| {
            let from = at.saturating_sub(4);
            lines.iter().skip(from).take(9).map(ToString::to_string).collect::<Vec<_>>().join("\n    ")
        };
        panic!(
            "{name} differs at line {at}\n  before:\n    {}\n  after:\n    {}",
            shown(before),
            shown(after)
        );
    }
}

#[test]
fn every_construct_survives_in_every_theme() {
    let files = Files::pictures();
    for theme in themes() {
        let renderer = Renderer::new(&files, &theme);
        let file = Arc::new(SourceFile::new("content/甲/index.md", RICH));
        let rendered = renderer.file(&file, 0..RICH.len(), Format::Article, &RenderOptions::default());
        assert_eq!(fragment::check(&rendered.html), [], "{theme}");
        survives(&format!("rich.md in {theme}"), &rendered.html);
    }
}

#[test]
fn every_article_of_the_project_survives_in_every_theme() {
    let tree = WorkTree::new(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let site = site::load(&tree).site.unwrap();
    assert!(site.articles.len() > 10);
    for theme in themes() {
        let renderer = Renderer::new(&tree, &theme);
        for article in site.articles.iter().filter(|article| article.front.format == Format::Article) {
            let options = RenderOptions::default();
            let html = renderer.file(&article.file, article.body.clone(), Format::Article, &options).html;
            assert_eq!(fragment::check(&html), [], "{} in {theme}", article.path());
            survives(&format!("{} in {theme}", article.path()), &html);
        }
    }
}

#[test]
fn blanks_between_marks_survive() {
    for markdown in [
        "**bold** *em* `code` ~~x~~ [文](https://mp.weixin.qq.com/s/abcdefghijklmnopqrstuv) **b**",
        "- **一** *二*\n- `a` `b`\n  - **三** 四\n",
        "| `a` `b` | **c** *d* |\n|---|---|\n| | *e* **f** |\n",
        "```rust\nlet x = 1; // 二\n\n\tlet y: &str = \"a  b\";\n```",
        "> **甲**\n> *乙* `丙`\n",
        "## **甲** `乙` *丙*",
        "脚注[^1] **后** [^2]\n\n[^1]: **一** `二`\n[^2]: 三\n",
        "![图](小.png) ![图](中.png) 文",
        "甲<br>乙 <br/> 丙  \n丁",
    ] {
        survives(markdown, &super::render(markdown).html);
    }
}

#[test]
fn damage_is_seen() {
    for (before, after) in [
        ("<p>甲</p>", "<section>甲</section>"),
        ("<p style=\"color:red\">甲</p>", "<p>甲</p>"),
        ("<p><b>a</b> <b>b</b></p>", "<p><b>a</b><b>b</b></p>"),
        (
            "<ul><li><section>甲</section></li></ul>",
            "<ul><li><section><br></section></li><li><section>甲</section></li></ul>",
        ),
        ("<p>甲<span style=\"color:red\">乙</span></p>", "<p>甲<span>乙</span></p>"),
    ] {
        assert_ne!(lines(before), lines(after), "{before}");
    }
    assert_eq!(
        lines("<p>甲<b>乙</b></p>"),
        lines("<p><span leaf=\"\">甲</span><b><span leaf=\"\">乙</span></b></p>")
    );
    assert_eq!(visible("<p>甲<br>乙</p><table><tr><td>丙</td><td></td></tr></table>"), "甲\n乙\n|丙|");
}
