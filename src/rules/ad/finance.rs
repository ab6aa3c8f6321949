//! `ad.finance`: words of the pack `terms/ad-finance.yaml`.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::trade;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.finance",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "投资理财广告承诺收益或保本",
    en: "Promises of return or safety in financial advertising",
    basis: &["AD-25", "FIN-316", "FUND-91"],
    documentation: "\
## 查什么
理财、基金、贷款、加盟等有投资回报预期的广告里，对收益、保本、无风险的承诺（“保本保息”“稳赚不赔”“年化收益12%”“三个月回本”），荐股和操作诱导，受益者或专家的推荐，“不看征信”一类放贷说法。

## 为什么
读者拿的是自己的积蓄。法律不许对未来的效果、收益作保证性承诺，也不许明示或暗示保本、无风险；罚款是广告费用的一到三倍，算不清的十万到二十万元，收益和安全的承诺不适用首违从轻。

## 依据
广告法第二十五条、第五十八条；银发〔2019〕316 号文（2020-01-25 起）；证券投资基金法第七十七条、第九十一条。

## 反例
“本产品保本保息，年化收益12%，名额有限。”

## 正例
“本产品为 R2 级非保本浮动收益型，近三年业绩见产品说明书，过往业绩不代表未来表现。投资有风险，由投资者自行承担。”

## 怎么改
删掉承诺，改写产品类型、风险等级、业绩比较基准和历史数据的期间与来源，并加上风险提示和责任承担。

## 例外
“打破刚性兑付”“无风险利率”“成本保本点”等术语，“不承诺保本”等否定，揭露骗局的文章，都不算。没有写 industry 的，按文中线索推断，最多降为警告。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    trade::report(&META, &trade::FINANCE, |term| text::finance(term), context, document, findings);
}
