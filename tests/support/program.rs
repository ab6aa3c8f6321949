//! The program itself, run in a folder with nothing of the tester's surroundings.

use std::path::Path;
use std::time::Duration;

use assert_cmd::Command;

/// A run that has not ended by then hangs: its test fails by name instead of holding up all others.
const LIMIT: Duration = Duration::from_secs(300);

/// `qianfa` with `args` in the folder `here`, speaking Chinese, 80 columns wide, without colours.
pub(crate) fn qianfa(here: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qianfa"));
    command.current_dir(here).args(args).timeout(LIMIT);
    for name in ["QIANFA_LANG", "NO_COLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

/// What a run gave: exit code, standard output, standard error.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs `qianfa` with `args` in `here`.
pub(crate) fn run(here: &Path, args: &[&str]) -> Ran {
    finish(&mut qianfa(here, args))
}

/// Runs a command to its end.
pub(crate) fn finish(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Writes files into a new folder; `qianfa.yaml` is [`super::site::CONFIG`] unless `files` has one.
pub(crate) fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let config = ("qianfa.yaml", super::site::CONFIG);
    for (path, text) in std::iter::once(&config).chain(files) {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}
