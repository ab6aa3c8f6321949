//! What the platform does wrong, and what people do to drafts meanwhile.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use qianfa::base::clock::{Clock, ManualClock};
use qianfa::deliver::{Ended, Found, Hold, Options, ReconcileError, RunError, reconcile};
use qianfa::ledger::{LedgerError, MarkKind, Platform, Stage, Standing};
use qianfa::sandbox::{Fault, Medium, Scenario, Trouble};
use qianfa::site::Mode;

use super::world::{Shelf, World, assert_done, due, ended};

const CALLS: [(Mode, &str); 9] = [
    (Mode::Publish, "/cgi-bin/media/uploadimg"),
    (Mode::Publish, "/cgi-bin/material/add_material"),
    (Mode::Publish, "/cgi-bin/draft/add"),
    (Mode::Publish, "/cgi-bin/draft/get"),
    (Mode::Publish, "/cgi-bin/freepublish/submit"),
    (Mode::Publish, "/cgi-bin/freepublish/get"),
    (Mode::Publish, "/cgi-bin/freepublish/getarticle"),
    (Mode::Mass, "/cgi-bin/message/mass/sendall"),
    (Mode::Mass, "/cgi-bin/message/mass/get"),
];

fn troubles() -> Vec<Trouble> {
    vec![
        Trouble::DropBefore,
        Trouble::DropAfter,
        Trouble::Error { errcode: -1, changed: false },
        Trouble::Error { errcode: -1, changed: true },
        Trouble::Superseded,
    ]
}

/// Whatever happens to whichever answer, applying until nothing is open gives one publication.
#[test]
fn every_lost_answer_ends_in_one_publication() {
    let cases: Vec<(Mode, &str, Trouble)> = CALLS
        .iter()
        .flat_map(|(mode, path)| troubles().into_iter().map(move |trouble| (*mode, *path, trouble)))
        .collect();
    let next = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                    let Some((mode, path, trouble)) = cases.get(index) else { return };
                    let world = World::new();
                    let mut shelf = Shelf::new(*mode, "");
                    world.running.sandbox().add_fault(Fault::once(*path, trouble.clone()));
                    let mut applied = world.apply(&mut shelf).unwrap();
                    for _ in 0..3 {
                        if matches!(ended(&applied), Ended::Done(_)) {
                            break;
                        }
                        assert!(
                            matches!(ended(&applied), Ended::Passing(_)),
                            "{path} {trouble:?}: {applied:?}"
                        );
                        world.clock.advance(Duration::from_secs(600));
                        applied = world.apply(&mut shelf).unwrap();
                    }
                    let standing = if *mode == Mode::Mass { Standing::Sent } else { Standing::Published };
                    assert_done(&applied, standing);
                    world.assert_published_once(&shelf);
                }
            });
        }
    });
}

#[test]
fn an_answer_later_than_the_timeout_is_a_lost_answer() {
    let world = World::new();
    let mut shelf = Shelf::new(Mode::Publish, "");
    let delay = Trouble::Delay { milliseconds: 2500 };
    world.running.sandbox().add_fault(Fault::once("/cgi-bin/freepublish/submit", delay));
    assert_done(&world.apply(&mut shelf).unwrap(), Standing::Published);
    world.assert_published_once(&shelf);
}

#[test]
fn a_known_client_id_on_the_first_try_counts_as_success() {
    let world = World::new();
    let mut shelf = Shelf::new(Mode::Mass, "");
    let fault = Trouble::Error { errcode: 45065, changed: true };
    world.running.sandbox().add_fault(Fault::once("/cgi-bin/message/mass/sendall", fault));
    assert_done(&world.apply(&mut shelf).unwrap(), Standing::Sent);
    world.assert_published_once(&shelf);
}

#[test]
fn refusals_for_good_fail_and_are_not_tried_again_until_somebody_signs_again() {
    for (mode, medium, refuse, result) in [
        (Mode::Publish, Medium::Publish, Some(53503), 0),
        (Mode::Publish, Medium::Publish, Some(48001), 0),
        (Mode::Publish, Medium::Publish, None, 2),
        (Mode::Publish, Medium::Publish, None, 3),
        (Mode::Publish, Medium::Publish, None, 4),
        (Mode::Mass, Medium::Mass, Some(48001), 0),
        (Mode::Mass, Medium::Mass, None, 3),
    ] {
        let world = World::new();
        let mut shelf = Shelf::new(mode, "");
        world.running.sandbox().add_scenario(Scenario { medium, refuse, result, ..Scenario::default() });
        let applied = world.apply(&mut shelf).unwrap();
        assert!(matches!(ended(&applied), Ended::Failed { .. }), "{refuse:?} {result}: {applied:?}");
        assert_eq!(world.record().standing(), Standing::Failed);
        let requests = world.running.sandbox().log().len();
        assert!(world.apply(&mut shelf).unwrap().outcomes.is_empty());
        assert_eq!(world.running.sandbox().log().len(), requests);

        world.clock.advance(Duration::from_secs(60));
        shelf.signed = Some(world.clock.now());
        let standing = if mode == Mode::Mass { Standing::Sent } else { Standing::Published };
        assert_done(&world.apply(&mut shelf).unwrap(), standing);
        world.assert_published_once(&shelf);
    }
}

