//! What must stand in a text that a pattern matches, and looking for it in a few sentences.
//!
//! [`super::literal`] reads it off a pattern. Compiling a pattern takes as long as looking for its words in a thousand
//! sentences, and nearly all sentences that hold one of them lack another.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use super::lexicon::{Filter, hash};
use super::literal::Clue;

/// What must stand in a text that a pattern matches: [`Clue`] as it is kept.
#[derive(Debug, Clone, Default)]
pub(crate) struct Needs {
    /// Its own words, [`WORD`] between them; empty when there are none, or too many to look for.
    own: Cow<'static, str>,
    /// Most bytes of a match before and behind one of its own words; [`UNBOUNDED`] or less.
    reach: (u16, u16),
    /// Most bytes of a match; [`UNBOUNDED`] or less.
    longest: u16,
    /// Lists of words, of each of which one stands before its own; [`LIST`] between them.
    ahead: Cow<'static, str>,
    /// The same behind it.
    behind: Cow<'static, str>,
    ready: OnceLock<Ready>,
}

/// As far as the sentence goes.
const UNBOUNDED: u16 = u16::MAX;

/// Control characters, which no pack has.
const LIST: char = '\u{1}';
const WORD: char = '\u{2}';

/// A longer list of own words is not looked through: whoever seeks by its words found one of them already.
const LONG: usize = 240;

/// The lists with the keys of their words.
#[derive(Debug, Clone, Default)]
struct Ready {
    own: Option<List>,
    /// The shorter first: what is looked for soonest tells most often that something is missing.
    ahead: Vec<List>,
    behind: Vec<List>,
}

/// Words, one of which must be there.
#[derive(Debug, Clone, Default)]
struct List {
    /// Their keys, sorted.
    sorted: Vec<u16>,
    /// By their keys: their bytes in the text of the lists.
    words: Vec<Range<usize>>,
    /// The keys, when there are so many words that the places of a text are fewer.
    keys: Option<Filter<14>>,
}

/// From so many words on the places of a text are gone through, not the words.
const MANY: usize = 40;

impl List {
    fn new(words: &str, start: usize) -> Self {
        let mut at = start;
        let keyed = words.split(WORD).map(|word| {
            let start = at;
            // One more for what stands between them.
            at += word.len() + WORD.len_utf8();
            (key(word), start..start + word.len())
        });
        let mut words: Vec<_> = keyed.collect();
        words.sort_by_key(|(key, _)| *key);
        let (sorted, words): (Vec<u16>, Vec<_>) = words.into_iter().unzip();
        let keys = (words.len() >= MANY).then(|| {
            let mut keys = Filter::default();
            sorted.iter().for_each(|key| keys.set(wide(*key)));
            keys
        });
        Self { sorted, words, keys }
    }

    /// Whether one of its words, which stand in `words`, is in `text`.
    fn is_in(&self, words: &str, text: &str) -> bool {
        let word = |at: &Range<usize>| words.as_bytes().get(at.clone()).unwrap_or_default();
        let Some(keys) = &self.keys else {
            return self.words.iter().any(|at| holds(text.as_bytes(), word(at)));
        };
        let begins = |rest: &str, key: u16| {
            let first = self.sorted.partition_point(|known| *known < key);
            let words = self.sorted.iter().zip(&self.words).skip(first);
            let mut alike = words.take_while(|(known, _)| **known == key);
            alike.any(|(_, at)| rest.as_bytes().starts_with(word(at)))
        };
        let mut chars = text.char_indices().peekable();
        while let Some((at, first)) = chars.next() {
            let rest = text.get(at..).unwrap_or_default();
            let second = chars.peek().map(|(_, second)| *second);
            let found = |second: Option<char>| {
                let key = hash(first, second);
                keys.has(wide(key)) && begins(rest, key)
            };
            if found(None) || second.is_some() && found(second) {
                return true;
            }
        }
        false
    }
}

