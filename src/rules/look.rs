//! What rules ask of a document: its day, its sentences, what stands near a place, its links and pictures.

use std::ops::Range;

use jiff::civil::Date;

use super::context::Context;
use super::document::{Document, Subject};
use super::figure::FigureKind;
use super::stance::{self, Stance};
use crate::finding::Place;
use crate::site::{Front, Slot};
use crate::source::plain::{Reference, ReferenceKind, Zone};
use crate::source::yaml::Node;

/// Characters of the body that a phone shows before anybody scrolls, title and summary not counted.
const FIRST_SCREEN: usize = 300;
/// How far around a picture the words about it are looked for in its block, in bytes to either side.
const CAPTION: usize = 900;

/// A picture of the Markdown and the words about it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Picture<'d> {
    /// The reference itself: its address, its place.
    pub(crate) reference: &'d Reference,
    /// The text instead of it.
    pub(crate) alt: &'d str,
    /// The name of its file, without folders.
    pub(crate) file: &'d str,
    /// The visible text of the block that it stands in, itself left out: its caption, or the sentence around it.
    pub(crate) caption: &'d str,
}

/// The day on which readers see `subject`: as scheduled, else the day of the run.
pub(crate) fn day(context: &Context<'_>, subject: Subject<'_>) -> Option<Date> {
    let zone = &context.site.config.zone;
    let planned = match subject {
        Subject::Article(article) => match article.front.publish.at.as_ref().map(|at| at.value) {
            Some(Slot::At(instant)) => Some(instant.to_zoned(zone.clone()).date()),
            Some(Slot::Day(day)) => Some(day),
            Some(Slot::Next) | None => None,
        },
        Subject::Campaign(campaign) => {
            campaign.window.as_ref().map(|window| window.start.to_zoned(zone.clone()).date())
        }
        Subject::Paper(_) => None,
    };
    planned.or_else(|| context.now.map(|now| now.to_zoned(zone.clone()).date()))
}

