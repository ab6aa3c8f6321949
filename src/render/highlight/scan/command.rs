//! Shells: commands, options, assignments and variables among words.

use super::super::paint::{begins_name, is_name};
use super::super::role::Role;
use super::super::words::Word;
use super::{Before, Frame, Scanner};

impl Scanner<'_, '_> {
    /// One token of a shell.
    pub(super) fn shell(&mut self, byte: u8) {
        match byte {
            b'$' if self.paint.byte(1) == b'(' && self.enter(2, b'(', b')', true) => return,
            b'$' if self.variable(byte) => return self.command = false,
            b'`' if !matches!(self.frames.last(), Some(Frame::Code { close: b'`', .. }))
                && self.enter(1, b'`', b'`', true) =>
            {
                return;
            }
            b'<' if self.heredoc() => return,
            _ => {}
        }
        if self.quoted() {
            self.command = false;
            return;
        }
        if is_word(byte) {
            return self.shell_word();
        }
        if byte == b'\\' {
            let length = if self.paint.byte(1) == b'\n' { 1 } else { 2 };
            return self.paint.step(length, Role::Constant);
        }
        // Behind these another command begins.
        if matches!(byte, b'|' | b'&' | b';' | b'(' | b'{' | b'!' | b')') {
            self.command = true;
        }
        self.bracket(byte);
    }

    fn shell_word(&mut self) {
        let start = self.paint.at();
        let end = self.paint.until(start, |byte| !is_word(byte));
        let word = self.paint.slice(start, end);
        let was = std::mem::replace(&mut self.command, false);
        let announced = self.name.take();
        if was && self.assignment(word, start) {
            return;
        }
        let role = if let Some(role) = announced {
            role
        } else if was {
            match self.syntax.words.get(word, false) {
                Some(Word::Keyword) => {
                    // `then`, `do` and their like stand before a command; `for`, `case` before a name.
                    self.command = !matches!(word, "for" | "case" | "select" | "in" | "esac" | "done" | "fi");
                    Role::Keyword
                }
                Some(Word::Function) => {
                    self.name = Some(Role::Function);
                    Role::Keyword
                }
                _ if matches!(word, "[" | "]") => Role::Punctuation,
                _ => {
                    // A command may run another one.
                    self.command =
                        matches!(word, "sudo" | "exec" | "command" | "time" | "nohup" | "xargs" | "env");
                    Role::Function
                }
            }
        } else if word.starts_with('-') && word.len() > 1 {
            Role::Constant
        } else if word == "in" || word == "do" && self.last == b';' {
            Role::Keyword
        } else if word.bytes().all(|byte| byte.is_ascii_digit()) {
            Role::Number
        } else {
            Role::Plain
        };
        // `--name=value`: the value is an argument.
        let name =
            if role == Role::Constant { word.find('=').map_or(end, |length| start + length) } else { end };
        self.paint.to(name, role);
        self.paint.to(end, Role::Plain);
        self.before = Before::Operand;
    }

    /// `NAME=value`: the value may be a string, which comes next.
    fn assignment(&mut self, word: &str, start: usize) -> bool {
        let Some(length) = word.find('=') else { return false };
        let name = word.get(..length).unwrap_or("").trim_end_matches('+');
        if !name.bytes().next().is_some_and(begins_name)
            || !name.bytes().all(|byte| is_name(byte) || matches!(byte, b'[' | b']'))
        {
            return false;
        }
        self.paint.to(start + name.len(), Role::Variable);
        self.paint.to(start + length + 1, Role::Punctuation);
        self.paint.to(start + word.len(), Role::Plain);
        self.command = word.len() > length + 1 || matches!(self.paint.byte(0), b' ' | b'\t');
        self.before = Before::Operand;
        true
    }
}

/// Whether a byte belongs to a word of a command line.
const fn is_word(byte: u8) -> bool {
    is_name(byte)
        || matches!(
            byte,
            b'-' | b'.'
                | b'/'
                | b':'
                | b'+'
                | b'%'
                | b'~'
                | b'@'
                | b'='
                | b'['
                | b']'
                | b','
                | b'^'
                | b'?'
                | b'*'
                | b'#'
        )
}
