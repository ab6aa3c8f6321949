//! Sentences about trees, YAML, front matter and Markdown.

messages! { area = "source";
    /// A file does not exist.
    missing(path) { zh: "没有文件 {path}", en: "{path} does not exist" }
    /// A path leaves the site.
    outside(path) { zh: "{path} 指到了站点之外", en: "{path} leads out of the site" }
    /// A file is too large.
    too_large(path, limit) { zh: "{path} 超过 {limit} 字节", en: "{path} is larger than {limit} bytes" }
    /// A file or commit cannot be read.
    unreadable(path, reason) { zh: "读不了 {path}：{reason}", en: "Cannot read {path}: {reason}" }
    /// Not a branch or remote.
    branch_name(name) { zh: "“{name}”不能用作分支名、远端名或路径", en: "{name} cannot be the name of a branch, a remote or a path" }
    /// The remote cannot be asked.
    branch_remote(remote, reason) { zh: "连不上远端 {remote}：{reason}", en: "Cannot reach the remote {remote}: {reason}" }
    /// What to do then.
    branch_remote_help() { zh: "检查网络和凭据（git ls-remote 应当能通），稍后再运行一次", en: "Check network and credentials (git ls-remote should work), then run again" }
    /// The git program is missing.
    branch_program(reason) { zh: "运行不了 git 程序：{reason}", en: "Cannot run the git program: {reason}" }
    /// What to do then.
    branch_program_help() { zh: "安装 git，并让它在 PATH 里", en: "Install git and put it on the PATH" }
    /// A branch was put back.
    branch_rewritten(branch, seen) { zh: "分支 {branch} 曾到过 {seen}，现在却不含这个提交：有人改写了历史", en: "Branch {branch} stood at {seen} and no longer contains that commit: its history was rewritten" }
    /// What to do then.
    branch_rewritten_help(reference) { zh: "从备份恢复分支；确认改写无误后，用 git update-ref -d {reference} 忘掉旧位置", en: "Restore the branch from a backup; if the rewrite was intended, forget the old place with git update-ref -d {reference}" }
    /// A file is not on a branch.
    branch_missing(branch, path) { zh: "分支 {branch} 上没有 {path}", en: "{path} is not on branch {branch}" }
    /// A file on a branch is too large.
    branch_too_large(branch, path, limit) { zh: "分支 {branch} 上的 {path} 超过 {limit} 字节", en: "{path} on branch {branch} is larger than {limit} bytes" }
    /// A branch moved meanwhile.
    branch_moved() { zh: "写入时分支已被别人推进", en: "The branch moved while it was being written" }
    /// An update was refused.
    branch_refused(branch, reason) { zh: "远端不让更新分支 {branch}：{reason}", en: "The update of branch {branch} was refused: {reason}" }
    /// What to do then.
    branch_refused_help() { zh: "给运行者写这个分支的权限，并让保护规则放行快进更新", en: "Give the runner the right to write this branch, and let its protection allow fast-forward updates" }
    /// Nobody knows whether an update landed.
    branch_unknown(branch, reason) { zh: "分支 {branch} 的更新是否落地还不知道：{reason}", en: "Nobody knows yet whether the update of branch {branch} landed: {reason}" }
    /// Others were always faster.
    branch_contended(branch, tries) { zh: "分支 {branch} 连续 {tries} 次都被别人抢先推进", en: "Branch {branch} moved {tries} times in a row" }
    /// Run again.
    branch_again_help() { zh: "稍后再运行一次", en: "Run again in a moment" }
}
