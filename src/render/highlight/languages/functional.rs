//! Functional languages and Lisps.

use super::super::syntax::{BARE, Bracketed, Capitals, Comment, Fill, Quote, SCRIPT, Syntax};
use super::super::words::{Word, Words};

pub(in super::super) static HASKELL: Syntax = Syntax {
    words: Words::new(&[
        (
            Word::Keyword,
            "as case class data default deriving do else family forall foreign hiding if import in infix infixl infixr instance let mdo module newtype of pattern proc qualified rec then type where",
        ),
        (Word::Constant, "True False Nothing otherwise"),
    ]),
    comments: &[
        Comment::nested("{-", "-}"),
        Comment::line("-- "),
        Comment::line("--\n"),
        Comment::line("--|"),
        Comment::line("---"),
    ],
    quotes: &[Quote::line("\""), Quote::character().not_behind()],
    inner: "'",
    capitals: Capitals::Types,
    ..BARE
};

pub(in super::super) static ELM: Syntax = Syntax {
    words: Words::new(&[
        (Word::Keyword, "alias as case else exposing if import in let module of port then type where"),
        (Word::Constant, "True False Nothing"),
    ]),
    comments: &[Comment::nested("{-", "-}"), Comment::line("--")],
    quotes: &[Quote::lines("\"\"\""), Quote::line("\""), Quote::character()],
    capitals: Capitals::Types,
    ..BARE
};

pub(in super::super) static OCAML: Syntax = Syntax {
    words: Words::new(&[
        (
            Word::Keyword,
            "and as assert asr begin class constraint do done downto else end exception external for fun function functor if in include inherit initializer land lazy let lor lsl lsr lxor match method mod module mutable new nonrec object of open or private rec sig struct then to try type val virtual when while with",
        ),
        (Word::KnownType, "int float bool char string unit list array option exn bytes"),
        (Word::Constant, "true false None"),
    ]),
    comments: &[Comment::nested("(*", "*)")],
    quotes: &[
        Quote::between("{|", "|}").raw().and_lines(),
        Quote::lines("\""),
        Quote::character().not_behind(),
    ],
    inner: "'",
    capitals: Capitals::Types,
    ticks: true,
    ..BARE
};

pub(in super::super) static F_SHARP: Syntax = Syntax {
    words: Words::new(&[
        (
            Word::Keyword,
            "abstract and as assert base begin class default delegate do done downcast downto elif else end exception extern finally fixed for fun function global if in inherit inline interface internal lazy let match member module mutable namespace new not null of open or override private public rec return select static struct then to try type upcast use val void when while with yield async task",
        ),
        (Word::KnownType, "int float bool char string unit list array option seq decimal byte int64 obj"),
        (Word::Constant, "true false None"),
    ]),
    comments: &[Comment::line("//"), Comment::nested("(*", "*)")],
    quotes: &[
        Quote::lines("\"\"\"").raw(),
        Quote::between("$\"", "\"").fill(Fill::Brace),
        Quote::lines("\""),
        Quote::character().not_behind(),
    ],
    inner: "'",
    capitals: Capitals::Types,
    ticks: true,
    ..BARE
};

pub(in super::super) static ERLANG: Syntax = Syntax {
    words: Words::new(&[
        (
            Word::Keyword,
            "after and andalso band begin bnot bor bsl bsr bxor case catch cond div else end fun if let maybe not of or orelse receive rem throw try when xor",
        ),
        (
            Word::Attribute,
            "-module -export -import -define -include -include_lib -record -spec -type -opaque -behaviour -behavior -compile -callback -ifdef -ifndef -endif -else",
        ),
        (Word::Constant, "true false undefined ok error"),
    ]),
    comments: &[Comment::line("%")],
    quotes: &[Quote::lines("\""), Quote::line("'")],
    start: "-",
    sigils: "?",
    ..SCRIPT
};

pub(in super::super) static ELIXIR: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "def defp defmacro defmacrop defguard defdelegate"),
        (Word::Type, "defmodule defprotocol defimpl defstruct alias import require use"),
        (
            Word::Keyword,
            "after and case catch cond do else end fn for if in not or quote raise receive rescue super throw try unless unquote when with",
        ),
        (Word::Constant, "true false nil __MODULE__ __CALLER__"),
    ]),
    comments: &[Comment::line("#")],
    quotes: &[
        Quote::lines("\"\"\"").fill(Fill::HashBrace),
        Quote::lines("\"").fill(Fill::HashBrace),
        Quote::line("'"),
    ],
    inner: "?!",
    annotations: true,
    capitals: Capitals::Types,
    symbols: true,
    keys: true,
    bracketed: Bracketed::Elixir,
    ..SCRIPT
};

const LISP_INNER: &str = "-?!*+/<>=.%&$#'|:^~";
const LISP_START: &str = "-?!*+/<>=%&$:^~";

pub(in super::super) static CLOJURE: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "defn defn- defmacro defmulti defmethod def defonce deftest"),
        (Word::Type, "defrecord deftype defprotocol ns"),
        (
            Word::Keyword,
            "if if-not if-let when when-not when-let let letfn loop recur do fn cond condp case for doseq dotimes while try catch finally throw quote var new and or not -> ->> as-> some-> :require :import :refer :as require import",
        ),
        (Word::Constant, "true false nil"),
    ]),
    comments: &[Comment::line(";")],
    quotes: &[Quote::lines("\"")],
    start: LISP_START,
    inner: LISP_INNER,
    symbols: true,
    lisp: true,
    ..BARE
};

pub(in super::super) static LISP: Syntax = Syntax {
    words: Words::new(&[
        (
            Word::Function,
            "defun defmacro defgeneric defmethod define define-syntax defvar defparameter defconst defcustom setq defsubst define-macro",
        ),
        (Word::Type, "defclass defstruct defpackage define-record-type"),
        (
            Word::Keyword,
            "if when unless cond case let let* letrec let-values flet labels lambda progn begin loop do dolist dotimes while return quote and or not set! setf else import export use-package require provide interactive syntax-rules named-lambda delay unwind-protect condition-case call/cc",
        ),
        (Word::Constant, "t nil #t #f"),
    ]),
    comments: &[Comment::nested("#|", "|#"), Comment::line(";")],
    quotes: &[Quote::lines("\"")],
    start: "-?!*+/<>=%&$:^~#",
    inner: LISP_INNER,
    symbols: true,
    lisp: true,
    ..BARE
};

pub(in super::super) static NIX: Syntax = Syntax {
    words: Words::new(&[
        (Word::Keyword, "assert else if import in inherit let or rec then with"),
        (Word::Constant, "true false null"),
        (Word::Builtin, "builtins map fetchTarball fetchurl mkDerivation"),
    ]),
    comments: &[Comment::line("#"), Comment::block("/*", "*/")],
    quotes: &[Quote::lines("''").raw().fill(Fill::DollarBrace), Quote::lines("\"").fill(Fill::DollarBrace)],
    inner: "-'",
    assigns: b'=',
    ..BARE
};

pub(in super::super) static PROLOG: Syntax = Syntax {
    words: Words::new(&[
        (Word::Keyword, "is mod not dynamic discontiguous module use_module"),
        (Word::Constant, "true false fail"),
    ]),
    comments: &[Comment::line("%"), Comment::block("/*", "*/")],
    quotes: &[Quote::line("\""), Quote::line("'")],
    capitals: Capitals::Types,
    ..SCRIPT
};
