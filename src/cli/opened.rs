//! The site a command works on: the work tree, or a commit of its repository.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::{Context, Exit, Failure, fonts, shelf};
use crate::base::message::cli as text;
use crate::finding::{Findings, Severity};
use crate::render::{Fonts, Renderer};
use crate::rules;
use crate::site::{self, Loaded, Site};
use crate::source::branch::shared_remote;
use crate::source::tree::{CommitTree, Tree, TreeError, WorkTree};

/// A loaded site and where it comes from.
pub(super) struct Opened {
    /// Folder of the site.
    pub(super) root: PathBuf,
    /// Its files.
    pub(super) tree: Box<dyn Tree>,
    /// What is in them.
    pub(super) site: Site,
    /// Every problem of reading and of form.
    pub(super) findings: Findings,
    /// The commit the files are read from, 40 hex digits; `None`: the work tree.
    pub(super) commit: Option<String>,
}

impl Opened {
    /// The remote with approvals and ledgers; `None`: they are the repository's own.
    pub(super) fn remote(&self) -> Option<String> {
        shared_remote(&self.root, self.site.config.remote.as_deref())
    }

    /// What renders the site.
    pub(super) fn renderer(&self) -> Renderer<'_> {
        renderer(&self.root, self.tree.as_ref(), &self.site)
    }

    /// The errors of reading the site and its rule settings, sorted.
    pub(super) fn errors(&self) -> Findings {
        let mut errors = self.findings.clone();
        errors.extend(rules::check_settings(self.tree.as_ref()));
        errors.retain(|finding| finding.severity == Severity::Error);
        errors.sort();
        errors
    }

    /// Shows the errors of reading the site: an article with one is taken for unfinished, and so is in nobody's list.
    pub(super) fn unread(&self, context: &mut Context) -> Exit {
        let errors = self.errors();
        if errors.is_empty() {
            return Exit::Done;
        }
        context.findings(&errors);
        context.warn(&text::unread(errors.len()));
        Exit::Invalid
    }

    /// Everything that is wrong with the site, rules included, at the instant `now`.
    pub(super) fn check(&self, now: Timestamp) -> Findings {
        let mut findings = self.findings.clone();
        findings.extend(rules::check(&self.site, self.tree.as_ref(), Some(now)).findings);
        findings.sort();
        findings
    }
}

/// The fonts of the site, or of the machine.
fn site_fonts(site: &Site) -> Arc<Fonts> {
    let named: Vec<String> = site.config.fonts.iter().map(|font| font.value.clone()).collect();
    fonts::fonts(&named)
}

/// What renders `site`, which lies in the folder `root` and whose files are `tree`.
pub(super) fn renderer<'t>(root: &Path, tree: &'t dyn Tree, site: &Site) -> Renderer<'t> {
    Renderer::new(tree, &site.config.theme)
        .with_names(&site.config)
        .with_fonts(site_fonts(site))
        .with_shelf(shelf::shelf(root, site, ""))
}

/// Opens the site of `context`, from the commit that `revision` names or from the work tree.
///
/// # Errors
/// When there is no site, no such commit, or `qianfa.yaml` is unusable (exit 3).
pub(super) fn open(context: &mut Context, revision: Option<&str>) -> Result<Opened, Failure> {
    let root = context.root()?;
    let (tree, commit): (Box<dyn Tree>, _) = match revision {
        Some(revision) => {
            let tree = at_commit(&root, revision)?;
            let commit = tree.commit();
            (Box::new(tree), Some(commit))
        }
        None => (Box::new(WorkTree::new(&root)?), None),
    };
    let Loaded { site, mut findings } = site::load(tree.as_ref());
    match site {
        Some(site) => Ok(Opened { root, tree, site, findings, commit }),
        None => {
            findings.sort();
            context.findings(&findings);
            let failure = Failure::new(Exit::Invalid, text::broken_site(site::CONFIG));
            Err(failure.help(text::broken_site_help()))
        }
    }
}

/// The tree of the commit at which `HEAD` left `revision`: what a branch changes is what it did since then, and not what
/// others did meanwhile.
pub(super) fn at_fork(root: &Path, revision: &str) -> Result<CommitTree, TreeError> {
    let fork = git2::Repository::discover(root).ok().and_then(|repository| {
        let other = repository.revparse_single(revision).ok()?.peel_to_commit().ok()?.id();
        let head = repository.head().ok()?.peel_to_commit().ok()?.id();
        repository.merge_base(other, head).ok()
    });
    at_commit(root, fork.map(|fork| fork.to_string()).as_deref().unwrap_or(revision))
}

/// The tree of the commit that `revision` names, for the site in the folder `root`.
pub(super) fn at_commit(root: &Path, revision: &str) -> Result<CommitTree, TreeError> {
    let unreadable = |reason: String| TreeError::Unreadable { path: root.display().to_string(), reason };
    let repository =
        git2::Repository::discover(root).map_err(|error| unreadable(error.message().to_owned()))?;
    let canonical = |path: &Path| path.canonicalize().map_err(|error| unreadable(error.to_string()));
    let top = match repository.workdir() {
        Some(top) => canonical(top)?,
        None => canonical(root)?,
    };
    let prefix = canonical(root)?;
    let prefix = prefix.strip_prefix(&top).unwrap_or(Path::new("")).to_string_lossy().into_owned();
    let prefix = prefix.replace(std::path::MAIN_SEPARATOR, "/");
    CommitTree::open(repository.path(), revision, &prefix)
}
