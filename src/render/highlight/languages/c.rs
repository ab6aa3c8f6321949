//! C and its nearest relatives.

use super::super::syntax::{BRACES, Capitals, Comment, Escape, Fill, Hash, Quote, Shape, Syntax};
use super::super::words::{Word, Words};

const TYPES: &str = "void char short int long float double signed unsigned bool _Bool size_t ssize_t ptrdiff_t intptr_t uintptr_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t wchar_t FILE time_t";
const WORDS: &str = "auto break case const continue default do else enum extern for goto if inline register restrict return sizeof static struct switch typedef union volatile while _Alignas _Alignof _Atomic _Generic _Noreturn _Static_assert _Thread_local static_assert alignas alignof typeof asm";
const CONSTANTS: &str = "NULL true false nullptr stdin stdout stderr EOF";
const QUOTES: &[Quote] =
    &[Quote::line("\"").prefixes(&["l", "u8", "u"]), Quote::line("\""), Quote::character()];

pub(in super::super) static C: Syntax = Syntax {
    words: Words::new(&[(Word::Keyword, WORDS), (Word::KnownType, TYPES), (Word::Constant, CONSTANTS)]),
    quotes: QUOTES,
    hash: Hash::Preprocessor,
    ..BRACES
};

const CPP_WORDS: &str = "and and_eq asm catch co_await co_return co_yield compl const_cast consteval constexpr constinit decltype delete dynamic_cast explicit export final friend module mutable namespace noexcept not not_eq operator or or_eq override private protected public reinterpret_cast requires static_cast template this throw try typeid using virtual xor xor_eq import";
const CPP_QUOTES: &[Quote] = &[
    Quote::between("\"", "\"").prefixes(&["r", "lr", "u8r", "ur"]).shape(Shape::Delimiter).raw().and_lines(),
    Quote::line("\"").prefixes(&["l", "u8", "u"]),
    Quote::line("\""),
    Quote::character(),
];

pub(in super::super) static CPP: Syntax = Syntax {
    words: Words::new(&[
        (Word::Type, "class struct enum union typename concept new"),
        (Word::Keyword, CPP_WORDS),
        (Word::Keyword, WORDS),
        (Word::KnownType, TYPES),
        (
            Word::KnownType,
            "string vector map set pair tuple optional variant unique_ptr shared_ptr string_view unordered_map unordered_set char8_t char16_t char32_t byte",
        ),
        (Word::Constant, CONSTANTS),
    ]),
    quotes: CPP_QUOTES,
    hash: Hash::Preprocessor,
    ..BRACES
};

/// Shaders and kernels.
pub(in super::super) static SHADER: Syntax = Syntax {
    words: Words::new(&[
        (Word::Type, "struct cbuffer"),
        (Word::Keyword, WORDS),
        (
            Word::Keyword,
            "attribute buffer centroid discard fn flat highp in inout invariant layout let lowp mediump noperspective out patch precision sample smooth uniform var varying __global __kernel __local __constant kernel constant device thread override",
        ),
        (Word::KnownType, TYPES),
        (
            Word::KnownType,
            "vec2 vec3 vec4 ivec2 ivec3 ivec4 uvec2 uvec3 uvec4 bvec2 bvec3 bvec4 mat2 mat3 mat4 sampler sampler2D sampler3D samplerCube float2 float3 float4 float4x4 half uint f32 i32 u32 array texture_2d",
        ),
        (Word::Constant, CONSTANTS),
    ]),
    quotes: QUOTES,
    hash: Hash::Preprocessor,
    annotations: true,
    ..BRACES
};

