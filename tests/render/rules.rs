//! One test a rule of the fragment, named after it.

use qianfa::render::fragment;
use qianfa::site::Format;

use super::{Files, bare, found, render, render_in};

/// An article with every construct.
const RICH: &str = include_str!("rich.md");

#[test]
fn r01_well_formed() {
    let html = render(RICH).html;
    assert_eq!(fragment::check(&html), []);
    assert!(html.starts_with("<section") && html.ends_with("</section>"));
}

#[test]
fn r02_no_document_parts_no_comments() {
    let html = bare(
        "<!doctype html><html><head><title>题</title><style>p{}</style></head><body>\n\n正文<!-- 内部备注 -->\n\n</body></html>\n\n<!-- 块\n注 -->\n\n<?php x ?>\n\n<![CDATA[x]]>\n",
    );
    assert_eq!(html, "<p>正文</p>");
}

#[test]
fn r03_no_div_no_forms_no_players() {
    let rendered = render(
        "<div>甲</div>\n\n<form><input value=a><button>按</button></form>\n\n<video src=a>备用</video>\n\n<iframe src=https://v.qq.com></iframe>\n\n<canvas>乙</canvas>\n",
    );
    let text = rendered.text;
    assert!(
        text.contains("甲") && text.contains("按") && !text.contains("备用") && !text.contains("乙"),
        "{text}"
    );
}

#[test]
fn r04_only_allowed_elements_others_are_unwrapped() {
    assert_eq!(bare("<marquee>滚</marquee>\n"), "<p>滚</p>");
    assert_eq!(bare("H<sub>2</sub>O <u>线</u> <blink>闪</blink>"), "<p>H<sub>2</sub>O <u>线</u> 闪</p>");
    assert_eq!(bare("<svg><text>图</text></svg>后"), "<p>后</p>");
}

#[test]
fn r05_no_ids_classes_or_events() {
    let rendered = render(
        "<p id=a class=b onclick=\"x()\" tabindex=1>甲</p>\n\n# 题 {#id}\n\n[乙](https://a.cn \"题\")",
    );
    assert!(
        !rendered.html.contains("id=")
            && !rendered.html.contains("class=")
            && !rendered.html.contains("onclick")
    );
    assert_eq!(found(&rendered), ["wx.html-removed"]);
    assert!(!rendered.text.contains("{#"));
}

#[test]
fn r06_no_block_in_a_paragraph() {
    assert_eq!(bare("甲<section>乙</section>丙"), "<p>甲乙丙</p>");
    assert_eq!(bare("<p>甲<section>乙</section>丙</p>\n"), "<p>甲</p><section><p>乙</p></section><p>丙</p>");
    assert_eq!(bare("<h2>题<p>段</p></h2>\n"), "<h2>题</h2><p>段</p>");
}

#[test]
fn r07_no_white_space_between_tags_and_no_line_ends() {
    let html = render(RICH).html;
    assert!(!html.contains(['\n', '\r']));
    assert_eq!(
        bare("<ul>\n  <li>甲</li>\n  <li>乙</li>\n</ul>\n"),
        "<ul><li><section>甲</section></li><li><section>乙</section></li></ul>"
    );
    assert_eq!(bare("**a** *b* `c`"), "<p><strong>a</strong><em> b</em>\u{a0}<code>c</code></p>");
}

#[test]
fn r08_nothing_empty() {
    assert_eq!(
        bare(
            "甲\n\n<p></p>\n\n<p><br></p>\n\n> \n\n#\n\n<b></b>\n\n<section> </section>\n\n[](https://a.cn)\n\n-\n"
        ),
        "<p>甲</p>"
    );
    assert_eq!(render("").html, "");
    assert_eq!(render("<!-- 只有注释 -->").html, "");
}

#[test]
fn r09_depth_is_bounded() {
    let text = format!("{}底", "> ".repeat(60));
    assert!(render(&text).text.contains("底"));
    let text = format!("{}底{}", "<section>".repeat(40), "</section>".repeat(40));
    assert!(render(&text).text.contains("底"));
    let text = format!("{}底", "<b><i><u>".repeat(20));
    assert!(render(&text).text.contains("底"));
    let lists: String = (0..30).map(|level| format!("{}- 层{level}\n", "  ".repeat(level))).collect();
    let rendered = render(&lists);
    assert!((0..30).all(|level| rendered.text.contains(&format!("层{level}"))));
}

