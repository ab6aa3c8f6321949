//! Mathematics: simple formulas as text, others as pictures (rules R50, R51).

use std::sync::Arc;

use qianfa::render::{Fonts, Renderer, Source};

use qianfa::site::Format;

use super::{Files, found, render, render_drawn, render_in, render_with};
use crate::support::font::fonts;

fn fence(latex: &str) -> String {
    format!("前文\n\n```math\n{latex}\n```\n\n后文\n")
}

/// The pixels of a drawn picture.
fn pixels(bytes: &[u8]) -> image::GrayImage {
    image::load_from_memory(bytes).unwrap().to_luma8()
}

#[test]
fn a_block_formula_is_a_centred_picture_on_white() {
    let rendered = render(&fence("\\frac{a}{b} + \\sqrt{x}"));
    assert!(found(&rendered).is_empty());
    let [picture] = &rendered.pictures[..] else { panic!("{:?}", rendered.pictures) };
    let Source::Drawn(bytes) = &picture.source else { panic!("a file") };
    let image = pixels(bytes);
    assert_eq!((image.width(), image.height()), (picture.width, picture.height));
    // The ground is white at every corner: legible on a dark page too. There is ink, nearly black.
    for (x, y) in
        [(0, 0), (picture.width - 1, 0), (0, picture.height - 1), (picture.width - 1, picture.height - 1)]
    {
        assert_eq!(image.get_pixel(x, y).0, [255]);
    }
    assert!(image.pixels().any(|pixel| pixel.0[0] < 60));
    assert!(rendered.html.contains(&format!("src=\"asset:{}\"", picture.digest)), "{}", rendered.html);
    assert!(rendered.html.contains("alt=\"\\frac{a}{b} + \\sqrt{x}\""), "{}", rendered.html);
    assert!(rendered.html.contains("text-align:center"), "{}", rendered.html);
}

#[test]
fn formulas_that_writers_use() {
    for latex in [
        "\\begin{aligned} a &= b + c \\\\ &= d \\end{aligned}",
        "f(x) = \\begin{cases} 1, & x > 0 \\\\ 0, & x \\le 0 \\end{cases}",
        "\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}",
        "E = mc^2 \\tag{1}",
        "\\ce{2H2 + O2 -> 2H2O}",
        "\\int_0^\\infty e^{-x^2}\\,dx = \\frac{\\sqrt{\\pi}}{2}",
        "\\sum_{i=1}^{n} i = \\frac{n(n+1)}{2}",
        "\\lim_{x \\to 0} \\frac{\\sin x}{x} = 1",
        "\\overbrace{a+b}^{n}",
        "\\color{red}{x} + y",
        "\\mathbb{R}^n \\to \\mathcal{F}",
    ] {
        let rendered = render(&fence(latex));
        assert!(found(&rendered).is_empty(), "{latex}: {:?}", rendered.findings);
        assert_eq!(rendered.pictures.len(), 1, "{latex}");
    }
}

#[test]
fn chinese_in_a_formula_is_set_in_the_font_given_and_the_font_is_a_source() {
    let latex = "v = \\frac{\\text{路程}}{\\text{时间}}";
    let rendered = render_with(&fence(latex), fonts());
    assert!(found(&rendered).is_empty(), "{:?}", rendered.findings);
    assert_eq!(rendered.pictures.len(), 1);
    let fonts: Vec<&str> = rendered
        .sources
        .iter()
        .map(|(path, _)| path.as_str())
        .filter(|path| path.starts_with("font:"))
        .collect();
    assert_eq!(fonts, ["font:NotoSansCJK-Regular.ttc"]);
}

#[test]
fn chinese_in_a_formula_without_a_font_is_reported_and_shown_as_code() {
    let rendered = render_with(&fence("v = \\text{路程}"), Arc::new(Fonts::none()));
    assert_eq!(found(&rendered), ["asset.font"]);
    assert!(rendered.pictures.is_empty());
    assert!(rendered.text.contains("v = \\text{路程}"), "{}", rendered.text);
}

#[test]
fn r51_a_formula_that_cannot_be_read_is_shown_as_code_and_reported_at_its_place() {
    let markdown = fence("a + \\foo{b} < c");
    let rendered = render(&markdown);
    assert_eq!(found(&rendered), ["md.formula"]);
    let finding = rendered.findings.iter().next().unwrap();
    assert_eq!(finding.place.text(), "\\foo");
    assert_eq!((finding.place.start().line, finding.place.start().column), (4, 5));
    assert!(rendered.html.contains("&lt;"), "{}", rendered.html);
    assert!(rendered.text.contains("a + \\foo{b} < c"), "{}", rendered.text);
    assert!(rendered.pictures.is_empty());
}

