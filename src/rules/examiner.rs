//! Checking one document of a site again and again: the site's own terms are read once.

use jiff::Timestamp;

use super::context::Context;
use super::document::Subject;
use super::policy::Policy;
use super::run::{Outcome, Search, document, level, scanner};
use super::{suppression, waiver};
use crate::finding::Findings;
use crate::site::Site;
use crate::source::tree::Tree;

/// The rules of a site, ready to look at its documents one by one.
pub struct Examiner {
    policy: Policy,
    scanner: Option<Search>,
}

impl Examiner {
    /// Reads what `site`, whose files are those of `tree`, decides about the rules.
    pub fn new(site: &Site, tree: &dyn Tree) -> Self {
        let (mut policy, _) = Policy::load(tree);
        let scanner = scanner(site, &mut policy);
        Self { policy, scanner }
    }

    /// What the rules about single documents say about `subject`, one of `site`. Rules about the site as a whole are
    /// not asked.
    pub fn check<'a>(
        &'a self,
        site: &'a Site,
        tree: &'a dyn Tree,
        subject: Subject<'a>,
        now: Option<Timestamp>,
    ) -> Outcome {
        let context = Context::new(site, tree, &self.policy, self.scanner.as_ref(), now);
        let (mut findings, mut suppressions, _) = document(&context, subject);
        level(&self.policy, &mut findings);
        let mut about = Findings::new();
        let masks = suppression::apply(&mut suppressions, &mut findings, &mut about);
        if let Subject::Article(article) = subject {
            waiver::apply(&context, std::slice::from_ref(article), &mut findings, &mut about);
        }
        level(&self.policy, &mut about);
        findings.extend(about);
        findings.sort();
        Outcome { findings, masks, looked: usize::from(matches!(subject, Subject::Article(_))) }
    }
}
