//! Links: to articles of the platform they stay, all others become text with a number and an entry at the end.

use std::ops::Range;

use super::construct::Construct;
use super::element;
use super::heading::is_heading;
use super::open::Origin;
use super::pass::Pass;
use super::rule;
use crate::base::message::render as say;
use crate::finding::Place;
use crate::source::markdown::LinkType;
pub use crate::wechat::html::address::LinkKind;
pub(super) use crate::wechat::html::address::{kind_of, visible_address};

/// A link of the source.
#[derive(Debug, Clone)]
pub struct Link {
    /// The target as written, without invisible characters.
    pub url: String,
    /// The text that readers see.
    pub text: String,
    /// What the target is.
    pub kind: LinkKind,
    /// Its number among the references, when it has one.
    pub number: Option<usize>,
    /// Where it stands in the source.
    pub place: Place,
}

/// Links so far, and the references they make.
#[derive(Debug, Default)]
pub(super) struct Links {
    pub(super) all: Vec<Link>,
    /// Distinct addresses in order of first use, with the text of the first use.
    pub(super) references: Vec<(String, String)>,
    numbers: std::collections::HashMap<String, usize>,
}

impl Links {
    /// The number of an address; spellings that differ in the scheme's case only are one.
    fn number(&mut self, url: &str, text: &str) -> usize {
        let key = match url.split_once(':') {
            Some((scheme, rest)) => format!("{}:{rest}", scheme.to_ascii_lowercase()),
            None => url.to_owned(),
        };
        let next = self.references.len() + 1;
        let number = *self.numbers.entry(key).or_insert(next);
        if number == next {
            self.references.push((url.to_owned(), text.to_owned()));
        }
        number
    }
}

/// Scheme of a link to a mini-program: `miniprogram:wx…/pages/index`.
pub(super) const MINI_PROGRAM: &str = "miniprogram:";

/// Whether a text can be the AppID of a mini-program.
pub(super) fn is_appid(text: &str) -> bool {
    text.len() == 18
        && text.strip_prefix("wx").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

impl Pass<'_> {
    /// Opens a link of Markdown.
    pub(super) fn link(&mut self, kind: LinkType, url: &str, range: Range<usize>) {
        self.text_ready();
        self.address = matches!(kind, LinkType::Autolink | LinkType::Email);
        let url = if kind == LinkType::Email { format!("mailto:{url}") } else { url.to_owned() };
        self.open_link(&url, &range, kind == LinkType::Autolink, Origin::Construct);
    }

    /// Opens a link; what it becomes is settled when its text is known.
    pub(super) fn open_link(&mut self, url: &str, range: &Range<usize>, is_address: bool, origin: Origin) {
        let url = visible_address(url);
        if let Some(rest) = url.strip_prefix(MINI_PROGRAM) {
            return self.open_mini_program(rest.trim_start_matches('/'), range, origin);
        }
        let mut kind = kind_of(&url);
        if kind == LinkKind::Platform && url.contains("tempkey=") {
            self.warn(rule::TEMPORARY_LINK, range, say::temporary_link(), say::temporary_link_help());
            kind = LinkKind::Local;
        }
        let pressable = kind == LinkKind::Platform
            && !self.writer.inside(|element| element.name == "a" || is_heading(element));
        if pressable {
            let target = url.split('#').next().unwrap_or(&url).to_owned();
            let style = &self.style(if self.buttons { Construct::Button } else { Construct::Link });
            self.writer.open(&element::A, origin, style, &[("href", &target)]);
        } else {
            let construct = if is_address { Construct::Address } else { Construct::LinkText };
            self.writer.open(&element::SPAN, origin, &self.style(construct), &[]);
            if kind == LinkKind::Platform {
                kind = LinkKind::External;
            }
        }
        if origin == Origin::Author {
            self.writer.rename("a");
        }
        if !self.writer.is_muted() {
            self.writer.note(self.links.all.len());
            let place = self.place(range);
            self.links.all.push(Link { url, text: String::new(), kind, number: None, place });
        }
    }

    /// Opens a link to a mini-program, `appid/path`; where the AppID cannot be one, its text stays.
    fn open_mini_program(&mut self, target: &str, range: &Range<usize>, origin: Origin) {
        let (appid, path) = target.split_once('/').unwrap_or((target, ""));
        let valid = is_appid(appid);
        if !valid {
            self.warn(rule::MINI_PROGRAM, range, say::mini_program(appid), say::mini_program_help());
        }
        let style = &self.style(if self.buttons { Construct::Button } else { Construct::Link });
        if valid && !self.writer.inside(|element| element.name == "a" || is_heading(element)) {
            let attributes =
                [("data-miniprogram-appid", appid), ("data-miniprogram-path", path), ("href", "")];
            self.writer.open(&element::A, origin, style, &attributes);
        } else {
            self.writer.open(&element::SPAN, origin, &self.style(Construct::LinkText), &[]);
        }
        if origin == Origin::Author {
            self.writer.rename("a");
        }
    }

    /// Ends a link whose visible text is `text`: an external one gets its number, unless it shows its address itself.
    pub(super) fn link_closed(&mut self, index: usize, text: &Range<usize>) {
        let shown = self.writer.visible().get(text.clone()).unwrap_or("").trim().to_owned();
        let Some(link) = self.links.all.get_mut(index) else { return };
        link.text.clone_from(&shown);
        // Nothing answers when readers press these, so that they have to see the address.
        let address = ["mailto:", "tel:", "sms:"].iter().find_map(|scheme| link.url.strip_prefix(scheme));
        let address = address.map(|address| address.split('?').next().unwrap_or(address).trim().to_owned());
        if let Some(address) = address.filter(|address| !address.is_empty()) {
            let digits = |text: &str| text.replace([' ', '-'], "");
            if !shown.is_empty() && !digits(&shown).contains(&digits(&address)) {
                self.writer.write(&format!("（{address}）"));
            }
            return;
        }
        if self.in_part
            || link.kind != LinkKind::External
            || shown.is_empty()
            || shows_itself(&shown, &link.url)
        {
            return;
        }
        if !self.options.references {
            return;
        }
        let url = link.url.clone();
        let number = self.links.number(&url, &shown);
        if let Some(link) = self.links.all.get_mut(index) {
            link.number = Some(number);
        }
        self.number(&format!("[{number}]"));
    }

    /// Writes a raised number that does not belong to the sentence.
    pub(super) fn number(&mut self, number: &str) {
        let last = self.writer.last();
        self.writer.open(&element::SUP, Origin::Construct, &self.style(Construct::Number), &[]);
        self.writer.exact(number);
        self.close();
        self.writer.set_last(last);
    }
}

/// Whether the text is the address, with or without scheme and last slash.
fn shows_itself(text: &str, url: &str) -> bool {
    let bare = |address: &str| {
        let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
        rest.trim_end_matches('/').to_owned()
    };
    bare(text) == bare(url)
}
