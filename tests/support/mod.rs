//! What several subjects share.

pub(crate) mod canned;
pub(crate) mod font;
pub(crate) mod program;
pub(crate) mod reader;
pub(crate) mod site;
