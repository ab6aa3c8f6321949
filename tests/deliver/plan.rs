//! The plan as a pure function: what goes out, what waits, and why.

use std::collections::BTreeMap;

use jiff::Timestamp;
use qianfa::base::digest::Digest;
use qianfa::deliver::{Action, Candidate, Clash, Hold, Inputs, Item, Plan, SavedPlan, plan};
use qianfa::ledger::{Books, Standing};
use qianfa::signoff::{Missing, Signed, Verdict};
use qianfa::site::{Mode, Site};

use super::world::{Shelf, World, due, ended};
use crate::support::site::{CONFIG, article, site};

/// A time in China.
fn at(local: &str) -> Timestamp {
    format!("{}+08:00", local.replace(' ', "T")).parse().unwrap()
}

fn verdict(uid: &str, signed: Option<Timestamp>) -> Verdict {
    let person = |at| Signed {
        person: "zhang.wei".into(),
        role: "supervisor".into(),
        at,
        expires: Timestamp::MAX,
        key: "SHA256:x".into(),
        statement: "statements/x".into(),
        waives: Vec::new(),
    };
    Verdict {
        payload: Digest::of(uid),
        ready: signed.is_some(),
        render_changed: false,
        signed: signed.into_iter().map(person).collect(),
        missing: if signed.is_some() { Vec::new() } else { vec![Missing::NoRule] },
        void: Vec::new(),
    }
}

/// A site of articles `(uid, lines of publish)`; `unsigned` names those that nobody signed.
struct Desk {
    site: Site,
    unsigned: Vec<&'static str>,
    invalid: BTreeMap<&'static str, usize>,
}

impl Desk {
    fn new(account: &str, articles: &[(&str, &str)]) -> Self {
        let files = articles.iter().map(|(uid, publish)| {
            let keys = format!("status: ready\npublish: {{{publish}}}");
            (format!("content/{uid}.md"), article(uid, &keys, "正文。"))
        });
        let config = ("qianfa.yaml".to_owned(), CONFIG.replace("    verified: true\n", account));
        let site = site(files.chain([config]));
        Self { site, unsigned: Vec::new(), invalid: BTreeMap::new() }
    }

    fn plan(&self, books: &Books, now: &str) -> Plan {
        let signed = |uid: &str| (!self.unsigned.contains(&uid)).then(|| at("2026-12-20 10:00"));
        let candidates = self.site.editions.iter().map(|edition| Candidate {
            edition,
            titles: vec![edition.uid.clone()],
            verdict: match self.invalid.get(edition.uid.as_str()) {
                Some(errors) => Err(*errors),
                None => Ok(verdict(&edition.uid, signed(&edition.uid))),
            },
        });
        plan(&Inputs {
            account: &self.site.config.accounts[0],
            candidates: candidates.collect(),
            books,
            now: at(now),
            until: at("2027-01-01 00:00"),
        })
    }

    fn fresh(&self, now: &str) -> Plan {
        self.plan(&Books::new("main"), now)
    }
}

const VERIFIED: &str = "    verified: true\n";

fn words(item: &Item) -> Vec<&'static str> {
    item.action.holds().iter().map(Hold::word).collect()
}

fn uids(plan: &Plan) -> Vec<&str> {
    plan.items.iter().map(|item| item.uid.as_str()).collect()
}

#[test]
fn what_is_signed_goes_out_in_the_order_of_time_and_what_is_not_waits() {
    let mut desk = Desk::new(
        VERIFIED,
        &[
            ("cc", "at: 2026-12-21 20:00, mode: mass"),
            ("aa", "at: 2026-12-22 08:00"),
            ("bb", "at: 2026-12-21 08:00"),
            ("dd", "at: 2026-12-23 08:00"),
            ("ee", "at: 2027-12-23 08:00"),
        ],
    );
    desk.unsigned = vec!["aa"];
    desk.invalid = BTreeMap::from([("dd", 2)]);
    let plan = desk.fresh("2026-12-21 08:05");
    assert_eq!(uids(&plan), ["bb", "cc", "aa", "dd"]);
    assert_eq!(plan.items[0].action, Action::Act);
    assert_eq!(plan.items[1].action, Action::Wait);
    assert_eq!(words(&plan.items[2]), ["unsigned"]);
    assert_eq!(plan.items[3].action, Action::Held(vec![Hold::Invalid(2)]));
    assert_eq!(plan, desk.fresh("2026-12-21 08:05"));
}

