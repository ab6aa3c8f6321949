//! Unfriendly input: large, deep, or made to confuse. Nothing overflows and what comes out is a fragment.

use std::sync::Arc;

use proptest::prelude::*;
use qianfa::render::{Renderer, fragment};
use qianfa::site::{Format, RenderOptions, Spacing};
use qianfa::source::SourceFile;
use qianfa::source::plain::Plain;

use super::{Files, render, render_in};

#[path = "../../benches/support/hostile.rs"]
mod inputs;

#[test]
fn deep_and_large_articles() {
    let number =
        inputs::Hostile { name: "number", parts: 1, text: |_| "18446744073709551615. a\n1. b".to_owned() };
    for hostile in inputs::ALL.iter().chain([&number]) {
        // The whole size is the bench's: here everything is compiled to be debugged. That the scanners are linear is
        // proved where their steps can be counted, in `source::markdown`.
        let (name, text) = (hostile.name, (hostile.text)(hostile.parts.div_ceil(10)));
        let rendered = render_in(&Files::default(), &text, Format::Article);
        let violations = fragment::check(&rendered.html);
        assert!(violations.is_empty(), "{name}: {:?}", violations.first());
        let plain = render_in(&Files::default(), &text, Format::Pictures);
        assert!(plain.html.is_empty() && plain.plain.is_some(), "{name}");
    }
}

#[test]
fn marks_of_other_editors() {
    let options = RenderOptions { spacing: Spacing::Thin, ..RenderOptions::default() };
    let files = Files::default();
    for (name, text) in [
        ("names", "[[".repeat(100_000)),
        ("names without an end", "[[甲 ".repeat(100_000)),
        ("names that end nothing", "[[甲]".repeat(100_000)),
        ("brackets and readings", "[甲]{".repeat(100_000)),
        ("ends of brackets", "]{.dots}".repeat(50_000)),
        ("marks", "====".repeat(100_000)),
        ("marks that open", "==甲 ".repeat(100_000)),
        ("marks that close", "==甲".repeat(100_000)),
        ("crossing marks", "==甲++乙[丙 ".repeat(50_000)),
        ("braces", "{{{{|".repeat(100_000)),
        ("ruby", "{签|qiān}".repeat(50_000)),
        ("underlines", "++++".repeat(100_000)),
        ("notes", "%%%%".repeat(100_000)),
        ("lone notes", "%%甲\n\n".repeat(50_000)),
        ("notes in lines", "甲%%乙%%\n".repeat(50_000)),
        ("money", "$5甲".repeat(100_000)),
        ("formulas that never end", "$$a ".repeat(50_001)),
        ("money and code", "$a`".repeat(100_000)),
        ("bold beside bold", "**甲****乙**".repeat(30_000)),
        ("stars", "甲****".repeat(50_000)),
        ("gaps", "用a写".repeat(100_000)),
        ("names of files", "图1.png用a".repeat(50_000)),
        ("alerts", "> [!注意] 甲\n\n".repeat(10_000)),
        ("unusual blanks", "-\u{a0}甲\n".repeat(30_000)),
    ] {
        let file = Arc::new(SourceFile::new("content/甲/index.md", text.as_str()));
        let rendered = Renderer::new(&files, "ink").file(&file, 0..text.len(), Format::Article, &options);
        let violations = fragment::check(&rendered.html);
        assert!(violations.is_empty(), "{name}: {:?}", violations.first());
        let mut plain = Plain::new();
        plain.add_markdown(&file, 0..text.len());
    }
}

const PIECES: &[&str] = &[
    "甲",
    "，",
    "（注）",
    "a",
    " ",
    "\n",
    "\n\n",
    "  \n",
    "**",
    "*",
    "_",
    "~~",
    "~",
    "`",
    "```\n",
    "    ",
    "> ",
    "- ",
    "1. ",
    "- [ ] ",
    "# ",
    "| a | b |\n|---|---|\n",
    "|",
    "[",
    "](",
    ")",
    "![",
    "](中.png)",
    "](https://a.cn)",
    "[^1]",
    "[^1]: ",
    "<b>",
    "</b>",
    "<section>",
    "</section>",
    "<p>",
    "</p>",
    "<ul>",
    "<li>",
    "</ul>",
    "<table>",
    "<tr>",
    "<td>",
    "</td>",
    "</table>",
    "<br>",
    "<hr>",
    "<a href=\"https://mp.weixin.qq.com/s/x\">",
    "</a>",
    "<script>",
    "</script>",
    "<pre>",
    "</pre>",
    "<!--",
    "-->",
    "<h2>",
    "</h2>",
    "<div style=\"color:red;position:fixed\">",
    "</div>",
    "<img src=\"中.png\">",
    "&amp;",
    "&nbsp;",
    "<",
    ">",
    "\\",
    "\u{202e}",
    "\u{3000}",
    "---\n",
    "===\n",
    "> [!NOTE]\n",
    "<caption>",
    "<th>",
    "<blockquote>",
    "</blockquote>",
    "<iframe>",
    "<rt>",
    "<center>",
    "<code>",
    "</code>",
    "https://b.cn/x",
    "\n::: tip 题\n",
    "\n::: steps\n",
    "\n::: columns\n",
    "\n::: compare\n",
    "\n::: swipe\n",
    "\n::: gallery\n",
    "\n::: quote\n",
    "\n::: cta\n",
    "\n::: nobody\n",
    "\n:::\n",
    "\n::::\n",
    "\n### ",
    "\n---\n",
    "\n: ",
    "[TOC]",
    " =300x",
    "{width=50%}",
    "|300",
    "<![](中.png),![](大.png)>",
    "==",
    "++",
    "%%",
    "[[甲|",
    "]]",
    "{签发|qiān fā}",
    "]{.dots}",
    "]{qiān}",
    "$",
    "$x^2$",
    "![[中.png|30]]",
    "> [!注意]- ",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_mixture_of_constructs_gives_a_fragment(picks in prop::collection::vec(0..PIECES.len(), 0..40)) {
        let markdown: String = picks.into_iter().map(|pick| PIECES[pick]).collect();
        render(&markdown);
    }

    #[test]
    fn any_text_gives_a_fragment(markdown in "\\PC{0,120}") {
        render(&markdown);
    }
}
