//! `sec.inside`: what a listed company must announce first.

use crate::base::message::sec_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "sec.inside",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "上市公司未公告的重大事项",
    en: "Inside information of listed companies",
    basis: &["SEC-53", "SEC-80"],
    documentation: "\
## 查什么
“内幕消息”“尚未公告”“公告前”一类说法和并购、重组、业绩、重大合同、董事长变动等重大事项写在一句里；站点写明自己是上市公司（policy/company.yaml 的 listed）而文章没有公告编号（announcement_no）时，讲自己的重大事项。

## 为什么
泄露内幕信息，没收违法所得并处一倍以上十倍以下罚款，没有违法所得的处五十万元以上五百万元以下罚款；情节严重的是犯罪。

## 依据
证券法第五十二条、第五十三条、第八十条、第一百九十一条（2020-03-01 起）。

## 反例
“我司拟收购某芯片企业，公告下周才发，先透露给大家。”

## 正例
“公司今日公告（公告编号：2026-015）：董事会同意收购……”

## 怎么改
等正式公告以后再发，正文写公告编号和日期，front matter 写 announcement_no。

## 例外
已公告并写了公告编号的、讲解规则的、报道他人已公告事项的不报；没有说自己是上市公司的，只报明说“内幕”“未公告”的句子。
",
};

/// It is said not to be public yet.
static HIDDEN: Phrase = Phrase::new(
    "内幕(?:消息|信息|人士)?|(?:尚未|还未|还没|没有|未|暂未|没)(?:正式)?(?:公告|披露|公布|公开|官宣)|公告前|披露前|抢先(?:透露|知道|剧透)|提前(?:透露|剧透|泄露)|公告(?:下周|明天|过几天|还没|稍后)|先透露|悄悄(?:告诉|透露)|别外传|独家(?:获悉|透露|爆料)|小范围(?:透露|通报)|公告(?:还|也)?(?:没|未)(?:发|出)|(?:没|未)发公告|没公告|有股(?:票)?的|股价你们懂|赶紧(?:买|上车)",
);
/// The announcement is there, or the rule is explained.
static PUBLIC: Phrase = Phrase::new(
    "公告编号|公告号|临\\d{4}|\\d{4}-\\d{2,3}号|(?:已|已经)(?:公告|披露|公布|公开)|(?:发布|披露|刊登)(?:了)?公告|公告(?:显示|称|披露|指出|表示)|证监会|交易所|内幕交易(?:罪|案|被罚|处罚|防控|是指)|不得|禁止|严禁|什么是|警惕|骗局|荐股|处罚|被罚|普法",
);
/// The company itself.
static OURS: Phrase = Phrase::new("我司|我们|本公司|公司|集团|本集团|董事会|我行|本行");

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let listed = context
        .site
        .project
        .company
        .as_ref()
        .and_then(|company| company.listed.as_ref())
        .is_some_and(|listed| listed.value);
    let announced = document.article().is_some_and(|article| article.front.details.announcement_no.is_some());
    if announced {
        return;
    }
    word::report(&META, |shown| text::inside(shown), context, document, findings);
    for sentence in sentence::with(document, "material-event") {
        let Some(event) = sentence.cue("material-event") else { continue };
        if PUBLIC.is_in(sentence.paragraph()) {
            continue;
        }
        let hidden = sentence.has(&HIDDEN);
        let severity = match (listed, hidden) {
            (true, _) if sentence.has(&OURS) || hidden => Severity::Error,
            (false, true) => Severity::Warning,
            _ => continue,
        };
        let message = text::inside(document.shown(event.clone()));
        sentence::report(&META, document, &event, (severity, message, text::inside_help()), findings);
    }
}
