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

#[test]
fn check_names_words_that_are_no_colour_and_classes_without_a_rule() {
    let site = folder(&[
        (
            "layouts/themes/odd/article.css",
            "p { color: blurple }\nh2 { border-left: 3px solid darkslateblu; color: rebeccapurple }\n",
        ),
        (
            "layouts/themes/odd/footer.html",
            "<section class=\"part-footer lonely\"><p class=\"styled\">{{ site }}</p></section>",
        ),
        ("layouts/themes/odd/theme.yaml", "title: 怪\nextends: ink\n"),
        ("layouts/themes/tidy/article.css", ".styled { color: #333 }\n"),
        ("layouts/themes/tidy/footer.html", "<p class=\"styled loose\">{{ site }}</p>"),
    ]);
    let ran = run(site.path(), &["theme", "check", "odd"]);
    assert_eq!(ran.code, 3);
    for part in
        ["article.css:1:5", "“blurple”不是颜色", "article.css:2:6", "改成 darkslateblue", "lonely", "styled"]
    {
        assert!(ran.err.contains(part), "{part}: {}", ran.err);
    }
    assert!(!ran.err.contains("“rebeccapurple”") && !ran.err.contains("类名“part-footer”"), "{}", ran.err);
    // A hint alone is no failure, unless hints are asked for.
    let ran = run(site.path(), &["theme", "check", "tidy"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("footer.html:1:18") && ran.err.contains("loose"), "{}", ran.err);
    assert_eq!(run(site.path(), &["theme", "check", "tidy", "--level", "info"]).code, 3);
}

#[test]
fn check_of_a_site_says_what_is_wrong_with_its_own_themes() {
    let css = "p { position: fixed }\n";
    let site = folder(&[("layouts/themes/bad/article.css", css), ("layouts/themes/worse/article.css", css)]);
    let found = |args: &[&str]| {
        let ran = run(site.path(), &[&["check"], args].concat());
        let of = |name: &str| ran.out.contains(&format!("layouts/themes/{name}/article.css:1:5"));
        (ran.code, of("bad"), of("worse"))
    };
    assert_eq!(found(&[]), (3, true, true));
    assert_eq!(found(&["layouts/themes/bad"]), (3, true, false));
    assert_eq!(found(&["layouts/themes/worse/article.css"]), (3, false, true));
    assert_eq!(found(&["layouts"]), (3, true, true));
    assert_eq!(found(&["qianfa.yaml"]), (0, false, false));
}

#[test]
fn a_copy_of_a_built_in_theme_is_built_in_until_it_is_changed() {
    let folder_of =
        |name: &str| std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts/themes").join(name);
    let site = folder(&[]);
    let copy = site.path().join("layouts/themes/minimal");
    fs::create_dir_all(&copy).unwrap();
    for file in fs::read_dir(folder_of("minimal")).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), copy.join(file.file_name())).unwrap();
    }
    let line = || {
        let out = run(site.path(), &["theme", "list"]).out;
        out.lines().find(|line| line.starts_with("minimal")).unwrap().to_owned()
    };
    assert!(line().contains("内置"), "{}", line());
    fs::write(copy.join("footer.html"), "<p>{{ site }}</p>").unwrap();
    assert!(line().contains("站点"), "{}", line());
}
