//! The description of a language that the scanner of words follows: comments, strings, words and habits.

use super::words::Words;

/// What may stand in a string besides text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fill {
    Nothing,
    /// `{x}`; doubled braces are text.
    Brace,
    /// `${x}`.
    DollarBrace,
    /// `$x`, `${x}`.
    Dollar,
    /// `$x`, `$(x)`.
    DollarParen,
    /// `$x`, `${x}`, `$(x)`, and `` `x` ``.
    Shell,
    /// `#{x}`.
    HashBrace,
    /// `\(x)`.
    BackslashParen,
}

/// How the closing mark can stand in a string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Escape {
    Nothing,
    Backslash,
    /// The mark twice.
    Doubled,
    /// PowerShell.
    Backtick,
}

/// How the marks of a string are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// As they are written.
    Plain,
    /// With as many `#` behind the string as before it.
    Hashes,
    /// With a word of the author between quotation mark and bracket (C++).
    Delimiter,
    /// Long brackets with `=` between (Lua).
    Level,
    /// A word between dollars (PostgreSQL).
    Dollars,
    /// One character; anything longer is no string.
    Character,
}

/// A kind of string.
#[derive(Debug)]
pub(super) struct Quote {
    /// Names that stand before the mark, in small letters; none: the mark stands alone.
    pub(super) prefixes: &'static [&'static str],
    pub(super) open: &'static str,
    pub(super) close: &'static str,
    pub(super) escape: Escape,
    pub(super) fill: Fill,
    /// Goes on behind a line end.
    pub(super) lines: bool,
    pub(super) shape: Shape,
    /// Is a comment where it stands alone (Python).
    pub(super) doc: bool,
    /// Is an operator behind a name or bracket (`'` in Julia and MATLAB).
    pub(super) not_behind: bool,
}

impl Quote {
    /// A string on one line, with backslashes.
    pub(super) const fn line(mark: &'static str) -> Self {
        Self::between(mark, mark)
    }

    /// A string on one line, with backslashes, between two marks.
    pub(super) const fn between(open: &'static str, close: &'static str) -> Self {
        Self {
            prefixes: &[],
            open,
            close,
            escape: Escape::Backslash,
            fill: Fill::Nothing,
            lines: false,
            shape: Shape::Plain,
            doc: false,
            not_behind: false,
        }
    }

    /// A string over several lines, with backslashes.
    pub(super) const fn lines(mark: &'static str) -> Self {
        let mut quote = Self::line(mark);
        quote.lines = true;
        quote
    }

    /// One character between marks.
    pub(super) const fn character() -> Self {
        Self::line("'").shape(Shape::Character)
    }

    pub(super) const fn and_lines(mut self) -> Self {
        self.lines = true;
        self
    }

    pub(super) const fn prefixes(mut self, prefixes: &'static [&'static str]) -> Self {
        self.prefixes = prefixes;
        self
    }

    pub(super) const fn escape(mut self, escape: Escape) -> Self {
        self.escape = escape;
        self
    }

    pub(super) const fn raw(self) -> Self {
        self.escape(Escape::Nothing)
    }

    pub(super) const fn fill(mut self, fill: Fill) -> Self {
        self.fill = fill;
        self
    }

    pub(super) const fn shape(mut self, shape: Shape) -> Self {
        self.shape = shape;
        self
    }

    pub(super) const fn doc(mut self) -> Self {
        self.doc = true;
        self
    }

    pub(super) const fn not_behind(mut self) -> Self {
        self.not_behind = true;
        self
    }
}

/// Where the mark of a comment counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    Anywhere,
    /// Not inside a word (`$#`, `a#b` of shells).
    BehindBlank,
    /// At the beginning of a line.
    LineStart,
}

/// A kind of comment.
#[derive(Debug)]
pub(super) struct Comment {
    pub(super) open: &'static str,
    /// Empty: the line's end.
    pub(super) close: &'static str,
    pub(super) nested: bool,
    pub(super) place: Where,
}

impl Comment {
    /// To the end of the line.
    pub(super) const fn line(open: &'static str) -> Self {
        Self { open, close: "", nested: false, place: Where::Anywhere }
    }

    pub(super) const fn block(open: &'static str, close: &'static str) -> Self {
        Self { open, close, nested: false, place: Where::Anywhere }
    }