#[test]
fn r10_declarations_are_allowed_lower_case_and_single() {
    let html = render("<p style=\"COLOR:#AABBCC;color: red;Text-Align: CENTER\">甲</p>\n").html;
    assert!(html.contains("color:red;text-align:center\"") && !html.contains("#abc"), "{html}");
}

#[test]
fn r11_forbidden_declarations_are_removed_and_reported() {
    for declaration in [
        "position:fixed",
        "float:left",
        "width:calc(1px)",
        "color:var(--x)",
        "display:grid",
        "display:none",
        "color:red!important",
        "text-align:end",
        "cursor:pointer",
        "font-family:serif",
        "z-index:1",
        "--x:1",
        "transition:all 1s",
    ] {
        let rendered = render(&format!("<p style=\"{declaration};text-align:center\">甲</p>\n"));
        assert_eq!(found(&rendered), ["wx.html-removed"], "{declaration}");
        assert!(rendered.html.contains("text-align:center"));
    }
}

#[test]
fn r12_no_urls_in_styles() {
    for value in
        ["url(https://a.cn/a.png)", "url('https://mmbiz.qpic.cn/a')", "url(data:image/png;base64,xx)"]
    {
        assert!(!render(&format!("<p style=\"background-image:{value}\">甲</p>\n")).html.contains("url("));
    }
}

#[test]
fn r13_colour_size_and_line_height_stand_on_every_text() {
    let html = render(RICH).html;
    for tag in ["<p ", "<h2 ", "<h3 "] {
        for piece in html.split(tag).skip(1) {
            let style = piece.split('>').next().unwrap();
            assert!(
                ["color:", "font-size:", "line-height:"].iter().all(|name| style.contains(name)),
                "{tag} {style}"
            );
        }
    }
}

#[test]
fn r14_text_cannot_be_hidden() {
    for declaration in [
        "line-height:.5",
        "line-height:8px",
        "height:0",
        "opacity:0",
        "font-size:9px",
        "font-size:0",
        "text-indent:-999px",
    ] {
        let rendered = render(&format!("<p style=\"{declaration}\">甲</p>\n"));
        assert_eq!(found(&rendered), ["wx.html-removed"], "{declaration}");
    }
}

#[test]
fn r15_no_wide_pixel_widths() {
    assert_eq!(found(&render("<section style=\"width:400px\">甲</section>\n")), ["wx.html-removed"]);
    assert!(render("<section style=\"width:300px\">甲</section>\n").html.contains("width:300px"));
}

#[test]
fn r16_soft_breaks() {
    assert_eq!(bare("中文\n中文\nabc\ndef，\n后"), "<p>中文中文 abc def，后</p>");
    assert_eq!(bare("**中文。**\n后"), "<p><strong>中文。</strong>后</p>");
    assert_eq!(
        bare("看[链接](https://a.cn)\n后").split("<section>").next().unwrap(),
        "<p>看<span>链接</span><sup>[1]</sup>后</p>"
    );
}

#[test]
fn r17_hard_breaks() {
    assert_eq!(bare("甲  \n乙\\\n丙 <br> 丁"), "<p>甲<br>乙<br>丙<br>丁</p>");
}

#[test]
fn r18_escaping_and_characters_beyond_the_plane() {
    assert_eq!(
        bare("a < b & c > \"d\" &amp;lt; &#128104;👩‍👩‍👧☺️𠮷"),
        "<p>a &lt; b &amp; c &gt; \"d\" &amp;lt; 👨👩‍👩‍👧☺️𠮷</p>"
    );
    let html = render("![\"a\" \\<b> & c](中.png)").html;
    assert!(html.contains("alt=\"&quot;a&quot; &lt;b&gt; &amp; c\""), "{html}");
}

#[test]
fn r19_invisible_controls_never_appear() {
    assert_eq!(bare("\u{feff}甲\u{202e}乙\u{2066}丙\u{1}丁\u{7}"), "<p>甲乙丙丁</p>");
    let rendered = render("[a](https://a.cn/\u{200b}x) `\u{202e}b`");
    assert_eq!(rendered.links[0].url, "https://a.cn/x");
    assert!(!rendered.html.contains(['\u{200b}', '\u{202e}']));
}

#[test]
fn r20_no_typographic_replacement() {
    assert_eq!(bare("\"a\" -- 'b' ... (c) ——……"), "<p>\"a\" -- 'b' ... (c) ——……</p>");
}

#[test]
fn r21_leading_full_width_spaces_stay() {
    assert_eq!(bare("\u{3000}\u{3000}首行\n\n  缩进"), "<p>\u{3000}\u{3000}首行</p><p>缩进</p>");
}

