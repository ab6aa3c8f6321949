//! Compiled languages that came after C: Rust, Go, Swift, Zig, Nim and their like.

use super::super::syntax::{BRACES, Capitals, Comment, Escape, Fill, Hash, Quote, SCRIPT, Shape, Syntax};
use super::super::words::{Word, Words};

pub(in super::super) static RUST: Syntax = Syntax {
    words: Words::new(&[
        (Word::Soft, "raw gen safe default"),
        (Word::Function, "fn macro_rules"),
        (Word::Type, "struct enum union trait type impl mod"),
        (
            Word::Keyword,
            "as async await break const continue crate dyn else extern for if in let loop match move mut pub ref return self static super unsafe use where while yield",
        ),
        (Word::KnownType, "bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize Self"),
        (Word::Constant, "true false None"),
    ]),
    comments: &[Comment::line("//"), Comment::nested("/*", "*/")],
    quotes: &[
        Quote::line("\"").prefixes(&["r", "br", "cr"]).shape(Shape::Hashes).raw().and_lines(),
        Quote::lines("\"").prefixes(&["b", "c"]),
        Quote::lines("\""),
        Quote::character().prefixes(&["b"]),
        Quote::character(),
    ],
    capitals: Capitals::Types,
    hash: Hash::Attribute,
    macros: true,
    ticks: true,
    ..BRACES
};

pub(in super::super) static GO: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "func"),
        (Word::Type, "type package"),
        (
            Word::Keyword,
            "break case chan const continue default defer else fallthrough for go goto if import interface map range return select struct switch var",
        ),
        (
            Word::KnownType,
            "any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr",
        ),
        (Word::Constant, "true false nil iota"),
    ]),
    quotes: &[Quote::line("\""), Quote::lines("`").raw(), Quote::character()],
    constants: false,
    ..BRACES
};

pub(in super::super) static SWIFT: Syntax = Syntax {
    words: Words::new(&[
        (Word::Soft, "any each get set open some"),
        (Word::Function, "func"),
        (Word::Type, "class struct enum protocol extension actor typealias associatedtype macro"),
        (
            Word::Keyword,
            "as async await borrowing break case catch consuming continue convenience default defer deinit didSet do dynamic else fallthrough fileprivate final for guard if import in indirect infix init inout internal is isolated lazy let mutating nonisolated nonmutating operator optional override package postfix precedencegroup prefix private public repeat required rethrows return sending static subscript super switch throw throws try unowned var weak where while willSet self",
        ),
        (Word::KnownType, "Self Any"),
        (Word::Constant, "true false nil"),
    ]),
    comments: &[Comment::line("//"), Comment::nested("/*", "*/")],
    quotes: &[
        Quote::between("#\"\"\"", "\"\"\"#").raw().and_lines(),
        Quote::between("#\"", "\"#").raw(),
        Quote::lines("\"\"\"").fill(Fill::BackslashParen),
        Quote::line("\"").fill(Fill::BackslashParen),
    ],
    capitals: Capitals::Types,
    annotations: true,
    hash: Hash::Keyword,
    ..BRACES
};

pub(in super::super) static ZIG: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "fn"),
        (
            Word::Keyword,
            "addrspace align allowzero and anyframe anytype asm async await break callconv catch comptime const continue defer else enum errdefer error export extern for if inline linksection noalias noinline nosuspend opaque or orelse packed pub resume return struct suspend switch test threadlocal try union unreachable usingnamespace var volatile while",
        ),
        (
            Word::KnownType,
            "anyerror anyopaque bool comptime_float comptime_int f16 f32 f64 f80 f128 i8 i16 i32 i64 i128 isize noreturn type u1 u8 u16 u32 u64 u128 usize void",
        ),
        (Word::Constant, "true false null undefined"),
    ]),
    comments: &[Comment::line("//")],
    quotes: &[Quote::between("\\\\", "\n").raw(), Quote::line("\""), Quote::character()],
    start: "@",
    ..BRACES
};

pub(in super::super) static D: Syntax = Syntax {
    words: Words::new(&[
        (Word::Type, "class struct enum interface template union new module"),
        (
            Word::Keyword,
            "abstract alias align asm assert auto body break case cast catch const continue debug default delegate delete deprecated do else export extern final finally for foreach foreach_reverse function goto if immutable import in inout invariant is lazy mixin nothrow out override package pragma private protected public pure ref return scope shared static super switch synchronized this throw try typeof unittest version while with",
        ),
        (
            Word::KnownType,
            "void bool byte ubyte short ushort int uint long ulong float double real char wchar dchar string size_t",
        ),
        (Word::Constant, "true false null"),
    ]),
    comments: &[Comment::line("//"), Comment::block("/*", "*/"), Comment::nested("/+", "+/")],
    quotes: &[Quote::lines("`").raw(), Quote::lines("\""), Quote::character()],
    annotations: true,
    ..BRACES
};

