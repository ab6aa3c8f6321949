//! What stands around an article: templates of a theme, their classes, pictures and mistakes.

use std::sync::Arc;

use qianfa::base::message::Lang;
use qianfa::render::{About, Rendered, Renderer, fragment};
use qianfa::site::{Format, PartOptions, RenderOptions};
use qianfa::source::SourceFile;

use super::{Files, found, png};

const ABOUT: About<'static> = About {
    title: "<题>",
    author: "编辑部",
    column: "",
    date: "",
    summary: "",
    site: "小站",
    account: "小站公众号",
    words: 0,
    minutes: 0,
};

fn rendered(files: &Files, theme: &str, parts: PartOptions) -> Rendered {
    let markdown = "正文一段。";
    let file = Arc::new(SourceFile::new("content/甲/index.md", markdown));
    let options = RenderOptions { parts, ..RenderOptions::default() };
    let renderer = Renderer::new(files, theme);
    let rendered = renderer.file_about(&file, 0..markdown.len(), Format::Article, &options, &ABOUT);
    let violations = fragment::check(&rendered.html);
    assert!(violations.is_empty(), "{violations:#?} in {}", rendered.html);
    rendered
}

#[test]
fn parts_stand_around_the_article_in_the_theme_s_own_classes() {
    let mut files = Files::default()
        .with("layouts/themes/own/theme.yaml", "extends: ink\n")
        .with(
            "layouts/themes/own/article.css",
            ".top { color: #456 }\n.card { padding: 9px; background: #f6f6f6 }\n.card .who { color: #123456 }\n.code-picture { width: 90px }\n",
        )
        .with("layouts/themes/own/header.html", "<p class=\"top\">{{ title }} · {{ minutes }} 分钟</p>\n")
        .with(
            "layouts/themes/own/follow.html",
            "<section class=\"card\"><p class=\"who\">{{ account }}</p><img src=\"qr.png\" class=\"code-picture\" alt=\"二维码\"><p><a href=\"https://example.com\">官网</a></p></section>",
        );
    files.0.insert("layouts/themes/own/qr.png".into(), png(90, 90));
    let shown = rendered(&files, "own", PartOptions::default());
    assert_eq!(found(&shown), [""; 0]);
    let text: Vec<&str> = shown.text.lines().collect();
    assert_eq!(text[..3], ["<题> · 1 分钟", "正文一段。", "小站公众号"]);
    assert!(text.contains(&"官网"), "a link of a part has no number: {text:?}");
    assert!(shown.html.contains("color:#456") && shown.html.contains("color:#123456"), "{}", shown.html);
    assert!(shown.html.contains("padding:9px;background:#f6f6f6") && !shown.html.contains("class="));
    assert!(shown.html.contains("width:90px"), "{}", shown.html);
    assert_eq!(shown.pictures.len(), 1);
    let sources: Vec<&str> = shown.sources.iter().map(|(path, _)| path.as_str()).collect();
    for file in ["layouts/themes/own/follow.html", "layouts/themes/own/header.html"] {
        assert!(sources.contains(&file), "{sources:?}");
    }

    let without = rendered(&files, "own", PartOptions { follow: Some(false), ..PartOptions::default() });
    assert!(!without.text.contains("公众号") && without.text.contains("分钟") && without.pictures.is_empty());
}

#[test]
fn every_theme_has_plain_parts_on_request_and_none_otherwise() {
    let all = PartOptions { header: Some(true), author: Some(true), follow: Some(true), footer: Some(true) };
    for name in super::theme::built_in() {
        assert_eq!(rendered(&Files::default(), &name, PartOptions::default()).text, "正文一段。", "{name}");
        let shown = rendered(&Files::default(), &name, all);
        assert_eq!(found(&shown), [""; 0], "{name}");
        for text in ["全文 4 字", "编辑部", "小站公众号", "— 完 —"] {
            assert!(shown.text.contains(text), "{name}: {}", shown.text);
        }
    }
}

#[test]
fn mistakes_in_templates_are_found_where_they_stand() {
    let places = |file: &str, html: &str| -> Vec<String> {
        let files = Files::default()
            .with("layouts/themes/own/article.css", "p { margin: 0 }")
            .with(&format!("layouts/themes/own/{file}"), html);
        let shown = rendered(&files, "own", PartOptions::default());
        shown
            .findings
            .iter()
            .map(|finding| {
                let start = finding.place.start();
                assert_eq!(finding.place.path(), format!("layouts/themes/own/{file}"));
                format!("{} {}:{} {}", finding.rule, start.line, start.column, finding.message.text(Lang::En))
            })
            .collect()
    };
    let unknown = places("footer.html", "<p>中文</p>\n<p>中文{{ tilte }}</p>");
    assert_eq!(unknown.len(), 1, "{unknown:?}");
    assert!(unknown[0].starts_with("theme.part 2:9 ") && unknown[0].contains("tilte"), "{unknown:?}");
    let syntax = places("header.html", "<p>中文{{ title </p>");
    assert!(syntax.len() == 1 && syntax[0].starts_with("theme.part 1:"), "{syntax:?}");
    let outside = places("author.html", "{% include \"../ink/page.html\" %}");
    assert_eq!(outside.len(), 1, "{outside:?}");
    let removed = places("follow.html", "<p>甲</p>\n<script>x()</script><p id=\"a\" class=\"b\">乙</p>");
    assert_eq!(removed.len(), 3, "{removed:?}");
    for (found, place) in removed.iter().zip(["2:1", "2:21", "2:38"]) {
        assert!(found.starts_with(&format!("theme.part {place} ")), "{removed:?}");
    }
}
