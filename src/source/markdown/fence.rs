//! Fences of containers: `::: tip 标题 {key=value}` opens one, `:::` closes it.
//!
//! The parser knows no containers. It is shown each fence as a thematic break of the same length (see `mask`), so that
//! it ends paragraphs, tables and lists as a block does, and lists, quotations and code keep their meaning around and
//! inside it. A fence therefore comes as `Event::Rule` whose bytes in the file begin with a colon; this module reads
//! those bytes and pairs the fences. What a container looks like is not decided here.

use std::collections::HashMap;
use std::ops::Range;

use super::{Event, Located};

/// A line of three or more colons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fence<'t> {
    /// How many colons it begins with.
    pub colons: usize,
    /// The container's name; empty on a closing fence, and where no name can be read.
    pub name: &'t str,
    /// What stands behind the name, without attributes.
    pub title: &'t str,
    /// Attributes in braces: `key=value`, `key="value"`; a class `.x` is the key `x` without value.
    pub attributes: Vec<(&'t str, &'t str)>,
}

impl<'t> Fence<'t> {
    /// Whether it closes a container.
    pub fn closes(&self) -> bool {
        self.name.is_empty() && self.title.is_empty() && self.attributes.is_empty()
    }

    /// The value of an attribute.
    pub fn attribute(&self, key: &str) -> Option<&'t str> {
        self.attributes.iter().find(|(known, _)| known.eq_ignore_ascii_case(key)).map(|(_, value)| *value)
    }

    /// The title, wherever it is written: behind the name or as an attribute.
    pub fn heading(&self) -> Option<&'t str> {
        let written = Some(self.title).filter(|title| !title.is_empty());
        written
            .or_else(|| self.attribute("title").or_else(|| self.attribute("标题")))
            .filter(|t| !t.is_empty())
    }
}

/// Reads a line, without indentation, that begins with three or more colons.
pub(super) fn read(line: &str) -> Option<Fence<'_>> {
    let colons = line.bytes().take_while(|byte| *byte == b':').count();
    if colons < 3 {
        return None;
    }
    let rest = line[colons..].trim().trim_end_matches(':').trim_end();
    let (rest, attributes) = braces(rest);
    let word = rest.find(|c: char| c.is_whitespace() || c == '[').unwrap_or(rest.len());
    let plain = |name: &str| name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let (name, title) = rest.split_at(if plain(&rest[..word]) { word } else { 0 });
    let mut fence = Fence { colons, name, title: bare(title), attributes };
    if fence.name.is_empty()
        && fence.title.is_empty()
        && let Some(class) = fence.attributes.iter().position(|(_, value)| value.is_empty())
    {
        fence.name = fence.attributes.remove(class).0;
    }
    Some(fence)
}

/// A title without the brackets or quotation marks that some dialects put around it.
fn bare(title: &str) -> &str {
    let title = title.trim();
    let pairs = [("[", "]"), ("\"", "\"")];
    let inner = pairs.iter().find_map(|(open, close)| title.strip_prefix(open)?.strip_suffix(close));
    inner.unwrap_or(title).trim()
}

/// Splits `{…}` off the end, or off the beginning, of what stands behind the colons.
fn braces(text: &str) -> (&str, Vec<(&str, &str)>) {
    if let Some(open) = text.find('{')
        && let Some(length) = text[open..].find('}')
    {
        let inside = &text[open + 1..open + length];
        let (before, after) = (text[..open].trim_end(), text[open + length + 1..].trim());
        if after.is_empty() {
            return (before, attributes(inside));
        }
        // `::: name{key=value} 标题`: what is behind belongs to the title, which the name precedes.
        if before.is_empty() || !before.contains(char::is_whitespace) && !before.contains('[') {
            let mut all = attributes(inside);
            all.push(("title", bare(after)));
            return (before, all);
        }
    }
    (text, Vec::new())
}

