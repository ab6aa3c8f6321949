//! Themes: built in, and of a site.

use qianfa::base::message::Lang;
use qianfa::render::Renderer;
use qianfa::site::{Format, RenderOptions};
use qianfa::source::SourceFile;
use std::sync::Arc;

use super::{Files, found, render_in};

fn with_theme(name: &str, files: &Files) -> qianfa::render::Rendered {
    let file = Arc::new(SourceFile::new("content/甲/index.md", "正文"));
    Renderer::new(files, name).file(&file, 0..6, Format::Article, &RenderOptions::default())
}

#[test]
fn the_built_in_theme_has_nothing_to_complain_about() {
    let rendered = render_in(&Files::default(), "正文", Format::Article);
    assert!(rendered.findings.is_empty());
    let paths: Vec<&str> = rendered.sources.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        ["layouts/themes/ink/article.css", "layouts/themes/ink/theme.yaml"],
        "the page is a preview's and no part of what is signed"
    );
}

#[test]
fn a_site_brings_its_own_theme_and_mistakes_are_found_at_their_line() {
    let files = Files::default()
        .with(
            "layouts/themes/own/theme.yaml",
            "title: 自\nvariables:\n  ink: \"#112233\"\n  code-keyword: \"#eee\"\ncolour: 1\n",
        )
        .with(
            "layouts/themes/own/article.css",
            "p { color: var(--ink) }\n\np { position: fixed }\n.nothing { color: red }\n",
        );
    let rendered = with_theme("own", &files);
    assert!(rendered.html.contains("color:#123"), "{}", rendered.html);
    let places: Vec<_> = rendered
        .findings
        .iter()
        .map(|finding| (finding.rule, finding.place.path(), finding.place.start().line))
        .collect();
    assert_eq!(
        places,
        [
            ("theme.css", "layouts/themes/own/article.css", 3),
            ("theme.css", "layouts/themes/own/article.css", 4),
            ("theme.contrast", "layouts/themes/own/theme.yaml", 4),
            ("theme.variable", "layouts/themes/own/theme.yaml", 5),
        ]
    );
}

#[test]
fn a_theme_may_be_variables_alone_and_build_on_another() {
    let brand = "title: 牌\nextends: ink\nvariables:\n  accent: \"#0f4c81\"\n";
    let files = Files::default()
        .with("layouts/themes/brand/theme.yaml", brand)
        .with("layouts/themes/bare/theme.yaml", "variables:\n  accent: \"#0f4c81\"\n")
        .with("layouts/themes/a/theme.yaml", "extends: b\n")
        .with("layouts/themes/b/theme.yaml", "extends: a\n");
    let markdown = "## 题";
    let of = |name: &str| {
        let file = Arc::new(SourceFile::new("content/甲/index.md", markdown));
        Renderer::new(&files, name).file(&file, 0..markdown.len(), Format::Article, &RenderOptions::default())
    };
    let brand = of("brand");
    assert!(brand.html.contains("border-left:4px solid #0f4c81"), "{}", brand.html);
    assert_eq!(
        brand.sources.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(),
        [
            "layouts/themes/brand/theme.yaml",
            "layouts/themes/ink/article.css",
            "layouts/themes/ink/theme.yaml"
        ]
    );
    let bare = of("bare");
    assert!(
        bare.findings.is_empty() && bare.html.contains("<h2 style=\"") && !bare.html.contains("4px solid")
    );
    assert_eq!(found(&of("a")), ["theme.variable"]);
}

#[test]
fn a_site_s_own_theme_wins_over_a_built_in_one_of_its_name() {
    let files = Files::default().with("layouts/themes/ink/article.css", "p { color: #123456 }");
    assert!(with_theme("ink", &files).html.contains("color:#123456"));
}

#[test]
fn a_rule_deep_in_a_context_holds_there_and_nowhere_else() {
    let css = ":root { --gap: calc(4px * 3) }\n.alert li > .item { margin: 0 0 var(--gap) }\nblockquote strong { color: color-mix(in srgb, #000 50%, #fff) }\ntr:nth-child(even) td { background: #f0f0f0 }\n";
    let files = Files::default().with("layouts/themes/own/article.css", css);
    let markdown = "- 甲\n\n> [!TIP]\n> - 乙\n\n**丙**\n\n> **丁**\n\n|a|\n|-|\n|1|\n|2|\n";
    let file = Arc::new(SourceFile::new("content/甲/index.md", markdown));
    let rendered = Renderer::new(&files, "own").file(
        &file,
        0..markdown.len(),
        Format::Article,
        &RenderOptions::default(),
    );
    assert!(rendered.findings.is_empty(), "{:?}", found(&rendered));
    let style = |text: &str| {
        let before = rendered.html.split_once(&format!(">{text}<")).unwrap().0;
        before.rsplit_once("style=\"").unwrap().1.to_owned()
    };
    assert!(style("乙").contains("margin:0 0 12px") && !style("甲").contains("12px"));
    assert!(style("丁").contains("color:#808080") && !style("丙").contains("#808080"));
    assert!(style("2").contains("background:#f0f0f0") && !style("1").contains("background"));
}

