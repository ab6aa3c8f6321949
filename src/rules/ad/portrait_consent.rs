//! `ad.portrait-consent`: names and faces in advertising need a written consent.

use jiff::civil::Date;

use crate::base::message::{ad_trades as text, claims};
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase, Sentence};
use crate::rules::shown;
use crate::site::Record;
use crate::site::project::Person;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.portrait-consent",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "广告里使用他人姓名、肖像没有书面同意",
    en: "Names and portraits without consent",
    basis: &["AD-33", "CIVIL-1018", "WOMEN-LAW"],
    documentation: "\
## 查什么
广告用到的图片：rights.yaml 里标了 person、minor 或写了 people 的，有没有 consent_file，未成年人有没有 guardian_consent，同意书到发布那天是否过期；endorsers 有没有 consent_file；policy/people.yaml 里的顾客、未成年人被点名时有没有同意书。
广告正文自己说没有经过本人同意的，也提示。

## 为什么
在广告中使用他人名义或者形象，应当事先取得书面同意，未成年人要监护人同意；侵害肖像权要赔偿。

## 依据
广告法第三十三条、第六十八条；民法典第一千零一十八条至第一千零二十条；妇女权益保障法第二十八条。

## 反例
- {file: guest.jpg, own: true, author: 摄影部, tags: [person]}，没有 consent_file。

## 正例
- {file: guest.jpg, own: true, author: 摄影部, tags: [person], consent_file: proofs/guest.pdf}

## 怎么改
补签同意书放进仓库；签不到就换图，或裁掉、打码到认不出人。

## 例外
认不出人的风景、背影不标 person；新闻报道不是广告，不查。
",
};

/// The text says that nobody was asked.
static TOLD: Phrase = Phrase::new(
    "(?:没经|未经|没问过|没有经过|没跟|没告诉|没征得|未征得|没取得|没拿到)[^。!?;,]{0,12}(?:同意|授权|许可|打(?:过|个|声)?招呼|知道|点头)|没(?:打|说|吱|问)过?(?:招呼|一声)|(?:截|借|扒|抠|盗|偷)(?:了|用|来|走|她|他)?[^。!?;,]{0,6}(?:照片|剧照|头像|肖像|街拍|路透|脸)|(?:照片|剧照|头像|肖像|街拍|路透)[^。!?;,]{0,6}(?:截了|扒来|抠来|借来|借用|盗来|偷来|网上找)",
);
/// Somebody is shown or named.
static SHOWN: Phrase =
    Phrase::new("明星|演员|歌手|网红|本人|她|他|照片|肖像|街拍|头像|名字|声音|脸|客户|顾客|路人|模特");
/// Rules and rights.
static RIGHTS: Phrase = Phrase::new("不得|禁止|不能|侵权|不转载|请勿|转载|违法|严禁|不使用|不会|绝不|投诉");

/// A sentence of an advertisement that confesses it.
fn told(document: &Document<'_>, findings: &mut Findings) {
    let counts = |sentence: &Sentence<'_>| !sentence.has(&RIGHTS) && sentence.has(&SHOWN);
    for range in sentence::saying(document, "endorse-word", &TOLD, counts) {
        let message = claims::portrait_told(document.shown(range.clone()));
        let about = (Severity::Warning, message, claims::portrait_told_help());
        sentence::report(&META, document, &range, about, findings);
    }
}

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(front) = document.front().filter(|_| document.verdict.ad) else { return };
    told(document, findings);
    for record in shown::records(document) {
        picture(record, document.day, findings);
    }
    for endorser in front.details.endorsers.iter().filter(|endorser| endorser.consent_file.is_none()) {
        let people = &context.site.project.people;
        let agreed = people
            .iter()
            .any(|person| person.name.value == endorser.name.value && person.consent_file.is_some());
        if !agreed {
            let finding = META.finding(endorser.place.clone(), text::name_without_consent(&*endorser.name));
            findings.push(finding.help(text::consent_help()));
        }
    }
    for person in &context.site.project.people {
        named(person, document, findings);
    }
}

/// A picture on which somebody can be recognised.
fn picture(record: &Record, day: Option<Date>, findings: &mut Findings) {
    let details = &record.details;
    let minor = record.shows("minor");
    if !minor && !record.shows("person") && details.people.is_empty() {
        return;
    }
    if let (Some(last), Some(day)) = (&details.consent_expires, day)
        && last.value < day
    {
        let message = text::consent_over(&record.file, last.value);
        findings.push(META.finding(last.place.clone(), message).help(text::consent_help()));
    } else if minor && details.guardian_consent.is_none() {
        let message = text::no_guardian_consent(&record.file);
        findings.push(META.finding(record.place.clone(), message).help(text::consent_help()));
    } else if !minor && details.consent_file.is_none() {
        let message = text::no_portrait_consent(&record.file);
        findings.push(META.finding(record.place.clone(), message).help(text::consent_help()));
    }
}

/// A customer or child of the house's list who is named without having agreed.
fn named(person: &Person, document: &Document<'_>, findings: &mut Findings) {
    let role = person.role.as_ref().map_or("", |role| role.value.as_str());
    let agreed = if role == "minor" { &person.guardian_consent } else { &person.consent_file };
    if !matches!(role, "customer" | "minor" | "spokesperson") || agreed.is_some() {
        return;
    }
    let name = fold(&person.name);
    let Some(at) = document.folded().find(&name).filter(|_| name.chars().count() > 1) else { return };
    if let Some(place) = document.place(at..at + name.len()) {
        let message = text::name_without_consent(&*person.name);
        findings.push(META.finding(place, message).help(text::consent_help()));
    }
}
