//! Traditional, variant, Japanese and compatibility characters in simplified text.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::{Class, Pass};
use crate::base::message::zh_rules as text;
use crate::finding::Severity::{Info, Warning};
use crate::rules::fold;

const TRAD: &str = "zh.trad";

/// Characters that the folding table changes and simplified texts write: formal numerals, a few words.
const SIMPLIFIED_TOO: &str = "壹贰叁参肆伍陆柒捌玖拾佰仟〇拚夥祇彷囍淩妳牠堃槑珎昰尛恏伱沵旳兲丨丶";
/// Words in which the character stays.
const STAYS: &[(char, &[&str])] = &[
    (
        '乾',
        &[
            "乾隆", "乾坤", "乾卦", "乾县", "乾元", "乾清", "乾陵", "乾宁", "乾嘉", "康乾", "乾道", "乾符",
            "乾封", "乾德",
        ],
    ),
    ('瞭', &["瞭望"]),
    ('徵', &["宫商角徵羽", "魏徵", "徵羽", "角徵"]),
    ('藉', &["慰藉", "狼藉", "蕴藉", "枕藉", "藉藉"]),
    ('於', &["於潜", "於陵", "於菟", "於是乎"]),
];
/// Pairs that the folding table takes for something else or lets be.
const MORE: &str = "
參参貳贰陸陆鉋刨鍊链
";

/// What each suspect becomes, sorted.
static PAIRS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let mut pairs: Vec<(char, char)> = Vec::new();
    let mut chars = MORE.chars().filter(|c| !c.is_whitespace());
    while let (Some(from), Some(to)) = (chars.next(), chars.next()) {
        pairs.push((from, to));
    }
    // What stands here goes before what words are compared as: 貳 is 贰, not 二.
    pairs.extend(fold::simplified());
    pairs.retain(|(from, to)| from != to && !SIMPLIFIED_TOO.contains(*from));
    pairs.sort_by_key(|(from, _)| *from);
    pairs.dedup_by_key(|(from, _)| *from);
    pairs
});

/// A bit for each character of the basic plane.
static SUSPECTS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut bits = vec![0_u64; 1024];
    for (from, _) in PAIRS.iter() {
        let code = *from as usize;
        if let Some(slot) = bits.get_mut(code / 64) {
            *slot |= 1 << (code % 64);
        }
    }
    // Ideographs of compatibility are letters that only look like others.
    for code in 0xf900_usize..0xfb00 {
        if let Some(slot) = bits.get_mut(code / 64) {
            *slot |= 1 << (code % 64);
        }
    }
    bits
});

/// Whether a simplified text may not want the character.
pub(crate) fn is_suspect(c: char) -> bool {
    is_in(&SUSPECTS, c)
}

/// What [`is_in`] asks for, for those who ask about many characters.
pub(super) fn suspects() -> &'static [u64] {
    &SUSPECTS
}

/// As [`is_suspect`], with what [`suspects`] gives.
pub(super) fn is_in(suspects: &[u64], c: char) -> bool {
    let code = c as usize;
    suspects.get(code / 64).is_some_and(|slot| slot >> (code % 64) & 1 == 1)
}

fn simplified(c: char) -> Option<char> {
    PAIRS.binary_search_by_key(&c, |(from, _)| *from).ok().and_then(|at| PAIRS.get(at)).map(|(_, to)| *to)
}

/// Whether the block is no simplified Chinese at all: Japanese, or a passage in traditional characters.
fn is_foreign(pass: &Pass<'_, '_>) -> bool {
    let counts = pass.counts;
    counts.kana > 0 || counts.traditional >= 4 && counts.traditional * 5 >= counts.han
}

/// A suspect letter at `i`.
pub(super) fn character(pass: &mut Pass<'_, '_>, i: usize, c: char) {
    if ('\u{f900}'..='\u{faff}').contains(&c) {
        return compatible(pass, i, c);
    }
    if is_foreign(pass) {
        return;
    }
    let Some(right) = simplified(c) else { return };
    if STAYS.iter().any(|(one, words)| *one == c && words.iter().any(|word| is_inside(pass, i, word))) {
        return;
    }
    let quoted = pass.block.quoted || pass.is_quoted(i);
    if quoted || is_name(pass, i, c) {
        let said = (Info, text::traditional(c, right), text::traditional_help());
        return pass.say(TRAD, i..i + 1, said);
    }
    let said = (Warning, text::traditional(c, right), text::traditional_help());
    pass.change(TRAD, i..i + 1, right.encode_utf8(&mut [0; 4]), said);
}

fn is_inside(pass: &Pass<'_, '_>, i: usize, word: &str) -> bool {
    (0..word.chars().count()).any(|n| i >= n && pass.has(i - n, word))
}

/// Names keep their own spelling: 乾, 瞭 and the like outside of common words, and what stands before a title of honour.
fn is_name(pass: &Pass<'_, '_>, i: usize, c: char) -> bool {
    "乾徵藉昇陞鍾祕於".contains(c)
        || pass.has(i + 1, "先生")
        || pass.has(i + 1, "女士")
        || pass.has(i + 2, "先生")
        || pass.has(i + 2, "女士")
}

/// A radical or another character of compatibility at `i`.
pub(super) fn compatible(pass: &mut Pass<'_, '_>, i: usize, c: char) {
    if !matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}') {
        return;
    }
    let mut forms = std::iter::once(c).nfkc();
    let (Some(right), None) = (forms.next(), forms.next()) else { return };
    if right == c || pass.counts.kana > 0 {
        return;
    }
    // Alone between marks it is talked about.
    let chinese = |class| class == Class::Han;
    if !chinese(pass.class_before(i)) && !chinese(pass.class(i + 1)) {
        return;
    }
    let said = (Warning, text::compatible(c, right), text::write(right));
    pass.change(TRAD, i..i + 1, right.encode_utf8(&mut [0; 4]), said);
}
