//! `ad.gift`: gifts are described: kind, specification, quantity, period, method.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word::{self, Verdict};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.gift",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "赠品没有写清楚",
    en: "Gifts that are not described",
    basis: &["AD-8.2", "PRICE-18"],
    documentation: "\
## 查什么
广告里“买一送一”“下单即赠”“到店有礼”所在的段落，有没有写明赠品的数量、期限和领取方式；缺两项以上是错误，缺一项是警告。front matter 的 gifts 登记齐全的不再查正文。

## 为什么
广告里表明附带赠送的，要明示品种、规格、数量、期限和方式，缺一项就可以处罚，罚款可到十万元。

## 依据
广告法第八条第二款、第五十九条；明码标价和禁止价格欺诈规定第十八条（2022-07-01 起）。

## 反例
“买沙发送好礼，下单即赠。”

## 正例
“12 月 1 日至 7 日，到店购买三人位沙发，当场赠羊毛毯一条（150×200 cm），共 50 条，送完即止。”

## 怎么改
在同一段把品名、规格、数量、期限、方式写全，或者在 front matter 的 gifts 里登记。

## 例外
“赠言”“送别”“免费送货上门”不是赠品；公益捐赠不算；活动计划只提示，细项由计划的字段检查。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    if is_registered(document) {
        return;
    }
    word::report_with(&META, context, document, findings, |hit, term, shown| {
        let severity = word::level(document, hit, term)?;
        let missing = missing(document, &hit.range);
        let severity = match missing.len() {
            0 => return None,
            1 => severity.min(Severity::Warning),
            _ => severity,
        };
        Some(Verdict { severity, message: text::thin_gift(shown, missing.join("、")) })
    });
}

/// Whether the front matter describes every gift.
fn is_registered(document: &Document<'_>) -> bool {
    let Some(front) = document.front() else { return false };
    let gifts = &front.details.gifts;
    let whole = |gift: &crate::site::Gift| {
        gift.spec.is_some() && gift.quantity.is_some() && gift.period.is_some() && gift.method.is_some()
    };
    !gifts.is_empty() && gifts.iter().all(|gift| whole(gift))
}

/// What a block has to say of a gift, and how that is recognised.
static PARTS: LazyLock<Vec<(&str, Regex)>> = LazyLock::new(|| {
    let parts = [
        (
            "数量",
            r"(?:[一二两三四五六七八九十]|\d)(?:份|个|件|只|瓶|盒|张|支|套|条|台|杯|包|袋|次|节|片|双|本|名|块|罐|桶|把|枚|对|ml|毫升|克|g\b|kg|斤)|\d元(?:红包|[\p{Han}]{0,3}券|现金|话费|礼金|储值)|同(?:等|款|品)|一送一|送[一二三四五六七八九\d]|限量\d|共(?:\d|[一二三四五六七八九十百千]+)",
        ),
        (
            "期限",
            r"(?:\d{1,2}|[一二三四五六七八九十]+)月(?:\d{1,2}|[一二三四五六七八九十]+)|\d{1,2}[./-]\d{1,2}|截[至止]|即日起至|有效期|活动期间|限?前\d+名|收货时|当[日天]|本周|本月|今[日天]|\d{4}年|送完即止|赠完即止|领完即止|先到先得|长期|全年|国庆|春节|元旦|双1[12]|双十[一二]|618|周[一二三四五六日末]|\d+[日号]前",
        ),
        (
            "方式",
            r"到店|凭|扫码|下单|购买|买|满(?:\d|[一二两三四五六七八九十百千])|报名|充值?|订|入会|办卡|签约|随(?:单|箱|货|餐)|领取|前\d+名|预约|邮寄|现场|消费|联系|出示|填写|进店|加购|拍下",
        ),
    ];
    parts.into_iter().filter_map(|(name, source)| Some((name, Regex::new(source).ok()?))).collect()
});

/// Names of what the block does not say of its gift.
fn missing(document: &Document<'_>, range: &Range<usize>) -> Vec<&'static str> {
    let block = document.block(range.clone()).map(|block| block.range.clone());
    let words = block.and_then(|range| document.plain.text().get(range)).unwrap_or_default();
    let folded = fold(words.get(..words.floor_char_boundary(4096)).unwrap_or_default()).replace(' ', "");
    PARTS.iter().filter(|(_, pattern)| !pattern.is_match(&folded)).map(|(name, _)| *name).collect()
}
