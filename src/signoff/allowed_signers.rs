//! `policy/allowed_signers`: which key belongs to whom, in OpenSSH's own format (`ssh-keygen(1)`, ALLOWED SIGNERS), so
//! that anybody can check signatures with `ssh-keygen` too.

use std::ops::Range;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use ssh_key::PublicKey;

use super::signature;
use super::statement::is_name;
use crate::base::message::{Explain, Message, signoff as text};
use crate::finding::{Finding, Findings, Place};
use crate::source::SourceFile;

/// Where the file lies in a site.
pub const PATH: &str = "policy/allowed_signers";

use super::rule::SIGNERS as RULE;
/// Most bytes of a line.
const MAX_LINE: usize = 16 << 10;

/// The keys that may sign.
#[derive(Debug, Clone, Default)]
pub struct AllowedSigners {
    signers: Vec<Signer>,
}

/// One line of the file.
#[derive(Debug, Clone)]
pub struct Signer {
    names: Vec<String>,
    namespaces: Option<String>,
    after: Option<Timestamp>,
    before: Option<Timestamp>,
    key: PublicKey,
    place: Place,
}

impl Signer {
    /// Whom the key belongs to.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// Whether the key belongs to `name`.
    pub fn is(&self, name: &str) -> bool {
        self.names.iter().any(|own| own == name)
    }

    /// Whether the key may sign in `namespace`. A line without `namespaces` allows every one, as in OpenSSH.
    pub fn allows(&self, namespace: &str) -> bool {
        self.namespaces.as_deref().is_none_or(|list| matches_list(list, namespace))
    }

    /// From when on the key is valid.
    pub fn valid_after(&self) -> Option<Timestamp> {
        self.after
    }

    /// From when on the key is not valid any more.
    pub fn valid_before(&self) -> Option<Timestamp> {
        self.before
    }

    /// `SHA256:…`
    pub fn fingerprint(&self) -> String {
        signature::fingerprint(&self.key)
    }

    /// The line.
    pub fn place(&self) -> &Place {
        &self.place
    }
}

impl AllowedSigners {
    /// Reads the file. Times without zone are in `zone`. A line that cannot be read is a finding and lets nobody sign.
    pub fn parse(file: &Arc<SourceFile>, zone: &TimeZone) -> (Self, Findings) {
        let mut signers = Vec::new();
        let mut findings = Findings::new();
        let mut start = 0;
        for line in file.text().split_inclusive('\n') {
            let range = start..start + line.trim_end().len();
            start += line.len();
            let content = line.trim();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            match parse_line(content, Place::new(file, range.clone()), zone) {
                Ok(signer) => {
                    if signer.namespaces.is_none() {
                        let place = Place::new(file, range);
                        findings.push(
                            Finding::warning(
                                RULE,
                                place,
                                text::signers_no_namespaces(signer.names.join(",")),
                            )
                            .help(text::signers_no_namespaces_help(signature::NAMESPACE)),
                        );
                    }
                    signers.push(signer);
                }
                Err(fault) => findings.push(fault.finding(file, range)),
            }
        }
        (Self { signers }, findings)
    }

    /// Every line, in the order of the file.
    pub fn iter(&self) -> std::slice::Iter<'_, Signer> {
        self.signers.iter()
    }

    /// The lines with that key.
    pub(super) fn with_key(&self, key: &PublicKey) -> impl Iterator<Item = &Signer> {
        self.signers.iter().filter(move |signer| signer.key.key_data() == key.key_data())
    }

    /// Whom the key belongs to.
    pub(super) fn owners(&self, key: &PublicKey) -> Vec<&str> {
        self.with_key(key).flat_map(Signer::names).collect()
    }
}

/// What is wrong with a line.
#[derive(Debug)]
enum Fault {
    TooLong,
    Incomplete,
    Name(String),
    Option(String),
    Authority,
    Date(String),
    Key,
    Algorithm(signature::SignatureError),
}

impl Fault {
    fn finding(self, file: &Arc<SourceFile>, range: Range<usize>) -> Finding {
        let (message, help) = match &self {
            Self::TooLong => (text::signers_too_long(MAX_LINE), None),
            Self::Incomplete => (text::signers_incomplete(), Some(text::signers_form())),
            Self::Name(name) => (text::signers_name(name), Some(text::signers_name_help())),
            Self::Option(name) => (text::signers_option(name), Some(text::signers_form())),
            Self::Authority => (text::signers_authority(), Some(text::signers_authority_help())),
            Self::Date(value) => (text::signers_date(value), Some(text::signers_date_help())),
            Self::Key => (text::signers_key(), Some(text::signers_form())),
            Self::Algorithm(error) => (error.message(), error.help()),
        };
        let part = match &self {
            Self::Name(part) | Self::Option(part) | Self::Date(part) => Some(part.as_str()),
            Self::Authority => Some("cert-authority"),
            _ => None,
        };
        let line = file.text().get(range.clone()).unwrap_or_default();
        let at = part.filter(|part| !part.is_empty()).and_then(|part| Some((line.find(part)?, part.len())));
        let range = at.map_or(range.clone(), |(at, length)| range.start + at..range.start + at + length);
        with_help(Finding::error(RULE, Place::new(file, range), message), help)
    }
}

