//! The themes that every copy of the program has: the folders under `layouts/themes/`, one line each.

/// The files of a built-in theme, by name.
pub(super) struct BuiltIn {
    pub(super) name: &'static str,
    pub(super) files: &'static [(&'static str, &'static str)],
}

macro_rules! themes {
    ($($name:literal $(+ $part:literal)*;)*) => {
        /// Every built-in theme, the default one first.
        pub(super) const THEMES: &[BuiltIn] = &[$(BuiltIn {
            name: $name,
            files: &[
                ("theme.yaml", include_str!(concat!("../../../layouts/themes/", $name, "/theme.yaml"))),
                ("article.css", include_str!(concat!("../../../layouts/themes/", $name, "/article.css"))),
                $(($part, include_str!(concat!("../../../layouts/themes/", $name, "/", $part))),)*
            ],
        }),*];
    };
}

themes! {
    "ink" + "page.html";
    "business";
    "elegant";
    "festive";
    "fresh";
    "literary";
    "lively";
    "magazine";
    "minimal";
    "technical";
}

/// Structure of every construct in every theme: read before any theme's own style sheet.
pub(super) const BASE: &str = include_str!("base.css");

/// The built-in theme of that name.
pub(super) fn find(name: &str) -> Option<&'static BuiltIn> {
    THEMES.iter().find(|theme| theme.name == name)
}

impl BuiltIn {
    /// The text of one of its files.
    pub(super) fn file(&self, part: &str) -> Option<&'static str> {
        self.files.iter().find(|(name, _)| *name == part).map(|(_, text)| *text)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_file_of_a_theme_folder_is_listed() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts/themes");
        let mut found = BTreeSet::new();
        for theme in std::fs::read_dir(&folder).unwrap() {
            let theme = theme.unwrap();
            for file in std::fs::read_dir(theme.path()).unwrap() {
                let names = [theme.file_name(), file.unwrap().file_name()];
                found.insert(names.map(|name| name.into_string().unwrap()));
            }
        }
        let listed: BTreeSet<[String; 2]> = THEMES
            .iter()
            .flat_map(|theme| theme.files.iter().map(|(file, _)| [theme.name.to_owned(), (*file).to_owned()]))
            .collect();
        assert_eq!(found, listed);
        assert_eq!(THEMES.first().map(|theme| theme.name), Some("ink"));
    }
}