    pub(super) const fn nested(open: &'static str, close: &'static str) -> Self {
        Self { open, close, nested: true, place: Where::Anywhere }
    }

    pub(super) const fn at(mut self, place: Where) -> Self {
        self.place = place;
        self
    }
}

/// Which names are types by their first letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Capitals {
    Nothing,
    /// Every name that begins with a capital.
    Types,
    /// Those that are not called.
    TypesUnlessCalled,
}

/// What `#` begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hash {
    Nothing,
    /// A line for the preprocessor.
    Preprocessor,
    /// `#[attribute]`.
    Attribute,
    /// A word with that mark is a keyword (Swift).
    Keyword,
}

/// Text up to a line with a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heredoc {
    Nothing,
    /// `<<WORD`.
    Two,
    /// `<<<WORD`.
    Three,
}

/// Marks that name their own brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bracketed {
    Nothing,
    /// `q(…)`, `qw/…/`, `s/…/…/`.
    Perl,
    /// `%w[…]`, `%(…)`.
    Ruby,
    /// `~s(…)`, `~r/…/`.
    Elixir,
}

/// A language of words.
#[derive(Debug)]
pub(super) struct Syntax {
    pub(super) words: Words,
    /// Capitals do not count in words.
    pub(super) fold: bool,
    pub(super) comments: &'static [Comment],
    pub(super) quotes: &'static [Quote],
    /// Characters that may begin a name, besides letters.
    pub(super) start: &'static str,
    /// Characters that may stand in a name, besides letters and digits.
    pub(super) inner: &'static str,
    /// Characters before the name of a variable.
    pub(super) sigils: &'static str,
    /// A name before `(` is a function.
    pub(super) calls: bool,
    pub(super) capitals: Capitals,
    /// A name in capitals is a constant.
    pub(super) constants: bool,
    /// `@name` is an attribute.
    pub(super) annotations: bool,
    pub(super) hash: Hash,
    /// `name!` is a function.
    pub(super) macros: bool,
    /// `'name` is a lifetime or type variable.
    pub(super) ticks: bool,
    /// `:name` is a constant.
    pub(super) symbols: bool,
    /// `name:` is a key.
    pub(super) keys: bool,
    /// A name or string before this character is a key; 0: none is.
    pub(super) assigns: u8,
    /// `/…/` may be a pattern.
    pub(super) regexes: bool,
    /// Elements may stand among the code.
    pub(super) elements: bool,
    pub(super) heredoc: Heredoc,
    pub(super) bracketed: Bracketed,
    /// A name behind `(` is a function (Lisp).
    pub(super) lisp: bool,
    /// Words are commands and arguments (shells).
    pub(super) shell: bool,
    /// `Verb-Noun` is a function (PowerShell).
    pub(super) verbs: bool,
    /// The first word of a line is a keyword (assembly, configuration).
    pub(super) first_word: bool,
}

/// A language without anything, to start from.
pub(super) const BARE: Syntax = Syntax {
    words: Words::new(&[]),
    fold: false,
    comments: &[],
    quotes: &[],
    start: "",
    inner: "",
    sigils: "",
    calls: false,
    capitals: Capitals::Nothing,
    constants: false,
    annotations: false,
    hash: Hash::Nothing,
    macros: false,
    ticks: false,
    symbols: false,
    keys: false,
    assigns: 0,
    regexes: false,
    elements: false,
    heredoc: Heredoc::Nothing,
    bracketed: Bracketed::Nothing,
    lisp: false,
    shell: false,
    verbs: false,
    first_word: false,
};

/// `//`, `/* */`, two kinds of quotation marks, calls: what most languages with braces share.
pub(super) const BRACES: Syntax = Syntax {
    comments: &[Comment::line("//"), Comment::block("/*", "*/")],
    quotes: &[Quote::line("\""), Quote::line("'")],
    calls: true,
    constants: true,
    capitals: Capitals::TypesUnlessCalled,
    ..BARE
};

/// `#` comments, two kinds of quotation marks, calls: what most scripting languages share.
pub(super) const SCRIPT: Syntax = Syntax {
    comments: &[Comment::line("#")],
    quotes: &[Quote::line("\""), Quote::line("'")],
    calls: true,
    ..BARE
};
