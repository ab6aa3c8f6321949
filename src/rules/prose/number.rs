//! Numbers: ranges, units, approximate numbers, and what cannot be said of a number.

use super::{Class, Pass, date};
use crate::base::message::zh_rules as text;
use crate::finding::Severity::{Info, Warning};
use crate::rules::sentence::Phrase;

const RANGE: &str = "zh.range";
const UNIT: &str = "zh.unit";
const APPROX: &str = "zh.number.approx";
const FORM: &str = "zh.number.form";
const LOGIC: &str = "zh.number.logic";

/// Symbols of units as they are mistyped, and right. Single letters are left alone: 5G, 3M and 20g are ambiguous.
const SYMBOLS: &[(&str, &str)] = &[
    ("KM", "km"),
    ("Km", "km"),
    ("kM", "km"),
    ("km", "km"),
    ("CM", "cm"),
    ("Cm", "cm"),
    ("cm", "cm"),
    ("MM", "mm"),
    ("mm", "mm"),
    ("KG", "kg"),
    ("Kg", "kg"),
    ("kG", "kg"),
    ("kg", "kg"),
    ("MG", "mg"),
    ("mg", "mg"),
    ("ML", "mL"),
    ("Ml", "mL"),
    ("ml", "ml"),
    ("mL", "mL"),
    ("kw", "kW"),
    ("KW", "kW"),
    ("Kw", "kW"),
    ("kW", "kW"),
    ("MW", "MW"),
    ("kwh", "kW·h"),
    ("kWh", "kW·h"),
    ("KWH", "kW·h"),
    ("KWh", "kW·h"),
    ("Kwh", "kW·h"),
    ("kWH", "kW·h"),
    ("HZ", "Hz"),
    ("hz", "Hz"),
    ("hZ", "Hz"),
    ("Hz", "Hz"),
    ("KHZ", "kHz"),
    ("KHz", "kHz"),
    ("khz", "kHz"),
    ("kHz", "kHz"),
    ("MHZ", "MHz"),
    ("Mhz", "MHz"),
    ("mhz", "MHz"),
    ("MHz", "MHz"),
    ("GHZ", "GHz"),
    ("Ghz", "GHz"),
    ("ghz", "GHz"),
    ("GHz", "GHz"),
    ("MPA", "MPa"),
    ("Mpa", "MPa"),
    ("mpa", "MPa"),
    ("MPa", "MPa"),
    ("KPA", "kPa"),
    ("Kpa", "kPa"),
    ("kpa", "kPa"),
    ("kPa", "kPa"),
    ("DB", "dB"),
    ("db", "dB"),
    ("Db", "dB"),
    ("dB", "dB"),
    ("mAH", "mA·h"),
    ("mah", "mA·h"),
    ("MAH", "mA·h"),
    ("mAh", "mA·h"),
];

/// Units that a range of two bare numbers may have and a score or a model has not.
const COUNTED: &str = "天人岁个元次周倍米篇名件条分小度万亿位家年千公厘毫斤克";

/// Units that are no longer legal.
const OLD: &[(&str, &str)] = &[
    ("公斤力", "牛（N）"),
    ("公分", "厘米（cm）"),
    ("平米", "平方米（m²）"),
    ("公升", "升（L）"),
    ("立升", "升（L）"),
    ("马力", "千瓦（kW）"),
    ("市斤", "千克（kg）或克（g）"),
    ("市尺", "米（m）"),
    ("英寸", "厘米（cm）"),
    ("英尺", "米（m）"),
    ("英里", "千米（km）"),
    ("华氏度", "摄氏度（℃）"),
    ("大卡", "千焦（kJ）"),
];

