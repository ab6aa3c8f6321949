//! `pii.plate`: number plates of cars.

use std::ops::Range;

use crate::base::message::pii as text;
use crate::finding::mask::mask;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "pii.plate",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "车牌号",
    en: "Number plates",
    basis: &["CIVIL-1034", "PII-25"],
    documentation: "\
## 查什么
省份简称加字母，再加 5 位（燃油车）或 6 位（新能源车）不含 I、O 的字母数字，中间有没有间隔点都认得。

## 为什么
车牌能查到车主和行踪。街拍、事故、违停的文章最容易带出别人的车牌。

## 依据
民法典第一千零三十四条；个人信息保护法第二十五条、第六十六条。

## 反例
“违停的是一辆白色轿车，车牌全文照登。”

## 正例
“违停的是一辆白色轿车（京A·1**45）。”

## 怎么改
号码中间打码；照片里的车牌一起遮住。

## 例外
京A股、沪A指数一类的说法、股票代码、已打码的车牌不报；讲停车系统、识别算法的文章里写明“例如”“示例”“虚构”的不报。代码块里的不查。
",
};

const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
/// Provinces whose character is a frequent word or the end of one.
const WORDLIKE: &str = "云新黑青宁吉贵甘藏";
/// A car is spoken of.
const CARS: &[&str] = &[
    "车", "牌", "驾", "司机", "违停", "肇事", "停", "行驶", "交警", "号段", "尾号", "摇号", "抓拍", "剐蹭",
    "追尾",
];
/// The plate is made up.
const SAMPLES: &[&str] = &[
    "例如",
    "比如",
    "示例",
    "示意",
    "样例",
    "假设",
    "虚构",
    "格式",
    "举例",
    "形如",
    "譬如",
    "占位符",
    "测试",
];

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let folded = document.folded();
    let mut last = 0;
    for group in document.digits().iter().flatten() {
        if group.range.start < last {
            continue;
        }
        let Some(range) = plate(folded, &group.range) else { continue };
        last = range.end;
        let before = folded.get(..range.start).and_then(|text| text.chars().next_back());
        let province = folded.get(range.clone()).and_then(|text| text.chars().next());
        let joined = before.is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        let wordlike = province.is_some_and(|c| WORDLIKE.contains(c));
        if joined && wordlike && !document.is_said(&range, CARS) || document.is_said(&range, SAMPLES) {
            continue;
        }
        let Some(place) = document.place(range.clone()) else { continue };
        let message = text::plate(mask(document.shown(range)));
        findings.push(META.finding(place, message).help(text::plate_help()).masked());
    }
}

/// The plate round a run of digits.
fn plate(text: &str, digits: &Range<usize>) -> Option<Range<usize>> {
    let mark = |c: char| matches!(c, '·' | '.' | '-' | ' ' | '•' | '・');
    let before = text.get(..digits.start)?;
    let letters = |c: char| c.is_ascii_alphanumeric();
    // At most one letter of the tail and the letter of the office stand in front of the first digit, or marks.
    let mut start = before.trim_end_matches(letters).len();
    let gap = before.get(..start)?.trim_end_matches(mark);
    if gap.len() < start && start - gap.len() <= 2 && gap.ends_with(|c: char| c.is_ascii_alphabetic()) {
        start = gap.len() - 1;
    }
    if !text.get(start..)?.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let province =
        text.get(..start)?.trim_end_matches(' ').chars().next_back().filter(|c| PROVINCES.contains(*c))?;
    let first = text.get(..start)?.trim_end_matches(' ').len() - province.len_utf8();
    let rest = text.get(start..)?;
    let office = rest.chars().next().filter(char::is_ascii_alphabetic)?;
    let tail = rest.get(1..)?;
    let skipped = tail.len() - tail.trim_start_matches(mark).len();
    let tail = tail.get(skipped..)?;
    let mut end = tail.find(|c: char| !letters(c)).unwrap_or(tail.len());
    // A blank or a dot may part the five: 京A 123 45.
    if end < 5 && tail.get(end..)?.starts_with(mark) {
        let more = tail.get(end..)?.trim_start_matches(mark);
        let skipped = tail.len() - more.len();
        let behind = more.find(|c: char| !letters(c)).unwrap_or(more.len());
        if end + behind == 5 {
            end = skipped + behind;
        }
    }
    let number: String = tail.get(..end)?.chars().filter(|c| letters(*c)).collect();
    let special = tail.get(end..)?.chars().next().filter(|c| "学警港澳挂领使试".contains(*c));
    let good = office != 'i' && skipped <= 3 && is_number(&number, special.is_some());
    let end = start + 1 + skipped + end + special.map_or(0, char::len_utf8);
    let masked = text.get(end..)?.starts_with(['*', '＊', '×']);
    (good && !masked).then_some(first..end)
}

/// Five characters with at most two letters; six with the mark of an electric car in front or at the end; four before a
/// special character.
fn is_number(number: &str, special: bool) -> bool {
    if number.contains(['i', 'o']) {
        return false;
    }
    let letters = number.bytes().filter(u8::is_ascii_alphabetic).count();
    let electric = |c: Option<&u8>| c.is_some_and(|c| (b'a'..=b'k').contains(c));
    match number.len() {
        4 => special && letters <= 1,
        5 => letters <= 2,
        6 => {
            (1..=2).contains(&letters)
                && (electric(number.as_bytes().first()) || electric(number.as_bytes().last()))
        }
        _ => false,
    }
}
