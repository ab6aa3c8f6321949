//! `sec.customer`: customers who did not agree to be named.

use jiff::civil::Date;

use crate::base::message::sec_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::roster::Listed;
use crate::rules::sentence;
use crate::rules::word;
use crate::site::Located;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "sec.customer",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "未经许可写了客户的名字",
    en: "Customers named without permission",
    basis: &["AUCL-10"],
    documentation: "\
## 查什么
policy/customers.yaml 里的客户名（含别名）出现在正文，而这个客户没有 permission（或已到期），文章的 permission 里也没有它。没有名单也查：自己说客户不让说、没点头，或把客户的报价单、合同、底价、账期贴出来的句子。

## 为什么
客户名单、合作内容常常在保密条款里；擅自当案例宣传，可能违约、泄露商业秘密，也会得罪客户。

## 依据
反不正当竞争法第十条（2025-10-15 起的修订版）；与客户的保密约定。

## 反例
“我们为宏图集团做的项目，合同额三百万。”

## 正例
“一家制造业客户用三周完成了上线。”或先取得宏图集团的书面许可。

## 怎么改
隐去名字，或取得许可后在 policy/customers.yaml 写 permission: licences/hongtu.pdf。

## 例外
公开的中标公告、客户书面授权的案例、隐去名字的案例不报；客户自己发布的新闻可以引用，写忽略说明。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |shown| text::customer_told(shown), context, document, findings);
    let customers = &context.site.project.customers;
    if customers.is_empty() {
        return;
    }
    let allowed = document.article().map_or(&[][..], |article| &article.front.details.permission);
    let over = |last: Option<&Located<Date>>| matches!((last, document.day), (Some(last), Some(day)) if last.value < day);
    let mut told: Vec<usize> = Vec::new();
    for named in document.named(context) {
        let Listed::Customer(index) = named.who else { continue };
        let Some(customer) = customers.get(index).map(|customer| &customer.value) else { continue };
        let here = allowed.iter().any(|permission| {
            let party = &permission.value.party.value;
            let called =
                *party == customer.name.value || customer.aliases.iter().any(|alias| alias.value == *party);
            called && !over(permission.value.expires.as_ref())
        });
        if here || told.contains(&index) || customer.permission.is_some() && !over(customer.expires.as_ref())
        {
            continue;
        }
        told.push(index);
        let message = text::customer(&customer.name.value);
        let about = (META.severity, message, text::customer_help());
        sentence::report(&META, document, &named.range, about, findings);
    }
}
