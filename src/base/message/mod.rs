//! The catalogue: every sentence that a person reads, in Chinese and in English, with named places for values.
//!
//! One file an area, written with [`messages!`]: each entry becomes a function that takes the values and gives a
//! [`Message`]. A message stays data until an output format asks for it in a [`Lang`]; sentences are never glued.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

/// The languages the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// 简体中文, the default.
    #[default]
    Zh,
    /// English.
    En,
}

impl FromStr for Lang {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "zh" => Ok(Self::Zh),
            "en" => Ok(Self::En),
            other => Err(other.to_owned()),
        }
    }
}

/// One sentence of the catalogue with its places still open.
#[derive(Debug)]
pub struct Entry {
    /// Stable name: `area.name` is unique.
    pub key: &'static str,
    /// Names of the values, in the order in which the function takes them.
    pub params: &'static [&'static str],
    /// The sentence in Chinese, values as `{name}`.
    pub zh: &'static str,
    /// The sentence in English, values as `{name}`.
    pub en: &'static str,
}

/// A sentence with its values.
#[derive(Debug, Clone)]
pub struct Message {
    entry: &'static Entry,
    values: Vec<String>,
}

impl Message {
    #[doc(hidden)]
    pub fn new(entry: &'static Entry, values: Vec<String>) -> Self {
        Self { entry, values }
    }

    /// The entry's stable name.
    pub fn key(&self) -> &'static str {
        self.entry.key
    }

    /// The values, in the order of the entry's names.
    pub fn values(&self) -> &[String] {
        &self.values
    }

    /// The sentence of that name with these values; `None` when the catalogue has no such sentence.
    pub fn restore(key: &str, values: Vec<String>) -> Option<Self> {
        static CATALOGUE: LazyLock<HashMap<&str, &Entry>> =
            LazyLock::new(|| AREAS.iter().copied().flatten().map(|entry| (entry.key, entry)).collect());
        let entry = CATALOGUE.get(key).filter(|entry| entry.params.len() == values.len())?;
        Some(Self { entry, values })
    }

    /// The sentence in `lang`.
    pub fn text(&self, lang: Lang) -> String {
        let template = match lang {
            Lang::Zh => self.entry.zh,
            Lang::En => self.entry.en,
        };
        let mut out = String::with_capacity(template.len() + 16);
        let mut rest = template;
        while let Some(open) = rest.find('{') {
            let Some(close) = rest[open..].find('}').map(|length| open + length) else { break };
            out.push_str(&rest[..open]);
            match self.entry.params.iter().position(|name| *name == &rest[open + 1..close]) {
                Some(index) => out.push_str(self.values.get(index).map_or("", String::as_str)),
                None => out.push_str(&rest[open..=close]),
            }
            rest = &rest[close + 1..];
        }
        out.push_str(rest);
        out
    }
}

impl PartialEq for Message {
    fn eq(&self, other: &Self) -> bool {
        self.entry.key == other.entry.key && self.values == other.values
    }
}

impl Eq for Message {}

/// English, for logs and `Display` of errors.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

/// What an error says to a person, and how to mend it.
pub trait Explain {
    /// What is wrong, and where.
    fn message(&self) -> Message;
    /// How to mend it.
    fn help(&self) -> Option<Message> {
        None
    }
}

/// Declares the entries of an area.
///
/// ```ignore
/// messages! { area = "check";
///     /// Nothing was found.
///     clean() { zh: "没有发现问题", en: "No findings" }
///     /// Last line of `check`.
///     summary(errors, warnings) { zh: "{errors} 个错误，{warnings} 个警告", en: "{errors} errors, {warnings} warnings" }
/// }
/// ```
macro_rules! messages {
    (area = $area:literal; $( $(#[$meta:meta])* $name:ident ( $($param:ident),* $(,)? ) { zh: $zh:expr, en: $en:expr $(,)? } )*) => {
        $(
            $(#[$meta])*
            pub fn $name($($param: impl std::fmt::Display),*) -> $crate::base::message::Message {
                static ENTRY: $crate::base::message::Entry = $crate::base::message::Entry {
                    key: concat!($area, ".", stringify!($name)),
                    params: &[$(stringify!($param)),*],
                    zh: $zh,
                    en: $en,
                };
                $crate::base::message::Message::new(&ENTRY, vec![$($param.to_string()),*])
            }
        )*

        /// The entries of this area.
        pub(super) static ENTRIES: &[$crate::base::message::Entry] = &[$(
            $crate::base::message::Entry {
                key: concat!($area, ".", stringify!($name)),
                params: &[$(stringify!($param)),*],
                zh: $zh,
                en: $en,
            },
        )*];
    };
}

/// Lists the areas: one line each.
macro_rules! areas {
    ($($(#[$meta:meta])* $area:ident),* $(,)?) => {
        $($(#[$meta])* pub mod $area;)*

        /// Every sentence, by area.
        static AREAS: &[&[Entry]] = &[$($area::ENTRIES),*];
    };
}

/// `--help`.
pub mod help;

areas! {
    /// Advertisements: why a text is one, absolute claims.
    ad,
    /// Advertising by trade.
    ad_trades,
    /// Suppressions, exceptions, baselines.
    answer,
    /// The calendar of a build.
    calendar,
    /// Campaign plans.
    campaign,
    /// `check`, `rules`, `explain`.
    check,
    /// What a text tells against itself, and forbidden trade.
    claims,
    /// What the command line itself says.
    cli,
    /// Rules about whose text, pictures and good name it is.
    cr_rules,
    /// Plan, apply, recovery, status.
    deliver,
    /// Rules about the desk's plans: groups, replies, crises.
    desk_rules,
    /// The language server.
    editor,
    /// File access.
    file,
    /// Frames around findings.
    finding,
    /// Rules about what may be published at all.
    gov_rules,
    /// The ledger.
    ledger,
    /// Rules about form: Markdown, HTML, pictures.
    lint,
    /// Term packs of a site.
    pack,
    /// Personal data.
    pii,
    /// Rendering, themes, pictures, build.
    render,
    /// Compliance and platform rules.
    rules,
    /// The sandbox and its page.
    sandbox,
    /// Rules about what is not public yet.
    sec_rules,
    /// The commands `sign` and `approvals`.
    sign,
    /// Sign-offs.
    signoff,
    /// Loading a site.
    site,
    /// Trees, YAML, front matter, Markdown.
    source,
    /// Truth in advertising, prices, competition, platform.
    truth,
    /// The platform and its client.
    wechat,
    /// Rules about typography and proofreading.
    zh_rules,
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn places(template: &str) -> HashSet<&str> {
        template.split('{').skip(1).filter_map(|part| part.split('}').next()).collect()
    }

    #[test]
    fn both_languages_use_every_value_and_no_other_and_keys_are_unique() {
        let mut keys = HashSet::new();
        for entry in AREAS.iter().flat_map(|area| area.iter()) {
            assert!(keys.insert(entry.key), "{} twice", entry.key);
            // What has a name in each language comes as two values.
            for (template, other) in [(entry.zh, "_en"), (entry.en, "_zh")] {
                let params: HashSet<&str> =
                    entry.params.iter().copied().filter(|param| !param.ends_with(other)).collect();
                assert!(!template.is_empty(), "{} is empty", entry.key);
                assert_eq!(places(template), params, "places of {}: {template}", entry.key);
            }
        }
    }

    #[test]
    fn values_with_braces_are_not_expanded_again() {
        let message = file::cannot_read("{source}", "坏");
        assert_eq!(message.text(Lang::Zh), "读不了 {source}：坏");
    }
}
