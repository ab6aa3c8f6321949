//! Counting: who counts, who does not, and which reason is given. Statements carry real signatures by throw-away keys.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use qianfa::base::digest::Digest;
use qianfa::signoff::{
    AllowedSigners, Answer, Authors, Missing, NAMESPACE, POLICY_PATH, Policy, Reason, SIGNERS_PATH,
    SignatureError, SigningKey, Statement, Stored, Subject, Verdict, Window, count,
};
use qianfa::site::Mode;
use qianfa::source::SourceFile;

use super::signatures::{keygen, public};

const PEOPLE: [&str; 5] = ["li.na", "wang.fang", "zhang.wei", "sun.qi", "zhao.lei"];

const POLICY: &str = "
version: 3
defaults: {max_age: 7d}
roles:
  editor: {people: [li.na, wang.fang]}
  supervisor: {people: [zhang.wei, li.na]}
  legal: {people: [sun.qi]}
people:
  li.na: {emails: [Li.Na@example.org]}
  guest: {emails: [guest@example.org]}
rules:
  - id: base
    match: {all: true}
    require: [{role: supervisor, count: 1}]
  - id: push
    match: {mode: mass, audience: all}
    require: [{role: supervisor, count: 1}, {role: editor, count: 1}]
    max_age: 48h
";

/// Keys of five people, made once.
struct Keys {
    _folder: tempfile::TempDir,
    paths: Vec<String>,
    signers: AllowedSigners,
}

static KEYS: LazyLock<Keys> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<String> =
        PEOPLE.iter().map(|person| keygen(folder.path(), person, &["-t", "ed25519"])).collect();
    let lines: Vec<String> = PEOPLE
        .iter()
        .zip(&paths)
        .map(|(person, path)| format!("{person} namespaces=\"{NAMESPACE}\" {}", public(path)))
        .collect();
    let file = Arc::new(SourceFile::new(SIGNERS_PATH, lines.concat()));
    let signers = AllowedSigners::parse(&file, &TimeZone::UTC).0;
    Keys { _folder: folder, paths, signers }
});

fn policy(text: &str) -> Policy {
    let (policy, findings) = Policy::parse(&Arc::new(SourceFile::new(POLICY_PATH, text)));
    policy.unwrap_or_else(|| {
        panic!("{:?}", findings.iter().map(|found| found.message.to_string()).collect::<Vec<_>>())
    })
}

fn now() -> Timestamp {
    "2026-03-02T12:00:00Z".parse().unwrap()
}

fn hours(count: i64) -> SignedDuration {
    SignedDuration::from_hours(count)
}

fn subject() -> Subject {
    let one = |text: &str| BTreeSet::from([text.to_owned()]);
    Subject {
        unit: "content/节气/冬至".to_owned(),
        account: "main".to_owned(),
        mode: Mode::Publish,
        audience: "all".to_owned(),
        payload: Digest::of("payload"),
        source: Digest::of("source"),
        labels: one("hot"),
        kinds: one("editorial"),
        columns: one("节气"),
        campaigns: BTreeSet::new(),
        bylines: one("编辑部"),
        paths: vec!["content/节气/冬至/index.md".to_owned()],
        findings: BTreeSet::new(),
    }
}

/// An approval of [`subject`] by `by`, an hour ago.
fn statement(by: &str, role: &str) -> Statement {
    let subject = subject();
    Statement {
        account: subject.account,
        at: now() - hours(1),
        audience: subject.audience,
        by: by.to_owned(),
        expires: now() + hours(100),
        findings: Digest::of("findings"),
        mode: subject.mode,
        nonce: format!("n{}", fastrand::u64(..)),
        payload: subject.payload,
        policy: Digest::of("policy"),
        reason: None,
        role: role.to_owned(),
        source: subject.source,
        kind: "qianfa/approval/v1".to_owned(),
        unit: subject.unit,
        verdict: Answer::Approve,
        waives: Vec::new(),
        window: None,
    }
}

fn signed_by(statement: Statement, key: &str) -> Stored {
    let index = PEOPLE.iter().position(|person| *person == key).unwrap();
    let key = SigningKey::open(&KEYS.paths[index]).unwrap();
    let armour = key.sign(NAMESPACE, statement.canonical().as_bytes()).unwrap();
    Stored::new(statement, armour)
}

fn signed(statement: Statement) -> Stored {
    let by = statement.by.clone();
    signed_by(statement, &by)
}

fn judge(statements: &[Stored]) -> Verdict {
    judge_as(&subject(), statements, POLICY, &Authors::default())
}

fn judge_as(subject: &Subject, statements: &[Stored], text: &str, authors: &Authors) -> Verdict {
    count(subject, statements, Some(&policy(text)), &KEYS.signers, authors, now())
}

