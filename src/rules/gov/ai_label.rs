//! `gov.ai-label`: what a machine made, and whether readers are told.

use jiff::civil::date;

use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::period::Period;
use crate::rules::sentence::{self, Phrase};
use crate::site::Ai;

pub(crate) static RULE: Rule =
    Rule { meta: &META, check: Check::Between(Period::from(date(2025, 9, 1)), check) };

static META: Meta = Meta {
    id: "gov.ai-label",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "AI 生成内容没有标识",
    en: "AI content without a label",
    basis: &["AI-LABEL-10", "GB45438"],
    documentation: "\
## 查什么
`ai: generated` 的文章，正文要看得到“AI 生成”一类说明（人工智能或 AI，加生成或合成）；记录里 ai: generated 的图，图注、图片说明或全文要有说明；`ai: assisted` 没有说明的只提示。
图片文件带 `AIGC` 元数据（GB 45438-2025）、写了 ai_tools、正文说“由大模型撰写”“数字人出镜”，而 `ai` 没有写或写着 none 的，报警告。没有写 `ai` 不等于声明没有用。换脸、克隆声音另报错误。

## 为什么
发布生成合成内容的人要主动声明；平台会读文件里的标识，标识在、声明不在，文章可能被加注“疑似 AI 生成”，反复违规会限制发布。

## 依据
人工智能生成合成内容标识办法第四条、第十条（2025-09-01 起）；GB 45438-2025；微信公众平台 2025-08-31 公告。

## 反例
用生成的插图，front matter 里写 `ai: none`；或者写了 `ai: generated`，正文一个字不提。

## 正例
`ai: generated`，文末写“本文由 AI 生成，经编辑审核”；图注写“图片由 AI 生成”；发表时在平台上勾选声明。

## 怎么改
如实写 `ai`，在文首、文末或图注加上说明。不要删掉图片里的标识：办法第十条禁止删除、篡改。

## 例外
谈论人工智能的文章不用标；生成的图只是被讨论的例子时，写忽略说明；讲换脸诈骗、反诈的不报。
",
};

