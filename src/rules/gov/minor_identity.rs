//! `gov.minor-identity`: what tells who the child in a case is.

use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "gov.minor-identity",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "涉案未成年人的身份",
    en: "Identity of minors in cases",
    basis: &["MINOR-103"],
    documentation: "\
## 查什么
同一段里既有案件、欺凌、侵害、自杀等情节，又有能认出未成年人的内容：真实姓名加年龄、具体学校、年级班级、住址、家长姓名。

## 为什么
公开涉案未成年人的姓名、影像、住所、就读学校，会造成二次伤害，任何组织和个人都不得披露可能识别其身份的信息；违者由公安机关等部门处罚。

## 依据
未成年人保护法第四十九条、第一百零三条（2024-04-26 修正）。

## 反例
“警方通报，育才小学三年级二班的李小明（9岁）遭同学殴打。”

## 正例
“警方通报，某小学一名学生遭同学殴打，目前已得到救助。”

## 怎么改
去掉姓名、学校、班级、住址和照片，写“某小学”“一名学生（化名）”。

## 例外
寻找失踪儿童的公告、见义勇为等表彰、成年人的案件不报；写明化名的不报。
",
};

/// Somebody was harmed, or did harm.
static HARM: Phrase = Phrase::new(
    "案|犯罪|嫌疑|被害|受害|猥亵|性侵|强奸|霸凌|欺凌|殴打|拐|遇害|自杀|轻生|坠楼|虐待|抢劫|盗窃|偷|被抓|打人|被打|死亡|受伤|绑架|凶手|获赔|侵害|跳楼|被告人|家暴|溺水|烫伤",
);
/// It is about somebody young.
static MINOR: Phrase = Phrase::new(
    "(?:^|[^\\d])(?:[1-9]|1[0-7])岁|[一二三四五六七八九]岁|十[一二三四五六七]岁|十岁|小学|初中|中学|高中|幼儿园|女童|男童|儿童|小女孩|小男孩|女孩|男孩|女生|男生|[一二三四五六七八九]年级|小孩|少年|少女|未成年|孩子|小学生|中学生|初中生|高中生|学生",
);
/// Who it was: a school with its name, a class, a name beside an age.
static IDENTITY: Phrase = Phrase::new(concat!(
    "[\\p{Han}\\d&&[^在的是上到个所名家从去为当和与了某该区县市乡镇全各]]{2,8}(?:小学|中学|初中|高中|幼儿园|[一二三四五六七八九十]小|[一二三四五六七八九十]中)(?:[^生教部]|$)",
    "|[一二三四五六七八九初高小\\d][一二三\\d]?年?级?(?:[\\(]?[一二三四五六七八九十\\d]{1,2}[\\)]?)班",
    "|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马方任袁柳唐罗薛雷贺倪汤郝安常于傅齐康余顾孟黄萧尹姚邵汪毛戴宋庞熊纪舒董梁杜江童郭林钟徐邱高夏蔡田胡霍万卢莫丁邓洪石崔龚程陆段侯武刘龙叶黎白乔谭温庄曾游][\\p{Han}]{1,2}[,\\(]?(?:男|女)?[,，]?(?:今年|年仅|现年|才|只有)?(?:[1-9]|1[0-7]|[一二三四五六七八九]|十[一二三四五六七]?)岁",
    "|(?:家住|住在|住址|父亲|母亲|家长|其父|其母)(?:是|叫|为|:)?[^,。某]{2,16}(?:小区|村|路|街|街道|镇|花园|家园|苑|里|社区|号楼|单元|叫[\\p{Han}]{2,3})",
    "|(?:孩子|女孩|男孩|女生|男生|学生|女童|男童|少年|少女|娃)(?:名叫|名字叫|叫|名为)[\\p{Han}]{2,3}(?:[,。]|$)",
));
/// A pupil under a full name, even of a school without one: 五年级学生王浩然遭同学霸凌.
static NAMED: Phrase = Phrase::new(
    "(?:小学|中学|初中|高中|年级|班|\\d岁|岁的?)的?(?:学生|男生|女生|女孩|男孩|男童|女童|同学)[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马方任袁柳唐罗薛雷贺倪汤郝安常于傅齐康余顾孟黄萧尹姚邵汪毛戴宋庞熊纪舒董梁杜江童郭林钟徐邱高夏蔡田胡霍万卢莫丁邓洪石崔龚程陆段侯武刘龙叶黎白乔谭温庄曾游][\\p{Han}&&[^某姓同学]]{1,2}(?:遭|被|在|因|称|受|死|坠|和|与|将|把|说|[,，。的\\(])",
);
/// Schools without a name, names that are none.
static HIDDEN: Phrase = Phrase::new(
    "(?:某|一所|一家|当地|该|这所|那所|附近|多所|各|全市|全国|我国|农村|乡村|本地|外地|有的|普通|重点|公立|私立|民办|当地一所)[^,。]{0,4}(?:小学|中学|初中|高中|幼儿园)|化名|某某|小某|[\\p{Han}]某[,，\\(]?",
);
/// Notices about missing children, praise.
static ALLOWED: Phrase = Phrase::new(
    "寻人|走失|失踪|失联|寻找|寻亲|有线索|协查|见义勇为|表彰|表扬|拾金不昧|获奖|小英雄|勇救|救人|演练|安全教育|安全课|宣传|讲座|宣讲|法治课|普法|进校园|法治副校长|预防",
);

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let mut last = 0;
    for case in sentence::with(document, "case") {
        if case.range.start < last {
            continue;
        }
        let paragraph = case.paragraph();
        if !MINOR.is_in(paragraph) || !HARM.is_in(paragraph) || ALLOWED.is_in(paragraph) {
            continue;
        }
        let found = case.find(&NAMED).or_else(|| case.find(&IDENTITY)).or_else(|| neighbour(&case));
        let Some(range) = found else { continue };
        let range = trimmed(document, range);
        let words = document.folded().get(range.clone()).unwrap_or_default();
        let around = sentence::around(document, range.clone());
        if HIDDEN.is_in(words) || (HIDDEN.is_in(around.text) && !is_plain(words, around.text)) {
            continue;
        }
        last = range.end;
        let message = text::minor_identity(document.shown(range.clone()));
        let about = (META.severity, message, text::minor_identity_help());
        sentence::report(&META, document, &range, about, findings);
    }
}

/// A name or school in another sentence of the paragraph.
fn neighbour(case: &sentence::Sentence<'_>) -> Option<std::ops::Range<usize>> {
    let start = case.paragraph_range().start;
    IDENTITY.find(case.paragraph()).map(|found| start + found.start..start + found.end)
}

/// What was found, without the character behind a school's name.
fn trimmed(document: &Document<'_>, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let words = document.folded().get(range.clone()).unwrap_or_default();
    let school = ["小学", "中学", "初中", "高中", "幼儿园"].iter().filter_map(|name| {
        let end = words.rfind(name)? + name.len();
        words.get(end..).is_some_and(|rest| rest.chars().count() == 1 && rest != "班").then_some(end)
    });
    range.start..school.max().map_or(range.end, |end| range.start + end)
}

/// Whether `words` tell who it was although the school has no name: a class, or a name that is no other.
fn is_plain(words: &str, around: &str) -> bool {
    words.ends_with('班') || (NAMED.is_in(words) && !around.contains("化名"))
}
