//! Running the rules: documents in parallel, the site once, then what the site and its writers decided about findings.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::Timestamp;
use rayon::prelude::*;

use super::context::Context;
use super::document::{Document, Subject};
use super::fold::fold;
use super::memory::{Keeper, Known, Memory};
use super::meta::{Check, Meta};
use super::policy::Policy;
use super::scan::Scanner;
use super::similarity::Print;
use super::suppression::{self, Suppression};
use super::{RULES, classifier, policy, waiver};
use crate::finding::{Finding, Findings, Label, Place, Severity};
use crate::site::Site;
use crate::source::tree::{ReadTree, Tree};

/// What checking gives.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What the rules say, sorted.
    pub findings: Findings,
    /// Places that stay hidden in every output although their finding was answered for.
    pub masks: Vec<Place>,
    /// Articles that were looked at in this run; of the others is told what was told before.
    pub looked: usize,
}

/// What is wrong with the site's own rule settings (`policy/rules/`): with them broken, less is checked than was asked.
pub fn check_settings(tree: &dyn Tree) -> Findings {
    Policy::load(tree).1
}

/// Runs every rule over `site`, whose files are those of `tree`. `now` is the instant of the run, for rules about
/// things that expire.
pub fn check(site: &Site, tree: &dyn Tree, now: Option<Timestamp>) -> Outcome {
    run(site, tree, now, |_| None)
}

/// As [`check`], and an article that is as it was when `keeper` kept what was said of it is not looked at again. `site` was
/// loaded through `tree`.
pub fn check_kept(site: &Site, tree: &ReadTree<'_>, now: Option<Timestamp>, keeper: &Keeper) -> Outcome {
    run(site, tree, now, |context| Some(Memory::new(keeper, context, tree)))
}

fn run<'m>(
    site: &Site,
    tree: &dyn Tree,
    now: Option<Timestamp>,
    memory: impl FnOnce(&Context<'_>) -> Option<Memory<'m>>,
) -> Outcome {
    let (mut policy, mut findings) = Policy::load(tree);
    let scanner = scanner(site, &mut policy);
    let context = Context::new(site, tree, &policy, scanner.as_ref(), now);
    let memory = memory(&context);

    let campaigns = site.campaigns.iter().map(Subject::Campaign);
    let others: Vec<_> = campaigns.chain(site.desk.papers.iter().map(Subject::Paper)).collect();
    let again = AtomicUsize::new(0);
    let articles = || match memory {
        None => {
            site.articles.par_iter().map(|article| document(&context, Subject::Article(article))).collect()
        }
        Some(memory) => {
            let told = site.articles.par_iter().map(|article| memory.article(&context, article));
            let (told, known): (Vec<Told>, Vec<Known>) = told.unzip();
            again.store(memory.keep(&site.articles, &known), Ordering::Relaxed);
            told
        }
    };
    let others = || others.into_par_iter().map(|subject| document(&context, subject)).collect();
    let (articles, others): (Vec<Told>, Vec<Told>) = rayon::join(articles, others);
    let results: Vec<Told> = articles.into_iter().chain(others).collect();
    let mut suppressions = Vec::new();
    let mut prints = Vec::with_capacity(results.len());
    findings.reserve(results.iter().map(|(found, ..)| found.len()).sum());
    for (found, more, print) in results {
        findings.extend(found);
        suppressions.extend(more);
        prints.push(print);
    }
    // Articles come first among the documents, in their order.
    prints.truncate(site.articles.len());
    let context = context.with_prints(prints);
    for rule in RULES {
        if let Check::Site(check) | Check::Both(_, check) = rule.check {
            check(&context, &mut findings);
        }
    }
    level(&policy, &mut findings);
    let mut about = Findings::new();
    let masks = suppression::apply(&mut suppressions, &mut findings, &mut about);
    waiver::apply(&context, &site.articles, &mut findings, &mut about);
    level(&policy, &mut about);
    findings.extend(about);
    findings.sort();
    let looked = site.articles.len() - again.into_inner().min(site.articles.len());
    Outcome { findings, masks, looked }
}

/// A scanner that is made when it is first asked for: where nothing changed, nothing is searched.
pub(super) type Search = LazyLock<Scanner, Box<dyn FnOnce() -> Scanner + Send + Sync>>;

