//! The traps of Markdown in Chinese text, one test each: what writers paste never shows up raw.

use qianfa::site::{Format, Math, RenderOptions, Spacing};
use qianfa::source::markdown::{Event, events};

use super::{Files, bare, found, render, render_as};

fn first(markdown: &str) -> String {
    let html = bare(markdown);
    html.split("<section><p>参考链接").next().unwrap_or_default().to_owned()
}

#[test]
fn trap_01_emphasis_next_to_full_width_punctuation() {
    assert_eq!(bare("**重点（加粗）**后"), "<p><strong>重点（加粗）</strong>后</p>");
}

#[test]
fn trap_02_a_single_tilde_is_a_range() {
    assert_eq!(bare("10~20、1~3 天、H~2~O"), "<p>10~20、1~3 天、H~2~O</p>");
    assert_eq!(bare("约~5 与~~删~~"), "<p>约~5 与<del>删</del></p>");
}

#[test]
fn trap_03_soft_breaks_between_chinese_vanish() {
    assert_eq!(bare("中文\n中文\r\n（注）\nGit\n中文，\n后"), "<p>中文中文（注） Git 中文，后</p>");
}

#[test]
fn trap_04_every_line_end_counts_when_asked() {
    let options = RenderOptions { breaks: true, ..RenderOptions::default() };
    let html = render_as("一\n二\n\n- 三\n  四", &options).html;
    assert!(html.contains("一<br>二") && html.contains("三<br>四"), "{html}");
}

#[test]
fn trap_05_full_width_look_alikes_are_text() {
    assert_eq!(
        bare("＃题\n\n１．项\n\n－项\n\n＞引\n\n1.文字"),
        "<p>＃题</p><p>１．项</p><p>－项</p><p>＞引</p><p>1.文字</p>"
    );
}

#[test]
fn trap_06_money_is_no_formula() {
    assert_eq!(
        bare("$5 到 $6，售价$5，**限时**原价$10"),
        "<p>$5 到 $6，售价$5，<strong>限时</strong>原价$10</p>"
    );
    assert_eq!(bare(r"\(x\) 与 \[y\]"), "<p>(x) 与 [y]</p>");
    let formulas = |text: &str| {
        let is = |event: &Event<'_>| matches!(event, Event::InlineMath(_) | Event::DisplayMath(_));
        events(text, 0..text.len()).iter().filter(|(event, _)| is(event)).count()
    };
    assert_eq!(formulas("设$x$与$\\alpha_1$，$$\nE=mc^2\n$$\n`$a$` $5$10"), 3);
    assert_eq!(formulas("共 $99$ 人，$1/2$"), 2);
    let off = RenderOptions { math: Math::False, ..RenderOptions::default() };
    assert!(render_as("设$x^2$，**重**", &off).text.contains("$x^2$"));
}

#[test]
fn trap_07_addresses_end_before_chinese() {
    for (text, address) in [
        ("见https://example.com/x。下一句", "https://example.com/x"),
        ("（https://a.cn/x）", "https://a.cn/x"),
        ("(https://a.cn/x).", "https://a.cn/x"),
        ("《https://a.cn/x》", "https://a.cn/x"),
        ("“https://a.cn/x”", "https://a.cn/x"),
        ("https://a.cn/x，https", "https://a.cn/x"),
        ("https://a.cn/docs查看", "https://a.cn/docs"),
        ("https://a.cn/?q=中文&x=1，", "https://a.cn/?q=中文&amp;x=1"),
        ("https://zh.wikipedia.org/wiki/中文", "https://zh.wikipedia.org/wiki/中文"),
        ("https://a.cn/%E4%B8%AD、", "https://a.cn/%E4%B8%AD"),
        ("www.a.cn/b。", "www.a.cn/b"),
        ("<https://a.cn/中(x)>", "https://a.cn/中(x)"),
        ("https://a.cn/(x)", "https://a.cn/(x)"),
        ("https://a.cn/x, y", "https://a.cn/x"),
        ("**https://a.cn/x**后", "https://a.cn/x"),
        ("https://a.cn/a\u{200b}b", "https://a.cn/ab"),
        ("| https://a.cn/x | y |\n|-|-|\n", "https://a.cn/x"),
    ] {
        let html = bare(text);
        assert!(html.contains(&format!("<span>{address}</span>")), "{text}: {html}");
    }
    assert_eq!(bare("写信到a@b.cn，或 <a@b.cn>"), "<p>写信到a@b.cn，或 <span>a@b.cn</span></p>");
}

