//! `plan`, `apply`, `status` and `ledger` through the binary.

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use qianfa::base::clock::{Clock, SystemClock};
use qianfa::sandbox::{Account, Fault, Options, Sandbox, Trouble};
use qianfa::site::Mode;
use serde_json::Value;

use super::place::{Place, UNIT};
use super::world::{APPID, SECRET, due};

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn the_plan_says_what_goes_out_and_apply_does_it_once() {
    let place = Place::new(Mode::Publish, None);
    let before = due().checked_sub(SignedDuration::from_hours(2)).unwrap();
    let (code, text) = place.run(before, &["plan"]);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("  + 12-21 20:00  publish  content/节气/冬至"), "{text}");
    assert!(text.lines().all(|line| qianfa::base::width::width(line) <= 80), "{text}");
    let (code, text) = place.run(before, &["plan", "--format", "json", "--detailed-exitcode"]);
    assert_eq!(code, 2);
    let item = &json(&text)["accounts"][0]["items"][0];
    assert_eq!(
        (&item["action"], &item["signers"]),
        (&Value::from("wait"), &serde_json::json!(["zhang.wei"]))
    );

    assert_eq!(place.run(before, &["apply", "--due"]).0, 0);
    assert!(place.running.sandbox().published().is_empty());
    let (code, text) = place.run(due(), &["apply"]);
    assert_eq!(code, 0, "{text}");
    place.assert_once("once");
    assert_eq!(place.run(place.later(), &["apply"]).0, 0);
    place.assert_once("twice");
    assert_eq!(place.run(place.later(), &["plan", "--detailed-exitcode"]).0, 0);

    let (_, text) = place.run(place.later(), &["status", "--format", "json"]);
    assert_eq!(json(&text)[0]["state"], "published");
    assert_eq!(place.run(place.later(), &["status", "--overdue", "20m"]).0, 0);
    let (code, text) = place.run(place.later(), &["ledger", "verify"]);
    assert_eq!(code, 0, "{text}");
    let (_, text) = place.run(place.later(), &["ledger", "show"]);
    for event in
        ["genesis", "claim", "intent submit", "effect submit", "effect publish", "effect verify", "release"]
    {
        assert!(text.contains(event), "{event}: {text}");
    }
}

#[test]
fn without_a_named_remote_clones_share_origin_and_a_rehearsal_keeps_its_ledger_to_itself() {
    let place = Place::new(Mode::Mass, None);
    let config = place.site().join("qianfa.yaml");
    let text = fs::read_to_string(&config).unwrap();
    fs::write(&config, text.replace("remote: origin\n", "")).unwrap();
    place.git(&["commit", "-q", "-a", "-m", "没有写 remote"]);
    place.git(&["push", "-q", "origin", "main"]);
    // As CI does: a fresh clone that has never seen a sign-off.
    place.git(&["clone", "-q", "-b", "main", &place.remote(), "../clone"]);
    let clone = place.path().join("clone");
    for round in ["once", "twice"] {
        let output = place.command(due(), &["apply", "--due"]).current_dir(&clone).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(place.running.sandbox().ever_published().len(), 1, "{round}");
    }
    let verified = place.command(due(), &["ledger", "verify"]).current_dir(&clone).output().unwrap();
    assert!(String::from_utf8_lossy(&verified.stdout).contains("1 deliveries"), "{verified:?}");
    // For the real account the shared ledger has not begun.
    let mut real = place.command(due(), &["ledger", "verify", "--format", "json"]);
    let output = real.current_dir(&clone).env_remove("QIANFA_SANDBOX").output().unwrap();
    let seen = json(&String::from_utf8_lossy(&output.stdout));
    assert_eq!(seen[0]["events"], 0, "{seen}");
    place.git(&["fetch", "-q", "origin"]);
    assert_eq!(place.git_output(&["ls-remote", "origin", "refs/heads/qianfa/ledger/*"]), "");
}

#[test]
fn what_cannot_be_read_is_said_and_never_taken_for_nothing_to_do() {
    let place = Place::new(Mode::Mass, None);
    fs::write(place.site().join("content/_defaults.yaml"), "author: [甲\n").unwrap();
    let commands: [&[&str]; 7] = [
        &["plan"],
        &["apply", "--due"],
        &["apply", "--due", "--format", "json"],
        &["status"],
        &["status", "--overdue", "5m"],
        &["approvals"],
        &["build"],
    ];
    for command in commands {
        let (code, text) = place.run(due(), command);
        assert_eq!(code, 3, "{command:?}: {text}");
        assert!(text.contains("content/_defaults.yaml:1:9"), "{command:?}: {text}");
    }
    assert!(place.running.sandbox().log().is_empty());
    fs::write(place.site().join("qianfa.yaml"), "name: [站\n").unwrap();
    for command in commands {
        let (code, text) = place.run(due(), command);
        assert_eq!(code, 3, "{command:?}: {text}");
        assert!(text.contains("qianfa.yaml:1:7"), "{command:?}: {text}");
    }
}

