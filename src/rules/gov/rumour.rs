//! `gov.rumour`: what is heard and feared, and nobody stands for.

use std::cell::RefCell;

use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "gov.rumour",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "未经证实的险情、疫情、案情",
    en: "Unverified danger, epidemics and crimes",
    basis: &["PSAPL-29", "EMERG-7", "CAC-2023-13"],
    documentation: "\
## 查什么
“网传”“据内部人士”“听说”一类没有出处的说法，和疫情、地震、封城、爆炸、抢孩子、停水断供等公共安全事件写在一句里，同一段又没有官方来源；
“马上封城”“明天要地震”一类断言；“紧急扩散”“速转”一类催促传播的话。

## 为什么
故意散布谣言、谎报险情疫情警情，处五日以上十日以下拘留；账号会被限流、封禁。未经核实的险情会让读者慌乱，也让真的预警没人信。

## 依据
治安管理处罚法第二十九条（2026-01-01 起的修订版）；突发事件应对法第七条；中央网信办《关于加强“自媒体”管理的通知》（2023-07-10）。

## 反例
“网传本市某小区发现十例病例，大家赶紧囤货，速转。”

## 正例
“市卫健委 3 月 2 日通报：网传‘某小区封控’不实。原文见阅读原文。”

## 怎么改
找到发布的机关，写明单位和时间，把链接写进 front matter 的 sources；找不到就不发。

## 例外
辟谣、转述官方通报、讲解如何识别谣言的段落不报；front matter 写了 sources 的降为提示。
",
};

/// Somebody asserts that it will happen.
static SOON: Phrase = Phrase::new(concat!(
    "(?:马上|即将|明天|今晚|明晚|今夜|明早|后天|很快|下周|近期|这几天|几天内|凌晨|随时|就|快)(?:就|可能|肯定|一定|会|要|将|又|有){0,3}",
    "[^,。、;]{0,6}?(?:封城|封控|封路|封闭全城|大?地震|强震|大震|海啸|戒严|断水|断粮|断电|溃坝|决堤|核泄漏|毒气|倒闭)",
    "|(?:要|会|将|将会|将要)(?:发生|有|来)?[^,。、;]{0,6}?(?:封城|[大强]地震|强震|[5-9五六七八九](?:\\.\\d)?级[^,。]{0,3}地震|海啸|戒严|溃坝|决堤)",
));
/// What only looks like it.
static NOT_SOON: Phrase = Phrase::new(
    "演练|演习|预警|模拟|纪念|博物馆|体验|科普|逃生|应急|救援|预案|讲座|培训|课程|影片|电影|小说|剧情|游戏|地震[局台波仪带]|如果|假如|一旦|万一|无法预测|不能预测|不会|不可能|是否|吗",
);
/// Here and now.
static HERE: Phrase = Phrase::new(
    "(?:本市|我市|我县|本县|我区|全城|咱们|附近|隔壁|小区|学校|医院|这边|这里|[县市镇村区])[^,。;]{0,14}(?:疫情|瘟疫|传染病|病毒|病例|毒气)[^,。;]{0,8}(?:暴发|爆发|扩散|失控|蔓延|瞒)",
);
/// An authority is named as the source.
static OFFICIAL: Phrase = Phrase::new(concat!(
    "(?:据|根据|经|来源|来自|援引|转引自|引自)[^。\n]{0,24}(?:部门|公安部|教育部|外交部|应急管理部|农业农村部|卫生部|[市省县区国总监管震象育]局|分局|卫健委|发改委|委员会|[市省区]委|[市省]厅|[视气市省]台|台网|控中心|警中心|息中心|理中心|政府|警方|法院|新华社|日报|央视|新华网|人民网|消防|红十字会|世卫组织)",
    "|(?:公安|警方|卫健委|疾控|应急管理|地震台网|地震局|政府|官方|消防|教育局|国务院|气象台|市场监管|住建|供水公司|供电公司)[^。\n]{0,14}(?:通报|公告|发布|消息|回应|表示|介绍|证实|提醒|称|辟谣|澄清|核实)",
));
/// The authority is silent.
static SILENT: Phrase = Phrase::new(
    "(?:远超|超过|不同于|不像|比)(?:官方|警方|政府)|(?:官方|警方|政府|卫健委|媒体|公安)[^,。]{0,6}(?:还没|尚未|没有|没|未|隐瞒|不让|不敢|封锁|压着|不承认|瞒)",
);

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let sourced = document.article().is_some_and(|article| !article.front.sources.is_empty());
    let weigh = |severity: Severity| if sourced { Severity::Info } else { severity };
    let done = RefCell::new(Vec::new());
    word::report_with(&META, context, document, findings, |hit, term, shown| {
        let sentence = sentence::around(document, hit.range.clone());
        if !word::applies(document, hit, term) || is_excused(&sentence) {
            return None;
        }
        done.borrow_mut().push(sentence.range.clone());
        Some(word::Verdict { severity: weigh(term.severity), message: text::rumour_phrase(shown) })
    });
    let done = done.into_inner();
    let mut tell = |range: &std::ops::Range<usize>, severity, message| {
        let about = (weigh(severity), message, text::rumour_help());
        sentence::report(&META, document, range, about, findings);
    };
    for sentence in sentence::with(document, "danger") {
        if done.contains(&sentence.range) || is_excused(&sentence) {
            continue;
        }
        if let Some(range) = sentence.find(&SOON)
            && !sentence.has(&NOT_SOON)
        {
            let message = text::rumour_claim(document.shown(range.clone()));
            tell(&range, Severity::Error, message);
        } else if let (Some(heard), Some(danger)) = (sentence.cue("hearsay"), danger(document, &sentence)) {
            let message = text::rumour(document.shown(heard.clone()), document.shown(danger));
            tell(&heard, Severity::Warning, message);
        } else if let Some(range) = sentence.find(&HERE)
            && !OFFICIAL.is_in(sentence.paragraph())
        {
            let message = text::rumour_claim(document.shown(range.clone()));
            tell(&range, Severity::Warning, message);
        }
    }
}

/// What is feared in the sentence: 疫情期间 and 地震演练 are not.
fn danger(document: &Document<'_>, sentence: &sentence::Sentence<'_>) -> Option<std::ops::Range<usize>> {
    const IDLE: &[&str] = &[
        "期间",
        "以来",
        "之后",
        "后",
        "过后",
        "时期",
        "防控",
        "防治",
        "演练",
        "演习",
        "预防",
        "知识",
        "科普",
        "疫苗",
        "逃生",
        "保险",
        "片",
        "电影",
        "性",
        "局",
        "台",
        "带",
        "波",
        "博物馆",
        "纪念",
        "遗址",
        "救援",
        "题材",
        "率",
        "险",
    ];
    let within = document.scan().cues_within("danger", sentence.range.clone());
    let feared = |cue: &&std::ops::Range<usize>| {
        let rest = document.folded().get(cue.end..).unwrap_or_default();
        cue.end <= sentence.range.end && !IDLE.iter().any(|word| rest.starts_with(word))
    };
    within.iter().find(feared).cloned()
}

/// Whether the paragraph refutes it, or names who said so.
fn is_excused(sentence: &sentence::Sentence<'_>) -> bool {
    if sentence.paragraph_cue("refute") {
        return true;
    }
    let paragraph = sentence.paragraph();
    OFFICIAL.is_in(paragraph) && !SILENT.is_in(paragraph)
}