#[test]
fn unfinished_formulas_are_findings() {
    for latex in ["\\frac{a}{b", "\\left( x", "\\begin{cases} a", "x^", "{", "}", "\\end{x}"] {
        let rendered = render(&fence(latex));
        assert_eq!(found(&rendered), ["md.formula"], "{latex}");
    }
}

#[test]
fn hostile_formulas_end() {
    for latex in [
        "{".repeat(3_000) + &"}".repeat(3_000),
        "\\frac{".repeat(500),
        "\\def\\a{\\a\\a}\\a".to_owned(),
        "\\sqrt{".repeat(200) + "x" + &"}".repeat(200),
        "x".repeat(100_000),
        "\\rule{99999em}{99999em}".to_owned(),
        "\\kern99999999em x".to_owned(),
        "\\hspace{1e30em}x".to_owned(),
        "^".repeat(1_000),
        "\u{0}\u{202e}\u{feff}".to_owned(),
        "\\char\"10FFFF \\char\"D800".to_owned(),
    ] {
        let rendered = render(&fence(&latex));
        assert!(!rendered.html.is_empty());
        assert!(rendered.pictures.iter().all(|picture| picture.width <= 8_000 && picture.height <= 8_000));
    }
}

#[test]
fn the_same_formula_is_one_picture_and_the_same_bytes_on_every_thread() {
    let markdown = fence("\\frac{1}{2}\n```\n\n```math\n\\frac{1}{2}");
    let once = render(&markdown);
    assert_eq!(once.pictures.len(), 1);
    assert_eq!(once.html.matches("<img").count(), 2);
    let bytes = |rendered: &qianfa::render::Rendered| match &rendered.pictures[0].source {
        Source::Drawn(bytes) => bytes.to_vec(),
        Source::File(path) => panic!("{path}"),
    };
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let markdown = markdown.clone();
            std::thread::spawn(move || render_with(&markdown, Arc::new(Fonts::none())))
        })
        .collect();
    for thread in threads {
        let other = thread.join().unwrap();
        assert_eq!(other.html, once.html);
        assert_eq!(bytes(&other), bytes(&once));
    }
}

#[test]
fn a_wide_formula_scrolls_and_a_middling_one_shrinks() {
    let wide = render(&fence("a + b + c + d + e + f + g + ".repeat(4).trim_end_matches("+ ")));
    assert!(wide.html.contains("overflow-x:auto"), "{}", wide.html);
    assert!(wide.html.contains("min-width:"), "{}", wide.html);
    assert!(wide.html.contains("data-ignore-width=\"true\""), "{}", wide.html);
    let narrow = render(&fence("\\frac{a}{b}"));
    assert!(!narrow.html.contains("min-width"), "{}", narrow.html);
}

#[test]
fn a_formula_in_the_middle_of_text_costs_no_font_of_the_machine() {
    let files = Files::default();
    let unread = Fonts::new(vec![qianfa::render::FontFile::Machine {
        name: "never.ttf".into(),
        spare: false,
        read: Box::new(|| panic!("read")),
    }]);
    let markdown = fence("\\frac{a}{b}");
    let renderer = Renderer::new(&files, "ink").with_fonts(Arc::new(unread));
    let rendered = render_drawn(&renderer, &markdown);
    assert_eq!(rendered.pictures.len(), 1);
}

#[test]
fn inline_formulas_stand_on_the_line_and_simple_ones_are_text() {
    let rendered = render("设 $x^2$ 与 $\\frac{a}{b}$，则 $\\theta_{t+1} = \\alpha + 1$。\n");
    assert!(found(&rendered).is_empty(), "{:?}", rendered.findings);
    assert_eq!(rendered.pictures.len(), 1);
    assert!(rendered.html.contains("vertical-align:-"), "{}", rendered.html);
    assert!(rendered.html.contains("em;"), "{}", rendered.html);
    assert!(rendered.text.contains("x2"), "{}", rendered.text);
    assert!(rendered.text.contains("θt+1\u{a0}= α\u{a0}+ 1。"), "{}", rendered.text);
    assert!(!rendered.html.contains('$'), "{}", rendered.html);
}

#[test]
fn no_line_begins_with_the_mark_behind_a_formula() {
    let rendered = render("均值 $\\bar{x}$，方差 $\\hat{s}$）。后文\n");
    assert!(rendered.html.contains("white-space:nowrap"), "{}", rendered.html);
    assert!(rendered.html.contains(">，</span>方差"), "{}", rendered.html);
    assert!(rendered.html.contains(">）。</span>后文"), "{}", rendered.html);
}

