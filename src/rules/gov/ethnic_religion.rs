//! `gov.ethnic-religion`: peoples and faiths.

use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "gov.ethnic-religion",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "民族与宗教",
    en: "Ethnic groups and religion",
    basis: &["ETHNIC-31", "PSAPL-55", "RELIGION-NET"],
    documentation: "\
## 查什么
歧视、侮辱民族的说法；在广告里拿宗教作卖点（开光、佛祖保佑、真主、圣水、法师加持等）；在公众号里传教、直播讲经、网上烧香拜佛。站点可在 policy/rules/ 里为本规则写自己的词表。

## 为什么
煽动民族仇恨、歧视是违法犯罪；互联网宗教信息服务要有许可，个人不得在网上传教；广告里用宗教会伤害信众，也涉嫌迷信。

## 依据
民族团结进步促进法第三十一条（2026-07-01 起）；治安管理处罚法第五十五条（2026-01-01 起的修订版）；互联网宗教信息服务管理办法（2022-03-01 起）；广告法第九条第八项、第十项。

## 反例
“本店手串由高僧开光，佛祖保佑财源滚滚，立即下单。”

## 正例
“手串用的是老山檀香，直径 12 毫米。”

## 怎么改
删去宗教卖点，写材质和工艺；传教内容不发，有许可的在 policy/credentials.yaml 里登记。

## 例外
清真食品认证、寺庙旅游、宗教艺术和节日习俗的介绍，“佛系”“上帝视角”等日常说法不报。
",
};

/// A whole people is judged.
static JUDGED: Phrase = Phrase::new(concat!(
    "(?:回族|藏族|维吾尔族|维族|蒙古族|苗族|彝族|壮族|朝鲜族|满族|哈萨克族|傣族|侗族|瑶族|土家族|汉族|少数民族|回民|藏民|维民|犹太人|黑人)(?:人|女人|男人|的人)?",
    "(?:都|全|就是|全是|天生|一律|个个|大多|基本)(?:是|很|爱|会)?(?:懒|脏|野蛮|落后|小偷|骗子|贼|愚昧|低等|恐怖|暴力|没文化|不开化|未开化|蠢|笨|坏)",
    "|(?:劣等|低等|未开化的|落后的)民族|(?:不招|不租|拒载|谢绝|禁止)[^,。]{0,4}(?:少数民族|回族|藏族|维族|维吾尔族)",
));
/// Worship, preaching and lessons in faith on the net.
static PREACHING: Phrase = Phrase::new(
    "(?:网上|在线|线上|云|直播|扫码|微信)[^,。]{0,6}(?:拜佛|烧香|上香|供灯|讲经|诵经|受洗|弥撒|礼拜|查经|团契|学佛|皈依|灌顶|传道|布道|放生法会|祈福法会)|信主(?:得救|得永生)|信(?:耶稣|佛|真主)(?:得|能|就|才)|加入(?:我们的|本|线上|网上)?(?:教会|道场|佛学班|查经班)|传福音|跟(?:着)?师父学佛|(?:主|神|耶稣|佛祖)(?:必)?(?:爱你|救你|会救)",
);
/// Respect, law, science.
static RESPECT: Phrase = Phrase::new(
    "不得|禁止|严禁|不能|反对|歧视|偏见|谣言|辟谣|违法|处罚|被罚|尊重|历史上|小说|电影|骗局|警惕|揭秘|博物馆|展览|艺术|建筑|考古|石窟|壁画|学术|研究",
);

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::religion_in_ad(term), context, document, findings);
    for sentence in sentence::with(document, "people") {
        if let Some(range) = sentence.find(&JUDGED)
            && !sentence.has(&RESPECT)
        {
            let message = text::ethnic(document.shown(range.clone()));
            sentence::report_claim(
                &META,
                document,
                &range,
                (META.severity, message, text::ethnic_help()),
                findings,
            );
        }
    }
    for sentence in sentence::with(document, "worship") {
        if let Some(range) = sentence.find(&PREACHING)
            && !sentence.has(&RESPECT)
        {
            let message = text::preaching(document.shown(range.clone()));
            let about = (Severity::Warning, message, text::preaching_help());
            sentence::report_claim(&META, document, &range, about, findings);
        }
    }
}
