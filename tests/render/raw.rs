//! Raw HTML of authors.

use super::{bare, found, render};

#[test]
fn r47_the_lists_hold_for_authors_too() {
    let html = bare(
        "<section style=\"color:#333;position:fixed\"><p>甲<blink>乙</blink><script>丙</script></p></section>\n",
    );
    assert!(html.contains("甲乙") && !html.contains('丙') && !html.contains("blink"), "{html}");
    let rendered = render("<p style=\"color:#333;position:fixed;float:left\">甲</p>\n");
    assert!(rendered.html.contains("color:#333") && !rendered.html.contains("position"), "{}", rendered.html);
    assert_eq!(found(&rendered), ["wx.html-removed"]);
}

#[test]
fn r48_markdown_inside_html_works_and_open_tags_are_closed() {
    let html = bare("<section>\n\n**粗**\n\n</section>\n\n后\n");
    assert!(html.contains("<strong>粗</strong>") && html.ends_with("<p>后</p>"), "{html}");
    let html = bare("<p>甲<strong>乙\n\n后 *斜*\n");
    assert!(html.contains("<strong>乙</strong></p>") && html.contains("<em>斜</em>"), "{html}");
}

#[test]
fn r49_old_and_folding_elements_keep_all_their_text() {
    let rendered = render(
        "<details><summary>题</summary>里</details>\n\n<center>中</center>\n\n<font color=\"#b8382b\">红</font>\n\n<figure><figcaption>注</figcaption></figure>\n\n<dl><dt>词</dt><dd>义</dd></dl>\n",
    );
    for word in ["题", "里", "中", "红", "注", "词", "义"] {
        assert!(rendered.text.contains(word), "{word}: {}", rendered.text);
    }
    assert!(
        rendered.html.contains("text-align:center") && rendered.html.contains("color:#b8382b"),
        "{}",
        rendered.html
    );
}
