//! Sentences about trees, YAML, front matter and Markdown.

messages! { area = "source";
    /// A file does not exist.
    missing(path) { zh: "没有文件 {path}", en: "{path} does not exist" }
    /// A path leaves the site.
    outside(path) { zh: "{path} 指到了站点之外", en: "{path} leads out of the site" }
    /// A symbolic link.
    link(path) { zh: "{path} 是符号链接或在符号链接之下，站点不读符号链接", en: "{path} is a symbolic link or lies below one; a site does not follow links" }
    /// A file is too large.
    too_large(path, limit) { zh: "{path} 超过 {limit} 字节", en: "{path} is larger than {limit} bytes" }
    /// A file or commit cannot be read.
    unreadable(path, reason) { zh: "读不了 {path}：{reason}", en: "Cannot read {path}: {reason}" }
    /// Not a branch or remote.
    branch_name(name) { zh: "“{name}”不能用作分支名、远端名或路径", en: "{name} cannot be the name of a branch, a remote or a path" }
    /// The remote cannot be asked.
    branch_remote(remote, reason) { zh: "连不上远端 {remote}：{reason}", en: "Cannot reach the remote {remote}: {reason}" }
    /// What to do then.
    branch_remote_help() { zh: "检查网络和凭据（git ls-remote 应当能通），稍后再运行一次", en: "Check network and credentials (git ls-remote should work), then run again" }
    /// The git program is missing.
    branch_program(reason) { zh: "运行不了 git 程序：{reason}", en: "Cannot run the git program: {reason}" }
    /// What to do then.
    branch_program_help() { zh: "安装 git，并让它在 PATH 里", en: "Install git and put it on the PATH" }
    /// A branch was put back.
    branch_rewritten(branch, seen) { zh: "分支 {branch} 曾到过 {seen}，现在却不含这个提交：有人改写了历史", en: "Branch {branch} stood at {seen} and no longer contains that commit: its history was rewritten" }
    /// What to do then.
    branch_rewritten_help(reference) { zh: "从备份恢复分支；确认改写无误后，用 git update-ref -d {reference} 忘掉旧位置", en: "Restore the branch from a backup; if the rewrite was intended, forget the old place with git update-ref -d {reference}" }
    /// A file is not on a branch.
    branch_missing(branch, path) { zh: "分支 {branch} 上没有 {path}", en: "{path} is not on branch {branch}" }
    /// A file on a branch is too large.
    branch_too_large(branch, path, limit) { zh: "分支 {branch} 上的 {path} 超过 {limit} 字节", en: "{path} on branch {branch} is larger than {limit} bytes" }
    /// A branch moved meanwhile.
    branch_moved() { zh: "写入时分支已被别人推进", en: "The branch moved while it was being written" }
    /// An update was refused.
    branch_refused(branch, reason) { zh: "远端不让更新分支 {branch}：{reason}", en: "The update of branch {branch} was refused: {reason}" }
    /// What to do then.
    branch_refused_help() { zh: "给运行者写这个分支的权限，并让保护规则放行快进更新", en: "Give the runner the right to write this branch, and let its protection allow fast-forward updates" }
    /// Nobody knows whether an update landed.
    branch_unknown(branch, reason) { zh: "分支 {branch} 的更新是否落地还不知道：{reason}", en: "Nobody knows yet whether the update of branch {branch} landed: {reason}" }
    /// Others were always faster.
    branch_contended(branch, tries) { zh: "分支 {branch} 连续 {tries} 次都被别人抢先推进", en: "Branch {branch} moved {tries} times in a row" }
    /// Run again.
    branch_again_help() { zh: "稍后再运行一次", en: "Run again in a moment" }

    /// Rule: a baseline with old entries.
    about_baseline() { zh: "基线里有已经改好的问题", en: "A baseline holds findings that are gone" }
    /// Meaning of `site.cut`.
    about_cut() { zh: "值里的空格加 # 把后面的字当注释丢掉了", en: "A space and # in a value drop the rest as a comment" }
    /// Meaning of `site.date`.
    about_date() { zh: "日期或时间写法不对，或者这个时刻不存在", en: "A day or time that cannot be read or does not exist" }
    /// Meaning of `site.duplicate`.
    about_duplicate() { zh: "同一个键、uid 或名称写了两次", en: "The same key, uid or name is given twice" }
    /// Meaning of `site.edition`.
    about_edition() { zh: "同一期里的文章合不到一起", en: "The articles of an edition do not fit together" }
    /// Meaning of `site.encoding`.
    about_encoding() { zh: "文件或文件名不是 UTF-8", en: "A file or its name is not UTF-8" }
    /// Meaning of `site.front-matter`.
    about_front_matter() { zh: "文章开头的 --- 头信息缺失或没有结束", en: "The front matter between --- lines is missing or has no end" }
    /// Meaning of `site.layout`.
    about_layout() { zh: "文件放在了不会被读到的地方", en: "A file stands where nobody reads it" }
    /// Meaning of `site.link`.
    about_link() { zh: "站点里有符号链接", en: "A symbolic link in the site" }
    /// Meaning of `site.missing-file`.
    about_missing_file() { zh: "缺少站点必须有的文件", en: "A file that a site must have is missing" }
    /// Meaning of `site.missing-key`.
    about_missing_key() { zh: "缺少必填的键", en: "An obligatory key is missing" }
    /// Meaning of `site.outside`.
    about_outside() { zh: "路径指到了站点之外", en: "A path leads out of the site" }
    /// Meaning of `site.reference`.
    about_reference() { zh: "提到的账号、栏目或活动不存在", en: "An account, column or campaign that does not exist" }
    /// Meaning of `site.too-large`.
    about_too_large() { zh: "文件超过大小上限，没有读", en: "A file is larger than its limit and was not read" }
    /// Meaning of `site.type`.
    about_type() { zh: "值的类型不对", en: "A value of the wrong type" }
    /// Meaning of `site.uid`.
    about_uid() { zh: "文章没有 uid，改名后会被当成另一篇", en: "An article without uid becomes another one when it is renamed" }
    /// Meaning of `site.unknown-key`.
    about_unknown_key() { zh: "不认识的键", en: "A key that nobody knows" }
    /// Meaning of `site.unreadable`.
    about_unreadable() { zh: "文件读不了", en: "A file that cannot be read" }
    /// Meaning of `site.value`.
    about_value() { zh: "值不合适", en: "A value that does not fit" }
    /// Meaning of `site.yaml`.
    about_yaml() { zh: "YAML 写法有误", en: "YAML that cannot be parsed" }

    /// Full-width colon behind a key.
    wide_colon(key) { zh: "“{key}”后面是全角冒号“：”", en: "A full-width colon follows {key}" }
    /// How to mend it.
    wide_colon_help(key) { zh: "换成半角冒号加一个空格：“{key}: ”", en: "Write an ASCII colon and a space: `{key}: `" }
    /// Full-width or no-break space behind the colon.
    odd_blank(key) { zh: "“{key}:”后面的空格不是普通空格（全角空格或不间断空格）", en: "The blank after `{key}:` is no ordinary space (full-width or no-break space)" }
    /// How to mend it.
    odd_blank_help() { zh: "删掉它，输入一个半角空格", en: "Delete it and type an ordinary space" }
    /// No space behind the colon.
    no_blank(key) { zh: "“{key}:”后面少一个空格", en: "A space is missing after `{key}:`" }
    /// How to mend it.
    no_blank_help(key) { zh: "写成“{key}: 值”", en: "Write `{key}: value`" }
    /// A tab as indentation.
    tab_indent() { zh: "缩进里有制表符（Tab）", en: "A tab in the indentation" }
    /// How to mend it.
    tab_indent_help() { zh: "缩进只用空格，每层两个", en: "Indent with spaces only, two a level" }
    /// Another blank as indentation.
    odd_indent() { zh: "缩进里有全角空格或不间断空格", en: "A full-width or no-break space in the indentation" }
    /// How to mend it.
    odd_indent_help() { zh: "缩进只用半角空格", en: "Indent with ordinary spaces only" }
    /// A value begins with a character that YAML keeps for itself.
    reserved_start(mark) { zh: "值不能直接以“{mark}”开头，YAML 把它另作他用", en: "A value cannot begin with {mark}; YAML keeps it for itself" }
    /// How to mend it.
    quote_help() { zh: "给整个值加上英文双引号", en: "Put the whole value in double quotation marks" }
    /// A colon and a space inside a value.
    inner_colon() { zh: "值里又有一个“冒号加空格”，YAML 会当成另一个键", en: "A colon and a space inside the value read as another key" }
    /// Text behind a quoted value.
    after_quote() { zh: "引号结束后还有字", en: "Text follows the closing quotation mark" }
    /// Text behind a bracket.
    after_bracket(bracket) { zh: "“{bracket}”后面还有字", en: "Text follows the closing {bracket}" }
    /// A quotation mark without end.
    unclosed_quote() { zh: "这个引号没有结束", en: "This quotation mark is never closed" }
    /// How to mend it.
    unclosed_quote_help() { zh: "在值的末尾补上同样的引号", en: "Add the same mark at the end of the value" }
    /// A bracket without end.
    unclosed_bracket(bracket) { zh: "“{bracket}”没有结束", en: "The bracket {bracket} is never closed" }
    /// How to mend it.
    unclosed_bracket_help() { zh: "补上对应的右括号", en: "Add the closing bracket" }
    /// A value cut at ` #`.
    cut_short(comment) { zh: "“{comment}”会被当成注释，不在值里", en: "`{comment}` is read as a comment and is lost" }
    /// How to mend it.
    cut_short_help() { zh: "要它就给整个值加英文双引号；真是注释就在 # 后面加一个空格", en: "Quote the whole value to keep it; put a space after # if it is a comment" }
    /// A key twice.
    duplicate_key(key) { zh: "键“{key}”写了两次", en: "The key {key} is given twice" }
    /// How to mend it.
    duplicate_key_help() { zh: "删掉其中一个", en: "Delete one of them" }
    /// Label of the first of two.
    first_here() { zh: "第一次在这里", en: "first given here" }
    /// Two documents in one file.
    two_documents() { zh: "文件里有第二份 YAML 文档", en: "The file holds a second YAML document" }
    /// How to mend it.
    two_documents_help() { zh: "一个文件只写一份，删掉中间的 --- 或 ...", en: "Keep one document a file; delete the --- or ... between" }
    /// Nested too deep.
    too_deep() { zh: "嵌套超过 24 层", en: "Nested deeper than 24 levels" }
    /// How to mend it.
    too_deep_help() { zh: "减少嵌套；站点的文件用不到这么深", en: "Nest less; no file of a site needs so many levels" }
    /// Too many aliases.
    too_many_aliases() { zh: "锚点或引用（& 和 *）太多，展开后过大", en: "Too many anchors or aliases (& and *); expanded they are too large" }
    /// How to mend it.
    too_many_aliases_help() { zh: "把引用换成实际的值", en: "Write the values in the place of the aliases" }
    /// An alias of itself.
    cyclic_alias() { zh: "引用指向了它自己所在的值", en: "An alias refers to the value that holds it" }
    /// Too many values.
    too_many_values() { zh: "内容太多：最多 2 万个值、文字共 1 MB", en: "Too much content: at most 20,000 values and 1 MB of text" }
    /// How to mend it.
    too_many_values_help() { zh: "拆成几个文件", en: "Split it into several files" }
    /// An unknown alias.
    unknown_alias() { zh: "值以 * 开头，YAML 当成引用，但没有这个锚点", en: "A value that begins with * is an alias to YAML, and there is no such anchor" }
    /// A merge key.
    merge_key() { zh: "不支持合并键 <<", en: "The merge key << is not supported" }
    /// How to mend it.
    merge_key_help() { zh: "把共同的值写进 _defaults.yaml，或者逐项写出", en: "Put common values into _defaults.yaml, or write them out" }
    /// A key that is no text.
    odd_key() { zh: "键必须是文字", en: "A key must be text" }
    /// How to mend it.
    odd_key_help() { zh: "冒号前写键名，例如“title: 标题”", en: "Write a name before the colon, such as `title: …`" }
    /// A line without colon.
    no_colon() { zh: "这一行缺少“键: 值”里的冒号", en: "This line has no colon between key and value" }
    /// How to mend it.
    no_colon_help() { zh: "写成“键: 值”；如果是上一行的延续，就比上一行多缩进", en: "Write `key: value`, or indent the line if it continues the one before" }
    /// A colon where none may be.
    stray_colon() { zh: "这里不该再有冒号", en: "A colon is not allowed here" }
    /// How to mend it.
    stray_colon_help() { zh: "值里有冒号就给整个值加英文双引号；是新的键就和上面的键对齐", en: "Quote a value that holds a colon; align a new key with the keys above" }
    /// Wrong indentation.
    bad_indent() { zh: "缩进和上面的行对不上", en: "The indentation does not match the lines above" }
    /// How to mend it.
    bad_indent_help() { zh: "同一层的键左边对齐，下一层多两个空格", en: "Align keys of one level, and indent the next level by two spaces" }
    /// Another error of the parser.
    bad_yaml(reason) { zh: "YAML 读到这里读不下去（{reason}）", en: "YAML cannot be read here ({reason})" }

    /// A value of another type.
    want_text(name) { zh: "“{name}”应当是文字", en: "{name} should be text" }
    /// A value of another type.
    want_flag(name) { zh: "“{name}”应当是 true 或 false", en: "{name} should be true or false" }
    /// A value of another type.
    want_whole(name) { zh: "“{name}”应当是整数", en: "{name} should be a whole number" }
    /// A value of another type.
    want_number(name) { zh: "“{name}”应当是数字", en: "{name} should be a number" }
    /// A value of another type.
    want_money(name) { zh: "“{name}”应当是金额", en: "{name} should be an amount of money" }
    /// A value of another type.
    want_time(name) { zh: "“{name}”应当是日期、时间或时长", en: "{name} should be a day, a time or a duration" }
    /// A value of another type.
    want_list(name) { zh: "“{name}”应当是列表", en: "{name} should be a list" }
    /// How to mend it.
    want_list_help() { zh: "写成 [甲, 乙]，或每项一行、以“- ”开头", en: "Write [a, b], or one item a line behind `- `" }
    /// A value of another type.
    want_map(name) { zh: "“{name}”应当是“键: 值”的组", en: "{name} should be a map of keys and values" }
    /// The whole file is no map.
    want_map_file() { zh: "这里应当是“键: 值”，每行一个", en: "Keys and values should stand here, one a line" }
    /// A key without value.
    empty_value(key) { zh: "“{key}”没有值", en: "{key} has no value" }
    /// How to mend it.
    empty_value_help(key) { zh: "在“{key}:”后面写上值", en: "Write the value after `{key}:`" }
    /// A missing key.
    missing_key(key) { zh: "缺少“{key}”", en: "{key} is missing" }
    /// How to mend it.
    missing_key_help(key) { zh: "加一行“{key}: …”", en: "Add a line `{key}: …`" }
    /// An unknown key.
    unknown_key(key) { zh: "不认识的键“{key}”", en: "Unknown key {key}" }
    /// The nearest known key.
    nearest_key(near) { zh: "可以写：{near}", en: "Perhaps {near} was meant" }
    /// How it is written here.
    other_spelling(instead) { zh: "这里写成：{instead}", en: "Here it is written as {instead}" }
    /// All known keys.
    known_keys(keys) { zh: "这里可以写的键：{keys}", en: "Keys known here: {keys}" }
    /// A value that is none of the choices.
    bad_choice(key, value) { zh: "“{key}”不能是“{value}”", en: "{key} cannot be {value}" }
    /// The nearest choice.
    nearest_choice(near, choices) { zh: "可以写 {near}；可选：{choices}", en: "Perhaps {near} was meant; choices: {choices}" }
    /// All choices.
    choices(choices) { zh: "可选：{choices}", en: "Choices: {choices}" }
    /// A negative or huge count.
    bad_count(key, value) { zh: "“{key}”不能是 {value}", en: "{key} cannot be {value}" }
    /// How to mend it.
    bad_count_help() { zh: "写 0 或正整数", en: "Write 0 or a positive whole number" }
    /// Not an amount.
    bad_money(key, value) { zh: "“{key}”的金额“{value}”不对", en: "{value} is no amount for {key}" }
    /// How to mend it.
    bad_money_help() { zh: "以元为单位，最多两位小数，例如 399 或 8.50", en: "Write yuan with at most two decimals, such as 399 or 8.50" }
    /// A time in another spelling.
    bad_spelling(value) { zh: "时间“{value}”的写法不对", en: "The time {value} is spelt in another way" }
    /// The right spelling.
    respell_help(right) { zh: "写成 {right}", en: "Write {right}" }
    /// An impossible day.
    no_such_day(value) { zh: "日历上没有“{value}”这一天", en: "The calendar has no day {value}" }
    /// How to mend it.
    no_such_day_help() { zh: "核对月份和日期", en: "Check the month and the day" }
    /// An impossible time.
    no_such_time(value) { zh: "“{value}”里的钟点不存在", en: "{value} holds a time of day that does not exist" }
    /// How to mend it.
    no_such_time_help() { zh: "钟点从 00:00 到 23:59；午夜写第二天的 00:00", en: "Times go from 00:00 to 23:59; midnight is 00:00 of the next day" }
    /// A local time that is skipped.
    gap(value) { zh: "“{value}”在这个时区不存在：夏令时开始，时钟跳过了它", en: "{value} does not exist in this zone: the clock skips it when summer time begins" }
    /// A local time that comes twice.
    twice(value) { zh: "“{value}”在这个时区出现两次：夏令时结束，时钟往回拨", en: "{value} comes twice in this zone: the clock is put back when summer time ends" }
    /// How to mend it.
    gap_help() { zh: "换一个时间，或在后面写明偏移，例如 +08:00", en: "Choose another time, or write the offset behind it, such as +08:00" }
    /// Offset and zone disagree.
    contradiction(value) { zh: "“{value}”里的偏移和时区对不上", en: "The offset in {value} contradicts its zone" }
    /// How to mend it.
    contradiction_help() { zh: "偏移和时区只写一个", en: "Write only one of offset and zone" }
    /// A day without time.
    day_only(value) { zh: "“{value}”只有日期，这里要写到时分", en: "{value} is a day alone; a time is needed here" }
    /// No time at all.
    bad_time(value) { zh: "看不懂时间“{value}”", en: "Cannot read the time {value}" }
    /// How to write a day.
    date_help() { zh: "日期写成 2026-12-21", en: "Write days as 2026-12-21" }
    /// How to write an instant.
    instant_help() { zh: "写成 2026-12-21 20:00；要指明时区就在后面加 +08:00 或 [Asia/Shanghai]", en: "Write 2026-12-21 20:00, with +08:00 or [Asia/Shanghai] behind it to name a zone" }
    /// How to write a time of day.
    time_help() { zh: "钟点写成 \"20:00\"", en: "Write times of day as \"20:00\"" }
    /// Not a duration.
    bad_duration(value) { zh: "看不懂时长“{value}”", en: "Cannot read the duration {value}" }
    /// How to write a duration.
    duration_help() { zh: "写成 15m、2h、7d 或 1h30m", en: "Write 15m, 2h, 7d or 1h30m" }
    /// Not a zone.
    bad_zone(name) { zh: "没有时区“{name}”", en: "There is no zone {name}" }
    /// The nearest zone.
    nearest_zone(near) { zh: "可以写：{near}", en: "Perhaps {near} was meant" }
    /// How to write a zone.
    zone_help() { zh: "写 IANA 名称，例如 Asia/Shanghai", en: "Write an IANA name such as Asia/Shanghai" }

    /// No front matter.
    no_front_matter() { zh: "文章没有以 --- 开头的头信息", en: "The article does not begin with front matter between --- lines" }
    /// How to mend it.
    no_front_matter_help() { zh: "第一行写 ---，下面写 title: 标题，再用一行 --- 结束", en: "Begin with a line ---, then `title: …`, then another line ---" }
    /// An empty file.
    empty_file() { zh: "文件是空的", en: "The file is empty" }
    /// No closing fence.
    no_closing_fence() { zh: "头信息没有结束的 ---", en: "The front matter has no closing ---" }
    /// How to mend it.
    no_closing_fence_help() { zh: "在头信息最后一行的下面加一行 ---", en: "Add a line --- below the last line of the front matter" }
    /// A fence with something else.
    odd_fence(fence) { zh: "头信息的边界写成了“{fence}”", en: "The fence of the front matter is written {fence}" }
    /// How to mend it.
    odd_fence_help() { zh: "边界是单独一行的三个半角减号 ---，前面没有空格", en: "A fence is a line of exactly three ASCII hyphens, with nothing before them" }
}