#[test]
fn r22_emphasis_beside_chinese_punctuation() {
    assert_eq!(
        bare("前**重点（注）**后，10~20元，~~删。~~后，a_b_c"),
        "<p>前<strong>重点（注）</strong>后，10~20元，<del>删。</del>后，a_b_c</p>"
    );
}

#[test]
fn r23_no_blank_is_put_between_scripts() {
    assert_eq!(bare("用Rust写3篇"), "<p>用Rust写3篇</p>");
}

#[test]
fn r24_lists_hold_items_only() {
    assert_eq!(
        bare("- 甲\n  - 乙\n- 丙"),
        "<ul><li><section>甲</section><ul><li><section>乙</section></li></ul></li><li><section>丙</section></li></ul>"
    );
    assert_eq!(
        bare("<ul>散<li>甲</ul>\n"),
        "<ul><li><section>散</section></li><li><section>甲</section></li></ul>"
    );
}

#[test]
fn r25_the_text_of_an_item_stands_in_one_section() {
    assert_eq!(
        bare("1. **甲**：乙\n   续"),
        "<ol><li><section><strong>甲</strong>：乙续</section></li></ol>"
    );
}

#[test]
fn r26_loose_lists_hold_no_paragraphs() {
    assert_eq!(
        bare("- 甲\n\n  乙\n\n- 丙"),
        "<ul><li><section>甲</section><section>乙</section></li><li><section>丙</section></li></ul>"
    );
}

#[test]
fn r27_order_numbers_and_tasks_survive() {
    assert!(bare("3. 甲\n4. 乙").starts_with("<ol start=\"3\"><li>"));
    assert_eq!(
        bare("- [x] 做\n- [ ] 未"),
        "<ul><li><section>☑\u{a0}做</section></li><li><section>☐\u{a0}未</section></li></ul>"
    );
    assert_eq!(
        bare("- 一\n  - 二\n\n    7. 三\n    8. 四\n       - 五"),
        "<ul><li><section>一</section><ul><li><section>二</section><section><section><span>7.</span>\u{a0}三</section></section>\
         <section><section><span>8.</span>\u{a0}四</section><section><section><span>•</span>\u{a0}五</section></section></section></li></ul></li></ul>"
    );
}

#[test]
fn r28_quotation_depth_and_alerts() {
    let html = render("> 外\n>\n> > 内").html;
    assert_eq!(html.matches("border-left:3px solid").count(), 2);
    for (marker, label) in
        [("NOTE", "说明"), ("TIP", "提示"), ("IMPORTANT", "重要"), ("WARNING", "注意"), ("CAUTION", "警告")]
    {
        let text = render(&format!("> [!{marker}]\n> 正文")).text;
        assert_eq!(text, format!("{label}\n正文"));
    }
    assert_eq!(render("> [!note] 自定标题\n> 正文").text, "自定标题\n正文");
    assert_eq!(render("> [!无此] 文").text, "[!无此] 文");
}

#[test]
fn r29_code_keeps_its_lines_and_blanks() {
    assert_eq!(
        bare("```\na  b\n\n\tc d\n```"),
        "<section><pre><code>a\u{a0}\u{a0}b<br>\u{a0}<br>\u{a0}\u{a0}\u{a0}\u{a0}c d</code></pre></section>"
    );
}

#[test]
fn r30_the_text_of_code_is_the_source() {
    let source = "fn main() {\n    println!(\"签发 {}\", 1 + 2);  // 注\n}\n\nlet x = 1;";
    for language in ["rust", "", "nope"] {
        let text = render(&format!("```{language}\n{source}\n```")).text;
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        assert_eq!(lines, source.lines().collect::<Vec<_>>());
    }
}

#[test]
fn r34_tables_scroll_and_cells_carry_their_look() {
    let html = render("| 甲 | 乙 |\n| :-: | --: |\n| 1 | 2 |").html;
    assert!(
        html.contains("overflow-x:auto")
            && html.contains("text-align:center")
            && html.contains("text-align:right")
    );
    for cell in html.split("<t").filter(|piece| piece.starts_with("d ") || piece.starts_with("h ")) {
        let style = cell.split('>').next().unwrap();
        assert!(style.contains("border:") && style.contains("padding:") && style.contains("text-align:"));
        assert!(!style.contains(";width:"));
        assert!(cell.starts_with("d ") || style.contains("min-width:"), "the head keeps its column wide");
    }
    render("<table><tr><td>甲<td colspan=2>乙<tr><th>丙</table>\n");
}

