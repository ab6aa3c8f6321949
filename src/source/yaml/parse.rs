//! From text to a located tree. Everything the parser can say against a text becomes a finding of our own.

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::budget::BudgetBreach;
use serde_yaml::options::{DuplicateKeyPolicy, MergeKeyPolicy, NonFiniteFloatPolicy};
use serde_yaml::{Error, Location, Spanned};

use super::{Node, doctor, flat};
use crate::base::message::{Message, source as text};
use crate::finding::{Finding, Findings, Place};
use crate::source::{Position, SourceFile, rule};

/// Parses the bytes `range` of `file` as one strict YAML document.
///
/// Places are ranges of the file. `None` when the text is no YAML, and then the findings say why; a document that holds
/// nothing is [`Node::Null`]. Repeated keys are findings, and the first value stays.
pub fn parse(file: &Arc<SourceFile>, range: Range<usize>) -> (Option<(Node, Place)>, Findings) {
    let Some(region) = file.text().get(range.clone()) else { return (None, Findings::new()) };
    // The mark would count as a character in the parser's columns.
    let (base, region) = match region.strip_prefix('\u{feff}') {
        Some(rest) => (range.start + '\u{feff}'.len_utf8(), rest),
        None => (range.start, region),
    };
    match flat::read(file, base, region) {
        Some(root) => (Some(root), Findings::new()),
        None => strictly(file, base, region),
    }
}

/// Parses `region`, which begins at the byte `base` of `file`, whatever stands in it.
pub(super) fn strictly(
    file: &Arc<SourceFile>,
    base: usize,
    region: &str,
) -> (Option<(Node, Place)>, Findings) {
    let mut findings = Findings::new();
    let options = serde_yaml::options! {
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        non_finite_float_policy: NonFiniteFloatPolicy::AsString,
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::Error,
        budget: serde_yaml::budget! {
            max_aliases: 64,
            max_anchors: 32,
            max_nodes: 20_000,
            max_depth: 24,
            max_documents: 1,
            max_total_scalar_bytes: 1 << 20,
        },
    };
    match serde_yaml::from_str_with_options::<Spanned<Raw>>(region, options) {
        Ok(root) => {
            let mut builder = Builder { file, base, findings: &mut findings };
            let root = builder.node(root);
            (Some(root), findings)
        }
        Err(error) => {
            explain(file, base, region, error.without_snippet(), &mut findings);
            (None, findings)
        }
    }
}

