//! For people: an excerpt with carets under the right characters, the rule, its basis and how to mend it.
//!
//! A Chinese paragraph is one line of hundreds of characters, so an excerpt is a window of the line that fits the
//! terminal. It is cut here and not by the drawing library, which would measure the whole file for every finding.

use std::io;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use unicode_width::UnicodeWidthChar;

use super::super::mask::Veil;
use super::super::{Finding, Place, Severity};
use super::{Format, Report};
use crate::base::message::{Lang, finding as text};
use crate::base::width::wrap;

pub(super) struct Human;

/// Second places that are drawn: a finding takes a screen at most.
const MOST_LABELS: usize = 3;
/// Lines of a sentence that are drawn.
const MOST_LINES: usize = 6;

/// A window of a line.
struct Window {
    text: String,
    line: usize,
    /// Where the place lies in `text`.
    mark: Range<usize>,
}

/// Columns that a character takes on the screen; a tab is drawn as four.
fn columns(c: char) -> usize {
    if c == '\t' { 4 } else { c.width().unwrap_or(1) }
}

/// As much of the characters `chars` as fits into `room` columns, in bytes.
fn fit(chars: impl Iterator<Item = char>, room: usize) -> (usize, usize) {
    let (mut used, mut bytes) = (0, 0);
    for c in chars {
        if used + columns(c) > room {
            break;
        }
        used += columns(c);
        bytes += c.len_utf8();
    }
    (bytes, used)
}

/// The part of the place's first line that fits into `room` columns, masked parts hidden.
fn window(place: &Place, veil: &Veil, room: usize) -> Window {
    let file = place.file();
    let line = place.start().line;
    let whole = file.line(line);
    let start = place.range().start.clamp(whole.start, whole.end);
    let end = place.range().end.clamp(start, whole.end);
    let text = file.text();
    // The place itself first, then a third of what is left before it, the rest behind it, what remains before it again.
    let room = room.saturating_sub(4);
    let (inner, used) = fit(text[start..end].chars(), room);
    let end = start + inner;
    let left = room - used;
    let (_, before) = fit(text[whole.start..start].chars().rev(), left);
    let (after_bytes, after) = fit(text[end..whole.end].chars(), left - before.min(left / 3));
    let (before_bytes, _) = fit(text[whole.start..start].chars().rev(), left - after);
    let (from, to) = (start - before_bytes, end + after_bytes);
    let excerpt = veil.excerpt(place.path(), text, from..to);
    let part = |range: Range<usize>| tame(excerpt.get(range).unwrap_or_default());
    let mut shown = part(0..start - from);
    let mark = shown.len();
    shown.push_str(&part(start - from..end - from));
    let mut mark = mark..shown.len();
    shown.push_str(&part(end - from..excerpt.len()));
    if from > whole.start {
        shown.insert(0, '…');
        mark = mark.start + '…'.len_utf8()..mark.end + '…'.len_utf8();
    }
    if to < whole.end {
        shown.push('…');
    }
    Window { text: shown, line, mark }
}

fn level(severity: Severity, lang: Lang) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR.with_name(text::level_error().text(lang)),
        Severity::Warning => Level::WARNING.with_name(text::level_warning().text(lang)),
        Severity::Info => Level::INFO.with_name(text::level_info().text(lang)),
    }
}

/// The place's path, line and column, and under it the excerpt when there is one.
fn show<'a>(group: Group<'a>, place: &'a Place, window: &Window) -> Group<'a> {
    if window.text.is_empty() {
        let start = place.start();
        return group.element(Origin::path(place.path()).line(start.line).char_column(start.column));
    }
    let mark = AnnotationKind::Primary.span(window.mark.clone());
    let snippet = Snippet::source(window.text.clone()).path(place.path()).line_start(window.line);
    group.element(snippet.annotation(mark))
}

/// The drawing library counts columns in the window; where the window was cut in front, the column of the file goes in.
fn true_column(drawn: String, place: &Place, window: &Window) -> String {
    let Some(before) = window.text.get(..window.mark.start) else { return drawn };
    let start = place.start();
    let prefix = format!("{}:{}:", place.path(), start.line);
    let counted = before.chars().count() + 1;
    if counted == start.column {
        return drawn;
    }
    drawn.replacen(&format!("{prefix}{counted}"), &format!("{prefix}{}", start.column), 1)
}

/// `text` with characters that a terminal would obey instead of showing made visible, and without those that only change
/// the look of the emoji before them: terminals do not agree how wide such a pair is, and carets would drift.
fn tame(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '\n' | '\t' => out.push(c),
            '\u{fe0e}' | '\u{fe0f}' => continue,
            '\u{200d}' | '\u{1f3fb}'..='\u{1f3ff}' if is_emoji(before) => continue,
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {
                out.push('\u{fffd}');
            }
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
        before = c;
    }
    out
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f300}'..='\u{1faff}')
}

/// The first `most` of the lines, with a mark where some are missing.
fn first_lines(mut lines: Vec<String>, most: usize) -> String {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines.join("\n")
}

