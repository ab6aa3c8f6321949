//! Sign-off: signatures, allowed signers, counting, and the commands.

mod counting;
mod policy;
mod signatures;
