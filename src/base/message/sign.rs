//! Sentences of the commands `sign` and `approvals`.

messages! { area = "sign";
    /// Several accounts.
    several(name, accounts) { zh: "“{name}”发往好几个账号：{accounts}", en: "{name} goes to several accounts: {accounts}" }
    /// How to choose.
    several_help() { zh: "用 --account 选一个", en: "Choose one with --account" }
    /// No key at all.
    no_key() { zh: "找不到签名用的密钥", en: "There is no key to sign with" }
    /// How to get one.
    no_key_help() { zh: "用 --key 指明密钥文件，或设 git 的 user.signingKey；还没有密钥时先运行 ssh-keygen -t ed25519", en: "Name the file of your key with --key, or set git's user.signingKey; without any key yet, run ssh-keygen -t ed25519 first" }
    /// A key that belongs to nobody.
    unknown_key(key) { zh: "policy/allowed_signers 里没有密钥 {key}，不知道是谁的", en: "The key {key} is not in policy/allowed_signers, so it belongs to nobody" }
    /// How to make it known.
    unknown_key_help() { zh: "把公钥写进 policy/allowed_signers，经管理员合并后再签", en: "Add the public key to policy/allowed_signers, have an administrator merge that, then sign" }
    /// A key of several people.
    several_people(names) { zh: "这把密钥写在好几个名字下：{names}", en: "This key stands under several names: {names}" }
    /// How to choose.
    several_people_help() { zh: "用 --as 说明以谁的名义签", en: "Say with --as in whose name you sign" }
    /// The policy file has an error.
    policy_broken(place, message) { zh: "先改好 {place}：{message}", en: "Mend {place} first: {message}" }
    /// No such role.
    no_role(role) { zh: "policy/approvals.yaml 里没有角色“{role}”", en: "policy/approvals.yaml has no role {role}" }
    /// The roles there are.
    known_roles(roles) { zh: "改成已有的角色：{roles}", en: "Name one of these: {roles}" }
    /// Not in the role.
    not_in_role(person, role) { zh: "{person} 不在角色 {role} 里", en: "{person} does not hold the role {role}" }
    /// The roles they hold.
    own_roles_help(person, roles) { zh: "{person} 的角色是：{roles}", en: "{person} holds: {roles}" }
    /// They hold none.
    no_roles_help(person) { zh: "在 policy/approvals.yaml 的 roles 下把 {person} 加进角色，经管理员合并后再签", en: "Add {person} to a role under roles in policy/approvals.yaml, have an administrator merge that, then sign" }
    /// An author.
    is_author(person) { zh: "{person} 写过或提交过这一期的文件，不能签自己的稿", en: "{person} wrote or committed files of this edition; authors do not sign their own work" }
    /// Who may.
    is_author_help() { zh: "请另一位有这个角色的人来签", en: "Have somebody else with that role sign" }
    /// Errors.
    has_errors(count) { zh: "有 {count} 个错误，不能签", en: "There are {count} errors, so this cannot be signed off" }
    /// How to mend them.
    has_errors_help() { zh: "改好上面标为 error 的地方再签；不同意可以用 --reject", en: "Mend what is marked error above, then sign; to say no, use --reject" }
    /// Still a draft.
    not_ready() { zh: "这一期还没定稿（status 不是 ready，或几篇文章对不上）", en: "This edition is not finished: an article is not ready, or the articles do not fit together" }
    /// How to finish it.
    not_ready_help() { zh: "把每篇文章的 status 改成 ready 并提交，再签", en: "Set status: ready in every article and commit, then sign" }
    /// The question.
    prompt(digits) { zh: "输入载荷的前 12 位表示签署（{digits}）：", en: "Type the first 12 digits of the payload to sign ({digits}): " }
    /// Nobody to ask.
    no_terminal() { zh: "这里不是终端，没法当面确认", en: "This is no terminal, so nobody can be asked" }
    /// What to give instead.
    no_terminal_help(digits) { zh: "核对后加 --payload {digits}", en: "After looking at it, add --payload {digits}" }
    /// Other digits.
    other_digits(typed, digits) { zh: "输入的是“{typed}”，载荷的前 12 位是 {digits}，没有签", en: "{typed} was given, the payload begins with {digits}; nothing was signed" }
    /// Why that matters.
    other_digits_help() { zh: "重新看一遍再签：看过的那一份可能已经改了", en: "Look at it again, then sign: what you looked at may have changed since" }
    /// Not a duration.
    bad_duration(typed) { zh: "看不懂 --expires 的“{typed}”", en: "Cannot read the duration {typed} of --expires" }
    /// How to write one.
    bad_duration_help() { zh: "写成 48h 或 7d", en: "Write 48h or 7d" }
    /// Not a time.
    bad_time(typed) { zh: "看不懂时间“{typed}”", en: "Cannot read the time {typed}" }
    /// How to write one.
    bad_time_help() { zh: "写成 \"2026-12-21 20:00\"（站点时区）", en: "Write \"2026-12-21 20:00\" (the site's zone)" }
    /// Signed.
    signed(answer, person, role, key, tip) { zh: "{answer}：{person}（{role}，{key}）→ qianfa/approvals {tip}", en: "{answer}: {person} ({role}, {key}) → qianfa/approvals {tip}" }
    /// Yes.
    approved() { zh: "已签发", en: "signed off" }
    /// No.
    rejected() { zh: "已表示不同意", en: "rejected" }
    /// Never mind.
    withdrawn() { zh: "已撤回", en: "withdrawn" }
    /// Nothing is missing.
    complete() { zh: "签齐了，可以按时投递", en: "Nothing is missing; it can go out" }
    /// Something is missing.
    still_missing() { zh: "还缺：", en: "Still missing:" }
    /// The edition.
    head(name, title, account) { zh: "一期  {name}  “{title}”  账号 {account}", en: "edition   {name}  “{title}”  account {account}" }
    /// How, to whom, when.
    terms(mode, audience, time) { zh: "方式  {mode}  受众 {audience}  时间 {time}", en: "mode      {mode}  audience {audience}  time {time}" }
    /// The digits.
    digits(digits) { zh: "载荷  {digits} …", en: "payload   {digits} …" }
    /// The frozen payload.
    frozen() { zh: "说明  别人签的是升级前排好的那一份；文件没变，签的和发的都是那一份", en: "note      others signed what an earlier version of the program rendered; the files are the same, and that is what is signed and sent" }
    /// Changes that are not committed.
    uncommitted(paths) { zh: "注意  这些改动还没有提交：{paths}", en: "note      these changes are not committed: {paths}" }
    /// An article.
    article(number, title, author, characters, pictures) { zh: "第 {number} 篇  “{title}”  作者 {author}  {characters} 字，{pictures} 张图", en: "article {number} “{title}”  author {author}  {characters} characters, {pictures} pictures" }
    /// One of its articles that names no author, such as a picture message.
    article_without_author(number, title, characters, pictures) { zh: "第 {number} 篇  “{title}”  {characters} 字，{pictures} 张图", en: "article {number} “{title}”  {characters} characters, {pictures} pictures" }
    /// Its summary.
    summary(summary) { zh: "  摘要：{summary}", en: "  summary: {summary}" }
    /// Its 阅读原文.
    read_more(url) { zh: "  阅读原文：{url}", en: "  read more: {url}" }
    /// A link.
    link(shown, url) { zh: "  链接：{shown} → {url}", en: "  link: {shown} → {url}" }
    /// Counts of findings.
    findings(errors, warnings, hints) { zh: "检查  {errors} 个错误，{warnings} 个警告，{hints} 个提示", en: "findings  {errors} errors, {warnings} warnings, {hints} hints" }
    /// Before the changes.
    changed() { zh: "和上次签的相比：", en: "changed since the last sign-off:" }
    /// A field.
    changed_field(name, old, new) { zh: "{name}：“{old}” → “{new}”", en: "{name}: “{old}” → “{new}”" }
    /// A new article.
    new_article(title) { zh: "多了一篇：{title}", en: "new article: {title}" }
    /// An article that is gone.
    gone_article(title) { zh: "少了一篇：{title}", en: "article gone: {title}" }
    /// An article that changed.
    changed_article(title) { zh: "“{title}”：", en: "“{title}”:" }
    /// A line that is gone.
    gone_line(line) { zh: "- {line}", en: "- {line}" }
    /// A new line.
    new_line(line) { zh: "+ {line}", en: "+ {line}" }
    /// Same text, other looks.
    changed_looks() { zh: "文字没变，图片、链接或样式变了", en: "the text is the same; pictures, links or styles changed" }
    /// A line under a heading.
    item(line) { zh: "  {line}", en: "  {line}" }
    /// A finding.
    finding(severity, rule, place, message) { zh: "  {severity} {rule} {place} {message}", en: "  {severity} {rule} {place} {message}" }
    /// More changes.
    more_changes(count) { zh: "  ……还有 {count} 处", en: "  … and {count} more" }
    /// An edition in the list.
    listed(account, name, title) { zh: "{account}  {name}  “{title}”", en: "{account}  {name}  “{title}”" }
    /// Its payload, ready.
    listed_ready(digits, mode, audience, time) { zh: "  载荷 {digits}  {mode}  {audience}  {time}  已签齐", en: "  payload {digits}  {mode}  {audience}  {time}  complete" }
    /// Its payload, not ready.
    listed_open(digits, mode, audience, time) { zh: "  载荷 {digits}  {mode}  {audience}  {time}  没签齐", en: "  payload {digits}  {mode}  {audience}  {time}  incomplete" }
    /// The program renders otherwise.
    listed_frozen() { zh: "  程序升级后排版结果不同；发出的是签过的那一份", en: "  the program renders this otherwise now; what was signed goes out" }
    /// A sign-off that counts.
    listed_signed(person, role, time, key) { zh: "  签：{person}  {role}  {time}  {key}", en: "  signed   {person}  {role}  {time}  {key}" }
    /// What is missing.
    listed_missing(message) { zh: "  缺：{message}", en: "  missing  {message}" }
    /// What does not count.
    listed_void(person, role, time, message) { zh: "  废：{person}  {role}  {time}，{message}", en: "  void     {person}  {role}  {time}: {message}" }
    /// Nothing to list.
    nothing() { zh: "没有定稿的内容，也没有签发记录", en: "Nothing is ready and nothing was signed" }
    /// A problem of the policy's files.
    policy_finding(severity, path, line, column, message) { zh: "{severity} {path}:{line}:{column} {message}", en: "{severity} {path}:{line}:{column} {message}" }
    /// A damaged file.
    fault(path, message) { zh: "签发分支上的 {path} 有问题：{message}", en: "{path} on the branch of sign-offs: {message}" }
    /// Who answers for the finding above.
    answered(answer) { zh: "    {answer}", en: "    {answer}" }
    /// What signing also accepts.
    waived(count) {
        zh: "签字即认可以上 {count} 处错误的例外；规则和位置写进签发记录",
        en: "signing accepts the exceptions from {count} errors above; rule and place go into the statement",
    }
    /// More exceptions than a statement holds.
    too_many_waived(count) { zh: "要认可的例外有 {count} 处，一份签发记录写不下", en: "{count} exceptions are more than one statement holds" }
    /// What to do about it.
    too_many_waived_help() { zh: "改好其中一部分，或拆成几篇", en: "Mend some of them, or split the article" }
    /// An exception that a sign-off accepts.
    listed_waived(rule, path, at) { zh: "    认可例外：{rule} {path}:{at}", en: "    accepts the exception: {rule} {path}:{at}" }
}
