//! Sentences of `check`, `rules` and `explain`.

messages! { area = "check";
    /// A path that does not exist.
    no_path(path) { zh: "没有 {path}", en: "There is no {path}" }
    /// A path outside of the site.
    path_outside(path) { zh: "{path} 不在站点里", en: "{path} is not in the site" }
    /// How to name a path.
    path_help() { zh: "写站点里的文件或目录", en: "Name a file or folder of the site" }
    /// A rule or family that does not exist.
    no_rule(name) { zh: "没有规则“{name}”", en: "There is no rule {name}" }
    /// A return code that is not known.
    no_code(code) { zh: "返回码表里没有 {code}", en: "{code} is not in the table of return codes" }
    /// What to do about an unknown return code.
    no_code_help() { zh: "到微信公众平台文档的“全局返回码”页查", en: "Look it up on the platform's page of global return codes" }
    /// Standard input cannot be read.
    no_input(reason) { zh: "读不了标准输入：{reason}", en: "Cannot read standard input: {reason}" }
    /// Findings could not be written.
    no_output(reason) { zh: "写不出结果：{reason}", en: "Cannot write the results: {reason}" }
    /// What was mended.
    mended(edits, path) { zh: "{path}：改了 {edits} 处", en: "{path}: {edits} mended" }
    /// Hints that are not shown.
    hidden(count) { zh: "没有列出 {count} 个提示；加 --level info 查看", en: "{count} hints are not listed; add --level info" }
    /// Level of a rule in a table.
    facts(id, level, since) { zh: "{id} · {level} · 自 {since} 版", en: "{id} · {level} · since {since}" }
    /// Facts of a rule of form.
    form_facts(id, level) { zh: "{id} · {level} · 读站点时检查", en: "{id} · {level} · checked while the site is read" }
    /// The bases of a rule.
    bases(list) { zh: "依据：{list}", en: "Basis: {list}" }
    /// A return code of the platform.
    code(code, errmsg) { zh: "返回码 {code}（{errmsg}）", en: "Return code {code} ({errmsg})" }
    /// What to do about a return code.
    advice(advice) { zh: "怎么办：{advice}", en: "What to do: {advice}" }
    /// How long to wait.
    pause(seconds) { zh: "至少等 {seconds} 秒再试", en: "Wait at least {seconds} seconds before trying again" }
    /// A code that passes.
    class_retry() { zh: "暂时性的：稍后重试", en: "Passing: try again later" }
    /// A code about the token.
    class_token() { zh: "令牌失效：换一个再试一次", en: "The token is no longer good: fetch another and try once more" }
    /// A code that waits for a quota or a review.
    class_wait() { zh: "要等额度或审核", en: "Wait for a quota or a review" }
    /// A code that is final.
    class_final() { zh: "请求本身有问题：重试没有用", en: "The request itself is wrong: repeating it does not help" }
    /// A code that asks for a person.
    class_human() { zh: "要有人到后台处理", en: "Somebody must act in the console" }
    /// A code that counts as done.
    class_success() { zh: "算作成功", en: "Counts as done" }
}
