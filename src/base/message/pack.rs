//! Sentences about term packs: the word lists of a site.

messages! { area = "pack";
    /// A condition of a term that nobody knows.
    bad_when(condition) { zh: "不认识的条件 {condition}", en: "Unknown condition {condition}" }
    /// A part of the text that nobody knows.
    bad_zone(zone) { zh: "不认识的位置 {zone}", en: "Unknown zone {zone}" }
    /// A cue that nobody knows.
    bad_cue(cue) { zh: "不认识的线索 {cue}", en: "Unknown cue {cue}" }
    /// A pattern that cannot be compiled.
    bad_pattern(pattern, reason) { zh: "正则 {pattern} 有误：{reason}", en: "Pattern {pattern} is broken: {reason}" }
    /// A plain list that cannot be read here.
    no_list() { zh: "这里不能引用词表文件", en: "A list cannot be named here" }
    /// How a plain list is named.
    list_help() {
        zh: "把词表文件放在 policy/rules/ 下，一行一个词，UTF-8，words 只写文件名",
        en: "Put the list into policy/rules/, a word a line, UTF-8, and write its file name only",
    }
    /// How conditions are written.
    when_help() {
        zh: "改成 any、ad、not-ad、editorial、notice、article、campaign、title、minors、industry:行业、not-industry:行业；同时成立用 + 连接，如 ad+industry:food|drug",
        en: "Write any, ad, not-ad, editorial, notice, article, campaign, title, minors, industry:name or not-industry:name; join with +, as in ad+industry:food|drug",
    }
    /// How zones are written.
    zone_help() {
        zh: "改成 title、summary、front、heading、paragraph、item、cell、footnote、alt、value、quote、link、first-screen 或 body；前面加 not- 表示除外",
        en: "Write title, summary, front, heading, paragraph, item, cell, footnote, alt, value, quote, link, first-screen or body; not- in front excludes it",
    }
    /// Which cues there are.
    cue_help() {
        zh: "改成 price、percent、year、number、brand、owner、goods 等已有的线索名，见 docs/term-packs.md",
        en: "Write a known cue, such as price, percent, year, number, brand, owner or goods; see docs/term-packs.md",
    }
    /// How patterns are written.
    pattern_help() {
        zh: "按 Rust regex 的语法改写，没有前后断言",
        en: "Write it in Rust regex syntax, which has no look-around",
    }
}
