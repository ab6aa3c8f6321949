//! Values of declarations, computed when a theme is loaded: variables, `calc()`, colour functions.
//!
//! The platform removes a declaration that still needs computing, so nothing of the kind is left in a fragment.

use super::sheet::Written;
use crate::base::message::{Message, render as say};
use crate::finding::Place;
use crate::render::color::Color;
use crate::render::style;

/// Variables that use variables, at most.
const MAX_DEPTH: usize = 8;
/// Bytes of a computed value at most.
const MAX_BYTES: usize = 400;

/// The variables of a theme and those it builds on: the last of a name counts.
#[derive(Debug, Default)]
pub(super) struct Variables(std::collections::BTreeMap<String, (String, Place)>);

impl Variables {
    pub(super) fn set(&mut self, variable: Written) {
        self.0.insert(variable.name, (variable.value, variable.place));
    }

    /// The value of a variable as it is written, and where.
    pub(super) fn get(&self, name: &str) -> Option<(&str, &Place)> {
        self.0.get(name).map(|(value, place)| (value.as_str(), place))
    }

    /// Names, sorted.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The first variable that `value` uses, and where it is set.
    pub(super) fn used_by(&self, value: &str) -> Option<&Place> {
        let rest = value.split_once("var(")?.1;
        let name = rest.split([',', ')']).next()?.trim().strip_prefix("--")?;
        self.get(name).map(|(_, place)| place)
    }
}

/// `value` with everything computed that can be.
pub(super) fn compute(value: &str, variables: &Variables) -> Result<String, Message> {
    let value = substitute(value, variables, 0)?;
    let value = calculate(&value)?;
    colors(&value)
}

/// What stands in the brackets that open at the end of `before`, and what follows.
fn inside(rest: &str) -> Option<(&str, &str)> {
    let mut depth = 1usize;
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((&rest[..at], &rest[at + 1..]));
        }
    }
    None
}

fn substitute(value: &str, variables: &Variables, depth: usize) -> Result<String, Message> {
    let mut out = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("var(") {
        let (inner, after) = inside(after).ok_or_else(|| say::css_brackets(value))?;
        let (name, fallback) = inner.split_once(',').map_or((inner, None), |(name, rest)| (name, Some(rest)));
        let name = name.trim();
        out.push_str(before);
        let known = name.strip_prefix("--").and_then(|name| variables.get(name)).map(|(value, _)| value);
        let used = known.or(fallback.map(str::trim)).ok_or_else(|| say::css_variable(name))?;
        if depth >= MAX_DEPTH || out.len() + used.len() > MAX_BYTES {
            return Err(say::css_variable_loop(name));
        }
        out.push_str(&substitute(used, variables, depth + 1)?);
        rest = after;
    }
    out.push_str(rest);
    if out.len() > MAX_BYTES { Err(say::css_declaration(value)) } else { Ok(out) }
}

fn calculate(value: &str) -> Result<String, Message> {
    let mut out = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("calc(") {
        let (inner, after) = inside(after).ok_or_else(|| say::css_brackets(value))?;
        let inner = inner.replace("calc(", "(");
        let (number, unit) = sum(&mut tokens(&inner).as_slice(), 0)
            .filter(|(number, _)| number.is_finite())
            .ok_or_else(|| say::css_calc(inner.trim()))?;
        out.push_str(before);
        out.push_str(&format!("{}{unit}", rounded(number)));
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

/// A number with at most three digits behind the point.
fn rounded(number: f64) -> String {
    let number = (number * 1000.0).round() / 1000.0;
    format!("{}", if number == 0.0 { 0.0 } else { number })
}

/// Words of a calculation: numbers with units, operators, brackets.
fn tokens(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for word in text.split_whitespace() {
        let mut rest = word;
        while let Some(first) = rest.chars().next() {
            let number = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '%');
            let signed = matches!(first, '-' | '+') && rest[1..].starts_with(number);
            let expects = out.last().is_none_or(|last: &&str| matches!(*last, "+" | "-" | "*" | "/" | "("));
            let length = if number(first) || signed && expects {
                let skip = usize::from(signed);
                skip + rest[skip..].find(|c| !number(c)).unwrap_or(rest.len() - skip)
            } else {
                first.len_utf8()
            };
            out.push(&rest[..length]);
            rest = &rest[length..];
        }
    }
    out
}

type Size<'v> = (f64, &'v str);

fn sum<'v>(tokens: &mut &[&'v str], depth: usize) -> Option<Size<'v>> {
    let mut left = product(tokens, depth)?;
    while let [operator @ ("+" | "-"), rest @ ..] = *tokens {
        *tokens = rest;
        let right = product(tokens, depth)?;
        if left.1 != right.1 {
            return None;
        }
        left.0 += if *operator == "+" { right.0 } else { -right.0 };
    }
    (depth > 0 || tokens.is_empty()).then_some(left)
}

fn product<'v>(tokens: &mut &[&'v str], depth: usize) -> Option<Size<'v>> {
    let mut left = atom(tokens, depth)?;
    while let [operator @ ("*" | "/"), rest @ ..] = *tokens {
        *tokens = rest;
        let right = atom(tokens, depth)?;
        left = match (*operator, left.1, right.1) {
            ("*", unit, "") => (left.0 * right.0, unit),
            ("*", "", unit) => (left.0 * right.0, unit),
            ("/", unit, "") => (left.0 / right.0, unit),
            _ => return None,
        };
    }
    Some(left)
}

