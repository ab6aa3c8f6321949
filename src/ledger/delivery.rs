//! The name of a delivery: one edition to one account in one mode for one occurrence.

use std::fmt;
use std::str::FromStr;

use data_encoding::BASE32_NOPAD;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};

use crate::site::Mode;
use crate::wechat::limits;

const LENGTH: usize = 20;

/// What a delivery is. Neither the path nor the payload belongs to it: a renamed or edited article must meet the record
/// of what was begun before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeliveryKey<'a> {
    /// The account.
    pub account: &'a str,
    /// What identifies the edition through renames.
    pub uid: &'a str,
    /// How it goes out.
    pub mode: Mode,
    /// `all` or `tag:<name>`.
    pub audience: &'a str,
    /// Which of several times; `once` for an edition that goes out once.
    pub occurrence: &'a str,
}

/// Name of a delivery: 20 characters of lower-case base 32 over its [`DeliveryKey`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeliveryId(String);

impl DeliveryId {
    /// The name of the delivery `key`.
    pub fn of(key: &DeliveryKey<'_>) -> Self {
        let mut hash = Sha256::new();
        for part in [key.account, key.uid, key.mode.name(), key.audience, key.occurrence] {
            // With its length in front, so that parts cannot flow into each other.
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        let mut text = BASE32_NOPAD.encode(&hash.finalize()).to_ascii_lowercase();
        text.truncate(LENGTH);
        Self(text)
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The client id of its `n`-th mass send, from 1: at most 32 bytes. `n` only grows by a human decision.
    pub fn client_id(&self, n: u32) -> String {
        let id = format!("{}-{n}", self.0);
        debug_assert!(id.len() <= limits::CLIENT_MSG_ID_BYTES);
        id
    }
}

/// The text is not the name of a delivery.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a delivery: {0}")]
pub struct BadDeliveryId(String);

impl FromStr for DeliveryId {
    type Err = BadDeliveryId;

    fn from_str(text: &str) -> Result<Self, BadDeliveryId> {
        let plain = text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'2'..=b'7'));
        if text.len() != LENGTH || !plain {
            return Err(BadDeliveryId(text.chars().take(40).collect()));
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for DeliveryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for DeliveryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for DeliveryId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for DeliveryId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_the_key_counts_and_client_ids_fit() {
        let key = DeliveryKey {
            account: "main",
            uid: "01j9x3k7",
            mode: Mode::Mass,
            audience: "all",
            occurrence: "once",
        };
        let id = DeliveryId::of(&key);
        assert_eq!(id.as_str().len(), 20);
        assert_eq!(id.to_string().parse(), Ok(id.clone()));
        for other in [
            DeliveryKey { account: "city", ..key },
            DeliveryKey { uid: "01j9x3k8", ..key },
            DeliveryKey { mode: Mode::Publish, ..key },
            DeliveryKey { audience: "tag:all", ..key },
            DeliveryKey { occurrence: "2026-12-21", ..key },
            DeliveryKey { account: "main0", uid: "1j9x3k7", ..key },
        ] {
            assert_ne!(DeliveryId::of(&other), id, "{other:?}");
        }
        assert!(id.client_id(99_999_999).len() <= 32);
        assert!("../../etc/passwd0000".parse::<DeliveryId>().is_err());
    }
}