fn reasons(verdict: &Verdict) -> Vec<&'static str> {
    verdict.void.iter().map(|void| void.reason.name()).collect()
}

fn lacks(verdict: &Verdict) -> Vec<(&str, &str, u32, u32)> {
    let lack = |missing| match missing {
        &Missing::Signature { ref rule, ref role, have, need } => {
            Some((rule.as_str(), role.as_str(), have, need))
        }
        _ => None,
    };
    verdict.missing.iter().filter_map(lack).collect()
}

#[test]
fn the_required_people_make_it_ready_and_without_them_it_says_who_is_missing() {
    let verdict = judge(&[]);
    assert!(!verdict.ready);
    assert_eq!(lacks(&verdict), [("base", "supervisor", 0, 1)]);
    let stored = signed(statement("zhang.wei", "supervisor"));
    let verdict = judge(std::slice::from_ref(&stored));
    assert!(verdict.ready && verdict.missing.is_empty() && verdict.void.is_empty());
    assert_eq!(verdict.payload, subject().payload);
    let given = &verdict.signed[0];
    assert_eq!(
        (given.person.as_str(), given.role.as_str(), given.at),
        ("zhang.wei", "supervisor", now() - hours(1))
    );
    assert!(given.key.starts_with("SHA256:"));
    assert_eq!(given.statement, stored.path);
}

#[test]
fn without_a_policy_or_a_rule_nothing_may_go_out() {
    let stored = [signed(statement("zhang.wei", "supervisor"))];
    let verdict = count(&subject(), &stored, None, &KEYS.signers, &Authors::default(), now());
    assert_eq!((verdict.ready, verdict.missing), (false, vec![Missing::NoPolicy]));
    let text = POLICY.replace("{all: true}", "{account: city}");
    let verdict = judge_as(&subject(), &stored, &text, &Authors::default());
    assert_eq!((verdict.ready, verdict.missing), (false, vec![Missing::NoRule]));
}

#[test]
fn a_change_of_what_was_signed_voids_with_the_reason() {
    let stored = [signed(statement("zhang.wei", "supervisor"))];
    let with = |change: fn(&mut Subject)| {
        let mut subject = subject();
        change(&mut subject);
        let verdict = judge_as(&subject, &stored, POLICY, &Authors::default());
        assert!(!verdict.ready);
        reasons(&verdict)
    };
    assert_eq!(with(|s| (s.payload, s.source) = (Digest::of("p2"), Digest::of("s2"))), ["payload-changed"]);
    assert_eq!(with(|s| s.source = Digest::of("s2")), ["source-changed"]);
    assert_eq!(with(|s| (s.payload, s.mode) = (Digest::of("p2"), Mode::Mass)), ["mode-changed"]);
    assert_eq!(
        with(|s| (s.payload, s.audience) = (Digest::of("p2"), "tag:老客户".to_owned())),
        ["audience-changed"]
    );
    assert_eq!(with(|s| s.unit = "content/节气/小寒".to_owned()), ["other-unit"]);
    assert_eq!(with(|s| s.account = "city".to_owned()), ["other-account"]);
    let elsewhere = with(|s| (s.unit, s.payload) = ("content/b".to_owned(), Digest::of("b")));
    assert_eq!(
        elsewhere,
        <[&str; 0]>::default(),
        "a statement about another edition is nobody's business here"
    );
}

#[test]
fn forged_edited_and_foreign_statements_do_not_count() {
    let stored = |change: fn(&mut Stored)| {
        let mut stored = signed(statement("zhang.wei", "supervisor"));
        change(&mut stored);
        judge(&[stored])
    };
    let edited = stored(|stored| {
        stored.statement.role = "editor".to_owned();
        stored.text = stored.statement.canonical();
    });
    assert_eq!(edited.void[0].reason, Reason::Signature(SignatureError::Edited));
    let other = judge(&[signed_by(statement("zhang.wei", "supervisor"), "sun.qi")]);
    assert!(matches!(other.void[0].reason, Reason::Signature(SignatureError::OtherPerson { .. })));
    let stranger = judge(&[signed(statement("sun.qi", "supervisor"))]);
    assert_eq!(reasons(&stranger), ["not-in-role"]);
    assert!(!edited.ready && !other.ready && !stranger.ready);
}

