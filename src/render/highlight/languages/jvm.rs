//! Java and what runs beside it, and Dart.

use super::super::syntax::{BRACES, Capitals, Comment, Fill, Quote, Syntax};
use super::super::words::{Word, Words};

pub(in super::super) static JAVA: Syntax = Syntax {
    words: Words::new(&[
        (Word::Type, "class interface enum record new extends implements instanceof throws @interface"),
        (
            Word::Keyword,
            "abstract assert break case catch const continue default do else exports final finally for goto if import module native non-sealed open opens package permits private protected provides public requires return sealed static strictfp super switch synchronized this throw to transient transitive try uses var volatile when while with yield",
        ),
        (Word::KnownType, "boolean byte char double float int long short void"),
        (Word::Constant, "true false null"),
    ]),
    quotes: &[Quote::lines("\"\"\""), Quote::line("\""), Quote::character()],
    annotations: true,
    ..BRACES
};

pub(in super::super) static KOTLIN: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "fun"),
        (Word::Type, "class interface object typealias"),
        (
            Word::Keyword,
            "abstract actual annotation as break by catch companion const constructor continue crossinline data delegate do dynamic else enum expect external field file final finally for get if import in infix init inline inner internal is it lateinit noinline open operator out override package private protected public receiver reified return sealed set super suspend tailrec this throw try typeof val value var vararg when where while yield",
        ),
        (Word::Constant, "true false null"),
    ]),
    comments: &[Comment::line("//"), Comment::nested("/*", "*/")],
    quotes: &[
        Quote::lines("\"\"\"").raw().fill(Fill::Dollar),
        Quote::line("\"").fill(Fill::Dollar),
        Quote::character(),
    ],
    capitals: Capitals::Types,
    annotations: true,
    ..BRACES
};

pub(in super::super) static SCALA: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "def"),
        (Word::Type, "class trait object type new extends with enum given"),
        (
            Word::Keyword,
            "abstract as case catch derives do else end export extension final finally for forSome if implicit import infix inline lazy macro match opaque open override package private protected return sealed super then this throw transparent try using val var while yield",
        ),
        (Word::Constant, "true false null"),
    ]),
    comments: &[Comment::line("//"), Comment::nested("/*", "*/")],
    quotes: &[
        Quote::lines("\"\"\"").prefixes(&["s", "f", "raw"]).fill(Fill::Dollar),
        Quote::line("\"").prefixes(&["s", "f", "raw"]).fill(Fill::Dollar),
        Quote::lines("\"\"\"").raw(),
        Quote::line("\""),
        Quote::character(),
    ],
    capitals: Capitals::Types,
    annotations: true,
    ..BRACES
};

pub(in super::super) static GROOVY: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "def"),
        (Word::Type, "class interface enum trait new extends implements instanceof throws"),
        (
            Word::Keyword,
            "abstract as assert break case catch continue default do else final finally for if import in native package private protected public return static super switch synchronized this throw transient try var volatile while",
        ),
        (Word::KnownType, "boolean byte char double float int long short void"),
        (Word::Constant, "true false null"),
        (Word::Builtin, "pipeline stage steps"),
    ]),
    comments: &[Comment::line("//"), Comment::block("/*", "*/")],
    quotes: &[
        Quote::lines("\"\"\"").fill(Fill::Dollar),
        Quote::lines("'''"),
        Quote::line("\"").fill(Fill::Dollar),
        Quote::line("'"),
    ],
    annotations: true,
    regexes: true,
    ..BRACES
};

pub(in super::super) static DART: Syntax = Syntax {
    words: Words::new(&[
        (Word::Type, "class enum extension mixin typedef new extends implements with on"),
        (
            Word::Keyword,
            "abstract as assert async await base break case catch const continue covariant default deferred do else export external factory final finally for get hide if import in interface is late library operator part required rethrow return sealed set show static super switch sync this throw try var when while yield",
        ),
        (Word::KnownType, "bool double dynamic int num void Function"),
        (Word::Constant, "true false null"),
    ]),
    comments: &[Comment::line("//"), Comment::nested("/*", "*/")],
    quotes: &[
        Quote::lines("'''").prefixes(&["r"]).raw(),
        Quote::lines("\"\"\"").prefixes(&["r"]).raw(),
        Quote::line("'").prefixes(&["r"]).raw(),
        Quote::line("\"").prefixes(&["r"]).raw(),
        Quote::lines("'''").fill(Fill::Dollar),
        Quote::lines("\"\"\"").fill(Fill::Dollar),
        Quote::line("'").fill(Fill::Dollar),
        Quote::line("\"").fill(Fill::Dollar),
    ],
    capitals: Capitals::Types,
    annotations: true,
    ..BRACES
};
