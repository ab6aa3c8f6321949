//! Exceptions from errors that the front matter asks for: with the sign-offs at hand, those that somebody signed weigh as
//! warnings.

use std::path::Path;

use crate::base::message::{Explain, answer as text};
use crate::cli::opened::renderer;
use crate::cli::{Context, Failure};
use crate::finding::{Answer, Answered, Finding, Findings, Severity};
use crate::signoff::{Judged, Register};
use crate::site::Site;
use crate::source::tree::Tree;

/// Lowers the errors among `findings` whose exception is signed. The remote is asked only when there is such an error,
/// and never when `offline`.
pub(super) fn accept(
    context: &mut Context,
    root: &Path,
    tree: &dyn Tree,
    site: &Site,
    findings: &mut Findings,
    offline: bool,
) -> Result<(), Failure> {
    let asked = |finding: &Finding| {
        let asked = finding.answer.as_ref().is_some_and(|answer| answer.how == Answered::Asked);
        (asked && finding.severity == Severity::Error).then(|| finding.place.path().to_owned())
    };
    let paths: Vec<String> = findings.iter().filter_map(asked).collect();
    if paths.is_empty() {
        return Ok(());
    }
    let Some(register) = register(context, root, tree, site, offline) else { return Ok(()) };
    let now = context.clock(&site.config.zone)?.now();
    let renderer = renderer(root, tree, site);
    let concerned = site.editions.iter().filter(|edition| {
        let members = edition.articles.iter().filter_map(|index| site.articles.get(*index));
        members
            .into_iter()
            .any(|article| paths.iter().any(|path| path == article.path() || article.files.contains(path)))
    });
    let judged: Vec<Judged> =
        concerned.map(|edition| register.judge(site, tree, &renderer, edition, findings, now)).collect();
    for finding in findings.iter_mut() {
        if let Some(people) = accepted(finding, &judged) {
            let reason = finding.answer.take().map(|answer| answer.reason).unwrap_or_default();
            finding.severity = Severity::Warning;
            finding.answer = Some(Answer { how: Answered::Signed(people.join(", ")), reason });
        }
    }
    Ok(())
}

/// Who signed the exception in every edition that the file is part of; `None` when somewhere nobody did.
fn accepted(finding: &Finding, judged: &[Judged]) -> Option<Vec<String>> {
    let path = finding.place.path();
    let part = |judged: &&Judged| judged.subject.paths.iter().any(|part| part == path);
    let mut people: Vec<String> = Vec::new();
    for judged in judged.iter().filter(part) {
        let signed = judged.verdict.accepted_by(finding);
        if signed.is_empty() {
            return None;
        }
        people.extend(signed.into_iter().map(str::to_owned));
    }
    people.sort_unstable();
    people.dedup();
    (!people.is_empty()).then_some(people)
}

/// The register, as the remote has it or as it was last read.
fn register(
    context: &mut Context,
    root: &Path,
    tree: &dyn Tree,
    site: &Site,
    offline: bool,
) -> Option<Register> {
    let fresh = if offline { None } else { Some(Register::open(site, tree, root, None)) };
    let failed = match fresh {
        Some(Ok(register)) => return Some(register),
        Some(Err(error)) => Some(error.message().text(context.lang)),
        None => None,
    };
    match Register::open_last_seen(site, tree, root) {
        Ok(register) => {
            if let Some(reason) = failed {
                context.warn(&text::from_memory(reason));
            }
            Some(register)
        }
        Err(error) => {
            let reason = error.message().text(context.lang);
            context.warn(&text::unread(reason));
            None
        }
    }
}
