//! Containers, definition lists, tables of contents, dividers.

use super::{bare, found, render};

fn all(cases: &[(&str, &str)]) {
    for (markdown, expected) in cases {
        assert_eq!(bare(markdown), *expected, "{markdown}");
    }
}

/// Visible lines.
fn lines(markdown: &str) -> Vec<String> {
    render(markdown).text.lines().map(str::to_owned).collect()
}

#[test]
fn alerts_and_boxes() {
    all(&[
        ("::: tip\n甲\n:::", "<section><p>提示</p><p>甲</p></section>"),
        ("甲\n::: 提示 小心\n乙\n:::\n丙", "<p>甲</p><section><p>小心</p><p>乙</p></section><p>丙</p>"),
        (":::note[题]\n- 甲\n:::", "<section><p>题</p><ul><li><section>甲</section></li></ul></section>"),
        ("::: {.warning title=\"题\"}\n甲\n:::", "<section><p>题</p><p>甲</p></section>"),
        ("::: details 问\n答\n:::", "<section><p>问</p><p>答</p></section>"),
        ("::: center\n甲\n:::", "<section><p>甲</p></section>"),
        ("> ::: tip\n> 甲\n> :::", "<blockquote><section><p>提示</p><p>甲</p></section></blockquote>"),
        (
            "- 甲\n\n  ::: card 题\n  乙\n  :::\n- 丙",
            "<ul><li><section>甲</section><section><p>题</p><p>乙</p></section></li><li><section>丙</section></li></ul>",
        ),
        ("::: tip\r\n甲\r\n:::\r\n", "<section><p>提示</p><p>甲</p></section>"),
        (
            "::: tip\n```\n::: tip\n:::\n```\n:::",
            "<section><p>提示</p><section><pre><code>::: tip<br>:::</code></pre></section></section>",
        ),
        ("::: tip\n\n:::", "<section><p>提示</p></section>"),
    ]);
}

#[test]
fn a_quotation_card_names_its_source() {
    let card = "<section><hr><p>话</p><p>—— 人</p><hr></section>";
    all(&[
        ("::: quote 人\n话\n:::", card),
        ("::: 金句 {author=人}\n话\n:::", card),
        ("::: quote\n话\n\n—— 人\n:::", card),
        ("::: quote\n话\n:::", "<section><hr><p>话</p><hr></section>"),
    ]);
}

#[test]
fn containers_nest_by_longer_fences_and_by_pairs() {
    let nested = "<section><p>外</p><section><p>提示</p><p>甲</p></section><p>乙</p></section>";
    all(&[
        (":::: card 外\n::: tip\n甲\n:::\n乙\n::::", nested),
        ("::: card 外\n::: tip\n甲\n:::\n乙\n:::", nested),
    ]);
    let deep = format!("{}底\n{}", "::: card\n".repeat(30), ":::\n".repeat(30));
    let rendered = render(&deep);
    assert_eq!(rendered.text, "底");
    assert!(rendered.findings.is_empty());
}

#[test]
fn steps_of_headings_and_of_lists() {
    assert_eq!(
        bare("::: steps\n前言\n### 备料\n洗菜\n### 下锅\n:::"),
        "<section><p>前言</p><section><p><span>1</span>\u{a0}备料</p><p>洗菜</p></section>\
         <section><p><span>2</span>\u{a0}下锅</p></section></section>"
    );
    assert_eq!(
        bare("::: 步骤 题\n1. 甲\n\n   乙\n2. 丙\n:::"),
        "<section><p>题</p><section><p><span>1</span>\u{a0}甲</p><p>乙</p></section>\
         <section><p><span>2</span>\u{a0}丙</p></section></section>"
    );
    assert_eq!(lines("::: steps\n- 甲\n- 乙\n:::"), ["1 甲", "2 乙"]);
    // The line beside a step leads to the next one.
    for steps in ["::: steps\n- 甲\n- 乙\n- 丙\n:::", "::: steps\n### 甲\n### 乙\n### 丙\n:::"] {
        let html = render(steps).html;
        let lines: Vec<bool> = html
            .split("border-left:")
            .skip(1)
            .map(|line| !line.starts_with("1px solid transparent"))
            .collect();
        assert_eq!(lines, [true, true, false], "{steps}");
    }
}

