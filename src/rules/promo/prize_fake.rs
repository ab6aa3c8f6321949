//! `promo.prize.fake`: rigged or invented winners.

use crate::base::message::campaign as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;
use crate::source::plain::Zone;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "promo.prize.fake",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "内定或虚构的中奖",
    en: "Rigged or invented winners",
    basis: &["PROMO-15", "AUCL-11"],
    documentation: "\
## 查什么
“内定中奖人”“安排自己人中奖”“大奖不投放”一类的话；活动计划的 winners 和活动文章里的名单，有没有本单位人员（policy/people.yaml 里 role: staff 的，或 policy/lists/staff.yaml）。

## 为什么
谎称有奖、让内定人员中奖、扣着奖品不投放，是法律点名的欺骗，罚款五万至五十万元，直播时被当场看出来更难收场。

## 依据
反不正当竞争法第十一条；规范促销行为暂行规定第十五条、第十六条。

## 反例
“一等奖已经内定给王总的朋友”；名单里出现编辑部同事的姓名。

## 正例
“本单位人员及其近亲属可以参与交流，不参加抽奖”。

## 怎么改
从名单里去掉本单位人员，用公开的办法重新抽，并把重抽的理由一起公布。

## 例外
名单里打了码的姓名（王*）不比对；“室内定位”“国内定价”不算；说“不得内定”的规则不算。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |word| text::fake_phrase(word), context, document, findings);
    let staff = staff(context);
    if staff.is_empty() {
        return;
    }
    if let Some(campaign) = document.campaign() {
        for winner in &campaign.winners {
            if let Some(name) = staff.iter().find(|name| winner.trim().starts_with(**name)) {
                let message = text::staff_winner(name);
                findings.push(META.finding(winner.place.clone(), message).help(text::staff_winner_help()));
            }
        }
    }
    let Some(article) = document.article() else { return };
    let lists = ["中奖", "获奖", "开奖", "抽奖", "幸运"];
    if !lists.iter().any(|word| article.front.title.contains(word)) {
        return;
    }
    for (index, block) in document.plain.blocks.iter().enumerate() {
        if !matches!(block.zone, Zone::Cell | Zone::Item) {
            continue;
        }
        let shown = document.plain.block_text(index).trim();
        let Some(name) = staff.iter().find(|name| **name == shown) else { continue };
        if let Some(place) = document.plain.place(block.range.clone()) {
            findings.push(META.finding(place, text::staff_winner(name)).help(text::staff_winner_help()));
        }
    }
}

/// Names of people of the house.
fn staff<'c>(context: &'c Context<'_>) -> Vec<&'c str> {
    let project = &context.site.project;
    let people =
        project.people.iter().filter(|person| person.role.as_ref().is_some_and(|role| role.value == "staff"));
    let names = people.map(|person| person.name.value.as_str());
    let listed = project.names("staff").map(|name| name.name.value.as_str());
    names.chain(listed).filter(|name| name.chars().count() >= 2).collect()
}