/// One finding, drawn.
fn draw(finding: &Finding, veil: &Veil, report: &Report<'_>, renderer: &Renderer) -> String {
    let lang = report.lang;
    let lines = |sentence: String, indent: usize| {
        let lines = wrap(&tame(&veil.sentence(sentence)), report.width.saturating_sub(indent).max(20));
        first_lines(lines, MOST_LINES)
    };
    // The gutter: line number, blank, bar, blank.
    let room = |place: &Place| report.width.saturating_sub(place.start().line.to_string().len() + 3).max(20);
    let first = window(&finding.place, veil, room(&finding.place));
    let shown = finding.labels.get(..MOST_LABELS).unwrap_or(&finding.labels);
    let others: Vec<Window> =
        shown.iter().map(|label| window(&label.place, veil, room(&label.place))).collect();

    let title = lines(finding.message.text(lang), finding.rule.len() + 10);
    let title = level(finding.severity, lang).primary_title(title).id(finding.rule);
    let mut group = show(Group::with_title(title), &finding.place, &first);
    if let Some(basis) = &finding.basis {
        let name = Level::NOTE.with_name(text::basis().text(lang));
        group = group.element(name.message(lines(basis.clone(), 14)));
    }
    if let Some(help) = &finding.help {
        let name = Level::HELP.with_name(text::help().text(lang));
        group = group.element(name.message(lines(help.text(lang), 14)));
    }
    if let Some(because) = finding.because_text(lang) {
        let name = Level::NOTE.with_name(text::because().text(lang));
        group = group.element(name.message(lines(because, 14)));
    }
    if let Some(answer) = &finding.answer {
        let name = Level::NOTE.with_name(text::answer().text(lang));
        group = group.element(name.message(lines(answer.message().text(lang), 14)));
    }
    let more = finding.labels.len() - shown.len();
    if more > 0 {
        let name = Level::NOTE.with_name(text::see().text(lang));
        group = group.element(name.message(lines(text::more_places(more).text(lang), 14)));
    }
    let mut groups = vec![group];
    for (label, window) in shown.iter().zip(&others) {
        let name = Level::NOTE.with_name(text::see().text(lang));
        let title = name.secondary_title(lines(label.message.text(lang), 10));
        groups.push(show(Group::with_title(title), &label.place, window));
    }
    let drawn = true_column(renderer.render(&groups), &finding.place, &first);
    shown.iter().zip(&others).fold(drawn, |drawn, (label, window)| true_column(drawn, &label.place, window))
}

impl Format for Human {
    fn name(&self) -> &'static str {
        "human"
    }

    fn write(&self, report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        let veil = report.veil();
        let renderer = if report.styled { Renderer::styled() } else { Renderer::plain() };
        // The windows fit already; the library must not cut them again.
        let renderer = renderer.term_width(report.width.max(40) + 20);
        for finding in report.findings.iter() {
            writeln!(out, "{}\n", draw(finding, &veil, report, &renderer))?;
        }
        let count = |severity| report.findings.count(severity);
        let infos = count(Severity::Info) + report.unlisted;
        let last = if report.findings.is_empty() && infos == 0 {
            text::clean()
        } else {
            text::summary(count(Severity::Error), count(Severity::Warning), infos)
        };
        writeln!(out, "{}", last.text(report.lang))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::tests::shown;
    use super::*;
    use crate::base::width::width;
    use crate::finding::format::tests::written;
    use crate::source::SourceFile;

    #[test]
    fn carets_stand_under_the_characters() {
        insta::assert_snapshot!(shown("human", Lang::Zh));
    }

    #[test]
    fn columns_are_those_of_the_file_even_when_the_window_is_cut() {
        let file = Arc::new(SourceFile::new("a.md", format!("{}最佳", "前文。".repeat(500))));
        let start = file.text().len() - 6;
        let message = crate::base::message::source::missing("最佳\u{1b}[31m");
        let findings = [Finding::error("ad.absolute", Place::new(&file, start..start + 6), message)]
            .into_iter()
            .collect();
        let out = written(&Human, &findings, &[], Lang::Zh);
        assert!(out.contains(" a.md:1:1501\n"), "{out}");
        assert!(!out.contains('\u{1b}'), "{out}");
    }

    #[test]
    fn what_terminals_measure_differently_is_left_out_before_the_place() {
        let text = "👨\u{200d}👩一家❤\u{fe0f}👍\u{1f3fd}零\u{200b}宽最佳的";
        let file = Arc::new(SourceFile::new("a.md", text));
        let start = text.find("最佳").unwrap();
        let window = window(&Place::new(&file, start..start + 6), &Veil::default(), 60);
        assert_eq!(&window.text[..window.mark.start], "👨👩一家❤👍零\u{fffd}宽");
        assert_eq!(&window.text[window.mark], "最佳");
    }

    #[test]
    fn windows_fit_the_terminal_and_hold_the_place() {
        let file = Arc::new(SourceFile::new(
            "a.md",
            format!("{}最佳{}", "前文。".repeat(500), "后文。".repeat(500)),
        ));
        let start = "前文。".len() * 500;
        for room in [20, 40, 77] {
            let window = window(&Place::new(&file, start..start + 6), &Veil::default(), room);
            assert!(width(&window.text) <= room, "{}", window.text);
            assert_eq!(&window.text[window.mark], "最佳");
        }
        let end = Place::new(&file, file.text().len()..file.text().len());
        assert!(width(&super::window(&end, &Veil::default(), 40).text) <= 40);
        let long = super::window(&Place::new(&file, 0..3000), &Veil::default(), 40);
        assert!(width(&long.text) <= 40 && !long.mark.is_empty());
    }
}
