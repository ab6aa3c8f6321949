//! A theme: one inline style for each construct, made of `theme.yaml` and `article.css` when the theme is loaded.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::color::Color;
use super::construct::{Base, Construct};
use super::css;
use super::rule;
use super::style::{self, Declaration};
use crate::base::digest::Digest;
use crate::base::message::{Explain, render as text};
use crate::finding::{Finding, Findings, Place};
use crate::source::SourceFile;
use crate::source::markdown::Alignment;
use crate::source::tree::{Tree, TreeError};
use crate::source::yaml::{self, Node};

/// Where a site keeps its themes.
const FOLDER: &str = "layouts/themes";
/// Most bytes that a file of a theme may have.
const MAX_BYTES: u64 = 256 << 10;

/// The files of the theme that every copy of the program has.
const INK: Files<&str> = Files {
    settings: include_str!("../../layouts/themes/ink/theme.yaml"),
    css: include_str!("../../layouts/themes/ink/article.css"),
    page: include_str!("../../layouts/themes/ink/page.html"),
};

struct Files<T> {
    settings: T,
    css: T,
    page: T,
}

/// Colours of code; each has enough contrast on the block's ground, or is the plain text colour.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct CodeColors {
    /// Colour by role, in the order of [`CodeColors::ROLES`]; `None`: as the plain text.
    pub(super) roles: [Option<String>; 7],
}

impl CodeColors {
    /// Roles as the variables of a theme name them, behind `code-`.
    pub(super) const ROLES: [&'static str; 7] =
        ["comment", "keyword", "string", "number", "function", "type", "punctuation"];
}

/// A loaded theme.
#[derive(Debug)]
pub(super) struct Theme {
    /// Inline styles by construct.
    styles: Vec<String>,
    /// Declarations by construct, for author's additions and for checks.
    declarations: Vec<Vec<Declaration>>,
    /// Styles of cells: head, plain, striped, each by alignment.
    cells: [[String; 4]; 3],
    pub(super) code: CodeColors,
    /// The Tera template of the phone page.
    pub(super) page: Arc<SourceFile>,
    /// Files and their digests, sorted by path.
    pub(super) files: Vec<(String, Digest)>,
    pub(super) findings: Findings,
}

/// The theme `name`: from the site, or built in.
pub(super) fn load(tree: &dyn Tree, name: &str, asked: Option<&Place>) -> Theme {
    let mut findings = Findings::new();
    let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let found = plain.then(|| from_tree(tree, name, &mut findings)).flatten();
    let files = match found {
        Some(files) => files,
        None => {
            if name != "ink" {
                let place = asked.cloned().unwrap_or_else(|| Place::file_only("qianfa.yaml"));
                findings.push(
                    Finding::error(rule::THEME, place, text::theme_missing(name))
                        .help(text::theme_help(name)),
                );
            }
            let file =
                |part: &str, body: &str| Arc::new(SourceFile::new(format!("{FOLDER}/ink/{part}"), body));
            Files {
                settings: file("theme.yaml", INK.settings),
                css: file("article.css", INK.css),
                page: file("page.html", INK.page),
            }
        }
    };
    build(&files, findings)
}

/// Reads the theme's files of a site. `None` when the site has no such theme; a missing page is the built-in one.
fn from_tree(tree: &dyn Tree, name: &str, findings: &mut Findings) -> Option<Files<Arc<SourceFile>>> {
    let mut file = |part: &str, default: &str| {
        let path = format!("{FOLDER}/{name}/{part}");
        match tree.read(&path, MAX_BYTES) {
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(body) => return Arc::new(SourceFile::new(path, body)),
                Err(_) => {
                    findings.push(Finding::error(
                        rule::CSS,
                        Place::file_only(&path),
                        text::theme_encoding(&path),
                    ));
                }
            },
            Err(TreeError::Missing(_)) => {}
            Err(error) => {
                findings.push(Finding::error(rule::CSS, Place::file_only(&path), error.message()));
            }
        }
        Arc::new(SourceFile::new(path, default))
    };
    if !tree.contains(&format!("{FOLDER}/{name}/article.css")) {
        return None;
    }
    Some(Files {
        settings: file("theme.yaml", ""),
        css: file("article.css", ""),
        page: file("page.html", INK.page),
    })
}