fn atom<'v>(tokens: &mut &[&'v str], depth: usize) -> Option<Size<'v>> {
    let (first, rest) = tokens.split_first()?;
    *tokens = rest;
    if *first != "(" {
        let end = first.find(|c: char| c.is_ascii_alphabetic() || c == '%').unwrap_or(first.len());
        return Some((first[..end].parse().ok()?, &first[end..]));
    }
    if depth > MAX_DEPTH {
        return None;
    }
    let value = sum(tokens, depth + 1)?;
    let [")", rest @ ..] = *tokens else { return None };
    *tokens = rest;
    Some(value)
}

/// Colour functions that old phones do not know, as plain colours.
fn colors(value: &str) -> Result<String, Message> {
    const FUNCTIONS: [&str; 5] = ["color-mix(", "hsla(", "hsl(", "rgba(", "rgb("];
    let mut out = String::new();
    let mut rest = value;
    while let Some((at, function)) = FUNCTIONS
        .iter()
        .filter_map(|function| rest.find(function).map(|at| (at, *function)))
        .min_by_key(|(at, function)| (*at, std::cmp::Reverse(function.len())))
    {
        let (inner, after) = inside(&rest[at + function.len()..]).ok_or_else(|| say::css_brackets(value))?;
        let bad = || say::css_color(format!("{function}{inner})"));
        out.push_str(&rest[..at]);
        let color = match function {
            "color-mix(" => mixed(inner),
            "hsl(" | "hsla(" => style::parts(inner).and_then(|(parts, alpha)| style::hsl(&parts, alpha)),
            _ => style::parts(inner).and_then(|(parts, alpha)| style::rgb(&parts, alpha)),
        };
        out.push_str(&color.ok_or_else(bad)?);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

/// `in srgb, a 30%, b`: both colours mixed, without transparency.
fn mixed(inner: &str) -> Option<String> {
    let mut parts = inner.split(',').map(str::trim);
    if parts.next()?.split_whitespace().collect::<Vec<_>>() != ["in", "srgb"] {
        return None;
    }
    let (first, second) = (parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let part = |text: &str| {
        let (color, share) = match text.rsplit_once(' ') {
            Some((color, share)) => (color, Some(share.strip_suffix('%')?.parse::<f32>().ok()? / 100.0)),
            None => (text, None),
        };
        Some((Color::parse(color.trim())?, share))
    };
    let ((a, share_a), (b, share_b)) = (part(first)?, part(second)?);
    let share = match (share_a, share_b) {
        (Some(share), None) => share,
        (None, Some(share)) => 1.0 - share,
        (None, None) => 0.5,
        (Some(a), Some(b)) => a / (a + b),
    };
    (0.0..=1.0).contains(&share).then(|| a.over(b, share).hex())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::message::Lang;

    fn compute_with(value: &str) -> Result<String, String> {
        let mut variables = Variables::default();
        for (name, value) in
            [("ink", "#112233"), ("soft", "var(--ink)"), ("loop", "var(--loop)"), ("gap", "8px")]
        {
            let place = Place::file_only("theme.yaml");
            variables.set(Written { name: name.to_owned(), value: value.to_owned(), place });
        }
        compute(value, &variables).map_err(|message| message.text(Lang::En))
    }

    #[test]
    fn variables_with_defaults_and_chains() {
        assert_eq!(compute_with("1px solid var(--soft)").unwrap(), "1px solid #112233");
        assert_eq!(compute_with("var(--no, var(--gap))").unwrap(), "8px");
        assert!(compute_with("var(--no)").unwrap_err().contains("--no"));
        assert!(compute_with("var(--loop)").is_err());
        assert!(compute_with("var(--ink").is_err());
    }

    #[test]
    fn calculations_that_have_one_unit() {
        assert_eq!(compute_with("calc(var(--gap) * 2 + 1px)").unwrap(), "17px");
        assert_eq!(compute_with("calc((2em - 1em)/4) auto").unwrap(), "0.25em auto");
        assert_eq!(compute_with("calc(-1 * 4px)").unwrap(), "-4px");
        for bad in ["calc(100% - 2px)", "calc(1px/0)", "calc()", "calc(2px * 2px)", "calc(1px +)"] {
            assert!(compute_with(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn colour_functions_become_plain_colours() {
        assert_eq!(compute_with("color-mix(in srgb, #ff0000 25%, white)").unwrap(), "#ffbfbf");
        assert_eq!(compute_with("hsl(120 100% 25%)").unwrap(), "#008000");
        assert_eq!(compute_with("rgb(0 0 0 / 12%)").unwrap(), "rgba(0,0,0,.12)");
        assert_eq!(compute_with("rgba(0, 0, 0, .18)").unwrap(), "rgba(0,0,0,.18)");
        assert!(compute_with("color-mix(in oklch, red, blue)").is_err());
        assert!(compute_with("rgb(300, 0, 0)").is_err());
    }

    proptest::proptest! {
        #[test]
        fn anything_is_computed_or_refused(value in ".{0,60}") {
            let _ = compute_with(&value);
        }

        #[test]
        fn calculations_never_panic(value in r"calc\([0-9a-z%. ()+*/-]{0,30}\)") {
            let _ = compute_with(&value);
        }
    }
}
