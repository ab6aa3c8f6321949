//! `kill -9` of `apply` at every request and at every push, then `apply` again: one visible publication.
//!
//! A first run counts the points; then each point is one case in a site and a sandbox of its own.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};

use qianfa::sandbox::{Observed, Observer, Point};
use qianfa::site::Mode;

use super::place::Place;
use super::world::due;

/// Where the process dies.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Death {
    /// A request has left and never arrives.
    BeforeRequest(u64),
    /// A request did its work, and its answer never arrives.
    AfterRequest(u64),
    /// A push was begun and is refused after the death.
    BeforePush(u64),
    /// A push moved the branch, and its answer never arrives.
    AfterPush(u64),
}

/// The process that is to die, and whether it has.
#[derive(Default)]
struct Victim {
    state: Mutex<(Option<u32>, bool)>,
    changed: Condvar,
}

impl Victim {
    fn born(&self, process: u32) {
        self.state.lock().unwrap().0 = Some(process);
        self.changed.notify_all();
    }

    fn died(&self) {
        self.state.lock().unwrap().1 = true;
        self.changed.notify_all();
    }

    /// Kills it and waits until it is dead: nothing that it was about to do happens any more.
    fn kill(&self) {
        let mut state =
            self.changed.wait_while(self.state.lock().unwrap(), |state| state.0.is_none()).unwrap();
        if state.1 {
            return;
        }
        let process = state.0.unwrap().to_string();
        assert!(Command::new("kill").args(["-9", &process]).status().unwrap().success());
        while !state.1 {
            state = self.changed.wait(state).unwrap();
        }
    }
}

/// Kills each victim at its death, if that is at a request.
fn observer(deaths: Vec<(Death, Arc<Victim>)>) -> Observer {
    Arc::new(move |seen: &Observed| {
        for (death, victim) in &deaths {
            match (*death, seen.point) {
                (Death::BeforeRequest(number), Point::BeforeChange) if number == seen.number => {
                    victim.kill();
                    // The request is lost with its sender: this ends its thread without a word.
                    std::panic::resume_unwind(Box::new(()));
                }
                (Death::AfterRequest(number), Point::AfterChange) if number == seen.number => victim.kill(),
                _ => {}
            }
        }
    })
}

/// Lets the remote count pushes, and kill the process at one of them.
fn watch_pushes(place: &Place, death: Option<Death>) {
    let (before, after) = match death {
        Some(Death::BeforePush(number)) => (number, 0),
        Some(Death::AfterPush(number)) => (0, number),
        _ => (0, 0),
    };
    let folder = place.path().display();
    let kill = format!(
        "while [ ! -s '{folder}/pid' ]; do sleep 0.01; done\n  kill -9 $(cat '{folder}/pid') 2>/dev/null\n  \
         while [ ! -e '{folder}/dead' ]; do sleep 0.01; done\n"
    );
    let count = format!("echo >> '{folder}/pushes'\nn=$(wc -l < '{folder}/pushes')\n");
    let pre = format!("#!/bin/sh\n{count}if [ $n -eq {before} ]; then\n  {kill}  exit 1\nfi\n");
    let post =
        format!("#!/bin/sh\nn=$(wc -l < '{folder}/pushes')\nif [ $n -eq {after} ]; then\n  {kill}fi\n");
    for (name, script) in [("pre-receive", pre), ("post-receive", post)] {
        let path = Path::new(&place.remote()).join("hooks").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, script).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }
}

/// The first run, killed or not: its exit code, `None` when it was killed.
fn first_run(place: &Place, victim: &Victim) -> Option<i32> {
    let mut child = place.start(due());
    fs::write(place.path().join("pid"), child.id().to_string()).unwrap();
    victim.born(child.id());
    let status = child.wait().unwrap();
    victim.died();
    fs::write(place.path().join("dead"), "").unwrap();
    status.code()
}

/// How many requests and pushes an undisturbed run makes.
fn count(mode: Mode) -> (u64, u64) {
    let victim = Arc::new(Victim::default());
    let place = Place::new(mode, None);
    watch_pushes(&place, None);
    assert_eq!(first_run(&place, &victim), Some(0));
    place.assert_once("undisturbed");
    let pushes = fs::read_to_string(place.path().join("pushes")).unwrap().lines().count();
    (place.running.sandbox().log().len() as u64, pushes as u64)
}

