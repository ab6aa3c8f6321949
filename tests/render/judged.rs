//! Cases of a stranger who read the rendered articles as a writer would: what was wrong once, one row each.

use super::editor::survives;
use super::{bare, found, render};

/// Markdown, and how the fragment begins without its styles.
const CASES: &[(&str, &str)] = &[
    // The first run of a text counts when the others are paired.
    (
        "**「直」**后**…**后**——**后**·**后",
        "<p><strong>「直」</strong>后<strong>…</strong>后<strong>——</strong>后<strong>·</strong>后</p>",
    ),
    ("**…**后 前**——**后", "<p><strong>…</strong>后 前<strong>——</strong>后</p>"),
    ("*斜**粗**斜*", "<p><em>斜<strong>粗</strong>斜</em></p>"),
    // Two per cent signs behind a number hide nothing.
    ("价格 100%% 与 50%%。", "<p>价格 100%% 与 50%%。</p>"),
    ("前%%内部%%后", "<p>前后</p>"),
    // Prices are no formula, with an equals sign or without.
    ("售价$10，成本=$5", "<p>售价$10，成本=$5</p>"),
    ("[TOC]\n\n## 一、$x^2$", "<section><p>目录</p><p>一、x²</p></section>"),
    // What Word leaves behind.
    ("后文<o:p></o:p>继续 <w:sdt w:val=\"1\">字</w:sdt>。", "<p>后文继续 字。</p>"),
    ("a<o:甲> 与 `<o:p>`", "<p>a&lt;o:甲&gt; 与 <code>&lt;o:p&gt;</code></p>"),
    ("<fieldset><legend>框</legend>内</fieldset>", "<section><p>框</p><p>内</p></section>"),
    // Dividers of columns need no blank lines.
    (
        "::: columns\n左\n+++\n右\n:::",
        "<section><table><tr><td><p>左</p></td><td><p>右</p></td></tr></table></section>",
    ),
    ("一\n+++\n二", "<p>一 +++ 二</p>"),
    ("::: card **粗** `码`\n文\n:::", "<section><p>粗 码</p><p>文</p></section>"),
    ("::: tip **粗**\n文\n:::", "<section><p>粗</p><p>文</p></section>"),
    ("::: quote\n甲\n—— 乙\n:::", "<section><hr><p>甲</p><p>—— 乙</p><hr></section>"),
];

#[test]
fn a_stranger_reads_what_was_meant() {
    for (markdown, expected) in CASES {
        let html = bare(markdown);
        assert!(html.starts_with(expected), "{markdown}\n  is {html}\n  not {expected}");
        survives(markdown, &render(markdown).html);
    }
}

#[test]
fn attributes_of_pictures_never_show() {
    for attributes in ["{: width=100px}", "{style=\"width:30%;height:20px\"}"] {
        let html = render(&format!("![图](小.png){attributes}")).html;
        assert!(!html.contains('{') && html.contains("width:"), "{attributes} gives {html}");
    }
}

#[test]
fn a_comment_that_nobody_ends_is_told_once() {
    let rendered = render("开头\n\n<!-- 没有关\n\n后文");
    assert_eq!(found(&rendered), ["wx.html-removed"]);
    assert!(found(&render("<!-- 关了 -->\n\n后文")).is_empty());
}
