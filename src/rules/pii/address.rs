//! `pii.address`: addresses down to the door.

use std::ops::Range;

use crate::base::message::pii as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::ours;
use crate::rules::sentence::{self, Phrase};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "pii.address",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "详细住址",
    en: "Addresses down to the door",
    basis: &["PII-25", "CIVIL-1032", "CIVIL-1034"],
    documentation: "\
## 查什么
省、市、区、路、街、小区后面一直写到几号几栋几单元几室的地址。中文数字（三栋二单元）也认得。

## 为什么
住址连着私人安宁。一张快递单、一句“家住”就能让陌生人找上门。

## 依据
民法典第一千零三十二条至第一千零三十四条；个人信息保护法第二十五条、第六十六条。

## 反例
“李先生家住某市某区和平路 12 号 3 栋 2 单元 501 室。”

## 正例
“李先生家住和平区。”

## 怎么改
只写到区、县。门店、会场等对外的场所写进 policy/places.yaml。

## 例外
policy/places.yaml 和 policy/contacts.yaml 里列出的不报；句子里说的是门店、会场、公司、学校、写字楼的，只提示。代码块里的不查。
",
};

/// From the road or the estate to the door.
static ADDRESS: Phrase = Phrase::new(concat!(
    r"(?:[\p{Han}]{2,12}(?:省|市|区|县|镇|乡|新区|街道|州))?[\p{Han}\d]{0,16}?",
    r"(?:[\p{Han}]{1,6}(?:路|街|巷|大道|道|胡同|弄|里|村|公路|段)\s?(?:[\d零一二三四五六七八九十百]{1,5}(?:号院|号|弄)){0,2}[\p{Han}]{0,10}?",
    r"|[\p{Han}]{2,8}(?:小区|花园|家园|苑|园|公寓|新村|花苑|华府|名苑|城|庭|府|郡|湾|里|邨|雅居|宿舍|家属院|大院|社区))",
    r"[a-z\d零一二三四五六七八九十期区\s,\-]{0,6}?[a-z\d零一二三四五六七八九十甲乙丙丁]{1,4}\s?(?:号楼|栋|幢|单元|座|号|楼)",
    r"(?:\s?[a-z\d零一二三四五六七八九十\-]{1,4}\s?(?:单元|门|梯|座|层|楼))?\s?[\-]?(?:\s?[a-z\d零一二三四五六七八九十〇]{1,5}\s?(?:室|户|号房|房|号))?",
));
/// The door itself.
static DOOR: Phrase =
    Phrase::new(r"[a-z\d零一二三四五六七八九十甲乙丙丁]\s?(?:号楼|栋|幢|单元|室|户|号房)(?:$|[^内外温友])");
/// Places that anybody may enter, and those who have an office there.
static PUBLIC: Phrase = Phrase::new(
    "门店|本店|店铺|旗舰店|分店|专卖店|餐厅|会场|会议|大会|论坛|沙龙|展|大厦|写字楼|办公|公司|酒店|宾馆|医院|诊所|学校|大学|学院|中心|商场|广场|博物馆|图书馆|书店|超市|园区|产业园|科技园|创业园|活动地点|地点:|举办|报名点|领取点|自提点|登记处|窗口|教室|教学楼|实验室|法院|银行|居委会|活动室|体育馆|剧场|影院|社区服务|政务|税务|工作室|营业|编辑部|联系地址|通信地址|通讯地址|注册地址|地址:",
);
/// Somebody lives there.
static HOME: Phrase = Phrase::new(
    "她家|他家|前夫|前妻|前男友|前女友|家住|住在|住址|居住|家庭住址|家庭地址|家里|家中|户籍|业主|租客|房东|邻居|户主|收件|收货|寄给|快递|先生|女士|老人|嫌疑|独居|住户|患者|病例|中奖|获奖|身份证|姓名|电话1",
);

/// What every address has one of: the last character of a road, or of an estate.
fn leads(c: char) -> bool {
    matches!(
        c,
        '路' | '街'
            | '巷'
            | '道'
            | '同'
            | '弄'
            | '里'
            | '村'
            | '段'
            | '区'
            | '园'
            | '苑'
            | '寓'
            | '府'
            | '城'
            | '庭'
            | '郡'
            | '湾'
            | '邨'
            | '居'
            | '舍'
            | '院'
    )
}

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let mut last = 0;
    for group in document.digits().iter().flatten() {
        if group.range.start < last || !leads_to_door(document.folded(), &group.range) {
            continue;
        }
        let sentence = sentence::around(document, group.range.clone());
        last = sentence.range.end;
        if !sentence.text.contains(leads) {
            continue;
        }
        let Some(regex) = ADDRESS.regex() else { continue };
        for found in regex.find_iter(sentence.text).filter(|found| DOOR.is_in(found.as_str())) {
            let trimmed = found.as_str().trim_end_matches([' ', '-', ',']);
            if ours::is_place(context, trimmed) {
                continue;
            }
            let range = sentence.at(found.start()..found.start() + trimmed.len());
            let Some(place) = document.place(range.clone()) else { continue };
            let public = PUBLIC.is_in(sentence.text) && !HOME.is_in(sentence.text);
            let finding = if public {
                let mut finding = META.finding(place, text::address_public());
                finding.severity = Severity::Info;
                finding
            } else {
                META.finding(place, text::address()).masked()
            };
            findings.push(finding.help(text::address_help()));
        }
    }
}

/// Whether the number is that of a building, a staircase or a flat.
fn leads_to_door(text: &str, range: &Range<usize>) -> bool {
    let behind = text.get(range.end..).unwrap_or_default().trim_start_matches([' ', '十']);
    ["号楼", "栋", "幢", "单元", "室", "户", "房"].iter().any(|door| behind.starts_with(door))
}
