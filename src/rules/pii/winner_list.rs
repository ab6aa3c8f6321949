//! `pii.winner-list`: winners under their full name or telephone number.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::base::message::pii as text;
use crate::finding::mask::mask;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase};
use crate::rules::{number, ours, person};
use crate::source::plain::{Block, Zone};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "pii.winner-list",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "中奖名单没有打码",
    en: "Lists of winners without a mask",
    basis: &["PII-25", "CIVIL-1034"],
    documentation: "\
## 查什么
“中奖”“获奖”标题、引语或表头下的表格和列表里，有没有完整姓名或完整手机号；正文里“恭喜某某、某某中奖”“中奖名单：……”一样查。

## 为什么
公示是为了让人相信，不需要让所有人都能找到中奖者。骗子专门照着中奖名单打电话。

## 依据
个人信息保护法第六条、第二十五条、第六十六条；民法典第一千零三十四条。

## 反例
“中奖名单”下面的表格，一列是全名，一列是 11 位手机号。

## 正例
| 昵称 | 手机尾号 |
| --- | --- |
| 小鹿 | 5678 |

## 怎么改
写昵称加手机尾号四位；姓名只留姓，如“张*”。确有必要写全名的（如作品署名），先取得本人同意，再用忽略说明写明。

## 例外
昵称、打过码的姓名和号码不报；奖品、奖项、作品、单位的名称不报。
",
};

const HEADED: &[&str] = &[
    "中奖",
    "获奖",
    "中签",
    "得奖",
    "幸运读者",
    "幸运粉丝",
    "幸运用户",
    "幸运网友",
    "幸运观众",
    "开奖",
    "抽奖结果",
    "获赠",
];
/// Columns that hold no persons.
const NO_PERSONS: &[&str] = &[
    "奖品",
    "奖项",
    "作品",
    "单位",
    "公司",
    "机构",
    "昵称",
    "微信名",
    "地区",
    "城市",
    "学校",
    "书名",
    "题目",
    "项目",
    "品牌",
    "产品",
    "网名",
    "id",
];

/// Behind the word for the list, between the wish and the win, behind or before who won.
static LISTS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        r"(?:名单|获奖者|中奖者|得主|获奖人|中奖人|中奖用户|幸运(?:读者|粉丝|用户|网友|观众|儿)|[特一二三]等奖|锦鲤)(?:公布|如下|分别)?(?:是|为|有)?[:\s]*([^。\n]+)",
        r"(?:恭喜|祝贺)(?:读者|用户|粉丝|网友|会员|以下)?[:\s]*([^。\n]{2,80}?)(?:等|位|[^。\n]{0,6}?)(?:中奖|获奖|抽中|获得|喜提|中签|荣获|获赠|成为)",
        r"(?:恭喜|祝贺)(?:以下)?(?:获奖|中奖|得奖|中签)的?(?:读者|用户|粉丝|朋友|会员)?[:\s]*([^。\n,]{2,60})",
        r"^(?:用户|读者|粉丝|网友|会员)?[:\s]*([^。\n,]{2,40}?)(?:抽中|中奖|喜提|中签)",
        r"(?:中奖榜|获奖榜|光荣榜|大奖名单|抽中了[^:。\n]{0,8}):\s*([^。\n]+)",
        r"(?:得主|名额(?:给了|归)|大奖归|[\p{Han}]归)[:\s]*([^。\n,(]{2,8})(?:[,(]|$)",
    ]
    .iter()
    .filter_map(|source| Regex::new(source).ok())
    .collect()
});
/// Works and firms win too; names may stand with leave.
static OTHERS: Phrase = Phrase::new(
    "化名|昵称|已同意|经本人同意|授权公示|诺贝尔|奥斯卡|茅盾|奥运|世界杯|电影节|金鸡|金像|图灵奖|院士",
);

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    if let Some(campaign) = document.campaign() {
        for winner in campaign.winners.iter().filter(|winner| person::is_name(&fold(winner))) {
            let finding = META.finding(winner.place.clone(), text::winner_name());
            findings.push(finding.help(text::winner_help()).masked());
        }
    }
    if document.scan().cue("prize").is_empty() {
        return;
    }
    let mut places: Vec<Range<usize>> = Vec::new();
    for block in &document.plain.blocks {
        if matches!(block.zone, Zone::Cell | Zone::Item) && is_headed(document, block) {
            names(document, block, findings);
            places.push(block.range.clone());
        }
    }
    phones(context, document, &places, findings);
    for sentence in sentence::with(document, "prize") {
        let zone = document.block(sentence.range.start..sentence.range.start + 1).map(|block| block.zone);
        if matches!(zone, Some(Zone::Cell | Zone::Heading(_)) | None) || sentence.has(&OTHERS) {
            continue;
        }
        for name in winners(sentence.text) {
            let range = sentence.at(name);
            if document
                .visible(range.clone())
                .is_some_and(|at| places.iter().any(|known| known.contains(&at.start)))
            {
                continue;
            }
            // A star that masks may be read as a mark of emphasis.
            let Some(place) = document.place(range).filter(|place| !place.text().contains('*')) else {
                continue;
            };
            findings.push(META.finding(place, text::winner_name()).help(text::winner_help()).masked());
        }
    }
}

