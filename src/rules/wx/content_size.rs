//! `wx.content-size`: how long a body may be.

use crate::base::message::rules as text;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::{Article, Format};
use crate::source::plain::Zone;
use crate::wechat::limits::{CONTENT_BYTES, CONTENT_CHARS_DOCUMENTED, CONTENT_PICTURES};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.content-size",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "正文太长",
    en: "Bodies that are too long",
    basis: &["WX-DRAFT"],
    documentation: "\
## 查什么
正文的长度（按 Markdown 估算，准确值在渲染时算）：HTML 超过 1 MB 被拒绝（错误）；文字超过 2 万字超出文档（警告）；图片消息的文字超过 1000 字被拒绝（错误）。

## 为什么
超过上限整期都发不出去。

## 依据
微信公众平台接口文档 draft/add 的 content；实测 1 MB 以内通过，图片消息 1001 字返回 45166。

## 反例
把一本手册贴成一篇文章。

## 正例
拆成三篇，同期发出。

## 怎么改
拆成几篇，或减少表格和代码。

## 例外
没有。
",
};

/// How much longer the HTML is than its Markdown, at least: styles stand inline on every element.
const GROWTH: usize = 2;

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let count = characters(document);
    let place = || start(article);
    if article.front.format == Format::Pictures {
        let limit = CONTENT_PICTURES.reject;
        if count > limit {
            findings
                .push(META.finding(place(), text::pictures_over(count, limit)).help(text::shorten(limit)));
        }
        return;
    }
    let bytes = article.body.len().saturating_mul(GROWTH);
    if article.body.len() > CONTENT_BYTES {
        let message = text::content_over(kilobytes(article.body.len()), kilobytes(CONTENT_BYTES));
        findings.push(META.finding(place(), message).help(text::content_help()));
    } else if bytes > CONTENT_BYTES {
        let message = text::content_over(kilobytes(bytes), kilobytes(CONTENT_BYTES));
        findings.push(warning(META.finding(place(), message)));
    } else if count > CONTENT_CHARS_DOCUMENTED {
        let message = text::content_long(count, CONTENT_CHARS_DOCUMENTED);
        findings.push(warning(META.finding(place(), message)));
    }
}

fn warning(mut finding: Finding) -> Finding {
    finding.severity = Severity::Warning;
    finding.help(text::content_help())
}

/// Characters of the body that readers see.
fn characters(document: &Document<'_>) -> usize {
    let body = document
        .plain
        .blocks
        .iter()
        .filter(|block| !matches!(block.zone, Zone::Title | Zone::Summary | Zone::Front | Zone::Alt));
    body.filter_map(|block| document.plain.text().get(block.range.clone()))
        .map(|text| text.chars().count())
        .sum()
}

/// The first character of the body.
fn start(article: &Article) -> Place {
    let blank = article.body_text().len() - article.body_text().trim_start().len();
    let start = article.body.start + blank;
    Place::new(&article.file, start..start)
}

fn kilobytes(bytes: usize) -> String {
    format!("{} KB", bytes / 1000)
}