/// Idioms whose numerals are never digits.
const IDIOMS: &[(&str, &str)] = &[
    ("3心2意", "三心二意"),
    ("1心1意", "一心一意"),
    ("7上8下", "七上八下"),
    ("5颜6色", "五颜六色"),
    ("4面8方", "四面八方"),
    ("9牛1毛", "九牛一毛"),
    ("1举两得", "一举两得"),
    ("1举2得", "一举两得"),
    ("百发100中", "百发百中"),
    ("100发100中", "百发百中"),
    ("5花8门", "五花八门"),
    ("4通8达", "四通八达"),
    ("3番5次", "三番五次"),
    ("3言2语", "三言两语"),
    ("3言两语", "三言两语"),
    ("1模1样", "一模一样"),
    ("10全10美", "十全十美"),
    ("7嘴8舌", "七嘴八舌"),
    ("乱7八糟", "乱七八糟"),
    ("乱78糟", "乱七八糟"),
    ("4舍5入", "四舍五入"),
    ("1目了然", "一目了然"),
    ("1清2楚", "一清二楚"),
    ("5湖4海", "五湖四海"),
    ("1干2净", "一干二净"),
    ("3长两短", "三长两短"),
    ("1言1行", "一言一行"),
    ("1针见血", "一针见血"),
    ("千方100计", "千方百计"),
    ("1如既往", "一如既往"),
    ("1应俱全", "一应俱全"),
    ("1石2鸟", "一石二鸟"),
    ("独1无2", "独一无二"),
    ("说1不2", "说一不二"),
    ("再3", "再三"),
    ("1帆风顺", "一帆风顺"),
];

/// A digit at `i`.
pub(super) fn digit(pass: &mut Pass<'_, '_>, i: usize) {
    if matches!(pass.before(i), '.' | '0'..='9') && i > 0 {
        return;
    }
    lunar_or_idiom(pass, i);
    let end = number(pass, i);
    date::arabic(pass, i, end);
    if pass.class_before(i) == Class::Latin {
        return;
    }
    unit(pass, i, end);
    approximate_digits(pass, i, end);
    range(pass, i, end);
}

/// The end of the number that begins at `i`: digits, thousands, a decimal.
fn number(pass: &Pass<'_, '_>, i: usize) -> usize {
    let digits = |mut n: usize| {
        while pass.class(n) == Class::Digit {
            n += 1;
        }
        n
    };
    let mut end = digits(i);
    while pass.c(end) == ',' && digits(end + 1) == end + 4 {
        end += 4;
    }
    if pass.c(end) == '.' && pass.class(end + 1) == Class::Digit {
        end = digits(end + 1);
    }
    end
}

fn value(pass: &Pass<'_, '_>, start: usize, end: usize) -> Option<f64> {
    if end - start > 12 {
        return None;
    }
    pass.text(start..end).replace(',', "").parse().ok()
}

fn lunar_or_idiom(pass: &mut Pass<'_, '_>, i: usize) {
    if pass.had(i, "正月") || pass.had(i, "腊月") || pass.had(i, "冬月") || pass.had(i, "农历") {
        let end = number(pass, i);
        let month = pass.had(i, "农历") && pass.c(end) != '月';
        if end - i <= 2 && !month {
            let words = pass.text(i - 2..end).to_owned();
            return pass.say(FORM, i - 2..end, (Info, text::lunar(words), text::lunar_help()));
        }
    }
    // A year or an amount has more digits than any of them, and no character of theirs beside it.
    if pass.class_before(i) != Class::Han
        && pass.class(i + 1) != Class::Han
        && pass.class(i + 2) != Class::Han
        && pass.class(i + 3) != Class::Han
    {
        return;
    }
    for (shown, right) in IDIOMS {
        let before = shown.chars().take_while(|c| !c.is_ascii_digit()).count();
        if i >= before && pass.has(i - before, shown) {
            let range = i - before..i - before + shown.chars().count();
            if *shown == "再3" && !"强叮嘱考表思恳".contains(pass.c(range.end)) {
                continue;
            }
            return pass.say(FORM, range, (Info, text::idiom(shown, right), text::write(right)));
        }
    }
}