/// The names in the lists of a sentence, each once, in their order.
fn winners(sentence: &str) -> Vec<Range<usize>> {
    let lists = LISTS.iter().filter_map(|list| list.captures(sentence)?.get(1));
    let names = lists.flat_map(|list| {
        let at = list.start();
        person::listed(list.as_str()).into_iter().map(move |name| (at + name.start, at + name.end))
    });
    names.collect::<BTreeSet<_>>().into_iter().map(|(start, end)| start..end).collect()
}

/// Whether the cell or item belongs to a list of winners.
fn is_headed(document: &Document<'_>, block: &Block) -> bool {
    let says = |label: usize, words: &[&str]| {
        let label = document.plain.block_text(label);
        let label = fold(label.get(..label.floor_char_boundary(400)).unwrap_or_default());
        words.iter().any(|word| label.contains(word))
    };
    let headed =
        [block.column, block.lead, block.heading].into_iter().flatten().any(|label| says(label, HEADED));
    headed && !block.column.is_some_and(|column| says(column, NO_PERSONS))
}

/// Full names at the beginning of a cell or item, or in a list of them.
fn names(document: &Document<'_>, block: &Block, findings: &mut Findings) {
    let shown = document.plain.text().get(block.range.clone()).unwrap_or_default();
    let lead = shown.len()
        - shown.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '、' | ' ')).len();
    let list = shown.get(lead..).unwrap_or_default();
    let marks = [',', '，', '、', ';', '；', ' ', '/', '：', ':', '（', '(', '-', '—', '　', '\u{3000}'];
    let mut start = block.range.start + lead;
    for part in list.split_inclusive(marks) {
        let word = part.trim_end_matches(marks);
        if person::is_name(&fold(word))
            && let Some(place) = document.plain.place(start..start + word.len())
        {
            findings.push(META.finding(place, text::winner_name()).help(text::winner_help()).masked());
        }
        start += part.len();
    }
}

/// Whole telephone numbers in such blocks, and in sentences that tell who won.
fn phones(context: &Context<'_>, document: &Document<'_>, places: &[Range<usize>], findings: &mut Findings) {
    for found in number::phones(document.folded(), document.digits()) {
        let Some(visible) = document.visible(found.range.clone()) else { continue };
        let listed = places.iter().any(|place| place.contains(&visible.start));
        let told = || {
            let sentence = document.sentence_text(found.range.clone());
            ["恭喜", "名单", "中奖者", "获奖者", "中奖用户", "祝贺"]
                .iter()
                .any(|word| sentence.contains(word))
                && HEADED.iter().any(|word| sentence.contains(word))
        };
        if !listed && !told() || ours::is_phone(context, &found.digits) {
            continue;
        }
        let Some(place) = document.place(found.range) else { continue };
        let message = text::winner_phone(mask(&found.digits));
        findings.push(META.finding(place, message).help(text::winner_help()).masked());
    }
}