fn build(files: &Files<Arc<SourceFile>>, mut findings: Findings) -> Theme {
    let variables = variables(&files.settings, &mut findings);
    let rules =
        css::rules(&files.css, |name| variables.get(name).map(|(value, _)| value.as_str()), &mut findings);
    for rule in &rules {
        if !Construct::ALL.iter().any(|construct| construct.fits(&rule.selector)) {
            let message = text::css_unused(rule.place.text());
            findings.push(Finding::warning(rule::CSS, rule.place.clone(), message).help(text::css_help()));
        }
    }
    let resolve = |construct: &Construct| {
        let mut fitting: Vec<&css::Rule> =
            rules.iter().filter(|rule| construct.fits(&rule.selector)).collect();
        fitting.sort_by_key(|rule| rule.selector.weight());
        let mut all = Vec::new();
        for rule in fitting {
            style::merge(&mut all, rule.declarations.iter().cloned());
        }
        all
    };
    let base: Vec<Declaration> = resolve(&Construct::Article)
        .into_iter()
        .filter(|(name, _)| matches!(name.as_str(), "color" | "font-size" | "line-height"))
        .collect();
    let declarations: Vec<Vec<Declaration>> =
        Construct::ALL.iter().map(|construct| with_base(resolve(construct), *construct, &base)).collect();
    let styles = declarations.iter().map(|all| style::write(all)).collect();
    let cells = cells(&declarations);
    let code = code_colors(&variables, &declarations, &mut findings);
    let mut listed: Vec<(String, Digest)> = [&files.settings, &files.css, &files.page]
        .map(|file| (file.path().to_owned(), Digest::of(file.text())))
        .to_vec();
    listed.sort();
    findings.sort();
    Theme { styles, declarations, cells, code, page: Arc::clone(&files.page), files: listed, findings }
}

/// Declarations of a construct with what every text must carry and every picture needs.
fn with_base(own: Vec<Declaration>, construct: Construct, base: &[Declaration]) -> Vec<Declaration> {
    let add = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut all = Vec::new();
    if construct.shape().base == Base::Text {
        style::merge(&mut all, [add("color", "#333"), add("font-size", "16px"), add("line-height", "1.75")]);
        style::merge(&mut all, base.iter().cloned());
    }
    style::merge(&mut all, own);
    match construct {
        Construct::Image | Construct::FigureImage => {
            style::merge(&mut all, [add("max-width", "100%"), add("height", "auto")]);
        }
        Construct::TableBox => style::merge(&mut all, [add("max-width", "100%"), add("overflow-x", "auto")]),
        Construct::Code => style::merge(
            &mut all,
            [add("display", "block"), add("overflow-x", "auto"), add("white-space", "nowrap")],
        ),
        Construct::HeadCell | Construct::Cell | Construct::StripedCell
            if !all.iter().any(|(name, _)| name == "text-align") =>
        {
            style::merge(&mut all, [add("text-align", "left")]);
        }
        Construct::Pre => style::merge(&mut all, [add("white-space", "normal")]),
        _ => {}
    }
    all
}

/// Styles of cells by row and alignment; a cell keeps a least width, since phones squeeze columns to a character.
fn cells(declarations: &[Vec<Declaration>]) -> [[String; 4]; 3] {
    [Construct::HeadCell, Construct::Cell, Construct::StripedCell].map(|construct| {
        ["", "left", "center", "right"].map(|align| {
            let mut all = declarations.get(construct as usize).cloned().unwrap_or_default();
            if !align.is_empty() {
                style::merge(&mut all, [("text-align".to_owned(), align.to_owned())]);
            }
            style::write(&all)
        })
    })
}

/// `variables` of `theme.yaml`, by name.
fn variables(file: &Arc<SourceFile>, findings: &mut Findings) -> BTreeMap<String, (String, Place)> {
    let mut out = BTreeMap::new();
    let (document, problems) = yaml::parse(file, 0..file.text().len());
    findings.extend(problems);
    let Some((Node::Map(entries), _)) = document else { return out };
    for (key, key_place, value, place) in entries {
        match (key.as_str(), value) {
            ("title", Node::Str(_)) => {}
            ("variables", Node::Map(entries)) => {
                for (name, _, value, place) in entries {
                    match scalar(&value) {
                        Some(value) => drop(out.insert(name, (value, place))),
                        None => {
                            findings.push(Finding::error(rule::VARIABLE, place, text::theme_variable(&name)))
                        }
                    }
                }
            }
            ("title" | "variables", _) => {
                findings.push(Finding::error(rule::VARIABLE, place, text::theme_variable(&key)));
            }
            _ => findings.push(
                Finding::error(rule::VARIABLE, key_place, text::theme_key(&key)).help(text::theme_key_help()),
            ),
        }
    }
    out
}