#[test]
fn trap_08_a_line_under_text_is_a_heading_and_a_hint() {
    assert_eq!(bare("正文\n---\n后"), "<h2>正文</h2><p>后</p>");
}

#[test]
fn trap_09_forms_of_other_editors() {
    assert_eq!(bare("前==标记==，%%备注%%后"), "<p>前<mark>标记</mark>，后</p>");
    assert_eq!(bare("见[[winter|冬至]]与[[summer]]"), "<p>见冬至与summer</p>");
    assert_eq!(bare("前\n\n%%\n备注\n\n- 项\n%%\n\n后"), "<p>前</p><p>后</p>");
    assert_eq!(bare("前\n%% 一行 %%\n后"), "<p>前后</p>");
    assert!(bare("![[小.png|100]]").contains("<img src=\"asset:sha256:"));
    assert!(bare("![[小.png|题注]]").contains("<p>题注</p>"));
    assert_eq!(
        bare("`==a==` `%%b%%` `[[c]]`"),
        "<p><code>==a==</code>\u{a0}<code>%%b%%</code>\u{a0}<code>[[c]]</code></p>"
    );
    assert_eq!(bare("```mermaid\n```\n\n```\n%% 注 %%\n==a==\n```").matches("%% 注 %%<br>==a==").count(), 1);
    for (text, expected) in [
        ("> [!note] 标题\n> 文", "标题\n文"),
        ("> [!tip]- 标题 **粗**\n> 文", "标题 粗\n文"),
        ("> [!WARNING]+\n> 文", "注意\n文"),
        ("> [!注意]\n> 文", "注意\n文"),
        ("> [!危险] 别碰\n> 文", "别碰\n文"),
        ("> [!info]\n> 文", "信息\n文"),
        ("> [!quote]\n> 文", "文"),
        ("> [!无此] 题\n> 文", "[!无此] 题文"),
    ] {
        let rendered = render(text);
        assert_eq!(rendered.text, expected, "{text}");
    }
}

#[test]
fn trap_10_what_editors_and_pages_leave_behind() {
    assert_eq!(bare("\u{feff}# 题\r\n\r\n文\r\n续\r\n"), "<h1>题</h1><p>文续</p>");
    assert_eq!(
        bare("#\u{a0}题\n\n##\u{3000}次\n\n-\u{a0}项"),
        "<h1>题</h1><h2>次</h2><ul><li><section>项</section></li></ul>"
    );
    assert_eq!(
        bare("-\t甲\n\t-\t乙"),
        "<ul><li><section>甲</section><ul><li><section>乙</section></li></ul></li></ul>"
    );
    assert_eq!(bare("    #\u{a0}代码").matches("#\u{a0}代码").count(), 1);
}

#[test]
fn trap_11_disguises_go_and_emoji_stay() {
    let text = render("甲\u{202e}乙\u{2066}丙👨‍👩‍👧☺️🇨🇳👍🏽𠮷").text;
    assert_eq!(text, "甲乙丙👨‍👩‍👧☺️🇨🇳👍🏽𠮷");
    assert_eq!(bare(":smile: 与 (c)"), "<p>:smile: 与 (c)</p>");
}

#[test]
fn ruby_dots_and_underlines() {
    let pair = "<ruby>签<rt>qiān</rt>发<rt>fā</rt></ruby>";
    assert_eq!(bare("{签发|qiān fā}篇"), format!("<p>{pair}篇</p>"));
    assert_eq!(bare("{签发|qiān|fā}篇[签]{qiān}"), format!("<p>{pair}篇<ruby>签<rt>qiān</rt></ruby></p>"));
    assert_eq!(render("{签发|qiān fā}篇").text, "签发篇");
    let html = render("[重点]{.dots}与[**重**]{.着重}").html;
    assert_eq!(html.matches("text-emphasis:").count(), 2, "{html}");
    assert_eq!(bare("++线++与C++"), "<p><u>线</u>与C++</p>");
    assert_eq!(bare("{start|stop} [a-z]{2,3} {{x|y}} a==b"), "<p>{start|stop} [a-z]{2,3} {{x|y}} a==b</p>");
}

