//! `policy/approvals.yaml`: what is read, what is refused and where, and which rules are about what.

use std::collections::BTreeSet;
use std::sync::Arc;

use qianfa::base::digest::Digest;
use qianfa::finding::Severity;
use qianfa::signoff::{POLICY_PATH, Policy, Subject};
use qianfa::site::Mode;
use qianfa::source::SourceFile;

const ROLES: &str = "version: 1
roles:
  editor: {people: [li.na]}
  supervisor: {people: [zhang.wei, chen.min]}
";

/// Each finding as `severity line:column [text] key`.
fn read(text: &str) -> (Option<Policy>, Vec<String>) {
    let (policy, findings) = Policy::parse(&Arc::new(SourceFile::new(POLICY_PATH, text)));
    let line = |found: &qianfa::finding::Finding| {
        let (at, key) = (found.place.start(), found.message.key());
        format!("{} {}:{} [{}] {key}", found.severity, at.line, at.column, found.place.text())
    };
    (policy, findings.iter().map(line).collect())
}

fn rules(lines: &str) -> (Option<Policy>, Vec<String>) {
    read(&format!("{ROLES}rules:\n{lines}"))
}

#[test]
fn every_key_of_the_reference_is_read_or_refused() {
    let (policy, findings) = read(&format!(
        "{ROLES}admins: {{threshold: 2, members: [chen.min, zhao.lei]}}
defaults: {{strict_authors: false, max_age: 3d, one_person_one_role: false, outside_author_roles: [editor]}}
people:
  zhang.wei: {{emails: [Zhang.Wei@example.org], forge: {{github: zhangwei-op}}, keys: allowed_signers}}
rules:
  - id: base
    match: {{all: true}}
    require: [{{role: supervisor, count: 2}}]
    sequential: true
    accept: [signature]
    max_age: 48h
  - id: fast
    match: {{labels: hot}}
    replaces: [base]
    require: [{{role: supervisor}}]
withdraw: {{require: [{{role: supervisor, count: 1}}]}}
freeze: {{by: [supervisor], unfreeze: [{{role: editor, count: 1}}]}}
on_render_change: hold
"
    ));
    assert_eq!(
        findings,
        [
            "warning 5:9 [{threshold: 2, members: [chen.min, zhao.lei]}] signoff.policy_admins",
            "warning 8:55 [{github: zhangwei-op}] signoff.policy_unenforced",
            "warning 20:11 [{require: [{role: supervisor, count: 1}]}] signoff.policy_unenforced",
            "warning 21:9 [{by: [supervisor], unfreeze: [{role: editor, count: 1}]}] signoff.policy_unenforced",
        ]
    );
    let policy = policy.unwrap();
    assert!(!policy.defaults.strict_authors && !policy.defaults.one_person_one_role);
    assert_eq!(policy.defaults.max_age.unwrap().as_secs(), 3 * 24 * 3600);
    assert_eq!(policy.person_of("zhang.wei@EXAMPLE.org"), Some("zhang.wei"));
    assert!(policy.rules[0].sequential);
    assert_eq!(policy.rules[1].require[0].count, 1);
    assert_eq!(policy.withdraw.len(), 1);
    assert_eq!(policy.freeze.unfreeze[0].role, "editor");
}

#[test]
fn what_is_not_enforced_is_an_error_and_leaves_no_policy() {
    let rule = "  - id: a\n    match: {all: true}\n    require: [{role: editor, count: 1}]\n";
    for (extra, expected) in [
        ("    submitter: [editor]\n", "error 9:16 [[editor]] signoff.policy_unenforced"),
        ("    after_the_fact: []\n", "error 9:21 [[]] signoff.policy_unenforced"),
        ("    needs_campaign_status: approved\n", "error 9:28 [approved] signoff.policy_unenforced"),
        ("    accept: [signature, forge_review]\n", "error 9:25 [forge_review] signoff.policy_accept"),
    ] {
        let (policy, findings) = rules(&format!("{rule}{extra}"));
        assert!(policy.is_none(), "{extra}");
        assert_eq!(findings, [expected]);
    }
    let (policy, findings) = read(&format!("{ROLES}accept_order: [signature]\n"));
    assert!(policy.is_none() && findings[0].ends_with("signoff.policy_unenforced"), "{findings:?}");
}