pub(in super::super) static NIM: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "proc func method iterator macro template converter"),
        (
            Word::Keyword,
            "addr and as asm bind block break case cast concept const continue defer discard distinct div do elif else end enum except export finally for from if import in include interface is isnot let mixin mod nil not notin object of or out ptr raise ref return shl shr static try tuple type using var when while xor yield",
        ),
        (
            Word::KnownType,
            "int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 float float32 float64 bool char string seq array set void",
        ),
        (Word::Constant, "true false nil"),
    ]),
    comments: &[Comment::nested("#[", "]#"), Comment::line("#")],
    quotes: &[
        Quote::line("\"").prefixes(&["r", "fmt"]).raw(),
        Quote::line("\"").prefixes(&["f"]).fill(Fill::Brace),
        Quote::lines("\"\"\"").raw(),
        Quote::line("\""),
        Quote::character(),
    ],
    capitals: Capitals::Types,
    ..SCRIPT
};

pub(in super::super) static PASCAL: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "procedure function constructor destructor"),
        (Word::Type, "program unit class"),
        (
            Word::Keyword,
            "and array as asm begin case const div do downto else end except exports file finalization finally for goto if implementation in inherited initialization inline interface is label library mod nil not object of on operator or out packed private property protected public published raise record repeat resourcestring set shl shr string then threadvar to try type until uses var virtual override while with xor",
        ),
        (
            Word::KnownType,
            "integer longint smallint byte word cardinal int64 real double single extended boolean char ansistring widestring pchar pointer tobject",
        ),
        (Word::Constant, "true false nil"),
    ]),
    fold: true,
    comments: &[Comment::line("//"), Comment::block("{", "}"), Comment::block("(*", "*)")],
    quotes: &[Quote::line("'").escape(Escape::Doubled)],
    capitals: Capitals::Nothing,
    constants: false,
    ..BRACES
};

pub(in super::super) static FORTRAN: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "subroutine function"),
        (Word::Type, "program module type"),
        (
            Word::Keyword,
            "allocatable allocate assign associate call case close common contains continue cycle data deallocate default dimension do else elseif end enddo endif entry equivalence exit external format goto if implicit in inout include inquire intent interface intrinsic kind namelist none nullify only open operator optional out parameter pointer print private procedure public pure read recursive result return rewind save select stop target then to use where while write elemental block concurrent",
        ),
        (Word::KnownType, "integer real double precision complex character logical class"),
        (Word::Constant, "true false"),
    ]),
    fold: true,
    comments: &[Comment::line("!")],
    quotes: &[Quote::line("\"").escape(Escape::Doubled), Quote::line("'").escape(Escape::Doubled)],
    capitals: Capitals::Nothing,
    constants: false,
    ..BRACES
};

pub(in super::super) static VISUAL_BASIC: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "sub function property"),
        (Word::Type, "class module structure interface enum namespace new"),
        (
            Word::Keyword,
            "addhandler addressof alias and andalso as byref byval call case catch const continue ctype declare default delegate dim directcast do each else elseif end erase error event exit explicit finally for friend get global gosub goto handles if implements imports in inherits is isnot let lib like loop me mod mustinherit mustoverride mybase narrowing next not notinheritable of on operator option optional or orelse overloads overridable overrides paramarray partial preserve private protected public raiseevent readonly redim rem removehandler resume return select set shadows shared static step stop then throw to try trycast typeof until using wend when while widening with withevents writeonly xor",
        ),
        (
            Word::KnownType,
            "boolean byte char date decimal double integer long object sbyte short single string uinteger ulong ushort variant",
        ),
        (Word::Constant, "true false nothing null empty"),
    ]),
    fold: true,
    comments: &[Comment::line("'")],
    quotes: &[
        Quote::between("$\"", "\"").escape(Escape::Doubled).fill(Fill::Brace),
        Quote::line("\"").escape(Escape::Doubled),
    ],
    capitals: Capitals::Nothing,
    constants: false,
    hash: Hash::Preprocessor,
    ..BRACES
};