/// The symbol behind the number `i..end`.
fn unit(pass: &mut Pass<'_, '_>, i: usize, end: usize) {
    let at = pass.skip(end);
    if at > end + 1 || pass.class(at) != Class::Latin {
        return;
    }
    let mut stop = at;
    while stop < at + 6 && matches!(pass.class(stop), Class::Latin | Class::Digit) {
        stop += 1;
    }
    let shown = pass.text(at..stop);
    let Some((_, right)) = SYMBOLS.iter().find(|(wrong, _)| *wrong == shown) else { return };
    if *right != shown {
        let new = if at == end { format!(" {right}") } else { (*right).to_owned() };
        let said = (Info, text::unit_symbol(shown, right), text::write(right));
        // In capitals the whole text may be in capitals.
        pass.change(UNIT, at..stop, &new, said);
    } else if at == end {
        let words = pass.text(i..stop).to_owned();
        let new = format!("{} {right}", pass.text(i..end));
        pass.insert(UNIT, at, " ", i..stop, (Info, text::unit_space(words), text::write(new)));
    }
}

/// Where 4、5个 at `i` has its unit, and its two numbers.
pub(super) fn approximate(pass: &Pass<'_, '_>, i: usize) -> Option<(usize, u32, u32)> {
    let end = i + 1;
    let listed = |c| matches!(c, '第' | '、' | '-' | '—' | '～' | '周' | '选') || c.is_ascii_digit();
    let word = (0..i).rev().find(|n| pass.class(*n) != Class::Space);
    if pass.c(end) != '、' || word.is_some_and(|n| listed(pass.c(n))) {
        return None;
    }
    let (first, second) = (pass.c(i).to_digit(10)?, pass.c(end + 1).to_digit(10)?);
    let unit = pass.skip(end + 2);
    let follows = second == first + 1 && first > 0;
    (follows && "个天次位名人岁家件种篇遍".contains(pass.c(unit))).then_some((unit, first, second))
}

fn approximate_digits(pass: &mut Pass<'_, '_>, i: usize, end: usize) {
    const NUMERALS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    if end != i + 1 {
        return;
    }
    let Some((unit, first, second)) = approximate(pass, i) else { return };
    let numeral = |n: u32| usize::try_from(n).ok().and_then(|n| NUMERALS.get(n)).copied().unwrap_or_default();
    let first = if first == 2 { '两' } else { numeral(first) };
    let new = format!("{first}{}", numeral(second));
    let words = pass.text(i..unit + 1).to_owned();
    let right = format!("{new}{}", pass.c(unit));
    pass.change(APPROX, i..unit, &new, (Info, text::approx_mark(words), text::approx_mark_help(right)));
}

/// A range that begins with the number `i..end`.
fn range(pass: &mut Pass<'_, '_>, i: usize, end: usize) {
    if matches!(pass.before(i), '-' | '/' | '~' | '～' | '—' | '–' | ':' | '_' | '.') {
        return;
    }
    let percent = |c: char| matches!(c, '%' | '％' | '‰');
    let at = pass.skip(end);
    let mark = pass.c(at);
    if !matches!(mark, '-' | '~' | '～' | '—' | '–') || pass.c(at + 1) == mark {
        return;
    }
    let second = pass.skip(at + 1);
    if pass.class(second) != Class::Digit {
        return;
    }
    let stop = number(pass, second);
    let after = pass.c(stop);
    if matches!(after, '-' | '/' | '~' | '～' | '—' | '–' | ':' | '_' | '.')
        && pass.class(stop + 1) == Class::Digit
    {
        return;
    }
    let (Some(low), Some(high)) = (value(pass, i, end), value(pass, second, stop)) else { return };
    let words = pass.text(i..stop + 1).to_owned();
    if percent(after) {
        if low < high && low < 1000.0 {
            let (low, high) = (pass.text(i..end), pass.text(second..stop));
            let new = format!("{low}{after}～{high}");
            let right = format!("{new}{after}");
            pass.change(RANGE, i..stop, &new, (Info, text::range_unit(words), text::write(right)));
        }
    } else if matches!(mark, '～' | '—' | '–' | '-' | '~') && matches!(after, '万' | '亿') && low < high
    {
        pass.say(RANGE, i..stop + 1, (Info, text::range_scale(words), text::range_scale_help()));
    } else if mark == '~' || mark == '-' && low < high && low < 1900.0 && COUNTED.contains(after) {
        // 3-5年级, 2-3分 and the like are scores and names.
        let name = matches!(
            (after, pass.c(stop + 1)),
            ('年', '级') | ('分', '，' | '。' | '胜' | '负' | '战' | '领' | '落')
        );
        if !name && at == end && second == at + 1 {
            let right = words.replace(mark, "～");
            pass.change(RANGE, at..at + 1, "～", (Info, text::range_mark(words), text::write(right)));
        }
    }
}

