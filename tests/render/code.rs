//! Code blocks: what readers see and what they copy (R29–R33), in every shape.

use std::sync::Arc;

use qianfa::render::{Rendered, Renderer, fragment};
use qianfa::site::{CodeColors, CodeOptions, Format, RenderOptions};
use qianfa::source::SourceFile;

use super::{Files, bare, found, render};

const RUST: &str = "fn main() {\n    let 名 = \"签 发\"; // 注\n\n    println!(\"{}\", 1 + 2);\n}";

/// Renders with options for code, and proves that the fragment is one.
fn render_with(markdown: &str, code: CodeOptions) -> Rendered {
    let files = Files::default();
    let options = RenderOptions { code, ..RenderOptions::default() };
    let file = Arc::new(SourceFile::new("content/甲/index.md", markdown));
    let rendered = Renderer::new(&files, "ink").file(&file, 0..markdown.len(), Format::Article, &options);
    let violations = fragment::check(&rendered.html);
    assert!(violations.is_empty(), "{violations:#?}\nof {markdown:?}\nin {}", rendered.html);
    rendered
}

/// What readers copy from the first block of code: the text of its `code` element.
fn copied(html: &str) -> String {
    let start = html.find("<pre").unwrap();
    let end = html.find("</code>").unwrap();
    let mut out = String::new();
    let mut rest = &html[start..end];
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let close = open + rest[open..].find('>').unwrap();
        if &rest[open..=close] == "<br>" {
            out.push('\n');
        }
        rest = &rest[close + 1..];
    }
    out.push_str(rest);
    let out = out.replace('\u{a0}', " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    // An empty line holds a blank so that it is not lost.
    out.split('\n').map(|line| if line == " " { "" } else { line }).collect::<Vec<_>>().join("\n")
}

const SHAPES: &[&str] = &[
    "rust",
    "rust {1,3-4}",
    "rust numbers",
    "rust numbers=98 {2}",
    "rust dots title=\"主.rs\" label",
    "rust wrap",
    "rust dark numbers",
    "rust light",
    "diff-rust",
    "diff",
    "text",
    "",
    "没有",
    "rust wrap {1}",
    "markdown",
    "html",
    "sh",
    "yaml",
    "python",
    "vue",
];

#[test]
fn r29_lines_and_blanks_stay_in_every_shape() {
    for shape in SHAPES {
        let html = render(&format!("```{shape}\na  b\n\n\tc d\n```")).html;
        let inner = html.split("<code").nth(1).unwrap().split("</code>").next().unwrap();
        assert_eq!(inner.matches("<br>").count(), 2, "{shape}: {inner}");
        assert!(!inner.contains("  ") && !inner.contains('\n'), "{shape}: {inner}");
        assert!(
            inner.contains("a\u{a0}\u{a0}b")
                || inner.contains("\u{a0}\u{a0}b")
                || inner.contains("a\u{a0}\u{a0}</span>"),
            "{shape}: {inner}"
        );
    }
}

#[test]
fn r30_copied_text_is_the_source_in_every_shape() {
    let sources = [
        RUST,
        "+ 加\n- 减\n  同\n\n+++ b\n@@ -1 +1 @@",
        "<a href=\"x\">&amp; 甲</a>\n\n\n  <!-- 注 -->",
        "a\u{3000}b  \n   c",
        "x",
    ];
    for shape in SHAPES {
        for source in sources {
            let html = render(&format!("````{shape}\n{source}\n````")).html;
            assert_eq!(copied(&html), source, "{shape}");
        }
    }
}

