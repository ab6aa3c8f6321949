//! What stands around the lines of a block: the box, the head with title and dots, the column of numbers.

use std::borrow::Cow;

use super::super::construct::Construct;
use super::super::element;
use super::super::highlight::{self, Role, Span};
use super::super::open::Origin;
use super::super::pass::Pass;
use super::super::style::Declaration;
use super::info::Info;
use super::line::{Lines, Spans};
use super::look::{Look, Mark};

/// Longest block that is coloured, in bytes: markup counts, and nobody reads that on a phone.
const MAX_BYTES: usize = 64 << 10;
/// Longest line that is coloured, in bytes.
const MAX_LINE: usize = 2_000;
/// The dots of a window, as everybody knows them.
const DOTS: [&str; 3] = ["#ff5f56", "#ffbd2e", "#27c93f"];

fn set(name: &str, value: impl Into<String>) -> Declaration {
    (name.to_owned(), value.into())
}

impl<'a> Pass<'a> {
    /// Writes the block; something is in it, and a block may stand here.
    pub(super) fn framed(&mut self, code: &str, info: &Info) {
        let options = self.options.code;
        let theme = self.theme;
        let look = Look::new(&theme.code, info.colors.unwrap_or(options.colors));
        let numbered = info.numbers.unwrap_or(options.numbers) && self.writer.room() >= 2;
        let mut more: Vec<Declaration> = Vec::new();
        if let Some(palette) = look.palette {
            more.extend([set("background", palette.ground), set("color", palette.ink)]);
        }
        if numbered {
            more.push(set("overflow-x", "auto"));
        }
        let style = self.dressed(Construct::CodeBox, more);
        self.writer.open(&element::SECTION, Origin::Construct, &style, &[]);
        self.code_head(info, &look);
        let lines = code.split('\n').count();
        if numbered {
            self.numbers(info.first.unwrap_or(1), lines, &look);
        }
        let style = self.style(Construct::Pre);
        self.writer.open(&element::PRE, Origin::Construct, &style, &[]);
        let style = self.code_style(&look, !numbered && info.wrap.unwrap_or(options.wrap));
        self.writer.open(&element::CODE, Origin::Construct, &style, &[]);
        self.code_lines(code, info, &look);
        let open = if numbered { 6 } else { 3 };
        (0..open).for_each(|_| self.close());
    }

