//! Messages of HTTP: request or status line, fields, body.

use super::super::languages::data;
use super::super::paint::Paint;
use super::super::role::Role;
use super::super::scan;
use super::markup;

/// Requests and answers.
pub(in super::super) fn http(paint: &mut Paint<'_>) {
    while !paint.done() {
        let line = paint.line();
        let end = paint.line_end();
        let first = line.split(' ').next().unwrap_or("");
        let field = line.find(": ").or_else(|| line.ends_with(':').then(|| line.len() - 1));
        if line.starts_with("###") || line.starts_with("# ") || line.starts_with("//") {
            paint.to(end, Role::Comment);
        } else if line.starts_with("HTTP/") {
            paint.step(first.len(), Role::Keyword);
            paint.blanks();
            let code = paint.until(paint.at(), |byte| !byte.is_ascii_digit());
            paint.to(code, Role::Number);
        } else if matches!(
            first,
            "GET" | "POST" | "PUT" | "DELETE" | "PATCH" | "HEAD" | "OPTIONS" | "CONNECT" | "TRACE"
        ) {
            paint.step(first.len(), Role::Keyword);
            paint.blanks();
            let url = paint.until(paint.at(), |byte| matches!(byte, b' ' | b'\n'));
            paint.to(url, Role::String);
            paint.blanks();
            paint.to(end, Role::Keyword);
        } else if let Some(length) =
            field.filter(|length| !line.get(..*length).unwrap_or(" ").contains([' ', '"', '{']))
        {
            paint.step(length, Role::Attribute);
            paint.step(1, Role::Punctuation);
            paint.to(end, Role::Plain);
        } else if line.trim_start().starts_with(['{', '[']) {
            let body = body_end(paint);
            paint.within(body, |paint| scan::paint(&data::JSON, paint));
        } else if line.starts_with('<') {
            let body = body_end(paint);
            paint.within(body, markup::html);
        }
        paint.to(end, Role::Plain);
        if !paint.done() {
            paint.step(1, Role::Plain);
        }
    }
}

/// A body ends where another message begins.
fn body_end(paint: &Paint<'_>) -> usize {
    paint.find("\n\nHTTP/").or_else(|| paint.find("\n###")).unwrap_or(paint.limit())
}
