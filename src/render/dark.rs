//! What a reader's dark mode makes of a fragment, as a style sheet for previews.
//!
//! The platform recolours element by element; here each inline style, on the ground it stands on, gets one rule.

use std::sync::Mutex;

use foldhash::{HashMap, HashMapExt};
use memchr::memchr;

use super::color::{Color, PAGE_DARK};
use super::style;

/// What text stands on: the style that says so, and its colour after conversion.
type Ground = (Box<str>, Color);

/// What dark mode makes of styles, remembered from article to article: a theme has a few dozen.
#[derive(Debug)]
struct Shades {
    /// The page first.
    grounds: Vec<Ground>,
    rules: Vec<String>,
    /// The places of the rules in alphabetical order, in which a sheet lists them; equal ones share a place.
    ranks: Vec<usize>,
    /// Tags that come again, as they are written.
    tags: HashMap<Box<str>, Opening>,
    /// Indices into the shades.
    styles: HashMap<Box<str>, usize>,
    /// By style, and by the ground that it stands on.
    shades: Vec<Vec<Shade>>,
}

/// What is known of a tag.
#[derive(Debug, Clone, Copy)]
struct Opening {
    style: usize,
    /// Nothing stands inside it.
    void: bool,
}

/// What dark mode makes of a style on a ground.
#[derive(Debug, Clone, Copy)]
struct Shade {
    around: usize,
    /// What stands inside it stands on this ground.
    ground: usize,
    rule: Option<usize>,
}

/// What threads remember while none of them reads.
#[derive(Debug, Default)]
pub(super) struct Memory(Mutex<Vec<Shades>>);

/// Styles that are remembered at most: beyond a few hundred they are not the theme's.
const MAX_KNOWN: usize = 4096;

impl Memory {
    /// Rules that recolour the inline styles of `fragment` (inside `#content`) in dark mode.
    pub(super) fn sheet(&self, fragment: &str) -> String {
        let known = self.0.lock().ok().and_then(|mut idle| idle.pop());
        let mut shades = known.filter(Shades::may_grow).unwrap_or_default();
        let sheet = shades.sheet(fragment);
        if let Ok(mut idle) = self.0.lock() {
            idle.push(shades);
        }
        sheet
    }
}

impl Default for Shades {
    fn default() -> Self {
        Self {
            grounds: vec![("".into(), PAGE_DARK)],
            rules: Vec::new(),
            ranks: Vec::new(),
            tags: HashMap::new(),
            styles: HashMap::new(),
            shades: Vec::new(),
        }
    }
}

impl Shades {
    fn may_grow(&self) -> bool {
        self.tags.len() < MAX_KNOWN && self.styles.len() < MAX_KNOWN
    }

    fn sheet(&mut self, fragment: &str) -> String {
        let mut used = vec![false; self.rules.len()];
        // The ground at each depth.
        let mut grounds: Vec<usize> = Vec::new();
        let mut rest = fragment;
        while let Some(at) = memchr(b'<', rest.as_bytes()) {
            rest = &rest[at + 1..];
            if rest.starts_with('/') {
                grounds.pop();
                continue;
            }
            let Some(end) = memchr(b'>', rest.as_bytes()) else { break };
            let (tag, after) = rest.split_at(end);
            rest = after;
            let Opening { style, void } = self.opening(tag);
            let around = grounds.last().copied().unwrap_or(0);
            let shade = self.shade(tag, style, around);
            if let Some(rule) = shade.rule {
                used.resize(used.len().max(rule + 1), false);
                used[rule] = true;
            }
            if !void {
                grounds.push(shade.ground);
            }
        }
        let mut used: Vec<usize> =
            used.iter().enumerate().filter(|(_, used)| **used).map(|(rule, _)| rule).collect();
        if used.is_empty() {
            return String::new();
        }
        self.rank();
        used.sort_unstable_by_key(|rule| self.ranks[*rule]);
        used.dedup_by_key(|rule| self.ranks[*rule]);
        let length: usize = used.iter().map(|rule| self.rules[*rule].len()).sum();
        let mut sheet = String::with_capacity(length + 40);
        sheet.push_str("@media (prefers-color-scheme:dark){");
        used.iter().for_each(|rule| sheet.push_str(&self.rules[*rule]));
        sheet.push('}');
        sheet
    }

    /// Puts rules that came since in their places.
    fn rank(&mut self) {
        if self.ranks.len() == self.rules.len() {
            return;
        }
        let mut order: Vec<usize> = (0..self.rules.len()).collect();
        order.sort_unstable_by_key(|rule| &self.rules[*rule]);
        self.ranks = vec![0; order.len()];
        let mut rank = 0;
        for (at, rule) in order.iter().enumerate() {
            let before = at.checked_sub(1).map(|before| &self.rules[order[before]]);
            rank += usize::from(before.is_some_and(|before| *before != self.rules[*rule]));
            self.ranks[*rule] = rank;
        }
    }