#[test]
fn mistakes_have_places_and_leave_no_policy() {
    let head = "  - id: a\n    match: {all: true}\n    require: ";
    for (lines, expected) in [
        (format!("{head}[{{role: editr}}]\n"), "error 8:22 [editr] signoff.policy_no_role"),
        (format!("{head}[{{role: editor, count: 2}}]\n"), "error 8:22 [editor] signoff.policy_too_few"),
        (
            format!("{head}[{{role: editor, count: 0}}]\n"),
            "error 8:15 [{role: editor, count: 0}] signoff.policy_nobody",
        ),
        (format!("{head}[]\n    replaces: [b]\n"), "error 9:16 [b] signoff.policy_no_rule"),
        ("  - id: a\n    match: {}\n".to_owned(), "error 7:12 [{}] signoff.policy_empty_match"),
        (
            "  - id: a\n    match: {all: true, mode: mass}\n".to_owned(),
            "error 7:12 [{all: true, mode: mass}] signoff.policy_all_and_more",
        ),
        (
            "  - id: a\n    match: {paths: [\"a[\"]}\n".to_owned(),
            "error 7:21 [\"a[\"] signoff.policy_bad_pattern",
        ),
    ] {
        let (policy, findings) = rules(&lines);
        assert!(policy.is_none(), "{lines}");
        assert_eq!(findings, [expected], "{lines}");
    }
    let (policy, findings) = rules("  - id: a\n    match: {all: true}\n    requir: []\n");
    assert!(policy.is_none() && findings.len() == 1, "{findings:?}");
    let (policy, findings) = read("version: 1\n");
    assert!(policy.is_none() && findings.len() == 1, "{findings:?}");
    let twice = format!("{ROLES}people:\n  a: {{emails: [x@y]}}\n  b: {{emails: [X@Y]}}\n");
    assert_eq!(read(&twice).1, ["error 7:16 [X@Y] signoff.policy_shared_email"]);
}

fn subject(change: impl FnOnce(&mut Subject)) -> Subject {
    let mut subject = Subject {
        unit: "content/财报/index".to_owned(),
        account: "main".to_owned(),
        mode: Mode::Mass,
        audience: "tag:老客户".to_owned(),
        payload: Digest::of("p"),
        source: Digest::of("s"),
        labels: BTreeSet::new(),
        kinds: BTreeSet::from(["editorial".to_owned()]),
        columns: BTreeSet::from(["公告".to_owned()]),
        campaigns: BTreeSet::new(),
        bylines: BTreeSet::new(),
        paths: vec!["content/a/ir/q3/index.md".to_owned()],
        findings: BTreeSet::from([("ad.absolute".to_owned(), Severity::Warning)]),
    };
    change(&mut subject);
    subject
}

#[test]
fn scopes_must_all_hold_and_one_mark_is_enough() {
    let fits = |matches: &str, subject: &Subject| {
        let rule = format!("  - id: a\n    match: {matches}\n    require: [{{role: editor}}]\n");
        let (policy, findings) = rules(&rule);
        assert_eq!(findings, <[&str; 0]>::default(), "{matches}");
        policy.unwrap().rules_for(subject).len() == 1
    };
    let plain = subject(|_| {});
    assert!(fits("{all: true}", &plain));
    assert!(fits("{mode: mass, audience: \"tag:*\"}", &plain));
    assert!(!fits("{mode: mass, audience: all}", &plain));
    assert!(!fits("{mode: [publish, draft]}", &plain));
    assert!(fits("{account: [city, main], column: 公告, kind: editorial}", &plain));
    assert!(!fits("{campaign: any}", &plain));
    assert!(fits("{campaign: any}", &subject(|s| s.campaigns = BTreeSet::from(["冬".to_owned()]))));
    assert!(fits("{labels: [finance], paths: [\"content/**/ir/**\"]}", &plain));
    assert!(!fits("{labels: [finance], paths: [\"content/*/index.md\"]}", &plain));
    assert!(fits("{findings: [\"ad.*\"], severity: warning}", &plain));
    assert!(!fits("{findings: [\"ad.*\"], severity: error}", &plain));
    assert!(!fits("{findings: [\"pii.*\"], mode: mass}", &plain));
    assert!(!fits("{findings: [\"ad.*\"], mode: draft}", &plain));
}

#[test]
fn a_rule_takes_the_place_of_those_it_replaces_only_where_it_applies() {
    let (policy, _) = rules(
        "  - id: base\n    match: {all: true}\n    require: [{role: supervisor, count: 2}]\n  - id: fast\n    match: {labels: [hot]}\n    replaces: [base]\n    require: [{role: supervisor, count: 1}]\n",
    );
    let policy = policy.unwrap();
    let ids =
        |subject: &Subject| policy.rules_for(subject).iter().map(|rule| rule.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&subject(|_| {})), ["base"]);
    assert_eq!(ids(&subject(|s| s.labels = BTreeSet::from(["hot".to_owned()]))), ["fast"]);
}
