//! Quotations, and alerts: `> [!NOTE]` as a box with a Chinese label.

use std::ops::Range;

use super::construct::Construct;
use super::element;
use super::pass::{Pass, Prose};
use crate::source::markdown::{BlockQuoteKind, CowStr, Event, Tag, TagEnd};

/// Quotations inside each other that show; deeper ones look like the innermost.
const MAX_DEPTH: usize = 5;

/// What an alert looks like.
struct Alert {
    kind: BlockQuoteKind,
    label: &'static str,
    body: Construct,
    title: Construct,
}

const ALERTS: [Alert; 5] = [
    Alert {
        kind: BlockQuoteKind::Note,
        label: "说明",
        body: Construct::AlertNote,
        title: Construct::AlertNoteTitle,
    },
    Alert {
        kind: BlockQuoteKind::Tip,
        label: "提示",
        body: Construct::AlertTip,
        title: Construct::AlertTipTitle,
    },
    Alert {
        kind: BlockQuoteKind::Important,
        label: "重要",
        body: Construct::AlertImportant,
        title: Construct::AlertImportantTitle,
    },
    Alert {
        kind: BlockQuoteKind::Warning,
        label: "注意",
        body: Construct::AlertWarning,
        title: Construct::AlertWarningTitle,
    },
    Alert {
        kind: BlockQuoteKind::Caution,
        label: "警告",
        body: Construct::AlertCaution,
        title: Construct::AlertCautionTitle,
    },
];

/// Words between `[!` and `]`, what they mean, and what stands above the text when there is no title.
const WORDS: &[(&str, BlockQuoteKind, &str)] = {
    use BlockQuoteKind::{Caution, Important, Note, Tip, Warning};
    &[
        ("note", Note, "说明"),
        ("tip", Tip, "提示"),
        ("important", Important, "重要"),
        ("warning", Warning, "注意"),
        ("caution", Caution, "警告"),
        // Words of Obsidian.
        ("info", Note, "信息"),
        ("abstract", Note, "摘要"),
        ("summary", Note, "摘要"),
        ("tldr", Note, "摘要"),
        ("todo", Note, "待办"),
        ("question", Note, "问题"),
        ("help", Note, "问题"),
        ("faq", Note, "问题"),
        ("example", Note, "示例"),
        ("hint", Tip, "提示"),
        ("success", Tip, "完成"),
        ("check", Tip, "完成"),
        ("done", Tip, "完成"),
        ("attention", Warning, "注意"),
        ("failure", Caution, "失败"),
        ("fail", Caution, "失败"),
        ("missing", Caution, "缺失"),
        ("danger", Caution, "危险"),
        ("error", Caution, "错误"),
        ("bug", Caution, "缺陷"),
        // The same in Chinese: the word is the title.
        ("说明", Note, "说明"),
        ("备注", Note, "备注"),
        ("笔记", Note, "笔记"),
        ("信息", Note, "信息"),
        ("摘要", Note, "摘要"),
        ("问题", Note, "问题"),
        ("示例", Note, "示例"),
        ("例子", Note, "例子"),
        ("待办", Note, "待办"),
        ("提示", Tip, "提示"),
        ("技巧", Tip, "技巧"),
        ("建议", Tip, "建议"),
        ("成功", Tip, "成功"),
        ("完成", Tip, "完成"),
        ("重要", Important, "重要"),
        ("重点", Important, "重点"),
        ("注意", Warning, "注意"),
        ("警告", Warning, "警告"),
        ("小心", Caution, "小心"),
        ("危险", Caution, "危险"),
        ("错误", Caution, "错误"),
        ("失败", Caution, "失败"),
    ]
};

/// Words for a quotation that is just one.
const QUOTES: [&str; 3] = ["quote", "cite", "引用"];

fn alert_of(kind: BlockQuoteKind) -> Option<&'static Alert> {
    ALERTS.iter().find(|alert| alert.kind == kind)
}

impl Pass<'_> {
    /// Opens the quotation or alert that starts at `at`.
    pub(super) fn quote(&mut self, kind: Option<BlockQuoteKind>, at: usize) {
        if let Some(alert) = kind.and_then(alert_of) {
            return self.alert(alert, alert.label, 0..0);
        }
        if let Some((alert, label, title)) = self.marked(at) {
            return self.alert(alert, label, title);
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

    /// Opens an alert whose title is made of the events `title`, or is `label`.
    fn alert(&mut self, alert: &Alert, label: &str, title: Range<usize>) {
        self.quotes += 1;
        self.open_block(&element::SECTION, alert.body, &[]);
        self.set_prose(Prose::Paragraph(Construct::AlertParagraph));
        self.open_block(&element::P, alert.title, &[]);
        if title.is_empty() {
            self.writer.write(label);
        } else {
            self.render(title);
        }
        self.close();
    }

    /// Opens the alert of that kind, for a container.
    pub(super) fn alert_box(&mut self, kind: BlockQuoteKind, title: Option<&str>) {
        if let Some(alert) = alert_of(kind) {
            let title = title.map(super::container::words);
            self.alert(alert, title.as_deref().unwrap_or(alert.label), 0..0);
        }
    }

    /// Whether the text at `at` is the last line of a quotation, and says whose words these are: `——` and a name.
    pub(super) fn names_source(&self, at: usize) -> bool {
        /// Parts of such a line at most: words, a title in bold, a link.
        const PARTS: usize = 12;
        if self.quotes == 0 {
            return false;
        }
        let dash = matches!(self.events.get(at), Some((Event::Text(text), _)) if text.starts_with("——"));
        let mut behind = self.events.iter().skip(at).take(PARTS).map(|(event, _)| event);
        dash && behind
            .find(|event| {
                matches!(event, Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph))
            })
            .is_some_and(|event| matches!(event, Event::End(_)))
    }

    /// Closes the alert that a container opened.
    pub(super) fn alert_end(&mut self) {
        self.quotes = self.quotes.saturating_sub(1);
        self.close();
    }

    /// A quotation that begins with `[!note] 标题` (or `[!note]-`, which folds elsewhere): the alert, its usual title, and
    /// the events of its own. The marker is taken out of the text.
    fn marked(&mut self, at: usize) -> Option<(&'static Alert, &'static str, Range<usize>)> {
        if !matches!(self.events.get(at + 1)?.0, Event::Start(Tag::Paragraph)) {
            return None;
        }
        let first = at + 2;
        let length = self.events.get(first..)?.iter().position(|(event, _)| {
            matches!(event, Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph))
        })?;
        let (Event::Text(text), _) = self.events.get_mut(first)? else { return None };
        let (word, rest) = text.strip_prefix("[!")?.split_once(']')?;
        let word = word.trim();
        let rest = CowStr::from(rest.strip_prefix(['+', '-']).unwrap_or(rest).trim_start().to_owned());
        if QUOTES.iter().any(|known| known.eq_ignore_ascii_case(word)) {
            *text = rest;
            return None;
        }
        let (_, kind, label) = WORDS.iter().find(|(known, ..)| known.eq_ignore_ascii_case(word))?;
        let titled = length > 1 || !rest.is_empty();
        *text = rest;
        Some((alert_of(*kind)?, label, if titled { first..first + length } else { 0..0 }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_means_an_alert_and_stands_once() {
        for (index, (word, kind, _)) in WORDS.iter().enumerate() {
            assert!(alert_of(*kind).is_some());
            assert!(WORDS[..index].iter().all(|(other, ..)| other != word), "{word}");
        }
    }
}
