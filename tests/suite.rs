//! The whole test suite in one binary: each module is a subject.

mod architecture;
mod picture;
