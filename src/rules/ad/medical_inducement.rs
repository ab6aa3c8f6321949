//! `ad.medical.inducement`: words of the pack `terms/ad-medical-inducement.yaml`.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::trade;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.medical.inducement",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "医药类广告诱导购买或制造恐慌",
    en: "Inducement and fear in medical advertising",
    basis: &["REVIEW-11", "AD-16"],
    documentation: "\
## 查什么
industry 为 medical、drug、device、health-food、special-food 的广告里的“热销、抢购、试用”“家庭必备、免费治疗”“无效退款、保险公司承保”“安全无毒副作用”，评比、获奖、人数证明，以及“再不治就晚了”一类恐吓。

## 为什么
病人在焦虑里容易冲动。审查办法把这些表述逐项列为禁止；罚广告费用一到三倍，算不清的十万到二十万元。

## 依据
药品、医疗器械、保健食品、特殊医学用途配方食品广告审查管理暂行办法第十一条；广告法第十六条、第五十八条。

## 反例
industry: [drug] 的文章写“限时抢购，买二送一，无效退款”。

## 正例
“适应症和用法用量见说明书；请在药师指导下购买和使用。”

## 怎么改
删掉促销、评比、保证和恐吓，只留审查批准的文字。

## 例外
同样的词写衣服、家电没有问题：写对 industry 就不报。投诉、举报、不良反应的联系电话不算咨询热线。没有写 industry 而按文中线索推断的，降为警告。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    trade::report(&META, &trade::MEDICAL, |term| text::inducement(term), context, document, findings);
}
