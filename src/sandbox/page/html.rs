//! The page's HTML. Every value goes through [`escape`]; only the article's own document holds stored HTML.

use std::borrow::Cow;
use std::sync::LazyLock;

use jiff::Timestamp;
use regex::{Captures, Regex};

use super::view::{AccountView, ArticleView, Group, Item, Place, Tone};
use crate::base::html::escape;
use crate::base::message::{Lang, Message, sandbox as text};
use crate::sandbox::state::china;
use crate::wechat::wire::ArticleType;

const STYLE: &str = include_str!("page.css");
const ARTICLE_STYLE: &str = include_str!("article.css");

fn say(message: &Message, lang: Lang) -> String {
    escape(&message.text(lang)).into_owned()
}

fn time(at: Timestamp, lang: Lang) -> String {
    let format = if lang == Lang::Zh { "%Y年%-m月%-d日 %H:%M" } else { "%Y-%m-%d %H:%M" };
    at.to_zoned(china()).strftime(format).to_string()
}

fn code(lang: Lang) -> (&'static str, &'static str) {
    if lang == Lang::Zh { ("zh-CN", "") } else { ("en", "?lang=en") }
}

fn whole(title: &str, style: &str, body: &str, lang: Lang) -> String {
    format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{}</title><style>{style}</style></head>\
         <body>{body}</body></html>",
        code(lang).0,
        escape(title),
    )
}

/// The list of accounts.
pub(super) fn list(accounts: &[AccountView], now: Timestamp, lang: Lang) -> String {
    let mut body = format!(
        "<header class=\"top\"><div><h1>{}</h1><p>{}</p></div><p class=\"clock\">{}</p></header>",
        say(&text::page_title(), lang),
        say(&text::page_intro(), lang),
        say(&text::page_clock(time(now, lang)), lang),
    );
    if accounts.is_empty() {
        body += &format!("<p class=\"none\">{}</p>", say(&text::no_accounts(), lang));
    }
    accounts.iter().for_each(|view| body += &account(view, lang));
    whole(&text::page_title().text(lang), STYLE, &body, lang)
}

fn account(view: &AccountView, lang: Lang) -> String {
    let figures: String = view
        .figures
        .iter()
        .map(|(number, name)| format!("<li><b>{number}</b><span>{}</span></li>", say(name, lang)))
        .collect();
    let trust = if view.verified { text::verified() } else { text::unverified() };
    let initial: String = view.name.chars().take(1).collect();
    let messages: String = match view.messages.as_slice() {
        [] => format!("<p class=\"none\">{}</p>", say(&text::no_messages(), lang)),
        groups => groups.iter().map(|group| message(group, lang)).collect(),
    };
    let drafts: String = match view.drafts.as_slice() {
        [] => format!("<p class=\"none\">{}</p>", say(&text::no_drafts(), lang)),
        groups => groups.iter().map(|group| draft(group, lang)).collect(),
    };
    format!(
        "<main class=\"account\"><aside class=\"card\"><div class=\"who\"><span class=\"avatar\">{}</span>\
         <div><h2>{name}</h2><p class=\"appid\">{}</p></div></div>\
         <p class=\"badges\"><span>{}</span><span{}>{}</span></p><ul class=\"figures\">{figures}</ul></aside>\
         <section class=\"phone\"><h3>{name}</h3><div class=\"screen\">{messages}</div></section>\
         <section class=\"card drafts\"><h3>{}</h3>{drafts}</section></main>",
        escape(&initial),
        escape(&view.appid),
        say(&view.kind, lang),
        if view.verified { " class=\"good\"" } else { "" },
        say(&trust, lang),
        say(&text::drafts(), lang),
        name = escape(&view.name),
    )
}

fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Busy => "busy",
        Tone::Bad => "bad",
        Tone::Quiet => "quiet",
    }
}

/// A message as followers get it: the first article large, the others below.
fn message(group: &Group, lang: Lang) -> String {
    let mut out = format!("<p class=\"when\">{}</p><article class=\"message\">", time(group.time, lang));
    for (index, item) in group.items.iter().enumerate() {
        out += &if index == 0 { first(item, group.items.len() == 1, lang) } else { row(item, lang) };
    }
    out += &format!("<footer class=\"{}\">{}</footer></article>", tone(group.tone), say(&group.state, lang));
    out
}

fn link(item: &Item, class: &str, inner: &str, lang: Lang) -> String {
    match &item.href {
        Some(href) => format!("<a class=\"{class}\" href=\"{}{}\">{inner}</a>", escape(href), code(lang).1),
        None => format!("<div class=\"{class}\">{inner}</div>"),
    }
}

fn cover(item: &Item) -> String {
    match &item.cover {
        Some(cover) => format!("<img src=\"{}\" alt=\"\" loading=\"lazy\">", escape(cover)),
        None => "<i class=\"blank\"></i>".into(),
    }
}

fn first(item: &Item, alone: bool, lang: Lang) -> String {
    let digest = if alone && !item.digest.is_empty() {
        format!("<p>{}</p>", escape(&item.digest))
    } else {
        String::new()
    };
    let picture = if item.cover.is_some() {
        format!("<span class=\"wide\">{}</span>", cover(item))
    } else {
        String::new()
    };
    link(item, "first", &format!("{picture}<h4>{}</h4>{digest}", escape(&item.title)), lang)
}

