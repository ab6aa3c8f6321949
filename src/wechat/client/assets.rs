//! Uploading the same content once: prepared, looked up by digest, uploaded only if nobody has.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::Client;
use super::call::unreadable;
use super::error::ClientError;
use super::material::{self, NewMaterial};
use crate::base::digest::Digest;
use crate::wechat::picture::{Purpose, Route, prepare};

/// Where an uploaded picture is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Uploaded {
    /// Address for the inside of articles.
    Url(String),
    /// Permanent id for covers and picture articles.
    MediaId(String),
    /// Address for the inside of articles, of a picture that had to go into the library: an animation.
    Material {
        /// Its permanent id.
        media_id: String,
        /// Its address.
        url: String,
    },
}

/// What one account has been given already. The key is the digest of the bytes as they were before preparing.
///
/// An entry that was lost costs one upload more; an entry of another account is a broken picture.
pub trait AssetCache: Send + Sync {
    /// What was put for this content and purpose.
    fn get(&self, content: &Digest, purpose: Purpose) -> Option<Uploaded>;
    /// Remembers an upload.
    fn put(&self, content: &Digest, purpose: Purpose, uploaded: &Uploaded);
}

/// A cache for the life of the process.
#[derive(Debug, Default)]
pub struct MemoryCache {
    entries: Mutex<BTreeMap<(Digest, Purpose), Uploaded>>,
}

impl AssetCache for MemoryCache {
    fn get(&self, content: &Digest, purpose: Purpose) -> Option<Uploaded> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner).get(&(*content, purpose)).cloned()
    }

    fn put(&self, content: &Digest, purpose: Purpose, uploaded: &Uploaded) {
        let mut entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        entries.insert((*content, purpose), uploaded.clone());
    }
}

/// Uploads through a cache. To be shared by threads: two that bring the same picture upload it once.
pub struct Assets<'a> {
    client: &'a Client,
    cache: &'a dyn AssetCache,
    turns: Mutex<Turns>,
}

/// One lock a content and purpose: whoever holds it uploads, the others wait and find the result in the cache.
type Turns = BTreeMap<(Digest, Purpose), Arc<Mutex<()>>>;

impl<'a> Assets<'a> {
    /// Uploads through `client`, remembered in `cache`, which must be of the same account.
    pub fn new(client: &'a Client, cache: &'a dyn AssetCache) -> Self {
        Self { client, cache, turns: Mutex::default() }
    }

    /// Prepares a picture for the inside of an article, uploads it if need be, and gives its address. An animation goes
    /// into the library, because the interface for pictures of articles refuses it.
    ///
    /// # Errors
    /// Those of [`prepare`], [`Client::upload_image`] and [`Client::add_material`].
    pub fn upload_body_image(&self, bytes: &[u8]) -> Result<String, ClientError> {
        self.upload(bytes, Purpose::Body).map(Uploaded::text)
    }

    /// Prepares a cover, uploads it if need be, and gives its permanent id.
    ///
    /// # Errors
    /// Those of [`prepare`] and [`Client::add_material`].
    pub fn upload_cover(&self, bytes: &[u8]) -> Result<String, ClientError> {
        self.upload(bytes, Purpose::Cover).map(Uploaded::text)
    }

    /// Prepares a picture of a picture article, uploads it if need be, and gives its permanent id.
    ///
    /// # Errors
    /// Those of [`prepare`] and [`Client::add_material`].
    pub fn upload_newspic(&self, bytes: &[u8]) -> Result<String, ClientError> {
        self.upload(bytes, Purpose::Newspic).map(Uploaded::text)
    }

    /// Sends what is ready to where it is taken.
    fn send(&self, bytes: &[u8], route: Route, purpose: Purpose) -> Result<Uploaded, ClientError> {
        if route == Route::Article {
            return self.client.upload_image(bytes).map(Uploaded::Url);
        }
        let added = self.client.add_material(NewMaterial::Image(bytes))?;
        if purpose != Purpose::Body {
            return Ok(Uploaded::MediaId(added.media_id));
        }
        let missing = || unreadable(&material::ADD, "url is missing".to_owned());
        let url = added.url.filter(|url| !url.is_empty()).ok_or_else(missing)?;
        Ok(Uploaded::Material { media_id: added.media_id, url })
    }

    fn upload(&self, bytes: &[u8], purpose: Purpose) -> Result<Uploaded, ClientError> {
        let content = Digest::of(bytes);
        let turn = {
            let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(turns.entry((content, purpose)).or_default())
        };
        let _turn = turn.lock().unwrap_or_else(PoisonError::into_inner);
        let known = self.cache.get(&content, purpose).filter(|known| known.suits(purpose));
        if let Some(known) = known {
            return Ok(known);
        }
        let ready = prepare(bytes, purpose)?;
        let uploaded = self.send(&ready.bytes, ready.route, purpose)?;
        self.cache.put(&content, purpose, &uploaded);
        Ok(uploaded)
    }
}

impl fmt::Debug for Assets<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Assets").field("client", self.client).finish_non_exhaustive()
    }
}

impl Uploaded {
    fn suits(&self, purpose: Purpose) -> bool {
        matches!(
            (self, purpose),
            (Self::Url(_) | Self::Material { .. }, Purpose::Body)
                | (Self::MediaId(_), Purpose::Cover | Purpose::Newspic)
        )
    }

    /// What stands for the picture in an article: its address or its id.
    pub fn text(self) -> String {
        match self {
            Self::Url(text) | Self::MediaId(text) | Self::Material { url: text, .. } => text,
        }
    }
}
