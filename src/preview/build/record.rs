//! What is remembered of an article that was built: enough to build the site again around it without reading it.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::calendar::Planned;
use super::super::index::Position;
use super::related::Named;
use crate::base::digest::Digest;
use crate::base::pack::{Pack, Packer, Unpacker, packed};
use crate::finding::saved::Saved;

/// Files and their digests.
pub(super) type Digests = Vec<(String, Digest)>;

/// An article as it stands in a build.
#[derive(Debug, Clone)]
pub(super) struct Record {
    /// The article itself.
    pub(super) own: Own,
    /// What else decided about it: files of the theme, drawings, fonts.
    pub(super) sources: Arc<Digests>,
}

/// What belongs to one article alone.
#[derive(Debug, Clone)]
pub(super) struct Own {
    /// Path of its Markdown file.
    pub(super) path: String,
    /// What ties it to other articles: its uid, and the name of its edition.
    pub(super) keys: Vec<String>,
    /// Files that it was made of, beside its Markdown file and its theme: pictures, found or not.
    pub(super) reads: Vec<String>,
    /// Its files in the build, with their digests: the fragment, the page.
    pub(super) files: Digests,
    /// Picture files of the build that it shows, cover included.
    pub(super) pictures: Vec<String>,
    /// Its entry in the manifest.
    pub(super) entry: String,
    /// Where it stands on the index.
    pub(super) position: Position,
    /// Its card on the index.
    pub(super) card: String,
    /// What it adds to the calendar.
    pub(super) planned: Vec<Planned>,
    /// Path of its cover in the build; `""`: none.
    pub(super) cover: String,
    /// How the cover lies in the wide and in the square box, as CSS.
    pub(super) crops: Vec<String>,
    /// Minutes to read it.
    pub(super) minutes: u64,
    /// What others call it, and where it goes.
    pub(super) named: Named,
    /// The account that it was rendered for.
    pub(super) account: String,
    /// Names of other articles that it links to.
    pub(super) related: Vec<String>,
    /// Digest of what was known of them.
    pub(super) answers: Digest,
    /// What loading said about it and the files of its bundle.
    pub(super) loading: Vec<Saved>,
    /// What rendering said.
    pub(super) rendering: Vec<Saved>,
}

packed! {
    Own { path, keys, reads, files, pictures, entry, position, card, planned, cover, crops, minutes, named, account, related, answers, loading, rendering }
}

impl Record {
    /// Whether fonts had a part in it: words were drawn, on its cover or elsewhere.
    pub(super) fn has_text_in_pictures(&self) -> bool {
        self.sources.iter().any(|(path, _)| !path.starts_with("layouts/"))
    }
}

impl Own {
    /// The folder that is the article's own, when it is a bundle.
    pub(super) fn bundle(&self) -> Option<&str> {
        self.path.strip_suffix("/index.md")
    }
}

/// Packs records; what many have in common is written once.
pub(super) fn pack(records: &[&Record], out: &mut Packer) {
    let mut known: HashMap<&Digests, u64> = HashMap::new();
    let mut tables: Vec<&Digests> = Vec::new();
    let numbers: Vec<u64> = records
        .iter()
        .map(|record| {
            *known.entry(record.sources.as_ref()).or_insert_with(|| {
                tables.push(&record.sources);
                tables.len() as u64 - 1
            })
        })
        .collect();
    out.number(tables.len() as u64);
    tables.iter().for_each(|table| table.pack(out));
    out.number(records.len() as u64);
    // Nearly all of it is text; room for that is made once.
    out.bytes
        .reserve(records.iter().map(|record| record.own.entry.len() + record.own.card.len() + 640).sum());
    for (record, table) in records.iter().zip(numbers) {
        out.number(table);
        record.own.pack(out);
    }
}

/// Reads records back.
pub(super) fn unpack(bytes: &[u8]) -> Option<Vec<Record>> {
    let mut from = Unpacker::new(bytes);
    let tables: Vec<Arc<Digests>> = Vec::<Digests>::unpack(&mut from)?.into_iter().map(Arc::new).collect();
    let count = usize::try_from(from.number()?).ok()?;
    let mut records = Vec::with_capacity(count.min(bytes.len() / size_of::<Own>()));
    for _ in 0..count {
        let table = usize::try_from(from.number()?).ok()?;
        let sources = Arc::clone(tables.get(table)?);
        records.push(Record { own: Own::unpack(&mut from)?, sources });
    }
    from.is_done().then_some(records)
}
