//! Floor 1: small and boring things that everything stands on.
//!
//! Clock, file access, bytes, digests, text width, near words, numbers of persons and the catalogue of messages. Nothing here
//! knows what an article, an account or the platform is.

pub(crate) mod bytes;
pub mod clock;
pub mod digest;
pub mod file;
pub mod html;
pub mod id;
pub mod json;
pub mod kept;
pub mod message;
pub mod near;
pub(crate) mod number;
pub mod pack;
pub mod percent;
pub mod survey;
pub mod when;
pub mod width;
