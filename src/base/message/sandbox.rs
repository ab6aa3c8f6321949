//! Sentences of the area `sandbox`.

messages! { area = "sandbox";
    /// The state file is something else.
    bad_state(path, reason) { zh: "{path} 不是沙盒的状态文件：{reason}", en: "{path} is not the state of a sandbox: {reason}" }
    /// How to go on.
    bad_state_help() { zh: "换一个文件名，或删掉这个文件重新开始", en: "Name another file, or delete this one to begin anew" }
    /// The port is taken, or may not be used.
    cannot_listen(address, reason) { zh: "不能在 {address} 上监听：{reason}", en: "Cannot listen on {address}: {reason}" }
    /// How to go on.
    cannot_listen_help() { zh: "用 --port 换一个端口；--port 0 自动选择", en: "Choose another port with --port; --port 0 takes a free one" }
    /// Title of the page.
    page_title() { zh: "签发 · 沙盒", en: "qianfa · sandbox" }
    /// Under the title.
    page_intro() { zh: "微信公众平台的本地替身，这里的一切都不会发到真实账号", en: "A local stand-in for the platform; nothing here reaches a real account" }
    /// The clock in the heading.
    page_clock(time) { zh: "沙盒时间 {time}", en: "Sandbox time {time}" }
    /// Badge of a 公众号.
    kind_subscription() { zh: "公众号", en: "Subscription account" }
    /// Badge of a 服务号.
    kind_service() { zh: "服务号", en: "Service account" }
    /// Badge of a verified account.
    verified() { zh: "已认证", en: "Verified" }
    /// Badge of an unverified account.
    unverified() { zh: "未认证", en: "Unverified" }
    /// Figure: followers.
    followers() { zh: "粉丝", en: "Followers" }
    /// Figure: drafts.
    drafts() { zh: "草稿", en: "Drafts" }
    /// Figure: permanent material.
    materials() { zh: "素材", en: "Material" }
    /// Figure: messages that went out.
    messages() { zh: "已发出", en: "Sent out" }
    /// Nothing went out yet.
    no_messages() { zh: "还没有发出的文章", en: "Nothing has gone out yet" }
    /// No drafts.
    no_drafts() { zh: "草稿箱是空的", en: "The draft box is empty" }
    /// No account at all.
    no_accounts() { zh: "沙盒里还没有账号", en: "The sandbox has no account" }
    /// State of a draft.
    state_draft() { zh: "草稿", en: "Draft" }
    /// State of a draft that was submitted.
    state_under_way() { zh: "发布中", en: "Publishing" }
    /// State of a publication.
    state_published() { zh: "已发布 · 不推送", en: "Published, not pushed" }
    /// State of a failed publication: originality.
    state_originality() { zh: "原创校验未过", en: "Refused: originality" }
    /// State of a failed publication.
    state_failed() { zh: "发布失败", en: "Failed" }
    /// State of a failed publication: review.
    state_refused() { zh: "平台审核不通过", en: "Refused by review" }
    /// State of a mass send under way.
    state_sending() { zh: "群发中", en: "Sending" }
    /// State of a mass send.
    state_sent(count) { zh: "已群发 · 送达 {count} 人", en: "Sent to {count} followers" }
    /// State of a failed mass send.
    state_send_failed() { zh: "群发失败", en: "Send failed" }
    /// State of what was deleted.
    state_deleted() { zh: "已删除", en: "Deleted" }
    /// Title of a mass send without articles.
    plain_message(kind) { zh: "群发消息（{kind}）", en: "Mass message ({kind})" }
    /// Link from an article back to the list.
    back() { zh: "返回列表", en: "Back to the list" }
    /// Link to 阅读原文 under an article.
    read_more() { zh: "阅读原文", en: "Read more" }
    /// Row: digest of an article.
    field_digest() { zh: "摘要", en: "Digest" }
    /// Row: address of an article.
    field_address() { zh: "地址", en: "Address" }
    /// Row: state of an article.
    field_state() { zh: "状态", en: "State" }
    /// Row: comments of an article.
    field_comments() { zh: "留言", en: "Comments" }
    /// Comments are open.
    comments_open() { zh: "开放", en: "Open" }
    /// Comments are open to followers.
    comments_fans() { zh: "仅粉丝", en: "Followers only" }
    /// Comments are closed.
    comments_closed() { zh: "关闭", en: "Closed" }
    /// No such article.
    no_article() { zh: "没有这篇文章，它可能已被删除", en: "There is no such article; it may have been deleted" }
    /// First line of `qianfa sandbox`.
    running(url) { zh: "沙盒在 {url} 运行，浏览器打开可以看草稿和已发出的文章；按 Ctrl-C 结束", en: "The sandbox runs at {url}; open it in a browser to see drafts and what went out. Ctrl-C ends it" }
    /// How an outsider's program is pointed at it.
    point_at(url) { zh: "任何客户端：把 https://api.weixin.qq.com 换成 {url}", en: "Any client: put {url} in the place of https://api.weixin.qq.com" }
    /// How a site is pointed at it.
    point_site(url) { zh: "签发的站点：在 qianfa.yaml 的账号下写 api: {url}", en: "A site: write api: {url} under its account in qianfa.yaml" }
    /// An account of the sandbox.
    account_line(appid, secret) { zh: "AppID {appid}  AppSecret {secret}", en: "AppID {appid}  AppSecret {secret}" }
    /// Where the state is.
    state_in(path) { zh: "状态存在 {path}", en: "The state is kept in {path}" }
    /// The clock was set by `--now`.
    clock_stands(time) { zh: "时钟停在 {time}，用 POST /_sandbox/clock 拨动", en: "The clock stands at {time}; POST /_sandbox/clock moves it" }
    /// Ctrl-C cannot be awaited.
    no_signal(reason) { zh: "等不到 Ctrl-C：{reason}", en: "Cannot wait for Ctrl-C: {reason}" }
}
