use proptest::prelude::*;

use super::*;

/// A short spelling of events: `<strong>`, text as it is.
fn show(text: &str) -> String {
    events(text, 0..text.len())
        .into_iter()
        .map(|(event, _)| match event {
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => String::new(),
            Event::Start(Tag::Strong) => "<b>".into(),
            Event::End(TagEnd::Strong) => "</b>".into(),
            Event::Start(Tag::Emphasis) => "<i>".into(),
            Event::End(TagEnd::Emphasis) => "</i>".into(),
            Event::Start(Tag::Strikethrough) => "<s>".into(),
            Event::End(TagEnd::Strikethrough) => "</s>".into(),
            Event::Start(Tag::Link { dest_url, .. }) => format!("<{dest_url}>"),
            Event::End(TagEnd::Link) => "</>".into(),
            Event::Text(text) => text.to_string(),
            Event::Code(text) => format!("`{text}`"),
            Event::Start(Tag::Mark) => "<m>".into(),
            Event::End(TagEnd::Mark) => "</m>".into(),
            Event::Start(Tag::Underline) => "<u>".into(),
            Event::End(TagEnd::Underline) => "</u>".into(),
            Event::Start(Tag::Superscript) => "<sup>".into(),
            Event::End(TagEnd::Superscript) => "</sup>".into(),
            Event::Start(Tag::Dots) => "<d>".into(),
            Event::End(TagEnd::Dots) => "</d>".into(),
            Event::Start(Tag::Ruby) => "<r>".into(),
            Event::End(TagEnd::Ruby) => "</r>".into(),
            Event::Reading(text) => format!("({text})"),
            Event::Comment(text) => format!("%{text}%"),
            Event::InlineMath(text) => format!("${text}$"),
            Event::Start(Tag::WikiLink { target, heading, labelled }) => {
                format!("[{target}#{heading}{}", if labelled { "|" } else { ">" })
            }
            Event::End(TagEnd::WikiLink) => "]".into(),
            Event::Start(Tag::Image { dest_url, width, .. }) => format!("![{dest_url} {width:?} "),
            Event::End(TagEnd::Image) => "!]".into(),
            Event::SoftBreak => "⏎".into(),
            other => format!("{other:?}"),
        })
        .collect()
}

#[test]
fn ranges_of_blanks_and_of_lines_without_text_are_ranges() {
    for text in ["t\n \\\n: h", "%%\n\t>\n: ￥%%\n\t=", "    +\n%%：\n%%\n    <", ">=\n>\\\n: （"] {
        for (_, range) in events(text, 0..text.len()) {
            assert!(text.get(range.clone()).is_some(), "{text:?} {range:?}");
        }
    }
    assert_eq!(show("%%\n> 内部\n%%\n\n后"), "%> 内部%后");
}

#[test]
fn unusual_blanks_make_no_code_of_items() {
    for (text, shown) in [
        ("-\u{3000}\u{3000}丁", "\u{3000}丁"),
        ("*\u{a0}\u{a0}\u{a0}丙", "\u{a0}丙"),
        ("%%\n0}✗%%\u{3000}", "%0}✗%"),
    ] {
        let said = show(text);
        assert!(said.contains(shown) && !said.contains("CodeBlock"), "{said}");
        for (_, range) in events(text, 0..text.len()) {
            assert!(text.get(range.clone()).is_some(), "{text:?} {range:?}");
        }
    }
}

#[test]
fn emphasis_beside_chinese_punctuation() {
    for (text, expected) in [
        ("**中文（注）**后文", "<b>中文（注）</b>后文"),
        ("他说**重点：**接着", "他说<b>重点：</b>接着"),
        ("2024年**50%**增长", "2024年<b>50%</b>增长"),
        ("**《广告法》**第九条", "<b>《广告法》</b>第九条"),
        ("依据**《广告法》**第九条", "依据<b>《广告法》</b>第九条"),
        ("~~删除。~~后", "<s>删除。</s>后"),
        ("前***“都要”***后", "前<b>“都要”</b>后"),
        ("*着重。*后", "<i>着重。</i>后"),
        ("他叫**卡尔·**马", "他叫<b>卡尔·</b>马"),
        ("**“引号”**后", "<b>“引号”</b>后"),
        ("**很好😀**后", "<b>很好😀</b>后"),
        ("打**`code`**吧", "打<b>`code`</b>吧"),
        ("看**[链接](https://a.cn)**吧", "看<b><https://a.cn>链接</></b>吧"),
        (r"不要\*强调。\*后", "不要*强调。*后"),
        ("用`**代码：**甲`写", "用`**代码：**甲`写"),
        ("snake_case_name_和", "snake_case_name_和"),
    ] {
        let shown = show(text).replace("<i><b>", "<b>").replace("</b></i>", "</b>");
        assert_eq!(shown, expected, "{text}");
    }
}

