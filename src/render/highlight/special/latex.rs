//! TeX and LaTeX: commands, mathematics, comments.

use super::super::paint::Paint;
use super::super::role::Role;

/// TeX and LaTeX.
pub(in super::super) fn latex(paint: &mut Paint<'_>) {
    while !paint.done() {
        match paint.byte(0) {
            b'%' => paint.to(paint.line_end(), Role::Comment),
            b'\\' => command(paint),
            b'$' => {
                let mark = if paint.byte(1) == b'$' { 2 } else { 1 };
                paint.step(mark, Role::String);
            }
            b'0'..=b'9' => {
                let end = paint.until(paint.at(), |byte| !byte.is_ascii_digit() && byte != b'.');
                paint.to(end, Role::Number);
            }
            b'{' | b'}' | b'[' | b']' | b'&' | b'^' | b'_' => paint.step(1, Role::Punctuation),
            b'\n' => paint.step(1, Role::Plain),
            _ => {
                let end = paint.until(paint.at() + 1, |byte| {
                    matches!(
                        byte,
                        b'%' | b'\\' | b'$' | b'{' | b'}' | b'[' | b']' | b'&' | b'^' | b'_' | b'\n'
                    ) || byte.is_ascii_digit()
                });
                paint.to(end, Role::Plain);
            }
        }
    }
}

fn command(paint: &mut Paint<'_>) {
    let end = paint.until(paint.at() + 1, |byte| !byte.is_ascii_alphabetic() && byte != b'@');
    if end == paint.at() + 1 {
        return paint.step(2, Role::Constant);
    }
    let name = paint.slice(paint.at() + 1, end);
    let environment = matches!(
        name,
        "begin"
            | "end"
            | "usepackage"
            | "documentclass"
            | "section"
            | "subsection"
            | "chapter"
            | "input"
            | "include"
            | "newcommand"
            | "def"
    );
    paint.to(end, if environment { Role::Keyword } else { Role::Function });
    if matches!(name, "begin" | "end") && paint.byte(0) == b'{' {
        paint.step(1, Role::Punctuation);
        let close = paint.until(paint.at(), |byte| matches!(byte, b'}' | b'\n'));
        paint.to(close, Role::Type);
    }
}
