//! `wx.qualification`: expert subjects are published with a qualification.

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fact::holds;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::Kind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.qualification",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "专业内容没有资质认证",
    en: "Expert content without a qualification",
    basis: &["CAC-2023-13"],
    documentation: "\
## 查什么
front matter 的 category 写了医疗、健康、金融、财经、法律、教育的文章，账号或作者有没有登记在 policy/credentials.yaml 的对应资质，发布当天是否有效。

## 为什么
网信办要求平台核验并展示财经、教育、医疗、司法等领域账号的服务资质、职业资格，无资质的暂停提供服务。

## 依据
中央网信办关于加强“自媒体”管理的通知（2023-07-10）第五点。

## 反例
category: medical，而账号没有任何医疗资质。

## 正例
policy/credentials.yaml 登记了执业医师证，front matter 写 credentials: [王医生执业证]。

## 怎么改
登记账号或作者的资质；没有的，请有资质的作者署名，或者只写不下结论的一般知识。

## 例外
一般的养生常识、理财观念、学习方法，不写 category 就不查；机构自己的服务通知（kind: notice）不算。
",
};

/// Subjects that need a qualification: their names in files, and what they are called in messages.
const SUBJECTS: &[(&[&str], &str)] = &[
    (&["medical", "health", "medicine", "医疗", "健康", "医学", "医药"], "医疗健康"),
    (&["finance", "investment", "securities", "金融", "财经", "理财", "证券"], "财经金融"),
    (&["law", "legal", "法律", "司法"], "法律"),
    (&["education", "training", "教育", "培训"], "教育"),
];

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let front = &article.front;
    let Some(category) = front.details.category.as_ref().filter(|_| front.kind != Kind::Notice) else {
        return;
    };
    let folded = crate::rules::fold::fold(&category.value);
    let Some((names, shown)) = SUBJECTS.iter().find(|(names, _)| names.iter().any(|name| folded == *name))
    else {
        return;
    };
    let details = &front.details;
    let stated = details.licence.is_some() || details.licence_no.is_some();
    if stated || is_certified(context, document, names) {
        return;
    }
    let message = text::unqualified(shown);
    findings.push(META.finding(category.place.clone(), message).help(text::unqualified_help()));
}

/// Whether a credential of that subject, valid on the day, stands behind the article or its accounts.
fn is_certified(context: &Context<'_>, document: &Document<'_>, subject: &[&str]) -> bool {
    let Some(front) = document.front() else { return false };
    let config = &context.site.config;
    let of_article = front.details.credentials.iter().map(|name| name.value.as_str());
    let accounts = config
        .accounts
        .iter()
        .filter(|account| front.accounts.iter().any(|named| named.value == account.name.value));
    let of_accounts = accounts.flat_map(|account| &account.credentials).map(|name| name.value.as_str());
    let named: Vec<&str> = of_article.chain(of_accounts).collect();
    context.site.project.credentials.iter().any(|credential| {
        let valid = holds(
            document.day,
            credential.from.as_ref().map(|day| day.value),
            credential.expires.as_ref().map(|day| day.value),
        );
        let covers = credential.category.iter().any(|known| subject.contains(&known.value.as_str()));
        let counts = named.contains(&credential.name.value.as_str())
            || credential
                .accounts
                .iter()
                .any(|account| front.accounts.iter().any(|named| named.value == account.value))
            || credential.accounts.is_empty() && named.is_empty();
        valid && covers && counts
    })
}
