//! `desk/`: the editorial desk's files: columns, calendar, menu, replies, community rules, crisis plan.

use std::sync::Arc;

use jiff::civil::Date;

use super::Located;
use crate::source::SourceFile;
use crate::source::yaml::{Node, Value};

/// 栏目.
#[derive(Debug, Clone)]
pub struct Column {
    /// Folder and ASCII name.
    pub id: Located<String>,
    /// What readers and writers call it.
    pub name: Located<String>,
    /// What belongs into it.
    pub about: Option<String>,
}

/// The editorial desk.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    /// 栏目, in the order of `desk/columns.yaml`.
    pub columns: Vec<Column>,
    /// Days that matter, `desk/calendar.yaml`.
    pub days: Vec<Located<Day>>,
    /// Until when the calendar is complete.
    pub valid_through: Option<Located<Date>>,
    /// Files whose texts readers, members or the public get to see, sorted by path.
    pub papers: Vec<Paper>,
    /// 自定义菜单, from `desk/menu.yaml`.
    pub menu: Vec<Located<Button>>,
    /// 自动回复, from `desk/replies.yaml`.
    pub replies: Option<Replies>,
}

impl Desk {
    /// The file of that kind.
    pub fn paper(&self, kind: PaperKind) -> Option<&Paper> {
        self.papers.iter().find(|paper| paper.kind == kind)
    }
}

/// A day, or several, of the calendar.
#[derive(Debug, Clone)]
pub struct Day {
    /// First day.
    pub from: Located<Date>,
    /// Last day; the same as the first for one day.
    pub to: Date,
    /// What day it is.
    pub name: Located<String>,
    /// What kind of day.
    pub kind: DayKind,
    /// Why, or what to observe.
    pub note: Option<String>,
}

/// What kind of day it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind {
    /// A holiday.
    Holiday,
    /// A weekend on which people work.
    Workday,
    /// A festival or shopping day.
    Festival,
    /// A day of party or state history.
    History,
    /// National mourning.
    Mourning,
    /// A disaster or accident that people grieve about.
    Disaster,
    /// The house keeps quiet, for instance before a periodic report.
    Silent,
    /// Anything else.
    Event,
}

impl DayKind {
    /// Names in the file.
    pub const NAMES: [(&'static str, Self); 8] = [
        ("holiday", Self::Holiday),
        ("workday", Self::Workday),
        ("festival", Self::Festival),
        ("history", Self::History),
        ("mourning", Self::Mourning),
        ("disaster", Self::Disaster),
        ("silent", Self::Silent),
        ("event", Self::Event),
    ];

    /// Whether marketing on such a day is out of place.
    pub const fn is_solemn(self) -> bool {
        matches!(self, Self::History | Self::Mourning | Self::Disaster)
    }
}

/// What a file of the desk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaperKind {
    /// 社群公约: `desk/community.yaml`.
    Community,
    /// 危机预案: `desk/crisis.yaml`.
    Crisis,
    /// 自定义菜单: `desk/menu.yaml`.
    Menu,
    /// 自动回复: `desk/replies.yaml`.
    Replies,
}

/// A file of the desk whose texts others get to see; rules look at it as at an article.
#[derive(Debug, Clone)]
pub struct Paper {
    /// What it is.
    pub kind: PaperKind,
    /// The file.
    pub file: Arc<SourceFile>,
    /// The whole of it as a located tree.
    pub root: Arc<Located<Node>>,
}

impl Paper {
    /// The whole, for looking things up.
    pub fn value(&self) -> Value<'_> {
        Value { name: "", node: &self.root.value, place: &self.root.place }
    }
}

/// A button of the menu.
#[derive(Debug, Clone)]
pub struct Button {
    /// What stands on it.
    pub name: Located<String>,
    /// What it does: `view`, `click`, `article`, `miniprogram`, …; `None` for one that opens others.
    pub kind: Option<Located<String>>,
    /// Address, for `view` and as a fallback for `miniprogram`.
    pub url: Option<Located<String>>,
    /// Key of the event, for `click` and its relatives.
    pub key: Option<Located<String>>,
    /// Unit of an article, for `article`.
    pub unit: Option<Located<String>>,
    /// Of a mini program.
    pub appid: Option<Located<String>>,
    /// Of a mini program.
    pub pagepath: Option<Located<String>>,
    /// Buttons that it opens.
    pub sub: Vec<Located<Button>>,
}

/// 自动回复.
#[derive(Debug, Clone)]
pub struct Replies {
    /// To a new follower.
    pub subscribe: Option<Located<Reply>>,
    /// To certain words.
    pub keywords: Vec<Located<Keyword>>,
    /// To everything else.
    pub default: Option<Located<Reply>>,
    /// Messages that go out by themselves: customer service, templates.
    pub messages: Vec<Located<Outgoing>>,
}

/// What is answered: one of these.
#[derive(Debug, Clone)]
pub struct Reply {
    /// A text.
    pub text: Option<Located<String>>,
    /// An article.
    pub unit: Option<Located<String>>,
    /// A picture.
    pub image: Option<Located<String>>,
    /// A script of the desk.
    pub script: Option<Located<String>>,
}

/// Words and what is answered to them.
#[derive(Debug, Clone)]
pub struct Keyword {
    /// The whole message has to be the word; else it has to contain it.
    pub exact: bool,
    /// The words.
    pub words: Vec<Located<String>>,
    /// The answer.
    pub reply: Option<Located<Reply>>,
    /// A ticket of that class is opened.
    pub open_ticket: Option<Located<String>>,
}

/// A message that nobody asked for.
#[derive(Debug, Clone)]
pub struct Outgoing {
    /// Name.
    pub id: Located<String>,
    /// The text.
    pub text: Option<Located<String>>,
    /// `service`, `template` or `notice`.
    pub kind: Option<Located<String>>,
    /// How the receivers agreed to it.
    pub consent: Option<Located<String>>,
    /// How they refuse more.
    pub optout: Option<Located<String>>,
    /// Who says so.
    pub sender: Option<Located<String>>,
    /// It advertises.
    pub ad: Option<Located<bool>>,
}
