//! Tables: in a box that scrolls, every cell with its own border, padding and alignment.

use std::borrow::Cow;

use super::construct::Construct;
use super::drawn::{SCROLL_HINT, WIDTH_IS_MEANT};
use super::element;
use super::math::{self, InlineWidth};
use super::open::Origin;
use super::pass::Pass;
use crate::source::markdown::{Alignment, Event, Tag, TagEnd};

/// Pixels of a Chinese character, of a letter, and of padding and borders, in the usual size of tables.
const CHARACTER: usize = 15;
const LETTER: usize = 9;
const BORDERS: usize = 22;
/// Pixels of the padding of code in a line.
const CODE: usize = 8;
/// Pixels of a cell that nobody can foresee.
const WIDE: usize = 200;
/// Columns that share a phone's width; where there are more, long texts get more room, and more again when the table
/// scrolls anyway.
const FEW: usize = 3;
const ROOMY: usize = 130;
const AMPLE: usize = 160;
/// Pixels of an em in a table, and of a column that a formula may claim.
const EM: f64 = 14.0;
const FORMULA: usize = 280;
/// Pixels of a phone's column of text (platform: 375 with 16 to either side).
const PHONE: usize = 343;
/// Room between a table and the line below it.
const NEAR: &str = "6px";
/// Three columns of this many pixels fit.
const SHORT: usize = 110;

/// A table that is open.
#[derive(Debug)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    /// Pixels that the longest cell of each column takes on one line.
    widths: Vec<usize>,
    /// Pixels of the widest picture of a formula in each column, with padding: a table would shrink it to nothing.
    formulas: Vec<usize>,
    crowd: Crowd,
    column: usize,
    row: usize,
    head: bool,
    /// Whether it is wider than a phone, which the line below it says.
    hinted: bool,
}

/// How columns share the width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Crowd {
    /// A phone's width is theirs.
    Few,
    /// They are many, and may fit.
    Many,
    /// They do not fit: the table scrolls.
    TooMany,
}

