//! A signed site in a repository with a bare remote, made once by the binary's own commands and copied for each case; and
//! `qianfa apply` as a child process.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, OnceLock};

use jiff::Timestamp;
use qianfa::base::clock::{Clock, ManualClock};
use qianfa::base::digest::Digest;
use qianfa::ledger::{Ledger, Report};
use qianfa::sandbox::{Account, Observer, Options, Published, Running, Sandbox};
use qianfa::signoff::{Asset, Payload, Store};
use qianfa::site::Mode;
use tempfile::TempDir;

use super::world::{APPID, SECRET, due, gif, png};
use crate::support::site::{CONFIG, article};

pub(super) const UNIT: &str = "content/节气/冬至";
const SIGNED: &str = "2026-12-21T10:00:00+08:00";

const POLICY: &str = "version: 1
defaults: {max_age: 7d}
roles:
  supervisor: {people: [zhang.wei]}
people:
  wang.fang: {emails: [wang.fang@example.org]}
  zhang.wei: {emails: [zhang.wei@example.org]}
rules:
  - id: base
    match: {all: true}
    require: [{role: supervisor, count: 1}]
";

/// A program that sees neither the home nor the settings of whoever runs the tests.
fn isolated(program: &str, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(folder)
        .env("HOME", folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("QIANFA_MAIN_APPID", APPID)
        .env("QIANFA_MAIN_SECRET", SECRET)
        .env_remove("QIANFA_LANG")
        .env_remove("QIANFA_SANDBOX")
        .stdin(Stdio::null());
    command
}

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{command:?}\n{}{}", text(&output.stdout), text(&output.stderr));
    text(&output.stdout)
}

/// A throw-away key: its path, and its public line.
fn keygen(folder: &Path, name: &str) -> (String, String) {
    let path = folder.join(name).display().to_string();
    run(Command::new("ssh-keygen").args(["-q", "-N", "", "-t", "ed25519", "-C", name, "-f", &path]));
    let public = fs::read_to_string(format!("{path}.pub")).unwrap();
    (path, public)
}

/// The folder of a signed site, not to be changed.
fn template(mode: Mode) -> &'static Path {
    static TEMPLATES: [OnceLock<TempDir>; 3] = [const { OnceLock::new() }; 3];
    let slot = match mode {
        Mode::Mass => 0,
        Mode::Publish => 1,
        Mode::Draft => 2,
    };
    TEMPLATES[slot].get_or_init(|| make(mode, "{image: cover.png}")).path()
}

fn make(mode: Mode, cover: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    let write = |path: &str, bytes: &[u8]| {
        let path = site.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    let (key, public) = keygen(folder.path(), "zhang.wei");
    let front = format!(
        "author: 编辑部\ncover: {cover}\nsummary: 五分钟读懂冬至\nrights: {{text: original, images: own}}\n\
         ai: none\npublish:\n  at: 2026-12-21 20:00\n  mode: {}\n  late: publish\nstatus: ready",
        mode.name()
    );
    write("qianfa.yaml", format!("{CONFIG}remote: origin\n").as_bytes());
    write("policy/approvals.yaml", POLICY.as_bytes());
    let signer = format!("zhang.wei namespaces=\"qianfa.approval.v1\" {public}");
    write("policy/allowed_signers", signer.as_bytes());
    write(&format!("{UNIT}/cover.png"), &png(900, 383, 10));
    write(&format!("{UNIT}/soup.png"), &png(60, 40, 90));
    write(&format!("{UNIT}/steam.gif"), &gif());
    write(
        &format!("{UNIT}/index.md"),
        article("01aa", &front, "一碗热汤。\n\n![一碗汤](soup.png)\n\n![热气](steam.gif)\n").as_bytes(),
    );
    let git = |arguments: &[&str]| run(isolated("git", &site).args(arguments));
    git(&["init", "-q", "-b", "main"]);
    git(&["config", "user.name", "王芳"]);
    git(&["config", "user.email", "wang.fang@example.org"]);
    git(&["init", "-q", "--bare", "../remote.git"]);
    git(&["remote", "add", "origin", "../remote.git"]);
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "写好一篇"]);
    let sign = ["--now", SIGNED, "sign", UNIT, "--role", "supervisor", "--key", &key, "--yes"];
    run(isolated(env!("CARGO_BIN_EXE_qianfa"), &site).args(sign));
    folder
}

