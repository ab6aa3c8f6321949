//! Dates: days that exist, weekdays that match, ends behind beginnings, 截止 and 截至.

use jiff::civil::{Date, Weekday};

use super::{Class, Pass};
use crate::base::message::zh_rules as text;
use crate::finding::Severity::{Info, Warning};

const DATE: &str = "zh.date";
const FORM: &str = "zh.number.form";

/// A date as it was written.
#[derive(Debug, Clone, Copy)]
struct Written {
    year: Option<i16>,
    month: i8,
    day: i8,
    /// The first place behind it.
    end: usize,
}

/// The digits from `i`, at most so many, and where they end.
fn digits(pass: &Pass<'_, '_>, i: usize, most: usize) -> Option<(i16, usize)> {
    let mut value = 0_i16;
    let mut end = i;
    while let Some(digit) = pass.c(end).to_digit(10).filter(|_| end < i + most) {
        value = value * 10 + i16::try_from(digit).ok()?;
        end += 1;
    }
    (end > i && pass.class(end) != Class::Digit).then_some((value, end))
}

fn small((value, end): (i16, usize)) -> Option<(i8, usize)> {
    i8::try_from(value).ok().map(|value| (value, end))
}

/// The date at `i`: 2026年3月5日, 3月5日, 2026-3-5, 2026/3/5.
fn date(pass: &Pass<'_, '_>, i: usize) -> Option<Written> {
    let (first, end) = digits(pass, i, 4)?;
    let behind = pass.skip(end);
    match pass.c(behind) {
        '年' if end - i == 4 => {
            let mut written = month_day(pass, digits(pass, pass.skip(behind + 1), 2).and_then(small)?)?;
            written.year = Some(first);
            Some(written)
        }
        '月' if end - i <= 2 => month_day(pass, small((first, end))?),
        mark @ ('-' | '/') if end - i == 4 && behind == end => {
            let (month, end) = digits(pass, end + 1, 2).and_then(small)?;
            if pass.c(end) != mark {
                return None;
            }
            let (day, end) = digits(pass, end + 1, 2).and_then(small)?;
            (!matches!(pass.c(end), '-' | '/')).then_some(Written { year: Some(first), month, day, end })
        }
        _ => None,
    }
}

/// Month and day, of which the month was read.
fn month_day(pass: &Pass<'_, '_>, (month, end): (i8, usize)) -> Option<Written> {
    let at = pass.skip(end);
    if pass.c(at) != '月' {
        return None;
    }
    let (day, end) = digits(pass, pass.skip(at + 1), 2).and_then(small)?;
    let at = pass.skip(end);
    matches!(pass.c(at), '日' | '号').then_some(Written { year: None, month, day, end: at + 1 })
}

/// Whether there is such a day; in an unknown year 29 February is one.
fn exists(date: &Written) -> bool {
    Date::new(date.year.unwrap_or(2024), date.month, date.day).is_ok()
}

/// A number at `i`, which ends at `end`: perhaps a date.
pub(super) fn arabic(pass: &mut Pass<'_, '_>, i: usize, end: usize) {
    if matches!(pass.before(i), '-' | '/' | '.' | '_') || pass.class_before(i) == Class::Latin {
        return;
    }
    let behind = pass.skip(end);
    if !matches!(pass.c(behind), '年' | '月' | '-' | '/') {
        return;
    }
    short_year(pass, i, end, behind);
    let Some(first) = date(pass, i) else { return };
    // The month and day of a date with its year were read with it.
    if first.year.is_none() && matches!(back(pass, i), '年') && pass.is_year_before(i) {
        return;
    }
    if pass.memory.date.is_none() {
        pass.memory.date = Some(pass.text(i..first.end).to_owned());
    }
    if !exists(&first) {
        let words = pass.text(i..first.end).to_owned();
        return pass.say(DATE, i..first.end, (Warning, text::no_such_day(words), text::no_such_day_help()));
    }
    weekday(pass, i, &first);
    period(pass, i, &first);
}

