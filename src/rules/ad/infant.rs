//! `ad.infant`: words of the pack `terms/ad-infant.yaml`.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.infant",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "声称代替母乳",
    en: "Claims to replace breast milk",
    basis: &["AD-20"],
    documentation: "\
## 查什么
婴儿乳制品、饮料和其他食品的广告里，“媲美母乳”“接近母乳”“代替母乳”“与母乳一样”，以及劝人不喂母乳的说法。

## 为什么
母乳喂养关系婴儿健康，任何食品都不能声称全部或者部分替代母乳；罚广告费用一到三倍，算不清的十万到二十万元。

## 依据
广告法第二十条、第五十八条。

## 反例
“母乳级配方，营养接近母乳。”

## 正例
“适用于 6 至 12 月龄；母乳是婴儿最好的食物。”

## 怎么改
删掉和母乳的比较，写适用月龄、配料和营养成分表。

## 例外
“任何配方奶粉都不能代替母乳”“提倡母乳喂养”“母乳检测”不算。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::infant(term), context, document, findings);
}
