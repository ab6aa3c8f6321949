//! Sign-off: signatures, allowed signers, counting, and the commands.

mod commands;
mod counting;
mod history;
mod payload;
mod policy;
mod signatures;
mod store;
mod waivers;
