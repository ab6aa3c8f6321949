//! Suppressions, baselines and `--since` through the binary, and the hook that runs before a commit.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::support::program::{Ran, folder, run};
use crate::support::site::article;

/// Rule, severity and line of each finding.
fn found(ran: &Ran) -> Vec<(String, String, u64)> {
    let all: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{} {}", ran.out, ran.err));
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap().to_owned();
    let findings = all["findings"].as_array().unwrap();
    let row = |finding: &Value| {
        (text(finding, "rule"), text(finding, "severity"), finding["line"].as_u64().unwrap())
    };
    findings.iter().map(row).collect()
}

fn checked(site: &Path, more: &[&str]) -> Vec<(String, String, u64)> {
    found(&run(site, &[&["check", "--format", "json"], more].concat()))
}

fn rules(rows: &[(String, String, u64)]) -> Vec<&str> {
    rows.iter().map(|(rule, ..)| rule.as_str()).collect()
}

#[test]
fn a_warning_that_is_answered_for_is_gone_and_an_error_becomes_a_warning_that_says_so() {
    let body = "\n**广告**\n\n<!-- qianfa-ignore cr.phrase, ad.absolute: 引用法条原文 -->\n\n这是最佳的热汤，图片来自网络。\n";
    let site = folder(&[("content/a.md", &article("a1", "kind: ad\nsponsor: 汤馆", body))]);
    let rows = checked(site.path(), &["--select", "cr,ad.absolute,site"]);
    let wanted = ("ad.absolute".to_owned(), "warning".to_owned(), 12);
    assert_eq!(rows, [wanted]);
    let ran = run(site.path(), &["check", "--select", "ad.absolute"]);
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("答复: 行内说明已答复：引用法条原文"), "{}", ran.out);
    let ran = run(site.path(), &["--lang", "en", "check", "--select", "ad.absolute"]);
    assert!(ran.out.contains("answered for in the text"), "{}", ran.out);
    for format in ["github", "junit", "rdjson", "sarif"] {
        let ran = run(site.path(), &["check", "--select", "ad.absolute", "--format", format]);
        assert!(ran.out.contains("行内说明已答复：引用法条原文"), "{format}: {}", ran.out);
    }
}

#[test]
fn a_site_that_raises_a_rule_does_not_raise_what_is_answered_for() {
    let body = "\n<!-- qianfa-ignore cr.phrase: 引用原话 -->\n\n图片来自网络。\n";
    let site = folder(&[
        ("content/a.md", &article("a1", "", body)),
        ("policy/rules/own.yaml", "severity: {cr.phrase: error}\n"),
    ]);
    let rows = checked(site.path(), &["--select", "cr.phrase,site"]);
    assert_eq!(rows, [("cr.phrase".to_owned(), "warning".to_owned(), 8)]);
}

#[test]
fn findings_in_a_picture_are_reached_from_the_place_that_shows_it() {
    let big = "x".repeat(40);
    let shown = "\n<!-- qianfa-ignore asset.type: 扫描件，正在换 -->\n\n![图](a.png)\n";
    let cover = "# qianfa-ignore asset.type: 扫描件，正在换\ncover: {image: a.png}\nrights: {images: own}";
    for (keys, body) in [("rights: {images: own}", shown), (cover, "\n正文\n")] {
        let site = folder(&[("content/a/index.md", &article("a1", keys, body)), ("content/a/a.png", &big)]);
        let rows = checked(site.path(), &["--select", "asset.type,site"]);
        assert!(rows.iter().all(|(_, severity, _)| severity == "warning"), "{rows:?}");
        assert!(!rules(&rows).contains(&"site.suppression"), "{rows:?}");
        let bare = article("a1", &keys.replace("# qianfa", "# q"), &body.replace("qianfa", "q"));
        fs::write(site.path().join("content/a/index.md"), bare).unwrap();
        assert_eq!(checked(site.path(), &["--select", "asset.type"])[0].1, "error");
    }
}