#[test]
fn a_table_that_is_wider_than_a_phone_says_that_it_scrolls() {
    let table = |columns: usize, cell: &str| {
        let row = |cell: &str| format!("|{}\n", format!(" {cell} |").repeat(columns));
        render(&[row("门店"), row("---"), row(cell)].concat())
    };
    // Columns of so many are at least as wide as a short text on one line.
    for (columns, cell, scrolls) in [
        (2, "朝阳路十八号", false),
        (3, "朝阳路十八号院西侧三层，近地铁口", false),
        (4, "两字", false),
        (5, "朝阳路十八号", true),
    ] {
        let text = table(columns, cell).text;
        assert_eq!(text.contains("左右滑动查看"), scrolls, "{columns} {cell}: {text}");
    }
}

#[test]
fn r35_cells_keep_pipes_code_and_emptiness() {
    assert_eq!(
        bare("| a\\|b | `c\\|d` | |\n|-|-|-|\n| **e** | x<br>y | |"),
        "<section><table><thead><tr><th>a|b</th><th><code>c|d</code></th><th></th></tr></thead>\
         <tbody><tr><td><strong>e</strong></td><td>x<br>y</td><td></td></tr></tbody></table></section>"
    );
}

#[test]
fn r36_only_links_to_the_platform_stay() {
    assert_eq!(
        bare("[甲](https://mp.weixin.qq.com/s/abc#rd) <https://mp.weixin.qq.com/s/d>"),
        "<p><a href=\"https://mp.weixin.qq.com/s/abc\">甲</a><a href=\"https://mp.weixin.qq.com/s/d\"> https://mp.weixin.qq.com/s/d</a></p>"
    );
    let rendered = render("[草稿](https://mp.weixin.qq.com/s?tempkey=x)");
    assert_eq!(found(&rendered), ["wx.temporary-link"]);
    assert!(!rendered.html.contains("<a "));
}

#[test]
fn r37_references_are_numbered_once_each() {
    let rendered = render(
        "[甲](https://a.cn/1) [乙](https://b.cn) [再](HTTPS://a.cn/1) <https://c.cn> https://d.cn/x。",
    );
    let numbers: Vec<_> = rendered.links.iter().map(|link| link.number).collect();
    assert_eq!(numbers, [Some(1), Some(2), Some(1), None, None]);
    let (_, list) = rendered.text.split_once("参考链接").unwrap();
    assert_eq!(list.trim(), "[1] 甲\nhttps://a.cn/1\n[2] 乙\nhttps://b.cn");
}

#[test]
fn r38_no_other_schemes() {
    let html = render(
        "[a](#x) [b](mailto:a@b.cn) [c](tel:1) [d](javascript:x) [e](../b/index.md) <a href=\"data:x\">f</a>",
    )
    .html;
    assert!(!html.contains("href"), "{html}");
    for letter in ["a", "b", "c", "d", "e", "f"] {
        assert!(
            html.contains(&format!(">{letter}<")) || html.contains(&format!("> {letter}<")),
            "{letter} in {html}"
        );
    }
}

#[test]
fn r39_headings_hold_no_links() {
    assert!(
        bare("## 看[文档](https://a.cn)和[旧文](https://mp.weixin.qq.com/s/x)")
            .starts_with("<h2>看<span>文档</span><sup>[1]</sup>和<span>旧文</span><sup>[2]</sup></h2>")
    );
}

#[test]
fn r40_footnotes() {
    let rendered =
        render("甲[^b]乙[^a]丙[^b]，未知[^x]\n\n[^a]: 注甲\n\n    第二段\n\n[^b]: 注乙\n\n[^c]: 没用");
    assert_eq!(rendered.text, "甲①乙②丙①，未知[^x]\n脚注\n① 注乙\n② 注甲\n第二段");
    let mut rules = found(&rendered);
    rules.sort_unstable();
    assert_eq!(rules, ["wx.footnote-undefined", "wx.footnote-unused"]);
    let undefined = rendered.findings.iter().find(|finding| finding.rule == "wx.footnote-undefined").unwrap();
    assert_eq!(undefined.place.text(), "[^x]");
}

#[test]
fn r41_long_addresses_can_break() {
    let html = render("[a](https://a.cn/x)").html;
    let address = html.split("<span ").find(|piece| piece.contains("https://a.cn/x")).unwrap();
    assert!(address.contains("word-break:break-all") && html.contains("overflow-wrap:break-word"));
}