/// The attributes between braces.
pub(super) fn attributes(mut rest: &str) -> Vec<(&str, &str)> {
    let mut out = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | ',')).unwrap_or(rest.len());
        let key = &rest[..end];
        rest = &rest[end..];
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
            (value, rest) = match quote.and_then(|quote| after[1..].split_once(quote)) {
                Some(parts) => parts,
                None => {
                    after.split_at(after.find(|c: char| c.is_whitespace() || c == ',').unwrap_or(after.len()))
                }
            };
        }
        match key.trim_start_matches('.') {
            "" if rest.is_empty() => return out,
            "" => {}
            key => out.push((key, value)),
        }
    }
}

/// What a fence does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Opens a container whose content ends before the event `end`. `closed`: that event is its closing fence.
    Opens {
        /// The event behind the content.
        end: usize,
        /// Whether somebody closed it.
        closed: bool,
    },
    /// Closes a container.
    Closes,
    /// Would close a container, and none is open here.
    Stray,
}

/// What each fence of a document does, by the index of its event.
#[derive(Debug, Clone, Default)]
pub struct Containers {
    roles: HashMap<usize, Role>,
}

/// A container that is open while fences are paired.
struct Open {
    event: usize,
    colons: usize,
}

/// The containers that are open inside one list item, quotation or footnote, or at the top.
#[derive(Default)]
struct Scope {
    open: Vec<Open>,
    /// How many of them have so many colons.
    colons: HashMap<usize, usize>,
}

impl Scope {
    fn push(&mut self, event: usize, colons: usize) {
        self.open.push(Open { event, colons });
        *self.colons.entry(colons).or_default() += 1;
    }

    fn pop(&mut self) -> Option<Open> {
        let open = self.open.pop()?;
        if let Some(count) = self.colons.get_mut(&open.colons) {
            *count -= 1;
        }
        Some(open)
    }
}

impl Containers {
    /// Pairs the fences of `events`, whose ranges are ranges of `text`. A fence closes the innermost container with as
    /// many colons, else the innermost one; what was opened inside and left open ends there too, and at the latest
    /// with the list item or quotation around it.
    pub fn pair(text: &str, events: &[Located<'_>]) -> Self {
        let mut roles = HashMap::new();
        let is_fence = |event: &Event<'_>, range: &Range<usize>| {
            matches!(event, Event::Rule) && text.as_bytes().get(range.start) == Some(&b':')
        };
        if !events.iter().any(|(event, range)| is_fence(event, range)) {
            return Self { roles };
        }
        let mut scopes = vec![Scope::default()];
        for (index, (event, range)) in events.iter().enumerate() {
            match event {
                Event::Start(_) => scopes.push(Scope::default()),
                Event::End(_) => {
                    for open in scopes.pop().unwrap_or_default().open {
                        roles.insert(open.event, Role::Opens { end: index, closed: false });
                    }
                }
                Event::Rule if is_fence(event, range) => {
                    let (Some(fence), Some(scope)) = (fence(text, range), scopes.last_mut()) else {
                        continue;
                    };
                    if !fence.closes() {
                        scope.push(index, fence.colons);
                    } else {
                        let role = close(scope, &fence, index, &mut roles);
                        roles.insert(index, role);
                    }
                }
                _ => {}
            }
        }
        for open in scopes.into_iter().flat_map(|scope| scope.open) {
            roles.insert(open.event, Role::Opens { end: events.len(), closed: false });
        }
        Self { roles }
    }

    /// What the fence at that event does; `None`: it is no fence.
    pub fn role(&self, event: usize) -> Option<Role> {
        self.roles.get(&event).copied()
    }
}

fn close(scope: &mut Scope, fence: &Fence<'_>, index: usize, roles: &mut HashMap<usize, Role>) -> Role {
    let same = scope.colons.get(&fence.colons).is_some_and(|count| *count > 0);
    while let Some(open) = scope.pop() {
        let closed = !same || open.colons == fence.colons;
        roles.insert(open.event, Role::Opens { end: index, closed });
        if closed {
            return Role::Closes;
        }
    }
    Role::Stray
}

/// The fence that a thematic break stands for; `None`: it is one.
pub fn fence<'t>(text: &'t str, range: &Range<usize>) -> Option<Fence<'t>> {
    let rest = text.get(range.start..)?;
    if !rest.starts_with(':') {
        return None;
    }
    read(rest.lines().next()?)
}

#[cfg(test)]
mod tests {
    use super::super::events;
    use super::*;

