//! `wx.lost-contact`: readers are not led to other accounts for fear of losing this one, see `terms/wx-lost-contact.yaml`.

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.lost-contact",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "“防失联”引导关注其他账号",
    en: "Leading readers to spare accounts",
    basis: &["CAC-2023-13", "WX-OPS"],
    documentation: "\
## 查什么
“防失联”“备用号”“大号可能被封，先加小号”一类引导读者关注其他账号的话。

## 为什么
网信办对自媒体的管理要求点名了这种话术：它常常是被处罚的账号转移粉丝的办法。平台看到会处理当前账号，连同新账号一起。

## 依据
中央网信办关于加强“自媒体”管理的通知（2023-07-10）第七点；微信公众平台运营规范。

## 反例
“为防失联，请先关注我们的备用号，以免找不到组织。”

## 正例
“本号已通过平台的账号迁移功能更名为某某，关注关系自动保留，无须操作。”

## 怎么改
删去这一句。确实要换号，用平台的账号迁移，由平台发通知。

## 例外
说老人、儿童、登山、船舶失联的新闻和防走失手环一类用品不算。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::lost_contact(term), context, document, findings);
}
