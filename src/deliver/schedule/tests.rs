use super::*;
use crate::site::{Audience, load};
use crate::source::tree::MemoryTree;

fn account(more: &str) -> Account {
    let config = format!(
        "version: 1\nname: 测试站\nzone: Asia/Shanghai\naccounts:\n  main:\n    verified: true\n    min_gap: 2h\n    \
         slots: {{workday: [\"08:00\", \"20:00\"], restday: [\"09:30\"]}}\n    \
         blackout: [{{from: 2026-12-23, to: 2026-12-23, reason: 系统维护}}]\n{more}"
    );
    let loaded = load(&MemoryTree::new().with("qianfa.yaml", config));
    loaded.site.unwrap().config.accounts.remove(0)
}

fn edition(at: Slot) -> Edition {
    Edition {
        name: "冬至".into(),
        uid: "u".into(),
        account: "main".into(),
        articles: vec![0],
        mode: Mode::Publish,
        to: Audience::All,
        at: Some(at),
        late: Late::Hold,
        until: None,
        embargo: None,
        ready: true,
    }
}

/// A time in China.
fn at(local: &str) -> Timestamp {
    let civil: jiff::civil::DateTime = local.parse().unwrap();
    civil.to_zoned(TimeZone::get("Asia/Shanghai").unwrap()).unwrap().timestamp()
}

fn wanted(edition: &Edition, approved: Option<&str>) -> Vec<Option<Timestamp>> {
    let wanted = Wanted { edition, approved: approved.map(at), settled: None };
    due_times(&account(""), &[wanted], &[], at("2026-12-21 10:00"))
}

#[test]
fn exact_times_days_and_next_slots_are_found_in_the_accounts_zone() {
    let exact = edition(Slot::At(at("2026-12-21 20:13")));
    assert_eq!(wanted(&exact, None), [Some(at("2026-12-21 20:13"))]);
    // 2026-12-21 is a Monday.
    let day = edition(Slot::Day("2026-12-22".parse().unwrap()));
    assert_eq!(wanted(&day, None), [Some(at("2026-12-22 08:00"))]);
    assert_eq!(wanted(&day, Some("2026-12-22 09:00")), [Some(at("2026-12-22 20:00"))]);
    // Signed after the last slot of its day: the slot stays, and is late.
    assert_eq!(wanted(&day, Some("2026-12-22 21:00")), [Some(at("2026-12-22 20:00"))]);
    let next = edition(Slot::Next);
    assert_eq!(wanted(&next, None), [Some(at("2026-12-21 20:00"))]);
    assert_eq!(wanted(&next, Some("2026-12-21 20:01")), [Some(at("2026-12-22 08:00"))]);
    // Over the blackout, and on Saturday the other slots.
    assert_eq!(wanted(&next, Some("2026-12-22 20:30")), [Some(at("2026-12-24 08:00"))]);
    assert_eq!(wanted(&next, Some("2026-12-25 20:30")), [Some(at("2026-12-26 09:30"))]);
}

#[test]
fn a_slot_is_given_once_and_exact_times_come_first() {
    let account = account("");
    let (next, exact) = (edition(Slot::Next), edition(Slot::At(at("2026-12-21 19:00"))));
    let approved = Some(at("2026-12-21 10:00"));
    let list = [&next, &next, &exact].map(|edition| Wanted { edition, approved, settled: None });
    let due = due_times(&account, &list, &[], at("2026-12-21 10:00"));
    // 20:00 is within two hours of 19:00.
    assert_eq!(
        due,
        [Some(at("2026-12-22 08:00")), Some(at("2026-12-22 20:00")), Some(at("2026-12-21 19:00"))]
    );
    // What was settled stays, whatever is free now.
    let settled = Some(at("2026-12-24 20:00"));
    let list = [Wanted { edition: &next, approved, settled }];
    assert_eq!(due_times(&account, &list, &[], at("2026-12-25 10:00")), [settled]);
}

#[test]
fn an_embargo_is_stronger_than_the_schedule() {
    let mut early = edition(Slot::At(at("2026-12-21 20:00")));
    early.embargo = Some(at("2026-12-22 06:00"));
    assert_eq!(wanted(&early, None), [Some(at("2026-12-22 06:00"))]);
}