fn with_help(finding: Finding, help: Option<Message>) -> Finding {
    match help {
        Some(help) => finding.help(help),
        None => finding,
    }
}

fn parse_line(line: &str, place: Place, zone: &TimeZone) -> Result<Signer, Fault> {
    if line.len() > MAX_LINE {
        return Err(Fault::TooLong);
    }
    let (names, rest) = word(line).ok_or(Fault::Incomplete)?;
    let names: Vec<String> = unquote(names).split(',').map(str::to_owned).collect();
    // A pattern would let one key speak for several people, and two signatures would then not be two people.
    if let Some(bad) = names.iter().find(|name| !is_name(name)) {
        return Err(Fault::Name(bad.clone()));
    }
    let (next, after) = word(rest).ok_or(Fault::Incomplete)?;
    let (options, key) = if is_key_type(next) { ("", rest) } else { (next, after) };
    if word(key).is_none_or(|(_, data)| data.is_empty()) {
        return Err(Fault::Incomplete);
    }
    let key = PublicKey::from_openssh(key).map_err(|_| Fault::Key)?;
    signature::can_verify(&key).map_err(Fault::Algorithm)?;
    let mut signer = Signer { names, namespaces: None, after: None, before: None, key, place };
    for option in split_options(options) {
        let (name, value) =
            option.split_once('=').map_or((option, ""), |(name, value)| (name, unquote(value)));
        match name.to_ascii_lowercase().as_str() {
            "namespaces" if !value.is_empty() => signer.namespaces = Some(value.to_owned()),
            "valid-after" => signer.after = Some(time(value, zone)?),
            "valid-before" => signer.before = Some(time(value, zone)?),
            "cert-authority" => return Err(Fault::Authority),
            _ => return Err(Fault::Option(name.to_owned())),
        }
    }
    Ok(signer)
}

/// The first word, in which quotes protect blanks, and what follows it.
fn word(text: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let end = text
        .char_indices()
        .find(|(_, c)| {
            quoted ^= *c == '"';
            !quoted && (*c == ' ' || *c == '\t')
        })
        .map_or(text.len(), |(at, _)| at);
    (end > 0 && !quoted).then(|| (&text[..end], text[end..].trim_start()))
}

/// Options are separated by commas outside quotes.
fn split_options(options: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    options
        .split(move |c| {
            quoted ^= c == '"';
            !quoted && c == ','
        })
        .filter(|option| !option.is_empty())
}

fn unquote(text: &str) -> &str {
    text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text)
}

fn is_key_type(word: &str) -> bool {
    ["ssh-", "ecdsa-", "sk-"].iter().any(|prefix| word.starts_with(prefix))
}

/// `YYYYMMDD` or `YYYYMMDDHHMM[SS]`, with a final `Z` for UTC, else in `zone`.
fn time(typed: &str, zone: &TimeZone) -> Result<Timestamp, Fault> {
    let fault = || Fault::Date(typed.to_owned());
    let digits = typed.strip_suffix(['Z', 'z']).unwrap_or(typed);
    let zone = if digits.len() < typed.len() { &TimeZone::UTC } else { zone };
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) || !matches!(digits.len(), 8 | 12 | 14) {
        return Err(fault());
    }
    let padded = format!("{digits:0<14}");
    let local = DateTime::strptime("%Y%m%d%H%M%S", padded).map_err(|_| fault())?;
    Ok(local.to_zoned(zone.clone()).map_err(|_| fault())?.timestamp())
}

/// OpenSSH's pattern lists: `*` and `?`, separated by commas; a `!` before a pattern that fits refuses.
fn matches_list(list: &str, text: &str) -> bool {
    let mut allowed = false;
    for pattern in list.split(',').map(str::trim) {
        match pattern.strip_prefix('!') {
            Some(pattern) if matches_pattern(pattern.as_bytes(), text.as_bytes()) => return false,
            Some(_) => {}
            None => allowed |= matches_pattern(pattern.as_bytes(), text.as_bytes()),
        }
    }
    allowed
}

