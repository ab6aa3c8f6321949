//! `--fix` mends words and nothing else, and comes to rest: over random mixtures and over every article of the repository.

use std::path::Path;

use proptest::prelude::*;
use qianfa::source::SourceFile;
use qianfa::source::front;
use qianfa::source::markdown::{self, Event, Tag, TagEnd};
use qianfa::source::tree::MemoryTree;
use qianfa::{rules, site as sites};

use crate::support::program::{folder, run};
use crate::support::site::{article, tree};

/// Checks and mends the one article of a site until nothing is left to mend; gives it and how many rounds it took.
fn mended(text: &str) -> (String, usize) {
    let mut text = text.to_owned();
    for round in 0..9 {
        let tree: MemoryTree = tree([("content/a.md", text.clone().into_bytes())]);
        let Some(site) = sites::load(&tree).site else { return (text, round) };
        let outcome = rules::check(&site, &tree, None);
        let Some(file) = rules::mend(&outcome.findings).pop() else { return (text, round) };
        text = file.text;
    }
    (text, 9)
}

/// Everything of an article that is no text: keys, code, formulas, tags, addresses, and how they nest.
fn skeleton(text: &str) -> Vec<String> {
    let file = std::sync::Arc::new(SourceFile::new("a.md", text));
    let split = front::split(&file).unwrap();
    let keys = text[split.front.clone()].lines().map(|line| line.split(':').next().unwrap_or("").to_owned());
    let mut out: Vec<String> = keys.collect();
    let mut code = false;
    for (event, _) in markdown::events(text, split.body) {
        match &event {
            Event::Text(_) if !code => continue,
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(TagEnd::CodeBlock) => code = false,
            _ => {}
        }
        out.push(format!("{event:?}"));
    }
    out
}

const PIECES: &[&str] = &[
    "冬天到了",
    "读者",
    "GitHub",
    "3",
    "2026年2月30日",
    "5-10%",
    "，",
    ",",
    "。",
    ".",
    "...",
    "。。。",
    "!",
    "？",
    ":",
    " ",
    "  ",
    "\n",
    "\n\n",
    "**",
    "*",
    "_",
    "~~",
    "~",
    "`",
    "`a,b`",
    "$x,y$",
    "(",
    ")",
    "（",
    "）",
    "\"",
    "“",
    "”",
    "《",
    "》",
    "、",
    "[",
    "](https://example.com/甲,乙)",
    "![",
    "<b>",
    "</b>",
    "<code>",
    "</code>",
    "<!-- 甲,乙 -->",
    "> ",
    "- ",
    "1. ",
    "# ",
    "| ",
    "|\n|---|\n",
    "```\n甲,乙abc\n```\n",
    "--",
    "-",
    "——",
    "#",
    "帐号",
    "既使",
    "這",
    "⽤",
    "１２",
    "8：30",
    "七、八个",
    "5KG",
    "…",
    "&amp;",
    "\\",
    "的的",
    "截止12月20日",
    ":::\n",
    "[^1]",
    "https://example.com/a,b",
    "@",
    "第九条规定：",
    "“",
    "=",
    "+",
    "😀",
    "１. ",
    "[[",
    "]]",
    "==",
    "等",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mending_changes_words_only_and_comes_to_rest(pieces in prop::collection::vec(prop::sample::select(PIECES), 1..40)) {
        let text = article("a1", "", &format!("\n{}\n", pieces.concat()));
        let (once, rounds) = mended(&text);
        prop_assert!(rounds < 9, "no rest: {once}");
        prop_assert_eq!(skeleton(&text), skeleton(&once));
        let (twice, rounds) = mended(&once);
        prop_assert_eq!((twice, rounds), (once, 0));
    }

    #[test]
    fn titles_stay_values(pieces in prop::collection::vec(prop::sample::select(&["冬天", ",", ": ", ":", "a", "(", ")", "\"", "，", " ", "3", "...", "--", "#", "！"][..]), 1..12)) {
        let text = format!("---\nuid: a1\ntitle: 题{}\n---\n正文。\n", pieces.concat());
        let (once, _) = mended(&text);
        let keys = |text: &str| text.lines().map(|line| line.split(':').next().unwrap_or("").to_owned()).collect::<Vec<_>>();
        prop_assert_eq!(keys(&text), keys(&once));
    }
}

