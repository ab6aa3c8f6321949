//! `qianfa.yaml`: the site's name, time zone, defaults and accounts.

use std::sync::Arc;
use std::time::Duration;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::{Late, Located, RenderOptions};
use crate::base::message::Lang;
use crate::source::SourceFile;

/// `qianfa.yaml`.
#[derive(Debug, Clone)]
pub struct Config {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The site's name.
    pub name: Located<String>,
    /// The zone of every time that is written without one.
    pub zone: TimeZone,
    /// IANA name of [`Config::zone`].
    pub zone_name: String,
    /// The language of the site's texts.
    pub language: Lang,
    /// Default theme.
    pub theme: Located<String>,
    /// How articles are rendered, unless one says otherwise.
    pub render: RenderOptions,
    /// Font files of the site for text in pictures; none: a Chinese font of the machine.
    pub fonts: Vec<Located<String>>,
    /// Colours of the brand for drawn covers, as `#rrggbb`: accent, ink, paper.
    pub brand: Vec<String>,
    /// Accounts, in the order of the file; at least one.
    pub accounts: Vec<Account>,
    /// Git remote on which approvals and ledgers live, where one is named: see [`crate::source::branch::shared_remote`].
    pub remote: Option<String>,
}

impl Config {
    /// The account of that name.
    pub fn account(&self, name: &str) -> Option<&Account> {
        self.accounts.iter().find(|account| *account.name == name)
    }
}

/// 公众号 or 服务号.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AccountKind {
    /// 公众号 (formerly 订阅号): one mass send a day.
    #[default]
    Subscription,
    /// 服务号: a follower receives at most four a month.
    Service,
}

/// Where a secret is to be found. The secret itself never stands in a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Secret {
    /// Name of an environment variable.
    Env(String),
    /// Path of a file outside the site.
    File(String),
}

/// One Official Account that the site publishes to.
#[derive(Debug, Clone)]
pub struct Account {
    /// Name in the site and in ref names: `[a-z0-9-]+`.
    pub name: Located<String>,
    /// What readers call it.
    pub title: Option<Located<String>>,
    /// 公众号 or 服务号.
    pub kind: AccountKind,
    /// 认证: may call the publishing interfaces.
    pub verified: bool,
    /// Where the AppID is to be found (a variable, or the AppID itself in `appid`).
    pub appid: Secret,
    /// The AppID when it is written in the file (it is no secret).
    pub appid_value: Option<Located<String>>,
    /// Where the AppSecret is to be found.
    pub secret: Secret,
    /// Base address of the platform; `https://api.weixin.qq.com` unless a proxy or a sandbox is named.
    pub api: Option<Located<String>>,
    /// The account's own zone.
    pub zone: TimeZone,
    /// Usual times on working days (Monday to Friday).
    pub workday_slots: Vec<Time>,
    /// Usual times on Saturdays and Sundays.
    pub restday_slots: Vec<Time>,
    /// Least time between two editions.
    pub min_gap: Duration,
    /// Most mass sends a day.
    pub mass_per_day: u32,
    /// Most mass sends a month.
    pub mass_per_month: Option<u32>,
    /// Days on which nothing goes out.
    pub blackout: Vec<Blackout>,
    /// How late is still on time.
    pub grace: Duration,
    /// What to do with editions later than that.
    pub late: Late,
    /// With [`Late::Publish`]: older than this is held after all.
    pub max_age: Duration,
    /// Who it belongs to: `personal`, `enterprise`, `media`, `government` or `other`.
    pub owner_type: Option<Located<String>>,
    /// Subjects that it is registered for; none: not said.
    pub category: Vec<Located<String>>,
    /// To whom it speaks; `minors` makes the stricter rules apply.
    pub audience: Option<Located<String>>,
    /// 互联网新闻信息服务许可证.
    pub news_licence: Option<Located<String>>,
    /// Names of entries of `policy/credentials.yaml` that it is certified with.
    pub credentials: Vec<Located<String>>,
}

/// Days on which nothing goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blackout {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Why.
    pub reason: Option<String>,
}
