//! Sentences of the rules about personal data. No sentence shows more of it than its mask.

messages! { area = "pii";
    // pii.hmt-permit

    /// A permit of residents of Hong Kong, Macao or Taiwan.
    permit(masked) { zh: "疑似港澳台居民证件号 {masked}", en: "This looks like a permit number of a resident of Hong Kong, Macao or Taiwan: {masked}" }

    // pii.passport

    /// A passport.
    passport(masked) { zh: "疑似护照号 {masked}", en: "This looks like a passport number: {masked}" }
    /// How to mend both.
    document_help() { zh: "删去，或只留头三位和末两位；确要核对身份，让本人私下提供", en: "Delete it, or keep the first three and last two characters; to verify somebody, ask that person in private" }

    // pii.landline

    /// A fixed line.
    landline(masked) { zh: "固定电话 {masked}，核对是不是对外的号码", en: "A fixed line, {masked}: make sure that it is a public one" }
    /// How to mend it.
    landline_help() { zh: "本单位对外的电话写进 policy/contacts.yaml 或 policy/rules 的 contacts，以后不再提示；家里的、个人的删去", en: "List public lines in policy/contacts.yaml or under contacts in policy/rules; delete private ones" }

    // pii.email

    /// An address of a person.
    email(masked) { zh: "疑似个人邮箱 {masked}", en: "This looks like somebody's own mail address: {masked}" }
    /// How to mend it.
    email_help() { zh: "改用岗位邮箱（如 service@、tougao@），或把对外邮箱写进 policy/contacts.yaml", en: "Use an address of a role, such as service@, or list public addresses in policy/contacts.yaml" }

    // pii.address

    /// Where somebody lives.
    address() { zh: "详细到门牌的地址，可能是住址", en: "An address down to the door, maybe where somebody lives" }
    /// An address of a place that is open to all.
    address_public() { zh: "详细到门牌的地址，核对是不是对外的场所", en: "An address down to the door: make sure that it is open to the public" }
    /// How to mend it.
    address_help() { zh: "只写到区、县；对外的门店、会场写进 policy/places.yaml", en: "Stop at the district; list shops and venues in policy/places.yaml" }

    // pii.plate

    /// A number plate.
    plate(masked) { zh: "疑似车牌号 {masked}", en: "This looks like a number plate: {masked}" }
    /// How to mend it.
    plate_help() { zh: "打码，如“京A·1**45”；照片里的车牌也要遮住", en: "Mask it, as in 京A·1**45, and cover the plate in pictures" }

    // pii.wechat-id

    /// An id of a person.
    wechat_id(masked) { zh: "疑似个人微信号 {masked}", en: "This looks like somebody's own WeChat id: {masked}" }
    /// How to mend it.
    wechat_id_help() { zh: "改用菜单里的客服入口；确是对外的客服号，写进 policy/contacts.yaml 的 wechat", en: "Send readers to the account's menu, or list a public id under wechat in policy/contacts.yaml" }

    // pii.qr

    /// A code that adds a person as friend.
    qr_personal() { zh: "个人微信二维码，扫码会加到私人好友", en: "The personal WeChat code of somebody: it adds a private friend" }
    /// A code that pays a person.
    qr_payment() { zh: "个人收款码，钱会付到私人账户", en: "A personal payment code: the money goes to a private account" }
    /// How to mend it.
    qr_help() { zh: "换成公众号二维码、企业微信客服码或商户收款码，并更新 qr_target", en: "Use the account's own code, a service code or a merchant's payment code, and update `qr_target`" }

    // pii.health

    /// Somebody named and an illness.
    health() { zh: "同一句里写出了姓名和健康状况，可能是敏感个人信息", en: "A name and a state of health in one sentence may be sensitive personal data" }
    /// How to mend it.
    health_help() { zh: "隐去姓名（如“一名患者”“李女士（化名）”），或取得本人书面的单独同意", en: "Leave out the name, or get separate written consent" }

    // pii.minor

    /// A child that can be found.
    minor() { zh: "写出了孩子的姓名和年龄、学校或班级，没有监护人同意的记录", en: "A child's name with age, school or class, and no consent of a guardian on record" }
    /// A child in a picture.
    minor_picture(file) { zh: "图片 {file} 里有未成年人，没有监护人同意的记录", en: "{file} shows a minor, and no consent of a guardian is on record" }
    /// How to mend it.
    minor_help() { zh: "隐去姓名、学校、班级，人脸打码；或取得监护人书面同意，把文件路径写进 guardian_consent", en: "Leave out name, school and class and blur the face, or record the written consent under `guardian_consent`" }

    // pii.winner-list

    /// A winner's full name.
    winner_name() { zh: "中奖、获奖名单里是完整姓名", en: "A list of winners shows a full name" }
    /// A winner's full telephone number.
    winner_phone(masked) { zh: "中奖、获奖名单里是完整手机号 {masked}", en: "A list of winners shows a whole telephone number: {masked}" }
    /// How to mend it.
    winner_help() { zh: "写昵称加手机尾号四位，如“小鹿（尾号 5678）”；姓名留姓，如“张*”", en: "Show the nickname and the last four digits, or only the family name, as in 张*" }

    // pii.screenshot

    /// A screenshot without a mask on record.
    screenshot(file) { zh: "截图 {file} 没有打码的记录", en: "The screenshot {file} is not recorded as masked" }
    /// How to mend it.
    screenshot_help() { zh: "遮住头像、昵称、姓名、电话、地址、单号，再在 rights.yaml 写 masked: true", en: "Cover portraits, names, numbers and addresses, then write masked: true in rights.yaml" }
}
