//! `render`: how articles are rendered, in `qianfa.yaml`, in a `_defaults.yaml`, or in an article's front matter; the
//! nearest place that has a key wins. A new option is a field here, its key in [`RenderOptions::read`], and a row in
//! `docs/markdown.md`.

use std::sync::Arc;

use serde::Serialize;

use super::load::{CONFIG, LIMITS};
use crate::finding::{Findings, Place};
use crate::source::SourceFile;
pub use crate::source::markdown::Math;
use crate::source::tree::Tree;
use crate::source::yaml::{self, Node, Reader, Value};

/// The key of the options.
const KEY: &str = "render";

/// What stands between Chinese and Latin letters or digits that the writer put side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Spacing {
    /// Nothing: as written.
    #[default]
    None,
    /// A hair space, U+200A.
    Hair,
    /// A thin space, U+2009.
    Thin,
    /// An ordinary space.
    Space,
}

impl Spacing {
    /// The character, if there is one.
    pub const fn character(self) -> Option<char> {
        match self {
            Self::None => None,
            Self::Hair => Some('\u{200a}'),
            Self::Thin => Some('\u{2009}'),
            Self::Space => Some(' '),
        }
    }
}

/// The colours of code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CodeColors {
    /// As the theme says.
    #[default]
    Theme,
    /// On a light ground.
    Light,
    /// On a dark ground.
    Dark,
}

/// `render.code`: how blocks of code look, unless a block says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct CodeOptions {
    /// Lines are numbered.
    pub numbers: bool,
    /// Three dots above, as of a window.
    pub dots: bool,
    /// The language stands above.
    pub label: bool,
    /// Long lines are broken instead of scrolling.
    pub wrap: bool,
    /// The colours.
    pub colors: CodeColors,
}

/// `render.parts`: what stands around the article. `None`: as the theme has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct PartOptions {
    /// Above the text.
    pub header: Option<bool>,
    /// Who wrote it.
    pub author: Option<bool>,
    /// The invitation to follow the account.
    pub follow: Option<bool>,
    /// The end.
    pub footer: Option<bool>,
}

impl PartOptions {
    fn read(reader: &mut Reader<'_, '_>, base: Self) -> Self {
        Self {
            header: reader.flag("header").or(base.header),
            author: reader.flag("author").or(base.author),
            follow: reader.flag("follow").or(base.follow),
            footer: reader.flag("footer").or(base.footer),
        }
    }
}

/// How an article is rendered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RenderOptions {
    /// What stands between Chinese and Latin.
    pub spacing: Spacing,
    /// Every line end of the source is one for readers.
    pub breaks: bool,
    /// Whether `$…$` is a formula.
    pub math: Math,
    /// Blocks of code.
    pub code: CodeOptions,
    /// External links have numbers and a list at the end.
    pub references: bool,
    /// What stands around the article.
    pub parts: PartOptions,
}

impl Default for RenderOptions {
    fn default() -> Self {
        Self {
            spacing: Spacing::default(),
            breaks: false,
            math: Math::default(),
            code: CodeOptions::default(),
            references: true,
            parts: PartOptions::default(),
        }
    }
}

impl RenderOptions {
    /// Reads a map `render`, and those further away that supply what it leaves out; the rest is as in `base`.
    fn read(reader: &mut Reader<'_, '_>, base: Self) -> Self {
        let spacings = [
            ("none", Spacing::None),
            ("hair", Spacing::Hair),
            ("thin", Spacing::Thin),
            ("space", Spacing::Space),
        ];
        let maths = [("auto", Math::Auto), ("true", Math::True), ("false", Math::False)];
        Self {
            spacing: reader.choice("spacing", &spacings).map_or(base.spacing, |spacing| spacing.value),
            breaks: reader.flag("breaks").unwrap_or(base.breaks),
            math: reader.choice("math", &maths).map_or(base.math, |math| math.value),
            code: reader.merged("code", |reader| CodeOptions::read(reader, base.code)).unwrap_or(base.code),
            references: reader.flag("references").unwrap_or(base.references),
            parts: reader
                .merged("parts", |reader| PartOptions::read(reader, base.parts))
                .unwrap_or(base.parts),
        }
    }

    /// The options that the key `render` of `reader` and its layers gives, on top of `base`.
    pub(super) fn take(reader: &mut Reader<'_, '_>, base: Self) -> Self {
        reader.merged(KEY, |reader| Self::read(reader, base)).unwrap_or(base)
    }

    /// The options of one Markdown file `path` of `tree`, whose own `render` is `own`: without loading the site, what
    /// loading it would give. Only the keys `render` are looked at.
    pub fn of_file(tree: &dyn Tree, path: &str, own: Option<(Node, Place)>, findings: &mut Findings) -> Self {
        let mut layers: Vec<(Node, Place)> = own.into_iter().collect();
        let mut folder = path;
        while let Some((parent, _)) = folder.rsplit_once('/') {
            folder = parent;
            layers.extend(root(tree, &format!("{folder}/_defaults.yaml")).and_then(|node| entry(node, KEY)));
        }
        if let Some(config) = root(tree, CONFIG) {
            layers.extend(entry(config.clone(), "defaults").and_then(|(node, _)| entry(node, KEY)));
            layers.extend(entry(config, KEY));
        }
        let values: Vec<Value<'_>> = layers
            .iter()
            .filter(|(node, _)| !matches!(node, Node::Null))
            .map(|(node, place)| Value { name: KEY, node, place })
            .collect();
        let Some(mut reader) = Reader::open(&values, findings) else { return Self::default() };
        let options = Self::read(&mut reader, Self::default());
        reader.finish();
        options
    }

    /// What differs from the defaults, by key: what an article is signed with.
    pub fn changed(&self) -> serde_json::Value {
        let (Ok(serde_json::Value::Object(mut own)), Ok(usual)) =
            (serde_json::to_value(self), serde_json::to_value(Self::default()))
        else {
            return serde_json::Value::Null;
        };
        own.retain(|key, value| usual.get(key) != Some(&*value));
        own.into()
    }
}

/// The map that the file `path` holds. What is wrong with it is said by who loads the site.
fn root(tree: &dyn Tree, path: &str) -> Option<Node> {
    let text = String::from_utf8(tree.read(path, LIMITS.yaml).ok()?).ok()?;
    let file = Arc::new(SourceFile::new(path, text));
    yaml::parse(&file, 0..file.text().len()).0.map(|(node, _)| node)
}

fn entry(node: Node, wanted: &str) -> Option<(Node, Place)> {
    let Node::Map(entries) = node else { return None };
    let found = entries.into_iter().find(|(key, ..)| key == wanted);
    found.map(|(_, _, node, place)| (node, place))
}

impl CodeOptions {
    fn read(reader: &mut Reader<'_, '_>, base: Self) -> Self {
        let colors = [("theme", CodeColors::Theme), ("light", CodeColors::Light), ("dark", CodeColors::Dark)];
        Self {
            numbers: reader.flag("numbers").unwrap_or(base.numbers),
            dots: reader.flag("dots").unwrap_or(base.dots),
            label: reader.flag("label").unwrap_or(base.label),
            wrap: reader.flag("wrap").unwrap_or(base.wrap),
            colors: reader.choice("colors", &colors).map_or(base.colors, |colors| colors.value),
        }
    }
}
