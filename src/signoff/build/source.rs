//! S, the digest of what a payload is made of: one line a file, `<sha256>  <path>`, sorted. It tells an edit of the site
//! from a program that renders otherwise, and names the files whose authors do not count.
//!
//! An article counts without its schedule, because moving a publication is no edit; and one line `<path>#front` holds
//! what applies to the article wherever it is written (`_defaults.yaml`, `qianfa.yaml`).

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use serde_json::json;

use crate::base::digest::Digest;
use crate::base::json;
use crate::finding::Place;
use crate::site::{Article, Comments, Cover, CoverSource, Edition, Format, LIMITS};
use crate::source::tree::Tree;
use crate::source::yaml::{self, Node};
use crate::source::{SourceFile, front};

/// Keys of `publish` that say when; they are in no digest.
const SCHEDULE: [&str; 4] = ["at", "slot", "until", "late"];
/// Keys of the front matter that readers see the effect of.
const VISIBLE: [&str; 7] = ["author", "summary", "cover", "comments", "read_more", "format", "theme"];
/// Of `publish`.
const VISIBLE_PUBLISH: [&str; 2] = ["mode", "to"];

/// What stands before the name of a font that is no file of the site.
pub(super) const FONT: &str = "font:";

/// The files behind a payload.
#[derive(Debug, Default)]
pub(super) struct Sources {
    lines: BTreeMap<String, Digest>,
    /// Files that supplied a value, without a line of their own.
    defaults: BTreeSet<String>,
}

impl Sources {
    /// Adds a file.
    pub(super) fn add(&mut self, path: &str, digest: Digest) {
        self.lines.insert(path.to_owned(), digest);
    }

    /// Adds the Markdown file of an article, and what holds for it.
    pub(super) fn add_article(
        &mut self,
        tree: &dyn Tree,
        article: &Article,
        edition: &Edition,
        place: usize,
    ) {
        self.add(article.path(), Digest::of(&*without_schedule(&article.file)));
        let effective = json::canonical(&effective(article, edition, place)).unwrap_or_default();
        self.add(&format!("{}#front", article.path()), Digest::of(effective));
        self.defaults.extend(suppliers(tree, article));
    }

    /// S.
    pub(super) fn digest(&self) -> Digest {
        let lines: String =
            self.lines.iter().map(|(path, digest)| format!("{}  {path}\n", digest.hex())).collect();
        Digest::of(lines)
    }

    /// The lines, sorted by path.
    pub(super) fn lines(&self) -> Vec<(String, Digest)> {
        self.lines.iter().map(|(path, digest)| (path.clone(), *digest)).collect()
    }

    /// Every file that had a part in it, sorted.
    pub(super) fn paths(&self) -> Vec<String> {
        let files = self.lines.keys().filter(|path| !path.ends_with("#front") && !path.starts_with(FONT));
        let all: BTreeSet<&String> = files.chain(&self.defaults).collect();
        all.into_iter().cloned().collect()
    }
}

/// What holds for an article, wherever it is written, as far as readers see it. Numbers as text: no fractions.
fn effective(article: &Article, edition: &Edition, place: usize) -> serde_json::Value {
    let front = &article.front;
    json!({
        "account": edition.account,
        "author": front.author.as_ref().map(|author| &author.value),
        "comments": match front.comments {
            Comments::Open => "open",
            Comments::Fans => "fans",
            Comments::Closed => "closed",
        },
        "cover": front.cover.as_ref().map(|cover| effective_cover(cover)),
        "format": match front.format {
            Format::Article => "article",
            Format::Pictures => "pictures",
        },
        "mode": edition.mode.name(),
        "place": place,
        "render": front.render.changed(),
        "read_more": front.read_more.as_ref().map(|url| &url.value),
        "summary": front.summary.as_ref().map(|summary| &summary.value),
        "theme": front.theme.as_ref().map(|theme| &theme.value),
        "title": front.title.value,
        "to": edition.to.name(),
    })
}

fn effective_cover(cover: &Cover) -> serde_json::Value {
    let focus = format!("{:.6} {:.6}", cover.focus[0], cover.focus[1]);
    match &cover.source {
        CoverSource::Image(image) => json!({"focus": focus, "image": image}),
        CoverSource::Card(card) => json!({
            "card": card.design.value,
            "colors": card.colors,
            "focus": focus,
            "image": card.image,
            "subtitle": card.subtitle,
            "title": card.title,
        }),
    }
}

/// The text of an article without the entries of its front matter that say when it goes out.
fn without_schedule(file: &Arc<SourceFile>) -> Cow<'_, str> {
    let text = file.text();
    let root = front::split(file).ok().and_then(|split| yaml::parse(file, split.front).0);
    let Some((Node::Map(entries), _)) = root else { return Cow::Borrowed(text) };
    let Some((_, key, Node::Map(publish), value)) = entries.iter().find(|(key, ..)| key == "publish") else {
        return Cow::Borrowed(text);
    };
    let schedule = |entry: &&(String, Place, Node, Place)| SCHEDULE.contains(&entry.0.as_str());
    let mut cuts: Vec<Range<usize>> = if publish.iter().all(|entry| schedule(&entry)) {
        vec![whole_lines(text, key.range().start..value.range().end)]
    } else {
        let flow = value.text().starts_with('{');
        publish
            .iter()
            .filter(schedule)
            .map(|(_, key, _, value)| key.range().start..value.range().end.max(key.range().end))
            .map(|range| if flow { with_comma(text, range) } else { whole_lines(text, range) })
            .collect()
    };
    cuts.sort_by_key(|cut| cut.start);
    let mut rest = 0;
    let mut out = String::with_capacity(text.len());
    for cut in cuts {
        out.push_str(text.get(rest..cut.start).unwrap_or_default());
        rest = rest.max(cut.end);
    }
    out.push_str(text.get(rest..).unwrap_or_default());
    Cow::Owned(out)
}

