//! `--write-baseline` and `--baseline`: what a site had when it began to be checked is not shown and does not count.

use std::path::Path;

use super::{is_of, is_under};
use crate::base::file;
use crate::base::message::{Explain, answer as text};
use crate::cli::{Context, Failure};
use crate::finding::baseline::Baseline;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::source::rule;

/// Most bytes of a baseline.
const LIMIT: u64 = 64 << 20;

/// Notes `findings` in the file `path`.
pub(super) fn write(path: &Path, findings: &Findings, context: &mut Context) -> Result<(), Failure> {
    let baseline = Baseline::of(findings);
    file::write_atomic(path, baseline.to_text())?;
    context.note(&text::baseline_written(path.display(), baseline.len()));
    Ok(())
}

/// Takes out of `findings` what the baseline in the file `path` holds, and adds a hint for what it holds in vain; only
/// about what was asked for by `select` and `paths`, and only when all of that was looked at (`gone`).
pub(super) fn apply(
    path: &Path,
    findings: &mut Findings,
    select: &[String],
    paths: &[String],
    gone: bool,
    context: &mut Context,
) -> Result<(), Failure> {
    let shown = path.display().to_string();
    let unreadable = |reason: String| {
        Failure::usage(text::no_baseline(&shown, reason)).help(text::no_baseline_help(&shown))
    };
    let bytes = file::read(path, LIMIT).map_err(|error| unreadable(error.message().text(context.lang)))?;
    let baseline = std::str::from_utf8(&bytes)
        .map_err(|_| unreadable(text::not_a_baseline().text(context.lang)))
        .and_then(|text| {
            Baseline::parse(text).map_err(|error| unreadable(error.message().text(context.lang)))
        })?;
    let asked = |path: &str, rule: &str| {
        gone && (select.is_empty() || select.iter().any(|name| is_of(rule, name)))
            && (paths.is_empty() || paths.iter().any(|folder| is_under(path, folder)))
    };
    let (hidden, vain) = baseline.subtract(findings, asked);
    for gone in vain {
        let message = text::baseline_gone(gone.count, &gone.rule, &gone.path);
        let finding = Finding::new(rule::BASELINE, Severity::Info, Place::file_only(&shown), message);
        findings.push(finding.help(text::baseline_gone_help(&shown)));
    }
    if hidden > 0 {
        context.note(&text::baseline_hidden(hidden));
    }
    Ok(())
}
