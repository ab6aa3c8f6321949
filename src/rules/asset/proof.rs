//! `asset.proof`: contracts, consents and other proofs that records name and that are not there.

use crate::base::message::rules as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::reference;
use crate::site::{Article, Located, Record};
use crate::source::tree::resolve;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Both(check, check_project) };

static META: Meta = Meta {
    id: "asset.proof",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "登记的证明文件不存在",
    en: "Proofs on record that do not exist",
    basis: &["HOUSE"],
    documentation: "\
## 查什么
front matter、图片记录和 policy 里登记的文件在不在：合同和收据（proof）、肖像同意书（consent_file）、监护人同意书（guardian_consent）、代言人的使用证明（evidence）、引用的依据（evidence[].file）、许可（permission）、资质和荣誉的存档（file）。

## 为什么
写了路径，别的规则就当手续齐全；文件其实没有放进来，到投诉、抽查时拿不出来。

## 依据
本站约定（证明和内容放在一起，才查得到是哪一份）。

## 反例
consent_file: consents/wang.pdf，而仓库里没有这个文件。

## 正例
consent_file: consents/wang.pdf，文件就在 consents/ 里。

## 怎么改
把扫描件放到这个路径（从站点根目录算，或从文章所在的目录算），或改正路径。不便放进仓库的，写存档编号或网址，不要写成文件名。

## 例外
不像文件名的（合同编号、网址、“见法务存档”）不查。
",
};

/// A place and what stands there.
type Named<'a> = (&'a Place, &'a str);

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let details = &article.front.details;
    let mut named: Vec<Named<'_>> = Vec::new();
    named.extend(said(&details.guardian_consent));
    named.extend(article.front.repost.iter().filter_map(|repost| said(&repost.proof)));
    named.extend(details.fonts.iter().filter_map(|font| said(&font.proof)));
    named.extend(details.permission.iter().filter_map(|permission| said(&permission.proof)));
    named.extend(
        details.endorsers.iter().flat_map(|one| [said(&one.evidence), said(&one.consent_file)]).flatten(),
    );
    let evidence = article.front.evidence.iter();
    named.extend(evidence.filter_map(|evidence| Some((&evidence.place, evidence.file.as_deref()?))));
    let media = details.media.iter().map(|medium| &medium.value);
    named.extend(article.records.values().chain(media).flat_map(of_record));
    report(context, Some(article), named, findings);
}

fn of_record(record: &Record) -> impl Iterator<Item = Named<'_>> {
    let details = &record.details;
    [said(&record.proof), said(&details.consent_file), said(&details.guardian_consent)].into_iter().flatten()
}

fn check_project(context: &Context<'_>, findings: &mut Findings) {
    let project = &context.site.project;
    let mut named: Vec<Named<'_>> = Vec::new();
    named.extend(project.credentials.iter().filter_map(|credential| said(&credential.file)));
    named.extend(project.customers.iter().filter_map(|customer| said(&customer.permission)));
    named.extend(project.facts.honours.iter().filter_map(|honour| said(&honour.file)));
    named.extend(project.fonts.iter().filter_map(|font| said(&font.proof)));
    let people = project.people.iter();
    named.extend(people.flat_map(|one| [said(&one.consent_file), said(&one.guardian_consent)]).flatten());
    report(context, None, named, findings);
}

fn said(value: &Option<Located<String>>) -> Option<Named<'_>> {
    value.as_ref().map(|value| (&value.place, value.value.as_str()))
}

/// Reports what names a file that is neither under the site's root nor beside the article.
fn report(context: &Context<'_>, article: Option<&Article>, named: Vec<Named<'_>>, findings: &mut Findings) {
    for (place, path) in named {
        let path = path.trim();
        if !is_file_name(path) {
            continue;
        }
        let rooted = path.trim_start_matches("./").trim_start_matches('/');
        let beside = article.and_then(|article| resolve(article.path(), path).ok());
        let there = |path: &str| reference::exists(context, path);
        if !there(rooted) && !beside.is_some_and(|beside| there(&beside)) {
            let finding = META.finding(place.clone(), text::missing_proof(path));
            findings.push(match reference::nearest(context, rooted) {
                Some(near) => finding.help(text::nearest_file(near)),
                None => finding.help(text::missing_proof_help()),
            });
        }
    }
}

/// Endings of papers and pictures of papers.
const ENDINGS: &[&str] = &[
    "pdf", "png", "jpg", "jpeg", "webp", "tif", "tiff", "heic", "ofd", "doc", "docx", "xls", "xlsx", "txt",
    "md", "zip", "eml", "html", "csv", "json", "yaml", "asc", "sig",
];

/// Whether somebody meant a file: `合同 2026-31 号` and addresses are none.
fn is_file_name(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    !path.contains("://") && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}
