//! `ad.education.k9`: no advertising for training in school subjects of compulsory education.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::stance::Stance;
use crate::rules::trade;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.education.k9",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "义务教育阶段学科类培训广告",
    en: "Advertising of school-subject training",
    basis: &["DOUBLE-REDUCTION", "AD-24"],
    documentation: "\
## 查什么
教育广告的一句话里同时出现年级（小学、初三、中考……）、学科（语文、数学……）和培训（班、辅导、一对一……）。

## 为什么
主流媒体、新媒体、公共场所不登载、不播发面向中小学生的校外培训广告；义务教育阶段学科类培训一经发现即被下架和查处。

## 依据
关于进一步减轻义务教育阶段学生作业负担和校外培训负担的意见（2021-07）；广告法第二十四条。

## 反例
industry: [education] 的广告写“初三数学冲刺班，名师一对一，火热报名中”。

## 正例
“成人油画周末班，零基础可报，每期 12 课时。”

## 怎么改
删除；改为推广成人、职业、兴趣类课程时，也不要出现义务教育的年级和学科。

## 例外
教师资格考试、教师培训、整治新闻不算；“不做学科培训”的声明不算。没有写 industry 的，文中有三处以上教育线索才查，并降为警告。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let declared = trade::EDUCATION.is_declared(document);
    if !document.verdict.ad || !(declared || trade::EDUCATION.is_promoted(document)) {
        return;
    }
    let scan = document.scan();
    let mut last = 0;
    for subject in scan.cue("school-subject") {
        let sentence = document.sentence(subject.clone());
        if sentence.start < last {
            continue;
        }
        let has = |name: &str| !scan.cues_within(name, sentence.clone()).is_empty();
        if !has("school-stage") || !has("school-class") {
            continue;
        }
        last = sentence.end;
        let words = document.folded().get(sentence.clone()).unwrap_or_default();
        if OTHERS.iter().any(|other| words.contains(other)) || document.stance(subject) != Stance::Claimed {
            continue;
        }
        let Some(place) = document.place(subject.clone()) else { continue };
        let mut finding = META.finding(place, text::school_training(document.shown(subject.clone())));
        if !declared {
            finding.severity = Severity::Warning;
        }
        findings.push(finding.help(text::school_training_help()));
    }
}

/// Sentences about teachers, adults and arts speak of other training.
const OTHERS: &[&str] = &[
    "教师资格",
    "教资",
    "教师招聘",
    "教师编",
    "教师培训",
    "教师研修",
    "师训",
    "招教",
    "特岗",
    "成人",
    "家长课堂",
    "家长学校",
    "公益",
    "非学科",
    "不开设",
    "不提供",
    "不做",
    "不涉及",
    "不含学科",
    "不教",
    "编程",
    "绘画",
    "书法",
];
