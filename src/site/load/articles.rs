//! Finding and reading the articles under `content/`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::desk;
use super::front::{self, Context};
use super::text::Texts;
use crate::base::message::site as text;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::site::{Article, Record, Status};
use crate::source::front::split;
use crate::source::tree::{Entry, Tree};
use crate::source::yaml::{self, Node, Value};
use crate::source::{SourceFile, rule};

/// Defaults of a folder.
const DEFAULTS: &str = "_defaults.yaml";
/// The article of a bundle.
const INDEX: &str = "index.md";
/// Records of pictures.
const RIGHTS: &str = "rights.yaml";

/// Articles that a thread reads at a time at most: the last ones are shared, too.
const PIECE: usize = 8;

/// What stands around the articles.
#[derive(Debug)]
pub(super) struct Surroundings {
    /// Defaults by folder; a `None` could not be read, and then nothing below it is ready.
    defaults: BTreeMap<String, Option<(Node, Place)>>,
    /// The site's defaults.
    site: Option<(Node, Place)>,
    /// Records by folder; a `false` says that something is wrong with them.
    rights: BTreeMap<String, BTreeMap<String, Record>>,
    /// Files of the bundles, by folder.
    bundles: BTreeMap<String, Vec<String>>,
}

/// An article that could not be read: its text, if there is one.
pub(super) struct Lost(Option<Arc<SourceFile>>);

impl Lost {
    /// Whether the article may have belonged to the edition of that name. A lone article's edition bears a path, and
    /// nobody joins it.
    pub(super) fn may_be_of(&self, edition: &str) -> bool {
        !edition.starts_with("content/") && self.0.as_ref().is_none_or(|file| file.text().contains(edition))
    }
}

/// Paths of the Markdown files that are articles, sorted as `files` are; one inside another article's bundle is none.
pub fn article_paths(files: &[Entry]) -> Vec<&str> {
    let content = files.iter().map(|entry| entry.path.as_str()).filter(|path| path.starts_with("content/"));
    let folders: BTreeSet<&str> = content.clone().filter(|path| name(path) == INDEX).map(folder).collect();
    let lone = |path: &str| path.ends_with(".md") && bundle(path, &folders).is_none();
    content.filter(|path| name(path) == INDEX || lone(path)).collect()
}

/// What reading the articles gives.
pub(super) struct Read {
    /// Those that could be read, sorted by path.
    pub(super) articles: Vec<Article>,
    /// Those that could not.
    pub(super) lost: Vec<Lost>,
    /// What they were read against.
    pub(super) around: Surroundings,
}

/// Reads all articles, or those `only`.
pub(super) fn load(
    tree: &dyn Tree,
    context: Context<'_>,
    site: Option<(Node, Place)>,
    (files, only): (&[Entry], Option<&BTreeSet<String>>),
    findings: &mut Findings,
) -> Read {
    let wanted = |path: &str| only.is_none_or(|only| only.contains(path));
    let content: Vec<&str> =
        files.iter().map(|entry| entry.path.as_str()).filter(|path| path.starts_with("content/")).collect();
    let folders: BTreeSet<&str> =
        content.iter().filter(|path| name(path) == INDEX).map(|path| folder(path)).collect();
    let mut bundles: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut units = Vec::new();
    let mut hidden = Vec::new();
    for path in &content {
        let bundle = bundle(path, &folders);
        match bundle {
            _ if name(path) == INDEX => units.extend(wanted(path).then_some(*path)),
            None if path.ends_with(".md") => units.extend(wanted(path).then_some(*path)),
            Some(bundle) if !wanted(&format!("{bundle}/{INDEX}")) => {}
            Some(bundle) => {
                if path.ends_with(".md") {
                    hidden.push(*path);
                }
                bundles.entry(bundle.to_owned()).or_default().push((*path).to_owned());
            }
            None => {}
        }
    }
    let defaults = defaults(tree, context, &content, findings);
    if let Some((node, place)) = &site {
        front::check_defaults(context, node, place, findings);
    }
    let unwanted = |folder: &str| folders.contains(folder) && !wanted(&format!("{folder}/{INDEX}"));
    let rights_files = content.iter().copied().filter(|path| name(path) == RIGHTS && !unwanted(folder(path)));
    let rights = rights(tree, &rights_files.collect::<Vec<_>>(), findings);
    let around = Surroundings { defaults, site, rights, bundles };
    let read: Vec<(Result<Article, Lost>, Findings)> =
        units.par_iter().with_max_len(PIECE).map(|path| article(tree, context, &around, path)).collect();
    let found: Vec<Option<Finding>> = hidden.par_iter().map(|path| hidden_article(tree, path)).collect();
    findings.extend(found.into_iter().flatten());
    let mut lost = Vec::new();
    // Collected where they lie: thousands of articles are not copied.
    let articles = read.into_iter().filter_map(|(article, problems)| {
        findings.extend(problems);
        article.map_err(|unread| lost.push(unread)).ok()
    });
    let articles = articles.collect();
    Read { articles, lost, around }
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Folders from the nearest outwards, `content` last.
fn upwards(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(folder(path)), |folder| folder.rsplit_once('/').map(|(above, _)| above))
        .filter(|folder| !folder.is_empty())
}

