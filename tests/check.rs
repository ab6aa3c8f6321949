//! `qianfa check`, `rules` and `explain` as people and other programs see them.

use std::path::Path;

use proptest::prelude::*;
use qianfa::base::message::Lang;
use qianfa::base::width::width;
use qianfa::finding::Severity;
use qianfa::finding::format::{FORMATS, Report};
use qianfa::{rules, site as sites};

use crate::support::program::{finish, folder, qianfa, run};
use crate::support::site::{article, line, tree};

/// An advertisement with a word, a number and a picture that must not be, and a plan.
fn site() -> tempfile::TempDir {
    let long = "冬至那天，街上的风很硬，店里的汤却滚着，".repeat(6);
    let body = format!(
        "\n**广告**\n\n{long}这是本店最佳的热饮，别处喝不到，{long}\n\n订位找老板 13912345678，或到店。\n\n![汤](soup.png)\n"
    );
    folder(&[
        ("content/冬至/index.md", &article("a1", "kind: ad\nrights: {images: own}", &body)),
        ("content/读者.md", &article("b1", "", "\n图片来自网络。\n\n这家店自称全国第一。\n")),
        (
            "campaigns/winter.yaml",
            "id: winter\ntitle: 冬季活动\nstatus: draft\nrules: {participation: 邀请 3 位好友关注领取资料}\n\
             prizes: [{name: 电动车, unit_value: 60000, quantity: 1}]\n",
        ),
    ])
}

#[test]
fn people_see_excerpts_with_carets_basis_and_help() {
    let site = site();
    let ran = run(site.path(), &["check"]);
    assert_eq!(ran.code, 3);
    insta::assert_snapshot!(ran.out);
    assert_eq!(ran.err, "没有列出 4 个提示；加 --level info 查看\n");
}

#[test]
fn people_see_english_when_they_ask() {
    let site = site();
    insta::assert_snapshot!(run(site.path(), &["--lang", "en", "check", "--level", "info"]).out);
}

