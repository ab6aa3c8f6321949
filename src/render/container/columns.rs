//! Side by side: comparisons and columns, as one row of a table, the only layout that every filter of the platform
//! leaves alone.

use super::super::construct::Construct;
use super::super::element;
use super::super::open::Origin;
use super::super::pass::{Pass, Prose};
use super::super::style::Declaration;
use super::parts::Part;
use super::{Container, boxes};

pub(super) const COMPARE: &[&str] = &["compare", "vs", "对比", "比较"];
pub(super) const COLUMNS: &[&str] = &["columns", "cols", "分栏"];
pub(super) const COLUMN: &[&str] = &["column", "col", "side", "栏", "方"];

/// Sides of a comparison or columns at most; a phone has no room for more.
const MOST: usize = 4;

/// What a side's heading says about it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tone {
    Plain,
    Good,
    Bad,
}

const BAD: &[&str] = &[
    "❌",
    "✖",
    "✗",
    "×",
    "👎",
    "🚫",
    "不推荐",
    "不要",
    "不建议",
    "不宜",
    "避免",
    "错误",
    "反例",
    "误区",
    "别这",
    "don't",
    "avoid",
    "bad",
    "wrong",
];
const GOOD: &[&str] = &[
    "✅", "✔", "✓", "√", "👍", "推荐", "建议", "应该", "要这", "正确", "正例", "适合", "do", "good", "right",
];

/// Refusals count first: 不推荐 holds 推荐.
fn tone(heading: &str) -> Tone {
    let lower = heading.to_lowercase();
    let says = |words: &[&str]| {
        words.iter().any(|word| {
            if word.is_ascii() {
                lower.split(|c: char| !c.is_ascii_alphabetic() && c != '\'').any(|own| own == *word)
            } else {
                lower.contains(word)
            }
        })
    };
    if says(BAD) {
        Tone::Bad
    } else if says(GOOD) {
        Tone::Good
    } else {
        Tone::Plain
    }
}

pub(super) fn compare(pass: &mut Pass<'_>, container: &Container<'_>) {
    let (before, parts) = pass.parts(container.content.clone(), COLUMN);
    if !fits(pass, &parts) {
        return boxes::card(pass, container);
    }
    title(pass, container);
    pass.render_all(&before);
    let shares = shares(container, &parts);
    open_row(pass, Construct::CompareBox, Construct::CompareTable);
    for (part, share) in parts.iter().zip(shares) {
        let heading = match (&part.title, &part.heading) {
            (Some(title), _) => title.clone(),
            (None, Some(heading)) => pass.text_of(heading.clone()),
            (None, None) => String::new(),
        };
        let (side, title) = match tone(&heading) {
            Tone::Good => (Construct::SideGood, Construct::SideGoodTitle),
            Tone::Bad => (Construct::SideBad, Construct::SideBadTitle),
            Tone::Plain => (Construct::Side, Construct::SideTitle),
        };
        pass.open_part(&element::TD, side, vec![share], &[]);
        pass.set_prose(Prose::Paragraph(Construct::SideText));
        if !heading.is_empty() {
            part_title(pass, part, title);
        }
        pass.part_blocks(part);
        pass.close();
    }
    close_row(pass);
}

pub(super) fn columns(pass: &mut Pass<'_>, container: &Container<'_>) {
    let (before, parts) = pass.parts(container.content.clone(), COLUMN);
    if !fits(pass, &parts) {
        title(pass, container);
        return pass.render(container.content.clone());
    }
    title(pass, container);
    pass.render_all(&before);
    let shares = shares(container, &parts);
    open_row(pass, Construct::ColumnsBox, Construct::ColumnsTable);
    for (part, share) in parts.iter().zip(shares) {
        pass.open_part(&element::TD, Construct::Column, vec![share], &[]);
        pass.set_prose(Prose::Paragraph(Construct::ColumnText));
        if part.title.is_some() || part.heading.is_some() {
            part_title(pass, part, Construct::SideTitle);
        }
        pass.part_blocks(part);
        pass.close();
    }
    close_row(pass);
}

/// A column alone, outside of columns: its content.
pub(super) fn column(pass: &mut Pass<'_>, container: &Container<'_>) {
    title(pass, container);
    pass.render(container.content.clone());
}

fn title(pass: &mut Pass<'_>, container: &Container<'_>) {
    if let Some(title) = container.fence.heading() {
        pass.titled_line(Construct::CardTitle, title);
    }
}

fn part_title(pass: &mut Pass<'_>, part: &Part, construct: Construct) {
    pass.open_block(&element::P, construct, &[]);
    match (&part.title, &part.heading) {
        (Some(title), _) => pass.writer.write(title),
        (None, Some(heading)) => pass.render(heading.clone()),
        (None, None) => {}
    }
    pass.close();
}

/// Whether a row of these parts may stand here.
fn fits(pass: &mut Pass<'_>, parts: &[Part]) -> bool {
    (2..=MOST).contains(&parts.len()) && pass.block_ready() && pass.writer.room() >= 3
}

/// The width of each part: as written on the part or in `widths=`, else equal.
fn shares(container: &Container<'_>, parts: &[Part]) -> Vec<Declaration> {
    let listed: Vec<f32> = container
        .fence
        .attribute("widths")
        .map(|list| list.split([',', '，', '/', ':']).filter_map(number).collect())
        .unwrap_or_default();
    let written: Vec<Option<f32>> = parts
        .iter()
        .enumerate()
        .map(|(index, part)| part.width.as_deref().and_then(number).or_else(|| listed.get(index).copied()))
        .collect();
    let known: Vec<f32> = written.iter().flatten().copied().collect();
    let sum: f32 = known.iter().sum();
    let usual = match known.len() {
        0 => 1.0,
        some if some == parts.len() => 1.0,
        some => ((100.0 - sum) / (parts.len() - some) as f32).max(10.0),
    };
    let all: Vec<f32> = written.iter().map(|share| share.unwrap_or(usual).max(0.1)).collect();
    let sum: f32 = all.iter().sum();
    all.iter().map(|share| percent(share / sum * 100.0)).collect()
}

fn number(text: &str) -> Option<f32> {
    let number: f32 = text.trim().trim_end_matches('%').parse().ok()?;
    (number.is_finite() && number > 0.0 && number <= 100.0).then_some(number)
}

/// A width in percent with one decimal, rounded down.
pub(super) fn percent(share: f32) -> Declaration {
    let tenths = (share * 10.0).floor() / 10.0;
    ("width".to_owned(), format!("{tenths}%"))
}

fn open_row(pass: &mut Pass<'_>, around: Construct, table: Construct) {
    pass.open_part(&element::SECTION, around, Vec::new(), &[]);
    pass.open_part(&element::TABLE, table, Vec::new(), &[]);
    pass.writer.open(&element::TR, Origin::Construct, "", &[]);
}

fn close_row(pass: &mut Pass<'_>) {
    (0..3).for_each(|_| pass.close());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_count_before_praise() {
        for (heading, expected) in [
            ("推荐", Tone::Good),
            ("不推荐", Tone::Bad),
            ("✅ 这样写", Tone::Good),
            ("❌ 别这样", Tone::Bad),
            ("Do", Tone::Good),
            ("Don't", Tone::Bad),
            ("Doing", Tone::Plain),
            ("旧版", Tone::Plain),
        ] {
            assert!(tone(heading) == expected, "{heading}");
        }
    }
}
