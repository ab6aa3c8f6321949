//! What must be known of the lines before the parser reads them: where fenced code stands, notes among writers that
//! span blocks, marks followed by a blank that Markdown does not know, and which `$` are money.

use std::ops::Range;

use memchr::memmem;

use super::{Math, chars, steps};

/// What the lines of a text hold. All ranges are sorted.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// Blocks of notes, `%%` to `%%` over several lines.
    pub(super) comments: Vec<Range<usize>>,
    /// Blanks behind `#` or `-` that must be spaces for the parser.
    pub(super) blanks: Vec<Range<usize>>,
    /// Dollar signs that belong to no formula.
    pub(super) dollars: Vec<usize>,
}

impl Scan {
    /// Reads the lines of `text`; a text without anything of interest costs a search for its bytes.
    pub(super) fn new(text: &str, math: Math) -> Self {
        let mut scan = Self::default();
        let (dollars, notes) = (text.contains('$'), text.contains("%%"));
        let holds = |blank: &str| memmem::find(text.as_bytes(), blank.as_bytes()).is_some();
        if !dollars && !notes && !holds("\u{a0}") && !holds("\u{3000}") {
            return scan;
        }
        let mut lines = Lines { text, at: 0, fence: None };
        let mut closable = notes;
        let mut segment: Option<Range<usize>> = None;
        while let Some((line, fenced)) = lines.next() {
            let content = text[line.clone()].trim_end_matches(['\n', '\r']);
            let prefix = content.len() - content.trim_start_matches([' ', '\t', '>']).len();
            let blank = prefix == content.len();
            if fenced || blank {
                scan.end_segment(text, segment.take(), math);
                continue;
            }
            if closable && begins_note(&content[prefix..]) {
                closable = steps::find(&text[line.end..], "%%").is_some();
                if let Some(end) = note_ends(text, line.end) {
                    scan.end_segment(text, segment.take(), math);
                    scan.comments.push(line.start + prefix..end);
                    lines.at = line_end(text, end);
                    continue;
                }
            }
            scan.marker(&content[prefix..], line.start + prefix);
            segment = Some(segment.map_or(line.start, |begun: Range<usize>| begun.start)..line.end);
        }
        scan.end_segment(text, segment, math);
        scan
    }

    /// Whether there is nothing that the parser must not see.
    pub(super) fn is_empty(&self) -> bool {
        self.comments.is_empty() && self.blanks.is_empty() && self.dollars.is_empty()
    }

    /// A line's mark followed by U+00A0 (or U+3000 behind `#`, `-`), which pages and input methods leave there.
    fn marker(&mut self, line: &str, at: usize) {
        let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let (mark, full_width) = match line.as_bytes().first() {
            Some(b'#') if hashes <= 6 => (hashes, true),
            Some(b'-' | b'*' | b'+') => (1, true),
            Some(b'0'..=b'9') if digits <= 9 && matches!(line.as_bytes().get(digits), Some(b'.' | b')')) => {
                (digits + 1, false)
            }
            _ => return,
        };
        let behind = &line[mark..];
        let rest = behind.trim_start_matches(|c| c == '\u{a0}' || full_width && c == '\u{3000}');
        if rest.len() == behind.len() || rest.trim().is_empty() {
            return;
        }
        let blanks = &behind[..behind.len() - rest.len()];
        let length = if hashes > 0 { blanks.len() } else { narrow(blanks, rest) };
        if length > 0 {
            self.blanks.push(at + mark..at + mark + length);
        }
    }

    /// Decides about the dollar signs of a paragraph.
    fn end_segment(&mut self, text: &str, segment: Option<Range<usize>>, math: Math) {
        let Some(segment) = segment else { return };
        if !text[segment.clone()].contains('$') {
            return;
        }
        let mut dollars = Dollars { text, end: segment.end, lonely: false, spans: [0; 8] };
        let mut at = segment.start;
        while at < segment.end {
            at = match text.as_bytes()[at] {
                b'\\' => at + 2,
                b'`' => dollars.behind_code(at),
                b'$' => match dollars.formula(at, math) {
                    Some(end) => end,
                    None => {
                        self.dollars.push(at);
                        at + 1
                    }
                },
                _ => at + 1,
            };
        }
    }
}

/// How many bytes of the blanks behind a list's mark may be spaces: five columns would make code of the text behind them.
fn narrow(blanks: &str, rest: &str) -> usize {
    let spaces = rest.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let tab = rest[..spaces].contains('\t');
    let ends = blanks.char_indices().map(|(at, c)| at + c.len_utf8());
    let fits = |end: &usize| match *end == blanks.len() {
        true => !tab && end + spaces <= 4,
        false => *end <= 4,
    };
    ends.filter(fits).max().unwrap_or(0)
}

/// The lines of a text, each with whether it belongs to fenced code.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    /// The character and length of the open fence, and whether it stands in a quotation.
    fence: Option<(u8, usize, bool)>,
}

