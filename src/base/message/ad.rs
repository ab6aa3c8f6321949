//! Sentences about advertisements: why a document is one, and absolute claims in it.

messages! { area = "ad";
    /// The front matter says so.
    sign_declared() { zh: "按广告检查，因为写明了 kind: ad", en: "Checked as an advertisement because the front matter says kind: ad" }
    /// There is a sponsor.
    sign_sponsor(name) { zh: "按广告检查，因为有赞助方“{name}”", en: "Checked as an advertisement because there is a sponsor, “{name}”" }
    /// There is a promoted brand.
    sign_brand(name) { zh: "按广告检查，因为推广品牌“{name}”", en: "Checked as an advertisement because it promotes the brand “{name}”" }
    /// It is paid for.
    sign_paid() { zh: "按广告检查，因为写明收费或带佣金", en: "Checked as an advertisement because it is paid for or earns a commission" }
    /// It links to a shop.
    sign_shop(host) { zh: "按广告检查，因为链接指向店铺 {host}", en: "Checked as an advertisement because it links to the shop {host}" }
    /// It belongs to a selling campaign.
    sign_campaign(id) { zh: "按广告检查，因为属于以销售或获客为目标的活动 {id}", en: "Checked as an advertisement because it belongs to the campaign {id}, which wants sales or leads" }
    /// A plan that wants to sell.
    sign_goal(goal) { zh: "按广告检查，因为活动以销售或获客为目标（{goal}）", en: "Checked as an advertisement because the campaign wants sales or leads ({goal})" }
    /// A link or picture leads to a purchase.
    sign_purchase(words) { zh: "按广告检查，因为有购买入口“{words}”", en: "Checked as an advertisement because there is a way to buy: “{words}”" }
    /// A QR code beside a call to buy.
    sign_code() { zh: "按广告检查，因为二维码旁写着购买、下单或领券", en: "Checked as an advertisement because a QR code stands beside a call to buy" }
    /// A coupon code.
    sign_coupon() { zh: "按广告检查，因为给出了优惠码", en: "Checked as an advertisement because it gives a coupon code" }
    /// The text calls to buy.
    sign_call(words) { zh: "按广告检查，因为正文号召“{words}”", en: "Checked as an advertisement because the text calls to buy: “{words}”" }
    /// The text offers what is the writer's own.
    sign_offer(words) { zh: "按广告检查，因为正文在招揽顾客：“{words}”", en: "Checked as an advertisement because the text offers something: “{words}”" }
    /// A price stands beside a brand.
    sign_price(brand) { zh: "按广告检查，因为写了价格和“{brand}”", en: "Checked as an advertisement because it names a price and “{brand}”" }
    /// It says that it is none, and a strong sign says otherwise.
    denied() { zh: "写明 kind: editorial，却有广告的迹象", en: "It says kind: editorial and has signs of an advertisement" }
    /// What to do about it.
    denied_help() {
        zh: "去掉购买入口或赞助信息；确是广告就改成 kind: ad 并标明“广告”",
        en: "Take out the way to buy or the sponsor; if it is an advertisement, write kind: ad and label it 广告",
    }

    // Absolute claims.

    /// An absolute word in an advertisement.
    absolute_in_ad(term) { zh: "广告里不得用绝对化用语“{term}”", en: "An advertisement may not use the absolute claim “{term}”" }
    /// An absolute word elsewhere.
    absolute_elsewhere(term) { zh: "“{term}”是绝对化用语；本文不算广告，只作提示", en: "“{term}” is an absolute claim; this is no advertisement, so take it as a hint" }
    /// An absolute word as a wish.
    absolute_wish(term) { zh: "“{term}”写的是愿望或目标；写成已做到就违法", en: "“{term}” states a wish or goal; stated as reached it would be unlawful" }
    /// An absolute word about oneself.
    absolute_self(term) { zh: "“{term}”只与自家产品相比；要属实，并能列出比较的型号", en: "“{term}” compares one's own products only; it must be true and name the models" }
    /// An absolute word with evidence.
    absolute_proven(term) { zh: "“{term}”在 evidence 里有依据；在文中写明时间、地域和出处", en: "“{term}” has evidence on file; name time, place and source in the text" }
    /// A rank without evidence.
    rank_unproven(term) { zh: "“{term}”是排名，evidence 里没有依据", en: "“{term}” is a rank without evidence on file" }
    /// A rank whose evidence is incomplete.
    rank_thin(term, fields) { zh: "“{term}”的依据缺少 {fields}", en: "The evidence for “{term}” lacks {fields}" }
}
