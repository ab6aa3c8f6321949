//! Shells.

use super::super::syntax::{BARE, Comment, Escape, Fill, Heredoc, Quote, SCRIPT, Syntax, Where};
use super::super::words::{Word, Words};

pub(in super::super) static SHELL: Syntax = Syntax {
    words: Words::new(&[
        (
            Word::Keyword,
            "if then else elif fi for while until do done case esac in select time coproc return exit break continue local export declare readonly typeset unset shift set source eval trap",
        ),
        (Word::Function, "function"),
    ]),
    comments: &[Comment::line("#").at(Where::BehindBlank)],
    quotes: &[
        Quote::between("$'", "'").and_lines(),
        Quote::between("$\"", "\"").and_lines().fill(Fill::Shell),
        Quote::lines("\"").fill(Fill::Shell),
        Quote::lines("'").raw(),
    ],
    sigils: "$",
    heredoc: Heredoc::Two,
    shell: true,
    ..BARE
};

pub(in super::super) static POWERSHELL: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "function filter"),
        (Word::Type, "class enum"),
        (
            Word::Keyword,
            "begin break catch continue data do dynamicparam else elseif end exit finally for foreach from hidden if in param process return static switch throw trap try until using var while workflow",
        ),
        (
            Word::Keyword,
            "-eq -ne -gt -ge -lt -le -like -notlike -match -notmatch -contains -notcontains -in -notin -replace -split -join -is -isnot -as -and -or -not -xor -f",
        ),
    ]),
    fold: true,
    comments: &[Comment::block("<#", "#>"), Comment::line("#")],
    quotes: &[
        Quote::between("@\"", "\"@").escape(Escape::Backtick).fill(Fill::DollarParen).and_lines(),
        Quote::between("@'", "'@").raw().and_lines(),
        Quote::lines("\"").escape(Escape::Backtick).fill(Fill::DollarParen),
        Quote::lines("'").escape(Escape::Doubled),
    ],
    start: "-",
    inner: "-:",
    verbs: true,
    sigils: "$",
    ..SCRIPT
};

pub(in super::super) static BATCH: Syntax = Syntax {
    words: Words::new(&[(
        Word::Keyword,
        "if else for in do not exist defined errorlevel call goto exit setlocal endlocal set echo pause shift start cd copy del dir md mkdir move rd ren rmdir type xcopy robocopy title color cls @echo off on equ neq lss leq gtr geq",
    )]),
    fold: true,
    comments: &[
        Comment::line("::").at(Where::LineStart),
        Comment::line("rem ").at(Where::LineStart),
        Comment::line("REM ").at(Where::LineStart),
        Comment::line("@rem ").at(Where::LineStart),
    ],
    quotes: &[Quote::line("\"").raw(), Quote::between("%~", "%").raw()],
    start: "@",
    sigils: "%",
    symbols: true,
    ..BARE
};
