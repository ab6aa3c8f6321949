//! Front matter: the YAML between two `---` lines at the beginning of a Markdown file.
//!
//! Splits only; what the keys mean is decided by the site. Ranges are bytes of the file, whatever its line ends.

use std::ops::Range;
use std::sync::Arc;

use crate::base::message::source as text;
use crate::finding::{Finding, Place};
use crate::source::{SourceFile, rule};

/// Where the two parts of an article stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// Bytes between the fences, line end included.
    pub front: Range<usize>,
    /// Bytes behind the closing fence's line.
    pub body: Range<usize>,
}

/// Splits `file`.
///
/// # Errors
/// A finding when there is no front matter, or it has no end.
pub fn split(file: &Arc<SourceFile>) -> Result<Split, Box<Finding>> {
    let whole = file.text();
    let start = if whole.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let text_behind_mark = whole.get(start..).unwrap_or("");
    let refuse = |range: Range<usize>, message, help| {
        Err(Box::new(Finding::error(rule::FRONT_MATTER, Place::new(file, range), message).help(help)))
    };
    if text_behind_mark.trim().is_empty() {
        return refuse(start..start, text::empty_file(), text::no_front_matter_help());
    }
    let mut lines = Lines { text: whole, at: start };
    let (range, first) = lines.next().unwrap_or((start..start, ""));
    if !is_fence(first) {
        if let Some(odd) = odd_fence(first) {
            return refuse(range, text::odd_fence(odd), text::odd_fence_help());
        }
        return refuse(start..start, text::no_front_matter(), text::no_front_matter_help());
    }
    let front_start = lines.at;
    let mut suspect = None;
    for (line, shown) in lines {
        if is_fence(shown) {
            let end = line.end + line_end(whole.get(line.end..).unwrap_or(""));
            return Ok(Split { front: front_start..line.start, body: end..whole.len() });
        }
        if suspect.is_none() && odd_fence(shown).is_some() {
            suspect = Some((line, shown));
        }
    }
    match suspect {
        Some((line, shown)) => refuse(line, text::odd_fence(shown.trim()), text::odd_fence_help()),
        None => refuse(range, text::no_closing_fence(), text::no_closing_fence_help()),
    }
}

/// Lines with their ranges, line ends left out.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = (Range<usize>, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let length = rest.find('\n').unwrap_or(rest.len());
        let line = rest.get(..length)?;
        let line = line.strip_suffix('\r').unwrap_or(line);
        let start = self.at;
        self.at += (length + 1).min(rest.len());
        Some((start..start + line.len(), line))
    }
}

fn line_end(rest: &str) -> usize {
    if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) }
}

/// `---`, blanks behind it allowed.
fn is_fence(line: &str) -> bool {
    line.trim_end_matches([' ', '\t']) == "---"
}

/// A line that was meant as a fence: dashes of another kind or number, or indented.
fn odd_fence(line: &str) -> Option<&str> {
    let shown = line.trim();
    let dash = |c: char| matches!(c, '-' | '－' | '—' | '–' | '―' | '─');
    let count = shown.chars().count();
    ((1..=6).contains(&count) && shown.chars().all(dash) && !matches!(shown, "-" | "--") && !is_fence(line))
        .then_some(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Result<(String, String), String> {
        let file = Arc::new(SourceFile::new("a.md", text));
        split(&file).map(|split| (text[split.front].to_owned(), text[split.body].to_owned())).map_err(
            |finding| {
                format!(
                    "{}:{} {}",
                    finding.place.start().line,
                    finding.place.start().column,
                    finding.message.key()
                )
            },
        )
    }

    #[test]
    fn both_parts_are_found_whatever_the_line_ends() {
        let both = |front: &str, body: &str| Ok((front.to_owned(), body.to_owned()));
        assert_eq!(parts("---\ntitle: 甲\n---\n正文\n"), both("title: 甲\n", "正文\n"));
        assert_eq!(parts("\u{feff}---\r\ntitle: 甲\r\n---\r\n正文"), both("title: 甲\r\n", "正文"));
        assert_eq!(parts("---\n---"), both("", ""));
        assert_eq!(parts("--- \na: 1\n---\t\n---\n"), both("a: 1\n", "---\n"));
    }

    #[test]
    fn each_slip_has_its_own_sentence() {
        let error = |text: &str| parts(text).unwrap_err();
        assert_eq!(error(""), "1:1 source.empty_file");
        assert_eq!(error("\u{feff}\n \n"), "1:2 source.empty_file");
        assert_eq!(error("# 标题\n"), "1:1 source.no_front_matter");
        assert_eq!(error("---\ntitle: 甲\n正文\n"), "1:1 source.no_closing_fence");
        assert_eq!(error("---\ntitle: 甲\n－－－\n正文\n"), "3:1 source.odd_fence");
        assert_eq!(error("---\ntitle: 甲\n ---\n正文\n"), "3:1 source.odd_fence");
        assert_eq!(error("———\ntitle: 甲\n---\n"), "1:1 source.odd_fence");
        assert_eq!(error("----\ntitle: 甲\n---\n"), "1:1 source.odd_fence");
    }
}
