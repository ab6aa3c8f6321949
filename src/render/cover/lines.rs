//! The words of a card in lines: as large as they fit, of nearly equal length, and broken where a reader would pause.

use unicode_width::UnicodeWidthChar;

/// What no line begins with.
const CLOSING: &str = "，。、；：？！…—～·）》」』】〉”’％℃,.;:?!)]}%";
/// What no line ends with.
const OPENING: &str = "（《「『【〈“‘([{$￥#";
/// A line that ends here ends well: the reader pauses anyway.
const PAUSE: &str = "，。、；：？！…—,;:?! ";
/// How many characters are set at most; longer titles do not exist on the platform.
const MAX_CHARACTERS: usize = 200;
/// How much smaller letters may become for lines that end better.
const WORTH: f64 = 0.8;
/// Steps by which words become smaller.
const STEP: f64 = 4.0;

/// Words that were set.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Words {
    /// Size of the letters, in units.
    pub(super) size: f64,
    /// The lines, from the top.
    pub(super) lines: Vec<String>,
}

/// The room for words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// Width in units.
    pub(super) width: f64,
    /// Size of the letters that is wanted.
    pub(super) size: f64,
    /// Size below which words are rather cut.
    pub(super) least: f64,
    /// Most lines.
    pub(super) lines: usize,
    /// Height in units.
    pub(super) height: f64,
}

/// Distance of two lines, as a multiple of the size of their letters.
pub(super) const STEP_OF_LINES: f64 = 1.3;

impl Room {
    /// How many lines of letters of `size` there is room for.
    fn lines_at(&self, size: f64) -> usize {
        let more = ((self.height - size) / (size * STEP_OF_LINES)).floor().max(0.0);
        self.lines.min((more as usize).saturating_add(1))
    }
}

/// Sets `text` in `room`: fewer and larger lines first, smaller letters then, and at last an ellipsis.
pub(super) fn set(text: &str, room: Room) -> Words {
    let text: String =
        text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(MAX_CHARACTERS).collect();
    let mut size = room.size;
    let mut found: Option<Words> = None;
    loop {
        let pieces = pieces(&text, room.width / size);
        let most = room.lines_at(size);
        if let Some(lines) = balanced(&pieces, room.width / size, most) {
            // Somewhat smaller letters are worth it when fewer lines end in the middle of something.
            if found.as_ref().is_none_or(|found| roughs(&lines) < roughs(&found.lines)) {
                found = Some(Words { size, lines });
            }
        }
        let enough = |found: &Words| roughs(&found.lines) == 0 || size < found.size * WORTH;
        match found {
            Some(found) if size <= room.least || enough(&found) => return found,
            None if size <= room.least => {
                return Words { size, lines: cut(&pieces, room.width / size, most) };
            }
            _ => size = (size - STEP).max(room.least),
        }
    }
}

/// How many lines end where nobody would pause.
fn roughs(lines: &[String]) -> usize {
    let ends = |pair: &&[String]| match pair {
        [line, next] => {
            line.chars().next_back().zip(next.chars().next()).is_some_and(|(last, next)| rough(last, next))
        }
        _ => false,
    };
    lines.windows(2).filter(ends).count()
}

/// Whether a line end between the two cuts something in half, for all that is known without a dictionary.
fn rough(last: char, next: char) -> bool {
    !PAUSE.contains(last) && last.width() == Some(2) && next.width() == Some(2) && !OPENING.contains(next)
}

/// A stretch that stays on one line, and its width in ems.
#[derive(Debug, Clone, PartialEq)]
struct Piece {
    text: String,
    width: f64,
}

/// Width of a character in ems, a little generous: fonts differ.
fn em(c: char) -> f64 {
    match c {
        'W' | 'M' | 'm' | '@' | '%' => 0.92,
        'I' => 0.36,
        'A'..='Z' | 'w' | '&' => 0.7,
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' => 0.36,
        ' ' => 0.28,
        _ => match c.width() {
            Some(2) => 1.0,
            Some(1) => 0.6,
            _ => 0.0,
        },
    }
}

fn width(text: &str) -> f64 {
    text.chars().map(em).sum()
}

/// Where a line may end: between Chinese characters, behind spaces, never inside a word that fits into a line.
fn pieces(text: &str, most: f64) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut last: Option<char> = None;
    for c in text.chars() {
        let stays = last.is_some_and(|last| clings(last, c));
        match pieces.last_mut() {
            // A word wider than a line is broken anywhere.
            Some(piece) if stays && piece.width + em(c) <= most => {
                piece.text.push(c);
                piece.width += em(c);
            }
            _ => pieces.push(Piece { text: c.to_string(), width: em(c) }),
        }
        last = Some(c);
    }
    pieces
}

/// Whether no line ends between the two.
fn clings(last: char, next: char) -> bool {
    if CLOSING.contains(next) || OPENING.contains(last) || next == ' ' {
        return true;
    }
    // A straight quote opens behind a space and closes elsewhere; either way it stays with what it touches.
    if (next == '"' && last != ' ') || (last == '"' && next != ' ') {
        return true;
    }
    let latin = |c: char| c.width() != Some(2) && c != ' ';
    latin(last) && latin(next) && !CLOSING.contains(last)
}

/// As few lines as hold the pieces, their lengths as equal as can be, rather ending at a pause. `None` when there would
/// be more than `most` lines.
fn balanced(pieces: &[Piece], width: f64, most: usize) -> Option<Vec<String>> {
    let count = (1..=most).find(|count| best(pieces, width, *count).is_some())?;
    // One line more is worth it when it lets every line end at a pause: 冬至，｜为什么要喝｜一碗热的？
    let few = best(pieces, width, count)?;
    let more = (count > 1 && count < most).then(|| best(pieces, width, count + 1)).flatten();
    let ends = match more {
        Some(more) if more.0 + 0.6 < few.0 => more.1,
        _ => few.1,
    };
    Some(join(pieces, &ends))
}