impl Needs {
    /// What `clue` says.
    pub(crate) fn of(clue: &Clue) -> Self {
        let join = |words: &[String]| words.join(WORD.encode_utf8(&mut [0; 4]));
        let lists = |lists: &[Vec<String>]| {
            let lists: Vec<String> = lists.iter().map(|words| join(words)).collect();
            lists.join(LIST.encode_utf8(&mut [0; 4])).into()
        };
        let reach = |most: Option<usize>| most.and_then(|most| u16::try_from(most).ok()).unwrap_or(UNBOUNDED);
        Self {
            own: Some(join(&clue.words)).filter(|words| words.len() <= LONG).unwrap_or_default().into(),
            reach: (reach(clue.before), reach(clue.after)),
            longest: reach(clue.longest),
            ahead: lists(&clue.ahead),
            behind: lists(&clue.behind),
            ready: OnceLock::new(),
        }
    }

    /// What [`Needs::line`] wrote.
    pub(crate) fn read(line: &'static str) -> Option<Self> {
        let mut columns = line.split('\t');
        let mut number = || columns.next()?.parse().ok();
        let (reach, longest) = ((number()?, number()?), number()?);
        let mut lists = || columns.next().map(Cow::Borrowed);
        Some(Self {
            reach,
            longest,
            own: lists()?,
            ahead: lists()?,
            behind: lists()?,
            ready: OnceLock::new(),
        })
    }

    /// Itself in a line, columns between tabs.
    #[cfg(test)]
    pub(crate) fn line(&self) -> String {
        let Self { reach, longest, own, ahead, behind, .. } = self;
        format!("{}\t{}\t{longest}\t{own}\t{ahead}\t{behind}", reach.0, reach.1)
    }

    fn ready(&self) -> &Ready {
        self.ready.get_or_init(|| Ready {
            own: (!self.own.is_empty()).then(|| List::new(&self.own, 0)),
            ahead: keyed(&self.ahead),
            behind: keyed(&self.behind),
        })
    }

    /// Whether all of it may stand in `text`.
    pub(crate) fn are_met(&self, text: &str) -> bool {
        let ready = self.ready();
        let is_in = |list: &List, words: &str| list.is_in(words, text);
        ready.own.iter().all(|list| is_in(list, &self.own))
            && ready.ahead.iter().all(|list| is_in(list, &self.ahead))
            && ready.behind.iter().all(|list| is_in(list, &self.behind))
    }

    /// The bytes of `limits` in which a match can stand that overlaps the bytes `hit` of `text`.
    pub(crate) fn around(&self, text: &str, hit: &Range<usize>, limits: &Range<usize>) -> Range<usize> {
        if self.longest == UNBOUNDED {
            return limits.clone();
        }
        let longest = usize::from(self.longest);
        let from = text.ceil_char_boundary(hit.start.saturating_sub(longest).max(limits.start));
        let to = text.floor_char_boundary((hit.end + longest).min(limits.end));
        from..to.max(from)
    }

    /// Which words of the lists may stand in a text whose characters are `seen`; `None` when one of the lists has none.
    pub(crate) fn present(&self, seen: &Seen) -> Option<Present> {
        let ready = self.ready();
        Some(Present { ahead: present(&ready.ahead, seen)?, behind: present(&ready.behind, seen)? })
    }

    /// The bytes of `text` in which a match can stand that holds the bytes `word`, one of its own words, and nothing
    /// outside of the bytes `limits`; `None` when something is missing there. Other words than those `present` are not in
    /// the text.
    pub(crate) fn window(
        &self,
        text: &str,
        word: &Range<usize>,
        limits: &Range<usize>,
        present: &Present,
    ) -> Option<Range<usize>> {
        let (before, after) = self.reach;
        let reach = |most: u16| if most == UNBOUNDED { text.len() } else { usize::from(most) };
        let from = word.start.saturating_sub(reach(before)).max(limits.start);
        let to = word.end.saturating_add(reach(after)).min(limits.end);
        let (from, to) = (text.ceil_char_boundary(from), text.floor_char_boundary(to));
        let all_in = |lists: &[Range<usize>], words: &str, range: Range<usize>| {
            let there = text.get(range).unwrap_or_default().as_bytes();
            let word = |at: &Range<usize>| words.as_bytes().get(at.clone()).unwrap_or_default();
            let is_in =
                |list: &[Range<usize>]| list.is_empty() || list.iter().any(|at| holds(there, word(at)));
            lists.split(Range::is_empty).all(is_in)
        };
        let there = all_in(&present.ahead, &self.ahead, from..word.start)
            && all_in(&present.behind, &self.behind, word.end..to);
        there.then_some(from..to)
    }
}

