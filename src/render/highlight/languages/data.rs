//! Queries and data.

use super::super::syntax::{BARE, BRACES, Capitals, Comment, Escape, Quote, Shape, Syntax};
use super::super::words::{Word, Words};

pub(in super::super) static SQL: Syntax = Syntax {
    words: Words::new(&[
        (
            Word::Keyword,
            "add after all alter analyze and any as asc auto_increment begin between by cascade case cast change check collate column comment commit constraint copy create cross current database databases declare default delete delimiter desc describe distinct drop each else elseif end engine escape except execute exists explain fetch for foreign from full function grant group having if ignore in index inner insert intersect interval into is join key lateral leading left like limit lock loop match merge modify natural not offset on only or order outer over partition primary procedure recursive references rename repeat replace restrict return returning returns revoke right rollback row rows schema select set show some start table tables temporary then to top trailing transaction trigger truncate union unique unlock update use using values view when where while window with within without charset character unsigned materialized conflict do nothing",
        ),
        (
            Word::KnownType,
            "int integer bigint smallint tinyint mediumint serial bigserial decimal numeric real float double precision boolean bool char varchar nvarchar text mediumtext longtext blob bytea date time datetime timestamp timestamptz year json jsonb uuid enum array binary varbinary",
        ),
        (Word::Constant, "true false null current_timestamp current_date unknown"),
    ]),
    fold: true,
    comments: &[Comment::line("--"), Comment::block("/*", "*/"), Comment::line("#")],
    quotes: &[
        Quote::lines("'").escape(Escape::Doubled),
        Quote::lines("\"").escape(Escape::Doubled),
        Quote::line("`").raw(),
        Quote::between("$", "$").shape(Shape::Dollars).raw().and_lines(),
    ],
    sigils: "@:",
    calls: true,
    ..BARE
};

pub(in super::super) static JSON: Syntax = Syntax {
    words: Words::new(&[(Word::Constant, "true false null NaN Infinity")]),
    keys: true,
    calls: false,
    capitals: Capitals::Nothing,
    constants: false,
    assigns: b':',
    ..BRACES
};

/// Graphs and diagrams as text.
pub(in super::super) static DIAGRAM: Syntax = Syntax {
    words: Words::new(&[(
        Word::Keyword,
        "graph digraph subgraph strict node edge flowchart sequenceDiagram classDiagram stateDiagram stateDiagram-v2 erDiagram gantt pie gitGraph journey mindmap timeline participant actor note over loop alt else opt par and end activate deactivate title section dateFormat axisFormat direction style classDef class click TD TB LR RL BT as @startuml @enduml @startmindmap @endmindmap skinparam start stop if then endif",
    )]),
    comments: &[
        Comment::line("%%"),
        Comment::line("//"),
        Comment::line("'").at(super::super::syntax::Where::LineStart),
        Comment::block("/*", "*/"),
    ],
    quotes: &[Quote::line("\"")],
    start: "@",
    inner: "-",
    ..BARE
};
