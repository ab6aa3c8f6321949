//! `cr.similarity`: articles that are largely other articles of the site.

use crate::base::message::cr_rules as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::meta::{Check, Meta, Rule};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Site(check) };

static META: Meta = Meta {
    id: "cr.similarity",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "与站内文章大段重复",
    en: "Near duplicates of other articles",
    basis: &["CR-10", "ACCT-18.3"],
    documentation: "\
## 查什么
每篇文章的正文与站内其他文章（包括已经发出去的）比对：按五个字一组的指纹，算出有多少和另一篇相同。一半以上报警告，三成到一半只提示；结果写出比例和两边的位置。引文、代码不计，许多文章都有的固定段落（页脚、免责声明、报名须知）不计。

## 为什么
平台打击洗稿和重复推送，重复内容会失去原创资格、被折叠；抄自己已授权出去的稿子还可能违约。

## 依据
著作权法第十条、第五十三条；互联网用户公众账号信息服务管理规定第十八条。

## 反例
把上个月的文章换个标题、改两段再发。

## 正例
引用上个月文章的一段并附链接，其余写新内容。

## 怎么改
改写重复的段落，或者只保留一篇，另一篇用链接带过去。

## 例外
不到八十字的短文不比；整篇原样的复制一定会报。
",
};

/// Share from which it is told at all, and from which it counts.
const TOLD: f64 = 0.3;
const COUNTS: f64 = 0.5;

fn check(context: &Context<'_>, findings: &mut Findings) {
    for like in context.likenesses(TOLD) {
        let articles = &context.site.articles;
        let (Some(article), Some(other)) = (articles.get(like.article), articles.get(like.other)) else {
            continue;
        };
        let percent = format!("{:.0}", like.share * 100.0);
        let message = if context.is_out(other) {
            text::similar_published(percent, &other.front.title.value)
        } else {
            text::similar(percent, &other.front.title.value)
        };
        let mut finding = META
            .finding(Place::new(&article.file, like.here.clone()), message)
            .help(text::similar_help())
            .label(Place::new(&other.file, like.there.clone()), text::similar_there(other.path()));
        if like.share < COUNTS {
            finding.severity = Severity::Info;
        }
        findings.push(finding);
    }
}
