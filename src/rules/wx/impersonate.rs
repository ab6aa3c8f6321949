//! `wx.impersonate`: names and texts do not pose as authorities, media or brands.

use crate::base::message::truth as text;
use crate::finding::{Finding, Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;
use crate::site::{Account, Located};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Both(check, names) };

static META: Meta = Meta {
    id: "wx.impersonate",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "冒充机关、媒体或平台",
    en: "Posing as authorities, media or the platform",
    basis: &["WX-OPS", "AUCL-7"],
    documentation: "\
## 查什么
账号名和栏目名里的机关、媒体、平台的名称（“公安局”“人民日报”“微信团队”），以及正文里“我们是微信官方”“本号为税务局官方账号”“系统通知：您的账号异常”一类冒充的话。

## 为什么
仿冒机关、媒体和平台，轻则封号，重则构成招摇撞骗；仿冒他人的名称还违反反不正当竞争法。

## 依据
微信公众平台运营规范；反不正当竞争法第七条（2025-10-15 起的修订版）；互联网用户公众账号信息服务管理规定第十八条。

## 反例
账号名：“某市税务局服务中心”，注册主体是一家代账公司。

## 正例
账号名：“某某代账”，简介写清是企业服务。

## 怎么改
换一个不会让人误认的名字；有授权的，把授权登记在 policy/credentials.yaml，holder 写账号名。

## 例外
机关和媒体自己的账号（qianfa.yaml 的 owner_type 写 government、media，或有新闻许可）不算；“人民日报评论员”一类署名的转载由转载规则检查；提醒读者防范冒充的句子只提示。
",
};

/// Names of authorities, media and the platform itself.
const OTHERS: &[&str] = &[
    "人民日报",
    "新华社",
    "新华网",
    "央视",
    "中央电视台",
    "求是",
    "光明日报",
    "经济日报",
    "解放军报",
    "中国新闻网",
    "澎湃新闻",
    "国务院",
    "中央",
    "公安局",
    "公安厅",
    "派出所",
    "法院",
    "检察院",
    "税务局",
    "教育局",
    "教育厅",
    "卫健委",
    "卫生局",
    "市场监管局",
    "工商局",
    "社保局",
    "医保局",
    "人社局",
    "民政局",
    "交警",
    "消防救援",
    "海关",
    "发改委",
    "银保监",
    "证监会",
    "人民银行",
    "纪委",
    "监委",
    "人民政府",
    "市政府",
    "县政府",
    "微信团队",
    "微信官方",
    "微信支付",
    "腾讯官方",
    "腾讯客服",
    "微信公众平台",
    "微信安全中心",
    "微信小助手",
];

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::posing_text(term), context, document, findings);
}

/// The names of the site's accounts and columns.
fn names(context: &Context<'_>, findings: &mut Findings) {
    let config = &context.site.config;
    for account in config.accounts.iter().filter(|account| !is_authority(account)) {
        findings.extend(account.title.iter().filter_map(|title| posing(context, title)));
    }
    if config.accounts.iter().any(is_authority) {
        return;
    }
    findings.extend(context.site.desk.columns.iter().filter_map(|column| posing(context, &column.name)));
}

/// Whether the account belongs to an authority or a licensed medium.
fn is_authority(account: &Account) -> bool {
    account.news_licence.is_some()
        || account
            .owner_type
            .as_ref()
            .is_some_and(|kind| matches!(kind.value.as_str(), "government" | "media"))
}

fn posing(context: &Context<'_>, name: &Located<String>) -> Option<Finding> {
    let folded = fold(&name.value);
    let other = OTHERS.iter().find(|other| folded.contains(**other))?;
    let licensed = context
        .site
        .project
        .credentials
        .iter()
        .any(|credential| credential.holder.as_ref().is_some_and(|holder| holder.value == name.value));
    (!licensed)
        .then(|| META.finding(name.place.clone(), text::posing(&name.value, other)).help(text::posing_help()))
}