/// Walks both once; on a mismatch goes back to the last `*` only, so the time is at most the product of the lengths.
fn matches_pattern(pattern: &[u8], text: &[u8]) -> bool {
    let (mut p, mut t, mut retry) = (0, 0, None);
    while t < text.len() {
        match pattern.get(p) {
            Some(b'*') => {
                retry = Some((p, t));
                p += 1;
            }
            Some(c) if *c == b'?' || *c == text[t] => {
                p += 1;
                t += 1;
            }
            _ => match retry {
                Some((star, from)) => {
                    retry = Some((star, from + 1));
                    p = star + 1;
                    t = from + 1;
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(|c| *c == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDJZ2FYgkQbFCJBnWM1Q5XmDe4lOqbRcMNyWBpTyy1Zb";

    fn parse(text: &str) -> (AllowedSigners, Vec<(usize, String, &'static str)>) {
        let file = Arc::new(SourceFile::new(PATH, text));
        let (signers, findings) = AllowedSigners::parse(&file, &TimeZone::get("Asia/Shanghai").unwrap());
        let seen = findings
            .iter()
            .map(|found| (found.place.start().line, found.place.text().to_owned(), found.message.key()))
            .collect();
        (signers, seen)
    }

    #[test]
    fn names_options_dates_and_comments_are_read() {
        let text = format!(
            "# 编辑部\n\nli.na,li.na@example.org namespaces=\"git,qianfa.*,!qianfa.freeze.v1\",valid-after=\"20260101\",valid-before=\"202612312359Z\" {KEY} 李娜 的钥匙\r\n"
        );
        let (signers, findings) = parse(&text);
        assert_eq!(findings, []);
        let signer = signers.iter().next().unwrap();
        assert!(signer.is("li.na") && signer.is("li.na@example.org") && !signer.is("li"));
        assert!(signer.allows("qianfa.approval.v1") && signer.allows("git"));
        assert!(!signer.allows("qianfa.freeze.v1") && !signer.allows("file"));
        assert_eq!(signer.valid_after(), Some("2026-01-01T00:00:00+08:00".parse().unwrap()));
        assert_eq!(signer.valid_before(), Some("2026-12-31T23:59:00Z".parse().unwrap()));
        assert!(signer.fingerprint().starts_with("SHA256:"));
    }

    #[test]
    fn each_bad_line_is_a_finding_with_its_place_and_lets_nobody_sign() {
        let ns = "namespaces=\"qianfa.approval.v1\"";
        let text = format!(
            "*@example.org {ns} {KEY}\na cert-authority,{ns} {KEY}\na {ns},valid-before=\"2026-13\" {KEY}\na no-touch {KEY}\na {ns} ssh-ed25519 AAAA\na {ns}\na \"{ns}\na ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ\n"
        );
        let (signers, findings) = parse(&text);
        assert_eq!(signers.iter().count(), 0);
        let seen: Vec<_> = findings.iter().map(|(line, text, key)| (*line, text.as_str(), *key)).collect();
        assert_eq!(
            seen[..4],
            [
                (1, "*@example.org", "signoff.signers_name"),
                (2, "cert-authority", "signoff.signers_authority"),
                (3, "2026-13", "signoff.signers_date"),
                (4, "no-touch", "signoff.signers_option"),
            ]
        );
        let keys: Vec<_> = seen[4..].iter().map(|(line, _, key)| (*line, *key)).collect();
        assert_eq!(
            keys,
            [
                (5, "signoff.signers_key"),
                (6, "signoff.signers_incomplete"),
                (7, "signoff.signers_incomplete"),
                (8, "signoff.signers_key"),
            ]
        );
    }

    #[test]
    fn a_key_without_namespaces_is_warned_of() {
        let (signers, findings) = parse(&format!("a {KEY}"));
        assert_eq!(signers.iter().count(), 1);
        assert_eq!(findings[0].2, "signoff.signers_no_namespaces");
    }

    proptest! {
        #[test]
        fn nothing_that_is_read_panics(text in "[a-z@*\"=,# \\n0-9-]{0,200}", tail in ".{0,60}") {
            let _ = parse(&format!("{text}\na {text} {KEY}{tail}"));
        }

        #[test]
        fn stars_match_what_they_should(text in "[ab]{0,8}", cut in 0..9usize) {
            let cut = cut.min(text.len());
            let pattern = format!("{}*{}", &text[..cut], &text[cut..]);
            prop_assert!(matches_list(&pattern, &text));
            let longer = format!("{text}c");
            prop_assert!(!matches_list(&longer, &text));
            prop_assert!(matches_list("*", &text));
            let refused = format!("*,!{text}");
            prop_assert!(!matches_list(&refused, &text));
        }
    }
}
