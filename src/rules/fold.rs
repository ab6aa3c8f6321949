//! The folded view of a text: what words are sought in, so that spelling tricks do not hide them.
//!
//! Layers of the compliance reference 9: format characters away (L0), half width and lower case (L1), compatibility
//! characters (L2), simplified characters (L3), letters of other scripts inside Latin words and numbers (L4), numerals
//! (L7). Markup is gone already (L6, `source::plain`). A second view also leaves out marks between the characters of a
//! word (L5), and padding in a title (L13). Every folded byte leads back to the text; the source is never rewritten.

mod ends;
mod table;
mod token;

use std::ops::Range;
use std::sync::OnceLock;

use ends::Ends;
pub(crate) use table::{is_changed, simplified};

use crate::source::map::Map;
use crate::source::plain::{OBJECT, Plain, Zone};

/// A folded text and the way back to the text it was made from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Folded {
    pub(crate) text: String,
    map: Map,
    /// How many Chinese characters became others, formal numerals not counted.
    changed: usize,
    /// Where its sentences end, once somebody asked.
    ends: OnceLock<Ends>,
}

impl Folded {
    /// The folded view of `text`.
    pub(crate) fn new(text: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), ..Self::default() };
        // The end of the last token that was looked at, and whether its look-alikes are folded.
        let mut token = (0, token::Reading::Plain);
        let table = table::table();
        // Where what stays as it is begins: most of a text does, and is copied in long runs.
        let mut same = 0;
        let mut next = 0;
        while let Some(rest) = text.as_bytes().get(next..).filter(|rest| !rest.is_empty()) {
            let at = next;
            if let Some(code) = ideograph(rest)
                && table.get(usize::from(code)) == Some(&code)
            {
                next += 3;
                continue;
            }
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            next += c.len_utf8();
            if table::is_same(table, c) && !token::may_mislead(c) {
                continue;
            }
            let source = at..at + c.len_utf8();
            folded.copy(&text[same..at], same);
            same = source.end;
            let start = folded.text.len();
            let c = if token::may_mislead(c) {
                if at >= token.0 {
                    token = token::around(text, at);
                }
                token.1.read(c)
            } else {
                c
            };
            table::fold(c, &mut folded.text);
            folded.changed += usize::from(is_han(c) && !table::is_formal(c) && folded.text.len() > start);
            folded.note(start, source);
        }
        folded.copy(&text[same..], same);
        folded
    }

    /// The sentences of this view that have marks between letters, without these; `None` when there are no such marks. In
    /// the first `title` bytes more marks are looked through: stars and brackets round single characters are padding there.
    pub(crate) fn without_marks(&self, title: usize) -> Option<Self> {
        let mut out = Self::default();
        let mut gaps: Vec<Range<usize>> = Vec::new();
        // Where the sentence begins, and where the last one ended that was copied.
        let (mut start, mut copied) = (0, 0);
        let char_at = |at: usize| self.text.get(at..).and_then(|rest| rest.chars().next());
        // Where the character before stands that may be part of a word.
        let mut before: Option<usize> = None;
        let mut at = 0;
        while let Some(rest) = self.text.as_bytes().get(at..).filter(|rest| !rest.is_empty()) {
            if ideograph(rest).is_some() {
                before = Some(at);
                at += 3;
                continue;
            }
            let Some(c) = char_at(at) else { break };
            let end = at + c.len_utf8();
            let last = if is_droppable(c) { before.and_then(char_at) } else { None };
            if let Some(last) = last.filter(|last| is_han_or_letter(*last)) {
                let most = if at < title { MOST_PADDING } else { MOST_MARKS };
                let gap = gap(&self.text[at..], most);
                if let Some(after) = gap.after
                    && (is_han(last) || is_han(after))
                {
                    gaps.push(at..at + gap.bytes);
                } else {
                    // Too many marks, or none that joins anything: they stay, and no long run is measured twice.
                    before = None;
                }
                at += gap.bytes;
                continue;
            }
            before = Some(at);
            if ends_sentence(c) {
                out.take(self, start..end, &mut copied, &mut gaps);
                start = end;
            }
            at = end;
        }
        out.take(self, start..self.text.len(), &mut copied, &mut gaps);
        (!out.text.is_empty()).then_some(out)
    }

    /// Copies the sentence `range` of `from` without its `gaps`, if it has any. What does not stand right behind the last
    /// one that was `copied` begins a line.
    fn take(&mut self, from: &Self, range: Range<usize>, copied: &mut usize, gaps: &mut Vec<Range<usize>>) {
        if gaps.is_empty() {
            return;
        }
        if *copied < range.start
            && let Some(mark) = from.text[..range.start].chars().next_back()
        {
            let at = self.text.len();
            self.text.push('\n');
            self.map.replace(at..at + 1, range.start - mark.len_utf8()..range.start);
        }
        let mut at = range.start;
        for gap in gaps.drain(..) {
            self.copy(&from.text[at..gap.start], at);
            at = gap.end;
        }
        self.copy(&from.text[at..range.end], at);
        *copied = range.end;
    }

    /// How many Chinese characters of the text are traditional, variant or Japanese.
    pub(crate) fn changed(&self) -> usize {
        self.changed
    }

    /// Bytes of the sentence around `range`, at most [`REACH`] bytes to either side.
    pub(crate) fn sentence(&self, range: Range<usize>) -> Range<usize> {
        self.ends().sentence(&self.text, range)
    }

    /// Bytes of every sentence that is not empty, in order, without the marks that end them.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = Range<usize>> {
        self.ends().sentences(self.text.len())
    }

    /// Where its sentences end.
    pub(crate) fn ends(&self) -> &Ends {
        self.ends.get_or_init(|| Ends::of(&self.text))
    }

    fn copy(&mut self, text: &str, source: usize) {
        let start = self.text.len();
        self.text.push_str(text);
        self.map.copy(start..self.text.len(), source..source + text.len());
    }

    fn note(&mut self, start: usize, source: Range<usize>) {
        let out = start..self.text.len();
        if out.len() == source.len() {
            self.map.copy(out, source);
        } else {
            self.map.replace(out, source);
        }
    }

    /// Where the folded bytes `range` come from.
    pub(crate) fn source(&self, range: Range<usize>) -> Option<Range<usize>> {
        self.map.source(range)
    }

    /// Whether nothing was left out between the folded bytes `range`.
    pub(crate) fn is_contiguous(&self, range: Range<usize>) -> bool {
        self.map.is_contiguous(range)
    }
}

