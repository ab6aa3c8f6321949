//! `render --stats`: counts against limits, and what weighs, for people and for programs.

use serde_json::{Value, json};

use crate::base::message::{Lang, Message, render as text};
use crate::base::width::{clip, pad, width};
use crate::render::weight::{Weight, weigh};
use crate::render::{BYTES_ALLOWED, CHARACTERS_ADVISED, LinkKind, Picture, Rendered};
use crate::source::tree::Tree;

/// Styles that people are shown.
const STYLES: usize = 5;

/// Everything that is counted.
pub(super) struct Report<'r> {
    rendered: &'r Rendered,
    weight: Weight,
    references: usize,
    /// Each picture with the bytes of its file.
    pictures: Vec<(&'r Picture, usize)>,
}

impl<'r> Report<'r> {
    /// Counts a rendered file, whose pictures are files of `tree`.
    pub(super) fn new(rendered: &'r Rendered, tree: &dyn Tree) -> Self {
        let size =
            |picture: &'r Picture| (picture, picture.source.bytes(tree).map_or(0, |bytes| bytes.len()));
        let references = rendered.links.iter().filter_map(|link| link.number).max().unwrap_or(0);
        Self {
            rendered,
            weight: weigh(&rendered.html),
            references,
            pictures: rendered.pictures.iter().map(size).collect(),
        }
    }

    /// For programs: one object.
    pub(super) fn json(&self) -> Value {
        let Self { rendered, weight, references, pictures } = self;
        let stats = &rendered.stats;
        let parts = weight.parts.iter().map(
            |part| json!({"name": part.name, "count": part.count, "markup": part.markup, "text": part.text}),
        );
        let styles = weight.by_style.iter().map(|style| {
            json!({"style": style.style, "element": style.element, "uses": style.uses, "characters": style.characters})
        });
        let pictures = pictures.iter().map(|(picture, bytes)| {
            json!({
                "source": picture.source.path(),
                "format": picture.format.name(),
                "width": picture.width,
                "height": picture.height,
                "bytes": bytes,
            })
        });
        json!({
            "characters": stats.characters,
            "characters_advised": CHARACTERS_ADVISED,
            "bytes": stats.bytes,
            "bytes_allowed": BYTES_ALLOWED,
            "markup": weight.markup,
            "text": weight.text,
            "han": stats.han,
            "words": stats.words,
            "minutes": stats.minutes(),
            "depth": weight.depth,
            "references": references,
            "links_kept": self.kept(),
            "constructs": parts.collect::<Vec<_>>(),
            "styles": styles.collect::<Vec<_>>(),
            "pictures": pictures.collect::<Vec<_>>(),
        })
    }

    fn kept(&self) -> usize {
        self.rendered.links.iter().filter(|link| link.kind == LinkKind::Platform).count()
    }

    /// For people: lines of at most `columns`.
    pub(super) fn lines(&self, lang: Lang, columns: usize) -> Vec<String> {
        let Self { rendered, weight, references, pictures } = self;
        let stats = &rendered.stats;
        let all = stats.characters.max(1);
        let say = |message: Message| message.text(lang);
        let mut lines = vec![
            say(text::stats_read(grouped(stats.han), grouped(stats.words), stats.minutes())),
            say(text::stats_size(
                grouped(stats.characters),
                grouped(CHARACTERS_ADVISED),
                percent(stats.characters, CHARACTERS_ADVISED),
            )),
            say(text::stats_bytes(
                grouped(stats.bytes),
                grouped(BYTES_ALLOWED),
                percent(stats.bytes, BYTES_ALLOWED),
            )),
            say(text::stats_split(
                grouped(weight.markup),
                percent(weight.markup, all),
                grouped(weight.styles),
                grouped(weight.text),
                percent(weight.text, all),
            )),
            say(text::stats_structure(weight.depth, references, self.kept(), pictures.len())),
        ];
        if !weight.parts.is_empty() {
            lines.push(String::new());
            let mut rows = vec![[
                say(text::stats_part()),
                say(text::stats_count()),
                say(text::stats_markup()),
                say(text::stats_text()),
                say(text::stats_share()),
            ]];
            rows.extend(weight.parts.iter().map(|part| {
                [
                    say(named(part.name)),
                    grouped(part.count),
                    grouped(part.markup),
                    grouped(part.text),
                    percent(part.markup + part.text, all),
                ]
            }));
            lines.extend(table(&rows));
        }
        if !weight.by_style.is_empty() {
            lines.push(String::new());
            lines.push(say(text::stats_styles()));
            for style in weight.by_style.iter().take(STYLES) {
                let head = format!("  {:>6} = {:>3} × ", grouped(style.characters), style.uses);
                let shown = format!("<{}> {}", style.element, style.style);
                lines.push(format!("{head}{}", clip(&shown, columns.saturating_sub(width(&head)))));
            }
        }
        if !pictures.is_empty() {
            lines.push(String::new());
            lines.push(say(text::stats_pictures()));
            for (picture, bytes) in pictures {
                let head = format!(
                    "  {:>9}  {:>11}  {}  ",
                    grouped(*bytes),
                    format!("{}×{}", picture.width, picture.height),
                    pad(picture.format.name(), 4)
                );
                let name = picture.source.path().map_or_else(|| picture.alt.clone(), str::to_owned);
                lines.push(format!("{head}{}", clip(&name, columns.saturating_sub(width(&head)))));
            }
        }
        lines
    }
}

/// Rows with a name on the left and numbers on the right, in columns as wide as they must be.
fn table(rows: &[[String; 5]]) -> Vec<String> {
    let column =
        |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..5).map(column).collect();
    let line = |row: &[String; 5]| {
        let cells = row.iter().zip(&widths).enumerate().map(|(at, (cell, wide))| match at {
            0 => pad(cell, *wide),
            _ => format!("{}{cell}", " ".repeat(wide.saturating_sub(width(cell)))),
        });
        format!("  {}", cells.collect::<Vec<_>>().join("  "))
    };
    rows.iter().map(line).collect()
}

fn named(part: &str) -> Message {
    match part {
        "picture" => text::part_picture(),
        "code" => text::part_code(),
        "table" => text::part_table(),
        "heading" => text::part_heading(),
        "list" => text::part_list(),
        "quote" => text::part_quote(),
        "paragraph" => text::part_paragraph(),
        "divider" => text::part_divider(),
        _ => text::part_box(),
    }
}

/// `12,345`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn percent(part: usize, whole: usize) -> String {
    format!("{}%", (part * 100 + whole / 2) / whole.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        let shown: Vec<String> = [0, 999, 1000, 1_234_567].into_iter().map(grouped).collect();
        assert_eq!(shown, ["0", "999", "1,000", "1,234,567"]);
        assert_eq!((percent(1, 3), percent(0, 0)), ("33%".to_owned(), "0%".to_owned()));
    }
}
