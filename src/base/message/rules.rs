//! Sentences of the rules: law, platform and house.

messages! { area = "rules";
    // Packs and policy.

    /// A policy file is not UTF-8.
    not_utf8(path) { zh: "{path} 不是 UTF-8 文本", en: "{path} is not UTF-8 text" }
    /// A rule that does not exist.
    unknown_rule(rule) { zh: "没有规则 {rule}", en: "There is no rule {rule}" }
    /// The rule that was probably meant.
    nearest_rule(rule) { zh: "改成 {rule}", en: "Write {rule}" }
    /// Where the rules are listed.
    see_rules() { zh: "用 qianfa rules 查看全部规则名", en: "List the names of all rules with qianfa rules" }
    /// A pack for a rule that has no words.
    not_a_term_rule(rule) { zh: "规则 {rule} 不接受词表", en: "The rule {rule} takes no terms" }
    /// Which rules take words.
    not_a_term_rule_help() {
        zh: "本站自己的词写 rule: own.term",
        en: "Write rule: own.term for the site's own terms",
    }

    // Shared.

    /// A word of the site's own list, whose title the site wrote.
    own_term(term, title) { zh: "“{term}”：{title}", en: "“{term}”: {title}" }
    /// A disguised word.
    disguised(shown, term) {
        zh: "写法疑似规避：“{shown}”即“{term}”",
        en: "Looks like evasion: “{shown}” reads “{term}”",
    }
    /// A clause that reads like violations of a rule, without any listed word. The title in both languages.
    resembles(clause, title_zh, title_en) {
        zh: "“{clause}”读起来像“{title_zh}”",
        en: "“{clause}” reads like “{title_en}”",
    }
    /// Whose judgement that is, and what to do.
    resembles_help(rule) {
        zh: "词表没有这种写法，是比照标注过的句子推断的：请对照依据看一眼，确有违规就改；没有就用 qianfa-ignore {rule} 写明理由",
        en: "No list has these words; they resemble labelled sentences. Compare the basis and mend it, or give the reason with qianfa-ignore {rule}",
    }
    /// A phrase that replaces no permission.
    empty_phrase(term) { zh: "“{term}”不能代替授权", en: "“{term}” replaces no permission" }
    /// What the pack advises.
    suggestion(suggest) { zh: "{suggest}", en: "{suggest}" }

    // Advertisements.

    /// An advertisement without its label.
    no_label() { zh: "这是广告，开头却没有“广告”字样", en: "This is an advertisement, and nothing at its beginning says 广告" }
    /// An article that looks like an unlabelled advertisement.
    no_label_inferred() { zh: "这篇看来是广告，开头却没有“广告”字样", en: "This looks like an advertisement, and nothing at its beginning says 广告" }
    /// A softer word in the place of the label.
    soft_label(word) { zh: "“{word}”不能代替“广告”字样", en: "“{word}” does not stand for 广告" }
    /// How to label.
    label_help() {
        zh: "在标题、摘要或正文第一段写明“广告”；不是广告就去掉购买入口，或写 kind: notice",
        en: "Write 广告 in the title, the summary or the first paragraph; if it is none, take out the way to buy or write kind: notice",
    }
    /// An advertisement dressed as news.
    ad_as_news(byline) { zh: "广告写成了新闻：“{byline}”", en: "The advertisement is dressed as news: “{byline}”" }
    /// How to mend that.
    ad_as_news_help() { zh: "去掉记者、报道一类署名，写明“广告”", en: "Take out the byline and label it 广告" }

    // Copyright.

    /// A picture without a record.
    no_record(image) { zh: "图片 {image} 没有来源记录", en: "The picture {image} has no record of its source" }
    /// How to record it.
    record_help() {
        zh: "在同目录 rights.yaml 写明作者、来源、许可和凭证；全是自制的就在 front matter 的 rights 里写 images: own",
        en: "Record author, source, licence and proof in rights.yaml beside the article; if all are your own, write images: own under rights in the front matter",
    }
    /// A record with gaps.
    thin_record(image, missing) { zh: "图片 {image} 的记录缺 {missing}", en: "The record of {image} lacks {missing}" }
    /// A licence that is over.
    licence_over(image, date) { zh: "图片 {image} 的许可在 {date} 到期，早于发布时间", en: "The licence of {image} ends on {date}, before publication" }
    /// How to mend that.
    licence_help() { zh: "续期后更新记录，或换一张图", en: "Renew it and update the record, or use another picture" }
    /// A picture from the web.
    foreign_picture(address) { zh: "图片 {address} 在别处，既没有授权记录，发布时也会被平台滤掉", en: "The picture {address} lies elsewhere: there is no permission on file, and the platform drops it" }
    /// How to mend that.
    foreign_picture_help() { zh: "取得授权后放进文章目录，并记入 rights.yaml", en: "Get permission, put it beside the article, and record it in rights.yaml" }

    // Assets and links.

    /// A picture tells where it was taken.
    located_picture(image) { zh: "图片 {image} 的元数据里有拍摄地点", en: "The metadata of {image} says where it was taken" }
    /// How to mend that.
    located_picture_help() {
        zh: "导出时去掉位置信息；上传前程序也会去掉，但仓库里还留着",
        en: "Export it without location; the upload strips it too, but the repository keeps it",
    }
    /// A picture that does not exist.
    missing_asset(path) { zh: "没有文件 {path}", en: "There is no file {path}" }
    /// How to mend that.
    missing_asset_help() { zh: "把文件放到这个位置，或改正路径（区分大小写）", en: "Put the file there, or correct the path (case counts)" }
    /// A proof that does not exist.
    missing_proof(path) { zh: "登记的证明 {path} 不在仓库里", en: "The proof on record, {path}, is not there" }
    /// How to mend that.
    missing_proof_help() { zh: "把文件放到这个路径，或改正路径；存在别处的写编号或网址", en: "Put the file there or correct the path; for what is kept elsewhere, give its number or address" }
    /// The file that was probably meant.
    nearest_file(path) { zh: "改成 {path}", en: "Write {path}" }
    /// A path out of the site.
    asset_outside(path) { zh: "{path} 指到了站点之外", en: "{path} leads out of the site" }
    /// How to mend that.
    asset_outside_help() { zh: "把文件复制到文章目录，用相对路径引用", en: "Copy the file beside the article and name it by a relative path" }
    /// A picture that is too large.
    large_asset(path, size, limit) { zh: "{path} 有 {size}，超过 {limit}", en: "{path} has {size}, more than {limit}" }
    /// How to mend an error of size.
    large_asset_help() { zh: "缩小尺寸或降低质量后再存", en: "Save it smaller or with lower quality" }
    /// A picture that will be re-encoded.
    large_asset_shrunk_help() { zh: "上传时会自动压缩；想自己掌握画质，就先缩小", en: "It is shrunk on upload; shrink it yourself to decide about its quality" }
    /// A file that is no picture of its name.
    wrong_type(path, real) { zh: "{path} 其实是 {real} 文件", en: "{path} is in truth a {real} file" }
    /// A file that is no picture at all.
    no_picture(path) { zh: "{path} 不是图片，或已损坏", en: "{path} is no picture, or broken" }
    /// A picture of a kind that the platform refuses.
    refused_type(path, real) { zh: "{path} 是 {real}，平台不接受", en: "{path} is a {real} file, which the platform refuses" }
    /// How to mend that.
    wrong_type_help() { zh: "另存为 JPEG 或 PNG，并让扩展名与内容一致", en: "Save it as JPEG or PNG, and let the name say what it is" }
    /// A picture that cannot be read.
    unreadable_asset(path) { zh: "读不了 {path}", en: "{path} cannot be read" }
    /// A link to an article that does not exist.
    missing_link(path) { zh: "链接的目标 {path} 不存在", en: "The link's target {path} does not exist" }
    /// A link inside the page.
    fragment(target) { zh: "页内链接 {target} 在公众号里不起作用，渲染时只留文字", en: "The fragment link {target} does not work on the platform; only its words remain" }
    /// How to mend that.
    fragment_help() { zh: "去掉链接，用小标题引导读者", en: "Take out the link and lead readers by headings" }
    /// A temporary address of a draft.
    temporary_link() { zh: "这是草稿的临时链接（tempkey），会失效，也会被平台拒绝", en: "This is a draft's temporary address (tempkey): it expires, and the platform refuses it" }
    /// How to mend that.
    temporary_link_help() { zh: "换成文章发布后的永久链接", en: "Use the permanent address of the published article" }
    /// A host that looks like the platform's.
    lookalike(host) { zh: "{host} 冒充 mp.weixin.qq.com", en: "{host} poses as mp.weixin.qq.com" }
    /// How to mend that.
    lookalike_help() { zh: "核对链接来源；真正的主机名是 mp.weixin.qq.com", en: "Check where the link comes from; the true host is mp.weixin.qq.com" }
    /// An article address of the wrong form.
    bad_slug(slug, length) { zh: "公众号文章链接的编号“{slug}”不是 {length} 个字符", en: "The article id “{slug}” does not have {length} characters" }
    /// How to mend that.
    bad_slug_help() { zh: "从已发布的文章重新复制链接", en: "Copy the address again from the published article" }

    // Markdown and text.

    /// A level-one heading in the body.
    first_level() { zh: "正文里出现一级标题；文章标题已写在 front matter", en: "A level-one heading in the body; the title stands in the front matter already" }
    /// The title once more.
    repeated_title() { zh: "正文开头重复了文章标题", en: "The body begins with the article's title once more" }
    /// How to mend that.
    first_level_help() { zh: "删去这一行，或改用二级标题", en: "Delete the line, or use level two" }
    /// A skipped level.
    skipped_level(from, to) { zh: "标题从 {from} 级跳到 {to} 级", en: "The headings jump from level {from} to {to}" }
    /// How to mend that.
    skipped_level_help(level) { zh: "改成 {level} 级", en: "Use level {level}" }
    /// A hidden character.
    hidden(code, name) { zh: "有看不见的字符 {code}（{name}）", en: "There is a hidden character {code} ({name})" }
    /// A character that turns the direction of reading.
    turned(code, name) { zh: "有改变文字方向的字符 {code}（{name}），看到的和实际内容可能不同", en: "There is a character {code} ({name}) that turns the direction of text: what is seen may differ from what is there" }
    /// How to mend that.
    hidden_help() { zh: "删去这个字符", en: "Delete the character" }

    // Personal data and secrets.

    /// A resident number.
    id_card(masked) { zh: "疑似居民身份证号 {masked}", en: "This looks like a resident identity number: {masked}" }
    /// A mobile number.
    phone(masked) { zh: "疑似个人手机号 {masked}", en: "This looks like a personal mobile number: {masked}" }
    /// A number of the account itself.
    phone_contact(masked) { zh: "公开的联系电话 {masked}", en: "A public contact number: {masked}" }
    /// A bank card.
    bank_card(masked) { zh: "疑似银行卡号 {masked}", en: "This looks like a bank card number: {masked}" }
    /// How to mend personal data.
    pii_help() { zh: "删去，或只留头三位和末两位；已推送到仓库的，要按泄露处理", en: "Delete it, or keep the first three and last two characters; if it was pushed already, treat it as a leak" }
    /// How to mend a phone number.
    phone_help() { zh: "改用服务热线；确是对外电话，就写进 policy/rules 的 contacts", en: "Use a service line; if it is a public number, list it under contacts in policy/rules" }
    /// An AppSecret.
    secret_app(masked) { zh: "疑似 AppSecret {masked}", en: "This looks like an AppSecret: {masked}" }
    /// An access token.
    secret_token(masked) { zh: "疑似 access_token {masked}", en: "This looks like an access token: {masked}" }
    /// A key of a cloud, a forge or a service.
    secret_access(masked) { zh: "疑似访问密钥 {masked}", en: "This looks like an access key: {masked}" }
    /// A password.
    secret_password(masked) { zh: "疑似密码 {masked}", en: "This looks like a password: {masked}" }
    /// A private key.
    secret_key() { zh: "私钥写进了文件", en: "A private key stands in the file" }
    /// A webhook address.
    secret_webhook(masked) { zh: "机器人地址里带着密钥 {masked}", en: "The webhook address holds its key: {masked}" }
    /// How to mend a secret.
    secret_help() { zh: "马上在后台重置，再从仓库和历史里清除；密钥只放环境变量", en: "Reset it at once, then remove it from the repository and its history; keep secrets in environment variables" }

    // Promotion and campaigns.

    /// A prize above the cap.
    prize_over(name, value, limit) { zh: "奖品“{name}”价值 {value} 元，超过抽奖的上限 {limit} 元", en: "The prize “{name}” is worth {value} yuan, above the cap of {limit} yuan for draws" }
    /// A total above the cap.
    prize_total_over(name, times, value, limit) { zh: "“{name}”一次参与可中 {times} 份，共 {value} 元，超过上限 {limit} 元", en: "“{name}” can be won {times} times with one entry, {value} yuan in all, above the cap of {limit} yuan" }
    /// How to mend that.
    prize_help() { zh: "降低单份价值，或改成人人都有的赠品（附赠不设上限）", en: "Lower the value, or make it a gift for everybody (gifts have no cap)" }
    /// Lines above the cap.
    budget_over(sum, cap) { zh: "预算各项合计 {sum} 元，超过上限 {cap} 元", en: "The lines of the budget sum to {sum} yuan, above the cap of {cap} yuan" }
    /// How to mend that.
    budget_over_help() { zh: "调整各项，或经审批后提高 cap", en: "Change the lines, or raise the cap once that is approved" }
    /// Prizes and their line differ.
    budget_prizes(prizes, line) { zh: "奖品单价乘数量共 {prizes} 元，奖品预算写的是 {line} 元", en: "The prizes cost {prizes} yuan in all, and their budget line says {line} yuan" }
    /// How to mend that.
    budget_prizes_help() { zh: "让奖品清单和 kind: prize 的预算一致", en: "Make the list of prizes and the line of kind: prize agree" }
    /// A unit that does not exist.
    no_unit(unit) { zh: "时间线里的文章 {unit} 不存在", en: "The timeline names the article {unit}, which does not exist" }
    /// A unit that does not name the campaign.
    foreign_unit(unit, campaign) { zh: "文章 {unit} 没有写 campaign: {campaign}", en: "The article {unit} does not say campaign: {campaign}" }
    /// How to mend that.
    foreign_unit_help(campaign) { zh: "在文章的 front matter 写 campaign: {campaign}", en: "Write campaign: {campaign} in the article's front matter" }
    /// A unit outside of its milestone.
    unit_outside(unit, day, task) { zh: "文章 {unit} 排在 {day}，不在“{task}”的时间内", en: "The article {unit} is scheduled for {day}, outside of “{task}”" }
    /// A unit outside of the campaign.
    unit_outside_window(unit, day) { zh: "文章 {unit} 排在 {day}，不在活动期内", en: "The article {unit} is scheduled for {day}, outside of the campaign" }
    /// How to mend that.
    unit_outside_help() { zh: "改文章的 publish.at，或改时间线", en: "Change the article's publish.at, or the timeline" }
    /// Where the other side stands.
    scheduled_here() { zh: "排期写在这里", en: "Scheduled here" }

    // The platform.

    /// A plan that requires sharing.
    share_required() { zh: "活动以分享为参与条件", en: "The campaign requires sharing" }
    /// A plan that requires following.
    follow_required() { zh: "活动以关注为参与条件", en: "The campaign requires following" }
    /// A plan that requires invitations.
    invites_required(count) { zh: "活动要求邀请 {count} 人", en: "The campaign requires inviting {count} people" }
    /// The lawful ways.
    induce_help() {
        zh: "四种合规做法：资料直接公开；按关键词回复发放，不以关注或拉人为条件；免费活动开放报名；征求反馈但不给奖励",
        en: "Four lawful ways: publish the material openly; deliver it by keyword reply without any condition; open registration for a free event; ask for feedback without reward",
    }
    /// A title that is refused.
    title_over(count, limit) { zh: "标题 {count} 字，超过平台上限 {limit} 字", en: "The title has {count} characters; the platform refuses more than {limit}" }
    /// A title that is long.
    title_long(count, limit) { zh: "标题 {count} 字，超过平台文档写的 {limit} 字，列表里也会被截断", en: "The title has {count} characters, more than the documented {limit}; lists cut it" }
    /// A summary that is refused.
    summary_over(count, limit) { zh: "摘要 {count} 字，超过平台上限 {limit} 字", en: "The summary has {count} characters; the platform refuses more than {limit}" }
    /// A summary that is long.
    summary_long(count, limit) { zh: "摘要 {count} 字，超过 {limit} 字的部分读者看不到", en: "The summary has {count} characters; readers do not see more than {limit}" }
    /// An author that is refused.
    author_over(count, limit) { zh: "作者 {count} 字，超过平台上限 {limit} 字", en: "The author has {count} characters; the platform refuses more than {limit}" }
    /// An author that is long.
    author_long(count, limit) { zh: "作者 {count} 字，超过 {limit} 字容易被截断", en: "The author has {count} characters; more than {limit} may be cut" }
    /// How to mend a length.
    shorten(limit) { zh: "缩短到 {limit} 字以内", en: "Shorten it to {limit} characters" }
    /// A body that is refused.
    content_over(size, limit) { zh: "正文约 {size}，超过平台上限 {limit}", en: "The body has about {size}; the platform refuses more than {limit}" }
    /// A body that is long.
    content_long(count, limit) { zh: "正文约 {count} 字，超过平台文档写的 {limit} 字", en: "The body has about {count} characters, more than the documented {limit}" }
    /// The text of a picture message that is refused.
    pictures_over(count, limit) { zh: "图片消息的文字有 {count} 字，超过平台上限 {limit} 字", en: "The picture message has {count} characters of text; the platform refuses more than {limit}" }
    /// How to mend a body.
    content_help() { zh: "拆成几篇，或减少表格和代码", en: "Split it, or cut tables and code" }
    /// An edition that is too large.
    edition_over(name, count, limit) { zh: "一期“{name}”有 {count} 篇，平台最多 {limit} 篇", en: "The edition “{name}” has {count} articles; the platform takes {limit}" }
    /// How to mend that.
    edition_help() { zh: "分成两期，或并成一篇", en: "Make it two editions, or merge articles" }
    /// A picture message with too many or no pictures.
    picture_count(count, limit) { zh: "图片消息有 {count} 张图，平台要求 1 到 {limit} 张", en: "The picture message has {count} pictures; the platform wants 1 to {limit}" }
    /// How to mend that.
    picture_count_help() { zh: "增减图片", en: "Add or remove pictures" }
    /// A 阅读原文 that is no address.
    read_more_form(address) { zh: "阅读原文“{address}”不是网址", en: "The read-more address “{address}” is no web address" }
    /// How to mend that.
    read_more_help() { zh: "写完整的 https:// 网址", en: "Write a whole https:// address" }
    /// A 阅读原文 over plain HTTP.
    read_more_plain(address) { zh: "阅读原文“{address}”没有加密", en: "The read-more address “{address}” is not encrypted" }
    /// A 阅读原文 that is too long.
    read_more_over(bytes, limit) { zh: "阅读原文有 {bytes} 字节，超过平台上限 {limit} 字节", en: "The read-more address has {bytes} bytes; the platform refuses more than {limit}" }

    // Schedule.

    /// Two editions at once.
    clash(other, account) { zh: "与“{other}”排在账号 {account} 的同一时刻", en: "It is scheduled for the same moment as “{other}” on {account}" }
    /// Two editions too close.
    too_close(other, account, minutes) { zh: "与“{other}”相隔不到 {minutes} 分钟（账号 {account} 的 min_gap）", en: "It is less than {minutes} minutes from “{other}” (min_gap of {account})" }
    /// Too many mass sends on a day.
    mass_twice(day, account, limit) { zh: "账号 {account} 在 {day} 的群发超过一天 {limit} 次", en: "The account {account} has more than {limit} mass sends on {day}" }
    /// Too many mass sends in a month.
    mass_monthly(month, account, limit) { zh: "账号 {account} 在 {month} 的群发超过一月 {limit} 次", en: "The account {account} has more than {limit} mass sends in {month}" }
    /// A day on which nothing goes out.
    blackout(day, reason) { zh: "{day} 是停发日：{reason}", en: "Nothing goes out on {day}: {reason}" }
    /// The reason when none is given.
    blackout_plain(day) { zh: "{day} 是停发日", en: "Nothing goes out on {day}" }
    /// How to mend a clash.
    clash_help() { zh: "改其中一期的 publish.at，或写 slot: next 让程序排", en: "Change one publish.at, or write slot: next and let the program choose" }
    /// How to mend too many mass sends.
    mass_help() { zh: "改用 mode: publish，或换一天", en: "Use mode: publish, or another day" }
    /// Where the other one stands.
    other_edition() { zh: "另一期在这里", en: "The other one is here" }
    /// An article that can never go out.
    until_before() { zh: "publish.until 不晚于发布时间，永远发不出去", en: "publish.until is not after the time of publication: it can never go out" }
    /// How to mend that.
    until_help() { zh: "把 until 改到发布时间之后", en: "Set until after the time of publication" }
    /// An embargo after the time.
    embargo_after() { zh: "embargo 晚于发布时间", en: "The embargo ends after the time of publication" }
    /// How to mend that.
    embargo_help() { zh: "把发布时间改到 embargo 之后", en: "Schedule it after the embargo" }
}
