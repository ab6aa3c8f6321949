//! Diagrams: blocks `mermaid` as pictures; languages that nothing here can draw are reported and shown as code.

use std::fmt::Write as _;
use std::ops::Range;

use mermaid_svg::{ParseError, RenderError, SyntaxKind, Theme as Look};

use super::construct::Construct;
use super::draw::{Canvas, guard};
use super::drawn::ems;
use super::element;
use super::pass::Pass;
use super::rule;
use crate::base::message::{Message, lint, render as say};
use crate::finding::{Finding, Place};
use crate::source::diagram::is_undrawn;
use crate::wechat::html::color::{Color, PAGE_LIGHT};

/// Bytes of a diagram at most.
const MAX_BYTES: usize = 20 << 10;
/// Lines of a diagram at most: laying out grows faster than they do.
const MAX_LINES: usize = 400;
/// Digits in a row at most: nothing that people draw has more, and a date far away makes a chart without end.
const MAX_DIGITS: usize = 10;
/// Digits in a row at most in a chart of dates, unless its dates are written without marks.
const MAX_DATE_DIGITS: usize = 4;

/// Pixels of a column on a phone.
const COLUMN: f32 = 335.0;
/// Pixels of the smallest letters that are still read, and of those in a diagram that scrolls.
const LEAST: f32 = 9.0;
const EASY: f32 = 11.5;
/// Pixels of a diagram that scrolls at most: about six screens.
const WIDEST: f32 = 2000.0;
/// Pixels of the bars of a chart that lies on its side, beside the names on one screen.
const SIDEWAYS: usize = 230;
/// Pixels of an em in a theme.
const EM: f32 = 16.0;

impl Pass<'_> {
    /// Draws a block `mermaid`, whose text stands in the bytes `range` of the file.
    pub(super) fn mermaid(&mut self, source: &str, range: &Range<usize>) {
        if self.writer.is_muted() || source.trim().is_empty() {
            return;
        }
        let svg = match svg(source, self.theme.accent) {
            Ok(svg) => svg,
            Err(fault) => {
                self.no_diagram(fault, range);
                return self.write_code(source, "mermaid");
            }
        };
        let canvas =
            Canvas { scale: 2.5, margin: 14.0, ground: Some([255; 3]), cropped: true, ..Canvas::default() };
        let drawn = self.pictures.studio.draw(&svg, &canvas, self.pictures.tree);
        let drawing = match drawn.as_ref() {
            Ok(drawing) => drawing,
            Err(undrawn) => {
                self.undrawn(rule::DIAGRAM, undrawn, range, say::diagram_help());
                return self.write_code(source, "mermaid");
            }
        };
        let letters = smallest(&svg);
        let readable = drawing.units * (EASY / letters).min(1.0);
        if readable > WIDEST {
            self.warn(rule::DIAGRAM, range, say::diagram_wide(), say::diagram_wide_help());
            return self.write_code(source, "mermaid");
        }
        let alt = words(&svg);
        let shown = self.pictures.add_drawing(drawing, &alt, self.place(range));
        let fits = (COLUMN / drawing.units).min(1.0) * letters >= LEAST;
        self.open_block(&element::SECTION, Construct::DiagramBlock, &[]);
        if fits {
            let width = [("width".to_owned(), format!("{}em", ems(f64::from(drawing.units / EM))))];
            self.picture_of(Construct::DiagramImage, &alt, &shown, width);
        } else {
            self.scrolled(Construct::DiagramImage, &alt, &shown, f64::from(readable));
        }
        self.close();
    }

    /// Reports a language of diagrams that is not drawn, at the first line of its block `range`; it is shown as code.
    pub(super) fn other_diagram(&mut self, language: &str, range: &Range<usize>) {
        if is_undrawn(language) {
            let line = self.file.text().get(range.clone()).and_then(|block| block.lines().next());
            let end = range.start + line.map_or(0, |line| line.trim_end().len());
            self.warn(rule::DIAGRAM, &(range.start..end), lint::undrawn(language), lint::undrawn_help());
        }
    }

    fn no_diagram(&mut self, fault: Fault, range: &Range<usize>) {
        let place = match fault.line {
            Some(line) => self.line_of(line, range),
            None => self.place(range),
        };
        self.findings.push(Finding::warning(rule::DIAGRAM, place, fault.message).help(say::diagram_help()));
    }

    /// The place of a line (from 1) of the block that stands at `range`.
    fn line_of(&self, line: usize, range: &Range<usize>) -> Place {
        let text = self.file.text().get(range.clone()).unwrap_or_default();
        let mut start = range.start;
        for (index, found) in text.split_inclusive('\n').enumerate() {
            if index + 1 == line {
                let blank = found.len() - found.trim_start().len();
                return Place::new(self.file, start + blank..start + found.trim_end().len().max(blank));
            }
            start += found.len();
        }
        self.place(range)
    }
}

