//! `wx.avatar`: users' avatars on posters.

use crate::base::message::campaign as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;
use crate::source::yaml::{Node, Value};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.avatar",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "海报用到用户头像",
    en: "Users' avatars on posters",
    basis: &["WX-LINK-1.2"],
    documentation: "\
## 查什么
活动计划的 materials 里 avatar: true 的物料；计划里“带头像的专属海报”“生成头像海报”一类的写法。

## 为什么
平台 2019 年起把利用用户头像、昵称做传播素材列为违规，理由是诱导熟人点击；头像本身还是个人信息。

## 依据
微信外部链接内容管理规范（2019 年增补）。

## 反例
materials: [{id: poster, kind: poster, avatar: true}]

## 正例
海报只用活动主视觉和活动二维码。

## 怎么改
去掉头像和昵称；要展示参与者，先取得单独同意。

## 例外
讲怎样换头像的文章不查，只看活动计划。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(campaign) = document.campaign() else { return };
    let mut said = Findings::new();
    word::report(&META, |word| text::avatar_phrase(word), context, document, &mut said);
    findings.extend(said.into_iter().map(|finding| finding.help(text::avatar_help())));
    let Some(Node::Seq(materials)) = campaign.value().get("materials").map(|materials| materials.node) else {
        return;
    };
    for (node, place) in materials {
        let material = Value { name: "", node, place };
        let Some(flag) = material.get("avatar").filter(|flag| matches!(flag.node, Node::Bool(true))) else {
            continue;
        };
        let id = material.get("id").and_then(|id| id.as_str()).unwrap_or_default();
        findings.push(META.finding(flag.place.clone(), text::avatar(id)).help(text::avatar_help()));
    }
}
