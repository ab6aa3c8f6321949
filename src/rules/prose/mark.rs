//! Spaces, punctuation and its width, ellipses and dashes.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use super::{Class, Pass};
use crate::base::message::zh_rules as text;
use crate::finding::Severity::{Info, Warning};
use crate::source::plain::OBJECT;

const SPACE: &str = "zh.space";
const WIDTH: &str = "zh.width-punct";
const ELLIPSIS: &str = "zh.ellipsis";

/// Words that join Chinese and Latin as their owners write them.
const JOINED: &[&str] = &[
    "A股",
    "B股",
    "H股",
    "N股",
    "B站",
    "A站",
    "Q币",
    "T恤",
    "T台",
    "X光",
    "U盘",
    "K歌",
    "K线",
    "P图",
    "e代",
    "阿Q",
    "卡拉OK",
    "AA制",
    "BP机",
    "58同城",
    "360安全",
    "360搜索",
    "T3出行",
    "51社保",
    "12306",
    "e租",
    "e签宝",
    "e家",
    "e站",
    "K金",
    "C位",
    "E人",
    "I人",
    "V领",
    "U型",
    "S型",
    "O型",
    "AB型",
    "L型",
    "N次",
    "G大调",
    "维C",
    "维E",
    "双11",
    "双12",
    "双1",
    "618大促",
    "7天连锁",
    "3D打印",
    "985高校",
    "211高校",
    "996工作制",
    "n次",
    "x轴",
    "y轴",
    "z轴",
    "PM2",
    "QQ群",
    "大S",
    "小S",
];

