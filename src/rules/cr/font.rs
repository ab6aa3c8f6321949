//! `cr.font`: fonts in covers and pictures.

use crate::base::message::cr_rules as text;
use crate::base::message::{Message, claims};
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase};
use crate::rules::word;
use crate::site::Located;
use crate::site::project::FontLicence;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "cr.font",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "图里的字体没有许可",
    en: "Fonts in pictures without a licence",
    basis: &["CR-3", "CR-53"],
    documentation: "\
## 查什么
封面和图片用到的字体（front matter 的 fonts、图片记录的 fonts）不在 policy/fonts.yaml 里，也不是常见的开源字体；在表里而许可已到期，或者范围里没有 commercial、online。微软雅黑、方正、汉仪、造字工房等商业字体没有许可的，直接点名。
正文自己说字体是破解版、没买授权的也报。

## 为什么
字体公司会逐篇比对封面和海报，单个字索赔几百到几千元。电脑里自带不等于可以商用。

## 依据
著作权法第三条、第五十三条；字体许可合同。

## 反例
fonts: [微软雅黑]，policy/fonts.yaml 里没有它。

## 正例
fonts: [思源黑体]

## 怎么改
换成思源、阿里巴巴普惠体等开源字体，或者买授权并写进 policy/fonts.yaml。

## 例外
正文里跟随手机系统显示的字体不算；front matter 里直接写了 licence 和 proof 的字体不查。
",
};

/// Families that anybody may use in pictures, folded, as they are usually called.
static OPEN: Phrase = Phrase::new(concat!(
    "思源|source han|noto|阿里巴巴普惠|alibaba ?(?:puhuiti|sans)|霞鹜文楷|lxgw|站酷|zcool|得意黑|smiley|文泉驿|wenquanyi|harmonyos|鸿蒙|oppo ?sans|misans|小米兰亭|",
    "inter\\b|roboto|open sans|lato|fira|jetbrains|ibm plex|dejavu|liberation|source (?:code|serif|sans)|庞门正道|优设标题|包图小白|寒蝉|朱雀仿宋|全字库|i\\.?ming|一点明体|摄图摩登",
));
/// Families that are sold.
static SOLD: Phrase = Phrase::new(
    "微软雅黑|yahei|方正|founder|汉仪|hanyi|造字工房|华康|dfp|文鼎|蒙纳|monotype|叶根友|华文|sthei|stsong|苹方|pingfang|helvetica|frutiger|futura|锐字|字魂|逐浪|迷你简|经典繁|腾祥|creatype|新蒂|喜鹊|康熙字典体|兰亭",
);

/// The text says so itself.
static TOLD: Phrase = Phrase::new(
    "破解|盗版|没付钱|没掏钱|白嫖|没(?:有)?(?:花钱)?(?:买|有|拿|办)?(?:到)?(?:商用)?授权|未(?:经|获|买)?授权|没买|扒(?:下|来|的)|先凑合|没人查|不(?:用|想)(?:花钱)?买授权|懒得买授权|偷(?:来|用)|没付费|未付费|没交钱|没给钱|试用版",
);
/// Advice, law, licences that are there.
static ADVICE: Phrase = Phrase::new(
    "不要|不能|不得|别用|避免|切勿|侵权|被告|起诉|赔|已购|已买|买了授权|有授权|获得授权|授权书|免费商用|开源|如何|怎么|哪些",
);

/// A sentence about a font that nobody paid for.
fn told(document: &Document<'_>, findings: &mut Findings) {
    for range in sentence::saying(document, "font-word", &TOLD, |sentence| !sentence.has(&ADVICE)) {
        let message = claims::font_told(document.shown(range.clone()));
        sentence::report(&META, document, &range, (Severity::Warning, message, text::font_help()), findings);
    }
}

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |shown| claims::font_told(shown), context, document, findings);
    told(document, findings);
    let Some(article) = document.article() else { return };
    let bare = article.front.details.fonts.iter();
    let bare = bare.filter(|font| font.value.licence.is_none() || font.value.proof.is_none());
    let names = bare.map(|font| &font.value.name);
    let records = article.records.values().flat_map(|record| &record.details.fonts);
    for name in names.chain(records) {
        let family = fold(name.value.trim());
        let (severity, message) = match listed(context, &family) {
            Some(font) => {
                let Some(found) = judge(font, document, &name.value) else { continue };
                found
            }
            None if OPEN.is_in(&family) || family.is_empty() => continue,
            None if SOLD.is_in(&family) => (Severity::Warning, text::font_sold(&name.value)),
            None => (Severity::Warning, text::font_unknown(&name.value)),
        };
        let mut finding = META.finding(name.place.clone(), message).help(text::font_help());
        finding.severity = severity;
        findings.push(finding);
    }
}

/// The entry of `policy/fonts.yaml` for a folded family.
fn listed<'a>(context: &Context<'a>, family: &str) -> Option<&'a FontLicence> {
    let called = |font: &&'a Located<FontLicence>| {
        fold(font.value.family.value.trim()) == family
            || font.value.aliases.iter().any(|alias| fold(alias.value.trim()) == family)
    };
    context.site.project.fonts.iter().find(called).map(|font| &font.value)
}

/// What is wrong with a licence.
fn judge(font: &FontLicence, document: &Document<'_>, name: &str) -> Option<(Severity, Message)> {
    if let (Some(last), Some(day)) = (&font.expires, document.day)
        && last.value < day
    {
        return Some((Severity::Error, text::font_over(name, last.value)));
    }
    let has = |wanted: &str| font.licence_scope.iter().any(|word| fold(&word.value).contains(wanted));
    let narrow =
        !font.licence_scope.is_empty() && !(has("online") && (has("commercial") || !document.verdict.ad));
    narrow.then(|| (Severity::Warning, text::font_scope(name)))
}
