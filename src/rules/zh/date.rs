//! `zh.date`: dates and weekdays.

use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::prose;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "zh.date",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "日期与星期",
    en: "Dates and weekdays",
    basis: &["GB15835", "HOUSE"],
    documentation: "\
## 查什么
不存在的日期（2 月 30 日）、与日期不符的星期、早于开始的结束、只写两位的年份，以及“截止”“截至”的误用。没有写年份的日期按发布那一年推算。

## 为什么
活动时间错一天，读者就白跑一趟；推文发出后很难更正，活动规则写错还可能变成违约。

## 依据
《出版物上数字用法》（GB/T 15835—2011，2011-11-01 起实施，推荐性标准）；“截止”“截至”的区别见《现代汉语词典》。

## 反例
2026年12月21日（星期三）开奖。截止12月20日，已有 300 人报名。

## 正例
2026年12月21日（星期一）开奖。截至12月20日，已有 300 人报名。

## 怎么改
对着日历核对，是日期错了还是星期错了由你决定；有年份时 check --fix 按日期改星期。“截至”后面跟时间，“截止”是到时间为止不再办。

## 例外
书名号里的日期不查。12 月 30 日至 1 月 5 日这样跨年的，没有写年份就不算倒置。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    prose::report(&META, document, findings);
}
