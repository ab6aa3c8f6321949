//! Tables: in a box that scrolls, every cell with its own border, padding and alignment.

use super::construct::Construct;
use super::drawn::WIDTH_IS_MEANT;
use super::element;
use super::open::Origin;
use super::pass::Pass;
use crate::source::markdown::Alignment;

/// A table that is open.
#[derive(Debug)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    row: usize,
    head: bool,
}

impl Pass<'_> {
    /// Opens the box and the table; `origin` says whose the table is.
    pub(super) fn open_table(&mut self, origin: Origin) {
        let fits = self.block_ready() && self.writer.room() >= 2;
        let parts = [(&element::SECTION, Construct::TableBox), (&element::TABLE, Construct::Table)];
        for (element, construct) in parts {
            if fits {
                // A table that is wider than a phone scrolls in its box: the platform's checker measures the table.
                let meant: &[(&str, &str)] =
                    if construct == Construct::Table { &[WIDTH_IS_MEANT] } else { &[] };
                self.writer.open(element, origin, &self.style(construct), meant);
                self.stand_in(construct);
            } else {
                self.writer.open_unwritten(element, origin);
            }
        }
    }

    /// Opens a table of Markdown.
    pub(super) fn table(&mut self, alignments: Vec<Alignment>) {
        self.open_table(Origin::Construct);
        self.tables.push(Table { alignments, column: 0, row: 0, head: false });
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
        table.column += 1;
        let (head, striped) = (table.head, table.row % 2 == 0);
        let element = if head { &element::TH } else { &element::TD };
        self.writer.open(element, Origin::Construct, self.theme.cell(head, striped, alignment), &[]);
        self.stand_in(if head { Construct::HeadCell } else { Construct::Cell });
    }

    /// Closes body, table and box.
    pub(super) fn table_end(&mut self) {
        self.tables.pop();
        (0..3).for_each(|_| self.close());
    }
}
