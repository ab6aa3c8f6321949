//! `ad.real-estate`: words of the pack `terms/ad-real-estate.yaml`.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::trade;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.real-estate",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "房地产广告承诺升值、用时间标位置、误导规划",
    en: "Promises and locations in property advertising",
    basis: &["AD-26", "RE-AD"],
    documentation: "\
## 查什么
房地产广告里的升值和投资回报承诺，用“几分钟到达”表示位置，入学、落户、贷款承诺，内部认购，规划或在建设施的误导，以及虚假的紧迫感。

## 为什么
买房是大额支出。法律不许承诺升值，不许以到达某处的所需时间表示位置，不许对规划中的设施作误导宣传；罚广告费用一到三倍，算不清的十万到二十万元。

## 依据
广告法第二十六条、第五十八条；房地产广告发布规定（2016-02-01 起）。

## 反例
“10 分钟到地铁站，升值潜力巨大，买房送户口。”

## 正例
“距地铁 2 号线某站出入口道路距离 800 米（2026-10 实测）；规划小学处于批复阶段，以教育部门公告为准。”

## 怎么改
把时间改成道路距离，把规划写明状态和依据，删掉升值、回报和入学承诺。

## 例外
讲交通、地铁的报道不是广告，不报；“提前十分钟到售楼处”“包租船”不算；没有写 industry 的按文中线索推断，最多降为警告。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    trade::report(&META, &trade::REAL_ESTATE, |term| text::real_estate(term), context, document, findings);
}