/// The words of [`JOINED`] by a character beside the border, each with how many of its characters stand before it.
struct Beside {
    /// By the character behind the border.
    behind: HashMap<char, Vec<(&'static str, usize)>>,
    /// Those that end at the border, by their last character.
    before: HashMap<char, Vec<(&'static str, usize)>>,
}

static BESIDE: LazyLock<Beside> = LazyLock::new(|| {
    let mut beside = Beside { behind: HashMap::new(), before: HashMap::new() };
    for word in JOINED {
        for (n, c) in word.chars().enumerate() {
            beside.behind.entry(c).or_default().push((word, n));
        }
        let last = word.chars().next_back().unwrap_or_default();
        beside.before.entry(last).or_default().push((word, word.chars().count()));
    }
    beside
});

/// A border between Chinese and Latin right before `i`.
pub(super) fn border(pass: &mut Pass<'_, '_>, i: usize) {
    let (before, after) = (pass.class_before(i), pass.class(i));
    let latin = |class| matches!(class, Class::Latin | Class::Digit);
    if !(before == Class::Han && latin(after) || latin(before) && after == Class::Han) {
        return;
    }
    let (start, end) = (i.saturating_sub(4), i + 5);
    // 4、5个 become words, which need no blank.
    let words = super::number::approximate(pass, i).is_some();
    if words || pass.is_kept(i - 1..i + 1) || is_date(pass, i) || is_joined(pass, i) {
        return;
    }
    let end = end.min(pass.chars.len());
    let words = shown(pass, start, i, end);
    pass.insert(SPACE, i, " ", i - 1..i + 1, (Info, text::space_missing(words), text::space_missing_help()));
}

/// What stands around a border: the runs of its two sides, cut short.
fn shown(pass: &Pass<'_, '_>, start: usize, i: usize, end: usize) -> String {
    let word = |n: usize| matches!(pass.class(n), Class::Latin | Class::Digit | Class::Han);
    let from = (start..i).rev().take_while(|n| word(*n)).last().unwrap_or(i);
    let to = (i..end).take_while(|n| word(*n)).last().map_or(i, |n| n + 1);
    pass.text(from..to).to_owned()
}

/// Whether the border belongs to a date or time such as 2026年3月5日, which is left as it was written.
fn is_date(pass: &Pass<'_, '_>, i: usize) -> bool {
    let unit = |c: char| matches!(c, '年' | '月' | '日' | '号' | '时' | '点' | '分' | '秒');
    if pass.class_before(i) == Class::Digit {
        return unit(pass.c(i));
    }
    if pass.class(i) != Class::Digit {
        return false;
    }
    let end =
        (i..pass.chars.len()).take(8).find(|n| pass.class(*n) != Class::Digit).unwrap_or(pass.chars.len());
    unit(pass.c(end)) || unit(pass.before(i)) && pass.before(i - 1).is_ascii_digit()
}

/// Whether the border stands inside a word that is written so: a common one or a brand of the site.
fn is_joined(pass: &Pass<'_, '_>, i: usize) -> bool {
    let stands = |beside: &HashMap<char, Vec<(&str, usize)>>, c: char| {
        let words = beside.get(&c).map_or(&[][..], Vec::as_slice);
        words.iter().any(|(word, n)| i >= *n && pass.has(i - n, word))
    };
    if stands(&BESIDE.behind, pass.c(i)) || stands(&BESIDE.before, pass.before(i)) {
        return true;
    }
    // A brand that ends before the border cannot hold it; names do not overlap far enough to hide one another.
    let border = pass.bytes(i..i).start;
    let next = pass.brands.partition_point(|brand| brand.end < border);
    pass.brands.get(next).is_some_and(|brand| brand.start <= border)
}

/// Blanks beside a full-width mark, noted at the first of them.
pub(super) fn space(pass: &mut Pass<'_, '_>, i: usize) {
    if i == 0 || pass.class_before(i) == Class::Space {
        return;
    }
    let end = pass.skip(i);
    if end >= pass.chars.len() {
        return;
    }
    let (before, after) = (pass.c(i - 1), pass.c(end));
    let chinese = |n: usize| matches!(pass.class(n), Class::Han | Class::Full);
    let curly = |c: char| matches!(c, '“' | '”');
    let wide = |c: char| "，。；：、！？（）《》〈〉【】「」『』".contains(c);
    let known = |c: char| wide(c) || curly(c) || c.is_alphanumeric();
    if !known(before) || !known(after) {
        return;
    }
    let beside =
        wide(before) || wide(after) || (before == '”' && chinese(end)) || (after == '“' && chinese(i - 1));
    // Where markup stands beside the blank, the blank may be what makes it work.
    if !beside || pass.is_kept(i - 1..end + 1) || pass.exact(i - 1..end + 1).is_none() {
        return;
    }
    let words = pass.text(i - 1..end + 1).to_owned();
    pass.change(SPACE, i..end, "", (Info, text::space_extra(words), text::space_extra_help()));
}

const fn full_width(mark: char) -> char {
    match mark {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '!' => '！',
        _ => '？',
    }
}

/// Whether the character before or behind a mark is Chinese: a letter, or a mark that closes or opens something Chinese.
fn closes_chinese(pass: &Pass<'_, '_>, i: Option<usize>) -> bool {
    i.is_some_and(|i| {
        pass.class(i) == Class::Han || matches!(pass.c(i), '”' | '》' | '）' | '’' | '」' | '】' | '…')
    })
}

fn opens_chinese(pass: &Pass<'_, '_>, i: usize) -> bool {
    pass.class(i) == Class::Han || matches!(pass.c(i), '“' | '《' | '（' | '‘' | '「' | '【')
}

/// A character that is neither a letter nor a Chinese mark.
pub(super) fn other(pass: &mut Pass<'_, '_>, i: usize, c: char) {
    if pass.before(i) == c && !matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ') {
        return;
    }
    match c {
        ',' if pass.run_end(i, ',') >= i + 3 => dots(pass, i, ','),
        '.' if pass.run_end(i, '.') >= i + 3 => dots(pass, i, '.'),
        '·' if pass.run_end(i, '·') >= i + 3 => dots(pass, i, '·'),
        ',' | ';' | ':' | '!' | '?' => half(pass, i, c),
        '.' => stop(pass, i),
        '…' => ellipsis(pass, i),
        '-' | '–' | '─' => dash(pass, i, c),
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => wide_word(pass, i),
        _ => {}
    }
}

/// A half-width mark at `i`, where no such mark stands before.
fn half(pass: &mut Pass<'_, '_>, i: usize, c: char) {
    let mut end = i + 1;
    if matches!(c, '!' | '?') && matches!(pass.before(i), '!' | '?') {
        return;
    }
    while matches!(c, '!' | '?') && matches!(pass.c(end), '!' | '?') {
        end += 1;
    }
    if matches!(pass.c(end), ',' | ';' | ':' | '=' | '/' | ')') {
        return;
    }
    let behind = pass.skip(end);
    let before = i.checked_sub(1);
    let chinese = closes_chinese(pass, before);
    let follows = opens_chinese(pass, behind);
    let latin = |class| matches!(class, Class::Latin | Class::Digit);
    let ends =
        behind >= pass.chars.len() || pass.c(behind) == '\n' || matches!(pass.c(behind), '”' | '）' | '」');
    let mostly = pass.counts.han * 2 >= pass.counts.latin;
    if in_brackets(pass, i) {
        return;
    }
    let severity = match (chinese, follows) {
        (true, true) => Warning,
        (true, false) if ends => Warning,
        (true, false) if mostly && (latin(pass.class(behind)) || pass.c(behind) == OBJECT) => Info,
        (false, true)
            if mostly
                && before.is_some_and(|before| latin(pass.class(before)) || pass.c(before) == OBJECT) =>
        {
            Info
        }
        _ => return,
    };
    let end = if pass.c(behind) == OBJECT || behind >= pass.chars.len() { end } else { behind };
    let marks: String = (i..end).map(|n| pass.c(n)).filter(|c| *c != ' ').collect();
    let new: String = marks.chars().map(full_width).collect();
    let said = (severity, text::half(&marks), text::write(&new));
    // Blanks go with the mark only where nothing else stands between.
    let whole = if pass.exact(i..end).is_some() { end } else { i + marks.chars().count() };
    pass.change(WIDTH, i..whole, &new, said);
}

/// Whether `i` stands in [ ] or { }, as a piece of YAML or code does that a sentence quotes.
fn in_brackets(pass: &Pass<'_, '_>, i: usize) -> bool {
    for n in (i.saturating_sub(40)..i).rev() {
        match pass.c(n) {
            '[' | '{' => return true,
            ']' | '}' | '。' | '\n' => return false,
            _ => {}
        }
    }
    false
}

/// A half-width full stop behind Chinese.
fn stop(pass: &mut Pass<'_, '_>, i: usize) {
    let Some(before) = i.checked_sub(1) else { return };
    if pass.class(before) != Class::Han || pass.c(i + 1) == '.' || is_numbering(pass, i) {
        return;
    }
    let behind = pass.skip(i + 1);
    let ends = behind >= pass.chars.len() || pass.c(behind) == '\n' || pass.c(behind) == '”';
    let heading = matches!(pass.block.zone, crate::source::plain::Zone::Heading(_));
    if heading || !(ends || behind > i + 1 && opens_chinese(pass, behind)) {
        return;
    }
    pass.change(WIDTH, i..i + 1, "。", (Warning, text::half('.'), text::write('。')));
}

/// Whether the dot at `i` belongs to a number of a list: 一. 概述.
fn is_numbering(pass: &Pass<'_, '_>, i: usize) -> bool {
    i <= 4 && (0..i).all(|n| "一二三四五六七八九十第章节甲乙丙丁".contains(pass.c(n)))
}

/// A Chinese mark.
pub(super) fn full(pass: &mut Pass<'_, '_>, i: usize, c: char) {
    let doubled = pass.before(i) == c;
    match c {
        '。' if !doubled => stops(pass, i),
        '，' | '、' if !doubled && pass.run_end(i, c) >= i + 3 => dots(pass, i, c),
        '，' | '、' | '；' if !doubled && pass.run_end(i, c) == i + 2 => {
            let words = pass.text(i..i + 2).to_owned();
            pass.say("zh.repeat", i..i + 2, (Warning, text::repeated(words), text::repeated_help()));
        }
        '，' | '：' | '；' | '．' | '！' | '？' => in_latin(pass, i, c),
        '、' => parallel(pass, i),
        '－' if !doubled => dash(pass, i, c),
        _ => {}
    }
}

/// A full-width mark among digits or in a text without Chinese.
fn in_latin(pass: &mut Pass<'_, '_>, i: usize, c: char) {
    let Some(before) = i.checked_sub(1) else { return };
    let digits = pass.class(before) == Class::Digit && pass.class(i + 1) == Class::Digit;
    let two = pass.class(i + 2) == Class::Digit && pass.class(i + 3) != Class::Digit;
    if digits && (c == '．' || c == '：' && two && is_hour(pass, before) && pass.c(i + 1) < '6') {
        let new = if c == '．' { "." } else { ":" };
        pass.change(WIDTH, i..i + 1, new, (Info, text::full(c), text::write(new)));
    } else if pass.counts.han == 0 && pass.class(before) == Class::Latin && pass.class(i + 1) == Class::Latin
    {
        let new = match c {
            '，' => ", ",
            '；' => "; ",
            '：' => ": ",
            '！' => "! ",
            '？' => "? ",
            _ => return,
        };
        pass.change(WIDTH, i..i + 1, new, (Info, text::full(c), text::write(new.trim_end())));
    }
}

/// Whether one or two digits, at most 24, end at `i`.
fn is_hour(pass: &Pass<'_, '_>, i: usize) -> bool {
    let tens = pass.before(i);
    if !tens.is_ascii_digit() {
        return true;
    }
    let further = i >= 2 && pass.class(i - 2) == Class::Digit;
    !further && (tens < '2' || tens == '2' && pass.c(i) <= '4')
}

/// A run of full-width digits and letters, noted at its first.
fn wide_word(pass: &mut Pass<'_, '_>, i: usize) {
    let wide = |c: char| matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    if wide(pass.before(i)) {
        return;
    }
    let end = (i..pass.chars.len()).find(|n| !wide(pass.c(*n))).unwrap_or(pass.chars.len());
    let shown = pass.text(i..end).to_owned();
    let narrow = |c: char| char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c);
    let new: String = shown.chars().map(narrow).collect();
    let said = (Info, text::full(&shown), text::write(&new));
    // At the beginning of a line a digit could become the number of a list.
    if i > 0 && pass.exact(i - 1..end).is_some_and(|place| !place.text().contains('\n')) {
        pass.change(WIDTH, i..end, &new, said);
    } else {
        pass.say(WIDTH, i..end, said);
    }
}

