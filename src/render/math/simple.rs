//! Formulas so simple that text says the same: shorter, sharper, and copied as what they are.
//!
//! Exact or not at all: whatever is not known here is drawn.

/// A piece of a simple formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Upright: digits, signs, names of functions, words.
    Plain(String),
    /// Slanted: variables.
    Variable(String),
    /// Raised pieces.
    Super(Vec<Piece>),
    /// Lowered pieces.
    Sub(Vec<Piece>),
}

/// Bytes of a simple formula at most; a longer one is better set as a whole.
const MAX_BYTES: usize = 60;

/// Bytes of LaTeX that stay on one line.
const MAX_WHOLE: usize = 20;

/// The pieces of `latex`, or `None` when text cannot say it exactly.
pub(super) fn simple(latex: &str) -> Option<Vec<Piece>> {
    if latex.len() > MAX_BYTES {
        return None;
    }
    let mut reader = Reader { rest: latex.trim(), pieces: Vec::new() };
    while !reader.rest.is_empty() {
        reader.atom(false)?;
    }
    let shows = |piece: &Piece| match piece {
        Piece::Plain(text) | Piece::Variable(text) => !text.trim().is_empty(),
        Piece::Super(_) | Piece::Sub(_) => true,
    };
    if !reader.pieces.iter().any(shows) {
        return None;
    }
    let whole = latex.len() <= MAX_WHOLE;
    reader.pieces.iter_mut().for_each(|piece| keep_together(piece, whole));
    Some(reader.pieces)
}

/// Letters of these pieces; raised and lowered ones are smaller.
pub(super) fn letters(pieces: &[Piece]) -> usize {
    let count = |piece: &Piece| match piece {
        Piece::Plain(text) | Piece::Variable(text) => text.chars().count(),
        Piece::Super(inner) | Piece::Sub(inner) => letters(inner).div_ceil(2),
    };
    pieces.iter().map(count).sum()
}

/// Makes blanks such that no line ends at them; in a long formula one may end behind a sign.
fn keep_together(piece: &mut Piece, whole: bool) {
    match piece {
        Piece::Plain(text) => {
            *text = text.replace('\u{2009}', "\u{202f}");
            if whole {
                *text = text.replace(' ', "\u{a0}");
            } else if let Some(rest) = text.strip_prefix(' ') {
                *text = format!("\u{a0}{rest}");
            }
        }
        Piece::Variable(_) => {}
        Piece::Super(inner) | Piece::Sub(inner) => {
            inner.iter_mut().for_each(|piece| keep_together(piece, true))
        }
    }
}

struct Reader<'l> {
    rest: &'l str,
    pieces: Vec<Piece>,
}

impl<'l> Reader<'l> {
    fn atom(&mut self, small: bool) -> Option<()> {
        let c = self.rest.chars().next()?;
        match c {
            ' ' => self.rest = self.rest.trim_start(),
            '\\' => return self.command(small),
            '^' | '_' if !small => return self.script(c),
            'a'..='z' | 'A'..='Z' => {
                self.take(c);
                self.variable(c);
            }
            '0'..='9' | '.' | ',' | '(' | ')' | '[' | ']' | '!' | '|' | '/' | ';' => {
                self.take(c);
                self.plain(c.encode_utf8(&mut [0; 4]));
                if matches!(c, ',' | ';')
                    && !small
                    && !self.rest.starts_with(|next: char| next.is_ascii_digit())
                {
                    self.plain(" ");
                }
            }
            '\'' => {
                self.take(c);
                self.plain("′");
            }
            '+' | '-' | '=' | '<' | '>' | ':' => {
                self.take(c);
                let sign = if c == '-' { "−" } else { &*String::from(c) };
                self.sign(sign, small);
            }
            _ => return None,
        }
        Some(())
    }

    fn take(&mut self, c: char) {
        self.rest = self.rest.get(c.len_utf8()..).unwrap_or_default();
    }

