//! The calendar for calendar programs: iCalendar, RFC 5545.

use std::fmt::Write as _;

use super::{Edition, Planned, editions};
use crate::base::digest::Digest;
use crate::base::message::{Lang, calendar as text};
use crate::site::Config;

/// Octets of a line, its end not counted.
const LINE: usize = 75;

/// The calendar of everything that has a day.
pub(crate) fn file<'p>(config: &Config, planned: impl Iterator<Item = &'p Planned>, lang: Lang) -> String {
    let mut out = String::with_capacity(4096);
    let lang_name = if lang == Lang::Zh { "ZH" } else { "EN" };
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, &format!("PRODID:-//qianfa//calendar//{lang_name}"));
    line(&mut out, "CALSCALE:GREGORIAN");
    line(&mut out, &format!("X-WR-CALNAME:{}", escaped(&config.name.value)));
    line(&mut out, &format!("X-WR-TIMEZONE:{}", escaped(&config.zone_name)));
    for edition in &editions(planned) {
        // What has no instant is in no calendar.
        let _ = event(&mut out, edition, lang);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn event(out: &mut String, edition: &Edition<'_>, lang: Lang) -> Option<()> {
    let (day, first) = (edition.day()?, edition.first()?);
    let instant = edition.instant()?.strftime("%Y%m%dT%H%M%SZ").to_string();
    let start = match edition.when.time.as_str() {
        "" => format!("DTSTART;VALUE=DATE:{}", day.strftime("%Y%m%d")),
        _ => format!("DTSTART:{instant}"),
    };
    let count = edition.articles.len();
    let summary = if count > 1 { text::more(&first.title, count).text(lang) } else { first.title.clone() };
    let status = edition.status(lang);
    let mut about = format!("{} · {} · {status}", first.label, first.mode);
    for article in &edition.articles {
        // Writing to a string does not fail.
        let _ = write!(about, "\n{}", article.title);
    }
    let uid = Digest::of(format!("{} {}", first.account, first.edition)).short();
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{uid}@{}.qianfa", first.account));
    // The moment of the plan itself: the same plan gives the same file.
    line(out, &format!("DTSTAMP:{instant}"));
    line(out, &start);
    line(out, &format!("SUMMARY:{}", escaped(&summary)));
    line(out, &format!("DESCRIPTION:{}", escaped(&about)));
    line(out, &format!("CATEGORIES:{}", escaped(&first.label)));
    line(out, if edition.draft { "STATUS:TENTATIVE" } else { "STATUS:CONFIRMED" });
    line(out, "TRANSP:TRANSPARENT");
    line(out, "END:VEVENT");
    Some(())
}

/// A text as a value.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Writes a line, folded where it is too long; never inside a character.
fn line(out: &mut String, text: &str) {
    let mut width = 0;
    for c in text.chars() {
        if width + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let text = format!("SUMMARY:{}", "签发，".repeat(40));
        let mut out = String::new();
        line(&mut out, &text);
        assert!(out.split("\r\n").all(|line| line.len() <= LINE), "{out}");
        assert_eq!(out.replace("\r\n ", "").trim_end(), text);
        assert_eq!(escaped("一;二,三\\四\n五\u{7}"), "一\\;二\\,三\\\\四\\n五");
    }
}
