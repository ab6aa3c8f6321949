//! The `git` program, for what goes over the network: it knows the credentials that people and CI jobs have set up.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use git2::Repository;

use super::{BranchError, Tip};

/// How to run `git` for a repository: never asking, never with hooks of the repository's own, never cleaning up.
#[derive(Debug, Clone)]
pub(super) struct Git {
    folder: PathBuf,
    /// Where a remote's relative address is read from.
    top: PathBuf,
    settings: Vec<String>,
}

impl Git {
    pub(super) fn new(repository: &Repository) -> Self {
        let mut settings: Vec<String> = [
            "core.hooksPath=/dev/null",
            "gc.auto=0",
            "maintenance.auto=false",
            // A connection that carries nothing for half a minute is dead.
            "http.lowSpeedLimit=1",
            "http.lowSpeedTime=30",
        ]
        .map(str::to_owned)
        .into();
        let own_ssh = repository.config().is_ok_and(|config| config.get_entry("core.sshCommand").is_ok());
        if !own_ssh {
            settings.push(
                "core.sshCommand=ssh -oBatchMode=yes -oConnectTimeout=15 -oServerAliveInterval=10".into(),
            );
        }
        let folder = repository.path().to_owned();
        let top = repository.workdir().unwrap_or(&folder).to_owned();
        Self { folder, top, settings }
    }

    fn run(&self, arguments: &[&str]) -> Result<Output, BranchError> {
        let mut command = Command::new("git");
        command.current_dir(&self.top).arg("--git-dir").arg(&self.folder);
        for setting in &self.settings {
            command.arg("-c").arg(setting);
        }
        command
            .args(arguments)
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("LC_ALL", "C")
            .env_remove("GIT_DIR")
            .env_remove("GIT_WORK_TREE")
            .env_remove("GIT_INDEX_FILE")
            .stdin(Stdio::null())
            .output()
            .map_err(BranchError::Program)
    }

    /// Where `reference` stands on `remote`.
    pub(super) fn remote_tip(&self, remote: &str, reference: &str) -> Result<Option<Tip>, BranchError> {
        let output = self.run(&["ls-remote", "--refs", "--", remote, reference])?;
        if !output.status.success() {
            return Err(BranchError::Remote { remote: remote.to_owned(), reason: last_line(&output) });
        }
        let text = String::from_utf8_lossy(&output.stdout);
        Ok(text
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .find(|(_, name)| *name == reference)
            .and_then(|(oid, _)| Tip::parse(oid)))
    }

    /// Brings the commits of `reference` on `remote` into the repository; no local ref is changed.
    pub(super) fn fetch(&self, remote: &str, reference: &str) -> Result<(), BranchError> {
        let output =
            self.run(&["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--", remote, reference])?;
        if output.status.success() {
            return Ok(());
        }
        Err(BranchError::Remote { remote: remote.to_owned(), reason: last_line(&output) })
    }

    /// Moves `reference` on `remote` from `expected` (`None`: it must not exist) to `new`. The inner error is what git
    /// said last; it proves nothing about the remote.
    pub(super) fn push(
        &self,
        remote: &str,
        reference: &str,
        expected: Option<Tip>,
        new: Tip,
    ) -> Result<Result<(), String>, BranchError> {
        let expected = expected.map(|tip| tip.to_string()).unwrap_or_default();
        let lease = format!("--force-with-lease={reference}:{expected}");
        let refspec = format!("{new}:{reference}");
        let output = self.run(&["push", "--porcelain", "--no-verify", &lease, "--", remote, &refspec])?;
        Ok(if output.status.success() { Ok(()) } else { Err(last_line(&output)) })
    }
}

/// What git said last that tells something: a refused ref, or the last line of its errors.
fn last_line(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let refused = text(&output.stdout);
    let refused = refused.lines().find_map(|line| line.strip_prefix("!\t"));
    let errors = text(&output.stderr);
    let said = |line: &&str| !line.trim().is_empty() && !line.starts_with("hint:");
    let first_fatal =
        errors.lines().find(|line| line.starts_with("fatal:") || line.starts_with("remote: error"));
    let line = first_fatal.or_else(|| errors.lines().rev().find(said));
    let line = match (refused, line) {
        (Some(refused), _) => refused.rsplit('\t').next().unwrap_or(refused),
        (None, Some(line)) => line,
        (None, None) => "git gave no reason",
    };
    hide_password(line.trim())
}

/// Addresses may carry a password or a token.
fn hide_password(line: &str) -> String {
    let Some(start) = line.find("://").map(|at| at + 3) else { return line.to_owned() };
    let end = line[start..].find(['/', ' ', '\'']).map_or(line.len(), |at| start + at);
    match line[start..end].rfind('@') {
        Some(at) => format!("{}…{}", &line[..start], &line[start + at..]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_in_addresses_are_not_shown() {
        let line = "fatal: unable to access 'https://bot:geheim@git.example.org/a.git/': 403";
        assert_eq!(hide_password(line), "fatal: unable to access 'https://…@git.example.org/a.git/': 403");
        assert_eq!(hide_password("fatal: nichts"), "fatal: nichts");
    }
}
