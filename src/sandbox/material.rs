//! Permanent material: adding, reading, listing, counting, deleting.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::answer::{Answer, Outcome, Refusal, refuse};
use super::endpoint::Endpoint;
use super::media::uploaded;
use super::request::Scene;
use super::sniff::Format;
use super::state::Book;
use crate::base::digest::Digest;
use crate::wechat::limits;

pub(super) const ENDPOINTS: &[Endpoint] = &[
    Endpoint::post("/cgi-bin/material/add_material", add).raw(),
    Endpoint::post("/cgi-bin/material/get_material", read),
    Endpoint::post("/cgi-bin/material/batchget_material", list),
    Endpoint::get("/cgi-bin/material/get_materialcount", count),
    Endpoint::post("/cgi-bin/material/del_material", delete),
];

/// A picture at a platform address, from `uploadimg` or of an image material.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Picture {
    /// The part of the address between folder and size.
    pub(super) id: String,
    pub(super) format: Format,
    pub(super) digest: Digest,
}

/// A permanent material.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Material {
    pub(super) media_id: String,
    pub(super) kind: MaterialKind,
    pub(super) name: String,
    pub(super) format: Format,
    pub(super) digest: Digest,
    pub(super) added: Timestamp,
    /// Address of an image, empty for other kinds.
    pub(super) url: String,
    /// Of a video.
    title: String,
    introduction: String,
}

/// The kinds of permanent material.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum MaterialKind {
    Image,
    Voice,
    Video,
    Thumb,
}

impl MaterialKind {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "image" => Self::Image,
            "voice" => Self::Voice,
            "video" => Self::Video,
            "thumb" => Self::Thumb,
            _ => return None,
        })
    }

    /// Refuses files that the kind does not take.
    fn check(self, format: Option<Format>, size: usize) -> Result<Format, Refusal> {
        use Format::{Amr, Bmp, Gif, Jpeg, Mp3, Mp4, Png, Wav, Wma};
        let (formats, most, too_large): (&[Format], usize, i64) = match self {
            Self::Image => (&[Bmp, Png, Jpeg, Gif], limits::MATERIAL_IMAGE_BYTES, 40009),
            Self::Thumb => (&[Jpeg], limits::MATERIAL_THUMB_BYTES, 40006),
            Self::Voice => (&[Mp3, Wma, Wav, Amr], limits::MATERIAL_VOICE_BYTES, 45001),
            Self::Video => (&[Mp4], limits::MATERIAL_VIDEO_BYTES, 45001),
        };
        let format = format.filter(|format| formats.contains(format)).ok_or_else(|| Refusal::new(40005))?;
        if size > most { refuse(too_large) } else { Ok(format) }
    }

    fn library_limit(self) -> usize {
        if self == Self::Image { limits::LIBRARY_IMAGES } else { limits::LIBRARY_OTHERS }
    }
}

impl Book {
    /// A living material.
    pub(super) fn material(&self, media_id: &str) -> Option<&Material> {
        self.materials.iter().find(|material| material.media_id == media_id)
    }

    /// A living permanent picture that may serve as a cover: 40007 otherwise.
    pub(super) fn cover(&self, media_id: &str) -> Result<&Material, Refusal> {
        self.material(media_id)
            .filter(|material| matches!(material.kind, MaterialKind::Image | MaterialKind::Thumb))
            .ok_or_else(|| Refusal::new(40007))
    }

    fn of_kind(&self, kind: MaterialKind) -> impl DoubleEndedIterator<Item = &Material> {
        self.materials.iter().filter(move |material| material.kind == kind)
    }
}

fn add(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let kind =
        scene.request.parameter("type").and_then(MaterialKind::of).ok_or_else(|| Refusal::new(40004))?;
    let part = uploaded(scene)?;
    let format = kind.check(Format::of(&part.bytes), part.bytes.len())?;
    let (title, introduction) = match kind {
        MaterialKind::Video => description(scene)?,
        _ => Default::default(),
    };
    if book.of_kind(kind).count() >= kind.library_limit() {
        return refuse(45001);
    }
    let digest = scene.blobs.put(&part.bytes).map_err(|_| Refusal::new(-1))?;
    let media_id = book.next_id();
    let mut url = String::new();
    if kind == MaterialKind::Image {
        let id = book.next_id();
        url = format.picture_url(&id);
        book.pictures.push(Picture { id, format, digest });
    }
    let answer = match kind {
        MaterialKind::Image => json!({"media_id": media_id, "url": url}),
        _ => json!({"media_id": media_id}),
    };
    let name = part.file_name.clone().unwrap_or_default();
    book.materials.push(Material {
        media_id,
        kind,
        name,
        format,
        digest,
        added: scene.now,
        url,
        title,
        introduction,
    });
    Ok(Answer::Json(answer))
}

/// The part `description` of a video: JSON with a title.
fn description(scene: &Scene<'_>) -> Result<(String, String), Refusal> {
    let part = scene.request.parts.iter().find(|part| part.name == "description");
    let part = part.ok_or_else(|| Refusal::new(40035))?;
    let value: Value = serde_json::from_slice(&part.bytes).map_err(|_| Refusal::new(47001))?;
    let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    if text("title").is_empty() {
        return refuse(40035);
    }
    Ok((text("title"), text("introduction")))
}

fn read(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let material = book.material(&scene.fields().id("media_id")).ok_or_else(|| Refusal::new(40007))?;
    if material.kind == MaterialKind::Video {
        let url = format!("{}/_sandbox/material/{}", scene.request.origin, material.media_id);
        return Ok(Answer::Json(
            json!({"title": material.title, "description": material.introduction, "down_url": url}),
        ));
    }
    let bytes = scene.blobs.get(&material.digest).ok_or_else(|| Refusal::new(-1))?;
    Ok(Answer::Bytes { content_type: material.format.content_type(), name: material.name.clone(), bytes })
}

fn list(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let fields = scene.fields();
    let kind = match fields.text("type")? {
        // Articles of the retired kind: nobody can add any.
        "news" => None,
        "thumb" => return refuse(40004),
        name => Some(MaterialKind::of(name).ok_or_else(|| Refusal::new(40004))?),
    };
    let (offset, count) = fields.page()?;
    let all: Vec<&Material> = kind.map(|kind| book.of_kind(kind).rev().collect()).unwrap_or_default();
    let item: Vec<Value> = all.iter().skip(offset).take(count).map(|material| entry(material)).collect();
    Ok(Answer::Json(json!({"total_count": all.len(), "item_count": item.len(), "item": item})))
}

fn entry(material: &Material) -> Value {
    json!({
        "media_id": material.media_id,
        "name": material.name,
        "update_time": material.added.as_second(),
        "url": material.url,
    })
}

fn count(_: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let count = |kind| book.of_kind(kind).count();
    Ok(Answer::Json(json!({
        "voice_count": count(MaterialKind::Voice),
        "video_count": count(MaterialKind::Video),
        "image_count": count(MaterialKind::Image),
        "news_count": 0,
    })))
}

fn delete(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let media_id = scene.fields().id("media_id");
    let before = book.materials.len();
    book.materials.retain(|material| material.media_id != media_id);
    if book.materials.len() == before { refuse(40007) } else { Ok(Answer::ok()) }
}
