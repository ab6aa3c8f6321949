//! `cr.portrait`: people who can be recognised.

use crate::base::message::cr_rules as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::site::project::Person;
use crate::site::{Ai, Located};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "cr.portrait",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "认得出的人没有同意书",
    en: "Recognisable people without consent",
    basis: &["CIVIL-1018", "AD-33"],
    documentation: "\
## 查什么
图片记录写着 tags: [person] 或 people: […]，而没有 consent_file（policy/people.yaml 里有这个人的同意书也算）；同意在发布时已经到期；拍到未成年人（tags: [minor]）没有 guardian_consent；用生成技术做出真人形象（ai: generated 加 people）而没有同意书。

## 为什么
未经同意制作、使用、公开他人肖像要赔礼道歉、赔偿损失；广告里用他人肖像要事先书面同意；深度伪造他人形象是法律点名禁止的。

## 依据
民法典第一千零一十八条至第一千零二十条（2021-01-01 起）；广告法第三十三条。

## 反例
图注“顾客王女士”，记录里没有 consent_file。

## 正例
{file: guest.jpg, own: true, author: 编辑部, people: [王女士], consent_file: consents/wang.pdf, consent_expires: 2028-12-31}

## 怎么改
请本人签肖像使用同意书（未成年人由监护人签），扫描件放进仓库，路径写进 consent_file；拿不到就换图或打码。

## 例外
人群远景、公共场合的新闻报道、已打码（masked: true）的不查；公众人物（role: public）在非广告的文章里只提示。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    for record in article.records.values() {
        let details = &record.details;
        let is_minor = record.shows("minor");
        if !(record.shows("person") || is_minor || !details.people.is_empty())
            || details.masked.as_ref().is_some_and(|masked| masked.value)
        {
            continue;
        }
        let at = details.people.first().or(details.tags.first()).map_or(&record.place, |first| &first.place);
        let known: Vec<_> = details.people.iter().map(|name| person(context, &name.value)).collect();
        let kept = |person: &Option<&Person>| {
            person.is_some_and(|person| person.consent_file.is_some() || person.guardian_consent.is_some())
        };
        let listed = !known.is_empty() && known.iter().all(kept);
        let guardian = details.guardian_consent.is_some() || article.front.details.guardian_consent.is_some();
        let mut push = |place: &Place, severity, message| {
            let mut finding = META.finding(place.clone(), message).help(text::portrait_help());
            finding.severity = severity;
            findings.push(finding);
        };
        if is_minor && !guardian && !listed {
            push(at, Severity::Error, text::portrait_minor(&record.file));
        } else if details.consent_file.is_none() && !guardian && !listed {
            let made = record.ai.as_ref().is_some_and(|ai| ai.value == Ai::Generated);
            let public = !known.is_empty()
                && known.iter().all(|person| {
                    person
                        .is_some_and(|person| person.role.as_ref().is_some_and(|role| role.value == "public"))
                });
            let severity =
                if public && !document.verdict.ad && !made { Severity::Info } else { Severity::Error };
            let message = if made { text::portrait_made(&record.file) } else { text::portrait(&record.file) };
            push(at, severity, message);
        }
        if let (Some(last), Some(day)) = (&details.consent_expires, document.day)
            && last.value < day
        {
            push(&last.place, Severity::Error, text::portrait_over(&record.file, last.value));
        }
    }
}

/// The person of that name in `policy/people.yaml`.
fn person<'a>(context: &Context<'a>, name: &str) -> Option<&'a Person> {
    let people = &context.site.project.people;
    let called = |person: &&Located<Person>| {
        person.value.name.value == name || person.value.aliases.iter().any(|alias| alias.value == name)
    };
    people.iter().find(called).map(|person| &person.value)
}
