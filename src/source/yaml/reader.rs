//! Reading a map field by field. Problems are recorded, not returned, so that one run shows all of a file's; in the end
//! the keys that nobody took are reported with the nearest known one.

use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Node, Value};
use crate::base::message::source as text;
use crate::base::near::nearest;
use crate::finding::{Finding, Findings, Place};
use crate::source::{Located, rule};

/// A map being read, with maps below it that supply defaults: the first that has a key wins.
#[derive(Debug)]
pub struct Reader<'n, 'f> {
    layers: Vec<Layer<'n>>,
    place: &'n Place,
    asked: Vec<&'static str>,
    spellings: &'static [Spelling],
    findings: &'f mut Findings,
}

/// Another spelling of a key, and what to write instead.
#[derive(Debug, Clone, Copy)]
pub struct Spelling {
    /// What somebody may write.
    pub key: &'static str,
    /// What the key is called, or how it is written.
    pub instead: &'static str,
    /// `instead` is a key, and its value is the same.
    pub same: bool,
}

impl Spelling {
    /// The key is called otherwise; its value stays as it is.
    pub const fn same(key: &'static str, instead: &'static str) -> Self {
        Self { key, instead, same: true }
    }

    /// It is written in another way.
    pub const fn moved(key: &'static str, instead: &'static str) -> Self {
        Self { key, instead, same: false }
    }
}

type Entries = [(String, Place, Node, Place)];

#[derive(Debug, Clone, Copy)]
struct Layer<'n> {
    entries: &'n Entries,
}

impl<'n, 'f> Reader<'n, 'f> {
    /// Opens the first of `layers`, with the others as defaults. `None`, and a finding, when it is no map; defaults
    /// that are no maps are reported and left out. An empty document is an empty map.
    pub fn open(layers: &[Value<'n>], findings: &'f mut Findings) -> Option<Self> {
        let (first, _) = layers.split_first()?;
        let mut open = Vec::with_capacity(layers.len());
        for (index, layer) in layers.iter().enumerate() {
            match layer.node {
                Node::Map(entries) => open.push(Layer { entries }),
                Node::Null => open.push(Layer { entries: &[] }),
                _ => {
                    // Reports what it is instead.
                    layer.pairs(findings);
                    if index == 0 {
                        return None;
                    }
                }
            }
        }
        Some(Self { layers: open, place: first.place, asked: Vec::new(), spellings: &[], findings })
    }

    /// Where the map stands.
    pub fn place(&self) -> &'n Place {
        self.place
    }

    /// Where findings go.
    pub fn findings(&mut self) -> &mut Findings {
        self.findings
    }

    /// Names other spellings of keys: who writes one is told the right one.
    pub fn spellings(&mut self, spellings: &'static [Spelling]) {
        self.spellings = spellings;
    }