/// The ends of exactly `count` lines with the least cost.
fn best(pieces: &[Piece], most: f64, count: usize) -> Option<(f64, Vec<usize>)> {
    let total: f64 = pieces.iter().map(|piece| piece.width).sum();
    let ideal = total / count as f64;
    // table[end]: the least cost of setting the first `end` pieces in the lines so far, and where each line ends
    let mut table: Vec<Option<(f64, Vec<usize>)>> = vec![None; pieces.len() + 1];
    table[0] = Some((0.0, Vec::new()));
    for line in 1..=count {
        let mut next = vec![None; pieces.len() + 1];
        for (start, known) in table.iter().enumerate() {
            let Some((cost, ends)) = known else { continue };
            let mut width = 0.0;
            for end in start + 1..=pieces.len() {
                let piece = &pieces[end - 1];
                width += piece.width;
                let shown = if piece.text.ends_with(' ') { width - em(' ') } else { width };
                if shown > most {
                    break;
                }
                let off = (shown - ideal) / ideal.max(1.0);
                let after = pieces.get(end).and_then(|next| next.text.chars().next());
                let edge = piece.text.chars().next_back().zip(after);
                let rough = line < count && edge.is_some_and(|(last, next)| rough(last, next));
                let cost = cost + off * off + if rough { 0.25 } else { 0.0 };
                let better = next[end].as_ref().is_none_or(|(known, _): &(f64, Vec<usize>)| cost < *known);
                if better {
                    let mut ends = ends.clone();
                    ends.push(end);
                    next[end] = Some((cost, ends));
                }
            }
        }
        table = next;
    }
    table.pop().flatten()
}

fn join(pieces: &[Piece], ends: &[usize]) -> Vec<String> {
    let mut start = 0;
    ends.iter()
        .map(|end| {
            let line: String = pieces[start..*end].iter().map(|piece| piece.text.as_str()).collect();
            start = *end;
            line.trim().to_owned()
        })
        .filter(|line| !line.is_empty())
        .collect()
}

/// Full lines, and an ellipsis at the end of the last.
fn cut(pieces: &[Piece], most: f64, count: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces {
        let last = lines.len() == count;
        let line = lines.last().map_or(0.0, |line| width(line));
        if line + piece.width + if last { 1.0 } else { 0.0 } > most {
            if last {
                break;
            }
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(&piece.text);
        }
    }
    if let Some(line) = lines.last_mut() {
        // A piece that fits a line need not leave room for what comes behind it.
        while width(line) + em('…') > most && line.pop().is_some() {}
        let end = line.trim_end_matches(|c| PAUSE.contains(c) || OPENING.contains(c)).len();
        line.truncate(end);
        line.push('…');
    }
    lines.into_iter().map(|line| line.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ROOM: Room = Room { width: 540.0, size: 88.0, least: 44.0, lines: 4, height: 340.0 };

    #[test]
    fn lines_end_where_a_reader_pauses_and_are_nearly_equal() {
        let set = |text| set(text, ROOM);
        assert_eq!(set("冬至").lines, ["冬至"]);
        assert_eq!(set("冬至，为什么要喝一碗热的？").lines, ["冬至，", "为什么要喝", "一碗热的？"]);
        assert_eq!(set("错误码看不懂？一张表查清楚").lines.concat(), "错误码看不懂？一张表查清楚");
        let mixed = set("用 Markdown 写公众号文章");
        assert!(mixed.lines.iter().any(|line| line.contains("Markdown")), "{mixed:?}");
        assert_eq!(set("Continuous Integration").lines, ["Continuous", "Integration"]);
    }

    #[test]
    fn what_does_not_fit_becomes_smaller_and_then_is_cut() {
        let long = "签发".repeat(16);
        let words = set(&long, ROOM);
        assert!(words.size < 88.0 && words.lines.concat() == long, "{words:?}");
        let words = set(&"签发".repeat(60), ROOM);
        assert!(words.lines.len() == 4 && words.lines[3].ends_with('…'), "{words:?}");
    }

    #[test]
    fn an_ellipsis_has_room_behind_a_long_word() {
        let words =
            set("-《 。“。， -一0a0AmAaa（，0，，k00“ “（0A-AAaAaA0A0aAA-一，aa（ 。一aa。-《 A一", ROOM);
        assert!(words.lines.iter().all(|line| width(line) * words.size <= ROOM.width + 1.0), "{words:?}");
    }

    proptest! {
        #[test]
        fn lines_hold_the_words_fit_the_room_and_begin_and_end_well(text in "[一-十，。（）《》“”A-Za-z0-9 :-]{0,90}") {
            let words = set(&text, ROOM);
            prop_assert!(words.lines.len() <= ROOM.lines);
            for line in &words.lines {
                prop_assert!(width(line) * words.size <= ROOM.width + 1.0, "{line}");
            }
            let bare = |text: &str| text.replace(char::is_whitespace, "");
            let shown = bare(&words.lines.concat());
            prop_assert!(shown.ends_with('…') || shown == bare(&text));
            let fits = |line: &String| line.chars().count() < 6;
            if !text.contains(|c: char| CLOSING.contains(c) || OPENING.contains(c)) || words.lines.iter().all(fits) {
                prop_assert!(words.lines.iter().skip(1).all(|line| !line.starts_with(|c| CLOSING.contains(c))));
            }
        }
    }
}
