//! Delivery: schedule and plan as pure functions, and the whole way through a sandbox in the same process.

mod faults;
mod way;
mod world;
