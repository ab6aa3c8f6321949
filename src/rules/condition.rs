//! When a term of a pack counts: in what kind of document, for which industry, in which part of the text.

use serde::{Deserialize, Serialize};

use super::document::Document;
use super::scan::Hit;
use super::trade;
use crate::finding::Severity;
use crate::site::Kind;
use crate::source::plain::Zone;

/// Where in a document something may count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Extent {
    Nowhere,
    /// In its title.
    Title,
    Everywhere,
}

/// One condition: all its parts must hold. Any of a term's conditions is enough, and the first that holds decides the
/// level when it names one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct When {
    parts: Vec<Part>,
    /// The level under this condition; `None`: the term's own.
    pub(crate) severity: Option<Severity>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Part {
    /// Always.
    Any,
    /// In an advertisement.
    Ad,
    /// Anywhere but in an advertisement.
    NotAd,
    /// In an article whose front matter says `kind: editorial`.
    Editorial,
    /// In an article of `kind: notice`.
    Notice,
    /// In an article.
    Article,
    /// In a campaign plan.
    Campaign,
    /// In a title.
    Title,
    /// In a document for minors.
    Minors,
    /// Never by the word alone: it is a hint for a rule that looks at structure.
    Document,
    /// What is promoted belongs to one of these industries.
    Industry(Vec<String>),
    /// What is promoted belongs to none of these industries.
    NotIndustry(Vec<String>),
}

impl When {
    /// The condition that always holds.
    pub(crate) fn any() -> Self {
        Self { parts: vec![Part::Any], severity: None }
    }

    /// Reads `ad+industry:food|drug`; `None` when a part of it is not known.
    pub(crate) fn read(value: &str) -> Option<Self> {
        let parts = value.split('+').map(|part| Part::read(part.trim())).collect::<Option<Vec<_>>>()?;
        Some(Self { parts, severity: None })
    }

    /// With a level of its own.
    pub(crate) fn with(self, severity: Option<Severity>) -> Self {
        Self { severity, ..self }
    }

    /// Whether it asks for an advertisement.
    pub(crate) fn is_for_ads(&self) -> bool {
        self.parts.contains(&Part::Ad)
    }

    /// Where in the document it may hold, as far as that can be told before anything is found there.
    pub(crate) fn extent(&self, document: &Document<'_>) -> Extent {
        self.parts.iter().map(|part| part.extent(document)).min().unwrap_or(Extent::Everywhere)
    }

    /// Whether it holds for a hit.
    pub(crate) fn holds(&self, document: &Document<'_>, hit: &Hit) -> bool {
        self.parts.iter().all(|part| part.holds(document, hit))
    }
}

impl Part {
    fn read(value: &str) -> Option<Self> {
        let names =
            |list: &str| -> Vec<String> { list.split('|').map(|name| name.trim().to_owned()).collect() };
        if let Some((key, list)) = value.split_once(':') {
            let names = names(list);
            return match key {
                _ if names.iter().any(String::is_empty) => None,
                "industry" => Some(Self::Industry(names)),
                "not-industry" => Some(Self::NotIndustry(names)),
                _ => None,
            };
        }
        Some(match value {
            "any" => Self::Any,
            "ad" => Self::Ad,
            "not-ad" => Self::NotAd,
            "editorial" => Self::Editorial,
            "notice" => Self::Notice,
            "article" => Self::Article,
            "campaign" => Self::Campaign,
            "title" => Self::Title,
            "minors" => Self::Minors,
            "document" => Self::Document,
            _ => return None,
        })
    }

    fn extent(&self, document: &Document<'_>) -> Extent {
        match self {
            Self::Title => Extent::Title,
            // Rules of a trade may tell the industry from the text where the front matter names none.
            Self::Industry(_) if !trade::has_industry(document) => Extent::Everywhere,
            _ if self.is_true_of(document) => Extent::Everywhere,
            _ => Extent::Nowhere,
        }
    }

    fn holds(&self, document: &Document<'_>, hit: &Hit) -> bool {
        match self {
            Self::Title => document.block(hit.range.clone()).is_some_and(|block| block.zone == Zone::Title),
            _ => self.is_true_of(document),
        }
    }