/// A Han character at `i` with which something about numbers may begin or end.
#[inline]
pub(super) fn han(pass: &mut Pass<'_, '_>, i: usize, c: char) {
    match c {
        '倍' => times(pass, i),
        '左' if pass.c(i + 1) == '右' => twice(pass, i + 2),
        '上' if pass.c(i + 1) == '下' => twice(pass, i + 2),
        '以' if matches!(pass.c(i + 1), '上' | '下') => twice(pass, i + 2),
        '多' | '余' => twice(pass, i + 1),
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千' | '两' => {
            numeral(pass, i, c)
        }
        '截' => date::deadline(pass, i),
        '公' | '平' | '立' | '马' | '市' | '英' | '华' | '大' => old_unit(pass, i),
        _ => {}
    }
}

/// The clause that ends before `end`, at most so many characters of it.
fn clause<'p>(pass: &'p Pass<'_, '_>, end: usize, reach: usize) -> (usize, &'p str) {
    let stops =
        |n: usize| matches!(pass.c(n), '，' | '。' | '；' | '！' | '？' | '、' | '\n' | ',' | ';' | '：');
    let start = (end.saturating_sub(reach)..end).rev().take_while(|n| !stops(*n)).last().unwrap_or(end);
    (start, pass.text(start..end))
}

/// Notes what `phrase` matches of the clause that ends before `end`.
fn logic(pass: &mut Pass<'_, '_>, end: usize, phrase: &Phrase, said: impl Fn(&str) -> super::Said) {
    let (start, words) = clause(pass, end, 24);
    let Some(found) = phrase.find(words) else { return };
    let shown = words.get(found.clone()).unwrap_or_default();
    // What stands before 近 only shows that it is no part of a word.
    let mut chars = shown.chars();
    let extra =
        usize::from(chars.next() != Some('近') && chars.next() == Some('近') && !shown.starts_with('将'));
    let shown = shown.char_indices().nth(extra).and_then(|(at, _)| shown.get(at..)).unwrap_or_default();
    let from = start + words.get(..found.start).unwrap_or_default().chars().count() + extra;
    let (severity, message, help) = said(shown);
    let severity = if pass.is_quoted(from) || pass.block.quoted { Info } else { severity };
    pass.say(LOGIC, from..end, (severity, message, help));
}

/// Less by several times.
fn times(pass: &mut Pass<'_, '_>, i: usize) {
    static LESS: Phrase = Phrase::new(
        r"(?:减少|减小|减轻|减低|降低|下降|下滑|下跌|缩小|缩短|缩减|降价|便宜|跌|降|压缩|少|小|低|轻|短)了?(?:近|约|大约|超过|将近|足足|整整)?\s*[\d.,一二两三四五六七八九十百千几数]+\s*(?:多|余|来)?\s*倍$",
    );
    logic(pass, i + 1, &LESS, |words| (Warning, text::times_less(words), text::times_less_help()));
}

