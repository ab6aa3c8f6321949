//! What the command line itself says.

messages! { area = "cli";
    /// Before every failure.
    error_head() { zh: "错误：", en: "error: " }
    /// Before every hint.
    help_head() { zh: "办法：", en: "help: " }
    /// No site upwards.
    no_site() { zh: "这里和上级目录都没有 qianfa.yaml", en: "No qianfa.yaml here or in any folder above" }
    /// No site in the folder that `--site` names.
    no_site_in(path) { zh: "{path} 里没有 qianfa.yaml", en: "No qianfa.yaml in {path}" }
    /// How to get a site.
    no_site_help() { zh: "到站点目录里运行，或用 --site 指明目录", en: "Run inside a site, or name its folder with --site" }
    /// The present folder cannot be read.
    no_folder(reason) { zh: "读不了当前目录：{reason}", en: "Cannot read the current folder: {reason}" }
    /// `--now` is no time.
    bad_now(typed) { zh: "看不懂 --now 的时间“{typed}”", en: "Cannot read the time of --now: {typed}" }
    /// How to write a time.
    bad_now_help() { zh: "写成 2026-12-21T20:00（站点时区）或 2026-12-21T20:00:00+08:00", en: "Write 2026-12-21T20:00 (the site's zone) or 2026-12-21T20:00:00+08:00" }
    /// The site's configuration cannot be used.
    broken_site(path) { zh: "{path} 用不了，站点没法读", en: "{path} is unusable, so the site cannot be read" }
    /// Where the reasons are.
    broken_site_help() { zh: "运行 qianfa check 看每一处问题", en: "Run qianfa check to see every problem" }
    /// Unknown command.
    unknown_command(name) { zh: "没有命令“{name}”", en: "No such command: {name}" }
    /// Unknown option or argument.
    unknown_argument(name) { zh: "没有参数“{name}”", en: "No such argument: {name}" }
    /// A required argument is missing.
    missing_argument(name) { zh: "缺少参数 {name}", en: "Missing argument {name}" }
    /// An option has no value.
    missing_value(name) { zh: "{name} 后面要有值", en: "{name} needs a value" }
    /// A value does not fit.
    invalid_value(name, value) { zh: "{name} 的值“{value}”不合适", en: "{value} does not fit {name}" }
    /// Two options exclude each other.
    conflict(name, other) { zh: "{name} 不能和 {other} 同用", en: "{name} cannot be used with {other}" }
    /// Another usage error.
    usage(reason) { zh: "命令写得不对：{reason}", en: "{reason}" }
    /// A near word.
    did_you_mean(value) { zh: "可以写：{value}", en: "Perhaps: {value}" }
    /// Where help is.
    see_help() { zh: "加 --help 看用法", en: "Add --help for usage" }
    /// No such account.
    no_account(name) { zh: "没有账号“{name}”", en: "There is no account {name}" }
    /// The accounts there are.
    known_accounts(names) { zh: "改成 qianfa.yaml 里有的账号：{names}", en: "Name one of qianfa.yaml: {names}" }
    /// No such edition.
    no_edition(name) { zh: "没有哪一期或哪篇文章叫“{name}”", en: "No edition and no article is called {name}" }
    /// What to name.
    no_edition_help() { zh: "写文章的路径（如 content/ops/calendar）或 publish.edition 里的期名", en: "Name the path of an article (such as content/ops/calendar) or a publish.edition" }
    /// Not scheduled.
    at_no_time() { zh: "没排时间", en: "not scheduled" }
    /// The next free slot.
    at_next_slot() { zh: "下一个空档", en: "the next free slot" }
    /// The next free slot of a day.
    at_day(day) { zh: "{day} 的下一个空档", en: "the next free slot on {day}" }
    /// An exact time.
    at_time(time) { zh: "{time}", en: "{time}" }
    /// Mode mass.
    mode_mass() { zh: "群发", en: "mass send" }
    /// Mode publish.
    mode_publish() { zh: "发布（不推送）", en: "publish (not pushed)" }
    /// Mode draft.
    mode_draft() { zh: "只存草稿", en: "draft only" }
    /// Everybody.
    audience_all() { zh: "全部用户", en: "all followers" }
    /// Those with a tag.
    audience_tag(tag) { zh: "标签“{tag}”的用户", en: "followers tagged {tag}" }
}
