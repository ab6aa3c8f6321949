//! An article: one Markdown file with front matter, and the files beside it.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Cover, Details, Located, Moderation, Record, RenderOptions};
use crate::finding::Place;
use crate::source::SourceFile;

/// One Markdown file with front matter, and the files beside it.
#[derive(Debug, Clone)]
pub struct Article {
    /// The Markdown file.
    pub file: Arc<SourceFile>,
    /// Name of the article inside the site: its path without `/index.md` or `.md`.
    pub unit: String,
    /// Bytes of the file behind the front matter.
    pub body: Range<usize>,
    /// The front matter, with what `_defaults.yaml` supplies.
    pub front: Front,
    /// Files of the bundle (paths from the root of the site, sorted), the Markdown file excepted. Empty for a lone `.md`.
    pub files: Vec<String>,
    /// Records of pictures from `rights.yaml`, by path from the root of the site.
    pub records: BTreeMap<String, Record>,
}

impl Article {
    /// Path of the Markdown file from the root of the site.
    pub fn path(&self) -> &str {
        self.file.path()
    }

    /// The Markdown behind the front matter.
    pub fn body_text(&self) -> &str {
        &self.file.text()[self.body.clone()]
    }
}

/// Front matter; defaults already applied. Optional values are `None` when neither the file nor a `_defaults.yaml` has them.
#[derive(Debug, Clone)]
pub struct Front {
    /// Written once by `qianfa new`; survives renames. Derived from the path when absent (and then a finding asks for it).
    pub uid: Located<String>,
    /// 标题.
    pub title: Located<String>,
    /// 作者.
    pub author: Option<Located<String>>,
    /// 摘要, at most 120 characters.
    pub summary: Option<Located<String>>,
    /// 封面.
    pub cover: Option<Located<Cover>>,
    /// 栏目, a name or id from `desk/columns.yaml`.
    pub column: Option<Located<String>>,
    /// 标签.
    pub tags: Vec<Located<String>>,
    /// Words that policies match on: `hot`, `finance`, …
    pub labels: Vec<Located<String>>,
    /// 图文 or 图片消息.
    pub format: Format,
    /// Accounts that the article goes to, at least one.
    pub accounts: Vec<Located<String>>,
    /// When, how and to whom it goes out.
    pub publish: Publish,
    /// 留言.
    pub comments: Comments,
    /// 阅读原文.
    pub read_more: Option<Located<String>>,
    /// Editorial, advertisement or notice.
    pub kind: Kind,
    /// Industry of the thing promoted (compliance reference 0.3).
    pub industry: Vec<Located<String>>,
    /// Who pays.
    pub sponsor: Option<Located<String>>,
    /// Where the facts come from.
    pub sources: Vec<Located<Source>>,
    /// Proofs of claims.
    pub evidence: Vec<Located<Evidence>>,
    /// How far a machine wrote it.
    pub ai: Ai,
    /// Where `ai` is written; `None`: nowhere, which declares nothing.
    pub ai_at: Option<Place>,
    /// Whose text and pictures these are.
    pub rights: Rights,
    /// 转载.
    pub repost: Option<Located<Repost>>,
    /// Not before this instant, whatever the schedule says.
    pub embargo: Option<Located<Timestamp>>,
    /// Id of the campaign it belongs to.
    pub campaign: Option<Located<String>>,
    /// Name of the theme; the site's default when absent.
    pub theme: Option<Located<String>>,
    /// How it is rendered, with what the folders above and the site say.
    pub render: RenderOptions,
    /// Whether it may be planned; never [`Status::Ready`] while the front matter has errors.
    pub status: Status,
    /// To whom it speaks (`general`, `minors`, …); `minors` makes the stricter rules apply.
    pub audience: Option<Located<String>>,
    /// Brand of the thing promoted.
    pub brand: Option<Located<String>>,
    /// Somebody pays for it, in money or kind.
    pub paid: bool,
    /// Links earn a commission.
    pub affiliate: bool,
    /// Names of the machines that helped (compliance reference 10).
    pub ai_tools: Vec<Located<String>>,
    /// 广告审查批准文号.
    pub ad_review_no: Option<Located<String>>,
    /// Until when the review number is valid.
    pub ad_review_expires: Option<Located<Date>>,
    /// Exceptions from rules, `sensitive_ok` in the file.
    pub waivers: Vec<Located<Waiver>>,
    /// Where `kind` is written, in the article or in a `_defaults.yaml`; `None`: nowhere.
    pub kind_at: Option<Place>,
    /// Who watches the comments, if that is said.
    pub moderation: Option<Arc<Moderation>>,
    /// What only few articles say; shared by all that say none of it.
    pub details: Arc<Details>,
}