/// The words of a pattern's lists that may stand in a text: their bytes in the text of the lists, with nothing behind each
/// list.
#[derive(Debug, Default)]
pub(crate) struct Present {
    ahead: Vec<Range<usize>>,
    behind: Vec<Range<usize>>,
}

fn present(lists: &[List], seen: &Seen) -> Option<Vec<Range<usize>>> {
    let mut words = Vec::new();
    for list in lists {
        let before = words.len();
        for (key, at) in list.sorted.iter().zip(&list.words) {
            if seen.has(*key) {
                words.push(at.clone());
            }
        }
        if words.len() == before {
            return None;
        }
        words.push(0..0);
    }
    Some(words)
}

/// Which pairs of characters, and which characters, stand in a text, or seem to. An article has some two thousand.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seen(Filter<15>);

impl Seen {
    /// Forgets all of them.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Notes the [`hash`] of a character, or of two.
    pub(super) fn note(&mut self, key: u16) {
        self.0.set(wide(key));
    }

    fn has(&self, key: u16) -> bool {
        self.0.has(wide(key))
    }
}

/// The `lists`, each with the keys of its words.
fn keyed(lists: &str) -> Vec<List> {
    if lists.is_empty() {
        return Vec::new();
    }
    let mut at = 0;
    let list = |list: &str| {
        let start = at;
        at += list.len() + LIST.len_utf8();
        List::new(list, start)
    };
    let mut lists: Vec<List> = lists.split(LIST).map(list).collect();
    lists.sort_by_key(|list| list.words.len());
    lists
}

/// The key of a word: of its first two characters, or of its only one.
fn key(word: &str) -> u16 {
    let mut chars = word.chars();
    let first = chars.next().unwrap_or_default();
    hash(first, chars.next())
}

/// A key as the upper bits that a filter asks for.
fn wide(key: u16) -> u64 {
    u64::from(key) << 48
}

/// Whether `word` stands in a short `text`. What is built for the search of a long one would take longer than the search.
fn holds(text: &[u8], word: &[u8]) -> bool {
    // The third byte tells Chinese characters apart best.
    let at = if word.len() > 2 && word.first() >= Some(&0xe0) { 2 } else { 0 };
    let Some(byte) = word.get(at) else { return true };
    memchr::memchr_iter(*byte, text).any(|found| {
        found.checked_sub(at).and_then(|start| text.get(start..)).is_some_and(|rest| rest.starts_with(word))
    })
}

#[cfg(test)]
mod tests {
    use super::super::literal;
    use super::*;

    #[test]
    fn words_are_held_where_they_stand() {
        for word in ["", "a", "佳品", "最佳", "é", "ab"] {
            for text in ["", "最佳品", "xab", "é", "a"] {
                assert_eq!(holds(text.as_bytes(), word.as_bytes()), text.contains(word), "{text} {word}");
            }
        }
    }

    #[test]
    fn a_window_is_there_only_with_all_words_in_their_order() {
        let needs = Needs::of(&literal::clue(r"(?:转发|分享)[^,]{0,2}红包[^,]{0,2}(?:领|拿)"));
        let window = |text: &str| {
            let mut seen = Seen::default();
            let chars: Vec<char> = text.chars().collect();
            chars.iter().for_each(|c| seen.note(hash(*c, None)));
            chars.windows(2).for_each(|pair| seen.note(hash(pair[0], Some(pair[1]))));
            let at = text.find("红包").unwrap();
            let present = needs.present(&seen)?;
            needs.window(text, &(at..at + 6), &(0..text.len()), &present).map(|range| text[range].to_owned())
        };
        assert_eq!(window("快来转发红包就领").as_deref(), Some("快来转发红包就领"));
        assert_eq!(window("各位朋友快来转发得红包就领走吧真的").as_deref(), Some("来转发得红包就领走"));
        for missing in ["领红包转发", "转发红包", "红包领", "转发了以后得到的是红包领"]
        {
            assert_eq!(window(missing), None, "{missing}");
        }
    }
}
