//! `sign` and `approvals` through the binary, in a repository with a bare remote and throw-away keys.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

use super::payload::png;
use super::signatures::{keygen, public};
use crate::support::site::{CONFIG, article};

pub(super) const UNIT: &str = "content/节气/冬至";
const OTHER: &str = "content/节气/小寒";
const NOW: &str = "2026-12-20T10:00:00+08:00";

const POLICY: &str = "version: 1
defaults: {max_age: 7d}
roles:
  editor: {people: [li.na, wang.fang]}
  supervisor: {people: [zhang.wei, li.na]}
people:
  li.na: {emails: [li.na@example.org]}
  wang.fang: {emails: [wang.fang@example.org]}
  zhang.wei: {emails: [zhang.wei@example.org]}
rules:
  - id: base
    match: {all: true}
    require: [{role: supervisor, count: 1}]
  - id: push
    match: {mode: mass}
    require: [{role: editor, count: 1}]
";

/// A site in a repository, its bare remote, and the keys of three people.
pub(super) struct Desk {
    folder: TempDir,
}

impl Desk {
    pub(super) fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(desk.root()).unwrap();
        let lines = ["li.na", "wang.fang", "zhang.wei", "stranger"].map(|name| {
            let path = keygen(desk.folder.path(), name, &["-t", "ed25519"]);
            format!("{name} namespaces=\"qianfa.approval.v1\" {}", public(&path))
        });
        let front = |day: u8| {
            format!(
                "author: 编辑部\ncover: {{image: cover.png}}\nsummary: 摘要\nrights: {{text: original, images: own}}\nai: none\npublish:\n  at: 2026-12-{day} 20:00\n  mode: mass\n  to: all\nstatus: ready"
            )
        };
        desk.write("qianfa.yaml", format!("{CONFIG}remote: origin\n"));
        desk.write("policy/approvals.yaml", POLICY);
        desk.write("policy/allowed_signers", lines[..3].concat());
        for (unit, uid, day, body) in
            [(UNIT, "01aa", 21, "一碗热汤。\n"), (OTHER, "01bb", 22, "小寒大寒。\n")]
        {
            desk.write(&format!("{unit}/cover.png"), png(900, 383, 10));
            desk.write(&format!("{unit}/index.md"), article(uid, &front(day), body));
        }
        desk.git(&["init", "-q", "-b", "main"]);
        desk.git(&["config", "user.name", "王芳"]);
        desk.git(&["config", "user.email", "wang.fang@example.org"]);
        desk.git(&["init", "-q", "--bare", "../remote.git"]);
        desk.git(&["remote", "add", "origin", "../remote.git"]);
        desk.commit("写好两篇");
        desk
    }

    pub(super) fn root(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    pub(super) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub(super) fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.root().join(path)).unwrap();
        assert!(text.contains(from), "{from} is not in {path}");
        self.write(path, text.replacen(from, to, 1));
    }

    fn git(&self, args: &[&str]) {
        let done = isolated("git", &self.root()).args(args).output().unwrap();
        assert!(done.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&done.stderr));
    }

    pub(super) fn commit(&self, message: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", message]);
    }

    pub(super) fn key(&self, person: &str) -> String {
        self.folder.path().join(person).display().to_string()
    }

    pub(super) fn run(&self, args: &[&str]) -> Output {
        isolated(env!("CARGO_BIN_EXE_qianfa"), &self.root())
            .args(["--lang", "en", "--now", NOW])
            .args(args)
            .output()
            .unwrap()
    }

    pub(super) fn sign(&self, unit: &str, person: &str, role: &str, more: &[&str]) -> (i32, String) {
        let mut args = vec!["sign", unit, "--role", role];
        let key = self.key(person);
        args.extend(["--key", &key]);
        args.extend(more);
        outcome(&self.run(&args))
    }

    /// The entry of `approvals --format json` for an edition.
    pub(super) fn approvals(&self, unit: &str) -> Value {
        let done = self.run(&["approvals", unit, "--format", "json"]);
        assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
        let all: Value = serde_json::from_slice(&done.stdout).unwrap();
        assert_eq!(all["faults"], serde_json::json!([]));
        all["editions"][0].clone()
    }

    pub(super) fn ready(&self, unit: &str) -> bool {
        self.approvals(unit)["ready"].as_bool().unwrap()
    }

    /// Signed by everybody who must.
    fn sign_off(&self, unit: &str) {
        for (person, role) in [("zhang.wei", "supervisor"), ("li.na", "editor")] {
            let (code, text) = self.sign(unit, person, role, &["--yes"]);
            assert_eq!(code, 0, "{text}");
        }
    }
}

