//! The finding and its parts.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::base::message::{Lang, Message, answer as text, finding as frame};
use crate::source::{Position, SourceFile};

/// How much a finding weighs (compliance reference 0.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A hint; never blocks.
    Info,
    /// Likely a problem, or lawful only under a condition that a machine cannot see.
    Warning,
    /// Forbidden, missing, or unusable: blocks.
    Error,
}

impl Severity {
    /// The name used in every output format and in `policy/`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl std::str::FromStr for Severity {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "info" => Ok(Self::Info),
            "warning" => Ok(Self::Warning),
            "error" => Ok(Self::Error),
            other => Err(other.to_owned()),
        }
    }
}

/// A range of bytes in a file. The range always lies inside the file's text and on character boundaries.
#[derive(Debug, Clone)]
pub struct Place {
    file: Arc<SourceFile>,
    range: Range<usize>,
}

impl Place {
    /// The place `range` of `file`; an end or a boundary that does not fit is moved inwards.
    pub fn new(file: &Arc<SourceFile>, range: Range<usize>) -> Self {
        let text = file.text();
        let start = text.floor_char_boundary(range.start);
        let end = text.ceil_char_boundary(range.end.max(start));
        Self { file: Arc::clone(file), range: start..end }
    }

    /// The file as a whole: its first character.
    pub fn whole(file: &Arc<SourceFile>) -> Self {
        Self::new(file, 0..0)
    }

    /// A file of which only the name is known: it is missing, unreadable, or no text.
    pub fn file_only(path: &str) -> Self {
        Self { file: Arc::new(SourceFile::new(path, String::new())), range: 0..0 }
    }

    /// The file.
    pub fn file(&self) -> &Arc<SourceFile> {
        &self.file
    }

    /// Path from the root of the site, with `/`.
    pub fn path(&self) -> &str {
        self.file.path()
    }

    /// Bytes of the file's text.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// The text at the place.
    pub fn text(&self) -> &str {
        &self.file.text()[self.range.clone()]
    }

    /// Line and column of the first character, from 1.
    pub fn start(&self) -> Position {
        self.file.position(self.range.start)
    }

    /// Line and column behind the last character, from 1.
    pub fn end(&self) -> Position {
        self.file.position(self.range.end)
    }
}

/// A replacement that mends a finding.
#[derive(Debug, Clone)]
pub struct Fix {
    /// What is replaced.
    pub place: Place,
    /// What comes in its place.
    pub replacement: String,
}

/// A second place that explains a finding: "first used here".
#[derive(Debug, Clone)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// Why it is shown.
    pub message: Message,
}

/// How far somebody answers for an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answered {
    /// By a comment beside the place; the error weighs as a warning then.
    Comment,
    /// In the front matter; it stays an error until somebody signs it.
    Asked,
    /// Asked for, and signed by these people; it weighs as a warning.
    Signed(String),
}

/// Who answers for an error, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// How far.
    pub how: Answered,
    /// Why, in the writer's words.
    pub reason: String,
}

impl Answer {
    /// The answer in a sentence.
    pub fn message(&self) -> Message {
        match &self.how {
            Answered::Comment => text::in_a_comment(&self.reason),
            Answered::Asked => text::asked(&self.reason),
            Answered::Signed(people) => text::signed(people, &self.reason),
        }
    }
}

/// What a rule says about a place.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Stable name of the rule, `family.name`.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What was found, in one sentence that names the text.
    pub message: Message,
    /// The law's article or the platform's page, as printed.
    pub basis: Option<String>,
    /// How to mend it.
    pub help: Option<Message>,
    /// The mend as an edit, when it is safe.
    pub fix: Option<Fix>,
    /// Second places.
    pub labels: Vec<Label>,
    /// Why the rule applies here at all, shown as one line with its place: the sign that makes a text an advertisement.
    pub because: Option<Label>,
    /// The text at the place is personal data: every output masks it, excerpts included.
    pub masked: bool,
    /// Who answers for it; only for what is an error by itself.
    pub answer: Option<Answer>,
    /// The how-many-th finding it is, from 1, of its rule about the same text in its file. Set by
    /// [`Findings::sort`](super::Findings::sort).
    pub occurrence: u32,
}

impl Finding {
    /// A finding without basis, help, fix and labels.
    pub fn new(rule: &'static str, severity: Severity, place: Place, message: Message) -> Self {
        Self {
            rule,
            severity,
            place,
            message,
            basis: None,
            help: None,
            fix: None,
            labels: Vec::new(),
            because: None,
            masked: false,
            answer: None,
            occurrence: 1,
        }
    }

    /// An error.
    pub fn error(rule: &'static str, place: Place, message: Message) -> Self {
        Self::new(rule, Severity::Error, place, message)
    }

    /// A warning.
    pub fn warning(rule: &'static str, place: Place, message: Message) -> Self {
        Self::new(rule, Severity::Warning, place, message)
    }

    /// With the law's article or the platform's page.
    #[must_use]
    pub fn basis(mut self, basis: impl Into<String>) -> Self {
        self.basis = Some(basis.into());
        self
    }

    /// With the way to mend it.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// With a safe edit.
    #[must_use]
    pub fn fix(mut self, place: Place, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix { place, replacement: replacement.into() });
        self
    }

    /// With a second place.
    #[must_use]
    pub fn label(mut self, place: Place, message: Message) -> Self {
        self.labels.push(Label { place, message });
        self
    }

    /// With the reason why the rule applies here.
    #[must_use]
    pub fn because(mut self, place: Place, message: Message) -> Self {
        self.because = Some(Label { place, message });
        self
    }

    /// The reason why the rule applies, and where it stands, in one line.
    pub fn because_text(&self, lang: Lang) -> Option<String> {
        let Label { place, message } = self.because.as_ref()?;
        let start = place.start();
        let at = format!("{}:{}:{}", place.path(), start.line, start.column);
        Some(frame::at(message.text(lang), at).text(lang))
    }

    /// The text at the place must never be printed.
    #[must_use]
    pub fn masked(mut self) -> Self {
        self.masked = true;
        self
    }
}
