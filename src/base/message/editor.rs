//! Sentences of the language server.

messages! { area = "editor";
    // Beside the text.

    /// The legal basis of a finding.
    basis(basis) { zh: "依据：{basis}", en: "Basis: {basis}" }
    /// How to mend it.
    remedy(help) { zh: "怎么改：{help}", en: "Remedy: {help}" }
    /// Over the legal basis.
    head_basis() { zh: "依据", en: "Basis" }
    /// Over the reason.
    head_why() { zh: "为什么", en: "Why" }
    /// Over the remedy.
    head_remedy() { zh: "怎么改", en: "Remedy" }
    /// An example of a key.
    example(example) { zh: "例：{example}", en: "Example: {example}" }

    // Quick fixes.

    /// An edit that takes away.
    delete() { zh: "删掉", en: "Delete" }
    /// An edit that adds.
    insert(text) { zh: "加上“{text}”", en: "Add “{text}”" }
    /// An edit that changes.
    replace(text) { zh: "改为“{text}”", en: "Change to “{text}”" }
    /// A comment that answers for a finding.
    ignore(rule) { zh: "保留原样，在上面写明理由（忽略 {rule}）", en: "Keep it and say why above (ignore {rule})" }
    /// What stands where the writer says why.
    reason() { zh: "理由", en: "reason" }

    // The conversation.

    /// A message that cannot be read.
    no_json() { zh: "这条消息不是 JSON", en: "The message is no JSON" }
    /// JSON, and no message.
    no_message() { zh: "这条消息没有 method", en: "The message has no method" }
    /// Something was asked too early.
    not_initialized() { zh: "先要发 initialize", en: "initialize comes first" }
    /// Something was asked too late, or twice.
    not_now(method) { zh: "现在不能发 {method}", en: "{method} cannot be asked now" }
    /// A method that is not there.
    no_method(method) { zh: "没有方法 {method}", en: "There is no method {method}" }
    /// Parameters that do not fit.
    bad_params(method, reason) { zh: "{method} 的参数不对：{reason}", en: "The parameters of {method} do not fit: {reason}" }
    /// A head that is none.
    bad_header(line) { zh: "消息头看不懂：{line}", en: "This is no header of a message: {line}" }
    /// A head without a length.
    no_length() { zh: "消息头里没有 Content-Length", en: "The header has no Content-Length" }
    /// A message that is too long.
    too_long(bytes, limit) { zh: "消息有 {bytes} 字节，超过了 {limit}", en: "The message has {bytes} bytes, more than {limit}" }
    /// The stream ended inside a message.
    cut_off() { zh: "消息没有发完，连接就断了", en: "The stream ended inside a message" }
    /// What to do about it.
    stream_help() {
        zh: "qianfa lsp 由编辑器启动，设置方法见 docs/editors.md",
        en: "qianfa lsp is started by an editor: see docs/editors.md",
    }
}
