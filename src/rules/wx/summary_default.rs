//! `wx.summary-default`: what the platform takes as a summary when there is none.

use crate::base::message::lint as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::Format;
use crate::source::plain::{Block, OBJECT, Zone};
use crate::wechat::limits::DIGEST_TAKEN;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.summary-default",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "自动摘要不像摘要",
    en: "Summaries that the platform makes up",
    basis: &["WX-DRAFT"],
    documentation: "\
## 查什么
没有写摘要，而正文最前面是图注、问候语，或者根本没有文字。

## 为什么
没有摘要时，平台取正文前 54 个字当摘要，显示在订阅号列表和转发卡片上：读者最先看到的会是“大家好”。

## 依据
微信公众平台接口文档 draft/add：digest 不填时取正文前 54 个字。

## 反例
没有 summary，正文第一句是“大家好，我是小编”。

## 正例
summary: 五分钟读懂冬至的三件小事

## 怎么改
在 front matter 里写 summary。

## 例外
图片消息没有摘要，不查。
",
};

/// How people greet each other at the top of an article.
const GREETINGS: &[&str] = &[
    "大家好",
    "大家晚上好",
    "大家早上好",
    "大家下午好",
    "大家晚安",
    "各位",
    "你好",
    "您好",
    "嗨",
    "哈喽",
    "哈啰",
    "亲爱的",
    "朋友们",
    "家人们",
    "小伙伴",
    "同学们",
    "早上好",
    "早安",
    "晚上好",
    "晚安",
    "下午好",
    "hi",
    "hello",
    "hey",
    "点击上方",
    "点击蓝字",
    "点击关注",
    "关注我们",
    "关注并",
    "设为星标",
    "点上方",
];

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    if article.front.summary.is_some() || article.front.format == Format::Pictures {
        return;
    }
    let body = |block: &&Block| !matches!(block.zone, Zone::Title | Zone::Summary | Zone::Front);
    let words = |block: &Block| {
        let text = document.plain.text().get(block.range.clone()).unwrap_or_default();
        text.trim_matches(|c: char| c.is_whitespace() || c == OBJECT).to_owned()
    };
    let first = document.plain.blocks.iter().filter(body).find(|block| !words(block).is_empty());
    let finding = match first {
        None => META.finding(article.front.title.place.clone(), text::no_opening()),
        Some(block) => {
            let place = Place::new(&block.file, block.source.start..block.source.start);
            let opening: String = words(block).chars().take(12).collect();
            let lower = opening.to_lowercase();
            if block.zone == Zone::Alt {
                META.finding(place, text::opening_caption(opening, DIGEST_TAKEN))
            } else if GREETINGS.iter().any(|greeting| greets(&lower, greeting)) {
                META.finding(place, text::opening_greeting(opening, DIGEST_TAKEN))
            } else {
                return;
            }
        }
    };
    findings.push(finding.help(text::opening_help()));
}

/// Whether a text begins with a greeting; a Latin one must be a whole word.
fn greets(text: &str, greeting: &str) -> bool {
    let Some(rest) = text.strip_prefix(greeting) else { return false };
    !greeting.is_ascii() || !rest.starts_with(|c: char| c.is_ascii_alphanumeric())
}