#[test]
fn r23_gaps_between_scripts_when_asked() {
    let options = RenderOptions { spacing: Spacing::Thin, ..RenderOptions::default() };
    let spaced = |text: &str| {
        let html = render_as(text, &options).html;
        let mut out = String::new();
        let mut rest = html.as_str();
        while let Some(at) = rest.find(" style=\"") {
            out.push_str(&rest[..at]);
            rest = rest[at + 8..].split_once('"').unwrap().1;
        }
        (out + rest).replace('\u{2009}', "|")
    };
    for (text, part) in [
        ("用Rust写3篇，约3.5%", "用|Rust|写|3|篇，约|3.5%"),
        ("签**Git**发", "签<strong>|Git</strong>|发"),
        ("用 Rust 写", "用 Rust 写"),
        ("用\nRust\n写", "用 Rust 写"),
        ("装`npm包`好", "装<code>npm包</code>好"),
        ("见https://a.cn/wiki/中文a。", "<span>https://a.cn/wiki/中文a</span>。"),
        ("改index.md与图1.png，<kbd>按A键</kbd>", "改index.md与图1.png，<kbd>按A键</kbd>"),
        ("“Git”（Rust）", "“Git”（Rust）"),
        ("[看Git](https://a.cn/中b)", "看|Git"),
        ("[看Git](https://a.cn/中b)", ">https://a.cn/中b<"),
        ("![图A](小.png)", "alt=\"图A\""),
        ("| 用Git |\n|-|\n", "用|Git"),
        ("```\n用Git\n```", "<code>用Git"),
    ] {
        let html = spaced(text);
        assert!(html.contains(part), "{text}: {html}");
    }
    assert!(!render("用Rust写").html.contains('\u{2009}'));
}

#[test]
fn rules_read_the_words_inside_every_construct() {
    let plain = |text: &str| {
        let file = std::sync::Arc::new(qianfa::source::SourceFile::new("a.md", text));
        let mut plain = qianfa::source::plain::Plain::new();
        plain.add_markdown(&file, 0..text.len());
        plain
    };
    let read = plain("全国==最==佳++第一++[绝对]{.dots}{最好|zuì hǎo}[[a|顶级]]%%内部%%。");
    assert_eq!(read.block_text(0), "全国最佳第一绝对最好顶级。");
    assert_eq!(read.block_text(1), "zuì hǎo");
    assert_eq!(read.comments[0].text, "内部");
    let at = read.text().find("最佳").unwrap();
    assert_eq!(read.place(at..at + 6).unwrap().text(), "最==佳");
    let read = plain("前\n\n%%\n内部\n\n%%\n\n后");
    assert_eq!((read.text(), read.comments.len()), ("前\n后", 1));
}

#[test]
fn an_unknown_picture_of_another_editor_is_found() {
    assert_eq!(found(&render_in_files("![[没有.png|300]]")), ["asset.missing"]);
}

fn render_in_files(markdown: &str) -> qianfa::render::Rendered {
    super::render_in(&Files::default(), markdown, Format::Article)
}

#[test]
fn notes_alone_leave_nothing() {
    assert_eq!(first("%% 只有备注 %%"), "");
    assert_eq!(render("%%\n只有\n\n备注\n%%").html, "");
}

#[test]
fn lines_that_begin_with_blanks_begin_paragraphs() {
    let pasted = "引子\n　　第一段，\n接着。\n　　第**二**段  \n　　第三段\n";
    assert_eq!(
        bare(pasted),
        "<p>引子</p><p>　　第一段，接着。</p><p>　　第<strong>二</strong>段</p><p>　　第三段</p>"
    );
    assert_eq!(bare("> 　　甲\n> 　　乙").matches("<p>").count(), 2);
    assert_eq!(bare("甲　　乙\n丙"), "<p>甲　　乙丙</p>");
    assert_eq!(bare("**粗\n　　还是粗**"), "<p><strong>粗　　还是粗</strong></p>");
    assert_eq!(bare("```\n　　甲\n　　乙\n```").matches("　　").count(), 2);
}