/// What readers are told: who (AI) and what (made).
static LABEL: Phrase = Phrase::new(concat!(
    "(?:人工智能|(?:^|[^a-z])ai|aigc|大模型|gpt|算法)[^。;\n]{0,14}(?:生成|合成|创作|绘制|撰写|辅助|参与|制作)",
    "|(?:生成|合成)[^。;\n]{0,8}(?:人工智能|ai(?:[^a-z]|$)|aigc)",
));
/// It is about this article.
static ABOUT_US: Phrase = Phrase::new(
    "本文|本篇|全文|图片|插图|配图|封面|图[:: ]|图\\d|本图|题图|以上|以下|内容|文中|部分|音频|视频|画面|声音|配音|声明|标识|注[:: ]|由|经",
);
/// The text says that a machine made part of it.
static MADE: Phrase = Phrase::new(concat!(
    "(?:本文|本篇|全文|文中|文章|稿件|封面|配图|插图|图片|本图|题图|视频|音频|配音|旁白|主播|出镜|画面|人物|形象|海报|背景音乐|这张图|这些图|这段话|标题)[^。;\n]{0,16}",
    "(?:(?:由|用|借助|通过|使用|经|是|均为|来自)[^。;\n]{0,8}(?:大模型|chatgpt|gpt|deepseek|midjourney|stable diffusion|文心一言|通义千问|豆包|kimi|sora|即梦|可灵|dall-e|ai|人工智能|数字人|aigc)|(?:为|是)?(?:ai|数字人))",
    "|(?:大模型|chatgpt|deepseek|midjourney|文心一言|通义千问|豆包|kimi|ai)(?:帮我们|替我们|为本文|为我们)?(?:写|画|生成|撰写|绘制|创作|配)(?:的|了)(?:本文|这篇|这张|封面|插图|配图|标题|这段)|由(?:大模型|ai|chatgpt|deepseek|豆包|人工智能)(?:自动)?(?:撰写|生成|绘制|创作|合成|写成)|(?:ai|数字人)(?:主播|代言人|虚拟人)?(?:出镜|播报|为您|带您|带你)",
));
/// A face or a voice is taken.
static FAKED: Phrase = Phrase::new(
    "(?:ai|人工智能|深度)?(?:换脸|换头)|(?:ai|人工智能)?克隆[^。;,\n]{0,8}(?:声音|嗓音|语音)|(?:声音|语音)克隆|deepfake|深度伪造",
);
/// Somebody takes it, here.
static FAKING: Phrase = Phrase::new(
    "我们|小编|本视频|本片|本期|本店|用|通过|制作|生成|合成|做成|代言|同款|教程|一键|明星|让(?:他|她|已故)|还原",
);
/// Talk about the matter.
static TALK: Phrase = Phrase::new(
    "诈骗|骗局|骗子|风险|检测|识别|鉴别|防范|警惕|反诈|提醒|不得|禁止|严禁|违法|侵权|判决|被罚|处罚|案|监管|办法|规定|滥用|伦理|危害|谣言|辟谣|争议|如何看|教程|课程|大赛|比赛|工具|软件|能力|技术|行业|产业|市场|研究|论文|报道|会不会|吗|是否",
);

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let front = &article.front;
    faked(document, findings);
    let labelled = is_labelled(document);
    let at = front.ai_at.clone().unwrap_or_else(|| front.title.place.clone());
    let mut tell = |place: Place, severity, message, help| {
        let mut finding = META.finding(place, message).help(help);
        finding.severity = severity;
        findings.push(finding);
    };
    match front.ai {
        Ai::Generated if !labelled => {
            tell(at.clone(), Severity::Error, text::ai_unlabelled(), text::ai_help())
        }
        Ai::Assisted if !labelled => tell(at.clone(), Severity::Info, text::ai_assisted(), text::ai_help()),
        _ => {}
    }
    for record in article.records.values() {
        let Some(ai) = record.ai.as_ref().filter(|ai| ai.value == Ai::Generated) else { continue };
        if !labelled && front.ai != Ai::Generated {
            tell(ai.place.clone(), Severity::Error, text::ai_picture(&record.file), text::ai_help());
        } else if front.ai == Ai::None && front.ai_at.is_some() {
            tell(at.clone(), Severity::Warning, text::ai_denied(&record.file), text::ai_declare());
        }
    }
    if front.ai != Ai::None {
        return;
    }
    let said = front.ai_at.is_some();
    for asset in document.assets(context) {
        let known = article.records.get(&asset.path).is_some_and(|record| record.ai.is_some());
        if !known && asset.content.as_ref().is_ok_and(|content| content.generated) {
            let message =
                if said { text::ai_marked(&asset.path) } else { text::ai_marked_unsaid(&asset.path) };
            tell(Place::file_only(&asset.path), Severity::Warning, message, text::ai_marked_help());
        }
    }
    if let Some(tool) = front.ai_tools.first() {
        let message = if said { text::ai_tool(&tool.value) } else { text::ai_tool_unsaid(&tool.value) };
        tell(tool.place.clone(), Severity::Warning, message, text::ai_declare());
    }
    for sentence in sentence::with(document, "made") {
        let Some(range) = sentence.find(&MADE) else { continue };
        if sentence.has(&TALK) {
            continue;
        }
        // A sentence that is a label itself only lacks the declaration.
        let severity = if LABEL.is_in(sentence.text) && !said { Severity::Info } else { Severity::Warning };
        let message = text::ai_says(document.shown(range.clone()));
        sentence::report(&META, document, &range, (severity, message, text::ai_declare()), findings);
        break;
    }
}

/// Whether readers are told anywhere that a machine made it.
fn is_labelled(document: &Document<'_>) -> bool {
    sentence::with(document, "synthetic").iter().any(|sentence| {
        sentence.has(&LABEL) && (sentence.has(&ABOUT_US) || sentence.text.chars().count() <= 16)
    })
}

/// Faces and voices that are made to speak.
fn faked(document: &Document<'_>, findings: &mut Findings) {
    for sentence in sentence::with(document, "faked") {
        let Some(range) = sentence.find(&FAKED) else { continue };
        if sentence.has(&TALK) || !sentence.has(&FAKING) {
            continue;
        }
        let message = text::ai_faked(document.shown(range.clone()));
        let about = (Severity::Error, message, text::ai_faked_help());
        sentence::report_claim(&META, document, &range, about, findings);
    }
}
