//! The branch with sign-offs: nothing is overwritten, nothing that was said disappears, and junk counts for nothing.

use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use qianfa::base::clock::{Clock, ManualClock};
use qianfa::base::digest::Digest;
use qianfa::signoff::{Answer, BRANCH, NAMESPACE, Payload, SigningKey, Statement, Store, StoreError, Stored};
use qianfa::site::Mode;
use qianfa::source::branch::{Branch, Change};
use tempfile::TempDir;

use super::commands::isolated;
use super::signatures::keygen;

struct Scene {
    folder: TempDir,
    clock: ManualClock,
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let done = isolated("git", folder.path()).args(["init", "-q"]).status().unwrap();
        assert!(done.success());
        keygen(folder.path(), "key", &["-t", "ed25519"]);
        Self { folder, clock: ManualClock::new("2026-12-20T02:00:00Z".parse().unwrap()) }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn store(&self) -> Store {
        Store::open(self.path(), None).unwrap()
    }

    fn stored(&self, payload: &Payload, verdict: Answer) -> Stored {
        let at: Timestamp = self.clock.now();
        let statement = Statement {
            account: payload.account.clone(),
            at,
            audience: payload.audience.clone(),
            by: "zhang.wei".to_owned(),
            expires: at + SignedDuration::from_hours(24),
            findings: Digest::of("f"),
            mode: payload.mode,
            nonce: format!("n{}", fastrand::u64(..)),
            payload: payload.digest(),
            policy: Digest::of("y"),
            reason: None,
            role: "supervisor".to_owned(),
            source: Digest::of("s"),
            kind: "qianfa/approval/v1".to_owned(),
            unit: "甲".to_owned(),
            verdict,
            waives: Vec::new(),
            window: None,
        };
        let key = SigningKey::open(&self.path().join("key").display().to_string()).unwrap();
        let armour = key.sign(NAMESPACE, statement.canonical().as_bytes()).unwrap();
        Stored::new(statement, armour)
    }

    /// Somebody pushes files, past the program.
    fn push(&self, files: Vec<(String, Vec<u8>)>) {
        let branch = Branch::open(self.path(), None, BRANCH).unwrap();
        let tip = branch.fetch().unwrap();
        branch.append(tip, &Change { files, message: "手改".to_owned() }, self.clock.now()).unwrap();
    }

    fn git(&self, args: &[&str]) {
        let done = isolated("git", self.path())
            .args(["-c", "user.name=x", "-c", "user.email=x@example.org"])
            .args(args)
            .output()
            .unwrap();
        assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
    }
}

fn payload() -> Payload {
    let article = qianfa::signoff::PayloadArticle {
        kind: qianfa::wechat::wire::ArticleType::News,
        title: "题".to_owned(),
        author: String::new(),
        digest: String::new(),
        content: "<p>文</p>".to_owned(),
        source_url: String::new(),
        comments_open: false,
        comments_fans_only: false,
        cover: None,
        crop_235_1: None,
        crop_1_1: None,
        images: Vec::new(),
    };
    Payload {
        v: 1,
        account: "main".to_owned(),
        mode: Mode::Mass,
        audience: "all".to_owned(),
        reprint: false,
        articles: vec![article],
    }
}

#[test]
fn what_is_recorded_reads_back_and_the_payload_is_stored_once() {
    let scene = Scene::new();
    let store = scene.store();
    assert_eq!(store.tip().unwrap(), None);
    let payload = payload();
    let first = scene.stored(&payload, Answer::Approve);
    let second = scene.stored(&payload, Answer::Withdraw);
    store.record(&scene.clock, &payload, &first).unwrap();
    let tip = store.record(&scene.clock, &payload, &second).unwrap();
    let (mut read, faults) = store.statements(tip).unwrap();
    let mut expected = vec![first, second];
    read.sort_by(|a, b| a.path.cmp(&b.path));
    expected.sort_by(|a, b| a.path.cmp(&b.path));
    assert_eq!((read, faults.len()), (expected, 0));
    assert_eq!(store.payload(tip, payload.digest()).unwrap(), payload);
    let none = Digest::of("none");
    assert!(store.payload(tip, none).is_err());
}