/// A run of marks at the beginning of a text.
struct Gap {
    bytes: usize,
    /// The letter behind a run that is short enough to be left out.
    after: Option<char>,
}

/// Most marks between two characters of one word that are looked through.
const MOST_MARKS: usize = 2;
/// Most marks between two characters of a title that are looked through.
const MOST_PADDING: usize = 6;

fn gap(text: &str, most: usize) -> Gap {
    let (mut count, mut bytes) = (0, 0);
    for c in text.chars() {
        if !is_droppable(c) {
            let after = (count <= most && is_han_or_letter(c)).then_some(c);
            return Gap { bytes, after };
        }
        count += 1;
        bytes += c.len_utf8();
    }
    Gap { bytes, after: None }
}

/// The ideograph that `bytes` begin with, one of the block that nearly all Chinese text is made of (three bytes): told
/// without reading a character.
pub(crate) fn ideograph(bytes: &[u8]) -> Option<u16> {
    let [first @ 0xe4..=0xe9, second, third, ..] = bytes else { return None };
    let low = |byte: &u8| u16::from(*byte & 0x3f);
    let code = u16::from(*first & 0xf) << 12 | low(second) << 6 | low(third);
    (code >= 0x4e00).then_some(code)
}

pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether it is a Chinese character, a letter or a digit.
pub(crate) fn is_han_or_letter(c: char) -> bool {
    is_han(c) || is_alphanumeric(c)
}

/// As `char::is_alphanumeric`, which looks long at the marks that Chinese texts are full of.
fn is_alphanumeric(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        // General punctuation, CJK symbols, and full-width marks.
        '\u{2010}'..='\u{205e}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' => false,
        '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' => false,
        _ => c.is_alphanumeric(),
    }
}

/// A mark that may stand inside a disguised word: no letter, and nothing that ends or divides a sentence.
fn is_droppable(c: char) -> bool {
    !is_han(c) && !is_stop(c) && c != OBJECT && !is_alphanumeric(c)
}

/// Ends or divides a sentence; a match never reaches across one.
pub(crate) fn is_stop(c: char) -> bool {
    matches!(c, '\n' | '。' | '!' | '?' | ';' | ',' | '、' | ':' | '…' | '！' | '？' | '；' | '，' | '：')
}

/// Ends a sentence.
pub(crate) fn ends_sentence(c: char) -> bool {
    matches!(c, '\n' | '。' | '!' | '?' | ';' | '！' | '？' | '；')
}

/// The folded spelling of a word or pattern.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        table::fold(c, &mut out);
    }
    out
}

/// Bytes of the line around `range`, at most [`REACH`] bytes to either side.
pub(crate) fn line(text: &str, range: Range<usize>) -> Range<usize> {
    let from = text.floor_char_boundary(range.start.saturating_sub(REACH));
    let to = text.ceil_char_boundary((range.end + REACH).min(text.len()));
    let start = text[from..range.start].rfind('\n').map_or(from, |at| from + at + 1);
    let end = text[range.end..to].find('\n').map_or(to, |at| range.end + at);
    start..end
}

/// How far a sentence is followed, in bytes: long enough for any sentence, short enough for a hostile line.
pub(crate) const REACH: usize = 600;

