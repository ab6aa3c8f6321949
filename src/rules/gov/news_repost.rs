//! `gov.news.repost`: news that is passed on.

use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::Located;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "gov.news.repost",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "转载新闻不合规",
    en: "Reposted news",
    basis: &["NEWS-15"],
    documentation: "\
## 查什么
转载（repost）的文章属于新闻（category、栏目、标签或 labels 写了新闻、时政、要闻、news），要写稿源、作者、原标题、责任编辑；稿源在 policy/lists/news-sources.yaml 里；标题没有改动。

## 为什么
转载新闻只能转国家规定范围内的单位，要注明来源、作者、原标题、编辑真实姓名，不得歪曲、篡改标题原意；违者处五千元以上三万元以下罚款。

## 依据
互联网新闻信息服务管理规定第十五条、第二十四条（2017-06-01 起）。

## 反例
repost: {author: 某人, source: 某自媒体}，标题改成了“出大事了”。

## 正例
repost: {author: 记者甲, source: 新华社, title: 原标题, editor: 编辑乙, url: …}，标题与原标题一致。

## 怎么改
只转载名单里的稿源，恢复原标题，补上编辑姓名。

## 例外
不是新闻的转载由 cr.reprint 查；没有建名单文件的，不查稿源是否在名单里。
",
};

/// Words that make an article news.
const NEWS: &[&str] = &["新闻", "时政", "要闻", "国内新闻", "国际新闻", "快讯", "news", "politics"];
/// Least likeness of titles that are the same but for a word.
const SAME: f64 = 0.85;

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let front = &article.front;
    let Some(repost) = &front.repost else { return };
    let words = front.tags.iter().chain(&front.labels).chain(&front.column).chain(&front.details.category);
    if !words.into_iter().any(|word| NEWS.contains(&word.value.as_str())) {
        return;
    }
    let blank =
        |value: &Option<Located<String>>| value.as_ref().is_none_or(|value| value.value.trim().is_empty());
    let keys =
        [("title", blank(&repost.title)), ("editor", blank(&repost.editor)), ("url", blank(&repost.url))];
    let missing: Vec<&str> = keys.into_iter().filter_map(|(key, missing)| missing.then_some(key)).collect();
    if !missing.is_empty() {
        let message = text::news_thin(missing.join(", "));
        findings.push(META.finding(repost.place.clone(), message).help(text::news_repost_help()));
    }
    let mut listed = context.site.project.names("news-sources").peekable();
    if listed.peek().is_some() && !listed.any(|name| name.value.name.value == repost.source.value.trim()) {
        let message = text::news_source(&repost.source.value);
        findings.push(META.finding(repost.source.place.clone(), message).help(text::news_repost_help()));
    }
    if let Some(original) = &repost.title
        && likeness(&original.value, &front.title.value) < SAME
    {
        let message = text::news_title(&original.value);
        findings.push(META.finding(front.title.place.clone(), message).help(text::news_repost_help()));
    }
}

/// How alike two titles are by their pairs of letters, 0 to 1.
fn likeness(first: &str, second: &str) -> f64 {
    let pairs = |title: &str| -> Vec<(char, char)> {
        let letters: Vec<char> = fold(title).chars().filter(|c| c.is_alphanumeric()).take(200).collect();
        letters.iter().copied().zip(letters.iter().copied().skip(1)).collect()
    };
    let (first, mut second) = (pairs(first), pairs(second));
    let all = first.len() + second.len();
    let mut shared = 0_u32;
    for pair in &first {
        if let Some(at) = second.iter().position(|other| other == pair) {
            second.swap_remove(at);
            shared += 2;
        }
    }
    if all == 0 { 1.0 } else { f64::from(shared) / f64::from(u32::try_from(all).unwrap_or(u32::MAX)) }
}
