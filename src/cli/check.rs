//! `qianfa check`: every rule, over the work tree or what an editor holds.

mod baseline;
mod since;
mod themes;
mod waived;

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::rules::form_rules;
use super::{Context, Exit, Failure, kept, opened};
use crate::base::file;
use crate::base::message::{check as text, rules as rule_text};
use crate::base::near::nearest;
use crate::finding::format::{self, Report, RuleCard};
use crate::finding::{Findings, Place, Severity};
use crate::rules::{self, Keeper};
use crate::signoff::check_policy;
use crate::site::{self, LIMITS, Site};
use crate::source::tree::{OverlayTree, ReadTree, Tree, WorkTree};

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = ["github", "human", "json", "junit", "rdjson", "sarif"], hide_possible_values = true, hide_default_value = true)]
    format: String,
    #[arg(long, value_name = "LEVEL", default_value = "error", value_parser = ["error", "warning", "info"], hide_possible_values = true, hide_default_value = true)]
    level: String,
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    select: Vec<String>,
    #[arg(long, value_name = "REV")]
    since: Option<String>,
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "fix", "since", "stdin_path"])]
    write_baseline: Option<PathBuf>,
    #[arg(long, conflicts_with = "stdin_path")]
    fix: bool,
    #[arg(long, value_name = "PATH")]
    stdin_path: Option<PathBuf>,
    #[arg(long)]
    fresh: bool,
}

/// What a run found, before anything is left out.
struct Checked {
    site: Option<Site>,
    findings: Findings,
    masks: Vec<Place>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit, Failure> {
    let root = canonical(&context.root()?)?;
    let work = WorkTree::new(&root)?;
    args.select.iter().try_for_each(|name| known(name))?;
    let overlay = match &args.stdin_path {
        Some(path) => Some((inside_or_new(&root, path)?, standard_input()?)),
        None => None,
    };
    // The file that an editor holds may be named as any other, saved or not.
    let path = |typed: &PathBuf| match inside_or_new(&root, typed) {
        Ok(path) if overlay.as_ref().is_some_and(|(held, _)| *held == path) => Ok(path),
        _ => inside(&root, typed),
    };
    let paths: Vec<String> = args.paths.iter().map(path).collect::<Result<_, _>>()?;
    let overlay = match overlay {
        Some((path, bytes)) => Some(OverlayTree::new(&work, &path, bytes)?),
        None => None,
    };
    let tree: &dyn Tree = overlay.as_ref().map_or(&work, |overlay| overlay);

    let asked = Asked { args, root: &root, work: &work, tree, paths: &paths };
    let mut checked = asked.examine(context)?;
    if let Some(path) = &args.write_baseline {
        baseline::write(path, &checked.findings, context)?;
        return Ok(Exit::Done);
    }
    if args.fix {
        checked = mend(&asked, checked, context)?;
    }
    asked.leave_out(&mut checked, context)?;
    let level = args.level.parse().unwrap_or(Severity::Error);
    let failed = checked.findings.reach(level);
    show(args, context, level, checked)?;
    Ok(if failed { Exit::Invalid } else { Exit::Done })
}

/// Loads the site and runs the rules; findings of loading come first where places are equal. Themes are looked at when
/// `paths` ask for them. What `keeper` knows of earlier runs is not found out again.
fn check(
    context: &Context,
    tree: &dyn Tree,
    paths: &[String],
    keeper: Option<&Keeper>,
) -> Result<Checked, Failure> {
    let read = keeper.map(|keeper| (keeper, ReadTree::new(tree)));
    let loaded = site::load(read.as_ref().map_or(tree, |(_, read)| read));
    let Some(site) = loaded.site else {
        let mut findings = loaded.findings;
        findings.sort();
        return Ok(Checked { site: None, findings, masks: Vec::new() });
    };
    let now = context.clock(&site.config.zone)?.now();
    let outcome = match &read {
        Some((keeper, read)) => rules::check_kept(&site, read, Some(now), keeper),
        None => rules::check(&site, tree, Some(now)),
    };
    let mut findings = loaded.findings;
    findings.append(outcome.findings);
    findings.extend(check_policy(&site, tree));
    findings.extend(themes::check(tree, paths));
    findings.sort();
    Ok(Checked { site: Some(site), findings, masks: outcome.masks })
}

/// What was asked for.
struct Asked<'a> {
    args: &'a Args,
    root: &'a Path,
    work: &'a WorkTree,
    tree: &'a dyn Tree,
    paths: &'a [String],
}

