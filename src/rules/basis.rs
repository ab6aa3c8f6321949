//! Legal bases: short names in rules and packs, full names in what people read. A law that is revised has a name for
//! each of its periods.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;

use super::period::Period;
use super::terms::with_root;
use crate::finding::Findings;
use crate::source::yaml::{Node, Reader, Value};

/// The full name of a law while it is in force.
#[derive(Debug, Clone)]
struct Name {
    period: Period,
    text: String,
}

/// Full names by the short one.
static NAMES: LazyLock<BTreeMap<String, Vec<Name>>> = LazyLock::new(|| {
    let mut names = BTreeMap::new();
    with_root("basis.yaml", include_str!("terms/basis.yaml"), &mut Findings::new(), |root, findings| {
        for (_, value) in root.pairs(findings).unwrap_or_default() {
            names.insert(value.name.to_owned(), read(value, findings));
        }
    });
    names
});

/// A text, or a list of `{since, until, text}`.
fn read(value: Value<'_>, findings: &mut Findings) -> Vec<Name> {
    if matches!(value.node, Node::Str(_)) {
        let text = value.text(findings);
        return text.map(|text| Name { period: Period::default(), text: text.value }).into_iter().collect();
    }
    let mut names = Vec::new();
    for item in value.items(findings) {
        let Some(mut reader) = Reader::open(&[item], findings) else { continue };
        let period = Period::default().read(&mut reader);
        let text = reader.required_text("text");
        reader.finish();
        names.extend(text.map(|text| Name { period, text: text.value }));
    }
    names
}

/// Short names of laws and platform pages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Basis {
    keys: std::sync::Arc<[String]>,
}

impl Basis {
    pub(crate) fn new(keys: &[String]) -> Self {
        Self { keys: keys.into() }
    }

    /// The short names.
    #[cfg(test)]
    pub(crate) fn keys(&self) -> &[String] {
        &self.keys
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// As printed for a document that readers see on `day`.
    pub(crate) fn text(&self, day: Option<Date>) -> String {
        basis_text(self.keys.iter().map(String::as_str), day)
    }

    /// Short names that nobody knows.
    #[cfg(test)]
    pub(crate) fn unknown(&self) -> Vec<&str> {
        self.keys.iter().map(String::as_str).filter(|key| !NAMES.contains_key(*key)).collect()
    }
}

/// The full names of `keys` as printed for a document that readers see on `day`; a name that is none of ours is printed
/// as it is.
pub(crate) fn basis_text<'k>(keys: impl IntoIterator<Item = &'k str>, day: Option<Date>) -> String {
    let name = |key: &'k str| -> &'k str {
        let names = NAMES.get(key).map_or(&[][..], Vec::as_slice);
        let now = names.iter().find(|name| name.period.contains(day)).or(names.last());
        now.map_or(key, |name| name.text.as_str())
    };
    keys.into_iter().map(name).collect::<Vec<_>>().join("；")
}

/// Whether the wording of one of `keys` depends on the day.
pub(crate) fn is_dated(keys: &[&str]) -> bool {
    keys.iter().any(|key| NAMES.get(*key).is_some_and(|names| names.len() > 1))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_wording_follows_the_day() {
        let before = basis_text(["TM-14.5"], Some(date(2026, 12, 31)));
        let after = basis_text(["TM-14.5"], Some(date(2027, 1, 1)));
        assert!(before.contains("第十四条") && !before.contains("第六十四条"), "{before}");
        assert!(after.contains("第六十四条"), "{after}");
        assert_eq!(basis_text(["TM-14.5"], None), before);
        assert!(is_dated(&["AD-9.3", "TM-14.5"]) && !is_dated(&["AD-9.3"]));
        assert_eq!(basis_text(["没有这条"], None), "没有这条");
    }

    #[test]
    fn every_name_has_a_text_for_every_day() {
        for (key, names) in NAMES.iter() {
            assert!(!names.is_empty(), "{key}");
            for day in [date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1), date(2030, 1, 1)] {
                assert!(names.iter().any(|name| name.period.contains(Some(day))), "{key} on {day}");
            }
        }
    }
}
