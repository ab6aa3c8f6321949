//! Patterns between slashes, where a slash is no division.

use super::super::role::Role;
use super::{Before, Scanner};

impl Scanner<'_, '_> {
    /// A pattern that begins at the slash. Tells whether it is one.
    pub(super) fn pattern(&mut self) -> bool {
        if self.before == Before::Operand || self.paint.at() < self.no_pattern {
            return false;
        }
        let mut length = 0;
        let (mut escaped, mut class) = (false, false);
        let close = self.paint.rest().bytes().take_while(|byte| *byte != b'\n').enumerate().skip(1).find_map(
            |(at, byte)| {
                length = at + 1;
                if escaped {
                    escaped = false;
                    return None;
                }
                match byte {
                    b'\\' => escaped = true,
                    b'[' => class = true,
                    b']' => class = false,
                    b'/' if !class => return Some(at),
                    _ => {}
                }
                None
            },
        );
        let Some(close) = close.filter(|close| *close > 1) else {
            // Looking again from the next slash of this line would find nothing either.
            self.no_pattern = self.paint.at() + length;
            return false;
        };
        let end = self.paint.until(self.paint.at() + close + 1, |byte| !byte.is_ascii_alphabetic());
        self.paint.to(end, Role::String);
        self.before = Before::Operand;
        true
    }
}
