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
    illegal(term) { zh: "“{term}”在本站的违法信息词表里", en: "“{term}” is on this site's list of illegal content" }
}
