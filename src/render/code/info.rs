//! What stands behind a fence: the language, and how this block differs from the others.
//!
//! Writers bring habits from many tools, so several spellings mean one thing. What is unknown means nothing here and
//! is never shown.

use std::ops::RangeInclusive;

use super::super::highlight::{self, Language};
use crate::site::CodeColors;

/// Ranges of lines at most.
const MAX_RANGES: usize = 100;

/// An info string that has been read. `None` leaves a choice to the options.
#[derive(Debug, Default)]
pub(super) struct Info {
    /// The language as the author wrote it.
    pub(super) written: String,
    pub(super) language: Option<&'static Language>,
    pub(super) title: Option<String>,
    /// Lines that stand out, counted from 1.
    pub(super) lines: Vec<RangeInclusive<usize>>,
    pub(super) numbers: Option<bool>,
    /// The number of the first line.
    pub(super) first: Option<usize>,
    pub(super) dots: Option<bool>,
    pub(super) label: Option<bool>,
    pub(super) wrap: Option<bool>,
    pub(super) colors: Option<CodeColors>,
    /// The first character of each line says whether the line comes or goes.
    pub(super) diff: bool,
}

impl Info {
    /// Reads an info string.
    pub(super) fn read(info: &str) -> Self {
        let mut read = Self::default();
        let info = info.trim();
        let end = info.find([' ', '\t', ',', '{', ':']).unwrap_or(info.len());
        let (name, rest) = info.split_at(end);
        let rest = if name.contains('=') {
            info
        } else {
            read.name(name);
            rest
        };
        read.words(rest);
        read
    }

    /// The language; `diff-rust` is Rust that changes, `main.rs` is a file of Rust.
    fn name(&mut self, name: &str) {
        name.clone_into(&mut self.written);
        self.language = highlight::find(name);
        if self.language.is_some() {
            return;
        }
        // A fence may have choices and no language.
        if self.choice(name) {
            return self.written.clear();
        }
        if let Some(changed) = name.strip_prefix("diff-").or_else(|| name.strip_suffix("-diff")) {
            self.language = highlight::find(changed);
            self.diff = true;
            changed.clone_into(&mut self.written);
        } else if let Some((stem, extension)) = name.rsplit_once('.')
            && let Some(language) = highlight::find(extension)
            && !stem.is_empty()
        {
            self.language = Some(language);
            self.title = Some(name.to_owned());
        }
    }

    fn words(&mut self, rest: &str) {
        let mut rest = rest;
        loop {
            rest = rest.trim_start_matches([' ', '\t', ',', ':']);
            if rest.is_empty() {
                return;
            }
            let end = word_end(rest);
            let (word, after) = rest.split_at(end);
            rest = after;
            if let Some(inner) = word.strip_prefix('{') {
                let inner = inner.strip_suffix('}').unwrap_or(inner);
                match ranges(inner) {
                    Some(lines) => self.lines.extend(lines),
                    // Pandoc and Hugo write attributes between braces.
                    None => self.words(&inner.replace(['{', '}'], " ")),
                }
            } else {
                self.word(word);
            }
        }
    }

    fn word(&mut self, word: &str) {
        if let Some((key, value)) = word.split_once('=') {
            return self.value(&key.to_ascii_lowercase(), value.trim_matches(['"', '\'']));
        }
        let class = word.strip_prefix('.').unwrap_or(word);
        if self.choice(class) {
            return;
        }
        if self.written.is_empty() && class != word {
            self.name(class);
        } else if self.title.is_none() && is_file(word) {
            self.title = Some(word.to_owned());
        }
    }

    /// A choice in one word: `numbers`, `no-line-numbers`, `wrap`. Tells whether it is one.
    fn choice(&mut self, word: &str) -> bool {
        let flag = word.to_ascii_lowercase().replace(['-', '_'], "");
        let (on, flag) = match flag.strip_prefix("no") {
            Some(rest) if !rest.is_empty() => (false, rest),
            _ => (true, flag.as_str()),
        };
        match flag {
            "numbers" | "linenos" | "linenumbers" | "numberlines" | "showlinenumbers" | "linenums" => {
                self.numbers = Some(on);
            }
            "dots" | "window" | "mac" => self.dots = Some(on),
            "wrap" => self.wrap = Some(on),
            "label" => self.label = Some(on),
            "light" => self.colors = Some(CodeColors::Light),
            "dark" => self.colors = Some(CodeColors::Dark),
            "diff" => self.diff = on,
            _ => return false,
        }
        true
    }

