use super::*;

fn rules(fragment: &str) -> Vec<&'static str> {
    check(fragment).into_iter().map(|violation| violation.rule).collect()
}

#[test]
fn broken_fragments_are_caught() {
    const P: &str = "<p style=\"color:#333;font-size:16px;line-height:1.75\">";
    for (fragment, rule) in [
        (format!("{P}a"), "R1"),
        (format!("{P}a</section>"), "R1"),
        ("<!-- a -->".to_owned(), "R2"),
        ("<div>a</div>".to_owned(), "R4"),
        ("<section onclick=\"x\"><hr></section>".to_owned(), "R5"),
        (format!("{P}<section><hr></section></p>"), "R6"),
        ("<section> <hr></section>".to_owned(), "R7"),
        (format!("{P}</p>"), "R8"),
        (format!("{}<hr>{}", "<section>".repeat(12), "</section>".repeat(12)), "R9"),
        ("<section style=\"color:#333;color:#444\"><hr></section>".to_owned(), "R10"),
        ("<section style=\"position:fixed\"><hr></section>".to_owned(), "R11"),
        ("<p>a</p>".to_owned(), "R13"),
        (format!("{P}a <br>b</p>"), "R17"),
        (format!("{P}a & b</p>"), "R18"),
        (format!("{P}a\u{202e}b</p>"), "R19"),
        ("<ul><section><hr></section></ul>".to_owned(), "R24"),
        ("<ul><li>a</li></ul>".to_owned(), "R25"),
        (format!("<ul><li>{P}a</p></li></ul>"), "R26"),
        ("<table><tr><td>a</td></tr></table>".to_owned(), "R34"),
        (format!("{P}<a href=\"https://a.cn\">a</a></p>"), "R36"),
        (
            "<section><img src=\"a.png\" alt=\"\" style=\"max-width:100%;height:auto\"></section>".to_owned(),
            "R42",
        ),
    ] {
        assert!(rules(&fragment).contains(&rule), "{rule} {fragment}: {:?}", check(&fragment));
    }
    assert_eq!(check(&format!("{P}a &amp; b</p>")), []);
}
