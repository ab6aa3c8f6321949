//! Regular expressions.

use super::super::paint::Paint;
use super::super::role::Role;

/// A regular expression.
pub(in super::super) fn regex(paint: &mut Paint<'_>) {
    while !paint.done() {
        match paint.byte(0) {
            b'\\' => paint.step(2, Role::Constant),
            b'[' => {
                let mut at = paint.at() + 1;
                loop {
                    at = paint.until(at, |byte| matches!(byte, b']' | b'\\' | b'\n'));
                    if paint.byte_at(at) != b'\\' {
                        break;
                    }
                    at += 2;
                }
                let closed = usize::from(paint.byte_at(at) == b']');
                paint.to(at + closed, Role::String);
            }
            b'(' if paint.byte(1) == b'?' => {
                let end = paint.until(paint.at() + 2, |byte| {
                    !(byte.is_ascii_alphanumeric() || matches!(byte, b'<' | b'=' | b'!' | b':' | b'_' | b'>'))
                });
                paint.to(end, Role::Function);
            }
            b'(' | b')' | b'|' => paint.step(1, Role::Function),
            b'*' | b'+' | b'?' | b'^' | b'$' | b'.' => paint.step(1, Role::Keyword),
            b'{' => {
                let end = paint.until(paint.at() + 1, |byte| !(byte.is_ascii_digit() || byte == b','));
                let counted = paint.byte_at(end) == b'}';
                if counted { paint.to(end + 1, Role::Keyword) } else { paint.step(1, Role::Plain) }
            }
            _ => paint.character(Role::Plain),
        }
    }
}