#[test]
fn an_edit_after_sign_off_is_refused() {
    let place = Place::new(Mode::Publish, None);
    let path = place.site().join(format!("{UNIT}/index.md"));
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("热汤", "凉汤")).unwrap();
    let (code, text) = place.run(due(), &["plan"]);
    assert_eq!(code, 0);
    assert!(text.contains("  ~ 12-21 20:00"), "{text}");
    for _ in 0..2 {
        let (code, text) = place.run(due(), &["apply", "--due"]);
        assert_eq!(code, 4, "{text}");
    }
    assert!(place.running.sandbox().published().is_empty());
    assert!(place.running.sandbox().log().is_empty());
    let late = due().checked_add(SignedDuration::from_mins(21)).unwrap();
    let (code, text) = place.run(late, &["status", "--overdue", "20m", "--format", "json"]);
    assert_eq!((code, &json(&text)[0]["delivery"]["state"]), (7, &Value::from("held")));
    assert!(json(&text)[0]["delivery"]["reason"].as_str().unwrap().starts_with("void"));
}

#[test]
fn a_saved_plan_is_carried_out_while_it_holds_and_refused_afterwards() {
    let place = Place::new(Mode::Publish, None);
    let before = due().checked_sub(SignedDuration::from_hours(2)).unwrap();
    assert_eq!(place.run(before, &["plan", "--out", "plan.json"]).0, 0);
    let index = place.site().join(format!("{UNIT}/index.md"));
    let signed = fs::read_to_string(&index).unwrap();
    fs::write(&index, signed.replace("20:00", "20:30")).unwrap();
    let (code, text) = place.run(due(), &["apply", "plan.json"]);
    assert_eq!(code, 7, "{text}");
    assert!(text.contains("stale"), "{text}");
    assert!(place.running.sandbox().log().is_empty());
    fs::write(&index, signed).unwrap();
    let (code, text) = place.run(due(), &["apply", "plan.json"]);
    assert_eq!(code, 0, "{text}");
    place.assert_once("saved plan");
    fs::write(place.site().join("plan.json"), "{\"v\":1}").unwrap();
    assert_eq!(place.run(due(), &["apply", "plan.json"]).0, 1);
}

#[test]
fn made_up_time_never_meets_a_real_account_and_a_sandbox_is_on_this_machine() {
    let place = Place::new(Mode::Publish, None);
    let refused = |arguments: &[&str]| {
        let mut command = place.command(due(), arguments);
        let output = command.env_remove("QIANFA_SANDBOX").output().unwrap();
        (output.status.code().unwrap(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (code, text) = refused(&["apply", "--due"]);
    assert_eq!(code, 1);
    assert!(text.contains("--now"), "{text}");
    let (code, text) = refused(&["apply", "--due", "--sandbox", "http://example.org"]);
    assert_eq!(code, 1);
    assert!(text.contains("not on this machine"), "{text}");
}

#[test]
fn two_runs_at_once_make_one_publication() {
    for mode in [Mode::Publish, Mode::Mass] {
        let place = Place::new(mode, None);
        let children = [place.start(due()), place.start(due())];
        let codes: Vec<i32> = children
            .into_iter()
            .map(|child| child.wait_with_output().unwrap().status.code().unwrap())
            .collect();
        assert!(codes.iter().all(|code| matches!(code, 0 | 7 | 9 | 75)), "{codes:?}");
        for _ in 0..3 {
            if place.run(place.later(), &["apply", "--due"]).0 == 0 {
                break;
            }
        }
        place.assert_once("two runs");
    }
}

#[test]
fn a_sandbox_on_the_machines_clock_serves_a_rehearsal_too() {
    let place = Place::new(Mode::Publish, None);
    let account = Account::new(APPID, SECRET);
    let sandbox = Sandbox::new(Options::new(Arc::new(SystemClock), vec![account])).unwrap();
    let running = sandbox.spawn(([127, 0, 0, 1], 0).into()).unwrap();
    let output =
        place.command(due(), &["apply", "--due"]).env("QIANFA_SANDBOX", running.base_url()).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(running.sandbox().published().len(), 1);
}

#[test]
fn trouble_that_passes_ends_with_75_and_the_next_run_goes_on() {
    let place = Place::new(Mode::Publish, None);
    let fault = Fault {
        times: 9,
        ..Fault::once("/cgi-bin/draft/get", Trouble::Error { errcode: -1, changed: false })
    };
    place.running.sandbox().add_fault(fault);
    let (code, text) = place.run(due(), &["apply", "--due", "--format", "json"]);
    assert_eq!(code, 75, "{text}");
    assert_eq!(json(&text)["accounts"][0]["outcomes"][0]["ended"], "passing");
    place.running.sandbox().clear_faults();
    assert_eq!(place.run(place.later(), &["apply", "--due"]).0, 0);
    place.assert_once("after trouble");
}

#[test]
fn waiting_acts_at_the_slot() {
    let place = Place::new(Mode::Publish, None);
    let before = due().checked_sub(SignedDuration::from_mins(30)).unwrap();
    let (code, text) = place.run(before, &["apply", "--due", "--wait=40m"]);
    assert_eq!(code, 0, "{text}");
    place.assert_once("waited");
    assert!(place.running.sandbox().published()[0].time >= due());
    assert!(place.clock.now() < due().checked_add(Duration::from_secs(300)).unwrap());
}

#[test]
fn a_timeout_that_is_no_duration_stops_before_anything_is_sent() {
    let place = Place::new(Mode::Publish, None);
    let output = place.command(due(), &["apply"]).env("QIANFA_TIMEOUT", "soon").output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("QIANFA_TIMEOUT"));
    assert!(place.running.sandbox().log().is_empty());
}
