//! Sentences of the area `ledger`.

messages! { area = "ledger";
    /// A file is no event.
    fault_unreadable(path, reason) { zh: "账本里的 {path} 不是事件：{reason}", en: "{path} on the ledger is no event: {reason}" }
    /// A number is missing.
    fault_gap(expected, found) { zh: "账本缺第 {expected} 号事件，后面却有第 {found} 号", en: "The ledger lacks event {expected}, yet {found} follows" }
    /// The chain is broken.
    fault_chain(seq) { zh: "账本第 {seq} 号事件接不上前一个：有人事后改动过", en: "Event {seq} of the ledger does not continue the one before: something was changed afterwards" }
    /// An event in the wrong place.
    fault_place(seq, path) { zh: "账本第 {seq} 号事件放错了地方：{path}", en: "Event {seq} of the ledger lies in the wrong place: {path}" }
    /// An event of another account.
    fault_account(seq, account) { zh: "账本第 {seq} 号事件属于另一个账号 {account}", en: "Event {seq} of the ledger is of another account, {account}" }
    /// A genesis is missing or stands twice.
    fault_genesis(seq) { zh: "账本第 {seq} 号事件不该在那里：账本以唯一一个 genesis 开头", en: "Event {seq} of the ledger cannot stand there: a ledger begins with exactly one genesis" }
    /// Written without the lease.
    fault_holder(seq) { zh: "账本第 {seq} 号事件的作者当时没有租约", en: "Event {seq} of the ledger was written by a run without the lease" }
    /// A transition that cannot be.
    fault_transition(seq, delivery, event, from) { zh: "账本第 {seq} 号事件：投递 {delivery} 处在 {from}，不能接 {event}", en: "Event {seq} of the ledger: delivery {delivery} is {from} and cannot be followed by {event}" }
    /// An event lacks something.
    fault_lacks(seq, what) { zh: "账本第 {seq} 号事件缺少 {what}", en: "Event {seq} of the ledger lacks {what}" }
    /// A stored state differs.
    fault_projection(path) { zh: "账本里的 {path} 与事件重放的结果不一致", en: "{path} on the ledger is not what its events give" }
    /// A merge.
    fault_merge(commit) { zh: "账本分支里有合并提交 {commit}", en: "The ledger branch has a merge, {commit}" }
    /// A foreign file.
    fault_foreign(path) { zh: "账本分支里有不相干的文件 {path}", en: "{path} does not belong on the ledger branch" }
    /// What to do about a fault.
    fault_help() { zh: "不要手改账本；从备份恢复这个分支，再核对平台上的实际情况", en: "Leave the ledger unedited: restore the branch from a backup, then compare with the platform" }
    /// What to do when a ledger does not verify.
    verify_help(account) { zh: "用 qianfa ledger verify --account {account} 看细节；恢复分支之前什么都不会发出去", en: "See qianfa ledger verify --account {account}; nothing goes out until the branch is restored" }
    /// Wrong platform.
    platform(account, found, wanted) { zh: "账号 {account} 的账本属于 {found}，这次要连的却是 {wanted}", en: "The ledger of {account} belongs to {found}, and this run speaks to {wanted}" }
    /// What to do then.
    platform_help() { zh: "演练用另一个克隆和另一个远端（或 qianfa demo），不要混用账本", en: "Rehearse in another clone with another remote (or with qianfa demo); a ledger serves one platform only" }
    /// The lease was lost.
    lost(account, run) { zh: "账号 {account} 已被另一个运行者（{run}）接手", en: "Another run ({run}) took over the account {account}" }
    /// Another run is alive.
    busy(account, run) { zh: "另一个运行者（{run}）正在处理账号 {account}", en: "Another run ({run}) is at work on the account {account}" }
    /// What to do then.
    busy_help() { zh: "等它结束再运行；qianfa ledger locks 可以看到谁持有租约、多久了", en: "Run again after it has ended; qianfa ledger locks shows who holds the lease and since when" }
    /// A ledger without events.
    empty(account) { zh: "账号 {account} 的账本还是空的", en: "The ledger of {account} is empty" }
    /// A ledger verifies.
    verified(account, events, deliveries) { zh: "账号 {account}：账本完好，{events} 个事件，{deliveries} 次投递", en: "{account}: the ledger verifies, {events} events, {deliveries} deliveries" }
    /// Nobody is at work.
    free(account) { zh: "账号 {account}：没有人持有租约", en: "{account}: nobody holds the lease" }
    /// Somebody is at work.
    held(account, run, minutes) { zh: "账号 {account}：{run} 持有租约，上次续约在 {minutes} 分钟前", en: "{account}: {run} holds the lease, renewed {minutes} minutes ago" }
    /// A person's finding was noted.
    reconciled(account, delivery) { zh: "账号 {account}：投递 {delivery} 的结果已记到账本", en: "{account}: what became of delivery {delivery} is on the ledger" }
}
