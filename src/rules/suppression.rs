//! What somebody answers for beside the text: `<!-- qianfa-ignore rule: 理由 -->` in Markdown, `# qianfa-ignore rule: 理由`
//! in YAML.
//!
//! A warning or a hint that is answered for is gone; an error weighs as a warning and says who answers. Without a reason a
//! comment has no effect; without an effect it has no reason to stand.

mod directive;
mod markdown;
mod yaml;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use super::document::{Document, Subject};
use super::policy::known;
use crate::base::message::{Message, answer as text, rules as rule_text};
use crate::base::near::nearest;
use crate::base::pack::packed;
use crate::finding::{Answer, Answered, Finding, Findings, Place, Severity};
use crate::source::SourceFile;
use directive::{Directive, Until};

/// Name of the rule that findings about these comments carry.
pub(crate) const RULE: &str = "site.suppression";
/// What every comment begins with.
const MARK: &str = "qianfa-ignore";

/// One rule that a comment answers for.
#[derive(Debug)]
pub(crate) struct Suppression {
    rule: String,
    reason: Arc<str>,
    file: Arc<SourceFile>,
    /// The comment itself.
    comment: Range<usize>,
    /// The block or the region that it is about.
    span: Range<usize>,
    /// Pictures that are shown there; findings about them stand in their own files.
    pictures: Arc<[String]>,
    region: bool,
    used: bool,
}

/// A suppression as it is kept for the next run: without its file, which is that of its document.
#[derive(Debug)]
pub(super) struct Kept {
    rule: String,
    reason: String,
    comment: (u64, u64),
    span: (u64, u64),
    pictures: Vec<String>,
    region: bool,
}

packed! {
    Kept { rule, reason, comment, span, pictures, region }
}

impl Suppression {
    /// As it is kept.
    pub(super) fn kept(&self) -> Kept {
        let range = |range: &Range<usize>| (range.start as u64, range.end as u64);
        Kept {
            rule: self.rule.clone(),
            reason: self.reason.to_string(),
            comment: range(&self.comment),
            span: range(&self.span),
            pictures: self.pictures.to_vec(),
            region: self.region,
        }
    }
}

impl Kept {
    /// The suppression, in `file`.
    pub(super) fn restore(self, file: &Arc<SourceFile>) -> Suppression {
        let at = |offset: u64| usize::try_from(offset).unwrap_or(usize::MAX);
        let range = |(start, end)| at(start)..at(end);
        Suppression {
            rule: self.rule,
            reason: self.reason.into(),
            file: Arc::clone(file),
            comment: range(self.comment),
            span: range(self.span),
            pictures: self.pictures.into(),
            region: self.region,
            used: false,
        }
    }
}

/// The suppressions of a document; those that cannot work are findings.
pub(crate) fn read(document: &Document<'_>, findings: &mut Findings) -> Vec<Suppression> {
    let mut reader = Reader { day: document.day, findings, out: Vec::new() };
    match document.subject {
        Subject::Article(article) => {
            yaml::read(&mut reader, &article.file, 0..article.body.start, Some(article));
            markdown::read(&mut reader, article, &document.plain);
        }
        Subject::Campaign(campaign) => {
            yaml::read(&mut reader, &campaign.file, 0..campaign.file.text().len(), None);
        }
        Subject::Paper(paper) => {
            yaml::read(&mut reader, &paper.file, 0..paper.file.text().len(), None);
        }
    }
    reader.out
}

/// Collects suppressions and what is wrong with them.
struct Reader<'r> {
    /// The day by which a comment must not be over.
    day: Option<Date>,
    findings: &'r mut Findings,
    out: Vec<Suppression>,
}

impl Reader<'_> {
    fn refuse(&mut self, place: &Place, message: Message, help: Message) {
        self.findings.push(Finding::error(RULE, place.clone(), message).help(help));
    }

    fn warn(&mut self, place: &Place, message: Message, help: Message) {
        self.findings.push(Finding::warning(RULE, place.clone(), message).help(help));
    }

    /// The rules that a comment may answer for; what is wrong with it are findings. `how` says how a comment is written.
    fn rules(&mut self, directive: &Directive, place: &Place, how: fn() -> Message) -> Vec<String> {
        if directive.reason.is_empty() {
            self.refuse(place, text::no_reason(), how());
            return Vec::new();
        }
        if directive.rules.is_empty() {
            self.refuse(place, text::no_rule(), how());
            return Vec::new();
        }
        let over = match &directive.until {
            Until::Never => None,
            Until::Unreadable(date) => {
                self.refuse(place, text::bad_date(date), text::bad_date_help());
                return Vec::new();
            }
            Until::Day(day) => Some(*day).filter(|day| self.day.is_some_and(|shown| shown > *day)),
        };
        let mut rules = Vec::new();
        for rule in &directive.rules {
            if rule.starts_with("site.") {
                self.refuse(place, text::never_ignored(rule), text::never_ignored_help());
            } else if known(rule).is_none() {
                let (message, help) = unknown(rule);
                self.refuse(place, message, help);
            } else if let Some(day) = over {
                self.warn(place, text::expired(rule, day), text::expired_help());
            } else if !rules.contains(rule) {
                rules.push(rule.clone());
            }
        }
        rules
    }

    fn push(
        &mut self,
        rules: Vec<String>,
        directive: &Directive,
        place: &Place,
        span: &Range<usize>,
        pictures: Vec<String>,
    ) {
        let reason: Arc<str> = directive.reason.as_str().into();
        let pictures: Arc<[String]> = pictures.into();
        self.out.extend(rules.into_iter().map(|rule| Suppression {
            rule,
            reason: Arc::clone(&reason),
            file: Arc::clone(place.file()),
            comment: place.range(),
            span: span.clone(),
            pictures: Arc::clone(&pictures),
            region: directive.is_region(),
            used: false,
        }));
    }
}

