//! Runs commands as a user would type them and shows what they print.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::base::message::{Lang, cli as text};
use crate::base::width;
use crate::cli::{Context, Failure};

/// How much of a command's output is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Show {
    /// All of it.
    All,
    /// Its last lines, with `…` in front when there were others.
    Tail(usize),
    /// Its first lines, before a line that says how many were left out.
    Head(usize),
    /// Neither the command nor its output.
    Nothing,
}

/// What a command left behind.
#[derive(Debug)]
pub(super) struct Output {
    /// Its exit code; 255 when it was killed.
    pub(super) code: i32,
    /// What it printed, both streams in their order.
    pub(super) text: String,
}

/// A folder and an environment in which commands run, and the audience that sees them.
pub(super) struct Stage<'a> {
    context: &'a mut Context,
    program: PathBuf,
    folder: PathBuf,
    variables: Vec<(String, String)>,
}

impl<'a> Stage<'a> {
    /// A stage in `folder`.
    pub(super) fn new(context: &'a mut Context, folder: &Path) -> Result<Self, Failure> {
        let program =
            std::env::current_exe().map_err(|error| Failure::usage(text::demo_no_program(error)))?;
        Ok(Self { context, program, folder: folder.to_owned(), variables: Vec::new() })
    }

    /// The audience.
    pub(super) fn context(&mut self) -> &mut Context {
        self.context
    }

    /// Shows which folder the commands run in.
    pub(super) fn enter(&mut self) {
        let folder = quoted(&self.folder.display().to_string());
        self.context.line(&format!("$ cd {folder}"));
    }

    /// Sets a variable for all commands from now on, and shows it: somebody who looks around afterwards needs it too.
    pub(super) fn export(&mut self, name: &str, value: &str) {
        self.context.line(&format!("$ export {name}={}", quoted(value)));
        self.set(name, value);
    }

    /// Sets a variable for all commands from now on.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        self.variables.retain(|(other, _)| other != name);
        self.variables.push((name.to_owned(), value.to_owned()));
    }

    /// Runs `qianfa` with `arguments` and shows it.
    pub(super) fn qianfa(&mut self, arguments: &[&str], show: Show) -> Result<Output, Failure> {
        let program = self.program.clone();
        self.run(&program, "qianfa", arguments, show)
    }

    /// Runs `git` with `arguments` and shows it.
    pub(super) fn git(&mut self, arguments: &[&str], show: Show) -> Result<Output, Failure> {
        self.run(Path::new("git"), "git", arguments, show)
    }

    fn run(&mut self, program: &Path, name: &str, arguments: &[&str], show: Show) -> Result<Output, Failure> {
        if show != Show::Nothing {
            let typed: Vec<String> = arguments.iter().map(|argument| quoted(argument)).collect();
            self.context.line(&format!("$ {name} {}", typed.join(" ")));
            self.context.flush();
        }
        let failed = |error: std::io::Error| Failure::usage(text::demo_cannot_run(name, error));
        let (mut reader, writer) = std::io::pipe().map_err(failed)?;
        let mut command = Command::new(program);
        command
            .args(arguments)
            .current_dir(&self.folder)
            .envs(self.variables.iter().map(|(name, value)| (name, value)))
            .env("QIANFA_LANG", if self.context.lang == Lang::En { "en" } else { "zh" })
            .env("COLUMNS", self.context.columns().to_string())
            .stdin(Stdio::null())
            .stdout(writer.try_clone().map_err(failed)?)
            .stderr(writer);
        let mut child = command.spawn().map_err(failed)?;
        // The command keeps its ends of the pipe: reading would wait for ever.
        drop(command);
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map_err(failed)?;
        let status = child.wait().map_err(failed)?;
        let output =
            Output { code: status.code().unwrap_or(255), text: String::from_utf8_lossy(&bytes).into_owned() };
        self.show(&output.text, show);
        Ok(output)
    }

    fn show(&mut self, printed: &str, show: Show) {
        let lines: Vec<&str> = printed.trim_end().lines().collect();
        match show {
            Show::Nothing => {}
            Show::Head(count) if lines.len() > count + 1 => {
                lines.iter().take(count).for_each(|line| self.indented(line));
                let skipped = text::demo_skipped(lines.len() - count).text(self.context.lang);
                self.indented(&skipped);
            }
            Show::Tail(count) if lines.len() > count => {
                for (index, line) in lines.iter().skip(lines.len() - count).enumerate() {
                    let line = line.trim_start();
                    self.context.line(&format!("  {} {line}", if index == 0 { "…" } else { " " }));
                }
            }
            Show::All | Show::Head(_) | Show::Tail(_) => lines.iter().for_each(|line| self.indented(line)),
        }
    }

    fn indented(&mut self, line: &str) {
        self.context.line(format!("  {line}").trim_end());
    }

    /// A heading between the acts.
    pub(super) fn act(&mut self, number: usize, title: &str) {
        let columns = self.context.columns().min(80);
        let head = format!("── {number} {title} ");
        let rule = "─".repeat(columns.saturating_sub(width::width(&head)));
        self.context.line("");
        self.context.line(&format!("{head}{rule}"));
        self.context.flush();
    }
}

/// An argument as somebody would have to type it in a shell.
fn quoted(argument: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./:=,@+".contains(c);
    if !argument.is_empty() && argument.chars().all(plain) {
        argument.to_owned()
    } else {
        format!("'{}'", argument.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_shown_as_a_shell_wants_them() {
        assert_eq!(quoted("content/start/why-git"), "content/start/why-git");
        assert_eq!(quoted("改 一个字"), "'改 一个字'");
        assert_eq!(quoted("it's"), "'it'\\''s'");
        assert_eq!(quoted(""), "''");
    }
}
