//! The rules that rendering can complain about: ids and one-line meanings in one list, for `rules` and `explain`.

use crate::base::message::render as text;
use crate::finding::Severity;
use crate::source::rule::FormRule;

macro_rules! rules {
    ($($(#[$meta:meta])* $name:ident = $id:literal, $severity:ident, $about:ident;)*) => {
        $($(#[$meta])* pub const $name: &str = $id;)*

        /// Every rule of rendering, sorted by id.
        pub const RULES: &[FormRule] =
            &[$(FormRule { id: $id, severity: Severity::$severity, about: text::$about },)*];
    };
}

/// A picture file does not exist. Listed by the rules of content, which find it without rendering too.
pub const MISSING: &str = "asset.missing";
/// A picture's path leads out of the site. Listed by the rules of content.
pub const OUTSIDE: &str = "asset.outside";
/// A footnote that nobody defined. Listed by the rules of content.
pub const FOOTNOTE_UNDEFINED: &str = "wx.footnote-undefined";
/// A footnote that nobody uses. Listed by the rules of content.
pub const FOOTNOTE_UNUSED: &str = "wx.footnote-unused";
/// `[[name]]` of no other article of the site. Listed by the rules of content.
pub const ARTICLE_LINK: &str = "link.article";
/// A diagram that cannot be drawn. Listed by the rules of content.
pub const DIAGRAM: &str = "md.diagram";
/// HTML that readers will not get. Listed by the rules of content.
pub const HTML_REMOVED: &str = "wx.html-removed";

rules! {
    /// A cover that will not look good, or a card that cannot be drawn.
    COVER = "asset.cover", Warning, about_cover;
    /// Text in a picture, and no font to set it in.
    FONT = "asset.font", Warning, about_font;
    /// An animation that will stand still.
    MOTION = "asset.motion", Warning, about_motion;
    /// A picture of another site.
    REMOTE = "asset.remote", Error, about_remote;
    /// An SVG that cannot be drawn.
    SVG = "asset.svg", Error, about_svg;
    /// A picture file that is none.
    UNREADABLE = "asset.unreadable", Error, about_unreadable;
    /// A link to a mini-program that none can be.
    MINI_PROGRAM = "link.mini-program", Warning, about_mini_program;
    /// A link to an article that has no address yet.
    UNPUBLISHED = "link.unpublished", Error, about_unpublished;
    /// A language of code that nobody here knows.
    CODE_LANGUAGE = "md.code-language", Info, about_code_language;
    /// A container that nobody knows, or whose fences do not pair.
    CONTAINER = "md.container", Warning, about_container;
    /// A formula that cannot be drawn.
    FORMULA = "md.formula", Warning, about_formula;
    /// A colour of code that cannot be read on its ground.
    CONTRAST = "theme.contrast", Warning, about_contrast;
    /// Something in a theme's style sheet that readers would never get.
    CSS = "theme.css", Error, about_css;
    /// A theme that does not exist.
    THEME = "theme.missing", Error, about_theme;
    /// A part of a theme that cannot be used.
    PART = "theme.part", Error, about_part;
    /// A key or value of a theme's settings.
    VARIABLE = "theme.variable", Error, about_variable;
    /// An article that is larger than the platform takes or advises.
    LENGTH = "wx.content-length", Error, about_length;
    /// A fragment that breaks a rule of fragments: a fault of the program.
    FRAGMENT = "wx.fragment", Error, about_fragment;
    /// Markup in a picture message.
    PICTURES_TEXT = "wx.pictures-text", Warning, about_pictures_text;
    /// A link to a draft.
    TEMPORARY_LINK = "wx.temporary-link", Warning, about_temporary_link;
}

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn ids_are_sorted_and_unique() {
        assert!(RULES.windows(2).all(|pair| pair[0].id < pair[1].id));
    }
}
