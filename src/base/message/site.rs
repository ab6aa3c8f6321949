//! Sentences about loading a site.

messages! { area = "site";
    /// A font file does not exist.
    font_missing(path) { zh: "没有字体文件 {path}", en: "There is no font file {path}" }
    /// How to mend a missing font file.
    font_missing_help() {
        zh: "路径从站点根目录写起；不写 fonts 就用这台机器上的中文字体",
        en: "The path starts at the site's root; without fonts a Chinese font of the machine is used",
    }
    /// No `qianfa.yaml`.
    no_config() { zh: "没有 qianfa.yaml", en: "There is no qianfa.yaml" }
    /// How to mend it.
    no_config_help() { zh: "在站点根目录建一个，至少写 name、zone 和 accounts", en: "Create one at the root of the site with name, zone and accounts" }
    /// Another version of the file.
    bad_version(version) { zh: "不认识 version: {version}，目前只有 1", en: "Unknown version {version}; so far there is only 1" }
    /// How to mend it.
    bad_version_help() { zh: "写 version: 1，或升级 qianfa", en: "Write version: 1, or update qianfa" }
    /// An account's name.
    bad_account_name(name) { zh: "账号名“{name}”不能用在分支名里", en: "The account name {name} cannot be a part of a branch name" }
    /// How to mend it.
    bad_account_name_help() { zh: "只用小写字母、数字和减号，例如 main、brand-2", en: "Use lower-case letters, digits and hyphens only, such as main or brand-2" }
    /// No accounts.
    no_accounts() { zh: "accounts 里没有可用的账号", en: "accounts holds no usable account" }
    /// How to mend it.
    no_accounts_help() { zh: "在 accounts 下面缩进写一个账号名，例如 main:，再往里写它的 title", en: "Below accounts, indented, name an account such as `main:`, and its title below that" }
    /// A secret in the site.
    secret_in_site() { zh: "密钥不能写在站点里", en: "A secret must not stand in a site" }
    /// How to mend it.
    secret_in_site_help() { zh: "写 secret_env: 变量名，或 secret_file: 站点外的文件；这个密钥已经泄露，到公众平台重置", en: "Write secret_env: VARIABLE or secret_file: a file outside the site, and reset this secret, for it has leaked" }
    /// Two places for a secret.
    two_secrets() { zh: "secret_env 和 secret_file 只能写一个", en: "Only one of secret_env and secret_file can be given" }
    /// How to mend it.
    two_secrets_help() { zh: "删掉其中一个", en: "Delete one of them" }
    /// Not an address.
    bad_address(key, value) { zh: "“{key}”的地址“{value}”不对", en: "{value} is no address for {key}" }
    /// How to mend it.
    bad_address_help() { zh: "以 https:// 或 http:// 开头，例如 https://api.weixin.qq.com", en: "Begin with https:// or http://, such as https://api.weixin.qq.com" }
    /// An end before its beginning.
    end_before_start() { zh: "结束早于开始", en: "The end comes before the beginning" }
    /// How to mend it.
    end_before_start_help() { zh: "对调两个时间，或改正其中一个", en: "Swap the two, or mend one of them" }
    /// The nearest name.
    nearest_name(near) { zh: "可以写：{near}", en: "Perhaps {near} was meant" }
    /// All names.
    known_names(names) { zh: "现有的：{names}", en: "There are: {names}" }

    /// Bytes that are no UTF-8.
    not_utf8(offset) { zh: "文件不是 UTF-8：第 {offset} 个字节之后的内容读不出", en: "The file is not UTF-8: what follows byte {offset} cannot be read" }
    /// How to mend it.
    not_utf8_help() { zh: "在编辑器里选“以 UTF-8 编码保存”", en: "Save the file with the encoding UTF-8" }
    /// A file name that is no UTF-8.
    name_not_utf8() { zh: "文件名不是 UTF-8", en: "The name of the file is not UTF-8" }
    /// How to mend it.
    name_not_utf8_help() { zh: "改用 UTF-8 的文件名", en: "Rename the file with a name in UTF-8" }
    /// How to mend a file that is too large.
    too_large_help() { zh: "拆小它；文章上限 4 MB，YAML 上限 1 MB，图片等上限 20 MB", en: "Split it; articles may have 4 MB, YAML 1 MB, pictures and other files 20 MB" }
    /// How to mend a link.
    link_help() { zh: "换成文件本身，这样从提交里读到的和磁盘上的一样", en: "Put the file itself there, so that a commit holds the same as the disk" }
    /// Neither file nor folder.
    not_a_file(path) { zh: "{path} 读不了，或者不是普通文件", en: "{path} cannot be read or is no ordinary file" }
    /// A folder with the name of a file.
    folder_named_file(path) { zh: "{path} 是文件夹，却用了文件的名字", en: "{path} is a folder with the name of a file" }
    /// How to mend it.
    folder_named_file_help() { zh: "给文件夹去掉扩展名", en: "Take the extension off the folder's name" }
    /// An article inside another's folder.
    hidden_article() { zh: "这个文件在另一篇文章的文件夹里，不会作为文章发布", en: "This file lies in another article's folder and is not an article" }
    /// How to mend it.
    hidden_article_help() { zh: "要发布就移到 content/栏目/ 下面；不发布就去掉头信息", en: "Move it below content/COLUMN/ to publish it, or take its front matter off" }

    /// An uid with other characters.
    bad_uid(uid) { zh: "uid“{uid}”不合适", en: "{uid} does not fit as uid" }
    /// How to mend it.
    bad_uid_help() { zh: "只用英文字母、数字、减号和下划线，最多 64 个", en: "Use at most 64 ASCII letters, digits, hyphens and underscores" }
    /// No uid.
    no_uid(uid) { zh: "没有 uid，暂时按路径用 {uid}", en: "No uid; {uid} is derived from the path" }
    /// How to mend it.
    no_uid_help() { zh: "把它写进头信息，改名或移动后仍是同一篇", en: "Write it into the front matter, so that the article stays the same when it is renamed" }
    /// An uid twice.
    uid_twice(uid) { zh: "两篇文章的 uid 都是“{uid}”", en: "Two articles bear the uid {uid}" }
    /// How to mend it.
    uid_twice_help() { zh: "删掉后写的那篇的 uid，再运行 check --fix 换一个", en: "Delete the uid of the newer one, and run check --fix to get another" }
    /// Label of the other of two.
    other_here() { zh: "另一处在这里", en: "the other is here" }
    /// A key that belongs to one article.
    not_a_default(key) { zh: "“{key}”每篇不同，不能写成默认值", en: "{key} belongs to one article and cannot be a default" }
    /// How to mend it.
    not_a_default_help() { zh: "写到各篇文章的头信息里", en: "Write it into the front matter of each article" }

    /// An unknown account.
    unknown_account(name) { zh: "qianfa.yaml 里没有账号“{name}”", en: "qianfa.yaml has no account {name}" }
    /// An unknown column.
    unknown_column(name) { zh: "desk/columns.yaml 里没有栏目“{name}”", en: "desk/columns.yaml has no column {name}" }
    /// An unknown campaign.
    unknown_campaign(name) { zh: "没有活动“{name}”，campaigns/ 里没有这个文件", en: "There is no campaign {name} under campaigns/" }
    /// Both keys.
    two_account_keys() { zh: "account 和 accounts 只能写一个", en: "Only one of account and accounts can be given" }
    /// How to mend it.
    two_account_keys_help() { zh: "一个账号写 account，几个写 accounts", en: "Write account for one, accounts for several" }
    /// An account twice.
    account_twice(name) { zh: "账号“{name}”写了两次", en: "The account {name} is given twice" }
    /// Several accounts, none named.
    which_account() { zh: "站点有几个账号，没有写发到哪一个", en: "The site has several accounts, and none is named" }
    /// How to mend it.
    which_account_help(names) { zh: "加一行“account: …”，可选：{names}", en: "Add a line `account: …`; there are: {names}" }

    /// A tag without mass sending.
    audience_without_mass(mode) { zh: "mode: {mode} 不能按标签发送", en: "mode: {mode} cannot go to a tag" }
    /// How to mend it.
    audience_without_mass_help() { zh: "改成 mode: mass，或去掉 to", en: "Write mode: mass, or take `to` off" }
    /// Not an audience.
    bad_audience(value) { zh: "发送对象“{value}”不对", en: "{value} is no audience" }
    /// How to mend it.
    bad_audience_help() { zh: "写 all；要发给一个标签就写成 to: 换行缩进 tag: 标签名", en: "Write all, or for one tag `tag: NAME` on an indented line below `to:`" }
    /// An edition's name.
    bad_edition(name) { zh: "一期的名称“{name}”不合适", en: "{name} does not fit as the name of an edition" }
    /// How to mend it.
    bad_edition_help() { zh: "用文字、数字、减号、下划线和点，最多 64 个，不以点开头", en: "Use at most 64 letters, digits, hyphens, underscores and dots, no dot first" }
    /// A limit before the time.
    until_before_at() { zh: "until 早于 at，这篇永远发不出去", en: "until comes before at; this would never go out" }
    /// How to mend it.
    until_before_at_help() { zh: "把 until 改到 at 之后，或去掉它", en: "Put until after at, or take it off" }
    /// Both keys.
    at_and_slot() { zh: "at 和 slot 只能写一个", en: "Only one of at and slot can be given" }
    /// How to mend it.
    at_and_slot_help() { zh: "定好时间写 at，排到下一个空档写 slot: next", en: "Write at for a fixed time, slot: next for the next free slot" }
    /// How to mend a path.
    outside_help() { zh: "写站点里的文件，路径相对于当前文件", en: "Name a file of the site, relative to this file" }
    /// A cover that is a text.
    cover_text() { zh: "cover 应当是一组键值", en: "cover should be a map" }
    /// How to mend it.
    cover_text_help(image) { zh: "写成 cover: 换行缩进 image: {image}", en: "Write `image: {image}` on an indented line below `cover:`" }
    /// A design of a card that is neither built in nor in the site.
    card_unknown(name) { zh: "没有叫 {name} 的封面卡片", en: "There is no cover card called {name}" }
    /// The nearest design.
    card_near(name) { zh: "是不是 {name}？", en: "Perhaps {name}?" }
    /// Which designs there are.
    card_help(names, path) { zh: "自带的有：{names}；也可以自己做一个 {path}", en: "Built in are {names}; a design of your own goes into {path}" }
    /// Four colours or more.
    too_many_colors() { zh: "颜色最多三个", en: "At most three colours" }
    /// Which three.
    too_many_colors_help() { zh: "依次写主色、字色、底色", en: "Write accent, ink and paper, in this order" }
    /// Not a colour.
    bad_color(color) { zh: "{color} 不是颜色", en: "{color} is no colour" }
    /// How to write one.
    bad_color_help() { zh: "写成 \"#b8382b\" 这样，带引号", en: "Write it like \"#b8382b\", in quotes" }
    /// Not a point.
    bad_focus() { zh: "focus 应当是两个 0 到 1 之间的数", en: "focus should be two numbers from 0 to 1" }
    /// How to mend it.
    bad_focus_help() { zh: "写成 [0.5, 0.4]：离左边一半，离上边四成", en: "Write [0.5, 0.4]: half from the left, four tenths from the top" }

    /// A column twice.
    column_twice(id) { zh: "栏目“{id}”的 id 或名称写了两次", en: "The id or name of the column {id} is given twice" }
    /// A record twice.
    record_twice(file) { zh: "{file} 有两条权利记录", en: "{file} has two records" }
    /// An id twice.
    id_twice(id) { zh: "名称“{id}”用了两次", en: "The id {id} is used twice" }
    /// A campaign's id and file.
    campaign_id(id, stem) { zh: "活动的 id 是“{id}”，文件名却是 {stem}.yaml", en: "The campaign's id is {id}, but its file is {stem}.yaml" }
    /// How to mend it.
    campaign_id_help(stem) { zh: "写 id: {stem}，或给文件改名", en: "Write id: {stem}, or rename the file" }

    /// An order twice.
    order_twice(order) { zh: "同一期里有两篇的 order 都是 {order}", en: "Two articles of one edition have the order {order}" }
    /// How to mend it.
    order_twice_help() { zh: "改掉其中一个", en: "Change one of them" }
    /// Different times in one edition.
    edition_times(name) { zh: "同一期“{name}”里写了不同的时间", en: "The articles of the edition {name} name different times" }
    /// How to mend it.
    edition_times_help() { zh: "写成一样的，或只在一篇里写", en: "Write the same, or write it in one article only" }
    /// Different modes in one edition.
    edition_modes(name, one, two) { zh: "同一期“{name}”里既有 mode: {one} 又有 mode: {two}", en: "The edition {name} has both mode: {one} and mode: {two}" }
    /// Different audiences in one edition.
    edition_audiences(name, one, two) { zh: "同一期“{name}”里发送对象不同：{one} 和 {two}", en: "The edition {name} goes to different audiences: {one} and {two}" }
    /// How to mend it.
    edition_modes_help() { zh: "在这一期的每篇里写成一样的", en: "Write the same in every article of the edition" }
    /// Too many articles.
    edition_too_large(name, count, most) { zh: "一期“{name}”有 {count} 篇，最多 {most} 篇", en: "The edition {name} has {count} articles; {most} is the most" }
    /// How to mend it.
    edition_too_large_help() { zh: "把一部分放到另一期", en: "Move some to another edition" }
    /// Pictures among others.
    pictures_alone(name) { zh: "图片消息要单独成一期，“{name}”里还有别的文章", en: "A picture article goes out alone, but the edition {name} has others" }
    /// How to mend it.
    pictures_alone_help() { zh: "去掉它的 edition", en: "Take its edition off" }
    /// An edition named like a uid.
    edition_is_uid(name) { zh: "这一期的名称和另一篇文章的 uid 相同：{name}", en: "The edition bears the uid of another article: {name}" }
    /// How to mend it.
    edition_is_uid_help() { zh: "给这一期换个名称", en: "Give the edition another name" }
    /// No slots.
    no_slots(account) { zh: "账号“{account}”没有 slots，排不了空档", en: "The account {account} has no slots to choose from" }
    /// How to mend it.
    no_slots_help(account) { zh: "在 qianfa.yaml 的“{account}”里写 slots，或者写出具体时间", en: "Give {account} slots in qianfa.yaml, or write an exact time" }
}