fn row(item: &Item, lang: Lang) -> String {
    link(
        item,
        "row",
        &format!("<h4>{}</h4><span class=\"square\">{}</span>", escape(&item.title), cover(item)),
        lang,
    )
}

fn draft(group: &Group, lang: Lang) -> String {
    let mut out = "<article class=\"draft\">".to_owned();
    for item in &group.items {
        let inner = format!(
            "<span class=\"square\">{}</span><div><h4>{}</h4><p>{}</p></div>",
            cover(item),
            escape(&item.title),
            escape(&item.digest)
        );
        out += &link(item, "entry", &inner, lang);
    }
    out += &format!(
        "<footer><span class=\"{}\">{}</span><time>{}</time></footer></article>",
        tone(group.tone),
        say(&group.state, lang),
        time(group.time, lang)
    );
    out
}

/// The page of one article: a phone with the article in a frame, and what the platform knows of it.
pub(super) fn article(view: &ArticleView, place: &Place, lang: Lang) -> String {
    let article = &view.article;
    let comments = match (article.need_open_comment, article.only_fans_can_comment) {
        (false, _) => text::comments_closed(),
        (true, true) => text::comments_fans(),
        (true, false) => text::comments_open(),
    };
    let row = |name: Message, value: String| format!("<dt>{}</dt><dd>{value}</dd>", say(&name, lang));
    let mut facts = row(
        text::field_state(),
        format!("<span class=\"{}\">{}</span>", tone(view.tone), say(&view.state, lang)),
    );
    if !article.digest.is_empty() {
        facts += &row(text::field_digest(), escape(&article.digest).into_owned());
    }
    facts += &row(text::field_comments(), say(&comments, lang));
    facts += &row(text::field_address(), format!("<code>{}</code>", escape(&view.url)));
    if !article.content_source_url.is_empty() {
        facts += &row(text::read_more(), format!("<code>{}</code>", escape(&article.content_source_url)));
    }
    let (_, query) = code(lang);
    let body = format!(
        "<main class=\"reader\"><section class=\"phone\"><h3>{account}</h3>\
         <iframe title=\"{title}\" sandbox src=\"/article/{}/{}/{}/{}/content{query}\"></iframe></section>\
         <aside class=\"card\"><p><a href=\"/{query}\">{}</a></p><h2>{title}</h2><dl>{facts}</dl></aside></main>",
        escape(&place.appid),
        escape(&place.kind),
        escape(&place.id),
        place.idx,
        say(&text::back(), lang),
        account = escape(&view.account),
        title = escape(&article.title),
    );
    whole(&article.title, STYLE, &body, lang)
}

/// The article itself, for the frame.
pub(super) fn content(view: &ArticleView, lang: Lang) -> String {
    let article = &view.article;
    let mut body = String::new();
    for picture in &view.pictures {
        body += &format!("<p class=\"picture\"><img src=\"{}\" alt=\"\"></p>", escape(picture));
    }
    body += &format!("<h1>{}</h1><p class=\"meta\">", escape(&article.title));
    if !article.author.is_empty() {
        body += &format!("<span>{}</span>", escape(&article.author));
    }
    body += &format!("<b>{}</b><time>{}</time></p>", escape(&view.account), time(view.time, lang));
    body += &match article.article_type {
        ArticleType::News => {
            format!("<div class=\"content\">{}</div>", with_local_pictures(&article.content))
        }
        ArticleType::Newspic => format!("<p class=\"plain\">{}</p>", escape(&article.content)),
    };
    if !article.content_source_url.is_empty() {
        body += &format!("<p class=\"more\">{}</p>", say(&text::read_more(), lang));
    }
    whole(&article.title, ARTICLE_STYLE, &body, lang)
}

/// Addresses on the platform's picture host become those of the sandbox, in the page only.
fn with_local_pictures(content: &str) -> Cow<'_, str> {
    static PICTURE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r#"(data-src=|src=|url\()(["']?)(?:https?:)?//mmbiz\.qpic\.cn/mmbiz_[a-z]+/([\w-]+)/\d+(?:\?[^"')\s>]*)?"#)
            .ok()
    });
    let Some(picture) = PICTURE.as_ref() else { return Cow::Borrowed(content) };
    picture.replace_all(content, |found: &Captures<'_>| {
        let before = if &found[1] == "data-src=" { "src=" } else { &found[1] };
        format!("{before}{}/_sandbox/picture/{}", &found[2], &found[3])
    })
}

/// The page for an article that is not there.
pub(super) fn missing(lang: Lang) -> String {
    let sentence = say(&text::no_article(), lang);
    let back = say(&text::back(), lang);
    let body = format!("<p class=\"none\">{sentence}</p><p class=\"none\"><a href=\"/\">{back}</a></p>");
    whole(&text::page_title().text(lang), STYLE, &body, lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn platform_pictures_become_local_and_other_addresses_stay() {
        let content = "<img data-src=\"https://mmbiz.qpic.cn/mmbiz_png/a-B_9/640?wx_fmt=png&amp;from=appmsg\" alt=\"x\">\
            <p style=\"background:url(https://mmbiz.qpic.cn/mmbiz_jpg/c/0)\">https://mmbiz.qpic.cn/mmbiz_png/a/0</p>";
        assert_eq!(
            with_local_pictures(content),
            "<img src=\"/_sandbox/picture/a-B_9\" alt=\"x\">\
             <p style=\"background:url(/_sandbox/picture/c)\">https://mmbiz.qpic.cn/mmbiz_png/a/0</p>"
        );
    }
}
