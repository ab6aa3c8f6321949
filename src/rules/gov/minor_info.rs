//! `gov.minor-info`: what minors should not be shown.

use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "gov.minor-info",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "可能影响未成年人身心健康的内容",
    en: "Content that may harm minors",
    basis: &["MINORNET-23", "MINOR-CLASS"],
    documentation: "\
## 查什么
面向未成年人的文章或账号（audience: minors）里出现自残、吸烟饮酒、赌博、炫富、打赏、校园贷、血腥、危险挑战等；任何文章里教人模仿窒息挑战、跳楼跳车等危险动作，又没有“请勿模仿”一类提示。

## 为什么
可能诱发模仿、影响身心健康的信息，要在展示前显著提示；以未成年人为对象的产品里不得出现。

## 依据
未成年人网络保护条例第二十三条、第二十四条（2024-01-01 起）；可能影响未成年人身心健康的网络信息分类办法（2026-03-01 起）。

## 反例
audience: minors 的文章写“同学们都在玩窒息挑战，敢不敢试”。

## 正例
“窒息挑战会致命，遇到有人起哄，请告诉老师和家长。”

## 怎么改
面向未成年人的删去；面向大众的，在这一段前面写明“危险动作，请勿模仿”或“未成年人请在家长陪同下阅读”。

## 例外
劝诫、科普、求助热线等正面引导的段落不报。
",
};

/// A dangerous act is a game.
static STUNT: Phrase = Phrase::new(
    "(?:窒息|昏迷|憋气|跳楼|跳车|爬楼|爬塔|卧轨|吞剑|吞刀|吞灯泡|喝洗手液|吃洗衣球|吃洗衣凝珠|飞车|飙车|扒火车|翘头|割腕|自残|喷火|电击|掐脖子|不系安全带|楼顶|高空|屋顶|跑酷|攀爬)[^。\n]{0,4}(?:挑战|大赛|比拼|教程|玩法|游戏|敢不敢|秀|打卡|攻略)",
);
/// It is warned of.
static WARNED: Phrase = Phrase::new(
    "请勿模仿|勿模仿|不要模仿|切勿|危险动作|专业人员|会致命|致命|危险|远离|拒绝|抵制|警惕|防止|预防|制止|禁止|不得|不要|不能|别|劝|求助|热线|告诉(?:老师|家长|父母)|家长(?:应|要|请|陪同)|危害|有害|戒|处罚|通报|下架|救",
);

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    if is_for_minors(context, document) {
        for sentence in sentence::with(document, "unfit") {
            let Some(range) = sentence.cue("unfit") else { continue };
            if WARNED.is_in(sentence.paragraph()) {
                continue;
            }
            let message = text::minor_unfit(document.shown(range.clone()));
            let about = (Severity::Warning, message, text::minor_unfit_help());
            sentence::report_claim(&META, document, &range, about, findings);
        }
    }
    for sentence in sentence::with(document, "stunt") {
        let Some(range) = sentence.find(&STUNT) else { continue };
        if WARNED.is_in(sentence.paragraph()) {
            continue;
        }
        let message = text::minor_stunt(document.shown(range.clone()));
        let about = (Severity::Warning, message, text::minor_stunt_help());
        sentence::report_claim(&META, document, &range, about, findings);
    }
}

/// Whether the article, or an account that it goes to, speaks to minors.
fn is_for_minors(context: &Context<'_>, document: &Document<'_>) -> bool {
    let Some(article) = document.article() else { return false };
    let minors = |audience: &str| matches!(audience, "minors" | "minor" | "children" | "未成年人" | "儿童");
    article.front.audience.as_ref().is_some_and(|audience| minors(&audience.value))
        || article.front.accounts.iter().any(|name| {
            let account = context.site.config.account(name);
            account
                .and_then(|account| account.audience.as_ref())
                .is_some_and(|audience| minors(&audience.value))
        })
}
