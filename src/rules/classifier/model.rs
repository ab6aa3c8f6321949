//! The weights that the classifier learnt, as they stand in `model.bin`: a table that is looked into where it lies.
//!
//! The head is text, a line each: the digest of the sentences it was learnt from, the rules, and what weighs before any
//! character was read. Behind it, numbers in little endian: for every slot the print of its feature (two bytes) and what it says
//! of a violation of whatever rule (one); then lists of what features say of single rules, found by groups of slots.

use std::sync::LazyLock;

use super::features::Feature;
use crate::rules;
use crate::rules::meta::Meta;

/// Slots of the table, as a power of two.
pub(super) const BITS: u32 = 17;
/// Slots that share a list, as a power of two.
pub(super) const GROUP: u32 = 3;
const SLOTS: usize = 1 << BITS;
const GROUPS: usize = SLOTS >> GROUP;

/// Units of weight: a byte of the table is so many of one.
pub(super) const UNIT: f64 = 12.0;
/// What a sum over a sentence is divided by, beside the root of its characters.
pub(super) const SCALE: f64 = 10.0;

static FILE: &[u8] = include_bytes!("model.bin");

/// A rule that a sentence may resemble a violation of.
#[derive(Debug)]
pub(super) struct Class {
    pub(super) rule: &'static Meta,
    /// What weighs in an advertisement, in editorial content, in anything else.
    bias: [f64; 3],
}

/// What the classifier learnt.
#[derive(Debug)]
pub(super) struct Model {
    #[cfg(test)]
    digest: &'static str,
    pub(super) classes: Vec<Class>,
    bias: f64,
    table: &'static [[u8; 3]],
    starts: &'static [u8],
    lists: &'static [u8],
}

/// What sort of document a sentence stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Advertisement,
    Editorial,
    Other,
}

impl Model {
    /// What comes with the program; `None` for a broken file, which a test would find.
    pub(super) fn get() -> Option<&'static Self> {
        static MODEL: LazyLock<Option<Model>> = LazyLock::new(|| Model::read(FILE));
        MODEL.as_ref()
    }

    fn read(file: &'static [u8]) -> Option<Self> {
        let mut rest = file;
        let mut line = || {
            let end = memchr::memchr(b'\n', rest)?;
            let (line, behind) = rest.split_at_checked(end)?;
            rest = behind.get(1..)?;
            std::str::from_utf8(line).ok()
        };
        let _digest = line()?;
        let bias = line()?.parse().ok()?;
        let count: usize = line()?.parse().ok()?;
        let mut classes = Vec::with_capacity(count);
        for _ in 0..count {
            let mut columns = line()?.split(' ');
            let rule = rules::rule(columns.next()?)?.meta;
            let mut number = || columns.next()?.parse().ok();
            classes.push(Class { rule, bias: [number()?, number()?, number()?] });
        }
        let (table, rest) = rest.split_at_checked(3 * SLOTS)?;
        let (table, _) = table.as_chunks();
        let (starts, lists) = rest.split_at_checked(4 * (GROUPS + 1))?;
        Some(Self {
            #[cfg(test)]
            digest: _digest,
            classes,
            bias,
            table,
            starts,
            lists,
        })
    }

    /// The digest of the sentences that it was learnt from.
    #[cfg(test)]
    pub(super) fn digest(&self) -> &str {
        self.digest
    }

    /// The slot of a feature that it knows, and what the feature says of a violation of whatever rule, in units.
    pub(super) fn look_up(&self, feature: Feature) -> Option<(usize, i32)> {
        let wanted = feature.print();
        let mut slot = feature.slot(BITS);
        // More than half of the slots are free.
        loop {
            let [low, high, doubt] = self.table.get(slot)?;
            match u16::from_le_bytes([*low, *high]) {
                0 => return None,
                print if print == wanted => return Some((slot, i32::from(doubt.cast_signed()))),
                _ => slot = (slot + 1) % SLOTS,
            }
        }
    }

    /// Whether a sentence of `count` characters, whose features add up to `sum`, looks like a violation: above nought it
    /// rather does.
    pub(super) fn suspicion(&self, sum: i32, count: usize) -> f64 {
        scaled(sum, count) + self.bias
    }

    /// What the feature in `slot` says of each rule: its number among the classes, and units of weight.
    pub(super) fn weights(&self, slot: usize) -> impl Iterator<Item = (usize, i32)> {
        let pairs = self.list(slot).unwrap_or_default().chunks_exact(2);
        pairs.filter_map(|pair| match pair {
            [class, weight] => Some((usize::from(*class), i32::from(weight.cast_signed()))),
            _ => None,
        })
    }

    fn list(&self, slot: usize) -> Option<&'static [u8]> {
        let group = slot >> GROUP;
        let start = |group: usize| {
            let bytes = self.starts.get(4 * group..4 * group + 4)?;
            usize::try_from(u32::from_le_bytes(bytes.try_into().ok()?)).ok()
        };
        let mut rest = self.lists.get(start(group)?..start(group + 1)?)?;
        let wanted = slot % (1 << GROUP);
        while let [member, pairs, behind @ ..] = rest {
            let (list, behind) = behind.split_at_checked(2 * usize::from(*pairs))?;
            if usize::from(*member) == wanted {
                return Some(list);
            }
            rest = behind;
        }
        None
    }

    /// How much a sentence of `count` characters, whose weights for the class add up to `sum`, resembles its violations.
    pub(super) fn resemblance(&self, class: usize, sum: i32, count: usize, kind: Kind) -> f64 {
        let Some(class) = self.classes.get(class) else { return f64::NEG_INFINITY };
        let [advertisement, editorial, other] = class.bias;
        let bias = match kind {
            Kind::Advertisement => advertisement,
            Kind::Editorial => editorial,
            Kind::Other => other,
        };
        scaled(sum, count) + bias
    }
}

/// What characters add up to, by the root of how many there are: a long sentence is no worse for being long.
fn scaled(sum: i32, count: usize) -> f64 {
    // Counts are at most a sentence's characters.
    let count = u32::try_from(count.max(1)).map_or(1.0, f64::from);
    f64::from(sum) / (UNIT * SCALE * count.sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_whole() {
        let model = Model::get().unwrap();
        assert!(model.classes.len() > 60);
        let known = (0..SLOTS).filter(|slot| model.table[*slot][..2] != [0, 0]);
        let (mut count, mut pairs) = (0, 0);
        for slot in known {
            count += 1;
            for (class, _) in model.weights(slot) {
                assert!(class < model.classes.len());
                pairs += 1;
            }
        }
        assert!(count * 3 < SLOTS * 2, "too full to be looked into fast: {count}");
        assert!(pairs > count);
    }
}
