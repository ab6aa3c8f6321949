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

/// A GIF of one pixel, as web pages paste it.
const PIXEL: &str = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

#[test]
fn r46_a_pixel_pasted_from_a_page_is_removed_and_told_at_its_line() {
    let counter = "<img src=\"https://t.example.com/a.gif\" width=\"1\" height=\"1px\">".to_owned();
    for image in [format!("<img src=\"{PIXEL}\">"), format!("![]({PIXEL})"), counter] {
        for markdown in [format!("第一行\n\n前{image}后\n"), format!("第一行\n\n{image}\n\n后\n")] {
            let rendered = render(&markdown);
            assert_eq!(found(&rendered), ["wx.html-removed"], "{markdown}");
            assert_eq!(rendered.findings.iter().next().unwrap().place.start().line, 3, "{markdown}");
            assert!(
                !rendered.html.contains("<img") && !rendered.html.contains("data:image"),
                "{}",
                rendered.html
            );
        }
    }
}

#[test]
fn r46_a_stand_in_gives_way_to_the_picture_that_the_page_loads_later() {
    let rendered =
        render(&format!("<img src=\"{PIXEL}\" data-src=\"https://mmbiz.qpic.cn/a/0?wx_fmt=png\">\n"));
    assert!(rendered.html.contains("src=\"https://mmbiz.qpic.cn/a/0?wx_fmt=png\""), "{}", rendered.html);
    assert!(found(&rendered).is_empty());
    assert!(
        render(&format!("<img src=\"{PIXEL}\" data-original=\"小.png\">\n")).html.contains("data-w=\"120\"")
    );
    assert_eq!(
        found(&render(&format!("<img src=\"{PIXEL}\" data-src=\"https://a.cn/b.png\">\n"))),
        ["asset.remote"]
    );
    // A picture that is written into the text would be lost: an error that says so, without the address.
    let rendered = render(
        "![图](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAGQAAABkCAIAAAD/gAIDAAAAFklEQVR4nGNgGAWj)",
    );
    assert_eq!(found(&rendered), ["asset.remote"]);
    let message = rendered.findings.iter().next().unwrap().message.text(qianfa::base::message::Lang::Zh);
    assert!(message.contains("写在了正文里") && !message.contains("iVBOR"), "{message}");
}
