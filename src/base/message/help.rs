//! `--help`: one line for each command (`"check"`) and argument (`"check.format"`). Options of the program itself are
//! under `qianfa`. No values stand in these sentences.

use super::Lang;

/// What a command or an argument does.
#[derive(Debug)]
pub struct Help {
    /// `<command>` or `<command>.<argument>`.
    key: &'static str,
    zh: &'static str,
    en: &'static str,
}

impl Help {
    /// The sentence in `lang`.
    pub fn text(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// The entry of a command, or of its argument; options of the program serve every command.
pub fn find(command: &str, argument: Option<&str>) -> Option<&'static Help> {
    let entry = |key: &str| TABLE.iter().find(|help| help.key == key);
    match argument {
        None => entry(command),
        Some(argument) => {
            entry(&format!("{command}.{argument}")).or_else(|| entry(&format!("qianfa.{argument}")))
        }
    }
}

macro_rules! table {
    ($($key:literal: $zh:literal, $en:literal;)*) => {
        const TABLE: &[Help] = &[$(Help { key: $key, zh: $zh, en: $en }),*];
    };
}

table! {
    "qianfa": "签发：把微信公众号的内容当代码来管——检查、渲染、签发、准点投递且只投一次",
        "Content as code for WeChat Official Accounts: check, render, sign off, deliver on time and exactly once";
    "qianfa.site": "站点目录（默认：向上最近的 qianfa.yaml 所在处）", "Folder of the site (default: the nearest qianfa.yaml upwards)";
    "qianfa.lang": "输出语言：zh 或 en", "Language of the output: zh or en";
    "qianfa.color": "颜色：auto、always 或 never", "Colour: auto, always or never";
    "qianfa.now": "演练用的“现在”；不能用于真实账号", "A made-up present, for rehearsals; never with a real account";
    "qianfa.quiet": "只输出结果", "Results only";
    "qianfa.verbose": "多说一些（可重复）", "Say more (may be repeated)";
    "qianfa.help": "显示帮助", "Show help";
    "qianfa.version": "显示版本", "Show the version";
    "check": "检查站点：文件、文字、图片、排期、活动", "Check the site: files, words, pictures, schedule, campaigns";
    "check.paths": "只看这些文件或目录的问题", "Only findings of these files or folders";
    "check.format": "输出：human、json、sarif、github、junit 或 rdjson", "Output: human, json, sarif, github, junit or rdjson";
    "check.level": "从这一级起算有问题（退出码 3）：error、warning 或 info；info 还会列出提示", "Level that counts (exit code 3): error, warning or info; info also lists hints";
    "check.select": "只看这些规则或规则族，逗号分隔，如 pii,wx.title-length", "Only these rules or families, comma-separated: pii,wx.title-length";
    "check.since": "只看离开这个版本之后的改动碰到的问题", "Only what the changes since HEAD left this revision touch";
    "check.baseline": "不列出、不计数这份基线里的旧问题", "Neither list nor count the findings of this baseline";
    "check.write_baseline": "把现有的问题记成基线，以后只看新的", "Note the present findings as a baseline, to see only new ones later";
    "check.fix": "直接改掉有把握的问题，再检查一遍", "Apply safe fixes, then check again";
    "check.stdin_path": "把标准输入当作这个文件的内容，供编辑器用", "Take standard input as the content of this file, for editors";
    "check.fresh": "全部重新检查，不看上次留下的缓存（.qianfa/）", "Check everything anew, whatever the cache (.qianfa/) holds";
    "explain": "解释一条规则或平台的一个返回码", "Explain a rule or a return code of the platform";
    "explain.name": "规则名或返回码，如 ad.absolute、45009", "Rule or return code: ad.absolute, 45009";
    "rules": "列出规则，可按族、依据、级别筛选", "List rules, by family, law and level";
    "rules.family": "只看这些规则族，逗号分隔，如 ad,pii", "Only these families, comma-separated: ad,pii";
    "rules.law": "只看依据这部法规的：名称里的字或简称，如 广告法、AD-9", "Only those that stand on this law: a part of its name or its short name (广告法, AD-9)";
    "rules.severity": "只看这一级：error、warning 或 info", "Only this level: error, warning or info";
    "rules.format": "输出：human（默认）、json 或 markdown", "Output: human (default), json or markdown";
    "build": "把整个站点生成成可以打开看的文件", "Write the whole site as files to look at";
    "build.out": "输出目录（默认：站点下的 dist）", "Folder to write (default: dist in the site)";
    "build.fresh": "全部重新生成，不看上次留下的缓存（.qianfa/）", "Make everything anew, whatever the cache (.qianfa/) holds";
    "render": "把一个 Markdown 文件渲染成公众号 HTML，不需要站点", "Render one Markdown file to WeChat-ready HTML; needs no site";
    "render.file": "Markdown 文件；- 从标准输入读", "The Markdown file; - reads standard input";
    "render.theme": "主题（默认：文件写的，否则 ink）", "The theme (default: what the file names, else ink)";
    "render.preview": "输出一张完整的手机页面，图片包在里面", "Write a whole phone page with its pictures inside";
    "render.stats": "只输出统计：字数、限额、什么占地方", "Write statistics only: counts, limits, what weighs";
    "render.format": "统计的格式：human（默认）或 json", "Format of the statistics: human (default) or json";
    "theme": "主题：列出、检查、新建", "Themes: list them, check one, start a new one";
    "theme.action": "list 列出全部主题；check 检查一个主题或站点自己的全部主题；new 新建一个主题的目录", "list every theme; check one, or all of the site's own; new: a folder to start from";
    "theme.name": "主题的名字，或它的目录", "Name of a theme, or its folder";
    "theme.level": "从这一级起算有问题（退出码 3）：error、warning 或 info（默认 error）", "Level that counts (exit code 3): error, warning or info (default: error)";
    "theme.from": "新主题照着哪个做（默认 ink）", "The theme that a new one starts from (default: ink)";
    "sandbox": "在本机运行微信公众平台的替身，供演练和测试", "Run a local stand-in for the platform, for rehearsals and tests";
    "sandbox.port": "端口，默认 8700，只监听本机；0 表示自动选择", "Port, on this machine only; 0 takes a free one (default: 8700)";
    "sandbox.state": "把状态存进这个文件，下次接着用（默认只在内存里）", "Keep the state in this file between runs (default: in memory)";
    "sandbox.profile": "按实测（measured，默认）还是按文档（strict）的限制", "Limits as measured, or as documented (strict) (default: measured)";
    "sandbox.accounts": "账号 APPID:SECRET[:subscription|service][:unverified]，可重复", "An account APPID:SECRET[:subscription|service][:unverified]; may be repeated";
    "plan": "接下来会投递什么、为什么；不改动任何东西", "What would go out and why; changes nothing";
    "plan.account": "只看这个账号（可重复）", "Only this account (may be repeated)";
    "plan.horizon": "往后看多久，例如 48h、7d", "How far to look ahead, such as 48h or 7d";
    "plan.rev": "按这个提交里的站点算，默认是工作区", "Plan the site of this commit; default: the work tree";
    "plan.format": "输出：human 或 json", "Output: human or json";
    "plan.out": "把计划存成文件，供 apply 执行", "Save the plan to a file for apply";
    "plan.detailed_exitcode": "有要投递的就以 2 结束", "End with 2 when something would go out";
    "plan.sandbox": "以本机的沙盒代替平台", "A stand-in on this machine in the place of the platform";
    "apply": "执行投递：到点的都发出去，且只发一次", "Carry out what is due, exactly once";
    "apply.plan": "只执行这份计划，有变化就拒绝", "Carry out this plan only, and refuse when it no longer holds";
    "apply.due": "执行所有到点的投递（不给计划时的默认做法）", "Carry out everything that is due (the default without a plan)";
    "apply.wait": "等即将到点的投递，最多等这么久（默认 40m）", "Wait for what becomes due, at most this long (default 40m)";
    "apply.account": "只处理这个账号（可重复）", "Only this account (may be repeated)";
    "apply.rev": "按这个提交里的站点投递，默认是工作区", "Deliver the site of this commit; default: the work tree";
    "apply.format": "输出：human 或 json", "Output: human or json";
    "apply.sandbox": "以本机的沙盒代替平台", "A stand-in on this machine in the place of the platform";
    "status": "每次投递的情况和原因", "How every delivery stands, and why";
    "status.account": "只看这个账号（可重复）", "Only this account (may be repeated)";
    "status.format": "输出：human 或 json", "Output: human or json";
    "status.overdue": "只看到点超过这么久还没了结的，有就以 7 结束", "Only what was due longer ago than this and has not ended; ends with 7 when there is any";
    "status.sandbox": "以本机的沙盒代替平台", "A stand-in on this machine in the place of the platform";
    "ledger": "账本：看事件、验完整、查租约、记下人工核对的结果", "The ledger: its events, whether it is intact, who holds the lease, what a person found";
    "ledger.action": "show 看事件，verify 验完整，locks 查租约，reconcile 记下人工核对的结果", "show the events, verify them, show the locks, or reconcile: note what a person found";
    "ledger.delivery": "投递的编号（reconcile 用）", "Name of a delivery (for reconcile)";
    "ledger.found": "在后台看到的结果：published 已发布，sent 已群发，nothing 都没有", "What the console shows: published, sent, or nothing";
    "ledger.url": "已发布文章的地址（可重复）", "Address of a published article (may be repeated)";
    "ledger.account": "只看这个账号（可重复）", "Only this account (may be repeated)";
    "ledger.format": "输出：human 或 json", "Output: human or json";
    "lsp": "编辑器的语言服务：边写边查，由编辑器启动", "Language server: checks while one writes; started by an editor";
    "demo": "在临时副本里走完本站点的全程", "The whole way of this site, in a scratch copy";
    "demo.keep": "结束后保留副本和平台替身，供查看", "Leave the copy and the stand-in running, to look at";
    "sign": "签发一期：先看清内容，再用 SSH 密钥签名", "Sign off an edition: look at it, then sign with an SSH key";
    "sign.unit": "文章路径或期名", "Path of an article, or name of an edition";
    "sign.account": "账号（只发往一个账号时不用写）", "Account (needless when it goes to one only)";
    "sign.role": "以哪个角色签", "The role in which to sign";
    "sign.key": "密钥文件（默认：git 的 user.signingKey，再是 ~/.ssh/id_ed25519）", "File of the key (default: git's user.signingKey, then ~/.ssh/id_ed25519)";
    "sign.person": "以谁的名义签（密钥写在好几个名字下时）", "In whose name (for a key that stands under several)";
    "sign.reject": "表示不同意", "Say no";
    "sign.withdraw": "收回自己说过的话", "Take back what you said";
    "sign.reason": "理由，会存进签发记录", "Why; stored with the statement";
    "sign.yes": "不再确认", "Do not ask";
    "sign.payload": "核对过的载荷前 12 位，代替当面输入", "First 12 digits of the payload you looked at, instead of typing them";
    "sign.expires": "多久以后不再算数（默认 7d）", "After how long it stops counting (default 7d)";
    "sign.not_before": "只对这个时间以后的投递算数", "Counts for deliveries from this time on only";
    "sign.not_after": "只对这个时间以前的投递算数", "Counts for deliveries up to this time only";
    "sign.rev": "读这次提交里的文件，而不是工作目录", "Read the files of this commit instead of the work tree";
    "approvals": "谁签了，还缺谁，哪条规则要求的，什么作废了、为什么", "Who signed, who is missing and which rule asks, what does not count and why";
    "approvals.unit": "文章路径或期名（默认：所有定稿或签过的）", "Paths of articles or names of editions (default: whatever is ready or signed)";
    "approvals.account": "只看这个账号", "This account only";
    "approvals.format": "human 或 json", "human or json";
    "approvals.check": "有排了时间却没签齐的就以 4 退出", "Exit with 4 when something scheduled lacks a sign-off";
    "approvals.rev": "读这次提交里的文件，而不是工作目录", "Read the files of this commit instead of the work tree";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_unique() {
        let mut keys: Vec<_> = TABLE.iter().map(|help| help.key).collect();
        keys.sort_unstable();
        let before = keys.len();
        keys.dedup();
        assert_eq!(keys.len(), before);
    }
}
