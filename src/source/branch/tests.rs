use std::collections::BTreeSet;
use std::process::Command;

use jiff::Timestamp;

use super::*;
use crate::base::clock::SystemClock;

struct Place {
    _folder: tempfile::TempDir,
    clone: PathBuf,
    remote: String,
}

fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let bare = folder.path().join("远端.git");
    let clone = folder.path().join("站点");
    Repository::init_bare(&bare).unwrap();
    Repository::init(&clone).unwrap();
    Place { remote: bare.display().to_string(), clone, _folder: folder }
}

fn now() -> Timestamp {
    Timestamp::from_second(1_797_000_000).unwrap()
}

fn file(name: &str) -> Change {
    Change { files: vec![(name.to_owned(), b"1\n".to_vec())], message: format!("add {name}") }
}

#[test]
fn a_branch_begins_grows_and_is_read_on_a_remote_and_locally() {
    let place = place();
    for remote in [Some(place.remote.as_str()), None] {
        let branch = Branch::open(&place.clone, remote, "qianfa/ledger/main").unwrap();
        assert_eq!(branch.fetch().unwrap(), None);
        let first = branch.append(None, &file("events/a.json"), now()).unwrap();
        let second = branch.append(Some(first), &file("状态/乙.json"), now()).unwrap();
        assert_eq!(branch.fetch().unwrap(), Some(second));
        assert_eq!(branch.list(second, "").unwrap(), ["events/a.json", "状态/乙.json"]);
        assert_eq!(branch.list(second, "events").unwrap(), ["events/a.json"]);
        assert_eq!(branch.read(second, "状态/乙.json", 9).unwrap(), b"1\n");
        assert!(matches!(branch.read(first, "状态/乙.json", 9), Err(BranchError::Missing { .. })));
        assert!(matches!(branch.read(second, "状态/乙.json", 1), Err(BranchError::TooLarge { .. })));
        let log = branch.log(second).unwrap();
        assert_eq!(log.iter().map(|entry| entry.tip).collect::<Vec<_>>(), [second, first]);
        assert_eq!(log[0].at, now());
    }
}

#[test]
fn an_update_from_an_old_tip_is_refused_and_names_the_new_one() {
    let place = place();
    for remote in [Some(place.remote.as_str()), None] {
        let branch = Branch::open(&place.clone, remote, "qianfa/approvals").unwrap();
        let first = branch.append(None, &file("a"), now()).unwrap();
        let moved = |result| match result {
            Err(AppendError::Moved(tip)) => tip,
            other => panic!("{other:?}"),
        };
        assert_eq!(moved(branch.append(None, &file("b"), now())), Some(first));
        let second = branch.append(Some(first), &file("b"), now()).unwrap();
        assert_eq!(moved(branch.append(Some(first), &file("c"), now())), Some(second));
        assert_eq!(branch.fetch().unwrap(), Some(second));
    }
}

#[test]
fn a_push_that_lands_but_answers_with_an_error_counts_as_landed() {
    let place = place();
    let branch = Branch::open(&place.clone, Some(&place.remote), "qianfa/ledger/main").unwrap();
    // The connection is cut after the ref has moved.
    hook(&place, "post-receive", "#!/bin/sh\nkill -9 $PPID\n");
    let tip = branch.append(None, &file("a"), now()).unwrap();
    assert_eq!(branch.fetch().unwrap(), Some(tip));
    // The other side refuses before.
    hook(&place, "pre-receive", "#!/bin/sh\necho 不行 >&2\nexit 1\n");
    assert!(matches!(branch.append(Some(tip), &file("b"), now()), Err(AppendError::Refused { .. })));
    std::fs::remove_dir_all(&place.remote).unwrap();
    assert!(matches!(branch.append(Some(tip), &file("b"), now()), Err(AppendError::Unknown { .. })));
}

#[cfg(unix)]
fn hook(place: &Place, name: &str, script: &str) {
    use std::os::unix::fs::PermissionsExt;
    let path = Path::new(&place.remote).join("hooks").join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, script).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_branch_that_was_put_back_is_noticed() {
    let place = place();
    let branch = Branch::open(&place.clone, Some(&place.remote), "qianfa/ledger/main").unwrap();
    let first = branch.append(None, &file("a"), now()).unwrap();
    branch.append(Some(first), &file("b"), now()).unwrap();
    let put_back = Command::new("git")
        .args(["--git-dir", &place.remote, "update-ref", "refs/heads/qianfa/ledger/main", &first.to_string()])
        .status()
        .unwrap();
    assert!(put_back.success());
    assert!(matches!(branch.fetch(), Err(BranchError::Rewritten { .. })));
}

#[test]
fn two_writers_lose_nothing_and_the_branch_stays_linear() {
    const EACH: usize = 20;
    let place = place();
    for remote in [Some(place.remote.as_str()), None] {
        let write = |writer: usize| {
            let branch = Branch::open(&place.clone, remote, "qianfa/ledger/main").unwrap();
            let clock = SystemClock;
            for number in 0..EACH {
                branch
                    .append_with::<AppendError>(&clock, |_| Ok(file(&format!("events/{writer}-{number:02}"))))
                    .unwrap();
            }
        };
        std::thread::scope(|scope| {
            let writers = [scope.spawn(|| write(1)), scope.spawn(|| write(2))];
            writers.into_iter().for_each(|writer| writer.join().unwrap());
        });
        let branch = Branch::open(&place.clone, remote, "qianfa/ledger/main").unwrap();
        let tip = branch.fetch().unwrap().unwrap();
        let log = branch.log(tip).unwrap();
        assert_eq!(log.len(), 2 * EACH);
        assert!(log.iter().all(|entry| entry.parents.len() <= 1));
        let messages: BTreeSet<_> = log.iter().map(|entry| entry.message.as_str()).collect();
        assert_eq!(messages.len(), 2 * EACH);
        assert_eq!(branch.list(tip, "events").unwrap().len(), 2 * EACH);
    }
}

#[test]
fn names_and_paths_that_reach_outside_are_refused() {
    let place = place();
    for name in ["-x", "a..b", "a b", ""] {
        assert!(Branch::open(&place.clone, None, name).is_err(), "{name}");
    }
    assert!(Branch::open(&place.clone, Some("--upload-pack=x"), "a").is_err());
    let branch = Branch::open(&place.clone, None, "a").unwrap();
    for path in ["../x", "/x", "a//b", ".git/config", "a/.GIT/x", ""] {
        assert!(branch.append(None, &file(path), now()).is_err(), "{path}");
    }
}

#[test]
fn of_two_first_commits_one_is_refused() {
    let place = place();
    for round in 0..60 {
        let name = format!("qianfa/ledger/{round}");
        let start = std::sync::Barrier::new(2);
        let create = |writer: &str| {
            let branch = Branch::open(&place.clone, None, &name).unwrap();
            let change = file(writer);
            start.wait();
            branch.append(None, &change, now())
        };
        let (one, other) = std::thread::scope(|scope| {
            let (one, other) = (scope.spawn(|| create("one")), scope.spawn(|| create("other")));
            (one.join().unwrap(), other.join().unwrap())
        });
        let tip = Branch::open(&place.clone, None, &name).unwrap().fetch().unwrap();
        match (one, other) {
            (Ok(first), Err(AppendError::Moved(_))) | (Err(AppendError::Moved(_)), Ok(first)) => {
                assert_eq!(tip, Some(first), "the first commit is lost");
            }
            both => panic!("{both:?}"),
        }
    }
}
