//! A finding as a cache keeps it: names and numbers, without the text of the file it is about.

use std::sync::Arc;

use super::{Finding, Fix, Label, Place, Severity};
use crate::base::message::Message;
use crate::base::pack::{Pack, Packer, Unpacker, packed};
use crate::source::SourceFile;

/// A finding without its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    rule: String,
    severity: Severity,
    place: Spot,
    message: Sentence,
    basis: Option<String>,
    help: Option<Sentence>,
    fix: Option<(Spot, String)>,
    labels: Vec<(Spot, Sentence)>,
    because: Option<(Spot, Sentence)>,
    masked: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Spot {
    path: String,
    start: u64,
    end: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Sentence {
    key: String,
    values: Vec<String>,
}

packed! {
    Saved { rule, severity, place, message, basis, help, fix, labels, because, masked }
    Spot { path, start, end }
    Sentence { key, values }
}

impl Pack for Severity {
    fn pack(&self, out: &mut Packer) {
        out.number(match self {
            Self::Info => 0,
            Self::Warning => 1,
            Self::Error => 2,
        });
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(match from.number()? {
            0 => Self::Info,
            1 => Self::Warning,
            2 => Self::Error,
            _ => return None,
        })
    }
}

/// How names and paths become what they stood for.
pub struct Restorer<'r> {
    /// The rule of that name.
    pub rule: &'r dyn Fn(&str) -> Option<&'static str>,
    /// The file at that path.
    pub file: &'r mut dyn FnMut(&str) -> Arc<SourceFile>,
}

impl Saved {
    /// Path of the file that the finding is about.
    pub fn path(&self) -> &str {
        &self.place.path
    }

    /// The finding. `None` when its rule or sentence is not known (any more).
    pub fn restore(&self, with: &mut Restorer<'_>) -> Option<Finding> {
        let Self { rule, severity, place, message, basis, help, fix, labels, because, masked } = self;
        let mut finding =
            Finding::new((with.rule)(rule)?, *severity, place.restore(with), message.restore()?);
        finding.basis.clone_from(basis);
        finding.help = match help {
            Some(help) => Some(help.restore()?),
            None => None,
        };
        finding.fix = fix
            .as_ref()
            .map(|(place, replacement)| Fix { place: place.restore(with), replacement: replacement.clone() });
        for (place, message) in labels {
            finding.labels.push(Label { place: place.restore(with), message: message.restore()? });
        }
        if let Some((place, message)) = because {
            finding.because = Some(Label { place: place.restore(with), message: message.restore()? });
        }
        finding.masked = *masked;
        Some(finding)
    }
}

impl From<&Finding> for Saved {
    fn from(finding: &Finding) -> Self {
        // What rendering finds is answered for by nobody, and counted once it stands beside the rest.
        let Finding {
            rule,
            severity,
            place,
            message,
            basis,
            help,
            fix,
            labels,
            because,
            masked,
            answer: _,
            occurrence: _,
        } = finding;
        Self {
            rule: (*rule).to_owned(),
            severity: *severity,
            place: place.into(),
            message: message.into(),
            basis: basis.clone(),
            help: help.as_ref().map(Sentence::from),
            fix: fix.as_ref().map(|fix| ((&fix.place).into(), fix.replacement.clone())),
            labels: labels.iter().map(|label| ((&label.place).into(), (&label.message).into())).collect(),
            because: because.as_ref().map(|label| ((&label.place).into(), (&label.message).into())),
            masked: *masked,
        }
    }
}

impl From<&Place> for Spot {
    fn from(place: &Place) -> Self {
        let range = place.range();
        Self { path: place.path().to_owned(), start: range.start as u64, end: range.end as u64 }
    }
}

impl Spot {
    fn restore(&self, with: &mut Restorer<'_>) -> Place {
        let at = |offset: u64| usize::try_from(offset).unwrap_or(usize::MAX);
        let file = (with.file)(&self.path);
        let length = file.text().len();
        Place::new(&file, at(self.start).min(length)..at(self.end).min(length))
    }
}

impl From<&Message> for Sentence {
    fn from(message: &Message) -> Self {
        Self { key: message.key().to_owned(), values: message.values().to_vec() }
    }
}

impl Sentence {
    fn restore(&self) -> Option<Message> {
        Message::restore(&self.key, self.values.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::message::{file as text, source};

    #[test]
    fn a_finding_comes_back_with_everything_it_says() {
        let file = Arc::new(SourceFile::new("a.md", "甲乙丙"));
        let place = |range| Place::new(&file, range);
        let finding = Finding::warning("x.y", place(3..6), text::too_large("a.md", 9))
            .basis("某法")
            .help(source::first_here())
            .fix(place(0..3), "丁")
            .label(place(6..9), source::first_here())
            .because(place(0..3), source::first_here())
            .masked();
        let mut out = Packer::default();
        Saved::from(&finding).pack(&mut out);
        let saved = Saved::unpack(&mut Unpacker::new(&out.bytes)).unwrap();
        let mut with =
            Restorer { rule: &|name| (name == "x.y").then_some("x.y"), file: &mut |_| Arc::clone(&file) };
        let back = saved.restore(&mut with).unwrap();
        assert_eq!(format!("{back:?}"), format!("{finding:?}"));
        let mut nobody = Restorer { rule: &|_| None, file: &mut |_| Arc::clone(&file) };
        assert!(saved.restore(&mut nobody).is_none());
    }
}
