//! Reads packs from YAML: those of the program when they are prepared, and a site's own.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::standard;
use super::{Frame, PACKS, Sought, Term, Terms};
use crate::base::message::{Message, pack as text};
use crate::finding::{Finding, Findings, Place, Severity};
use crate::rules::basis::Basis;
use crate::rules::condition::{When, Zones};
use crate::rules::fold::fold;
use crate::rules::pattern::{Parts, Pattern};
use crate::rules::period::Period;
use crate::source::SourceFile;
use crate::source::yaml::{self, Node, Reader, Value};

impl Terms {
    /// Reads a pack: a map with `rule`, `title`, defaults and `entries`, or `words`, the name of a plain list that `list`
    /// gives the text of.
    pub(crate) fn read_pack(&mut self, pack: Value<'_>, list: &List<'_>, findings: &mut Findings) {
        let Some(mut reader) = Reader::open(&[pack], findings) else { return };
        let rule = reader.required_text("rule");
        let title = reader.text("title").map(|title| title.value);
        let own = rule.as_ref().is_some_and(|rule| rule.value == crate::rules::meta::OWN_TERMS);
        let frame = Frame {
            category: title.as_deref().or(rule.as_deref().map(String::as_str)).unwrap_or_default().into(),
            rule: rule.as_deref().map(String::as_str).unwrap_or_default().into(),
            severity: Severity::Warning,
            when: [When::any()].into(),
            period: Period::default(),
            zones: Zones::default(),
            near: [].into(),
            within: NEAR,
            require: [].into(),
            unless: [].into(),
            always: own,
            allow: [].into(),
            allow_block: None,
            basis: Basis::default(),
        };
        let parts = Parts::read(reader.take("parts"), reader.findings());
        let frame = read_frame(&frame, &parts, &mut reader);
        let words = reader.text("words");
        let entries = if words.is_some() { reader.take("entries") } else { reader.require("entries") };
        let suggest: Arc<str> =
            reader.text("suggest").map(|suggest| suggest.value).unwrap_or_default().into();
        // For whoever keeps the list.
        reader.take("scope");
        reader.take("note");
        reader.finish();
        if rule.is_none() {
            return;
        }
        for entry in entries.map(|entries| entries.items(findings)).unwrap_or_default() {
            self.terms.extend(read_entry(entry, &frame, &parts, findings).into_iter().map(Arc::new));
        }
        let Some(words) = words else { return };
        match list(&words) {
            Ok(text) => {
                let frame = Arc::new(frame);
                let term = |word: &str| Term {
                    frame: Arc::clone(&frame),
                    shown: word.to_owned().into(),
                    sought: Sought::Literal(fold(word).into()),
                    suggest: Arc::clone(&suggest),
                };
                self.terms.extend(plain_list(&text).map(|word| Arc::new(term(word))));
            }
            Err(message) => {
                findings.push(bad_pack(&words.place, message, text::list_help()));
            }
        }
    }
}

/// Gives the text of a plain list by its name.
pub(crate) type List<'l> = dyn Fn(&str) -> Result<String, Message> + 'l;

