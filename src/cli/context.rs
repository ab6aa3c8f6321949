//! What every command stands on: resolved global settings, the two streams, the clock, the environment.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anstyle::{AnsiColor, Style};
use jiff::Timestamp;

use super::{Exit, Failure};
use crate::base::clock::{Clock, ManualClock, SystemClock};
use crate::base::message::{Lang, Message, cli as text};
use crate::finding::format::{self, Report};
use crate::finding::{Findings, Severity};

/// The error style of terminals.
const ERROR: Style = AnsiColor::Red.on_default().bold();
/// The style of hints.
const HELP: Style = AnsiColor::Cyan.on_default();

/// Settings that hold for every command, and the only way to print.
pub struct Context {
    /// Language of everything printed.
    pub lang: Lang,
    /// The language was asked for, by `--lang` or `QIANFA_LANG`.
    pub lang_given: bool,
    /// `--site`.
    pub site: Option<PathBuf>,
    /// `-q`: results only.
    pub quiet: bool,
    /// `-v`: how much more than usual.
    pub verbose: u8,
    /// `--now` as typed; an instant, or a time in the site's zone.
    pub now: Option<String>,
    /// Colour of results; standard error decides for itself.
    pub color: bool,
    out: Box<dyn Write>,
    /// Standard output was closed by its reader, which is not an error.
    closed: bool,
}

impl Context {
    /// A context that prints to the process's streams.
    pub(super) fn new(lang: Lang) -> Self {
        Self {
            lang,
            lang_given: false,
            site: None,
            quiet: false,
            verbose: 0,
            now: None,
            color: false,
            out: Box::new(io::BufWriter::new(io::stdout())),
            closed: false,
        }
    }

    /// Writes `text` to standard output as it is.
    pub fn print(&mut self, text: &str) {
        if !self.closed && self.out.write_all(text.as_bytes()).is_err() {
            self.closed = true;
        }
    }

    /// Writes a line to standard output.
    pub fn line(&mut self, text: &str) {
        self.print(text);
        self.print("\n");
    }

    /// Writes a sentence as a line to standard output.
    pub fn say(&mut self, message: &Message) {
        let text = harmless(message.text(self.lang));
        self.line(&text);
    }

    /// Writes a sentence about progress to standard error, unless `-q`. Results so far go out first.
    pub fn note(&mut self, message: &Message) {
        if !self.quiet {
            self.flush();
            anstream_line(&harmless(message.text(self.lang)));
        }
    }

    /// Writes a sentence that must not be missed to standard error, `-q` or not. Results so far go out first.
    pub fn warn(&mut self, message: &Message) {
        self.flush();
        anstream_line(&harmless(message.text(self.lang)));
    }

    /// Asks a question on the terminal and gives what is typed; `None` when standard input is no terminal.
    pub fn ask(&mut self, question: &Message) -> Option<String> {
        if !io::stdin().is_terminal() {
            return None;
        }
        self.flush();
        let mut terminal = io::stderr().lock();
        let _ = write!(terminal, "{}", harmless(question.text(self.lang)));
        let _ = terminal.flush();
        let mut line = String::new();
        io::stdin().read_line(&mut line).ok()?;
        Some(line.trim().to_owned())
    }

    /// Writes findings to standard error, as people read them. Results so far go out first.
    pub fn findings(&mut self, findings: &Findings) {
        if findings.is_empty() {
            return;
        }
        self.flush();
        let styled = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let report = Report {
            findings,
            unlisted: 0,
            masks: &[],
            rules: &[],
            level: Severity::Error,
            lang: self.lang,
            width: self.columns(),
            styled,
        };
        if let Some(human) = format::format("human") {
            let _ = human.write(&report, &mut anstream::stderr().lock());
        }
    }

    /// Writes a failure to standard error and gives its exit code.
    pub fn report(&mut self, failure: &Failure) -> Exit {
        self.flush();
        let message = harmless(failure.message.text(self.lang));
        let head = text::error_head().text(self.lang);
        anstream_line(&format!("{ERROR}{head}{ERROR:#}{message}"));
        if let Some(help) = &failure.help {
            let head = text::help_head().text(self.lang);
            anstream_line(&format!("{HELP}{head}{HELP:#}{}", harmless(help.text(self.lang))));
        }
        failure.exit
    }

