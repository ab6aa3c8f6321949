//! `ad.endorser.used`: who speaks for goods has used them.

use jiff::ToSpan as _;

use crate::base::message::{ad_trades as text, claims};
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.endorser.used",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "代言人没有使用过商品，或处罚未满三年",
    en: "Spokesperson without use",
    basis: &["AD-38"],
    documentation: "\
## 查什么
front matter 里每位 endorsers：有没有 used_since 和 evidence；used_since 是否早于发布那天；punished_at 距发布是否满三年；医药、保健食品广告里有没有代言人。广告正文自己说没有用过、借不具名的明星推荐的，也提示。

## 为什么
代言人不得为没有使用过的商品或者没有接受过的服务作推荐、证明；因虚假代言受处罚未满三年的人不能用；医疗、药品、器械、保健食品广告根本不能有代言人。

## 依据
广告法第十六条、第十八条、第三十八条、第五十八条、第六十一条。

## 反例
endorsers: [{name: 某某}]

## 正例
endorsers: [{name: 某某, used_since: 2026-08-01, evidence: proofs/use.pdf, consent_file: proofs/consent.pdf}]

## 怎么改
补上使用时间和凭证（订单、照片、检测记录）；受过处罚的换人。

## 例外
没有代言人的广告不用写；员工介绍自己公司的产品不算代言。
",
};

/// Who praises says that they never used it, or a celebrity is named without a name.
static TOLD: Phrase = Phrase::new(concat!(
    "(?:自己|本人|我|主播|小编|他|她|代言人|明星)(?:都|也|其实|压根|根本)?(?:没|没有|从没|还没|从来没|未)(?:用|吃|试|喝|穿|住|去)过",
    "|(?:某|一线|顶流|流量|当红|知名|大牌|国民)[^。!?;,]{0,3}(?:顶流|明星|女星|男星|影后|影帝|爱豆|偶像|网红|演员|歌手|主持人|女明星|花旦|小生)[^。!?;,]{0,8}(?:私下|偷偷|悄悄|都在|也在|同款|自用|天天|力荐|推荐|人手|必备)",
    "|(?:某|那位)(?:顶流|明星|女星|影后|影帝|爱豆|主播)[^。!?;,]{0,10}(?:用|穿|吃|喝|背|推荐)",
));
static PRAISE: Phrase = Phrase::new(
    "推荐|安利|保证|放心|人格|买|入手|好用|用我家|用咱|在用|同款|自用|必备|都在|人手|担保|值得|闭眼",
);

/// What a sentence of an advertisement tells about who endorses.
fn told(document: &Document<'_>, findings: &mut Findings) {
    if !document.verdict.ad {
        return;
    }
    for range in sentence::saying(document, "endorse-word", &TOLD, |sentence| sentence.has(&PRAISE)) {
        let message = claims::endorser_told(document.shown(range.clone()));
        let about = (Severity::Warning, message, claims::endorser_told_help());
        sentence::report_claim(&META, document, &range, about, findings);
    }
}

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    told(document, findings);
    let Some(front) = document.front() else { return };
    let barred = front.industry.iter().find(|industry| BARRED.contains(&industry.value.as_str()));
    for endorser in &front.details.endorsers {
        let name = &*endorser.name;
        if let Some(industry) = barred {
            let mut finding = META.finding(endorser.place.clone(), text::endorser_barred(&**industry));
            finding.severity = Severity::Error;
            findings.push(finding.help(text::endorser_barred_help()));
            continue;
        }
        if let (Some(day), Some(punished)) = (document.day, &endorser.punished_at)
            && punished.value.checked_add(3.years()).is_ok_and(|free| free > day)
        {
            let mut finding =
                META.finding(punished.place.clone(), text::endorser_punished(name, punished.value));
            finding.severity = Severity::Error;
            findings.push(finding.help(text::endorser_punished_help()));
        }
        let people = &context.site.project.people;
        let known = || people.iter().find(|person| person.name.value == endorser.name.value);
        let used = endorser.used_since.as_ref().or_else(|| known()?.used_since.as_ref());
        let late = used.zip(document.day).is_some_and(|(used, day)| used.value > day);
        if used.is_none() || late || endorser.evidence.is_none() {
            let finding = META.finding(endorser.place.clone(), text::endorser_unused(name));
            findings.push(finding.help(text::endorser_unused_help()));
        }
    }
}

/// Industries whose advertising has no spokesperson at all.
const BARRED: &[&str] = &["medical", "drug", "device", "health-food"];