/// What is said about a rule that does not exist.
pub(crate) fn unknown(rule: &str) -> (Message, Message) {
    let help = match nearest(rule, super::rules().map(|rule| rule.meta.id)) {
        Some(near) => rule_text::nearest_rule(near),
        None => rule_text::see_rules(),
    };
    (text::unknown_rule(rule), help)
}

/// Takes out of `findings` what is answered for, lowers errors, and adds to `about` a finding for each comment that
/// answers for nothing. Gives the places that were masked and are shown no more than before.
pub(crate) fn apply(
    suppressions: &mut [Suppression],
    findings: &mut Findings,
    about: &mut Findings,
) -> Vec<Place> {
    let mut masks = Vec::new();
    if suppressions.is_empty() {
        return masks;
    }
    let index = Index::new(suppressions);
    let answered = std::mem::take(findings).into_iter().filter_map(|mut finding| {
        let found = index.find(suppressions, &finding);
        let Some(suppression) = found.and_then(|found| suppressions.get_mut(found)) else {
            return Some(finding);
        };
        suppression.used = true;
        if finding.severity == Severity::Error {
            finding.severity = Severity::Warning;
            finding.answer = Some(Answer { how: Answered::Comment, reason: suppression.reason.to_string() });
            return Some(finding);
        }
        if finding.masked {
            masks.push(finding.place);
        }
        None
    });
    *findings = answered.collect();
    keep(suppressions, findings);
    for suppression in suppressions.iter().filter(|suppression| !suppression.used) {
        let place = Place::new(&suppression.file, suppression.comment.clone());
        let what = if suppression.region { text::unused_region } else { text::unused };
        about.push(Finding::warning(RULE, place, what(&suppression.rule)).help(text::unused_help()));
    }
    masks
}

/// Takes the edits out of what somebody answers for: such text stays as it was written, whatever the rule.
fn keep(suppressions: &[Suppression], findings: &mut Findings) {
    let mut spans: HashMap<&str, Vec<&Range<usize>>> = HashMap::new();
    for suppression in suppressions {
        spans.entry(suppression.file.path()).or_default().push(&suppression.span);
    }
    let reaches: HashMap<&str, Vec<(usize, usize)>> = spans
        .into_iter()
        .map(|(path, mut spans)| {
            spans.sort_by_key(|span| span.start);
            let mut reach = 0;
            let furthest = |span: &Range<usize>| {
                reach = reach.max(span.end);
                (span.start, reach)
            };
            (path, spans.into_iter().map(furthest).collect())
        })
        .collect();
    for finding in findings.iter_mut() {
        let Some(place) = finding.fix.as_ref().map(|fix| &fix.place) else { continue };
        let Some(spans) = reaches.get(place.path()) else { continue };
        let last = spans.partition_point(|(start, _)| *start <= place.range().end).checked_sub(1);
        if last.and_then(|last| spans.get(last)).is_some_and(|(_, reach)| *reach > place.range().start) {
            finding.fix = None;
        }
    }
}

/// Suppressions by file and rule, so that ten thousand of them cost no more than they must.
struct Index {
    groups: HashMap<(String, String), Group>,
    /// By picture and rule.
    pictures: HashMap<(String, String), usize>,
}

/// The suppressions of one rule in one file, by the beginning of their spans.
#[derive(Default)]
struct Group {
    /// Indices of suppressions.
    members: Vec<usize>,
    /// The furthest end of the spans up to and with each member's.
    reach: Vec<usize>,
}

impl Index {
    fn new(suppressions: &[Suppression]) -> Self {
        let mut groups: HashMap<(String, String), Group> = HashMap::new();
        let mut pictures = HashMap::new();
        let mut order: Vec<usize> = (0..suppressions.len()).collect();
        order.sort_by_key(|index| suppressions.get(*index).map(|suppression| suppression.span.start));
        for index in order {
            let Some(suppression) = suppressions.get(index) else { continue };
            let key = (suppression.file.path().to_owned(), suppression.rule.clone());
            let group = groups.entry(key).or_default();
            let reach = group.reach.last().copied().unwrap_or_default().max(suppression.span.end);
            group.members.push(index);
            group.reach.push(reach);
            for picture in &*suppression.pictures {
                pictures.insert((picture.clone(), suppression.rule.clone()), index);
            }
        }
        Self { groups, pictures }
    }

    /// The suppression whose span holds the finding: the innermost where spans are nested.
    fn find(&self, suppressions: &[Suppression], finding: &Finding) -> Option<usize> {
        let key = (finding.place.path().to_owned(), finding.rule.to_owned());
        if let Some(picture) = self.pictures.get(&key) {
            return Some(*picture);
        }
        let range = finding.place.range();
        let group = self.groups.get(&key)?;
        let span = |member: usize| {
            let index = *group.members.get(member)?;
            Some((index, suppressions.get(index)?.span.clone()))
        };
        let starts_before = |index: &usize| {
            suppressions.get(*index).is_some_and(|suppression| suppression.span.start <= range.start)
        };
        let mut member = group.members.partition_point(starts_before);
        while member > 0 {
            member -= 1;
            if group.reach.get(member).is_none_or(|reach| *reach < range.end) {
                return None;
            }
            let (index, span) = span(member)?;
            if range.end <= span.end {
                return Some(index);
            }
        }
        None
    }
}
