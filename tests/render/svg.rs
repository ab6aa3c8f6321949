//! SVG: files and an author's HTML become pictures; nothing of it reaches the fragment (rule R50).

use std::sync::Arc;

use qianfa::render::{Fonts, Rendered, Renderer, Source};
use qianfa::site::Format;

use super::{Files, found, render_drawn, render_in, render_with};
use crate::support::font::fonts;

const HEAD: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

/// Renders an article that shows the SVG file `svg`.
fn file(svg: &str, fonts: Arc<Fonts>) -> Rendered {
    let files = Files::default().with("content/甲/图.svg", svg);
    let renderer = Renderer::new(&files, "ink").with_fonts(fonts);
    render_drawn(&renderer, "前文\n\n![说明](图.svg)\n\n后文\n")
}

fn drawn(rendered: &Rendered) -> image::RgbImage {
    let [picture] = &rendered.pictures[..] else { panic!("{:?} {:?}", rendered.pictures, rendered.findings) };
    let Source::Drawn(bytes) = &picture.source else { panic!("a file") };
    image::load_from_memory(bytes).unwrap().to_rgb8()
}

#[test]
fn a_file_becomes_a_sharp_picture_on_white_and_stays_a_source() {
    let svg = format!(
        "{HEAD} width=\"200\" height=\"100\"><rect x=\"50\" y=\"20\" width=\"100\" height=\"60\" fill=\"#c00\"/></svg>"
    );
    let rendered = file(&svg, Arc::new(Fonts::none()));
    assert!(found(&rendered).is_empty(), "{:?}", rendered.findings);
    let image = drawn(&rendered);
    assert_eq!((image.width(), image.height()), (600, 300));
    assert_eq!(image.get_pixel(0, 0).0, [255; 3]);
    assert_eq!(image.get_pixel(300, 150).0, [0xcc, 0, 0]);
    assert!(rendered.html.contains("width:200px"), "{}", rendered.html);
    assert!(rendered.sources.iter().any(|(path, _)| path == "content/甲/图.svg"));
    assert!(rendered.html.contains("说明"));
}

#[test]
fn chinese_text_is_set_in_the_font_given() {
    let svg = format!(
        "{HEAD} viewBox=\"0 0 400 100\"><text x=\"20\" y=\"60\" font-size=\"40\" font-family=\"微软雅黑\">签发</text></svg>"
    );
    let rendered = file(&svg, fonts());
    assert!(found(&rendered).is_empty(), "{:?}", rendered.findings);
    assert!(drawn(&rendered).pixels().any(|pixel| pixel.0[0] < 80), "no ink");
    assert!(rendered.sources.iter().any(|(path, _)| path == "font:NotoSansCJK-Regular.ttc"));
    let without = file(&svg, Arc::new(Fonts::none()));
    assert_eq!(found(&without), ["asset.font"]);
    assert!(without.pictures.is_empty());
}

#[test]
fn bold_text_takes_the_bold_font_and_what_no_font_has_is_named() {
    let svg = format!(
        "{HEAD} viewBox=\"0 0 400 100\"><text x=\"20\" y=\"60\" font-weight=\"bold\">签发</text></svg>"
    );
    let rendered = file(&svg, fonts());
    assert!(rendered.sources.iter().any(|(path, _)| path == "font:NotoSansCJK-Bold.ttc"));
    let missing = file(&svg.replace("签发", "签\u{1f9ff}"), fonts());
    assert_eq!(found(&missing), ["asset.font"]);
    let message = missing.findings.iter().next().unwrap().message.to_string();
    assert!(message.contains('\u{1f9ff}'), "{message}");
}

#[test]
fn a_font_of_the_site_is_used_and_is_a_source() {
    let font = std::fs::read("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc").unwrap();
    let svg = format!("{HEAD} viewBox=\"0 0 400 100\"><text x=\"20\" y=\"60\">签发</text></svg>");
    let mut files = Files::default().with("content/甲/图.svg", &svg);
    files.0.insert("fonts/own.ttc".into(), font);
    let fonts = Arc::new(Fonts::new(vec![qianfa::render::FontFile::Site("fonts/own.ttc".into())]));
    let rendered = render_drawn(&Renderer::new(&files, "ink").with_fonts(fonts), "![](图.svg)\n");
    assert!(found(&rendered).is_empty(), "{:?}", rendered.findings);
    assert!(rendered.sources.iter().any(|(path, _)| path == "fonts/own.ttc"));
}