/// Why a diagram is not drawn.
struct Fault {
    message: Message,
    /// The line of the block, from 1.
    line: Option<usize>,
}

/// The diagram as SVG text.
fn svg(source: &str, accent: Color) -> Result<String, Fault> {
    let heavy = |message| Fault { message, line: None };
    if source.len() > MAX_BYTES || source.lines().count() > MAX_LINES {
        return Err(heavy(say::diagram_large(MAX_LINES, MAX_BYTES >> 10)));
    }
    if let Some(line) = endless(source) {
        return Err(Fault { message: say::diagram_number(), line: Some(line) });
    }
    let keyword = source.lines().nth(first_line(source) - 1).unwrap_or_default().trim_start();
    let (mut text, look) = (source.to_owned(), look(accent));
    if keyword.starts_with("gantt") {
        // The library would ask the machine for the day and mark it.
        text.push_str("\ntodayMarker off\n");
    }
    if keyword.starts_with("xychart") && !source.contains("xyChart") {
        // Behind the rest, so that lines keep their numbers.
        let width = if keyword.contains("horizontal") { SIDEWAYS } else { plot_width(source) };
        let size = format!("\"width\": {width}, \"height\": 240");
        let _ = write!(text, "\n%%{{init: {{\"xyChart\": {{{size}}}}}}}%%");
    }
    let made = guard::apart(move || mermaid_svg::render_with(&text, &look))
        .ok_or_else(|| heavy(say::drawing_heavy()))?;
    made.map(|svg| recoloured(&titled(enlarged(svg, keyword)), accent)).map_err(|error| match error {
        RenderError::Parse(ParseError::Syntax { kind, message, line }) => {
            Fault { message: syntax(kind, &message), line: Some(line) }
        }
        RenderError::Parse(ParseError::UnknownDiagramType(name)) => {
            Fault { message: say::diagram_kind(name), line: Some(first_line(source)) }
        }
        RenderError::Parse(ParseError::Empty) => heavy(say::diagram_empty()),
        error => heavy(say::diagram_broken(error)),
    })
}

fn syntax(kind: SyntaxKind, message: &str) -> Message {
    match kind {
        SyntaxKind::UnknownStatement => say::diagram_statement(),
        SyntaxKind::InvalidNumber => say::diagram_bad_number(),
        SyntaxKind::Unclosed => say::diagram_unclosed(),
        _ => say::diagram_broken(message),
    }
}

/// How wide the bars of a chart stand, in pixels: on one screen when their names have room there.
fn plot_width(source: &str) -> usize {
    /// What fits a phone beside the axis, and what the library takes without being asked.
    const SCREEN: usize = 290;
    const USUAL: usize = 600;
    /// Pixels of a Chinese character and of a letter in a name, and between names.
    const HAN: usize = 12;
    const LETTER: usize = 7;
    const GAP: usize = 10;
    let names = source.lines().map(str::trim_start).find(|line| line.starts_with("x-axis"));
    let names = names.and_then(|line| line.split_once('[')).map_or("", |(_, names)| names.trim_end());
    let width = |name: &str| name.chars().map(|c| if c.is_ascii() { LETTER } else { HAN }).sum::<usize>();
    let (mut count, mut widest) = (0, 0);
    for name in names.trim_end_matches(']').split(',') {
        count += 1;
        widest = widest.max(width(name.trim().trim_matches('"')));
    }
    (count * (widest + GAP)).clamp(SCREEN, USUAL)
}

/// The line that says what kind of diagram it is.
fn first_line(source: &str) -> usize {
    let says = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with("%%");
    source.lines().position(says).map_or(1, |index| index + 1)
}

/// The line (from 1) of a number that would make a chart without end.
fn endless(source: &str) -> Option<usize> {
    let lower = source.to_ascii_lowercase();
    let dates = lower.contains("gantt");
    let unmarked = dates && ["yyyymmdd", "dateformat x"].iter().any(|format| lower.contains(format));
    let most = if dates && !unmarked { MAX_DATE_DIGITS } else { MAX_DIGITS };
    // A chart of dates has a line for each step of its axis: neither far years nor steps of seconds.
    let far = |digits: &str| {
        dates
            && digits.len() == 4
            && !digits.starts_with("19")
            && !digits.starts_with("20")
            && !digits.starts_with("21")
    };
    let fine = |line: &str| {
        let step = dates.then(|| line.trim_start().strip_prefix("tickinterval")).flatten();
        step.is_some_and(|step| step.contains("second") || step.contains("minute"))
    };
    let long = |line: &str| {
        line.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() > most || far(digits))
            || fine(line)
    };
    lower.lines().position(long).map(|index| index + 1)
}

