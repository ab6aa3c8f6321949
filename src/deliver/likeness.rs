//! Whether what the platform stores is what was sent. It rewrites addresses of pictures, drops what it forbids and adds
//! wrappers of its own; what readers see must be the same.
//!
//! Two measures: a fingerprint by which a draft or a publication is found again after a lost answer, and a comparison
//! that notices a hand that edited a draft.

use html5gum::emitters::default::{StartTag, Token};
use html5gum::{HtmlString, Tokenizer};

use crate::base::digest::Digest;
use crate::wechat::wire::{Article, ArticleType, NewsItem};

/// Declarations that storing drops (reference `wechat-html.md` 19).
const DROPPED: &[&str] = &["position", "text-decoration-thickness", "text-underline-offset"];

/// Where an article differs from what was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Difference {
    /// Which article, from 1.
    pub article: usize,
    /// The field's name on the wire; `articles` when their number differs.
    pub field: &'static str,
}

/// By what a message is found again: titles, authors, digests, links, visible texts and pictures, in order. Neither ids
/// of covers nor markup count, because the platform gives them back otherwise.
pub(super) fn fingerprint<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Digest {
    let mut text = String::new();
    for article in articles {
        let body = Body::of(article);
        for part in [&article.title, &article.author, &article.content_source_url, &body.text] {
            text.push_str(&plain(part));
            text.push('\n');
        }
        for picture in &body.pictures {
            text.push_str(picture);
            text.push('\n');
        }
        text.push('\u{1}');
    }
    Digest::of(text)
}

/// Holds what the platform stores against what was sent.
///
/// # Errors
/// The first difference that a reader could notice.
pub(super) fn compare(sent: &[Article], stored: &[NewsItem]) -> Result<(), Difference> {
    if sent.len() != stored.len() {
        return Err(Difference { article: 1, field: "articles" });
    }
    for (index, (sent, stored)) in sent.iter().zip(stored).enumerate() {
        if let Some(field) = differs(sent, &stored.article) {
            return Err(Difference { article: index + 1, field });
        }
    }
    Ok(())
}

fn differs(sent: &Article, stored: &Article) -> Option<&'static str> {
    let news = sent.article_type == ArticleType::News;
    let (ours, theirs) = (Body::of(sent), Body::of(stored));
    let checks: [(&'static str, bool); 8] = [
        ("article_type", sent.article_type == stored.article_type),
        ("title", plain(&sent.title) == plain(&stored.title)),
        ("author", !news || plain(&sent.author) == plain(&stored.author)),
        ("digest", !news || sent.digest.is_empty() || plain(&sent.digest) == plain(&stored.digest)),
        ("content_source_url", !news || sent.content_source_url == stored.content_source_url),
        ("need_open_comment", sent.need_open_comment == stored.need_open_comment),
        ("content", ours == theirs),
        ("image_info", pictures(sent) == pictures(stored)),
    ];
    checks.into_iter().find(|(_, same)| !same).map(|(field, _)| field)
}

fn pictures(article: &Article) -> usize {
    article.image_info.as_ref().map_or(0, |info| info.image_list.len())
}

/// Digest of everything that a read-back says, for noticing a change between two of them. Temporary addresses differ
/// from answer to answer and are left out.
pub(super) fn exact(stored: &[NewsItem]) -> Digest {
    let articles: Vec<&Article> = stored.iter().map(|item| &item.article).collect();
    Digest::of(serde_json::to_vec(&articles).unwrap_or_default())
}

/// What readers see of a text.
#[derive(Debug, PartialEq, Eq, Default)]
struct Body {
    text: String,
    /// Tags that are opened, with what counts of their attributes. Where they end follows from the text between.
    tags: Vec<String>,
    pictures: Vec<String>,
}

impl Body {
    fn of(article: &Article) -> Self {
        if article.article_type == ArticleType::Newspic {
            return Self { text: plain(&article.content), ..Self::default() };
        }
        let mut body = Self::default();
        for Ok(token) in Tokenizer::new(article.content.as_str()) {
            match token {
                Token::String(text) => body.text.push_str(&lossy(&text)),
                Token::StartTag(tag) => body.open(&tag),
                _ => {}
            }
        }
        body.text = plain(&body.text);
        body
    }