pub(in super::super) static OBJECTIVE_C: Syntax = Syntax {
    words: Words::new(&[
        (Word::Type, "@interface @implementation @protocol @class"),
        (
            Word::Keyword,
            "@end @property @synthesize @dynamic @selector @encode @try @catch @finally @throw @synchronized @autoreleasepool @import @optional @required @public @private @protected @package @available",
        ),
        (Word::Keyword, WORDS),
        (
            Word::Keyword,
            "self super in out inout nonatomic strong weak copy assign readonly readwrite nullable nonnull __block __weak __strong instancetype import",
        ),
        (Word::KnownType, TYPES),
        (Word::KnownType, "id BOOL SEL IMP Class"),
        (Word::Constant, "nil Nil YES NO NULL true false"),
    ]),
    quotes: &[Quote::between("@\"", "\""), Quote::line("\""), Quote::character()],
    hash: Hash::Preprocessor,
    start: "@",
    ..BRACES
};

pub(in super::super) static C_SHARP: Syntax = Syntax {
    words: Words::new(&[
        (
            Word::Soft,
            "add alias ascending by descending equals from get group into join let on orderby partial remove select set value when where file scoped record and or not",
        ),
        (Word::Type, "class struct interface enum new namespace"),
        (
            Word::Keyword,
            "abstract as async await base break case catch checked const continue default delegate do dynamic else event explicit extern finally fixed for foreach global goto if implicit in init internal is lock managed nameof notnull operator out override params private protected public readonly ref required return sealed sizeof stackalloc static switch this throw try typeof unchecked unmanaged unsafe using var virtual volatile while with yield",
        ),
        (
            Word::KnownType,
            "bool byte char decimal double float int long object sbyte short string uint ulong ushort void nint nuint",
        ),
        (Word::Constant, "true false null"),
    ]),
    quotes: &[
        Quote::between("$\"\"\"", "\"\"\"").raw().fill(Fill::Brace).and_lines(),
        Quote::between("\"\"\"", "\"\"\"").raw().and_lines(),
        Quote::between("$@\"", "\"").escape(Escape::Doubled).fill(Fill::Brace).and_lines(),
        Quote::between("@$\"", "\"").escape(Escape::Doubled).fill(Fill::Brace).and_lines(),
        Quote::between("@\"", "\"").escape(Escape::Doubled).and_lines(),
        Quote::between("$\"", "\"").fill(Fill::Brace),
        Quote::line("\""),
        Quote::character(),
    ],
    hash: Hash::Preprocessor,
    ..BRACES
};

pub(in super::super) static SOLIDITY: Syntax = Syntax {
    words: Words::new(&[
        (Word::Function, "function modifier event error"),
        (Word::Type, "contract interface library struct enum new is"),
        (
            Word::Keyword,
            "abstract anonymous as assembly break calldata catch constant constructor continue delete do else emit external fallback for from if immutable import indexed internal memory override payable pragma private public pure receive return returns revert storage try type unchecked using view virtual while let",
        ),
        (
            Word::KnownType,
            "address bool bytes bytes4 bytes20 bytes32 int int256 int128 mapping string uint uint8 uint16 uint32 uint64 uint128 uint256",
        ),
        (
            Word::Constant,
            "true false this super msg block tx wei gwei ether seconds minutes hours days weeks",
        ),
        (Word::Attribute, "solidity abicoder"),
    ]),
    ..BRACES
};

pub(in super::super) static VERILOG: Syntax = Syntax {
    words: Words::new(&[
        (Word::Type, "module interface package class"),
        (Word::Function, "function task"),
        (
            Word::Keyword,
            "always always_comb always_ff always_latch and assign automatic begin case casex casez const default defparam disable do else end endcase endclass endfunction endgenerate endinterface endmodule endpackage endtask enum for force forever fork generate genvar if import initial inout input integer join localparam logic modport negedge nand nor not or output parameter packed posedge real reg repeat return signed struct time typedef union unsigned void wait while wire xor",
        ),
    ]),
    quotes: &[Quote::line("\"")],
    sigils: "$`",
    capitals: Capitals::Nothing,
    comments: &[Comment::line("//"), Comment::block("/*", "*/")],
    ..BRACES
};