#[test]
fn authors_never_count_and_unknown_authors_block() {
    let stored = [signed(statement("li.na", "supervisor")), signed(statement("zhang.wei", "supervisor"))];
    let mut authors = Authors { people: BTreeSet::from(["li.na".to_owned()]), ..Authors::default() };
    let verdict = judge_as(&subject(), &stored, POLICY, &authors);
    assert!(verdict.ready);
    assert_eq!((verdict.signed.len(), reasons(&verdict)), (1, vec!["author"]));

    authors.unknown.insert("someone@example.com".to_owned());
    let verdict = judge_as(&subject(), &stored, POLICY, &authors);
    assert_eq!(verdict.missing, [Missing::UnknownAuthor("someone@example.com".to_owned())]);
    let lax = POLICY.replace("max_age: 7d", "strict_authors: false");
    assert!(judge_as(&subject(), &stored, &lax, &authors).ready);

    let shallow = Authors { shallow: true, ..Authors::default() };
    assert_eq!(judge_as(&subject(), &stored, POLICY, &shallow).missing, [Missing::Shallow]);
}

#[test]
fn a_text_from_outside_needs_the_roles_for_outside_texts() {
    let text = POLICY.replace("max_age: 7d", "outside_author_roles: [editor, supervisor]");
    let authors = Authors { people: BTreeSet::from(["guest".to_owned()]), ..Authors::default() };
    let one = [signed(statement("zhang.wei", "supervisor"))];
    let verdict = judge_as(&subject(), &one, &text, &authors);
    assert_eq!(lacks(&verdict), [("outside_author_roles", "editor", 0, 1)]);
    let both = [one[0].clone(), signed(statement("wang.fang", "editor"))];
    assert!(judge_as(&subject(), &both, &text, &authors).ready);
    assert!(judge_as(&subject(), &one, &text, &Authors::default()).ready);
}

#[test]
fn age_expiry_window_and_clocks_are_respected() {
    let with = |change: fn(&mut Statement)| {
        let mut statement = statement("zhang.wei", "supervisor");
        change(&mut statement);
        let verdict = judge(&[signed(statement)]);
        (verdict.ready, reasons(&verdict).first().copied().unwrap_or(""))
    };
    assert_eq!(with(|s| s.expires = now()), (false, "expired"));
    assert_eq!(with(|s| s.at = now() - hours(7 * 24 + 1)), (false, "too-old"));
    assert_eq!(with(|s| s.at = now() - hours(7 * 24 - 1)), (true, ""));
    assert_eq!(with(|s| s.at = now() + hours(1)), (false, "in-the-future"));
    assert_eq!(
        with(|s| s.window = Some(Window { not_before: Some(now() + hours(1)), not_after: None })),
        (false, "outside-window")
    );
    assert_eq!(
        with(|s| s.window = Some(Window { not_before: None, not_after: Some(now() - hours(1)) })),
        (false, "outside-window")
    );
    assert_eq!(
        with(|s| s.window = Some(Window { not_before: Some(now()), not_after: Some(now()) })),
        (true, "")
    );
}

#[test]
fn a_rule_may_want_fresher_signatures_than_another() {
    let mut subject = subject();
    subject.mode = Mode::Mass;
    let at = |by: &str, role: &str, ago: i64| {
        let mut statement = statement(by, role);
        statement.mode = Mode::Mass;
        statement.at = now() - hours(ago);
        signed(statement)
    };
    let stored = [at("zhang.wei", "supervisor", 50), at("wang.fang", "editor", 1)];
    let verdict = judge_as(&subject, &stored, POLICY, &Authors::default());
    assert_eq!(lacks(&verdict), [("push", "supervisor", 0, 1)]);
    assert_eq!(verdict.void[0].reason, Reason::TooOld("push".to_owned()));
    let stored = [at("zhang.wei", "supervisor", 40), at("wang.fang", "editor", 1)];
    assert!(judge_as(&subject, &stored, POLICY, &Authors::default()).ready);
}

#[test]
fn the_last_word_of_a_person_in_a_role_counts() {
    let say = |by: &str, verdict: Answer, minutes: i64| {
        let mut statement = statement(by, "supervisor");
        statement.verdict = verdict;
        statement.at += SignedDuration::from_mins(minutes);
        statement.reason = (verdict == Answer::Reject).then(|| "价格没核".to_owned());
        signed(statement)
    };
    let yes = say("zhang.wei", Answer::Approve, 0);
    let withdrawn = judge(&[yes.clone(), say("zhang.wei", Answer::Withdraw, 1)]);
    assert_eq!((withdrawn.ready, reasons(&withdrawn)), (false, vec!["withdrawn"]));
    assert!(judge(&[yes.clone(), say("zhang.wei", Answer::Withdraw, -1)]).ready);
    assert!(
        !judge(&[yes.clone(), say("zhang.wei", Answer::Withdraw, 0)]).ready,
        "in the same second no wins"
    );
    let rejected = judge(&[yes.clone(), say("li.na", Answer::Reject, 1)]);
    let expected =
        Missing::Rejected {
            person: "li.na".into(), role: "supervisor".into(), reason: "价格没核".into()
        };
    assert_eq!((rejected.ready, rejected.missing), (false, vec![expected]));
    assert!(judge(&[yes, say("li.na", Answer::Reject, 1), say("li.na", Answer::Withdraw, 2)]).ready);
}