/// The nearest folder around `path` that is a bundle.
fn bundle<'p>(path: &'p str, folders: &BTreeSet<&str>) -> Option<&'p str> {
    upwards(path).find(|folder| folders.contains(folder))
}

fn defaults(
    tree: &dyn Tree,
    context: Context<'_>,
    content: &[&str],
    findings: &mut Findings,
) -> BTreeMap<String, Option<(Node, Place)>> {
    let mut defaults = BTreeMap::new();
    for path in content.iter().filter(|path| name(path) == DEFAULTS) {
        let read = Texts::new(tree).yaml(path, findings).and_then(|file| {
            let (root, problems) = yaml::parse(&file, 0..file.text().len());
            // A repeated key leaves open which value was meant.
            let sound = !problems.reach(Severity::Error);
            findings.extend(problems);
            root.filter(|_| sound)
        });
        if let Some((node, place)) = &read {
            front::check_defaults(context, node, place, findings);
        }
        defaults.insert(folder(path).to_owned(), read);
    }
    defaults
}

fn rights(
    tree: &dyn Tree,
    paths: &[&str],
    findings: &mut Findings,
) -> BTreeMap<String, BTreeMap<String, Record>> {
    let read: Vec<_> = paths
        .par_iter()
        .map(|path| {
            let mut findings = Findings::new();
            (folder(path).to_owned(), desk::rights(tree, path, &mut findings), findings)
        })
        .collect();
    let mut rights = BTreeMap::new();
    for (folder, records, problems) in read {
        rights.insert(folder, records);
        findings.extend(problems);
    }
    rights
}

fn article(
    tree: &dyn Tree,
    context: Context<'_>,
    around: &Surroundings,
    path: &str,
) -> (Result<Article, Lost>, Findings) {
    let mut findings = Findings::new();
    let Some(file) = Texts::new(tree).markdown(path, &mut findings) else {
        return (Err(Lost(None)), findings);
    };
    let article = read(context, around, &file, &mut findings).ok_or(Lost(Some(file)));
    (article, findings)
}

/// Reads the article `file`.
pub(super) fn read(
    context: Context<'_>,
    around: &Surroundings,
    file: &Arc<SourceFile>,
    findings: &mut Findings,
) -> Option<Article> {
    let path = file.path();
    let split = match split(file) {
        Ok(split) => split,
        Err(finding) => {
            findings.push(*finding);
            return None;
        }
    };
    let (root, problems) = yaml::parse(file, split.front);
    findings.extend(problems);
    let (node, place) = root?;
    let mut layers = vec![Value { name: "", node: &node, place: &place }];
    let mut sound = true;
    for folder in upwards(path) {
        match around.defaults.get(folder) {
            Some(Some((node, place))) => layers.push(Value { name: "", node, place }),
            Some(None) => sound = false,
            None => {}
        }
    }
    if let Some((node, place)) = &around.site {
        layers.push(Value { name: "", node, place });
    }
    let unit = path.strip_suffix("/index.md").or_else(|| path.strip_suffix(".md")).unwrap_or(path);
    let (mut front, images) = front::read(context, unit, &layers, findings)?;
    let folder = folder(path);
    let mut records = around.rights.get(folder).cloned().unwrap_or_default();
    desk::add_records(&mut records, images, findings);
    if !sound || findings.reach(Severity::Error) {
        front.status = Status::Draft;
    }
    let files = if name(path) == INDEX { around.bundles.get(folder).cloned() } else { None };
    Some(Article {
        file: Arc::clone(file),
        unit: unit.to_owned(),
        body: split.body,
        front,
        files: files.unwrap_or_default(),
        records,
    })
}

/// A Markdown file with front matter inside another article's bundle: somebody may think that it goes out.
fn hidden_article(tree: &dyn Tree, path: &str) -> Option<Finding> {
    let file = Texts::new(tree).markdown(path, &mut Findings::new())?;
    split(&file).ok()?;
    let finding = Finding::warning(rule::LAYOUT, Place::whole(&file), text::hidden_article());
    Some(finding.help(text::hidden_article_help()))
}
