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
    "sandbox": "在本机运行微信公众平台的替身，供演练和测试", "Run a local stand-in for the platform, for rehearsals and tests";
    "sandbox.port": "端口，只监听本机；0 表示自动选择", "Port, on this machine only; 0 takes a free one";
    "sandbox.state": "把状态存进这个文件，下次接着用（默认只在内存里）", "Keep the state in this file between runs (default: in memory)";
    "sandbox.profile": "按实测（measured）还是按文档（strict）的限制", "Limits as measured, or as documented (strict)";
    "sandbox.accounts": "账号 APPID:SECRET[:subscription|service][:unverified]，可重复", "An account APPID:SECRET[:subscription|service][:unverified]; may be repeated";
    "version": "显示版本", "Show the version";
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
