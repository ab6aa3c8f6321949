//! From a derived text back to the text it was made from: which bytes became which.
//!
//! Used twice in a row by the rules: Markdown source → what a reader sees → the folded view that words are sought in.

use std::ops::Range;

/// Maps byte ranges of a derived text to byte ranges of its source.
#[derive(Debug, Clone, Default)]
pub struct Map {
    runs: Vec<Run>,
}

/// A stretch of the derived text and where it comes from.
#[derive(Debug, Clone)]
struct Run {
    out: Range<usize>,
    source: Range<usize>,
    /// Byte `n` of one is byte `n` of the other.
    straight: bool,
}

impl Map {
    /// A map of an empty text.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes that the next bytes `out` of the derived text are a copy of `source`, byte by byte.
    ///
    /// Stretches come in the order of the derived text.
    pub fn copy(&mut self, out: Range<usize>, source: Range<usize>) {
        debug_assert_eq!(out.len(), source.len());
        if out.is_empty() {
            return;
        }
        if let Some(last) = self.runs.last_mut()
            && last.straight
            && last.out.end == out.start
            && last.source.end == source.start
        {
            last.out.end = out.end;
            last.source.end = source.end;
            return;
        }
        self.runs.push(Run { out, source, straight: true });
    }

    /// Notes that the next bytes `out` of the derived text stand for all of `source`: an entity, an escape.
    pub fn replace(&mut self, out: Range<usize>, source: Range<usize>) {
        if !out.is_empty() {
            self.runs.push(Run { out, source, straight: false });
        }
    }

    /// Where the derived bytes `range` come from: from the beginning of what made the first to the end of what made the
    /// last. `None` when no part of the range has a source.
    pub fn source(&self, range: Range<usize>) -> Option<Range<usize>> {
        let first = self.runs.partition_point(|run| run.out.end <= range.start);
        let first = self.runs.get(first)?;
        let last = self.runs.partition_point(|run| run.out.start < range.end.max(range.start + 1));
        let last = self.runs.get(last.checked_sub(1)?)?;
        let start = match range.start.checked_sub(first.out.start) {
            Some(skip) if first.straight => first.source.start + skip,
            _ => first.source.start,
        };
        let end = match last.out.end.checked_sub(range.end) {
            Some(rest) if last.straight => last.source.end - rest,
            _ => last.source.end,
        };
        (first.out.start < range.end.max(range.start + 1)).then_some(start..end.max(start))
    }

    /// Whether the derived bytes `range` were made from neighbouring source bytes, nothing in between left out.
    pub fn is_contiguous(&self, range: Range<usize>) -> bool {
        let first = self.runs.partition_point(|run| run.out.end <= range.start);
        let inside =
            self.runs[first.min(self.runs.len())..].iter().take_while(|run| run.out.start < range.end);
        let mut end = None;
        for run in inside {
            if end.is_some_and(|end| end != run.source.start) {
                return false;
            }
            end = Some(run.source.end);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_replacements_and_gaps_lead_back() {
        // source: 最&#20339;**好** → 最佳好
        let mut map = Map::new();
        map.copy(0..3, 0..3);
        map.replace(3..6, 3..11);
        map.copy(6..9, 13..16);
        assert_eq!(map.source(0..6), Some(0..11));
        assert_eq!(map.source(3..4), Some(3..11));
        assert_eq!(map.source(6..9), Some(13..16));
        assert_eq!(map.source(0..9), Some(0..16));
        assert!(map.is_contiguous(0..6));
        assert!(!map.is_contiguous(3..9));
        assert_eq!(map.source(9..12), None);
    }

    #[test]
    fn copies_that_touch_become_one_stretch() {
        let mut map = Map::new();
        for at in 0..1000 {
            map.copy(at..at + 1, at + 7..at + 8);
        }
        assert_eq!(map.runs.len(), 1);
        assert_eq!(map.source(10..20), Some(17..27));
    }
}
