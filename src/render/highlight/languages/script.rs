//! Scripting languages and those of statistics.

use super::super::syntax::{
    BARE, Bracketed, Capitals, Comment, Escape, Fill, Heredoc, Quote, SCRIPT, Shape, Syntax, Where,
};
use super::super::words::{Word, Words};

pub(in super::super) static PYTHON: Syntax = Syntax {
    words: Words::new(&[
        (Word::Soft, "match case"),
        (Word::Function, "def"),
        (Word::Type, "class"),
        (
            Word::Keyword,
            "and as assert async await break continue del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield",
        ),
        (
            Word::KnownType,
            "int str float bool bytes list dict set tuple object type complex frozenset bytearray",
        ),
        (Word::Constant, "True False None NotImplemented Ellipsis self cls __name__ __file__"),
    ]),
    quotes: &[
        Quote::lines("\"\"\"").prefixes(&["f"]).fill(Fill::Brace),
        Quote::lines("'''").prefixes(&["f"]).fill(Fill::Brace),
        Quote::line("\"").prefixes(&["f"]).fill(Fill::Brace),
        Quote::line("'").prefixes(&["f"]).fill(Fill::Brace),
        Quote::lines("\"\"\"").prefixes(&["rf", "fr"]).raw().fill(Fill::Brace),
        Quote::line("\"").prefixes(&["rf", "fr"]).raw().fill(Fill::Brace),
        Quote::line("'").prefixes(&["rf", "fr"]).raw().fill(Fill::Brace),
        Quote::lines("\"\"\"").prefixes(&["r", "rb", "br"]).raw().doc(),
        Quote::lines("'''").prefixes(&["r", "rb", "br"]).raw().doc(),
        Quote::line("\"").prefixes(&["r", "rb", "br"]).raw(),
        Quote::line("'").prefixes(&["r", "rb", "br"]).raw(),
        Quote::lines("\"\"\"").prefixes(&["b", "u"]).doc(),
        Quote::lines("'''").prefixes(&["b", "u"]).doc(),
        Quote::line("\"").prefixes(&["b", "u"]),
        Quote::line("'").prefixes(&["b", "u"]),
        Quote::lines("\"\"\"").doc(),
        Quote::lines("'''").doc(),
        Quote::line("\""),
        Quote::line("'"),
    ],
    capitals: Capitals::Types,
    constants: true,
    annotations: true,
    ..SCRIPT
};

pub(in super::super) static RUBY: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "def"),
        (Word::Type, "class module"),
        (
            Word::Keyword,
            "alias and attr_accessor attr_reader attr_writer begin break case defined? do else elsif end ensure extend for if in include next not or prepend private protected public raise redo require require_relative rescue retry return self super then undef unless until when while yield BEGIN END",
        ),
        (Word::Constant, "true false nil __FILE__ __LINE__"),
        (Word::Builtin, "puts print p lambda proc loop"),
    ]),
    comments: &[Comment::block("=begin", "=end").at(Where::LineStart), Comment::line("#")],
    quotes: &[
        Quote::lines("\"").fill(Fill::HashBrace),
        Quote::lines("'"),
        Quote::line("`").fill(Fill::HashBrace),
    ],
    inner: "?",
    sigils: "@$",
    capitals: Capitals::Types,
    constants: true,
    symbols: true,
    keys: true,
    regexes: true,
    heredoc: Heredoc::Two,
    bracketed: Bracketed::Ruby,
    ..SCRIPT
};

pub(in super::super) static PERL: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "sub"),
        (Word::Type, "package use"),
        (
            Word::Keyword,
            "and bless cmp continue default die do each else elsif eq eval exists for foreach ge given goto gt if keys last le local lt map my ne next no not or our print printf push redo ref require return say shift sort state unless until values wantarray when while xor join split defined delete open close chomp",
        ),
    ]),
    comments: &[
        Comment::block("=pod", "=cut").at(Where::LineStart),
        Comment::block("=head", "=cut").at(Where::LineStart),
        Comment::line("#"),
    ],
    quotes: &[Quote::lines("\"").fill(Fill::Dollar), Quote::lines("'"), Quote::line("`")],
    sigils: "$@%",
    regexes: true,
    heredoc: Heredoc::Two,
    bracketed: Bracketed::Perl,
    ..SCRIPT
};

pub(in super::super) static LUA: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "function"),
        (
            Word::Keyword,
            "and break do else elseif end for goto if in local not or repeat return then until while",
        ),
        (Word::Constant, "true false nil self"),
    ]),
    comments: &[Comment::block("--[[", "]]"), Comment::block("--[=[", "]=]"), Comment::line("--")],
    quotes: &[
        Quote::between("[=", "]").shape(Shape::Level).raw().and_lines(),
        Quote::between("[[", "]]").raw().and_lines(),
        Quote::line("\""),
        Quote::line("'"),
    ],
    ..SCRIPT
};

