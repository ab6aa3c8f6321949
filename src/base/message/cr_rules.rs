//! Sentences of the rules about whose text, pictures and good name it is.

messages! { area = "cr-rules";
    // cr.defame

    /// An accusation of a named party.
    defame(accusation) { zh: "点名说“{accusation}”，这一段没有判决、处罚等依据", en: "“{accusation}” is said of a named party and the paragraph cites no judgment or penalty" }
    /// How to mend it.
    defame_help() { zh: "写可核实的事实和出处（判决书、处罚决定），附对方回应；没有依据就删去", en: "Write facts with their source (judgment, penalty) and the other side's answer; delete what has no proof" }
}