#[test]
fn a_job_that_never_ends_is_followed_across_runs_and_never_submitted_again() {
    let world = World::new();
    let mut shelf = Shelf::new(Mode::Publish, "");
    world.running.sandbox().add_scenario(Scenario { stuck: true, ..Scenario::default() });
    assert!(matches!(ended(&world.apply(&mut shelf).unwrap()), Ended::Busy));
    assert_eq!(world.record().stage, Stage::Submitted);
    assert!(matches!(ended(&world.apply(&mut shelf).unwrap()), Ended::Busy));
    world.running.sandbox().release();
    assert_done(&world.apply(&mut shelf).unwrap(), Standing::Published);
    world.assert_published_once(&shelf);
    let log = world.running.sandbox().log();
    assert_eq!(log.iter().filter(|line| line.path.ends_with("freepublish/submit")).count(), 1);
}

/// A run that dies with its draft made but not submitted.
fn drafted(mode: Mode) -> (World, Shelf, String) {
    let world = World::new();
    let mut shelf = Shelf::new(mode, "");
    let fault = Fault { times: 4, ..Fault::once("/cgi-bin/draft/get", Trouble::DropBefore) };
    world.running.sandbox().add_fault(fault);
    assert!(matches!(ended(&world.apply(&mut shelf).unwrap()), Ended::Passing(_)));
    let record = world.record();
    assert_eq!(record.stage, Stage::Drafted);
    let draft = record.media_id.unwrap();
    (world, shelf, draft)
}

#[test]
fn a_draft_that_a_hand_edited_is_held_until_somebody_signs_again() {
    for mode in [Mode::Publish, Mode::Mass, Mode::Draft] {
        let (world, mut shelf, draft) = drafted(mode);
        let client = world.client(Duration::from_secs(2));
        let mut article = client.get_draft(&draft).unwrap().remove(0).article;
        article.content = article.content.replace("热的", "凉的");
        client.update_draft(&draft, 0, &article).unwrap();
        let applied = world.apply(&mut shelf).unwrap();
        assert!(matches!(ended(&applied), Ended::Held(Hold::Edited)), "{applied:?}");
        assert!(world.published().is_empty());
        let record = world.record();
        assert_eq!(record.mark.unwrap().kind, MarkKind::Held);
        let last = world.ledger("r").books().last();
        assert!(matches!(ended(&world.apply(&mut shelf).unwrap()), Ended::Held(Hold::Edited)));
        // Only the lease was taken and given back.
        assert_eq!(world.ledger("r").books().last(), last + 2);

        world.clock.advance(Duration::from_secs(60));
        shelf.signed = Some(world.clock.now());
        assert!(matches!(ended(&world.apply(&mut shelf).unwrap()), Ended::Done(_)));
        if mode != Mode::Draft {
            world.assert_published_once(&shelf);
        }
    }
}

#[test]
fn a_draft_that_was_deleted_is_made_again_but_never_for_a_mass_send() {
    let (world, mut shelf, draft) = drafted(Mode::Publish);
    world.client(Duration::from_secs(2)).delete_draft(&draft).unwrap();
    assert_done(&world.apply(&mut shelf).unwrap(), Standing::Published);
    world.assert_published_once(&shelf);

    let (world, mut shelf, draft) = drafted(Mode::Mass);
    world.client(Duration::from_secs(2)).delete_draft(&draft).unwrap();
    assert!(matches!(ended(&world.apply(&mut shelf).unwrap()), Ended::Held(Hold::DraftGone)));
    assert!(world.published().is_empty());
}

#[test]
fn what_somebody_published_by_hand_is_adopted() {
    let (world, mut shelf, draft) = drafted(Mode::Publish);
    world.client(Duration::from_secs(2)).submit_publish(&draft).unwrap();
    world.clock.advance(Duration::from_secs(60));
    assert_done(&world.apply(&mut shelf).unwrap(), Standing::Published);
    world.assert_published_once(&shelf);
}

/// The machine's clock as far as anybody can tell, five minutes behind the platform's.
struct Slow(ManualClock);

impl Clock for Slow {
    fn now(&self) -> Timestamp {
        self.0.now()
    }

    fn sleep(&self, duration: Duration) {
        self.0.sleep(duration);
    }
}