    /// Whether one of `keys` is there. They count as asked for, so that a reader that finds none can leave them.
    pub fn has_any(&mut self, keys: &'static [&'static str]) -> bool {
        self.asked.extend_from_slice(keys);
        self.layers.iter().any(|layer| layer.entries.iter().any(|(name, ..)| keys.contains(&name.as_str())))
    }

    /// Every layer's value of `key`, nearest first; what was written as `null` ends the search.
    fn values(&mut self, key: &'static str) -> Vec<Value<'n>> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        let mut values = Vec::new();
        for layer in &self.layers {
            let found = layer.entries.iter().find(|(name, ..)| name == key);
            let Some((name, key_place, node, place)) = found else { continue };
            if matches!(node, Node::Null) {
                if values.is_empty() {
                    values.push(Value { name, node, place: key_place });
                }
                break;
            }
            values.push(Value { name, node, place });
        }
        values
    }

    /// The value of `key`; `null` is as good as absent.
    pub fn take(&mut self, key: &'static str) -> Option<Value<'n>> {
        self.values(key).into_iter().next().filter(|value| !matches!(value.node, Node::Null))
    }

    /// How far away `key` stands: 0 in the map itself, 1 in the first map below it, and so on.
    pub fn distance(&self, key: &str) -> Option<usize> {
        self.layers.iter().position(|layer| layer.entries.iter().any(|(name, ..)| name == key))
    }

    /// The value of a `key` that has no business here: the caller says why, and it is not offered as a known key.
    pub fn misplaced(&mut self, key: &'static str) -> Option<Value<'n>> {
        let present = self.layers.iter().any(|layer| layer.entries.iter().any(|(name, ..)| name == key));
        if present { self.take(key) } else { None }
    }

    /// The value of an obligatory `key`; its absence is a finding.
    pub fn require(&mut self, key: &'static str) -> Option<Value<'n>> {
        let found = self.values(key).into_iter().next();
        match found {
            Some(value) if matches!(value.node, Node::Null) => {
                let message = text::empty_value(key);
                let help = text::empty_value_help(key);
                self.findings
                    .push(Finding::error(rule::MISSING_KEY, value.place.clone(), message).help(help));
                None
            }
            Some(value) => Some(value),
            None => {
                let start = self.place.range().start;
                let place = Place::new(self.place.file(), start..start);
                let help = text::missing_key_help(key);
                self.findings
                    .push(Finding::error(rule::MISSING_KEY, place, text::missing_key(key)).help(help));
                None
            }
        }
    }

    /// Text.
    pub fn text(&mut self, key: &'static str) -> Option<Located<String>> {
        self.take(key)?.filled(self.findings)
    }

    /// Text, obligatory.
    pub fn required_text(&mut self, key: &'static str) -> Option<Located<String>> {
        self.require(key)?.filled(self.findings)
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'static str) -> Vec<Located<String>> {
        self.take(key).map(|value| value.texts(self.findings)).unwrap_or_default()
    }

    /// `true` or `false`.
    pub fn flag(&mut self, key: &'static str) -> Option<bool> {
        self.take(key)?.flag(self.findings).map(|flag| flag.value)
    }

    /// `true` or `false`, with its place.
    pub fn located_flag(&mut self, key: &'static str) -> Option<Located<bool>> {
        self.take(key)?.flag(self.findings)
    }

    /// A list of texts, or one text alone.
    pub fn words(&mut self, key: &'static str) -> Vec<Located<String>> {
        let Some(value) = self.take(key) else { return Vec::new() };
        match value.node {
            Node::Seq(_) => value.texts(self.findings),
            _ => value.filled(self.findings).into_iter().collect(),
        }
    }

    /// One of these words.
    pub fn word(&mut self, key: &'static str, words: &[&'static str]) -> Option<Located<String>> {
        let choices: Vec<(&str, &str)> = words.iter().map(|word| (*word, *word)).collect();
        Some(self.choice(key, &choices)?.map(str::to_owned))
    }

    /// A whole number.
    pub fn whole(&mut self, key: &'static str) -> Option<Located<i64>> {
        self.take(key)?.whole(self.findings)
    }

    /// A whole number of 0 or more.
    pub fn count(&mut self, key: &'static str) -> Option<u32> {
        self.take(key)?.count(self.findings).map(|count| count.value)
    }

    /// Money in fen.
    pub fn money(&mut self, key: &'static str) -> Option<Located<i64>> {
        self.take(key)?.money(self.findings)
    }

    /// One of the names in `choices`.
    pub fn choice<T: Copy>(&mut self, key: &'static str, choices: &[(&str, T)]) -> Option<Located<T>> {
        self.take(key)?.choice(self.findings, choices)
    }

    /// A day.
    pub fn date(&mut self, key: &'static str) -> Option<Located<Date>> {
        self.take(key)?.date(self.findings)
    }

    /// An instant; without zone it is in `zone`.
    pub fn instant(&mut self, key: &'static str, zone: &TimeZone) -> Option<Located<Timestamp>> {
        self.take(key)?.instant(self.findings, zone)
    }

    /// A duration.
    pub fn duration(&mut self, key: &'static str) -> Option<Duration> {
        self.take(key)?.duration(self.findings).map(|duration| duration.value)
    }

    /// A map, read with `read`.
    pub fn map<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Reader<'n, '_>) -> T,
    ) -> Option<Located<T>> {
        self.take(key)?.map(self.findings, read)
    }

    /// A map whose absent keys come from the same map of the layers below.
    pub fn merged<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Reader<'n, '_>) -> T) -> Option<T> {
        let mut values = self.values(key);
        values.retain(|value| !matches!(value.node, Node::Null));
        let mut reader = Reader::open(&values, self.findings)?;
        let value = read(&mut reader);
        reader.finish();
        Some(value)
    }

    /// A list of maps, each read with `read`; what it gives `None` for is left out.
    pub fn maps<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut Reader<'n, '_>) -> Option<T>,
    ) -> Vec<Located<T>> {
        let Some(list) = self.take(key) else { return Vec::new() };
        let items = list.items(self.findings);
        items
            .iter()
            .filter_map(|item| {
                let Located { value, place } = item.map(self.findings, &mut read)?;
                value.map(|value| Located::new(value, place))
            })
            .collect()
    }

    /// Reports the keys that nobody asked for.
    pub fn finish(self) {
        for layer in &self.layers {
            for (key, place, ..) in layer.entries {
                if self.asked.contains(&key.as_str()) {
                    continue;
                }
                let respelt = self.spellings.iter().find(|spelling| spelling.key == key);
                self.findings.push(match respelt {
                    Some(spelling) => other_spelling(spelling, place),
                    None => unknown_key(key, place, self.asked.iter().copied()),
                });
            }
        }
    }
}

/// The finding about a key that is spelt otherwise here.
pub(crate) fn other_spelling(spelling: &Spelling, place: &Place) -> Finding {
    let finding = Finding::error(rule::UNKNOWN_KEY, place.clone(), text::unknown_key(spelling.key))
        .help(text::other_spelling(spelling.instead));
    if spelling.same { finding.fix(place.clone(), spelling.instead) } else { finding }
}

/// The finding about a key that nobody knows.
pub(crate) fn unknown_key<'k>(key: &str, place: &Place, known: impl IntoIterator<Item = &'k str>) -> Finding {
    let known: Vec<&str> = known.into_iter().collect();
    let finding = Finding::error(rule::UNKNOWN_KEY, place.clone(), text::unknown_key(key));
    match nearest(key, known.iter().copied()) {
        Some(near) => finding.help(text::nearest_key(near)).fix(place.clone(), near),
        None => finding.help(text::known_keys(known.join(", "))),
    }
}
