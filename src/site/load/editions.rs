//! Grouping articles into editions, and what does not fit together inside one.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use crate::base::message::{site as text, source};
use crate::finding::{Finding, Findings, Place};
use crate::site::{Article, Config, Edition, Format, Late, Located, Slot, Status};
use crate::source::rule;

/// What the platform takes in one message.
const MOST: usize = 8;

/// The editions of `articles`, one for each account, sorted by account, then name.
pub(super) fn group(config: &Config, articles: &[Article], findings: &mut Findings) -> Vec<Edition> {
    let mut groups: BTreeMap<(&str, &str, bool), Vec<usize>> = BTreeMap::new();
    for (index, article) in articles.iter().enumerate() {
        for account in &article.front.accounts {
            let key = match &article.front.publish.edition {
                Some(name) => (account.as_str(), name.as_str(), true),
                None => (account.as_str(), article.unit.as_str(), false),
            };
            groups.entry(key).or_default().push(index);
        }
    }
    let groups: Vec<_> = groups.into_iter().collect();
    let made: Vec<(Edition, Findings)> = groups
        .into_par_iter()
        .with_min_len(64)
        .map(|((account, name, named), members)| {
            let mut findings = Findings::new();
            let mut group = Group { articles, members, findings: &mut findings, sound: true };
            (group.edition(account, name, named), findings)
        })
        .collect();
    let mut editions = Vec::with_capacity(made.len());
    for (edition, problems) in made {
        editions.push(edition);
        findings.extend(problems);
    }
    slots(config, articles, &editions, findings);
    names(articles, &mut editions, findings);
    editions
}

struct Group<'a> {
    articles: &'a [Article],
    members: Vec<usize>,
    findings: &'a mut Findings,
    sound: bool,
}

impl<'a> Group<'a> {
    fn members(&self) -> impl Iterator<Item = &'a Article> + use<'a> {
        let articles = self.articles;
        self.members.clone().into_iter().filter_map(move |index| articles.get(index))
    }

    fn refuse(&mut self, finding: Finding) {
        self.sound = false;
        self.findings.push(finding);
    }

    fn edition(&mut self, account: &str, name: &str, named: bool) -> Edition {
        self.arrange();
        let at = self.slot(name);
        self.same_way(name);
        self.size(name);
        let mut members = self.members();
        let first = members.next();
        let publish = first.map(|first| &first.front.publish);
        let uid = if named { name } else { first.map_or(name, |first| first.front.uid.as_str()) };
        let late = publish.map_or(Late::Hold, |publish| publish.late);
        let all = || self.members();
        Edition {
            name: name.to_owned(),
            uid: uid.to_owned(),
            account: account.to_owned(),
            articles: self.members.clone(),
            mode: publish.map(|publish| publish.mode).unwrap_or_default(),
            to: publish.map(|publish| publish.to.clone()).unwrap_or_default(),
            at,
            // When they disagree a person decides.
            late: if all().all(|article| article.front.publish.late == late) { late } else { Late::Hold },
            until: all().filter_map(|article| article.front.publish.until.as_deref().copied()).min(),
            embargo: all().filter_map(|article| article.front.embargo.as_deref().copied()).max(),
            ready: self.sound && all().all(|article| article.front.status == Status::Ready),
        }
    }

    /// Sorts by `order`; articles without one come after, by path.
    fn arrange(&mut self) {
        let order = |index: &usize| {
            self.articles.get(*index).and_then(|article| article.front.publish.order.as_ref())
        };
        let mut members = self.members.clone();
        members.sort_by_key(|index| (order(index).map_or(i64::MAX, |order| order.value), *index));
        self.members = members;
        let orders: Vec<&Located<i64>> = self.members.iter().filter_map(order).collect();
        let twice: Vec<_> =
            orders.windows(2).filter(|pair| matches!(pair, [a, b] if a.value == b.value)).collect();
        for pair in twice {
            let [first, second] = pair else { continue };
            let finding =
                Finding::error(rule::EDITION, second.place.clone(), text::order_twice(second.value))
                    .help(text::order_twice_help())
                    .label(first.place.clone(), source::first_here());
            self.refuse(finding);
        }
    }

