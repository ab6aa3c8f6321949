//! The ledger: what was about to be done and what was done, for every delivery of an account, for ever.
//!
//! Events are files on the branch `qianfa/ledger/<account>`, chained by digest and appended by compare-and-swap; the
//! state of every delivery is a pure fold over them. What to do next is decided on the floor above; nothing here speaks
//! to the platform.

mod delivery;
mod error;
mod event;
mod projection;
mod record;
mod store;
mod verify;

pub use delivery::{DeliveryId, DeliveryKey};
pub use error::{Fault, LedgerError};
pub use event::{Event, Facts, Kind, NewEvent, Op};
pub use projection::{Books, Lease, Platform, Stored};
pub use record::{Mark, MarkKind, PASSING, Record, Stage, Standing};
pub use store::Ledger;
pub use verify::{Report, verify};