impl<'a> Document<'a> {
    /// The front matter, if it is an article.
    pub(crate) fn front(&self) -> Option<&'a Front> {
        self.article().map(|article| &article.front)
    }

    /// Whether what is promoted belongs to the industry `name`.
    pub(crate) fn is_of(&self, name: &str) -> bool {
        match self.subject {
            Subject::Article(article) => article.front.industry.iter().any(|known| known.value == name),
            Subject::Campaign(campaign) => match entry(&campaign.root.value, "industry") {
                Some(Node::Str(known)) => known == name,
                Some(Node::Seq(list)) => {
                    list.iter().any(|(node, _)| matches!(node, Node::Str(known) if known == name))
                }
                _ => false,
            },
            Subject::Paper(_) => false,
        }
    }

    /// Whether it speaks to minors.
    pub(crate) fn is_for_minors(&self) -> bool {
        self.front()
            .and_then(|front| front.audience.as_ref())
            .is_some_and(|audience| audience.value == "minors")
    }

    /// What its sentence does with the folded bytes `range`: claim, deny, forbid, report, ask.
    pub(crate) fn stance(&self, range: &Range<usize>) -> Stance {
        stance::stance(self, range)
    }

    /// The folded text of the sentence around the folded bytes `range`.
    pub(crate) fn sentence_text(&self, range: Range<usize>) -> &str {
        self.folded().get(self.sentence(range)).unwrap_or_default()
    }

    /// The title and the headings that the folded bytes `range` stand under, nearest first.
    pub(crate) fn headings_above(&self, range: &Range<usize>) -> impl Iterator<Item = &str> {
        let own = self.block(range.clone());
        let mut next = own.and_then(|block| block.heading);
        let in_title = own.is_some_and(|block| block.zone == Zone::Title);
        let headings = std::iter::from_fn(move || {
            let index = next?;
            next =
                self.plain.blocks.get(index).and_then(|block| block.heading).filter(|above| *above < index);
            Some(self.plain.block_text(index))
        });
        let title = self.front().filter(|_| !in_title).map(|front| front.title.value.as_str());
        headings.chain(title)
    }

    /// Whether one of the cues `names` stands at most `reach` characters from the folded bytes `range`, in its sentence.
    /// Beside the lists of `terms/cues.yaml` there are `price`, `percent`, `year`, `number` and `brand`.
    pub(crate) fn is_near(&self, names: &[String], range: &Range<usize>, reach: usize) -> bool {
        names.iter().any(|name| self.is_near_cue(name, range, reach))
    }

    /// [`Document::is_near`] for one cue.
    pub(crate) fn is_near_cue(&self, name: &str, range: &Range<usize>, reach: usize) -> bool {
        match name {
            "price" => self.is_near_figure(FigureKind::Price, range, reach),
            "percent" => self.is_near_figure(FigureKind::Percent, range, reach),
            "year" => self.is_near_figure(FigureKind::Year, range, reach),
            "number" => self.is_near_figure(FigureKind::Number, range, reach),
            "brand" if self.is_near_promoted_name(range, reach) => true,
            _ => {
                let window = self.window(range, reach);
                self.scan().cues_within(name, window).iter().any(|cue| self.is_within(cue, range, reach))
            }
        }
    }

    /// Whether a figure of that kind stands at most `reach` characters from the folded bytes `range`, in its sentence.
    pub(crate) fn is_near_figure(&self, kind: FigureKind, range: &Range<usize>, reach: usize) -> bool {
        let window = self.window(range, reach);
        let figures = self.figures();
        let first = figures.partition_point(|figure| figure.range.end <= window.start);
        let inside = figures.iter().skip(first).take_while(|figure| figure.range.start < window.end);
        inside.filter(|figure| figure.kind == kind).any(|figure| self.is_within(&figure.range, range, reach))
    }

    /// Whether the brand or sponsor of the front matter is named close by.
    fn is_near_promoted_name(&self, range: &Range<usize>, reach: usize) -> bool {
        let Some(front) = self.front() else { return false };
        let window = self.window(range, reach);
        let sentence = self.sentence(range.clone());
        let near = window.start.max(sentence.start)..window.end.min(sentence.end);
        let text = self.folded().get(near).unwrap_or_default();
        let mut names = front.brand.iter().chain(&front.sponsor);
        names.any(|name| !name.trim().is_empty() && text.contains(&super::fold::fold(name.trim())))
    }

    /// The folded bytes at most `reach` characters around `range`; four bytes hold any character.
    fn window(&self, range: &Range<usize>, reach: usize) -> Range<usize> {
        let text = self.folded();
        // A cue may begin a little before the window and end inside it.
        let from = text.floor_char_boundary(range.start.saturating_sub(4 * (reach + 8)));
        from..text.ceil_char_boundary((range.end + 4 * reach).min(text.len()))
    }

    /// Whether two places stand in one sentence and at most `reach` characters apart, or overlap.
    fn is_within(&self, first: &Range<usize>, second: &Range<usize>, reach: usize) -> bool {
        if first.end <= second.start {
            self.between(first, second, reach).is_some()
        } else if second.end <= first.start {
            self.between(second, first, reach).is_some()
        } else {
            true
        }
    }

    /// The link whose words hold the folded bytes `range`.
    pub(crate) fn link_at(&self, range: &Range<usize>) -> Option<&Reference> {
        let visible = self.visible(range.clone())?;
        let before = self.plain.references.partition_point(|reference| reference.text.start <= visible.start);
        // A picture inside the link may begin later than the link.
        let near = self.plain.references.get(before.saturating_sub(4)..before).unwrap_or_default();
        let holds = |link: &&Reference| link.kind == ReferenceKind::Link && visible.end <= link.text.end;
        near.iter().rev().find(holds)
    }

    /// The links of the Markdown: words and target.
    pub(crate) fn links(&self) -> impl Iterator<Item = &Reference> {
        self.plain.references.iter().filter(|reference| reference.kind == ReferenceKind::Link)
    }

    /// The pictures of the Markdown and the words about them.
    pub(crate) fn pictures(&self) -> impl Iterator<Item = Picture<'_>> {
        let images = self.plain.references.iter().filter(|reference| reference.kind == ReferenceKind::Image);
        images.map(|reference| {
            let block = self.plain.block_at(reference.text.start);
            let target = reference.target.split(['?', '#']).next().unwrap_or_default();
            Picture {
                reference,
                alt: &reference.words,
                file: target.rsplit('/').next().unwrap_or(target),
                caption: block.map_or("", |block| self.near(block, &reference.text)),
            }
        })
    }

    /// What of a block stands around a picture in it: captions are short, and a line may hold any number of pictures.
    fn near(&self, block: usize, picture: &Range<usize>) -> &str {
        let Some(block) = self.plain.blocks.get(block) else { return "" };
        let text = self.plain.text();
        let from = text.ceil_char_boundary(picture.start.saturating_sub(CAPTION).max(block.range.start));
        let to = text.floor_char_boundary((picture.end + CAPTION).min(block.range.end));
        text.get(from..to).unwrap_or_default()
    }

    /// What stands around the visible byte `offset`: in its block, at the end of the one before, at the head of the one behind.
    pub(crate) fn around(&self, offset: usize) -> [&str; 3] {
        let Some(index) = self.plain.block_at(offset) else { return [""; 3] };
        // Before and behind the picture's own words, which are a block of their own.
        let is_alt =
            |index: &usize| self.plain.blocks.get(*index).is_some_and(|block| block.zone == Zone::Alt);
        let behind = (index + 1..self.plain.blocks.len()).take(8).find(|index| !is_alt(index));
        let before = (0..index).rev().take(8).find(|index| !is_alt(index));
        let whole = |index: Option<usize>| index.map_or("", |index| self.plain.block_text(index));
        let (before, behind) = (whole(before), whole(behind));
        let before = before.get(before.ceil_char_boundary(before.len().saturating_sub(CAPTION))..);
        let behind = behind.get(..behind.floor_char_boundary(CAPTION.min(behind.len())));
        [before.unwrap_or_default(), self.near(index, &(offset..offset)), behind.unwrap_or_default()]
    }

    /// Where a link or picture of the Markdown was written.
    pub(crate) fn reference_place(&self, reference: &Reference) -> Option<Place> {
        self.article().map(|article| super::reference::place(&article.file, reference))
    }

    /// Whether the folded bytes `range` begin where readers see them before they scroll: in title, summary or the first
    /// characters of the body.
    pub(crate) fn is_on_first_screen(&self, range: &Range<usize>) -> bool {
        self.visible(range.clone()).is_some_and(|visible| visible.start < self.first_screen_end())
    }

    fn first_screen_end(&self) -> usize {
        let text = self.plain.text();
        let is_body = |zone| !matches!(zone, Zone::Title | Zone::Summary | Zone::Front);
        let body = self.plain.blocks.iter().find(|block| is_body(block.zone));
        let Some(start) = body.map(|block| block.range.start) else { return text.len() };
        let rest = text.get(start..).unwrap_or_default();
        rest.char_indices().nth(FIRST_SCREEN).map_or(text.len(), |(at, _)| start + at)
    }
}

/// The value of a map's key.
pub(crate) fn entry<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let Node::Map(entries) = node else { return None };
    entries.iter().find(|(known, ..)| known == key).map(|(_, _, value, _)| value)
}
