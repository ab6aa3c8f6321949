//! Raw HTML, case by case: what each element becomes, what is told, and what hostile HTML costs.

use super::{bare, found, render};
use qianfa::render::fragment;

/// Renders; the fragment must keep its rules.
fn sound(text: &str) -> qianfa::render::Rendered {
    let rendered = render(text);
    assert_eq!(fragment::check(&rendered.html), [], "{text:.200}");
    rendered
}

/// The text that readers get, when nothing may be reported.
fn quiet(text: &str) -> String {
    let rendered = sound(text);
    assert!(rendered.findings.is_empty(), "{text}: {:?}", found(&rendered));
    rendered.text
}

#[test]
fn r49_definition_lists_look_like_those_of_markdown() {
    let html = sound("<dl><dt>苹果</dt><dd>水果</dd><dt>橙子</dt><dd>也是</dd></dl>\n").html;
    assert_eq!(html, sound("苹果\n: 水果\n\n橙子\n: 也是\n").html);
    assert_eq!(html, sound("<DL>\n<DT>苹果\n<DD>水果\n<DT>橙子\n<DD>也是\n</DL>\n").html, "open tags");
    let nested = sound("<dl><dt>甲<dd>一<dl><dt>乙<dd>二</dl>三<dd>四</dl>\n");
    assert_eq!(nested.text, "甲\n一\n乙\n二\n三\n四");
    let rich = sound("<dl><dt>词</dt><dd><p>一</p><ul><li>二</li></ul></dd></dl>\n\n后\n");
    assert_eq!(rich.text, "词\n一\n二\n后");
    assert!(rich.html.contains("<li"));
}

#[test]
fn r49_fonts_keep_colour_and_a_size_that_phones_have_room_for() {
    for (size, wanted) in [
        ("1", Some(".75em")),
        ("3", None),
        ("5", Some("1.25em")),
        ("7", Some("1.75em")),
        ("99", Some("1.75em")),
        ("+1", Some("1.125em")),
        ("-1", Some(".875em")),
        ("大", None),
    ] {
        let html = sound(&format!("甲<font size={size} color='red'>乙</font>丙\n")).html;
        let html = html.split_once('甲').unwrap().1;
        assert_eq!(html.contains("font-size"), wanted.is_some(), "{html}");
        assert!(wanted.is_none_or(|wanted| html.contains(&format!("font-size:{wanted}"))), "{html}");
        assert!(html.contains("color:") && html.contains("乙</span>丙"), "{html}");
    }
    assert_eq!(bare("甲<font face=\"宋体\">乙</font>\n"), "<p>甲乙</p>");
    assert!(sound("<big>大</big>\n").html.contains("font-size:1.125em"));
}

#[test]
fn r49_paragraphs_look_like_those_of_markdown_around_them() {
    assert_eq!(sound("<blockquote><p>引</p></blockquote>\n").html, sound("> 引\n").html);
    assert_eq!(sound("<p>甲</p>\n").html, sound("甲\n").html);
}

#[test]
fn r49_old_alignments_become_styles() {
    for text in [
        "<center>中</center>\n",
        "<div align=center>中</div>\n",
        "<P ALIGN='CENTER'>中</P>\n",
        "<h2 align=\"center\">中</h2>\n",
    ] {
        let html = sound(text).html;
        assert!(html.contains("text-align:center") && html.contains('中'), "{text}: {html}");
        assert!(!html.contains(" align"), "{html}");
    }
    let table =
        "<table><tr><td width=\"30%\" bgcolor=\"#eeeeee\">甲</td><td width=120>乙</td></tr></table>\n";
    let html = sound(table).html;
    assert!(html.contains("width:30%") && !html.contains("120"), "{html}");
    assert!(html.contains("#eee"), "{html}");
}

#[test]
fn r49_small_elements_keep_their_text() {
    for (text, wanted) in [
        ("他说<q>好</q>。", "他说“好”。"),
        ("<q>开着", "“开着”"),
        ("<abbr title=\"超文本\">HTML</abbr>很老", "HTML很老"),
        ("很<wbr>长<nobr>不断</nobr>", "很长不断"),
        ("<tt>a</tt><samp>b</samp><cite>书</cite><dfn>词</dfn><var>x</var>", "ab书词x"),
        ("甲<br/>乙<BR>丙<br />丁", "甲\n乙\n丙\n丁"),
        ("a &lt;b&gt; &amp; &copy; &#20013;&nbsp;文", "a <b> & © 中\u{a0}文"),
    ] {
        let seen = quiet(&format!("{text}\n")).replace(' ', "\u{a0}");
        assert_eq!(seen, wanted.replace(' ', "\u{a0}"), "{text}");
    }
    assert!(bare("<tt>a</tt>\n").contains("<code"));
}

#[test]
fn r49_folds_and_figures_keep_all_their_text() {
    let html =
        sound("<details open>\n<summary>**题**与<b>粗</b></summary>\n\n里 **重**\n\n</details>\n\n后\n").html;
    assert!(
        html.contains("font-weight:600") && html.contains("<strong") && !html.contains("details"),
        "{html}"
    );
    let text = quiet("<figure><blockquote>引</blockquote><figcaption>注</figcaption></figure>\n");
    assert_eq!(text, "引\n注");
}

