//! What is known of each language: data for the scanner of words, a file a family.

pub(super) mod c;
pub(super) mod config;
pub(super) mod data;
pub(super) mod functional;
pub(super) mod jvm;
pub(super) mod native;
pub(super) mod script;
pub(super) mod shell;
pub(super) mod web;
