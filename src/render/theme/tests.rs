//! The built-in themes, proved legible.

use super::*;
use crate::render::color::{Color, PAGE_DARK, PAGE_LIGHT};
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

fn themes() -> impl Iterator<Item = (&'static str, Theme)> {
    builtin::THEMES.iter().map(|theme| (theme.name, load(&NoFiles, theme.name, None)))
}

/// Body text needs 4.5 and in dark mode too; everything that is read at all needs 3.
#[test]
fn every_text_of_every_built_in_theme_is_legible_in_light_and_dark() {
    let paths = contrast::paths();
    assert!(paths.len() > 180, "{}", paths.len());
    let mut weak = Vec::new();
    for (name, theme) in themes() {
        assert_eq!(theme.findings.iter().map(|finding| finding.rule).collect::<Vec<_>>(), [""; 0], "{name}");
        for path in &paths {
            let Some(seen) = contrast::seen(&theme, path) else { continue };
            let least = path.last().map_or(contrast::OTHER, |construct| contrast::least(*construct));
            if seen.light < least || seen.dark < least {
                weak.push(format!("{name} {path:?}: {:.2} in light, {:.2} in dark", seen.light, seen.dark));
            }
        }
    }
    assert!(weak.is_empty(), "{weak:#?}");
}

#[test]
fn code_colours_stay_legible_in_dark_mode() {
    let mut weak = Vec::new();
    for (name, theme) in themes() {
        let declarations = theme.declarations_in(Construct::CodeBox, Context::default());
        let ground = declarations
            .iter()
            .find(|(name, _)| name == "background")
            .and_then(|(_, value)| Color::parse_alpha(value))
            .unwrap_or((PAGE_LIGHT, 1.0));
        let light = ground.0.over(PAGE_LIGHT, ground.1);
        let dark = ground.0.dark_veil(ground.1, PAGE_DARK).over(PAGE_DARK, ground.1);
        let colors: Vec<Color> =
            theme.code.roles.iter().flatten().filter_map(|color| Color::parse(color)).collect();
        assert!(colors.len() >= 6, "{name}: {colors:?}");
        for color in colors {
            let seen = (color.contrast(light), color.dark_text(dark).contrast(dark));
            if seen.0 < 4.5 || seen.1 < 3.0 {
                weak.push(format!("{name} {color:?}: {seen:?}"));
            }
        }
    }
    assert!(weak.is_empty(), "{weak:#?}");
}

#[test]
fn the_documentation_lists_every_theme_and_every_construct() {
    let documentation = include_str!("../../../docs/themes.md");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/images");
    for theme in builtin::THEMES {
        assert!(documentation.contains(&format!("(images/theme-{}.png)", theme.name)), "{}", theme.name);
        assert!(folder.join(format!("theme-{}.png", theme.name)).is_file(), "{}", theme.name);
    }
    for construct in Construct::ALL {
        let (element, classes) = construct.shape().own;
        for class in classes {
            assert!(documentation.contains(&format!(".{class}")), ".{class} of {construct:?}");
        }
        assert!(documentation.contains(&format!("`{element}")), "{element} of {construct:?}");
    }
}
