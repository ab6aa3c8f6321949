//! `ad.absolute`: superlative and absolute claims about what is promoted.

use crate::base::message::ad as text;
use crate::finding::{Findings, Severity};
use crate::rules::absolute::{Claim, PACK, claim};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word::{self, Verdict};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: PACK,
    severity: Severity::Error,
    since: "0.1.0",
    zh: "广告里的绝对化用语",
    en: "Absolute claims in advertisements",
    basis: &["AD-9.3", "ABS-GUIDE"],
    documentation: "\
## 查什么
广告里指向商品、服务或经营者的绝对化用语：“国家级”“最高级”“最佳”等词，以及“最 + 形容词”紧挨着商品、品牌、“我们”“本店”或价格的写法。
零宽字符、异体字、夹在中间的符号、拼音和加粗都看得穿。

## 为什么
法律只举了三个词，同义词一样算。罚款二十万元以上一百万元以下，小广告也从二十万元起；首次、轻微、及时改正的可以不罚，治疗效果、投资收益、培训结果除外。

## 依据
广告法第九条第三项、第五十七条（2015-09-01 起施行，2021-04-29 修正）；《广告绝对化用语执法指南》（市场监管总局公告 2023 年第 6 号）第四至六条。

## 反例
kind: ad 的文章里写“本店有全城最好喝的热饮”。

## 正例
“我们每天现熬，保温杯里放四小时仍有 55℃（2026 年 10 月自测）”。

## 怎么改
写可以核实的事实，注明来源和日期；有依据的排名写全时间、地域、品类，并在 front matter 的 evidence 里存证。

## 例外
不是广告的文章只提示。消费提示（最佳食用温度、最佳观赏期）、时空顺序（最后三天、第一时间）、参数（最大承重）、等级与奖项的名称、
法定名称（国家级自然保护区）、policy/rules 的 allow 和 desk 里登记的品牌商标不算；愿望和目标归 ad.absolute.wish，只和自家产品比归 ad.absolute.self，
写全时间地域的排名归 ad.absolute.evidence；转述、否定、引文里的反面例子只提示。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report_with(&META, context, document, findings, |hit, term, shown| {
        let Some(Claim::Plain(severity)) = claim(document, hit, term) else { return None };
        let message =
            if document.verdict.ad { text::absolute_in_ad(shown) } else { text::absolute_elsewhere(shown) };
        Some(Verdict { severity, message })
    });
}
