//! `gov.category`: subjects that the account is registered for.

use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "gov.category",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "内容超出账号登记的领域",
    en: "Content outside the registered subjects",
    basis: &["ACCT-15"],
    documentation: "\
## 查什么
账号（qianfa.yaml 的 category）和文章（front matter 的 category）都写了领域，而文章的不在账号的里面。

## 为什么
公众账号要按登记的类别生产内容；经济、教育、医疗、司法等专业领域还要有相应资质，平台会核验。

## 依据
互联网用户公众账号信息服务管理规定第十五条（2021-02-22 起）。

## 反例
登记为“美食”的账号发 category: medical 的用药建议。

## 正例
登记为 [food, travel] 的账号发 category: food 的菜谱。

## 怎么改
改文章的 category，换到对应的账号发，或到平台变更登记并更新 qianfa.yaml。

## 例外
账号或文章没有写 category 的不查。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let Some(category) = &article.front.details.category else { return };
    for name in &article.front.accounts {
        let Some(account) = context.site.config.account(name) else { continue };
        let known: Vec<&str> = account.category.iter().map(|known| known.value.as_str()).collect();
        if known.is_empty() || known.contains(&category.value.as_str()) {
            continue;
        }
        let message = text::category(&category.value, &name.value, known.join(", "));
        findings.push(META.finding(category.place.clone(), message).help(text::category_help()));
    }
}
