//! `cr.defame`: accusations of somebody with a name.

use std::sync::LazyLock;

use regex::Regex;

use crate::base::message::cr_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::person;
use crate::rules::roster::Listed;
use crate::rules::sentence::{self, Phrase};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "cr.defame",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "点名的侮辱和没有依据的指控",
    en: "Insults and unproven accusations of a named party",
    basis: &["CIVIL-1024", "CIVIL-1028"],
    documentation: "\
## 查什么
同一句里既有点名的人或单位（某某公司、某医院、张某、王总、policy/brands.yaml 里的竞争对手），又有“骗子”“黑心”“造假”“偷税”“人渣”一类指控或侮辱，而这一段没有法院、监管机关的结论作依据。

## 为什么
捏造、歪曲事实或侮辱性言辞贬损他人名誉，要停止侵害、赔礼道歉、赔偿损失；贬损竞争对手还违反反不正当竞争法和广告法。

## 依据
民法典第一千零二十四条、第一千零二十五条、第一千零二十八条（2021-01-01 起）。

## 反例
“某某科技公司就是一群骗子，产品全是造假。”

## 正例
“据某市市场监管局 3 月 5 日行政处罚决定书，某某公司因虚假宣传被罚二十万元。该公司回应称……”

## 怎么改
写可以核实的事实，注明判决书、处罚决定等出处，给对方回应的机会；没有依据就删去评价。

## 例外
引用判决、处罚、通报的，提醒防骗（“骗子冒充某某公司”）的，文学和历史人物不报；写了 sources 的降为提示。
",
};

/// Somebody with a name, or a name half hidden that everybody knows.
static PARTY: Phrase = Phrase::new(concat!(
    "[\\p{Han}a-z0-9]{2,12}(?:公司|集团|科技|餐厅|饭店|酒店|医院|诊所|学校|中学|大学|幼儿园|培训班|超市|商场|工厂|药店|物业|平台|品牌|旗舰店|奶茶店|美容院|健身房|银行|车行|中介|机构|网红店)",
    "|(?:^|[^\\p{Han}]|[是说这那个和与跟找被把的骂司店院校厂学])[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹苏潘葛范彭郎鲁韦马方俞任袁柳唐罗薛雷贺倪汤殷毕郝安常乐于傅齐康余元顾孟黄穆萧尹姚邵汪祁毛狄贝明臧戴宋庞熊纪舒屈项祝董梁杜阮蓝季江童郭梅盛林钟徐邱骆高夏蔡田胡凌霍万柯卢莫房解应丁邓郁单洪包左石崔吉龚程邢裴陆荣翁荀惠曲封储靳段侯全班仰秋伊宫宁栾甘武符刘景詹束龙叶幸司黎白蒲卓屠池乔闻翟谭劳申扶冉雍桑桂牛寿通边燕冀浦尚农温庄晏柴瞿阎连习艾容向古易廖居衡步都耿满弘匡文寇广东欧沃利师巩聂关曾游覃](?:某某?|总|老板|经理|先生|女士|医生|主任|局长|校长|教授|院长|书记|导演)",
    "|(?:网红|主播|博主|明星|演员|歌手|导演|老板|经理|医生|律师|老师)[\\p{Han}]{2,4}(?:就|是|竟|居然|吸|偷|骗|卖|贪|抄)",
    "|[赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕施张孔曹严金魏姜谢邹苏潘范彭鲁韦马方袁柳唐薛雷贺汤郝于傅齐康余顾孟黄萧尹姚邵汪毛戴宋庞熊纪董梁杜江童郭林钟徐邱高夏蔡田胡霍卢丁邓石崔龚程陆段侯武刘龙叶黎白乔谭温庄曾]某",
));
/// An accusation that means the party: not somebody who poses as it.
static ABOUT: Phrase = Phrase::new(
    "冒充|假冒|仿冒|谨防|警惕|防骗|反诈|提醒|骗子(?:冒充|自称|利用|假借|通过|以|用|谎称|打着)|遇到骗子|举报骗子|被骗|不是骗子|并非|没有造假|不造假|从不|拒绝|绝不|杜绝|零容忍|承诺|如何识别|小说|电影|剧中|剧情|历史上|角色|主角|反派|游戏|辟谣|不实|澄清|道歉|查无|是否",
);
/// An authority has found so.
static FOUND: Phrase = Phrase::new(
    "判决|裁定|法院|检察院|警方|公安|通报|处罚决定|行政处罚|被罚|处罚|立案|监管局|市监局|证监会|税务局|纪委|监委|认定|查实|获刑|被判|认罪|自首|公诉|官方公告|公告编号|央视|新华社|人民日报|消费者协会",
);

/// A full name beside an accusation: 张伟明这个骗子, 店主刘大强就是.
static NAMED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    person::pattern(
        r"(?:^|[的是,、:;\s店院校厂户铺板主生师工人叫])NAME(?:的|就是|是个|是|这个|那个|这种|这人|此人|简直|竟然?|居然|骗|卷|坑|,|纯属|真是|一伙|夫妇|他|她)",
    )
});
/// Firms and shops by what they are.
static HOUSE: Phrase = Phrase::new(
    "姓[\\p{Han}]的[\\p{Han}]{0,4}(?:主播|老板|医生|老师|经理|女人|男人|领导|主任|教练|律师|房东|同事|明星)|[\\p{Han}a-z0-9]{2,10}(?:律所|律师事务所|会计所|水果店|饭店|面馆|火锅店|烧烤店|服装店|理发店|鞋店|便利店|汽修店|4s店|宠物店|琴行|驾校|托管班|家政|装修队|影楼|婚庆|口腔|中介|养老院|菜馆|茶楼|酒楼|旅行社|搬家)(?:的|那|就|是|这|都|里|老板|,)|那个叫[\\p{Han}]{2,3}的|黑心商家[\\p{Han}]{2,8}[,:]|(?:隔壁|楼下|楼上|村里|姓|那个姓)[\\p{Han}]{0,2}(?:大妈|大爷|阿姨|大叔|嫂|姐|哥|的女主播|的主播|的老板|的)",
);

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |shown| text::defame(shown), context, document, findings);
    let sourced = document.article().is_some_and(|article| !article.front.sources.is_empty());
    for sentence in sentence::with(document, "accuse") {
        let Some(accusation) = sentence.cue("accuse") else { continue };
        if sentence.has(&ABOUT) || FOUND.is_in(sentence.paragraph()) {
            continue;
        }
        let rival = || {
            document.named(context).iter().any(|named| {
                named.who == Listed::Competitor
                    && sentence.range.start <= named.range.start
                    && named.range.end <= sentence.range.end
            })
        };
        let named = || {
            NAMED.as_ref().is_some_and(|name| person::find(name, sentence.text).is_some())
                || sentence.has(&HOUSE)
        };
        if !sentence.has(&PARTY) && !named() && !rival() {
            continue;
        }
        let severity = if sourced { Severity::Info } else { META.severity };
        let message = text::defame(document.shown(accusation.clone()));
        sentence::report(&META, document, &accusation, (severity, message, text::defame_help()), findings);
    }
}
