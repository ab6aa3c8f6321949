//! An exception from an error: it stays an error until somebody signs it, and the signature names rule and place.

use std::process::Output;

use serde_json::{Value, json};

use super::commands::{Desk, UNIT, outcome};

const ASKED: &str =
    "sensitive_ok:\n  - {rule: ad.absolute, reason: 获奖证书上的原话, by: sun.qi}\nstatus: ready";

/// An advertisement with a word that must not be, and a request for an exception.
fn desk() -> Desk {
    let desk = Desk::new();
    let path = format!("{UNIT}/index.md");
    desk.edit(&path, "一碗热汤。\n", "**广告**\n\n这是最佳的热汤，欢迎来店里坐坐。\n");
    desk.edit(&path, "author: 编辑部\n", "author: 编辑部\nkind: ad\nsponsor: 汤馆\n");
    desk.commit("写成广告");
    desk
}

fn check(desk: &Desk) -> (i32, Vec<Value>) {
    let done: Output =
        desk.run(&["check", "--format", "json", "--select", "ad.absolute,site.suppression", UNIT]);
    let all: Value = serde_json::from_slice(&done.stdout).unwrap();
    (done.status.code().unwrap(), all["findings"].as_array().unwrap().clone())
}

#[test]
fn an_error_stays_until_its_exception_is_signed_and_an_edit_brings_it_back() {
    let desk = desk();
    let (code, found) = check(&desk);
    assert_eq!((code, found.len()), (3, 1), "{found:?}");
    let (code, text) = desk.sign(UNIT, "zhang.wei", "supervisor", &["--yes"]);
    assert!(code == 3 && text.contains("ad.absolute"), "without a request nobody can accept it: {text}");

    desk.edit(&format!("{UNIT}/index.md"), "status: ready", ASKED);
    desk.commit("申请例外");
    let (code, found) = check(&desk);
    assert_eq!((code, &found[0]["severity"]), (3, &json!("error")), "asking is not enough");
    assert!(found[0]["answered"].as_str().unwrap().contains("获奖证书上的原话"), "{found:?}");

    let (code, text) = desk.sign(UNIT, "zhang.wei", "supervisor", &["--yes"]);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("signing accepts the exceptions from 1 errors"), "{text}");
    assert!(text.contains("获奖证书上的原话"), "{text}");
    let waives = &desk.approvals(UNIT)["signed"][0]["waives"];
    assert_eq!(waives[0]["rule"], "ad.absolute");
    assert_eq!(waives[0]["path"], format!("{UNIT}/index.md"));

    let (code, found) = check(&desk);
    assert_eq!((code, &found[0]["severity"]), (0, &json!("warning")), "{found:?}");
    assert!(found[0]["answered"].as_str().unwrap().contains("signed by zhang.wei"), "{found:?}");
    assert!(outcome(&desk.run(&["approvals", UNIT])).1.contains("accepts the exception: ad.absolute"));

    // Moving the time moves lines and voids nothing; another place of the same word was never accepted.
    desk.edit(
        &format!("{UNIT}/index.md"),
        "publish:\n  at: 2026-12-21 20:00\n",
        "publish:\n  at: 2026-12-21 21:30\n  late: hold\n",
    );
    assert_eq!(check(&desk).0, 0);
    desk.edit(&format!("{UNIT}/index.md"), "欢迎来店里坐坐", "服务也是最佳的，欢迎来店里坐坐");
    let (code, found) = check(&desk);
    assert_eq!((code, found.len()), (3, 2), "{found:?}");
    assert!(found.iter().all(|finding| finding["severity"] == "error"), "{found:?}");
}

#[test]
fn a_plan_holds_what_nobody_accepted() {
    let desk = desk();
    desk.edit(&format!("{UNIT}/index.md"), "status: ready", ASKED);
    desk.commit("申请例外");
    let planned = |desk: &Desk| {
        let done = desk.run(&["plan", "--format", "json"]);
        let all: Value = serde_json::from_slice(&done.stdout).unwrap();
        all["accounts"][0]["items"][0].clone()
    };
    let before = planned(&desk);
    assert_eq!((&before["action"], &before["reasons"]), (&json!("held"), &json!(["invalid"])));
    for (person, role) in [("zhang.wei", "supervisor"), ("li.na", "editor")] {
        let (code, text) = desk.sign(UNIT, person, role, &["--yes"]);
        assert_eq!(code, 0, "{text}");
    }
    assert!(desk.ready(UNIT));
    let after = planned(&desk);
    assert_ne!(after["action"], "held", "{after}");
    assert_eq!(after["reasons"], json!([]), "{after}");
}

#[test]
fn a_comment_lowers_an_error_and_stands_in_the_statement_all_the_same() {
    let desk = desk();
    desk.edit(
        &format!("{UNIT}/index.md"),
        "这是最佳的热汤",
        "<!-- qianfa-ignore ad.absolute: 获奖证书上的原话 -->\n\n这是最佳的热汤",
    );
    desk.commit("行内答复");
    let (code, found) = check(&desk);
    assert_eq!((code, &found[0]["severity"]), (0, &json!("warning")), "{found:?}");
    let (code, text) = desk.sign(UNIT, "zhang.wei", "supervisor", &["--yes"]);
    assert!(code == 0 && text.contains("answered for in the text: 获奖证书上的原话"), "{text}");
    assert_eq!(desk.approvals(UNIT)["signed"][0]["waives"][0]["rule"], "ad.absolute");
}

#[test]
fn rules_of_the_policy_about_errors_hold_for_answered_ones() {
    let desk = desk();
    desk.edit(
        "policy/approvals.yaml",
        "rules:\n",
        "rules:\n  - id: law\n    match: {findings: [ad.absolute], severity: [error]}\n    require: [{role: editor, count: 2}]\n",
    );
    desk.edit(&format!("{UNIT}/index.md"), "status: ready", ASKED);
    desk.commit("申请例外");
    let lacks = |desk: &Desk| desk.approvals(UNIT)["missing"].to_string().contains("\"law\"");
    assert!(lacks(&desk));
    desk.sign(UNIT, "zhang.wei", "supervisor", &["--yes"]);
    assert!(lacks(&desk), "an accepted exception needs the same people");
}

#[test]
fn without_a_repository_an_exception_stays_an_error_and_says_why() {
    let site = crate::support::program::folder(&[(
        "content/a.md",
        &crate::support::site::article(
            "a1",
            "kind: ad\nsponsor: 汤馆\nsensitive_ok: [{rule: ad.absolute, reason: 证书}]",
            "\n**广告**\n\n这是最佳的热汤。\n",
        ),
    )]);
    let ran = crate::support::program::run(site.path(), &["check", "--select", "ad.absolute"]);
    assert_eq!(ran.code, 3, "{}", ran.out);
    assert!(ran.err.contains("读不到签发记录"), "{}", ran.err);
}