impl Asked<'_> {
    /// The findings that `PATH` and `--select` ask for. What is masked stays masked in the excerpts of what remains.
    fn examine(&self, context: &mut Context) -> Result<Checked, Failure> {
        let Self { args, root, tree, paths, .. } = *self;
        let mut checked = check(context, tree, paths, self.keeper().as_ref())?;
        if let Some(site) = &checked.site {
            let offline = args.stdin_path.is_some();
            waived::accept(context, root, tree, site, &mut checked.findings, offline)?;
        }
        let masked = checked.findings.iter().filter(|finding| finding.masked);
        checked.masks.extend(masked.map(|finding| finding.place.clone()));
        if !args.select.is_empty() {
            let selected = |rule: &str| args.select.iter().any(|name| is_of(rule, name));
            checked.findings.retain(|finding| selected(finding.rule));
        }
        if !paths.is_empty() {
            checked.findings.retain(|finding| paths.iter().any(|path| is_under(finding.place.path(), path)));
        }
        Ok(checked)
    }

    /// What earlier runs left, in the site's folder of what can be made again.
    fn keeper(&self) -> Option<Keeper> {
        let keeper = Keeper::open(&kept::folder(self.work)?, kept::program())?;
        let keeper = if self.args.fresh { keeper.fresh() } else { keeper };
        Some(if self.args.stdin_path.is_some() { keeper.passing() } else { keeper })
    }

    /// Leaves out what `--baseline` holds and what the change since `--since` does not touch.
    fn leave_out(&self, checked: &mut Checked, context: &mut Context) -> Result<(), Failure> {
        let Self { args, root, tree, paths, .. } = *self;
        if let Some(path) = &args.baseline {
            // A change says nothing about the entries of files that it does not touch.
            let gone = args.since.is_none() && args.stdin_path.is_none();
            baseline::apply(path, &mut checked.findings, &args.select, paths, gone, context)?;
            checked.findings.sort();
        }
        if let Some(revision) = &args.since {
            let before = opened::at_fork(root, revision)?;
            let examine = || check(context, &before, paths, None).map(|checked| checked.findings);
            since::narrow(&before, tree, checked.site.as_ref(), &mut checked.findings, examine)?;
        }
        Ok(())
    }
}