#[test]
fn css_that_readers_never_get_is_refused_with_the_nearest_name_or_the_reason() {
    let css = "p { colr: #111 }\n.alrt { color: #111 }\np { display: flex }\np { width: calc(100% - 2px) }\np { color: var(--acent) }\n@media print { p { color: #111 } }\nh2::before { color: #111 }\np { color: #111 !important }\n";
    let files = Files::default().with("layouts/themes/own/article.css", css);
    let rendered = with_theme("own", &files);
    let said: Vec<String> = rendered
        .findings
        .iter()
        .map(|finding| {
            let help = finding.help.as_ref().map(|help| help.text(Lang::En)).unwrap_or_default();
            format!("{}:{} {help}", finding.place.start().line, finding.place.start().column)
        })
        .collect();
    for (line, start) in said.iter().zip([
        "1:5 Write color",
        "2:1 Write .alert",
        "3:5 Use margins",
        "4:5 See docs",
        "5:5 Write --accent",
        "6:1 Elements",
        "7:1 Elements",
        "8:5 Remove !important",
    ]) {
        assert!(line.starts_with(start), "{said:#?}");
    }
    assert_eq!(said.len(), 8, "{said:#?}");
}

#[test]
fn a_theme_that_does_not_exist_is_an_error_and_the_built_in_one_is_used() {
    for name in ["none", "../../etc", ""] {
        let rendered = with_theme(name, &Files::default());
        assert_eq!(found(&rendered), ["theme.missing"], "{name}");
        assert!(rendered.html.contains("正文"));
    }
    let rendered = with_theme("none", &Files::default());
    let said = rendered.findings.iter().next().unwrap().message.text(Lang::Zh);
    assert_eq!(said, "没有主题“none”");
}

#[test]
fn a_picture_message_is_text_with_its_lines_and_pictures_in_order() {
    let markdown = "第一行\n第二行\n\n- 甲\n- 乙\n\n**重**点[^1]\n\n![一](大.png)\n![二](小.png)\n\n| a |\n|---|\n\n[^1]: 注";
    let rendered = render_in(&Files::pictures(), markdown, Format::Pictures);
    assert_eq!(rendered.html, "");
    assert_eq!(
        rendered.plain.as_deref().unwrap().lines().take(7).collect::<Vec<_>>(),
        ["第一行", "第二行", "", "• 甲", "• 乙", "", "重点"]
    );
    let alts: Vec<_> = rendered.pictures.iter().map(|picture| picture.alt.as_str()).collect();
    assert_eq!(alts, ["一", "二"]);
    assert_eq!(found(&rendered), ["wx.pictures-text"]);
}

/// Every built-in theme: the folders that the program was built with.
pub(crate) fn built_in() -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts/themes");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn every_built_in_theme_keeps_the_rules_of_fragments() {
    let names = built_in();
    assert!(names.len() >= 9, "{names:?}");
    let files = Files::pictures();
    let rich = include_str!("rich.md");
    let mut looks = std::collections::BTreeSet::new();
    for name in &names {
        let file = Arc::new(SourceFile::new("content/甲/index.md", rich));
        let renderer = Renderer::new(&files, name);
        let rendered = renderer.file(&file, 0..rich.len(), Format::Article, &RenderOptions::default());
        let violations = qianfa::render::fragment::check(&rendered.html);
        assert!(violations.is_empty(), "{name}: {violations:#?}");
        let theme = rendered.findings.iter().filter(|finding| finding.rule.starts_with("theme."));
        assert_eq!(theme.count(), 0, "{name}");
        let heading = rendered.html.split_once("<h2 style=\"").unwrap().1;
        looks.insert(heading.split_once('"').unwrap().0.to_owned());
    }
    assert_eq!(looks.len(), names.len(), "no theme has another one's heading");
}

/// The article of the benches is 4.6 KB of Chinese with two code blocks, a table and a formula.
#[test]
fn the_article_of_the_benches_stays_short_in_every_theme() {
    let article = include_str!("../../benches/article.md");
    let files = Files::default();
    let body = article.match_indices("---\n").nth(1).unwrap().0 + 4;
    assert!((4_500..5_000).contains(&article.len()), "{}", article.len());
    for name in built_in() {
        let file = Arc::new(SourceFile::new("content/甲/index.md", article));
        let renderer = Renderer::new(&files, &name);
        let rendered = renderer.file(&file, body..article.len(), Format::Article, &RenderOptions::default());
        let most = if name == "ink" { 12_000 } else { 13_000 };
        assert!(rendered.stats.characters < most, "{name}: {} characters", rendered.stats.characters);
    }
}
