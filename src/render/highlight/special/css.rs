//! CSS, SCSS, LESS, WXSS: selectors, properties, values, nested or not.

use super::super::paint::{Paint, is_name};
use super::super::role::Role;

/// Style sheets.
pub(in super::super) fn css(paint: &mut Paint<'_>) {
    // A value stands between `:` and `;` or a bracket.
    let mut value = false;
    while !paint.done() {
        let byte = paint.byte(0);
        match byte {
            b' ' | b'\t' | b'\r' => paint.blanks(),
            b'\n' => paint.step(1, Role::Plain),
            b'/' if paint.byte(1) == b'*' => {
                let end = paint
                    .slice(paint.at() + 2, paint.limit())
                    .find("*/")
                    .map_or(paint.limit(), |length| paint.at() + length + 4);
                paint.to(end, Role::Comment);
            }
            b'/' if paint.byte(1) == b'/' && paint.byte_before() != b':' => {
                paint.to(paint.line_end(), Role::Comment)
            }
            b'"' | b'\'' => string(paint, byte),
            b'@' | b'$' => {
                let end = paint.until(paint.at() + 1, |byte| !is_name(byte) && byte != b'-');
                let keyword = byte == b'@' && !value && paint.byte_at(end) != b':';
                paint.to(end, if keyword { Role::Keyword } else { Role::Variable });
            }
            b'#' if paint.byte(1) == b'{' => paint.step(2, Role::Punctuation),
            b'#' => {
                let end = paint.until(paint.at() + 1, |byte| !is_name(byte) && byte != b'-');
                paint.to(end, if value { Role::Number } else { Role::Type });
            }
            b'.' if !value
                && (is_name(paint.byte(1)) || paint.byte(1) == b'-')
                && !paint.byte(1).is_ascii_digit() =>
            {
                let end = paint.until(paint.at() + 1, |byte| !is_name(byte) && byte != b'-');
                paint.to(end, Role::Type);
            }
            b'0'..=b'9' => number(paint),
            b'.' | b'-' | b'+' if paint.byte(1).is_ascii_digit() => number(paint),
            b':' if !value => {
                value = !selector(paint);
                paint.step(1, Role::Punctuation);
                if !value {
                    let end = paint.until(paint.at(), |byte| !is_name(byte) && !matches!(byte, b'-' | b':'));
                    paint.to(end, Role::Attribute);
                }
            }
            b';' | b'{' | b'}' => {
                value = false;
                paint.step(1, Role::Punctuation);
            }
            b'!' if value => {
                let end = paint.until(paint.at() + 1, |byte| !is_name(byte));
                paint.to(end, Role::Keyword);
            }
            _ if is_name(byte) || byte == b'-' => word(paint, value),
            _ => paint.step(1, Role::Punctuation),
        }
    }
}

/// Whether the colon here belongs to a selector: a bracket opens before the statement ends.
fn selector(paint: &Paint<'_>) -> bool {
    let end = paint.until(paint.at(), |byte| matches!(byte, b'{' | b';' | b'}' | b'\n'));
    // A list of selectors goes on behind a comma at the line's end.
    match paint.byte_at(end) {
        b'{' => paint.byte(1) != b' ',
        b'\n' => end > 0 && paint.byte_at(end - 1) == b',' && paint.byte(1) != b' ',
        _ => false,
    }
}

fn word(paint: &mut Paint<'_>, value: bool) {
    let end = paint.until(paint.at() + 1, |byte| !is_name(byte) && byte != b'-');
    let next = paint.byte_at(paint.until(end, |byte| byte != b' '));
    let role = if value {
        if paint.byte_at(end) == b'(' {
            Role::Function
        } else if paint.starts("--") {
            Role::Variable
        } else {
            Role::Plain
        }
    } else if paint.starts("--") {
        Role::Variable
    } else if paint.byte_at(end) == b'(' {
        Role::Function
    } else if next == b':' && !at_selector(paint, end) {
        Role::Attribute
    } else {
        Role::Keyword
    };
    paint.to(end, role);
}

/// Whether the name that ends at `end` is an element with a pseudo-class: `a:hover {`.
fn at_selector(paint: &Paint<'_>, end: usize) -> bool {
    let stop = paint.until(end, |byte| matches!(byte, b'{' | b';' | b'}' | b'\n'));
    let colon = paint.until(end, |byte| byte == b':');
    paint.byte_at(stop) == b'{' && paint.byte_at(colon + 1) != b' '
}

fn number(paint: &mut Paint<'_>) {
    let end =
        paint.until(paint.at() + 1, |byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'%')));
    paint.to(end, Role::Number);
}

fn string(paint: &mut Paint<'_>, quote: u8) {
    let mut at = paint.at() + 1;
    loop {
        at = paint.until(at, |byte| byte == quote || matches!(byte, b'\\' | b'\n'));
        if paint.byte_at(at) != b'\\' {
            break;
        }
        at += 2;
    }
    let closed = paint.byte_at(at) == quote;
    paint.to(at + usize::from(closed), Role::String);
}