#[test]
fn a_statement_about_another_payload_is_not_recorded() {
    let scene = Scene::new();
    let mut other = payload();
    other.mode = Mode::Draft;
    let stored = scene.stored(&payload(), Answer::Approve);
    let refused = scene.store().record(&scene.clock, &other, &stored);
    assert!(matches!(refused, Err(StoreError::OtherPayload(_))));
    assert_eq!(scene.store().tip().unwrap(), None);
}

#[test]
fn a_changed_payload_is_not_taken_and_not_written_over() {
    let scene = Scene::new();
    let (store, payload) = (scene.store(), payload());
    store.record(&scene.clock, &payload, &scene.stored(&payload, Answer::Approve)).unwrap();
    let path = format!("payloads/{}.json", payload.digest().hex());
    scene.push(vec![(path, payload.canonical().replace("题", "改").into_bytes())]);
    let tip = store.tip().unwrap().unwrap();
    assert!(matches!(store.payload(tip, payload.digest()), Err(StoreError::OtherPayload(_))));
    let again = store.record(&scene.clock, &payload, &scene.stored(&payload, Answer::Approve));
    assert!(matches!(again, Err(StoreError::Taken(_))));
}

#[test]
fn what_somebody_removed_or_changed_still_counts_as_it_was() {
    let scene = Scene::new();
    let (store, payload) = (scene.store(), payload());
    let no = scene.stored(&payload, Answer::Reject);
    let yes = scene.stored(&payload, Answer::Approve);
    store.record(&scene.clock, &payload, &no).unwrap();
    store.record(&scene.clock, &payload, &yes).unwrap();
    let before = store.tip().unwrap().unwrap();
    assert_eq!(store.statements(before).unwrap().1.len(), 0);

    scene.git(&["checkout", "-q", "-f", BRANCH]);
    scene.git(&["rm", "-q", &format!("{}.json", no.path), &format!("{}.sig", no.path)]);
    scene.git(&["commit", "-q", "-m", "悄悄拿掉"]);
    scene.push(vec![(format!("{}.json", yes.path), b"{}".to_vec())]);
    for _ in 0..2 {
        let (read, faults) = store.statements(store.tip().unwrap().unwrap()).unwrap();
        assert_eq!(read.len(), 2);
        assert!(read.contains(&no) && read.contains(&yes));
        assert_eq!(faults.len(), 3);
        assert!(faults.iter().all(|fault| matches!(fault.reason, StoreError::Removed(_))));
    }
}

#[test]
fn junk_is_reported_and_stops_nothing() {
    let scene = Scene::new();
    let (store, payload) = (scene.store(), payload());
    let good = scene.stored(&payload, Answer::Approve);
    store.record(&scene.clock, &payload, &good).unwrap();
    let bare = scene.stored(&payload, Answer::Approve);
    let folder = format!("statements/{}", payload.digest().hex());
    scene.push(vec![
        (format!("{folder}/x.json"), b"{".to_vec()),
        (format!("{folder}/x.sig"), b"x".to_vec()),
        (format!("{folder}/big.json"), vec![b' '; 20_000]),
        (format!("{folder}/big.sig"), b"x".to_vec()),
        (format!("{folder}/bin.json"), vec![0xff, 0xfe]),
        (format!("{folder}/readme.txt"), b"x".to_vec()),
        (format!("{}.json", bare.path), bare.text.clone().into_bytes()),
        ("statements/elsewhere/copy.json".to_owned(), good.text.clone().into_bytes()),
        ("statements/elsewhere/copy.sig".to_owned(), good.armour.clone().into_bytes()),
    ]);
    let (read, faults) = store.statements(store.tip().unwrap().unwrap()).unwrap();
    assert_eq!(read, [good]);
    assert_eq!(faults.len(), 6, "{faults:?}");
}
