//! The ordinary way, and that a second run does nothing.

use std::time::Duration;

use jiff::SignedDuration;
use qianfa::base::clock::Clock;
use qianfa::deliver::{Action, Ended};
use qianfa::ledger::{Stage, Standing};
use qianfa::site::Mode;

use super::world::{Shelf, World, assert_done, due, ended};

#[test]
fn a_publication_goes_out_once_and_a_second_run_does_nothing() {
    let world = World::new();
    let mut shelf = Shelf::new(Mode::Publish, "");
    assert_done(&world.apply(&mut shelf).unwrap(), Standing::Published);
    world.assert_published_once(&shelf);
    let record = world.record();
    assert_eq!((record.stage, record.drift), (Stage::Verified, None));
    assert_eq!(record.urls.len(), 1);

    let before = world.ledger("r").books().last();
    let requests = world.running.sandbox().log().len();
    assert!(world.apply(&mut shelf).unwrap().outcomes.is_empty());
    assert_eq!(world.ledger("r").books().last(), before);
    assert_eq!(world.running.sandbox().log().len(), requests);
}

#[test]
fn a_mass_send_goes_out_once_and_a_second_run_does_nothing() {
    let world = World::new();
    let mut shelf = Shelf::new(Mode::Mass, "");
    assert_done(&world.apply(&mut shelf).unwrap(), Standing::Sent);
    assert!(world.apply(&mut shelf).unwrap().outcomes.is_empty());
    world.assert_published_once(&shelf);
    assert_eq!(world.published()[0].reached, 1280);
}

#[test]
fn draft_mode_stops_at_the_draft() {
    let world = World::new();
    let mut shelf = Shelf::new(Mode::Draft, "");
    assert_done(&world.apply(&mut shelf).unwrap(), Standing::Handed);
    assert!(world.apply(&mut shelf).unwrap().outcomes.is_empty());
    assert!(world.published().is_empty());
    assert_eq!(world.client(Duration::from_secs(2)).count_drafts().unwrap(), 1);
}

#[test]
fn waiting_prepares_the_draft_early_and_acts_at_the_slot() {
    let world = World::new();
    let mut shelf = Shelf::new(Mode::Publish, "");
    world.clock.set(due().checked_sub(SignedDuration::from_mins(30)).unwrap());
    assert!(world.apply(&mut shelf).unwrap().plan.items[0].action == Action::Wait);
    assert!(world.running.sandbox().log().iter().all(|line| !line.path.contains("draft")));

    let applied = world.apply_with(&mut shelf, Duration::from_secs(2400), None).unwrap();
    assert_done(&applied, Standing::Published);
    world.assert_published_once(&shelf);
    assert!(world.published()[0].time >= due());
    assert!(world.clock.now().duration_since(due()) < SignedDuration::from_mins(2));
}

#[test]
fn nothing_unsigned_goes_out_and_the_reason_is_noted_once() {
    let world = World::new();
    let mut shelf = Shelf::new(Mode::Publish, "");
    shelf.signed = None;
    let applied = world.apply(&mut shelf).unwrap();
    assert!(matches!(applied.plan.items[0].action, Action::Held(_)));
    assert!(applied.outcomes.is_empty());
    let record = world.record();
    assert_eq!((record.standing(), record.reason()), (Standing::Held, Some("unsigned")));
    let last = world.ledger("r").books().last();
    world.apply(&mut shelf).unwrap();
    assert_eq!(world.ledger("r").books().last(), last);
    assert!(world.running.sandbox().log().is_empty());

    shelf.signed = Some(world.clock.now());
    assert_done(&world.apply(&mut shelf).unwrap(), Standing::Published);
    world.assert_published_once(&shelf);
}

#[test]
fn an_edit_between_two_runs_takes_the_new_payload_and_leaves_one_publication() {
    let world = World::new();
    let mut shelf = Shelf::new(Mode::Publish, "");
    world.clock.set(due().checked_sub(SignedDuration::from_mins(30)).unwrap());
    let before = due().checked_sub(SignedDuration::from_mins(40)).unwrap();
    shelf.signed = Some(before);
    // Prepared early, then changed and signed again before the slot.
    let applied = world.apply_with(&mut shelf, Duration::from_secs(1), None).unwrap();
    assert!(applied.outcomes.is_empty());
    shelf.payload.articles[0].title = "冬至，喝什么？".into();
    world.clock.set(due());
    assert!(!matches!(ended(&world.apply(&mut shelf).unwrap()), Ended::Prepared));
    world.assert_published_once(&shelf);
}
