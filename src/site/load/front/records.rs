//! Where facts, proofs, texts and exceptions come from.

use super::{path, plain};
use crate::site::{Evidence, Located, Repost, Rights, Source, Waiver};
use crate::source::yaml::Reader;

pub(super) fn sources(reader: &mut Reader<'_, '_>) -> Vec<Located<Source>> {
    reader.maps("sources", |reader| {
        let title = reader.required_text("title");
        let (url, date) = (plain(reader.text("url")), reader.date("date"));
        Some(Source { title: title?.value, url, date: date.map(|date| date.value) })
    })
}

pub(super) fn evidence(reader: &mut Reader<'_, '_>) -> Vec<Located<Evidence>> {
    reader.maps("evidence", |reader| {
        let claim = reader.required_text("claim");
        let file = reader.text("file").and_then(|file| path(&file, reader.findings()));
        let (issuer, date, url) = (reader.text("issuer"), reader.date("date"), reader.text("url"));
        Some(Evidence {
            claim: claim?.value,
            issuer: plain(issuer),
            date: date.map(|date| date.value),
            file,
            url: plain(url),
        })
    })
}

pub(super) fn rights(reader: &mut Reader<'_, '_>) -> Rights {
    let images = [("own", "own"), ("records", "records")];
    reader
        .merged("rights", |reader| Rights {
            text: plain(reader.text("text")),
            images: reader.choice("images", &images).map(|images| images.value.to_owned()),
        })
        .unwrap_or_default()
}

pub(super) fn repost(reader: &mut Reader<'_, '_>) -> Option<Located<Repost>> {
    let read = reader.map("repost", |reader| {
        let author = reader.required_text("author");
        let source = reader.required_text("source");
        let (url, title, editor) = (reader.text("url"), reader.text("title"), reader.text("editor"));
        let (authorised_by, proof) = (reader.text("authorised_by"), reader.text("proof"));
        let allow_modify = reader.located_flag("allow_modify");
        Some(Repost {
            author: author?,
            source: source?,
            url,
            title,
            editor,
            authorised_by,
            proof,
            allow_modify,
        })
    })?;
    let place = read.place;
    read.value.map(|repost| Located::new(repost, place))
}

pub(super) fn waivers(reader: &mut Reader<'_, '_>) -> Vec<Located<Waiver>> {
    reader.maps("sensitive_ok", |reader| {
        let rule = reader.required_text("rule");
        // One without a reason is a finding of the rules, beside the other things that can be wrong with it.
        let reason = plain(reader.text("reason")).unwrap_or_default();
        let (text, by, expires) = (reader.text("text"), reader.text("by"), reader.date("expires"));
        Some(Waiver {
            rule: rule?.value,
            text: plain(text),
            reason,
            by: plain(by),
            expires: expires.map(|expires| expires.value),
        })
    })
}