/// A program that sees neither the home nor the git settings of whoever runs the tests.
pub(super) fn isolated(program: &str, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(folder)
        .env("HOME", folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_TERMINAL_PROMPT", "0")
        .env_remove("QIANFA_LANG")
        .stdin(std::process::Stdio::null());
    command
}

pub(super) fn outcome(done: &Output) -> (i32, String) {
    let text = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    (done.status.code().unwrap_or(-1), text)
}

fn reasons(edition: &Value) -> Vec<&str> {
    edition["void"].as_array().unwrap().iter().map(|void| void["reason"].as_str().unwrap()).collect()
}

#[test]
fn the_way_from_nothing_to_complete_and_what_an_edit_does() {
    let desk = Desk::new();
    let before = desk.approvals(UNIT);
    assert_eq!(before["ready"], false);
    let lacks: Vec<_> = before["missing"].as_array().unwrap().iter().map(|one| one["rule"].clone()).collect();
    assert_eq!(lacks, ["base", "push"]);
    assert_eq!(outcome(&desk.run(&["approvals", "--check"])).0, 4);

    let (code, text) = desk.sign(UNIT, "zhang.wei", "supervisor", &["--yes"]);
    assert_eq!(code, 0, "{text}");
    for expected in [
        "测试文章",
        "mass send",
        "all followers",
        "2026-12-21 20:00",
        "5 characters",
        "signed off: zhang.wei",
        "1 more editor (rule push, 0 of 1)",
    ] {
        assert!(text.contains(expected), "{expected} is not in\n{text}");
    }
    let (code, text) = desk.sign(UNIT, "li.na", "editor", &["--yes"]);
    assert!(code == 0 && text.contains("Nothing is missing"), "{text}");
    assert!(desk.ready(UNIT) && !desk.ready(OTHER));
    desk.sign_off(OTHER);
    assert_eq!(outcome(&desk.run(&["approvals", "--check"])).0, 0);

    desk.edit(&format!("{UNIT}/index.md"), "一碗热汤。", "一碗热汤！");
    let after = desk.approvals(UNIT);
    assert_eq!(
        (after["ready"].clone(), reasons(&after)),
        (Value::Bool(false), vec!["payload-changed", "payload-changed"])
    );
    assert!(desk.ready(OTHER), "an edit elsewhere voids nothing");
    desk.commit("改一个标点");
    assert!(
        desk.run(&["approvals", UNIT, "--rev", "HEAD~1", "--check"]).status.success(),
        "the signed commit still counts"
    );
    let (code, text) = desk.sign(UNIT, "zhang.wei", "supervisor", &["--yes"]);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("- 一碗热汤。") && text.contains("+ 一碗热汤！"), "{text}");
}

#[test]
fn moving_the_time_keeps_what_was_signed_and_the_mode_does_not() {
    let desk = Desk::new();
    desk.sign_off(UNIT);
    desk.edit(&format!("{UNIT}/index.md"), "2026-12-21 20:00", "2026-12-21 21:30");
    assert!(desk.ready(UNIT));
    desk.edit(&format!("{UNIT}/index.md"), "to: all", "to: {tag: 老客户}");
    assert_eq!(reasons(&desk.approvals(UNIT)), ["audience-changed", "audience-changed"]);
}

#[test]
fn the_digits_must_be_those_that_were_looked_at() {
    let desk = Desk::new();
    let (code, text) = desk.sign(UNIT, "zhang.wei", "supervisor", &[]);
    assert!(code == 1 && text.contains("--payload"), "{text}");
    let (code, text) = desk.sign(UNIT, "zhang.wei", "supervisor", &["--payload", "000000000000"]);
    assert!(code == 4 && text.contains("nothing was signed"), "{text}");
    let payload = desk.approvals(UNIT)["payload"].as_str().unwrap().to_owned();
    let digits = payload.strip_prefix("sha256:").unwrap().get(..12).unwrap().to_owned();
    let (code, text) = desk.sign(UNIT, "zhang.wei", "supervisor", &["--payload", &digits]);
    assert_eq!(code, 0, "{text}");
    let (code, _) = desk.sign(UNIT, "zhang.wei", "supervisor", &["--payload", &digits[..6]]);
    assert_eq!(code, 4, "fewer than 12 digits prove nothing");
}