    /// Whether it holds in the document; for a part of the text, whether the document may have it.
    fn is_true_of(&self, document: &Document<'_>) -> bool {
        match self {
            Self::Any | Self::Title => true,
            Self::Ad => document.verdict.ad,
            Self::NotAd => !document.verdict.ad,
            Self::Editorial => document.article().is_some_and(|article| {
                article.front.kind == Kind::Editorial && article.front.kind_at.is_some()
            }),
            Self::Notice => document.article().is_some_and(|article| article.front.kind == Kind::Notice),
            Self::Article => document.article().is_some(),
            Self::Campaign => document.campaign().is_some(),
            Self::Minors => document.is_for_minors(),
            Self::Document => false,
            Self::Industry(names) => names.iter().any(|name| document.is_of(name)),
            Self::NotIndustry(names) => !names.iter().any(|name| document.is_of(name)),
        }
    }
}

/// Parts of a text, as packs name them.
const ZONES: &[(&str, u32)] = &[
    ("title", 1),
    ("summary", 1 << 1),
    ("front", 1 << 2),
    ("heading", 1 << 3),
    ("paragraph", 1 << 4),
    ("item", 1 << 5),
    ("cell", 1 << 6),
    ("footnote", 1 << 7),
    ("alt", 1 << 8),
    ("value", 1 << 9),
    ("quote", QUOTE),
    ("link", LINK),
    ("first-screen", FIRST_SCREEN),
    ("body", 0b1_1111_1000),
];

const QUOTE: u32 = 1 << 10;
const LINK: u32 = 1 << 11;
const FIRST_SCREEN: u32 = 1 << 12;

/// The parts of a text in which a term counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Zones {
    /// One of these, when there are any.
    wanted: u32,
    /// None of these.
    refused: u32,
}

impl Zones {
    /// Adds `title`, or `not-quote`; false when there is no such zone.
    pub(crate) fn add(&mut self, name: &str) -> bool {
        let (list, name) = match name.strip_prefix("not-") {
            Some(name) => (&mut self.refused, name),
            None => (&mut self.wanted, name),
        };
        let known = ZONES.iter().find(|(known, _)| *known == name);
        *list |= known.map_or(0, |(_, bit)| *bit);
        known.is_some()
    }

    /// Whether a hit counts where it stands.
    pub(crate) fn hold(self, document: &Document<'_>, hit: &Hit) -> bool {
        if self == Self::default() {
            return true;
        }
        let Some(block) = document.block(hit.range.clone()) else { return false };
        let mut zones = bit(block.zone);
        if block.quoted {
            zones |= QUOTE;
        }
        let named = self.wanted | self.refused;
        if named & LINK != 0 && document.link_at(&hit.range).is_some() {
            zones |= LINK;
        }
        if named & FIRST_SCREEN != 0 && document.is_on_first_screen(&hit.range) {
            zones |= FIRST_SCREEN;
        }
        (self.wanted == 0 || zones & self.wanted != 0) && zones & self.refused == 0
    }
}

fn bit(zone: Zone) -> u32 {
    let name = match zone {
        Zone::Title => "title",
        Zone::Summary => "summary",
        Zone::Front => "front",
        Zone::Heading(_) => "heading",
        Zone::Paragraph => "paragraph",
        Zone::Item => "item",
        Zone::Cell => "cell",
        Zone::Footnote => "footnote",
        Zone::Alt => "alt",
        Zone::Value => "value",
    };
    ZONES.iter().find(|(known, _)| *known == name).map_or(0, |(_, bit)| *bit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_read_and_unknown_ones_refused() {
        let both = When::read("ad+industry:food|drug").unwrap();
        assert!(both.is_for_ads());
        assert!(When::read("not-industry:medical").is_some());
        for unknown in ["", "ads", "industry:", "industry:a|", "ad+", "ad+industry"] {
            assert_eq!(When::read(unknown), None, "{unknown}");
        }
        let mut zones = Zones::default();
        assert!(zones.add("title") && zones.add("not-quote") && !zones.add("not-here"));
    }
}
