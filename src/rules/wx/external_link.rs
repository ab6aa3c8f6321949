//! `wx.external-link`: links that readers cannot open, hidden targets, and lures out of the platform.

use crate::base::message::truth as text;
use crate::finding::{Findings, Severity};
use crate::rules::advertisement::{host, is_under};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;
use crate::source::plain::Reference;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.external-link",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "正文里的外部链接和站外诱导",
    en: "External links and lures",
    basis: &["WX-LINK-1.2", "IAD-11"],
    documentation: "\
## 查什么
“点击这里”“立即报名”一类叫人点的外部链接；短链接和跳转链接；“下载 APP 领现金”“长按识别领红包”“加微信领资料”“扫码进群领”一类以好处引到站外、个人号的话。

## 为什么
公众号正文只能打开自己的文章、小程序和视频号，外部链接在手机上点不开，读者白点一场；以红包、现金引流的，平台按诱导处理，停止传播、封禁域名。

## 依据
微信外部链接内容管理规范 1.2（2019-10-28 升级版）；互联网广告管理办法第十一条。

## 反例
“[点击这里报名](https://example.com/join)，加微信领红包。”

## 正例
“点文末‘阅读原文’报名。”front matter 写 read_more: https://example.com/join

## 怎么改
把地址移到 read_more；或者换成小程序卡片、自己的文章。短链接换成最终的地址。去掉领红包一类的好处。

## 例外
作为出处列出的链接不算（会变成文末的编号参考）；平台自己的地址不算。
",
};

/// Hosts that hide where a link leads.
const SHORT: &[&str] = &[
    "t.cn",
    "dwz.cn",
    "url.cn",
    "suo.im",
    "suo.nz",
    "mrw.so",
    "sina.lt",
    "bit.ly",
    "tinyurl.com",
    "goo.gl",
    "is.gd",
    "t.co",
    "ow.ly",
    "rebrand.ly",
    "cutt.ly",
    "s.id",
    "dlj.li",
    "urlify.cn",
    "w.url.cn",
    "985.so",
    "rrd.me",
    "3.cn",
    "c.tb.cn",
    "m.tb.cn",
    "u.jd.com",
    "v.douyin.com",
    "b23.tv",
    "reurl.cc",
    "xhslink.com",
    "t.ly",
    "tb.cn",
];
/// Words of a link that ask for a click.
const CALLS: &[&str] = &[
    "点击",
    "点这里",
    "点此",
    "戳",
    "立即",
    "马上",
    "报名",
    "下单",
    "购买",
    "领取",
    "下载",
    "进入",
    "查看详情",
    "了解详情",
    "去看看",
    "前往",
    "打开链接",
    "传送门",
    "链接在此",
    "去抢购",
    "预约",
    "注册",
];

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::lured_out(term), context, document, findings);
    for link in document.links() {
        let Some(host) = host(&link.target) else { continue };
        if is_platforms(&host) {
            continue;
        }
        let Some(place) = document.reference_place(link) else { continue };
        if SHORT.iter().any(|short| is_under(&host, short)) {
            let mut finding =
                META.finding(place, text::short_link(&link.target)).help(text::short_link_help());
            finding.severity = Severity::Warning;
            findings.push(finding);
            continue;
        }
        let words = fold(&link.words);
        if words.chars().count() <= 12
            && (CALLS.iter().any(|call| words.contains(call)) || is_called(document, link))
        {
            let message = text::external_link(&link.target);
            findings.push(META.finding(place, message).help(text::external_link_help()));
        }
    }
}

/// Whether the text right before the link asks for a click: 报名请点[官网](…).
fn is_called(document: &Document<'_>, link: &Reference) -> bool {
    let before = document.plain.text().get(..link.text.start).unwrap_or_default();
    let before = before.trim_end_matches(['“', '"', '「', '【', ':', '：', ' ']);
    ["请点", "点击", "点这里", "点此", "戳", "点开", "打开", "下载", "进入", "前往"]
        .iter()
        .any(|call| before.ends_with(call))
}

fn is_platforms(host: &str) -> bool {
    ["weixin.qq.com", "weixinbridge.com", "servicewechat.com", "work.weixin.qq.com"]
        .iter()
        .any(|own| is_under(host, own))
}