/// The parser's tree.
enum Raw {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Str(String),
    Seq(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

#[expect(clippy::cast_precision_loss, reason = "numbers beyond 64 bits are refused by every reader anyway")]
impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
        Ok(Raw::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Raw, E> {
        Ok(Raw::Int(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Raw, E> {
        Ok(i64::try_from(value).map_or(Raw::Float(value as f64), Raw::Int))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Raw, E> {
        Ok(i64::try_from(value).map_or(Raw::Float(value as f64), Raw::Int))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Raw, E> {
        Ok(i64::try_from(value).map_or(Raw::Float(value as f64), Raw::Int))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Raw, E> {
        Ok(Raw::Float(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
        Ok(Raw::Str(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Raw, E> {
        Ok(Raw::Str(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Raw::Seq(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = access.next_entry()? {
            entries.push(entry);
        }
        Ok(Raw::Map(entries))
    }
}

/// Turns the parser's tree into ours: places of the file, whole ranges for lists and maps, keys once.
struct Builder<'a> {
    file: &'a Arc<SourceFile>,
    base: usize,
    findings: &'a mut Findings,
}

impl Builder<'_> {
    fn place(&self, at: &Location) -> Place {
        Place::new(self.file, locate(self.file, self.base, at))
    }

    fn node(&mut self, raw: Spanned<Raw>) -> (Node, Place) {
        let own = self.place(&raw.referenced);
        let aliased = raw.referenced != raw.defined;
        match raw.value {
            Raw::Null => (Node::Null, own),
            Raw::Bool(value) => (Node::Bool(value), own),
            Raw::Int(value) => (Node::Int(value), own),
            Raw::Float(value) => (Node::Float(value), own),
            Raw::Str(value) => {
                self.findings.extend(doctor::cut_short(&own));
                (Node::Str(value), own)
            }
            Raw::Seq(items) => {
                let items: Vec<_> = items.into_iter().map(|item| self.node(item)).collect();
                let end = items.last().map(|(_, place)| place.range().end);
                let place = if aliased { own } else { self.whole(&own, end, ']') };
                (Node::Seq(items), place)
            }
            Raw::Map(entries) => {
                let entries = self.entries(entries);
                let end = entries.last().map(|(_, _, _, place)| place.range().end);
                let place = if aliased { own } else { self.whole(&own, end, '}') };
                (Node::Map(entries), place)
            }
        }
    }

    fn entries(&mut self, raw: Vec<(Spanned<String>, Spanned<Raw>)>) -> Vec<(String, Place, Node, Place)> {
        let mut first: HashMap<String, Place> = HashMap::with_capacity(raw.len());
        let mut entries = Vec::with_capacity(raw.len());
        for (key, value) in raw {
            let place = self.place(&key.referenced);
            let (node, value_place) = self.node(value);
            if let Some(finding) = doctor::blank_before(&place, &key.value) {
                self.findings.push(finding);
                continue;
            }
            if let Some(earlier) = first.get(&key.value) {
                self.findings.push(
                    Finding::error(rule::DUPLICATE, place, text::duplicate_key(&key.value))
                        .help(text::duplicate_key_help())
                        .label(earlier.clone(), text::first_here()),
                );
                continue;
            }
            first.insert(key.value.clone(), place.clone());
            entries.push((key.value, place, node, value_place));
        }
        entries
    }

    /// From the beginning of a list or map to the end of its last child, closing bracket included.
    fn whole(&self, own: &Place, last: Option<usize>, close: char) -> Place {
        let range = own.range();
        let mut end = last.unwrap_or(range.end).max(range.end);
        if own.text().starts_with(['[', '{']) {
            let rest = self.file.text().get(end..).unwrap_or("");
            let blank = |c: char| c.is_whitespace() || c == ',';
            if let Some(after) = rest.trim_start_matches(blank).strip_prefix(close) {
                end = self.file.text().len() - after.len();
            }
        }
        Place::new(self.file, range.start..end)
    }
}

/// Bytes of the file that a location of the parser means.
fn locate(file: &SourceFile, base: usize, at: &Location) -> Range<usize> {
    let span = at.span();
    if let (Some(start), Some(length)) = (span.byte_offset(), span.byte_len()) {
        let start = base.saturating_add(usize::try_from(start).unwrap_or(usize::MAX));
        return start..start.saturating_add(usize::try_from(length).unwrap_or(0));
    }
    // Errors of the scanner know line and column only, counted from the beginning of the region.
    let origin = file.position(base);
    let line = usize::try_from(at.line()).unwrap_or(1).max(1);
    let column = usize::try_from(at.column()).unwrap_or(1).max(1);
    let column = if line == 1 { origin.column - 1 + column } else { column };
    let start = file.offset(Position { line: origin.line - 1 + line, column });
    let length = file
        .text()
        .get(start..)
        .and_then(|rest| rest.chars().next())
        .map_or(0, |c| if c == '\n' || c == '\r' { 0 } else { c.len_utf8() });
    start..start + length
}

/// Says why a text is no YAML: in the doctor's words if a line shows what was meant, else in those of the parser's
/// kind of error.
fn explain(file: &Arc<SourceFile>, base: usize, region: &str, error: &Error, findings: &mut Findings) {
    let at = error.location().map_or(base..base, |at| locate(file, base, &at));
    let place = Place::new(file, at);
    let (aliased, error) = innermost(error);
    let (message, help) = match error {
        Error::Budget { .. } if aliased => (text::too_many_aliases(), Some(text::too_many_aliases_help())),
        Error::Budget { breach, .. } => match breach {
            BudgetBreach::Documents { .. } => (text::two_documents(), Some(text::two_documents_help())),
            BudgetBreach::Depth { .. } => (text::too_deep(), Some(text::too_deep_help())),
            BudgetBreach::Aliases { .. }
            | BudgetBreach::Anchors { .. }
            | BudgetBreach::RecordedAnchorEvents { .. }
            | BudgetBreach::RecordedAnchorBytes { .. } => {
                (text::too_many_aliases(), Some(text::too_many_aliases_help()))
            }
            _ => (text::too_many_values(), Some(text::too_many_values_help())),
        },
        Error::MultipleDocuments { .. } => (text::two_documents(), Some(text::two_documents_help())),
        Error::AliasReplayLimitExceeded { .. }
        | Error::AliasExpansionLimitExceeded { .. }
        | Error::AliasReplayStackDepthExceeded { .. }
        | Error::AliasReplayCounterOverflow { .. } => {
            (text::too_many_aliases(), Some(text::too_many_aliases_help()))
        }
        Error::RecursiveReferencesRequireWeakTypes { .. } => {
            (text::cyclic_alias(), Some(text::too_many_aliases_help()))
        }
        Error::MergeKeyNotAllowed { .. } | Error::MergeValueNotMapOrSeqOfMaps { .. } => {
            (text::merge_key(), Some(text::merge_key_help()))
        }
        Error::NullIntoString { .. } | Error::Unexpected { .. } => {
            (text::odd_key(), Some(text::odd_key_help()))
        }
        other => {
            let lines = doctor::examine(file, base, region);
            let explained = lines.iter().any(|finding| finding.place.start().line <= place.start().line);
            findings.extend(lines);
            if explained {
                return;
            }
            syntax(&place, &other.to_string())
        }
    };
    let finding = Finding::error(rule::YAML, place, message);
    findings.push(match help {
        Some(help) => finding.help(help),
        None => finding,
    });
}

/// The error itself, and whether it came up while an alias was expanded.
fn innermost(mut error: &Error) -> (bool, &Error) {
    let mut aliased = false;
    loop {
        error = match error {
            Error::AliasError { error, .. } => {
                aliased = true;
                error
            }
            Error::WithSnippet { error, .. } => error,
            other => return (aliased, other),
        };
    }
}

/// The parser's own words, sorted into kinds; they are stable per version of the parser, and a test holds them.
fn syntax(place: &Place, reason: &str) -> (Message, Option<Message>) {
    let about = |words: &[&str]| words.iter().any(|word| reason.contains(word));
    if about(&["recursion", "nesting", "nested"]) {
        (text::too_deep(), Some(text::too_deep_help()))
    } else if about(&["unclosed bracket"]) {
        (text::unclosed_bracket(place.text()), Some(text::unclosed_bracket_help()))
    } else if about(&["quoted scalar"]) {
        (text::unclosed_quote(), Some(text::unclosed_quote_help()))
    } else if about(&["unknown anchor"]) {
        (text::unknown_alias(), Some(text::quote_help()))
    } else if about(&["tabs", "tab character"]) {
        (text::tab_indent(), Some(text::tab_indent_help()))
    } else if about(&["simple key expected", "could not find expected ':'"]) {
        (text::no_colon(), Some(text::no_colon_help()))
    } else if about(&["mapping values are not allowed", "illegal placement of ':'"]) {
        (text::stray_colon(), Some(text::stray_colon_help()))
    } else if about(&["did not find expected", "block sequence entries", "indentation"]) {
        (text::bad_indent(), Some(text::bad_indent_help()))
    } else {
        (text::bad_yaml(first_line(reason)), Some(text::quote_help()))
    }
}

/// The reason without the parser's " at line 2, column 7": places are ours.
fn first_line(reason: &str) -> &str {
    let line = reason.lines().next().unwrap_or(reason);
    line.rsplit_once(" at line ").map_or(line, |(reason, _)| reason)
}
