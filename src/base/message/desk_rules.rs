//! Sentences of the rules about the desk's plans: groups, replies, crises.

messages! { area = "desk-rules";
    // desk.community

    /// Parts that are missing.
    community(missing) { zh: "社群公约缺 {missing}", en: "The rules of the group lack {missing}" }
    /// How to mend it.
    community_help() { zh: "补齐这些键；写法见 docs/rules.md 的 desk.community", en: "Add these keys; see desk.community in docs/rules.md" }
    // desk.reply

    /// Too slow.
    reply_slow(minutes, most) { zh: "回复时限 {minutes} 分钟，超过约定的 {most} 分钟", en: "{minutes} minutes to reply, more than the agreed {most}" }
    /// Parts that are missing.
    reply_missing(missing) { zh: "回复安排缺 {missing}", en: "The arrangements for replies lack {missing}" }
    /// How to mend it.
    reply_help() { zh: "写 reply_sla_minutes（不超过 120）、hours（服务时间）、stand_in（替班）", en: "Write reply_sla_minutes (at most 120), hours and stand_in" }
    // desk.crisis

    /// Parts that are missing.
    crisis(missing) { zh: "危机预案缺 {missing}", en: "The crisis plan lacks {missing}" }
    /// Too slow.
    crisis_slow(minutes, most) { zh: "首次响应 {minutes} 分钟，超过约定的 {most} 分钟", en: "{minutes} minutes to the first response, more than the agreed {most}" }
    /// Points of the notice about leaked data.
    crisis_leak(missing) { zh: "信息泄露告知缺 {missing}", en: "The notice about leaked data lacks {missing}" }
    /// Reports that come too late.
    crisis_report(name, minutes) { zh: "向{name}报告定在 {minutes} 分钟内，较大以上事件须在 4 小时内", en: "{minutes} minutes to report to {name}; larger incidents are to be reported within 4 hours" }
    /// How to mend it.
    crisis_help() { zh: "补齐或改正这些键，并演练一次", en: "Add or correct these keys, and rehearse the plan" }
    // desk.statement

    /// Blame.
    statement_blame(shown) { zh: "声明里的“{shown}”：事实查清前不指责任何一方", en: "“{shown}” in the statement: blame nobody before the facts are known" }
    /// Deletion.
    statement_delete(shown) { zh: "声明里的“{shown}”：不承诺删除", en: "“{shown}” in the statement: promise no deletion" }
    /// Too sure.
    statement_absolute(shown) { zh: "声明里的“{shown}”：把话说死了", en: "“{shown}” in the statement leaves no way back" }
    /// No next time.
    statement_next() { zh: "声明没有写下一次通报的时间", en: "The statement does not say when more will be told" }
    /// How to mend it.
    statement_help() { zh: "只写已确认的事实、正在做的事、下一次通报的时间和渠道", en: "Say what is confirmed, what is being done, and when and where more will be told" }
}
