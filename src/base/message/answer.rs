//! Sentences about what somebody answers for: suppressions, exceptions, baselines.

messages! { area = "answer";
    // How a finding is answered for.

    /// By a comment.
    in_a_comment(reason) { zh: "行内说明已答复：{reason}", en: "answered for in the text: {reason}" }
    /// In the front matter.
    asked(reason) { zh: "已申请例外（{reason}），签发之后才算数", en: "an exception is asked for ({reason}); it counts once it is signed off" }
    /// In the front matter, and signed.
    signed(people, reason) { zh: "{people} 已签字认可这处例外：{reason}", en: "answered for, signed by {people}: {reason}" }

    // Comments and regions.

    /// A comment without a reason.
    no_reason() { zh: "忽略说明没有写理由，不起作用", en: "The ignore comment gives no reason and has no effect" }
    /// How a comment is written in Markdown.
    no_reason_help() {
        zh: "写成 <!-- qianfa-ignore 规则名: 理由 -->",
        en: "Write <!-- qianfa-ignore rule: reason -->",
    }
    /// How a comment is written in YAML.
    no_reason_yaml_help() { zh: "写成 # qianfa-ignore 规则名: 理由", en: "Write # qianfa-ignore rule: reason" }
    /// A comment without a rule.
    no_rule() { zh: "忽略说明没有写规则名，不起作用", en: "The ignore comment names no rule and has no effect" }
    /// A rule that does not exist.
    unknown_rule(rule) { zh: "没有规则 {rule}", en: "There is no rule {rule}" }
    /// A rule that must not be ignored.
    never_ignored(rule) { zh: "{rule} 的问题不能忽略", en: "Findings of {rule} cannot be ignored" }
    /// What to do instead.
    never_ignored_help() { zh: "照它的提示改好文件；用 qianfa explain 看说明", en: "Mend the file as its finding says; qianfa explain tells more" }
    /// A comment that is not known.
    unknown_comment(word) { zh: "不认识的说明 {word}", en: "Unknown comment {word}" }
    /// Which comments there are.
    unknown_comment_help() {
        zh: "能写的有 qianfa-ignore、qianfa-ignore-begin 和 qianfa-ignore-end",
        en: "There are qianfa-ignore, qianfa-ignore-begin and qianfa-ignore-end",
    }
    /// A date that cannot be read.
    bad_date(date) { zh: "期限“{date}”不是日期，这条忽略说明不起作用", en: "{date} is no date: the ignore comment has no effect" }
    /// How a date is written.
    bad_date_help() { zh: "写成 until=2026-12-31，当天还有效", en: "Write until=2026-12-31; that day is included" }
    /// A comment that is over.
    expired(rule, date) { zh: "对 {rule} 的忽略说明到 {date} 为止，已过期", en: "The comment that ignores {rule} ended on {date}" }
    /// What to do about it.
    expired_help() { zh: "改好这一处，或重新评审之后延长期限", en: "Mend the place, or have it reviewed again and extend the date" }
    /// A comment at the end.
    nothing_follows(rule) { zh: "忽略 {rule} 的说明后面没有段落", en: "No block follows the comment that ignores {rule}" }
    /// A comment that ignores nothing.
    unused(rule) { zh: "下一段没有 {rule} 的问题，这条忽略说明多余", en: "The next block has no finding of {rule}: the ignore comment is unused" }
    /// A region that ignores nothing.
    unused_region(rule) { zh: "这一段区域里没有 {rule} 的问题，忽略说明多余", en: "The region has no finding of {rule}: the ignore comment is unused" }
    /// What to do with it.
    unused_help() { zh: "删去这条说明，或移到对应段落的正上方", en: "Delete the comment, or move it right above the block it is about" }
    /// A region without an end.
    unclosed() { zh: "qianfa-ignore-begin 没有对应的 qianfa-ignore-end，不起作用", en: "This qianfa-ignore-begin has no qianfa-ignore-end and has no effect" }
    /// How a region ends.
    unclosed_help() { zh: "在区域末尾写 <!-- qianfa-ignore-end -->", en: "Write <!-- qianfa-ignore-end --> where the region ends" }
    /// An end without a beginning.
    unmatched() { zh: "qianfa-ignore-end 前面没有对应的 qianfa-ignore-begin", en: "No qianfa-ignore-begin stands before this qianfa-ignore-end" }
    /// What to do with it.
    unmatched_help() { zh: "删去它，或在区域开头写 <!-- qianfa-ignore-begin 规则名: 理由 -->", en: "Delete it, or write <!-- qianfa-ignore-begin rule: reason --> where the region begins" }

    // Exceptions in the front matter.

    /// An exception without a reason.
    waiver_no_reason(rule) { zh: "对 {rule} 的例外没有写理由，不起作用", en: "The exception from {rule} gives no reason and has no effect" }
    /// How it is written.
    waiver_no_reason_help() { zh: "加上 reason，写明依据什么可以这样写", en: "Add `reason`: what allows it to be written so" }
    /// An exception that is over.
    waiver_expired(rule) { zh: "对 {rule} 的例外已过期", en: "The exception from {rule} has expired" }
    /// An exception that nothing needs.
    waiver_unused(rule) { zh: "文章里没有 {rule} 的问题，这条例外多余", en: "The article has no finding of {rule}: the exception is unused" }
    /// What to do with it.
    waiver_unused_help() { zh: "从 sensitive_ok 里删去这一条，或核对 text 写的是不是原文", en: "Remove it from sensitive_ok, or compare `text` with what the article says" }
    /// Sign-offs could not be read.
    unread(reason) {
        zh: "读不到签发记录，申请的例外仍按错误算：{reason}",
        en: "The sign-offs cannot be read, so exceptions that are asked for stay errors: {reason}",
    }
    /// Sign-offs were read as they were known here.
    from_memory(reason) {
        zh: "连不上远端，按上次读到的签发记录算：{reason}",
        en: "The remote cannot be reached; sign-offs are those that were read last: {reason}",
    }

    // Baselines.

    /// A baseline that cannot be read.
    no_baseline(path, reason) { zh: "读不了基线 {path}：{reason}", en: "Cannot read the baseline {path}: {reason}" }
    /// How a baseline comes to be.
    no_baseline_help(path) { zh: "先用 qianfa check --write-baseline {path} 写一份", en: "Write one with qianfa check --write-baseline {path}" }
    /// A file that is no baseline.
    not_a_baseline() { zh: "内容不是基线文件", en: "it does not hold a baseline" }
    /// A baseline of another form.
    baseline_version(version) { zh: "格式版本 {version} 不认识", en: "form {version} is not known" }
    /// What was written.
    baseline_written(path, count) { zh: "{path}：记下了 {count} 个问题", en: "{path}: {count} findings noted" }
    /// How many findings a baseline hides.
    baseline_hidden(count) { zh: "基线里的 {count} 个旧问题没有列出，也不计数", en: "{count} findings of the baseline are neither listed nor counted" }
    /// Entries that nothing answers to any more.
    baseline_gone(count, rule, path) {
        zh: "基线里 {path} 的 {count} 个 {rule} 问题已经没有了",
        en: "{count} findings of {rule} in {path} are in the baseline and no longer there",
    }
    /// What to do about them.
    baseline_gone_help(path) { zh: "再跑一次 qianfa check --write-baseline {path}，基线就会变短", en: "Run qianfa check --write-baseline {path} again to make it shorter" }
}
