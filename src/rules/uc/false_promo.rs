//! `uc.false-promo`: what the house says of its goods agrees with the facts on file.

use crate::base::message::{claims, truth as text};
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fact;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "uc.false-promo",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "宣传与登记的事实不符",
    en: "Statements against the facts on file",
    basis: &["AUCL-9", "ECOM-17"],
    documentation: "\
## 查什么
不是广告的文章和活动计划里，商品的价格、规格、指标与 policy/facts.yaml 登记的值是否一致。
正文自己说冒充产地、定制奖牌、雇人排队、虚报销量的也提示。

## 为什么
不只是广告：在自己的公众号里介绍商品，说错性能、销量、荣誉，就可能是引人误解的商业宣传，罚款可到一百万元，严重的到二百万元。

## 依据
反不正当竞争法第九条、第二十五条（2025-10-15 起的修订版）；电子商务法第十七条。

## 反例
facts.yaml 写着“暖冬杯 129 元”，文章写“暖冬杯只卖 99 元”。

## 正例
“暖冬杯 129 元（2026 年 12 月 1 日起）。”

## 怎么改
改成登记的值；登记的过时了，先改 policy/facts.yaml。

## 例外
登记里没有的不查；在 tolerance 之内的不算；广告由 ad.false 检查；活动价另在 policy/facts.yaml 写有效期。
",
};

/// The text tells how it deceives: origins and honours.
static FAKED: Phrase = Phrase::new(concat!(
    "(?:写|标|印|贴|说成|当成|吹成|写成|标成|包装成|冒充)[^。!?;,]{0,8}(?:原装进口|进口|法国|德国|日本|意大利|瑞士|有机|野生|土鸡蛋|手工|纯手工|大牌|百年老字号|非遗|专利|国货之光)[^。!?;,]{0,4}(?:就行|就好|就成|没人查|谁知道|也没人|好卖|反正|看不出)",
    "|贴牌[^。!?;]{0,16}(?:进口|原装|大牌|自产|自研|没事|没人)",
    "|(?:奖牌|奖杯|荣誉|证书|称号|奖状|牌匾|锦旗)[^。!?;]{0,10}(?:定制|代办|买一个|花钱买|自己做|给您做|p一个|随便印)",
    "|(?:没获过奖|没得过奖|没资质|没有资质|没检测|没认证|没做过实验)[^。!?;]{0,16}(?:照常|照样|没关系|也能|一样|定制|编|写)",
    "|(?:反正)?(?:没人查|谁知道)[^。!?;]{0,6}(?:产地|成分|年份|配料)[^。!?;]{0,4}写|(?:产地|成分|年份|配料)[^。!?;]{0,4}写[^。!?;]{1,8}(?:没人查|谁知道|反正)",
    "|(?:写|出|做|办|造)[^。!?;,]{0,4}(?:假|虚假)(?:的)?(?:检测|质检|检验)?(?:报告|资质|证书)",
));
/// Honours that these bodies do not bestow on goods.
static HONOUR: Phrase = Phrase::new(
    "(?:荣获|曾获|获得|斩获|获)[^。!?;,]{0,6}(?:联合国|世界卫生组织|世卫组织|教科文组织|万国博览会|诺贝尔|世博会|国际组织)[^。!?;,]{0,10}(?:金奖|大奖|特等奖|认证|推荐|称号|奖章)",
);
/// Law, reports, warnings.
static TALK: Phrase = Phrase::new(
    "不得|禁止|严禁|违法|被罚|处罚|判|警惕|谨防|骗|法院|起诉|投诉|举报|市场监管|不能|别|不要|反不正当|商标法|如何|怎么|提醒|容易|以免|避免",
);

/// What a text tells against itself.
fn told(document: &Document<'_>, findings: &mut Findings) {
    for sentence in sentence::with(document, "faked-claim") {
        let honour = || document.verdict.ad.then(|| sentence.find(&HONOUR)).flatten();
        let Some(range) = sentence.find(&FAKED).or_else(honour) else { continue };
        if sentence.has(&TALK) {
            continue;
        }
        let message = claims::faked(document.shown(range.clone()));
        let about = (Severity::Warning, message, claims::faked_help());
        sentence::report(&META, document, &range, about, findings);
    }
}

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    told(document, findings);
    word::report(&META, |words| claims::faked(words), context, document, findings);
    if document.verdict.ad {
        return;
    }
    for wrong in fact::contradictions(context, document) {
        findings.push(META.finding(wrong.place, wrong.message).help(text::facts_help()));
    }
}