/// The words of a plain list: one a line, blank lines and those behind `#` are none.
fn plain_list(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().map(|line| line.trim().trim_start_matches('\u{feff}'));
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Characters between a word and its cue when a pack does not say.
const NEAR: usize = 12;

/// The levels by name.
pub(crate) const LEVELS: &[(&str, Severity)] =
    &[("error", Severity::Error), ("warning", Severity::Warning), ("info", Severity::Info)];

/// What a pack says for all its entries, or an entry for itself: `above` with what `reader` says otherwise.
fn read_frame(above: &Frame, parts: &Parts, reader: &mut Reader<'_, '_>) -> Frame {
    let basis: Vec<String> = reader.texts("basis").into_iter().map(|key| key.value).collect();
    let near = read_near(reader);
    let (require, unless) = (patterns(reader, "require", parts), patterns(reader, "unless", parts));
    let allow_block = reader.text("allow_block");
    let allow_block = allow_block.map(|source| pattern(&source, &source.place, parts, reader.findings()));
    Frame {
        rule: Arc::clone(&above.rule),
        category: Arc::clone(&above.category),
        severity: reader.choice("severity", LEVELS).map_or(above.severity, |level| level.value),
        when: read_when(reader).unwrap_or_else(|| Arc::clone(&above.when)),
        period: above.period.read(reader),
        zones: read_zones(reader).unwrap_or(above.zones),
        near: if near.is_empty() { Arc::clone(&above.near) } else { near.into() },
        within: reader.count("within").map_or(above.within, |within| within as usize),
        require: if require.is_empty() { Arc::clone(&above.require) } else { require.into() },
        unless: if unless.is_empty() { Arc::clone(&above.unless) } else { unless.into() },
        always: reader.flag("always").unwrap_or(above.always),
        // An entry's own allowed uses come beside those of its pack.
        allow: above.allow.iter().cloned().chain(patterns(reader, "allow", parts)).collect(),
        allow_block: allow_block.or_else(|| above.allow_block.clone()),
        basis: if basis.is_empty() { above.basis.clone() } else { Basis::new(&basis) },
    }
}

/// `when`: a list of conditions, or a map from conditions to levels.
fn read_when(reader: &mut Reader<'_, '_>) -> Option<Arc<[When]>> {
    let value = reader.take("when")?;
    let mut when = Vec::new();
    if let Node::Map(_) = value.node {
        for (key, level) in value.pairs(reader.findings()).unwrap_or_default() {
            // Without a level it is the term's own.
            let severity = match level.node {
                Node::Null => None,
                _ => level.choice(reader.findings(), LEVELS).map(|level| level.value),
            };
            match When::read(level.name) {
                Some(known) => when.push(known.with(severity)),
                None => reader.findings().push(bad_pack(key, text::bad_when(level.name), text::when_help())),
            }
        }
    } else {
        for condition in value.texts(reader.findings()) {
            match When::read(&condition) {
                Some(known) => when.push(known),
                None => reader.findings().push(bad_pack(
                    &condition.place,
                    text::bad_when(&**condition),
                    text::when_help(),
                )),
            }
        }
    }
    Some(when.into())
}

fn read_zones(reader: &mut Reader<'_, '_>) -> Option<Zones> {
    let names = reader.texts("zone");
    let mut zones = Zones::default();
    for name in &names {
        if !zones.add(name) {
            reader.findings().push(bad_pack(&name.place, text::bad_zone(&**name), text::zone_help()));
        }
    }
    (!names.is_empty()).then_some(zones)
}

fn read_near(reader: &mut Reader<'_, '_>) -> Vec<String> {
    let names = reader.texts("near");
    for name in &names {
        if !is_cue(name) {
            reader.findings().push(bad_pack(&name.place, text::bad_cue(&**name), text::cue_help()));
        }
    }
    names.into_iter().map(|name| name.value).collect()
}

/// Cues that are no list of words.
pub(crate) const FIGURES: &[&str] = &["price", "percent", "year", "number", "brand"];

fn is_cue(name: &str) -> bool {
    FIGURES.contains(&name) || standard::is_cue(name)
}

fn patterns(reader: &mut Reader<'_, '_>, key: &'static str, parts: &Parts) -> Vec<Pattern> {
    let sources = reader.texts(key);
    sources.iter().map(|source| pattern(source, &source.place, parts, reader.findings())).collect()
}

/// Reads an entry: one `term`, or the `terms` that everything else of the entry is true of.
fn read_entry(entry: Value<'_>, pack: &Frame, parts: &Parts, findings: &mut Findings) -> Vec<Term> {
    let Some(mut reader) = Reader::open(&[entry], findings) else { return Vec::new() };
    let mut terms = reader.texts("terms");
    if terms.is_empty() {
        terms.extend(reader.required_text("term"));
    }
    let is_regex =
        reader.choice("kind", &[("literal", false), ("regex", true)]).is_some_and(|kind| kind.value);
    let frame = Arc::new(read_frame(pack, parts, &mut reader));
    let suggest: Arc<str> = reader.text("suggest").map(|suggest| suggest.value).unwrap_or_default().into();
    // Known to the schema of term lists, of no use here.
    reader.text("category");
    reader.finish();
    let mut read = Vec::with_capacity(terms.len());
    for shown in terms {
        let term = |shown: Cow<'static, str>, sought: Sought| {
            let (frame, suggest) = (Arc::clone(&frame), Arc::clone(&suggest));
            Term { frame, shown, sought, suggest }
        };
        if is_regex {
            for branch in pattern(&shown, &shown.place, parts, findings).branches() {
                // Read out here, where packs are read side by side.
                branch.required();
                read.push(term(branch.source().clone(), Sought::Regex(branch)));
            }
        } else {
            let folded = fold(&shown).into();
            read.push(term(shown.value.into(), Sought::Literal(folded)));
        }
    }
    read
}

fn bad_pack(place: &Place, message: Message, help: Message) -> Finding {
    Finding::error("site.rules", place.clone(), message).help(help)
}

/// A pattern of a pack. A site's own is compiled now, so that what is wrong with it is said; ours are known to be right.
fn pattern(source: &str, place: &Place, parts: &Parts, findings: &mut Findings) -> Pattern {
    let pattern = Pattern::new(&parts.expand(source));
    let ours = PACKS.iter().any(|(name, _)| *name == place.path());
    if (!ours || cfg!(test))
        && let Err(reason) = pattern.compile()
    {
        findings.push(bad_pack(place, text::bad_pattern(source, reason), text::pattern_help()));
    }
    pattern
}

/// Parses an embedded file and hands its root on.
pub(crate) fn with_root(
    name: &str,
    source: &str,
    findings: &mut Findings,
    read: impl FnOnce(Value<'_>, &mut Findings),
) {
    let file = Arc::new(SourceFile::new(name, source));
    let range: Range<usize> = 0..source.len();
    let (root, problems) = yaml::parse(&file, range);
    findings.extend(problems);
    if let Some((node, place)) = &root {
        read(Value { name: "", node, place }, findings);
    }
}
