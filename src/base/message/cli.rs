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
    /// Some of the site could not be read.
    unread(count) { zh: "站点里有 {count} 处读不通；写在那里的文章不在结果里，也不会投递，改好再运行一次", en: "Errors in reading the site: {count}; articles that stand there are not in the result and do not go out. Mend them and run again" }
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
    /// First lines of the demonstration.
    demo_opening(name, count, folder) { zh: "演示：{name} 的 {count} 期内容，从检查到发布，全程在临时副本 {folder} 里", en: "Demonstration: {count} editions of {name}, from check to publication, in the scratch copy {folder}" }
    /// Act of the demonstration.
    demo_act_repository() { zh: "放进 git：临时仓库、裸远端", en: "Into git: a scratch repository and a bare remote" }
    /// Act of the demonstration.
    demo_act_check() { zh: "检查：法律和平台规则", en: "Check: law and platform rules" }
    /// Act of the demonstration.
    demo_act_build() { zh: "渲染：手机上的样子", en: "Render: what phones will show" }
    /// Act of the demonstration.
    demo_act_plan() { zh: "计划：还没有人签，什么也发不出去", en: "Plan: nobody has signed, nothing goes out" }
    /// Act of the demonstration.
    demo_act_sign() { zh: "签发：对着确切的字节签名", en: "Sign off: over exact bytes" }
    /// Act of the demonstration.
    demo_act_edit() { zh: "签完又改了一句", en: "An edit after sign-off" }
    /// Act of the demonstration.
    demo_act_deliver() { zh: "逐期签发，准点投递", en: "Sign the others, deliver each on time" }
    /// Act of the demonstration.
    demo_act_again() { zh: "再跑一遍：什么也不会发生", en: "Once more: nothing happens" }
    /// Act of the demonstration.
    demo_act_end() { zh: "结局：账本和平台各说一遍", en: "The end, as the ledger and the platform tell it" }
    /// Lines of output that are not shown.
    demo_skipped(count) { zh: "……（略去 {count} 行）", en: "… ({count} lines left out)" }
    /// What the writer does after sign-off.
    demo_edited(path) { zh: "（作者在 {path} 末尾又添了一句）", en: "(the writer adds a sentence at the end of {path})" }
    /// Exit code of the refused delivery.
    demo_exit_code(code) { zh: "  （退出码 {code}）", en: "  (exit code {code})" }
    /// Before the addresses.
    demo_addresses() { zh: "读者能看到的：", en: "What readers see:" }
    /// Last line of the demonstration, the same in every language: programs read it.
    demo_summary(count, duplicated, refused) { zh: "demo: {count} editions published, {duplicated} duplicated, {refused} unapproved edit refused", en: "demo: {count} editions published, {duplicated} duplicated, {refused} unapproved edit refused" }
    /// Everything stays.
    demo_kept(folder, address) { zh: "副本留在 {folder}，平台替身在 {address}；按 Ctrl-C 结束", en: "The copy stays in {folder}, the stand-in for the platform at {address}; Ctrl-C ends it" }
    /// The site has nothing to show.
    demo_nothing_due() { zh: "站点里没有排了确切时间的待发内容", en: "The site has no ready edition with an exact time" }
    /// The program does not find itself.
    demo_no_program(reason) { zh: "找不到程序自身：{reason}", en: "Cannot find this program: {reason}" }
    /// A command does not start.
    demo_cannot_run(name, reason) { zh: "运行不了 {name}：{reason}", en: "Cannot run {name}: {reason}" }
    /// No scratch folder.
    demo_no_folder(reason) { zh: "建不了临时目录：{reason}", en: "Cannot make a scratch folder: {reason}" }
    /// No key.
    demo_no_key(reason) { zh: "生成不了一次性密钥：{reason}", en: "Cannot make a throw-away key: {reason}" }
    /// No policy.
    demo_no_policy(path) { zh: "{path} 不能用，没法演示签发", en: "{path} is unusable, so sign-off cannot be shown" }
    /// Nobody to write.
    demo_no_writer(path) { zh: "{path} 的 people 里没有一个不担任角色、有邮箱的作者", en: "{path} knows no writer: somebody under `people` with an address and without a role" }
    /// Nobody to sign.
    demo_nobody(role, name) { zh: "没有人能以“{role}”的身份签 {name}", en: "Nobody is left to sign {name} as {role}" }
    /// A secret in a file.
    demo_secret_file(path) { zh: "演示只支持从环境变量取密钥，不读文件 {path}", en: "The demonstration takes secrets from variables only, not from {path}" }
    /// A step failed.
    demo_failed(command, code, output) { zh: "{command} 以 {code} 结束：\n{output}", en: "{command} ended with {code}:\n{output}" }
    /// Something went out twice.
    demo_twice() { zh: "第二次执行又发布了内容", en: "The second run published something" }
    /// Ledger and platform differ.
    demo_disagree(ledger, sandbox) { zh: "账本说发布了 {ledger} 期，平台上看得到 {sandbox} 期", en: "The ledger knows {ledger} published editions, the platform shows {sandbox}" }
}
