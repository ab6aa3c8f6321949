//! `pii.wechat-id`: WeChat ids of persons.

use std::ops::Range;

use crate::base::message::pii as text;
use crate::finding::mask::mask;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::ours;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "pii.wechat-id",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "个人微信号",
    en: "WeChat ids of persons",
    basis: &["CIVIL-1034", "PII-25"],
    documentation: "\
## 查什么
“微信”“微信号”“VX”“V信”“薇信”“加V”等字样后面跟着的微信号：字母开头，6 到 20 位字母、数字、下划线、减号。

## 为什么
个人微信号是个人信息；把读者引到私人号，纠纷没有记录可查，平台也可能按站外引流处理。

## 依据
民法典第一千零三十四条；个人信息保护法第二十五条。

## 反例
“想领资料的，加 V：后面是编辑自己的微信号。”

## 正例
“想领资料的，点公众号菜单“联系我们”。”

## 怎么改
改用公众号菜单、关键词回复或企业微信客服；确是对外的客服号，写进 policy/contacts.yaml 的 wechat。

## 例外
公众号、服务号、小程序自己的号，gh_ 开头的原始号，policy/contacts.yaml 里列出的不报；产品名、系统名（微信 Windows 版）不报。代码块里的不查。
",
};

/// Words that stand behind 微信 and are no id.
const NO_IDS: &[&str] = &[
    "android",
    "windows",
    "github",
    "openai",
    "openid",
    "unionid",
    "weixin",
    "wechat",
    "markdown",
    "miniprogram",
    "mini-program",
    "iphone",
    "harmonyos",
    "version",
    "official",
    "developer",
    "developers",
    "appsecret",
    "access",
    "access_token",
    "username",
    "nickname",
    "userid",
    "example",
    "your_id",
    "yourid",
    "your_wechat",
    "wechatid",
    "webview",
    "javascript",
    "typescript",
    "python",
    "golang",
    "cookie",
    "session",
    "server",
    "client",
    "desktop",
    "google",
    "chatgpt",
    "deepseek",
    "claude",
    "copilot",
    "notion",
    "feishu",
    "dingtalk",
    "twitter",
    "facebook",
    "instagram",
    "telegram",
    "whatsapp",
    "editor",
    "article",
    "message",
    "template",
    "plugin",
    "number",
    "account",
];
/// What makes it an id of an account and no person's.
const ACCOUNTS: &[&str] = &[
    "公众号",
    "服务号",
    "订阅号",
    "公众平台",
    "视频号",
    "小程序",
    "官方微信",
    "官微",
    "企业号",
    "原始id",
    "公号",
];
/// Somebody is to be added.
const ADDING: &[&str] = &[
    "加", "添加", "我的", "我", "私", "个人", "联系", "咨询", "客服", "小编", "老师", "留", "搜", "找",
    "报名", "顾问", "团长", "群主", "经理", "有意", "预约", "女士", "先生", "本人", "业主", "车主", "店长",
    "老板", "得主",
];

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let folded = document.folded();
    let cues = document.scan().cue("wechat-id");
    let mut last = 0;
    for (index, cue) in cues.iter().enumerate() {
        // 微信 inside 微信号.
        let longer = cues.get(index + 1).is_some_and(|next| next.start == cue.start);
        if longer || cue.start < last {
            continue;
        }
        let Some(range) = id(folded, cue) else { continue };
        let words = folded.get(range.clone()).unwrap_or_default();
        if !counts(folded, cue, &range) || ours::is_wechat(context, words) {
            continue;
        }
        last = range.end;
        let Some(place) = document.place(range.clone()) else { continue };
        let message = text::wechat_id(mask(document.shown(range)));
        findings.push(META.finding(place, message).help(text::wechat_id_help()).masked());
    }
}

/// The id behind the cue, past colons, quotation marks and small words.
fn id(text: &str, cue: &Range<usize>) -> Option<Range<usize>> {
    let behind = text.get(cue.end..)?;
    let mut start = 0;
    for c in behind.chars().take(6) {
        let between = c == ' '
            || "号是为:=→➡➕+贴出来在给你们这\"'“”「」『』()[]【】〔〕《》<>,搜加我码聊详聊咨询领取id_\u{fe0f}".contains(c)
                && !c.is_ascii_alphabetic();
        if !between {
            break;
        }
        start += c.len_utf8();
    }
    let rest = behind.get(start..)?;
    let length =
        rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))).unwrap_or(rest.len());
    let token = rest.get(..length)?.trim_end_matches(['-', '_']);
    let next = rest.get(token.len()..)?;
    // The head of an address, a path, a function call.
    let goes_on = next.starts_with(['@', '/', '(', '*', '='])
        || next.strip_prefix('.').is_some_and(|next| next.starts_with(|c: char| c.is_ascii_alphanumeric()));
    let good =
        token.starts_with(|c: char| c.is_ascii_alphabetic()) && (6..=20).contains(&token.len()) && !goes_on;
    let first = cue.end + start;
    good.then(|| first..first + token.len())
}

/// Whether what stands behind the cue is an id of a person.
fn counts(text: &str, cue: &Range<usize>, range: &Range<usize>) -> bool {
    let word = text.get(cue.clone()).unwrap_or_default();
    let token = text.get(range.clone()).unwrap_or_default();
    let gap = text.get(cue.end..range.start).unwrap_or_default();
    let before = text.get(..cue.start).unwrap_or_default();
    let near = before.get(before.floor_char_boundary(before.len().saturating_sub(30))..).unwrap_or_default();
    let near = near.rsplit(['。', ';', '\n', '!', '?']).next().unwrap_or_default();
    let latin = word.is_ascii();
    if latin
        && before.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '/' | '-' | '@'))
    {
        return false;
    }
    let same = token.bytes().all(|byte| Some(byte) == token.bytes().next());
    if same
        || NO_IDS.contains(&token)
        || token.starts_with("gh_")
        || ACCOUNTS.iter().any(|name| near.contains(name))
    {
        return false;
    }
    // appids.
    if token.len() == 18 && token.starts_with("wx") {
        return false;
    }
    let told = gap.contains([':', '=', '是', '为', '号', '→', '➡']);
    let odd = token.contains(|c: char| c.is_ascii_digit() || c == '_');
    match word {
        "微信号" | "微信id" | "加v" | "加我v" | "我的v" | "v信" | "v信号" | "vx号" | "薇信" | "徽信"
        | "加微" | "绿泡泡" | "伽v" | "咖v" | "嘉v" | "佳v" | "伽微" | "卫星号" => true,
        "微信" => {
            told || odd && !gap.is_empty()
                || odd && ADDING.iter().any(|verb| near.contains(verb))
                || ADDING.iter().any(|verb| near.ends_with(verb))
        }
        "薇芯" | "微芯" | "威芯" | "薇❤" | "威❤" | "加薇" | "加威" => told || odd,
        "威信" => odd && (told || gap == " " || near.ends_with("加") || near.ends_with("加我")),
        "卫星:" | "微❤信" | "微.信" | "微·信" => odd,
        "wx" | "wechat" | "weixin" => told && odd,
        _ => told || odd && !gap.is_empty(),
    }
}