    fn plain(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Plain(last)) => last.push_str(text),
            _ => self.pieces.push(Piece::Plain(text.to_owned())),
        }
    }

    fn variable(&mut self, c: char) {
        match self.pieces.last_mut() {
            Some(Piece::Variable(last)) => last.push(c),
            _ => self.pieces.push(Piece::Variable(c.into())),
        }
    }

    /// A sign between two sides has room around it; before a value it stands close.
    fn sign(&mut self, sign: &str, small: bool) {
        let ends_open = match self.pieces.last() {
            None => true,
            Some(Piece::Plain(text)) => text.ends_with(['(', '[', ' ', '|', ',', '/']),
            Some(_) => false,
        };
        if small || ends_open && matches!(sign, "+" | "−" | "±") {
            self.plain(sign);
        } else {
            self.plain(&format!(" {sign} "));
        }
    }

    fn script(&mut self, mark: char) -> Option<()> {
        self.take(mark);
        // Nothing to stand on, or a script on a script, one above the other: text cannot say it.
        let base = self.pieces.last()?;
        if matches!(base, Piece::Super(_) | Piece::Sub(_))
            || matches!(base, Piece::Plain(text) if text.ends_with(' '))
        {
            return None;
        }
        let inner = self.group()?;
        let mut reader = Reader { rest: inner.trim(), pieces: Vec::new() };
        while !reader.rest.is_empty() {
            reader.atom(true)?;
        }
        if reader.pieces.is_empty() || inner.trim() == "'" {
            return None;
        }
        self.pieces.push(if mark == '^' { Piece::Super(reader.pieces) } else { Piece::Sub(reader.pieces) });
        if self.rest.starts_with(['^', '_', '\'']) {
            return None;
        }
        Some(())
    }

    /// What a script applies to: `{…}` without braces in it, a command, or one letter.
    fn group(&mut self) -> Option<&'l str> {
        let rest = self.rest;
        let length = if rest.starts_with('{') {
            let end = rest.find('}')?;
            let inner = rest.get(1..end)?;
            self.rest = rest.get(end + 1..)?;
            return (!inner.contains('{')).then_some(inner);
        } else if rest.starts_with('\\') {
            1 + rest.get(1..)?.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len() - 1)
        } else {
            rest.chars().next()?.len_utf8()
        };
        let (group, after) = rest.split_at_checked(length)?;
        self.rest = after;
        (length > 1 || group.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-')))
            .then_some(group)
    }

    fn command(&mut self, small: bool) -> Option<()> {
        let after = self.rest.get(1..)?;
        let length = after.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(after.len());
        let name = after.get(..length.max(1))?;
        self.rest = after.get(length.max(1)..)?;
        if let Some((_, sign)) = SIGNS.iter().find(|(known, _)| *known == name) {
            self.sign(sign, small);
        } else if let Some((_, letter)) = SLANTED.iter().find(|(known, _)| *known == name) {
            self.variable(*letter);
        } else if let Some((_, text)) = UPRIGHT.iter().find(|(known, _)| *known == name) {
            self.plain(text);
        } else if FUNCTIONS.contains(&name) {
            // The name of a function has room on both sides, but none before a bracket.
            if self
                .pieces
                .last()
                .is_some_and(|last| !matches!(last, Piece::Plain(text) if text.ends_with(['(', ' ', '['])))
            {
                self.plain("\u{2009}");
            }
            self.plain(name);
            self.rest = self.rest.trim_start();
            if !self.rest.starts_with(['(', '^', '_']) && !self.rest.is_empty() {
                self.plain("\u{2009}");
            }
        } else if matches!(name, "text" | "mathrm" | "operatorname") && !small {
            let inner = self.rest.strip_prefix('{')?;
            let (word, after) = inner.split_once('}')?;
            let exact =
                |c: char| c.is_alphanumeric() || matches!(c, ' ' | '，' | '、' | '（' | '）' | '：' | '-');
            if word.is_empty() || !word.chars().all(exact) {
                return None;
            }
            self.plain(word);
            self.rest = after;
        } else {
            return None;
        }
        Some(())
    }
}

const FUNCTIONS: &[&str] = &[
    "arccos", "arcsin", "arctan", "cos", "cosh", "cot", "deg", "dim", "exp", "gcd", "ker", "lg", "ln", "log",
    "max", "min", "sin", "sinh", "tan", "tanh",
];

/// Signs with room around them.
const SIGNS: &[(&str, &str)] = &[
    ("approx", "≈"),
    ("cap", "∩"),
    ("cdot", "·"),
    ("cup", "∪"),
    ("div", "÷"),
    ("equiv", "≡"),
    ("ge", "≥"),
    ("geq", "≥"),
    ("gg", "≫"),
    ("gt", ">"),
    ("in", "∈"),
    ("le", "≤"),
    ("leq", "≤"),
    ("ll", "≪"),
    ("lt", "<"),
    ("mid", "∣"),
    ("ne", "≠"),
    ("neq", "≠"),
    ("notin", "∉"),
    ("pm", "±"),
    ("propto", "∝"),
    ("rightarrow", "→"),
    ("Rightarrow", "⇒"),
    ("sim", "∼"),
    ("simeq", "≃"),
    ("subset", "⊂"),
    ("subseteq", "⊆"),
    ("times", "×"),
    ("to", "→"),
];

