//! Markdown: headings, emphasis, links, and code in its own language.

use super::super::language;
use super::super::paint::Paint;
use super::super::role::Role;
use super::yaml;

/// Fences inside fences at most.
const MAX_DEPTH: usize = 3;

/// Markdown.
pub(in super::super) fn markdown(paint: &mut Paint<'_>) {
    document(paint, 0);
}

fn document(paint: &mut Paint<'_>, depth: usize) {
    if paint.at() == 0
        && paint.starts("---\n")
        && let Some(end) = paint.slice(4, paint.limit()).find("\n---")
    {
        paint.within(4 + end + 4, yaml::yaml);
    }
    while !paint.done() {
        let line = paint.line();
        let trimmed = line.trim_start();
        let end = paint.line_end();
        if let Some(mark) = fence(trimmed) {
            code(paint, mark, depth);
            continue;
        }
        if trimmed.starts_with('#') && trimmed.trim_start_matches('#').starts_with(' ') {
            paint.to(end, Role::Keyword);
        } else if trimmed.starts_with('>') {
            paint.blanks();
            paint.step(1, Role::Comment);
            sentence(paint, end);
        } else if let Some(length) = marker(trimmed) {
            paint.blanks();
            paint.step(length, Role::Keyword);
            sentence(paint, end);
        } else if trimmed.starts_with(":::") || matches!(trimmed.trim_end(), "---" | "***" | "___") {
            paint.to(end, Role::Comment);
        } else {
            sentence(paint, end);
        }
        if !paint.done() {
            paint.step(1, Role::Plain);
        }
    }
}

fn fence(line: &str) -> Option<&'static str> {
    ["```", "~~~"].into_iter().find(|mark| line.starts_with(mark))
}

/// How long the mark of an item is.
fn marker(line: &str) -> Option<usize> {
    if line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ") {
        return Some(1);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let ends = line.get(digits..)?.starts_with(". ") || line.get(digits..)?.starts_with(") ");
    (digits > 0 && ends).then_some(digits + 1)
}

/// A fence, its code, and the fence that closes it.
fn code(paint: &mut Paint<'_>, mark: &str, depth: usize) {
    let open = paint.line().trim();
    let name = open.trim_start_matches(['`', '~']).split([' ', ',', '{', ':']).next().unwrap_or("");
    let marks = open.len() - open.trim_start_matches(['`', '~']).len();
    paint.to(paint.line_end(), Role::Comment);
    paint.step(1, Role::Plain);
    let mut end = paint.at();
    let mut closed = paint.limit();
    for line in paint.rest().split_inclusive('\n') {
        let text = line.trim();
        if text.starts_with(mark) && text.len() >= marks && text.trim_start_matches(['`', '~']).is_empty() {
            closed = end + line.trim_end_matches('\n').len();
            break;
        }
        end += line.len();
    }
    let inner = language::find(name).filter(|_| depth < MAX_DEPTH);
    paint.within(end, |paint| match inner {
        Some(language) if language.name == "Markdown" => document(paint, depth + 1),
        Some(language) => language.paint(paint),
        None => {}
    });
    paint.to(closed, Role::Comment);
    if !paint.done() {
        paint.step(1, Role::Plain);
    }
}

/// Text with emphasis, code and links.
fn sentence(paint: &mut Paint<'_>, end: usize) {
    while paint.at() < end {
        let stop = paint
            .until(paint.at(), |byte| matches!(byte, b'`' | b'*' | b'[' | b'!' | b'<' | b'=' | b'~' | b'\n'))
            .min(end);
        paint.to(stop, Role::Plain);
        if stop >= end {
            return;
        }
        let rest = paint.slice(stop, end);
        let length = between(rest, "`", "`")
            .map(|length| (length, Role::String))
            .or_else(|| between(rest, "**", "**").map(|length| (length, Role::Type)))
            .or_else(|| between(rest, "*", "*").map(|length| (length, Role::Type)))
            .or_else(|| between(rest, "==", "==").map(|length| (length, Role::Type)))
            .or_else(|| between(rest, "~~", "~~").map(|length| (length, Role::Comment)))
            .or_else(|| between(rest, "<", ">").map(|length| (length, Role::Attribute)));
        match length {
            Some((length, role)) => paint.step(length, role),
            None => link(paint, rest),
        }
    }
}

/// How long a piece between two marks is.
fn between(rest: &str, open: &str, close: &str) -> Option<usize> {
    let inner = rest.strip_prefix(open)?;
    let length =
        inner.get(..inner.len().min(400)).unwrap_or(inner).find(close).filter(|length| *length > 0)?;
    (!inner.starts_with(' ')).then_some(open.len() + length + close.len())
}

fn link(paint: &mut Paint<'_>, rest: &str) {
    let mark = usize::from(rest.starts_with('!'));
    let near = rest.get(..rest.len().min(800)).unwrap_or(rest);
    let middle = near.find("](").filter(|_| near.get(mark..).is_some_and(|rest| rest.starts_with('[')));
    let close = middle.and_then(|middle| near.get(middle..)?.find(')').map(|length| (middle, length)));
    let Some((middle, length)) = close else { return paint.character(Role::Plain) };
    paint.step(middle + 1, Role::Function);
    paint.step(length, Role::String);
}
