//! What a rule is: a name, a level, a title, its documentation, and a function.

use jiff::civil::Date;

use super::basis::{self, basis_text};
use super::context::Context;
use super::document::Document;
use super::period::Period;
use crate::base::message::Lang;
use crate::finding::{Finding, Findings, Place, Severity};

/// What is known about a rule without running it.
#[derive(Debug)]
pub struct Meta {
    /// Stable name, `family.name`. Never reused for something else.
    pub id: &'static str,
    /// Level before a site changes it; some findings of a rule weigh less.
    pub severity: Severity,
    /// The version of the program that brought it.
    pub since: &'static str,
    /// What it is about, in Chinese.
    pub zh: &'static str,
    /// What it is about, in English.
    pub en: &'static str,
    /// Short names of its legal bases and platform pages, see `terms/basis.yaml`.
    pub basis: &'static [&'static str],
    /// Documentation in Chinese, Markdown, with the headings of [`HEADINGS`].
    pub documentation: &'static str,
}

/// The headings of every rule's documentation, in this order.
pub const HEADINGS: &[&str] = &["查什么", "为什么", "依据", "反例", "正例", "怎么改", "例外"];

impl Meta {
    /// The family: what stands before the first dot.
    pub fn family(&self) -> &'static str {
        self.id.split('.').next().unwrap_or(self.id)
    }

    /// What it is about.
    pub fn title(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }

    /// Short and full names of the bases.
    pub fn bases(&self) -> impl Iterator<Item = (&'static str, String)> {
        self.basis.iter().map(|key| (*key, basis_text([*key], None)))
    }

    /// The bases as printed today; `None` when there are none.
    pub fn basis_text(&self) -> Option<String> {
        self.basis_on(None)
    }

    /// The bases as printed for a document that readers see on `day`.
    pub fn basis_on(&self, day: Option<Date>) -> Option<String> {
        (!self.basis.is_empty()).then(|| basis_text(self.basis.iter().copied(), day))
    }

    /// Whether the wording of the bases depends on the day.
    pub(crate) fn is_dated(&self) -> bool {
        basis::is_dated(self.basis)
    }

    /// A finding of this rule, with its usual weight and basis.
    pub(crate) fn finding(&self, place: Place, message: crate::base::message::Message) -> Finding {
        let finding = Finding::new(self.id, self.severity, place, message);
        match self.basis_text() {
            Some(basis) => finding.basis(basis),
            None => finding,
        }
    }
}

/// When a rule runs, and over what.
pub(crate) enum Check {
    /// Over every article and campaign, in parallel.
    Document(fn(&Context<'_>, &Document<'_>, &mut Findings)),
    /// As [`Check::Document`], for documents that readers see in that period: the law is younger than the rule, or ends.
    Between(Period, fn(&Context<'_>, &Document<'_>, &mut Findings)),
    /// Once over the whole site.
    Site(fn(&Context<'_>, &mut Findings)),
    /// Over every article and campaign, and once over the whole site.
    Both(fn(&Context<'_>, &Document<'_>, &mut Findings), fn(&Context<'_>, &mut Findings)),
    /// Never by itself: the frame around the rules reports it.
    Frame,
}

/// A rule.
pub struct Rule {
    /// What is known about it.
    pub meta: &'static Meta,
    pub(crate) check: Check,
}

impl Rule {
    /// When the rule counts, by the day on which readers see a document.
    pub fn period(&self) -> Period {
        match self.check {
            Check::Between(period, _) => period,
            _ => Period::default(),
        }
    }
}

/// The rule that reports a site's own terms.
pub(crate) const OWN_TERMS: &str = "own.term";