#[test]
fn who_may_not_sign_is_told_why() {
    let desk = Desk::new();
    let refused = |person: &str, role: &str, more: &[&str]| {
        let mut args = vec!["--yes"];
        args.extend(more);
        let (code, text) = desk.sign(UNIT, person, role, &args);
        assert_ne!(code, 0, "{text}");
        (code, text.lines().find(|line| line.starts_with("error: ")).unwrap_or(&text).to_owned())
    };
    let (code, text) = refused("zhang.wei", "editor", &[]);
    assert!(code == 4 && text.contains("zhang.wei does not hold the role editor"), "{text}");
    let (code, text) = refused("wang.fang", "editor", &[]);
    assert!(code == 4 && text.contains("wang.fang wrote or committed"), "{text}");
    let (code, text) = refused("stranger", "editor", &[]);
    assert!(code == 4 && text.contains("not in policy/allowed_signers"), "{text}");
    let (code, text) = refused("stranger", "supervisor", &["--as", "zhang.wei"]);
    assert!(code == 4 && text.contains("not in policy/allowed_signers"), "{text}");
    let (code, text) = refused("li.na", "supervisor", &["--as", "zhang.wei"]);
    assert!(code == 4 && text.contains("belongs to li.na, not to zhang.wei"), "{text}");
    let (code, text) = refused("zhang.wei", "superviser", &[]);
    assert!(code == 1 && text.contains("no role superviser"), "{text}");
    assert_eq!(desk.approvals(UNIT)["signed"], serde_json::json!([]), "none of these left a trace");
}

#[test]
fn errors_and_unfinished_articles_are_not_signed_and_rejecting_them_is_possible() {
    let desk = Desk::new();
    desk.edit(&format!("{UNIT}/index.md"), "cover: {image: cover.png}\n", "");
    desk.commit("去掉封面");
    let (code, text) = desk.sign(UNIT, "zhang.wei", "supervisor", &["--yes"]);
    assert!(code == 3 && text.contains("payload.cover"), "{text}");
    let (code, text) =
        desk.sign(UNIT, "zhang.wei", "supervisor", &["--yes", "--reject", "--reason", "没有封面"]);
    assert_eq!(code, 0, "{text}");
    let rejected = desk.approvals(UNIT);
    assert!(rejected["missing"].to_string().contains("没有封面"), "{rejected}");
    desk.edit(&format!("{OTHER}/index.md"), "status: ready", "status: draft");
    let (code, text) = desk.sign(OTHER, "zhang.wei", "supervisor", &["--yes"]);
    assert!(code == 3 && text.contains("not finished"), "{text}");
}