#[test]
fn constructs_inside_text() {
    for (text, expected) in [
        ("前==重点==后，==**粗**体==", "前<m>重点</m>后，<m><b>粗</b>体</m>"),
        ("**==甲==**==乙====丙==", "<b><m>甲</m></b><m>乙</m><m>丙</m>"),
        ("==甲**乙==丙**", "==甲<b>乙==丙</b>"),
        ("`==甲==` \\==甲== a==b && c==d == 题 ==", "`==甲==` ==甲== a==b && c==d == 题 =="),
        ("C++语言和C++标准，++下划线++，i++ 和 j++", "C++语言和C++标准，<u>下划线</u>，i++ 和 j++"),
        ("用 ++i，用 C++，++A级++和++A++", "用 ++i，用 C++，<u>A级</u>和<u>A</u>"),
        ("[重点]{.dots}和[**粗**]{.着重}与[甲]{.x}", "<d>重点</d>和<d><b>粗</b></d>与[甲]{.x}"),
        (
            "{签发|qiān fā}、[签]{qiān}、{签发|qiān|fā}、{签发|qiānfā}",
            "<r>签(qiān)发(fā)</r>、<r>签(qiān)</r>、<r>签(qiān)发(fā)</r>、<r>签发(qiānfā)</r>",
        ),
        ("systemctl {start|stop} [a-z]{2,3} {{ x | y }}", "systemctl {start|stop} [a-z]{2,3} {{ x | y }}"),
        ("前%%内部**备注**%%后 %%一\n二%% 5%% 涨", "前%内部**备注**%后 %一\n二% 5%% 涨"),
        ("==甲%%乙==丙%%丁==", "<m>甲%乙==丙%丁</m>"),
        (
            "[[winter]]与[[winter|冬至]]、[[winter#二]]、[[#二]]",
            "[winter#>winter]与[winter#|冬至]、[winter#二>winter]、[#二>二]",
        ),
        (
            "[[my_note_a*b*c]] \\[[x]] a[[1]] [[1]](https://a.cn) [[1,2],[3]]",
            "[my_note_a*b*c#>my_note_a*b*c] [[x]] a[[1]] <https://a.cn>[1]</> [[1,2],[3]]",
        ),
        (
            "![[图 1.png|300]]![[a.jpg|说明]]![[a.webp|说明|30x20]]![[note]]",
            "![图 1.png Some(300) !]![a.jpg None 说明!]![a.webp Some(30) 说明!]![note#>note]",
        ),
        (
            "**甲****乙**，~~甲~~~~乙~~，*甲**乙*，**a****b**",
            "<b>甲</b><b>乙</b>，<s>甲</s><s>乙</s>，<i>甲</i><i>乙</i>，<b>a****b</b>",
        ),
        ("售价$5，**限时**原价$10，公式$x^2$", "售价$5，<b>限时</b>原价$10，公式$x^2$"),
    ] {
        let shown = show(text).replace("[note", "![note").replace("!![", "![");
        assert_eq!(shown, expected, "{text}");
    }
}

#[test]
fn names_and_ruby_in_tables() {
    let shown = show("| [[a\\|甲]] | {签\\|qiān} | ![[b.png\\|30]] |\n|-|-|-|\n");
    assert!(shown.contains("[a#|甲]") && shown.contains("<r>签(qiān)</r>"), "{shown}");
    assert!(shown.contains("![b.png Some(30) !]"), "{shown}");
}

#[test]
fn notes_over_several_blocks_vanish() {
    assert_eq!(show("前\n\n%%\n内部\n\n- 项\n%%\n\n后"), "前%内部\n\n- 项%后");
    assert!(show("- 甲\n\n  %%\n  内部\n  %%\n- 乙").contains("%内部%"));
}

#[test]
fn a_single_tilde_is_a_range() {
    assert_eq!(show("每天10~20元，**约30~40件**，1~3 天"), "每天10~20元，<b>约30~40件</b>，1~3 天");
    assert_eq!(show("~单~ ~~双~~"), "~单~ <s>双</s>");
    assert_eq!(show(r"\~~双~~"), "~~双~~");
    assert_eq!(show("https://a.cn/~me/ 好"), "<https://a.cn/~me/>https://a.cn/~me/</> 好");
}

