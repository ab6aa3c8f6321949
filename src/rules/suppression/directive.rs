//! The words of a comment: `qianfa-ignore ad.absolute, wx.clickbait until=2026-12-31: 引用法条原文`.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::MARK;

/// What a comment does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// Answers for the next block.
    Block,
    /// Begins a region.
    Begin,
    /// Ends a region.
    End,
    /// Nobody knows.
    Unknown,
}

/// Until when a comment counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Until {
    Never,
    Day(Date),
    Unreadable(String),
}

/// A comment, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Directive {
    pub(super) scope: Scope,
    /// The word that says what it does.
    pub(super) word: String,
    pub(super) rules: Vec<String>,
    pub(super) until: Until,
    pub(super) reason: String,
}

impl Directive {
    /// Reads the text of a comment; `None` when it is none of ours.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let rest = text.strip_prefix(MARK)?;
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(rest.len());
        let (suffix, rest) = rest.split_at(end);
        let scope = match suffix {
            "" => Scope::Block,
            "-begin" => Scope::Begin,
            "-end" => Scope::End,
            _ => Scope::Unknown,
        };
        let (rest, until) = take_until(rest);
        let (head, reason) = rest.split_once([':', '：']).unwrap_or((&rest, ""));
        let names = head.split(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、'));
        let trimmed =
            reason.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | ';' | '；'));
        let says_something = trimmed.chars().any(char::is_alphanumeric);
        Some(Self {
            scope,
            word: format!("{MARK}{suffix}"),
            rules: names.filter(|name| !name.is_empty()).map(str::to_owned).collect(),
            until,
            reason: if says_something { trimmed.to_owned() } else { String::new() },
        })
    }

    pub(super) fn is_region(&self) -> bool {
        self.scope == Scope::Begin
    }
}

/// Takes `until=<day>` (or `expires=<day>`) out of a comment, before or behind its colon.
fn take_until(text: &str) -> (String, Until) {
    static UNTIL: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?i)(?:^|[\s,，;；(（])(?:until|expires)\s*[=＝:：]\s*([^\s,，:：;；)）]*)").ok()
    });
    let found = UNTIL.as_ref().and_then(|until| until.captures(text));
    let Some((whole, day)) = found.and_then(|found| Some((found.get(0)?, found.get(1)?))) else {
        return (text.to_owned(), Until::Never);
    };
    let rest = format!("{} {}", &text[..whole.start()], &text[whole.end()..]);
    let until = match day.as_str().parse() {
        Ok(day) => Until::Day(day),
        Err(_) => Until::Unreadable(day.as_str().to_owned()),
    };
    (rest, until)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Scope, Vec<String>, Until, String) {
        let Directive { scope, rules, until, reason, .. } = Directive::parse(text).unwrap();
        (scope, rules, until, reason)
    }

    #[test]
    fn rules_days_and_reasons_in_the_ways_people_write_them() {
        let day = Until::Day(jiff::civil::date(2026, 12, 31));
        let both = vec!["ad.absolute".to_owned(), "wx.clickbait".to_owned()];
        for text in [
            "qianfa-ignore ad.absolute, wx.clickbait until=2026-12-31: 引用法条原文",
            "qianfa-ignore ad.absolute wx.clickbait expires=2026-12-31：引用法条原文",
            "qianfa-ignore ad.absolute、wx.clickbait: 引用法条原文 until=2026-12-31",
            "qianfa-ignore ad.absolute，wx.clickbait: 引用法条原文，expires: 2026-12-31",
            "qianfa-ignore ad.absolute wx.clickbait until: 2026-12-31: 引用法条原文",
        ] {
            let wanted = (Scope::Block, both.clone(), day.clone(), "引用法条原文".to_owned());
            assert_eq!(read(text), wanted, "{text}");
        }
        let (scope, rules, until, reason) = read("qianfa-ignore-begin ad.absolute: 时间 12:30 起");
        assert_eq!(
            (scope, rules.len(), until, reason.as_str()),
            (Scope::Begin, 1, Until::Never, "时间 12:30 起")
        );
        assert_eq!(read("qianfa-ignore-end").0, Scope::End);
        assert_eq!(read("qianfa-ignore-start ad.absolute: 因").0, Scope::Unknown);
        assert_eq!(read("qianfa-ignore ad.absolute: ……").3, "");
        assert_eq!(read("qianfa-ignore x until=明天: 因").2, Until::Unreadable("明天".to_owned()));
        assert_eq!(read("qianfa-ignore x: the offer is valid until noon").2, Until::Never);
        assert_eq!(Directive::parse("just a note"), None);
    }
}
