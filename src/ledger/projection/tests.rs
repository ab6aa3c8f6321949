use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::event::{Facts, NewEvent};
use super::super::verify::{state_bytes, state_path};
use super::super::{DeliveryKey, Stage, verify};
use super::*;
use crate::site::Mode;

const MODES: [Mode; 3] = [Mode::Mass, Mode::Publish, Mode::Draft];

/// A ledger in memory: what `store` writes on a branch.
struct Writer {
    books: Books,
    files: Vec<(String, Vec<u8>)>,
    now: i64,
}

impl Writer {
    fn new() -> Self {
        let mut writer = Self { books: Books::new("main"), files: Vec::new(), now: 1_797_000_000 };
        let genesis = Facts { platform: Some("sandbox".to_owned()), ..Facts::default() };
        writer.write("r1", NewEvent { facts: genesis, ..NewEvent::new(Kind::Genesis) }).unwrap();
        writer.lease("r1");
        writer
    }

    fn lease(&mut self, run: &str) {
        let until = Timestamp::from_second(self.now + 600).ok();
        let facts = Facts { until, ..Facts::default() };
        self.write(run, NewEvent { facts, ..NewEvent::new(Kind::Lease) }).unwrap();
    }

    fn write(&mut self, run: &str, new: NewEvent) -> Result<(), Fault> {
        self.now += 1;
        let event = self.books.next(run, Timestamp::from_second(self.now).unwrap(), None, new);
        let bytes = event.to_bytes();
        let mut books = self.books.clone();
        books.take(&event, &bytes)?;
        self.books = books;
        self.files.push((event.path(), bytes));
        Ok(())
    }

    fn files(&self) -> Vec<(String, Vec<u8>)> {
        let states = self.books.records().map(|record| (state_path(record), state_bytes(record)));
        self.files.iter().cloned().chain(states).collect()
    }
}

fn id(mode: Mode) -> DeliveryId {
    DeliveryId::of(&DeliveryKey { account: "main", uid: "u1", mode, audience: "all", occurrence: "once" })
}

fn event(kind: Kind, op: Option<Op>, mode: Mode) -> NewEvent {
    let facts = Facts {
        uid: Some("u1".to_owned()),
        mode: Some(mode.name().to_owned()),
        audience: Some("all".to_owned()),
        occurrence: Some("once".to_owned()),
        media_id: Some("m".to_owned()),
        reason: Some("late".to_owned()),
        ..Facts::default()
    };
    NewEvent {
        op,
        delivery: Some(id(mode)),
        unit: Some("冬至".to_owned()),
        payload: Some(Digest::of("P")),
        facts,
        ..NewEvent::new(kind)
    }
}

fn step() -> impl Strategy<Value = (Kind, Option<Op>)> {
    let kinds = [
        Kind::Claim,
        Kind::Intent,
        Kind::Effect,
        Kind::Refused,
        Kind::Unknown,
        Kind::Adopt,
        Kind::Hold,
        Kind::Skip,
    ];
    let ops = [
        Op::DraftAdd,
        Op::DraftCheck,
        Op::DraftHand,
        Op::Submit,
        Op::Publish,
        Op::Verify,
        Op::MassSend,
        Op::MassDone,
    ];
    (prop::sample::select(kinds.to_vec()), prop::option::weighted(0.9, prop::sample::select(ops.to_vec())))
}

