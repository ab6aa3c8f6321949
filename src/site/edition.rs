//! An edition (一期): what goes out together as one message.

use super::{Audience, Late, Mode, Slot};
use jiff::Timestamp;

/// One article, or up to eight that name the same edition, for one account.
#[derive(Debug, Clone)]
pub struct Edition {
    /// Name: the edition named in the front matter, or the unit of its only article.
    pub name: String,
    /// What identifies it through renames: the named edition, or the uid of its only article.
    pub uid: String,
    /// The account it goes to.
    pub account: String,
    /// Indices into [`super::Site::articles`], in the order in which readers see them.
    pub articles: Vec<usize>,
    /// How it goes out.
    pub mode: Mode,
    /// To whom.
    pub to: Audience,
    /// When, as written.
    pub at: Option<Slot>,
    /// What to do when the runner comes too late.
    pub late: Late,
    /// Never after this instant.
    pub until: Option<Timestamp>,
    /// Never before this instant.
    pub embargo: Option<Timestamp>,
    /// All of its articles are ready, and nothing is wrong with how they go together.
    pub ready: bool,
}
