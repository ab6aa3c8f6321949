//! `link.fragment`: links inside the page.

use crate::base::message::rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::reference::{self, Target};
use crate::source::plain::ReferenceKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "link.fragment",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "页内链接",
    en: "Links inside the page",
    basis: &["WX-DRAFT"],
    documentation: "\
## 查什么
形如 #小标题 的页内链接。

## 为什么
平台删掉所有 id，页内链接点了没有反应；带着它保存草稿会被拒绝（45166）。

## 依据
微信公众平台接口文档 draft/add；多个工具报告的返回码。

## 反例
[回到目录](#目录)

## 正例
“下文第三节会讲到。”

## 怎么改
去掉链接，用小标题和序号引导。

## 例外
脚注由渲染器处理，不在此列。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some((article, references)) = reference::of(document) else { return };
    for link in references.iter().filter(|reference| reference.kind == ReferenceKind::Link) {
        if reference::target(article, &link.target) == Target::Fragment {
            let place = reference::place(&article.file, link);
            findings.push(META.finding(place, text::fragment(&link.target)).help(text::fragment_help()));
        }
    }
}