#[test]
fn r42_pictures_stand_by_their_digest() {
    let rendered =
        render("![图](中.png) 与 ![](./中.png)\n\n![](%E5%B0%8F.png)\n\n![](https://mmbiz.qpic.cn/x/640)");
    assert_eq!(rendered.pictures.len(), 2);
    assert_eq!(rendered.pictures[0].source.path(), Some("content/甲/中.png"));
    assert_eq!(rendered.html.matches(&format!("src=\"asset:{}\"", rendered.pictures[0].digest)).count(), 2);
    let broken = render("![](没有.png)\n\n![](假.png)\n\n![](../../../etc/x.png)\n\n![](https://a.cn/x.png)");
    assert_eq!(broken.html, "");
    assert_eq!(found(&broken), ["asset.missing", "asset.unreadable", "asset.outside", "asset.remote"]);
    let place = broken.findings.iter().next().unwrap().place.start();
    assert_eq!((place.line, place.column), (1, 1));
}

#[test]
fn r43_alt_and_captions() {
    let html = render("![说明](中.png)").html;
    assert!(html.contains("alt=\"说明\"") && html.contains(">说明</p>"));
    assert_eq!(render("![说明](中.png \"题注\")").text, "题注");
    assert_eq!(render("文中![说明](小.png)一图").text, "文中一图");
    assert!(render("![](中.png)").html.contains("alt=\"\""));
}

#[test]
fn r44_sizes() {
    let style = |markdown: &str| {
        let html = render(markdown).html;
        html.split("<img ").nth(1).unwrap().split('>').next().unwrap().to_owned()
    };
    for (markdown, wide) in [("![](小.png)", false), ("![](中.png)", true), ("![](大.png)", false)] {
        let style = style(markdown);
        assert!(
            style.contains("max-width:100%") && style.contains("height:auto") && style.contains("data-w=")
        );
        assert_eq!(style.contains(";width:100%") || style.contains("\"width:100%"), wide, "{style}");
    }
    assert!(style("![](中.png)").contains("data-ratio=\"0.7500\""));
    let sized = style("<img src=\"中.png\" width=\"50%\">");
    assert!(sized.contains(";width:50%") && !sized.contains(";width:100%"), "{sized}");
}

#[test]
fn r45_links_around_pictures_go_and_sentences_stay_whole() {
    assert_eq!(bare("[![图](小.png)](https://a.cn)").matches("<span").count(), 0);
    let html = bare("前![](小.png)后");
    assert!(html.starts_with("<p>前<img ") && html.ends_with(">后</p>"), "{html}");
}

#[test]
fn r46_no_data_or_file_sources() {
    for url in ["data:image/png;base64,AAAA", "file:///etc/x.png", "blob:x", "//a.cn/x.png"] {
        let rendered = render(&format!("<img src=\"{url}\">"));
        assert_eq!(found(&rendered), ["asset.remote"], "{url}");
        assert_eq!(rendered.html, "");
    }
}

#[test]
fn r52_the_same_bytes_every_time() {
    let first = render(RICH);
    let second = render(RICH);
    assert_eq!(first.html, second.html);
    assert_eq!(first.sources, second.sources);
    insta::assert_snapshot!(first.html.replace('>', ">\n"));
}

#[test]
fn r53_counts_and_limits() {
    let rendered = render("签发 abc");
    assert_eq!(rendered.stats.characters, rendered.html.chars().count());
    assert_eq!(rendered.stats.bytes, rendered.html.len());
    assert_eq!((rendered.stats.han, rendered.stats.words), (2, 1));
    assert_eq!(found(&render(&"字".repeat(20_001))), ["wx.content-length"]);
    let large = render(&"字".repeat(333_400));
    assert!(large.findings.reach(qianfa::finding::Severity::Error));
}

#[test]
fn r54_a_fragment_has_nothing_left_to_clean() {
    let first = render(RICH);
    assert_eq!(fragment::check(&first.html), []);
    let joined = |text: &str| text.replace('\u{a0}', " ").replace(['\n', '\t'], "");
    // Fed back as raw HTML, the visible text and the structure come out again.
    let again = render(&first.html.replace("asset:sha256:", "https://mmbiz.qpic.cn/"));
    assert_eq!(joined(&again.text), joined(&first.text));
}

#[test]
fn r55_nothing_is_fetched() {
    let files = Files::pictures();
    let rendered = render_in(
        &files,
        "![](https://example.invalid/a.png) <img src=http://example.invalid/b.png>",
        Format::Article,
    );
    assert_eq!(found(&rendered), ["asset.remote", "asset.remote"]);
}
