//! `pii.minor`: children who can be found: name with age, school or class; faces.

use std::sync::LazyLock;

use regex::Regex;

use crate::base::message::pii as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase};
use crate::rules::{person, shown, word};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "pii.minor",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "未成年人的个人信息",
    en: "Personal data of children",
    basis: &["PII-31", "MINORNET-35"],
    documentation: "\
## 查什么
同一句里有孩子的完整姓名，又有年龄（14 岁以下）、学校或班级；标了 minor 的图片；把孩子的正脸、洗澡的视频、放学的时间地点、定位轨迹晒出来的句子；policy/people.yaml 里登记为 minor 的孩子被点名。没有 guardian_consent（监护人同意）记录的报错。

## 为什么
不满十四周岁的人的信息全部是敏感个人信息，公开要监护人同意。姓名加学校班级，足够让陌生人在校门口找到孩子。

## 依据
个人信息保护法第三十一条；未成年人网络保护条例第三十五条（2024-01-01 起）。

## 反例
“小记者团里，育才小学三年级二班的（写出全名）采访了消防员。”

## 正例
“小记者团里，一名三年级的同学采访了消防员。”或取得监护人书面同意，写 guardian_consent: consents/xiaoji.pdf。

## 怎么改
隐去姓名、学校、班级，人脸打码；或取得监护人书面同意，把文件路径写进文章、图片记录或 policy/people.yaml。

## 例外
小明、小红一类的泛称，化名，某小学，老师和校长，历史人物不报；文章或图片写了 guardian_consent 的不报。
",
};

const ROLE: &str = r"^|孤儿|者|姓名|名|犯|学生|学员|女生|男生|儿童|患儿|女童|男童|同学|小朋友|孩子|儿子|女儿|宝宝|叫|名叫|宝贝|闺女|外甥|侄女|侄子|孙子|孙女|小寿星|娃|小选手|小歌手|小舞者|小画家|小演员|小球员|小棋手|选手|小记者|队员|小主持|小会员|会员|小顾客|小客人|少先队员|班长|小作者|作者|小读者|男孩|女孩|模特|小主播|童星|小网红|班|的|,|、|:|;|“|\(|\s|\)|岁|是|级|园|学|恭喜|祝贺|小患者|孤儿|名";
/// The age, the school, the class.
const CHILD: &str = r"(?:自闭症|留守|残疾)儿童|孤儿|小患者|少年犯|初[一二三](?:女生|男生|学生)|期末考了|成绩排名|学籍号|本班|奥数班|作业没交|20[12]\d年\d{1,2}月\d{1,2}日出生|(?:^|[^\d])(?:[3-9]|1[0-3])岁|(?:^|[^十])[三四五六七八九]岁|(?:^|[^一二三四五六七八九])十[一二三]?岁|[\p{Han}]{2,8}(?:小学|幼儿园|[一二三四五六]小)|(?:[一二三四五六]|[1-6])年级|[一二三四五六\d][\(]?[一二三四五六七八九十\d]{1,2}[\)]?班|(?:大|中|小|托)(?:[一二三四五六七八九\d])?班|初[一二]|本班|我班|学生名单|小朋友有|小患者|孤儿|自闭症儿童|奥数班|成绩排名";

/// A name that stands by itself or is followed by what children are called.
static NAMED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    person::pattern(&format!(
        r"(?:{ROLE})NAME(?:期末|父母|检讨|考了|同学|小朋友|宝宝|小同学|今天|昨天|昨晚|今早|最近|,|\(|\)|、|\s|\d|今年|才|年仅|就读|读|念|上的|在读|来自|在|获|荣获|说|的|和|是|以|凭|夺|因|用|拿|被|参加|期末|期中|考了|没交|检讨|父母|[。!]|$)"
    ))
});
static FOUND: Phrase = Phrase::new(CHILD);
/// No child, or nobody real.
static OTHERS: Phrase = Phrase::new(
    "化名|某小学|某幼儿园|某校|老师|教师|班主任|校长|园长|主任|讲师|教授|院长|局长|书记|作家|诗人|历史|古代|[汉唐宋元明清]朝|王朝|朝代|世纪|小说|电影|童话|故事里|课本|书中|饰演|主人公|角色|例如|比如|大学|研究生|教龄|从教|毕业于|曾就读|当年|寻人|走失|失踪|寻亲|1[0-9]\\d\\d年|公元|皇帝",
);

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    for record in shown::records(document).filter(|record| record.shows("minor")) {
        if record.details.guardian_consent.is_none() {
            let message = text::minor_picture(&record.file);
            findings.push(META.finding(record.place.clone(), message).help(text::minor_help()));
        }
    }
    if document.front().is_some_and(|front| front.details.guardian_consent.is_some()) {
        return;
    }
    word::report(&META, |_| text::minor(), context, document, findings);
    let children: Vec<&str> = context
        .site
        .project
        .people
        .iter()
        .filter(|person| person.role.as_ref().is_some_and(|role| role.value == "minor"))
        .filter(|person| person.guardian_consent.is_none())
        .map(|person| person.name.value.as_str())
        .filter(|name| !name.is_empty())
        .collect();
    for name in &children {
        for (at, name) in document.folded().match_indices(name) {
            let Some(place) = document.place(at..at + name.len()) else { continue };
            findings.push(META.finding(place, text::minor()).help(text::minor_help()).masked());
        }
    }
    for sentence in sentence::with(document, "child") {
        // In this order: to compile the names takes longest.
        if sentence.has(&OTHERS) || !sentence.has(&FOUND) {
            continue;
        }
        let named = NAMED.as_ref().and_then(|named| person::find(named, sentence.text));
        let Some(range) = named else { continue };
        if children.contains(&sentence.text.get(range.clone()).unwrap_or_default()) {
            continue;
        }
        let Some(place) = document.place(sentence.at(range)) else { continue };
        findings.push(META.finding(place, text::minor()).help(text::minor_help()).masked());
    }
}