#[test]
fn comparisons_and_columns_are_one_row_read_side_by_side() {
    let row =
        "<section><table><tr><td><p>甲</p><p>一</p></td><td><p>乙</p><p>二</p></td></tr></table></section>";
    for markdown in [
        "::: compare\n### 甲\n一\n### 乙\n二\n:::",
        "::: compare\n### 甲\n一\n\n---\n\n### 乙\n二\n:::",
        ":::: compare\n::: side 甲\n一\n:::\n::: side 乙\n二\n:::\n::::",
        ":::: columns\n::: column\n甲\n\n一\n:::\n::: column\n乙\n\n二\n:::\n::::",
        "::: columns\n甲\n\n一\n\n+++\n\n乙\n\n二\n:::",
        "::: columns\n甲\n\n一\n---\n乙\n\n二\n:::",
    ] {
        assert_eq!(bare(markdown), row, "{markdown}");
        assert_eq!(render(markdown).text.split_whitespace().collect::<String>(), "甲一乙二");
    }
    let html = render("::: columns {widths=\"30,70\"}\n甲\n\n+++\n\n乙\n:::").html;
    assert!(html.contains("width:30%") && html.contains("width:70%"), "{html}");
    let html = render("::: compare\n### 推荐\n一\n### 不推荐\n二\n:::").html;
    assert_eq!(html.matches("border-top").count(), 2, "{html}");
    assert_eq!(bare("::: columns\n只有一栏\n:::"), "<p>只有一栏</p>");
}

#[test]
fn calls_to_action_press_only_what_can_be_pressed() {
    assert_eq!(
        bare("::: cta 想看更多\n都在这里\n\n[往期](https://mp.weixin.qq.com/s/x)\n:::"),
        "<section><p>想看更多</p><p>都在这里</p><p><a href=\"https://mp.weixin.qq.com/s/x\">往期</a></p></section>"
    );
    assert_eq!(bare("::: cta 点击「阅读原文」\n:::"), "<section><p>点击「阅读原文」</p></section>");
    let external = render("::: cta\n[官网](https://a.cn)\n:::");
    assert!(!external.html.contains("<a") && external.text.contains("官网[1]"), "{}", external.text);
    assert_eq!(
        bare("::: cta 往期 {url=https://mp.weixin.qq.com/s/x}\n:::"),
        "<section><p><a href=\"https://mp.weixin.qq.com/s/x\">往期</a></p></section>"
    );
}

#[test]
fn mini_programs_open_by_appid() {
    let link = "<a data-miniprogram-appid=\"wx1234567890abcdef\" data-miniprogram-path=\"pages/index?a=1\" href=\"\">开</a>";
    all(&[
        ("[开](miniprogram:wx1234567890abcdef/pages/index?a=1)", &format!("<p>{link}</p>")),
        (
            "::: 小程序 开 {appid=wx1234567890abcdef path=\"/pages/index?a=1\"}\n:::",
            &format!("<section><p>{link}</p></section>"),
        ),
    ]);
    let wrong = render("[开](miniprogram:abc/pages)\n\n::: miniprogram 开 {path=x}\n:::");
    assert_eq!(found(&wrong), ["link.mini-program", "link.mini-program"]);
    assert!(!wrong.html.contains("<a") && wrong.text.contains("开"));
}

#[test]
fn a_container_that_nobody_knows_keeps_its_content_and_is_reported() {
    let rendered = render("::: tpi 题\n甲\n:::\n");
    assert_eq!(found(&rendered), ["md.container"]);
    assert_eq!(rendered.text, "题\n甲");
    let finding = rendered.findings.iter().next().unwrap();
    assert_eq!(finding.place.text(), "::: tpi 题");
    let help = finding.help.as_ref().unwrap().text(qianfa::base::message::Lang::Zh);
    assert!(help.contains("tip"), "{help}");
    for (markdown, text) in [
        ("::: tip\n甲", "提示\n甲"),
        ("- ::: tip\n  甲\n\n乙", "提示\n甲\n乙"),
        ("甲\n\n:::\n\n乙", "甲\n乙"),
        (":::: card\n::: tip\n甲\n::::\n", "提示\n甲"),
        ("<section>\n::: tip\n甲\n:::\n</section>\n", "甲"),
    ] {
        let rendered = render(markdown);
        assert_eq!(found(&rendered).first(), Some(&"md.container"), "{markdown}");
        assert_eq!(rendered.text, text, "{markdown}");
    }
}

#[test]
fn definitions_and_references_work_across_containers() {
    let rendered = render("::: tip\n[甲][a]，注[^1]。\n\n[a]: https://a.cn\n:::\n\n[乙][a]\n\n[^1]: 注文\n");
    assert!(rendered.text.contains("甲[1]，注①。") && rendered.text.contains("乙[1]"), "{}", rendered.text);
    assert!(rendered.findings.is_empty());
}

#[test]
fn definition_lists() {
    all(&[
        (
            "苹果\n: 一种**水果**\n: 一家公司",
            "<section><p>苹果</p><p>一种<strong>水果</strong></p><p>一家公司</p></section>",
        ),
        ("苹果\n\n：水果\n\n后文", "<section><p>苹果</p><p>水果</p></section><p>后文</p>"),
    ]);
}

