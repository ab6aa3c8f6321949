//! `ad.minor.endorser`: nobody under ten speaks for goods.

use jiff::ToSpan as _;

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.minor.endorser",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "不满十周岁的代言人",
    en: "Spokesperson under ten",
    basis: &["AD-38"],
    documentation: "\
## 查什么
front matter 的 endorsers（或 policy/people.yaml 里同名的人）按出生日期算，发布那天是否满十周岁；以及广告里“5岁小代言人”一类说法。

## 为什么
不得利用不满十周岁的未成年人作为广告代言人；罚广告费用一到三倍，算不清的十万到二十万元。

## 依据
广告法第三十八条第二款、第五十八条。

## 反例
endorsers: [{name: 小满, birth_date: 2019-05-01}]，2026 年发布。

## 正例
换成成年代言人，或只写产品，不请人代言。

## 怎么改
换人；已经拍好的素材不要用。

## 例外
家长记录家庭生活、没有商品的文章不是广告，不查；出镜但不代言的，由 ad.portrait-consent 查监护人同意。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::young_words(term), context, document, findings);
    let (Some(front), Some(day)) = (document.front(), document.day) else { return };
    for endorser in &front.details.endorsers {
        let people = &context.site.project.people;
        let known = || people.iter().find(|person| person.name.value == endorser.name.value);
        let born = endorser.birth_date.as_ref().or_else(|| known()?.birth_date.as_ref());
        let Some(born) = born.map(|born| born.value) else { continue };
        if born.checked_add(10.years()).is_ok_and(|tenth| tenth > day) {
            let place = endorser.birth_date.as_ref().map_or(&endorser.place, |born| &born.place);
            let message = text::young_endorser(&*endorser.name, born);
            findings.push(META.finding(place.clone(), message).help(text::young_endorser_help()));
        }
    }
}
