//! `gov.secret`: marks of state secrets.

use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "gov.secret",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "国家秘密标志",
    en: "Marks of state secrets",
    basis: &["SECRET-29", "SECRET-33"],
    documentation: "\
## 查什么
密级标志：“秘密★”“机密★10年”“绝密★启用前”以外的密级标注、“密级：机密”“机密级文件”“绝密文件”“涉密文件”“国家秘密”等，以及把涉密材料拿来展示的说法。

## 为什么
互联网发布的内容不得含有国家秘密，泄密要追究刑事责任。带密级标志的文件，哪怕已经流传，也不能转发。

## 依据
保守国家秘密法第二十九条、第三十三条（2024-05-01 起）。

## 反例
“附件是一份机密★5年的会议材料，大家看完别外传。”

## 正例
“以上内容摘自市政府门户网站公开文件。”

## 怎么改
停止发布，交给保密工作机构；误标的由定密单位去掉标志后再发。

## 例外
计算机密码、飞机密封、绝密飞行（影片名）、试卷上的“绝密★启用前”、保密宣传和普法、历史档案解密、影视游戏里的情节不报或只提示。
",
};

/// Talk about secrecy: law, history, stories, exams.
static TALK: Phrase = Phrase::new(
    "保密法|保守国家秘密|保密(?:宣传|教育|意识|知识|培训|工作|管理)|普法|密级(?:分为|分三|制度|管理|划分|包括)|分为绝密|解密(?:档案|后|的历史)|已解密|泄露国家秘密|窃取|刺探|出卖|间谍|谍战|小说|电影|影片|电视剧|游戏|剧本|剧情|桌游|密室|主角|特工|纪录片|历史上|二战|档案馆|博物馆|不涉及|不含|不得|严禁|禁止|不准|举报|(?:试卷|高考|真题)[^。]{0,12}(?:绝密|机密)|(?:绝密|机密)[^。]{0,12}(?:试卷|高考|真题)|启用前",
);
/// The text shows what is secret all the same.
static SHOWN: Phrase =
    Phrase::new("(?:摘录|贴|发|晒|转)(?:给|出来|出|到)|给大家|看完就删|拍了|拍到|我这里|流出|在我手");

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report_with(&META, context, document, findings, |hit, term, shown| {
        let sentence = sentence::around(document, hit.range.clone());
        let talk = sentence.has(&TALK) && !sentence.has(&SHOWN);
        let severity = if talk { Severity::Info } else { term.severity };
        let verdict = || word::Verdict { severity, message: text::secret(shown) };
        word::applies(document, hit, term).then(verdict)
    });
}