#[test]
fn a_table_of_contents_is_text() {
    let text = "# 总题\n\n[TOC]\n\n## 甲 `乙`\n\n### 丙\n\n#### 丁\n\n::: steps\n### 步\n:::\n\n## [戊](https://a.cn)\n";
    let lines = lines(text);
    assert_eq!(lines[..5], ["总题", "目录", "01  甲 乙", "丙", "02  戊"]);
    let numbered = self::lines("[[toc]]\n\n## 一、甲\n\n## 二、乙\n");
    assert_eq!(numbered[..3], ["目录", "一、甲", "二、乙"]);
    for alone in ["[TOC]", "${toc}", "[[TOC]]\n\n正文"] {
        assert!(!render(alone).text.to_lowercase().contains("toc"), "{alone}");
    }
}

#[test]
fn dividers_look_as_they_are_written() {
    let html = render("甲\n\n---\n\n乙\n\n***\n\n丙\n\n___\n\n丁").html;
    let rules: Vec<&str> = html.split("<hr").skip(1).map(|rest| rest.split('>').next().unwrap()).collect();
    assert_eq!(rules.len(), 3);
    assert!(rules[0] != rules[1] && rules[1] != rules[2] && rules[0] != rules[2]);
}

#[test]
fn lines_with_code_that_cannot_be_broken_are_not_stretched() {
    let around = "改好以后运行它，提交里带上审批的规则，让负责的人看过再签字，签好以后等到点发布";
    let left =
        |code: &str| super::render(&format!("{around}`{code}`，{around}。")).html.contains("text-align:left");
    assert!(left("index.html") && left("policy.yaml") && left("CHANGELOG.md"));
    assert!(!left("git") && !left("zone: x"), "short words leave no holes");
}

#[test]
fn the_name_under_a_quotation_stands_on_a_line_of_its_own() {
    assert_eq!(render("> “一口汤。”\n> ——外婆\n").text, "“一口汤。”\n——外婆");
    assert_eq!(render("> 话\n> —— **外婆**，[书](https://mp.weixin.qq.com/s/a)\n").text, "话\n—— 外婆，书");
    // A dash inside the words, or outside of quotations, is none.
    assert_eq!(render("> 他说\n> ——停了一下\n> 又说\n").text, "他说——停了一下又说");
    assert_eq!(render("他说\n——又停了\n").text, "他说——又停了");
}

#[test]
fn the_second_line_of_a_task_begins_under_its_words_and_not_under_its_box() {
    let html = render("- [x] 长长的一项\n- 平常的一项\n").html;
    let style = |word: &str| {
        html.split(word).next().unwrap().rsplit("style=\"").next().unwrap().trim_end_matches("\">").to_owned()
    };
    let task = style("☑");
    let of = |name: &str| {
        task.split(';').find_map(|part| part.strip_prefix(name)?.strip_prefix(':')).map(str::to_owned)
    };
    assert_eq!(of("text-indent").unwrap(), format!("-{}", of("padding-left").unwrap()));
    assert!(!style("平常").contains("text-indent"));
}

#[test]
fn a_list_in_a_footnote_is_as_small_as_the_footnote() {
    let html = render("见[^1]。\n\n[^1]: 二十六条：\n\n    - 数量\n").html;
    let style = html.split("数量").next().unwrap().rsplit("style=\"").next().unwrap();
    assert!(style.contains("font-size:13px"), "{style}");
}

#[test]
fn columns_have_room_for_bold_figures_and_for_what_scrolls_anyway() {
    let widths = |markdown: &str| -> Vec<usize> {
        let html = render(markdown).html;
        let heads = html.split("min-width:").skip(1).filter_map(|rest| rest.split("px").next());
        heads.map(|head| head.parse().unwrap()).collect()
    };
    let table = |cell: &str| widths(&format!("| 甲 | 乙 |\n| - | - |\n| {cell} | 一 |"))[0];
    assert!(table("44.6%") > table("44.61") && table("**44.6%**") > table("44.6%"));
    // Six columns scroll on a phone: a sentence is not squeezed beside them, and short cells stay on one line.
    let wide = widths(
        "| 甲 | 乙 | 丙 | 丁 | 戊 | 己 |\n| - | - | - | - | - | - |\n| 主要来自三篇长文 | 12,345 | 2 | 12,345 | 4 | 小林 |\n",
    );
    assert!(wide[0] >= 8 * 15, "{wide:?}");
    assert!(wide[1..5].iter().all(|width| *width < 80), "{wide:?}");
}