    #[test]
    fn spellings() {
        for (line, name, title, attributes) in [
            (":::", "", "", &[][..]),
            ("::: tip", "tip", "", &[]),
            (":::tip", "tip", "", &[]),
            ("::: 提示 小技巧  ", "提示", "小技巧", &[]),
            ("::: tip 两个 词 ::::", "tip", "两个 词", &[]),
            (":::note[标题 一]", "note", "标题 一", &[]),
            ("::: note \"标题\"", "note", "标题", &[]),
            ("::: columns {widths=30,70}", "columns", "", &[("widths", "30"), ("70", "")]),
            ("::: columns {widths=\"30,70\"}", "columns", "", &[("widths", "30,70")]),
            ("::: {.note title=\"标 题\"}", "note", "", &[("title", "标 题")]),
            (":::note{a='b'} 题", "note", "", &[("a", "b"), ("title", "题")]),
            ("::: 这句话，不是名字。", "", "这句话，不是名字。", &[]),
        ] {
            let fence = read(line).unwrap();
            assert_eq!((fence.name, fence.title, &fence.attributes[..]), (name, title, attributes), "{line}");
        }
        assert_eq!(read(":: tip"), None);
    }

    fn roles(text: &str) -> String {
        let events = events(text, 0..text.len());
        let pairs = Containers::pair(text, &events);
        let mut out = String::new();
        for (index, (_, range)) in events.iter().enumerate() {
            let Some(role) = pairs.role(index) else { continue };
            let number = text[..range.start].matches('\n').count() + 1;
            let said = match role {
                Role::Opens { end, closed: true } => {
                    format!("{number}-{}", text[..events[end].1.start].matches('\n').count() + 1)
                }
                Role::Opens { .. } => format!("{number}-"),
                Role::Closes => continue,
                Role::Stray => format!("{number}?"),
            };
            out.push_str(&said);
            out.push(' ');
        }
        out.trim().to_owned()
    }

    #[test]
    fn fences_are_paired() {
        for (text, expected) in [
            ("::: tip\n甲\n:::\n", "1-3"),
            (":::: columns\n::: column\n甲\n:::\n::: column\n乙\n:::\n::::", "1-8 2-4 5-7"),
            ("::: a\n::: b\n甲\n:::\n:::", "1-5 2-4"),
            (":::: a\n::: b\n甲\n::::\n", "1-4 2-"),
            ("::: Warning ::::::\n甲\n::: Danger\n乙\n:::\n::::::::\n", "1-6 3-5"),
            ("甲\n:::\n", "2?"),
            ("::: tip\n甲", "1-"),
            ("- 甲\n  ::: tip\n  乙\n  :::\n- 丙\n", "2-4"),
            ("- ::: tip\n  乙\n- 丙\n", "1-"),
            ("::: tip\n- 甲\n- 乙\n:::\n", "1-4"),
            ("::: tip\n甲\n乙\n:::\n", "1-4"),
            ("> ::: tip\n> 甲\n> :::\n\n乙", "1-3"),
            ("::: tip\n| a | b |\n|---|---|\n| 1 | 2 |\n:::\n", "1-5"),
            ("::: tip\r\n甲\r\n:::\r\n", "1-3"),
            ("::: tip\n> 甲\n:::\n", "1-3"),
            ("::: tip\n```\n:::\n```\n:::\n", "1-5"),
            ("    ::: tip\n", ""),
            ("::: tip\n[^1]: 注\n:::\n", "1-3"),
        ] {
            assert_eq!(roles(text), expected, "{text:?}");
        }
    }

    #[test]
    fn code_and_html_keep_their_colons() {
        for text in [
            "```\n::: tip\n:::\n```\n",
            "    ::: tip\n",
            "<pre>\n::: tip\n</pre>\n",
            "```\r\n::: 提示\r\n```\r\n",
        ] {
            let shown: String = events(text, 0..text.len())
                .into_iter()
                .filter_map(|(event, _)| match event {
                    Event::Text(text) | Event::Html(text) => Some(text.to_string()),
                    _ => None,
                })
                .collect();
            assert!(shown.contains("::: ") && !shown.contains("___"), "{text:?} {shown:?}");
        }
    }
}
