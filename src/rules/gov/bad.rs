//! `gov.bad`: bad taste as the ecology rules list it.

use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "gov.bad",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "不良信息",
    en: "Bad taste: gossip, gore, mockery, discrimination",
    basis: &["ECO-7"],
    documentation: "\
## 查什么
炒作绯闻劣迹、性暗示、血腥惊悚、对灾难的不当评论、按地域或人群的歧视、低俗用语、引诱未成年人的不良示范。标题夸张由 wx.clickbait 查；脏话、色情词等词表由站点自备，在 policy/rules/ 里写 rule: gov.bad。

## 为什么
生态治理规定要求平台防范这些“不良信息”，轻则限流，重则封号；灾难面前玩梗，对品牌的伤害无法弥补。

## 依据
网络信息内容生态治理规定第七条（2020-03-01 起）。

## 反例
“某地人都是骗子，招聘直接划掉。”“地震来了，全场半价震撼价。”

## 正例
“本次招聘不限地域。”“为受灾地区的读者延长退换期。”

## 怎么改
删去挑逗、猎奇、嘲讽的部分；灾难期间撤下促销；批评具体行为，不评价一个地方的人。

## 例外
反对歧视、科普、文学评论里引用的句子，带引号或在“不得”“别写”之下的只提示。
",
};

/// A whole place or group is judged.
static GROUP: Phrase = Phrase::new(concat!(
    "(?:北京|上海|天津|重庆|河北|河南|山东|山西|陕西|辽宁|吉林|黑龙江|东北|江苏|苏北|苏南|浙江|安徽|福建|莆田|江西|湖北|湖南|广东|广西|海南|四川|贵州|云南|甘肃|青海|宁夏|香港|台湾|外地|本地|乡下|农村|城里|南方|北方|黑|老年|穷|胖|残疾|单亲家庭的)",
    "(?:人|佬|女人|男人|女孩|孩子|女生|男生)(?:都|全|个个|基本上?|大多|天生|就是|全都|素质)(?:是|就是|爱|喜欢|会)?(?:骗子|小偷|贼|懒|脏|没素质|低素质|坏|蠢|笨|土|穷酸|素质低|差|低|偷|抢|不讲信用|不可靠|没文化|野蛮|势利|心机|矮人一等)",
    "|(?:不招|不要|不租给|谢绝|拒绝|不录用|免谈)(?:河南|东北|安徽|外地|农村|新疆|西藏|本地|湖北|武汉|少数民族|大龄|已婚未育|未婚未育|残疾|肥胖)(?:人|籍|户口|女性|女生|的)?",
    "|(?:河南|东北|安徽|外地|农村|新疆|西藏|湖北|武汉|河北|山东|四川|江西|少数民族|大龄|已婚未育|未婚未育|残疾)(?:人|籍|户口|女性)?(?:的)?(?:免谈|勿扰|勿投|请绕道|不要来|一律不要|不录用|不考虑)",
));
/// Discrimination is what the text is against.
static AGAINST: Phrase =
    Phrase::new("歧视|偏见|刻板印象|地图炮|不应|不能|不得|并非|不是说|反对|违法|道歉|谣言|处罚|被罚|误解");
/// A disaster is made fun of, or sells something.
static MOCKED: Phrase = Phrase::new(concat!(
    "(?:地震|洪水|洪灾|空难|坠机|疫情|暴雨|台风|车祸|火灾|爆炸|海啸|遇难|灾难|矿难)[^。\n]{0,16}(?:活该|报应|大快人心|喜大普奔|笑死|好笑|普天同庆|赚翻|狂欢|狂撒福利|特惠|大促|半价|打折|促销|折扣|震撼价|同款|爆款|红包雨|抢购|秒杀|发财|机会来了)",
    "|(?:活该|报应|大快人心|喜大普奔|普天同庆)[^。\n]{0,16}(?:地震|洪水|空难|坠机|疫情|车祸|火灾|爆炸|遇难|灾难)",
    "|死得好|震得好|炸得好|淹得好|灾难财",
));
/// Help, science, history.
static HELP: Phrase = Phrase::new(
    "捐|救援|救灾|赈灾|支援|受灾|延长|退换|免费退|预防|防护|保险|预警|安全|不得|不要|谴责|拒绝|禁止|别|反对|警惕|打击|用品|应急包",
);

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::bad(term), context, document, findings);
    for sentence in sentence::with(document, "people") {
        if let Some(range) = sentence.find(&GROUP)
            && !sentence.has(&AGAINST)
        {
            let message = text::bad_group(document.shown(range.clone()));
            let about = (Severity::Warning, message, text::bad_group_help());
            sentence::report_claim(&META, document, &range, about, findings);
        }
    }
    for sentence in sentence::with(document, "disaster") {
        if let Some(range) = sentence.find(&MOCKED)
            && !sentence.has(&HELP)
        {
            let message = text::bad_disaster(document.shown(range.clone()));
            let about = (Severity::Warning, message, text::bad_disaster_help());
            sentence::report_claim(&META, document, &range, about, findings);
        }
    }
}