#[test]
fn what_is_anothers_stays_as_it_was_written() {
    for kept in [
        "《广告法》第九条规定：“不得使用A级,B级等用语”。",
        "> 《广告法》第九条：不得使用A级,B级等用语。",
        "书名《学Rust,用Rust》不动。",
        "<!-- qianfa-ignore zh.typo: 原文如此 -->\n帐号A,帐号B。",
        "<!-- qianfa-ignore-begin zh.typo: 原文如此 -->\n\n帐号A,帐号B。\n\n<!-- qianfa-ignore-end -->",
        "`中文A,中文B` 和 $\\text{中文A,中文B}$ 。",
        "<code>中文A,中文B</code>",
        "<div title=\"中文A,中文B\">中文A,中文B</div>",
        "https://example.com/中文A,中文B",
        "#中文A,中文B#",
        // A statute without quotation marks keeps its spelling and its marks.
        "《税收征收管理法》第十七条规定：纳税人应当开立基本存款帐户,报告全部帐号。",
        "**第十七条**　纳税人应当开立基本存款帐户,报告全部帐号。",
        // Inches, minutes and seconds.
        "55\"电视，12\"披萨，3/4\"水管，5'10\"。",
        // Two words that meet.
        "本报消息，草原故事会，发布署名文章，答辩认为。",
        "孩子不能自己过马路，坐椅子上，经历害怕，法定婚龄。",
    ] {
        let text = article("a1", "", &format!("\n{kept}\n"));
        assert_eq!(mended(&text).0, text, "{kept}");
    }
}

#[test]
fn numbers_that_become_words_take_no_blank() {
    let (once, _) = mended(&article("a1", "", "\n等了4、5天，有3、4个人，选3、4个选项。\n"));
    assert!(once.ends_with("\n等了四五天，有三四个人，选 3、4 个选项。\n"), "{once}");
}

#[test]
fn every_article_of_the_repository_is_at_rest() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let mut count = 0;
    for entry in walkdir::WalkDir::new(root) {
        let entry = entry.unwrap();
        if entry.file_name() != "index.md" {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).unwrap();
        let (once, rounds) = mended(&text);
        assert!(rounds < 9, "{}", entry.path().display());
        assert_eq!(skeleton(&text), skeleton(&once), "{}", entry.path().display());
        count += 1;
    }
    assert!(count > 10);
}

#[test]
fn one_run_of_fix_leaves_nothing_for_the_next() {
    let site = folder(&[("content/a.md", &article("a1", "", "\n用GitHub管理, 既使(很难)也要...\n"))]);
    run(site.path(), &["check", "--fix"]);
    let once = std::fs::read_to_string(site.path().join("content/a.md")).unwrap();
    assert!(once.ends_with("\n用 GitHub 管理，即使（很难）也要……\n"), "{once}");
    run(site.path(), &["check", "--fix"]);
    assert_eq!(std::fs::read_to_string(site.path().join("content/a.md")).unwrap(), once);
}

#[test]
fn brackets_of_a_broken_link_come_to_rest() {
    for broken in [
        "[[](https://example.com/甲,乙)](https://example.com/甲,乙)）",
        "[[](https://example.com/甲,乙)]（https://example.com/甲,乙)）",
        "(（[[](https://example.com/甲,乙)](https://example.com/甲,乙)）",
    ] {
        let (once, rounds) = mended(&article("a1", "", &format!("\n{broken}\n")));
        assert!(rounds < 9, "no rest: {once}");
    }
}
