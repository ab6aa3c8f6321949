//! `ad.agri`: words of the pack `terms/ad-agri.yaml`.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::trade;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.agri",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "农业广告断言产量、功效或预测收益",
    en: "Guarantees in agricultural advertising",
    basis: &["AD-27", "AD-21"],
    documentation: "\
## 查什么
industry: [agriculture] 的广告里，种子、种苗、种畜禽的高产断言（“保证增产30%”“绝收包赔”）、经济效益预测（“亩收入两万”“保底回收”）、科研推广机构和种植户的证明，以及农药、兽药的“无毒无残留”“无效退款”。

## 为什么
一季庄稼赌不起。法律不许作科学上无法验证的断言、功效保证和经济效益预测；罚广告费用一到三倍，算不清的十万到二十万元。

## 依据
广告法第二十一条、第二十七条、第五十八条。

## 反例
“新品种保证亩产两千斤，种了就赚，农科院专家推荐。”

## 正例
“审定编号国审玉 20260001，适宜黄淮海夏播区；2025 年区域试验平均亩产 712 公斤（审定公告）。”

## 怎么改
写审定或登记编号、适宜区域、试验年份地点和数据来源，删掉保证和预测。

## 例外
写明审定、试验来源的数据不算；国家最低收购价政策不算；没有写 industry 的按文中线索推断，最多降为警告。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    trade::report(&META, &trade::AGRICULTURE, |term| text::agri(term), context, document, findings);
}
