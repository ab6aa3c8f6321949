//! Pictures that are paragraphs of their own: figures with captions, and what they share with rows and slides.

use std::ops::Range;

use super::construct::Construct;
use super::container::words;
use super::element;
use super::image::Shown;
use super::open::Origin;
use super::pass::Pass;
use super::style::{self, Declaration};
use crate::source::markdown::{self, Event, Side, Size, Tag, Width};
use crate::wechat::picture::Purpose;

/// Pixels above which a width fills a phone's column, where it must follow the column on wider screens too.
const FULL: u32 = 300;

/// How a picture and its caption look.
pub(super) struct Look {
    pub(super) image: Construct,
    pub(super) caption: Construct,
}

/// A picture of the source that can be shown.
#[derive(Debug)]
pub(super) struct Seen {
    alt: String,
    /// The title, else the alternative text.
    caption: String,
    shown: Shown,
    size: Size,
}

impl Seen {
    /// Width by height; a square where the size is unknown. Extreme shapes count as less extreme.
    pub(super) fn shape(&self) -> f32 {
        let (width, height) = self.shown.size.unwrap_or((1, 1));
        (width as f32 / height.max(1) as f32).clamp(0.2, 5.0)
    }
}

/// The width that a writer asked for, as the platform's checker accepts it: a share of the column, or few pixels.
pub(super) fn widths(size: &Size) -> Vec<Declaration> {
    let width = match size.width {
        None => return Vec::new(),
        Some(Width::Percent(percent)) => format!("{percent}%"),
        Some(Width::Pixels(pixels)) if pixels <= FULL => format!("{pixels}px"),
        Some(Width::Pixels(_)) => "100%".to_owned(),
    };
    vec![("width".to_owned(), width)]
}

impl Pass<'_> {
    /// What the writer said about the size of the picture at these bytes.
    pub(super) fn picture_size(&self, range: &Range<usize>) -> Size {
        self.file.text().get(range.clone()).map(markdown::size).unwrap_or_default()
    }

    /// The picture whose first event is `at`, if it can be shown; what stands in the way is reported.
    pub(super) fn see(&mut self, at: usize) -> Option<Seen> {
        let (Event::Start(Tag::Image { dest_url, title, .. }), range) = self.events.get(at)? else {
            return None;
        };
        let (url, title, range) = (dest_url.to_string(), title.to_string(), range.clone());
        let (alt, _) = self.alt(at);
        let shown = self.shown(&url, &alt, &range, Purpose::Body)?;
        let caption = if title.trim().is_empty() { alt.trim() } else { title.trim() };
        Some(Seen { caption: caption.to_owned(), size: self.picture_size(&range), alt, shown })
    }

    /// Renders the picture that starts at `at` as a figure with its caption.
    pub(super) fn figure(&mut self, at: usize) {
        self.figure_with(at, None);
    }

    /// Renders the picture that starts at `at` as a figure; the events `below` are its caption, if there are any.
    pub(super) fn figure_with(&mut self, at: usize, below: Option<Range<usize>>) {
        if self.writer.is_muted() {
            return;
        }
        let Some(seen) = self.see(at) else { return };
        let mut style = widths(&seen.size);
        style.extend(seen.size.side.map(|side| {
            let margin = match side {
                Side::Left => "0 auto 0 0",
                Side::Right => "0 0 0 auto",
            };
            ("margin".to_owned(), margin.to_owned())
        }));
        self.open_block(&element::SECTION, Construct::Figure, &[]);
        let style = self.image_style(Construct::FigureImage, &seen.shown, style);
        self.image_tag(&seen.shown, &seen.alt, &style);
        let aside = seen.size.side.map(|side| match side {
            Side::Left => "text-align:left",
            Side::Right => "text-align:right",
        });
        match (below, aside.filter(|_| !seen.caption.is_empty() && self.block_ready())) {
            (Some(below), _) => {
                self.open_block(&element::P, Construct::Caption, &[]);
                self.render(below);
                self.close();
            }
            (None, Some(aside)) => self.caption_aside(&seen.caption, aside),
            (None, None) => self.caption(&seen, Construct::Caption),
        }
        self.close();
    }

    /// Writes a picture that fills the part around it, and its caption.
    pub(super) fn picture_part(&mut self, seen: &Seen, look: &Look) {
        let style = self.image_style(look.image, &seen.shown, vec![("width".to_owned(), "100%".to_owned())]);
        self.image_tag(&seen.shown, &seen.alt, &style);
        self.caption(seen, look.caption);
    }

    /// A caption that stands on the side of its picture.
    fn caption_aside(&mut self, caption: &str, align: &str) {
        let style = self.style(Construct::Caption);
        let others = style::split(&style).filter(|(name, _)| *name != "text-align");
        let others: String = others.map(|(name, value)| format!("{name}:{value};")).collect();
        self.writer.open(&element::P, Origin::Construct, &format!("{others}{align}"), &[]);
        self.writer.write(&words(caption));
        self.close();
    }

    fn caption(&mut self, seen: &Seen, construct: Construct) {
        if !seen.caption.is_empty() {
            self.titled_line(construct, &seen.caption);
        }
    }
}