#[test]
fn r30_places_and_line_ends_do_not_matter() {
    for (markdown, source) in [
        ("    fn a() {}\n\n    b", "fn a() {}\n\nb"),
        ("```go\r\nfunc a() {\r\n\treturn\r\n}\r\n```\r\n", "func a() {\n    return\n}"),
        ("- 甲\n\n  ```js\n  let a = 1;\n    b\n  ```\n", "let a = 1;\n  b"),
        ("> ```py\n> def a():\n>     pass\n> ```", "def a():\n    pass"),
        ("1. 甲\n   - 乙\n\n     ```sh numbers\n     ls -l\n     ```", "ls -l"),
        ("```rust\n没有结束", "没有结束"),
        ("~~~~\n```\n~~~~", "```"),
    ] {
        assert_eq!(copied(&render(markdown).html), source, "{markdown:?}");
    }
    assert_eq!(render("```rust\n```").html, "");
    assert_eq!(render("```\n   \n\n```").html, "");
}

#[test]
fn r31_code_scrolls_inside_its_block_or_wraps() {
    let pre = |html: &str| html.split("<pre").nth(1).unwrap().split("</code>").next().unwrap().to_owned();
    let html = pre(&render("```rust\nlet a = 1;\n```").html);
    assert!(
        html.contains("white-space:normal")
            && html.contains("overflow-x:auto")
            && html.contains("white-space:nowrap")
    );
    let html = pre(&render("```rust wrap\nlet a = 1;\n```").html);
    assert!(
        html.contains("white-space:pre-wrap")
            && html.contains("word-break:break-all")
            && !html.contains("overflow-x:auto")
    );
    let all = CodeOptions { wrap: true, ..CodeOptions::default() };
    assert!(pre(&render_with("```\na\n```", all).html).contains("pre-wrap"));
    assert!(pre(&render_with("``` nowrap\na\n```", all).html).contains("nowrap"));
}

#[test]
fn r32_colours_stand_inline_and_neighbours_share_one_element() {
    let html = render("```rust\nfn main() {}\n// 注 释\n```").html;
    assert!(html.contains("<span style=\"color:#b02a30\">fn </span>"), "{html}");
    assert!(html.contains(">// 注 释</span>"), "{html}");
    assert!(!html.contains("class=") && !html.contains("</span><span style=\"color:#b02a30\"></span>"));
    // Blanks at a line's beginning never stand alone between tags.
    let html = render("```js\nif (a) {\n    return 1;\n}\n```").html;
    assert!(html.contains(">\u{a0}\u{a0}\u{a0}\u{a0}return </span>"), "{html}");
    for language in ["rust", "py", "js", "html", "sql", "sh", "css", "json", "yaml", "go", "java", "c++"] {
        let html = render(&format!("```{language}\n<b id=\"甲\">; 1 # // x\n```")).html;
        let inner = html.split("<code").nth(1).unwrap();
        assert!(inner.contains("<span style=\"color:#"), "{language}: {inner}");
    }
}

#[test]
fn r32_palettes_replace_the_colours_of_the_theme() {
    for (colors, ground) in [(CodeColors::Light, "#f6f6f6"), (CodeColors::Dark, "#282c34")] {
        let options = CodeOptions { colors, ..CodeOptions::default() };
        let html = render_with("```rust\nfn main() {}\n```", options).html;
        assert_eq!(html.matches(&format!("background:{ground}")).count(), 2, "{html}");
    }
    let options = CodeOptions { colors: CodeColors::Dark, ..CodeOptions::default() };
    assert!(render_with("```rust light\nfn main() {}\n```", options).html.contains("background:#f6f6f6"));
}

#[test]
fn r33_the_info_string_never_shows() {
    for info in [
        "rust,ignore",
        "js {1} 说明 some=thing",
        "{.python #name startFrom=3}",
        "rust no_run should_panic",
        "nope 甲 乙",
        "ts:no-line-numbers",
    ] {
        let rendered = render(&format!("```{info}\nx\n```"));
        assert_eq!(rendered.text, "x", "{info}");
    }
    assert_eq!(render("```rust title=\"src/主.rs\"\nx\n```").text, "src/主.rs\nx");
    assert_eq!(render("```rust src/main.rs\nx\n```").text, "src/main.rs\nx");
    assert_eq!(render("```rs label\nx\n```").text, "Rust\nx");
    let label = CodeOptions { label: true, ..CodeOptions::default() };
    assert_eq!(render_with("```rs a.rs\nx\n```\n\n```text\ny\n```", label).text, "a.rsRust\nx\ny");
}

