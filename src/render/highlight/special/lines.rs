//! Files of lines with a key and a value: TOML, INI, properties, environment files, and lists of ignored files.

use super::super::paint::Paint;
use super::super::role::Role;
use super::yaml::is_number;

/// TOML.
pub(in super::super) fn toml(paint: &mut Paint<'_>) {
    while !paint.done() {
        match paint.byte(0) {
            b'\n' => paint.step(1, Role::Plain),
            b' ' | b'\t' | b'\r' => paint.blanks(),
            b'#' => paint.to(paint.line_end(), Role::Comment),
            b'[' => {
                let close = paint.line().find(']').map_or(paint.line_end(), |length| paint.at() + length + 1);
                let double = usize::from(paint.byte_at(close) == b']');
                paint.to(close + double, Role::Type);
            }
            _ => {
                let Some(equals) = paint.line().find('=') else {
                    let end = paint.line_end();
                    toml_values(paint, end);
                    continue;
                };
                paint.step(equals, Role::Attribute);
                paint.step(1, Role::Punctuation);
                let end = toml_value_end(paint);
                toml_values(paint, end);
            }
        }
    }
}

/// Where a value ends: with its line, or with the bracket or text that goes on over lines.
fn toml_value_end(paint: &Paint<'_>) -> usize {
    let trimmed = paint.line().trim_start();
    let at = paint.at() + (paint.line().len() - trimmed.len());
    for mark in ["\"\"\"", "'''"] {
        if trimmed.starts_with(mark) {
            let rest = paint.slice(at + 3, paint.limit());
            return rest.find(mark).map_or(paint.limit(), |length| at + length + 6);
        }
    }
    if trimmed.starts_with('[') && !trimmed.contains(']') {
        let rest = paint.slice(at, paint.limit());
        return rest.find("\n]").map_or(paint.line_end(), |length| at + length + 2);
    }
    paint.line_end()
}

fn toml_values(paint: &mut Paint<'_>, end: usize) {
    while paint.at() < end {
        match paint.byte(0) {
            b'\n' => paint.step(1, Role::Plain),
            b' ' | b'\t' | b'\r' => paint.blanks(),
            b'#' => paint.to(paint.line_end(), Role::Comment),
            b'"' if paint.starts("\"\"\"") => paint.to(end, Role::String),
            b'\'' if paint.starts("'''") => paint.to(end, Role::String),
            quote @ (b'"' | b'\'') => {
                let mut at = paint.at() + 1;
                loop {
                    at = paint.until(at, |byte| byte == quote || matches!(byte, b'\\' | b'\n'));
                    if paint.byte_at(at) != b'\\' {
                        break;
                    }
                    at += if quote == b'"' { 2 } else { 1 };
                }
                paint.to(at + usize::from(paint.byte_at(at) == quote), Role::String);
            }
            b'[' | b']' | b'{' | b'}' | b',' | b'=' => paint.step(1, Role::Punctuation),
            _ => {
                let stop = paint
                    .until(paint.at() + 1, |byte| {
                        matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b']' | b'}' | b'=' | b'#')
                    })
                    .min(end);
                let word = paint.slice(paint.at(), stop);
                let key = paint.byte_at(paint.until(stop, |byte| byte != b' ')) == b'=';
                let role = match word {
                    _ if key => Role::Attribute,
                    "true" | "false" | "inf" | "nan" => Role::Constant,
                    word if is_number(word) => Role::Number,
                    _ => Role::Plain,
                };
                paint.to(stop.max(paint.at() + 1), role);
            }
        }
    }
}

/// INI, `.properties`, `.env`, units of systemd, settings of git and editors.
pub(in super::super) fn ini(paint: &mut Paint<'_>) {
    while !paint.done() {
        paint.blanks();
        let line = paint.line();
        let end = paint.line_end();
        match paint.byte(0) {
            b'#' | b';' | b'!' => paint.to(end, Role::Comment),
            b'[' => paint.to(end, Role::Type),
            _ => {
                if let Some(mark) = line.find(['=', ':']) {
                    let name = line.get(..mark).unwrap_or("");
                    if let Some(rest) = name.strip_prefix("export ") {
                        paint.step(name.len() - rest.len(), Role::Keyword);
                    }
                    let length = name.strip_prefix("export ").unwrap_or(name).len();
                    paint.step(length, Role::Attribute);
                    paint.step(1, Role::Punctuation);
                    ini_value(paint, end);
                }
            }
        }
        paint.to(end, Role::Plain);
        if !paint.done() {
            paint.step(1, Role::Plain);
        }
    }
}

fn ini_value(paint: &mut Paint<'_>, end: usize) {
    paint.blanks();
    let value = paint.slice(paint.at(), end);
    let comment = [" #", " ;"].iter().filter_map(|mark| value.find(mark)).min().unwrap_or(value.len());
    let text = value.get(..comment).unwrap_or(value);
    let role = match text.trim() {
        "true" | "false" | "yes" | "no" | "on" | "off" | "True" | "False" => Role::Constant,
        text if is_number(text) => Role::Number,
        _ => Role::String,
    };
    paint.step(text.len(), role);
    paint.to(end, Role::Comment);
}

/// `.gitignore` and its like.
pub(in super::super) fn ignore(paint: &mut Paint<'_>) {
    while !paint.done() {
        let end = paint.line_end();
        match paint.byte(0) {
            b'#' => paint.to(end, Role::Comment),
            b'!' => paint.step(1, Role::Keyword),
            _ => {}
        }
        while paint.at() < end {
            let stop = paint.until(paint.at(), |byte| matches!(byte, b'*' | b'?' | b'\n')).min(end);
            paint.to(stop, Role::Plain);
            if stop < end {
                paint.step(1, Role::Constant);
            }
        }
        if !paint.done() {
            paint.step(1, Role::Plain);
        }
    }
}

/// Logs: levels, times, numbers of status.
pub(in super::super) fn log(paint: &mut Paint<'_>) {
    while !paint.done() {
        let byte = paint.byte(0);
        if byte.is_ascii_alphabetic() {
            let end = paint.until(paint.at(), |byte| !byte.is_ascii_alphanumeric());
            let role = match paint.slice(paint.at(), end) {
                "ERROR" | "FATAL" | "PANIC" | "error" | "Error" | "Exception" | "CRITICAL" | "SEVERE" => {
                    Role::Deleted
                }
                "WARN" | "WARNING" | "warning" | "Warning" | "warn" => Role::Number,
                "INFO" | "info" | "NOTICE" => Role::Inserted,
                "DEBUG" | "TRACE" | "debug" | "trace" => Role::Comment,
                _ => Role::Plain,
            };
            paint.to(end, role);
        } else if byte.is_ascii_digit() {
            let end = paint.until(paint.at(), |byte| {
                !(byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b':' | b'-' | b'/'))
            });
            paint.to(end, Role::Number);
        } else if byte == b'"' {
            let end = paint.until(paint.at() + 1, |byte| matches!(byte, b'"' | b'\n'));
            let closed = usize::from(paint.byte_at(end) == b'"');
            paint.to(end + closed, if closed == 1 { Role::String } else { Role::Plain });
        } else {
            paint.character(Role::Plain);
        }
    }
}
