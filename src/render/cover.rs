//! Covers: the picture file that an article names, or a card drawn from its title, its column and its brand's colours.

mod card;
mod lines;

use super::article::Renderer;
use super::draw::Undrawn;
use super::image::{Broken, Source};
use super::rule;
use super::svg;
use crate::base::digest::Digest;
use crate::base::message::{Explain, Message, render as say};
use crate::finding::{Finding, Findings};
use crate::site::{Article, Card, Cover, CoverSource, LIMITS, Located, Site};
use crate::wechat::picture::{self, Format, Probe, Purpose};
use card::{Colors, Fault, Words};

/// A cover that can be shown.
#[derive(Debug, Clone)]
pub struct CoverPicture {
    /// Where its bytes come from.
    pub source: Source,
    /// Digest of its bytes.
    pub digest: Digest,
    /// Format by content.
    pub format: Format,
    /// Width in pixels as a reader sees it.
    pub width: u32,
    /// Height in pixels as a reader sees it.
    pub height: u32,
    /// The point that stays visible when it is cropped: shares of width and height.
    pub focus: [f64; 2],
    /// What a drawn cover was made of beside the article: the SVG file; the design of a card, its picture; fonts. Paths
    /// and digests. A font of the machine is `font:<name of its file>`.
    pub sources: Vec<(String, Digest)>,
}

/// Why there is no cover.
struct Refused {
    rule: &'static str,
    message: Message,
    help: Option<Message>,
}

impl Refused {
    fn new(rule: &'static str, message: Message, help: Message) -> Self {
        Self { rule, message, help: Some(help) }
    }
}

impl From<Broken> for Refused {
    fn from(broken: Broken) -> Self {
        Self { rule: broken.rule, message: broken.message, help: broken.help }
    }
}

impl Renderer<'_> {
    /// The cover of `article`, and what there is to say about it. `None` without a finding: it names none.
    pub fn cover(&self, site: &Site, article: &Article) -> (Option<CoverPicture>, Findings) {
        let mut findings = Findings::new();
        let Some(cover) = &article.front.cover else { return (None, findings) };
        let made = match &cover.source {
            CoverSource::Image(path) => self.picture_cover(cover, path, &mut findings),
            CoverSource::Card(card) => self.card_cover(site, article, cover, card, &mut findings),
        };
        let made = made.map_err(|refused| {
            let mut finding = Finding::error(refused.rule, cover.place.clone(), refused.message);
            finding.help = refused.help;
            findings.push(finding);
        });
        (made.ok(), findings)
    }

    fn picture_cover(
        &self,
        cover: &Located<Cover>,
        path: &str,
        findings: &mut Findings,
    ) -> Result<CoverPicture, Refused> {
        let bytes = self
            .tree()
            .read(path, LIMITS.asset)
            .map_err(|error| Refused::new(rule::MISSING, error.message(), say::picture_missing_help()))?;
        if svg::is_svg(path, &bytes) {
            return self.svg_cover(cover, path, &bytes, findings);
        }
        let probe = picture::inspect(path, &bytes).map_err(|error| Refused {
            rule: rule::UNREADABLE,
            message: error.message(),
            help: error.help(),
        })?;
        findings.extend(concern(cover, &probe, bytes.len()));
        Ok(CoverPicture {
            source: Source::File(path.to_owned()),
            digest: Digest::of(&bytes),
            format: probe.format,
            width: probe.width,
            height: probe.height,
            focus: cover.focus,
            sources: Vec::new(),
        })
    }

    /// An SVG file as a picture, since the platform takes none.
    fn svg_cover(
        &self,
        cover: &Located<Cover>,
        path: &str,
        bytes: &[u8],
        findings: &mut Findings,
    ) -> Result<CoverPicture, Refused> {
        let drawn = svg::draw(path, bytes, &svg::COVER, self.tree(), self.studio());
        let (svg::Svg { drawing, source }, probe) = drawn?;
        let probe = Probe { width: drawing.width, height: drawing.height, ..probe };
        findings.extend(concern(cover, &probe, drawing.png.len()));
        let mut sources = vec![(path.to_owned(), source)];
        sources.extend(drawing.fonts.iter().cloned());
        Ok(CoverPicture {
            source: Source::Drawn(drawing.png),
            digest: drawing.digest,
            format: probe.format,
            width: probe.width,
            height: probe.height,
            focus: cover.focus,
            sources,
        })
    }

    fn card_cover(
        &self,
        site: &Site,
        article: &Article,
        cover: &Located<Cover>,
        card: &Card,
        findings: &mut Findings,
    ) -> Result<CoverPicture, Refused> {
        if let Some((message, help)) = card.unknown(self.tree()) {
            return Err(Refused::new(rule::MISSING, message, help));
        }
        let (image, mut sources) = self.background(cover, card)?;
        let words = words(site, article, card);
        let colors = self.card_colors(site, article, card);
        let drawn = card::draw(card, &words, &colors, &image, self.studio(), self.tree()).map_err(refused)?;
        if !drawn.left_out.is_empty() {
            let message = say::no_glyphs(&drawn.left_out);
            let finding = Finding::warning(rule::FONT, cover.place.clone(), message);
            findings.push(finding.help(say::no_glyphs_help()));
        }
        sources.extend(drawn.design);
        sources.extend(drawn.drawing.fonts.iter().cloned());
        Ok(CoverPicture {
            source: Source::Drawn(drawn.drawing.png.clone()),
            digest: drawn.drawing.digest,
            format: Format::Png,
            width: drawn.drawing.width,
            height: drawn.drawing.height,
            // Designs keep what matters in the middle.
            focus: [0.5, 0.5],
            sources,
        })
    }

    /// The picture behind the words, and its line among the sources.
    fn background(&self, cover: &Cover, card: &Card) -> Result<(Ground, Vec<(String, Digest)>), Refused> {
        let align = align(cover.focus);
        let Some(path) = &card.image else { return Ok(((String::new(), align), Vec::new())) };
        let bytes = self
            .tree()
            .read(path, LIMITS.asset)
            .map_err(|error| Refused::new(rule::MISSING, error.message(), say::picture_missing_help()))?;
        let ready = picture::prepare(&bytes, Purpose::Cover).map_err(|error| Refused {
            rule: rule::UNREADABLE,
            message: error.message(),
            help: error.help(),
        })?;
        let data = data_encoding::BASE64.encode(&ready.bytes);
        let address = format!("data:{};base64,{data}", ready.format.mime());
        Ok(((address, align), vec![(path.clone(), Digest::of(&bytes))]))
    }

    /// The card's own colours, else those of the brand, else those of the theme.
    fn card_colors(&self, site: &Site, article: &Article, card: &Card) -> Colors {
        let named = if card.colors.is_empty() { &site.config.brand } else { &card.colors };
        if !named.is_empty() {
            return Colors::new([0, 1, 2].map(|index| named.get(index).map(String::as_str)));
        }
        let theme = self.theme(self.theme_name(article), None);
        Colors::new([Some(&theme.accent.hex()), Some(&theme.ink.hex()), None])
    }
}