impl Lines<'_> {
    fn next(&mut self) -> Option<(Range<usize>, bool)> {
        if self.at >= self.text.len() {
            return None;
        }
        let line = self.at..line_end(self.text, self.at);
        self.at = line.end;
        let content = self.text[line.clone()].trim_end();
        let bare = content.trim_start_matches([' ', '\t', '>']);
        let quoted = content[..content.len() - bare.len()].contains('>');
        if let Some((mark, length, in_quote)) = self.fence {
            let run = steps::run(bare, mark);
            if in_quote && !quoted {
                self.fence = None;
            } else {
                if run >= length && run == bare.len() {
                    self.fence = None;
                }
                return Some((line, true));
            }
        }
        self.fence = opening(bare).map(|(mark, length)| (mark, length, quoted));
        Some((line, self.fence.is_some()))
    }
}

fn line_end(text: &str, at: usize) -> usize {
    steps::find(&text[at..], "\n").map_or(text.len(), |length| at + length + 1)
}

/// The fence that a line opens, perhaps behind list markers: its character and length.
fn opening(line: &str) -> Option<(u8, usize)> {
    let mut rest = line;
    loop {
        let mark = *rest.as_bytes().first()?;
        match mark {
            b'`' | b'~' => {
                let length = steps::run(rest, mark);
                let fence = length >= 3 && (mark == b'~' || !rest[length..].contains('`'));
                return fence.then_some((mark, length));
            }
            b'-' | b'*' | b'+' => rest = rest[1..].strip_prefix([' ', '\t'])?.trim_start(),
            b'0'..=b'9' => {
                let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
                rest = behind.strip_prefix(['.', ')'])?.strip_prefix([' ', '\t'])?.trim_start();
            }
            _ => return None,
        }
    }
}

/// Whether a line begins a note that does not end on it.
fn begins_note(line: &str) -> bool {
    line.strip_prefix("%%").is_some_and(|rest| !rest.starts_with('%') && !rest.contains("%%"))
}

/// The end of the note whose first line ends at `from`: the next `%%`, which must end its line. Where it does not, the
/// note is one inside a paragraph, or none.
fn note_ends(text: &str, from: usize) -> Option<usize> {
    let mark = from + steps::find(&text[from..], "%%")?;
    let end = mark + steps::run(&text[mark..], b'%');
    let rest = text[end..line_end(text, end)].trim_end_matches(['\n', '\r']);
    // Blanks that the parser takes for letters must not stay behind.
    rest.trim().is_empty().then_some(end + rest.len())
}

/// The dollar signs of one paragraph.
struct Dollars<'t> {
    text: &'t str,
    end: usize,
    /// No `$$` follows any more.
    lonely: bool,
    /// By length of a run of backticks: behind this place there is none of that length.
    spans: [usize; 8],
}

impl Dollars<'_> {
    /// The place behind the code span that begins at `at`, or behind its backticks when none does.
    fn behind_code(&mut self, at: usize) -> usize {
        let length = steps::run(&self.text[at..self.end], b'`');
        let behind = at + length;
        let Some(none) = self.spans.get_mut(length.min(7)) else { return behind };
        if *none > 0 {
            return behind;
        }
        let mut next = behind;
        while let Some(found) = steps::find(&self.text[next..self.end], "`") {
            let start = next + found;
            let closing = steps::run(&self.text[start..self.end], b'`');
            next = start + closing;
            if closing == length {
                return next;
            }
        }
        *none = behind;
        behind
    }

    /// The place behind the formula that begins at `at`; `None` when the sign there is money.
    fn formula(&mut self, at: usize, math: Math) -> Option<usize> {
        if math == Math::False {
            return None;
        }
        let rest = &self.text[at..self.end];
        if let Some(inside) = rest.strip_prefix("$$") {
            if self.lonely || inside.starts_with('$') {
                return None;
            }
            let Some(length) = steps::find(inside, "$$") else {
                self.lonely = true;
                return None;
            };
            return (!inside[..length].trim().is_empty()).then_some(at + length + 4);
        }
        let length = closing(&rest[1..])?;
        let after = rest[length + 2..].chars().next();
        let priced = self.text[..at].ends_with(PRICED);
        accepts(&rest[1..=length], after, priced, math).then_some(at + length + 2)
    }
}

/// Where the next `$` stands that is not escaped.
fn closing(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut from = 0;
    loop {
        let at = from + steps::find_any(text.get(from..)?, [b'$', b'\\'])?;
        if bytes[at] == b'$' {
            return Some(at);
        }
        from = at + 2;
    }
}

/// A number behind one of these is a price.
const PRICED: [char; 10] = ['价', '格', '售', '卖', '费', '付', '花', '收', '款', '钱'];

