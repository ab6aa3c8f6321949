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
        ["layouts/themes/ink/article.css", "layouts/themes/ink/page.html", "layouts/themes/ink/theme.yaml"]
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