#[test]
fn r48_blocks_of_markdown_and_broken_tags_mend() {
    assert_eq!(quiet("<div>\n\n- 甲\n- 乙\n\n</div>\n\n后\n"), "甲\n乙\n后");
    assert_eq!(quiet("<div><p>甲<b>乙<i>丙</b>丁</p>\n\n后 **重**\n"), "甲乙丙丁\n后 重");
    assert_eq!(quiet("</div></p>甲\n\n</section>\n\n乙\n"), "甲\n乙");
    assert_eq!(quiet("<UL>\n<LI>甲\n<LI>乙\n</UL>\n"), "甲\n乙");
    let table = quiet("<table><tr><td>甲<td>乙<tr><td>丙</table>\n\n后\n");
    assert_eq!(table.split_whitespace().collect::<String>(), "甲乙丙后");
}

#[test]
fn r47_attributes_in_any_quotes_are_filtered() {
    for text in [
        "<p style='color:#333;position:fixed'>甲</p>\n",
        "<p style=color:#333;position:fixed>甲</p>\n",
        "<P STYLE=\"COLOR:#333;POSITION:FIXED\">甲</P>\n",
    ] {
        let rendered = sound(text);
        assert!(rendered.html.contains("color:#333") && !rendered.html.contains("osition"), "{text}");
        assert_eq!(found(&rendered), ["wx.html-removed"], "{text}");
    }
}

#[test]
fn r47_hidden_content_vanishes_and_each_removal_is_told_at_its_line() {
    let text = "甲\n\n<style>\np { color: red }\n\n</style>\n\n乙 <!-- 一 -- 二 > 三 --> 丙\n\n<![CDATA[ 里 > 面 ]]>\n\n<video controls><object>丁</object>戊</video>\n\n己\n";
    let rendered = sound(text);
    assert_eq!(rendered.text, "甲\n乙 丙\n己");
    let lines: Vec<usize> =
        rendered.findings.iter().map(|one| text[..one.place.range().start].lines().count() + 1).collect();
    assert_eq!(found(&rendered), ["wx.html-removed"; 3]);
    assert_eq!(lines, [3, 10, 12]);
}

#[test]
fn r47_an_open_video_hides_no_more_than_its_block() {
    assert_eq!(sound("<video src=a>甲\n\n后\n").text, "后");
    assert_eq!(sound("句<iframe src=a>里\n\n后\n").text, "句\n后");
}

#[test]
fn hostile_html_stays_shallow_and_small() {
    for tag in
        ["div", "b", "font size=5", "blockquote", "ul><li", "dl><dt>甲<dd", "table><tr><td", "q", "center"]
    {
        let rendered = sound(&format!("<p>始</p>{}文\n\n后\n", format!("<{tag}>").repeat(10_000)));
        assert!(rendered.text.starts_with('始') && rendered.text.contains('文'), "{tag}");
        assert!(rendered.text.trim_end_matches(['”', '\n']).ends_with('后'), "{tag}");
        assert!(rendered.html.matches("<section").count() < 50, "{tag}");
    }
    let closing = sound(&format!("{}{}\n", "<div>文".repeat(10_000), "</p></b></div>".repeat(10_000)));
    assert_eq!(closing.text.matches('文').count(), 10_000);
    let long = "x".repeat(1 << 20);
    let rendered = sound(&format!("<p title=\"{long}\" style='color:{long}' {long}=1>甲</p>\n"));
    assert_eq!(rendered.text, "甲");
    assert!(rendered.html.len() < 1000);
}

#[test]
fn lines_and_gaps_of_page_editors_are_dividers_or_nothing() {
    for (html, expected) in [
        (
            "<section style=\"margin:10px 0\"><section style=\"height:1px;background:#ccc\"></section></section>",
            "<hr>",
        ),
        (
            "<section style=\"height:1px;line-height:0;background-color:rgb(200,0,0)\"><svg viewBox=\"0 0 1 1\"></svg></section>",
            "<hr>",
        ),
        ("<section style=\"width:0;height:0\"><svg viewBox=\"0 0 1 1\"></svg></section>", ""),
        ("<p style=\"height:1px\"><br></p>", ""),
        ("<svg viewBox=\"0 0 1 1\" style=\"float:left\"></svg>", ""),
        (
            "<section><svg width=\"100\" height=\"2\"><rect width=\"100\" height=\"2\"/></svg></section>",
            "<hr>",
        ),
        ("<section style=\"height:2px\">有字</section>", "<p>有字</p>"),
    ] {
        let rendered = super::render(&format!("前\n\n{html}\n\n后"));
        let shown =
            super::bare(&format!("前\n\n{html}\n\n后")).replace("<section>", "").replace("</section>", "");
        assert_eq!(shown, format!("<p>前</p>{expected}<p>后</p>"), "{html}");
        assert!(
            rendered.pictures.is_empty() && rendered.findings.is_empty() != html.contains("有字"),
            "{html}: {:?}",
            rendered.findings
        );
    }
}
