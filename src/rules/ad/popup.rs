//! `ad.popup`: pop-ups of landing pages close with one tap and pose as nobody.

use std::sync::{Arc, LazyLock};

use regex::Regex;

use crate::base::message::truth as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::LIMITS;
use crate::source::SourceFile;
use crate::source::tree::resolve;
use crate::source::yaml::{Node, Value};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Site(check) };

static META: Meta = Meta {
    id: "ad.popup",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "落地页的弹窗和诱导点击",
    en: "Pop-ups and lures of landing pages",
    basis: &["AD-44", "IAD-10", "IAD-11"],
    documentation: "\
## 查什么
活动计划 landing 里登记的、仓库里的网页文件：弹窗有没有关闭标志，关闭要不要等倒计时，有没有冒充系统提示（“您的手机有风险”“1 条未读消息”）、假的关闭按钮、红包和抽奖样式的诱导。

## 为什么
弹出广告要显著标明关闭标志，确保一键关闭；以假的系统提示、假的播放键诱骗点击，罚款可到三万元，情节严重的更多。

## 依据
广告法第四十四条、第六十三条；互联网广告管理办法第十条、第十一条（2023-05-01 起）。

## 反例
<div class=\"popup\">系统检测到您有一个红包未领取（5 秒后可关闭）</div>

## 正例
<div class=\"popup\"><button aria-label=\"关闭\">×</button>12 月 1 日起新品上市</div>

## 怎么改
给弹窗加一个清楚的关闭按钮，点一下就关；去掉倒计时和冒充的文字。

## 例外
没有弹窗的页面、只是说“关闭”的正文不查；仓库之外的网页不下载，要人看。
",
};

static POPUP: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"(?i)(?:class|id)\s*=\s*["'][^"']*(?:popup|pop-up|modal|dialog|overlay|mask|interstitial|splash|lightbox|layer)[^"']*["']|<dialog\b"#).ok()
});
static CLOSE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"(?i)(?:class|id|aria-label|title|alt)\s*=\s*["'][^"']*(?:close|dismiss|关闭|skip|跳过)[^"']*["']|>\s*(?:×|✕|✖|关闭|跳过|&times;)\s*<|data-dismiss|method\s*=\s*["']dialog"#).ok()
});
static COUNTDOWN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\d+\s?(?:秒|s)\s?(?:后|之后)(?:可|才能|自动)?(?:关闭|跳过)|倒计时(?:结束)?后?(?:可|才能)?关闭|(?:关闭|跳过)\s?[（(]\s?\d+\s?(?:秒|s)?\s?[)）]").ok()
});
static LURE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:系统|手机|微信|电脑|安全中心)(?:检测到|提示|提醒|通知|警告|升级|更新)[^<>。]{0,16}(?:风险|病毒|异常|未领|清理|升级|红包|更新|修复|立即)|您?有\s?[一1-9]\d*\s?(?:条|个)(?:未读|新)?(?:消息|红包|好友请求|通知)(?:未领取|未读|待领取|待处理)?|(?:恭喜|恭喜您|恭喜你)[^<>。]{0,8}(?:中奖|获得|抽中|被选中)|(?:红包|大奖)(?:已到账|待领取|即将过期|未领取)|内存(?:不足|已满)[^<>。]{0,8}(?:清理|加速)").ok()
});

fn check(context: &Context<'_>, findings: &mut Findings) {
    for campaign in &context.site.campaigns {
        let root = Value { name: "", node: &campaign.root.value, place: &campaign.root.place };
        let Node::Map(entries) = root.node else { continue };
        let Some((_, _, landing, _)) = entries.iter().find(|(key, ..)| key == "landing") else { continue };
        let pages: Vec<&str> = match landing {
            Node::Str(page) => vec![page],
            Node::Seq(pages) => pages
                .iter()
                .filter_map(|(page, _)| if let Node::Str(page) = page { Some(page.as_str()) } else { None })
                .collect(),
            _ => Vec::new(),
        };
        for page in pages {
            if let Some(file) = read(context, campaign.file.path(), page) {
                examine(&file, findings);
            }
        }
    }
}

/// The page, when it is a file of the site: named from its root, or from the plan.
fn read(context: &Context<'_>, plan: &str, page: &str) -> Option<Arc<SourceFile>> {
    if page.contains("://") {
        return None;
    }
    let near = resolve(plan, page).ok();
    let path =
        [Some(page.to_owned()), near].into_iter().flatten().find(|path| context.tree.contains(path))?;
    let bytes = context.tree.read(&path, LIMITS.markdown).ok()?;
    Some(Arc::new(SourceFile::new(path, String::from_utf8(bytes).ok()?)))
}

fn examine(file: &Arc<SourceFile>, findings: &mut Findings) {
    let html = file.text();
    let find = |pattern: &'static LazyLock<Option<Regex>>| pattern.as_ref().and_then(|p| p.find(html));
    let place = |range| Place::new(file, range);
    if let Some(lure) = find(&LURE) {
        let message = text::landing_lure(lure.as_str());
        findings.push(META.finding(place(lure.range()), message).help(text::landing_help()));
    }
    if let Some(countdown) = find(&COUNTDOWN) {
        let message = text::landing_countdown(countdown.as_str());
        findings.push(META.finding(place(countdown.range()), message).help(text::landing_help()));
    }
    if let Some(popup) = find(&POPUP)
        && find(&CLOSE).is_none()
    {
        findings
            .push(META.finding(place(popup.range()), text::landing_no_close()).help(text::landing_help()));
    }
}