impl Pass<'_> {
    /// Opens the box and the table; `origin` says whose the table is, `hinted` that a line below says that it scrolls.
    pub(super) fn open_table(&mut self, origin: Origin, hinted: bool) {
        let fits = self.block_ready() && self.writer.room() >= 2;
        let parts = [(&element::SECTION, Construct::TableBox), (&element::TABLE, Construct::Table)];
        for (element, construct) in parts {
            if fits {
                // A table that is wider than a phone scrolls in its box: the platform's checker measures the table.
                let meant: &[(&str, &str)] =
                    if construct == Construct::Table { &[WIDTH_IS_MEANT] } else { &[] };
                let style = if hinted && construct == Construct::TableBox {
                    let near = vec![("margin-bottom".to_owned(), NEAR.to_owned())];
                    Cow::Owned(self.theme.style_in_with(construct, self.context(), near))
                } else {
                    self.style(construct)
                };
                self.writer.open(element, origin, &style, meant);
                self.stand_in(construct);
            } else {
                self.writer.open_unwritten(element, origin);
            }
        }
    }

    /// Opens the table of Markdown that starts at `at`.
    pub(super) fn table(&mut self, alignments: Vec<Alignment>, at: usize) {
        let (widths, formulas) = self.column_widths(at, alignments.len());
        let style = self.theme.cell(true, false, Alignment::None);
        let crowd = if widths.len() > FEW { Crowd::Many } else { Crowd::Few };
        let least = |(width, formula): (&usize, &usize)| least(style, *width, *formula, crowd).unwrap_or(0);
        let hinted = widths.iter().zip(&formulas).map(least).sum::<usize>() > PHONE;
        let crowd = if hinted && crowd == Crowd::Many { Crowd::TooMany } else { crowd };
        self.open_table(Origin::Construct, hinted);
        self.tables.push(Table {
            alignments,
            widths,
            formulas,
            crowd,
            column: 0,
            row: 0,
            head: false,
            hinted,
        });
    }

    /// What the longest cell and the widest formula of each column take.
    fn column_widths(&self, at: usize, columns: usize) -> (Vec<usize>, Vec<usize>) {
        let (mut widths, mut formulas) = (vec![0; columns], vec![0; columns]);
        let (mut column, mut width, mut bold) = (0usize, 0usize, 0usize);
        for (event, _) in self.events.iter().skip(at + 1) {
            match event {
                Event::Start(Tag::TableHead | Tag::TableRow) => column = 0,
                Event::Start(Tag::TableCell) => width = BORDERS,
                Event::Start(Tag::Image { .. }) => width += WIDE,
                Event::InlineMath(latex) => match math::inline_width(latex) {
                    InlineWidth::Letters(count) => width += count * LETTER,
                    InlineWidth::Ems(ems) => {
                        let pixels = (ems * EM).ceil() as usize;
                        width += pixels;
                        if let Some(widest) = formulas.get_mut(column) {
                            *widest = (pixels + BORDERS).clamp(*widest, FORMULA.max(*widest));
                        }
                    }
                },
                Event::FootnoteReference(_) | Event::End(TagEnd::Link) => width += LETTER * 2,
                Event::Start(Tag::Strong) => bold += 1,
                Event::End(TagEnd::Strong) => bold -= 1,
                Event::Text(text) => width += text.chars().map(|c| pixels(c) + bold.min(1)).sum::<usize>(),
                Event::Code(text) => width += text.chars().map(pixels).sum::<usize>() + CODE,
                Event::End(TagEnd::TableCell) => {
                    if let Some(widest) = widths.get_mut(column) {
                        *widest = width.max(*widest);
                    }
                    column += 1;
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        (widths, formulas)
    }

    /// Opens the head with its only row.
    pub(super) fn table_head(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.head = true;
        }
        self.writer.open(&element::THEAD, Origin::Construct, "", &[]);
        self.writer.open(&element::TR, Origin::Construct, "", &[]);
    }

    /// Closes the head and opens the body.
    pub(super) fn table_head_end(&mut self) {
        self.close();
        self.close();
        self.writer.open(&element::TBODY, Origin::Construct, "", &[]);
        if let Some(table) = self.tables.last_mut() {
            table.head = false;
            table.column = 0;
        }
    }

    /// Opens a row of the body.
    pub(super) fn table_row(&mut self) {
        self.writer.open(&element::TR, Origin::Construct, "", &[]);
        if let Some(table) = self.tables.last_mut() {
            table.column = 0;
            table.row += 1;
        }
    }

    /// Opens a cell.
    pub(super) fn table_cell(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        let alignment = table.alignments.get(table.column).copied().unwrap_or(Alignment::None);
        let width = table.widths.get(table.column).copied().unwrap_or_default();
        let formula = table.formulas.get(table.column).copied().unwrap_or_default();
        let crowd = table.crowd;
        table.column += 1;
        let (head, striped) = (table.head, table.row % 2 == 0);
        let element = if head { &element::TH } else { &element::TD };
        let style = self.theme.cell(head, striped, alignment);
        let style = if head { fitted(style, width, formula, crowd) } else { Cow::Borrowed(style) };
        self.writer.open(element, Origin::Construct, &style, &[]);
        self.stand_in(if head { Construct::HeadCell } else { Construct::Cell });
    }

    /// Closes body, table and box.
    pub(super) fn table_end(&mut self) {
        let table = self.tables.pop();
        (0..3).for_each(|_| self.close());
        if table.is_some_and(|table| table.hinted) {
            self.titled_line(Construct::ScrollHint, SCROLL_HINT);
        }
    }
}

/// The style of a head cell with the least width that its column needs, where the theme gives one: short columns stay
/// narrow, and long texts are not squeezed beside many others.
fn fitted(style: &str, width: usize, formula: usize, crowd: Crowd) -> Cow<'_, str> {
    match (given(style), least(style, width, formula, crowd)) {
        (Some((before, _, after)), Some(least)) => Cow::Owned(format!("{before}min-width:{least}px{after}")),
        _ => Cow::Borrowed(style),
    }
}

/// Pixels that a column takes at least; `None` when the theme's `style` of head cells gives none.
fn least(style: &str, width: usize, formula: usize, crowd: Crowd) -> Option<usize> {
    let (_, pixels, _) = given(style)?;
    let least = match (width, crowd) {
        // One line, as long as that many columns fit or the table scrolls anyway.
        (short, _) if short <= SHORT => short,
        (short, Crowd::Many) if short <= ROOMY => short,
        (long, Crowd::TooMany) => pixels.max(long.min(AMPLE)),
        (long, Crowd::Many) if long > 2 * ROOMY => pixels.max(ROOMY),
        _ => pixels,
    };
    Some(least.max(formula))
}

/// Pixels of a character in the usual size of tables; a little more than most fonts need.
fn pixels(c: char) -> usize {
    match c {
        '%' | '@' | 'W' | 'M' => 14,
        'm' | 'w' => 13,
        'A'..='Z' => 11,
        _ if c.is_ascii() => LETTER,
        _ => CHARACTER,
    }
}

/// The least width in a style, and what stands around it.
fn given(style: &str) -> Option<(&str, usize, &str)> {
    let (before, rest) = style.split_once("min-width:")?;
    let (pixels, after) = rest.split_once("px")?;
    Some((before, pixels.parse().ok()?, after))
}
