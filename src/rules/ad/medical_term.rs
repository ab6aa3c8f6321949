//! `ad.medical-term`: words of the pack `terms/ad-medical-term.yaml`.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::trade;
use crate::rules::word::{self, Verdict};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.medical-term",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "普通商品使用治疗功能和医疗用语",
    en: "Treatment claims for ordinary goods",
    basis: &["AD-17", "FOOD-73", "COSM-43"],
    documentation: "\
## 查什么
不是医疗、药品、医疗器械的广告里，疾病的治疗、预防、缓解（“缓解关节炎”“降血糖”“抗癌”），以及“消炎”“排毒”“疗程”“药妆”“医美级”等医疗用语或与药品混淆的用语。

## 为什么
买的人会把普通商品当药用，耽误就医。除医疗、药品、医疗器械广告外，任何广告不得涉及疾病治疗功能；罚广告费用一到三倍，算不清的十万到二十万元。

## 依据
广告法第十七条、第五十八条；食品安全法第七十三条；化妆品监督管理条例第四十三条。

## 反例
“这款茶降血糖，喝一个疗程告别便秘。”

## 正例
“这款茶清爽回甘，不含蔗糖，配料表见包装。”

## 怎么改
写口味、质地、使用感受；要讲功能，先取得相应注册或批准，再按批准的文字写。

## 例外
industry 含 medical、drug、device 的不查；“污染治疗”“不能代替治疗”“遵医嘱”“巴氏杀菌”“舞台特效”不算；没有商品的科普不是广告，不报。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    if MEDICAL.iter().any(|industry| document.is_of(industry)) {
        return;
    }
    word::report_with(&META, context, document, findings, |hit, term, shown| {
        // One finding about a cure is enough.
        if trade::is_told_by("ad.medical", context, document, &hit.range) {
            return None;
        }
        let severity = word::level(document, hit, term)?;
        Some(Verdict { severity, message: text::medical_term(shown) })
    });
}

/// Industries that may speak of treatment, within what was examined.
const MEDICAL: &[&str] = &["medical", "drug", "device", "special-food"];