/// A copy of the signed site, and a sandbox at the due time.
pub(super) struct Place {
    folder: TempDir,
    pub(super) mode: Mode,
    pub(super) clock: Arc<ManualClock>,
    pub(super) running: Running,
}

impl Place {
    pub(super) fn new(mode: Mode, observer: Option<Observer>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        run(Command::new("cp").arg("-R").arg(template(mode).join(".")).arg(folder.path()));
        Self::in_folder(folder, mode, observer)
    }

    /// A site signed with another cover than the usual file.
    pub(super) fn with_cover(mode: Mode, cover: &str) -> Self {
        Self::in_folder(make(mode, cover), mode, None)
    }

    fn in_folder(folder: TempDir, mode: Mode, observer: Option<Observer>) -> Self {
        let clock = Arc::new(ManualClock::new(due()));
        let mut options = Options::with_manual_clock(clock.clone(), vec![Account::new(APPID, SECRET)]);
        options.observer = observer;
        let running = Sandbox::new(options).unwrap().spawn(([127, 0, 0, 1], 0).into()).unwrap();
        Self { folder, mode, clock, running }
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// A command of the binary in the site, at a moment, against the sandbox.
    pub(super) fn command(&self, now: Timestamp, arguments: &[&str]) -> Command {
        let mut command = isolated(env!("CARGO_BIN_EXE_qianfa"), &self.site());
        command.args(["--lang", "en", "--now", &now.to_string()]).args(arguments);
        command.env("QIANFA_SANDBOX", self.running.base_url());
        command
    }

    /// `git` in the site.
    pub(super) fn git(&self, arguments: &[&str]) {
        run(isolated("git", &self.site()).args(arguments));
    }

    /// What `git` says in the site.
    pub(super) fn git_output(&self, arguments: &[&str]) -> String {
        let output = isolated("git", &self.site()).args(arguments).output().unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    }

    /// `apply --due` at a moment, running.
    pub(super) fn start(&self, now: Timestamp) -> Child {
        self.command(now, &["apply", "--due"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }

    /// A command from beginning to end: exit code and everything that it said.
    pub(super) fn run(&self, now: Timestamp, arguments: &[&str]) -> (i32, String) {
        let output = self.command(now, arguments).output().unwrap();
        let text = [output.stdout, output.stderr].concat();
        (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&text).into_owned())
    }

    /// Ten minutes after the sandbox's present.
    pub(super) fn later(&self) -> Timestamp {
        self.clock.now().checked_add(jiff::SignedDuration::from_mins(10)).unwrap()
    }

    pub(super) fn remote(&self) -> String {
        self.path().join("remote.git").display().to_string()
    }

    pub(super) fn report(&self) -> Report {
        Ledger::open(&self.site(), Some("origin"), "main", "checker").unwrap().verify().unwrap()
    }

    /// The payload that was signed.
    pub(super) fn payload(&self) -> Payload {
        let store = Store::open(&self.site(), Some("origin")).unwrap();
        let tip = store.tip().unwrap().unwrap();
        let (statements, faults) = store.statements(tip).unwrap();
        assert!(faults.is_empty());
        store.payload(tip, statements[0].statement.payload).unwrap()
    }

    /// What is visible is the signed payload, once; nothing at all in draft mode. The ledger verifies. (A run that dies
    /// when everything is done leaves its lease behind, which nobody has a reason to take over.)
    pub(super) fn assert_once(&self, case: &str) {
        let report = self.report();
        let record = report.books.records().next().unwrap();
        assert!(record.stage.is_final(), "{case}: {:?}", record.stage);
        let published: Vec<Published> = self.running.sandbox().ever_published();
        if self.mode == Mode::Draft {
            assert!(published.is_empty(), "{case}");
            return;
        }
        assert_eq!(published.len(), 1, "{case}: {published:#?}");
        let payload = self.payload();
        assert_eq!(published[0].articles.len(), payload.articles.len(), "{case}");
        for (article, seen) in payload.articles.iter().zip(&published[0].articles) {
            let url =
                |asset: Asset| report.books.asset(asset.0, "inline").and_then(|stored| stored.url.clone());
            assert_eq!(seen.title, article.title, "{case}");
            assert_eq!(seen.sent, Digest::of(article.content_with(url).unwrap()), "{case}");
        }
    }
}
