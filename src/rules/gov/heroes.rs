//! `gov.heroes`: heroes and martyrs in sales and jokes.

use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::roster::Listed;
use crate::rules::sentence::{self, Phrase};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "gov.heroes",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "英雄烈士",
    en: "Heroes and martyrs",
    basis: &["HERO-22", "PSAPL-35"],
    documentation: "\
## 查什么
把英雄烈士用于广告促销，或用戏谑、否定的话说英雄烈士；站点在 policy/lists/heroes.yaml 列出的名字（kind: heroes）同样对待。站点也可以在 policy/rules/ 里为本规则写自己的词表。

## 为什么
禁止侮辱、诽谤英雄烈士，禁止将英雄烈士的姓名、肖像用于商标、商业广告。情节严重的，最高可判三年。

## 依据
英雄烈士保护法第二十二条、第二十三条（2018-05-01 起）；治安管理处罚法第三十五条（2026-01-01 起的修订版）；刑法第二百九十九条之一。

## 反例
“烈士纪念日特惠，全场五折。”

## 正例
“烈士纪念日，向英雄致敬。”（不带商品和优惠）

## 怎么改
纪念内容和商品、优惠彻底分开；删去戏说、质疑英烈事迹的话。

## 例外
纪念、史料研究、参观烈士陵园的文章不报。
",
};

/// Goods and sales.
static SALE: Phrase = Phrase::new(
    "特惠|优惠|打折|[一二两三四五六七八九\\d]折|半价|促销|大促|满减|秒杀|抢购|下单|购买|代言|同款|联名|专场|套餐|买一送一|红包|领券|优惠券|立减|团购|开业|带货|销量|新品|限量|礼盒|爆款",
);
/// Mockery and denial.
static INSULT: Phrase = Phrase::new(
    "逃兵|叛徒|编的|是被[\\p{Han}]{1,4}骗|活该|死得(?:不值|活该|好)|白死|傻|蠢|智障|作秀|摆拍|骗局|炒作|编造|虚构|杜撰|不存在|造神|烤肉|玩梗|恶搞|可笑|笑话|纯属(?:虚构|编造)|没死|送死|炮灰|假(?:烈士|英雄|的)|吹(?:出来|牛)|土匪|摔下(?:山|崖)|摔死|逃跑|怕死|没什么(?:好|可)?(?:纪念|了不起|值得)|有什么(?:好|可)(?:纪念|学|敬)|笑死|装的",
);
/// Law, warnings, scholarship.
static RESPECT: Phrase = Phrase::new(
    "不得|禁止|严禁|不能|不容|不应|诋毁|侮辱|诽谤|抹黑|谣言|辟谣|驳斥|反驳|历史虚无主义|依法|被判|处罚|被罚|道歉|保护法|优抚|优待|抚恤|家属(?:免费|优惠|优先)|免费开放|致敬|缅怀|真相是|澄清",
);

/// A name that has become a word.
static PROVERBIAL: Phrase = Phrase::new("[学活]雷锋|雷锋(?:帽|网|月|日|精神|班|岗|志愿|超市|侠|式)");

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::hero_term(term), context, document, findings);
    for sentence in sentence::with(document, "hero") {
        let Some(hero) = sentence.cue("hero") else { continue };
        weigh(document, &sentence, &hero, findings);
    }
    for named in document.named(context) {
        let sentence = sentence::around(document, named.range.clone());
        if named.who == Listed::Hero && sentence.cue("hero").is_none() {
            weigh(document, &sentence, &named.range, findings);
        }
    }
}

fn weigh(
    document: &Document<'_>,
    sentence: &sentence::Sentence<'_>,
    hero: &std::ops::Range<usize>,
    findings: &mut Findings,
) {
    if sentence.has(&RESPECT) {
        return;
    }
    let shown = document.shown(hero.clone());
    let message = if let Some(insult) = sentence.find(&INSULT) {
        text::hero_insult(shown, document.shown(insult))
    } else if let Some(sale) = sentence.find(&SALE).filter(|_| !sentence.has(&PROVERBIAL)) {
        text::hero_sale(shown, document.shown(sale))
    } else {
        return;
    };
    sentence::report(&META, document, hero, (META.severity, message, text::hero_help()), findings);
}
