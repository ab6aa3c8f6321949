//! Cards: the template of a design, filled with words and colours, drawn.

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use super::lines::{self, Room};
use crate::base::digest::Digest;
use crate::render::draw::{Canvas, Drawing, Studio, Undrawn};
use crate::site::{Card, LIMITS};
use crate::source::tree::Tree;
use crate::wechat::html::color::Color;

/// Size of a card in pixels: 2.35 to 1, as wide as covers are kept.
pub(super) const SIZE: (u32, u32) = (1440, 613);

macro_rules! designs {
    ($($name:literal)*) => {
        /// The built-in designs, in the order of [`DESIGNS`].
        const BUILT_IN: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../../layouts/cards/", $name, ".svg")))),*];
    };
}

designs! { "plain" "stripe" "big-type" "photo" "manuscript" "festive" }

/// What a card says, and in which colours.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Words {
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) column: String,
    pub(super) site: String,
}

/// The colours of a card, as templates see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Colors {
    /// The brand's colour.
    accent: String,
    /// Of words on paper.
    ink: String,
    /// The ground.
    paper: String,
    /// Of words on the accent.
    on_accent: String,
    /// Of small words on paper that would be in the accent.
    tag: String,
    /// Of small words on paper.
    soft: String,
    /// Of lines on paper.
    line: String,
    /// The accent on paper, pale.
    tint: String,
    /// The accent, darker.
    deep: String,
}

impl Colors {
    /// From accent, ink and paper; what is missing or no colour is made up.
    pub(super) fn new(named: [Option<&str>; 3]) -> Self {
        let [accent, ink, paper] = named.map(|color| color.and_then(Color::parse));
        let accent = accent.unwrap_or(Color([0xa8, 0x2a, 0x1c]));
        let paper = paper.unwrap_or(Color([0xff, 0xff, 0xff]));
        let (black, white) = (Color([0x17, 0x20, 0x2b]), Color([0xff, 0xff, 0xff]));
        // Words must be read whatever colours were named.
        let readable = |color: Color, ground: Color| {
            let better = if white.contrast(ground) > black.contrast(ground) { white } else { black };
            if color.contrast(ground) >= 4.5 { color } else { better }
        };
        let ink = readable(ink.unwrap_or(black), paper);
        Self {
            accent: accent.hex(),
            ink: ink.hex(),
            paper: paper.hex(),
            on_accent: readable(white, accent).hex(),
            tag: (if accent.contrast(paper) >= 3.0 { accent } else { ink }).hex(),
            soft: readable(ink.over(paper, 0.68), paper).hex(),
            line: ink.over(paper, 0.14).hex(),
            tint: accent.over(paper, 0.1).hex(),
            deep: Color([0, 0, 0]).over(accent, 0.28).hex(),
        }
    }
}

/// A card that was drawn.
pub(super) struct Drawn {
    pub(super) drawing: Drawing,
    /// The design, if it is a file of the site.
    pub(super) design: Option<(String, Digest)>,
    /// Characters that no font has; they were left out.
    pub(super) left_out: String,
}

/// Why no card was drawn.
pub(super) enum Fault {
    /// The template cannot be read, or is none.
    Template(String),
    /// What it gives cannot be drawn.
    Undrawn(Undrawn),
}

