//! Every construct of CommonMark and of the GFM parts, in representative cases.

use super::{bare, render};

fn all(cases: &[(&str, &str)]) {
    for (markdown, expected) in cases {
        assert_eq!(bare(markdown), *expected, "{markdown}");
    }
}

#[test]
fn blocks() {
    all(&[
        ("a\n\nb", "<p>a</p><p>b</p>"),
        ("# a\n## b ##\n####### c", "<h1>a</h1><h2>b</h2><p>####### c</p>"),
        ("题\n===\n\n次\n---", "<h1>题</h1><h2>次</h2>"),
        ("***\n---\n_ _ _", "<hr><hr><hr>"),
        ("    code\n     more", "<section><pre><code>code<br>\u{a0}more</code></pre></section>"),
        ("~~~\na\n~~~", "<section><pre><code>a</code></pre></section>"),
        ("> a\n> b\n\nc", "<blockquote><p>a b</p></blockquote><p>c</p>"),
        ("> # 题\n> - 项", "<blockquote><h1>题</h1><ul><li><section>项</section></li></ul></blockquote>"),
        ("1) a\n2) b", "<ol><li><section>a</section></li><li><section>b</section></li></ol>"),
        ("- a\n+ b", "<ul><li><section>a</section></li></ul><ul><li><section>b</section></li></ul>"),
        (
            "- a\n\n      code",
            "<ul><li><section>a</section><section><pre><code>code</code></pre></section></li></ul>",
        ),
        ("- > 引\n- # 题", "<ul><li><blockquote><p>引</p></blockquote></li><li><h1>题</h1></li></ul>"),
        ("[a]\n\n[a]: https://mp.weixin.qq.com/s/x", "<p><a href=\"https://mp.weixin.qq.com/s/x\">a</a></p>"),
        ("１．a\n\n1.文字", "<p>１．a</p><p>1.文字</p>"),
    ]);
}

#[test]
fn inlines() {
    all(&[
        ("`` a`b ``", "<p><code>a`b</code></p>"),
        ("`  a  b  `", "<p><code>\u{a0}a\u{a0}\u{a0}b\u{a0}</code></p>"),
        ("*a **b** c*", "<p><em>a <strong>b</strong> c</em></p>"),
        ("a_b_ _c_ __d__", "<p>a_b_ <em>c</em><strong> d</strong></p>"),
        (r"\# \[a\] \`", "<p># [a] `</p>"),
        ("&nbsp;&eacute;&#x4e2d;", "<p>\u{a0}é中</p>"),
        ("<a@b.cn>", "<p><span>a@b.cn</span></p>"),
        ("~~a~~ ~b~", "<p><del>a</del> ~b~</p>"),
        ("a<b", "<p>a&lt;b</p>"),
        ("[a][b] [c](<", "<p>[a][b] [c](&lt;</p>"),
    ]);
}

#[test]
fn raw_html() {
    all(&[
        (
            "<section style=\"text-align:center\">\n\n**甲**\n\n</section>",
            "<section><p><strong>甲</strong></p></section>",
        ),
        ("a <b>b <i>c</b> d</i> e", "<p>a <strong>b <em>c</em></strong> d e</p>"),
        ("<b>甲\n\n乙", "<p><strong>甲</strong></p><p>乙</p>"),
        ("<center>甲</center>", "<section><p>甲</p></section>"),
        ("<font color=\"red\">红</font>字", "<p><span>红</span>字</p>"),
        ("<table><tr><td>甲</td></tr></table>", "<section><table><tr><td>甲</td></tr></table></section>"),
        (
            "<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>",
            "<p><ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby></p>",
        ),
        ("<pre>a\n  b</pre>", "<pre>a<br>\u{a0}\u{a0}b</pre>"),
        ("a<script>alert(1)</script>b", "<p>ab</p>"),
        (
            "<ol start=3><li>甲<li>乙</ol>",
            "<ol start=\"3\"><li><section>甲</section></li><li><section>乙</section></li></ol>",
        ),
        ("> <b>引\n\n后", "<blockquote><p><strong>引</strong></p></blockquote><p>后</p>"),
        ("<p>a</p>b", "<p>a</p><p>b</p>"),
    ]);
}

#[test]
fn a_list_in_a_quotation_in_a_list() {
    let rendered =
        render("- 甲\n  > 引\n  > 1. 一\n  >    | a | b |\n  >    |---|---|\n  >    | 1 | 2 |\n- 乙");
    assert_eq!(
        rendered.text.split_whitespace().collect::<Vec<_>>(),
        ["甲", "引", "一", "a", "b", "1", "2", "乙"]
    );
}
