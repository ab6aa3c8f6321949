//! The pictures that readers of an article get to see, and what is on record about them.

use std::collections::BTreeSet;

use super::document::Document;
use super::reference::{self, Target};
use crate::site::Record;
use crate::source::plain::ReferenceKind;

/// The records of the pictures in the body and of the cover, each once, by path.
pub(crate) fn records<'a>(document: &Document<'a>) -> impl Iterator<Item = &'a Record> {
    let article = document.article();
    let mut files = BTreeSet::new();
    if let Some(article) = article
        && !article.records.is_empty()
    {
        let cover = article.front.cover.as_ref().and_then(|cover| cover.image());
        files.extend(cover.map(str::to_owned));
        let images = document.plain.references.iter();
        for image in images.filter(|reference| reference.kind == ReferenceKind::Image) {
            if let Target::File(path) = reference::target(article, &image.target) {
                files.insert(path);
            }
        }
    }
    files.into_iter().filter_map(move |path| article?.records.get(&path))
}
