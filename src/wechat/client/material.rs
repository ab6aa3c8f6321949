//! The library of permanent material: covers, pictures of picture articles, voices, videos.

use serde::Deserialize;
use serde_json::json;

use super::call::{decode, json};
use super::endpoint::{Endpoint, Repeat};
use super::error::ClientError;
use super::media::picture_body;
use super::transport::Body;
use super::{Client, check};
use crate::wechat::picture::{self, Format, PictureError};
use crate::wechat::{limits, wire};

/// `material/add_material`: 100,000 images, 1,000 of every other kind.
pub(super) const ADD: Endpoint = Endpoint::post("/cgi-bin/material/add_material", Repeat::Repeatable);
/// `material/get_material`.
pub(super) const GET: Endpoint = Endpoint::post("/cgi-bin/material/get_material", Repeat::Repeatable);
/// `material/batchget_material`.
pub(super) const BATCHGET: Endpoint =
    Endpoint::post("/cgi-bin/material/batchget_material", Repeat::Repeatable);
/// `material/get_materialcount`.
pub(super) const COUNT: Endpoint = Endpoint::get("/cgi-bin/material/get_materialcount");
/// `material/del_material`.
pub(super) const DELETE: Endpoint = Endpoint::post("/cgi-bin/material/del_material", Repeat::Destructive);

/// A kind of material that can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MaterialKind {
    /// Pictures.
    Image,
    /// Voices.
    Voice,
    /// Videos.
    Video,
}

/// A file for the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewMaterial<'a> {
    /// A picture: JPEG, PNG, GIF or BMP, at most 10 MiB. Covers are of this kind.
    Image(&'a [u8]),
    /// A small JPEG of at most 64 KiB.
    Thumb(&'a [u8]),
    /// MP3 of at most 2 MiB and 60 s.
    Voice(&'a [u8]),
    /// MP4 of at most 10 MiB.
    Video {
        /// The file.
        bytes: &'a [u8],
        /// Its title.
        title: &'a str,
        /// What it is about.
        introduction: &'a str,
    },
}

/// What `get_material` gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Material {
    /// A picture, a voice: the file.
    File(Vec<u8>),
    /// A video: where it is.
    Video {
        /// Its title.
        title: String,
        /// What it is about.
        description: String,
        /// Address of the file.
        down_url: String,
    },
    /// Articles of the retired kind.
    News(wire::News),
}

impl Client {
    /// Adds a file to the library. The `url` of the answer works inside the platform's pages only.
    ///
    /// # Errors
    /// Too large or of the wrong kind by content: nothing is sent. 40004 (kind), 40005 (file type), 40006, 40009, 45001
    /// (size, or the library is full).
    pub fn add_material(&self, material: NewMaterial<'_>) -> Result<wire::AddedMaterial, ClientError> {
        let (kind, body) = upload(material)?;
        self.call_with(&ADD, &[("type", kind)], &body, |answer| decode(&ADD, answer))
    }

    /// Fetches one item.
    ///
    /// # Errors
    /// 40007 when the id is unknown, temporary, or of another account.
    pub fn get_material(&self, media_id: &str) -> Result<Material, ClientError> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Wire {
            Video {
                title: String,
                #[serde(default)]
                description: String,
                down_url: String,
            },
            News {
                news_item: Vec<wire::NewsItem>,
            },
        }
        check::media_id("media_id", media_id)?;
        self.call_for_file(&GET, &media_id_body(&GET, media_id)?, Material::File, |answer| {
            Ok(match decode(&GET, answer)? {
                Wire::Video { title, description, down_url } => {
                    Material::Video { title, description, down_url }
                }
                Wire::News { news_item } => Material::News(wire::News { news_item }),
            })
        })
    }

    /// A page of the library, newest first; temporary items are never in it.
    ///
    /// # Errors
    /// A `count` outside 1–20 is refused here.
    pub fn list_materials(
        &self,
        kind: MaterialKind,
        offset: u64,
        count: u64,
    ) -> Result<wire::Page<wire::MaterialItem>, ClientError> {
        check::page(count)?;
        let kind = match kind {
            MaterialKind::Image => "image",
            MaterialKind::Voice => "voice",
            MaterialKind::Video => "video",
        };
        self.call(
            &BATCHGET,
            &json(&BATCHGET, &wire::MaterialPageRequest { kind: kind.to_owned(), offset, count })?,
        )
    }

    /// How much is in the library, uploads of the console included.
    ///
    /// # Errors
    /// Those of every call.
    pub fn count_materials(&self) -> Result<wire::MaterialCount, ClientError> {
        self.call(&COUNT, &Body::Empty)
    }

    /// Deletes an item for good, also one that came from the console.
    ///
    /// # Errors
    /// 40007 (unknown), 48005 (a menu or an automatic reply uses it).
    pub fn delete_material(&self, media_id: &str) -> Result<(), ClientError> {
        check::media_id("media_id", media_id)?;
        self.command(&DELETE, &media_id_body(&DELETE, media_id)?)
    }
}

/// A body that is one `media_id`.
pub(super) fn media_id_body(endpoint: &Endpoint, media_id: &str) -> Result<Body, ClientError> {
    json(endpoint, &wire::MediaId { media_id: media_id.to_owned() })
}

fn upload(material: NewMaterial<'_>) -> Result<(&'static str, Body), ClientError> {
    let file =
        |name, mime, bytes: &[u8], description| Body::File { name, mime, bytes: bytes.to_vec(), description };
    Ok(match material {
        NewMaterial::Image(bytes) => {
            check::bytes("media", bytes.len(), limits::MATERIAL_IMAGE_BYTES)?;
            (
                "image",
                picture_body(accepted(bytes, &[Format::Jpeg, Format::Png, Format::Gif, Format::Bmp])?, bytes),
            )
        }
        NewMaterial::Thumb(bytes) => {
            check::bytes("media", bytes.len(), limits::MATERIAL_THUMB_BYTES)?;
            ("thumb", picture_body(accepted(bytes, &[Format::Jpeg])?, bytes))
        }
        NewMaterial::Voice(bytes) => {
            check::bytes("media", bytes.len(), limits::MATERIAL_VOICE_BYTES)?;
            ("voice", file("voice.mp3", "audio/mpeg", bytes, None))
        }
        NewMaterial::Video { bytes, title, introduction } => {
            check::bytes("media", bytes.len(), limits::MATERIAL_VIDEO_BYTES)?;
            check::present("description.title", title)?;
            let description = json!({"title": title, "introduction": introduction}).to_string();
            ("video", file("video.mp4", "video/mp4", bytes, Some(description)))
        }
    })
}

fn accepted(bytes: &[u8], formats: &[Format]) -> Result<Format, ClientError> {
    let format = picture::probe(bytes)?.format;
    if formats.contains(&format) {
        Ok(format)
    } else {
        Err(PictureError::Unsupported { kind: format.name() }.into())
    }
}
