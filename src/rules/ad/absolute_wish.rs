//! `ad.absolute.wish`: an absolute word in a wish or a goal.

use crate::base::message::ad as text;
use crate::finding::{Findings, Severity};
use crate::rules::absolute::{Claim, PACK, claim};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word::{self, Verdict};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.absolute.wish",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "愿望和目标里的绝对化用语",
    en: "Absolute words in wishes and goals",
    basis: &["ABS-GUIDE"],
    documentation: "\
## 查什么
广告里“力争”“致力于”“目标是”“希望”之后的绝对化用语。

## 为什么
指南允许经营者写服务态度、理念和目标；一旦写成已经做到，就按绝对化用语处罚，二十万元起。

## 依据
《广告绝对化用语执法指南》（市场监管总局公告 2023 年第 6 号）第五条。

## 反例
“我们一直致力于做行业第一，如今已经是行业第一。”

## 正例
“我们力争做最懂读者的编辑部。”

## 怎么改
保留目标的口气，不写“已经”“成为了”；能换成具体的承诺更好，如“当天回复读者来信”。

## 例外
只是提示，不会拦下发布；同一句里写明已经做到的归 ad.absolute。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report_pack(&META, PACK, context, document, findings, |hit, term, shown| {
        let wish = claim(document, hit, term) == Some(Claim::Wish);
        wish.then(|| Verdict { severity: Severity::Info, message: text::absolute_wish(shown) })
    });
}
