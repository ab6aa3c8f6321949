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
}
