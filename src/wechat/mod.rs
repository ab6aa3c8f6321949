//! Floor 2: the platform as it is seen over HTTP.
//!
//! Limits, return codes and wire types, shared by the client and by the sandbox; the client itself; pictures on their
//! way to it; what the HTML of an article may hold. Nothing here has heard of an article on disk, a campaign or a sign-off.

pub mod client;
pub mod code;
pub mod html;
pub mod limits;
pub mod picture;
pub mod wire;
