//! `qianfa theme` through the program.

use std::fs;

use crate::support::program::{folder, run};

#[test]
fn list_names_every_theme_and_says_where_it_is_from() {
    let site = folder(&[("layouts/themes/brand/theme.yaml", "title: 品牌\nabout: 我们的\nextends: ink\n")]);
    let ran = run(site.path(), &["theme", "list"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), super::theme::built_in().len() + 1);
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("brand") && line.contains("站点") && line.ends_with("我们的"))
    );
    assert!(lines.iter().any(|line| line.starts_with("festive") && line.contains("内置")));

    let nowhere = tempfile::tempdir().unwrap();
    let ran = run(nowhere.path(), &["theme", "list"]);
    assert_eq!(ran.code, 0, "built-in themes need no site: {}", ran.err);
}

#[test]
fn a_new_theme_passes_its_check_and_nothing_is_overwritten() {
    let site = folder(&[]);
    let ran = run(site.path(), &["theme", "new", "brand", "--from", "magazine"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let settings = fs::read_to_string(site.path().join("layouts/themes/brand/theme.yaml")).unwrap();
    assert!(settings.starts_with("title: brand\n") && settings.contains("accent:"), "{settings}");
    let ran = run(site.path(), &["theme", "check", "brand"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(run(site.path(), &["theme", "check"]).code, 0);
    assert_eq!(run(site.path(), &["theme", "check", "layouts/themes/brand/"]).code, 0);

    let ran = run(site.path(), &["theme", "new", "brand"]);
    assert!(ran.code == 1 && ran.err.contains("layouts/themes/brand"), "{}", ran.err);
    assert_eq!(run(site.path(), &["theme", "new", "../out"]).code, 1);
    assert_eq!(run(site.path(), &["theme", "new", "other", "--from", "magazin"]).code, 1);
    assert!(!site.path().join("layouts/themes/other").exists());
}

#[test]
fn check_finds_styles_templates_and_text_that_cannot_be_read() {
    let site = folder(&[
        ("layouts/themes/bad/theme.yaml", "title: 坏\nvariables:\n  ink: \"#eeeeee\"\n"),
        (
            "layouts/themes/bad/article.css",
            "p { position: fixed }\nh2 { background: #ffe0a0; color: #fff }\n",
        ),
        ("layouts/themes/bad/footer.html", "<p>{{ nobody }}</p>"),
    ]);
    let ran = run(site.path(), &["theme", "check", "bad"]);
    assert_eq!(ran.code, 3);
    for part in
        ["article.css:1:5", "article.css:2:1", "footer.html:1:", "theme.contrast", "theme.css", "theme.part"]
    {
        assert!(ran.err.contains(part), "{part}: {}", ran.err);
    }
    for name in super::theme::built_in() {
        assert_eq!(run(site.path(), &["theme", "check", &name]).code, 0, "{name}");
    }
    let ran = run(site.path(), &["theme", "check", "mimimal"]);
    assert!(ran.code == 1 && ran.err.contains("minimal"), "{}", ran.err);
}