/// Draws `card`. `image` is the picture behind the words, as a `data:` address, and where its focus lies.
pub(super) fn draw(
    card: &Card,
    words: &Words,
    colors: &Colors,
    image: &(String, &'static str),
    studio: &Studio,
    tree: &dyn Tree,
) -> Result<Drawn, Fault> {
    let (template, design) = template(card, tree)?;
    let attempt = |words: &Words| -> Result<_, Fault> {
        let svg =
            fill(&template, words, colors, image).map_err(|error| Fault::Template(error.to_string()))?;
        let canvas = Canvas { scale: 1.0, ground: Some([255; 3]), ..Canvas::default() };
        Ok(studio.draw(&svg, &canvas, tree))
    };
    let first = attempt(words)?;
    let (outcome, left_out) = match first.as_ref() {
        // Mostly an emoji: better no sign than a box.
        Err(Undrawn::Glyphs(missing)) => (attempt(&words.without(missing))?, missing.clone()),
        _ => (first, String::new()),
    };
    match outcome.as_ref() {
        Ok(drawing) => Ok(Drawn { drawing: drawing.clone(), design, left_out }),
        Err(undrawn) => Err(Fault::Undrawn(undrawn.clone())),
    }
}

impl Words {
    /// The words without these characters.
    fn without(&self, characters: &str) -> Self {
        let clean = |text: &str| text.replace(|c| characters.contains(c), "").trim().to_owned();
        Self {
            title: clean(&self.title),
            subtitle: clean(&self.subtitle),
            column: clean(&self.column),
            site: clean(&self.site),
        }
    }
}

/// The text of the design, and its line among the sources when the site has one of its own.
fn template(card: &Card, tree: &dyn Tree) -> Result<(String, Option<(String, Digest)>), Fault> {
    let path = card.path();
    if tree.contains(&path) {
        let bytes = tree.read(&path, LIMITS.yaml).map_err(|error| Fault::Template(error.to_string()))?;
        let digest = Digest::of(&bytes);
        let text = String::from_utf8(bytes).map_err(|error| Fault::Template(error.to_string()))?;
        return Ok((text, Some((path, digest))));
    }
    let known = BUILT_IN.iter().find(|(name, _)| *name == card.design.value).or(BUILT_IN.first());
    Ok((known.map_or("", |(_, text)| text).to_owned(), None))
}

fn fill(
    template: &str,
    words: &Words,
    colors: &Colors,
    (image, align): &(String, &'static str),
) -> TeraResult<String> {
    let mut context = Context::new();
    context.insert("width", &SIZE.0);
    context.insert("height", &SIZE.1);
    context.insert("title", &words.title);
    context.insert("subtitle", &words.subtitle);
    context.insert("column", &words.column);
    context.insert("site", &words.site);
    context.insert("color", colors);
    context.insert("image", image);
    context.insert("image_align", align);
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".svg"]);
    tera.register_function("fit", fit);
    tera.register_filter("first_sign", first_sign);
    tera.register_filter("last_sign", last_sign);
    tera.add_raw_template("card.svg", template)?;
    tera.render("card.svg", &context)
}

/// `fit(text=…, width=…, height=…, size=…, least=…, lines=…)`: the words in lines, the size of their letters, the distance of the
/// lines, and the height of all of them.
fn fit(arguments: Kwargs, _: &State) -> TeraResult<Value> {
    #[derive(Serialize)]
    struct Fitted {
        lines: Vec<String>,
        size: f64,
        step: f64,
        height: f64,
    }
    let text: String = arguments.must_get("text")?;
    let size = arguments.get::<f64>("size")?.unwrap_or(88.0).clamp(8.0, 400.0);
    let room = Room {
        width: arguments.get::<f64>("width")?.unwrap_or(540.0).clamp(20.0, 4000.0),
        size,
        least: arguments.get::<f64>("least")?.unwrap_or(size / 2.0).clamp(8.0, size),
        lines: arguments.get::<u64>("lines")?.unwrap_or(4).clamp(1, 12) as usize,
        height: arguments.get::<f64>("height")?.unwrap_or(f64::MAX),
    };
    let words = lines::set(&text, room);
    let step = (words.size * lines::STEP_OF_LINES).round();
    let height = step * (words.lines.len().max(1) - 1) as f64 + words.size;
    Ok(Value::from_serializable(&Fitted { lines: words.lines, size: words.size, step, height }))
}

/// The first letter or character of a text.
fn first_sign(text: &str, _: Kwargs, _: &State) -> String {
    text.chars().find(|c| c.is_alphanumeric()).into_iter().collect()
}

/// The last letter or character of a text.
fn last_sign(text: &str, _: Kwargs, _: &State) -> String {
    text.chars().rev().find(|c| c.is_alphanumeric()).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::DESIGNS;

    #[test]
    fn every_design_is_built_in_and_lies_in_its_folder() {
        assert!(BUILT_IN.iter().map(|(name, _)| *name).eq(DESIGNS));
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts/cards");
        assert_eq!(std::fs::read_dir(folder).unwrap().count(), DESIGNS.len());
    }

    #[test]
    fn words_are_read_whatever_colours_were_named() {
        let pale = Colors::new([Some("#ffe08a"), Some("#ffffff"), Some("#ffffff")]);
        assert_eq!((pale.ink.as_str(), pale.on_accent.as_str()), ("#17202b", "#17202b"));
        let dark = Colors::new([Some("#123456"), None, Some("#101010")]);
        assert_eq!((dark.ink.as_str(), dark.on_accent.as_str()), ("#fff", "#fff"));
    }
}
