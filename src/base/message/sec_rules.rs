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
    // sec.approval

    /// Nothing covers everything.
    approval_gap() { zh: "没有一条规则管到全部内容（match: all），会有文章没人签也能发", en: "No rule covers everything (`match: all`), so some articles need nobody's sign-off" }
    /// How to mend it.
    approval_gap_help() { zh: "加一条 match: all: true 的规则，由写稿人以外的角色签", en: "Add a rule with `match: all: true` whose role is not the writers'" }
    /// A safeguard is off.
    approval_off(key) { zh: "{key} 关掉了，作者可能给自己签字", en: "{key} is off, so authors may sign their own work" }
    /// How to mend it.
    approval_off_help() { zh: "改回 true，或删去这一行", en: "Set it to true, or delete the line" }
    // sec.embargo

    /// Too early.
    embargo(until) { zh: "排期早于解禁时间 {until}", en: "Scheduled before the embargo ends at {until}" }
    /// Never.
    embargo_never(until) { zh: "最迟发布时间早于解禁时间 {until}，永远发不出去", en: "The last moment to publish is before the embargo ends at {until}" }
    /// How to mend it.
    embargo_help() { zh: "改到解禁之后，或与信息提供方确认后修改 embargo", en: "Publish later, or agree on another `embargo` with whoever set it" }
    // sec.unreleased-figure

    /// Too early.
    unreleased(metric, release) { zh: "“{metric}”的这个数字 {release} 才公布", en: "This figure of {metric} is not to be told before {release}" }
    /// The text says so itself.
    unreleased_told(shown) { zh: "“{shown}”说的是还没有公布的数字", en: "“{shown}” tells a figure that is not released yet" }
    /// How to mend it.
    unreleased_help() { zh: "等公布之后再发，或删去数字", en: "Publish later, or leave the figure out" }
    // sec.silent-period

    /// Too loud.
    silent(shown, from, to) { zh: "“{shown}”在谈业绩，{from} 至 {to} 是静默期", en: "“{shown}” is about results, and {from} to {to} is a quiet period" }
    /// How to mend it.
    silent_help() { zh: "删去，或移到报告公布之后发", en: "Leave it out, or publish after the report" }
    // sec.customer

    /// Named.
    customer(name) { zh: "写了客户“{name}”，没有许可", en: "The customer {name} is named without permission" }
    /// The text says so itself.
    customer_told(shown) { zh: "“{shown}”疑似把客户的名字、价格或合同说了出去", en: "“{shown}” may give away a customer's name, price or contract" }
    /// How to mend it.
    customer_help() { zh: "隐去名字，或取得书面许可，写进 policy/customers.yaml 的 permission", en: "Leave out the name, or get a written permission and put it into policy/customers.yaml" }
    // sec.metadata

    /// A document.
    metadata_office(name) { zh: "{name} 可能带有作者、修订和批注", en: "{name} may hold authors, revisions and comments" }
    /// A source file.
    metadata_design(name) { zh: "{name} 是设计源文件，可能带有隐藏图层和作者", en: "{name} is a design file that may hold hidden layers and authors" }
    /// A picture.
    metadata_author(file, author) { zh: "{file} 的元数据里有作者“{author}”", en: "The metadata of {file} names {author}" }
    /// How to mend it.
    metadata_help() { zh: "移出文章目录，或导出为不含修订和属性的文件", en: "Move it out of the bundle, or export it without revisions and properties" }
}
