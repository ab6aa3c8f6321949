//! Scanners for what a description of words cannot say: markup, styles, keys by indentation, logs of a terminal.

pub(super) mod build;
pub(super) mod console;
pub(super) mod css;
pub(super) mod diff;
pub(super) mod http;
pub(super) mod latex;
pub(super) mod lines;
pub(super) mod markdown;
pub(super) mod markup;
pub(super) mod regex;
pub(super) mod yaml;