#[test]
fn files_that_cannot_be_drawn_are_findings_and_show_nothing() {
    let bomb = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">\
                <!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">\
                <!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">\
                <!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\">]>";
    let nested: String = (1..20)
        .map(|n| format!("<g id=\"g{n}\">{}</g>", format!("<use xlink:href=\"#g{}\"/>", n - 1).repeat(10)))
        .collect();
    for (svg, rule) in [
        ("<svg".to_owned(), "asset.svg"),
        ("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect></svg>".to_owned(), "asset.svg"),
        ("<html></html>".to_owned(), "asset.svg"),
        (format!("{bomb}{HEAD}><text>&g;</text></svg>"), "asset.svg"),
        (format!("{HEAD} viewBox=\"0 0 1e30 1e30\"><rect width=\"1\" height=\"1\"/></svg>"), "asset.svg"),
        (format!("{HEAD} width=\"0\" height=\"0\"><rect width=\"1\" height=\"1\"/></svg>"), "asset.svg"),
        (format!("{HEAD}><g id=\"g0\"><rect width=\"1\" height=\"1\"/></g>{nested}</svg>"), "asset.svg"),
        (format!("{HEAD}>{}{}</svg>", "<g>".repeat(5_000), "</g>".repeat(5_000)), "asset.svg"),
        (format!("{HEAD}>{}</svg>", "<rect width=\"1\" height=\"1\"/>".repeat(30_000)), "asset.svg"),
        (
            format!(
                "{HEAD}><image xlink:href=\"https://evil.example/x.png\" width=\"9\" height=\"9\"/></svg>"
            ),
            "asset.svg",
        ),
        (format!("{HEAD}><image xlink:href=\"/etc/passwd\" width=\"9\" height=\"9\"/></svg>"), "asset.svg"),
        (format!("{HEAD}><image href=\"../../../secret.png\" width=\"9\" height=\"9\"/></svg>"), "asset.svg"),
        (
            format!("{HEAD}><rect fill=\"url(https://evil.example/#a)\" width=\"9\" height=\"9\"/></svg>"),
            "asset.svg",
        ),
        (format!("{HEAD}><style>@import 'https://evil.example/a.css';</style></svg>"), "asset.svg"),
        (
            format!(
                "{HEAD}><foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">甲</p></foreignObject></svg>"
            ),
            "asset.svg",
        ),
    ] {
        let rendered = file(&svg, fonts());
        assert_eq!(found(&rendered), [rule], "{svg:.120}");
        assert!(rendered.pictures.is_empty() && !rendered.html.contains("<img"), "{svg:.120}");
    }
}

#[test]
fn effects_and_huge_pages_stay_within_bounds() {
    let blurs = "<feGaussianBlur stdDeviation=\"50\"/>".repeat(40);
    let heavy = format!(
        "{HEAD} width=\"3000\" height=\"3000\"><filter id=\"f\">{blurs}</filter>{}</svg>",
        "<rect filter=\"url(#f)\" width=\"3000\" height=\"3000\"/>".repeat(10)
    );
    assert_eq!(found(&file(&heavy, fonts())), ["asset.svg"]);
    let huge =
        format!("{HEAD} width=\"90000\" height=\"90000\"><rect width=\"90000\" height=\"90000\"/></svg>");
    let image = drawn(&file(&huge, fonts()));
    assert!(image.width() <= 3_000 && image.height() <= 3_000, "{} {}", image.width(), image.height());
}

#[test]
fn the_same_file_is_the_same_bytes_on_every_thread() {
    let svg = format!(
        "{HEAD} viewBox=\"0 0 300 100\"><linearGradient id=\"a\"><stop stop-color=\"red\"/><stop offset=\"1\" stop-color=\"blue\"/></linearGradient><rect width=\"300\" height=\"100\" fill=\"url(#a)\"/><text y=\"50\">渐变</text></svg>"
    );
    let once = file(&svg, fonts()).html;
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let svg = svg.clone();
            std::thread::spawn(move || file(&svg, fonts()).html)
        })
        .collect();
    for thread in threads {
        assert_eq!(thread.join().unwrap(), once);
    }
}

#[test]
fn r50_inline_svg_is_drawn_and_nothing_of_it_is_in_the_fragment() {
    let svg = "<svg viewBox=\"0 0 100 50\" width=\"100\" id=\"x\" class=\"y\" onload=\"alert(1)\"><title>示意</title>\
               <script>alert(1)</script><style>.a{fill:red}</style><defs><linearGradient id=\"g\"><stop stop-color=\"red\"/></linearGradient></defs>\
               <rect class=\"a\" width=\"40\" height=\"40\" fill=\"url(#g)\"/><a href=\"https://evil.example\"><circle r=\"9\"/></a></svg>";
    for markdown in [format!("{svg}\n\n后文\n"), format!("前文 {svg} 后文\n"), format!("> {svg}\n")] {
        let rendered = render_with(&markdown, fonts());
        assert!(found(&rendered).is_empty(), "{markdown}: {:?}", rendered.findings);
        assert_eq!(rendered.pictures.len(), 1, "{markdown}");
        for word in ["<svg", "script", "alert", "onload", "url(", "evil"] {
            assert!(!rendered.html.contains(word), "{word} in {}", rendered.html);
        }
        assert!(rendered.html.contains("alt=\"示意\""), "{}", rendered.html);
    }
}

#[test]
fn r50_inline_svg_that_cannot_be_drawn_is_reported_where_it_stands() {
    for svg in [
        "<svg viewBox=\"0 0 9 9\"><rect></svg>",
        "<svg viewBox=\"0 0 9 9\"><image href=\"https://a.example/b.png\"/></svg>",
    ] {
        let rendered = render_with(&format!("前文\n\n{svg}\n\n后文\n"), fonts());
        assert_eq!(found(&rendered), ["asset.svg"], "{svg}");
        assert_eq!(rendered.findings.iter().next().unwrap().place.start().line, 3);
        assert!(rendered.text.contains("前文") && rendered.text.contains("后文"));
    }
}

#[test]
fn a_picture_message_takes_svg_files_too() {
    let svg = format!("{HEAD} viewBox=\"0 0 90 90\"><rect width=\"50\" height=\"50\"/></svg>");
    let files = Files::default().with("content/甲/图.svg", &svg);
    let rendered = render_in(&files, "![](图.svg)\n", Format::Pictures);
    assert!(found(&rendered).is_empty(), "{:?}", rendered.findings);
    assert_eq!(rendered.pictures.len(), 1);
}