/// 、 between titles or quotations.
fn parallel(pass: &mut Pass<'_, '_>, i: usize) {
    let (before, after) = (pass.before(i), pass.c(i + 1));
    if matches!(before, '》' | '”') && matches!(after, '《' | '“') {
        pass.change("zh.quote", i..i + 1, "", (Info, text::parallel(), text::parallel_help()));
    }
}

/// Full stops in a row.
fn stops(pass: &mut Pass<'_, '_>, i: usize) {
    let end = pass.run_end(i, '。');
    match end - i {
        0 | 1 => {}
        2 => {
            let marks = pass.text(i..end).to_owned();
            pass.say(ELLIPSIS, i..end, (Warning, text::two_stops(marks), text::two_stops_help()));
        }
        _ => dots(pass, i, '。'),
    }
}

/// Three or more of a mark that were meant as an ellipsis.
fn dots(pass: &mut Pass<'_, '_>, i: usize, mark: char) {
    let end = pass.run_end(i, mark);
    let chinese = |class| matches!(class, Class::Han | Class::Full);
    let beside =
        chinese(pass.class_before(i)) || chinese(pass.class(end)) || closes_chinese(pass, i.checked_sub(1));
    let path = |c: char| matches!(c, '/' | '\\' | '|' | '.' | ',');
    if beside && !path(pass.before(i)) && !path(pass.c(end)) {
        let marks = pass.text(i..end).to_owned();
        let marks: String = marks.chars().take(12).collect();
        pass.change(ELLIPSIS, i..end, "……", (Warning, text::ellipsis(marks), text::write("……")));
        and_so_on(pass, i, end);
    }
}

