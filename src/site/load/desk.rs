//! Reading `desk/columns.yaml` and the picture records in `rights.yaml`.

use std::collections::BTreeMap;

use super::front::{AI, path};
use super::text::Texts;
use crate::base::message::{site as text, source};
use crate::finding::{Finding, Findings};
use crate::site::{Column, Desk, Located, Record};
use crate::source::rule;
use crate::source::tree::Tree;
use crate::source::yaml::{self, Reader, Value};

/// File of the columns.
pub(super) const COLUMNS: &str = "desk/columns.yaml";

/// Reads the desk's files.
pub(super) fn desk(tree: &dyn Tree, findings: &mut Findings) -> Desk {
    let mut columns: Vec<Column> = Vec::new();
    if !tree.contains(COLUMNS) {
        return Desk { columns };
    }
    document(tree, COLUMNS, findings, |reader| {
        reader.require("columns");
        let read = reader.maps("columns", |reader| {
            let id = reader.required_text("id");
            let name = reader.required_text("name");
            let about = reader.text("about").map(|about| about.value);
            Some(Column { id: id?, name: name?, about })
        });
        for Located { value: column, .. } in read {
            let twin = columns.iter().find(|seen| seen.id == column.id || seen.name == column.name);
            if let Some(twin) = twin {
                let finding =
                    Finding::error(rule::DUPLICATE, column.id.place.clone(), text::column_twice(&*column.id))
                        .label(twin.id.place.clone(), source::first_here());
                reader.findings().push(finding);
            } else {
                columns.push(column);
            }
        }
    });
    Desk { columns }
}

/// Reads a `rights.yaml`: records of pictures by their path from the root of the site.
pub(super) fn rights(tree: &dyn Tree, file: &str, findings: &mut Findings) -> BTreeMap<String, Record> {
    let mut records: BTreeMap<String, Record> = BTreeMap::new();
    document(tree, file, findings, |reader| {
        reader.require("images");
        for Located { value: record, place } in reader.maps("images", record) {
            if let Some(first) = records.get(&record.file) {
                let finding = Finding::error(rule::DUPLICATE, place, text::record_twice(&record.file))
                    .label(first.place.clone(), source::first_here());
                reader.findings().push(finding);
            } else {
                records.insert(record.file.clone(), Record { place, ..record });
            }
        }
    });
    records
}

fn record(reader: &mut Reader<'_, '_>) -> Option<Record> {
    let file = reader.required_text("file").and_then(|file| path(&file, reader.findings()));
    let record = Record {
        file: String::new(),
        author: reader.text("author").map(|author| author.value),
        own: reader.flag("own").unwrap_or(false),
        source: reader.text("source").map(|source| source.value),
        licence: reader.text("licence").map(|licence| licence.value),
        proof: reader.text("proof").map(|proof| proof.value),
        made_at: reader.date("made_at").map(|date| date.value),
        expires: reader.date("expires").map(|date| date.value),
        ai: reader.choice("ai", &AI).map(|ai| ai.value),
        people: reader.texts("people").into_iter().map(|person| person.value).collect(),
        map_review_no: reader.text("map_review_no").map(|number| number.value),
        shot_at: reader.date("shot_at").map(|date| date.value),
        shot_place: reader.text("place").map(|place| place.value),
        place: reader.place().clone(),
    };
    Some(Record { file: file?, ..record })
}

/// Reads a YAML document that is a map.
fn document(tree: &dyn Tree, path: &str, findings: &mut Findings, read: impl FnOnce(&mut Reader<'_, '_>)) {
    let Some(file) = Texts::new(tree).yaml(path, findings) else { return };
    let (root, problems) = yaml::parse(&file, 0..file.text().len());
    findings.extend(problems);
    let Some((node, place)) = root else { return };
    if let Some(mut reader) = Reader::open(&[Value { name: "", node: &node, place: &place }], findings) {
        read(&mut reader);
        reader.finish();
    }
}
