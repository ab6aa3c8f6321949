//! 封面: a picture file, or a card that is drawn from title, column and colours.

use super::Located;
use super::load::path;
use crate::base::message::{Message, site as text};
use crate::base::near;
use crate::finding::Finding;
use crate::source::rule;
use crate::source::tree::Tree;
use crate::source::yaml::{Node, Reader, Value};

/// Folder of the designs.
const FOLDER: &str = "layouts/cards/";

/// The designs that every copy of the program has, the default one first.
pub const DESIGNS: [&str; 6] = ["plain", "stripe", "big-type", "photo", "manuscript", "festive"];

/// 封面.
#[derive(Debug, Clone, PartialEq)]
pub struct Cover {
    /// What it is made of.
    pub source: CoverSource,
    /// The point that stays visible when the picture is cropped: shares of width and height, 0 to 1.
    pub focus: [f64; 2],
}

/// What a cover is made of.
#[derive(Debug, Clone, PartialEq)]
pub enum CoverSource {
    /// A picture file; its path from the root of the site.
    Image(String),
    /// A card to draw.
    Card(Card),
}

/// A card: words and colours on a design.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Name of the design: built in, or `layouts/cards/<name>.svg` of the site.
    pub design: Located<String>,
    /// The words; `None`: the title of the article.
    pub title: Option<String>,
    /// A second line of words.
    pub subtitle: Option<String>,
    /// Colours as `#rrggbb`, at most three: accent, ink, paper. None: those of the brand, else of the theme.
    pub colors: Vec<String>,
    /// A picture behind the words, for designs that show one; its path from the root of the site.
    pub image: Option<String>,
}

impl Cover {
    /// The picture file that it is, or that stands on its card.
    pub fn image(&self) -> Option<&str> {
        match &self.source {
            CoverSource::Image(path) => Some(path),
            CoverSource::Card(card) => card.image.as_deref(),
        }
    }

    /// The card, if one is drawn.
    pub fn card(&self) -> Option<&Card> {
        match &self.source {
            CoverSource::Image(_) => None,
            CoverSource::Card(card) => Some(card),
        }
    }
}

impl Card {
    /// Where the site would keep the design.
    pub fn path(&self) -> String {
        format!("{FOLDER}{}.svg", self.design.value)
    }

    /// Why the design cannot be used and what to do, if it is neither built in nor a file of the site.
    pub fn unknown(&self, tree: &dyn Tree) -> Option<(Message, Message)> {
        let name = self.design.value.as_str();
        if DESIGNS.contains(&name) || tree.contains(&self.path()) {
            return None;
        }
        let help = match near::nearest(name, DESIGNS) {
            Some(near) => text::card_near(near),
            None => text::card_help(DESIGNS.join(", "), self.path()),
        };
        Some((text::card_unknown(name), help))
    }
}

/// `cover` of front matter.
pub(super) fn take(reader: &mut Reader<'_, '_>) -> Option<Located<Cover>> {
    let value = reader.take("cover")?;
    if let Node::Str(image) = value.node {
        let finding = Finding::error(rule::TYPE, value.place.clone(), text::cover_text());
        let fix = format!("{{image: {}}}", value.place.text());
        reader.findings().push(finding.help(text::cover_text_help(image)).fix(value.place.clone(), fix));
        return None;
    }
    let read = value.map(reader.findings(), |reader| {
        let card = reader.take("card");
        if card.is_none() {
            reader.require("image");
        }
        let image = reader.text("image").and_then(|image| path(&image, reader.findings()));
        let focus = focus(reader).unwrap_or([0.5, 0.5]);
        let source = match card {
            Some(card) => CoverSource::Card(read_card(reader, &card, image)?),
            None => CoverSource::Image(image?),
        };
        Some(Cover { source, focus })
    })?;
    let place = read.place;
    read.value.map(|cover| Located::new(cover, place))
}

/// `card: stripe` or `card: {design: stripe, …}`; `image` is what stands beside it.
fn read_card(reader: &mut Reader<'_, '_>, value: &Value<'_>, image: Option<String>) -> Option<Card> {
    let named = |design: Located<String>| Card {
        design,
        title: None,
        subtitle: None,
        colors: Vec::new(),
        image: image.clone(),
    };
    if matches!(value.node, Node::Str(_)) {
        return value.filled(reader.findings()).map(named);
    }
    let read = value.map(reader.findings(), |reader| {
        let default = || Located::new(DESIGNS[0].to_owned(), value.place.clone());
        let own = reader.text("image").and_then(|image| path(&image, reader.findings()));
        Card {
            design: reader.text("design").unwrap_or_else(default),
            title: reader.text("title").map(|title| title.value),
            subtitle: reader.text("subtitle").map(|subtitle| subtitle.value),
            colors: colors(reader),
            image: own.or_else(|| image.clone()),
        }
    })?;
    Some(read.value)
}

/// `brand` of `qianfa.yaml`: the colours of cards that name none.
pub(super) fn take_brand(reader: &mut Reader<'_, '_>) -> Vec<String> {
    reader.map("brand", colors).map(|colors| colors.value).unwrap_or_default()
}

/// `colors`: one to three colours.
fn colors(reader: &mut Reader<'_, '_>) -> Vec<String> {
    let mut colors = reader.texts("colors");
    if let Some(fourth) = colors.get(3) {
        let finding = Finding::error(rule::VALUE, fourth.place.clone(), text::too_many_colors());
        reader.findings().push(finding.help(text::too_many_colors_help()));
    }
    colors.truncate(3);
    colors.retain(|color| {
        let digits = color.value.strip_prefix('#').unwrap_or_default();
        let good = matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !good {
            let finding = Finding::error(rule::VALUE, color.place.clone(), text::bad_color(&color.value));
            reader.findings().push(finding.help(text::bad_color_help()));
        }
        good
    });
    colors.into_iter().map(|color| color.value).collect()
}

fn focus(reader: &mut Reader<'_, '_>) -> Option<[f64; 2]> {
    let value = reader.take("focus")?;
    let items = value.items(reader.findings());
    let numbers: Vec<f64> =
        items.iter().filter_map(|item| item.number(reader.findings())).map(|number| number.value).collect();
    match numbers.as_slice() {
        [x, y] if items.len() == 2 && (0.0..=1.0).contains(x) && (0.0..=1.0).contains(y) => Some([*x, *y]),
        _ if numbers.len() < items.len() => None,
        _ => {
            value.refuse(reader.findings(), text::bad_focus(), text::bad_focus_help());
            None
        }
    }
}
