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

    /// Renders the paragraph at `at` as a card when it holds nothing but a link to a published article; gives the event
    /// behind it.
    pub(super) fn related_card(&mut self, at: usize) -> Option<usize> {
        let (Event::Start(Tag::WikiLink { target, labelled, .. }), range) = self.events.get(at + 1)? else {
            return None;
        };
        let (name, labelled, range) = (target.to_string(), *labelled, range.clone());
        let end = self.end_of(at + 1);
        if !matches!(self.events.get(end + 1)?.0, Event::End(TagEnd::Paragraph)) || self.writer.is_muted() {
            return None;
        }
        let known = self.shelf.and_then(|shelf| shelf.find(&name, self.account));
        let (entry, url) = known.filter(|(entry, _)| entry.path != self.file.path())?;
        let (title, url) = (entry.title.clone(), url?.to_owned());
        let (summary, column) = (entry.summary.clone(), entry.column.clone());
        if !self.block_ready() {
            return None;
        }
        self.related.insert(name);
        self.open_block(&element::SECTION, Construct::ArticleCard, &[]);
        self.titled_line(Construct::ArticleCardLabel, if column.is_empty() { "延伸阅读" } else { &column });
        self.open_block(&element::P, Construct::ArticleCardTitle, &[]);
        self.open_link(&url, &range, false, Origin::Construct);
        if labelled {
            self.render(at + 2..end);
        } else {
            self.writer.write(&title);
        }
        self.close();
        self.close();
        if !summary.is_empty() {
            let style = self.style(Construct::ArticleCardText).into_owned();
            self.writer.open(&element::P, Origin::Construct, &style, &[]);
            self.writer.write(&summary);
            self.close();
        }
        self.close();
        Some(end + 2)
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
