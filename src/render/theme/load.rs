//! Loading a theme: its files and those of the themes it builds on, computed and resolved.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::builtin;
use super::cascade::{self, Cascade, Rule};
use super::code::CodeColors;
use super::colors;
use super::files::{self, Folder};
use super::parts::Parts;
use super::settings::{self, Settings};
use super::sheet::{self, Sheet, Written};
use super::value::{self, Variables};
use super::{DEFAULT, Theme};
use crate::base::digest::Digest;
use crate::base::message::{Message, render as say};
use crate::base::near;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::render::construct::Construct;
use crate::render::rule;
use crate::render::style::{self, Declaration, On, Refusal};
use crate::source::SourceFile;
use crate::source::tree::Tree;
use crate::wechat::html::color::{Color, names};

/// Themes that build on each other, at most.
const MAX_CHAIN: usize = 4;
/// How the classes begin that the program's own parts use.
const PART_CLASS: &str = "part-";

/// A style sheet in the order of reading.
struct Part {
    sheet: Sheet,
    /// Whether it is the sheet of the theme itself: mistakes in others are mistakes of its variables.
    own: bool,
}

/// The theme `name`: from the site, or built in. `asked` is where somebody named it.
pub(in crate::render) fn load(tree: &dyn Tree, name: &str, asked: Option<&Place>) -> Theme {
    let mut findings = Findings::new();
    let asked = asked.cloned().unwrap_or_else(|| Place::file_only("qianfa.yaml"));
    let chain = chain(tree, name, &asked, &mut findings);
    build(&chain, findings)
}