#[test]
fn bare_addresses_end_before_chinese() {
    for (text, expected) in [
        ("见https://example.com/x。下一句", "见<https://example.com/x>https://example.com/x</>。下一句"),
        ("https://example.com请看", "<https://example.com>https://example.com</>请看"),
        ("（https://a.cn/b_c_d?x=1）", "（<https://a.cn/b_c_d?x=1>https://a.cn/b_c_d?x=1</>）"),
        (
            "https://zh.wikipedia.org/wiki/冬至，",
            "<https://zh.wikipedia.org/wiki/冬至>https://zh.wikipedia.org/wiki/冬至</>，",
        ),
        ("(www.a.com/b).", "(<http://www.a.com/b>www.a.com/b</>)."),
        ("`https://a.cn` https:// xhttp://a.cn http://。", "`https://a.cn` https:// xhttp://a.cn http://。"),
        ("[https://a.cn](https://b.cn)", "<https://b.cn>https://a.cn</>"),
        (
            "http://a.cn/(x) http://a.cn/x)",
            "<http://a.cn/(x)>http://a.cn/(x)</> <http://a.cn/x>http://a.cn/x</>)",
        ),
    ] {
        assert_eq!(show(text), expected, "{text}");
    }
}

#[test]
fn anchors_of_headings_are_dropped_and_other_braces_stay() {
    let text = "# 标题 {#top}\n\n## 模板 {{ name }}\n";
    let texts: Vec<_> = events(text, 0..text.len())
        .into_iter()
        .filter_map(|(event, range)| match event {
            Event::Text(shown) => Some((shown.to_string(), text[range].to_owned())),
            _ => None,
        })
        .collect();
    assert_eq!(texts[0], ("标题".to_owned(), "标题".to_owned()));
    assert_eq!(texts[1].0, "模板 {{ name }}");
}

#[test]
fn ranges_are_ranges_of_the_file() {
    let file = "---\ntitle: 甲\n---\n前**重点：**后 https://a.cn/x。";
    let start = file.find('前').unwrap();
    for (event, range) in events(file, start..file.len()) {
        match event {
            Event::Text(text) => assert_eq!(&file[range], &*text),
            Event::Start(Tag::Strong) => assert_eq!(&file[range], "**重点：**"),
            _ => {}
        }
    }
    assert!(events(file, 9999..20000).is_empty());
}

#[test]
fn soft_breaks_vanish_between_chinese_characters_only() {
    assert_eq!(soft_break(Some('文'), Some('中')), "");
    assert_eq!(soft_break(Some('，'), Some('中')), "");
    assert_eq!(soft_break(Some('文'), Some('a')), " ");
    assert_eq!(soft_break(Some('a'), Some('b')), " ");
    assert_eq!(soft_break(None, Some('b')), "");
}

#[test]
fn unfriendly_text_is_read_without_trouble() {
    for text in [
        ">".repeat(10_000),
        "[".repeat(50_000),
        "**甲：".repeat(20_000),
        "*".repeat(100_000),
        "~甲".repeat(50_000),
        "https://".repeat(20_000),
        "www.".repeat(50_000),
        "字".repeat(1_700_000),
        "\\".repeat(50_000) + "*",
        "\\*".repeat(50_000),
    ] {
        let events = events(&text, 0..text.len());
        assert!(events.iter().all(|(_, range)| range.end <= text.len()));
    }
}

/// What the plain parser says, with text merged: to compare with.
fn plain(text: &str) -> Vec<Located<'_>> {
    let events = Parser::new_ext(text, OPTIONS).into_offset_iter();
    let own = |(event, range)| event::from_parser(event, |text| text).map(|event| (event, range));
    merge::merge(text, events.filter_map(own))
}

proptest! {
    #[test]
    fn text_without_chinese_reads_as_in_the_plain_parser(text in "[ab*_`() \\[\\]!#>|&;\\\\\n.1%<-]{0,120}") {
        prop_assume!(!text.contains("%%") && !text.contains("[["));
        prop_assert_eq!(events(&text, 0..text.len()), plain(&text));
    }

    #[test]
    fn any_text_is_read_and_every_range_is_a_place(text in "\\PC{0,200}") {
        for (_, range) in events(&text, 0..text.len()) {
            prop_assert!(text.get(range).is_some());
        }
    }

    #[test]
    fn literal_text_is_the_text_at_its_place(text in "[甲乙，。：“”（）*~_`%a1 \n#>|\\[\\]!-]{0,120}") {
        for (event, range) in events(&text, 0..text.len()) {
            if let Event::Text(shown) = event {
                prop_assert_eq!(&text[range], &*shown);
            }
        }
    }
}

#[test]
fn a_test_of_a_shell_names_no_article() {
    assert!(may_name_article("见 [[冬至|热汤]]。") && may_name_article("[[ x ]]\n[[甲]]"));
    assert!(!may_name_article("if [[ -f a.md ]]; then") && !may_name_article("[[甲\n]]"));
}
