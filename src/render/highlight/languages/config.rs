//! Languages of configuration and of building.

use super::super::syntax::{BARE, BRACES, Capitals, Comment, Fill, Heredoc, Quote, SCRIPT, Syntax, Where};
use super::super::words::{Word, Words};

pub(in super::super) static NGINX: Syntax = Syntax {
    words: Words::new(&[
        (Word::Keyword, "events http server location upstream if map geo types stream mail limit_except"),
        (Word::Constant, "on off default auto"),
    ]),
    comments: &[Comment::line("#").at(Where::BehindBlank)],
    quotes: &[Quote::line("\""), Quote::line("'")],
    inner: "-.",
    sigils: "$",
    first_word: true,
    ..BARE
};

pub(in super::super) static APACHE: Syntax = Syntax {
    words: Words::new(&[(Word::Constant, "on off all none deny allow granted denied")]),
    fold: true,
    comments: &[Comment::line("#").at(Where::LineStart)],
    quotes: &[Quote::line("\""), Quote::between("<", ">")],
    first_word: true,
    ..BARE
};

pub(in super::super) static HCL: Syntax = Syntax {
    words: Words::new(&[
        (
            Word::Keyword,
            "resource data variable output module provider terraform locals for in if backend required_providers dynamic lifecycle provisioner moved import check",
        ),
        (Word::KnownType, "string number bool list map set object tuple any"),
        (Word::Constant, "true false null"),
    ]),
    comments: &[Comment::line("#"), Comment::line("//"), Comment::block("/*", "*/")],
    quotes: &[Quote::line("\"").fill(Fill::DollarBrace)],
    inner: "-",
    assigns: b'=',
    heredoc: Heredoc::Two,
    calls: true,
    ..BARE
};

pub(in super::super) static CMAKE: Syntax = Syntax {
    words: Words::new(&[
        (
            Word::Keyword,
            "if elseif else endif foreach endforeach while endwhile function endfunction macro endmacro return break continue block endblock",
        ),
        (Word::Constant, "ON OFF TRUE FALSE"),
        (
            Word::Attribute,
            "PUBLIC PRIVATE INTERFACE REQUIRED VERSION COMPONENTS PROPERTIES CACHE FORCE STATIC SHARED LANGUAGES AND OR NOT STREQUAL EXISTS DEFINED MATCHES TARGET COMMAND DESTINATION FILES",
        ),
    ]),
    comments: &[Comment::block("#[[", "]]"), Comment::line("#")],
    quotes: &[Quote::lines("\"").fill(Fill::Dollar), Quote::between("[[", "]]").raw().and_lines()],
    inner: "-.",
    sigils: "$",
    calls: true,
    ..BARE
};

pub(in super::super) static ASSEMBLY: Syntax = Syntax {
    words: Words::new(&[
        (
            Word::KnownType,
            "rax rbx rcx rdx rsi rdi rbp rsp rip r8 r9 r10 r11 r12 r13 r14 r15 eax ebx ecx edx esi edi ebp esp ax bx cx dx al bl cl dl ah bh ch dh sp lr pc x0 x1 x2 x3 x4 x5 x6 x7 x8 x16 x29 x30 w0 w1 w2 w3 r0 r1 r2 r3 r4 r5 r6 r7 a0 a1 a2 a3 t0 t1 t2 s0 s1 ra zero xmm0 xmm1 xmm2",
        ),
        (
            Word::Attribute,
            "section global extern db dw dd dq equ byte word dword qword ptr .text .data .bss .globl .global .section .align .ascii .asciz .string .byte .word .long .quad .type .size .file",
        ),
    ]),
    fold: true,
    comments: &[
        Comment::line(";"),
        Comment::line("//"),
        Comment::block("/*", "*/"),
        Comment::line("# ").at(Where::BehindBlank),
    ],
    quotes: &[Quote::line("\""), Quote::line("'")],
    start: ".%",
    inner: ".",
    first_word: true,
    ..BARE
};

/// Build files of Bazel, Meson and their like: small scripts.
pub(in super::super) static BUILD: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "def"),
        (
            Word::Keyword,
            "and break continue elif else endforeach endif for foreach if in lambda load not or pass return",
        ),
        (Word::Constant, "True False None true false"),
    ]),
    quotes: &[Quote::lines("\"\"\"").doc(), Quote::lines("'''").doc(), Quote::line("\""), Quote::line("'")],
    ..SCRIPT
};

/// Grammars (EBNF, ANTLR, PEG).
pub(in super::super) static GRAMMAR: Syntax = Syntax {
    words: Words::new(&[(
        Word::Keyword,
        "grammar lexer parser fragment options import returns locals mode channels",
    )]),
    comments: &[
        Comment::line("//"),
        Comment::block("/*", "*/"),
        Comment::nested("(*", "*)"),
        Comment::line("#"),
    ],
    quotes: &[Quote::line("\""), Quote::line("'"), Quote::between("<", ">")],
    inner: "-",
    assigns: b':',
    calls: false,
    capitals: Capitals::Nothing,
    constants: false,
    ..BRACES
};
