//! `wx.induce-share`: rewards for sharing.

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::induce::{self, Inducement};
use crate::rules::meta::{Check, Meta, Rule};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.induce-share",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "诱导分享",
    en: "Rewards for sharing",
    basis: &["WX-OPS", "WX-LINK-1.2"],
    documentation: "\
## 查什么
文章、活动计划、菜单和自动回复里以奖励（实物、红包、积分、资料、解锁全文）换取分享、转发、集赞、助力的说法：“转发本文领资料”“分享解锁全文”“集赞”“砍一刀”“好友助力”“打卡返学费”，还有“不转不是……”“转发保平安”“必须转”一类的胁迫和道德绑架。
活动计划的 mechanics 也查。

## 为什么
平台规则明令禁止：停止传播、删除内容、清除涨来的粉丝、限制功能直到封号。活动上线之后再改已经晚了，所以在计划里就拦下。

## 依据
微信公众平台运营规范；微信外部链接内容管理规范 1.2；2014-12-30、2015-07-27 平台公告。

## 反例
“转发本文到朋友圈，截图领取资料包。”

## 正例
“觉得有用，欢迎分享给需要的同事。”

## 怎么改
四种合规做法：资料直接公开；按关键词回复发放，不以关注或拉人为条件；免费活动开放报名；征求反馈但不给奖励。

## 例外
写明“无需”“不以此为条件”的不算；没有奖励的“欢迎分享”“欢迎关注”不算；讲解规则的文章，引文里的反面例子只提示。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let inducement =
        Inducement { meta: &META, phrase: |term| text::induced_share(term), mechanics: &["share_required"] };
    induce::check(&inducement, context, document, findings);
}
