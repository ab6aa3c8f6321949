//! Sessions at a terminal: prompts, what was typed, what came back.

use super::super::languages::{script, shell};
use super::super::paint::Paint;
use super::super::role::Role;
use super::super::scan;
use super::super::syntax::Syntax;

/// Longest text that a command takes from the lines below, in bytes.
const MAX_TEXT: usize = 2_000;

/// A session of a shell, of Python or of PowerShell.
pub(in super::super) fn console(paint: &mut Paint<'_>) {
    // What was typed goes on behind a backslash.
    let mut goes_on = false;
    while !paint.done() {
        let line = paint.line();
        let end = paint.line_end();
        let found = if goes_on { Some((0, &shell::SHELL)) } else { prompt(line) };
        if let Some((length, syntax)) = found {
            paint.step(length, Role::Comment);
            let end = if syntax.shell { command_end(paint) } else { end };
            goes_on = syntax.shell && paint.slice(paint.at(), end).ends_with('\\');
            paint.within(end, |paint| scan::paint(syntax, paint));
        } else {
            paint.to(end, if line.trim_start().starts_with("# ") { Role::Comment } else { Role::Plain });
        }
        if !paint.done() {
            paint.step(1, Role::Plain);
        }
    }
}

/// Where a command ends: with its line, or behind the text that it takes from the lines below (`<<EOF`).
fn command_end(paint: &Paint<'_>) -> usize {
    let end = paint.line_end();
    let word = paint.line().split_once("<<").map(|(_, rest)| rest.trim_start_matches(['-', '\'', '"', '~']));
    let word = word.map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or(""));
    let Some(word) = word.filter(|word| word.starts_with(|c: char| c.is_ascii_uppercase())) else {
        return end;
    };
    let close = format!("\n{word}");
    paint.near_text(end, MAX_TEXT, &close).map_or(end, |at| at + close.len())
}

/// How long the prompt of a line is, and what is typed behind it.
fn prompt(line: &str) -> Option<(usize, &'static Syntax)> {
    for mark in [">>> ", "... "] {
        if line.starts_with(mark) {
            return Some((mark.len(), &script::PYTHON));
        }
    }
    if line.starts_with("PS ")
        && let Some(length) = line.find("> ")
    {
        return Some((length + 2, &shell::POWERSHELL));
    }
    for mark in ["$ ", "# ", "% ", "> ", "❯ ", "➜ "] {
        if line.starts_with(mark) {
            // `# text` at the beginning of a line is a remark more often than a command of root.
            return (mark != "# ").then_some((mark.len(), &shell::SHELL));
        }
    }
    // `user@host:~/path$ `, `[root@host ~]# `
    let end = ["$ ", "# "].iter().filter_map(|mark| line.find(mark)).min()?;
    let head = line.get(..end)?;
    let words = head.split_whitespace().count();
    let named = head.contains('@') && words <= 2 && !head.contains(['"', '\'', '=']);
    named.then_some((end + 2, &shell::SHELL))
}
