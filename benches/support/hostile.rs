//! Unfriendly articles: large, deep, or made to confuse. Each is made of any number of parts, so that twice as many can
//! be seen to cost twice as much.

/// A way to be unfriendly.
pub(crate) struct Hostile {
    /// What it is.
    pub(crate) name: &'static str,
    /// How many parts an ordinary attack has.
    pub(crate) parts: usize,
    /// The article with that many parts.
    pub(crate) text: fn(usize) -> String,
}

fn numbered(parts: usize, part: impl Fn(usize) -> String) -> String {
    (0..parts).map(part).collect()
}

macro_rules! hostile {
    ($($name:literal, $parts:literal, $text:expr;)*) => {
        /// All of them.
        pub(crate) const ALL: &[Hostile] = &[$(Hostile { name: $name, parts: $parts, text: $text }),*];
    };
}

hostile! {
    "nested quotations", 10_000, |n| format!("{}底", ">".repeat(n));
    "nested quotations with spaces", 10_000, |n| format!("{}底", "> ".repeat(n));
    "one long line", 1_700_000, |n| "字".repeat(n);
    "one long line of words", 1_000_000, |n| "word ".repeat(n);
    "cells", 10_000, |n| format!("|a|b|c|d|e|\n|-|-|-|-|-|\n{}", "|1|2|3|4|5|\n".repeat(n));
    "columns", 5_000, |n| format!("|{}\n|{}\n|{}\n", "a|".repeat(n), "-|".repeat(n), "1|".repeat(n));
    "brackets", 100_000, |n| "[".repeat(n);
    "closing brackets", 100_000, |n| format!("{}{}", "[".repeat(n / 2), "]".repeat(n / 2));
    "round brackets", 100_000, |n| "(".repeat(n);
    "links that do not close", 50_000, |n| "[a](".repeat(n);
    "pictures that do not open", 50_000, |n| "![".repeat(n);
    "open pictures", 20_000, |n| "![](".repeat(n);
    "pictures", 5_000, |n| "![a](b.png)".repeat(n);
    "stars", 100_000, |n| "*".repeat(n);
    "stars and letters", 50_000, |n| "*a".repeat(n);
    "stars of three kinds", 30_000, |n| "*a **b ***c ".repeat(n);
    "underscores", 50_000, |n| "_a ".repeat(n);
    "strokes", 50_000, |n| "~~a ~b ".repeat(n);
    "marks", 50_000, |n| "==a =".repeat(n);
    "ticks", 100_000, |n| "`".repeat(n);
    "ticks of every length", 400, |n| numbered(n, |at| format!("a{}", "`".repeat(at)));
    "dollars", 50_000, |n| "$a ".repeat(n);
    "double dollars", 20_000, |n| "$$a\n".repeat(n);
    "less than", 100_000, |n| "<".repeat(n);
    "ampersands", 100_000, |n| "&".repeat(n);
    "entities", 50_000, |n| "&amp;".repeat(n);
    "backslashes", 100_000, |n| "\\".repeat(n);
    "braces", 50_000, |n| "{a|".repeat(n);
    "ruby", 20_000, |n| "[字]{zì}".repeat(n);
    "comments", 20_000, |n| "<!-- a ".repeat(n);
    "notes", 50_000, |n| "%% a ".repeat(n);
    "open tags", 50_000, |n| "<b>".repeat(n);
    "unmatched ends", 20_000, |n| format!("{}{}", "<b>".repeat(n), "</i>".repeat(n));
    "open blocks", 20_000, |n| "<section>\n\n".repeat(n);
    "open table", 10_000, |n| "<table><tr><td>".repeat(n);
    "open list", 10_000, |n| "<ul><li>".repeat(n);
    "hidden", 10_000, |n| "<script>".repeat(n);
    "one attribute", 1_000_000, |n| format!("<p title=\"{}\">a</p>", "a".repeat(n));
    "one open attribute", 1_000_000, |n| format!("<p title=\"{}", "a".repeat(n));
    "attributes", 50_000, |n| format!("<p {}>a</p>", "a=b ".repeat(n));
    "declarations", 50_000, |n| format!("<p style=\"{}\">a</p>", "color:red;".repeat(n));
    "emphasis", 20_000, |n| "**甲：".repeat(n);
    "links", 20_000, |n| "[甲](https://a.cn) ".repeat(n);
    "different links", 20_000, |n| numbered(n, |at| format!("[甲](https://a.cn/{at}) "));
    "references", 20_000, |n| format!("{}\n\n{}", numbered(n, |at| format!("[甲][{at}] ")), numbered(n, |at| format!("[{at}]: https://a.cn/{at}\n")));
    "addresses", 20_000, |n| "https://a.cn/甲，".repeat(n);
    "own articles", 20_000, |n| "[[甲]] ".repeat(n);
    "footnotes", 5_000, |n| numbered(n, |at| format!("甲[^{at}]\n\n[^{at}]: 乙[^{}]\n\n", at + 1));
    "footnotes nobody defines", 20_000, |n| numbered(n, |at| format!("甲[^{at}] "));
    "items", 30_000, |n| "- a\n".repeat(n);
    "nested items", 1_000, |n| numbered(n, |at| format!("{}- a\n", "  ".repeat(at)));
    "items on one line", 10_000, |n| format!("{}a", "- ".repeat(n));
    "headings", 10_000, |n| numbered(n, |at| format!("## 节 {at}\n\n"));
    "headings with contents", 10_000, |n| format!("[TOC]\n\n{}", numbered(n, |at| format!("## 节 {at}\n\n")));
    "definitions", 10_000, |n| "词\n: 义\n\n".repeat(n);
    "nested containers", 10_000, |n| format!("{}底\n", "::: note\n".repeat(n));
    "deeper containers", 1_000, |n| numbered(n, |at| format!("{} note\n", ":".repeat(n + 3 - at)));
    "containers", 10_000, |n| "::: note\n甲\n:::\n\n".repeat(n);
    "fences", 20_000, |n| "```\n".repeat(n);
    "code", 20_000, |n| format!("```rust\n{}```", "let a = 1;\n".repeat(n));
    "code line", 20_000, |n| format!("```js\n{}\n```", "a(".repeat(n));
    "code that does not close", 20_000, |n| format!("```js\n{}", "/* ' \" ` ${ ".repeat(n));
    "open cards", 10_000, |n| "::: card\n".repeat(n);
    "closed cards", 10_000, |n| format!("{}甲\n{}", "::: card\n".repeat(n), ":::\n".repeat(n));
    "unlike fences", 5_000, |n| numbered(n, |at| format!("{}{} a\n", ":::", ":".repeat(at % 50)));
    "stray fences", 30_000, |n| ":::\n".repeat(n);
    "steps", 20_000, |n| format!("::: steps\n{}:::", "1. 甲\n".repeat(n));
    "columns of text", 20_000, |n| format!("::: columns\n{}:::", "甲\n\n+++\n\n".repeat(n));
    "terms", 20_000, |n| "甲\n".repeat(n) + ": 乙";
    "sizes", 20_000, |n| "![](a.png =3x".repeat(n);
    "attributes of pictures", 20_000, |n| "![](a.png){".repeat(n);
    "row of pictures", 20_000, |n| "![](a.png)".repeat(n);
    "many contents", 5_000, |n| "[TOC]\n\n## 甲\n\n".repeat(n);
    "blank lines", 100_000, |n| "\n \n".repeat(n);
    "dividers", 30_000, |n| "---\n\n".repeat(n);
    "spaces", 1_000_000, |n| format!("a{}b", " ".repeat(n));
    "line breaks", 50_000, |n| "a  \n".repeat(n);
}