#[test]
fn programs_get_one_json_object() {
    let site = site();
    let ran = run(site.path(), &["check", "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (3, ""));
    let value: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let keys: Vec<&str> = value["findings"][0].as_object().unwrap().keys().map(String::as_str).collect();
    let promised = [
        "rule",
        "severity",
        "path",
        "line",
        "column",
        "end_line",
        "end_column",
        "message",
        "basis",
        "help",
        "fix",
    ];
    assert_eq!(keys, promised);
    insta::assert_snapshot!(ran.out);
}

#[test]
fn forges_get_sarif_with_every_rule_and_each_result_in_its_place() {
    let site = site();
    let ran = run(site.path(), &["check", "--format", "sarif"]);
    assert_eq!(ran.code, 3);
    let log: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(rules.windows(2).all(|pair| pair[0]["id"].as_str() < pair[1]["id"].as_str()));
    for result in run["results"].as_array().unwrap() {
        let row = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[row]["id"], result["ruleId"]);
    }
    // The row of a rule moves with each new rule.
    let mut results = run["results"].clone();
    for result in results.as_array_mut().unwrap() {
        result.as_object_mut().unwrap().remove("ruleIndex");
    }
    insta::assert_json_snapshot!(results);
}

#[test]
fn forges_get_annotations() {
    let site = site();
    insta::assert_snapshot!(run(site.path(), &["check", "--format", "github"]).out);
}

#[test]
fn a_masked_number_is_in_no_output_even_when_its_own_finding_is_left_out() {
    let files = [(
        "content/a.md",
        &*article(
            "a1",
            "",
            "\n图片来自网络，电话 13912345678。\n\n<!-- qianfa-ignore pii.mobile: 本人同意公开 -->\n\n电话 13887654321，侵删。\n",
        ),
    )];
    let site = folder(&files);
    for format in ["human", "json", "junit", "rdjson", "sarif", "github"] {
        for more in [&[][..], &["--select", "cr.phrase"]] {
            let args = [&["check", "--level", "info", "--format", format], more].concat();
            let ran = run(site.path(), &args);
            assert!(ran.out.contains("cr.phrase"), "{}", ran.out);
            assert!(!ran.out.contains("13912345678") && !ran.out.contains("13887654321"), "{}", ran.out);
        }
    }
}

/// Personal data of every kind, each of which must be reported and never printed.
const PRIVATE: &[(&str, &str, &str)] = &[
    ("pii.address", "他家住上海市浦东新区和平路12号3栋2单元501室", "和平路12号3栋2单元501室"),
    ("pii.bank-card", "退款打到 6222021234567890128", "6222021234567890128"),
    ("pii.email", "稿件发到 zhangsan88@qq.com", "zhangsan88@qq.com"),
    ("pii.health", "员工张伟平上个月确诊肺癌", "张伟平"),
    ("pii.hmt-permit", "他的回乡证 H87612345", "H87612345"),
    ("pii.id-card", "证件 11010519491231002X", "11010519491231002X"),
    ("pii.landline", "家里 0571-87654321", "0571-87654321"),
    ("pii.minor", "育才小学三年级二班的王子涵同学采访", "王子涵"),
    ("pii.passport", "领队护照号 E12345678", "E12345678"),
    ("pii.mobile", "电话 139-1234-5678", "139-1234-5678"),
    ("pii.plate", "肇事车辆京A12345驶离", "京A12345"),
    ("pii.wechat-id", "加我微信：zhangsan_88", "zhangsan_88"),
    ("pii.winner-list", "恭喜王建国获得一等奖", "王建国"),
    ("sec.credential", "secret: 9f86d081884c7d659a2feaa0c55ad015", "9f86d081884c7d659a2feaa0c55ad015"),
];

#[test]
fn no_kind_of_personal_data_is_in_any_output() {
    // A second finding on the same line brings the excerpt; a mend brings the line into what --fix tells.
    let pages: Vec<(String, String)> = PRIVATE
        .iter()
        .map(|(rule, sentence, _)| {
            let body = format!("\n{sentence}，图片来自网络，侵删 ,天冷了。\n");
            (format!("content/{rule}.md"), article(&rule.replace(['.', '-'], ""), "", &body))
        })
        .collect();
    let files: Vec<(&str, &str)> = pages.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let site = folder(&files);
    let assert_silent = |args: &[&str]| {
        let ran = run(site.path(), args);
        for (rule, _, secret) in PRIVATE {
            assert!(!ran.out.contains(secret) && !ran.err.contains(secret), "{rule}, {args:?}: {}", ran.out);
        }
        ran.out
    };
    for format in ["human", "json", "junit", "rdjson", "sarif", "github"] {
        let args = ["check", "--level", "info", "--format", format];
        let out = assert_silent(&args);
        for (rule, ..) in PRIVATE {
            assert!(out.contains(rule), "{rule}, {format}: {out}");
        }
        assert_silent(&[&args[..], &["--select", "cr.phrase"]].concat());
    }
    assert_silent(&["check", "--level", "info", "--fix"]);
}

#[test]
fn the_exit_code_depends_on_the_level() {
    let warning = folder(&[("content/a.md", &article("a1", "", "\n图片来自网络。\n"))]);
    let code = |args: &[&str]| run(warning.path(), args).code;
    assert_eq!(code(&["check"]), 0);
    assert_eq!(code(&["check", "--level", "warning"]), 3);
    assert_eq!(code(&["check", "--level", "warning", "--select", "pii"]), 0);
    assert_eq!(code(&["check", "--select", "pi"]), 1);
    assert_eq!(code(&["check", "--format", "xml"]), 1);
    assert_eq!(code(&["check", "nowhere"]), 1);
    assert_eq!(code(&["check", "/"]), 1);
    let nothing = tempfile::tempdir().unwrap();
    assert_eq!(run(nothing.path(), &["check"]).code, 1);
}

#[test]
fn a_clean_site_says_so() {
    let site = folder(&[("content/a.md", &article("a1", "", "\n天冷了，喝点热的。\n"))]);
    let ran = run(site.path(), &["check"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "没有发现问题\n", ""));
}

#[test]
fn paths_narrow_what_is_shown_and_may_be_typed_from_inside() {
    let site = site();
    let rules = |here: &Path, args: &[&str]| {
        let ran = run(here, &[&["check", "--format", "json"], args].concat());
        let value: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let findings = value["findings"].as_array().unwrap();
        findings.iter().map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(rules(site.path(), &["content/读者.md"]), ["cr.phrase", "ad.absolute"]);
    assert_eq!(rules(&site.path().join("content"), &["读者.md"]), ["cr.phrase", "ad.absolute"]);
    assert_eq!(
        rules(site.path(), &["campaigns", "--select", "promo"]),
        ["promo.prize.info", "promo.prize.limit"]
    );
    assert_eq!(rules(site.path(), &["content", "--select", "wx"]), Vec::<String>::new());
}

#[test]
fn a_broken_configuration_is_shown_with_its_place() {
    let site = folder(&[("qianfa.yaml", "version: 1\nname: 站\nzone: Asia/Beijing2\naccounts: {}\n")]);
    let ran = run(site.path(), &["check"]);
    assert_eq!(ran.code, 3);
    assert!(ran.out.contains("qianfa.yaml:3:7"), "{}", ran.out);
}

#[test]
fn an_editor_checks_what_is_not_saved_yet() {
    let site = folder(&[("content/a.md", &article("a1", "", "\n图片来自网络。\n"))]);
    let text = article("a1", "", "\n一行。\n\n电话 13912345678。\n");
    let args = ["check", "--format", "json", "--stdin-path", "content/a.md"];
    let ran = finish(qianfa(site.path(), &args).write_stdin(text));
    let value: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(value["findings"].as_array().unwrap().len(), 1, "{}", ran.out);
    assert_eq!(
        (&value["findings"][0]["rule"], &value["findings"][0]["line"]),
        (&"pii.mobile".into(), &8.into())
    );
    let args = ["check", "--format", "json", "--stdin-path", "content/new.md"];
    let ran = finish(qianfa(site.path(), &args).write_stdin(article("n1", "", "\n侵删\n")));
    assert!(ran.out.contains("content/new.md"), "{}", ran.out);
    // The file may be named once more among the paths, and in a folder that is not there yet.
    for held in ["content/new.md", "content/甲/乙/index.md"] {
        let args = ["check", "--format", "json", "--level", "warning", "--stdin-path", held, held];
        let ran = finish(qianfa(site.path(), &args).write_stdin(article("n1", "", "\n侵删\n")));
        assert_eq!(ran.code, 3, "{held}: {}{}", ran.out, ran.err);
        assert!(ran.out.contains(held) && !ran.out.contains("content/a.md"), "{}", ran.out);
    }
    let elsewhere = ["check", "--stdin-path", "../new.md"];
    assert_eq!(finish(qianfa(site.path(), &elsewhere).write_stdin("")).code, 1);
}

#[test]
fn safe_edits_are_made_and_the_rest_is_reported() {
    let text = article("a1", "", "\n最\u{200b}近的\u{200b}风，图片来自网络。\n");
    let site = folder(&[("content/a.md", &text)]);
    let ran = run(site.path(), &["check", "--fix", "--level", "warning"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("content/a.md：改了 2 处"), "{}", ran.err);
    assert!(ran.out.contains("cr.phrase") && !ran.out.contains("text.hidden"), "{}", ran.out);
    let after = std::fs::read_to_string(site.path().join("content/a.md")).unwrap();
    assert_eq!(after, text.replace('\u{200b}', ""));
    assert_eq!(run(site.path(), &["check", "--fix", "--stdin-path", "content/a.md"]).code, 1);
}

#[test]
fn since_shows_what_changed_and_the_bundles_that_did() {
    let picture = "GIF89a\u{1}\0\u{1}\0\0\0\0;";
    let site = folder(&[
        ("content/a.md", &article("a1", "", "\n图片来自网络。\n")),
        ("content/b.md", &article("b1", "", "\n图片来自网络。\n")),
        ("content/c/index.md", &article("c1", "rights: {images: own}", "\n图片来自网络。![一只猫](c.gif)\n")),
        ("content/c/c.gif", picture),
    ]);
    let repository = git2::Repository::init(site.path()).unwrap();
    let mut index = repository.index().unwrap();
    index.add_all(["."], git2::IndexAddOption::DEFAULT, None).unwrap();
    let tree = repository.find_tree(index.write_tree().unwrap()).unwrap();
    let who = git2::Signature::new("甲", "a@example.com", &git2::Time::new(1_797_000_000, 480)).unwrap();
    repository.commit(Some("HEAD"), &who, &who, "first", &tree, &[]).unwrap();

    let paths = || {
        let ran = run(site.path(), &["check", "--format", "json", "--since", "HEAD"]);
        let value: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let findings = value["findings"].as_array().unwrap();
        findings.iter().map(|finding| finding["path"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(paths(), Vec::<String>::new());
    std::fs::write(site.path().join("content/b.md"), article("b1", "", "\n改过。图片来自网络。\n")).unwrap();
    assert_eq!(paths(), ["content/b.md"]);
    std::fs::write(site.path().join("content/c/c.gif"), format!("{picture}x")).unwrap();
    assert_eq!(paths(), ["content/b.md", "content/c/index.md"]);
    // What was only moved is what it was, and so is what was hardly touched on the way.
    let move_to =
        |from: &str, to: &str| std::fs::rename(site.path().join(from), site.path().join(to)).unwrap();
    move_to("content/a.md", "content/moved.md");
    assert_eq!(paths(), ["content/b.md", "content/c/index.md"]);
    let text = article("a1", "", "\n图片来自网络。\n").replace("---\n\n", "---\n\n图片也来自网络。\n\n");
    std::fs::write(site.path().join("content/moved.md"), text).unwrap();
    assert_eq!(paths(), ["content/b.md", "content/c/index.md", "content/moved.md"]);
    assert_eq!(run(site.path(), &["check", "--since", "nowhere"]).code, 1);
}

#[test]
fn rules_and_codes_are_explained() {
    let here = tempfile::tempdir().unwrap();
    let rules = run(here.path(), &["rules", "--family", "own"]);
    assert_eq!(rules.code, 0);
    insta::assert_snapshot!(rules.out);
    insta::assert_snapshot!(run(here.path(), &["explain", "promo.prize.limit"]).out);
    let code = run(here.path(), &["explain", "45009"]);
    assert_eq!(code.code, 0);
    assert!(code.out.starts_with("返回码 45009"), "{}", code.out);
    assert!(run(here.path(), &["explain", "site.yaml"]).out.contains("YAML"));
    let unknown = run(here.path(), &["explain", "pii.mobil"]);
    assert_eq!(unknown.code, 1);
    assert!(unknown.err.contains("pii.mobile"), "{}", unknown.err);
    assert_eq!(run(here.path(), &["explain", "99999999"]).code, 1);
    let family = run(here.path(), &["explain", "pii"]);
    assert!(family.code == 1 && family.err.contains("rules --family pii"), "{}", family.err);
    let english = run(here.path(), &["--lang", "en", "explain", "promo.prize.limit"]).out;
    for part in [
        "Prizes of draws above the cap",
        "error",
        "规范促销行为暂行规定",
        "documentation below is in Chinese",
    ] {
        assert!(english.contains(part), "{part}: {english}");
    }
}

#[test]
fn rules_are_listed_by_family_law_and_level() {
    let here = tempfile::tempdir().unwrap();
    let ids = |args: &[&str]| {
        let ran = run(here.path(), &[&["rules", "--format", "json"], args].concat());
        let all: serde_json::Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
        let rules = all["rules"].as_array().unwrap();
        rules.iter().map(|rule| rule["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let of_family = ids(&["--family", "pii,sec"]);
    assert!(of_family.contains(&"pii.mobile".to_owned()) && of_family.contains(&"sec.credential".to_owned()));
    assert!(of_family.iter().all(|id| id.starts_with("pii.") || id.starts_with("sec.")), "{of_family:?}");
    for law in ["PROMO-17", "promo-17", "规范促销行为暂行规定 第十七条"] {
        assert!(ids(&["--law", law]).contains(&"promo.prize.limit".to_owned()), "{law}");
    }
    assert!(!ids(&["--law", "AD-9"]).contains(&"promo.prize.limit".to_owned()));
    assert!(ids(&["--law", "广告法"]).contains(&"ad.absolute".to_owned()));
    let errors = ids(&["--severity", "error", "--family", "wx"]);
    assert!(!errors.is_empty() && !errors.contains(&"wx.clickbait".to_owned()), "{errors:?}");
    for (args, said) in [(["--family", "pi"], "pii"), (["--law", "AD-999"], "AD-9")] {
        let ran = run(here.path(), &[&["rules"], &args[..]].concat());
        assert!(ran.code == 1 && ran.err.contains(said), "{}", ran.err);
    }
}

/// Regenerate with: `cargo run -q -- rules --format markdown > docs/rules.md`
#[test]
fn the_page_of_rules_is_current() {
    let here = tempfile::tempdir().unwrap();
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let now = run(here.path(), &["rules", "--format", "markdown"]).out;
    assert!(
        std::fs::read_to_string(page).unwrap() == now,
        "docs/rules.md is old: cargo run -q -- rules --format markdown > docs/rules.md"
    );
}

#[test]
fn every_rule_can_be_explained() {
    let here = tempfile::tempdir().unwrap();
    for rule in qianfa::rules::rules() {
        let ran = run(here.path(), &["explain", rule.meta.id]);
        assert!(ran.code == 0 && ran.out.contains("\n怎么改\n"), "{}", rule.meta.id);
        assert!(ran.out.lines().all(|line| width(line) <= 80), "{}: {}", rule.meta.id, ran.out);
    }
}

proptest! {
    /// Whatever is typed: no panic, every place lies in its file, two runs agree, and no format shows a masked number.
    #[test]
    fn hostile_text_gives_places_in_the_file_and_the_same_twice(
        body in "(最|佳|国家级|·|。|\\*|\\||`|\n|\n\n|> |- |## |<br>|<!--|-->|<!-- qianfa-ignore cr.phrase: 引 -->|&#26368;|\u{200b}|\u{202e}|13912345678|１３|11010519491231002X|\\[a\\]\\(\\.\\./b\\)|!\\[|转发|红包|图片来自网络|𝐀| ){0,80}",
        kind in "(ad|editorial)",
    ) {
        let text = article("a1", &format!("kind: {kind}"), &body);
        let tree = tree([("content/a.md", text.as_str())]);
        let site = sites::load(&tree).site.unwrap();
        let outcome = rules::check(&site, &tree, None);
        for finding in outcome.findings.iter() {
            prop_assert!(finding.place.file().text().get(finding.place.range()).is_some());
        }
        let again = rules::check(&site, &tree, None);
        let lines = |outcome: &rules::Outcome| outcome.findings.iter().map(line).collect::<Vec<_>>();
        prop_assert_eq!(lines(&outcome), lines(&again));
        for format in FORMATS {
            let mut out = Vec::new();
            let report = Report {
                findings: &outcome.findings,
                unlisted: 0,
                masks: &outcome.masks,
                rules: &[],
                level: Severity::Error,
                lang: Lang::Zh,
                width: 80,
                styled: false,
            };
            format.write(&report, &mut out).unwrap();
            let out = String::from_utf8(out).unwrap();
            let known = outcome.findings.iter().filter(|finding| finding.masked);
            for secret in known.map(|finding| finding.place.text()) {
                prop_assert!(!out.contains(secret), "{}: {secret}", format.name());
            }
        }
    }
}

#[test]
fn what_decides_over_sign_offs_is_checked_too() {
    for (path, text, place) in [
        ("policy/approvals.yaml", "version: 1\nroles: [\n", "policy/approvals.yaml:2:8"),
        ("policy/allowed_signers", "zhang.wei ssh-ed25519 AAAA\n", "policy/allowed_signers:1:"),
    ] {
        let site = folder(&[(path, text)]);
        let ran = run(site.path(), &["check"]);
        assert_eq!(ran.code, 3, "{path}: {}", ran.out);
        assert!(ran.out.contains(place), "{path}: {}", ran.out);
        std::fs::write(site.path().join(path), b"version: \xff\n").unwrap();
        let ran = run(site.path(), &["check"]);
        assert_eq!(ran.code, 3, "{path}: {}", ran.out);
        assert!(ran.out.contains(&format!("{path}:1:10")), "{path}: {}", ran.out);
    }
    for rule in ["policy.approvals", "policy.allowed-signers", "payload.limit"] {
        let here = tempfile::tempdir().unwrap();
        assert_eq!(run(here.path(), &["explain", rule]).code, 0, "{rule}");
    }
}
