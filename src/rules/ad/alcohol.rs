//! `ad.alcohol`: words of the pack `terms/ad-alcohol.yaml`.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::shown;
use crate::rules::trade;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.alcohol",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "酒类广告诱导饮酒、出现饮酒动作或宣称功效",
    en: "Inducement to drink",
    basis: &["AD-23"],
    documentation: "\
## 查什么
酒类广告里的“不醉不归”“干了这杯”等劝饮和饮酒动作，驾驶情节，“解压”“消除疲劳”“增加体力”等功效，以及图片记录里标了 drinking-action 的图。

## 为什么
酒类广告不得诱导、怂恿饮酒或宣传无节制饮酒，不得出现饮酒动作，不得暗示能消除紧张、增加体力；罚广告费用一到三倍，算不清的十万到二十万元。

## 依据
广告法第二十三条、第五十八条。

## 反例
industry: [alcohol] 的文章写“今夜不醉不归，喝酒解压”。

## 正例
“三年陶坛陈酿，52 度，入口绵柔。过量饮酒有害健康，未成年人请勿饮酒。”

## 怎么改
改写产地、工艺、度数和风味；换掉有饮酒动作的图。

## 例外
“请勿酒后驾车”等提醒不算；果汁、咖啡的“畅饮”不是酒类广告，不查；没有写 industry 的按文中线索推断，最多降为警告。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    trade::report(&META, &trade::ALCOHOL, |term| text::alcohol(term), context, document, findings);
    if document.verdict.ad && trade::ALCOHOL.is_promoted(document) {
        for record in shown::records(document).filter(|record| record.shows("drinking-action")) {
            let message = text::drinking_picture(&record.file);
            findings.push(META.finding(record.place.clone(), message).help(text::drinking_picture_help()));
        }
    }
}
