//! `pii.personalised`: pushes by segment.

use crate::base::message::campaign as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "pii.personalised",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "分群推送没有拒绝的办法",
    en: "Pushes by segment without a way to refuse",
    basis: &["PII-24"],
    documentation: "\
## 查什么
活动计划的 audience.segments、文章的 segment：按用户画像分群推送的，有没有写 optout: true，也就是提供了便捷的拒绝方式。

## 为什么
自动化决策做推送营销，必须同时提供不针对个人特征的选项或便捷的拒绝方式，否则属于违法处理个人信息。

## 依据
个人信息保护法第二十四条。

## 反例
audience: {segments: [potential]}

## 正例
audience: {segments: [potential], optout: true}，菜单里有“不再接收推荐”。

## 怎么改
做好关闭的办法（菜单、关键词、设置页），再写 optout: true。

## 例外
发给全体关注者的、只写 personas 做创意参考的不算。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let (segment, optout) =
        if let Some(campaign) = document.campaign().filter(|campaign| plan::counts(campaign)) {
            (campaign.segments.first(), &campaign.optout)
        } else if let Some(front) = document.front() {
            (front.details.segment.as_ref(), &front.details.optout)
        } else {
            return;
        };
    let Some(segment) = segment else { return };
    if optout.as_ref().is_none_or(|optout| !optout.value) {
        let message = text::personalised(&segment.value);
        findings.push(META.finding(segment.place.clone(), message).help(text::personalised_help()));
    }
}
