//! `ad.medical.notice`: the fixed warnings of drug, device and health-food advertising.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::shown;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.medical.notice",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "医药、保健食品广告缺少法定提示语",
    en: "Fixed warnings missing",
    basis: &["AD-16", "AD-18", "REVIEW"],
    documentation: "\
## 查什么
药品广告：处方药的“本广告仅供医学药学专业人士阅读”，非处方药的“请按药品说明书或者在药师指导下购买和使用”；家用医疗器械：“请仔细阅读产品说明书或者在医务人员的指导下购买和使用”；保健食品：“本品不能代替药物”。图片里的文字写在 rights.yaml 的 text 里也算。

## 为什么
这些提示语一个字都不能少，还要显著标出；缺了罚广告费用一到三倍，算不清的十万到二十万元。

## 依据
广告法第十六条、第十八条、第五十八条；审查管理暂行办法。

## 反例
industry: [health-food] 的广告只在末尾写“祝您健康”。

## 正例
正文单独一段：“保健食品不是药物，不能代替药物治疗疾病。”

## 怎么改
把对应的提示语原样放进正文，字号不小于正文。

## 例外
标点和空格不影响；医院、诊所的服务广告没有固定提示语，不查。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(front) = document.front().filter(|_| document.verdict.ad) else { return };
    let mut said: Option<String> = None;
    for industry in &front.industry {
        let Some((_, notices)) = NOTICES.iter().find(|(name, _)| *name == industry.value) else { continue };
        let said = said.get_or_insert_with(|| everything_said(document));
        if notices.iter().any(|notice| said.contains(notice)) {
            continue;
        }
        let message = text::no_notice(&**industry);
        let help = text::no_notice_help(notices.first().copied().unwrap_or_default());
        findings.push(META.finding(industry.place.clone(), message).help(help));
    }
}

/// The letters of the text and of its pictures, folded.
fn everything_said(document: &Document<'_>) -> String {
    let mut said: String = document.folded().chars().filter(|c| c.is_alphanumeric()).collect();
    for record in shown::records(document) {
        let words = record.details.text.as_ref().map(|text| fold(text)).unwrap_or_default();
        said.push(' ');
        said.extend(words.chars().filter(|c| c.is_alphanumeric()));
    }
    said
}

/// The sentences that advertising of an industry must carry, any one of them, letters only.
const NOTICES: &[(&str, &[&str])] = &[
    (
        "drug",
        &[
            "请按药品说明书或者在药师指导下购买和使用",
            "请按药品说明书或在药师指导下购买和使用",
            "本广告仅供医学药学专业人士阅读",
        ],
    ),
    (
        "device",
        &[
            "请仔细阅读产品说明书或者在医务人员的指导下购买和使用",
            "请仔细阅读产品说明书或在医务人员的指导下购买和使用",
        ],
    ),
    ("health-food", &["本品不能代替药物", "不能代替药物治疗疾病"]),
    ("special-food", &["请在医生或者临床营养师指导下使用", "请在医生或临床营养师指导下使用"]),
];