    fn open(&mut self, tag: &StartTag<()>) {
        let attribute = |name: &str| tag.attributes.get(name.as_bytes()).map(|value| lossy(&value.value));
        // Wrappers that the console's editor adds when a draft is saved there.
        if attribute("leaf").is_some() || attribute("nodeleaf").is_some() {
            return;
        }
        let name = lossy(&tag.name);
        let mut line = format!("{}<{name}", self.text.chars().filter(|c| !c.is_whitespace()).count());
        if name == "img" {
            let key = attribute("data-src").or_else(|| attribute("src")).map(|address| picture_key(&address));
            let key = key.unwrap_or_default();
            line.push_str(&key);
            self.pictures.push(key);
        }
        if let Some(href) = attribute("href") {
            line.push_str(&href);
        }
        if let Some(style) = attribute("style") {
            line.push_str(&declarations(&style));
        }
        self.tags.push(line);
    }
}

fn lossy(text: &HtmlString) -> String {
    String::from_utf8_lossy(text).into_owned()
}

/// Text without white space: the platform and its editor move it about.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').collect()
}

/// What stays the same of a picture's address: neither scheme nor host nor size nor query, but the name.
fn picture_key(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or("");
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let mut parts: Vec<&str> = path.split('/').skip(1).collect();
    if parts.len() > 1 && parts.last().is_some_and(|size| size.chars().all(|c| c.is_ascii_digit())) {
        parts.pop();
    }
    parts.last().copied().unwrap_or("").to_owned()
}

/// The declarations of a style that storing keeps, in one spelling.
fn declarations(style: &str) -> String {
    let kept = |declaration: &str| {
        let (name, value) = declaration.split_once(':')?;
        let (name, value) = (name.trim().to_ascii_lowercase(), plain(value));
        let dropped = DROPPED.contains(&name.as_str()) || value.contains("calc(") || value.contains("url(");
        (!dropped).then(|| format!(";{name}:{value}"))
    };
    style.split(';').filter_map(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(content: &str) -> Article {
        Article {
            title: "冬至".into(), digest: "摘".into(), content: content.into(), ..Article::default()
        }
    }

    fn stored(content: &str) -> Vec<NewsItem> {
        vec![NewsItem { article: article(content), ..NewsItem::default() }]
    }

    const SENT: &str = "<section style=\"color: #333; position:relative\"><p>喝一碗热的</p>\
        <p><img src=\"http://mmbiz.qpic.cn/mmbiz_png/KeyOne01/0?wx_fmt=png\" width=\"3\"/></p></section>";

    #[test]
    fn what_the_platform_rewrites_is_the_same() {
        let back = "<section style=\"color:#333\"><p><span leaf=\"\">喝一碗热的</span></p>\n\
            <p><img data-src=\"https://mmbiz.qpic.cn/sz_mmbiz_png/KeyOne01/640?from=appmsg\"></p></section>";
        assert_eq!(compare(&[article(SENT)], &stored(back)), Ok(()));
        assert_eq!(fingerprint(&[article(SENT)]), fingerprint(&[article(back)]));
    }

    #[test]
    fn what_a_hand_changes_is_not() {
        let content = Err(Difference { article: 1, field: "content" });
        for (from, to) in [
            ("一碗热的", "一碗凉的"),
            ("KeyOne01", "KeyTwo02"),
            ("#333", "red"),
            ("<p>喝", "<p><a href=\"https://mp.weixin.qq.com/s/x\">喝"),
            ("<p>喝一碗", "喝一<p>碗"),
        ] {
            assert_eq!(compare(&[article(SENT)], &stored(&SENT.replace(from, to))), content, "{to}");
        }
        let mut other = stored(SENT);
        other[0].article.title = "夏至".into();
        assert_eq!(compare(&[article(SENT)], &other), Err(Difference { article: 1, field: "title" }));
        assert_eq!(compare(&[article(SENT)], &[]), Err(Difference { article: 1, field: "articles" }));
        assert_ne!(exact(&stored(SENT)), exact(&other));
    }
}