proptest! {
    /// Whatever is tried, what was accepted verifies from its bytes, and once something may be visible nothing but its
    /// own outcome is accepted.
    #[test]
    fn accepted_events_replay_to_the_same_books(mode in 0..3usize, steps in prop::collection::vec(step(), 0..80)) {
        let mode = MODES[mode];
        let mut writer = Writer::new();
        for (kind, op) in steps {
            let before = writer.books.record(&id(mode)).map(|record| record.stage);
            let accepted = writer.write("r1", event(kind, op, mode)).is_ok();
            let after = writer.books.record(&id(mode)).map(|record| record.stage);
            if !accepted {
                prop_assert_eq!(before, after);
                continue;
            }
            if let Some(before) = before.filter(|stage| stage.may_be_visible()) {
                let repeats = kind == Kind::Intent && after != Some(before);
                prop_assert!(kind != Kind::Claim && !repeats, "{:?} {:?} from {:?}", kind, op, before);
            }
            let final_before = before.is_some_and(Stage::is_final);
            prop_assert!(!final_before || op == Some(Op::Verify));
        }
        let report = verify("main", &writer.files()).unwrap();
        prop_assert_eq!(report.books, writer.books);
    }

    /// A ledger that was tampered with anywhere does not verify, and nothing from outside makes it panic.
    #[test]
    fn changed_bytes_are_noticed(file in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut writer = Writer::new();
        for (kind, op) in [
            (Kind::Claim, None),
            (Kind::Intent, Some(Op::DraftAdd)),
            (Kind::Effect, Some(Op::DraftAdd)),
            (Kind::Effect, Some(Op::DraftCheck)),
            (Kind::Intent, Some(Op::MassSend)),
        ] {
            writer.write("r1", event(kind, op, Mode::Mass)).unwrap();
        }
        let good = writer.files();
        let mut bad = good.clone();
        let file = file.index(bad.len());
        let at = at.index(bad[file].1.len());
        bad[file].1[at] = byte;
        // The last event is vouched for by the stored state and by the branch only; everything before by the chain.
        let last_event = writer.files.len() - 1;
        prop_assume!(bad != good && file != last_event);
        prop_assert!(verify("main", &bad).is_err());
    }

    #[test]
    fn nothing_that_is_read_panics(path in "(events|state)/.{0,30}", bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(verify("main", &[(path, bytes)]).is_err());
    }
}

#[test]
fn a_run_without_the_lease_writes_nothing() {
    let mut writer = Writer::new();
    assert!(matches!(writer.write("r2", event(Kind::Claim, None, Mode::Mass)), Err(Fault::NotHolder(_))));
    writer.lease("r2");
    assert!(matches!(writer.write("r1", event(Kind::Claim, None, Mode::Mass)), Err(Fault::NotHolder(_))));
    writer.write("r2", event(Kind::Claim, None, Mode::Mass)).unwrap();
}

#[test]
fn missing_files_gaps_and_foreign_ledgers_are_noticed() {
    let mut writer = Writer::new();
    writer.write("r1", event(Kind::Claim, None, Mode::Publish)).unwrap();
    let files = writer.files();
    let without = |index: usize| {
        let mut files = files.clone();
        files.remove(index);
        verify("main", &files).unwrap_err()
    };
    assert_eq!(without(1), Fault::Gap { expected: 2, found: 3 });
    assert!(matches!(without(2), Fault::Projection { .. }));
    assert!(matches!(without(3), Fault::Projection { .. }));
    assert!(matches!(verify("city", &files), Err(Fault::Account { .. })));
    let mut foreign = files.clone();
    foreign.push(("README.md".to_owned(), Vec::new()));
    assert!(matches!(verify("main", &foreign), Err(Fault::Foreign { .. })));
}

#[test]
fn a_refusal_gives_the_way_free_again_and_a_mark_goes_with_the_next_deed() {
    let mut writer = Writer::new();
    for (kind, op) in [
        (Kind::Claim, None),
        (Kind::Intent, Some(Op::DraftAdd)),
        (Kind::Effect, Some(Op::DraftAdd)),
        (Kind::Effect, Some(Op::DraftCheck)),
        (Kind::Intent, Some(Op::Submit)),
        (Kind::Refused, Some(Op::Submit)),
    ] {
        writer.write("r1", event(kind, op, Mode::Publish)).unwrap();
    }
    let record = |writer: &Writer| writer.books.record(&id(Mode::Publish)).unwrap().clone();
    assert_eq!(record(&writer).stage, Stage::Checked);
    assert_eq!(record(&writer).standing(), super::super::Standing::Failed);
    assert_eq!(record(&writer).visible_at, None);
    writer.write("r1", event(Kind::Claim, None, Mode::Publish)).unwrap();
    assert_eq!(record(&writer).standing(), super::super::Standing::Open);
    assert_eq!(record(&writer).drafts, ["m"]);
    let stages: BTreeSet<_> = writer.books.records().map(|record| record.stage).collect();
    assert_eq!(stages, BTreeSet::from([Stage::Claimed]));
}
