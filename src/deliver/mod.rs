//! Delivery: from signed editions to what readers have, exactly once.
//!
//! Schedule and plan are pure; `apply` carries a plan out, writing every intent to the ledger before the call and every
//! effect after it; recovery brings to an end what a crash or a lost answer left open. Nothing here prints or reads the
//! environment, and nothing goes out that was not signed.

mod apply;
mod desk;
mod ended;
mod hold;
mod lease;
mod likeness;
mod plan;
mod reconcile;
mod recovery;
mod run;
mod schedule;
mod status;
mod steps;
mod stock;

pub use apply::{Applied, Options, Source, apply};
pub use desk::Desk;
pub use ended::{Ended, RunError};
pub use hold::{Hold, Weight, clock};
pub use plan::{
    Action, Candidate, Inputs, Item, MAX_PLAN_BYTES, ONCE, Plan, SavedAccount, SavedItem, SavedPlan,
    SavedPlanError, Stale, plan,
};
pub use reconcile::{Found, ReconcileError, reconcile};
pub use run::{Patience, Progress, Run};
pub use schedule::{Clash, Taken, Timing};
pub use status::{Line, Overdue, overdue, status};
pub use stock::{Stock, StockError};