fn scalar(node: &Node) -> Option<String> {
    match node {
        Node::Str(text) => Some(text.clone()),
        Node::Int(number) => Some(number.to_string()),
        Node::Float(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Colours of code with contrast 4.5 or more on the block's ground; a weaker one is reported and left out.
fn code_colors(
    variables: &BTreeMap<String, (String, Place)>,
    declarations: &[Vec<Declaration>],
    findings: &mut Findings,
) -> CodeColors {
    let ground = declarations
        .get(Construct::CodeBox as usize)
        .and_then(|all| all.iter().find(|(name, _)| name.starts_with("background")))
        .and_then(|(_, value)| Color::parse(value))
        .unwrap_or(super::color::PAGE_LIGHT);
    let mut colors = CodeColors::default();
    for (slot, role) in colors.roles.iter_mut().zip(CodeColors::ROLES) {
        let Some((value, place)) = variables.get(&format!("code-{role}")) else { continue };
        match Color::parse(&value.to_ascii_lowercase()) {
            Some(color) if color.contrast(ground) >= 4.5 => {
                *slot = style::clean("color", value, style::On::Text).map(|(_, value)| value);
            }
            _ => findings.push(Finding::warning(rule::CONTRAST, place.clone(), text::theme_contrast(value))),
        }
    }
    colors
}

impl Theme {
    /// The inline style of a construct.
    pub(super) fn style(&self, construct: Construct) -> &str {
        self.styles.get(construct as usize).map_or("", String::as_str)
    }

    /// The inline style of a construct with declarations of the author.
    pub(super) fn style_with(&self, construct: Option<Construct>, more: Vec<Declaration>) -> String {
        let mut all = construct
            .and_then(|construct| self.declarations.get(construct as usize))
            .cloned()
            .unwrap_or_default();
        style::merge(&mut all, more);
        style::write(&all)
    }

    /// The value of a property of a construct.
    #[cfg(test)]
    pub(super) fn value(&self, construct: Construct, property: &str) -> Option<&str> {
        let all = self.declarations.get(construct as usize)?;
        all.iter().find(|(name, _)| name == property).map(|(_, value)| value.as_str())
    }

    /// The inline style of a cell.
    pub(super) fn cell(&self, head: bool, striped: bool, alignment: Alignment) -> &str {
        let row = if head { 0 } else { 1 + usize::from(striped) };
        let column = match alignment {
            Alignment::None => 0,
            Alignment::Left => 1,
            Alignment::Center => 2,
            Alignment::Right => 3,
        };
        &self.cells[row][column]
    }
}

#[cfg(test)]
mod tests {
    use super::super::color::{PAGE_DARK, PAGE_LIGHT};
    use super::*;
    use crate::source::tree::Entry;

    struct NoFiles;

    impl Tree for NoFiles {
        fn list(&self, _: &str) -> Result<Vec<Entry>, TreeError> {
            Ok(Vec::new())
        }

        fn read(&self, path: &str, _: u64) -> Result<Vec<u8>, TreeError> {
            Err(TreeError::Missing(path.to_owned()))
        }

        fn contains(&self, _: &str) -> bool {
            false
        }
    }

    /// On which ground the text of a construct stands.
    fn around(construct: Construct) -> &'static [Construct] {
        use Construct as C;
        match construct {
            C::QuoteParagraph => &[C::Quote],
            C::AlertParagraph => &[C::AlertNote],
            C::AlertNoteTitle => &[C::AlertNote],
            C::AlertTipTitle => &[C::AlertTip],
            C::AlertImportantTitle => &[C::AlertImportant],
            C::AlertWarningTitle => &[C::AlertWarning],
            C::AlertCautionTitle => &[C::AlertCaution],
            C::TableBox => &[C::HeadCell, C::StripedCell, C::Cell],
            C::Code => &[C::CodeBox],
            construct if construct.shape().own.0 == "code" || construct == C::Marked => &[C::InlineCode],
            _ => &[],
        }
    }

    /// Body text needs 4.5 and in dark mode too; everything that is read at all needs 3.
    #[test]
    fn every_text_of_the_built_in_theme_is_legible_in_light_and_dark() {
        let theme = load(&NoFiles, "ink", None);
        assert!(theme.findings.is_empty());
        let color = |construct, name| theme.value(construct, name).and_then(Color::parse);
        let ground = |construct| color(construct, "background").or(color(construct, "background-color"));
        let mut seen = 0;
        for construct in Construct::ALL {
            let Some(text) = color(*construct, "color") else { continue };
            let grounds: Vec<Option<Color>> = match around(*construct) {
                [] => vec![ground(*construct)],
                around => around.iter().map(|outer| ground(*outer)).collect(),
            };
            for ground in grounds {
                let light = text.contrast(ground.unwrap_or(PAGE_LIGHT));
                let dark_ground = ground.map_or(PAGE_DARK, Color::dark_background);
                let dark = text.dark_text(dark_ground).contrast(dark_ground);
                let least = if *construct == Construct::Paragraph { 4.5 } else { 3.0 };
                assert!(light >= least && dark >= least, "{construct:?}: {light} in light, {dark} in dark");
                seen += 1;
            }
        }
        assert!(seen > 30, "{seen}");
    }

    #[test]
    fn code_colours_stay_legible_in_dark_mode() {
        let theme = load(&NoFiles, "ink", None);
        let ground = theme.value(Construct::CodeBox, "background").and_then(Color::parse).unwrap();
        let dark = ground.dark_background();
        let colors: Vec<Color> =
            theme.code.roles.iter().flatten().filter_map(|color| Color::parse(color)).collect();
        assert_eq!(colors.len(), 6);
        for color in colors {
            assert!(color.contrast(ground) >= 4.5);
            assert!(color.dark_text(dark).contrast(dark) >= 3.0, "{color:?}");
        }
    }
}
