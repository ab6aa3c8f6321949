//! `ad.medical`: words of the pack `terms/ad-medical.yaml`.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.medical",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "广告断言疗效、安全性或借医患作证明",
    en: "Assertions of cure or safety, and endorsements",
    basis: &["AD-16", "AD-17", "DRUG-89", "REVIEW-11"],
    documentation: "\
## 查什么
广告里说治愈率、有效率、“根治”“三天见效”“无副作用”，与别的药品、疗法比较，用专家、医院、患者的名义或形象作推荐、证明，以及“祖传秘方”一类说法。不管推广的是药还是普通商品都查。

## 为什么
医疗、药品、器械广告不得含有这些内容；普通商品更不得涉及治疗。罚广告费用一到三倍，算不清的十万到二十万元，疗效承诺不适用首违从轻。

## 依据
广告法第十六条、第十七条、第五十八条；药品管理法第九十条；药品、医疗器械、保健食品、特殊医学用途配方食品广告审查管理暂行办法第十一条。

## 反例
“三天见效，治愈率98%，患者张阿姨亲述。”

## 正例
按审查批准的说明书内容写，并标“请按药品说明书或者在药师指导下购买和使用”。

## 怎么改
删掉疗效数字、时间和见证；已经批准的广告照批准文本发布。

## 例外
“根治欠薪”“能源有效率”“立竿见影的政策”不算；统计公报、研究引文写明来源的不算；不是广告的科普和报道不报。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::medical(term), context, document, findings);
}