fn case(mode: Mode, death: Death) {
    let name = format!("{mode:?} {death:?}");
    let victim = Arc::new(Victim::default());
    let place = Place::new(mode, Some(observer(vec![(death, Arc::clone(&victim))])));
    watch_pushes(&place, Some(death));
    assert_eq!(first_run(&place, &victim), None, "{name} was not killed");
    finish(&place, &name);
}

/// Applies until nothing is open: one publication, and a further run does nothing.
fn finish(place: &Place, name: &str) {
    let mut said = String::new();
    let mut code = -1;
    for _ in 0..6 {
        let run = place.run(place.later(), &["apply", "--due"]);
        said.push_str(&run.1);
        code = run.0;
        if !matches!(code, 8 | 75) {
            break;
        }
    }
    assert_eq!(code, 0, "{name}\n{said}");
    place.assert_once(name);
    let (before, log) = (place.report().events.len(), place.running.sandbox().log().len());
    let third = place.run(place.later(), &["apply", "--due"]);
    assert_eq!(third.0, 0, "{name}\n{}", third.1);
    assert_eq!((place.report().events.len(), place.running.sandbox().log().len()), (before, log), "{name}");
}

/// Two runs that die, the second while it recovers from the first: at request `first`, and at `first + second`.
fn case_of_two(mode: Mode, first: u64, second: u64) {
    let name = format!("{mode:?} request {first}, then request {second} of the next run");
    let victims = [Arc::new(Victim::default()), Arc::new(Victim::default())];
    let deaths = vec![
        (Death::AfterRequest(first), Arc::clone(&victims[0])),
        (Death::AfterRequest(first + second), Arc::clone(&victims[1])),
    ];
    let place = Place::new(mode, Some(observer(deaths)));
    watch_pushes(&place, None);
    assert_eq!(first_run(&place, &victims[0]), None, "{name}");
    let mut child = place.start(place.later());
    victims[1].born(child.id());
    let died = child.wait().unwrap().code();
    victims[1].died();
    assert!(matches!(died, None | Some(0)), "{name}: {died:?}");
    finish(&place, &name);
}

#[test]
fn recovery_itself_survives_a_kill() {
    let mut cases: Vec<(Mode, u64, u64)> = Vec::new();
    for (mode, paths) in [
        (Mode::Publish, &["/cgi-bin/draft/add", "/cgi-bin/freepublish/submit"][..]),
        (Mode::Mass, &["/cgi-bin/message/mass/sendall"][..]),
    ] {
        let place = Place::new(mode, None);
        watch_pushes(&place, None);
        assert_eq!(first_run(&place, &Victim::default()), Some(0));
        let log = place.running.sandbox().log();
        for path in paths {
            let first = log.iter().find(|line| line.path == *path).unwrap().number;
            cases.extend((1..=5).map(|second| (mode, first, second)));
        }
    }
    in_parallel(&cases, |(mode, first, second)| case_of_two(*mode, *first, *second));
}

/// Every point of a mode.
fn every_point(mode: Mode) {
    let (requests, pushes) = count(mode);
    assert!(requests >= 5 && pushes >= 4, "{requests} requests, {pushes} pushes");
    let requests =
        (1..=requests).flat_map(|number| [Death::BeforeRequest(number), Death::AfterRequest(number)]);
    let pushes = (1..=pushes).flat_map(|number| [Death::BeforePush(number), Death::AfterPush(number)]);
    let deaths: Vec<Death> = requests.chain(pushes).collect();
    in_parallel(&deaths, |death| case(mode, *death));
}

/// Works through the cases on as many threads as there are processors.
fn in_parallel<T: Sync>(cases: &[T], work: impl Fn(&T) + Sync) {
    let next = AtomicUsize::new(0);
    let threads = std::thread::available_parallelism().map_or(2, usize::from).clamp(2, 8);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    work(case);
                }
            });
        }
    });
}

#[test]
fn a_publication_survives_a_kill_at_every_point() {
    every_point(Mode::Publish);
}

#[test]
fn a_mass_send_survives_a_kill_at_every_point() {
    every_point(Mode::Mass);
}

#[test]
fn a_draft_survives_a_kill_at_every_point() {
    every_point(Mode::Draft);
}
