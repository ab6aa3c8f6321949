use super::*;
use proptest::prelude::*;

fn measured(html: &str) -> String {
    store(html, Profile::Measured).unwrap()
}

#[test]
fn all_that_is_allowed_stays_byte_for_byte() {
    let html = "<section style=\"font-size:16px;line-height:1.8\"  data-x='1'>\n <p>一 &amp; 二<br/>三</p>\n\
        <a href=\"https://mp.weixin.qq.com/s/abcdefghijklmnopqrstuv\">旧文</a> 1 < 2 <b >粗</b ></section>";
    assert_eq!(measured(html), html);
}

#[test]
fn active_elements_and_attributes_go_with_what_they_hold() {
    assert_eq!(
        measured("<p onclick=\"x()\" id=a class='b' style=\"color:red\">甲<script>alert('<p>')</script></p>"),
        "<p style=\"color:red\">甲</p>"
    );
    assert_eq!(
        measured("甲<style>p{}</style><link rel=x><!-- 记 --><form><input name=a>乙</form>丙"),
        "甲丙"
    );
    assert_eq!(measured("<a href=\" java\nscript:x()\">甲</a>"), "<a>甲</a>");
    assert_eq!(measured("<a href='&#106;avascript:x()'>甲</a>"), "<a>甲</a>");
    assert_eq!(
        measured("<!doctype html><html><head><title>t</title></head><body><p>甲</p></body></html>"),
        "<p>甲</p>"
    );
}

#[test]
fn pictures_of_the_platform_are_rewritten_and_others_go() {
    assert_eq!(
        measured(
            "<img alt=\"图\" src=\"http://mmbiz.qpic.cn/mmbiz_png/x/0?wx_fmt=png\" width=\"300\" height=\"2\">"
        ),
        "<img alt=\"图\" data-src=\"https://mmbiz.qpic.cn/mmbiz_png/x/640?wx_fmt=png&amp;from=appmsg\" height=\"2\">"
    );
    for gone in [
        "https://e.com/a.png",
        "data:image/png;base64,AA",
        "a.png",
        "https://mmbiz.qpic.cn.evil.com/0",
        "https://mmbiz.qpic.cn@evil.com/0",
        "",
    ] {
        assert_eq!(measured(&format!("<p><img src=\"{gone}\"></p>")), "<p></p>", "{gone}");
    }
    let once = measured("<img src='http://mmbiz.qlogo.cn/x/0'>");
    assert_eq!(measured(&once), once);
}

#[test]
fn declarations_go_one_by_one_and_a_quoted_url_costs_the_element() {
    assert_eq!(
        measured("<p style=\"color:red;position:absolute;top:0\">甲</p>"),
        "<p style=\"color:red;top:0\">甲</p>"
    );
    assert_eq!(measured("<p style=\"width:calc(1px + 2px)\">甲</p>"), "<p>甲</p>");
    assert_eq!(
        measured("<p style=\"background:url(https://e.com/a.png) red;color:red\">甲</p>"),
        "<p style=\"color:red\">甲</p>"
    );
    let kept =
        "<p style=\"background:url(https://mmbiz.qpic.cn/a/0);font-family:&quot;a;position:x&quot;\">甲</p>";
    assert_eq!(measured(kept), kept);
    assert_eq!(
        measured("<section style=\"background:url('https://mmbiz.qpic.cn/a')\">甲<b>乙</b></section>丙"),
        "甲<b>乙</b>丙"
    );
    assert_eq!(
        measured("<section nodeleaf><svg viewBox=\"0 0 1 1\"></svg></section>"),
        "<section nodeleaf=\"nodeleaf\"><svg viewbox=\"0 0 1 1\"></svg></section>"
    );
}

#[test]
fn a_tag_that_never_ends_goes_as_it_does_in_a_browser() {
    for (html, stored) in [
        ("<p>甲</p><img src=x onerror=alert(1) ", "<p>甲</p>"),
        ("<p>甲</p><img src=x onerror=\"alert(1)", "<p>甲</p>"),
        ("甲</p", "甲"),
        ("甲<!-- 记", "甲"),
        ("甲 < 乙 <", "甲 < 乙 <"),
        ("甲 &am", "甲 &am"),
    ] {
        assert_eq!(measured(html), stored, "{html}");
    }
}

#[test]
fn links_that_the_platform_refuses_are_refused() {
    for bad in [
        "<a href=\"#a\">甲</a>",
        "<a href='http://mp.weixin.qq.com/s?__biz=x&amp;tempkey=y'>甲</a>",
        "<a href=\"https://mp.weixin.qq.com/s/short\">甲</a>",
        "<mp-miniprogram data-x=1></mp-miniprogram>",
        "<p style=“color:red”>甲</p>",
    ] {
        assert_eq!(store(bad, Profile::Measured).unwrap_err().code, 45166, "{bad}");
    }
    let foreign = "<p><a href=\"https://example.org\">外</a></p>";
    assert_eq!(measured(foreign), foreign);
    assert_eq!(store(foreign, Profile::Strict).unwrap(), "<p>外</p>");
}

#[test]
fn the_text_is_decoded_and_its_blanks_collapsed() {
    assert_eq!(text("<p>一 &amp;\n 二</p>\n<p>三</p>"), "一 & 二 三");
}

proptest! {
    #[test]
    fn no_input_breaks_the_filter_or_brings_a_script_through(
        html in "(<[a-z]{1,6}( [a-z]{1,5}=(\"[^\"]{0,9}\"|'x'|y))?>|</[a-z]{1,6}>|甲|<|>|\"|&|<!--|-->|<script>|<form>|</form>|<body>){0,20}"
    ) {
        if let Ok(once) = store(&html, Profile::Measured) {
            prop_assert!(!once.contains("<script>"), "{once}");
            let _ = text(&once);
        }
    }
}
