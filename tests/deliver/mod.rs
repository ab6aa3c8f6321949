//! Delivery: schedule and plan as pure functions, and the whole way through a sandbox in the same process.

#[cfg(unix)]
mod commands;
mod faults;
#[cfg(unix)]
mod kill;
#[cfg(unix)]
mod links;
#[cfg(unix)]
mod pictures;
#[cfg(unix)]
mod place;
mod plan;
mod way;
mod world;