    /// Sends what was printed on its way.
    pub fn flush(&mut self) {
        if !self.closed && self.out.flush().is_err() {
            self.closed = true;
        }
    }

    pub(super) fn finish(&mut self, exit: Exit) -> Exit {
        self.flush();
        exit
    }

    /// Columns of the terminal behind standard output, 80 when there is none; never under 40.
    pub fn columns(&self) -> usize {
        terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0)).max(40)
    }

    /// Whether standard error is a terminal: only then is progress shown.
    pub fn shows_progress(&self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    /// The variable `name` of the environment, if it is set and not empty.
    pub fn variable(&self, name: &str) -> Option<String> {
        std::env::var(name).ok().filter(|value| !value.is_empty())
    }

    /// Root of the site: `--site`, or the nearest folder upwards that holds a `qianfa.yaml`.
    ///
    /// # Errors
    /// When there is none.
    pub fn root(&self) -> Result<PathBuf, Failure> {
        if let Some(site) = &self.site {
            if site.join("qianfa.yaml").is_file() {
                return Ok(site.clone());
            }
            return Err(Failure::usage(text::no_site_in(site.display())).help(text::no_site_help()));
        }
        let here = std::env::current_dir().map_err(|error| Failure::usage(text::no_folder(error)))?;
        here.ancestors()
            .find(|folder| folder.join("qianfa.yaml").is_file())
            .map(Path::to_path_buf)
            .ok_or_else(|| Failure::usage(text::no_site()).help(text::no_site_help()))
    }

    /// The clock: the machine's, or one that stands at `--now`. A time without zone is read in `zone`.
    ///
    /// # Errors
    /// When `--now` is not a time.
    pub fn clock(&self, zone: &jiff::tz::TimeZone) -> Result<Arc<dyn Clock>, Failure> {
        let Some(now) = &self.now else { return Ok(Arc::new(SystemClock)) };
        Ok(Arc::new(ManualClock::new(instant(now, zone)?)))
    }
}

/// Reads an instant as typed: with an offset, or in `zone`.
fn instant(typed: &str, zone: &jiff::tz::TimeZone) -> Result<Timestamp, Failure> {
    if let Ok(zoned) = typed.parse::<jiff::Zoned>() {
        return Ok(zoned.timestamp());
    }
    if let Ok(timestamp) = typed.parse::<Timestamp>() {
        return Ok(timestamp);
    }
    let local = typed.parse::<jiff::civil::DateTime>().ok();
    local
        .and_then(|local| local.to_zoned(zone.clone()).ok())
        .map(|zoned| zoned.timestamp())
        .ok_or_else(|| Failure::usage(text::bad_now(typed)).help(text::bad_now_help()))
}

/// A sentence as a terminal may show it: titles, reasons and paths come from files and from other people, and must not
/// move the cursor, hide a line, or turn the direction of a text.
fn harmless(text: String) -> String {
    let harms = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{200b}'..='\u{200c}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    if !text.chars().any(harms) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if harms(c) {
            out.push_str(&format!("<U+{:04X}>", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out
}

/// A line on standard error; colours only where they show. A closed stream is not an error.
fn anstream_line(line: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_mislead_on_a_terminal_is_spelt_out() {
        assert_eq!(harmless("甲\u{1b}[2K乙\u{202e}丙\r\n".to_owned()), "甲<U+001B>[2K乙<U+202E>丙<U+000D>\n");
        assert_eq!(harmless("签发 ok".to_owned()), "签发 ok");
    }

    #[test]
    fn an_offset_wins_over_the_zone_and_a_bare_time_takes_it() {
        let zone = jiff::tz::TimeZone::get("Asia/Shanghai").unwrap();
        let at = |typed: &str| instant(typed, &zone).map(|now| now.as_second()).ok();
        assert_eq!(at("2026-12-21T20:00:00+09:00"), at("2026-12-21 19:00"));
        assert_eq!(at("2026-12-21T11:00:00Z"), at("2026-12-21T19:00"));
        assert_eq!(at("明天"), None);
    }
}
