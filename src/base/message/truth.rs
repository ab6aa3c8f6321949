//! Sentences about truth in advertising, prices, competition, and what a platform lets an account do.

messages! { area = "truth";
    // Word rules.

    /// Asking for clicks on advertisements.
    ad_click(term) { zh: "“{term}”请读者点击广告", en: "“{term}” asks readers to click advertisements" }
    /// Leading readers to spare accounts.
    lost_contact(term) { zh: "“{term}”引导读者关注其他账号", en: "“{term}” leads readers to other accounts" }
    /// Numbers that look live.
    fake_stock(term) { zh: "“{term}”写在不会变的文章里，可能是虚构的库存或抢购", en: "“{term}” in a text that never changes may be a made-up stock or rush" }
    /// A promotion without its conditions.
    bare_promotion(term) { zh: "“{term}”所在的段落没有写明条件或期限", en: "The block of “{term}” names no conditions or end" }
    /// A lowest price.
    lowest_price(term) { zh: "“{term}”是无法核实的最低价", en: "“{term}” is a lowest price that nobody can check" }
    /// A price without yuan.
    bare_price(term) { zh: "“{term}”没有用阿拉伯数字和人民币标价", en: "“{term}” is no price in digits and yuan" }
    /// Well-known trade mark.
    well_known_mark(term) { zh: "“{term}”不能用于宣传", en: "“{term}” may not be used in advertising" }
    /// Gambling.
    gambling(term) { zh: "“{term}”涉及赌博或彩票预测", en: "“{term}” is gambling or lottery prediction" }
    /// A paid or invented review.
    fake_review(term) { zh: "“{term}”涉及虚假评价或刷量", en: "“{term}” means paid or invented reviews" }
    /// An unfair standard term.
    unfair_clause(term) { zh: "“{term}”可能是无效的格式条款", en: "“{term}” may be a void standard term" }
    /// An offer whose conditions are missing.
    unclear_offer(term) { zh: "“{term}”没有说清是哪一款、什么条件", en: "“{term}” does not say which goods, or on what conditions" }
    /// A listed inducement to like, comment, vote.
    induced_like(term) { zh: "“{term}”以奖励诱导互动", en: "“{term}” offers a reward for likes, comments or votes" }
    /// A listed inducement to share.
    induced_share(term) { zh: "“{term}”诱导或胁迫分享", en: "“{term}” induces or forces sharing" }
    /// A listed inducement to follow.
    induced_follow(term) { zh: "“{term}”诱导关注", en: "“{term}” induces following" }

    // Clickbait.

    /// A clickbait title.
    clickbait(term) { zh: "“{term}”是标题党的写法", en: "“{term}” is clickbait" }
    /// Official words in a title whose body names no document.
    fake_notice(term) { zh: "标题写“{term}”，正文却没有发文机关的文号", en: "The title says “{term}”, and the body names no document" }
    /// Two or more exclamation marks.
    exclamations(count) { zh: "标题有 {count} 个感叹号", en: "The title has {count} exclamation marks" }
    /// How to mend it.
    exclamations_help() { zh: "去掉感叹号，用事实说话", en: "Take them out and let the facts speak" }
    /// A title that breaks off.
    withheld() { zh: "标题用省略号藏住了下文", en: "The title breaks off before it says what it is about" }
    /// How to mend it.
    withheld_help() { zh: "把后半句写完整：谁、什么时候、怎么样", en: "Finish the sentence: who, when, what" }
    /// A name in the title that the body never mentions.
    absent_from_body(word) { zh: "标题里的“{word}”在正文里没有出现", en: "The body never mentions “{word}” of the title" }
    /// How to mend it.
    absent_from_body_help() { zh: "在正文里写到它，或从标题里去掉", en: "Write about it in the body, or take it out of the title" }

    // Citations.

    /// Figures or findings without a source.
    uncited(term) { zh: "“{term}”没有注明出处", en: "“{term}” names no source" }
    /// Limiting words in small print.
    small_print(term) { zh: "限制条件“{term}”写在小字里", en: "The limiting words “{term}” stand in small print" }
    /// Limiting words in a footnote, when the claim stands elsewhere.
    footnote_print(term) { zh: "限制条件“{term}”只写在脚注里", en: "The limiting words “{term}” stand in a footnote only" }
    /// How to mend it.
    small_print_help() { zh: "把限制条件移到主张旁边，字号、颜色与正文一样", en: "Put the limiting words beside the claim, in the size and colour of the text" }

    // Patents.

    /// No number.
    patent_without_number(term) { zh: "“{term}”没有写专利号", en: "“{term}” names no patent number" }
    /// No kind.
    patent_without_kind(term) { zh: "“{term}”没有写专利种类", en: "“{term}” does not say which kind of patent" }
    /// An application.
    patent_pending(term) { zh: "“{term}”：未取得的专利不能用于广告", en: "“{term}”: a patent that was not granted may not be advertised" }
    /// A patent that is over.
    patent_over(no) { zh: "专利 {no} 到发布时已经失效", en: "Patent {no} has ended by the day of publication" }
    /// How to mend it.
    patent_help() { zh: "写明专利号（ZL 开头）和种类（发明、实用新型、外观设计），或在 front matter 的 patents 里登记", en: "Write the number (ZL…) and the kind, or enter it under `patents` of the front matter" }
    /// How to mend it.
    patent_pending_help() { zh: "授权之后再写；现在只说技术本身", en: "Wait for the grant; speak of the technique for now" }

    // Other firms.

    /// A disparaging phrase.
    disparaging(term) { zh: "“{term}”可能贬低了其他经营者", en: "“{term}” may disparage other firms" }
    /// A competitor beside bad words.
    disparaged(name, word) { zh: "“{word}”说的是竞争对手“{name}”", en: "“{word}” is said of the competitor “{name}”" }
    /// How to mend it.
    disparage_help() { zh: "只写自己可以核实的事实；要比就用同一指标、同一条件，注明测试机构和日期", en: "State your own facts; compare only like with like, with institution and date" }

    // Recognisability.

    /// Words that deny it is an advertisement.
    denied_ad(term) { zh: "这篇看来是广告，却写着“{term}”", en: "This looks like an advertisement, and says “{term}”" }
    /// How to mend it.
    denied_ad_help() { zh: "删去这句话，在开头标明“广告”", en: "Take the phrase out and label the beginning 广告" }

    // Facts.

    /// A figure that contradicts the facts of the house.
    contradicts(shown, subject, fact) { zh: "“{shown}”与登记的事实不符：{subject}是{fact}", en: "“{shown}” contradicts the facts on file: {subject} is {fact}" }
    /// A price that contradicts the facts of the house.
    wrong_price(shown, product, price) { zh: "“{shown}”与登记的价格不符：{product}是 {price} 元", en: "“{shown}” contradicts the price on file: {product} costs {price} yuan" }
    /// An honour that has ended.
    honour_over(name, day) { zh: "荣誉“{name}”只能用到 {day}", en: "The honour “{name}” may be used until {day} only" }
    /// How to mend it.
    facts_help() { zh: "改成登记的值；登记的值过时了，先改 policy/facts.yaml", en: "Write the value on file; when that is out of date, mend policy/facts.yaml first" }
    /// An honour that is not on file.
    unknown_honour(term) { zh: "“{term}”没有登记在 policy/facts.yaml 的 honours 里", en: "“{term}” is not among the honours of policy/facts.yaml" }
    /// How to mend it.
    unknown_honour_help() { zh: "登记颁发机关、日期和证书，或从文中删去", en: "Enter issuer, date and certificate, or take it out" }

    // Gifts.

    /// A gift that lacks some of what has to be said.
    thin_gift(term, missing) { zh: "“{term}”没有写明赠品的{missing}", en: "“{term}” does not tell of the gift its {missing}" }

    // Prices.

    /// A price that is compared without saying with what.
    bare_comparison(term) { zh: "“{term}”没有说明比较的是什么价", en: "“{term}” does not say what the price is compared with" }
    /// A reference above the lowest price of the last seven days.
    reference_too_high(shown, low) { zh: "比较价“{shown}”高于前七日最低成交价 {low} 元", en: "The reference price “{shown}” is above the lowest price paid in the seven days before, {low} yuan" }

    // Links, messages, landing pages.

    /// A link of an advertisement that nobody has looked behind.
    unchecked_link(target) { zh: "广告链接 {target} 没有核对和存档的记录", en: "Nobody has looked behind the advertisement's link {target}, or kept a copy" }
    /// How to mend it.
    unchecked_link_help() { zh: "打开看过之后，在 front matter 的 links 里写 url、checked_on 和 archive", en: "Look behind it, then enter url, checked_on and archive under `links` of the front matter" }
    /// The record is older than a month.
    stale_link(target, day) { zh: "广告链接 {target} 上次核对是 {day}，离发布已超过 30 天", en: "The advertisement's link {target} was last looked at on {day}, more than 30 days before publication" }
    /// An advertisement in a site without approvals.
    no_register() { zh: "广告没有登记、审核的规则：站点没有要求任何人签发", en: "No policy asks for a sign-off: the advertisement will leave no record of its review" }
    /// How to mend it.
    no_register_help() { zh: "在 policy/approvals.yaml 里写一条针对广告的签发要求，签发记录就是登记和档案", en: "Ask for a sign-off of advertisements in policy/approvals.yaml; its record is the register" }
    /// A message with an advertisement to people who did not agree.
    message_without_consent(id) { zh: "消息“{id}”是广告，没有写收件人怎样同意的", en: "The message “{id}” advertises, and nothing says how its receivers agreed" }
    /// A message with an advertisement and no way out.
    message_without_optout(id) { zh: "消息“{id}”是广告，没有写怎样退订", en: "The message “{id}” advertises without a way to opt out" }
    /// A message with an advertisement and no sender.
    message_without_sender(id) { zh: "消息“{id}”是广告，没有写明发送者", en: "The message “{id}” advertises without naming its sender" }
    /// How to mend it.
    message_help() { zh: "写明 consent（在哪里同意）、sender（谁发的）、optout（回复什么退订）；做不到就不发", en: "Enter consent, sender and optout; without them the message cannot be sent" }
    /// A lure on a landing page.
    landing_lure(term) { zh: "落地页有“{term}”，像系统提示或红包一样诱人点击", en: "The landing page has “{term}”, a lure dressed as a system message or red packet" }
    /// A pop-up without a way to close it.
    landing_no_close() { zh: "落地页有弹窗，却没有关闭标志", en: "The landing page has a pop-up without a mark to close it" }
    /// A countdown before closing.
    landing_countdown(term) { zh: "弹窗要等倒计时才能关闭：“{term}”", en: "The pop-up can be closed only after a countdown: “{term}”" }
    /// How to mend it.
    landing_help() { zh: "显著标明关闭标志，点一下就能关，不倒计时，不冒充系统", en: "Show a mark that closes with one tap, without countdown, and pose as nobody" }

    // Competition.

    /// Another firm's brand in the place of a name.
    others_brand(name, place) { zh: "{place}用了别家的品牌“{name}”，可能让读者误认", en: "The brand “{name}” of another firm stands in the {place} and may mislead readers" }
    /// How to mend it.
    others_brand_help() { zh: "去掉这个名字；公平的比较写在正文里，注明参数和来源", en: "Take the name out; put a fair comparison, with parameters and sources, into the body" }

    // Platform.

    /// A link that phones do not open.
    external_link(target) { zh: "正文里的外部链接 {target} 打不开", en: "The external link {target} cannot be opened from the body" }
    /// How to mend it.
    external_link_help() { zh: "移到“阅读原文”（read_more），或换成自己的文章、小程序卡片", en: "Move it to read_more, or link an own article or a mini-program card" }
    /// A short link.
    short_link(target) { zh: "短链接或跳转链接 {target} 看不出去向", en: "The short or redirecting link {target} hides where it leads" }
    /// How to mend it.
    short_link_help() { zh: "写最终的地址", en: "Write the final address" }
    /// A lure to leave the platform.
    lured_out(term) { zh: "“{term}”以好处引导读者扫码、下载或加个人号", en: "“{term}” lures readers to scan, download or add a private account" }
    /// A code that leads to a target that is not on the list.
    unknown_code(target) { zh: "二维码指向没有登记的 {target}", en: "The QR code leads to {target}, which is not on the list" }
    /// A code whose registration has ended.
    code_over(target, day) { zh: "二维码指向的 {target} 只登记到 {day}", en: "The QR code leads to {target}, registered until {day} only" }
    /// How to mend it.
    code_help() { zh: "在 policy/links.yaml 登记去向和有效期（群码七天过期），或换成官方的二维码", en: "Enter target and end in policy/links.yaml (codes of groups end after seven days), or use an official code" }
    /// A code that leads to a private person.
    private_code(target) { zh: "二维码指向个人微信或收款码 {target}", en: "The QR code leads to a private account or payment {target}" }
    /// How to mend it.
    private_code_help() { zh: "换成公众号、企业微信或小程序的二维码", en: "Use the code of an official account, WeCom or a mini-program" }
    /// Expert content without a qualification.
    unqualified(subject) { zh: "{subject}内容没有对应的资质认证", en: "Content about {subject} stands without the account's qualification" }
    /// How to mend it.
    unqualified_help() { zh: "在 policy/credentials.yaml 登记资质，或请有资质的作者署名", en: "Enter the qualification in policy/credentials.yaml, or let a qualified author sign" }
    /// A name that poses as somebody.
    posing(name, as_who) { zh: "“{name}”含有“{as_who}”，可能冒充机关、媒体或品牌", en: "“{name}” holds “{as_who}” and may pose as an authority, medium or brand" }
    /// A text that poses as somebody.
    posing_text(term) { zh: "“{term}”可能冒充机关、媒体或平台", en: "“{term}” may pose as an authority, a medium or the platform" }
    /// How to mend it.
    posing_help() { zh: "换一个名字；有授权的，在 policy/lists 或 policy/credentials.yaml 登记", en: "Choose another name; when there is a licence, enter it in policy/credentials.yaml" }
    /// The same text to many accounts.
    same_text_everywhere(count) { zh: "同一篇在同一天发给 {count} 个账号", en: "The same article goes to {count} accounts on one day" }
    /// How to mend it.
    same_text_help() { zh: "各账号改写侧重点，或在文首注明转载自哪个账号", en: "Vary the texts, or say at the beginning which account it comes from" }
    /// More accounts than one may register.
    too_many_accounts(registrant, count, limit) { zh: "“{registrant}”名下有 {count} 个公众号，通常最多 {limit} 个", en: "“{registrant}” has {count} accounts; {limit} is the usual limit" }
    /// How to mend it.
    too_many_accounts_help() { zh: "核对注册主体；有平台批准的，写进备注", en: "Check the registrants; when the platform approved more, note it" }
    /// Selling with history.
    sold_history(term) { zh: "广告借“{term}”营销", en: "The advertisement makes use of “{term}”" }
}
