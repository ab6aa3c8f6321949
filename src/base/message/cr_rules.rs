//! Sentences of the rules about whose text, pictures and good name it is.

messages! { area = "cr-rules";
    // cr.defame

    /// An accusation of a named party.
    defame(accusation) { zh: "点名说“{accusation}”，这一段没有判决、处罚等依据", en: "“{accusation}” is said of a named party and the paragraph cites no judgment or penalty" }
    /// How to mend it.
    defame_help() { zh: "写可核实的事实和出处（判决书、处罚决定），附对方回应；没有依据就删去", en: "Write facts with their source (judgment, penalty) and the other side's answer; delete what has no proof" }
    // cr.similarity

    /// Much of the article stands in another.
    similar(percent, title) { zh: "正文约 {percent}% 与《{title}》相同", en: "About {percent}% of the body is the same as in {title}" }
    /// Much of the article stands in one that is out.
    similar_published(percent, title) { zh: "正文约 {percent}% 与已发布的《{title}》相同", en: "About {percent}% of the body is the same as in {title}, which is out already" }
    /// The other place.
    similar_there(path) { zh: "相同的段落在 {path}", en: "the same passage in {path}" }
    /// How to mend it.
    similar_help() { zh: "改写重复的段落，或保留一篇、另一篇用链接带过去", en: "Rewrite what is repeated, or keep one of the two and link to it" }
    // cr.original-flag

    /// A repost.
    original_repost() { zh: "声明了原创，又写着 repost", en: "Declared original and yet a repost" }
    /// The rights say otherwise.
    original_rights(rights) { zh: "声明了原创，rights.text 却是 {rights}", en: "Declared original, and rights.text says {rights}" }
    /// Much of it stands elsewhere.
    original_copied(percent, title) { zh: "声明了原创，正文约 {percent}% 与《{title}》相同", en: "Declared original, and about {percent}% of it stands in {title}" }
    /// How to mend it.
    original_help() { zh: "去掉 original: true；确属原创就删去 repost 并把 rights.text 写成 original", en: "Remove `original: true`; if it is original, remove `repost` and write rights.text original" }
    // cr.quote-ratio

    /// One long quotation.
    quote_long(letters, most) { zh: "一处引用 {letters} 字，超过 {most} 字", en: "A quotation of {letters} characters, more than {most}" }
    /// Too much of the body.
    quote_share(percent) { zh: "引文占正文 {percent}%，超过三成", en: "Quotations are {percent}% of the body, more than 30%" }
    /// How to mend it.
    quote_help() { zh: "缩短引文并写明作者和作品名，或取得授权按转载处理", en: "Shorten the quotation and name author and work, or get a licence and treat it as a repost" }
    // cr.licence-scope

    /// Not for the net.
    scope_online(file) { zh: "{file} 的许可范围里没有网络传播", en: "The licence of {file} does not cover online use" }
    /// Not for advertisements.
    scope_commercial(file) { zh: "广告用了 {file}，它的许可不含商业使用", en: "The advertisement uses {file}, whose licence excludes commercial use" }
    /// Not for changes.
    scope_derivative(file) { zh: "封面要裁剪，{file} 的许可禁止演绎", en: "Covers are cropped, and the licence of {file} forbids changes" }
    /// A company is commercial by nature.
    scope_enterprise(file) { zh: "企业账号用了非商业许可的 {file}", en: "A company's account uses {file} under a non-commercial licence" }
    /// How to mend it.
    scope_help() { zh: "换一张许可够用的，或补买授权并更新 licence_scope", en: "Use another one, or buy the missing rights and update `licence_scope`" }
    // cr.attribution

    /// The author is not named.
    credit_missing(file, author) { zh: "{file} 的许可要求署名，正文里没有“{author}”", en: "The licence of {file} asks for credit and the text does not name {author}" }
    /// The licence is not named.
    credit_unnamed(file, licence) { zh: "{file} 署了名，没有写许可 {licence}", en: "{file} is credited without its licence {licence}" }
    /// How to mend it.
    credit_help(author, licence) { zh: "图注加上“{author}，{licence}”，并附来源链接", en: "Add “{author}, {licence}” and a link to the caption" }
    // cr.reprint

    /// Keys that a record lacks.
    reprint_thin(missing) { zh: "转载记录缺 {missing}", en: "The record of the reprint lacks {missing}" }
    /// How to mend it.
    reprint_help() { zh: "取得书面授权，把作者、出处、链接、授权人和凭证写进 repost", en: "Get a written permission and put author, source, link, who allowed it and the proof into `repost`" }
    /// Readers are not told.
    reprint_unseen(author, source) { zh: "正文里看不到作者“{author}”和出处“{source}”", en: "Readers are not told the author {author} and the source {source}" }
    /// How to mend it.
    reprint_unseen_help() { zh: "在正文开头写“作者：…，来源：…”", en: "Begin the text with author and source" }
    /// The title was changed.
    reprint_title(original) { zh: "转载改了标题，原标题是“{original}”", en: "The reprint changes the title, which was {original}" }
    /// How to mend it.
    reprint_title_help() { zh: "恢复原标题；作者同意修改的，写 allow_modify: true", en: "Restore the title; if the author agreed to changes, write `allow_modify: true`" }
    /// The text says so itself.
    reprint_confessed(shown) { zh: "“{shown}”说明是转载，front matter 里没有 repost", en: "“{shown}” means a reprint, and the front matter has no `repost`" }
    // cr.expired

    /// A licence ends.
    rights_end(file, last) { zh: "{file} 的许可到 {last} 为止，文章会一直在线", en: "The licence of {file} ends on {last} and the article stays online" }
    /// A consent ends.
    consent_ends(file, last) { zh: "{file} 的肖像同意到 {last} 为止，文章会一直在线", en: "The consent of the people in {file} ends on {last} and the article stays online" }
    /// How to mend it.
    expired_help() { zh: "到期前续签并更新日期，或换图；不续就用 qianfa withdraw 撤下文章", en: "Renew it in time and update the date, or replace it; else take the article down with qianfa withdraw" }
    // cr.portrait

    /// No consent.
    portrait(file) { zh: "{file} 里的人没有肖像使用同意书", en: "Nobody's consent is on file for the people in {file}" }
    /// A child.
    portrait_minor(file) { zh: "{file} 拍到未成年人，没有监护人的同意书", en: "{file} shows a minor without a guardian's consent" }
    /// A made-up likeness.
    portrait_made(file) { zh: "{file} 用生成技术做出真人形象，没有本人同意", en: "{file} is a generated likeness of a real person without consent" }
    /// A consent that is over.
    portrait_over(file, last) { zh: "{file} 的肖像同意到 {last} 为止，发布时已过期", en: "The consent for {file} ended on {last}, before publication" }
    /// How to mend it.
    portrait_help() { zh: "请本人或监护人签同意书，路径写进 consent_file 或 guardian_consent；拿不到就换图或打码", en: "Have the person or guardian sign, and put the path into `consent_file` or `guardian_consent`; else replace or mask the picture" }
    // cr.font

    /// A family that is sold.
    font_sold(name) { zh: "“{name}”是商业字体，policy/fonts.yaml 里没有它的许可", en: "{name} is a commercial font and policy/fonts.yaml has no licence for it" }
    /// A family that nobody knows.
    font_unknown(name) { zh: "“{name}”不在 policy/fonts.yaml 里", en: "{name} is not listed in policy/fonts.yaml" }
    /// A licence that is over.
    font_over(name, last) { zh: "“{name}”的许可到 {last} 为止", en: "The licence of {name} ended on {last}" }
    /// A licence that is too narrow.
    font_scope(name) { zh: "“{name}”的许可范围不够（要 online，广告还要 commercial）", en: "The licence of {name} is too narrow: it needs online, in advertisements commercial too" }
    /// How to mend it.
    font_help() { zh: "换成开源字体（如思源黑体），或取得授权并写进 policy/fonts.yaml", en: "Use an open font such as Source Han Sans, or get a licence and list it in policy/fonts.yaml" }
    // cr.music-video

    /// Keys that a record lacks.
    media_thin(file, missing) { zh: "“{file}”的记录缺 {missing}", en: "The record of {file} lacks {missing}" }
    /// A licence that is over.
    media_over(file, last) { zh: "“{file}”的许可到 {last} 为止，发布时已过期", en: "The licence of {file} ended on {last}, before publication" }
    /// Played without a record.
    media_unlisted() { zh: "正文放了音视频，front matter 的 media 里没有记录", en: "The body plays sound or film and the front matter has no `media`" }
    /// How to mend it.
    media_help() { zh: "在 media 里写明作者、许可和凭证；自己录制的写 own: true；没有许可就删去", en: "Record author, licence and proof under `media`; write `own: true` for your own; delete what has no licence" }
}
