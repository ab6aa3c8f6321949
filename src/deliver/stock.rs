//! What is sent: frozen payloads and the pictures they name. Where they are kept is said by whoever calls.

use crate::base::digest::Digest;
use crate::base::message::{Explain, Message, deliver as text};
use crate::signoff::{Asset, Payload};

/// A store of frozen payloads and pictures.
pub trait Stock {
    /// The payload with that digest, as it was signed.
    ///
    /// # Errors
    /// When it cannot be read or has another digest.
    fn payload(&self, digest: Digest) -> Result<Payload, StockError>;

    /// The bytes of a picture.
    ///
    /// # Errors
    /// When it cannot be read or has another digest.
    fn picture(&self, asset: Asset) -> Result<Vec<u8>, StockError>;
}

/// What should be sent cannot be found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StockError {
    /// No such payload, or not the one that was signed.
    #[error("the signed payload {digest} cannot be read: {reason}")]
    Payload {
        /// P.
        digest: Digest,
        /// Why not.
        reason: String,
    },
    /// No such picture, or not the one that was signed.
    #[error("the picture {asset} cannot be read: {reason}")]
    Picture {
        /// The picture.
        asset: Asset,
        /// Why not.
        reason: String,
    },
}

impl Explain for StockError {
    fn message(&self) -> Message {
        match self {
            Self::Payload { digest, reason } => text::stock_payload(digest.short(), reason),
            Self::Picture { asset, reason } => text::stock_picture(asset.0.short(), reason),
        }
    }

    fn help(&self) -> Option<Message> {
        Some(match self {
            Self::Payload { .. } => text::stock_payload_help(),
            Self::Picture { .. } => text::stock_picture_help(),
        })
    }
}