#[test]
fn late_policies() {
    let account = account("    late: {grace: 15m, max_age: 2h}\n");
    let due = at("2026-12-21 20:00");
    let mut edition = edition(Slot::At(due));
    let mut timing_at = |late: Late, now: &str| {
        edition.late = late;
        timing(&account, &edition, due, at(now))
    };
    for late in [Late::Hold, Late::Publish, Late::Skip] {
        assert_eq!(timing_at(late, "2026-12-21 19:59"), Timing::Early);
        assert_eq!(timing_at(late, "2026-12-21 20:00"), Timing::Due);
        assert_eq!(timing_at(late, "2026-12-21 20:15"), Timing::Due);
    }
    assert_eq!(timing_at(Late::Hold, "2026-12-21 20:16"), Timing::LateHeld);
    assert_eq!(timing_at(Late::Skip, "2026-12-21 20:16"), Timing::LateSkipped);
    assert_eq!(timing_at(Late::Publish, "2026-12-21 22:00"), Timing::Due);
    assert_eq!(timing_at(Late::Publish, "2026-12-21 22:01"), Timing::LateHeld);
    edition.until = Some(at("2026-12-21 20:05"));
    assert_eq!(timing(&account, &edition, due, at("2026-12-21 20:06")), Timing::Expired);
}

#[test]
fn clashes_name_what_is_in_the_way_and_suggest_a_free_slot() {
    let subscription = account("");
    let taken: Calendar = [Taken { at: at("2026-12-21 08:00"), mode: Mode::Mass }].into_iter().collect();
    let clash_at = |mode: Mode, when: &str| clash(&subscription, mode, at(when), &taken);
    assert_eq!(clash_at(Mode::Publish, "2026-12-21 20:00"), None);
    assert_eq!(clash_at(Mode::Publish, "2026-12-21 09:00"), Some(Clash::Gap(at("2026-12-21 08:00"))));
    assert_eq!(clash_at(Mode::Draft, "2026-12-21 09:00"), None);
    assert_eq!(clash_at(Mode::Mass, "2026-12-21 20:00"), Some(Clash::MassDay(1)));
    assert_eq!(clash_at(Mode::Draft, "2026-12-23 09:00"), Some(Clash::Blackout("系统维护".into())));
    let free = suggestion(&subscription, Mode::Mass, at("2026-12-21 20:00"), &taken);
    assert_eq!(free, Some(at("2026-12-22 08:00")));

    let service = account("    kind: service\n");
    let month: Calendar = ["15", "05", "10", "01"]
        .map(|day| Taken { at: at(&format!("2026-12-{day} 08:00")), mode: Mode::Mass })
        .into_iter()
        .collect();
    assert_eq!(clash(&service, Mode::Mass, at("2026-12-21 20:00"), &month), Some(Clash::MassMonth(4)));
    assert_eq!(clash(&service, Mode::Mass, at("2027-01-01 20:00"), &month), None);
    // Midnight in China is not midnight in London.
    let late: Calendar = [Taken { at: at("2026-12-21 00:30"), mode: Mode::Mass }].into_iter().collect();
    assert_eq!(clash(&subscription, Mode::Mass, at("2026-12-21 23:30"), &late), Some(Clash::MassDay(1)));
    assert_eq!(clash(&subscription, Mode::Mass, at("2026-12-20 20:30"), &late), None);
}

#[test]
fn a_month_of_mass_sends_is_counted_from_its_first_to_its_last_moment() {
    let service = account("    kind: service\n");
    let mut taken = Calendar::default();
    for when in
        ["2026-12-31 23:50", "2026-12-01 00:10", "2026-11-30 23:50", "2026-12-20 12:00", "2027-01-01 00:10"]
    {
        taken.add(Taken { at: at(when), mode: Mode::Mass });
    }
    assert_eq!(clash(&service, Mode::Mass, at("2026-12-10 08:00"), &taken), None);
    taken.add(Taken { at: at("2026-12-15 12:00"), mode: Mode::Mass });
    for when in ["2026-12-02 12:00", "2026-12-10 08:00", "2026-12-30 12:00"] {
        assert_eq!(clash(&service, Mode::Mass, at(when), &taken), Some(Clash::MassMonth(4)), "{when}");
    }
}
