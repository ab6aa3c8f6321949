//! Sentences of the area `deliver`.

messages! { area = "deliver";
    /// A sign-off that no longer counts.
    hold_void(person, reason) { zh: "{person} 的签发已失效：{reason}", en: "The sign-off of {person} is void: {reason}" }
    /// Errors keep it from having a payload.
    hold_invalid(count) { zh: "有 {count} 个错误，先用 qianfa check 看清并改好", en: "{count} errors; see them with qianfa check" }
    /// A day off.
    hold_blackout() { zh: "这一天不发任何内容", en: "Nothing goes out on that day" }
    /// A day off, with its reason.
    hold_blackout_because(reason) { zh: "这一天不发任何内容：{reason}", en: "Nothing goes out on that day: {reason}" }
    /// Too close to another one.
    hold_gap(other) { zh: "离 {other} 的那一期太近", en: "Too close to what goes out at {other}" }
    /// No mass send left on the day.
    hold_mass_day(limit) { zh: "当天的 {limit} 次群发已用完", en: "The day's {limit} mass sends are used up" }
    /// No mass send left in the month.
    hold_mass_month(limit) { zh: "当月的 {limit} 次群发已用完", en: "The month's {limit} mass sends are used up" }
    /// Late, and a person decides.
    hold_late() { zh: "已经迟到，等人决定：改时间，或把 late 改成 publish", en: "Late; a person decides: move it, or set late to publish" }
    /// No slot.
    hold_no_slot() { zh: "没有空档：写明时间，或给账号配置 slots", en: "No free slot; write a time, or give the account slots" }
    /// Another delivery of the same edition.
    hold_other_open(mode) { zh: "同一期的另一次投递（{mode}）还没有了结", en: "Another delivery of this edition ({mode}) is not settled" }
    /// The platform refused.
    hold_refused(code, text) { zh: "平台拒绝了（{code}）：{text}；改好后重新签发", en: "The platform refused ({code}): {text}; mend it and sign again" }
    /// The draft was changed by hand.
    hold_edited() { zh: "草稿被人在后台改过，和签发的不一样；删掉那份草稿，或重新签发", en: "The draft was edited by hand and is not what was signed; delete it, or sign again" }
    /// The draft is gone.
    hold_draft_gone() { zh: "草稿不在草稿箱里：可能有人在后台群发或删除了；确认没有发过再重新签发", en: "The draft is not in the box: somebody may have sent or deleted it; make sure it was not sent, then sign again" }
    /// No quota.
    hold_quota() { zh: "平台说群发次数已用完，明天再试", en: "The platform says that the mass sends are used up; tried again tomorrow" }
    /// No such tag.
    hold_audience(tag) { zh: "不知道标签“{tag}”的编号：把 to 里的标签名换成编号", en: "The number of the tag {tag} is not known; write the number in its place" }

    /// A stored payload cannot be used.
    stock_payload(digest, reason) { zh: "读不到签发过的内容 {digest}：{reason}", en: "The signed payload {digest} cannot be read: {reason}" }
    /// What to do then.
    stock_payload_help() { zh: "检查分支 qianfa/approvals 是否完整，或重新签发", en: "See whether the branch qianfa/approvals is complete, or sign again" }
    /// A picture cannot be used.
    stock_picture(digest, reason) { zh: "读不到签发过的图片 {digest}：{reason}", en: "The signed picture {digest} cannot be read: {reason}" }
    /// What to do then.
    stock_picture_help() { zh: "把图片恢复成签发时的样子，或重新签发", en: "Put the picture back as it was signed, or sign again" }

    /// Clock skew.
    skew(seconds) { zh: "本机时间和平台相差 {seconds} 秒，不发", en: "The clock differs from the platform's by {seconds} s; nothing goes out" }
    /// What to do then.
    skew_help() { zh: "校准本机时间后再运行", en: "Set the machine's clock, then run again" }

    /// Not a plan file.
    plan_unreadable(reason) { zh: "不是计划文件：{reason}", en: "Not a plan file: {reason}" }
    /// A plan of another form.
    plan_version(version) { zh: "计划文件是第 {version} 版格式，这个版本的 qianfa 不认识", en: "The plan file is of form {version}, which this version does not know" }
    /// A plan that no longer holds.
    plan_stale(account, edition) { zh: "计划过期了：账号 {account} 的“{edition}”已经变化", en: "The plan is stale: {edition} of {account} has changed" }
    /// What to do then.
    plan_again_help() { zh: "重新运行 qianfa plan --out 生成计划，看过再 apply", en: "Make the plan again with qianfa plan --out, look at it, then apply" }

    /// Watching another run.
    watching(run, minutes) { zh: "另一个运行者（{run}）持有租约，看它 {minutes} 分钟有没有动静", en: "Another run ({run}) holds the lease; watching it for {minutes} minutes" }
    /// Letting the old holder's last request land.
    settling(seconds) { zh: "接手了租约，先等 {seconds} 秒，让上一个运行者的最后一个请求落定", en: "Took the lease over; waiting {seconds} s for the last request of the run before" }
    /// Waiting for the next one.
    waiting_until(time) { zh: "等到 {time}（UTC）", en: "Waiting until {time} UTC" }

    /// Pictures.
    step_assets(new, all) { zh: "上传图片 {new} 张（共 {all} 张）", en: "uploaded {new} of {all} pictures" }
    /// A draft was made.
    step_drafted(media_id) { zh: "存为草稿 {media_id}", en: "draft {media_id}" }
    /// The draft equals what was signed.
    step_checked() { zh: "读回草稿，与签发内容一致", en: "draft read back, as signed" }
    /// Submitted.
    step_submitted(publish_id) { zh: "提交发布 {publish_id}", en: "submitted {publish_id}" }
    /// Published.
    step_published(url) { zh: "已发布 {url}", en: "published {url}" }
    /// Published article read back.
    step_verified() { zh: "读回成文，与签发内容一致", en: "published article read back, as signed" }
    /// The platform sends.
    step_sending(msg_id) { zh: "平台开始群发 {msg_id}", en: "sending {msg_id}" }
    /// It had been sent before.
    step_sent_before(msg_id) { zh: "平台说此前已受理 {msg_id}，不再发第二次", en: "taken on before as {msg_id}; not sent again" }
    /// Sent.
    step_sent() { zh: "群发完成", en: "sent" }
    /// Left for a person.
    step_handed() { zh: "草稿已放进草稿箱，等人在公众平台后台点“发表”", en: "the draft waits in the box for a person to publish in the console" }
    /// An answer was lost.
    step_lost(call, reason) { zh: "{call} 没有得到确定的答复（{reason}），先查平台上的实际情况", en: "no certain answer from {call} ({reason}); looking at the platform first" }
    /// Looking for a draft.
    step_looking_draft() { zh: "在草稿箱里找上次可能已经存下的草稿", en: "looking for a draft that may have been made" }
    /// Looking for a publication.
    step_looking_published() { zh: "在已发布列表里找上次可能已经提交的内容", en: "looking for a publication that may have been made" }
    /// Asking for the same send again.
    step_asking_again() { zh: "用同一个 clientmsgid 再问一次群发，平台认得它，不会发第二次", en: "asking again with the same clientmsgid, which the platform knows" }
    /// Submitting again.
    step_submit_again() { zh: "草稿还在、也没有发布过，再提交一次", en: "the draft is still there and nothing was published; submitting once more" }
    /// A draft was found.
    step_adopted_draft(media_id) { zh: "找到了草稿 {media_id}，接着用", en: "found the draft {media_id}; going on with it" }
    /// Another equal draft.
    step_other_draft(media_id) { zh: "草稿箱里还有一份相同的草稿 {media_id}，可以在后台删除", en: "there is another equal draft, {media_id}, which can be deleted in the console" }
    /// A publication was found.
    step_adopted_published(article_id) { zh: "平台上已经发布过 {article_id}，记到账本里，不再发第二次", en: "already published as {article_id}; noted, not published again" }
    /// The draft is gone.
    step_draft_gone() { zh: "草稿不见了，也没有发布过，重新存一份", en: "the draft is gone and nothing was published; making it again" }
}
