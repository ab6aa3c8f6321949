//! Java and what runs beside it, and Dart.

use super::super::syntax::{BRACES, Capitals, Comment, Fill, Quote, Syntax};
use super::super::words::{Word, Words};

pub(in super::super) static JAVA: Syntax = Syntax {
    words: Words::new(&[
        (Word::Soft, "exports module open opens permits provides requires to transitive uses with when"),
        (Word::Type, "class interface enum record new extends implements instanceof throws @interface"),
        (
            Word::Keyword,
            "abstract assert break case catch const continue default do else final finally for goto if import native non-sealed package private protected public return sealed static strictfp super switch synchronized this throw transient try var volatile while yield",
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
        (Word::Soft, "by constructor data file get set value inner open out field init where internal"),
        (Word::Function, "fun"),
        (Word::Type, "class interface object typealias"),
        (
            Word::Keyword,
            "abstract actual annotation as break catch companion const continue crossinline delegate do dynamic else enum expect external final finally for if import in infix inline is it lateinit noinline operator override package private protected public receiver reified return sealed super suspend tailrec this throw try typeof val var vararg when while yield",
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
        (Word::Soft, "end using derives inline open"),
        (Word::Function, "def"),
        (Word::Type, "class trait object type new extends with enum given"),
        (
            Word::Keyword,
            "abstract as case catch do else export extension final finally for forSome if implicit import infix lazy macro match opaque override package private protected return sealed super then this throw transparent try val var while yield",
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
        (Word::Soft, "get set show hide part library required covariant sync"),
        (Word::Type, "class enum extension mixin typedef new extends implements with on"),
        (
            Word::Keyword,
            "abstract as assert async await base break case catch const continue default deferred do else export external factory final finally for if import in interface is late operator rethrow return sealed static super switch this throw try var when while yield",
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