fn back(pass: &Pass<'_, '_>, i: usize) -> char {
    (0..i).rev().find(|n| pass.class(*n) != Class::Space).map_or('\0', |n| pass.c(n))
}

impl Pass<'_, '_> {
    /// Whether a year of four digits ends right before `i`.
    fn is_year_before(&self, i: usize) -> bool {
        let at = (0..i).rev().find(|n| self.class(*n) != Class::Space).unwrap_or(0);
        let at = (0..at).rev().find(|n| self.class(*n) != Class::Space);
        at.is_some_and(|at| at >= 3 && (at - 3..=at).all(|n| self.class(n) == Class::Digit))
    }
}

fn short_year(pass: &mut Pass<'_, '_>, i: usize, end: usize, behind: usize) {
    if end - i != 2 || pass.c(behind) != '年' || pass.class(pass.skip(behind + 1)) != Class::Digit {
        return;
    }
    let month = digits(pass, pass.skip(behind + 1), 2);
    let Some((month, at)) = month else { return };
    if (1..=12).contains(&month) && pass.c(pass.skip(at)) == '月' {
        let words = pass.text(i..behind + 1).to_owned();
        pass.say(DATE, i..behind + 1, (Info, text::short_year(words), text::short_year_help()));
    }
}

const fn weekday_of(c: char) -> Option<Weekday> {
    match c {
        '一' => Some(Weekday::Monday),
        '二' => Some(Weekday::Tuesday),
        '三' => Some(Weekday::Wednesday),
        '四' => Some(Weekday::Thursday),
        '五' => Some(Weekday::Friday),
        '六' => Some(Weekday::Saturday),
        '日' | '天' => Some(Weekday::Sunday),
        _ => None,
    }
}

const fn name_of(weekday: Weekday) -> char {
    match weekday {
        Weekday::Monday => '一',
        Weekday::Tuesday => '二',
        Weekday::Wednesday => '三',
        Weekday::Thursday => '四',
        Weekday::Friday => '五',
        Weekday::Saturday => '六',
        Weekday::Sunday => '日',
    }
}

/// The weekday behind a date.
fn weekday(pass: &mut Pass<'_, '_>, i: usize, date: &Written) {
    let mut at = pass.skip(date.end);
    if matches!(pass.c(at), '（' | '(' | '，' | '、' | ',') {
        at = pass.skip(at + 1);
    }
    let name = if pass.has(at, "星期") || pass.has(at, "礼拜") {
        at + 2
    } else if pass.c(at) == '周' {
        at + 1
    } else {
        return;
    };
    let Some(said) = weekday_of(pass.c(name)) else { return };
    // 周一至周五 after a date is a habit, 周年 and 周日报 are words.
    if matches!(pass.c(name + 1), '至' | '到' | '～' | '报' | '、') {
        return;
    }
    let (known, year) = match (date.year, pass.memory.day_year) {
        (Some(year), _) => (true, year),
        (None, Some(year)) => (false, year),
        (None, None) => return,
    };
    let Ok(day) = Date::new(year, date.month, date.day) else { return };
    if day.weekday() == said {
        return;
    }
    if !known {
        // Around the turn of the year the next or the last one may be meant.
        let other = |year| Date::new(year, date.month, date.day).is_ok_and(|day| day.weekday() == said);
        if (date.month >= 11 && other(year - 1)) || (date.month <= 2 && other(year + 1)) {
            return;
        }
    }
    let right = name_of(day.weekday());
    let shown = pass.text(i..date.end).to_owned();
    let told = (Warning, text::weekday(shown, right), text::weekday_help());
    if known {
        pass.change(DATE, name..name + 1, right.encode_utf8(&mut [0; 4]), told);
    } else {
        pass.say(DATE, i..name + 1, told);
    }
}

