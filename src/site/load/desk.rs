//! Reading `desk/columns.yaml` and the picture records in `rights.yaml`.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::tz::TimeZone;

use super::text::Texts;
use super::{papers, record};
use crate::base::message::{site as text, source};
use crate::finding::{Finding, Findings, Place};
use crate::site::{Column, Desk, Located, Record};
use crate::source::tree::Tree;
use crate::source::yaml::{self, Node, Reader, Value};
use crate::source::{SourceFile, rule};

/// File of the columns.
pub(super) const COLUMNS: &str = "desk/columns.yaml";

/// Reads the desk's files.
pub(super) fn desk(tree: &dyn Tree, zone: &TimeZone, findings: &mut Findings) -> Desk {
    let mut desk = Desk::default();
    if tree.contains(COLUMNS) {
        desk.columns = columns(tree, findings);
    }
    papers::load(tree, &mut desk, zone, findings);
    desk
}

fn columns(tree: &dyn Tree, findings: &mut Findings) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
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
    columns
}

/// Reads a `rights.yaml`: records of pictures by their path from the root of the site.
pub(super) fn rights(tree: &dyn Tree, file: &str, findings: &mut Findings) -> BTreeMap<String, Record> {
    let mut records: BTreeMap<String, Record> = BTreeMap::new();
    document(tree, file, findings, |reader| {
        reader.require("images");
        let read = reader.maps("images", record::picture);
        add_records(&mut records, read, reader.findings());
    });
    records
}

/// Adds records; a second one about the same file is reported.
pub(super) fn add_records(
    records: &mut BTreeMap<String, Record>,
    more: Vec<Located<Record>>,
    findings: &mut Findings,
) {
    for Located { value: record, place } in more {
        if let Some(first) = records.get(&record.file) {
            let finding = Finding::error(rule::DUPLICATE, place, text::record_twice(&record.file))
                .label(first.place.clone(), source::first_here());
            findings.push(finding);
        } else {
            records.insert(record.file.clone(), Record { place, ..record });
        }
    }
}

/// Reads a YAML document that is a map.
pub(super) fn document(
    tree: &dyn Tree,
    path: &str,
    findings: &mut Findings,
    read: impl FnOnce(&mut Reader<'_, '_>),
) {
    let Some((_, node, place)) = parsed(tree, path, findings) else { return };
    if let Some(mut reader) = Reader::open(&[Value { name: "", node: &node, place: &place }], findings) {
        read(&mut reader);
        reader.finish();
    }
}

/// A YAML document.
pub(super) fn parsed(
    tree: &dyn Tree,
    path: &str,
    findings: &mut Findings,
) -> Option<(Arc<SourceFile>, Node, Place)> {
    let file = Texts::new(tree).yaml(path, findings)?;
    let (root, problems) = yaml::parse(&file, 0..file.text().len());
    findings.extend(problems);
    let (node, place) = root?;
    Some((file, node, place))
}
