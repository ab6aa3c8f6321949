//! Makefiles and Dockerfiles: a frame of their own around lines of a shell.

use super::super::languages::shell;
use super::super::paint::Paint;
use super::super::role::Role;
use super::super::scan;

/// Makefiles.
pub(in super::super) fn makefile(paint: &mut Paint<'_>) {
    while !paint.done() {
        let line = paint.line();
        let end = command_end(paint);
        let word = line.trim_start().split([' ', '\t', '(']).next().unwrap_or("");
        if line.starts_with('\t') {
            paint.blanks();
            while matches!(paint.byte(0), b'@' | b'-' | b'+') {
                paint.step(1, Role::Punctuation);
            }
            paint.within(end, |paint| scan::paint(&shell::SHELL, paint));
        } else if line.trim_start().starts_with('#') {
            paint.to(end, Role::Comment);
        } else if matches!(
            word,
            "ifeq"
                | "ifneq"
                | "ifdef"
                | "ifndef"
                | "else"
                | "endif"
                | "include"
                | "-include"
                | "define"
                | "endef"
                | "export"
                | "unexport"
                | "override"
                | "vpath"
        ) {
            paint.blanks();
            paint.step(word.len(), Role::Keyword);
            expansions(paint, end);
        } else if let Some(length) = assignment(line) {
            paint.step(length, Role::Variable);
            expansions(paint, end);
        } else if let Some(length) = line.find(':') {
            let colon = paint.at() + length;
            expansions_as(paint, colon, Role::Function);
            expansions(paint, end);
        } else {
            expansions(paint, end);
        }
        paint.to(end, Role::Plain);
        if !paint.done() {
            paint.step(1, Role::Plain);
        }
    }
}

/// How long the name is that the line gives a value.
fn assignment(line: &str) -> Option<usize> {
    let equals = line.find('=')?;
    let name = line.get(..equals)?.trim_end_matches([':', '?', '+', '!']).trim_end();
    (!name.is_empty() && !name.contains([' ', ':', '$'])).then_some(name.len())
}

fn expansions(paint: &mut Paint<'_>, end: usize) {
    expansions_as(paint, end, Role::Plain);
}

/// Text with `$(name)`, `${name}`, `$@`.
fn expansions_as(paint: &mut Paint<'_>, end: usize, role: Role) {
    while paint.at() < end {
        let stop = paint.until(paint.at(), |byte| matches!(byte, b'$' | b'#' | b'\n')).min(end);
        paint.to(stop, role);
        if stop >= end {
            return;
        }
        match (paint.byte(0), paint.byte(1)) {
            (b'#', _) => paint.to(paint.line_end().min(end), Role::Comment),
            (b'$', b'(' | b'{') => {
                let close = paint.until(paint.at(), |byte| matches!(byte, b')' | b'}' | b'\n'));
                paint.to((close + 1).min(end), Role::Variable);
            }
            (b'$', _) => paint.step(2, Role::Variable),
            _ => paint.step(1, role),
        }
    }
}

/// Dockerfiles.
pub(in super::super) fn dockerfile(paint: &mut Paint<'_>) {
    while !paint.done() {
        paint.blanks();
        let end = command_end(paint);
        let word = paint.line().split([' ', '\t']).next().unwrap_or("");
        let instruction = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphabetic());
        if paint.byte(0) == b'#' {
            paint.to(paint.line_end(), Role::Comment);
        } else if instruction {
            paint.step(word.len(), Role::Keyword);
            let shell =
                matches!(word.to_ascii_uppercase().as_str(), "RUN" | "CMD" | "ENTRYPOINT" | "HEALTHCHECK");
            if !shell || paint.line().trim_start().starts_with('[') {
                arguments(paint, end);
            } else {
                paint.within(end, |paint| scan::paint(&shell::SHELL, paint));
            }
        } else {
            arguments(paint, end);
        }
        paint.to(paint.line_end(), Role::Plain);
        if !paint.done() {
            paint.step(1, Role::Plain);
        }
    }
}

/// Where a command ends: the line that does not end with a backslash.
fn command_end(paint: &Paint<'_>) -> usize {
    let mut at = paint.at();
    loop {
        let end = paint.until(at, |byte| byte == b'\n');
        if end >= paint.limit() || end == 0 || paint.byte_at(end - 1) != b'\\' {
            return end;
        }
        at = end + 1;
    }
}

fn arguments(paint: &mut Paint<'_>, end: usize) {
    while paint.at() < end {
        match paint.byte(0) {
            b' ' | b'\t' | b'\r' => paint.blanks(),
            b'\n' => paint.step(1, Role::Plain),
            quote @ (b'"' | b'\'') => {
                let close = paint.until(paint.at() + 1, |byte| byte == quote || byte == b'\n').min(end);
                paint.to(close + usize::from(paint.byte_at(close) == quote), Role::String);
            }
            b'$' => {
                let stop = paint.until(paint.at() + 1, |byte| {
                    !(byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'{' | b'}' | b':' | b'-'))
                });
                paint.to(stop.min(end), Role::Variable);
            }
            _ => {
                let stop = paint
                    .until(paint.at() + 1, |byte| {
                        byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b'$')
                    })
                    .min(end);
                let word = paint.slice(paint.at(), stop);
                let role = match word {
                    "AS" | "as" => Role::Keyword,
                    word if word.starts_with("--") => Role::Constant,
                    word if word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/') => Role::Number,
                    _ => Role::Plain,
                };
                paint.to(stop.max(paint.at() + 1), role);
            }
        }
    }
}
