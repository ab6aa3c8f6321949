//! `ad.finance.licence`: who advertises finance has a licence; private funds are not offered to the public.

use jiff::civil::Date;

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;
use crate::site::Located;
use crate::site::project::Credential;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.finance.licence",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "无牌照发布金融广告，或向公众推介私募",
    en: "Financial advertising without a licence",
    basis: &["FIN-316", "FUND-91"],
    documentation: "\
## 查什么
industry: [finance] 的广告有没有 licence 或 licence_no，或 policy/credentials.yaml 里类别为 finance、发布那天有效的资质；以及任何广告里向公众推介私募基金。

## 为什么
金融营销宣传是金融业务的一部分，没有牌照的机构不得宣传；私募基金不得向不特定对象公开推介。

## 依据
银发〔2019〕316 号文（2020-01-25 起）；证券投资基金法第九十一条。

## 反例
“私募基金热销，100 万起投，扫码认购。”

## 正例
licence: 公募基金销售业务资格，licence_no: 000000123。

## 怎么改
写上牌照和编号；没有牌照的，改由持牌机构发布，或删掉产品。

## 例外
记账、预算一类的理财知识不是金融广告：不写 industry: [finance] 就不查。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::private_fund(term), context, document, findings);
    let Some(front) = document.front().filter(|_| document.verdict.ad) else { return };
    let Some(industry) = front.industry.iter().find(|industry| industry.value == "finance") else { return };
    let details = &front.details;
    let filled =
        |value: &Option<Located<String>>| value.as_ref().is_some_and(|value| !value.trim().is_empty());
    let on_file =
        context.site.project.credentials.iter().any(|credential| is_valid(credential, document.day));
    if !filled(&details.licence) && !filled(&details.licence_no) && !on_file {
        let message = text::no_licence();
        findings.push(META.finding(industry.place.clone(), message).help(text::no_licence_help()));
    }
}

/// Whether a credential of the house covers finance on that day.
fn is_valid(credential: &Credential, day: Option<Date>) -> bool {
    let covers = credential.category.iter().any(|category| category.value == "finance");
    let over = |last: &Located<Date>| day.is_some_and(|day| last.value < day);
    covers && !credential.expires.as_ref().is_some_and(over)
}