#[test]
fn a_baseline_hides_what_was_there_counts_what_is_new_and_shrinks() {
    let old = "\n图片来自网络，电话 13912345678。\n\n侵删。\n";
    let site = folder(&[("content/a.md", &article("a1", "", old))]);
    let here = site.path();
    assert_eq!(run(here, &["check", "--baseline", "b.json"]).code, 1);
    let ran = run(here, &["check", "--write-baseline", "b.json"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = fs::read_to_string(here.join("b.json")).unwrap();
    assert!(!text.contains("1391234") && !text.contains("图片来自网络"), "{text}");
    run(here, &["check", "--write-baseline", "again.json"]);
    assert_eq!(fs::read_to_string(here.join("again.json")).unwrap(), text);

    let ran = run(here, &["check", "--baseline", "b.json", "--level", "warning"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert!(ran.err.contains("旧问题没有列出"), "{}", ran.err);
    let only = ["--baseline", "b.json", "--select", "cr,pii,site.baseline"];
    // Lines move, and one more of the same is new.
    let more = format!("\n新的一段。\n{old}\n侵删。\n");
    fs::write(here.join("content/a.md"), article("a1", "", &more)).unwrap();
    assert_eq!(rules(&checked(here, &only)), ["cr.phrase"]);
    fs::write(here.join("content/a.md"), article("a1", "", "\n电话 13912345678。\n")).unwrap();
    let rows = checked(here, &only);
    assert_eq!(rules(&rows), ["site.baseline"]);
    assert_eq!(rows[0].1, "info");
    run(here, &["check", "--write-baseline", "b.json"]);
    assert!(fs::read_to_string(here.join("b.json")).unwrap().len() < text.len());
    assert_eq!(checked(here, &only), []);
    fs::write(here.join("b.json"), "[]").unwrap();
    let ran = run(here, &["check", "--baseline", "b.json"]);
    assert!(ran.code == 1 && ran.err.contains("不是基线文件"), "{}", ran.err);
}

/// `git` with nothing of the tester's surroundings.
fn git(folder: &Path, args: &[&str]) -> (bool, String) {
    let program = Path::new(env!("CARGO_BIN_EXE_qianfa")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let done = Command::new("git")
        .current_dir(folder)
        .args(["-c", "user.name=甲", "-c", "user.email=a@example.org"])
        .args(args)
        .env("HOME", folder)
        .env("PATH", path)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env_remove("QIANFA_LANG")
        .output()
        .unwrap();
    let text = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    (done.status.success(), text)
}

fn commit(folder: &Path) {
    for args in [&["add", "-A"][..], &["commit", "-q", "--no-verify", "-m", "一步"]] {
        let (done, text) = git(folder, args);
        assert!(done, "{text}");
    }
}

#[test]
fn since_shows_what_the_change_touches_and_what_it_brings_about() {
    let body = "\n图片来自网络。\n\n第二段。[^1]\n\n[^1]: 注\n";
    let site = folder(&[
        ("content/a.md", &article("a1", "", body)),
        ("content/b.md", &article("b1", "", "\n图片来自网络。\n")),
    ]);
    let here = site.path();
    git(here, &["init", "-q", "-b", "main"]);
    commit(here);
    let since = |revision: &str| checked(here, &["--since", revision, "--select", "cr,wx.footnote-unused"]);
    assert_eq!(since("HEAD"), []);
    fs::write(here.join("content/a.md"), article("a1", "", &body.replace("第二段", "改过的第二段"))).unwrap();
    assert_eq!(since("HEAD"), [], "an old finding in another line is not the change's");
    fs::write(here.join("content/a.md"), article("a1", "", &body.replace("第二段。[^1]", "侵删。"))).unwrap();
    assert_eq!(
        rules(&since("HEAD")),
        ["cr.phrase", "wx.footnote-unused"],
        "its own, and what it brought about"
    );
    git(here, &["checkout", "-q", "-b", "topic"]);
    commit(here);
    git(here, &["checkout", "-q", "main"]);
    fs::write(here.join("content/b.md"), article("b1", "", "\n侵删，图片来自网络。\n")).unwrap();
    commit(here);
    git(here, &["checkout", "-q", "topic"]);
    let rows = checked(here, &["--since", "main", "--select", "cr"]);
    assert_eq!(rows.len(), 1, "what others did on main meanwhile is not ours: {rows:?}");
}

#[test]
fn the_hook_refuses_a_commit_with_an_error_and_takes_the_mended_one() {
    let site = folder(&[("content/a.md", &article("a1", "", "\n电话 13912345678。\n"))]);
    let here = site.path();
    git(here, &["init", "-q", "-b", "main"]);
    let hook = here.join(".git/hooks/pre-commit");
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/hooks/pre-commit");
    fs::create_dir_all(hook.parent().unwrap()).unwrap();
    fs::copy(sample, &hook).unwrap();
    fs::set_permissions(&hook, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();

    git(here, &["add", "-A"]);
    let (done, text) = git(here, &["commit", "-m", "第一次"]);
    assert!(!done && text.contains("pii.mobile"), "the first commit is checked whole: {text}");
    commit(here);
    fs::write(here.join("content/b.md"), article("b1", "", "\n没有问题的一段。\n")).unwrap();
    git(here, &["add", "-A"]);
    let (done, text) = git(here, &["commit", "-m", "不碰旧问题"]);
    assert!(done, "{text}");
    fs::write(here.join("content/c.md"), article("c1", "", "\n电话 13812345678。\n")).unwrap();
    git(here, &["add", "-A"]);
    let (done, text) = git(here, &["commit", "-m", "新问题"]);
    assert!(!done && text.contains("content/c.md"), "{text}");
    assert!(!text.contains("content/a.md"), "{text}");
}
