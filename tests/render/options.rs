//! `render`: options in `qianfa.yaml`, in `_defaults.yaml` and in front matter.

use qianfa::render::Renderer;
use qianfa::site::{self, CodeColors, Math, RenderOptions, Spacing};

use super::Files;
use crate::support::program::{folder, run};

const SITE: &str = "version: 1\nname: 站\nzone: Asia/Shanghai\naccounts:\n  main: {title: 号, appid_env: A, secret_env: B}\n";
const BODY: &str = "用Rust写\n下一行，看[这里](https://a.cn)。\n";

fn files(config: &str, defaults: &str, front: &str) -> Files {
    Files::default()
        .with("qianfa.yaml", &format!("{SITE}{config}"))
        .with("content/_defaults.yaml", defaults)
        .with("content/甲.md", &format!("---\nuid: aaaaaaaa\ntitle: 题\n{front}---\n{BODY}"))
}

fn options(config: &str, defaults: &str, front: &str) -> RenderOptions {
    let tree = files(config, defaults, front);
    let loaded = site::load(&tree);
    assert!(loaded.findings.iter().next().is_none(), "{:?}", loaded.findings);
    let loaded = loaded.site.unwrap().articles[0].front.render;
    let (front, _) = qianfa::source::yaml::parse(
        &std::sync::Arc::new(qianfa::source::SourceFile::new("a", front)),
        0..front.len(),
    );
    let own = match front {
        Some((qianfa::source::yaml::Node::Map(entries), _)) => {
            entries.into_iter().next().map(|(_, _, node, place)| (node, place))
        }
        _ => None,
    };
    let mut findings = qianfa::finding::Findings::new();
    assert_eq!(RenderOptions::of_file(&tree, "content/甲.md", own, &mut findings), loaded);
    loaded
}

#[test]
fn the_nearest_place_that_has_a_key_wins() {
    assert_eq!(options("", "", ""), RenderOptions::default());
    let read = options(
        "render: {spacing: thin, breaks: true, math: false, code: {numbers: true, colors: dark}}\n",
        "render:\n  math: true\n  code: {wrap: true}\n",
        "render: {spacing: none, references: false, code: {numbers: false}}\n",
    );
    assert_eq!(
        (read.spacing, read.breaks, read.math, read.references),
        (Spacing::None, true, Math::True, false)
    );
    assert_eq!((read.code.numbers, read.code.wrap, read.code.dots), (false, true, false));
    assert_eq!(read.code.colors, CodeColors::Dark);
    let read =
        options("defaults: {render: {spacing: hair}}\nrender: {spacing: space, breaks: true}\n", "", "");
    assert_eq!((read.spacing, read.breaks), (Spacing::Hair, true));
}

#[test]
fn an_unknown_key_names_the_nearest_and_a_wrong_type_is_found_at_its_place() {
    let loaded = site::load(&files(
        "render: {spacings: thin}\n",
        "render: {breaks: 3}\n",
        "render: {code: {color: dark}}\n",
    ));
    let found: Vec<(&str, &str, String)> = loaded
        .findings
        .iter()
        .map(|finding| (finding.rule, finding.place.path(), finding.place.text().to_owned()))
        .collect();
    assert_eq!(
        found,
        [
            ("site.type", "content/_defaults.yaml", "3".to_owned()),
            ("site.unknown-key", "content/甲.md", "color".to_owned()),
            ("site.unknown-key", "qianfa.yaml", "spacings".to_owned()),
        ]
    );
    assert!(
        loaded.findings.iter().all(|finding| finding.rule != "site.unknown-key" || finding.fix.is_some())
    );
}

#[test]
fn an_article_is_rendered_with_its_options() {
    let html = |front: &str| {
        let tree = files("", "", front);
        let site = site::load(&tree).site.unwrap();
        Renderer::new(&tree, "ink").article(&site.articles[0]).html
    };
    assert!(html("").contains("写下一行") && html("").contains("参考链接"));
    assert!(html("render: {breaks: true}\n").contains("写<br>下一行"));
    let plain = html("render: {references: false}\n");
    assert!(!plain.contains("参考链接") && !plain.contains("[1]") && plain.contains("这里"));
}

#[test]
fn the_program_renders_a_file_with_the_options_of_its_site() {
    let folder = folder(&[
        ("content/_defaults.yaml", "render: {breaks: true}\n"),
        ("content/甲.md", "---\ntitle: 题\n---\n一\n二\n"),
        ("content/乙.md", "---\ntitle: 题\nrender: {breaks: false}\n---\n一\n二\n"),
        ("content/丙.md", "---\ntitle: 题\nrender: {brekas: false}\n---\n一\n二\n"),
    ]);
    assert!(run(folder.path(), &["render", "content/甲.md"]).out.contains("一<br>二"));
    assert!(run(folder.path(), &["render", "content/乙.md"]).out.contains("一二"));
    let ran = run(folder.path(), &["render", "content/丙.md"]);
    assert!(ran.code == 3 && ran.err.contains("breaks") && ran.err.contains("丙.md:3:"), "{}", ran.err);
}
