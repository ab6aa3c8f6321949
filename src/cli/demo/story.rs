//! What the demonstration shows, act by act.

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::scratch::Scratch;
use super::stage::{Output, Show, Stage};
use super::{Due, SIGNED_BEFORE};
use crate::base::clock::{Clock, ManualClock};
use crate::base::file;
use crate::base::message::{Message, cli as text};
use crate::cli::{Exit, Failure};
use crate::sandbox::Running;
use crate::site::{self, Mode};

/// What all acts share.
pub(super) struct Story<'a> {
    pub(super) scratch: &'a Scratch,
    pub(super) calendar: &'a [Due],
    pub(super) zone: TimeZone,
    pub(super) clock: &'a ManualClock,
    pub(super) running: &'a Running,
}

impl Story<'_> {
    /// Plays every act; gives the number of unapproved edits that were refused.
    pub(super) fn play(&self, stage: &mut Stage<'_>) -> Result<usize, Failure> {
        self.act(stage, 1, &text::demo_act_repository());
        self.repository(stage)?;
        self.act(stage, 2, &text::demo_act_check());
        self.must(stage.qianfa(&["check"], Show::Tail(6))?, "check")?;
        self.act(stage, 3, &text::demo_act_build());
        self.must(stage.qianfa(&["build"], Show::Tail(4))?, "build")?;
        self.act(stage, 4, &text::demo_act_plan());
        let Some(first) = self.calendar.first() else { return Ok(0) };
        let now = self.time(first.at - SIGNED_BEFORE);
        stage.qianfa(&["plan", "--horizon", "30d", "--now", &now], Show::Head(12))?;
        self.act(stage, 5, &text::demo_act_sign());
        self.sign(stage, first, true)?;
        self.act(stage, 6, &text::demo_act_edit());
        let refused = self.edit_after_signing(stage, first)?;
        self.act(stage, 7, &text::demo_act_deliver());
        for due in self.calendar {
            if !std::ptr::eq(due, first) {
                self.sign(stage, due, false)?;
            }
            let output = self.apply(stage, due.at, Show::Tail(3))?;
            self.must(output, "apply")?;
        }
        self.act(stage, 8, &text::demo_act_again());
        let last = self.calendar.last().map_or(first.at, |due| due.at);
        let before = self.running.sandbox().published().len();
        let output = self.apply(stage, last, Show::All)?;
        self.must(output, "apply")?;
        if self.running.sandbox().published().len() != before {
            return Err(Failure::new(Exit::Drift, text::demo_twice()));
        }
        Ok(refused)
    }

    fn act(&self, stage: &mut Stage<'_>, number: usize, title: &Message) {
        let title = title.text(stage.context().lang);
        stage.act(number, &title);
    }

    /// A time as one types it.
    fn time(&self, at: Timestamp) -> String {
        at.to_zoned(self.zone.clone()).strftime("%Y-%m-%dT%H:%M").to_string()
    }

    fn must(&self, output: Output, command: &str) -> Result<(), Failure> {
        match output.code {
            0 => Ok(()),
            code => Err(Failure::new(Exit::Unknown, text::demo_failed(command, code, output.text.trim()))),
        }
    }

    /// The copy becomes a repository with a remote; the writer commits everything.
    fn repository(&self, stage: &mut Stage<'_>) -> Result<(), Failure> {
        let (writer, remote) = (&self.scratch.writer, "../remote.git".to_owned());
        let email = self.scratch.email(writer);
        self.dated(stage, self.clock.now());
        let quiet: [&[&str]; 4] = [
            &["init", "-q", "-b", "main"],
            &["config", "user.name", writer],
            &["config", "user.email", &email],
            &["config", "commit.gpgsign", "false"],
        ];
        for arguments in quiet {
            self.must(stage.git(arguments, Show::Nothing)?, "git")?;
        }
        let shown: [&[&str]; 5] = [
            &["init", "-q", "--bare", &remote],
            &["remote", "add", "origin", &remote],
            &["add", "-A"],
            &["commit", "-q", "-m", "Bring the site under git"],
            &["push", "-q", "origin", "main"],
        ];
        for arguments in shown {
            self.must(stage.git(arguments, Show::All)?, "git")?;
        }
        Ok(())
    }

    /// Commits from now on carry the demonstration's time.
    fn dated(&self, stage: &mut Stage<'_>, at: Timestamp) {
        let date = format!("@{} +0800", at.as_second());
        stage.set("GIT_AUTHOR_DATE", &date);
        stage.set("GIT_COMMITTER_DATE", &date);
    }

    /// Names the account too, where there are several.
    fn about<'t>(&self, arguments: &[&'t str], due: &'t Due) -> Vec<&'t str> {
        let mut arguments = arguments.to_vec();
        if self.calendar.iter().any(|other| other.account != due.account) {
            arguments.extend(["--account", &due.account]);
        }
        arguments
    }

    /// Everybody signs whom the policy asks for.
    fn sign(&self, stage: &mut Stage<'_>, due: &Due, at_length: bool) -> Result<(), Failure> {
        let at = due.at - SIGNED_BEFORE;
        let now = self.time(at);
        let mut signed: Vec<String> = Vec::new();
        // Each signature may change what is missing, for instance in sequential rules.
        for round in 0..16 {
            let asking = self.about(&["approvals", &due.name, "--format", "json", "--now", &now], due);
            let asked = stage.qianfa(&asking, Show::Nothing)?;
            let (payload, missing) = missing(&asked.text, &due.name).ok_or_else(|| {
                Failure::new(Exit::Unknown, text::demo_failed("approvals", asked.code, &asked.text))
            })?;
            let Some(role) = missing.first() else { return Ok(()) };
            let Some(person) = self.signer(role, &signed) else {
                return Err(Failure::new(Exit::Unsigned, text::demo_nobody(role, &due.name)));
            };
            let key = format!("../keys/{person}");
            let show = if at_length && round == 0 { Show::All } else { Show::Tail(1) };
            let signing = ["sign", &due.name, "--role", role, "--as", &person, "--key", &key];
            let mut signing = self.about(&signing, due);
            signing.extend(["--payload", &payload, "--now", &now]);
            let output = stage.qianfa(&signing, show)?;
            self.must(output, "sign")?;
            signed.push(person);
        }
        Err(Failure::new(Exit::Unsigned, text::demo_nobody("?", &due.name)))
    }

    /// Somebody who holds `role` and has not signed yet.
    fn signer(&self, role: &str, signed: &[String]) -> Option<String> {
        let people = self.scratch.policy.roles.get(role)?;
        people.iter().find(|person| !signed.contains(person) && **person != self.scratch.writer).cloned()
    }

    fn apply(&self, stage: &mut Stage<'_>, at: Timestamp, show: Show) -> Result<Output, Failure> {
        self.clock.set(at);
        stage.qianfa(&["apply", "--due", "--now", &self.time(at)], show)
    }

    /// One character of a signed edition changes: the plan says so, and nothing goes out. Then the change is taken back.
    fn edit_after_signing(&self, stage: &mut Stage<'_>, due: &Due) -> Result<usize, Failure> {
        let path = self.scratch.site().join(&due.file);
        let text_before = String::from_utf8_lossy(&file::read(&path, site::LIMITS.markdown)?).into_owned();
        file::write_atomic(&path, format!("{}\n\n（签发之后添的一句。）\n", text_before.trim_end()))?;
        stage.context().say(&text::demo_edited(&due.file));
        self.dated(stage, due.at - SIGNED_BEFORE + SignedDuration::from_hours(1));
        self.must(stage.git(&["commit", "-q", "-a", "-m", "Add one sentence"], Show::All)?, "git")?;
        let now = self.time(due.at);
        self.clock.set(due.at);
        stage.qianfa(&["plan", "--horizon", "1h", "--now", &now], Show::All)?;
        let output = self.apply(stage, due.at, Show::All)?;
        let silent = self.running.sandbox().published().is_empty();
        let refused = usize::from(output.code == i32::from(Exit::Unsigned.code()) && silent);
        let code = text::demo_exit_code(output.code);
        stage.context().say(&code);
        self.must(stage.git(&["revert", "--no-edit", "HEAD"], Show::Tail(1))?, "git")?;
        Ok(refused)
    }

    /// Counts in the ledger and in the sandbox, and compares.
    pub(super) fn sum_up(&self, stage: &mut Stage<'_>, refused: usize) -> Result<Exit, Failure> {
        self.act(stage, 9, &text::demo_act_end());
        let last = self.calendar.last().map_or_else(|| self.clock.now(), |due| due.at);
        let now = self.time(last);
        stage.qianfa(&["status", "--now", &now], Show::All)?;
        let accounts: Vec<&String> = self.calendar.iter().map(|due| &due.account).collect();
        let mut recorded: Vec<String> = Vec::new();
        for account in accounts.into_iter().collect::<BTreeSet<_>>() {
            self.must(
                stage.qianfa(&["ledger", "verify", "--account", account], Show::All)?,
                "ledger verify",
            )?;
        }
        let status = stage.qianfa(&["status", "--format", "json", "--now", &now], Show::Nothing)?;
        recorded.extend(visible_in_ledger(&status.text));
        recorded.sort();
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let context = stage.context();
        context.say(&text::demo_addresses());
        for message in self.running.sandbox().published() {
            let titles: Vec<&str> = message.articles.iter().map(|article| article.title.as_str()).collect();
            *seen.entry(titles.join(" / ")).or_default() += 1;
            for article in &message.articles {
                context.line(&format!("  {}  {}", article.url, article.title));
            }
        }
        let duplicated: usize = seen.values().map(|count| count - 1).sum();
        let visible: Vec<String> = seen.keys().cloned().collect();
        let wanted = self.calendar.iter().filter(|due| due.mode != Mode::Draft).count();
        context.line("");
        if recorded != visible {
            return Err(Failure::new(Exit::Drift, text::demo_disagree(recorded.len(), visible.len())));
        }
        let done = duplicated == 0 && refused == 1 && visible.len() == wanted;
        context.say(&text::demo_summary(visible.len(), duplicated, refused));
        Ok(if done { Exit::Done } else { Exit::Unknown })
    }
}

/// The payload's first digits and the roles still missing, from `approvals --format json`.
fn missing(json: &str, edition: &str) -> Option<(String, Vec<String>)> {
    let value: Value = serde_json::from_str(json).ok()?;
    let list = value.get("editions")?.as_array()?;
    let entry = list.iter().find(|entry| entry.get("unit").and_then(Value::as_str) == Some(edition))?;
    let payload = entry.get("payload")?.as_str()?.trim_start_matches("sha256:").chars().take(12).collect();
    let missing = entry.get("missing")?.as_array()?;
    let role = |need: &Value| need.get("role").and_then(Value::as_str).map(str::to_owned);
    Some((payload, missing.iter().filter_map(role).collect()))
}

/// Titles of the editions that the ledger calls visible, from `status --format json`.
fn visible_in_ledger(json: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(json).unwrap_or_default();
    let list = value.as_array().cloned().unwrap_or_default();
    let titles = |entry: &Value| {
        let state = entry.get("state").and_then(Value::as_str)?;
        let list = entry.get("titles").and_then(Value::as_array)?;
        let titles: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
        ["published", "sent"].contains(&state).then(|| titles.join(" / "))
    };
    list.iter().filter_map(titles).collect()
}
