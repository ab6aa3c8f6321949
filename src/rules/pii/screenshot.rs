//! `pii.screenshot`: screenshots are masked, and somebody says so.

use crate::base::message::pii as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::shown;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "pii.screenshot",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "截图没有打码的记录",
    en: "Screenshots that are not recorded as masked",
    basis: &["PII-25", "CIVIL-1032"],
    documentation: "\
## 查什么
正文和封面用到的图片，rights.yaml 里标了 tags: [screenshot] 的，有没有写 masked: true。广告里的由 ad.privacy-in-ad 按更高的级别再查一遍。

## 为什么
聊天、订单、朋友圈截图里有头像、昵称、电话、地址，机器看不清，要有人确认打过码。

## 依据
个人信息保护法第二十五条；民法典第一千零三十二条、第一千零三十三条。

## 反例
- {file: chat.png, author: 编辑部, own: true, tags: [screenshot]}

## 正例
- {file: chat.png, author: 编辑部, own: true, tags: [screenshot], masked: true}

## 怎么改
遮住头像、昵称、姓名、电话、地址、单号，打开原图核对一遍，再写 masked: true。只有软件界面、没有别人信息的，也写 masked: true 表示核对过。

## 例外
没有标 screenshot 的图片不查。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    for record in shown::records(document).filter(|record| record.shows("screenshot")) {
        if record.details.masked.as_ref().is_some_and(|masked| masked.value) {
            continue;
        }
        let message = text::screenshot(&record.file);
        findings.push(META.finding(record.place.clone(), message).help(text::screenshot_help()));
    }
}
