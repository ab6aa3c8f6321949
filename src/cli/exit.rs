//! Exit codes: one table for the whole program (`docs/exit-codes.md`), never changed silently.

use std::process::ExitCode;

/// What the process's end means to a scheduler. Ordered by weight: the worst of several outcomes wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// 0: nothing to do, or everything done.
    Done,
    /// 2: actions are pending; only with `plan --detailed-exitcode`.
    Pending,
    /// 75: passing trouble (network, minute limit, −1, clock skew). Repeat later.
    Passing,
    /// 7: held by freeze, late policy, quota or campaign status.
    Held,
    /// 4: a sign-off is missing or void.
    Unsigned,
    /// 3: validation failed.
    Invalid,
    /// 6: drift from, or conflict with, the platform.
    Drift,
    /// 5: the platform refused for good.
    Refused,
    /// 9: the ledger is contended or does not verify.
    Ledger,
    /// 8: an outcome is unknown; do not repeat blindly.
    Unknown,
    /// 1: usage, configuration, broken repository.
    Usage,
}

impl Exit {
    /// The number.
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Usage => 1,
            Self::Pending => 2,
            Self::Invalid => 3,
            Self::Unsigned => 4,
            Self::Refused => 5,
            Self::Drift => 6,
            Self::Held => 7,
            Self::Unknown => 8,
            Self::Ledger => 9,
            Self::Passing => 75,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
