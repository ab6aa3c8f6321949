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
    // Numbers that no margin holds are drawn; an item without words keeps its number.
    ("1986. 那一年", "<section><section>1986.\u{a0}那一年</section></section>"),
    (
        "99. 甲\n100. 乙",
        "<section><section>99.\u{a0}甲</section></section><section><section>100.\u{a0}乙</section></section>",
    ),
    (
        "1. 准备\n2.\n3. 完成",
        "<ol><li><section>准备</section></li><li><section>\u{a0}</section></li><li><section>完成</section></li></ol>",
    ),
    // Code and products keep their marks.
    ("用 ++i，用 C++，i++ 和 ++j", "<p>用 ++i，用 C++，i++ 和 ++j</p>"),
    ("长*宽*高=体积", "<p>长*宽*高=体积</p>"),
    ("^o^，T^T，(^o^)，a^b 和 x^2^", "<p>^o^，T^T，(^o^)，a^b 和 x<sup>2</sup></p>"),
    // Nothing answers when these are pressed.
    (
        "[招聘](mailto:hr@a.cn?subject=x)，[拨打](tel:4001234567)，[400-123-4567](tel:4001234567)",
        "<p><span>招聘</span>（hr@a.cn），<span>拨打</span>（4001234567），<span>400-123-4567</span></p>",
    ),
    ("::: cta 感谢有你\n下一年，见。\n:::", "<section><p>感谢有你</p><p>下一年，见。</p></section>"),
    // Chapters are listed; one heading of the first level is the title once more.
    ("[TOC]\n\n# 第 1 章\n\n# 第 2 章", "<section><p>目录</p><p>第 1 章</p><p>第 2 章</p></section>"),
    ("[TOC]\n\n# 题\n\n## 第 1 节", "<section><p>目录</p><p>第 1 节</p></section>"),
    // Blanks stand beside what is painted, not in it.
    (
        "**粗** ==标== ++线++ *斜* `码`",
        "<p><strong>粗 </strong><mark>标</mark>\u{a0}<u>线</u><em> 斜</em>\u{a0}<code>码</code></p>",
    ),
    // A verse is one.
    ("　　甲  \n　　乙\n\n　　丙", "<p>　　甲<br>　　乙</p><p>　　丙</p>"),
    (
        "<table><caption>表题</caption><tr><td>甲</td></tr></table>",
        "<section><table><caption>表题</caption><tr><td>甲</td></tr></table></section>",
    ),
    // Words behind a name are a note, not the address of a link.
    ("正文。\n\n[注]: 数据截至上月底", "<p>正文。</p><p>[注]: 数据截至上月底</p>"),
    ("> [译者注]: 原文如此", "<blockquote><p>[译者注]: 原文如此</p>"),
    ("见[甲][]。\n\n[甲]: 冬至", "<p>见<span>甲</span>。</p>"),
];

#[test]
fn what_stands_aside_stays_there() {
    let styled = |markdown: &str| render(markdown).html;
    let aside = styled("![左](小.png \"题\"){.left width=30%}");
    assert!(aside.contains("text-align:left\">题</p>"), "{aside}");
    let centred = styled("::: center\n## 题\n:::");
    let heading = centred.split("<h2").nth(1).unwrap().split('>').next().unwrap();
    assert!(heading.contains("text-align:center"), "{heading}");
    assert!(styled("9. 九\n10. 十").contains("padding:0 0 0 32px"));
    let hint = |markdown: &str| {
        let html = styled(markdown);
        let at = html.find("左右滑动").unwrap();
        let tag = &html[html[..at].rfind('<').unwrap()..at];
        tag.contains("font-size:12px")
    };
    let wide = "| 一二三四五六七八 | 一二三四五六七八 | 一二三四五六七八 | 一二三四五六七八 | 一二三四五六七八 |\n|-|-|-|-|-|\n| 甲 | 乙 | 丙 | 丁 | 戊 |\n";
    assert!(hint(wide));
    for name in ["card", "quote", "cta", "note"] {
        assert!(hint(&format!("::: {name}\n{wide}\n:::")), "{name}");
    }
}

#[test]
fn lines_that_their_writer_set_are_not_indented_again() {
    let files = super::Files::pictures();
    let renderer = qianfa::render::Renderer::new(&files, "literary");
    let indented = |markdown| super::render_drawn(&renderer, markdown).html.contains("text-indent");
    assert!(indented("一段"));
    assert!(!indented("　　一段") && !indented("甲\\\n乙") && !indented("![图](小.png) 说明文字"));
}

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
