//! A record of a picture, a sound or a film: whose it is, and what one has to know before showing it.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Ai, Located};
use crate::finding::Place;

/// A picture's record in `rights.yaml` or under `images` of the front matter; a sound's or film's under `media`.
#[derive(Debug, Clone)]
pub struct Record {
    /// The file, path from the root of the site; for sounds and films an address or a name.
    pub file: String,
    /// Who made it.
    pub author: Option<Located<String>>,
    /// Made by ourselves.
    pub own: bool,
    /// Where it comes from, in words or as an address.
    pub source: Option<Located<String>>,
    /// Where it comes from, as an address.
    pub source_url: Option<Located<String>>,
    /// Licence, SPDX-like.
    pub licence: Option<Located<String>>,
    /// The contract or receipt on file.
    pub proof: Option<Located<String>>,
    /// When it was made.
    pub made_at: Option<Located<Date>>,
    /// When the licence ends.
    pub expires: Option<Located<Date>>,
    /// How far a machine made it; `None`: not said.
    pub ai: Option<Located<Ai>>,
    /// What only few records say; shared by all that say none of it.
    pub details: Arc<RecordDetails>,
    /// Where the record stands.
    pub place: Place,
}

/// What only few records say.
#[derive(Debug, Clone, Default)]
pub struct RecordDetails {
    /// What the licence covers: `online`, `commercial`, `derivative`, `editorial`, …
    pub licence_scope: Vec<Located<String>>,
    /// What the picture shows, see [`PICTURE_TAGS`].
    pub tags: Vec<Located<String>>,
    /// People who can be recognised, or a note about their consent.
    pub people: Vec<Located<String>>,
    /// Written consent of those people, path from the root of the site.
    pub consent_file: Option<Located<String>>,
    /// When the consent ends.
    pub consent_expires: Option<Located<Date>>,
    /// Consent of a child's guardian, path from the root of the site.
    pub guardian_consent: Option<Located<String>>,
    /// 审图号 of a map.
    pub map_review_no: Option<Located<String>>,
    /// Names and numbers in it have been made illegible.
    pub masked: Option<Located<bool>>,
    /// When it was taken, for photographs.
    pub shot_at: Option<Located<Date>>,
    /// Who took it.
    pub shot_by: Option<Located<String>>,
    /// Where it was taken, for photographs.
    pub shot_place: Option<Located<String>>,
    /// The words that stand in it.
    pub text: Option<Located<String>>,
    /// Where its QR code leads.
    pub qr_target: Option<Located<String>>,
    /// Fonts that it uses.
    pub fonts: Vec<Located<String>>,
    /// `music`, `sound` or `video`; pictures have none.
    pub kind: Option<Located<String>>,
}

/// Words for what a picture shows. Others are accepted; these are what rules look for.
pub const PICTURE_TAGS: [&str; 17] = [
    "person",
    "minor",
    "flag",
    "emblem",
    "rmb",
    "map",
    "screenshot",
    "before",
    "after",
    "drinking-action",
    "smoking",
    "qrcode",
    "avatar",
    "logo",
    "official-building",
    "poster",
    "decoration",
];

impl Record {
    /// Whether the picture is said to show `tag`.
    pub fn shows(&self, tag: &str) -> bool {
        self.details.tags.iter().any(|known| known.value == tag)
    }
}
