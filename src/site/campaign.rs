//! A campaign: one YAML plan under `campaigns/` (operations reference 3.14).

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Located, Price};
use crate::source::SourceFile;
use crate::source::yaml::{Node, Value};

/// One campaign plan. The typed parts are what planning and rules compute with; [`Campaign::root`] has every word.
#[derive(Debug, Clone)]
pub struct Campaign {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The whole plan as a located tree, for rules that look at texts.
    pub root: Arc<Located<Node>>,
    /// Name, equal to the file's stem.
    pub id: Located<String>,
    /// 名称.
    pub title: Located<String>,
    /// `idea`, `draft`, `review`, `approved`, `running`, `ended`, `recapped` or `cancelled`.
    pub status: Located<String>,
    /// Kinds: `acquisition`, `lottery`, …
    pub kinds: Vec<Located<String>>,
    /// From when to when.
    pub window: Option<Located<Window>>,
    /// 奖品.
    pub prizes: Vec<Located<Prize>>,
    /// 预算.
    pub budget: Option<Located<Budget>>,
    /// 排期.
    pub timeline: Vec<Located<Task>>,
    /// Who answers for it.
    pub owner: Option<Located<String>>,
    /// What it is for: `sales`, `leads`, `followers`, `traffic`, …
    pub goal: Option<Located<String>>,
    /// Groups of followers that it goes to because of what is known about them.
    pub segments: Vec<Located<String>>,
    /// They can refuse.
    pub optout: Option<Located<bool>>,
    /// How one takes part.
    pub mechanics: Mechanics,
    /// 开奖.
    pub draw: Option<Located<Draw>>,
    /// Until when a prize can be claimed.
    pub claim_until: Option<Located<Timestamp>>,
    /// 价格.
    pub prices: Vec<Located<Price>>,
    /// Personal data that it asks for.
    pub collects: Vec<Located<Collected>>,
    /// 佣金.
    pub commission: Option<Located<Commission>>,
    /// Until when rules, results and winners are kept.
    pub archive_until: Option<Located<Date>>,
    /// 中奖名单.
    pub winners: Vec<Located<String>>,
    /// Changes after the start, each with its reason.
    pub changes: Vec<Located<Change>>,
}

impl Campaign {
    /// The whole plan, for looking things up.
    pub fn value(&self) -> Value<'_> {
        Value { name: "", node: &self.root.value, place: &self.root.place }
    }

    /// Whether it is past drafting: in review, approved, running or over.
    pub fn is_submitted(&self) -> bool {
        !matches!(self.status.as_str(), "idea" | "draft" | "cancelled")
    }

    /// Whether it has prizes that are drawn, won or given.
    pub fn has_draw(&self) -> bool {
        let drawn = |prize: &Located<Prize>| prize.kind.as_ref().is_none_or(|kind| kind.value != "gift");
        self.kinds.iter().any(|kind| kind.value == "lottery") || self.draw.is_some() || {
            self.prizes.iter().any(drawn)
        }
    }
}

/// How one takes part.
#[derive(Debug, Clone, Default)]
pub struct Mechanics {
    /// People to bring along.
    pub invite_count: Option<Located<i64>>,
    /// Sharing is a condition.
    pub share_required: Option<Located<bool>>,
    /// Following is a condition.
    pub follow_required: Option<Located<bool>>,
    /// How often one entry can win.
    pub max_wins_per_entry: Option<Located<i64>>,
    /// What one gets for it.
    pub reward: Option<Located<String>>,
    /// Everybody gets a QR code of their own.
    pub parameter_qr: Option<Located<bool>>,
}

/// 开奖.
#[derive(Debug, Clone)]
pub struct Draw {
    /// How; `instant` for draws on the spot.
    pub method: Option<Located<String>>,
    /// When.
    pub at: Option<Located<Timestamp>>,
    /// Who watches.
    pub witness: Option<Located<String>>,
    /// How prizes are announced as they are claimed.
    pub announce: Option<Located<String>>,
}

/// A personal datum that a campaign asks for.
#[derive(Debug, Clone)]
pub struct Collected {
    /// What.
    pub field: Located<String>,
    /// What for.
    pub purpose: Option<Located<String>>,
    /// How long.
    pub retention: Option<Located<Duration>>,
    /// Sensitive in the sense of the law.
    pub sensitive: Option<Located<bool>>,
    /// Who else gets it.
    pub shared_with: Vec<Located<String>>,
}

/// 佣金.
#[derive(Debug, Clone)]
pub struct Commission {
    /// Levels of people who earn from one sale.
    pub levels: Option<Located<i64>>,
    /// `sales`, `recruits`, …
    pub pay_by: Option<Located<String>>,
    /// What one pays to take part, in fen.
    pub entry_fee: Option<Located<i64>>,
}

/// A change after the start.
#[derive(Debug, Clone)]
pub struct Change {
    /// When.
    pub date: Located<Date>,
    /// What.
    pub what: Located<String>,
    /// Why.
    pub reason: Located<String>,
}

/// From when to when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Beginning.
    pub start: Timestamp,
    /// End.
    pub end: Timestamp,
}

/// 奖品. Money is in fen (1/100 yuan).
#[derive(Debug, Clone)]
pub struct Prize {
    /// What it is.
    pub name: Located<String>,
    /// `goods`, `coupon`, `virtual`, `right`, …
    pub kind: Option<Located<String>>,
    /// Market value of one, in fen.
    pub unit_value: Option<Located<i64>>,
    /// How many.
    pub quantity: Option<Located<i64>>,
    /// Chance of winning, as written.
    pub odds: Option<Located<String>>,
    /// Until when it can be claimed, when that is not the same for all.
    pub claim_until: Option<Located<Timestamp>>,
    /// How the winner gets it.
    pub delivery: Option<Located<String>>,
    /// Of a coupon or of points: how they are exchanged.
    pub exchange: Option<Located<String>>,
    /// For what they can be used.
    pub scope: Option<Located<String>>,
    /// Until when.
    pub valid_until: Option<Located<Date>>,
    /// What else restricts their use.
    pub limits: Option<Located<String>>,
}

/// 预算. Money is in fen.
#[derive(Debug, Clone)]
pub struct Budget {
    /// Upper limit in fen.
    pub cap: Option<Located<i64>>,
    /// Lines.
    pub lines: Vec<Located<BudgetLine>>,
}

/// A line of the budget. Money is in fen.
#[derive(Debug, Clone)]
pub struct BudgetLine {
    /// Name.
    pub id: Located<String>,
    /// `prize`, `kol`, `material`, …
    pub kind: Option<Located<String>>,
    /// Planned.
    pub plan: Option<Located<i64>>,
    /// Spent.
    pub actual: Option<Located<i64>>,
}

/// A task or milestone.
#[derive(Debug, Clone)]
pub struct Task {
    /// Name inside the plan.
    pub id: Located<String>,
    /// What it is.
    pub name: Located<String>,
    /// Begins.
    pub start: Option<Located<Date>>,
    /// Is due.
    pub due: Option<Located<Date>>,
    /// Who does it.
    pub owner: Option<Located<String>>,
    /// How long before the campaign's start it has to be begun.
    pub lead: Option<Located<Duration>>,
    /// Ids of tasks that come before.
    pub after: Vec<Located<String>>,
    /// Units of articles that belong to it.
    pub units: Vec<Located<String>>,
}
