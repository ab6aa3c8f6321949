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
    "ticks of every length", 80_000, |n| numbered((2 * n).isqrt(), |at| format!("a{}", "`".repeat(at)));
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
    "nested items", 1_000_000, |n| numbered(n.isqrt(), |at| format!("{}- a\n", "  ".repeat(at)));
    "items on one line", 10_000, |n| format!("{}a", "- ".repeat(n));
    "headings", 10_000, |n| numbered(n, |at| format!("## 节 {at}\n\n"));
    "headings with contents", 10_000, |n| format!("[TOC]\n\n{}", numbered(n, |at| format!("## 节 {at}\n\n")));
    "definitions", 10_000, |n| "词\n: 义\n\n".repeat(n);
    "nested containers", 10_000, |n| format!("{}底\n", "::: note\n".repeat(n));
    "deeper containers", 500_000, |n| numbered((2 * n).isqrt(), |at| format!("{} note\n", ":".repeat((2 * n).isqrt() + 3 - at)));
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
    "marks that open", 50_000, |n| "==a ".repeat(n);
    "equals signs", 50_000, |n| " =3x".repeat(n);
    "marks of two kinds", 50_000, |n| "==甲 ++乙 ".repeat(n);
    "crossing marks", 30_000, |n| "==甲++乙[丙~~丁 ".repeat(n);
    "nested dots", 20_000, |n| format!("{}甲{}", "[".repeat(n), "]{.dots}".repeat(n));
    "nested readings", 20_000, |n| format!("{}甲{}", "[".repeat(n), "]{a}".repeat(n));
    "readings", 20_000, |n| "{签|qiān}".repeat(n);
    "open readings", 50_000, |n| "{甲|".repeat(n);
    "double braces", 50_000, |n| "{{a".repeat(n);
    "names that end nothing", 50_000, |n| "[[甲]".repeat(n);
    "names with emphasis", 20_000, |n| "[[*甲* ".repeat(n);
    "embedded pictures", 20_000, |n| "![[甲.png|300]]".repeat(n);
    "tags of Word", 20_000, |n| "<o:p>甲</o:p>".repeat(n);
    "open tags of Word", 50_000, |n| "<o:p ".repeat(n);
    "colons", 100_000, |n| ":::a".repeat(n);
    "containers in items", 10_000, |n| "- ::: note\n".repeat(n);
    "containers in quotations", 10_000, |n| "> ::: note\n".repeat(n);
    "attributes of a container", 50_000, |n| format!("::: note {{{}}}\n", "a=b ".repeat(n));
    "open attributes of a container", 50_000, |n| format!("::: note {{{}", "a=' b=\" ".repeat(n));
    "pluses", 50_000, |n| format!("::: columns\n{}", "+++a ".repeat(n));
    "dollars and ticks", 50_000, |n| "$a`".repeat(n);
    "dollars and braces", 50_000, |n| "${a ".repeat(n);
    "braces and dollars", 50_000, |n| "{$a} $".repeat(n);
    "many dollars", 100_000, |n| "$".repeat(n);
    "escaped dollars", 50_000, |n| "$\\$".repeat(n);
    "notes on lines", 20_000, |n| "%%a\n\n".repeat(n);
    "closed notes", 20_000, |n| "%%a%%\n".repeat(n);
    "open footnotes", 50_000, |n| "[^".repeat(n);
    "one footnote", 20_000, |n| format!("{}\n\n[^1]: 乙\n", "甲[^1] ".repeat(n));
    "footnotes with one name", 10_000, |n| "[^1]: 乙\n\n".repeat(n);
    "footnotes in footnotes", 10_000, |n| format!("甲[^1]\n\n{}", "[^1]: ".repeat(n));
    "rows without a head", 20_000, |n| "|a|b|\n".repeat(n);
    "heads of tables", 20_000, |n| "|a|b|\n|-|-|\n".repeat(n);
    "bars", 100_000, |n| "|a".repeat(n);
    "short rows", 3_000, |n| format!("|{}\n|{}\n{}", "a|".repeat(n), "-|".repeat(n), "|1|\n".repeat(n));
    "rows unlike their heads", 20_000, |n| "|a|b|\n|-|\n".repeat(n);
    "deep blocks", 10_000, |n| format!("{}甲{}", "<div>".repeat(n), "</div>".repeat(n));
    "deep tags", 10_000, |n| format!("{}甲{}", "<span>".repeat(n), "</span>".repeat(n));
    "lines of tags", 10_000, |n| format!("{}甲\n{}", "<div>\n".repeat(n), "</div>\n".repeat(n));
    "paragraphs of tags", 10_000, |n| "<p>甲<b>乙<i>".repeat(n);
    "tags without an end", 50_000, |n| "<a b ".repeat(n);
    "quotes without an end", 50_000, |n| "<a b='".repeat(n);
    "instructions", 50_000, |n| "<?a ".repeat(n);
    "character data", 50_000, |n| "<![CDATA[a".repeat(n);
    "declared types", 50_000, |n| "<!A ".repeat(n);
    "closing tags", 50_000, |n| "</a".repeat(n);
    "comments of blocks", 20_000, |n| "<!-- a -->\n\n".repeat(n);
    "cells that span", 10_000, |n| format!("<table><tr>{}</table>", "<td colspan=1000>甲".repeat(n));
    "pictures of HTML", 10_000, |n| "<img src=\"a.png\">".repeat(n);
    "links of HTML", 10_000, |n| "<a href=\"https://a.cn\">甲".repeat(n);
    "readings of HTML", 10_000, |n| "<ruby>字<rt>zì".repeat(n);
    "parentheses in a style", 50_000, |n| format!("<p style=\"width:{}\">a</p>", "calc(".repeat(n));
    "comments in a style", 50_000, |n| format!("<p style=\"{}\">a</p>", "/*".repeat(n));
    "numbers of characters", 50_000, |n| "&#x4e2d;".repeat(n);
    "open entities", 50_000, |n| "&a".repeat(n);
    "open numbers of characters", 50_000, |n| "&#1".repeat(n);
    "stars and Chinese", 30_000, |n| "**甲，**乙*丙。*".repeat(n);
    "stars between Chinese", 50_000, |n| "甲**乙*".repeat(n);
    "stars and strokes", 30_000, |n| "*甲~~乙**丙_丁 ".repeat(n);
    "runs of every length", 80_000, |n| numbered((2 * n).isqrt(), |at| format!("甲{}，", "*".repeat(at)));
    "nested emphasis", 20_000, |n| format!("{}甲{}", "*甲**乙".repeat(n), "乙**甲*".repeat(n));
    "bold beside bold", 20_000, |n| "**甲****乙**".repeat(n);
    "stars in lines", 30_000, |n| "*甲\n**乙\n".repeat(n);
    "definitions of references", 20_000, |n| numbered(n, |at| format!("[{at}]: https://a.cn/{at}\n"));
    "one reference", 20_000, |n| format!("{}\n\n{}", "[甲] ".repeat(n), "[甲]: https://a.cn\n".repeat(n));
    "one long reference", 20_000, |n| format!("{}\n\n[甲]: https://a.cn/{}\n", "[甲] ".repeat(n), "a".repeat(n));
    "references without an address", 30_000, |n| "[a]:\n".repeat(n);
    "open titles", 20_000, |n| "[a]: b \"c\n".repeat(n);
    "links with open titles", 30_000, |n| "[a](b \"".repeat(n);
    "links with open brackets", 30_000, |n| "[a](<b".repeat(n);
    "links with parentheses", 50_000, |n| format!("[a]({}", "(".repeat(n));
    "nested links", 20_000, |n| format!("{}甲{}", "[".repeat(n), "](a)".repeat(n));
    "nested pictures", 5_000, |n| format!("{}甲{}", "![".repeat(n), "](a.png)".repeat(n));
    "nested pictures with attributes", 5_000, |n| format!("{}甲{}", "![".repeat(n), "](a.png){.left}".repeat(n));
    "equal headings", 10_000, |n| format!("[TOC]\n\n{}", "## 甲\n\n".repeat(n));
    "underlined headings", 20_000, |n| "甲\n=\n乙\n-\n".repeat(n);
    "headings of every level", 10_000, |n| format!("[TOC]\n\n{}", numbered(n, |at| format!("{} 节\n\n", "#".repeat(at % 6 + 1))));
    "lazy lines", 10_000, |n| format!("{}a\n{}", ">".repeat(n), "b\n".repeat(n));
    "blank lines in deep items", 10_000, |n| format!("{}a\n{}b", "- ".repeat(n), "\n".repeat(n));
    "lines under deep items", 5_000, |n| format!("{}a\n{}", "- ".repeat(n), "b\n".repeat(n));
    "paragraphs under deep items", 5_000, |n| format!("{}a\n\n{}", "- ".repeat(n), "b\n\n".repeat(n));
    "numbers on one line", 10_000, |n| format!("{}a", "1. ".repeat(n));
    "stars on one line", 10_000, |n| format!("{}a", "* ".repeat(n));
    "quotations and items", 10_000, |n| format!("{}a", "> - ".repeat(n));
    "lists of three kinds", 10_000, |n| "- a\n* b\n+ c\n".repeat(n);
    "loose items", 20_000, |n| "- a\n\n".repeat(n);
    "tasks", 20_000, |n| "- [ ] a\n".repeat(n);
    "quotations", 10_000, |n| "> a\n\n".repeat(n);
    "alerts", 10_000, |n| "> [!NOTE]\n> a\n\n".repeat(n);
    "terms and definitions", 20_000, |n| "甲\n: 乙\n".repeat(n);
    "definitions without terms", 20_000, |n| ": 乙\n".repeat(n);
    "tabs", 100_000, |n| "\t".repeat(n);
    "carriage returns", 100_000, |n| "甲\r".repeat(n);
    "indented lines", 30_000, |n| "    a\n\n".repeat(n);
    "strokes as fences", 20_000, |n| "~~~\n".repeat(n);
    "hosts", 30_000, |n| "https://a.".repeat(n);
    "addresses without a host", 30_000, |n| "https://".repeat(n);
    "addresses with users", 30_000, |n| "https://a@".repeat(n);
    "dots of an address", 100_000, |n| format!("https://a.cn/{}", ".)".repeat(n));
    "unusual blanks", 30_000, |n| "-\u{a0}甲\n".repeat(n);
    "one formula", 5_000, |n| "$x^2$甲".repeat(n);
    "nested columns", 5_000, |n| format!("{}甲\n", "::: columns\n\n+++\n\n".repeat(n));
    "nested steps", 5_000, |n| format!("{}甲\n", "::: steps\n\n".repeat(n));
    "closed columns", 5_000, |n| format!("{}甲\n{}", "::: columns\n甲\n\n+++\n\n".repeat(n), ":::\n".repeat(n));
    "empty items", 20_000, |n| "-\n\n".repeat(n);
    "deeper and deeper items", 500_000, |n| format!("{}\n{}", numbered(n.isqrt(), |at| format!("{}- a\n", "  ".repeat(at))), "b\n".repeat(n / 8));
    "lines under notes", 10_000, |n| format!("{}a\n{}", "[^1]: ".repeat(n), "b\n".repeat(n));
    "carets", 100_000, |n| "a^".repeat(n);
    "notes in place", 20_000, |n| "甲^[乙 丙]".repeat(n);
    "open notes in place", 50_000, |n| "^[a ".repeat(n);
    "nested notes in place", 20_000, |n| format!("{}a{}", "^[".repeat(n), "]".repeat(n));
    "marks under brackets", 30_000, |n| format!("^[甲{}", "==甲 ]".repeat(n));
    "line breaks", 50_000, |n| "a  \n".repeat(n);
}
