//! The built-in themes, proved legible.

use super::super::color::{PAGE_DARK, PAGE_LIGHT};
use super::*;
use crate::render::color::Color;
use crate::source::tree::{Entry, Tree, TreeError};

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
