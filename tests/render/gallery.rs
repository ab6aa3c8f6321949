//! Sizes of pictures, rows, galleries, slides.

use qianfa::render::fragment;
use qianfa::site::Format;

use super::{Files, found, png, render, render_in};

/// Widths of pictures and of what stands around them, in order.
fn widths(markdown: &str) -> Vec<String> {
    let html = render(markdown).html;
    let styles = html.split("style=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    styles
        .filter_map(|style| style.split(';').find_map(|one| one.strip_prefix("width:")))
        .map(str::to_owned)
        .collect()
}

#[test]
fn sizes_that_writers_give() {
    for (markdown, expected) in [
        ("![图](大.png)", vec![]),
        ("![图](中.png)", vec!["100%"]),
        ("![图|200](中.png)", vec!["200px"]),
        ("![图|200x100](中.png)", vec!["200px"]),
        ("![图](中.png =200x)", vec!["200px"]),
        ("![图](中.png \"题\" =200x)", vec!["200px"]),
        ("![图](大.png){width=60%}", vec!["60%"]),
        ("![图](大.png =500x)", vec!["100%"]),
        ("句中![图|20](小.png)图", vec!["20px"]),
    ] {
        assert_eq!(widths(markdown), expected, "{markdown}");
    }
    for markdown in ["![图|200](中.png)", "![图](中.png =200x)", "![图](中.png){width=20%}"] {
        assert_eq!(render(markdown).text, "图", "{markdown}");
        assert_eq!(render(markdown).pictures[0].alt, "图");
    }
}

#[test]
fn wide_pictures_among_words_take_a_line_of_their_own() {
    // Beside one the line before it would be drawn out over the column, as justified lines are.
    let alone = |markdown: &str| {
        let html = render(markdown).html;
        let picture = html.split("<img").nth(1).unwrap().split('>').next().unwrap();
        picture.contains("display:block")
    };
    for markdown in
        ["打开设置，\n![图](大.png)\n再点", "1. 打开设置\n   ![图](中.png)", "> 引用\n> ![图](大.png)"]
    {
        assert!(alone(markdown), "{markdown}");
    }
    for markdown in ["句中![图](小.png)图", "句中![图|20](大.png)图", "句中![图](大.png){width=20%}图"]
    {
        assert!(!alone(markdown), "{markdown}");
    }
}

#[test]
fn pictures_on_one_line_stand_side_by_side_at_one_height() {
    // 1200 × 800 and 120 × 60: shapes 1.5 and 2.
    assert_eq!(widths("![](大.png) ![](小.png)"), ["42%", "100%", "56%", "100%"]);
    assert_eq!(widths("![](大.png)\n![](大.png)"), Vec::<String>::new());
    let rows = |markdown: &str| render(markdown).html.matches("display:inline-block").count();
    assert_eq!(rows("![](大.png)![](大.png)![](大.png)![](大.png)"), 4);
    let html =
        render("::: gallery\n![](大.png)\n![](大.png)\n\n- ![](大.png)\n- ![](大.png)\n- ![](大.png)\n:::")
            .html;
    assert_eq!(html.matches("margin-bottom:2%").count(), 1, "three and two");
    assert_eq!(html.matches("<img").count(), 5);
    let html = render("::: row\n![](大.png)\n![](大.png)\n![](大.png)\n![](大.png)\n:::").html;
    assert_eq!(html.matches("margin-left:2%").count(), 3, "four in a row");
}

#[test]
fn captions_stand_below_their_pictures_in_the_order_of_the_source() {
    let rendered = render("前\n\n![甲](大.png) ![](大.png \"乙\")\n\n后");
    assert_eq!(rendered.text, "前\n甲\n乙\n后");
    assert_eq!(rendered.pictures.len(), 1);
}

#[test]
fn slides_are_told_to_the_checker() {
    for markdown in ["::: swipe\n![甲](大.png)\n![乙](大.png)\n:::", "<![甲](大.png),![乙](大.png)>"]
    {
        let rendered = render(markdown);
        assert_eq!(rendered.html.matches("data-ignore-width=\"true\"").count(), 3, "{}", rendered.html);
        assert!(rendered.html.contains("overflow-x:auto") && rendered.html.contains("white-space:nowrap"));
        assert_eq!(rendered.text, "甲\n乙\n← 左右滑动查看 →");
    }
    let text = render("::: swipe\n甲\n\n---\n\n乙\n:::").text;
    assert_eq!(text, "甲\n乙\n← 左右滑动查看 →");
}

#[test]
fn emphasis_right_below_a_picture_is_its_caption() {
    let html = render("![说明](大.png)\n*图一 **老街**，[出处](https://a.cn)*\n").html;
    let caption = html.split("<p style=\"").nth(1).unwrap();
    assert!(caption.contains("text-align:center") && caption.contains("图一 <strong"), "{caption}");
    assert!(!caption.contains("<em") && !caption.contains("说明"), "{caption}");
    let lines = |markdown: &str| render(markdown).text;
    assert_eq!(lines("![](大.png)\n*题注*"), "题注");
    // Words beside the picture or the emphasis, or a title, make it a paragraph.
    for markdown in ["![](大.png)\n*斜*体", "文![](大.png)\n*斜体*", "![](大.png \"题\")\n*斜体*"]
    {
        assert!(render(markdown).html.contains("<em"), "{markdown}");
    }
}

#[test]
fn a_missing_picture_leaves_the_others_of_its_row() {
    let rendered = render_in(
        &Files::default().with_bytes("content/甲/a.png", png(900, 600)),
        "![](a.png) ![](b.png)",
        Format::Article,
    );
    assert_eq!(found(&rendered), ["asset.missing"]);
    assert_eq!(fragment::check(&rendered.html), []);
    assert_eq!(rendered.html.matches("<img").count(), 1);
}

#[test]
fn r26_the_hint_below_slides_in_an_item_is_text_of_the_item() {
    let rendered = render("<ul>\n\n<![](中.png),![](大.png)>\n\n</ul>");
    assert!(rendered.html.contains("<li>") && rendered.text.contains("左右滑动查看"), "{}", rendered.html);
}