/// Whether `rule` is `name` or of the family `name`.
fn is_of(rule: &str, name: &str) -> bool {
    let name = name.trim_end_matches(".*");
    rule.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn is_under(path: &str, folder: &str) -> bool {
    folder.is_empty()
        || path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Refuses a rule or family that does not exist.
fn known(name: &str) -> Result<(), Failure> {
    let ids = || rules::rules().map(|rule| rule.meta.id).chain(form_rules().map(|rule| rule.id));
    if ids().any(|id| is_of(id, name)) {
        return Ok(());
    }
    let help = match nearest(name, ids()) {
        Some(near) => rule_text::nearest_rule(near),
        None => rule_text::see_rules(),
    };
    Err(Failure::usage(text::no_rule(name)).help(help))
}

/// How often edits may make room for others before the rest waits for the next run.
const ROUNDS: usize = 8;

/// Applies the safe edits until none is left, and gives what remains.
fn mend(asked: &Asked<'_>, mut checked: Checked, context: &mut Context) -> Result<Checked, Failure> {
    let mut edits: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..ROUNDS {
        let mended = rules::mend(&checked.findings);
        if mended.is_empty() {
            break;
        }
        for file in mended {
            file::write_atomic(&asked.root.join(&file.path), &file.text)?;
            *edits.entry(file.path).or_default() += file.edits;
        }
        checked = asked.examine(context)?;
    }
    for (path, count) in edits {
        context.note(&text::mended(count, path));
    }
    Ok(checked)
}

fn show(args: &Args, context: &mut Context, level: Severity, mut checked: Checked) -> Result<(), Failure> {
    let human = args.format == "human";
    let before = checked.findings.len();
    if human && level != Severity::Info {
        // People read what they must act on; programs get everything and filter for themselves.
        checked.findings.retain(|finding| finding.severity > Severity::Info);
    }
    let hidden = before - checked.findings.len();
    let cards = cards(context);
    let report = Report {
        findings: &checked.findings,
        unlisted: hidden,
        masks: &checked.masks,
        rules: &cards,
        level,
        lang: context.lang,
        width: context.columns(),
        styled: context.color,
    };
    let mut out = Vec::new();
    if let Some(format) = format::format(&args.format) {
        format.write(&report, &mut out).map_err(|error| Failure::usage(text::no_output(error)))?;
    }
    context.print(&String::from_utf8_lossy(&out));
    if hidden > 0 {
        context.note(&text::hidden(hidden));
    }
    // The program ends here, and its memory with it; giving back each small value of a large site takes time.
    std::mem::forget(checked);
    Ok(())
}

/// What formats may say about rules: those of content and those of form, sorted by name.
fn cards(context: &Context) -> Vec<RuleCard> {
    let lang = context.lang;
    let content = rules::rules().map(|rule| RuleCard {
        id: rule.meta.id,
        title: rule.meta.title(lang).to_owned(),
        documentation: rule.meta.documentation.to_owned(),
        severity: rule.meta.severity,
    });
    let form = form_rules().map(|rule| {
        let about = (rule.about)().text(lang);
        RuleCard { id: rule.id, title: about.clone(), documentation: about, severity: rule.severity }
    });
    let mut cards: Vec<RuleCard> = content.chain(form).collect();
    cards.sort_by_key(|card| card.id);
    cards
}

fn canonical(path: &Path) -> Result<PathBuf, Failure> {
    path.canonicalize().map_err(|_| Failure::usage(text::no_path(path.display())))
}

/// The path of an existing file or folder from the root of the site; typed from here, or else from that root.
fn inside(root: &Path, typed: &Path) -> Result<String, Failure> {
    let found = typed.canonicalize().or_else(|_| root.join(typed).canonicalize());
    let found = found.map_err(|_| Failure::usage(text::no_path(typed.display())).help(text::path_help()))?;
    relative(root, &found).ok_or_else(|| outside(typed))
}

/// The path of a file that may not exist yet.
fn inside_or_new(root: &Path, typed: &Path) -> Result<String, Failure> {
    if let Ok(path) = inside(root, typed) {
        return Ok(path);
    }
    let here = std::path::absolute(typed).ok().and_then(|path| real(&path));
    let found = [here, real(&root.join(typed))].into_iter().flatten().find_map(|path| relative(root, &path));
    found.ok_or_else(|| outside(typed))
}

/// A path whose existing folders are what they really are.
fn real(path: &Path) -> Option<PathBuf> {
    let (above, found) = path.ancestors().find_map(|above| Some((above, above.canonicalize().ok()?)))?;
    Some(found.join(path.strip_prefix(above).ok()?))
}

fn relative(root: &Path, path: &Path) -> Option<String> {
    let relative = path.strip_prefix(root).ok()?;
    Some(relative.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/"))
}

fn outside(typed: &Path) -> Failure {
    Failure::usage(text::path_outside(typed.display())).help(text::path_help())
}

/// What an editor pipes in; a text larger than any file of a site is refused by the loader.
fn standard_input() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let limit = LIMITS.markdown.max(LIMITS.yaml) + 1;
    let read = std::io::stdin().lock().take(limit).read_to_end(&mut bytes);
    read.map_err(|error| Failure::usage(text::no_input(error)))?;
    Ok(bytes)
}