/// Greek letters that stand for variables.
const SLANTED: &[(&str, char)] = &[
    ("alpha", 'α'),
    ("beta", 'β'),
    ("chi", 'χ'),
    ("delta", 'δ'),
    ("epsilon", 'ϵ'),
    ("eta", 'η'),
    ("gamma", 'γ'),
    ("iota", 'ι'),
    ("kappa", 'κ'),
    ("lambda", 'λ'),
    ("mu", 'μ'),
    ("nu", 'ν'),
    ("omega", 'ω'),
    ("pi", 'π'),
    ("psi", 'ψ'),
    ("rho", 'ρ'),
    ("sigma", 'σ'),
    ("tau", 'τ'),
    ("theta", 'θ'),
    ("varepsilon", 'ε'),
    ("varphi", 'φ'),
    ("xi", 'ξ'),
    ("zeta", 'ζ'),
];

/// What stands upright and close.
const UPRIGHT: &[(&str, &str)] = &[
    ("%", "%"),
    ("#", "#"),
    ("&", "&"),
    ("$", "$"),
    ("_", "_"),
    ("{", "{"),
    ("}", "}"),
    (",", "\u{2009}"),
    (" ", "\u{a0}"),
    (";", "\u{2009}"),
    ("Delta", "Δ"),
    ("Gamma", "Γ"),
    ("Lambda", "Λ"),
    ("Omega", "Ω"),
    ("Phi", "Φ"),
    ("Pi", "Π"),
    ("Psi", "Ψ"),
    ("Sigma", "Σ"),
    ("Theta", "Θ"),
    ("Xi", "Ξ"),
    ("angle", "∠"),
    ("cdots", "⋯"),
    ("circ", "∘"),
    ("degree", "°"),
    ("dots", "…"),
    ("emptyset", "∅"),
    ("exists", "∃"),
    ("forall", "∀"),
    ("infty", "∞"),
    ("ldots", "…"),
    ("nabla", "∇"),
    ("partial", "∂"),
    ("prime", "′"),
    ("quad", "\u{2003}"),
    ("triangle", "△"),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Variables between `/`, raised `^{}`, lowered `_{}`.
    fn shown(pieces: &[Piece]) -> String {
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Plain(text) => text.replace('\u{a0}', " "),
                Piece::Variable(text) => format!("/{text}/"),
                Piece::Super(inner) => format!("^{{{}}}", shown(inner)),
                Piece::Sub(inner) => format!("_{{{}}}", shown(inner)),
            })
            .collect()
    }

    #[test]
    fn what_text_says_exactly() {
        for (latex, expected) in [
            ("x", "/x/"),
            ("x^2", "/x/^{2}"),
            ("a_1", "/a/_{1}"),
            ("O(n \\log n)", "/O/(/n/\u{202f}log\u{202f}/n/)"),
            ("E = mc^2", "/E/ = /mc/^{2}"),
            ("-1", "−1"),
            ("10^{-3}", "10^{−3}"),
            ("\\alpha + \\beta", "/α/ + /β/"),
            ("x_{n+1}", "/x/_{/n/+1}"),
            ("90\\%", "90%"),
            ("f'(x)", "/f/′(/x/)"),
            ("\\text{速度} = 3", "速度 = 3"),
            ("1,000", "1,000"),
            ("90^\\circ", "90^{∘}"),
        ] {
            assert_eq!(simple(latex).map(|pieces| shown(&pieces)).as_deref(), Some(expected), "{latex}");
        }
    }

    #[test]
    fn what_text_cannot_say_is_drawn() {
        for latex in [
            "",
            "x_i^2",
            "x^{y^z}",
            "\\frac12",
            "\\sqrt x",
            "\\sum_{i}",
            "\\hat{x}",
            "^2",
            "\\mathbb{R}",
            "x^",
            "\\unknown",
            "a & b",
            "x^{\\frac{1}{2}}",
            "\\text{a$b$}",
            "中",
            "{a}",
        ] {
            assert_eq!(simple(latex), None, "{latex}");
        }
    }
}
