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
    stock_payload(digest, reason) { zh: "读不到签发过的载荷 {digest}：{reason}", en: "The signed payload {digest} cannot be read: {reason}" }
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

    /// An account that is not in the site.
    no_account(name) { zh: "站点里没有账号“{name}”", en: "The site has no account {name}" }
    /// Those that are.
    known_accounts(names) { zh: "写成其中之一：{names}", en: "Write one of: {names}" }
    /// A sandbox elsewhere.
    not_a_sandbox(base) { zh: "{base} 不在本机，不能当沙盒用", en: "{base} is not on this machine and cannot be a sandbox" }
    /// What to do then.
    not_a_sandbox_help() { zh: "写成 http://127.0.0.1:8700 这样的本机地址；真实平台的地址写在 qianfa.yaml 的 api 里", en: "Name an address of this machine such as http://127.0.0.1:8700; the platform's goes under api in qianfa.yaml" }
    /// `--now` with a real account.
    now_is_real() { zh: "--now 是演练用的时间，不能用在真实账号上", en: "--now is made-up time and cannot be used with a real account" }
    /// What to do then.
    now_is_real_help() { zh: "演练时加 --sandbox http://127.0.0.1:8700；真实投递去掉 --now", en: "For a rehearsal add --sandbox http://127.0.0.1:8700; for the real thing leave --now out" }
    /// The time-out is no duration.
    bad_timeout(name, typed) { zh: "{name} 的“{typed}”不是时长", en: "{typed} in {name} is not a duration" }
    /// How to write one.
    bad_timeout_help() { zh: "写成 30s 或 2m", en: "Write 30s or 2m" }
    /// A credential is missing.
    no_secret(account, name) { zh: "账号 {account} 的凭据没有给：环境变量 {name} 是空的", en: "A credential of {account} is missing: the variable {name} is empty" }
    /// What to do then.
    no_secret_help(name) { zh: "设置环境变量 {name}，或在 qianfa.yaml 里改用 secret_file", en: "Set the variable {name}, or use secret_file in qianfa.yaml" }
    /// A file with a credential is empty.
    empty_secret(account, path) { zh: "账号 {account} 的凭据文件 {path} 是空的", en: "The file {path} with a credential of {account} is empty" }
    /// A length of time that cannot be read.
    bad_duration(typed) { zh: "看不懂时长“{typed}”", en: "Cannot read the length of time {typed}" }
    /// How to write it.
    bad_duration_help() { zh: "写成 20m、48h 或 7d", en: "Write 20m, 48h or 7d" }

    /// First line of a plan.
    plan_head(time, zone, revision) { zh: "qianfa 计划 · {revision} · 现在 {time}（{zone}）", en: "qianfa plan · {revision} · now {time} ({zone})" }
    /// A plan of the work tree.
    plan_worktree() { zh: "工作区", en: "work tree" }
    /// An account of a plan.
    plan_account(account, kind, today, day, ledger) { zh: "{account}（{kind}）· 今日群发 {today}/{day} · 账本 #{ledger}", en: "{account} ({kind}) · mass today {today}/{day} · ledger #{ledger}" }
    /// An account with a monthly limit.
    plan_account_month(account, kind, month, limit, today, ledger) { zh: "{account}（{kind}）· 本月群发 {month}/{limit} · 今日 {today} · 账本 #{ledger}", en: "{account} ({kind}) · mass this month {month}/{limit} · today {today} · ledger #{ledger}" }
    /// 公众号, verified.
    kind_subscription() { zh: "公众号，已认证", en: "subscription account, verified" }
    /// 服务号, verified.
    kind_service() { zh: "服务号，已认证", en: "service account, verified" }
    /// Not verified.
    kind_unverified() { zh: "未认证，只能存草稿", en: "not verified, drafts only" }
    /// A delivery that goes out.
    plan_ready(payload, signers) { zh: "就绪 · 载荷 {payload} · 签发 {signers}", en: "ready · payload {payload} · signed {signers}" }
    /// A delivery that was begun.
    plan_resume() { zh: "上次没有做完，先了结它", en: "begun before; brought to its end first" }
    /// A delivery that waits.
    plan_held(reason) { zh: "等着：{reason}", en: "held: {reason}" }
    /// A delivery whose sign-off is void.
    plan_void(reason) { zh: "签发失效：{reason}", en: "void: {reason}" }
    /// A late delivery that is skipped.
    plan_skip_late() { zh: "跳过：已经迟到，late 写的是 skip", en: "skipped: late, and its policy is skip" }
    /// A delivery whose last moment has passed.
    plan_skip_expired() { zh: "跳过：过了 until 写的最后期限", en: "skipped: its last moment (until) has passed" }
    /// A delivery that must be settled.
    plan_unknown(delivery) { zh: "结果不明：到公众平台后台核对，再用 qianfa ledger reconcile {delivery} --found … 记下", en: "outcome unknown: look in the console, then qianfa ledger reconcile {delivery} --found …" }
    /// A mode that the account may not use.
    plan_wished(mode) { zh: "账号未认证，不能用接口 {mode}：存成草稿，由人在后台发表", en: "the account is not verified and may not {mode} by interface: a draft for a person to publish" }
    /// The next free slot.
    plan_suggest(time) { zh: "最近的空档：{time}", en: "next free slot: {time}" }
    /// Nothing in the plan.
    plan_empty() { zh: "  没有要投递的", en: "  nothing to deliver" }
    /// Last line of a plan.
    plan_summary(ready, held, skipped, unknown) { zh: "计划：{ready} 项就绪，{held} 项等着，{skipped} 项跳过，{unknown} 项不明", en: "plan: {ready} ready, {held} held, {skipped} skipped, {unknown} unknown" }
    /// The plan was saved.
    plan_saved(path) { zh: "已存到 {path}；用 qianfa apply {path} 执行，有变化就不会执行", en: "saved to {path}; carry it out with qianfa apply {path}, which refuses when anything listed has changed" }
    /// 群发.
    mode_mass() { zh: "群发", en: "mass" }
    /// 发布.
    mode_publish() { zh: "发布", en: "publish" }
    /// 草稿.
    mode_draft() { zh: "草稿", en: "draft" }

    /// A step of a delivery.
    progress(account, edition, what) { zh: "{account} {edition}：{what}", en: "{account} {edition}: {what}" }
    /// A step of an account.
    progress_account(account, what) { zh: "{account}：{what}", en: "{account}: {what}" }
    /// Nothing was to be done.
    apply_nothing() { zh: "没有要投递的", en: "Nothing to deliver" }
    /// Last line of an apply.
    apply_summary(done, held, failed, unknown) { zh: "投递：{done} 项完成，{held} 项等着，{failed} 项失败，{unknown} 项不明", en: "deliveries: {done} done, {held} held, {failed} failed, {unknown} unknown" }
    /// Done before or now.
    ended_done() { zh: "完成", en: "done" }
    /// Prepared.
    ended_prepared() { zh: "草稿已备好，时间到了再发", en: "prepared; goes out at its time" }
    /// The platform refused.
    ended_failed(code, text) { zh: "平台拒绝（{code}）：{text}", en: "refused by the platform ({code}): {text}" }
    /// Nobody knows.
    ended_unknown(word) { zh: "结果不明（{word}）：到公众平台后台核对，不会自动重发", en: "outcome unknown ({word}): look in the console; not repeated by itself" }
    /// Removed since.
    ended_removed() { zh: "发布过，但平台上已被删除", en: "published, but removed from the platform since" }
    /// Changed.
    ended_changed() { zh: "发布过，但平台上的内容和签发的不一样", en: "published, but the platform shows something else than was signed" }
    /// The platform is still at it.
    ended_busy() { zh: "平台还在处理，下次运行接着看", en: "the platform is still at it; the next run goes on" }
    /// Passing trouble.
    ended_passing(reason) { zh: "暂时不成：{reason}；下次运行接着做", en: "passing trouble: {reason}; the next run goes on" }

    /// Reason `unsigned` in a list.
    reason_unsigned() { zh: "没签齐", en: "unsigned" }
    /// Reason `void` in a list.
    reason_void() { zh: "签发已失效", en: "sign-off void" }
    /// Reason `invalid` in a list.
    reason_invalid() { zh: "检查有错", en: "does not pass check" }
    /// Reason `blackout` in a list.
    reason_blackout() { zh: "当天不发", en: "day off" }
    /// Reason `gap` in a list.
    reason_gap() { zh: "离另一期太近", en: "too close to another" }
    /// Reason `mass-day` in a list.
    reason_mass_day() { zh: "当天群发已用完", en: "day's mass sends used up" }
    /// Reason `mass-month` in a list.
    reason_mass_month() { zh: "当月群发已用完", en: "month's mass sends used up" }
    /// Reason `late` in a list.
    reason_late() { zh: "迟到", en: "late" }
    /// Reason `no-slot` in a list.
    reason_no_slot() { zh: "没有空档", en: "no free slot" }
    /// Reason `other-open` in a list.
    reason_other_open() { zh: "同一期另有未了结的投递", en: "another delivery of it is open" }
    /// Reason `refused` in a list.
    reason_refused() { zh: "平台拒绝", en: "refused by the platform" }
    /// Reason `edited` in a list.
    reason_edited() { zh: "草稿被人改过", en: "draft edited by hand" }
    /// Reason `draft-gone` in a list.
    reason_draft_gone() { zh: "草稿不见了", en: "draft gone" }
    /// Reason `quota` in a list.
    reason_quota() { zh: "群发次数已用完", en: "mass sends used up" }
    /// Reason `audience` in a list.
    reason_audience() { zh: "没有这个标签", en: "no such tag" }
    /// Reason `expired` in a list.
    reason_expired() { zh: "过了截止时间", en: "expired" }
    /// Reason `failed` in a list.
    reason_failed() { zh: "平台报告失败", en: "the platform reports failure" }
    /// Reason `passing` in a list.
    reason_passing() { zh: "暂时的故障", en: "passing trouble" }
    /// Reason `reconciled` in a list.
    reason_reconciled() { zh: "人工核对过", en: "settled by a person" }
    /// Reason `removed` in a list.
    reason_removed() { zh: "平台上已删除", en: "removed on the platform" }
    /// Reason `changed` in a list.
    reason_changed() { zh: "平台上的内容不同", en: "changed on the platform" }
    /// A line of status.
    status_planned() { zh: "待投", en: "planned" }
    /// Published.
    status_published() { zh: "已发布", en: "published" }
    /// Sent.
    status_sent() { zh: "已群发", en: "sent" }
    /// Handed over.
    status_handed() { zh: "待人发表", en: "handed over" }
    /// Open.
    status_open() { zh: "未了结", en: "open" }
    /// Held.
    status_held() { zh: "等着", en: "held" }
    /// Skipped.
    status_skipped() { zh: "跳过", en: "skipped" }
    /// Failed.
    status_failed() { zh: "失败", en: "failed" }
    /// Unknown.
    status_unknown() { zh: "不明", en: "unknown" }
    /// Nothing was ever delivered or planned.
    status_empty() { zh: "没有投递", en: "No deliveries" }
    /// A delivery that is overdue.
    status_overdue(account, edition, minutes, state) { zh: "{account} {edition}：到点已过 {minutes} 分钟，还是“{state}”", en: "{account} {edition}: due {minutes} minutes ago and still {state}" }
    /// None is.
    status_in_time() { zh: "没有超时未了结的投递", en: "No delivery is overdue" }

    /// No such delivery.
    no_delivery(name) { zh: "账本里没有投递“{name}”", en: "The ledger has no delivery {name}" }
    /// Nothing to settle that way.
    not_open(delivery, stage) { zh: "投递 {delivery} 处在 {stage}，没有可以这样了结的事", en: "Delivery {delivery} is {stage}; there is nothing to settle that way" }
    /// Where the names are.
    not_open_help() { zh: "用 qianfa status 看哪些投递结果不明，qianfa status --format json 里有它们的编号", en: "See which are unknown with qianfa status; their names are in qianfa status --format json" }
}
