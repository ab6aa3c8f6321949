//! Numbers with a meaning in a folded text: prices, percentages, years. One pass, no patterns.

use std::ops::Range;

/// What a number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FigureKind {
    /// Money: ¥18, 18元, 三百块.
    Price,
    /// A share: 98%, 百分之九十, 九成.
    Percent,
    /// A year: 2026年.
    Year,
    /// Any other number in digits.
    Number,
}

/// A number and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Figure {
    pub(crate) kind: FigureKind,
    /// Bytes of the folded text, sign and unit included.
    pub(crate) range: Range<usize>,
}

fn is_numeral(c: char) -> bool {
    "零一二两三四五六七八九十百千万亿半".contains(c)
}

/// The figures of a folded text, by place.
pub(crate) fn figures(text: &str) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let digits = c.is_ascii_digit();
        if !digits && !is_numeral(c) {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((next, c)) = rest.next_if(|(_, c)| {
            if digits {
                c.is_ascii_digit() || matches!(c, '.' | ',') || "万千百亿".contains(*c)
            } else {
                is_numeral(*c)
            }
        }) {
            end = next + c.len_utf8();
        }
        // 10 万元: writers put a space behind digits.
        if digits && let Some(myriad) = text.get(end..).and_then(myriad) {
            end += myriad;
            while rest.next_if(|(next, _)| *next < end).is_some() {}
        }
        let number = text.get(at..end).unwrap_or_default().trim_end_matches(['.', ',']);
        figures.extend(figure(text, at..at + number.len(), digits));
    }
    figures
}

/// Bytes of a 万 or 亿 that belongs to the number before it in spite of a space.
fn myriad(behind: &str) -> Option<usize> {
    let unit = behind.strip_prefix(' ')?;
    let first = unit.chars().next().filter(|c| matches!(c, '万' | '亿'))?;
    // 3 万事: a word of its own.
    let next = unit.chars().nth(1);
    next.is_some_and(|c| "元块人件亿股册".contains(c)).then(|| 1 + first.len_utf8())
}

/// What the number at `range` says with its neighbours; a Chinese numeral without a unit says nothing.
fn figure(text: &str, range: Range<usize>, digits: bool) -> Option<Figure> {
    let number = text.get(range.clone())?;
    let before = text.get(..range.start)?.trim_end_matches(' ');
    let after = text.get(range.end..)?;
    let behind = after.trim_start_matches(' ');
    let space = after.len() - behind.len();
    let with_unit = |unit: &str| range.start..range.end + space + unit.len();
    for sign in ["¥", "$", "rmb"] {
        if digits && before.ends_with(sign) {
            return Some(Figure { kind: FigureKind::Price, range: before.len() - sign.len()..range.end });
        }
    }
    if before.ends_with("百分之") {
        return Some(Figure {
            kind: FigureKind::Percent, range: before.len() - "百分之".len()..range.end
        });
    }
    for unit in ["元", "块钱", "块", "角", "美元", "人民币"] {
        // 一元化, 一块儿: a single 一 is seldom a price.
        if behind.starts_with(unit) && (digits || number != "一") {
            return Some(Figure { kind: FigureKind::Price, range: with_unit(unit) });
        }
    }
    for unit in ["%", "‰", "个百分点", "成"] {
        if behind.starts_with(unit) && (unit != "成" || is_share(number, behind)) {
            return Some(Figure { kind: FigureKind::Percent, range: with_unit(unit) });
        }
    }
    if !digits {
        return None;
    }
    let is_year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    if is_year && behind.starts_with('年') {
        return Some(Figure { kind: FigureKind::Year, range: with_unit("年") });
    }
    Some(Figure { kind: FigureKind::Number, range })
}

/// 九成, 8成: one numeral, and no word like 成为 or 成分 behind it.
fn is_share(number: &str, behind: &str) -> bool {
    let word = behind.chars().nth(1).is_some_and(|c| "为分功本员立果就年长熟都人".contains(c));
    !word && number.chars().count() == 1 && !matches!(number, "一" | "百" | "千" | "万")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(FigureKind, &str)> {
        figures(text).into_iter().map(|figure| (figure.kind, &text[figure.range])).collect()
    }

    #[test]
    fn prices_shares_and_years_are_told_apart() {
        use FigureKind::{Number, Percent, Price, Year};
        assert_eq!(shown("¥ 1,299.00,原价 1599 元"), [(Price, "¥ 1,299.00"), (Price, "1599 元")]);
        assert_eq!(
            shown("有效率98%,九成用户,百分之九十"),
            [(Percent, "98%"), (Percent, "九成"), (Percent, "百分之九十")]
        );
        assert_eq!(shown("2025年卖了3万件"), [(Year, "2025年"), (Number, "3万")]);
        assert_eq!(shown("三百元起,一元化,九成熟,三个"), [(Price, "三百元")]);
        assert_eq!(shown("10 万元的车,3 万事"), [(Price, "10 万元"), (Number, "3")]);
    }
}
