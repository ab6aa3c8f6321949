//! Sentences of the rules about what may be published at all: news, rumours, maps, minors, appeals.

messages! { area = "gov-rules";
    // gov.rumour

    /// A listed phrase of rumours.
    rumour_phrase(term) { zh: "“{term}”疑似传播未经证实的消息", en: "“{term}” looks like unverified news" }
    /// Hearsay about a danger.
    rumour(heard, danger) {
        zh: "“{heard}”之后说到“{danger}”，这一段没有官方来源",
        en: "“{heard}” leads to “{danger}” and the paragraph names no official source",
    }
    /// A claim that something terrible will happen.
    rumour_claim(claim) { zh: "“{claim}”是险情、疫情的断言，须有官方公告", en: "“{claim}” asserts a danger and needs an official notice" }
    /// How to mend it.
    rumour_help() {
        zh: "写明发布机关和时间，并在 front matter 的 sources 里附链接；找不到来源就删去",
        en: "Name the authority and the time, add its link to `sources`; delete what has no source",
    }
    // gov.territory

    /// A foreign or separatist name of a place.
    territory_name(term) { zh: "“{term}”不是中国的规范称呼", en: "“{term}” is not the name used in China" }
    /// A part of China in a list of countries.
    territory_list(shown) { zh: "“{shown}”把中国的地方列成了国家", en: "“{shown}” lists a part of China as a country" }
    /// A part of China in a column of countries.
    territory_cell(shown) { zh: "“{shown}”列在“国家”下面", en: "“{shown}” stands under “country”" }
    /// A part of China beside China.
    territory_beside(shown) { zh: "“{shown}”把中国和它的一部分并列", en: "“{shown}” puts China beside a part of it" }
    /// Called a state.
    territory_state(shown) { zh: "“{shown}”把中国的地方说成国家", en: "“{shown}” calls a part of China a state" }
    /// How to mend it.
    territory_help() {
        zh: "“国家”改为“国家和地区”，写“中国台湾”“中国香港”“中国澳门”；与大陆（内地）并列时写“大陆和台湾”“内地和香港”",
        en: "Write “countries and regions” and “中国台湾”, “中国香港”, “中国澳门”; beside the mainland write “大陆和台湾”, “内地和香港”",
    }
    /// The flag.
    territory_flag() { zh: "🇹🇼 是伪旗", en: "🇹🇼 is no flag of a state" }
    /// How to mend it.
    territory_flag_help() { zh: "删去，或写文字“中国台湾”", en: "Delete it, or write “中国台湾”" }
    // gov.secret

    /// A mark of secrecy.
    secret(term) { zh: "“{term}”疑似国家秘密的标志", en: "“{term}” looks like the mark of a state secret" }
    // gov.weather

    /// A forecast or warning of one's own.
    own_forecast(shown) { zh: "“{shown}”没有写明气象台，疑似自行发布预报或预警", en: "“{shown}” names no weather service and looks like a forecast or warning of one's own" }
    /// How to mend it.
    own_forecast_help() { zh: "改为转发气象台的内容，写明发布单位和时间", en: "Pass on what the weather service published, with its name and time" }
    // gov.fundraise

    /// A listed phrase.
    fundraise_phrase(term) { zh: "“{term}”疑似没有资格的公开募捐", en: "“{term}” looks like public fundraising without qualification" }
    /// An appeal with a way to pay.
    fundraise(appeal) { zh: "“{appeal}”旁边有收款方式，没有写具备公开募捐资格的慈善组织", en: "“{appeal}” stands beside a way to pay and names no charity qualified for public fundraising" }
    /// A sale that leans on charity.
    fundraise_sale(shown) { zh: "“{shown}”没有写受赠的慈善组织", en: "“{shown}” does not name the charity that receives it" }
    /// How to mend it.
    fundraise_help() { zh: "写明有公开募捐资格的慈善组织、备案编号和指定平台的链接，删去个人账户和收款码", en: "Name the qualified charity, its filing number and the link on a designated platform; remove private accounts and payment codes" }
    // gov.news

    /// The voice of a reporter.
    news_phrase(term) { zh: "“{term}”是新闻采编的写法，账号没有写 news_licence", en: "“{term}” is the voice of a newsroom and the account has no `news_licence`" }
    /// Politics in the manner of news.
    news(topic, manner) { zh: "“{topic}”加“{manner}”疑似时政新闻采编或评论", en: "“{topic}” with “{manner}” looks like political news or commentary" }
    /// How to mend it.
    news_help() { zh: "改为转载规定范围内的稿源并注明来源；讲政策时把原文链接和日期写进 sources", en: "Reprint a permitted source and name it; about policies, put link and date of the text into `sources`" }
    // gov.bad

    /// A listed expression.
    bad(term) { zh: "“{term}”疑似不良信息", en: "“{term}” looks like content in bad taste" }
    /// A place or group is judged as a whole.
    bad_group(shown) { zh: "“{shown}”疑似歧视一个地方或人群", en: "“{shown}” seems to discriminate against a place or group" }
    /// How to mend it.
    bad_group_help() { zh: "写具体的人和事，不评价一个地方或人群；招聘条件只写能力要求", en: "Write about persons and acts, not about a place or group; ask applicants for abilities only" }
    /// A disaster is mocked or used.
    bad_disaster(shown) { zh: "“{shown}”疑似拿灾难玩笑或促销", en: "“{shown}” seems to mock a disaster or to sell with it" }
    /// How to mend it.
    bad_disaster_help() { zh: "删去；灾难期间改写救助信息，或推迟发布", en: "Delete it; during a disaster write about help, or publish later" }
    // gov.minor-identity

    /// What identifies a minor in a case.
    minor_identity(shown) { zh: "“{shown}”可能让人认出涉案的未成年人", en: "“{shown}” may tell who the minor in this case is" }
    /// How to mend it.
    minor_identity_help() { zh: "去掉姓名、学校、班级和住址，写“某小学”“一名学生（化名）”", en: "Leave out name, school, class and address; write “a pupil of a primary school”" }
    // gov.minor-info

    /// Unfit for the minors it speaks to.
    minor_unfit(term) { zh: "面向未成年人的内容里有“{term}”", en: "“{term}” stands in content for minors" }
    /// How to mend it.
    minor_unfit_help() { zh: "删去，或改写成劝诫和求助的引导", en: "Delete it, or turn it into advice and a place to find help" }
    /// A dangerous act as a game.
    minor_stunt(shown) { zh: "“{shown}”可能诱发模仿，这一段没有提示", en: "“{shown}” may be imitated and the paragraph has no warning" }
    /// How to mend it.
    minor_stunt_help() { zh: "删去，或在这一段前面写明“危险动作，请勿模仿”", en: "Delete it, or begin the paragraph with a warning not to imitate it" }
    // gov.heroes

    /// A word of the site's list.
    hero_term(term) { zh: "“{term}”涉及英雄烈士", en: "“{term}” concerns heroes and martyrs" }
    /// Mockery or denial.
    hero_insult(hero, insult) { zh: "“{hero}”和“{insult}”写在一句，疑似侮辱、否定英雄烈士", en: "“{hero}” with “{insult}” may insult or deny heroes and martyrs" }
    /// A sale.
    hero_sale(hero, sale) { zh: "“{hero}”和“{sale}”写在一句，疑似把英雄烈士用于商业", en: "“{hero}” with “{sale}” may use heroes and martyrs for trade" }
    /// How to mend it.
    hero_help() { zh: "纪念和促销分开写；删去戏说和否定的话", en: "Keep remembrance and sales apart; delete mockery and denial" }
    // gov.ethnic-religion

    /// Religion sells.
    religion_in_ad(term) { zh: "“{term}”拿宗教作卖点", en: "“{term}” sells with religion" }
    /// A people is judged.
    ethnic(shown) { zh: "“{shown}”疑似歧视、侮辱民族", en: "“{shown}” may discriminate against or insult a people" }
    /// How to mend it.
    ethnic_help() { zh: "删去；写具体的人和事", en: "Delete it; write about persons and acts" }
    /// Preaching on the net.
    preaching(shown) { zh: "“{shown}”疑似网上传教，须有互联网宗教信息服务许可", en: "“{shown}” looks like preaching on the net, which needs a licence" }
    /// How to mend it.
    preaching_help() { zh: "删去；介绍文化和习俗时写清楚是介绍", en: "Delete it; when it is about culture or custom, say so" }
    // gov.illegal

    /// A word of the site's list.
    illegal(term) { zh: "“{term}”疑似违法信息", en: "“{term}” may be illegal content" }
    // gov.map

    /// A map without a number.
    map_unreviewed(file) { zh: "{file} 像是地图，没有审图号", en: "{file} looks like a map and has no review number" }
    /// The number is not printed.
    map_unprinted(number) { zh: "审图号 {number} 没有印在图注里", en: "The review number {number} is not printed in the caption" }
    /// A map in words.
    map_mentioned(shown) { zh: "“{shown}”：公开的地图要有审图号", en: "“{shown}”: maps shown to the public need a review number" }
    /// How to mend it.
    map_help() { zh: "用标准地图服务的底图，图注写“审图号：GS(年份)号码号”，并写进记录的 map_review_no", en: "Use a standard map, print its number (审图号) in the caption and put it into `map_review_no`" }
    // gov.ai-label

    /// Declared, and readers are not told.
    ai_unlabelled() { zh: "写了 ai: generated，正文没有“AI 生成”的说明", en: "`ai: generated`, and the text does not tell readers" }
    /// Helped, and readers are not told.
    ai_assisted() { zh: "写了 ai: assisted，正文没有说明哪些部分由 AI 辅助", en: "`ai: assisted`, and the text does not say with what" }
    /// A picture.
    ai_picture(file) { zh: "{file} 是 AI 生成的，图注和正文都没有说明", en: "{file} is made by AI and neither caption nor text says so" }
    /// How to mend it.
    ai_help() { zh: "在文首、文末或图注写“本文（图片）由 AI 生成”，发表时在平台勾选声明", en: "Say at the beginning, the end or in the caption that it is made by AI, and declare it on the platform" }
    /// The record says otherwise than the front matter.
    ai_denied(file) { zh: "写着 ai: none，而 {file} 记录为 AI 生成", en: "`ai: none`, and {file} is recorded as made by AI" }
    /// Say it.
    ai_declare() { zh: "把 ai 写成 assisted 或 generated，并在正文说明", en: "Write `ai: assisted` or `ai: generated` and tell readers" }
    /// A marked file.
    ai_marked(file) { zh: "{file} 带有 AI 生成标识，文章写着 ai: none", en: "{file} is marked as made by AI, and the article says `ai: none`" }
    /// A marked file, and nothing is said.
    ai_marked_unsaid(file) { zh: "{file} 带有 AI 生成标识，文章没有写 ai", en: "{file} is marked as made by AI, and the article does not say `ai`" }
    /// What to do.
    ai_marked_help() { zh: "如实写 ai，并在图注说明；不要删去图片里的标识", en: "Say so with `ai` and in the caption; leave the mark in the file" }
    /// A tool is named.
    ai_tool(tool) { zh: "写着 ai: none，ai_tools 却有“{tool}”", en: "`ai: none`, and `ai_tools` names {tool}" }
    /// A tool is named, and nothing is said.
    ai_tool_unsaid(tool) { zh: "ai_tools 写了“{tool}”，没有写 ai", en: "`ai_tools` names {tool}, and the article does not say `ai`" }
    /// The text says so.
    ai_says(shown) { zh: "“{shown}”说明用了 AI，front matter 没有声明", en: "“{shown}” means that AI was used, and the front matter does not say so" }
    /// A face or voice.
    ai_faked(shown) { zh: "“{shown}”须取得本人单独同意并标识", en: "“{shown}” needs the person's own consent and a label" }
    /// How to mend it.
    ai_faked_help() { zh: "删去，或取得本人书面同意、记录凭证，并标注“AI 合成”", en: "Delete it, or get the person's written consent, record it, and label it as made by AI" }
    // gov.category

    /// Outside.
    category(category, account, known) { zh: "{category} 不在账号 {account} 登记的领域（{known}）里", en: "{category} is none of the subjects of the account {account}: {known}" }
    /// How to mend it.
    category_help() { zh: "换到对应的账号发，或变更登记后更新 qianfa.yaml 的 category", en: "Publish it elsewhere, or change the registration and `category` in qianfa.yaml" }
    // gov.news.repost

    /// Keys that are missing.
    news_thin(missing) { zh: "转载新闻的记录缺 {missing}", en: "The record of the reposted news lacks {missing}" }
    /// Not on the list.
    news_source(source) { zh: "稿源“{source}”不在 policy/lists/news-sources.yaml 里", en: "The source {source} is not listed in policy/lists/news-sources.yaml" }
    /// Another title.
    news_title(original) { zh: "转载新闻改了标题，原标题是“{original}”", en: "The title of the reposted news was {original}" }
    /// How to mend it.
    news_repost_help() { zh: "只转名单里的稿源，恢复原标题，在 repost 里写全 title、editor、url", en: "Repost listed sources only, restore the title, and fill in title, editor and url of `repost`" }
    // gov.source-label

    /// No source.
    source_missing(word) { zh: "“{word}”类文章没有写来源", en: "An article about {word} names no source" }
    /// No date.
    source_undated(title) { zh: "来源“{title}”没有写日期", en: "The source {title} has no date" }
    /// How to mend it.
    source_help() { zh: "在 sources 里写明标题、链接和日期，正文也要让读者看到", en: "Give title, link and date under `sources`, and show them to readers" }
    /// A picture without time and place.
    source_picture(file) { zh: "{file} 没有拍摄时间和地点", en: "{file} has no time and place" }
    /// How to mend it.
    source_picture_help() { zh: "在记录里写 shot_at 和 place，并写进图注", en: "Write `shot_at` and `place` into the record and the caption" }
    // gov.fiction-label

    /// Not told.
    fiction() { zh: "情节是虚构的，正文没有标明", en: "The plot is made up, and readers are not told" }
    /// How to mend it.
    fiction_help() { zh: "在文首写“本文情节虚构”或“剧情演绎”", en: "Begin with a line that says that the plot is made up" }
    // gov.language

    /// Traditional characters.
    language_traditional() { zh: "全文三成以上是繁体字", en: "More than 30% of the characters are traditional" }
    /// Letters for characters.
    language_pinyin() { zh: "广告里用拼音代替汉字", en: "The advertisement writes pinyin in the place of characters" }
    /// Mostly foreign.
    language_foreign() { zh: "政府、媒体账号的文章以外文为主", en: "Mostly foreign words in an account of a government or medium" }
    /// How to mend it.
    language_help() { zh: "改用规范汉字；必须用外文的地方附中文", en: "Use standard characters; add Chinese where foreign words are needed" }
    // gov.comment

    /// Nobody is named.
    comments_unwatched(missing) { zh: "开了留言，没有写 {missing}", en: "Comments are open without {missing}" }
    /// How to mend it.
    comments_help() { zh: "写 comments: 下的 moderator（谁）和 hours（何时），可放进 _defaults.yaml", en: "Write moderator and hours under `comments`, in _defaults.yaml for all articles" }
    // gov.group

    /// Missing keys.
    group_thin(missing) { zh: "社群公约缺 {missing}", en: "The rules of the group lack {missing}" }
    /// How to mend it.
    group_help() { zh: "写明负责人（owner）、禁止内容（bans）和处置步骤（ladder，最后移出）", en: "Name the owner, what is banned, and the steps up to removal" }
    // gov.review

    /// Nobody is asked.
    no_review() { zh: "有待发的文章，没有 policy/approvals.yaml 规定谁来审", en: "Articles are ready and no policy/approvals.yaml says who reviews them" }
    /// How to mend it.
    no_review_help() { zh: "写一份 policy/approvals.yaml，至少一个角色、一条规则；写法见 docs/signoff.md", en: "Write policy/approvals.yaml with at least one role and one rule; docs/signoff.md shows how" }
}
