//! Sentences about advertising by trade: medicine, food, finance, education, property, alcohol, minors, symbols.

messages! { area = "ad_trades";
    // Words of a trade.

    /// A promise of return or safety.
    finance(term) { zh: "“{term}”疑似承诺收益、保本或诱导投资", en: "“{term}” may promise returns or safety" }
    /// A promise of passing, or a proof of it.
    education(term) { zh: "“{term}”疑似承诺学习效果或借他人作证明", en: "“{term}” may promise results of learning" }
    /// A promise of cure, or a proof of it.
    medical(term) { zh: "“{term}”疑似断言疗效、安全性，或借医患作证明", en: "“{term}” may assert cure or safety" }
    /// An inducement.
    inducement(term) { zh: "“{term}”在医药类广告里属于诱导或恐吓", en: "“{term}” induces or frightens in medical advertising" }
    /// Medical words for ordinary goods.
    medical_term(term) { zh: "“{term}”让普通商品带上治疗功能或医疗用语", en: "“{term}” gives ordinary goods a medical function" }
    /// A claim of health food.
    health_food(term) { zh: "“{term}”超出保健食品可以宣称的范围", en: "“{term}” goes beyond what health food may claim" }
    /// A comparison with breast milk.
    infant(term) { zh: "“{term}”疑似声称代替母乳", en: "“{term}” may claim to replace breast milk" }
    /// What is not in the food.
    food_label(term) { zh: "“{term}”：食品不宜宣称不含、不添加什么", en: "“{term}”: food should not claim what it lacks" }
    /// An inducement to drink.
    alcohol(term) { zh: "“{term}”疑似劝饮、描写饮酒动作或宣称功效", en: "“{term}” may urge to drink or claim an effect" }
    /// A picture of drinking.
    drinking_picture(file) { zh: "酒类广告的图片 {file} 有饮酒动作", en: "The picture {file} of an alcohol advertisement shows drinking" }
    /// What to do about it.
    drinking_picture_help() { zh: "换成酒瓶、产地或工艺的图", en: "Use a picture of the bottle, the place or the craft" }
    /// Tobacco.
    tobacco(term) { zh: "“{term}”疑似推广烟草或电子烟", en: "“{term}” may promote tobacco" }
    /// Guarantees in farming.
    agri(term) { zh: "“{term}”疑似断言产量、功效或预测收益", en: "“{term}” may guarantee yield or income" }
    /// Children are urged.
    minor_persuade(term) { zh: "“{term}”疑似劝诱未成年人要求购买或引发危险模仿", en: "“{term}” may urge minors to ask for goods" }
    /// Superstition and the like.
    superstition(term) { zh: "“{term}”疑似含有迷信、赌博、低俗或歧视内容", en: "“{term}” may be superstitious, obscene or discriminating" }
    /// State organs.
    state_organ(term) { zh: "“{term}”疑似借国家机关、军队或其人员的名义", en: "“{term}” may use the name of a state organ" }
    /// A picture of an official building.
    organ_picture(file) { zh: "广告图片 {file} 有国家机关的建筑或标识", en: "The picture {file} shows an official building" }
    /// What to do about it.
    organ_picture_help() { zh: "换图；确有授权的，把依据写进 sensitive_ok", en: "Use another picture" }
    /// State symbols.
    state_symbol(term) { zh: "“{term}”疑似把国家标志、英烈或人民币图样用于商业", en: "“{term}” may use a state symbol commercially" }
    /// A picture of a symbol, on record.
    symbol_picture(file) { zh: "广告图片 {file} 有国旗、国徽或人民币图样", en: "The picture {file} shows a state symbol" }
    /// A picture of a symbol, by its name.
    symbol_named(file) { zh: "广告图片 {file} 从名称看可能有国家标志或人民币图样", en: "By its name the picture {file} may show a state symbol" }
    /// What to do about it.
    symbol_help() { zh: "换图；祝福节日的内容单独成篇，不放购买入口", en: "Use another picture" }
    /// Dignity and morals.
    dignity(term) { zh: "“{term}”可能损害国家尊严、公共秩序或良好风尚", en: "“{term}” may offend dignity, order or morals" }
    /// Property.
    real_estate(term) { zh: "“{term}”疑似承诺升值、回报或误导位置、规划", en: "“{term}” may promise value or mislead about place" }
    /// Cosmetics.
    cosmetic(term) { zh: "“{term}”疑似宣称医疗作用、未注册功效或保证效果", en: "“{term}” may claim a medical or unregistered effect" }
    /// A special effect without number.
    cosmetic_special(term) { zh: "“{term}”是特殊化妆品的功效，文中没有注册证编号", en: "“{term}” is an effect of special cosmetics; no registration number is given" }
    /// Medical aesthetics.
    medaes(term) { zh: "“{term}”：医疗美容广告里疑似制造焦虑、保证效果或用案例作证", en: "“{term}” may play on looks or promise results" }
    /// No certificate.
    medaes_certificate() { zh: "医疗美容广告没有《医疗广告审查证明》编号", en: "Medical aesthetics advertised without a certificate of examination" }
    /// How to give it.
    medaes_certificate_help() { zh: "先取得审查证明，把编号写进正文和 ad_review_no", en: "Give the number of the certificate in ad_review_no and in the text" }
    /// A pair of pictures.
    medaes_pair(file) { zh: "{file} 与另一张图构成术前术后对比", en: "{file} is one of a pair before and after" }
    /// What to do about it.
    medaes_pair_help() { zh: "删掉对比图", en: "Remove the pair" }
    /// A prescription drug.
    rx(term) { zh: "“{term}”是处方药，互联网上不得做广告", en: "“{term}” is a prescription drug and may not be advertised online" }
    /// What to do about it.
    rx_help() { zh: "删掉药名和购买方式", en: "Remove the drug and the way to buy it" }
    /// Private funds.
    private_fund(term) { zh: "“{term}”疑似向公众推介私募", en: "“{term}” may offer private funds to the public" }
    /// A young spokesperson, in words.
    young_words(term) { zh: "“{term}”：代言人可能不满十周岁", en: "“{term}”: the spokesperson may be under ten" }

    // Duties of advertising.

    /// No review number.
    no_review_number() { zh: "这类广告须先审查，front matter 没有 ad_review_no", en: "This advertising needs an examination; ad_review_no is missing" }
    /// How to give it.
    no_review_number_help() { zh: "写上 ad_review_no 和 ad_review_expires；没有批准的不能发布", en: "Give ad_review_no and ad_review_expires" }
    /// No end of validity.
    no_review_expiry() { zh: "有审查批准文号，没有写有效期", en: "The review number has no end of validity" }
    /// How to give it.
    no_review_expiry_help() { zh: "补上 ad_review_expires: 年-月-日", en: "Add ad_review_expires: YYYY-MM-DD" }
    /// The number is over.
    review_over(last, day) { zh: "审查批准文号 {last} 到期，发布日是 {day}", en: "The review number ended on {last}; publication is on {day}" }
    /// What to do about it.
    review_over_help() { zh: "重新申请审查，或提前发布", en: "Apply again, or publish earlier" }
    /// The number is not in the text.
    review_unseen(number) { zh: "正文没有写出审查批准文号 {number}", en: "The text does not show the review number {number}" }
    /// How to show it.
    review_unseen_help() { zh: "在正文显著位置写出文号", en: "Show the number in the text" }
    /// The text is not the approved one.
    review_changed() { zh: "正文和送审时的文本不一致", en: "The text is not the one that was approved" }
    /// What to do about it.
    review_changed_help(digest) { zh: "恢复批准的文字；重新送审后把 ad_review_digest 改为 {digest}", en: "Restore the approved text, or after a new examination write ad_review_digest: {digest}" }
    /// A fixed warning is missing.
    no_notice(industry) { zh: "{industry} 广告缺少法定提示语", en: "Advertising for {industry} lacks its fixed warning" }
    /// The warning.
    no_notice_help(notice) { zh: "在正文里原样写上“{notice}”", en: "Write “{notice}” into the text" }
    /// A way to reach a seller beside teaching about health.
    health_contact(way) { zh: "健康、养生文章里出现了医药经营者的联系方式“{way}”", en: "A health article gives a way to reach a medical seller: “{way}”" }
    /// A shop link beside teaching about health.
    health_shop(industry) { zh: "健康、养生文章里有 {industry} 商品的店铺链接", en: "A health article links to a shop for {industry}" }
    /// What to do about it.
    health_contact_help() { zh: "把联系方式移到单独的就诊指南，或按广告送审并写 kind: ad", en: "Move the contact elsewhere, or file it as an examined advertisement" }
    /// Training in school subjects.
    school_training(subject) { zh: "疑似面向义务教育阶段的学科培训广告（{subject}）", en: "May advertise training in a school subject ({subject})" }
    /// What to do about it.
    school_training_help() { zh: "删掉年级加学科的招生内容", en: "Remove the offer of school-subject training" }
    /// No risk notice.
    no_risk_notice() { zh: "有投资回报预期的广告没有风险提示", en: "Advertising with a hope of return has no risk notice" }
    /// How to give it.
    no_risk_notice_help() { zh: "在正文写上“投资有风险”以及风险由谁承担", en: "Say “投资有风险” and who bears the risk" }
    /// No licence.
    no_licence() { zh: "金融广告没有写明牌照", en: "Financial advertising without a licence" }
    /// How to give it.
    no_licence_help() { zh: "写上 licence 和 licence_no，或在 policy/credentials.yaml 登记类别为 finance 的资质", en: "Give licence and licence_no, or a credential of the category finance" }
    /// An area without its kind.
    area(shown) { zh: "“{shown}”没有写明是建筑面积还是套内建筑面积", en: "“{shown}” does not say which area it is" }
    /// How to say it.
    area_help() { zh: "改为“建筑面积约……”或“套内建筑面积约……”", en: "Write 建筑面积 or 套内建筑面积 before it" }
    /// A spokesperson under ten.
    young_endorser(name, born) { zh: "代言人 {name}（{born} 出生）发布时不满十周岁", en: "The spokesperson {name}, born on {born}, is under ten" }
    /// What to do about it.
    young_endorser_help() { zh: "换成年满十周岁的代言人", en: "Choose another spokesperson" }
    /// An industry barred from media for minors.
    minors_medium(industry) { zh: "面向未成年人的内容不得推广 {industry}", en: "Content for minors may not advertise {industry}" }
    /// As told by a word.
    minors_medium_word(word) { zh: "面向未成年人的广告里出现“{word}”，可能属于不得推广的商品", en: "An advertisement for minors speaks of “{word}”" }
    /// What to do about it.
    minors_medium_help() { zh: "撤下，或换到面向成年人的账号", en: "Withdraw it, or use another account" }
    /// No spokesperson allowed.
    endorser_barred(industry) { zh: "{industry} 广告不得使用代言人", en: "Advertising for {industry} may have no spokesperson" }
    /// What to do about it.
    endorser_barred_help() { zh: "删掉代言人", en: "Remove the spokesperson" }
    /// Punished lately.
    endorser_punished(name, day) { zh: "代言人 {name} 于 {day} 因虚假代言受罚，未满三年", en: "The spokesperson {name} was punished on {day}, less than three years ago" }
    /// What to do about it.
    endorser_punished_help() { zh: "换代言人", en: "Choose another spokesperson" }
    /// No proof of use.
    endorser_unused(name) { zh: "没有记录代言人 {name} 使用过商品", en: "Nothing shows that {name} has used the goods" }
    /// How to record it.
    endorser_unused_help() { zh: "补上 used_since 和 evidence", en: "Add used_since and evidence" }
    /// A picture without consent.
    no_portrait_consent(file) { zh: "广告图片 {file} 里的人没有书面同意", en: "The person in {file} has given no written consent" }
    /// A child without a guardian's consent.
    no_guardian_consent(file) { zh: "广告图片 {file} 里的未成年人没有监护人同意", en: "The child in {file} has no guardian's consent" }
    /// A consent that is over.
    consent_over(file, last) { zh: "广告图片 {file} 的肖像同意 {last} 到期", en: "The consent for {file} ended on {last}" }
    /// A name without consent.
    name_without_consent(name) { zh: "广告使用 {name} 的名义，没有书面同意", en: "The name of {name} is used without written consent" }
    /// What to do about it.
    consent_help() { zh: "补签同意书放进仓库，把路径写进 consent_file（未成年人写 guardian_consent）", en: "Put the consent on file and its path into consent_file or guardian_consent" }
    /// A number of a customer.
    private_number() { zh: "广告里出现了他人的号码", en: "An advertisement shows somebody's number" }
    /// A screenshot that is not masked.
    unmasked(file) { zh: "广告图片 {file} 可能带有他人信息，没有打码记录", en: "{file} may show somebody's data and is not recorded as masked" }
    /// What to do about it.
    private_number_help() { zh: "打码后在 rights.yaml 写 masked: true", en: "Mask it and write masked: true into rights.yaml" }
}