#[test]
fn footnotes_may_stand_where_they_are_used() {
    let rendered = render("甲^[见 **附录** 与[官网](https://a.cn)。]后，乙[^a]，丙^[再见]。\n\n[^a]: 名\n");
    assert_eq!(
        rendered.text,
        "甲①后，乙②，丙③。\n脚注\n① 见 附录 与官网[1]。\n② 名\n③ 再见\n参考链接\n[1] 官网\nhttps://a.cn"
    );
    assert!(found(&rendered).is_empty(), "{:?}", rendered.findings);
    assert_eq!(render("- 项^[注 一]\n\n| 甲^[注 二] |\n|-|\n").text.matches("注 ").count(), 2);
    assert_eq!(render("外^[里^[最里 面]外 面]").text, "外①\n脚注\n① 里②外 面\n② 最里 面");
    for pattern in ["正则 ^[a-z]+$", "注^[1]", "没完^[一 二", "`^[一 二]`", r"\^[一 二]"] {
        assert!(!render(pattern).text.contains("脚注"), "{pattern}");
    }
}

#[test]
fn exponents_rise_and_faces_stay() {
    assert_eq!(
        bare("x^2^ 与 30 米^2^，e^-x^，Qianfa^®^"),
        "<p>x<sup>2</sup> 与 30 米<sup>2</sup>，e<sup>-x</sup>，Qianfa<sup>®</sup></p>"
    );
    for face in ["你好^_^", "(^o^)/", "好^o^好", "a ^ b ^ c", "2^10", "`x^2^`", r"x\^2\^"] {
        assert!(!bare(face).contains("<sup>"), "{face}");
    }
}

#[test]
fn what_would_show_as_written_is_reported_by_rendering_and_by_check_at_the_same_places() {
    for (text, rule, at) in [
        ("| 甲 | 乙 |\n| 1 | 2 |", "md.raw", 0..23),
        ("!!! note \"题\"\n    文", "md.raw", 0..14),
        ("[字]{.red}", "md.raw", 5..11),
        ("[链](https://a.cn){.blank}", "md.raw", 19..27),
        ("`码`{.rust}", "md.raw", 5..12),
        ("H~2~O", "md.raw", 1..4),
        ("[文](https://a.cn/a b)", "md.reference", 0..23),
        ("[文]（https://a.cn）", "md.reference", 0..23),
        ("[文](https://a.cn）", "md.reference", 0..21),
        ("【文】(https://a.cn)", "md.reference", 0..23),
        ("[文] (https://a.cn)", "md.reference", 0..20),
        ("[文][没有]", "md.reference", 0..13),
        ("##标题", "md.marker", 0..2),
        ("－ 项", "md.marker", 0..3),
        ("<![CDATA[ 文 ]]>", "wx.html-removed", 0..17),
    ] {
        let rendered = render(text);
        let findings: Vec<_> = rendered.findings.iter().map(|one| (one.rule, one.place.range())).collect();
        assert_eq!(findings, [(rule, at.clone())], "{text}");
        let front = "---\nuid: aaaaaaaa\ntitle: 题\n---\n";
        let config = "version: 1\nname: 站\nzone: Asia/Shanghai\naccounts: {main: {kind: service}}\n";
        let files = [("qianfa.yaml", config.to_owned()), ("content/a.md", format!("{front}{text}\n"))];
        let tree: qianfa::source::tree::MemoryTree = files.into_iter().collect();
        let site = qianfa::site::load(&tree).site.unwrap();
        let checked = qianfa::rules::check(&site, &tree, None).findings;
        let same = |one: &qianfa::finding::Finding| {
            let range = one.place.range();
            findings.contains(&(
                one.rule,
                range.start.saturating_sub(front.len())..range.end.saturating_sub(front.len()),
            ))
        };
        assert!(checked.iter().any(same), "{text}: {checked:?}");
    }
}

#[test]
fn what_looks_like_a_trap_and_is_none_is_not_reported() {
    for text in [
        "文 | 张三\n图 | 李四",
        "| 甲 | 乙 |\n|-|-|\n| 1 | 2 |",
        "10~20~30 元，A~B~C",
        "!!! 太好了",
        "【公告】（试行）",
        "[1][2] 数组[0](见下)",
        "模板 {.Title}，集合 (a){1}",
        "[字]{.dots}",
        "![图](小.png){.left}",
        r"\[文\](a b)",
        "`[文](a b)` `| a | b |` `x{.y}`",
        "    | 甲 | 乙 |\n    | 1 | 2 |",
    ] {
        assert_eq!(found(&render(text)), [""; 0], "{text}");
    }
}
