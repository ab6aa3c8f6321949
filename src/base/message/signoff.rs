//! Sentences about sign-offs: payload, statements, keys, policy, and what is missing.

messages! { area = "signoff";
    /// Meaning of `payload.limit`.
    about_limit() { zh: "超出平台限制，组不成能发出去的内容", en: "More than the platform takes" }
    /// Meaning of `policy.allowed-signers`.
    about_signers() { zh: "policy/allowed_signers 里有读不通的行", en: "A line of policy/allowed_signers that cannot be read" }
    /// Meaning of `policy.approvals`.
    about_approvals() { zh: "policy/approvals.yaml 里的规则、角色或人对不上", en: "Rules, roles or people of policy/approvals.yaml that do not fit" }
    /// A stored payload exceeds its limit.
    payload_too_large(limit) { zh: "存档的载荷超过 {limit} 字节", en: "The stored payload is larger than {limit} bytes" }
    /// A stored payload cannot be read.
    payload_unreadable(reason) { zh: "这不是一份载荷：{reason}", en: "This is no payload: {reason}" }
    /// A stored payload is of a newer form.
    payload_version(found, known) { zh: "载荷的格式版本是 {found}，这个程序只认识 {known}", en: "The payload has form {found}; this program knows form {known}" }
    /// How to read newer forms.
    payload_version_help() { zh: "换用写下这份载荷的 qianfa 版本或更新的版本", en: "Use the version of qianfa that wrote the payload, or a newer one" }
    /// A stored payload is spelt otherwise.
    payload_not_canonical() { zh: "载荷不是规范写法，可能被改过", en: "The payload is not in its canonical spelling; somebody may have changed it" }
    /// A stored statement exceeds its limit.
    statement_too_large(limit) { zh: "签发记录超过 {limit} 字节", en: "The statement is larger than {limit} bytes" }
    /// A stored statement cannot be read.
    statement_unreadable(reason) { zh: "这不是一条签发记录：{reason}", en: "This is no statement: {reason}" }
    /// A statement of another type.
    statement_kind(found, expected) { zh: "记录的类型是 {found}，应为 {expected}", en: "The statement has type {found}; expected {expected}" }
    /// A stored statement is spelt otherwise.
    statement_not_canonical() { zh: "签发记录不是规范写法，可能被改过", en: "The statement is not in its canonical spelling; somebody may have changed it" }
    /// A name that cannot be one.
    statement_name(name) { zh: "“{name}”不能作人名或角色名：只用字母、数字和 . _ @ + -，以字母或数字开头", en: "{name} cannot name a person or a role: letters, digits and . _ @ + - only, beginning with a letter or digit" }
    /// Not an SSH signature.
    signature_unreadable() { zh: "签名不是 SSH 签名格式", en: "The signature is not an SSH signature" }
    /// A signature for something else.
    signature_namespace(found, expected) { zh: "签名的用途是 {found}，不是 {expected}", en: "The signature was made for {found}, not for {expected}" }
    /// A kind of key that is not accepted.
    signature_algorithm(name) { zh: "不支持 {name} 类型的密钥", en: "Keys of type {name} are not accepted" }
    /// Which keys are accepted.
    signature_algorithm_help() { zh: "用 ssh-keygen -t ed25519 生成一把新密钥；ecdsa（P-256）和硬件密钥（ed25519-sk、ecdsa-sk）也可以", en: "Make a key with ssh-keygen -t ed25519; ecdsa (P-256) and hardware keys (ed25519-sk, ecdsa-sk) will do too" }
    /// A key that stands nowhere.
    signature_unknown_key(key) { zh: "policy/allowed_signers 里没有密钥 {key}", en: "The key {key} is not in policy/allowed_signers" }
    /// How a key comes into the file.
    signature_unknown_key_help() { zh: "把这把密钥的公钥写进 policy/allowed_signers，经管理员合并后生效", en: "Add its public key to policy/allowed_signers and have an administrator merge that" }
    /// The key of somebody else.
    signature_other_person(key, listed, by) { zh: "密钥 {key} 属于 {listed}，不属于 {by}", en: "The key {key} belongs to {listed}, not to {by}" }
    /// The file lets the key sign other things only.
    signature_namespace_not_allowed(key, namespace) { zh: "policy/allowed_signers 不允许密钥 {key} 签 {namespace}", en: "policy/allowed_signers does not let the key {key} sign {namespace}" }
    /// The key is valid later.
    signature_not_yet_valid(key, after) { zh: "密钥 {key} 从 {after} 起才有效", en: "The key {key} is valid from {after} on" }
    /// The key was valid earlier.
    signature_expired_key(key, before) { zh: "密钥 {key} 已于 {before} 失效", en: "The key {key} was valid until {before}" }
    /// Text or signature were changed.
    signature_edited() { zh: "签名和内容对不上：其中之一被改过", en: "The signature does not belong to this text: one of them was changed" }
    /// Nobody touched the hardware key.
    signature_untouched(key) { zh: "签名时没有人触碰硬件密钥 {key}", en: "Nobody touched the hardware key {key} for this signature" }
    /// A line is too long.
    signers_too_long(limit) { zh: "这一行超过 {limit} 字节", en: "This line is longer than {limit} bytes" }
    /// A part of the line is missing.
    signers_incomplete() { zh: "这一行不完整：要有人名、密钥类型和公钥", en: "This line is incomplete: it needs a name, the type of the key, and the key" }
    /// The form of a line.
    signers_form() { zh: "写成：人名 namespaces=\"qianfa.approval.v1\" ssh-ed25519 AAAA… 备注；可加 valid-after、valid-before", en: "Write: name namespaces=\"qianfa.approval.v1\" ssh-ed25519 AAAA… comment; valid-after and valid-before may be added" }
    /// A pattern in the place of a name.
    signers_name(name) { zh: "“{name}”不是一个人名", en: "{name} does not name a person" }
    /// Why there are no patterns.
    signers_name_help() { zh: "逐个写出人名：通配符会让一把密钥代表好几个人", en: "Name each person: a pattern would let one key speak for several people" }
    /// An unknown option.
    signers_option(name) { zh: "不认识选项“{name}”", en: "Unknown option {name}" }
    /// A certificate authority.
    signers_authority() { zh: "不接受 cert-authority：证书里的人名不在这个仓库里，事后无法核对", en: "cert-authority is not accepted: the names in certificates are not in this repository and cannot be checked afterwards" }
    /// What to write instead.
    signers_authority_help() { zh: "每个人写一行自己的公钥", en: "Write one line with a key of their own for each person" }
    /// A bad date.
    signers_date(value) { zh: "看不懂时间“{value}”", en: "Cannot read the time {value}" }
    /// How to write a date.
    signers_date_help() { zh: "写成 20261231 或 202612312359（站点时区），末尾加 Z 表示世界时", en: "Write 20261231 or 202612312359 (the site's zone); with Z at the end for UTC" }
    /// Not a key.
    signers_key() { zh: "公钥读不出来", en: "The public key cannot be read" }
    /// A key that may sign anything.
    signers_no_namespaces(names) { zh: "{names} 的密钥没有限定用途", en: "The key of {names} is not limited to a purpose" }
    /// How to limit it.
    signers_no_namespaces_help(namespace) { zh: "在人名后面加 namespaces=\"{namespace}\"", en: "Add namespaces=\"{namespace}\" behind the name" }
    /// Not a key.
    key_unreadable(name) { zh: "{name} 不是 SSH 密钥", en: "{name} is no SSH key" }
    /// How to get or name a key.
    key_missing_help() { zh: "用 --key 指明密钥文件；还没有密钥时先运行 ssh-keygen -t ed25519", en: "Name the file of your key with --key; without any key yet, run ssh-keygen -t ed25519 first" }
    /// `ssh-keygen` is missing.
    key_no_program() { zh: "这把密钥要靠 ssh-keygen 签名，而系统里没有它", en: "This key signs through ssh-keygen, which is not installed" }
    /// How to get it.
    key_no_program_help() { zh: "安装 OpenSSH 客户端，或用 --key 换一把没有口令的密钥", en: "Install the OpenSSH client, or name a key without a passphrase with --key" }
    /// `ssh-keygen` refused.
    key_program(path) { zh: "ssh-keygen 没能用 {path} 签名", en: "ssh-keygen could not sign with {path}" }
    /// Where the reason is.
    key_program_help() { zh: "原因在上面 ssh-keygen 自己的输出里：多半是口令不对、没触碰硬件密钥，或密钥代理里没有这把密钥", en: "Its reason stands above: usually a wrong passphrase, an untouched hardware key, or an agent without this key" }
    /// The key refused.
    key_refused(reason) { zh: "密钥签不了名：{reason}", en: "The key cannot sign: {reason}" }
    /// A file of the branch is no text.
    store_no_text(path) { zh: "{path} 不是文本", en: "{path} is no text" }
    /// A stored payload has another digest.
    store_other_payload(digest) { zh: "存档的载荷 {digest} 被改过", en: "The stored payload {digest} was changed" }
    /// A file that somebody took away.
    store_removed(tip) { zh: "提交 {tip} 改了或删了它；仍按最初的内容计", en: "commit {tip} changed or removed it; what it held at first still counts" }
    /// A file that does not belong where it lies.
    store_stray() { zh: "文件不该在这个位置", en: "The file does not belong here" }
    /// A payload that nobody signed.
    store_unknown(digest) { zh: "没有人签过载荷 {digest}", en: "Nobody signed the payload {digest}" }
    /// A name is taken.
    store_taken(path) { zh: "{path} 已经存在，内容不同；签发记录从不覆盖", en: "{path} is there already with other content; nothing is ever overwritten" }
    /// What to do about damage.
    store_help(branch) { zh: "查看分支 {branch} 的提交历史，找出是谁改的", en: "Look at the history of the branch {branch} for who changed it" }
    /// The history cannot be read.
    history_unreadable(path, reason) { zh: "读不了 {path} 的提交历史：{reason}", en: "Cannot read the history of {path}: {reason}" }
    /// What a history needs.
    history_unreadable_help() { zh: "签发要知道作者是谁：站点要放在 git 仓库里，并且至少有一次提交", en: "A sign-off must know the authors: keep the site in a git repository with at least one commit" }
    /// No policy.
    missing_policy() { zh: "没有可用的 policy/approvals.yaml，谁也不能签发", en: "There is no usable policy/approvals.yaml, so nobody can sign off" }
    /// How to get one.
    missing_policy_help() { zh: "写一份 policy/approvals.yaml：至少一个角色、一条规则；写法见 docs/signoff.md", en: "Write policy/approvals.yaml with at least one role and one rule; docs/signoff.md shows how" }
    /// No rule.
    missing_rule() { zh: "policy/approvals.yaml 里没有一条规则管到这一期", en: "No rule of policy/approvals.yaml is about this edition" }
    /// How to get one.
    missing_rule_help() { zh: "加一条兜底规则，match 下写 all: true", en: "Add a rule for everything else, with all: true under match" }
    /// A rule asks for more people.
    missing_signature(lack, role, rule, have, need) { zh: "还差 {lack} 位 {role} 签（规则 {rule}，{have}/{need}）", en: "{lack} more {role} (rule {rule}, {have} of {need})" }
    /// Somebody said no.
    missing_rejected(person, role) { zh: "{person}（{role}）不同意", en: "{person} ({role}) said no" }
    /// Somebody said no, and why.
    missing_rejected_because(person, role, reason) { zh: "{person}（{role}）不同意：{reason}", en: "{person} ({role}) said no: {reason}" }
    /// An unknown author.
    missing_unknown_author(address) { zh: "提交里的地址 {address} 不属于名单上的任何人", en: "Commits come from {address}, which belongs to nobody in the policy" }
    /// How to make the author known.
    missing_unknown_author_help() { zh: "在 policy/approvals.yaml 的 people 下把这个地址写给它的主人", en: "Add the address to its owner under people in policy/approvals.yaml" }
    /// A shallow clone.
    missing_shallow() { zh: "仓库只取了一部分历史，查不全作者", en: "The history is cut off, so the authors are not known" }
    /// How to get the whole history.
    missing_shallow_help() { zh: "运行 git fetch --unshallow；在流水线里把 fetch-depth 设为 0", en: "Run git fetch --unshallow; in a pipeline set fetch-depth to 0" }
    /// Rendered otherwise.
    missing_render_changed() { zh: "程序升级后排版结果和签发时不同，按规定要重新签", en: "The program renders this otherwise than when it was signed, and the policy asks for new signatures" }
    /// Given for another account.
    void_other_account(account) { zh: "签的是账号 {account}", en: "given for the account {account}" }
    /// Given for another edition.
    void_other_unit(unit) { zh: "签的是另一期 {unit}", en: "given for the edition {unit}" }
    /// Not in the role.
    void_not_in_role() { zh: "签的人不在这个角色里", en: "the signer does not hold the role" }
    /// An author.
    void_author() { zh: "作者本人签的不算", en: "authors do not count" }
    /// Given for another mode.
    void_mode_changed(mode) { zh: "签的时候方式是 {mode}，后来改了", en: "given for the mode {mode}, which was changed" }
    /// Given for another audience.
    void_audience_changed(audience) { zh: "签的时候受众是 {audience}，后来改了", en: "given for the audience {audience}, which was changed" }
    /// Something that readers see was changed.
    void_payload_changed() { zh: "签了以后读者看到的内容改过", en: "what readers see was changed afterwards" }
    /// Files were changed.
    void_source_changed() { zh: "签了以后文件改过（读者看到的没变）", en: "files were changed afterwards, though readers see the same" }
    /// Rendered otherwise.
    void_render_changed() { zh: "程序升级后排版结果变了", en: "the program renders otherwise now" }
    /// Expired.
    void_expired() { zh: "过了签发人写的有效期", en: "past the end that the signer gave it" }
    /// Too old.
    void_too_old(rule) { zh: "签得太早，超过规则 {rule} 的时限", en: "older than the rule {rule} accepts" }
    /// Outside its window.
    void_outside_window() { zh: "不在签发人允许的时间段里", en: "outside the time that the signer gave it" }
    /// Dated in the future.
    void_in_the_future() { zh: "签发时间在现在之后", en: "dated later than now" }
    /// Taken back.
    void_withdrawn() { zh: "本人后来撤回或改成不同意", en: "taken back by the same person" }
    /// Counts in another role.
    void_second_role(role) { zh: "同一个人已经按 {role} 计过", en: "the same person counts as {role} already" }
    /// The key counts for somebody else.
    void_shared_key(person) { zh: "这把密钥已经算作 {person} 的", en: "the key counts for {person} already" }
    /// Out of order.
    void_out_of_order(rule) { zh: "签在前一道之前，规则 {rule} 要求按顺序", en: "given before the step before it, and the rule {rule} asks for an order" }
    /// A role that does not exist.
    policy_no_role(role) { zh: "没有角色“{role}”", en: "There is no role {role}" }
    /// A near role.
    policy_near_role(near) { zh: "可以写：{near}", en: "Perhaps: {near}" }
    /// The roles that exist.
    policy_roles(roles) { zh: "在 roles 下加上这个角色，或用已有的：{roles}", en: "Add the role under roles, or use one of these: {roles}" }
    /// A role has too few people.
    policy_too_few(role, have, need) { zh: "角色 {role} 只有 {have} 人，规则却要 {need} 位", en: "The role {role} has {have} people, and {need} are asked for" }
    /// What to do about it.
    policy_too_few_help() { zh: "减少 count，或往角色里加人：照现在这样永远签不齐", en: "Lower the count, or add people to the role: as it stands it can never be fulfilled" }
    /// Nobody is asked for.
    policy_nobody(role) { zh: "要求 0 位 {role} 等于没有要求", en: "Asking for 0 {role} asks for nothing" }
    /// What to do about it.
    policy_nobody_help() { zh: "写 1 或更多，或删掉这一项", en: "Write 1 or more, or remove the item" }
    /// Admins are not enforced.
    policy_admins() { zh: "admins 还不会生效：谁能合并，谁就能改签发规则", en: "admins is not enforced yet: whoever may merge may change this policy" }
    /// What to do instead.
    policy_admins_help() { zh: "在代码托管平台上给 policy/ 目录设置负责人审核", en: "Let the forge ask for a review by the owners of policy/" }
    /// An address with two owners.
    policy_shared_email(email, owner) { zh: "地址 {email} 已经写给了 {owner}", en: "The address {email} belongs to {owner} already" }
    /// A rule twice.
    policy_same_rule(id) { zh: "规则 {id} 写了两次", en: "The rule {id} stands here twice" }
    /// Where the first one is.
    policy_first_here() { zh: "第一次在这里", en: "first here" }
    /// A rule that does not exist.
    policy_no_rule(id) { zh: "没有规则“{id}”", en: "There is no rule {id}" }
    /// The rules that exist.
    policy_rules(rules) { zh: "改成已有的规则：{rules}", en: "Name one of these: {rules}" }
    /// `all` beside conditions.
    policy_all_and_more() { zh: "all: true 和别的条件写在一起，意思矛盾", en: "all: true contradicts the other conditions" }
    /// A match without conditions.
    policy_empty_match() { zh: "match 里没有条件", en: "match has no condition" }
    /// How to write a match.
    policy_match_help() { zh: "管所有内容就只写 all: true；否则去掉 all，写 account、mode、audience、kind、column、campaign、labels、findings、paths 中的条件", en: "Write all: true alone for everything; otherwise leave it out and name account, mode, audience, kind, column, campaign, labels, findings or paths" }
    /// Another kind of evidence.
    policy_accept(kind) { zh: "还不支持用“{kind}”当签发凭据", en: "{kind} is not accepted as evidence yet" }
    /// What is evidence.
    policy_accept_help() { zh: "写 accept: [signature]，或去掉 accept", en: "Write accept: [signature], or leave accept out" }
    /// A key whose promise is not kept.
    policy_unenforced(key) { zh: "{key} 还不会生效", en: "{key} is not enforced yet" }
    /// What to do about it.
    policy_unenforced_help(key) { zh: "去掉 {key}：留着会让人误以为它在把关", en: "Remove {key}: as it stands people would rely on a check that nobody makes" }
    /// A bad pattern.
    policy_bad_pattern(pattern, reason) { zh: "匹配式“{pattern}”写得不对：{reason}", en: "{pattern} is no pattern: {reason}" }
    /// An account that does not exist.
    policy_no_account(account) { zh: "qianfa.yaml 里没有账号“{account}”，这条规则管不到任何内容", en: "qianfa.yaml has no account {account}; this rule is about nothing" }
    /// Somebody with a role and no key.
    policy_no_key(person) { zh: "{person} 有签发角色，但 policy/allowed_signers 里没有可用的密钥", en: "{person} has a role but no usable key in policy/allowed_signers" }
    /// What to do about it.
    policy_no_key_help() { zh: "在 policy/allowed_signers 加一行这个人的公钥", en: "Add a line with their public key to policy/allowed_signers" }
    /// Somebody with a role and no address.
    policy_no_email(person) { zh: "{person} 有签发角色，但 people 下没有邮箱，认不出其本人的提交", en: "{person} has a role but no address under people, so their own commits cannot be told" }
    /// What to do about it.
    policy_no_email_help() { zh: "在 people 下写上这个人提交时用的邮箱", en: "Write the address they commit with under people" }
    /// No cover.
    no_cover() { zh: "图文没有封面，平台不收", en: "The article has no cover, and the platform takes none without" }
    /// How to give it one.
    no_cover_help() { zh: "在文章开头写 cover: 图片文件", en: "Write cover: with a picture file in the front matter" }
    /// No pictures in a picture message.
    no_pictures() { zh: "图片消息里没有图片", en: "The picture message has no picture" }
    /// How to give it one.
    no_pictures_help() { zh: "在正文里放 1 到 20 张图片", en: "Put 1 to 20 pictures into the text" }
    /// The title is too long.
    limit_title(found, limit) { zh: "标题 {found} 字，平台最多收 {limit} 字", en: "The title has {found} characters; the platform takes {limit}" }
    /// The author is too long.
    limit_author(found, limit) { zh: "作者 {found} 字，平台最多收 {limit} 字", en: "The author has {found} characters; the platform takes {limit}" }
    /// The summary is too long.
    limit_digest(found, limit) { zh: "摘要 {found} 字，平台最多收 {limit} 字", en: "The summary has {found} characters; the platform takes {limit}" }
    /// The address behind 阅读原文 is too long.
    limit_source_url(found, limit) { zh: "阅读原文的网址 {found} 字节，平台最多收 {limit} 字节", en: "The address of read_more has {found} bytes; the platform takes {limit}" }
    /// The content is too large.
    limit_content(found, limit) { zh: "排版后的正文 {found} 字节，最多 {limit} 字节", en: "The rendered text has {found} bytes; at most {limit} go out" }
    /// The text of a picture message is too long.
    limit_text(found, limit) { zh: "图片消息的文字 {found} 字，平台最多收 {limit} 字", en: "The text of the picture message has {found} characters; the platform takes {limit}" }
    /// Too many pictures.
    limit_pictures(found, limit) { zh: "图片消息有 {found} 张图片，平台最多收 {limit} 张", en: "The picture message has {found} pictures; the platform takes {limit}" }
}
