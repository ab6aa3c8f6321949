//! `wx.fission`: rewards for bringing people.

use crate::base::message::campaign as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan;
use crate::rules::word::{self, Verdict};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.fission",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "裂变拉新",
    en: "Rewards for bringing people",
    basis: &["WX-OPS", "WX-LINK-1.2"],
    documentation: "\
## 查什么
活动计划的 mechanics：invite_count 大于 0 又有奖励，带参数的个人二维码加奖励；计划、文章、菜单和自动回复里“邀请 3 位好友关注领资料”“任务海报”“邀请有礼”一类的做法。

## 为什么
这是平台认定的诱导分享和诱导关注：删除涨来的粉丝、停止传播、限制功能，屡犯永久封号。上线之后再改已经晚了，所以在计划阶段就拦。

## 依据
微信公众平台运营规范；微信外部链接内容管理规范 1.2；平台 2014-12-30、2015-07-27 公告。

## 反例
邀请 3 位好友关注，领取全套资料。

## 正例
资料全文见文末，不用关注，也不用转发。

## 怎么改
四种合规做法：资料直接公开；按关键词回复发放，不以关注或拉人为条件；免费活动开放报名；征求反馈但不给奖励。

## 例外
讲解规则的文章、引文里的反面例子只提示；写明“无需邀请”的不算；不在微信里的员工内推不算。
",
};

/// Characters before a phrase in which it is said that it is not required.
const WAIVER: usize = 10;

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let mut said = Findings::new();
    word::report_with(&META, context, document, &mut said, |hit, term, shown| {
        let waived = document.has_before("waived", &hit.range, WAIVER);
        let severity = word::level(document, hit, term).filter(|_| !waived)?;
        Some(Verdict { severity, message: text::fission_phrase(shown) })
    });
    findings.extend(said.into_iter().map(|finding| finding.help(text::fission_help())));
    let Some(campaign) = document.campaign() else { return };
    let mechanics = &campaign.mechanics;
    let rewarded = mechanics.reward.is_some() || !campaign.prizes.is_empty() || campaign.commission.is_some();
    if let Some(count) = mechanics.invite_count.as_ref().filter(|count| count.value > 0) {
        let finding = if rewarded {
            META.finding(count.place.clone(), text::fission(count.value)).help(text::fission_help())
        } else {
            let message = text::fission_bare(count.value);
            plan::weighing(&META, Severity::Warning, count.place.clone(), message, text::fission_help())
        };
        findings.push(finding);
    }
    if let Some(code) = mechanics.parameter_qr.as_ref().filter(|code| code.value && rewarded) {
        findings.push(META.finding(code.place.clone(), text::fission_code()).help(text::fission_help()));
    }
}
