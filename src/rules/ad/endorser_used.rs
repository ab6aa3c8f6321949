//! `ad.endorser.used`: who speaks for goods has used them.

use jiff::ToSpan as _;

use crate::base::message::{ad_trades as text, claims};
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase, Sentence};

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
front matter 里每位 endorsers：有没有 used_since 和 evidence；used_since 是否早于发布那天；punished_at 距发布是否满三年；医药、保健食品广告里有没有代言人。广告正文自己说没有用过、刚受过处罚、借不具名的明星推荐的，也提示。

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

/// Somebody known, as advertising speaks of them.
macro_rules! known {
    () => {
        "(?:代言人|形象大使|推荐官|顶流|流量(?:小生|明星|小花)|明星|影帝|影后|视后|视帝|女神|男神|女星|男星|小生|花旦|爱豆|偶像|网红|主播|演员|歌手|主持人|艺术家|老戏骨|戏骨|名嘴|名人|老前辈|笑星|相声大师|金话筒|国民(?:老公|岳父|女神|闺女|初恋|媳妇)|冠军|球星|球王|童星|歌星|影星|名模|导演|大咖|大v)"
    };
}

/// Who praises says that they never used it, or was punished, or a celebrity is named without a name.
static TOLD: Phrase = Phrase::new(concat!(
    known!(),
    r"[^。!?;]{0,14}(?:没有?|从没|还没|从来没|未曾?|不|一次(?:都|也)没|根本没|根本不|压根不|只)(?:有)?(?:空|机会|来得及|真|怎么)?(?:开|试用|用|吃|试|喝|穿|住|去|背|抹|戴|坐|碰|玩)(?:过|了?拍照|就|,|但|可|茶|酒|奶|肉|$)",
    "|",
    known!(),
    "[^。!?;]{0,14}(?:其实|平时|私下|自己|家里)用的?(?:是|都是)?(?:别|其他|另)",
    "[^。!?;]{0,6}(?:只(?:是)?(?:看|翻|听|闻|摸|瞄|见)|光(?:看|听)|连(?:包装|盒子|瓶盖)|拆都没|看都没|见都没|从头到尾没)",
    "|",
    known!(),
    "[^。!?;]{0,8}(?:手里|手上|手边|随手|身边|随身|怀里|桌上|车上)[^。!?;]{0,6}(?:拿|放|有|是|摆|塞|捧|端|带|握)",
    "|(?:点名批评|被点名|被约谈|吸毒|嫖娼|家暴|道歉|偷逃税|逃税|偷税|虚假代言|虚假宣传|虚假广告|受罚|处罚过|受过处罚|违规代言|劣迹|被罚|被处罚|被封|封号|封杀|解禁|翻车|塌房)[^。!?;]{0,20}(?:代言|站台|推荐|带货|首秀|卖我们|卖咱|复出|出山|力荐|回归|归来|大使|出任|回来了)",
    "|",
    known!(),
    "[^。!?;]{0,10}(?:偷偷|悄悄|私下|私底下)(?:囤|用|买|吃|回购|种草|塞|带)",
    "|",
    known!(),
    "的?(?:床头|包里|家里|化妆台|冰箱|办公桌|片场|后备箱|梳妆台|餐桌)[^。!?;]{0,8}(?:放|有|是|摆|塞|装)",
    "|",
    "(?:自己|本人|我|主播|小编|他|她|代言人|明星)(?:都|也|其实|压根|根本)?(?:没|没有|从没|还没|从来没|未)(?:用|吃|试|喝|穿|住|去)过",
    "|(?:某|一线|顶流|流量|当红|知名|大牌|国民)[^。!?;,]{0,3}(?:顶流|明星|女星|男星|影后|影帝|爱豆|偶像|网红|演员|歌手|主持人|女明星|花旦|小生)[^。!?;,]{0,8}(?:私下|偷偷|悄悄|都在|也在|同款|自用|天天|力荐|推荐|人手|必备)",
    "|(?:某|那位)(?:顶流|明星|女星|影后|影帝|爱豆|主播)[^。!?;,]{0,10}(?:用|穿|吃|喝|背|推荐)",
));
static PRAISE: Phrase = Phrase::new(
    "出山|站台|复出|归来|回来了|本店|直播间|请的那|请来|请到|帅|红得|签了|广告给|给了我们|第一支|大使|打包票|带货|力挺|撑腰|首秀|忠实|拿的就是|相信|爱上|放的就是|代言|夸|信得过|打动|一定好|肯定好|拍胸脯|强势回归|亲自|囤|卖我们|卖咱|好喝|好吃|好看|推荐|安利|保证|放心|人格|买|入手|好用|用我家|用咱|在用|同款|自用|必备|都在|人手|担保|值得|闭眼",
);

/// Somebody known speaks for goods that nobody may speak for.
static BARRED_TOLD: Phrase = Phrase::new(concat!(
    known!(),
    "[^。!?;]{0,24}(?:代言|站台|推荐|力荐|亲证|作证|证明|打包票|担保|安利|种草|亲口|没有它|离不了|同款|吃的(?:也)?(?:就)?是|在吃|都吃|天天|每天|每晚|一天[一二两三]|忠实|说几句|说句话|美言|随身|常备|备战|上台前|家里(?:都|也)|天天吃|一直吃|离不开|在用|都用|全靠|亲测|秘密|撑腰|作保|点赞|的选择|首选|指定|专用|信赖)",
    "|(?:代言|站台|推荐|力荐|打包票|请来|有请|邀请)[^。!?;]{0,16}",
    known!(),
    "|(?:老艺术家|国家队|奥运|世界冠军|国民[^。!?;,]{1,4})[^。!?;]{0,24}(?:代言|站台|推荐|力荐|亲证|打包票|天天吃|都在吃|吃的|同款)",
));

/// What a sentence of an advertisement tells about who endorses.
fn told(document: &Document<'_>, findings: &mut Findings) {
    if !document.verdict.ad {
        return;
    }
    let barred = BARRED.iter().any(|industry| document.is_of(industry));
    let beside = barred.then(|| sentence::saying(document, "endorse-word", &BARRED_TOLD, |_| true));
    let praises = |sentence: &Sentence<'_>| sentence.has(&PRAISE) && !(barred && sentence.has(&BARRED_TOLD));
    let said = sentence::saying(document, "endorse-word", &TOLD, praises);
    for range in said.chain(beside.into_iter().flatten()) {
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
