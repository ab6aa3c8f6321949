//! Sentences of the frame around findings.

messages! { area = "finding";
    /// Name of the level error.
    level_error() { zh: "错误", en: "error" }
    /// Name of the level warning.
    level_warning() { zh: "警告", en: "warning" }
    /// Name of the level info.
    level_info() { zh: "提示", en: "info" }
    /// Name of the line that holds the legal basis.
    basis() { zh: "依据", en: "basis" }
    /// Name of the line that says how to mend it.
    help() { zh: "怎么改", en: "help" }
    /// Name of the line that says who answers for it.
    answer() { zh: "答复", en: "answer" }
    /// More second places than are shown.
    more_places(count) { zh: "另有 {count} 处没有列出", en: "{count} more places are not listed" }
    /// Name of the line that shows a second place.
    see() { zh: "参见", en: "see" }
    /// Name of the line that says why a rule applies.
    because() { zh: "原因", en: "reason" }
    /// A sentence and the place that it is about.
    at(sentence, place) { zh: "{sentence}（{place}）", en: "{sentence} ({place})" }
    /// Last line of the human output.
    summary(errors, warnings, infos) {
        zh: "{errors} 个错误，{warnings} 个警告，{infos} 个提示",
        en: "errors: {errors}, warnings: {warnings}, hints: {infos}",
    }
    /// Last line of the human output when there is nothing to say.
    clean() { zh: "没有发现问题", en: "No findings" }
}