/// What searches for the site's own words beside everybody's; `None` when it has none.
pub(super) fn scanner(site: &Site, policy: &mut Policy) -> Option<Search> {
    let own = policy.take_terms();
    let names = names(site, policy);
    if own.is_empty() && names.is_empty() {
        return None;
    }
    Some(LazyLock::new(Box::new(move || Scanner::new(own, &names))))
}

/// Folded names of brands, trade marks and products: what may stand although it holds a term, and what makes a price an
/// offer.
fn names(site: &Site, policy: &Policy) -> Vec<String> {
    let brands = &site.project.brands;
    let own = brands.own.iter().flat_map(|brand| std::iter::once(&brand.name).chain(&brand.aliases));
    let marks = brands.trademarks.iter().map(|mark| &mark.name);
    let products = site.project.facts.products.iter();
    let products = products.flat_map(|product| std::iter::once(&product.name).chain(&product.aliases));
    let named = own.chain(marks).chain(products).map(|name| fold(name.trim()));
    let mut names: Vec<String> = policy.brands().map(str::to_owned).chain(named).collect();
    names.retain(|name| name.chars().count() > 1);
    names.sort_unstable();
    names.dedup();
    names
}

/// What the rules tell of a document: findings, what its writer answers for, and what it leaves for comparison.
pub(super) type Told = (Findings, Vec<Suppression>, Option<Print>);

/// Runs the rules for one document.
pub(super) fn document(context: &Context<'_>, subject: Subject<'_>) -> Told {
    let document = Document::new(context, subject);
    let mut findings = Findings::new();
    for rule in RULES {
        let before = findings.len();
        match rule.check {
            Check::Document(check) | Check::Both(check, _) => check(context, &document, &mut findings),
            Check::Between(period, check) if period.contains(document.day) => {
                check(context, &document, &mut findings);
            }
            _ => {}
        }
        if findings.len() == before {
            continue;
        }
        tell(rule.meta, &document, findings.since(before));
    }
    let before = findings.len();
    classifier::report(&document, &mut findings);
    for finding in findings.since(before) {
        if let Some(meta) = policy::known(finding.rule) {
            tell(meta, &document, std::slice::from_mut(finding));
        }
    }
    let suppressions = suppression::read(&document, &mut findings);
    // Here, beside other documents; what is done with all of them finds them in order.
    findings.order();
    (findings, suppressions, Print::of(&document))
}

/// Completes what a rule found: the law of the day, and why the document is an advertisement.
fn tell(meta: &Meta, document: &Document<'_>, findings: &mut [Finding]) {
    date_basis(meta, document, findings);
    if meta.family() == "ad" {
        explain(document, findings);
    }
}

/// Says of findings about advertisements why the document is one.
fn explain(document: &Document<'_>, findings: &mut [Finding]) {
    for finding in
        findings.iter_mut().filter(|finding| finding.because.is_none() && finding.labels.is_empty())
    {
        if let Some(sign) = document.verdict.because() {
            finding.because = Some(Label { place: sign.place.clone(), message: sign.message.clone() });
        }
    }
}

/// Names the law as it stands on the day on which readers see the document.
fn date_basis(meta: &Meta, document: &Document<'_>, findings: &mut [Finding]) {
    if findings.is_empty() || !meta.is_dated() {
        return;
    }
    let (usual, dated) = (meta.basis_text(), meta.basis_on(document.day));
    for finding in findings.iter_mut().filter(|finding| finding.basis == usual) {
        finding.basis.clone_from(&dated);
    }
}

/// Gives findings the levels that the site chose: a chosen level is the most that a finding of the rule weighs, unless
/// it raises the rule.
pub(super) fn level(policy: &Policy, findings: &mut Findings) {
    findings.retain_mut(|finding| {
        match policy.level(finding.rule) {
            None => {}
            Some(None) => return false,
            Some(Some(level)) => {
                // A hint (a quoted example, a plain text) stays a hint when the rule is raised.
                let usual = policy::known(finding.rule).map_or(finding.severity, |meta| meta.severity);
                if level < usual {
                    finding.severity = finding.severity.min(level);
                } else if finding.severity != Severity::Info {
                    finding.severity = finding.severity.max(level);
                }
            }
        }
        true
    });
}
