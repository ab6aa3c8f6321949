//! The rules: what law, platform and house say about a site's content, one file a rule.
//!
//! [`check`] runs them all. A rule is a [`Meta`] and a function; a rule that is only a list of words is a pack under
//! `terms/`. Adding one is a file in its family's folder and a line in the list below; the tests at the end of this
//! folder fail when anything else is missing. Rules know the platform's limits and never its client.
//!
//! Rules about form tell writers what the renderer would have to drop, or phones would show badly:
//!
//! | no. | about | rules |
//! | --- | --- | --- |
//! | L1 | content too long | `wx.content-size` |
//! | L2 | pictures that are missing, too large, of another type | `asset.missing` `asset.size` `asset.type` |
//! | L3 | too many links that lead away | `link.count` |
//! | L4 | links to drafts, broken numbers, hosts that pose as the platform | `link.host` |
//! | L5 | raw HTML that is removed | `wx.html-removed` |
//! | L6 | declarations that are removed | `wx.html-removed` |
//! | L7 | lists and quotations that are too deep | `md.depth` |
//! | L8 | tables that are too large | `md.table-size` |
//! | L9 | long lines of code | `md.code-width` |
//! | L10 | summaries that the platform makes up | `wx.summary-default` |
//! | L11 | the title repeated, levels skipped | `md.heading` |
//! | L12 | contrast in dark mode | `wx.dark-contrast` |
//! | L13 | marks without effect, rules that make headings, half-width punctuation | `md.marker` `md.raw` `md.setext` `zh.width-punct` |
//! | L14 | comments that look like notes | `md.comment` |
//! | L15 | hidden characters | `text.hidden` |
//! | L16 | undefined and unused footnotes and links | `wx.footnote-undefined` `wx.footnote-unused` `md.reference` |
//! | L17 | pictures without words | `asset.alt` |
//! | L18 | what nobody can draw | `md.diagram` |

mod absolute;
mod advertisement;
mod basis;
mod bundle;
mod classifier;
mod condition;
mod context;
mod day;
mod document;
mod examiner;
mod fact;
mod figure;
mod fold;
mod guess;
mod induce;
mod label;
mod lexicon;
mod literal;
mod look;
mod markup;
mod memory;
mod mend;
mod meta;
mod need;
mod number;
mod ours;
mod paper;
mod pattern;
mod period;
mod person;
mod plan;
mod policy;
mod prose;
mod qr;
mod reference;
mod roster;
mod run;
mod said;
mod scan;
mod sentence;
mod shown;
mod similarity;
mod stance;
mod suppression;
mod terms;
mod trade;
mod trapped;
mod waiver;
mod word;

pub use advertisement::{Sign, Verdict};
pub use context::Context;
pub use document::{Document, Subject};
pub use examiner::Examiner;
pub use memory::Keeper;
pub use mend::mend;
pub use meta::{HEADINGS, Meta, Rule};
pub use period::Period;
pub use policy::Policy;
pub use run::{Outcome, check, check_kept, check_settings};

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
        absolute_evidence,
        absolute_self,
        absolute_wish,
        agri,
        alcohol,
        archive,
        citation,
        citation_small,
        cosmetic,
        dignity,
        disparage,
        education,
        education_k9,
        endorser_used,
        false_,
        finance,
        finance_licence,
        finance_risk,
        food_label,
        gift,
        health_disguise,
        health_food,
        identify,
        identify_news,
        infant,
        link,
        medaes,
        medical,
        medical_term,
        medical_inducement,
        medical_notice,
        message,
        minor_endorser,
        minor_medium,
        minor_persuade,
        patent,
        popup,
        portrait_consent,
        privacy_in_ad,
        real_estate,
        real_estate_area,
        review_number,
        rx,
        state_organ,
        state_symbol,
        superstition,
        tobacco,
        unclear,
    }
    asset {
        alt,
        metadata,
        missing,
        outside,
        proof,
        size,
        type_,
    }
    campaign {
        complete,
        schedule,
        unit,
    }
    cr {
        attribution,
        defame,
        expired,
        font,
        image_source,
        licence_scope,
        music_video,
        original_flag,
        phrase,
        portrait,
        quote_ratio,
        reprint,
        similarity,
    }
    desk {
        community,
        crisis,
        reply,
        statement,
    }
    gov {
        ai_label,
        bad,
        category,
        comment,
        ethnic_religion,
        fiction_label,
        fundraise,
        group,
        heroes,
        illegal,
        language,
        map,
        minor_identity,
        minor_info,
        news,
        news_repost,
        review,
        rumour,
        secret,
        source_label,
        territory,
        weather,
    }
    link {
        article,
        count,
        fragment,
        host,
        missing,
        order,
    }
    md {
        code_width,
        comment,
        depth,
        diagram,
        heading,
        marker,
        raw,
        reference,
        setext,
        table_size,
    }
    own {
        term,
    }
    pii {
        address,
        bank_card,
        consent,
        email,
        excess,
        health,
        hmt_permit,
        id_card,
        landline,
        minor,
        mobile,
        passport,
        personalised,
        plate,
        qr,
        screenshot,
        wechat_id,
        winner_list,
    }
    price {
        compare,
        currency,
        gift,
        lowest,
        mismatch,
        raise_first,
    }
    promo {
        budget,
        clause,
        condition,
        coupon,
        prize_change,
        prize_fake,
        prize_info,
        prize_limit,
        prize_mismatch,
        prize_publish_500,
        prize_record,
        prize_traffic,
    }
    schedule {
        clash,
        until,
    }
    sec {
        approval,
        credential,
        customer,
        embargo,
        inside,
        internal,
        metadata,
        silent_period,
        unreleased_figure,
    }
    site {
        rules,
        suppression,
    }
    text {
        hidden,
    }
    tm {
        well_known,
    }
    uc {
        confusion,
        fake_review,
        fake_stock,
        false_promo,
    }
    wx {
        ad_click,
        author_length,
        avatar,
        clickbait,
        content_size,
        dark_contrast,
        edition_size,
        external_link,
        festival_politics,
        fission,
        footnote_undefined,
        footnote_unused,
        gambling,
        html_removed,
        impersonate,
        induce_follow,
        induce_like,
        induce_share,
        lost_contact,
        lottery,
        matrix_count,
        multi_level,
        plagiarism,
        qrcode,
        qualification,
        read_more,
        summary_default,
        summary_length,
        title_length,
    }
    zh {
        date,
        de,
        ellipsis,
        heading,
        image_alt,
        link_text,
        name,
        number_approx,
        number_form,
        number_logic,
        political_names,
        quote,
        range,
        repeat,
        sentence,
        space,
        trad,
        typo,
        unit,
        width_punct,
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
