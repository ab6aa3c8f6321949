//! Reading odd spellings as what they stand for, and searching their sentences again.

use std::ops::Range;

use super::{Disguise, Hit, Scanner, Search};
use crate::rules::guess::{self, Layer};
use crate::rules::need::Seen;
use crate::rules::terms::{Meaning, Sought};

impl Search<'_> {
    /// Reads the odd spellings as what they sound or look like, and searches their sentences again: each alone, then all
    /// of a sentence together, by their likeliest readings.
    pub(super) fn guess(&mut self, listed: Vec<(Range<usize>, usize)>) {
        let text = &self.folded.text;
        let mut spots: Vec<guess::Spot> = Vec::new();
        for (range, spelling) in listed {
            spots.extend(guess::listed(text, range, spelling));
        }
        spots.extend(guess::pinyin(text, &Scanner::pairs));
        spots.extend(guess::homophones(text));
        // Where two overlap the longer one is read with the others.
        spots.sort_by_key(|spot| (spot.range.start, std::cmp::Reverse(spot.range.end)));
        let mut together: Vec<(&str, Piece)> = Vec::new();
        let mut sentence = 0..0;
        for spot in &spots {
            for reading in &spot.readings {
                self.read(&[(reading, Piece::of(spot))]);
            }
            let Some(reading) = spot.readings.first() else { continue };
            if spot.range.start >= sentence.end {
                self.read_together(&together);
                together.clear();
                sentence = self.folded.sentence(spot.range.clone());
            }
            if together.last().is_none_or(|(_, piece)| piece.source.end <= spot.range.start) {
                together.push((reading, Piece::of(spot)));
            }
        }
        self.read_together(&together);
    }

    fn read_together(&mut self, pieces: &[(&str, Piece)]) {
        if pieces.len() > 1 {
            pieces.chunks(MOST_TOGETHER).for_each(|pieces| self.read(pieces));
        }
    }

    /// Seeks terms in a sentence in which spellings are read as what they may stand for.
    fn read(&mut self, pieces: &[(&str, Piece)]) {
        let (Some((_, first)), Some((_, last))) = (pieces.first(), pieces.last()) else { return };
        let text = &self.folded.text;
        let sentence = self.folded.sentence(first.source.start..last.source.end);
        // Enough to either side for any term.
        let from =
            text.ceil_char_boundary(first.source.start.saturating_sub(guess::REACH)).max(sentence.start);
        let to = text.floor_char_boundary(last.source.end + guess::REACH).min(sentence.end);
        let mut read = String::new();
        let mut inside: Vec<Range<usize>> = Vec::with_capacity(pieces.len());
        let mut at = from;
        for (reading, piece) in pieces {
            read.push_str(text.get(at..piece.source.start).unwrap_or_default());
            inside.push(read.len()..read.len() + reading.len());
            read.push_str(reading);
            at = piece.source.end;
        }
        read.push_str(text.get(at..to).unwrap_or_default());
        let scanner = self.scanner;
        let mut found: Vec<(usize, Range<usize>)> = Vec::new();
        let (mut words, mut seen) = self.scratch.take().unwrap_or_default();
        words.clear();
        seen.clear();
        scanner.add_words(&read, &mut words, &mut seen);
        for (range, meanings) in &words {
            for meaning in scanner.lexicon.meanings(meanings) {
                match *meaning {
                    Meaning::Term(term) if self.may_count(term as usize, &first.source) => {
                        found.push((term as usize, range.clone()));
                    }
                    Meaning::Trigger(term) if self.may_count(term as usize, &first.source) => {
                        self.around(term as usize, &read, range, &seen, &inside, &mut found);
                    }
                    _ => {}
                }
            }
        }
        self.scratch = Some((words, seen));
        found.sort_unstable_by_key(|(term, range)| (*term, range.start, range.end));
        found.dedup();
        for (term, range) in found {
            // A reading must be part of the word, and the word more than the reading's neighbours.
            let touched =
                inside.iter().position(|inside| range.start < inside.end && inside.start < range.end);
            let Some((_, piece)) = touched.and_then(|index| pieces.get(index)) else { continue };
            let source = |offset: usize, is_end: bool| {
                // Where the text between the pieces lies in both.
                let (mut of_read, mut of_text) = (0, from);
                for ((_, piece), inside) in pieces.iter().zip(&inside) {
                    if offset < inside.start || is_end && offset == inside.start {
                        break;
                    }
                    if offset < inside.end {
                        return if is_end { piece.source.end } else { piece.source.start };
                    }
                    (of_read, of_text) = (inside.end, piece.source.end);
                }
                of_text + (offset - of_read)
            };
            let range = source(range.start, false)..source(range.end, true);
            self.hits.push(Hit { term, range, disguise: Disguise::Guessed(piece.layer) });
        }
    }

    /// Seeks the pattern of `term` in the sentence `read` around one of its words, where a match would hold something of
    /// the readings, which are `inside`.
    fn around(
        &self,
        term: usize,
        read: &str,
        word: &Range<usize>,
        seen: &Seen,
        inside: &[Range<usize>],
        found: &mut Vec<(usize, Range<usize>)>,
    ) {
        let Some(Sought::Regex(pattern)) = self.scanner.term(term).map(|term| &term.sought) else {
            return;
        };
        let Some(present) = pattern.needs().present(seen) else { return };
        let Some(window) = pattern.needs().window(read, word, &(0..read.len()), &present) else { return };
        if inside.iter().any(|inside| inside.start < window.end && window.start < inside.end) {
            let text = read.get(window.clone()).unwrap_or_default();
            let at = |range: Range<usize>| window.start + range.start..window.start + range.end;
            found.extend(pattern.find_all(text).into_iter().map(|range| (term, at(range))));
        }
    }
}

/// Most spellings of one sentence that are read together.
const MOST_TOGETHER: usize = 8;

/// A spelling in the text.
struct Piece {
    /// Bytes of the folded text.
    source: Range<usize>,
    layer: Layer,
}

impl Piece {
    fn of(spot: &guess::Spot) -> Self {
        Self { source: spot.range.clone(), layer: spot.layer }
    }
}