#[test]
fn r51_an_inline_formula_that_cannot_be_read_is_code_at_its_place() {
    let rendered = render("前 $\\foo{x} < 1$ 后\n");
    assert_eq!(found(&rendered), ["md.formula"]);
    let place = &rendered.findings.iter().next().unwrap().place;
    assert_eq!((place.text(), place.start().column), ("\\foo", 4));
    assert!(rendered.html.contains("\\foo{x} &lt; 1</code>"), "{}", rendered.html);
}

#[test]
fn a_display_formula_in_a_paragraph_parts_it_and_keeps_the_text() {
    for markdown in [
        "前文 $$\\frac{a}{b}$$ 后文\n",
        "- 前文\n\n  $$\\frac{a}{b}$$\n\n  后文\n",
        "> 前文\n> $$\n> \\frac{a}{b}\n> $$\n> 后文\n",
    ] {
        let rendered = render(markdown);
        assert!(found(&rendered).is_empty(), "{markdown}: {:?}", rendered.findings);
        assert_eq!(rendered.pictures.len(), 1, "{markdown}");
        assert!(
            rendered.text.contains("前文") && rendered.text.contains("后文"),
            "{markdown}: {}",
            rendered.text
        );
        assert!(rendered.html.contains("text-align:center"), "{markdown}: {}", rendered.html);
    }
}

#[test]
fn formulas_in_headings_tables_and_links() {
    for markdown in [
        "## 设 $\\frac{a}{b}$ 为比\n",
        "| 甲 | 乙 |\n| --- | --- |\n| $\\frac{a}{b}$ | $x^2$ |\n",
        "[见 $\\frac{a}{b}$](https://example.com/)\n",
        "1. 设 $\\frac{a}{b}$\n2. 则 $\\sqrt{x}$\n",
        "**重点 $\\frac{a}{b}$**\n",
    ] {
        let rendered = render(markdown);
        assert!(found(&rendered).is_empty(), "{markdown}: {:?}", rendered.findings);
        assert!(!rendered.pictures.is_empty(), "{markdown}");
    }
}

#[test]
fn a_picture_message_keeps_formulas_as_text() {
    let rendered = render_in(
        &Files::default(),
        "面积 $x^2$，第 $a_{n+1}$ 项，角 $\\theta$，比 $\\frac{a}{b}$\n",
        Format::Pictures,
    );
    assert_eq!(rendered.plain.as_deref(), Some("面积 x²，第 aₙ₊₁ 项，角 θ，比 \\frac{a}{b}"));
    assert_eq!(found(&rendered), ["wx.pictures-text"]);
}

#[test]
fn numbers_alone_are_formulas_and_prices_are_not() {
    assert_eq!(render("| 阳性 |\n|---|\n| $99$ |\n| $1/2$ |\n").text, "阳性\t99\t1/2");
    assert_eq!(
        render("得 $3+4=7$，是 $0.5$。").text.replace(['\u{2009}', '\u{202f}', '\u{a0}', ' '], ""),
        "得3+4=7，是0.5。"
    );
    for money in
        ["售价$5，原价$10。", "$5-$6", "$5/$6 一份", "US$99 或 HK$100", "价格$5$起", "$5 $", "$.$ $-$"]
    {
        assert_eq!(render(money).text, money);
    }
}

#[test]
fn the_number_of_a_formula_stands_apart_from_it() {
    let width = |latex: &str| render(&fence(latex)).pictures[0].width;
    let (bare, numbered) = (width("CO_2 + C = 2CO (3.1)"), width("CO_2 + C = 2CO \\tag{3.1}"));
    // Two ems, with three pixels a point.
    assert!(numbered > bare + 60, "{bare} {numbered}");
}

#[test]
fn a_table_leaves_a_formula_the_room_it_needs() {
    let table =
        |cell: &str| render(&format!("| 分布 | 密度 | 期望 |\n|---|---|---|\n| 正态 | {cell} | 零 |\n")).html;
    let least = |html: &str| -> Vec<u32> {
        let heads = html.split("min-width:").skip(1).filter_map(|rest| rest.split("px").next());
        heads.map(|pixels| pixels.parse().unwrap()).collect()
    };
    let wide = table("$\\frac{1}{\\sqrt{2\\pi}\\sigma} e^{-(x-\\mu)^2/2\\sigma^2}$");
    let width: f64 = wide
        .split("<img")
        .nth(1)
        .unwrap()
        .split(";width:")
        .nth(1)
        .unwrap()
        .split("em")
        .next()
        .unwrap()
        .parse()
        .unwrap();
    assert!(f64::from(least(&wide)[1]) >= width * 14.0, "{width} {wide}");
    assert!(least(&table("$\\frac{a}{b}$"))[1] < 90, "a short one takes little");
    let endless = format!("$\\frac{{1}}{{2}}{}$", " + a".repeat(60));
    assert!(least(&table(&endless))[1] <= 280);
}