pub(in super::super) static R: Syntax = Syntax {
    words: Words::new(&[
        (Word::Keyword, "break else for function if in next repeat return while library require source"),
        (Word::Constant, "TRUE FALSE NULL NA NaN Inf T F NA_integer_ NA_real_ NA_character_"),
    ]),
    inner: ".",
    ..SCRIPT
};

pub(in super::super) static JULIA: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "function macro"),
        (Word::Type, "struct abstract primitive module baremodule"),
        (
            Word::Keyword,
            "as begin break catch const continue do else elseif end export finally for global if import in isa let local mutable outer quote return try type using where while",
        ),
        (Word::Constant, "true false nothing missing Inf NaN pi"),
    ]),
    comments: &[Comment::nested("#=", "=#"), Comment::line("#")],
    quotes: &[
        Quote::line("\"").prefixes(&["r", "raw", "b", "v"]).raw(),
        Quote::lines("\"\"\"").fill(Fill::DollarParen).doc(),
        Quote::lines("\"").fill(Fill::DollarParen),
        Quote::lines("`").fill(Fill::DollarParen),
        Quote::character().not_behind(),
    ],
    inner: "!",
    capitals: Capitals::TypesUnlessCalled,
    annotations: true,
    symbols: true,
    ..SCRIPT
};

pub(in super::super) static MATLAB: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "function"),
        (Word::Type, "classdef"),
        (
            Word::Keyword,
            "break case catch continue else elseif end endif endfor endfunction endwhile enumeration events for global if methods otherwise parfor persistent properties return spmd switch try while until do",
        ),
        (Word::Constant, "true false pi Inf NaN eps"),
    ]),
    comments: &[
        Comment::block("%{", "%}").at(Where::LineStart),
        Comment::line("%"),
        Comment::line("#").at(Where::BehindBlank),
    ],
    quotes: &[
        Quote::line("\"").escape(Escape::Doubled),
        Quote::line("'").escape(Escape::Doubled).not_behind(),
    ],
    ..SCRIPT
};

pub(in super::super) static TCL: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "proc"),
        (
            Word::Keyword,
            "after append array break case catch continue else elseif error eval expr for foreach format global if incr info lappend lindex list llength namespace package puts regexp regsub rename return set source string switch then unset uplevel upvar variable while",
        ),
    ]),
    comments: &[Comment::line("#").at(Where::BehindBlank)],
    quotes: &[Quote::lines("\"").fill(Fill::Dollar)],
    sigils: "$",
    ..BARE
};

pub(in super::super) static VIM: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "function function! def def!"),
        (
            Word::Keyword,
            "abort augroup autocmd break call catch colorscheme command command! const continue def echo echom else elseif end enddef endfor endfunction endif endtry endwhile execute export filetype finally finish for highlight if import in inoremap let map map! nmap nnoremap nmap noremap normal onoremap plugin return runtime set setlocal silent source syntax tnoremap try unlet vim9script vmap vnoremap while Plug",
        ),
        (Word::Constant, "v:true v:false v:null on off"),
    ]),
    comments: &[Comment::line("\"").at(Where::LineStart), Comment::line("# ").at(Where::LineStart)],
    quotes: &[Quote::line("\""), Quote::line("'").escape(Escape::Doubled)],
    inner: ":!#",
    sigils: "&$",
    ..SCRIPT
};

pub(in super::super) static GDSCRIPT: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "func"),
        (Word::Type, "class class_name extends enum"),
        (
            Word::Keyword,
            "and as assert await break breakpoint const continue elif else export for if in is match not onready or pass preload return self setget signal static super tool var when while yield",
        ),
        (Word::KnownType, "bool int float String Array Dictionary void Vector2 Vector3 Node Node2D"),
        (Word::Constant, "true false null PI TAU INF NAN"),
    ]),
    quotes: &[Quote::lines("\"\"\""), Quote::line("\""), Quote::line("'")],
    sigils: "$",
    annotations: true,
    capitals: Capitals::TypesUnlessCalled,
    constants: true,
    ..SCRIPT
};

pub(in super::super) static APPLESCRIPT: Syntax = Syntax {
    words: Words::new(&[
        (
            Word::Keyword,
            "about above activate after and as at back before beginning behind below beside between but by considering contain contains copy div does eighth else end equal equals error every exit fifth first for fourth from front get given global if ignoring in into is it its last local me middle mod my ninth not of on or over prop property put ref repeat return returning script second set seventh since sixth some tell tenth that the then third through thru timeout times to transaction try until where while whose with without",
        ),
        (Word::Constant, "true false missing value pi"),
    ]),
    comments: &[Comment::line("--"), Comment::line("#"), Comment::nested("(*", "*)")],
    quotes: &[Quote::line("\"")],
    ..BARE
};
