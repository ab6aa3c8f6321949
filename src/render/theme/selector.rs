//! Selectors of a theme: elements and classes, inside each other to any depth.
//!
//! What an inline style cannot express (states, siblings, positions) is refused with the reason, not dropped.

use std::ops::Range;

use crate::base::message::{Message, render as say};

/// One compound selector: `p`, `.note`, `th.stripe`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(in crate::render) struct Compound {
    /// The element, if one is named.
    pub(in crate::render) element: Option<String>,
    /// The classes that are named.
    pub(in crate::render) classes: Vec<String>,
}

/// What a selector wants around the thing it means.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::render) struct Outer {
    pub(in crate::render) compound: Compound,
    /// Whether the next one must stand directly inside (`>`).
    pub(in crate::render) direct: bool,
}

/// A selector.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::render) struct Selector {
    /// What stands around, outermost first.
    pub(in crate::render) around: Vec<Outer>,
    /// What is meant.
    pub(in crate::render) own: Compound,
}

/// Why a selector is not one of a theme.
#[derive(Debug)]
pub(super) struct Refused(pub(super) Message);

impl Compound {
    /// Whether it means an element with these classes.
    pub(in crate::render) fn fits(&self, element: &str, classes: &[&str]) -> bool {
        self.element.as_deref().is_none_or(|name| name == element)
            && self.classes.iter().all(|class| classes.contains(&class.as_str()))
    }
}

impl Selector {
    /// Every class that it names.
    pub(super) fn classes(&self) -> impl Iterator<Item = &String> {
        let around = self.around.iter().flat_map(|outer| &outer.compound.classes);
        around.chain(&self.own.classes)
    }

    /// Classes count more than elements, whatever their number.
    pub(super) fn weight(&self) -> (usize, usize) {
        let parts = || self.around.iter().map(|outer| &outer.compound).chain(std::iter::once(&self.own));
        (parts().map(|part| part.classes.len()).sum(), parts().filter(|part| part.element.is_some()).count())
    }
}

/// Splits a list at its commas, with the place of each piece.
pub(super) fn pieces(list: &str, start: usize) -> impl Iterator<Item = (&str, Range<usize>)> {
    let mut at = start;
    list.split(',').map(move |piece| {
        let range = at..at + piece.len();
        at = range.end + 1;
        (piece, range)
    })
}

/// Reads one selector. The rows of a table carry nothing of their own, so every other row means its cells.
pub(super) fn read(piece: &str) -> Result<Selector, Refused> {
    let spaced = piece.replace('>', " > ");
    let mut around: Vec<Outer> = Vec::new();
    let mut own: Option<Compound> = None;
    let (mut striped, mut direct) = (false, false);
    let refuse = || Refused(say::css_selector(piece.trim()));
    for word in spaced.split_whitespace() {
        if word == ">" {
            if own.is_none() || direct {
                return Err(refuse());
            }
            direct = true;
            continue;
        }
        if let Some(compound) = own.take() {
            if keeps(&compound) {
                around.push(Outer { compound, direct });
            }
        } else if !around.is_empty() {
            return Err(refuse());
        }
        direct = false;
        let word = match word.strip_prefix("tr:nth-child(") {
            Some("even)" | "2n)") => {
                striped = true;
                "tr"
            }
            _ => word,
        };
        own = Some(compound(word)?);
    }
    let Some(mut own) = own.filter(|_| !direct) else { return Err(refuse()) };
    if striped {
        match own.element.as_deref() {
            None | Some("td" | "tr") => {}
            Some(_) => return Err(refuse()),
        }
        own.element = Some("td".to_owned());
        own.classes.push("stripe".to_owned());
    } else if !keeps(&own) {
        return Err(Refused(say::css_rows(piece.trim())));
    }
    Ok(Selector { around, own })
}

/// Whether an element is one of a fragment's constructs: groups and rows of tables are not.
fn keeps(compound: &Compound) -> bool {
    !matches!(compound.element.as_deref(), Some("thead" | "tbody" | "tfoot" | "tr"))
}

fn compound(word: &str) -> Result<Compound, Refused> {
    let special = |c| word.contains(c);
    if special(':') {
        return Err(Refused(say::css_pseudo(word)));
    }
    if special('#') || special('[') {
        return Err(Refused(say::css_attribute(word)));
    }
    if special('*') {
        return Err(Refused(say::css_universal()));
    }
    if special('+') || special('~') {
        return Err(Refused(say::css_sibling(word)));
    }
    let name = |part: &str| {
        !part.is_empty()
            && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
    };
    let mut parts = word.split('.');
    let element = parts.next().filter(|part| !part.is_empty());
    let classes: Vec<String> = parts.map(str::to_owned).collect();
    let good = element.is_none_or(name)
        && classes.iter().all(|class| name(class))
        && (element.is_some() || !classes.is_empty());
    if good {
        Ok(Compound { element: element.map(str::to_owned), classes })
    } else {
        Err(Refused(say::css_selector(word)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::message::Lang;

    #[test]
    fn levels_children_and_stripes() {
        let selector = read(".a > b c.d").unwrap();
        assert_eq!(selector.weight(), (2, 2));
        assert_eq!(selector.around.iter().map(|outer| outer.direct).collect::<Vec<_>>(), [true, false]);
        let striped = read("table tbody tr:nth-child(even) td").unwrap();
        assert_eq!(striped.around.len(), 1);
        assert!(striped.own.fits("td", &["stripe"]));
        assert_eq!(read("thead th").unwrap().around, []);
    }

    #[test]
    fn what_cannot_be_inline_is_refused_with_its_reason() {
        for (selector, reason) in [
            ("p:first-child", "position"),
            ("p::before", "position"),
            ("#id", "attributes"),
            ("*", "*"),
            ("h2 + p", "neighbour"),
            ("tr", "rows"),
            ("> p", "do not know"),
            ("p >", "do not know"),
            ("ul > > li", "do not know"),
            ("P", "do not know"),
        ] {
            let Refused(message) = read(selector).unwrap_err();
            let said = message.text(Lang::En);
            assert!(said.to_lowercase().contains(reason), "{selector}: {said}");
        }
    }
}
