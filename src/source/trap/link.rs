//! Text that looks like a link and is none.

use std::ops::Range;

use super::{REFERENCE, Trap};
use crate::base::message::lint as say;
use crate::source::markdown::Tag;

/// Characters of a link's words that are looked through for its opening bracket, and bytes of its address.
const REACH: usize = 300;

/// Why a link is none.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Dead {
    /// A blank in the address.
    Blank,
    /// Full-width brackets around the address.
    Wide,
    /// A blank before the address.
    Apart,
    /// No definition of that name.
    Undefined,
    /// Anything else.
    Other,
}

/// The brackets that are open in a block: where each stands, and whether it is full-width.
#[derive(Debug, Default)]
pub(super) struct Brackets {
    open: Vec<(usize, bool)>,
}

impl Brackets {
    pub(super) fn clear(&mut self) {
        self.open.clear();
    }

    /// Reads what may be a bracket at the byte `at` of a block.
    pub(super) fn read(&mut self, text: &str, at: usize, block: &Range<usize>, out: &mut Vec<Trap>) {
        let Some(rest) = text.get(at..) else { return };
        let wide = match rest.chars().next() {
            Some(open @ ('[' | '【')) => return self.open.push((at, open == '【')),
            Some(']') => false,
            Some('】') => true,
            _ => return,
        };
        let Some(open) = self.open.pop().filter(|(open, kind)| *kind == wide && at - open <= REACH * 3)
        else {
            return;
        };
        let (length, behind) = if wide { (3, at + 3) } else { (1, at + 1) };
        let until = text.floor_char_boundary((behind + REACH).min(block.end.max(behind)));
        let (Some(tail), Some(words)) = (text.get(behind..until), text.get(open.0 + length..at)) else {
            return;
        };
        if let Some(trap) = read(text, wide, open.0, words, behind, tail) {
            out.push(trap);
        }
    }
}

fn read(text: &str, wide: bool, open: usize, words: &str, behind: usize, tail: &str) -> Option<Trap> {
    let (length, kind) = if wide {
        let (length, address) = wrapped(tail)?;
        is_address(address.trim()).then_some((length, Dead::Wide))?
    } else {
        dead(tail, words)?
    };
    let end = behind + length;
    let shown: String = text.get(open..end)?.chars().take(40).collect();
    let trap = |message, help| Trap::new(REFERENCE, open..end, message, help);
    Some(match kind {
        Dead::Blank => trap(say::link_blank(shown), say::link_blank_help())
            .fix(behind..end, format!("(<{}>)", text.get(behind + 1..end - 1)?)),
        Dead::Wide => {
            let (_, address) = wrapped(tail)?;
            let trap = trap(say::link_wide(shown), say::link_wide_help());
            if wide {
                trap.fix(open..end, format!("[{words}]({})", address.trim()))
            } else {
                trap.fix(behind..end, format!("({})", address.trim()))
            }
        }
        Dead::Apart => trap(say::link_apart(shown), say::link_apart_help()).fix(behind..behind + 1, ""),
        Dead::Undefined => trap(say::link_undefined(shown), say::link_undefined_help()),
        Dead::Other => trap(say::link_dead(shown), say::link_dead_help()),
    })
}

/// What stands in brackets at the beginning of `tail`, ASCII or full-width, in any mixture: how long it is with them,
/// and without.
fn wrapped(tail: &str) -> Option<(usize, &str)> {
    let inner = tail.strip_prefix(['(', '（'])?;
    let end = inner.find([')', '）', '\n'])?;
    let close = inner[end..].chars().next().filter(|c| *c != '\n')?;
    Some((tail.len() - inner.len() + end + close.len_utf8(), &inner[..end]))
}

fn is_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    ["http://", "https://", "www."].iter().any(|begin| lower.starts_with(begin))
        || [".md", ".png", ".jpg", ".jpeg", ".gif", ".webp"].iter().any(|end| lower.ends_with(end))
}

/// What follows the closing bracket of a dead link: its length, and why it is dead.
fn dead(tail: &str, words: &str) -> Option<(usize, Dead)> {
    let inside = |tail: &str, open: char, close: char| {
        let inner = tail.strip_prefix(open)?;
        let end = inner.find([close, '\n'])?;
        inner[end..].starts_with(close).then(|| inner[..end].to_owned())
    };
    if let Some((length, address)) = wrapped(tail)
        && !(tail.starts_with('(') && tail[..length].ends_with(')'))
        && is_address(address.trim())
    {
        return Some((length, Dead::Wide));
    }
    if let Some(inner) = inside(tail, '(', ')') {
        let blank = inner.contains(' ') && !inner.contains(['<', '>', '"', '\'', '[']);
        return Some((inner.len() + 2, if blank { Dead::Blank } else { Dead::Other }));
    }
    if let Some(inner) = tail.strip_prefix(' ').and_then(|tail| inside(tail, '(', ')')) {
        return is_address(inner.trim()).then_some((inner.len() + 3, Dead::Apart));
    }
    let inner = inside(tail, '[', ']')?;
    let number = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let noted = words.starts_with('^') || inner.starts_with('^') || words.starts_with('[');
    let citation = number(&inner) && number(words);
    (!citation && !noted).then_some((inner.len() + 2, Dead::Undefined))
}

/// Reports a picture that a full-width `！` makes a link.
pub(super) fn wide_mark(text: &str, tag: &Tag<'_>, range: &Range<usize>, out: &mut Vec<Trap>) {
    const PICTURES: &[&str] = &[".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp"];
    let Tag::Link { dest_url, .. } = tag else { return };
    if !text.get(..range.start).is_some_and(|before| before.ends_with('！')) {
        return;
    }
    let target = dest_url.to_ascii_lowercase();
    if PICTURES.iter().any(|end| target.ends_with(end)) {
        let mark = range.start - '！'.len_utf8()..range.start;
        out.push(Trap::new(REFERENCE, mark.clone(), say::wide_mark(), say::wide_mark_help()).fix(mark, "!"));
    }
}
