//! Exceptions that the front matter asks for (`sensitive_ok`), with a reason and in time.
//!
//! What is no error becomes a hint at once. An error stays one and says that an exception is asked for: it counts when
//! somebody who may sign has signed it, see `signoff`.

use std::collections::HashMap;

use super::context::Context;
use super::document::Subject;
use super::look;
use super::policy::known;
use super::suppression::{RULE, unknown};
use crate::base::message::answer as text;
use crate::finding::{Answer, Answered, Finding, Findings, Severity};
use crate::site::{Article, Waiver};
use crate::source::Located;

/// Marks in `findings` what `articles` ask exceptions for. An exception that has expired, gives no reason, names no
/// rule or is not needed is a finding in `about`.
pub(super) fn apply<'a>(
    context: &Context<'a>,
    articles: &'a [Article],
    findings: &mut Findings,
    about: &mut Findings,
) {
    let mut asked = Asked::new(context, articles, about);
    if asked.by_path.is_empty() {
        return;
    }
    for finding in findings.iter_mut() {
        let Some(waiver) = asked.find(finding) else { continue };
        if finding.severity != Severity::Error {
            finding.severity = Severity::Info;
        } else if finding.answer.is_none() {
            finding.answer = Some(Answer { how: Answered::Asked, reason: waiver.reason.clone() });
        }
    }
    for (waiver, _) in asked.waivers.iter().filter(|(_, used)| !used) {
        let finding = Finding::warning(RULE, waiver.place.clone(), text::waiver_unused(&waiver.rule));
        about.push(finding.help(text::waiver_unused_help()));
    }
}

/// The exceptions of a site that can count.
struct Asked<'a> {
    /// Each once, however many articles it comes down to, and whether something needed it.
    waivers: Vec<(&'a Located<Waiver>, bool)>,
    /// By the path of an article and of the files of its bundle.
    by_path: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Asked<'a> {
    fn new(context: &Context<'a>, articles: &'a [Article], about: &mut Findings) -> Self {
        let mut asked = Self { waivers: Vec::new(), by_path: HashMap::new() };
        // An exception in `_defaults.yaml` comes down to many articles and is one place.
        let mut known_places: HashMap<(&str, usize), Option<usize>> = HashMap::new();
        for article in articles {
            for waiver in &article.front.waivers {
                let key = (waiver.place.path(), waiver.place.range().start);
                let judged =
                    *known_places.entry(key).or_insert_with(|| match wrong(context, article, waiver) {
                        Some(finding) => {
                            about.push(finding);
                            None
                        }
                        None => {
                            asked.waivers.push((waiver, false));
                            Some(asked.waivers.len() - 1)
                        }
                    });
                let Some(index) = judged else { continue };
                let own = std::iter::once(article.path()).chain(article.files.iter().map(String::as_str));
                for path in own {
                    asked.by_path.entry(path).or_default().push(index);
                }
            }
        }
        asked
    }

    /// The exception that the finding needs; it is needed then.
    fn find(&mut self, finding: &Finding) -> Option<&'a Waiver> {
        let path = finding.place.path();
        let indices = self.by_path.get(path)?;
        let about = |waiver: &Waiver| {
            let text = waiver.text.as_deref();
            let said = |text: &str| finding.place.text().contains(text) || path.contains(text);
            waiver.rule == finding.rule && text.is_none_or(said)
        };
        let found = indices
            .iter()
            .copied()
            .find(|index| self.waivers.get(*index).is_some_and(|(waiver, _)| about(&waiver.value)))?;
        let (waiver, used) = self.waivers.get_mut(found)?;
        *used = true;
        Some(&waiver.value)
    }
}

/// Why an exception cannot count.
fn wrong(context: &Context<'_>, article: &Article, waiver: &Located<Waiver>) -> Option<Finding> {
    let place = waiver.place.clone();
    let rule = &waiver.rule;
    if known(rule).is_none() {
        let (message, help) = unknown(rule);
        return Some(Finding::error(RULE, place, message).help(help));
    }
    if rule.starts_with("site.") {
        let finding = Finding::error(RULE, place, text::never_ignored(rule));
        return Some(finding.help(text::never_ignored_help()));
    }
    if !waiver.reason.chars().any(char::is_alphanumeric) {
        let finding = Finding::error(RULE, place, text::waiver_no_reason(rule));
        return Some(finding.help(text::waiver_no_reason_help()));
    }
    let over = waiver
        .expires
        .is_some_and(|last| look::day(context, Subject::Article(article)).is_some_and(|day| day > last));
    over.then(|| Finding::warning(RULE, place, text::waiver_expired(rule)).help(text::expired_help()))
}
