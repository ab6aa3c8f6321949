//! `cr.expired`: rights that end while readers can see the article.

use jiff::civil::Date;

use crate::base::message::Message;
use crate::base::message::cr_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::reference::{self, Target};
use crate::site::{Located, Record};
use crate::source::plain::ReferenceKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "cr.expired",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "许可、肖像同意会在文章在线时到期",
    en: "Rights that end while the article is online",
    basis: &["CR-10", "CIVIL-1018"],
    documentation: "\
## 查什么
正文用到的图片、音乐、视频的许可（expires）和人物的肖像同意（consent_expires）在发布之后到期的，给一条提示；检查的这天已经过了到期日的，报警告。发布之前就到期的由 cr.image-source 和 cr.portrait 报错误。

## 为什么
公众号文章会一直在线，许可到期后还挂着就是侵权；权利人常常专挑老文章批量索赔。

## 依据
著作权法第十条第一款第十二项、第五十四条；民法典第一千零一十八条至第一千零二十条。

## 反例
三月发布的文章，配图许可六月三十日到期，七月文章还在线。

## 正例
买断的许可，或者在到期前撤下文章。

## 怎么改
到期前续签并更新 expires，或换图；不续就用 qianfa withdraw 撤下文章。

## 例外
没有写到期日的当作长期有效；没有用到的记录不查。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let today = context.now.map(|now| now.to_zoned(context.site.config.zone.clone()).date());
    let shown = |record: &Record| {
        let target = Target::File(record.file.clone());
        let cover = article.front.cover.as_ref().and_then(|cover| cover.image());
        cover == Some(record.file.as_str())
            || document.plain.references.iter().any(|reference| {
                reference.kind == ReferenceKind::Image
                    && reference::target(article, &reference.target) == target
            })
    };
    let mut tell = |last: &Located<Date>, message: fn(&str, Date) -> Message, file: &str| {
        // Rights that end before the article appears are told by the rules about them.
        if document.day.is_some_and(|day| last.value < day)
            && today.is_none_or(|today| document.day >= Some(today))
        {
            return;
        }
        let mut finding =
            META.finding(last.place.clone(), message(file, last.value)).help(text::expired_help());
        if today.is_some_and(|today| last.value < today) {
            finding.severity = Severity::Warning;
        }
        findings.push(finding);
    };
    let media = article.front.details.media.iter().map(|medium| &medium.value);
    for record in article.records.values().filter(|record| shown(record)).chain(media) {
        if let Some(last) = &record.expires {
            tell(last, |file, last| text::rights_end(file, last), &record.file);
        }
        if let Some(last) = &record.details.consent_expires {
            tell(last, |file, last| text::consent_ends(file, last), &record.file);
        }
    }
}
