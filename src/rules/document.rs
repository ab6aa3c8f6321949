//! An article, a campaign plan or a file of the desk as rules see it: its visible text, the folded view of it, and what
//! was found there.
//!
//! Places inside a document are bytes of the folded text until a finding needs the file.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::advertisement::{self, Verdict};
use super::bundle::{self, Asset};
use super::context::Context;
use super::figure::{self, Figure};
use super::fold::{self, Views};
use super::look;
use super::number::{self, Group};
use super::prose::{self, Slip};
use super::qr::{self, Code};
use super::roster::Named;
use super::scan::{Hit, Scan};
use super::terms::{Standard, Term};
use jiff::civil::Date;

use crate::finding::Place;
use crate::site::{Article, Campaign, Paper};
use crate::source::SourceFile;
use crate::source::plain::{Block, Plain, Zone};
use crate::source::yaml::Node;

/// What a document is made of.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'a> {
    /// An article.
    Article(&'a Article),
    /// A campaign plan.
    Campaign(&'a Campaign),
    /// A file of the desk: menu, replies, community rules, crisis plan.
    Paper(&'a Paper),
}

/// An article, a campaign plan or a file of the desk, read for checking.
pub struct Document<'a> {
    /// What it is made of.
    pub subject: Subject<'a>,
    /// What its readers see.
    pub plain: Plain,
    /// Whether it is an advertisement, and why.
    pub verdict: Verdict,
    /// The day on which readers see it: as scheduled, else the day of the run.
    pub day: Option<Date>,
    views: Views,
    scan: Scan,
    assets: OnceLock<Vec<Asset>>,
    codes: OnceLock<Vec<Code>>,
    digits: OnceLock<Vec<Vec<Group>>>,
    figures: OnceLock<Vec<Figure>>,
    named: OnceLock<Vec<Named>>,
    slips: OnceLock<Vec<Slip>>,
}

impl<'a> Document<'a> {
    /// Reads `subject` and searches it once.
    pub fn new(context: &Context<'a>, subject: Subject<'a>) -> Self {
        let plain = match subject {
            Subject::Article(article) => article_text(article),
            Subject::Campaign(campaign) => campaign_text(campaign),
            Subject::Paper(paper) => paper_text(paper),
        };
        let views = Views::new(&plain);
        let (scan, found) = context.scanner().read(&views);
        let mut document = Self {
            subject,
            plain,
            verdict: Verdict::default(),
            day: look::day(context, subject),
            views,
            scan,
            assets: OnceLock::new(),
            codes: OnceLock::new(),
            digits: OnceLock::new(),
            figures: OnceLock::new(),
            named: OnceLock::new(),
            slips: OnceLock::new(),
        };
        document.verdict = advertisement::judge(context, &document);
        let mut scan = std::mem::take(&mut document.scan);
        let extent = |term: &Term| term.extent(&document);
        context.scanner().search(&document.plain, &document.views, found, &extent, &mut scan);
        document.scan = scan;
        document
    }

    /// The article, if it is one.
    pub fn article(&self) -> Option<&'a Article> {
        match self.subject {
            Subject::Article(article) => Some(article),
            Subject::Campaign(_) | Subject::Paper(_) => None,
        }
    }

    /// The campaign, if it is one.
    pub fn campaign(&self) -> Option<&'a Campaign> {
        match self.subject {
            Subject::Campaign(campaign) => Some(campaign),
            Subject::Article(_) | Subject::Paper(_) => None,
        }
    }

    /// The file of the desk, if it is one.
    pub fn paper(&self) -> Option<&'a Paper> {
        match self.subject {
            Subject::Paper(paper) => Some(paper),
            Subject::Article(_) | Subject::Campaign(_) => None,
        }
    }

    /// The file it stands in.
    pub fn file(&self) -> &'a Arc<SourceFile> {
        match self.subject {
            Subject::Article(article) => &article.file,
            Subject::Campaign(campaign) => &campaign.file,
            Subject::Paper(paper) => &paper.file,
        }
    }

    /// The files of the article's bundle, each read once.
    pub(crate) fn assets(&self, context: &Context<'_>) -> &[Asset] {
        self.assets
            .get_or_init(|| self.article().map_or_else(Vec::new, |article| bundle::read(context, article)))
    }

    /// Names of the site's own lists in it, sought once.
    pub(crate) fn named(&self, context: &Context<'_>) -> &[Named] {
        self.named.get_or_init(|| context.roster().find(self.folded()))
    }

    /// Runs of digits of the folded text, read once.
    pub(crate) fn digits(&self) -> &[Vec<Group>] {
        self.digits.get_or_init(|| number::chains(self.folded()))
    }

    /// Prices, percentages, years and other numbers of the folded text, read once.
    pub(crate) fn figures(&self) -> &[Figure] {
        self.figures.get_or_init(|| figure::figures(self.folded()))
    }

    /// The QR codes in its pictures, decoded once.
    pub(crate) fn codes(&self, context: &Context<'_>) -> &[Code] {
        self.codes.get_or_init(|| qr::read(context, self))
    }

    /// Slips of typography and spelling, noted in one pass.
    pub(crate) fn slips(&self) -> &[Slip] {
        self.slips.get_or_init(|| prose::slips(self))
    }

    /// The folded text.
    pub(crate) fn folded(&self) -> &str {
        &self.views.folded.text
    }

    /// How many of its Chinese characters are traditional, variant or Japanese.
    pub(crate) fn changed(&self) -> usize {
        self.views.folded.changed()
    }

    /// What was found in it.
    pub(crate) fn scan(&self) -> &Scan {
        &self.scan
    }

    /// The hits of the rule `id`.
    pub(crate) fn hits<'d>(&'d self, context: &Context<'_>, id: &str) -> impl Iterator<Item = &'d Hit> {
        self.scan.of_rule(context.scanner().rule(id))
    }

    /// The visible bytes behind the folded bytes `range`.
    pub(crate) fn visible(&self, range: Range<usize>) -> Option<Range<usize>> {
        self.views.folded.source(range)
    }

    /// The text behind the folded bytes `range` as readers see it.
    pub(crate) fn shown(&self, range: Range<usize>) -> &str {
        self.visible(range).and_then(|range| self.plain.text().get(range)).unwrap_or_default()
    }

    /// Where the folded bytes `range` were written.
    pub(crate) fn place(&self, range: Range<usize>) -> Option<Place> {
        self.plain.place(self.visible(range)?)
    }

    /// The block that holds the folded bytes `range`.
    pub(crate) fn block(&self, range: Range<usize>) -> Option<&Block> {
        let visible = self.visible(range)?;
        self.plain.blocks.get(self.plain.block_at(visible.start)?)
    }

    /// The sentence around the folded bytes `range`.
    pub(crate) fn sentence(&self, range: Range<usize>) -> Range<usize> {
        self.views.folded.sentence(range)
    }

    /// Folded bytes of every sentence, in order, without the marks that end them.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = Range<usize>> {
        self.views.folded.sentences()
    }

    /// The folded text between two places, when they stand in one sentence and at most `reach` characters apart.
    pub(crate) fn between(&self, first: &Range<usize>, second: &Range<usize>, reach: usize) -> Option<&str> {
        let gap = self.folded().get(first.end..second.start)?;
        (!gap.contains(fold::ends_sentence) && gap.chars().count() <= reach).then_some(gap)
    }

    /// Whether one of the cues `name` stands at most `reach` characters before the folded bytes `range`, in its
    /// sentence.
    pub(crate) fn has_before(&self, name: &str, range: &Range<usize>, reach: usize) -> bool {
        // Four bytes hold any character.
        let from = self.folded().floor_char_boundary(range.start.saturating_sub(4 * reach));
        let near = self.scan.cues_within(name, from..range.start);
        near.iter().any(|cue| cue.end <= range.start && self.between(cue, range, reach).is_some())
    }

    /// Whether the folded bytes `range` are quoted as an example of what not to do (compliance reference 0.4): inside a
    /// quotation, quotation marks, a cell or a list item whose sentence, heading, column or lead says so.
    pub(crate) fn is_negative_example(&self, range: &Range<usize>) -> bool {
        let Some(block) = self.block(range.clone()) else { return false };
        let set_apart = block.quoted
            || matches!(block.zone, Zone::Cell | Zone::Item)
            || self.is_in_quotation_marks(range);
        if !set_apart {
            return false;
        }
        let negative = |text: &str| self.says_no(text);
        let sentence = self.sentence(range.clone());
        let own = self.scan.cues_within("negative", sentence.clone());
        !own.is_empty()
            || [block.heading, block.column, block.lead]
                .into_iter()
                .flatten()
                .any(|index| negative(self.plain.block_text(index)))
    }

    /// Whether a heading, a column's head or a lead announces what not to do. Short texts, so a plain search will do.
    fn says_no(&self, text: &str) -> bool {
        let folded = fold::fold(text.get(..text.floor_char_boundary(1200)).unwrap_or_default());
        Standard::get().has_cue("negative", &folded)
    }

    fn is_in_quotation_marks(&self, range: &Range<usize>) -> bool {
        let Some(visible) = self.visible(range.clone()) else { return false };
        let text = self.plain.text();
        let from = text.floor_char_boundary(visible.start.saturating_sub(300));
        let mut depth = 0_i32;
        for c in text.get(from..visible.start).unwrap_or_default().chars() {
            match c {
                '“' | '「' | '『' | '‘' => depth += 1,
                '”' | '」' | '』' | '’' => depth = (depth - 1).max(0),
                '\n' => depth = 0,
                _ => {}
            }
        }
        depth > 0
    }
}

