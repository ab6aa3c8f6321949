//! Floor 4: sign-off (签发). What exactly goes out, who signed it, and whether that is enough.
//!
//! Payload and its digests, signed statements and their verification, the policy with its roles, authors, and the
//! counting of all that. Nothing here delivers anything, and nothing asks a person.

mod asset;
mod payload;

pub use asset::Asset;
pub use payload::{Payload, PayloadArticle, PayloadError};
