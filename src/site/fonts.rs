//! `fonts` of `qianfa.yaml`: files of the site that text in pictures is set in.

use std::sync::Arc;

use super::Located;
use super::load::{CONFIG, LIMITS};
use crate::base::message::site as text;
use crate::finding::{Finding, Findings};
use crate::source::tree::Tree;
use crate::source::yaml::{self, Reader, Value};
use crate::source::{SourceFile, rule};

/// The key.
const KEY: &str = "fonts";

/// The files named; one that is not there is reported and left out.
pub(super) fn take(reader: &mut Reader<'_, '_>, tree: &dyn Tree) -> Vec<Located<String>> {
    let mut fonts = reader.texts(KEY);
    fonts.retain(|font| {
        let there = tree.contains(&font.value);
        if !there {
            let message = text::font_missing(&font.value);
            let finding =
                Finding::error(rule::VALUE, font.place.clone(), message).help(text::font_missing_help());
            reader.findings().push(finding);
        }
        there
    });
    fonts
}

/// The files that `qianfa.yaml` of `tree` names, if there is one, without loading the site.
pub fn fonts(tree: &dyn Tree) -> Vec<String> {
    let Some(text) = tree.read(CONFIG, LIMITS.yaml).ok().and_then(|bytes| String::from_utf8(bytes).ok())
    else {
        return Vec::new();
    };
    let file = Arc::new(SourceFile::new(CONFIG, text));
    let Some((node, place)) = yaml::parse(&file, 0..file.text().len()).0 else { return Vec::new() };
    // What is wrong with the file is said by who loads the site.
    let mut findings = Findings::new();
    let value = Value { name: "", node: &node, place: &place };
    let Some(mut reader) = Reader::open(&[value], &mut findings) else { return Vec::new() };
    take(&mut reader, tree).into_iter().map(|font| font.value).collect()
}