/// Whether `$content$` is a formula; `after` is the character behind it, and `priced` when a word for a price stands before.
fn accepts(content: &str, after: Option<char>, priced: bool, math: Math) -> bool {
    steps::read(content.len());
    let edges = content.starts_with(char::is_whitespace) || content.ends_with(char::is_whitespace);
    if content.is_empty() || edges {
        return false;
    }
    if math == Math::True {
        return true;
    }
    if after.is_some_and(|c| c.is_ascii_alphanumeric()) {
        return false;
    }
    let latin = content.contains(|c: char| c.is_ascii_alphabetic() || ('\u{370}'..='\u{3ff}').contains(&c));
    let words = content.contains(|c| chars::is_letter(c) || chars::is_full_punctuation(c));
    // `$速度=路程/时间$` names its variables in Chinese; `$10，成本=$5` is two prices.
    let named = || {
        let sides = content.split_once('=').map(|(left, right)| (left.trim(), right.trim()));
        !content.contains(chars::is_full_punctuation)
            && sides.is_some_and(|(left, right)| {
                left.chars().all(chars::is_letter) && !left.is_empty() && !right.is_empty()
            })
    };
    // `$99$` closes right behind its digits, which no price does; `$5-$6` was refused for the digit behind it.
    let number = || {
        !priced
            && content.contains(|c: char| c.is_ascii_digit())
            && content.chars().all(|c| c.is_ascii_digit() || " .,+-*/=<>()%:|!".contains(c))
    };
    content.contains(['\\', '^', '_']) || number() || latin && (!words || content.contains('=')) || named()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(text: &str) -> usize {
        Scan::new(text, Math::Auto).dollars.len()
    }

    #[test]
    fn money_and_formulas() {
        for text in [
            "$x$",
            "设$x^2$，",
            "$\\alpha$和$a_1$",
            "$$\nx\n$$",
            "$1 \\times 2$",
            "$速度 = s/t$",
            "价格$5$起",
        ] {
            let wanted = if text.contains("价格") { 2 } else { 0 };
            assert_eq!(money(text), wanted, "{text}");
        }
        assert_eq!(money("$5 到 $6，售价$5，原价$10，US$5M和US$6M"), 6);
        assert_eq!(money("`$a`，公式$x$"), 0);
        assert_eq!(money("`` $a` ``，公式$x$，$"), 1);
        assert_eq!(money("```sh\n$ ls $HOME\n```\n公式$x$"), 0);
        assert_eq!(money("> ```sh\n> $A\n\n公式$x$与$y$"), 0);
        assert_eq!(money("$HOME、$PATH 与 $AAPL和$TSLA"), 4);
        assert_eq!(money(r"\$x$"), 1);
        assert_eq!(Scan::new("$5$ $x$", Math::True).dollars.len(), 0);
        assert_eq!(Scan::new("$5$ $x$", Math::False).dollars.len(), 4);
    }

    #[test]
    fn notes_over_several_lines_and_unusual_blanks() {
        let text = "前\n\n%%\n内部\n\n- 备注\n%%\n后\n\n```mermaid\n%% 注\n```\n\n%% 一行 %%\n";
        let scan = Scan::new(text, Math::Auto);
        assert_eq!(scan.comments.len(), 1);
        assert_eq!(&text[scan.comments[0].clone()], "%%\n内部\n\n- 备注\n%%");
        assert!(Scan::new("%%\n没有收尾\n\n%%\n", Math::Auto).comments.len() == 1);
        assert!(Scan::new("%%没有收尾\n\n文", Math::Auto).comments.is_empty());
        let text = "%%\n内部✗%%\u{3000}\n后";
        assert_eq!(&text[Scan::new(text, Math::Auto).comments[0].clone()], "%%\n内部✗%%\u{3000}");
        let text = "#\u{a0}题\n-\u{a0}项\n1.\u{a0}项\n1.\u{3000}项\n##\u{3000}题\n> -\u{a0}项\n\u{3000}首\n";
        let blanks = Scan::new(text, Math::Auto).blanks;
        assert_eq!(blanks.len(), 5);
        for (text, blanks) in [
            ("-\u{3000}\u{3000}项", Some(1..4)),
            ("-\u{a0}\u{a0}\u{a0}项", Some(1..5)),
            ("-\u{a0}\u{a0} 项", Some(1..3)),
            ("-\u{3000}  项", None),
            ("-\u{a0}\t项", None),
            ("##\u{3000}\u{3000}题", Some(2..8)),
        ] {
            assert_eq!(Scan::new(text, Math::Auto).blanks.into_iter().next(), blanks, "{text:?}");
        }
    }

    #[test]
    fn unfriendly_lines_are_read_once() {
        for text in
            ["$".repeat(200_000), "$a`".repeat(100_000), "$$a$".repeat(50_000), "%%a\n".repeat(50_000)]
        {
            Scan::new(&text, Math::Auto);
        }
        let ticks: String = (1..400).map(|length| "`".repeat(length) + "$a ").collect();
        Scan::new(&ticks, Math::Auto);
    }
}
