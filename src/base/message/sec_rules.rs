//! Sentences of the rules about what is not public yet.

messages! { area = "sec-rules";
    // sec.internal

    /// A mark of internal material.
    internal(term) { zh: "“{term}”是内部资料的标记", en: "“{term}” marks internal material" }
    /// A file that should have stayed inside.
    internal_file(name) { zh: "文件名 {name} 像是内部材料或草稿", en: "The name of {name} sounds like internal or unfinished material" }
    /// How to mend it.
    internal_file_help() { zh: "核实能否公开；能公开就换个名字，不能就移出文章目录", en: "Find out whether it may be public: if so rename it, if not move it out of the bundle" }
    // sec.inside

    /// A material event without an announcement.
    inside(event) { zh: "“{event}”疑似尚未公告的重大事项", en: "“{event}” may be a material event that is not announced yet" }
    /// How to mend it.
    inside_help() { zh: "等正式公告以后再发，并写明公告编号（front matter 的 announcement_no）", en: "Wait for the announcement and give its number (`announcement_no` in the front matter)" }
}
