//! `wx.induce-follow`: rewards for following.

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::induce::{self, Inducement};
use crate::rules::meta::{Check, Meta, Rule};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.induce-follow",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "诱导关注",
    en: "Rewards for following",
    basis: &["WX-OPS"],
    documentation: "\
## 查什么
文章、活动计划里以奖励（实物、红包、积分、资料、解锁全文）换取关注、邀请好友关注的说法：词表，加上同一句里“关注、邀请好友关注”与奖励相距 25 字以内的写法。
活动计划的 mechanics 也查。

## 为什么
平台规则明令禁止：停止传播、删除内容、清除涨来的粉丝、限制功能直到封号。活动上线之后再改已经晚了，所以在计划里就拦下。

## 依据
微信公众平台运营规范；微信外部链接内容管理规范 1.2；2014-12-30、2015-07-27 平台公告。

## 反例
“邀请 3 位好友关注，领取全套资料。”

## 正例
“资料全文见下，不需要关注。”

## 怎么改
四种合规做法：资料直接公开；按关键词回复发放，不以关注或拉人为条件；免费活动开放报名；征求反馈但不给奖励。

## 例外
写明“无需”“不以此为条件”的不算；没有奖励的“欢迎分享”“欢迎关注”不算；讲解规则的文章，引文里的反面例子只提示。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let inducement = Inducement {
        meta: &META,
        phrase: |term| text::induced_follow(term),
        mechanics: &["follow_required", "invite_count"],
    };
    induce::check(&inducement, context, document, findings);
}