#[test]
fn numbers_stand_in_a_cell_of_their_own_and_are_not_copied() {
    let numbers = CodeOptions { numbers: true, ..CodeOptions::default() };
    let html = bare("```rust numbers\na\nb\n```");
    assert_eq!(
        html,
        "<section><table><tr><td>1<br>2</td><td><pre><code>a<br>b</code></pre></td></tr></table></section>"
    );
    assert!(bare("``` numbers=9\na\nb\n```").contains("<td>9<br>10</td>"));
    let rendered = render_with(&format!("```rust\n{RUST}\n```"), numbers);
    assert_eq!(copied(&rendered.html), RUST);
    assert!(rendered.text.starts_with("fn main"), "{}", rendered.text);
    assert!(!render_with("```ts:no-line-numbers\na\n```", numbers).html.contains("<table"));
    // In a quotation that is too deep for a table the code stays.
    let deep = format!("{}```rust numbers\n{0}a\n", "> ".repeat(9));
    assert!(render(&deep).text.contains('a'));
}

#[test]
fn dots_and_titles_stand_above_the_code() {
    let html = bare("```rust dots title=a.rs\nx\n```");
    let (head, code) = html.split_once("<pre>").unwrap();
    assert_eq!(head.matches('●').count(), 3);
    assert!(head.contains("a.rs") && !code.contains('●') && !code.contains("a.rs"));
    let dots = CodeOptions { dots: true, ..CodeOptions::default() };
    let rendered = render_with("```\nx\n```", dots);
    assert!(rendered.html.contains('●') && !rendered.text.contains('●'));
    assert!(!render_with("``` nodots\nx\n```", dots).html.contains('●'));
}

#[test]
fn marked_and_changed_lines_have_a_ground() {
    let ground = |markdown: &str| render(markdown).html.matches("min-width:100%;background:rgba(").count();
    assert_eq!(ground("```js {1,3-4}\na\nb\nc\nd\ne\n```"), 3);
    assert_eq!(ground("```diff\n--- a\n+++ b\n@@ x\n c\n-d\n+e\n```"), 2);
    assert_eq!(ground("```diff-js\n-let a = 1;\n+let a = 2;\n b\n```"), 2);
    assert_eq!(ground("```js\n-a\n```"), 0);
    // The code behind the marks has the colours of its language.
    let html = render("```diff-js\n+let a = 2;\n```").html;
    assert!(html.contains("#b02a30\">let</span>"), "{html}");
}

#[test]
fn an_unknown_language_is_a_hint_at_its_place() {
    let rendered = render("甲\n\n```pyhton {1}\nx\n```");
    assert_eq!(found(&rendered), ["md.code-language"]);
    let finding = rendered.findings.iter().next().unwrap();
    assert_eq!(finding.place.text(), "pyhton");
    let start = finding.place.start();
    assert_eq!((start.line, start.column), (3, 4));
    for known in ["", "text", "python", "C++", "txt", "objc"] {
        assert_eq!(found(&render(&format!("```{known}\nx\n```"))), [] as [&str; 0], "{known}");
    }
}

#[test]
fn large_blocks_are_plain_and_whole() {
    let large = "let a = 1;\n".repeat(8_000);
    let html = render(&format!("```rust\n{large}```")).html;
    assert!(!html.split("<code").nth(1).unwrap().contains("<span"));
    assert_eq!(copied(&html), large.trim_end());
    let long = format!("let a = \"{}\";", "字".repeat(1_000));
    assert_eq!(copied(&render(&format!("```rust\n{long}\n```")).html), long);
}
