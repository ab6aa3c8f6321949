//! The rules: what law, platform and house say about a site's content, one file a rule.
//!
//! [`check`] runs them all. A rule is a [`Meta`] and a function; a rule that is only a list of words is a pack under
//! `terms/`. Adding one is a file in its family's folder and a line in the list below; the tests at the end of this
//! folder fail when anything else is missing. Rules know the platform's limits and never its client.

mod advertisement;
mod bundle;
mod context;
mod document;
mod fold;
mod induce;
mod meta;
mod number;
mod policy;
mod reference;
mod run;
mod scan;
mod suppression;
mod terms;
mod word;

pub use advertisement::{Sign, Verdict};
pub use context::Context;
pub use document::{Document, Subject};
pub use meta::{HEADINGS, Meta, Rule};
pub use policy::Policy;
pub use run::{Outcome, check, check_settings};

/// Lists the rules: `family { file }` is the file `family/file.rs` and the rule `family.file`.
macro_rules! list {
    ($($family:ident { $($rule:ident,)* })*) => {
        $(mod $family { $(pub(super) mod $rule;)* })*

        static RULES: &[&Rule] = &[$($(&$family::$rule::RULE,)*)*];
    };
}

// Sorted by name, a line each.
list! {
    ad {
        absolute,
        identify,
        identify_news,
    }
    asset {
        metadata,
        missing,
        outside,
        size,
        type_,
    }
    campaign {
        unit,
    }
    cr {
        image_source,
        phrase,
    }
    link {
        fragment,
        host,
        missing,
    }
    md {
        heading,
    }
    own {
        term,
    }
    pii {
        bank_card,
        id_card,
        phone,
    }
    promo {
        budget,
        clause,
        prize_limit,
    }
    schedule {
        clash,
        until,
    }
    sec {
        credential,
    }
    site {
        rules,
        suppression,
    }
    text {
        hidden,
    }
    uc {
        fake_review,
    }
    wx {
        author_length,
        clickbait,
        content_size,
        edition_size,
        gambling,
        induce_follow,
        induce_like,
        induce_share,
        read_more,
        summary_length,
        title_length,
    }
}

/// Every rule, sorted by name.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied()
}

/// The rule of that name.
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.meta.id == id)
}

#[cfg(test)]
mod tests;