/// Two words of approximation around a number that ends, with its unit and 左右 and the like, before `end`.
fn twice(pass: &mut Pass<'_, '_>, end: usize) {
    // Nothing is compiled or searched where no number stands in reach.
    let number =
        |n: usize| pass.class(n) == Class::Digit || "一二两三四五六七八九十百千万亿几".contains(pass.c(n));
    if !(end.saturating_sub(8)..end.saturating_sub(1)).any(number) {
        return;
    }
    static TWICE: Phrase = Phrase::new(concat!(
        r"(?:(?:约|大约|大概|差不多|将近|接近|至少|不到|超过|(?:^|[^最附远邻靠亲就新较])近)(?:有|为|在|是|需|要|了)?\s*",
        r"[\d.,一二两三四五六七八九十百千万亿几]+\s*[\p{Han}%％℃a-zA-Z]{0,4}?\s*(?:左右|上下)",
        r"|(?:约|大约|大概|将近|接近|不到|(?:^|[^最附远邻靠亲就新较])近)(?:有|为)?\s*[\d.,一二两三四五六七八九十百千万亿]*[\d十百千万亿]\s*(?:多|余)",
        r"|(?:至少|最少|超过|多于|不少于|不低于|高于|大于)(?:有|为|要|了|需)?\s*[\d.,一二两三四五六七八九十百千万亿几]+\s*[\p{Han}%％℃a-zA-Z]{0,4}?\s*以上",
        r"|(?:最多|至多|不超过|低于|少于|不足|小于)(?:有|为|要|了)?\s*[\d.,一二两三四五六七八九十百千万亿几]+\s*[\p{Han}%％℃a-zA-Z]{0,4}?\s*以下)$"
    ));
    logic(pass, end, &TWICE, |words| (Warning, text::approx_twice(words), text::approx_twice_help()));
}

/// A Chinese numeral at `i`.
fn numeral(pass: &mut Pass<'_, '_>, i: usize, c: char) {
    date::chinese(pass, i, c);
    measure(pass, i);
    const ORDER: &str = "一二三四五六七八九";
    if pass.c(i + 1) != '、' || pass.is_kept(i..i + 2) {
        return;
    }
    let next = pass.c(i + 2);
    let place = |c: char| ORDER.chars().position(|one| one == c);
    let follows = match (place(c), place(next)) {
        (Some(first), Some(second)) => second == first + 1,
        (None, Some(2)) => c == '两',
        _ => false,
    };
    let before = pass.before(i);
    let listed = i == 0 || matches!(before, '第' | '、' | '\n' | '（' | '十');
    let after = (pass.c(i + 3), pass.c(i + 4));
    let unit = "十百千万个天年次位名人岁周件种家篇遍里".contains(after.0);
    let name = matches!(after, ('年', '级') | ('里', _) | ('十', '、')) || after.0 == '名' && after.1 == '单';
    if !follows || listed || !unit || name {
        return;
    }
    let words = pass.text(i..i + 4).to_owned();
    let right = words.replace('、', "");
    let said = (Info, text::approx_mark(words), text::approx_mark_help(right));
    pass.change(APPROX, i + 1..i + 2, "", said);
}

/// A unit's symbol right behind a Chinese numeral.
fn measure(pass: &mut Pass<'_, '_>, i: usize) {
    let mut stop = i + 1;
    while stop < i + 7 && pass.class(stop) == Class::Latin {
        stop += 1;
    }
    if stop == i + 1 || "几第".contains(pass.c(i)) {
        return;
    }
    let symbol = pass.text(i + 1..stop);
    if symbol.len() > 1 && SYMBOLS.iter().any(|(wrong, right)| symbol == *wrong || symbol == *right) {
        let numeral = |n: &usize| "一二两三四五六七八九十百千万亿半点".contains(pass.c(*n));
        let start = (i.saturating_sub(8)..=i).rev().take_while(numeral).last().unwrap_or(i);
        let words = pass.text(start..stop).to_owned();
        pass.say(FORM, start..stop, (Info, text::measure(words), text::number_form_help()));
    }
}

/// A unit that is no longer legal, behind a number.
fn old_unit(pass: &mut Pass<'_, '_>, i: usize) {
    let Some((shown, right)) = OLD.iter().find(|(shown, _)| pass.has(i, shown)) else { return };
    let at = (0..i).rev().take(2).find(|n| pass.class(*n) != Class::Space);
    let number =
        |n: usize| pass.class(n) == Class::Digit || "一二两三四五六七八九十百千万亿几半".contains(pass.c(n));
    if at.is_some_and(number) {
        let end = i + shown.chars().count();
        pass.say(UNIT, i..end, (Info, text::unit_old(shown), text::write(right)));
    }
}