/// The folded view of a document and its second view without marks.
#[derive(Debug, Default)]
pub(crate) struct Views {
    pub(crate) folded: Folded,
    pub(crate) joined: Option<Folded>,
}

impl Views {
    pub(crate) fn new(plain: &Plain) -> Self {
        let folded = Folded::new(plain.text());
        let title = plain.blocks.first().filter(|block| block.zone == Zone::Title);
        // A title is short; its folded form has about as many bytes.
        let joined = folded.without_marks(title.map_or(0, |title| title.range.end));
        Self { folded, joined }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn joined(text: &str) -> String {
        let folded = Folded::new(text);
        folded.without_marks(0).map_or(folded.text.clone(), |joined| joined.text)
    }

    #[test]
    fn each_layer_folds() {
        assert_eq!(fold("最\u{200b}佳\u{ad}"), "最佳");
        assert_eq!(fold("ＶＩＰ　Ａ１"), "vip a1");
        assert_eq!(fold("⼀⽤①Ⓐ𝐀²㊀"), "一用1aa2一");
        assert_eq!(fold("國級最優、萬能、絕對"), "国级最优、万能、绝对");
        assert_eq!(fold("第壹、貳〇"), "第一、二零");
        assert_eq!(fold("⑩㎡½℃"), "10㎡½℃");
        assert_eq!(fold("1️⃣"), "1");
        assert_eq!(fold("❶➁Ⅹ廿卅"), "12x二十三十");
        // Capital numerals that are words and surnames stay what they are.
        assert_eq!(fold("参加、大陆、拾金、队伍、參觀"), "参加、大陆、拾金、队伍、参观");
    }

    #[test]
    fn letters_of_other_scripts_are_read_as_the_ones_they_pose_as_inside_a_word_only() {
        let view = |text: &str| Folded::new(text).text;
        assert_eq!(view("加vх：аbc123，ΡΑΥ88"), "加vx:abc123,pay88");
        assert_eq!(view("l38OOl38OOO 1OO%"), "13800138000 100%");
        assert_eq!(view("Привет，α波，О2О，10l，IO"), "привет,α波,o2o,10l,io");
        assert_eq!(view("元О素"), "元о素");
    }

    #[test]
    fn padding_in_a_title_is_looked_through() {
        let folded = Folded::new("最★★★佳\n最★★★佳");
        let joined = folded.without_marks("最★★★佳".len()).unwrap();
        assert_eq!(joined.text, "最佳\n");
    }

    #[test]
    fn marks_between_characters_of_a_word_are_looked_through_and_sentence_marks_are_not() {
        assert_eq!(joined("最·佳 最- 佳 最【佳】"), "最佳最佳最佳】");
        assert_eq!(joined("不。最·佳!一、二。三?五·六"), "\n最佳!\n五六");
        assert_eq!(joined("最。佳音，第一，时间"), "最。佳音,第一,时间");
        assert_eq!(joined("最---佳"), "最---佳");
        assert_eq!(joined("hello world"), "hello world");
        assert_eq!(joined("最\u{fffc}佳\n最\n佳"), "最\u{fffc}佳\n最\n佳");
    }

    #[test]
    fn folded_bytes_lead_back_and_gaps_are_known() {
        let folded = Folded::new("最\u{200b}佳國際Ａ");
        let at = folded.text.find("佳国").unwrap();
        assert_eq!(folded.source(at..at + 6), Some(6..12));
        assert!(!folded.is_contiguous(0..6));
        let joined = folded.without_marks(0);
        assert!(joined.is_none());
        let folded = Folded::new("甲最·佳");
        let joined = folded.without_marks(0).unwrap();
        let at = joined.text.find("最佳").unwrap();
        assert_eq!(joined.source(at..at + 6), Some(3..11));
        assert!(!joined.is_contiguous(at..at + 6));
        assert!(joined.is_contiguous(0..6));
    }

    proptest! {
        #[test]
        fn every_folded_byte_leads_to_a_character(text in r"[一最佳國\u{200b}Ａ①⑩廿 ·。\n*a1lOоΡ\u{fffc}𝐀]{0,40}") {
            let folded = Folded::new(&text);
            for (at, c) in folded.text.char_indices() {
                let source = folded.source(at..at + c.len_utf8());
                prop_assert!(source.is_some_and(|source| text.get(source).is_some()));
            }
            prop_assert_eq!(fold(&folded.text), folded.text.clone(), "folding twice changes nothing");
            if let Some(joined) = folded.without_marks(0) {
                for (at, c) in joined.text.char_indices() {
                    let source = joined.source(at..at + c.len_utf8()).and_then(|range| folded.text.get(range));
                    let is_end = |source: &str| c == '\n' && source.chars().all(ends_sentence);
                    prop_assert!(source.is_some_and(|source| source.chars().eq([c]) || is_end(source)));
                }
            }
        }
    }
}
