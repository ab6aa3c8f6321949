//! `wx.dark-contrast`: an author's colours in the reader's dark mode.

use crate::base::message::lint as text;
use crate::finding::{Finding, Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::markup;
use crate::rules::meta::{Check, Meta, Rule};
use crate::wechat::html::author::attribute;
use crate::wechat::html::color::{Color, PAGE_DARK};
use crate::wechat::html::style;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.dark-contrast",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "夜间模式下看不清",
    en: "Colours that dark mode swallows",
    basis: &["WX-DRAFT"],
    documentation: "\
## 查什么
正文里手写的 HTML 颜色，按平台的夜间模式算法换算之后，文字与底色的对比度：不到 3 是警告，不到 1.5 是错误。

## 为什么
一半的读者晚上看。平台会逐个元素换颜色，有些颜色换完之后与底色几乎一样。

## 依据
微信公众号排版规范（第三方编辑器）：对比度不低于 1.5；夜间模式算法是公开的。

## 反例
<span style='color:#888;background:#777'>小字</span>

## 正例
只给文字颜色，不给底色；或底色用浅灰、文字用深灰。

## 怎么改
换一个与底色差得更远的颜色，或去掉手写的颜色，让主题来配。

## 例外
主题的颜色由主题自己的检查负责；用代码以外的办法写的颜色（var、渐变）不查。
",
};

/// Contrast that is comfortable to read.
const WANTED: f32 = 3.0;
/// Contrast that the platform demands.
const DEMANDED: f32 = 1.5;

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    markup::each(document, |html| {
        // Grounds around, by element: (name, colour after conversion).
        let mut grounds: Vec<(String, Color)> = Vec::new();
        html.tags(|name, tag, range| {
            let Some(tag) = tag else {
                if let Some(at) = grounds.iter().rposition(|(open, _)| open == name) {
                    grounds.truncate(at);
                }
                return;
            };
            let around = grounds.last().map_or(PAGE_DARK, |(_, ground)| *ground);
            let style = attribute(tag, "style").unwrap_or_default();
            let ground = ground(&style)
                .or_else(|| attribute(tag, "bgcolor"))
                .and_then(|value| Color::seen(&value.to_ascii_lowercase(), around))
                .map_or(around, Color::dark_background);
            let ink = value(&style, "color").or_else(|| attribute(tag, "color"));
            let ink = ink.and_then(|value| Color::seen(&value.to_ascii_lowercase(), ground));
            if let Some(ink) = ink {
                let ratio = ink.dark_text(ground).contrast(ground);
                if ratio < WANTED {
                    findings.push(finding(ratio, crate::finding::Place::new(&article.file, range)));
                }
            }
            if !tag.self_closing {
                grounds.push((name.to_owned(), ground));
            }
        });
    });
}

fn finding(ratio: f32, place: crate::finding::Place) -> Finding {
    let message = text::dark_contrast(format!("{ratio:.1}"), WANTED);
    let mut finding = META.finding(place, message).help(text::dark_contrast_help());
    if ratio < DEMANDED {
        finding.severity = Severity::Error;
    }
    finding
}

fn ground(style: &str) -> Option<String> {
    value(style, "background-color").or_else(|| value(style, "background"))
}

fn value(style: &str, name: &str) -> Option<String> {
    let (_, value) = style::split(style).find(|(known, _)| known.eq_ignore_ascii_case(name))?;
    Some(value.to_owned())
}
