//! What a mass message or a preview holds: `msgtype` and the object of its branch.

use serde_json::Value;

use crate::sandbox::answer::{Refusal, refuse};
use crate::sandbox::body::Fields;
use crate::sandbox::draft::Stored;
use crate::sandbox::state::Book;

/// The content of a message, checked.
pub(super) struct Content {
    pub(super) msgtype: String,
    /// Of `mpnews`.
    pub(super) draft: Option<String>,
    /// Of `mpnews`.
    pub(super) articles: Vec<Stored>,
}

impl Content {
    /// Reads and checks the branch: 40008 for an unknown type, 40007 for an unknown id, 44004 for an empty text.
    pub(super) fn read(fields: Fields<'_>, book: &Book) -> Result<Self, Refusal> {
        let msgtype = fields.text("msgtype")?;
        let branch = fields.inner(msgtype);
        let mut content = Self { msgtype: msgtype.to_owned(), draft: None, articles: Vec::new() };
        match msgtype {
            "mpnews" => {
                let media_id = branch.id("media_id");
                content.articles.clone_from(&book.draft(&media_id)?.articles);
                content.draft = Some(media_id);
            }
            "text" => {
                if branch.text("content")?.is_empty() {
                    return refuse(44004);
                }
            }
            "image" => images(fields, book)?,
            "voice" | "mpvideo" => known(book, &branch.id("media_id"))?,
            "wxcard" => return refuse(45113),
            _ => return refuse(40008),
        }
        Ok(content)
    }
}

/// `images{media_ids}`, or the older `image{media_id}`.
fn images(fields: Fields<'_>, book: &Book) -> Result<(), Refusal> {
    match fields.inner("images").raw("media_ids").and_then(Value::as_array) {
        Some(list) if list.is_empty() => refuse(40007),
        Some(list) => list.iter().try_for_each(|media_id| known(book, media_id.as_str().unwrap_or_default())),
        None => known(book, &fields.inner("image").id("media_id")),
    }
}

fn known(book: &Book, media_id: &str) -> Result<(), Refusal> {
    book.material(media_id).map(|_| ()).ok_or_else(|| Refusal::new(40007))
}