/// `range` up to the beginning of its first line and behind the end of its last.
fn whole_lines(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.get(..range.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    // A block's range may end behind its own last line break.
    let end = range.end.max(range.start + 1);
    let inside = text.get(..end).is_some_and(|before| before.ends_with('\n'));
    let behind = text.get(end..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| end + at + 1);
    start..if inside { end } else { behind }
}

/// `range` with the comma behind it, or else the one before it.
fn with_comma(text: &str, range: Range<usize>) -> Range<usize> {
    let after = text.get(range.end..).unwrap_or_default();
    if let Some(rest) = after.trim_start().strip_prefix(',') {
        return range.start..text.len() - rest.trim_start().len();
    }
    let before = text.get(..range.start).unwrap_or_default().trim_end();
    before.strip_suffix(',').map_or(range.start, |before| before.trim_end().len())..range.end
}

/// The `_defaults.yaml` files that supplied something readers see.
fn suppliers(tree: &dyn Tree, article: &Article) -> Vec<String> {
    let own = front::split(&article.file).ok().and_then(|split| yaml::parse(&article.file, split.front).0);
    let mut have: BTreeSet<String> = own.map(|(node, _)| visible(&node)).unwrap_or_default();
    let mut suppliers = Vec::new();
    let mut folder = article.path();
    while let Some((parent, _)) = folder.rsplit_once('/') {
        folder = parent;
        let path = format!("{folder}/_defaults.yaml");
        let Ok(bytes) = tree.read(&path, LIMITS.yaml) else { continue };
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let file = Arc::new(SourceFile::new(path.as_str(), text));
        let end = file.text().len();
        let Some((node, _)) = yaml::parse(&file, 0..end).0 else { continue };
        let supplied = visible(&node);
        if supplied.iter().any(|key| !have.contains(key)) {
            suppliers.push(path);
        }
        have.extend(supplied);
    }
    suppliers
}

/// Which of the visible keys a map of front matter has.
fn visible(node: &Node) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let Node::Map(entries) = node else { return keys };
    for (key, _, value, _) in entries {
        if VISIBLE.contains(&key.as_str()) {
            keys.insert(key.clone());
        }
        match (key.as_str(), value) {
            ("publish", Node::Map(publish)) => {
                let named = publish.iter().filter(|(key, ..)| VISIBLE_PUBLISH.contains(&key.as_str()));
                keys.extend(named.map(|(key, ..)| format!("publish.{key}")));
            }
            ("render", Node::Map(options)) => {
                keys.extend(options.iter().map(|(key, ..)| format!("render.{key}")));
            }
            _ => {}
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(front: &str) -> String {
        let file = Arc::new(SourceFile::new("a.md", format!("---\n{front}---\n正文\n")));
        without_schedule(&file).into_owned()
    }

    #[test]
    fn moving_a_publication_changes_nothing_and_everything_else_does() {
        let plain = cut("title: 甲\npublish:\n  mode: mass\n  to: all\nstatus: ready\n");
        for moved in [
            "title: 甲\npublish:\n  at: 2026-12-21 20:00 # 冬至\n  mode: mass\n  to: all\nstatus: ready\n",
            "title: 甲\npublish:\n  mode: mass\n  until: 2026-12-22\n  to: all\n  late: skip\nstatus: ready\n",
            "title: 甲\npublish:\n  slot: next\n  mode: mass\n  to: all\nstatus: ready\n",
        ] {
            assert_eq!(cut(moved), plain);
        }
        let flow = cut("publish: {mode: mass, to: all}\n");
        for moved in [
            "publish: {at: 2026-12-21 20:00, mode: mass, to: all}\n",
            "publish: {mode: mass, at: 2026-12-21 20:00, to: all}\n",
            "publish: {mode: mass, to: all, at: 2026-12-21 20:00}\n",
            "publish: {at: 2026-12-21 20:00, mode: mass, to: all, until: 2026-12-22 10:00}\n",
        ] {
            assert_eq!(cut(moved), flow);
        }
        let none = cut("title: 甲\nstatus: ready\n");
        assert_eq!(cut("title: 甲\npublish:\n  at: 2026-12-21\n  late: hold\nstatus: ready\n"), none);
        assert_eq!(cut("title: 甲\npublish: {at: 2026-12-21}\nstatus: ready\n"), none);
        assert_ne!(cut("title: 甲\npublish:\n  mode: draft\nstatus: ready\n"), none);
        assert_ne!(cut("title: 乙\nstatus: ready\n"), none);
        assert!(none.ends_with("---\n正文\n"));
    }
}
