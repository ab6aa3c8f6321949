//! Which lines of a text differ from an earlier one.

use std::ops::Range;

use git2::{DiffOptions, Patch};

/// Lines of a text, from 1, that an earlier text does not have; sorted. Where lines were only taken out, the line in whose
/// place they stood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChangedLines(Vec<Range<usize>>);

impl ChangedLines {
    /// The lines of `now` that differ from `before`. What cannot be compared has changed as a whole.
    pub fn between(before: &[u8], now: &[u8]) -> Self {
        let mut options = DiffOptions::new();
        options.context_lines(0).force_text(true);
        let whole = || Self(std::iter::once(0..usize::MAX).collect());
        let Ok(patch) = Patch::from_buffers(before, None, now, None, Some(&mut options)) else {
            return whole();
        };
        let mut ranges = Vec::new();
        for index in 0..patch.num_hunks() {
            let Ok((hunk, _)) = patch.hunk(index) else { return whole() };
            let start = usize::try_from(hunk.new_start()).unwrap_or_default();
            let count = usize::try_from(hunk.new_lines()).unwrap_or(usize::MAX);
            ranges.push(start..start.saturating_add(count.max(1)));
        }
        Self(ranges)
    }

    /// Whether one of the lines `first` to `last` changed.
    pub fn touch(&self, first: usize, last: usize) -> bool {
        let next = self.0.partition_point(|range| range.end <= first);
        self.0.get(next).is_some_and(|range| range.start <= last)
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(before: &str, now: &str) -> Vec<usize> {
        let lines = ChangedLines::between(before.as_bytes(), now.as_bytes());
        (1..=now.lines().count().max(1)).filter(|line| lines.touch(*line, *line)).collect()
    }

    #[test]
    fn new_and_changed_lines_and_the_place_of_those_that_went() {
        assert_eq!(changed("甲\n乙\n丙\n", "甲\n乙\n丙\n"), Vec::<usize>::new());
        assert_eq!(changed("甲\n乙\n丙\n", "甲\n新\n乙\n改\n"), [2, 4]);
        assert_eq!(changed("甲\n乙\n丙\n", "甲\n丙\n"), [1]);
        assert_eq!(changed("", "甲\n乙\n"), [1, 2]);
        assert!(ChangedLines::between(b"a\n", b"a\n").is_empty());
        let lines = ChangedLines::between(b"1\n2\n3\n", b"1\nx\n3\n");
        assert!(lines.touch(1, 3) && !lines.touch(3, 9));
    }
}