/// What there is to say about a picture that can be used as a cover.
fn concern(cover: &Located<Cover>, probe: &Probe, bytes: usize) -> Option<Finding> {
    let concern = picture::concern(probe, bytes, Purpose::Cover).ok().flatten()?;
    let rule = if probe.animated() { rule::MOTION } else { rule::COVER };
    Some(Finding::warning(rule, cover.place.clone(), concern.message()).help(concern.help()))
}

fn words(site: &Site, article: &Article, card: &Card) -> Words {
    let front = &article.front;
    Words {
        title: card.title.clone().unwrap_or_else(|| front.title.value.clone()),
        subtitle: card.subtitle.clone().unwrap_or_default(),
        column: site.column_name(article).to_owned(),
        site: site.config.name.value.clone(),
    }
}

/// The picture behind the words of a card: its `data:` address (empty: none), and which part of it stays.
type Ground = (String, &'static str);

/// Which third of a picture stays when it is cropped, as SVG says it.
fn align(focus: [f64; 2]) -> &'static str {
    let third = |share: f64| if share < 1.0 / 3.0 { 0 } else { 1 + usize::from(share > 2.0 / 3.0) };
    const NAMES: [[&str; 3]; 3] = [
        ["xMinYMin", "xMidYMin", "xMaxYMin"],
        ["xMinYMid", "xMidYMid", "xMaxYMid"],
        ["xMinYMax", "xMidYMax", "xMaxYMax"],
    ];
    NAMES[third(focus[1])][third(focus[0])]
}

fn refused(fault: Fault) -> Refused {
    let undrawn = match fault {
        Fault::Template(reason) => {
            return Refused::new(rule::COVER, say::card_template(reason), say::card_template_help());
        }
        Fault::Undrawn(undrawn) => undrawn,
    };
    let (rule, message, help) = match undrawn {
        Undrawn::NoFont => (rule::FONT, say::no_font(), say::no_font_help()),
        Undrawn::Glyphs(missing) => (rule::FONT, say::no_glyphs(missing), say::no_glyphs_help()),
        Undrawn::Malformed(reason, _) => {
            (rule::COVER, say::drawing_malformed(reason), say::card_template_help())
        }
        Undrawn::Heavy => (rule::COVER, say::drawing_heavy(), say::card_template_help()),
        Undrawn::External(target) => (rule::COVER, say::drawing_external(target), say::card_template_help()),
        Undrawn::Foreign => (rule::COVER, say::drawing_foreign(), say::card_template_help()),
    };
    Refused::new(rule, message, help)
}
