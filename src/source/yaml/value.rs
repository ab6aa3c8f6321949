//! One value about to be read: each reading gives the value with its place, or says what it should have been.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::{Node, Reader, doctor};
use crate::base::message::{Message, source as text};
use crate::base::near::nearest;
use crate::base::when::{self, When, WhenProblem};
use crate::finding::{Finding, Findings, Place};
use crate::source::{Located, SourceFile, rule};

/// A value and what it is called.
#[derive(Debug, Clone, Copy)]
pub struct Value<'n> {
    /// The key before it, for messages; empty for a whole document.
    pub name: &'n str,
    /// The value.
    pub node: &'n Node,
    /// Where it stands; for a value left out, where its key stands.
    pub place: &'n Place,
}

impl<'n> Value<'n> {
    /// The file it stands in.
    pub fn file(&self) -> &'n Arc<SourceFile> {
        self.place.file()
    }

    /// The value of `key`, if this is a map that has it; `null` is as good as absent. Reports nothing.
    pub fn get(&self, key: &str) -> Option<Value<'n>> {
        let Node::Map(entries) = self.node else { return None };
        let (name, _, node, place) = entries.iter().find(|(name, ..)| name == key)?;
        (!matches!(node, Node::Null)).then_some(Value { name, node, place })
    }

    /// Where `key` stands, if this is a map that has it, whatever its value.
    pub fn key(&self, key: &str) -> Option<&'n Place> {
        let Node::Map(entries) = self.node else { return None };
        entries.iter().find(|(name, ..)| name == key).map(|(_, place, ..)| place)
    }

    /// The value behind several keys, each in the map of the one before.
    pub fn find(&self, keys: &[&str]) -> Option<Value<'n>> {
        keys.iter().try_fold(*self, |value, key| value.get(key))
    }

    /// The text that it is.
    pub fn as_str(&self) -> Option<&'n str> {
        match self.node {
            Node::Str(text) => Some(text),
            _ => None,
        }
    }

    /// `value` with this place.
    pub fn at<T>(&self, value: T) -> Located<T> {
        Located::new(value, self.place.clone())
    }

    /// Reports that the value does not fit: [`rule::VALUE`].
    pub fn refuse(&self, findings: &mut Findings, message: Message, help: Message) {
        findings.push(Finding::error(rule::VALUE, self.place.clone(), message).help(help));
    }

    /// Reports another type than wanted.
    fn mistyped(&self, findings: &mut Findings, message: Message) {
        findings.push(Finding::error(rule::TYPE, self.place.clone(), message));
    }

    /// Text. A number or truth value where text is wanted is an error with the quotation marks as fix.
    pub fn text(&self, findings: &mut Findings) -> Option<Located<String>> {
        match self.node {
            Node::Str(value) => Some(self.at(value.clone())),
            Node::Int(_) | Node::Float(_) | Node::Bool(_) => {
                let message = text::want_text(self.name);
                let fix = format!("\"{}\"", self.place.text());
                findings.push(
                    Finding::error(rule::TYPE, self.place.clone(), message)
                        .help(text::quote_help())
                        .fix(self.place.clone(), fix),
                );
                None
            }
            _ => {
                self.mistyped(findings, text::want_text(self.name));
                None
            }
        }
    }

    /// Text that is more than blanks, without those around it.
    pub fn filled(&self, findings: &mut Findings) -> Option<Located<String>> {
        let value = self.text(findings)?;
        let trimmed = value.trim();
        if trimmed.is_empty() {
            self.refuse(findings, text::empty_value(self.name), text::empty_value_help(self.name));
            return None;
        }
        if trimmed.len() == value.len() { Some(value) } else { Some(self.at(trimmed.to_owned())) }
    }

    /// `true` or `false`.
    pub fn flag(&self, findings: &mut Findings) -> Option<Located<bool>> {
        match self.node {
            Node::Bool(value) => Some(self.at(*value)),
            _ => {
                self.mistyped(findings, text::want_flag(self.name));
                None
            }
        }
    }

    /// A whole number.
    pub fn whole(&self, findings: &mut Findings) -> Option<Located<i64>> {
        match self.node {
            Node::Int(value) => Some(self.at(*value)),
            _ => {
                self.mistyped(findings, text::want_whole(self.name));
                None
            }
        }
    }

    /// A whole number of 0 or more.
    pub fn count(&self, findings: &mut Findings) -> Option<Located<u32>> {
        let value = self.whole(findings)?;
        match u32::try_from(value.value) {
            Ok(count) => Some(self.at(count)),
            Err(_) => {
                self.refuse(findings, text::bad_count(self.name, value.value), text::bad_count_help());
                None
            }
        }
    }

    /// A number, whole or not.
    #[expect(clippy::cast_precision_loss, reason = "shares and rates; counts are read as whole numbers")]
    pub fn number(&self, findings: &mut Findings) -> Option<Located<f64>> {
        match self.node {
            Node::Float(value) => Some(self.at(*value)),
            Node::Int(value) => Some(self.at(*value as f64)),
            _ => {
                self.mistyped(findings, text::want_number(self.name));
                None
            }
        }
    }

    /// Money: yuan with at most two decimals, given in fen.
    pub fn money(&self, findings: &mut Findings) -> Option<Located<i64>> {
        let yuan = match self.node {
            Node::Int(value) => value.to_string(),
            // The shortest decimal that reads back as this number is what was written.
            Node::Float(value) => value.to_string(),
            Node::Str(value) => value.clone(),
            _ => {
                self.mistyped(findings, text::want_money(self.name));
                return None;
            }
        };
        match fen(&yuan) {
            Some(fen) => Some(self.at(fen)),
            None => {
                self.refuse(findings, text::bad_money(self.name, self.place.text()), text::bad_money_help());
                None
            }
        }
    }

    /// One of the names in `choices`.
    pub fn choice<T: Copy>(&self, findings: &mut Findings, choices: &[(&str, T)]) -> Option<Located<T>> {
        let shown = match self.node {
            Node::Str(value) => value.as_str(),
            Node::Int(_) | Node::Float(_) | Node::Bool(_) => self.place.text(),
            _ => {
                self.mistyped(findings, text::want_text(self.name));
                return None;
            }
        };
        if let Some((_, value)) = choices.iter().find(|(name, _)| *name == shown) {
            return Some(self.at(*value));
        }
        let names = choices.iter().map(|(name, _)| *name);
        let list = names.clone().collect::<Vec<_>>().join(" | ");
        let finding = Finding::error(rule::VALUE, self.place.clone(), text::bad_choice(self.name, shown));
        findings.push(match nearest(shown, names) {
            Some(near) => finding.help(text::nearest_choice(near, list)).fix(self.place.clone(), near),
            None => finding.help(text::choices(list)),
        });
        None
    }

    /// A day.
    pub fn date(&self, findings: &mut Findings) -> Option<Located<Date>> {
        let value = self.time_text(findings)?;
        self.dated(findings, value, when::date(value), text::date_help())
    }

    /// An instant; without zone it is in `zone`.
    pub fn instant(&self, findings: &mut Findings, zone: &TimeZone) -> Option<Located<Timestamp>> {
        let value = self.time_text(findings)?;
        self.dated(findings, value, when::instant(value, zone), text::instant_help())
    }

    /// An instant or a day alone.
    pub fn when(&self, findings: &mut Findings, zone: &TimeZone) -> Option<Located<When>> {
        let value = self.time_text(findings)?;
        self.dated(findings, value, when::when(value, zone), text::instant_help())
    }

    /// A time of day, in quotation marks or not.
    pub fn time(&self, findings: &mut Findings) -> Option<Located<Time>> {
        let value = self.time_text(findings)?;
        self.dated(findings, value, when::time_of_day(value), text::time_help())
    }

    /// A duration: `15m`, `2h`, `7d`.
    pub fn duration(&self, findings: &mut Findings) -> Option<Located<Duration>> {
        let value = self.time_text(findings)?;
        let duration = when::duration(value);
        if duration.is_none() {
            self.refuse(findings, text::bad_duration(value), text::duration_help());
        }
        duration.map(|duration| self.at(duration))
    }

    /// The zone of an IANA name.
    pub fn zone(&self, findings: &mut Findings) -> Option<Located<TimeZone>> {
        let name = self.text(findings)?;
        let zone = when::zone(&name);
        if zone.is_none() {
            let names = when::zone_names();
            let help = match nearest(&name, names.iter().map(String::as_str)) {
                Some(near) => text::nearest_zone(near),
                None => text::zone_help(),
            };
            self.refuse(findings, text::bad_zone(&*name), help);
        }
        zone.map(|zone| self.at(zone))
    }

    /// Times stand as text; a bare year is a number to YAML, and no time.
    fn time_text(&self, findings: &mut Findings) -> Option<&'n str> {
        match self.node {
            Node::Str(value) => Some(value),
            Node::Int(_) | Node::Float(_) => Some(self.place.text()),
            _ => {
                self.mistyped(findings, text::want_time(self.name));
                None
            }
        }
    }

    fn dated<T>(
        &self,
        findings: &mut Findings,
        value: &str,
        result: Result<T, WhenProblem>,
        usual: Message,
    ) -> Option<Located<T>> {
        let (message, help) = match result {
            Ok(value) => return Some(self.at(value)),
            Err(WhenProblem::Spelling(right)) => {
                let help = text::respell_help(&right);
                let mark = self.place.text().chars().next().filter(|c| matches!(c, '"' | '\''));
                let fix = mark.map_or_else(|| right.clone(), |mark| format!("{mark}{right}{mark}"));
                findings.push(
                    Finding::error(rule::DATE, self.place.clone(), text::bad_spelling(value))
                        .help(help)
                        .fix(self.place.clone(), fix),
                );
                return None;
            }
            Err(WhenProblem::NoSuchDay) => (text::no_such_day(value), text::no_such_day_help()),
            Err(WhenProblem::NoSuchTime) => (text::no_such_time(value), text::no_such_time_help()),
            Err(WhenProblem::Gap) => (text::gap(value), text::gap_help()),
            Err(WhenProblem::Twice) => (text::twice(value), text::gap_help()),
            Err(WhenProblem::NoSuchZone(name)) => (text::bad_zone(name), text::zone_help()),
            Err(WhenProblem::Contradiction) => (text::contradiction(value), text::contradiction_help()),
            Err(WhenProblem::DayOnly) => (text::day_only(value), text::instant_help()),
            Err(WhenProblem::Other) => (text::bad_time(value), usual),
        };
        findings.push(Finding::error(rule::DATE, self.place.clone(), message).help(help));
        None
    }

    /// The items of a list.
    pub fn items(&self, findings: &mut Findings) -> Vec<Value<'n>> {
        match self.node {
            Node::Seq(items) => {
                items.iter().map(|(node, place)| Value { name: self.name, node, place }).collect()
            }
            Node::Null => Vec::new(),
            _ => {
                let finding = Finding::error(rule::TYPE, self.place.clone(), text::want_list(self.name));
                findings.push(finding.help(text::want_list_help()));
                Vec::new()
            }
        }
    }

    /// A list of texts.
    pub fn texts(&self, findings: &mut Findings) -> Vec<Located<String>> {
        self.items(findings).iter().filter_map(|item| item.filled(findings)).collect()
    }

    /// Reads a map with `read`; keys that it does not take are reported.
    pub fn map<T>(
        &self,
        findings: &mut Findings,
        read: impl FnOnce(&mut Reader<'n, '_>) -> T,
    ) -> Option<Located<T>> {
        let mut reader = Reader::open(&[*self], findings)?;
        let value = read(&mut reader);
        reader.finish();
        Some(self.at(value))
    }

    fn want_map(&self) -> Message {
        if self.name.is_empty() { text::want_map_file() } else { text::want_map(self.name) }
    }

    /// The pairs of a map with free keys: place of the key, value named by its key.
    pub fn pairs(&self, findings: &mut Findings) -> Option<Vec<(&'n Place, Value<'n>)>> {
        match self.node {
            Node::Map(entries) => {
                let pair = |(key, key_place, node, place): &'n (String, Place, Node, Place)| {
                    let place = if matches!(node, Node::Null) { key_place } else { place };
                    (key_place, Value { name: key, node, place })
                };
                Some(entries.iter().map(pair).collect())
            }
            Node::Str(_) => {
                // `title：甲` reads as one text; say what was meant.
                let range = self.place.range();
                let lines = doctor::examine(self.file(), range.start, self.place.text());
                if lines.is_empty() {
                    self.mistyped(findings, self.want_map());
                }
                findings.extend(lines);
                None
            }
            _ => {
                self.mistyped(findings, self.want_map());
                None
            }
        }
    }
}

/// Yuan with at most two decimals as fen.
fn fen(yuan: &str) -> Option<i64> {
    let yuan = yuan.trim();
    let (whole, decimals) = yuan.split_once('.').unwrap_or((yuan, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 13 || !digits(whole) || decimals.len() > 2 || !digits(decimals) {
        return None;
    }
    let fen: i64 = format!("{decimals:0<2}").parse().ok()?;
    whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(fen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yuan_become_fen_exactly() {
        assert_eq!(fen("399.00"), Some(39_900));
        assert_eq!(fen(&399.00_f64.to_string()), Some(39_900));
        assert_eq!(fen(&0.1_f64.to_string()), Some(10));
        assert_eq!(fen(&1.15_f64.to_string()), Some(115), "as a product with 100 this would be 114");
        assert_eq!(fen("47820"), Some(4_782_000));
        assert_eq!(
            (fen("1.005"), fen("-1"), fen("1e3"), fen(""), fen("9".repeat(14).as_str())),
            (None, None, None, None, None)
        );
    }
}