    fn opening(&mut self, tag: &str) -> Opening {
        if let Some(known) = self.tags.get(tag) {
            return *known;
        }
        let name = tag.split(' ').next().unwrap_or("");
        let style = style_of(tag);
        let next = self.styles.len();
        let style = match self.styles.get(style) {
            Some(known) => *known,
            None => {
                self.styles.insert(style.into(), next);
                self.shades.push(Vec::new());
                next
            }
        };
        let opening = Opening { style, void: matches!(name, "br" | "hr" | "img") };
        // Addresses are many and do not come again.
        if !matches!(name, "a" | "img") && self.tags.len() < MAX_KNOWN {
            self.tags.insert(tag.into(), opening);
        }
        opening
    }

    /// A style in its surroundings has one rule and makes one ground, however often it is used.
    fn shade(&mut self, tag: &str, index: usize, around: usize) -> Shade {
        let known = self.shades[index].iter().find(|shade| shade.around == around);
        if let Some(known) = known {
            return *known;
        }
        let style = style_of(tag);
        let (outer, below) = &self.grounds[around];
        let own = background(style).map(|(color, alpha)| (color.dark_veil(alpha, *below), alpha));
        let color = own.map_or(*below, |(color, alpha)| color.over(*below, alpha));
        let rule = rule(style, outer, own, color).map(|text| {
            self.rules.push(text);
            self.rules.len() - 1
        });
        let ground = if own.is_some() { self.ground(style, color) } else { around };
        let shade = Shade { around, ground, rule };
        self.shades[index].push(shade);
        shade
    }

    fn ground(&mut self, style: &str, color: Color) -> usize {
        let known = self.grounds.iter().position(|known| *known.0 == *style && known.1 == color);
        known.unwrap_or_else(|| {
            self.grounds.push((style.into(), color));
            self.grounds.len() - 1
        })
    }
}

/// The inline style of a tag.
fn style_of(tag: &str) -> &str {
    tag.split_once("style=\"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or("")
}

/// A background and its opacity; one that is hardly there counts as none.
fn background(style: &str) -> Option<(Color, f32)> {
    let value = |name: &str| style::split(style).find(|(known, _)| *known == name).map(|(_, value)| value);
    let written = value("background-color").or_else(|| value("background"))?;
    Color::parse_alpha(written).filter(|(_, alpha)| *alpha >= 0.05)
}

fn rule(style: &str, around: &str, own: Option<(Color, f32)>, ground: Color) -> Option<String> {
    let mut changed = Vec::new();
    if let Some((own, alpha)) = own {
        changed.push(format!("background-color:{}!important", written(own, alpha)));
    }
    for (name, value) in style::split(style) {
        match name {
            "color" => {
                if let Some(color) = recolored(value, ground) {
                    changed.push(format!("color:{color}!important"));
                }
            }
            name if name.starts_with("border") => {
                // Lines are judged on the page, whatever they stand on.
                if let Some(color) = value.split(' ').find_map(|word| recolored(word, PAGE_DARK)) {
                    let part = name.strip_suffix("-color").unwrap_or(name);
                    changed.push(format!("{part}-color:{color}!important"));
                }
            }
            _ => {}
        }
    }
    if changed.is_empty() {
        return None;
    }
    let outer = if around.is_empty() { String::new() } else { format!("[style=\"{around}\"] ") };
    Some(format!("#content {outer}[style=\"{style}\"]{{{}}}", changed.join(";")))
}

/// What dark mode makes of a text or line colour. A transparent one is judged as it shows on the ground, and stays as
/// transparent as it was.
fn recolored(value: &str, ground: Color) -> Option<String> {
    let (color, alpha) = Color::parse_alpha(value)?;
    if alpha <= 0.05 {
        return None;
    }
    Some(written(color.over(ground, alpha).dark_text(ground).under(ground, alpha), alpha))
}

fn written(color: Color, alpha: f32) -> String {
    let Color([r, g, b]) = color;
    if alpha < 1.0 { format!("rgba({r},{g},{b},{alpha})") } else { format!("#{r:02x}{g:02x}{b:02x}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_judged_on_the_ground_around_it() {
        let memory = Memory::default();
        let sheet = memory.sheet(
            "<section style=\"background-color:#f6f6f6\"><p style=\"color:#333\">a</p></section><p style=\"color:#b8382b\">b</p>",
        );
        assert!(
            sheet.contains(
                "#content [style=\"background-color:#f6f6f6\"]{background-color:#222222!important}"
            ),
            "{sheet}"
        );
        assert!(sheet.contains("#content [style=\"background-color:#f6f6f6\"] [style=\"color:#333\"]{color:#b3b3b3!important}"), "{sheet}");
        assert!(sheet.contains("#content [style=\"color:#b8382b\"]{color:"), "{sheet}");
        // What another article showed is not in this one's.
        let other = memory.sheet("<p style=\"color:#b8382b\">b</p>");
        assert!(
            !other.contains("#333") && sheet.contains(other.split_once('{').unwrap().1.trim_end_matches('}'))
        );
        assert_eq!(memory.sheet("<p>b</p>"), "");
    }
}
