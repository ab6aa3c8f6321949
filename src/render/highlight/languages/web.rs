//! Languages of web pages and of what serves them.

use super::super::syntax::{BARE, BRACES, Capitals, Comment, Fill, Hash, Heredoc, Quote, SCRIPT, Syntax};
use super::super::words::{Word, Words};

const JS_WORDS: &str = "async await break case catch const continue debugger default delete do else export finally for if import in let return static super switch this throw try typeof var void while with yield";
const JS_SOFT: &str = "as from get of set using accessor";
const JS_CONSTANTS: &str = "true false null undefined NaN Infinity";
const JS_QUOTES: &[Quote] = &[Quote::line("\""), Quote::line("'"), Quote::lines("`").fill(Fill::DollarBrace)];

pub(in super::super) static JAVASCRIPT: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "function"),
        (Word::Type, "class extends new instanceof"),
        (Word::Soft, JS_SOFT),
        (Word::Keyword, JS_WORDS),
        (Word::Constant, JS_CONSTANTS),
        (Word::KnownType, "console window document process module exports globalThis wx uni"),
    ]),
    comments: &[
        Comment::line("//"),
        Comment::block("/*", "*/"),
        Comment::line("#!").at(super::super::syntax::Where::LineStart),
    ],
    quotes: JS_QUOTES,
    start: "$#",
    inner: "$",
    annotations: true,
    regexes: true,
    elements: true,
    ..BRACES
};

const TS_GROUPS: &[(Word, &str)] = &[
    (Word::Function, "function"),
    (Word::Type, "class interface enum namespace type extends implements new instanceof"),
    (Word::Soft, JS_SOFT),
    (Word::Soft, "abstract asserts declare is keyof module override readonly require satisfies unique out"),
    (Word::Keyword, JS_WORDS),
    (Word::Keyword, "infer private protected public"),
    (
        Word::KnownType,
        "any bigint boolean never number object string symbol unknown void console window document process",
    ),
    (Word::Constant, JS_CONSTANTS),
];

pub(in super::super) static TYPESCRIPT: Syntax = Syntax {
    words: Words::new(TS_GROUPS),
    comments: JAVASCRIPT_COMMENTS,
    quotes: JS_QUOTES,
    start: "$#",
    inner: "$",
    annotations: true,
    regexes: true,
    ..BRACES
};

pub(in super::super) static TSX: Syntax = Syntax {
    words: Words::new(TS_GROUPS),
    comments: JAVASCRIPT_COMMENTS,
    quotes: JS_QUOTES,
    start: "$#",
    inner: "$",
    annotations: true,
    regexes: true,
    elements: true,
    ..BRACES
};

const JAVASCRIPT_COMMENTS: &[Comment] = &[Comment::line("//"), Comment::block("/*", "*/")];

pub(in super::super) static COFFEESCRIPT: Syntax = Syntax {
    words: Words::new(&[
        (Word::Type, "class extends new instanceof"),
        (Word::Soft, JS_SOFT),
        (Word::Keyword, JS_WORDS),
        (Word::Keyword, "and by is isnt loop not or then unless until when own"),
        (Word::Constant, JS_CONSTANTS),
        (Word::Constant, "yes no on off"),
    ]),
    comments: &[Comment::block("###", "###"), Comment::line("#")],
    quotes: &[
        Quote::lines("\"\"\"").fill(Fill::HashBrace),
        Quote::lines("'''"),
        Quote::lines("\"").fill(Fill::HashBrace),
        Quote::lines("'"),
    ],
    sigils: "@",
    inner: "$",
    capitals: Capitals::TypesUnlessCalled,
    regexes: true,
    ..SCRIPT
};

pub(in super::super) static PHP: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "function fn"),
        (Word::Type, "class interface trait enum new extends implements instanceof namespace use"),
        (
            Word::Keyword,
            "abstract and array as break callable case catch clone const continue declare default do echo else elseif empty enddeclare endfor endforeach endif endswitch endwhile eval exit final finally for foreach from global goto if include include_once insteadof isset list match or parent print private protected public readonly require require_once return self static switch throw try unset var while xor yield",
        ),
        (Word::KnownType, "bool int float string void mixed never iterable object"),
        (Word::Constant, "true false null"),
    ]),
    comments: &[Comment::line("//"), Comment::block("/*", "*/"), Comment::line("#")],
    quotes: &[Quote::lines("\"").fill(Fill::Dollar), Quote::lines("'")],
    sigils: "$",
    hash: Hash::Attribute,
    heredoc: Heredoc::Three,
    capitals: Capitals::TypesUnlessCalled,
    ..BRACES
};

pub(in super::super) static GRAPHQL: Syntax = Syntax {
    words: Words::new(&[
        (Word::Type, "type interface union enum input scalar on implements extend"),
        (Word::Function, "query mutation subscription fragment"),
        (Word::Keyword, "schema directive repeatable"),
        (Word::KnownType, "Int Float String Boolean ID"),
        (Word::Constant, "true false null"),
    ]),
    comments: &[Comment::line("#")],
    quotes: &[Quote::lines("\"\"\"").doc(), Quote::line("\"")],
    sigils: "$",
    annotations: true,
    capitals: Capitals::Types,
    keys: true,
    ..BARE
};

pub(in super::super) static PROTOBUF: Syntax = Syntax {
    words: Words::new(&[
        (Word::Type, "message enum service package extend oneof"),
        (Word::Function, "rpc"),
        (
            Word::Keyword,
            "extensions import map max option optional public repeated required reserved returns stream syntax to weak edition group",
        ),
        (
            Word::KnownType,
            "bool bytes double fixed32 fixed64 float int32 int64 sfixed32 sfixed64 sint32 sint64 string uint32 uint64",
        ),
        (Word::Constant, "true false"),
    ]),
    calls: false,
    ..BRACES
};

pub(in super::super) static THRIFT: Syntax = Syntax {
    words: Words::new(&[
        (Word::Type, "struct service exception enum union typedef extends"),
        (Word::Keyword, "namespace include const required optional throws oneway"),
        (Word::KnownType, "bool byte i8 i16 i32 i64 double string binary list map set void"),
        (Word::Constant, "true false"),
    ]),
    comments: &[Comment::line("//"), Comment::line("#"), Comment::block("/*", "*/")],
    ..BRACES
};