    /// The style of a construct with more declarations.
    fn dressed(&self, construct: Construct, more: Vec<Declaration>) -> Cow<'a, str> {
        if more.is_empty() {
            return self.style(construct);
        }
        Cow::Owned(self.theme.style_with(Some(construct), more))
    }

    fn code_style(&self, look: &Look<'_>, wrap: bool) -> Cow<'a, str> {
        let mut more: Vec<Declaration> = Vec::new();
        if let Some(palette) = look.palette {
            more.extend([set("background", palette.ground), set("color", palette.ink)]);
        }
        if wrap {
            more.extend([
                set("overflow-x", "visible"),
                set("white-space", "pre-wrap"),
                set("word-break", "break-all"),
            ]);
        }
        self.dressed(Construct::Code, more)
    }

    /// Dots, title and language, when somebody wants them.
    fn code_head(&mut self, info: &Info, look: &Look<'_>) {
        let options = self.options.code;
        let dots = info.dots.unwrap_or(options.dots);
        let label = info.label.unwrap_or(options.label);
        let language = info.language.filter(|language| label && language.is_colored());
        if !dots && info.title.is_none() && language.is_none() {
            return;
        }
        let color = look.palette.map(|palette| set("color", palette.ink));
        let style = self.dressed(Construct::CodeHead, color.into_iter().collect());
        self.writer.open(&element::P, Origin::Construct, &style, &[]);
        if dots {
            for (index, color) in DOTS.iter().enumerate() {
                let space = if index < 2 { "\u{a0}" } else { "" };
                self.writer.colored_ornament(color, &format!("●{space}"));
            }
            if info.title.is_some() || language.is_some() {
                self.writer.ornament("\u{a0}\u{a0}\u{a0}");
            }
        }
        if let Some(title) = &info.title {
            self.writer.write(title);
        }
        if let Some(language) = language {
            if info.title.is_some() {
                self.writer.ornament("\u{a0}·\u{a0}");
            }
            self.writer.write(language.name);
        }
        self.close();
    }

    /// Numbers in a cell of their own, so that copying the lines beside them copies no number; opens the cell of the
    /// lines.
    fn numbers(&mut self, first: usize, lines: usize, look: &Look<'_>) {
        let style = self.style(Construct::CodeTable);
        self.writer.open(&element::TABLE, Origin::Construct, &style, &[]);
        self.writer.open(&element::TR, Origin::Construct, "", &[]);
        let last = (first + lines).saturating_sub(1).to_string().len().max(2);
        // Digits are a little over half as wide as the font is high.
        let width = format!("{}em", (last * 65).div_ceil(10) as f32 / 10.0);
        let mut more = vec![set("width", width)];
        more.extend(look.color(Role::Comment).map(|color| set("color", color)));
        let style = self.dressed(Construct::CodeNumbers, more);
        self.writer.open(&element::TD, Origin::Construct, &style, &[]);
        for number in first..first + lines {
            if number > first {
                self.writer.ornament_break();
            }
            self.writer.ornament(&number.to_string());
        }
        self.close();
        let style = self.style(Construct::CodeCell);
        self.writer.open(&element::TD, Origin::Construct, &style, &[]);
    }

    fn code_lines(&mut self, code: &str, info: &Info, look: &Look<'a>) {
        // What changes is coloured without the marks at the beginning of its lines.
        let inside: Option<String> = info.diff.then(|| {
            let lines: Vec<&str> =
                code.split('\n').map(|line| line.get(mark_of(line)..).unwrap_or("")).collect();
            lines.join("\n")
        });
        let spans = roles(inside.as_deref().unwrap_or(code), info);
        let mut walk = spans.as_deref().map(Spans::new);
        let changes = info.diff || info.language.is_some_and(|language| language.name == "Diff");
        let tinted = [Mark::None, Mark::Lit, Mark::Inserted, Mark::Deleted];
        let looks = (changes || !info.lines.is_empty()).then(|| tinted.map(|mark| look.on(mark)));
        let mut lines = Lines::default();
        for (index, line) in code.split('\n').enumerate() {
            if index > 0 {
                self.writer.line_end();
            }
            let mark = if changes { change(line) } else { Mark::None };
            let mark = if mark == Mark::None && info.marks(index + 1) { Mark::Lit } else { mark };
            let own = looks.as_ref().and_then(|looks| looks.get(mark as usize)).unwrap_or(look);
            let role = match mark {
                Mark::Inserted => Role::Inserted,
                Mark::Deleted => Role::Deleted,
                Mark::None | Mark::Lit => Role::Plain,
            };
            let length = if info.diff { mark_of(line) } else { 0 };
            let style = mark.style();
            if let Some(style) = &style {
                self.writer.open(&element::SPAN, Origin::Construct, style, &[]);
            }
            lines.write(line, (length, role), walk.as_mut(), own, &mut self.writer);
            if style.is_some() {
                self.close();
            }
        }
    }
}

/// The roles of `code`; `None` when it is plain.
fn roles(code: &str, info: &Info) -> Option<Vec<Span>> {
    let language = info.language.filter(|language| language.is_colored())?;
    let large =
        code.len() > MAX_BYTES || code.len() > MAX_LINE && code.split('\n').any(|line| line.len() > MAX_LINE);
    (!large).then(|| highlight::spans(code, language))
}

/// How long the mark of a change is at the beginning of a line.
fn mark_of(line: &str) -> usize {
    usize::from(line.starts_with(['+', '-', ' ']))
}

fn change(line: &str) -> Mark {
    let header = line.starts_with("+++ ") || line.starts_with("--- ");
    match line.bytes().next() {
        Some(b'+') if !header => Mark::Inserted,
        Some(b'-') if !header => Mark::Deleted,
        _ => Mark::None,
    }
}