    /// The one time of the edition; articles that say none go along.
    fn slot(&mut self, name: &str) -> Option<Slot> {
        let stated: Vec<&Located<Slot>> =
            self.members().filter_map(|article| article.front.publish.at.as_ref()).collect();
        let first = *stated.first()?;
        for other in stated.iter().filter(|other| other.value != first.value) {
            let finding = Finding::error(rule::EDITION, other.place.clone(), text::edition_times(name))
                .help(text::edition_times_help())
                .label(first.place.clone(), text::other_here());
            self.refuse(finding);
        }
        Some(first.value)
    }

    fn same_way(&mut self, name: &str) {
        let Some(first) = self.members().next() else { return };
        for other in self.members().skip(1) {
            let (one, two) = (&first.front.publish, &other.front.publish);
            if one.mode != two.mode {
                let message = text::edition_modes(name, one.mode.name(), two.mode.name());
                let finding = Finding::error(rule::EDITION, named_at(other), message);
                self.refuse(
                    finding.help(text::edition_modes_help()).label(named_at(first), text::other_here()),
                );
            }
            if one.to != two.to {
                let message = text::edition_audiences(name, one.to.name(), two.to.name());
                let finding = Finding::error(rule::EDITION, named_at(other), message);
                self.refuse(
                    finding.help(text::edition_modes_help()).label(named_at(first), text::other_here()),
                );
            }
        }
    }

    fn size(&mut self, name: &str) {
        let members: Vec<&Article> = self.members().collect();
        if let Some(ninth) = members.get(MOST) {
            let message = text::edition_too_large(name, members.len(), MOST);
            let finding = Finding::error(rule::EDITION, named_at(ninth), message);
            self.refuse(finding.help(text::edition_too_large_help()));
        }
        let pictures = members.iter().find(|article| article.front.format == Format::Pictures);
        if let Some(pictures) = pictures.filter(|_| members.len() > 1) {
            let finding = Finding::error(rule::EDITION, named_at(pictures), text::pictures_alone(name));
            self.refuse(finding.help(text::pictures_alone_help()));
        }
    }
}

/// Where an article names its edition.
fn named_at(article: &Article) -> Place {
    let edition = article.front.publish.edition.as_ref();
    edition.map_or_else(|| article.front.title.place.clone(), |edition| edition.place.clone())
}

/// A free slot is asked for, but the account has none.
fn slots(config: &Config, articles: &[Article], editions: &[Edition], findings: &mut Findings) {
    for edition in editions {
        let free = matches!(edition.at, Some(Slot::Next | Slot::Day(_)));
        let Some(account) = config.account(&edition.account).filter(|_| free) else { continue };
        if !account.workday_slots.is_empty() || !account.restday_slots.is_empty() {
            continue;
        }
        let stated =
            edition.articles.iter().filter_map(|index| articles.get(*index)?.front.publish.at.as_ref());
        for at in stated {
            let finding = Finding::error(rule::VALUE, at.place.clone(), text::no_slots(&edition.account));
            findings.push(finding.help(text::no_slots_help(&edition.account)));
        }
    }
}

/// A named edition and a lone article of one account must not share what identifies them in the ledger.
fn names(articles: &[Article], editions: &mut [Edition], findings: &mut Findings) {
    let mut seen: HashMap<(&str, &str), usize> = HashMap::with_capacity(editions.len());
    let mut clashes = Vec::new();
    for (index, edition) in editions.iter().enumerate() {
        let key = (edition.account.as_str(), edition.uid.as_str());
        if let Some(first) = seen.insert(key, index) {
            clashes.push((first, index));
        }
    }
    for (first, second) in clashes {
        let article = |index: usize| articles.get(*editions.get(index)?.articles.first()?);
        let (Some(one), Some(two)) = (article(first), article(second)) else { continue };
        let named = |article: &Article| article.front.publish.edition.is_some();
        // Two lone articles with one uid are reported as such.
        if named(one) || named(two) {
            let (place, other) = if named(two) { (named_at(two), one) } else { (named_at(one), two) };
            let label = other.front.uid.place.clone();
            let finding =
                Finding::error(rule::DUPLICATE, place, text::edition_is_uid(&other.front.uid.value));
            findings.push(finding.help(text::edition_is_uid_help()).label(label, source::first_here()));
        }
        for index in [first, second] {
            if let Some(edition) = editions.get_mut(index) {
                edition.ready = false;
            }
        }
    }
}
