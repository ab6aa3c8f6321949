//! `sec.internal`: marks that say that something should stay inside.

use crate::base::message::sec_rules as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "sec.internal",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "内部资料、未定稿流到外面",
    en: "Internal and unfinished material",
    basis: &["AUCL-10", "LABOUR-23"],
    documentation: "\
## 查什么
正文、标题、文件名里的内部标记：“内部资料”“仅限内部”“请勿外传”“公司机密”“未定稿”“未经审计”“征求意见稿”“internal use only”等；文章目录里名字带“内部”“未定稿”“草稿”“confidential”“draft”的文件。

## 为什么
把内部材料整段贴进推文，是最常见的泄密方式。泄露商业秘密可罚十万元以上，情节特别严重的至五百万元；员工还要承担劳动合同里的保密责任。

## 依据
反不正当竞争法第十条、第二十六条（2025-10-15 起的修订版）；劳动合同法第二十三条。

## 反例
“以下为内部资料，请勿外传：三季度渠道底价表。”

## 正例
“以下数据摘自公司 8 月 20 日公开发布的新闻稿。”

## 怎么改
删去内部标记连同它标记的内容；确实可以公开的，走审批后去掉标记再发。文件换个不带内部字样的名字。

## 例外
计算机密码、飞机密封、内部资料性出版物、公开征求意见稿，以及讲解怎样保护商业秘密、签保密协议的文章不报或只提示。
",
};

/// Talk about keeping secrets.
static TALK: Phrase = Phrase::new(
    "别(?:贴|发|传|放|把|写|晒|截|拿)|(?:不要|不能|不得|不可|勿)(?:贴|发布|放|晒|截|写进)|保护|保守|泄露|泄密|窃取|盗取|侵犯|刺探|防止|避免|加密|保密(?:协议|制度|义务|条款|意识|法|培训|管理)|管理制度|普法|守护|小说|电影|影片|剧情|游戏|纪录片|破解|解密|揭秘|谍战|间谍|特工|侦探|档案馆|什么是|(?:不得|严禁|禁止|不应|不要|不能)(?:将|把|向|在|泄|携带|上传|对外提供)|不含|不涉及|不包含|赔偿|判决|案例|被判|起诉|员工手册|警惕|骗局|谎称|声称|打着|贩卖|倒卖|兜售",
);
/// It is shown all the same.
static CONFESSED: Phrase = Phrase::new(
    "(?:以下|下面|附上|截图|我)[^。,]{0,8}(?:为|是|放|贴|晒|如下)[^。]{0,16}|(?:看完|看过)[^。]{0,3}(?:别|勿|就删|即删)",
);
/// Names of files that should have stayed inside.
static FILE: Phrase = Phrase::new(
    "内部|未定稿|草稿|机密|保密|勿外传|初稿|(?:^|[-_. ])(?:draft|confidential|internal|do-?not-?share|secret)(?:[-_. ]|\\d|$)",
);

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report_with(&META, context, document, findings, |hit, term, shown| {
        let sentence = sentence::around(document, hit.range.clone());
        // What the hit itself says (看完别传) is no talk about it.
        let at = hit.range.start.saturating_sub(sentence.range.start);
        let behind = hit.range.end.saturating_sub(sentence.range.start);
        let rest = [sentence.text.get(..at), sentence.text.get(behind..)];
        let talks = rest.into_iter().flatten().any(|words| TALK.is_in(words));
        let severity = if talks && !CONFESSED.is_in(sentence.text) { Severity::Info } else { term.severity };
        let verdict = || word::Verdict { severity, message: text::internal(shown) };
        word::applies(document, hit, term).then(verdict)
    });
    let Some(article) = document.article() else { return };
    for path in &article.files {
        let name = path.rsplit('/').next().unwrap_or(path);
        if FILE.is_in(&fold(name)) {
            let message = text::internal_file(name);
            findings.push(META.finding(Place::file_only(path), message).help(text::internal_file_help()));
        }
    }
}
