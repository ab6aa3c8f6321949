//! The subject of a sign-off: what an edition is as far as a policy asks.

use std::collections::BTreeSet;

use crate::base::digest::Digest;
use crate::finding::Severity;
use crate::site::Mode;

/// An edition for one account, as policies and statements see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Name of the edition.
    pub unit: String,
    /// The account.
    pub account: String,
    /// How it goes out.
    pub mode: Mode,
    /// `all` or `tag:<name>`.
    pub audience: String,
    /// P of a fresh render.
    pub payload: Digest,
    /// S.
    pub source: Digest,
    /// Labels of its articles.
    pub labels: BTreeSet<String>,
    /// Kinds of its articles: `editorial`, `ad`, `notice`.
    pub kinds: BTreeSet<String>,
    /// Columns of its articles.
    pub columns: BTreeSet<String>,
    /// Campaigns of its articles.
    pub campaigns: BTreeSet<String>,
    /// 作者 of its articles as printed.
    pub bylines: BTreeSet<String>,
    /// Paths of the files that the payload is made of, sorted.
    pub paths: Vec<String>,
    /// Rules that found something in those files, with the weight.
    pub findings: BTreeSet<(String, Severity)>,
}
