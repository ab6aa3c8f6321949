//! Where links and pictures lead: inside the page, to a file of the site, or away.

use std::sync::Arc;

use super::context::Context;
use super::document::Document;
use crate::base::percent;
use crate::finding::Place;
use crate::site::{Article, Site};
use crate::source::SourceFile;
use crate::source::plain::Reference;
use crate::source::tree::{TreeError, resolve};

/// Where an address leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// Nowhere: an empty address.
    Empty,
    /// To a place of the same page.
    Fragment,
    /// To an address with a scheme, or without one but with a host.
    Address,
    /// To a file of the site, named by its path from the root.
    File(String),
    /// Out of the site.
    Outside,
}

/// Where `address`, written in `article`, leads.
pub(crate) fn target(article: &Article, address: &str) -> Target {
    if address.trim().is_empty() {
        return Target::Empty;
    }
    if address.starts_with('#') {
        return Target::Fragment;
    }
    let scheme = address.split_once(':').map(|(scheme, _)| scheme);
    let is_scheme = |scheme: &str| {
        scheme.len() > 1 && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    };
    if address.starts_with("//") || scheme.is_some_and(is_scheme) {
        return Target::Address;
    }
    let path = address.split(['#', '?']).next().unwrap_or(address);
    match resolve(article.path(), &percent::decode(path)) {
        Ok(path) => Target::File(path),
        Err(TreeError::Outside(_)) => Target::Outside,
        Err(_) => Target::Empty,
    }
}

/// Whether `path` is a file of the site.
pub(crate) fn exists(context: &Context<'_>, path: &str) -> bool {
    is_listed(context.site, path) || context.tree.contains(path)
}

fn is_listed(site: &Site, path: &str) -> bool {
    site.files.binary_search_by(|entry| entry.path.as_str().cmp(path)).is_ok()
}

/// Whether `path` names an article: its file, its folder, or its unit.
pub(crate) fn is_article(context: &Context<'_>, path: &str) -> bool {
    let path = path.trim_end_matches('/');
    context.article(path).is_some()
        || is_listed(context.site, &format!("{path}/index.md"))
        || is_listed(context.site, &format!("{path}.md"))
}

/// The file of the same folder whose name is nearest to that of `path`.
pub(crate) fn nearest<'s>(context: &'s Context<'_>, path: &str) -> Option<&'s str> {
    let (folder, name) = path.rsplit_once('/')?;
    let first = context.site.files.partition_point(|entry| entry.path.as_str() < folder);
    let files = context.site.files.get(first..)?.iter().take_while(|entry| entry.path.starts_with(folder));
    let names = files.filter_map(|entry| {
        let (in_folder, name) = entry.path.rsplit_once('/')?;
        (in_folder == folder).then_some(name)
    });
    // A folder of a bundle is small; a folder of ten thousand lone articles is not worth measuring.
    crate::base::near::nearest(name, names.take(200))
}

/// The place of a reference's address: the address itself where it can be found, else the whole construct.
pub(crate) fn place(file: &Arc<SourceFile>, reference: &Reference) -> Place {
    let whole = Place::new(file, reference.source.clone());
    match whole.text().rfind(&reference.target) {
        Some(at) if !reference.target.is_empty() => {
            let start = reference.source.start + at;
            Place::new(file, start..start + reference.target.len())
        }
        _ => whole,
    }
}

/// The article and its references, for rules about them.
pub(crate) fn of<'d, 'a>(document: &'d Document<'a>) -> Option<(&'a Article, &'d [Reference])> {
    Some((document.article()?, &document.plain.references))
}