/// Quiet colours, with the theme's own for what matters.
fn look(accent: Color) -> Look {
    let tint = |share: f32| accent.over(PAGE_LIGHT, share).hex();
    let own = |text: &'static str| text.into();
    let scale: Vec<std::borrow::Cow<'static, str>> = std::iter::once(tint(0.55).into())
        .chain(others(accent.over(PAGE_LIGHT, 0.55)).map(Into::into))
        .collect();
    Look {
        fg: own("#2b2f36"),
        fg_muted: own("#5c636e"),
        actor_fill: tint(0.08).into(),
        actor_stroke: tint(0.65).into(),
        lifeline: own("#b9bec6"),
        arrow_stroke: own("#4a515c"),
        note_fill: own("#fdf6e3"),
        note_stroke: own("#dcc48a"),
        activation_fill: tint(0.18).into(),
        activation_stroke: tint(0.65).into(),
        frame_label_fill: tint(0.12).into(),
        flow_node_fill: tint(0.08).into(),
        flow_node_stroke: tint(0.65).into(),
        flow_edge_stroke: own("#4a515c"),
        flow_label_bg: own("#fff"),
        flow_cluster_fill: own("#f7f7f7"),
        flow_cluster_stroke: own("#c9cdd3"),
        cscale_palette: scale.clone().into(),
        pie_palette: scale.clone().into(),
        git_palette: std::iter::once(tint(0.8).into()).chain(scale).collect::<Vec<_>>().into(),
        xychart_palette: [tint(0.45), tint(0.9)]
            .into_iter()
            .chain(SCALE.map(str::to_owned))
            .map(Into::into)
            .collect(),
        quadrant_default_fills: [0.14, 0.09, 0.05, 0.02].map(|share| tint(share).into()),
        pie_stroke: Some(own("#fff")),
        ..Look::default_theme()
    }
}

/// The colours of the scale that nobody takes for `own`, which stands beside them; those that somebody may come last.
fn others(own: Color) -> impl Iterator<Item = &'static str> {
    /// How far two colours are from each other at least, over all channels.
    const APART: u32 = 80;
    let like = move |hex: &&str| {
        Color::parse(hex).is_some_and(|color| {
            let channels = color.0.into_iter().zip(own.0);
            channels.map(|(one, other)| u32::from(one.abs_diff(other))).sum::<u32>() < APART
        })
    };
    SCALE.into_iter().filter(move |hex| !like(hex)).chain(SCALE.into_iter().filter(like))
}

/// The letters of these kinds of diagrams have room to spare; larger ones are still read when the whole is made to fit a
/// phone.
fn enlarged(svg: String, keyword: &str) -> String {
    let sizes: &[(&str, &str)] = match keyword.split_whitespace().next() {
        Some("pie") => &[("13", "18")],
        // Conditions stand on the life lines: the ground shows round them.
        Some("sequenceDiagram") => {
            let bare = "text-anchor=\"middle\" fill=\"#2b2f36\" font-size=\"11\"";
            let haloed = format!("{bare} stroke=\"#fff\" stroke-width=\"4\" paint-order=\"stroke\"");
            return enlarged_by(&svg.replace(bare, &haloed), &[("11", "13"), ("12", "15")]);
        }
        Some("quadrantChart") => {
            &[("18", "26"), ("12", "18"), ("14", "20"), ("13", "20\" dy=\"8"), ("11", "17\" dy=\"7")]
        }
        _ => &[],
    };
    enlarged_by(&svg, sizes)
}

fn enlarged_by(svg: &str, sizes: &[(&str, &str)]) -> String {
    sizes.iter().fold(svg.to_owned(), |svg, (from, to)| {
        svg.replace(&format!("font-size=\"{from}\""), &format!("font-size=\"{to}\""))
    })
}

/// The drawing with its title where it begins to be read, when it is wider than a phone: in the middle of the whole it
/// would be cut.
fn titled(svg: String) -> String {
    /// Drawings up to this width are shown whole.
    const WHOLE: f32 = 460.0;
    let attribute = |text: &str, name: &str| {
        let (_, rest) = text.split_once(&format!(" {name}=\""))?;
        rest.split_once('"').map(|(value, _)| value.to_owned())
    };
    let wide = attribute(&svg, "viewBox")
        .and_then(|view| view.split(' ').nth(2)?.parse::<f32>().ok())
        .is_some_and(|width| width > WHOLE);
    // What is written first is the title, if there is one.
    let first = svg.find("<text ").and_then(|at| Some((at, svg.get(at..)?.split_once('>')?.0.to_owned())));
    let title = first.filter(|(_, tag)| {
        wide && tag.contains("font-size=\"18\"") && tag.contains("text-anchor=\"middle\"")
    });
    let Some(((at, tag), x)) = title.and_then(|title| attribute(&title.1, "x").map(|x| (title, x))) else {
        return svg;
    };
    let begins = tag.replacen(&format!(" x=\"{x}\""), " x=\"16\"", 1).replacen(
        "text-anchor=\"middle\"",
        "text-anchor=\"start\"",
        1,
    );
    [&svg[..at], &begins, &svg[at + tag.len()..]].concat()
}

