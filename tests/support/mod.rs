//! What several subjects share.

pub(crate) mod canned;
pub(crate) mod program;
pub(crate) mod site;