/// An end that lies before its beginning.
fn period(pass: &mut Pass<'_, '_>, i: usize, first: &Written) {
    let at = pass.skip(first.end);
    let mut at = match pass.c(at) {
        '至' | '到' | '～' | '~' | '-' | '–' => at + 1,
        '—' => pass.run_end(at, '—'),
        _ => return,
    };
    at = pass.skip(at);
    let second = date(pass, at).or_else(|| {
        let (day, end) = digits(pass, at, 2).and_then(small)?;
        let at = pass.skip(end);
        let end = at + 1;
        matches!(pass.c(at), '日' | '号').then_some(Written {
            year: first.year,
            month: first.month,
            day,
            end,
        })
    });
    let Some(second) = second.filter(exists) else { return };
    let early = match (first.year, second.year) {
        (Some(one), Some(two)) => (two, second.month, second.day) < (one, first.month, first.day),
        // With one year said, or none, only days of one month can be compared.
        (Some(_), None) => (second.month, second.day) < (first.month, first.day),
        _ => second.month == first.month && second.day < first.day,
    };
    if early {
        let words = pass.text(i..second.end).to_owned();
        pass.say(DATE, i..second.end, (Warning, text::ends_early(words), text::ends_early_help()));
    }
}

/// 截止 before a time, 截至 without one.
pub(super) fn deadline(pass: &mut Pass<'_, '_>, i: usize) {
    let at = pass.skip(i + 2);
    if pass.has(i, "截止") && pass.class(at) == Class::Digit {
        // 报名截止 12月31日 is a label; 截止12月31日，…… is a statement.
        let begins =
            i == 0 || matches!(pass.class_before(i), Class::Full) || matches!(pass.before(i), '\n' | '”');
        let timed = date(pass, at).is_some()
            || matches!(digits(pass, at, 4), Some((_, end)) if matches!(pass.c(pass.skip(end)), '年' | '月'));
        if begins && timed {
            pass.change(
                DATE,
                i..i + 2,
                "截至",
                (Warning, text::deadline("截止", "截至"), text::deadline_help()),
            );
        }
    } else if pass.has(i, "截至日期") || pass.has(i, "截至时间") {
        let shown = pass.text(i..i + 4).to_owned();
        let right = shown.replace('至', "止");
        pass.change(DATE, i..i + 2, "截止", (Warning, text::deadline(shown, right), text::deadline_help()));
    } else if pass.has(i, "截至") && matches!(pass.before(i), '日' | '时' | '点' | '号') {
        let ends =
            matches!(pass.class(i + 2), Class::Full) || i + 2 >= pass.chars.len() || pass.c(i + 2) == '\n';
        if ends {
            pass.change(
                DATE,
                i..i + 2,
                "截止",
                (Warning, text::deadline("截至", "截止"), text::deadline_help()),
            );
        }
    }
}

fn is_numeral(c: char) -> bool {
    matches!(c, '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九')
}

/// A Chinese numeral at `i` with which a date may begin.
pub(super) fn chinese(pass: &mut Pass<'_, '_>, i: usize, c: char) {
    if !matches!(c, '一' | '二')
        || matches!(pass.class_before(i), Class::Han)
            && (is_numeral(pass.before(i)) || pass.before(i) == '十')
    {
        return;
    }
    let end = i + 4;
    if !(i..end).all(|n| is_numeral(pass.c(n))) || pass.c(end) != '年' {
        return;
    }
    let words = pass.text(i..end + 1).to_owned();
    if words.contains('零') {
        let right = words.replace('零', "〇");
        let said = (Info, text::year_zero(&words), text::write(right));
        pass.say(FORM, i..end + 1, said);
    }
    if !pass.memory.date_said
        && let Some(other) = pass.memory.date.clone()
    {
        pass.memory.date_said = true;
        pass.say(FORM, i..end + 1, (Info, text::date_forms(words, other), text::number_form_help()));
    }
}