/// The folders of the theme `name` and of those that it builds on, the innermost first.
fn chain<'t>(
    tree: &'t dyn Tree,
    name: &str,
    asked: &Place,
    findings: &mut Findings,
) -> Vec<(Folder<'t>, Settings)> {
    let mut chain: Vec<(Folder<'t>, Settings)> = Vec::new();
    let mut wanted = Some((name.to_owned(), asked.clone()));
    while let Some((name, place)) = wanted.take() {
        let Some(folder) = files::folder(tree, &name) else {
            findings.push(missing(&name, place));
            wanted = chain.is_empty().then(|| (DEFAULT.to_owned(), asked.clone()));
            continue;
        };
        if chain.len() >= MAX_CHAIN || chain.iter().any(|(known, _)| known.path() == folder.path()) {
            findings.push(Finding::error(rule::VARIABLE, place, say::theme_circle(&name)));
            break;
        }
        let file = folder.file("theme.yaml", findings);
        let settings = file.map(|file| settings::read(&file, findings)).unwrap_or_default();
        wanted.clone_from(&settings.extends);
        chain.push((folder, settings));
    }
    chain.reverse();
    chain
}

fn missing(name: &str, place: Place) -> Finding {
    let help = match near::nearest(name, builtin::THEMES.iter().map(|theme| theme.name)) {
        Some(near) => say::theme_near(near),
        None => say::theme_help(name),
    };
    Finding::error(rule::THEME, place, say::theme_missing(name)).help(help)
}

fn build(chain: &[(Folder<'_>, Settings)], mut findings: Findings) -> Theme {
    let mut files = Vec::new();
    let mut page = None;
    let base = Arc::new(SourceFile::new("base.css", builtin::BASE));
    let mut parts = vec![Part { sheet: sheet::read(&base, &mut findings), own: false }];
    let mut variables = Variables::default();
    parts.iter().flat_map(|part| &part.sheet.variables).for_each(|variable| variables.set(variable.clone()));
    for (index, (folder, settings)) in chain.iter().enumerate() {
        if let Some(file) = folder.file("article.css", &mut findings) {
            files.push((file.path().to_owned(), Digest::of(file.text())));
            let sheet = sheet::read(&file, &mut findings);
            sheet.variables.iter().for_each(|variable| variables.set(variable.clone()));
            parts.push(Part { sheet, own: index + 1 == chain.len() });
        }
        // Read before, when the chain was made: what cannot be read has been reported then.
        if let Some(file) = folder.file("theme.yaml", &mut Findings::new()) {
            files.push((file.path().to_owned(), Digest::of(file.text())));
        }
        settings.variables.iter().for_each(|variable| variables.set(variable.clone()));
        page = folder.file("page.html", &mut findings).or(page);
    }
    let folders: Vec<&Folder<'_>> = chain.iter().map(|(folder, _)| folder).collect();
    let around = Parts::read(&folders, &mut findings);
    files.extend(around.listed().map(|file| (file.path().to_owned(), Digest::of(file.text()))));
    files.sort();
    let rules = rules(&parts, &variables, &around.classes, &mut findings);
    findings.extend(unstyled(&parts, &around.classes));
    let cascade = Cascade::new(rules);
    let cells = cells(&cascade);
    let ground = cascade.ordinary(Construct::CodeBox).map(|style| style.declarations.as_slice());
    let code = CodeColors::new(&variables, ground.unwrap_or_default(), &mut findings);
    findings.sort();
    // What is wrong with it is found where it is used.
    let color =
        |variable: &str| value::compute(variable, &variables).ok().and_then(|color| Color::parse(&color));
    let accent = color("var(--accent)").unwrap_or(Color([0x3c, 0x59, 0x8f]));
    let ink = color("var(--title)").unwrap_or(Color([0x17, 0x20, 0x2b]));
    let page = page.unwrap_or_else(default_page);
    Theme { cascade, cells, code, accent, ink, page, files, parts: around, findings }
}

fn default_page() -> Arc<SourceFile> {
    let page = builtin::find(DEFAULT).and_then(|theme| theme.file("page.html")).unwrap_or_default();
    Arc::new(SourceFile::new(format!("{}/{DEFAULT}/page.html", files::FOLDER), page))
}

/// The rules of all sheets with their values computed, as long as they fit together.
fn rules(
    parts: &[Part],
    variables: &Variables,
    classes: &BTreeMap<String, Place>,
    findings: &mut Findings,
) -> Vec<Rule> {
    let mut out: Vec<Rule> = Vec::new();
    for part in parts {
        for block in &part.sheet.blocks {
            let declarations = declarations(&block.declarations, block.on, part.own, variables, findings);
            for (selector, place) in &block.selectors {
                let of_parts = |class: &String| classes.contains_key(class) || class.starts_with(PART_CLASS);
                if !selector.classes().any(of_parts)
                    && !Construct::ALL.iter().any(|construct| construct.fits(selector))
                {
                    let help = match nearest_name(&selector.own) {
                        Some(name) => say::css_unused_near(name),
                        None => say::css_help(),
                    };
                    let message = say::css_unused(place.text());
                    findings.push(Finding::warning(rule::CSS, place.clone(), message).help(help));
                }
                let place_of = part.own.then(|| place.clone());
                out.push(Rule {
                    selector: selector.clone(),
                    declarations: declarations.clone(),
                    place: place_of,
                });
                if cascade::nodes(out.iter().map(|rule| &rule.selector)) > cascade::MAX_NODES {
                    findings.push(Finding::error(
                        rule::CSS,
                        place.clone(),
                        say::css_too_many(cascade::MAX_NODES),
                    ));
                    out.pop();
                    return out;
                }
            }
        }
    }
    out
}

/// Classes of templates that no rule is for.
fn unstyled(parts: &[Part], classes: &BTreeMap<String, Place>) -> Vec<Finding> {
    let selectors = || parts.iter().flat_map(|part| &part.sheet.blocks).flat_map(|block| &block.selectors);
    let styled: BTreeSet<&String> = selectors().flat_map(|(selector, _)| selector.classes()).collect();
    let lonely = classes.iter().filter(|(class, _)| !styled.contains(class));
    lonely
        .map(|(class, place)| {
            let message = say::part_class(class);
            Finding::new(rule::PART, Severity::Info, place.clone(), message).help(say::part_class_help(class))
        })
        .collect()
}

/// The construct's name that a selector probably means.
fn nearest_name(own: &super::selector::Compound) -> Option<String> {
    let shapes = || Construct::ALL.iter().map(|construct| construct.shape().own);
    let classes: BTreeSet<&str> = shapes().flat_map(|(_, classes)| classes.iter().copied()).collect();
    let elements: BTreeSet<&str> = shapes().map(|(element, _)| element).collect();
    let unknown = own.classes.iter().find(|class| !classes.contains(class.as_str()));
    match (unknown, &own.element) {
        (Some(class), _) => near::nearest(class, classes).map(|near| format!(".{near}")),
        (None, Some(element)) => near::nearest(element, elements).map(str::to_owned),
        (None, None) => None,
    }
}

fn declarations(
    written: &[Written],
    on: On,
    own: bool,
    variables: &Variables,
    findings: &mut Findings,
) -> Vec<Declaration> {
    let mut out = Vec::new();
    for declaration in written {
        match clean(declaration, on, variables) {
            Ok(clean) => style::merge(&mut out, [clean]),
            Err((message, help)) => {
                let blamed = variables.used_by(&declaration.value).filter(|_| !own);
                let place = blamed.unwrap_or(&declaration.place).clone();
                findings.push(Finding::error(rule::CSS, place, message).help(help));
            }
        }
    }
    out
}

fn clean(written: &Written, on: On, variables: &Variables) -> Result<Declaration, (Message, Message)> {
    if written.name.starts_with("--") {
        return Err((say::css_root(&written.name), say::css_root_help()));
    }
    let value = value::compute(&written.value, variables).map_err(|message| {
        let near = message_variable(&written.value, variables);
        (message, near.unwrap_or_else(say::css_value_help))
    })?;
    let judged = style::judge(&written.name, &value, on).map_err(|refusal| {
        let shown = format!("{}: {value}", written.name);
        match refusal {
            Refusal::Unknown => {
                let near = near::nearest(&written.name, style::PROPERTIES.iter().copied());
                (
                    say::css_property(&written.name),
                    near.map_or_else(say::css_value_help, say::css_property_near),
                )
            }
            Refusal::Layout => (say::css_declaration(shown), say::css_layout_help()),
            Refusal::Motion => (say::css_declaration(shown), say::css_motion_help()),
            Refusal::Font => (say::css_declaration(shown), say::css_font_help()),
            Refusal::Effect => (say::css_declaration(shown), say::css_effect_help()),
            Refusal::Important => (say::css_declaration(shown), say::css_important_help()),
            Refusal::Value => (say::css_value(&value, &written.name), say::css_value_help()),
        }
    })?;
    match colors::wrong(&judged.0, &judged.1) {
        None => Ok(judged),
        Some(word) => {
            let near = names::near(word).map_or_else(say::css_no_color_help, say::css_property_near);
            Err((say::css_color(word), near))
        }
    }
}

/// Which variable was probably meant by the first unknown one.
fn message_variable(value: &str, variables: &Variables) -> Option<Message> {
    let names = value.split("var(").skip(1);
    let unknown = names
        .filter_map(|rest| rest.split([',', ')']).next()?.trim().strip_prefix("--"))
        .find(|name| variables.get(name).is_none())?;
    near::nearest(unknown, variables.names()).map(say::css_variable_near)
}

/// Styles of cells by row and alignment.
fn cells(cascade: &Cascade) -> [[String; 4]; 3] {
    [Construct::HeadCell, Construct::Cell, Construct::StripedCell].map(|construct| {
        ["", "left", "center", "right"].map(|align| {
            let style = cascade.ordinary(construct).cloned().unwrap_or_default();
            let mut all = style.declarations;
            if !align.is_empty() {
                style::merge(&mut all, [("text-align".to_owned(), align.to_owned())]);
            }
            style::write(&all)
        })
    })
}
