//! How well each construct can be read, on the ground it stands on, in light and in dark mode.

use super::{Context, Theme};
use crate::base::message::render as say;
use crate::finding::{Finding, Findings, Place};
use crate::render::color::{Color, PAGE_DARK, PAGE_LIGHT};
use crate::render::construct::{Base, Construct};
use crate::render::rule;
use crate::render::style::Declaration;

/// Least contrast of the text that articles consist of.
pub(super) const BODY: f32 = 4.5;
/// Least contrast of everything else that is read.
pub(super) const OTHER: f32 = 3.0;

/// Elements that stand in a sentence.
const INLINE: [&str; 14] =
    ["strong", "em", "del", "code", "mark", "kbd", "small", "a", "span", "sup", "u", "ins", "ruby", "rt"];

/// Blocks in which a sentence may stand on a ground of its own.
const AROUND: [Construct; 14] = [
    Construct::Paragraph,
    Construct::H1,
    Construct::H2,
    Construct::H3,
    Construct::H4,
    Construct::QuoteParagraph,
    Construct::AlertParagraph,
    Construct::AlertNoteTitle,
    Construct::AlertWarningTitle,
    Construct::ItemText,
    Construct::HeadCell,
    Construct::Cell,
    Construct::StripedCell,
    Construct::Note,
];

/// How a text looks at the end of a path of constructs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    /// Contrast in light mode.
    pub(super) light: f32,
    /// Contrast in dark mode.
    pub(super) dark: f32,
}

/// A path of constructs, outermost first, to one that carries text.
pub(super) type Path = Vec<Construct>;

/// Every path on which a theme may colour text.
pub(super) fn paths() -> Vec<Path> {
    let mut paths = Vec::new();
    for construct in Construct::ALL.iter().copied() {
        let shape = construct.shape();
        if INLINE.contains(&shape.own.0) && shape.around.is_empty() {
            for around in AROUND {
                let mut path = path_to(around);
                path.push(construct);
                paths.push(path);
            }
        } else if shape.base == Base::Text || !shape.around.is_empty() {
            paths.push(path_to(construct));
        }
    }
    paths
}

/// The path to where a construct ordinarily stands.
fn path_to(construct: Construct) -> Path {
    let mut path = vec![Construct::Article];
    for outer in construct.shape().around {
        let same = |known: &&Construct| {
            let own = known.shape().own;
            own.0 == outer.0 && outer.1.iter().all(|class| own.1.contains(class))
        };
        path.extend(Construct::ALL.iter().find(same));
    }
    path.push(construct);
    path
}

/// How the text at the end of a path is seen; `None` when nothing on it has a colour that can be read.
pub(super) fn seen(theme: &Theme, path: &[Construct]) -> Option<Seen> {
    let mut context = Context::default();
    let (mut light, mut dark) = (PAGE_LIGHT, PAGE_DARK);
    let mut text = None;
    for construct in path {
        let declarations = theme.declarations_in(*construct, context);
        if let Some((color, alpha)) = ground(&declarations) {
            light = color.over(light, alpha);
            dark = color.dark_veil(alpha, dark).over(dark, alpha);
        }
        text = find(&declarations, "color").and_then(Color::parse).or(text);
        context = theme.inside(context, *construct);
    }
    let text = text?;
    Some(Seen { light: text.contrast(light), dark: text.dark_text(dark).contrast(dark) })
}

fn find<'d>(declarations: &'d [Declaration], name: &str) -> Option<&'d str> {
    declarations.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

/// The background of a construct; one that is hardly there counts as none.
fn ground(declarations: &[Declaration]) -> Option<(Color, f32)> {
    let written = find(declarations, "background").or_else(|| find(declarations, "background-color"))?;
    Color::parse_alpha(written).filter(|(_, alpha)| *alpha >= 0.05)
}

/// The least contrast that a construct needs.
pub(super) fn least(construct: Construct) -> f32 {
    match construct {
        Construct::Paragraph | Construct::ItemText | Construct::Cell | Construct::StripedCell => BODY,
        _ => OTHER,
    }
}

/// Texts of a theme that cannot be read well enough; `whole` is the place for what no rule of the theme has set.
pub(super) fn check(theme: &Theme, whole: &Place) -> Findings {
    let mut findings = Findings::new();
    for path in paths() {
        let (Some(seen), Some(construct)) = (seen(theme, &path), path.last().copied()) else { continue };
        let least = least(construct);
        for (contrast, dark) in [(seen.light, false), (seen.dark, true)] {
            if contrast >= least {
                continue;
            }
            let name = name(&path);
            let message = if dark {
                say::contrast_dark(&name, ratio(contrast), least)
            } else {
                say::contrast_light(&name, ratio(contrast), least)
            };
            let place = theme.origin(&path).unwrap_or_else(|| whole.clone());
            findings.push(Finding::warning(rule::CONTRAST, place, message).help(say::contrast_help()));
        }
    }
    findings
}

fn ratio(contrast: f32) -> String {
    format!("{contrast:.1}")
}

/// A path as a selector would name it.
fn name(path: &[Construct]) -> String {
    let part = |construct: &Construct| {
        let (element, classes) = construct.shape().own;
        match classes.last() {
            Some(class) if *class != "heading" => format!(".{class}"),
            _ => element.to_owned(),
        }
    };
    path.iter().skip(1).map(part).collect::<Vec<_>>().join(" ")
}