    fn value(&mut self, key: &str, value: &str) {
        let on = !matches!(value, "false" | "no" | "off" | "0");
        match key.replace(['-', '_'], "").as_str() {
            "title" | "filename" | "file" | "caption" | "name" => {
                self.title = Some(value.to_owned()).filter(|title| !title.trim().is_empty());
            }
            "hllines" | "highlight" | "mark" | "lines" | "emphasizelines" => {
                self.lines.extend(ranges(value.trim_matches(['[', ']', '{', '}'])).unwrap_or_default());
            }
            "numbers" | "linenos" | "linenumbers" | "showlinenumbers" | "numberlines" | "linenums" => {
                self.numbers = Some(on);
                self.first = value.parse().ok().filter(|first| *first > 0).or(self.first);
            }
            "linenostart" | "start" | "startfrom" | "startline" | "firstline" | "firstnumber" => {
                self.first = value.parse().ok().or(self.first);
            }
            "dots" | "window" | "mac" => self.dots = Some(on),
            "wrap" => self.wrap = Some(on),
            "label" => self.label = Some(on),
            "diff" => self.diff = on,
            "colors" | "theme" if value == "light" => self.colors = Some(CodeColors::Light),
            "colors" | "theme" if value == "dark" => self.colors = Some(CodeColors::Dark),
            "colors" if value == "theme" => self.colors = Some(CodeColors::Theme),
            "lang" | "language" if self.written.is_empty() => self.name(value),
            _ => {}
        }
    }

    /// Whether the line of that number, from 1, stands out.
    pub(super) fn marks(&self, line: usize) -> bool {
        self.lines.iter().any(|range| range.contains(&line))
    }
}

/// Where a word ends: at a blank, comma or brace, those in quotation marks and brackets not counted.
fn word_end(rest: &str) -> usize {
    let (mut quote, mut depth) = (None, 0usize);
    for (at, c) in rest.char_indices() {
        match (quote, c) {
            (Some(open), _) if open == c => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '{') if depth == 0 && at > 0 && !rest[..at].ends_with('=') => return at,
            (None, '{' | '[') => depth += 1,
            (None, '}' | ']') => {
                depth = depth.saturating_sub(1);
                if depth == 0 && c == '}' {
                    return at + 1;
                }
            }
            (None, ' ' | '\t' | ',') if depth == 0 => return at,
            _ => {}
        }
    }
    rest.len()
}

/// `1,3-5`, also with blanks and quotation marks; `None` when it is something else.
fn ranges(text: &str) -> Option<Vec<RangeInclusive<usize>>> {
    let text = text.replace(['"', '\''], "");
    let parts = text.split([',', ' ', ';']).filter(|part| !part.is_empty());
    let ranges: Option<Vec<_>> = parts
        .take(MAX_RANGES)
        .map(|part| {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            Some(first.trim().parse().ok()?..=last.trim().parse().ok()?)
        })
        .collect();
    ranges.filter(|ranges| !ranges.is_empty())
}

/// Whether a bare word is the name of a file: `src/main.rs`, `Cargo.toml`.
fn is_file(word: &str) -> bool {
    let named = word.contains('/')
        || word.rsplit_once('.').is_some_and(|(stem, end)| !stem.is_empty() && !end.is_empty());
    named && !word.contains("://") && !word.starts_with(['"', '\'', '.', '#']) && word.chars().count() <= 80
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(info: &str) -> Option<&'static str> {
        Info::read(info).language.map(|language| language.name)
    }

    #[test]
    fn languages_in_the_spellings_of_many_tools() {
        for info in [
            "rust",
            "Rust",
            "rs {1}",
            "rust,ignore",
            "rust:no-line-numbers",
            "{.rust .numberLines}",
            "rust title=\"a b\"",
            "diff-rust",
            "main.rs",
        ] {
            assert_eq!(language(info), Some("Rust"), "{info}");
        }
        assert_eq!(language("c++"), Some("C++"));
        assert_eq!(language(""), None);
        assert_eq!(language("没有这种语言"), None);
    }

    #[test]
    fn lines_in_the_spellings_of_many_tools() {
        for info in [
            "js {2,4-5}",
            "js{2,4-5}",
            "js {hl_lines=[2,\"4-5\"]}",
            "js hl_lines=\"2 4-5\"",
            "js highlight={2,4-5}",
            "js:line-numbers {2,4-5}",
        ] {
            let read = Info::read(info);
            let marked: Vec<usize> = (1..9).filter(|line| read.marks(*line)).collect();
            assert_eq!(marked, [2, 4, 5], "{info}");
        }
        assert!(Info::read("js {3-}").lines.is_empty());
    }

    #[test]
    fn choices_titles_and_first_numbers() {
        let read = Info::read("js numbers=5 dots nowrap title='甲 乙.js' dark no-label");
        assert_eq!((read.numbers, read.first), (Some(true), Some(5)));
        assert_eq!((read.dots, read.wrap, read.label), (Some(true), Some(false), Some(false)));
        assert_eq!(read.title.as_deref(), Some("甲 乙.js"));
        assert_eq!(read.colors, Some(CodeColors::Dark));
        assert_eq!(Info::read("ts:no-line-numbers").numbers, Some(false));
        assert_eq!(Info::read("go {linenos=table,linenostart=199}").first, Some(199));
        assert_eq!(Info::read("js:src/main.js").title.as_deref(), Some("src/main.js"));
        assert_eq!(Info::read("js https://a.cn/b.js 说明").title, None);
        let read = Info::read("no-dots numbers");
        assert_eq!((read.written.as_str(), read.dots, read.numbers), ("", Some(false), Some(true)));
        assert!(Info::read("js diff").diff && Info::read("diff-js").diff);
    }
}
