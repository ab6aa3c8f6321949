//! The rules of form: what reading a site can complain about, before anybody looks at the content.
//!
//! Ids and one-line meanings in one list, so that `rules` and `explain` show them beside the others. Most are used by
//! the loader of the site (a floor above); they stand here because the YAML reader below it uses them too.

use crate::base::message::{Message, source as text};
use crate::finding::Severity;

/// A rule of form.
#[derive(Debug, Clone, Copy)]
pub struct FormRule {
    /// Stable name, `site.name`.
    pub id: &'static str,
    /// How much a finding of it weighs.
    pub severity: Severity,
    /// What it is about, in one line.
    pub about: fn() -> Message,
}

macro_rules! rules {
    ($($(#[$meta:meta])* $name:ident = $id:literal, $severity:ident, $about:ident;)*) => {
        $($(#[$meta])* pub const $name: &str = $id;)*

        /// Every rule of form, sorted by id.
        pub const RULES: &[FormRule] =
            &[$(FormRule { id: $id, severity: Severity::$severity, about: text::$about },)*];
    };
}

rules! {
    /// Entries of a baseline that nothing answers to.
    BASELINE = "site.baseline", Info, about_baseline;
    /// ` #` cuts a value short.
    CUT = "site.cut", Error, about_cut;
    /// A day or time that cannot be read or does not exist.
    DATE = "site.date", Error, about_date;
    /// A key, uid or name is given twice.
    DUPLICATE = "site.duplicate", Error, about_duplicate;
    /// The articles of an edition do not fit together.
    EDITION = "site.edition", Error, about_edition;
    /// A file is not UTF-8.
    ENCODING = "site.encoding", Error, about_encoding;
    /// The fences of the front matter.
    FRONT_MATTER = "site.front-matter", Error, about_front_matter;
    /// A file stands where nobody reads it.
    LAYOUT = "site.layout", Warning, about_layout;
    /// A symbolic link.
    LINK = "site.link", Error, about_link;
    /// A file that a site must have.
    MISSING_FILE = "site.missing-file", Error, about_missing_file;
    /// An obligatory key.
    MISSING_KEY = "site.missing-key", Error, about_missing_key;
    /// A path leads out of the site.
    OUTSIDE = "site.outside", Error, about_outside;
    /// A name that does not exist: account, column, campaign.
    REFERENCE = "site.reference", Error, about_reference;
    /// A file is larger than its limit.
    TOO_LARGE = "site.too-large", Error, about_too_large;
    /// A value of another type.
    TYPE = "site.type", Error, about_type;
    /// An article without uid.
    UID = "site.uid", Info, about_uid;
    /// A key that nobody knows.
    UNKNOWN_KEY = "site.unknown-key", Error, about_unknown_key;
    /// A file that the system does not let us read.
    UNREADABLE = "site.unreadable", Error, about_unreadable;
    /// A value of the right type that does not fit.
    VALUE = "site.value", Error, about_value;
    /// YAML that cannot be parsed.
    YAML = "site.yaml", Error, about_yaml;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_of_one_family() {
        assert!(RULES.windows(2).all(|pair| pair[0].id < pair[1].id));
        assert!(RULES.iter().all(|rule| rule.id.starts_with("site.")));
    }
}
