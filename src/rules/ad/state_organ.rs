//! `ad.state-organ`: words of the pack `terms/ad-state-organ.yaml`.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::shown;
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.state-organ",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "使用国家机关及其工作人员的名义或形象",
    en: "Names of state organs in advertisements",
    basis: &["AD-9.2"],
    documentation: "\
## 查什么
广告里的“特供”“专供”“内供”“军队专用”，国家机关、军队、领导人、警察等加“推荐、指定、认可、同款”，以及图片记录里标了 official-building 的图。

## 为什么
不得使用或者变相使用国家机关、国家机关工作人员的名义或者形象，起罚二十万元；“特供”还会引来专项整治。

## 依据
广告法第九条第二项、第五十七条。

## 反例
“人民大会堂特供，公安部推荐产品。”

## 正例
“产品符合 GA/T 73-2015，检测报告编号见文末。”

## 怎么改
写公开文件的名称、文号或标准号；说不清来源就删。

## 例外
“严打特供酒”等报道、“春节特供菜单”“学生特供窗口”“室内供暖”不算；政府采购的事实写在非广告文章里不报。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::state_organ(term), context, document, findings);
    if document.verdict.ad {
        for record in shown::records(document).filter(|record| record.shows("official-building")) {
            let message = text::organ_picture(&record.file);
            let mut finding = META.finding(record.place.clone(), message).help(text::organ_picture_help());
            finding.severity = Severity::Warning;
            findings.push(finding);
        }
    }
}