#[test]
fn a_withdrawal_does_not_grow_old_while_the_approval_is_alive() {
    let mut yes = statement("zhang.wei", "supervisor");
    yes.expires = now() + hours(100);
    let mut no = statement("zhang.wei", "supervisor");
    no.verdict = Answer::Withdraw;
    no.expires = now() - SignedDuration::from_mins(10);
    assert!(!judge(&[signed(yes), signed(no)]).ready);
}

#[test]
fn nobody_counts_twice() {
    let both = POLICY.replace(
        "[{role: supervisor, count: 1}]",
        "[{role: supervisor, count: 1}, {role: editor, count: 1}]",
    );
    let stored = [signed(statement("li.na", "supervisor")), {
        let mut second = statement("li.na", "editor");
        second.at += SignedDuration::from_mins(1);
        signed(second)
    }];
    let verdict = judge_as(&subject(), &stored, &both, &Authors::default());
    assert_eq!(lacks(&verdict), [("base", "editor", 0, 1)]);
    assert_eq!(verdict.void[0].reason, Reason::SecondRole("supervisor".to_owned()));
    let lax = both.replace("max_age: 7d", "one_person_one_role: false");
    assert!(judge_as(&subject(), &stored, &lax, &Authors::default()).ready);

    let two = POLICY.replace("[{role: supervisor, count: 1}]", "[{role: supervisor, count: 2}]");
    let again = [stored[0].clone(), signed(statement("li.na", "supervisor"))];
    assert_eq!(
        lacks(&judge_as(&subject(), &again, &two, &Authors::default())),
        [("base", "supervisor", 1, 2)]
    );
}

#[test]
fn in_sequence_a_later_step_counts_only_after_the_earlier_one() {
    let text = POLICY.replace(
        "require: [{role: supervisor, count: 1}]\n",
        "sequential: true\n    require: [{role: editor, count: 2}, {role: supervisor, count: 1}]\n",
    );
    let at = |by: &str, role: &str, minutes: i64| {
        let mut statement = statement(by, role);
        statement.at += SignedDuration::from_mins(minutes);
        signed(statement)
    };
    let editors = [at("li.na", "editor", 0), at("wang.fang", "editor", 10)];
    let with = |minutes: i64| {
        let mut stored = editors.to_vec();
        stored.push(at("zhang.wei", "supervisor", minutes));
        judge_as(&subject(), &stored, &text, &Authors::default())
    };
    assert!(with(11).ready);
    let early = with(5);
    assert_eq!(lacks(&early), [("base", "supervisor", 0, 1)]);
    assert_eq!(early.void[0].reason, Reason::OutOfOrder("base".to_owned()));
}

#[test]
fn when_only_the_program_changed_the_signed_payload_goes_out_or_waits_as_the_policy_says() {
    let stored = [signed(statement("zhang.wei", "supervisor"))];
    let mut subject = subject();
    subject.payload = Digest::of("rendered otherwise");
    let verdict = judge_as(&subject, &stored, POLICY, &Authors::default());
    assert!(verdict.ready && verdict.render_changed);
    assert_eq!(verdict.payload, Digest::of("payload"));

    let hold = format!("{POLICY}on_render_change: hold\n");
    let verdict = judge_as(&subject, &stored, &hold, &Authors::default());
    assert!(!verdict.ready && verdict.missing.contains(&Missing::RenderChanged));
    assert_eq!((verdict.payload, reasons(&verdict)), (subject.payload, vec!["render-changed"]));

    let mut fresh = statement("zhang.wei", "supervisor");
    fresh.payload = subject.payload;
    let verdict = judge_as(&subject, &[stored[0].clone(), signed(fresh)], POLICY, &Authors::default());
    assert!(verdict.ready && !verdict.render_changed);
    assert_eq!(verdict.payload, subject.payload);
}

#[test]
fn sign_offs_of_two_renderings_are_not_added_up() {
    let two = POLICY.replace("[{role: supervisor, count: 1}]", "[{role: supervisor, count: 2}]");
    let mut subject = subject();
    subject.payload = Digest::of("rendered otherwise");
    let mut fresh = statement("li.na", "supervisor");
    fresh.payload = subject.payload;
    let stored = [signed(statement("zhang.wei", "supervisor")), signed(fresh)];
    let verdict = judge_as(&subject, &stored, &two, &Authors::default());
    assert!(!verdict.ready);
    assert_eq!(lacks(&verdict), [("base", "supervisor", 1, 2)]);
}
