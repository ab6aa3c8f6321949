//! What changed between two payloads, as a person reads it: fields that differ, and lines that came and went.

use super::asset::Asset;
use super::payload::{Payload, PayloadArticle};
use super::visible::Visible;
use crate::wechat::wire::ArticleType;

/// Above this many pairs of lines the comparison would take too long, and everything between counts as replaced.
const MAX_PAIRS: usize = 4_000_000;

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A field of the payload, by its name in the file, with both values.
    Field(&'static str, String, String),
    /// An article that was not there; its title.
    NewArticle(String),
    /// An article that is not there any more; its title.
    GoneArticle(String),
    /// Changes of the article with that title (the new one).
    Article(String, Vec<Edit>),
}

/// A change inside an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// A field by its name in the file, with both values.
    Field(&'static str, String, String),
    /// A line that is not there any more.
    Gone(String),
    /// A line that was not there.
    New(String),
    /// The text reads the same and looks otherwise.
    Looks,
}

/// What changed from `old` to `new`. Articles are compared by their place.
pub fn difference(old: &Payload, new: &Payload) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut field = |name, old: &str, new: &str| {
        if old != new {
            changes.push(Change::Field(name, old.to_owned(), new.to_owned()));
        }
    };
    field("account", &old.account, &new.account);
    field("mode", old.mode.name(), new.mode.name());
    field("audience", &old.audience, &new.audience);
    field("reprint", &old.reprint.to_string(), &new.reprint.to_string());
    let longest = old.articles.len().max(new.articles.len());
    for index in 0..longest {
        match (old.articles.get(index), new.articles.get(index)) {
            (Some(old), Some(new)) if old != new => {
                changes.push(Change::Article(new.title.clone(), edits(old, new)));
            }
            (Some(old), None) => changes.push(Change::GoneArticle(old.title.clone())),
            (None, Some(new)) => changes.push(Change::NewArticle(new.title.clone())),
            _ => {}
        }
    }
    changes
}

fn edits(old: &PayloadArticle, new: &PayloadArticle) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut field = |name, old: String, new: String| {
        if old != new {
            edits.push(Edit::Field(name, old, new));
        }
    };
    let asset = |asset: Option<Asset>| asset.map(|asset| asset.0.short()).unwrap_or_default();
    let crop = |crop: &Option<String>| crop.clone().unwrap_or_default();
    let images = |images: &[Asset]| images.iter().map(|asset| asset.0.short()).collect::<Vec<_>>().join(" ");
    let comments = |article: &PayloadArticle| match (article.comments_open, article.comments_fans_only) {
        (false, _) => "closed",
        (true, true) => "fans",
        (true, false) => "open",
    };
    field("title", old.title.clone(), new.title.clone());
    field("author", old.author.clone(), new.author.clone());
    field("summary", old.digest.clone(), new.digest.clone());
    field("read_more", old.source_url.clone(), new.source_url.clone());
    field("comments", comments(old).to_owned(), comments(new).to_owned());
    field("cover", asset(old.cover), asset(new.cover));
    field("cover.focus", crop(&old.crop_235_1), crop(&new.crop_235_1));
    field("images", images(&old.images), images(&new.images));
    let before = edits.len();
    lines(&seen(old).lines, &seen(new).lines, &mut edits);
    if before == edits.len() && old.content != new.content {
        edits.push(Edit::Looks);
    }
    edits
}

/// What a reader sees of an article.
pub fn seen(article: &PayloadArticle) -> Visible {
    match article.kind {
        ArticleType::News => Visible::of_html(&article.content),
        ArticleType::Newspic => Visible::of_text(&article.content),
    }
}

/// Lines that came and went, by the longest common subsequence.
fn lines(old: &[String], new: &[String], edits: &mut Vec<Edit>) {
    let same = |(a, b): &(&String, &String)| a == b;
    let head = old.iter().zip(new).take_while(same).count();
    let (old, new) = (&old[head..], &new[head..]);
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(same).count();
    let (old, new) = (&old[..old.len() - tail], &new[..new.len() - tail]);
    if old.len().saturating_mul(new.len()) > MAX_PAIRS {
        edits.extend(old.iter().cloned().map(Edit::Gone));
        edits.extend(new.iter().cloned().map(Edit::New));
        return;
    }
    let width = new.len() + 1;
    // Length of what the rests from (i, j) have in common.
    let mut common = vec![0_u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i * width + j] = if old[i] == new[j] {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == new.len()
            || (i < old.len() && common[(i + 1) * width + j] >= common[i * width + j + 1])
        {
            edits.push(Edit::Gone(old[i].clone()));
            i += 1;
        } else {
            edits.push(Edit::New(new[j].clone()));
            j += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(lines: &[&str]) -> Vec<String> {
        lines.iter().map(|line| (*line).to_owned()).collect()
    }

    #[test]
    fn a_changed_line_is_one_gone_and_one_new() {
        let mut edits = Vec::new();
        lines(&texts(&["甲", "乙", "丙"]), &texts(&["甲", "乙二", "丙", "丁"]), &mut edits);
        assert_eq!(edits, [Edit::Gone("乙".into()), Edit::New("乙二".into()), Edit::New("丁".into())]);
    }

    proptest! {
        #[test]
        fn the_edits_lead_from_the_old_to_the_new(old in prop::collection::vec("[abc]", 0..12), new in prop::collection::vec("[abc]", 0..12)) {
            let mut edits = Vec::new();
            lines(&old, &new, &mut edits);
            let gone: Vec<_> = edits.iter().filter_map(|edit| match edit { Edit::Gone(line) => Some(line.clone()), _ => None }).collect();
            let fresh: Vec<_> = edits.iter().filter_map(|edit| match edit { Edit::New(line) => Some(line.clone()), _ => None }).collect();
            let without = |all: &[String], some: &[String]| {
                let mut rest = all.to_vec();
                for line in some {
                    let at = rest.iter().position(|one| one == line).unwrap();
                    rest.remove(at);
                }
                rest.sort();
                rest
            };
            prop_assert_eq!(without(&old, &gone), without(&new, &fresh));
            prop_assert_eq!(edits.is_empty(), old == new);
        }
    }
}
