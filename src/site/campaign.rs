//! A campaign: one YAML plan under `campaigns/` (operations reference 3.14).

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::Located;
use crate::source::SourceFile;
use crate::source::yaml::Node;

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
    /// Ids of tasks that come before.
    pub after: Vec<Located<String>>,
    /// Units of articles that belong to it.
    pub units: Vec<Located<String>>,
}