fn article_text(article: &Article) -> Plain {
    let mut plain = Plain::new();
    let front = &article.front;
    plain.add_value(Zone::Title, &front.title, &front.title.place);
    if let Some(summary) = &front.summary {
        plain.add_value(Zone::Summary, summary, &summary.place);
    }
    let others = front.author.iter().chain(&front.tags).chain(&front.sponsor);
    for value in others {
        plain.add_value(Zone::Front, value, &value.place);
    }
    plain.add_markdown_with(&article.file, article.body.clone(), article.front.render.math);
    plain
}

/// Parts of a plan that speak about what must not happen.
const ABOUT_RISKS: &[&str] = &["risk_plan", "legal", "recap"];

fn campaign_text(campaign: &Campaign) -> Plain {
    let mut plain = Plain::new();
    add_node(&mut plain, &campaign.root.value, &campaign.root.place, 0);
    plain
}

/// Texts of a desk's file that others get to see. What members may not do and what users type is not ours to say.
fn paper_text(paper: &Paper) -> Plain {
    const UNSAID: &[&str] = &[
        "words", "bans", "ladder", "examples", "type", "key", "unit", "appid", "pagepath", "image", "script",
    ];
    let mut plain = Plain::new();
    add_said(&mut plain, &paper.root.value, &paper.root.place, UNSAID);
    plain
}

fn add_said(plain: &mut Plain, node: &Node, place: &Place, unsaid: &[&str]) {
    match node {
        Node::Str(value) => plain.add_value(Zone::Value, value, place),
        Node::Seq(items) => items.iter().for_each(|(item, place)| add_said(plain, item, place, unsaid)),
        Node::Map(entries) => {
            for (key, _, value, place) in entries {
                if !unsaid.contains(&key.as_str()) {
                    add_said(plain, value, place, unsaid);
                }
            }
        }
        Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_) => {}
    }
}

fn add_node(plain: &mut Plain, node: &Node, place: &Place, depth: usize) {
    match node {
        Node::Str(value) => plain.add_value(Zone::Value, value, place),
        Node::Seq(items) => items.iter().for_each(|(item, place)| add_node(plain, item, place, depth + 1)),
        Node::Map(entries) => {
            for (key, _, value, place) in entries {
                if depth > 0 || !ABOUT_RISKS.contains(&key.as_str()) {
                    add_node(plain, value, place, depth + 1);
                }
            }
        }
        Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_) => {}
    }
}
