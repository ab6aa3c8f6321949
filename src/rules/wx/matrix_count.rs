//! `wx.matrix-count`: one registrant has no more accounts than may be registered.

use std::collections::BTreeMap;

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::meta::{Check, Meta, Rule};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Site(check) };

static META: Meta = Meta {
    id: "wx.matrix-count",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "账号矩阵超过注册数量",
    en: "More accounts than one may register",
    basis: &["CAC-2023-13"],
    documentation: "\
## 查什么
policy/channels.yaml 里同一注册主体名下的公众号个数：个人超过一个、单位超过两个就提示。

## 为什么
注册数量有上限，绕过上限用别人的身份注册，账号会被一并清理，运营的投入全部落空。

## 依据
中央网信办关于加强“自媒体”管理的通知（2023-07-10）；微信公众平台注册规则。

## 反例
channels.yaml 里同一家公司登记了五个公众号。

## 正例
一家公司两个公众号，其余内容做成栏目。

## 怎么改
合并账号，或者核对每个账号真正的注册主体；平台批准增加的，在清单的备注里写明。

## 例外
视频号、微博等其他平台的账号不计入。
",
};

/// Accounts that a person and a company may register.
const OF_PERSON: usize = 1;
const OF_COMPANY: usize = 2;

fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut by_registrant: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for channel in &context.site.project.channels {
        let platform = channel.platform.as_ref().map_or("wechat", |platform| platform.value.as_str());
        if !matches!(platform, "wechat" | "weixin" | "mp" | "公众号" | "微信公众号" | "服务号" | "订阅号")
        {
            continue;
        }
        if let Some(registrant) = &channel.registrant {
            by_registrant.entry(&registrant.value).or_default().push(channel);
        }
    }
    for (registrant, channels) in by_registrant {
        let is_person = channels
            .iter()
            .any(|channel| channel.registrant_kind.as_ref().is_some_and(|kind| kind.value == "person"));
        let limit = if is_person { OF_PERSON } else { OF_COMPANY };
        if let Some(first_over) = channels.get(limit) {
            let message = text::too_many_accounts(registrant, channels.len(), limit);
            let place = first_over.name.place.clone();
            findings.push(META.finding(place, message).help(text::too_many_accounts_help()));
        }
    }
}
