//! Sentences about claims that a text makes against its own account, or of trade that is forbidden.

messages! { area = "claims";
    /// A trade that is forbidden.
    forbidden_trade(words) { zh: "“{words}”可能是在买卖、提供违禁的物品或服务", en: "“{words}” may offer forbidden goods or services" }
    /// What to do.
    forbidden_trade_help() { zh: "删除；误报时写明是提醒还是报道，例如“警方提醒”", en: "Delete it; when it is a warning or a report, say so" }
    /// A block in traditional characters.
    traditional_ad() { zh: "这一段广告主要用繁体字写成", en: "This block of an advertisement is written in traditional characters" }
    /// A block in pinyin.
    pinyin_ad() { zh: "这一段只有拼音，没有汉字", en: "This block is pinyin without characters" }
    /// A block of an advertisement in another language.
    foreign_ad() { zh: "这一段广告只有外文，没有汉字", en: "This block of an advertisement has foreign words and no Chinese" }
    /// A coined idiom.
    coined(words) { zh: "“{words}”是改了字的成语", en: "“{words}” is an idiom with a character changed" }
    /// Pinyin in the place of characters.
    pinyin_words(words) { zh: "广告里“{words}”只写拼音，没有写汉字", en: "“{words}” is pinyin in the place of characters" }
    /// A confessed deception.
    faked(words) { zh: "“{words}”说的是虚假宣传或混淆的做法", en: "“{words}” tells of deception or passing off" }
    /// What to do.
    faked_help() { zh: "删除，并改正所说的做法；产地、荣誉、名称按事实写", en: "Delete it and mend the practice; state origin, honours and names as they are" }
    /// Somebody else's text, changed.
    rewritten(words) { zh: "“{words}”说明文章改自别人的作品", en: "“{words}” says that the text was made from somebody else's" }
    /// A font without licence, by the text.
    font_told(words) { zh: "“{words}”说明字体没有授权", en: "“{words}” says that a font has no licence" }
    /// A missing credit, by the text.
    credit_told(words) { zh: "“{words}”说明作品没有署名", en: "“{words}” says that a work is not credited" }
    /// What to do.
    credit_told_help() { zh: "找到作者，取得同意后署名；找不到就换一张来源清楚的", en: "Find the author, ask, and give the credit; otherwise take a work of known origin" }
    /// An endorser who never used the goods.
    endorser_told(words) { zh: "“{words}”：推荐人没有用过商品，或者借名人之名而没有依据", en: "“{words}”: the endorser never used the goods, or a celebrity is named without proof" }
    /// What to do.
    endorser_told_help() { zh: "删除；代言人要用过商品，并在 endorsers 里写明 used_since 和依据", en: "Delete it; an endorser must have used the goods, see `endorsers` with `used_since`" }
    /// A portrait without consent, by the text.
    portrait_told(words) { zh: "“{words}”说明使用他人的姓名、肖像没有取得同意", en: "“{words}” says that a person did not agree to be shown or named" }
    /// What to do.
    portrait_told_help() { zh: "取得书面同意并在 consent_file 里写明，或者删去这个人", en: "Get written consent and name it in `consent_file`, or leave the person out" }
    /// A dear prize of a draw.
    dear_prize(words) { zh: "“{words}”作抽奖的奖品，价值多半超过五万元", en: "“{words}” as the prize of a draw is probably worth more than 50,000 yuan" }
    /// A certificate instead of a patent's number.
    certificate(words) { zh: "“{words}”没有写明专利号和专利种类", en: "“{words}” gives neither number nor kind of a patent" }
}
