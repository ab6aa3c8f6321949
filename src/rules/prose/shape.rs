//! Sentences and paragraphs that are too long, marks at the end of headings.

use super::{Class, Pass};
use crate::base::message::zh_rules as text;
use crate::finding::Severity::Info;
use crate::source::plain::Zone;

const SENTENCE: &str = "zh.sentence";
/// Characters of a sentence.
const LONG_SENTENCE: usize = 120;
/// Characters of a paragraph.
const LONG_PARAGRAPH: usize = 300;
/// Passives in one sentence.
const PASSIVES: usize = 3;
/// Of a long stretch only its beginning is shown.
const SHOWN: usize = 16;

/// The end of a heading or of the title.
pub(super) fn heading(pass: &mut Pass<'_, '_>) {
    if !matches!(pass.block.zone, Zone::Heading(_) | Zone::Title) {
        return;
    }
    let Some(last) = (0..pass.chars.len()).rev().find(|n| pass.class(*n) != Class::Space) else { return };
    let mark = pass.c(last);
    if last == 0
        || !matches!(mark, '。' | '，' | '；' | '：' | '、' | ',' | ';' | ':' | '.')
        || pass.before(last) == mark
    {
        return;
    }
    // An abbreviation may end with its dot.
    if mark == '.' && pass.class(last - 1) != Class::Han {
        return;
    }
    pass.change(
        "zh.heading",
        last..last + 1,
        "",
        (Info, text::heading_mark(mark), text::heading_mark_help()),
    );
}

/// The length of a paragraph and of its sentences.
pub(super) fn paragraph(pass: &mut Pass<'_, '_>) {
    if !matches!(pass.block.zone, Zone::Paragraph | Zone::Item) || pass.block.quoted {
        return;
    }
    let (mut start, mut count, mut all, mut passives) = (0, 0, 0, 0);
    for (i, char) in pass.chars.iter().enumerate() {
        let (c, class, kept) = (char.c, char.class, char.kept);
        if class == Class::Han && c != '被' {
            let counted = usize::from(kept == super::Kept::No);
            (count, all) = (count + counted, all + counted);
            continue;
        }
        let counted = class != Class::Space && c != '\n' && kept == super::Kept::No;
        count += usize::from(counted);
        all += usize::from(counted);
        passives += usize::from(c == '被' && is_passive(pass, i));
        if matches!(c, '。' | '！' | '？' | '；' | '\n' | '!' | '?') {
            sentence(pass, start, count, passives);
            (start, count, passives) = (i + 1, 0, 0);
        }
    }
    sentence(pass, start, count, passives);
    if all > LONG_PARAGRAPH {
        let said = (Info, text::long_paragraph(all, LONG_PARAGRAPH), text::long_help());
        pass.say(SENTENCE, beginning(pass, 0), said);
    }
}

fn beginning(pass: &Pass<'_, '_>, start: usize) -> std::ops::Range<usize> {
    let marks = |n: &usize| matches!(pass.class(*n), Class::Space) || matches!(pass.c(*n), '”' | '）' | '\n');
    let start = (start..pass.chars.len()).find(|n| !marks(n)).unwrap_or(start);
    start..(start + SHOWN).min(pass.chars.len())
}

fn sentence(pass: &mut Pass<'_, '_>, start: usize, count: usize, passives: usize) {
    if count > LONG_SENTENCE {
        let said = (Info, text::long_sentence(count, LONG_SENTENCE), text::long_help());
        pass.say(SENTENCE, beginning(pass, start), said);
    }
    if passives >= PASSIVES {
        let range = beginning(pass, start);
        pass.say(SENTENCE, range, (Info, text::passive(passives), text::passive_help()));
    }
}

/// Whether 被 at `i` is no part of a noun.
fn is_passive(pass: &Pass<'_, '_>, i: usize) -> bool {
    !"棉毛植覆羽绒".contains(pass.before(i)) && !"子告单套褥动窝面芯".contains(pass.c(i + 1))
}
