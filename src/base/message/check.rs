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
    /// A family in the place of a rule.
    is_a_family(name) {
        zh: "{name} 是一族规则；用 qianfa rules --family {name} 查看",
        en: "{name} is a family of rules: qianfa rules --family {name} lists them",
    }
    /// A family that does not exist.
    no_family(name) { zh: "没有规则族“{name}”", en: "There is no family of rules {name}" }
    /// The families that there are.
    families(names) { zh: "有这些规则族：{names}", en: "The families are {names}" }
    /// A law that no rule stands on.
    no_law(name) { zh: "没有依据“{name}”的规则", en: "No rule stands on {name}" }
    /// How a law is named.
    no_law_help() {
        zh: "写法规名里的字（如 广告法）或简称（如 AD-9），用 qianfa rules --format markdown 查看全部依据",
        en: "Type a part of its name (广告法) or its short name (AD-9); qianfa rules --format markdown shows every basis",
    }
    /// No rule is left.
    no_rules() { zh: "没有同时符合这些条件的规则", en: "No rule meets all of these conditions" }
    /// The language of the documentation, for those who read English.
    chinese_documentation() {
        zh: "以下说明只有中文。",
        en: "The documentation below is in Chinese; title, level and messages are in English too.",
    }
    /// The generated page of rules: heading and how it is made.
    rules_page() {
        zh: "# 规则一览\n\n<!-- 由程序生成；重新生成：cargo run -q -- rules --format markdown > docs/rules.md -->\n\n每条的详细说明（查什么、为什么、反例、正例、怎么改、例外）用 `qianfa explain 规则名` 查看；怎么用见 [check.md](check.md)。",
        en: "# Rules\n\n<!-- Generated; again with: cargo run -q -- --lang en rules --format markdown -->\n\n`qianfa explain RULE` shows the documentation of each, in Chinese.",
    }
    /// The heads of its tables.
    rules_head() { zh: "| 规则 | 级别 | 查什么 | 依据 | 自 |", en: "| rule | level | about | basis | since |" }
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
    // Families.

    /// ad.
    family_ad() { zh: "广告", en: "Advertising" }
    /// asset.
    family_asset() { zh: "图片与文件", en: "Pictures and files" }
    /// campaign.
    family_campaign() { zh: "活动方案", en: "Campaign plans" }
    /// comment and community.
    family_community() { zh: "社群与评论", en: "Community and comments" }
    /// cr.
    family_cr() { zh: "版权、字体、肖像", en: "Copyright, fonts, portraits" }
    /// crisis.
    family_crisis() { zh: "突发与危机", en: "Crises" }
    /// desk.
    family_desk() { zh: "社群、回复、危机的安排", en: "Plans for groups, replies and crises" }
    /// gov.
    family_gov() { zh: "内容治理", en: "Content governance" }
    /// link.
    family_link() { zh: "链接", en: "Links" }
    /// md.
    family_md() { zh: "Markdown 写法", en: "Markdown" }
    /// own.
    family_own() { zh: "本站自己的词", en: "The site's own terms" }
    /// payload and policy.
    family_signoff() { zh: "签发", en: "Sign-off" }
    /// pii.
    family_pii() { zh: "个人信息", en: "Personal data" }
    /// price.
    family_price() { zh: "价格", en: "Prices" }
    /// promo.
    family_promo() { zh: "促销与抽奖", en: "Promotions and prizes" }
    /// render.
    family_render() { zh: "排版", en: "Rendering" }
    /// schedule.
    family_schedule() { zh: "排期", en: "Schedule" }
    /// sec.
    family_sec() { zh: "保密与凭据", en: "Secrets and credentials" }
    /// site.
    family_site() { zh: "站点的文件与设置", en: "Files and settings of the site" }
    /// text.
    family_text() { zh: "文字", en: "Text" }
    /// theme.
    family_theme() { zh: "主题", en: "Themes" }
    /// tm.
    family_tm() { zh: "商标与专利", en: "Trade marks and patents" }
    /// uc.
    family_uc() { zh: "不正当竞争", en: "Unfair competition" }
    /// wx.
    family_wx() { zh: "微信平台规则", en: "WeChat's own rules" }
    /// zh.
    family_zh() { zh: "中文排版与校对", en: "Chinese typography and proofreading" }

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
