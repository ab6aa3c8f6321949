//! `media/uploadimg`: pictures inside articles; and how an uploaded file is read from a request.

use serde_json::json;

use super::answer::{Answer, Outcome, Refusal, refuse};
use super::endpoint::Endpoint;
use super::material::Picture;
use super::request::{Part, Scene};
use super::sniff::Format;
use super::state::Book;
use crate::wechat::limits;

pub(super) const ENDPOINTS: &[Endpoint] = &[Endpoint::post("/cgi-bin/media/uploadimg", uploadimg).raw()];

/// The part named `media`: 41005 without it, 40005 without a file name that has an extension, 44001 when empty.
pub(super) fn uploaded<'a>(scene: &Scene<'a>) -> Result<&'a Part, Refusal> {
    let part = scene.request.parts.iter().find(|part| part.name == "media");
    let part = part.ok_or_else(|| Refusal::new(41005))?;
    let name = part.file_name.as_deref().unwrap_or_default();
    if !name.rsplit_once('.').is_some_and(|(stem, extension)| !stem.is_empty() && !extension.is_empty()) {
        return refuse(40005);
    }
    if part.bytes.is_empty() {
        return refuse(44001);
    }
    Ok(part)
}

fn uploadimg(scene: &mut Scene<'_>, book: &mut Book) -> Outcome {
    let part = uploaded(scene)?;
    let format = Format::of(&part.bytes)
        .filter(|format| matches!(format, Format::Png | Format::Jpeg))
        .ok_or_else(|| Refusal::new(40005))?;
    if part.bytes.len() >= limits::UPLOADIMG_BYTES_REFUSED {
        return refuse(40009);
    }
    let digest = scene.blobs.put(&part.bytes).map_err(|_| Refusal::new(-1))?;
    let id = book.next_id();
    let url = format.picture_url(&id);
    book.pictures.push(Picture { id, format, digest });
    Ok(Answer::Json(json!({"url": url})))
}