/// … in a row: two are right, four stand for a left out paragraph.
fn ellipsis(pass: &mut Pass<'_, '_>, i: usize) {
    let end = pass.run_end(i, '…');
    if pass.counts.han == 0 {
        return;
    }
    if !matches!(end - i, 2 | 4) {
        // Alone between marks it stands for something left out, as in “作者：…” or […].
        if pass.class_before(i) == Class::Han || pass.class(end) == Class::Han {
            let marks = pass.text(i..end).chars().take(12).collect::<String>();
            pass.change(ELLIPSIS, i..end, "……", (Warning, text::ellipsis(marks), text::write("……")));
        }
    }
    and_so_on(pass, i, end);
}

/// An ellipsis beside 等.
fn and_so_on(pass: &mut Pass<'_, '_>, start: usize, end: usize) {
    const WAIT: &str = "待到于一我你他她它候着了级会";
    let (from, to) = if pass.c(end) == '等' && !WAIT.contains(pass.c(end + 1)) {
        (start, end + 1)
    } else if start >= 2
        && pass.before(start) == '等'
        && !"平相中高上下优均初同坐久请稍别我你他".contains(pass.c(start - 2))
        && pass.class(start - 2) == Class::Han
    {
        (start - 1, end)
    } else {
        return;
    };
    let words = pass.text(from..to).to_owned();
    let said = (Warning, text::ellipsis_and_so_on(words), text::ellipsis_and_so_on_help());
    pass.say(ELLIPSIS, from..to, said);
}

/// Hyphens and box lines that were meant as a dash between Chinese.
fn dash(pass: &mut Pass<'_, '_>, i: usize, mark: char) {
    let end = pass.run_end(i, mark);
    let count = end - i;
    if !(2..=4).contains(&count) {
        return;
    }
    let mut from = i;
    while from > 0 && pass.class(from - 1) == Class::Space {
        from -= 1;
    }
    let to = pass.skip(end);
    let chinese = |n: usize| {
        matches!(pass.class(n), Class::Han) || matches!(pass.c(n), '”' | '“' | '》' | '《' | '）' | '（')
    };
    if from == 0 || !chinese(from - 1) || !chinese(to) {
        return;
    }
    // Three with blanks around them, or any in quotation marks, are the mark itself that a text is about.
    let about = count > 2 && from < i && end < to || pass.c(from - 1) == '“' && pass.c(to) == '”';
    if about {
        return;
    }
    let marks = pass.text(i..end).to_owned();
    pass.change(ELLIPSIS, from..to, "——", (Warning, text::dash(marks), text::write("——")));
}