#[test]
fn a_wrong_clock_publishes_nothing() {
    for mode in [Mode::Publish, Mode::Mass] {
        let world = World::new();
        let mut shelf = Shelf::new(mode, "");
        world.clock.advance(Duration::from_secs(300));
        let slow = Arc::new(Slow(ManualClock::new(due())));
        let options = Options { platform: Platform::Sandbox, wait: Duration::ZERO, saved: None };
        let run = world.apply_by(slow, &mut shelf, options);
        assert!(matches!(run, Err(RunError::Skew(300))), "{run:?}");
        assert!(world.published().is_empty());
        let ledger = world.ledger("r").verify().unwrap();
        assert_eq!(ledger.books.lease(), None);
        assert_eq!(ledger.events.last().unwrap().skew_ms, Some(300_000));
        assert!(matches!(ended(&world.apply(&mut shelf).unwrap()), Ended::Done(_)));
        world.assert_published_once(&shelf);
    }
}

#[test]
fn a_ledger_of_the_sandbox_refuses_the_platform() {
    let world = World::new();
    let mut shelf = Shelf::new(Mode::Publish, "");
    world.apply(&mut shelf).unwrap();
    let options = Options { platform: Platform::WeChat, wait: Duration::ZERO, saved: None };
    let refused = world.apply_by(world.clock.clone(), &mut shelf, options);
    assert!(matches!(refused, Err(RunError::Ledger(LedgerError::Platform { .. }))));
}

#[test]
fn what_nobody_knows_is_settled_by_a_person() {
    // The send worked, its answer was lost, and the platform has forgotten the client id.
    for (found, standing) in [(Found::Sent, Standing::Sent), (Found::Nothing, Standing::Failed)] {
        let world = World::new();
        let mut shelf = Shelf::new(Mode::Mass, "late: publish");
        let trouble = if found == Found::Sent { Trouble::DropAfter } else { Trouble::DropBefore };
        let fault = Fault { times: 99, ..Fault::once("/cgi-bin/message/mass/sendall", trouble) };
        world.running.sandbox().add_fault(fault);
        assert!(matches!(ended(&world.apply(&mut shelf).unwrap()), Ended::Busy));
        world.clock.advance(Duration::from_secs(24 * 3600));
        assert!(matches!(ended(&world.apply(&mut shelf).unwrap()), Ended::Unknown("send-expired")));
        let log = world.running.sandbox().log().len();
        assert!(matches!(ended(&world.apply(&mut shelf).unwrap()), Ended::Unknown("send-expired")));
        assert_eq!(world.running.sandbox().log().len(), log);
        assert_eq!(world.record().standing(), Standing::Unknown);

        let delivery = world.record().delivery;
        reconcile(&mut world.ledger("person"), &*world.clock, &delivery, &found).unwrap();
        assert_eq!(world.record().standing(), standing);
        let again = reconcile(&mut world.ledger("person"), &*world.clock, &delivery, &found);
        assert!(matches!(again, Err(ReconcileError::NotOpen { .. })));
        assert!(world.apply(&mut shelf).unwrap().outcomes.is_empty());
        assert_eq!(world.running.sandbox().log().len(), log);
        world.ledger("checker").verify().unwrap();
    }
}

#[test]
fn a_send_that_waits_for_the_administrator_is_asked_for_with_the_same_key() {
    let world = World::new();
    let mut shelf = Shelf::new(Mode::Mass, "");
    let fault = Trouble::Error { errcode: 89504, changed: true };
    world.running.sandbox().add_fault(Fault::once("/cgi-bin/message/mass/sendall", fault));
    assert_done(&world.apply(&mut shelf).unwrap(), Standing::Sent);
    world.assert_published_once(&shelf);
}

#[test]
fn a_used_up_quota_of_the_day_is_held_until_the_next_and_other_quotas_pass() {
    let world = World::new();
    let mut shelf = Shelf::new(Mode::Mass, "late: publish");
    let sent_by_hand = Trouble::Error { errcode: 45028, changed: false };
    world.running.sandbox().add_fault(Fault::once("/cgi-bin/message/mass/sendall", sent_by_hand));
    assert!(matches!(ended(&world.apply(&mut shelf).unwrap()), Ended::Held(Hold::Quota)));
    let requests = world.running.sandbox().log().len();
    let held = world.apply(&mut shelf).unwrap();
    assert_eq!(held.plan.items[0].action.holds(), [Hold::Quota]);
    assert_eq!(world.running.sandbox().log().len(), requests);

    let world = World::new();
    let mut shelf = Shelf::new(Mode::Publish, "");
    let quota = Trouble::Error { errcode: 45009, changed: false };
    world.running.sandbox().add_fault(Fault::once("/cgi-bin/freepublish/submit", quota));
    assert!(matches!(ended(&world.apply(&mut shelf).unwrap()), Ended::Passing(_)));
    assert_done(&world.apply(&mut shelf).unwrap(), Standing::Published);
    world.assert_published_once(&shelf);
}
