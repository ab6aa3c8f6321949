//! The keys of front matter with what they mean, as the page `docs/front-matter.md` lists them, and the words that some
//! of them take.

use std::sync::LazyLock;

use crate::site::{DESIGNS, INDUSTRIES, PICTURE_TAGS};

/// The page, whose tables a test compares with what the loader reads.
const PAGE: &str = include_str!("../../docs/front-matter.md");

/// A key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    /// Where it stands: `publish.at`, `images[].file`.
    pub(super) path: &'static str,
    /// What it means, in Chinese.
    pub(super) meaning: &'static str,
    /// A value.
    pub(super) example: &'static str,
}

impl Key {
    /// The map that it stands in: `publish`, `images[]`; empty for front matter itself.
    pub(super) fn map(&self) -> &'static str {
        self.path.rsplit_once('.').map_or("", |(map, _)| map)
    }

    /// The key itself.
    pub(super) fn name(&self) -> &'static str {
        self.path.rsplit_once('.').map_or(self.path, |(_, name)| name)
    }
}

/// Every key, in the order of the page.
pub(super) static KEYS: LazyLock<Vec<Key>> = LazyLock::new(|| PAGE.lines().filter_map(row).collect());

/// The key at `path`.
pub(super) fn find(path: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.path == path)
}

fn row(line: &'static str) -> Option<Key> {
    let mut cells = line.strip_prefix("| `")?.split(" | ");
    let path = cells.next()?.strip_suffix('`')?;
    let (meaning, example) = (cells.next()?, cells.next()?);
    Some(Key { path, meaning, example: example.trim().trim_matches('`') })
}

/// The industries, the ways of going out, and other words that a key takes and nothing else.
pub(super) fn words(path: &str) -> &'static [&'static str] {
    match path {
        "format" => &["article", "pictures"],
        "kind" => &["editorial", "ad", "notice"],
        "status" => &["draft", "ready"],
        "comments" | "comments.open" => &["open", "fans", "closed"],
        "publish.mode" => &["mass", "publish", "draft"],
        "publish.late" => &["hold", "publish", "skip"],
        "publish.slot" => &["next"],
        "publish.to" => &["all"],
        "ai" | "images[].ai" | "media[].ai" => &["none", "assisted", "generated"],
        "industry" | "products[].industry" => &INDUSTRIES,
        "patents[].status" => &["granted", "applied", "expired", "revoked"],
        "images[].kind" | "media[].kind" => &["music", "sound", "video"],
        "images[].tags" | "media[].tags" => &PICTURE_TAGS,
        "cover.card.design" => &DESIGNS,
        "render.spacing" => &["none", "hair", "thin", "space"],
        "render.math" => &["auto", "true", "false"],
        "render.code.colors" => &["theme", "light", "dark"],
        _ if find(path).is_some_and(|key| matches!(key.example, "true" | "false")) => &["true", "false"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::load;
    use crate::source::rule;
    use crate::source::tree::MemoryTree;

    /// Front matter that has `value` at `path`.
    fn written(path: &str, value: &str) -> String {
        let mut text = value.to_owned();
        for part in path.rsplit('.') {
            text = match part.strip_suffix("[]") {
                Some(list) => format!("{list}: [{{{text}}}]"),
                None if text == value => format!("{part}: {text}"),
                None => format!("{part}: {{{text}}}"),
            };
        }
        text
    }

    /// Whether the loader takes `value` at `path`.
    fn takes(path: &str, value: &str) -> bool {
        let front = written(path, value);
        let tree = MemoryTree::new()
            .with("qianfa.yaml", "version: 1\nname: 甲\nzone: UTC\naccounts:\n  main: {title: 甲, slots: {workday: [\"08:00\"]}}\n")
            .with("content/a.md", format!("---\ntitle: 甲\n{front}\n---\n文\n"));
        let wrong = [rule::VALUE, rule::TYPE, rule::UNKNOWN_KEY, rule::YAML];
        load(&tree).findings.iter().all(|finding| !wrong.contains(&finding.rule))
    }

    #[test]
    fn the_page_has_the_usual_keys_with_their_meaning() {
        let title = find("title").unwrap();
        assert_eq!((title.map(), title.name()), ("", "title"));
        assert!(title.meaning.contains("标题"));
        let file = find("images[].file").unwrap();
        assert_eq!((file.map(), file.name()), ("images[]", "file"));
        assert!(KEYS.len() > 150);
    }

    #[test]
    fn the_loader_takes_every_word_that_is_offered() {
        for key in KEYS.iter().filter(|key| !key.path.starts_with("cover.card")) {
            // Words of a list are tried in one.
            let list = matches!(key.path, "industry");
            for word in words(key.path) {
                let value = if list { format!("[{word}]") } else { (*word).to_owned() };
                assert!(takes(key.path, &value), "{}: {word}", key.path);
            }
        }
    }

    #[test]
    fn the_loader_refuses_other_words() {
        for path in
            ["format", "kind", "status", "comments", "publish.mode", "publish.late", "ai", "render.math"]
        {
            assert!(!takes(path, "zzzz"), "{path}");
        }
    }
}
