//! Links to the account's own articles: `[[name]]` in a sentence is a link, alone in a paragraph a card.

use std::ops::Range;

use super::construct::Construct;
use super::element;
use super::open::Origin;
use super::pass::Pass;
use super::rule;
use super::shelf::Entry;
use crate::base::message::render as say;
use crate::finding::{Finding, Severity};
use crate::source::markdown::{Event, Tag, TagEnd};

/// A link that is shown as a card.
struct Card {
    name: String,
    labelled: bool,
    range: Range<usize>,
    entry: Entry,
    url: String,
}

impl Pass<'_> {
    /// Renders the link to an article that starts at `at`; gives the event behind it.
    pub(super) fn related_link(
        &mut self,
        name: &str,
        labelled: bool,
        at: usize,
        range: &Range<usize>,
    ) -> usize {
        let end = self.end_of(at);
        let found = self.related(name, range);
        self.text_ready();
        let (entry, url) = found.map_or((None, None), |(entry, url)| (Some(entry), url));
        if let Some(url) = &url {
            self.open_link(url, range, false, Origin::Construct);
        }
        match entry.filter(|_| !labelled) {
            Some(entry) => self.writer.write(&entry.title),
            None => self.render(at + 1..end),
        }
        if url.is_some() {
            self.close();
        }
        end + 1
    }

    /// Renders the paragraph at `at` as cards when it holds nothing but links to articles, each on a line of its own; gives
    /// the event behind it. What is not published yet has no card: alone it is an ordinary paragraph, among others a
    /// line of its own.
    pub(super) fn related_cards(&mut self, at: usize) -> Option<usize> {
        let (links, end) = self.only_related(at)?;
        if self.writer.is_muted() {
            return None;
        }
        let cards: Vec<Option<Card>> = links.iter().map(|link| self.card(*link)).collect();
        if links.len() == 1 && cards.iter().all(Option::is_none) || !self.block_ready() {
            return None;
        }
        for (link, card) in links.into_iter().zip(cards) {
            match card {
                Some(card) => self.write_card(link, card),
                None => {
                    self.open_paragraph(Origin::Construct);
                    self.render(link..self.end_of(link) + 1);
                    self.close();
                }
            }
        }
        Some(end + 1)
    }

    /// Where the links stand in a paragraph at `at` that holds nothing else, one a line; and where it ends.
    fn only_related(&self, at: usize) -> Option<(Vec<usize>, usize)> {
        let mut links = Vec::new();
        let mut next = at + 1;
        loop {
            if !matches!(self.events.get(next)?.0, Event::Start(Tag::WikiLink { .. })) {
                return None;
            }
            links.push(next);
            next = self.end_of(next) + 1;
            match self.events.get(next)?.0 {
                Event::SoftBreak | Event::HardBreak => next += 1,
                Event::End(TagEnd::Paragraph) => return Some((links, next)),
                _ => return None,
            }
        }
    }

    /// What the card of the link at `at` shows, when its article is published.
    fn card(&self, at: usize) -> Option<Card> {
        let (Event::Start(Tag::WikiLink { target, labelled, .. }), range) = self.events.get(at)? else {
            return None;
        };
        let known = self.shelf.and_then(|shelf| shelf.find(target, self.account));
        let (entry, url) = known.filter(|(entry, _)| entry.path != self.file.path())?;
        let (entry, url) = (entry.clone(), url?.to_owned());
        Some(Card { name: target.to_string(), labelled: *labelled, range: range.clone(), entry, url })
    }

    fn write_card(&mut self, link: usize, card: Card) {
        let Card { name, labelled, range, entry, url } = card;
        let end = self.end_of(link);
        self.related.insert(name);
        self.open_block(&element::SECTION, Construct::ArticleCard, &[]);
        let column = &entry.column;
        self.titled_line(Construct::ArticleCardLabel, if column.is_empty() { "延伸阅读" } else { column });
        self.open_block(&element::P, Construct::ArticleCardTitle, &[]);
        self.open_link(&url, &range, false, Origin::Construct);
        if labelled {
            self.render(link + 1..end);
        } else {
            self.writer.write(&entry.title);
        }
        self.close();
        self.close();
        if !entry.summary.is_empty() {
            let style = self.style(Construct::ArticleCardText).into_owned();
            self.writer.open(&element::P, Origin::Construct, &style, &[]);
            self.writer.write(&entry.summary);
            self.close();
        }
        self.close();
    }

    /// The article of that name and its address; one that cannot be linked to is reported.
    fn related(&mut self, name: &str, range: &Range<usize>) -> Option<(Entry, Option<String>)> {
        self.related.insert(name.to_owned());
        let Some(shelf) = self.shelf else {
            self.warn(rule::ARTICLE_LINK, range, say::article_alone(name), say::article_alone_help());
            return None;
        };
        let Some((entry, url)) = shelf.find(name, self.account) else {
            let help = match shelf.nearest(name) {
                Some(near) => say::article_near(near),
                None => say::article_unknown_help(),
            };
            self.warn(rule::ARTICLE_LINK, range, say::article_unknown(name), help);
            return None;
        };
        if entry.path == self.file.path() {
            self.warn(rule::ARTICLE_LINK, range, say::article_itself(), say::article_itself_help());
            return Some((entry.clone(), None));
        }
        if url.is_none() {
            let (place, message) = (self.place(range), say::article_unpublished(&entry.title));
            let finding = match shelf.unpublished {
                Severity::Error => Finding::error(rule::UNPUBLISHED, place, message),
                _ => Finding::warning(rule::UNPUBLISHED, place, message),
            };
            self.findings.push(finding.help(say::article_unpublished_help()));
        }
        Some((entry.clone(), url.map(str::to_owned)))
    }
}
