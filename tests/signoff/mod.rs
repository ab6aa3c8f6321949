//! Sign-off: signatures, allowed signers, counting, and the commands.

mod commands;
mod counting;
mod payload;
mod policy;
mod signatures;