#[test]
fn a_key_with_a_passphrase_signs_through_ssh_keygen() {
    let desk = Desk::new();
    let key = desk.key("zhang.wei");
    let locked =
        Command::new("ssh-keygen").args(["-q", "-p", "-P", "", "-N", "口令", "-f", &key]).output().unwrap();
    assert!(locked.status.success(), "{}", String::from_utf8_lossy(&locked.stderr));
    let answer = desk.folder.path().join("askpass");
    let sign = |passphrase: &str| {
        fs::write(&answer, format!("#!/bin/sh\necho '{passphrase}'\n")).unwrap();
        fs::set_permissions(&answer, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        isolated(env!("CARGO_BIN_EXE_qianfa"), &desk.root())
            .env("SSH_ASKPASS", &answer)
            .env("SSH_ASKPASS_REQUIRE", "force")
            .env("DISPLAY", ":0")
            .args([
                "--lang",
                "en",
                "--now",
                NOW,
                "sign",
                UNIT,
                "--role",
                "supervisor",
                "--yes",
                "--key",
                &key,
            ])
            .output()
            .unwrap()
    };
    let (code, text) = outcome(&sign("猜的"));
    assert!(code == 1 && text.contains("ssh-keygen could not sign"), "{text}");
    let (code, text) = outcome(&sign("口令"));
    assert_eq!(code, 0, "{text}");
    assert_eq!(desk.approvals(UNIT)["signed"][0]["by"], "zhang.wei");
}

#[test]
fn a_withdrawal_takes_effect_and_nothing_is_overwritten() {
    let desk = Desk::new();
    desk.sign_off(UNIT);
    let files = |desk: &Desk| {
        let listed = isolated("git", &desk.folder.path().join("remote.git"))
            .args(["ls-tree", "-r", "--name-only", "qianfa/approvals"])
            .output()
            .unwrap();
        String::from_utf8(listed.stdout).unwrap().lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let before = files(&desk);
    assert_eq!(before.len(), 5, "one payload, two statements, two signatures: {before:?}");
    let (code, text) = desk.sign(UNIT, "zhang.wei", "supervisor", &["--yes", "--withdraw"]);
    assert_eq!(code, 0, "{text}");
    assert_eq!(reasons(&desk.approvals(UNIT)), ["withdrawn"]);
    let after = files(&desk);
    assert!(before.iter().all(|path| after.contains(path)) && after.len() == 7, "{after:?}");
}

#[test]
fn without_a_usable_policy_nobody_signs() {
    let desk = Desk::new();
    desk.edit("policy/approvals.yaml", "count: 1", "cuont: 1");
    let (code, text) = desk.sign(UNIT, "zhang.wei", "supervisor", &["--yes"]);
    assert!(code == 4 && text.contains("policy/approvals.yaml:13"), "{text}");
    assert_eq!(desk.approvals(UNIT)["missing"][0]["kind"], "no-policy");
    fs::remove_file(desk.root().join("policy/approvals.yaml")).unwrap();
    let (code, text) = desk.sign(UNIT, "zhang.wei", "supervisor", &["--yes"]);
    assert!(code == 4 && text.contains("no usable policy/approvals.yaml"), "{text}");
}

#[test]
fn anybody_can_check_a_stored_statement_with_ssh_keygen() {
    let desk = Desk::new();
    desk.sign_off(UNIT);
    let show = |path: &str| {
        let object = format!("qianfa/approvals:{path}");
        isolated("git", &desk.folder.path().join("remote.git"))
            .args(["show", &object])
            .output()
            .unwrap()
            .stdout
    };
    let edition = desk.approvals(UNIT);
    let signed = &edition["signed"][0];
    let (by, stem) = (signed["by"].as_str().unwrap(), signed["statement"].as_str().unwrap());
    let (statement, signature) = (show(&format!("{stem}.json")), show(&format!("{stem}.sig")));
    let text = desk.folder.path().join("statement");
    let armour = desk.folder.path().join("statement.sig");
    fs::write(&text, &statement).unwrap();
    fs::write(&armour, &signature).unwrap();
    let verified = Command::new("ssh-keygen")
        .args(["-Y", "verify", "-n", "qianfa.approval.v1", "-I", by, "-f"])
        .arg(desk.root().join("policy/allowed_signers"))
        .arg("-s")
        .arg(&armour)
        .stdin(fs::File::open(&text).unwrap())
        .output()
        .unwrap();
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stderr));
    let statement: Value = serde_json::from_slice(&statement).unwrap();
    let payload = statement["payload"].as_str().unwrap().strip_prefix("sha256:").unwrap().to_owned();
    let frozen = show(&format!("payloads/{payload}.json"));
    assert_eq!(qianfa::base::digest::Digest::of(frozen).hex(), payload);
}

#[test]
fn nobody_signs_what_could_not_be_read_or_checked_whole() {
    for (path, text, place) in [
        (format!("{UNIT}/rights.yaml"), "images: [\n", "rights.yaml:1:9"),
        (format!("{UNIT}/index.md"), "---\ntitle: [\n---\n", "index.md:2:8"),
        ("policy/rules/own.yaml".to_owned(), "terms: [\n", "own.yaml:1:8"),
        ("content/_defaults.yaml".to_owned(), "author: [\n", "_defaults.yaml:1:9"),
    ] {
        let desk = Desk::new();
        desk.write(&path, text);
        let (code, said) = desk.sign(UNIT, "zhang.wei", "supervisor", &["--yes"]);
        assert_eq!(code, 3, "{path}: {said}");
        assert!(said.contains(place), "{path}: {said}");
    }
    let desk = Desk::new();
    desk.write("policy/approvals.yaml", b"roles: \xff\n");
    let (code, said) = desk.sign(UNIT, "zhang.wei", "supervisor", &["--yes"]);
    assert_eq!(code, 4, "{said}");
    assert!(said.contains("policy/approvals.yaml:1:8"), "{said}");
}
