//! Words of a trade: 保本 in finance, 提分 in education, 升值 in housing. What a hit weighs follows from what the front
//! matter says is promoted; where it says nothing, the text may tell, and then nothing weighs more than a warning.
//!
//! A pack marks with `when: [ad]` the words that mean one thing only, and with `when: ["ad+industry:…"]` those that are
//! innocent elsewhere.

use std::ops::Range;

use super::context::Context;
use super::document::Document;
use super::meta::Meta;
use super::scan::Hit;
use super::terms::Term;
use super::word::{self, Sentence, Verdict};
use crate::finding::{Findings, Severity};
use crate::source::plain::Zone;

/// A trade as rules see it.
pub(crate) struct Trade {
    /// Industries of the front matter that belong to it.
    pub(crate) industries: &'static [&'static str],
    /// Industries in which its words are lawful.
    pub(crate) lawful: &'static [&'static str],
    /// Cues that give it away in a text that does not say its industry.
    pub(crate) cue: &'static str,
    /// Rules that say the same about a text that does not say its industry: one of them is enough.
    pub(crate) told_by: &'static [&'static str],
}

/// Bytes, two characters, by which a phrase says more than the cue inside it.
const PHRASE: usize = 6;
/// Cues that make an article about a trade when they stand in its body.
const OFTEN: usize = 3;

impl Trade {
    /// Whether the front matter says that something of this trade is promoted.
    pub(crate) fn is_declared(&self, document: &Document<'_>) -> bool {
        self.industries.iter().any(|industry| document.is_of(industry))
    }

    /// Whether the document promotes something of this trade: as declared, or as its title or several words tell.
    pub(crate) fn is_promoted(&self, document: &Document<'_>) -> bool {
        self.is_declared(document) || !has_industry(document) && self.is_told(document)
    }

    /// Whether title or body give the trade away.
    pub(crate) fn is_told(&self, document: &Document<'_>) -> bool {
        let cues = document.scan().cue(self.cue);
        // The title is the first block, so its cues come first.
        let in_title =
            |cue: &Range<usize>| document.block(cue.clone()).is_some_and(|block| block.zone == Zone::Title);
        cues.len() >= OFTEN || cues.first().is_some_and(in_title)
    }

    /// Whether the sentence around `range` gives the trade away with other words than those.
    fn is_told_beside(&self, document: &Document<'_>, range: &Range<usize>) -> bool {
        let sentence = document.sentence(range.clone());
        let cues = document.scan().cues_within(self.cue, sentence);
        // Inside a phrase that says more than the cue (公寓升值潜力大) it tells as well.
        cues.iter()
            .any(|cue| cue.end <= range.start || range.end <= cue.start || cue.len() + PHRASE <= range.len())
    }

    /// What a hit weighs in the document; `None`: nothing.
    pub(crate) fn weigh(
        &self,
        context: &Context<'_>,
        document: &Document<'_>,
        hit: &Hit,
        term: &Term,
    ) -> Option<Severity> {
        if !document.verdict.ad || self.lawful.iter().any(|industry| document.is_of(industry)) {
            return None;
        }
        let severity = word::level(document, hit, term);
        if self.is_declared(document) {
            return severity;
        }
        let told = || {
            !has_industry(document)
                && (self.is_told_beside(document, &hit.range) || self.is_told(document))
                && !self.is_told_by_others(context, document, &hit.range)
        };
        let severity = severity.or_else(|| told().then_some(term.severity))?;
        Some(severity.min(Severity::Warning))
    }

    fn is_told_by_others(
        &self,
        context: &Context<'_>,
        document: &Document<'_>,
        range: &Range<usize>,
    ) -> bool {
        self.told_by.iter().any(|rule| is_told_by(rule, context, document, range))
    }
}

/// Whether words of another rule that count in the document overlap the folded bytes `range`.
pub(crate) fn is_told_by(
    rule: &str,
    context: &Context<'_>,
    document: &Document<'_>,
    range: &Range<usize>,
) -> bool {
    document.hits(context, rule).any(|hit| {
        let counts =
            || context.scanner().term(hit.term).is_some_and(|term| word::applies(document, hit, term));
        hit.range.start < range.end && range.start < hit.range.end && counts()
    })
}

/// Whether the front matter names any industry.
pub(crate) fn has_industry(document: &Document<'_>) -> bool {
    document.front().is_some_and(|front| front.industry.iter().any(|industry| industry.value != "general"))
}

/// Reports the words of the rule as the trade weighs them.
pub(crate) fn report(
    meta: &'static Meta,
    trade: &Trade,
    sentence: Sentence,
    context: &Context<'_>,
    document: &Document<'_>,
    findings: &mut Findings,
) {
    word::report_with(meta, context, document, findings, |hit, term, shown| {
        let severity = trade.weigh(context, document, hit, term)?;
        Some(Verdict { severity, message: sentence(shown) })
    });
}

/// Medical services, drugs, devices, and the goods that are examined like them.
pub(crate) const MEDICAL: Trade = Trade {
    industries: &["medical", "drug", "device", "health-food", "special-food"],
    lawful: &[],
    cue: "trade-medical",
    told_by: &["ad.medical", "ad.medical-term"],
};

/// 保健食品.
pub(crate) const HEALTH_FOOD: Trade = Trade {
    industries: &["health-food", "special-food"],
    lawful: &[],
    cue: "trade-health-food",
    told_by: &["ad.medical", "ad.medical-term"],
};

/// 化妆品.
pub(crate) const COSMETIC: Trade = Trade {
    industries: &["cosmetic"],
    lawful: &[],
    cue: "trade-cosmetic",
    told_by: &["ad.medical", "ad.medical-term"],
};

/// 食品.
pub(crate) const FOOD: Trade = Trade {
    industries: &["food", "health-food", "special-food", "alcohol"],
    lawful: &[],
    cue: "trade-food",
    told_by: &[],
};

/// 教育培训.
pub(crate) const EDUCATION: Trade =
    Trade { industries: &["education"], lawful: &[], cue: "trade-education", told_by: &[] };

/// 有投资回报预期的商品和服务.
pub(crate) const FINANCE: Trade =
    Trade { industries: &["finance", "franchise"], lawful: &[], cue: "trade-finance", told_by: &[] };

/// 房地产.
pub(crate) const REAL_ESTATE: Trade =
    Trade { industries: &["real-estate"], lawful: &[], cue: "trade-real-estate", told_by: &[] };

/// 酒类.
pub(crate) const ALCOHOL: Trade = Trade {
    industries: &["alcohol"],
    lawful: &[],
    cue: "trade-alcohol",
    told_by: &["ad.medical", "ad.medical-term"],
};

/// 农作物种子、种苗、种畜禽、农药、兽药.
pub(crate) const AGRICULTURE: Trade = Trade {
    industries: &["agriculture"],
    lawful: &[],
    cue: "trade-agriculture",
    told_by: &["ad.medical", "ad.medical-term"],
};
