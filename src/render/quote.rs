//! Quotations, and alerts: `> [!NOTE]` as a box with a Chinese label.

use super::construct::Construct;
use super::element;
use super::pass::{Pass, Prose};
use crate::source::markdown::{BlockQuoteKind, CowStr, Event, Tag, TagEnd};

/// Quotations inside each other that show; deeper ones look like the innermost.
const MAX_DEPTH: usize = 5;

/// What an alert looks like.
struct Alert {
    marker: &'static str,
    kind: BlockQuoteKind,
    label: &'static str,
    body: Construct,
    title: Construct,
}

const ALERTS: &[Alert] = &[
    Alert {
        marker: "NOTE",
        kind: BlockQuoteKind::Note,
        label: "说明",
        body: Construct::AlertNote,
        title: Construct::AlertNoteTitle,
    },
    Alert {
        marker: "TIP",
        kind: BlockQuoteKind::Tip,
        label: "提示",
        body: Construct::AlertTip,
        title: Construct::AlertTipTitle,
    },
    Alert {
        marker: "IMPORTANT",
        kind: BlockQuoteKind::Important,
        label: "重要",
        body: Construct::AlertImportant,
        title: Construct::AlertImportantTitle,
    },
    Alert {
        marker: "WARNING",
        kind: BlockQuoteKind::Warning,
        label: "注意",
        body: Construct::AlertWarning,
        title: Construct::AlertWarningTitle,
    },
    Alert {
        marker: "CAUTION",
        kind: BlockQuoteKind::Caution,
        label: "警告",
        body: Construct::AlertCaution,
        title: Construct::AlertCautionTitle,
    },
];

impl Pass<'_> {
    /// Opens the quotation or alert that starts at `at`.
    pub(super) fn quote(&mut self, kind: Option<BlockQuoteKind>, at: usize) {
        let alert = ALERTS.iter().find(|alert| Some(alert.kind) == kind);
        if let Some(alert) = alert {
            return self.alert(alert, None);
        }
        if let Some((alert, title)) = self.marked(at) {
            return self.alert(alert, title);
        }
        self.quotes += 1;
        if self.quotes > MAX_DEPTH {
            self.block_ready();
            self.writer.open_unwritten(&element::BLOCKQUOTE, super::open::Origin::Construct);
            return;
        }
        let construct = if self.quotes > 1 { Construct::QuoteInQuote } else { Construct::Quote };
        self.open_block(&element::BLOCKQUOTE, construct, &[]);
        self.set_prose(Prose::Paragraph(Construct::QuoteParagraph));
    }

    fn alert(&mut self, alert: &Alert, title: Option<String>) {
        self.quotes += 1;
        self.open_block(&element::SECTION, alert.body, &[]);
        self.set_prose(Prose::Paragraph(Construct::AlertParagraph));
        self.open_block(&element::P, alert.title, &[]);
        self.writer.write(title.as_deref().unwrap_or(alert.label));
        self.close();
    }

    /// A quotation that begins with `[!note] 标题`: the alert and its title. The marker is taken out of the text.
    fn marked(&mut self, at: usize) -> Option<(&'static Alert, Option<String>)> {
        if !matches!(self.events.get(at + 1)?.0, Event::Start(Tag::Paragraph)) {
            return None;
        }
        let alone = matches!(
            self.events.get(at + 3).map(|(event, _)| event),
            Some(Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph))
        );
        let (event, _) = self.events.get_mut(at + 2)?;
        let Event::Text(text) = event else { return None };
        let (marker, rest) = text.strip_prefix("[!")?.split_once(']')?;
        let alert = ALERTS.iter().find(|alert| alert.marker.eq_ignore_ascii_case(marker))?;
        let rest = rest.strip_prefix(['+', '-']).unwrap_or(rest).trim().to_owned();
        let title = (alone && !rest.is_empty()).then(|| rest.clone());
        *text = CowStr::from(if alone { String::new() } else { rest });
        Some((alert, title))
    }
}
