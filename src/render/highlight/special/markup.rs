//! HTML, XML, Vue, WXML and their like: tags, attributes, entities, and the languages inside them.

use super::super::languages::web;
use super::super::paint::{Paint, begins_name, is_name};
use super::super::role::Role;
use super::super::scan;
use super::css;

/// Longest code in double braces, in bytes.
const MAX_BRACES: usize = 400;

/// HTML and what grew out of it: scripts and styles inside, code in double braces.
pub(in super::super) fn html(paint: &mut Paint<'_>) {
    document(paint, true);
}

/// XML: elements only.
pub(in super::super) fn xml(paint: &mut Paint<'_>) {
    document(paint, false);
}

fn document(paint: &mut Paint<'_>, html: bool) {
    while !paint.done() {
        let text = paint.until(paint.at(), |byte| matches!(byte, b'<' | b'&' | b'{'));
        paint.to(text, Role::Plain);
        match paint.byte(0) {
            b'<' => tag(paint, html),
            b'&' => entity(paint),
            b'{' if html && paint.byte(1) == b'{' => braces(paint),
            _ => paint.step(1, Role::Plain),
        }
    }
}

fn tag(paint: &mut Paint<'_>, html: bool) {
    if paint.starts("<!--") {
        let end = paint.find("-->").map_or(paint.limit(), |at| at + 3);
        return paint.to(end, Role::Comment);
    }
    if paint.starts("<![CDATA[") {
        paint.step(9, Role::Keyword);
        let end = paint.find("]]>").unwrap_or(paint.limit());
        paint.to(end, Role::String);
        return paint.step(3, Role::Keyword);
    }
    if paint.starts("<?php") || paint.starts("<?=") {
        let start = if paint.starts("<?=") { 3 } else { 5 };
        paint.step(start, Role::Keyword);
        let end = paint.find("?>").unwrap_or(paint.limit());
        paint.within(end, |paint| scan::paint(&web::PHP, paint));
        return paint.step(2, Role::Keyword);
    }
    let mark = match paint.byte(1) {
        b'/' | b'!' | b'?' => 2,
        _ => 1,
    };
    if !begins_name(paint.byte(mark)) {
        return paint.step(1, Role::Plain);
    }
    let open = mark == 1;
    paint.step(mark, Role::Punctuation);
    let end = paint.until(paint.at(), |byte| !is_name(byte) && !matches!(byte, b'-' | b':' | b'.'));
    let name = paint.slice(paint.at(), end).to_ascii_lowercase();
    paint.to(end, Role::Keyword);
    let closed = attributes(paint);
    if html && open && !closed && matches!(name.as_str(), "script" | "style" | "wxs") {
        embedded(paint, &name);
    }
}

/// Attributes up to the end of the tag. Tells whether the element is closed at once.
fn attributes(paint: &mut Paint<'_>) -> bool {
    while !paint.done() {
        match paint.byte(0) {
            b'>' => {
                paint.step(1, Role::Punctuation);
                return false;
            }
            b'/' | b'?' if paint.byte(1) == b'>' => {
                paint.step(2, Role::Punctuation);
                return true;
            }
            // A tag that does not end: the next one begins.
            b'<' => return true,
            quote @ (b'"' | b'\'') => {
                let end = paint.until(paint.at() + 1, |byte| byte == quote);
                paint.to(end + 1, Role::String);
            }
            b'=' => {
                paint.step(1, Role::Punctuation);
                paint.blanks();
                if !matches!(paint.byte(0), b'"' | b'\'' | b'>') {
                    let end = paint.until(paint.at(), |byte| byte.is_ascii_whitespace() || byte == b'>');
                    paint.to(end, Role::String);
                }
            }
            byte if is_name(byte) || matches!(byte, b'@' | b':' | b'#' | b'v' | b'*' | b'[' | b'(') => {
                let end = paint.until(paint.at() + 1, |byte| {
                    byte.is_ascii_whitespace() || matches!(byte, b'=' | b'>' | b'/' | b'<' | b'"' | b'\'')
                });
                paint.to(end, Role::Attribute);
            }
            _ => paint.step(1, Role::Plain),
        }
    }
    true
}

/// What stands in a script or style element, up to its end tag.
fn embedded(paint: &mut Paint<'_>, name: &str) {
    let close = format!("</{name}");
    let end = paint.find(&close).unwrap_or(paint.limit());
    paint.within(
        end,
        |paint| {
            if name == "style" { css::css(paint) } else { scan::paint(&web::TYPESCRIPT, paint) }
        },
    );
}

/// `{{ code }}` of templates.
fn braces(paint: &mut Paint<'_>) {
    let close = paint.near_text(paint.at(), MAX_BRACES, "}}");
    let Some(close) = close else { return paint.step(2, Role::Plain) };
    paint.step(2, Role::Punctuation);
    paint.within(close, |paint| scan::paint(&web::TYPESCRIPT, paint));
    paint.step(2, Role::Punctuation);
}

fn entity(paint: &mut Paint<'_>) {
    let end = paint.until(paint.at() + 1, |byte| !(byte.is_ascii_alphanumeric() || byte == b'#'));
    let found = paint.byte_at(end) == b';' && end > paint.at() + 1;
    if found { paint.to(end + 1, Role::Constant) } else { paint.step(1, Role::Plain) }
}