#[test]
fn the_second_mass_send_of_a_day_is_held_with_a_free_slot() {
    let desk = Desk::new(
        VERIFIED,
        &[("aa", "at: 2026-12-21 08:00, mode: mass"), ("bb", "at: 2026-12-21 20:00, mode: mass")],
    );
    let plan = desk.fresh("2026-12-21 07:00");
    assert_eq!(plan.items[1].action, Action::Held(vec![Hold::Clash(Clash::MassDay(1))]));
    assert_eq!(plan.items[1].suggestion, Some(at("2026-12-22 08:00")));
    // What is not signed takes no place away.
    let unsigned = Desk { unsigned: vec!["aa"], ..desk };
    assert_eq!(unsigned.fresh("2026-12-21 07:00").items[1].action, Action::Wait);
}

#[test]
fn an_account_that_may_not_publish_gets_drafts() {
    let desk = Desk::new("", &[("aa", "at: 2026-12-21 08:00, mode: mass")]);
    let plan = desk.fresh("2026-12-21 08:00");
    let item = &plan.items[0];
    assert_eq!((item.mode, item.wished, &item.action), (Mode::Draft, Some(Mode::Mass), &Action::Act));
}

#[test]
fn late_deliveries_follow_their_policy() {
    let desk = Desk::new(
        VERIFIED,
        &[
            ("aa", "at: 2026-12-21 08:00, late: hold"),
            ("bb", "at: 2026-12-21 08:01, late: publish"),
            ("cc", "at: 2026-12-21 08:02, late: skip"),
            ("dd", "at: 2026-12-21 08:03, late: publish, until: 2026-12-21 08:30"),
        ],
    );
    let plan = desk.fresh("2026-12-21 09:00");
    assert_eq!(words(&plan.items[0]), ["late"]);
    assert_eq!(plan.items[0].suggestion, Some(at("2026-12-21 20:00")));
    assert_eq!(plan.items[1].action, Action::Act);
    assert_eq!(plan.items[2].action, Action::Skip("late"));
    assert_eq!(plan.items[3].action, Action::Skip("expired"));
}

#[test]
fn an_unsettled_delivery_keeps_its_edition_from_going_out_another_way() {
    let world = World::new();
    let mut shelf = Shelf::new(Mode::Publish, "");
    let stuck = qianfa::sandbox::Scenario { stuck: true, ..Default::default() };
    world.running.sandbox().add_scenario(stuck);
    assert!(matches!(ended(&world.apply(&mut shelf).unwrap()), qianfa::deliver::Ended::Busy));
    let ledger = world.ledger("r");
    // The same edition, now as a mass send: held, and the first way out is brought to its end.
    let mass = Shelf::new(Mode::Mass, "");
    let plan = mass.plan_at(ledger.books(), due());
    assert_eq!(words(&plan.items[0]), ["other-open"]);
    assert_eq!((plan.items[1].mode, &plan.items[1].action), (Mode::Publish, &Action::Act));
    // The edition moved to next year, or gone from the site: the same.
    let gone = Desk::new(VERIFIED, &[]).plan(ledger.books(), "2026-12-21 20:30");
    assert_eq!(gone.items.iter().map(|item| &item.action).collect::<Vec<_>>(), [&Action::Act]);

    world.running.sandbox().release();
    world.apply(&mut shelf).unwrap();
    let plan = mass.plan_at(world.ledger("r").books(), due());
    assert_eq!(plan.items[0].action, Action::Done(Standing::Published));
}

#[test]
fn a_saved_plan_holds_while_what_it_lists_is_the_same() {
    let desk = Desk::new(VERIFIED, &[("aa", "at: 2026-12-21 08:00"), ("bb", "at: 2026-12-22 08:00")]);
    let saved = SavedPlan::of(&[desk.fresh("2026-12-21 07:00")], due(), None);
    let read = SavedPlan::parse(&serde_json::to_vec(&saved).unwrap()).unwrap();
    assert_eq!(read, saved);
    let holds = |desk: &Desk| saved.hold_against(&desk.fresh("2026-12-21 08:00")).is_ok();
    assert!(holds(&desk));
    let more =
        [("aa", "at: 2026-12-21 08:00"), ("bb", "at: 2026-12-22 08:00"), ("cc", "at: 2026-12-23 08:00")];
    assert!(holds(&Desk::new(VERIFIED, &more)));
    assert!(!holds(&Desk::new(VERIFIED, &[("aa", "at: 2026-12-21 08:00"), ("bb", "at: 2026-12-22 08:01")])));
    assert!(!holds(&Desk::new(VERIFIED, &more[..1])));
    let unsigned = Desk { unsigned: vec!["bb"], ..desk };
    assert!(!holds(&unsigned));
    for bad in ["", "{}", "[]", "{\"v\":2,\"at\":\"2026-12-21T00:00:00Z\",\"accounts\":[]}"] {
        assert!(SavedPlan::parse(bad.as_bytes()).is_err(), "{bad}");
    }
}
