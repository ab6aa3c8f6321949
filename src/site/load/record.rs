//! Reading records of pictures, sounds and films.

use std::sync::{Arc, LazyLock};

use super::front::{AI, path};
use crate::site::{Located, Record, RecordDetails};
use crate::source::yaml::{Reader, Spelling};

/// Other spellings of a record's keys.
const SPELLINGS: &[Spelling] = &[
    Spelling::same("license", "licence"),
    Spelling::same("licence_url", "source_url"),
    Spelling::same("url", "source_url"),
    Spelling::same("image", "file"),
    Spelling::same("path", "file"),
    Spelling::same("scope", "licence_scope"),
    Spelling::same("location", "place"),
    Spelling::same("consent", "consent_file"),
    Spelling::same("ocr", "text"),
    Spelling::same("photographer", "shot_by"),
];

/// Keys that few records have, in the order in which they are read.
const RARE: &[&str] = &[
    "licence_scope",
    "tags",
    "people",
    "consent_file",
    "consent_expires",
    "guardian_consent",
    "map_review_no",
    "masked",
    "shot_at",
    "shot_by",
    "place",
    "text",
    "qr_target",
    "fonts",
    "kind",
];

/// A record whose `file` is a file of the site.
pub(super) fn picture(reader: &mut Reader<'_, '_>) -> Option<Record> {
    let file = reader.required_text("file").and_then(|file| path(&file, reader.findings()));
    read(reader, file)
}

/// A record whose `file` may as well be an address or a name.
pub(super) fn medium(reader: &mut Reader<'_, '_>) -> Option<Record> {
    let file = reader.required_text("file").map(|file| file.value);
    read(reader, file)
}

fn read(reader: &mut Reader<'_, '_>, file: Option<String>) -> Option<Record> {
    reader.spellings(SPELLINGS);
    let record = Record {
        file: String::new(),
        author: reader.text("author"),
        own: reader.flag("own").unwrap_or(false),
        source: reader.text("source"),
        source_url: reader.text("source_url"),
        licence: reader.text("licence"),
        proof: reader.text("proof"),
        made_at: reader.date("made_at"),
        expires: reader.date("expires"),
        ai: reader.choice("ai", &AI),
        details: details(reader),
        place: reader.place().clone(),
    };
    Some(Record { file: file?, ..record })
}

/// `key` as a path from the root of the site.
pub(super) fn file(reader: &mut Reader<'_, '_>, key: &'static str) -> Option<Located<String>> {
    let written = reader.text(key)?;
    let path = path(&written, reader.findings())?;
    Some(Located::new(path, written.place))
}

fn details(reader: &mut Reader<'_, '_>) -> Arc<RecordDetails> {
    static NONE: LazyLock<Arc<RecordDetails>> = LazyLock::new(Arc::default);
    if !reader.has_any(RARE) {
        return Arc::clone(&NONE);
    }
    Arc::new(RecordDetails {
        licence_scope: reader.words("licence_scope"),
        tags: reader.words("tags"),
        people: reader.words("people"),
        consent_file: file(reader, "consent_file"),
        consent_expires: reader.date("consent_expires"),
        guardian_consent: file(reader, "guardian_consent"),
        map_review_no: reader.text("map_review_no"),
        masked: reader.located_flag("masked"),
        shot_at: reader.date("shot_at"),
        shot_by: reader.text("shot_by"),
        shot_place: reader.text("place"),
        text: reader.text("text"),
        qr_target: reader.text("qr_target"),
        fonts: reader.words("fonts"),
        kind: reader.word("kind", &["music", "sound", "video"]),
    })
}