/// The drawing with the theme's colours where the library has fixed ones, and without shadows.
fn recoloured(svg: &str, accent: Color) -> String {
    let tint = |share: f32| accent.over(PAGE_LIGHT, share).hex();
    let fixed = [("#8a90dd", 0.8), ("#bfc7ff", 0.3), ("#534fbc", 0.8), ("#000080", 1.0)];
    let svg = fixed.iter().fold(svg.to_owned(), |svg, (color, share)| svg.replace(color, &tint(*share)));
    svg.replace("fill=\"red\"", "fill=\"#c8503f\"")
        .replace("stroke=\"#ff8888\"", "stroke=\"#c8503f\"")
        .replace("fill=\"#6666ff\"", "fill=\"#c9cdd3\"")
        .replace("fill=\"#fff400\"", "fill=\"#e6e8eb\"")
        .replace(" filter=\"url(#mm-shadow)\"", "")
}

/// Colours of parts behind the theme's own: light enough for dark letters.
const SCALE: [&str; 11] = [
    "#8fb4dd", "#f0c07a", "#94cbb0", "#c3b1e1", "#f2a793", "#b9cf7e", "#8ccfd6", "#e3b8cf", "#c9c3a5",
    "#a8b8cc", "#d9d9d9",
];

/// The smallest letters of a drawing, in its units; very few very small ones do not count.
fn smallest(svg: &str) -> f32 {
    let sizes = svg.split("font-size=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let sizes = sizes.filter_map(|size| size.trim_end_matches("px").parse::<f32>().ok());
    sizes.filter(|size| *size >= 6.0).reduce(f32::min).unwrap_or(14.0)
}

/// The words of a drawing, for those who cannot see it.
fn words(svg: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    for piece in svg.split("<text").skip(1).filter_map(|rest| rest.split("</text>").next()) {
        for run in piece.split('>').skip(1).filter_map(|rest| rest.split('<').next()) {
            let run = run.trim();
            if !run.is_empty() && !words.contains(&run) {
                words.push(run);
            }
        }
    }
    let text = words.join(" ");
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    text.chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_of_what_is_wider_than_a_phone_stands_at_its_beginning() {
        let svg = |source: &str| svg(source, Color([0xa8, 0x2a, 0x1c])).map_err(|_| ()).unwrap();
        let title = |svg: &str| svg.split("<text ").nth(1).unwrap_or_default().to_owned();
        let wide = svg("gantt\n title 排期\n dateFormat YYYY-MM-DD\n section 内容\n 选题 :2026-12-01, 3d");
        assert!(title(&wide).starts_with("x=\"16\"") && title(&wide).contains(">排期<"), "{wide}");
        assert!(wide.contains(">选题<"));
        let pie = svg("pie title 渠道\n \"甲\" : 60\n \"乙\" : 40");
        assert!(title(&pie).contains("middle") && !pie.contains("x=\"16\""), "{pie}");
    }

    #[test]
    fn the_bars_of_a_chart_fit_a_screen_when_their_names_do() {
        let wide = |names: &str| plot_width(&format!("xychart-beta\n  x-axis {names}\n  bar [1]"));
        assert_eq!(wide("[一月, 二月, 三月]"), 290);
        assert_eq!(wide("\"月\" [Jan, Feb]"), 290);
        assert_eq!(wide("[天河路旗舰店, 北京路旗舰店, 上下九旗舰店, 东山口旗舰店]"), 328);
        assert_eq!(wide(&format!("[{}]", ["天河路旗舰店"; 20].join(", "))), 600);
        assert_eq!(plot_width("xychart-beta\n  bar [1, 2]"), 290);
    }

    #[test]
    fn colours_like_the_own_one_come_last() {
        let green = Color([0x84, 0xad, 0x97]);
        let all: Vec<&str> = others(green).collect();
        assert_eq!(all.len(), SCALE.len());
        assert_eq!(all.last(), Some(&"#94cbb0"), "{all:?}");
        assert_eq!(others(Color([0xd0, 0x60, 0x50])).collect::<Vec<_>>(), SCALE);
    }
}