/// An exception from one rule, with a reason; counts once it is signed off with the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// Name of the rule.
    pub rule: String,
    /// The text it is about; `None`: everywhere in the article.
    pub text: Option<String>,
    /// Why.
    pub reason: String,
    /// Who allowed it.
    pub by: Option<String>,
    /// Until when, the day included.
    pub expires: Option<Date>,
}

/// 图文 or 图片消息.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// 图文 (`news`).
    #[default]
    Article,
    /// 图片消息 (`newspic`).
    Pictures,
}

/// When, how and to whom an article goes out.
#[derive(Debug, Clone)]
pub struct Publish {
    /// When; `None`: not scheduled.
    pub at: Option<Located<Slot>>,
    /// 群发, 发布 or stop at the draft.
    pub mode: Mode,
    /// To whom; only for [`Mode::Mass`].
    pub to: Audience,
    /// Goes out together with the others of that name.
    pub edition: Option<Located<String>>,
    /// Place inside the edition.
    pub order: Option<Located<i64>>,
    /// What to do when the runner comes too late.
    pub late: Late,
    /// Never after this instant.
    pub until: Option<Located<Timestamp>>,
}

/// A time as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// An exact instant.
    At(Timestamp),
    /// The next free slot of that day, in the account's zone.
    Day(Date),
    /// The next free slot.
    Next,
}

/// How an edition goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Mode {
    /// 群发: pushed to followers.
    Mass,
    /// 发布: a permanent link, not pushed.
    #[default]
    Publish,
    /// Stop at the draft box; a person presses 发表.
    Draft,
}

impl Mode {
    /// The name in files and output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mass => "mass",
            Self::Publish => "publish",
            Self::Draft => "draft",
        }
    }
}

/// To whom a mass send goes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Audience {
    /// All followers.
    #[default]
    All,
    /// The followers with that tag (its name).
    Tag(String),
}

impl Audience {
    /// The name in payloads and output: `all` or `tag:<name>`.
    pub fn name(&self) -> String {
        match self {
            Self::All => "all".to_owned(),
            Self::Tag(name) => format!("tag:{name}"),
        }
    }
}

/// What to do with a delivery whose time has passed (operations reference 3.11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Late {
    /// Wait for a person.
    #[default]
    Hold,
    /// Send if not too old.
    Publish,
    /// Never mind.
    Skip,
}

/// 留言.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Comments {
    /// Everybody.
    Open,
    /// Followers only.
    Fans,
    /// Nobody.
    #[default]
    Closed,
}

/// What kind of text it is; `Ad` makes the stricter rules apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Editorial.
    #[default]
    Editorial,
    /// 广告.
    Ad,
    /// 通知.
    Notice,
}

/// Where a fact comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// What it is.
    pub title: String,
    /// Where it is.
    pub url: Option<String>,
    /// Of when it is.
    pub date: Option<Date>,
}

/// A proof of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The claim as it stands in the text.
    pub claim: String,
    /// Who says so.
    pub issuer: Option<String>,
    /// Since when.
    pub date: Option<Date>,
    /// The proof on file, path from the root of the site.
    pub file: Option<String>,
    /// The proof on the web.
    pub url: Option<String>,
}

/// How far a machine wrote it (人工智能生成合成内容标识办法).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ai {
    /// Not at all.
    #[default]
    None,
    /// With help.
    Assisted,
    /// By a machine.
    Generated,
}

/// Whose text and pictures these are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rights {
    /// `original`, `licensed`, `public-domain`, …; `None`: not said.
    pub text: Option<String>,
    /// `own` covers every picture of the article; `records` asks for one in `rights.yaml` each; `None`: not said.
    pub images: Option<String>,
}

/// 转载.
#[derive(Debug, Clone, PartialEq)]
pub struct Repost {
    /// The original's author.
    pub author: Located<String>,
    /// The original's place of publication.
    pub source: Located<String>,
    /// The original's address.
    pub url: Option<Located<String>>,
    /// The original's title.
    pub title: Option<Located<String>>,
    /// The editor in charge of the original (责任编辑).
    pub editor: Option<Located<String>>,
    /// Who allowed it.
    pub authorised_by: Option<Located<String>>,
    /// The permission on file.
    pub proof: Option<Located<String>>,
    /// Whether the permission covers changes.
    pub allow_modify: Option<Located<bool>>,
}

/// Whether an article may be planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// Being written.
    #[default]
    Draft,
    /// May be planned and signed.
    Ready,
}
