//! What the rules said about the articles of a site, kept from one run to the next: an article that is as it was, on a
//! ground that is as it was, is not looked at again.
//!
//! Rules about single documents may see, and what is kept is therefore bound to:
//!
//! - the program, and the day of the run in the site's zone (rules about whole sites may ask for the instant);
//! - every file that loading read and that is no article, by content, and the paths of all files of the site;
//! - the article's own file, by content; when it links to others by `[[…]]`, what they are called and when they go out;
//! - what the rules asked of the tree: pictures, linked files, by stamp.
//!
//! Campaigns and files of the desk are few, and looked at in every run. A new way to see more belongs in this list and in
//! the digests below.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::context::Context;
use super::document::Subject;
use super::policy::known;
use super::run::{Told, document};
use super::similarity::Print;
use super::suppression::Suppression;
use crate::base::digest::Digest;
use crate::base::file::FileError;
use crate::base::kept::{Marker, Sealed, Sealer};
use crate::base::pack::{Pack, Packer, Unpacker, packed};
use crate::base::survey::Stamp;
use crate::finding::saved::{Restorer, Saved};
use crate::finding::{Finding, Findings};
use crate::site::{Article, LIMITS};
use crate::source::SourceFile;
use crate::source::tree::{AskedTree, ReadTree, Tree};

/// What the file begins with; the number changes with its form.
const MAGIC: &[u8] = b"qianfa check 1\n";
/// Its name in the folder of what is kept.
const FILE: &str = "check";
/// What links to another article begins with.
const LINK: &str = "[[";

/// Where results are kept between runs.
#[derive(Debug)]
pub struct Keeper {
    path: PathBuf,
    program: Digest,
    look: i64,
    /// Whether what was kept counts.
    recall: bool,
    /// Whether this run is kept.
    learn: bool,
}

impl Keeper {
    /// A keeper in `folder`, which is made when it is not there. `program` tells one build of the program from every
    /// other. To be opened before the site is loaded; `None` when nothing can be kept there.
    pub fn open(folder: &Path, program: Digest) -> Option<Self> {
        let marker = Marker::open(folder, &format!("{FILE}.look"), false)?;
        Some(Self { path: folder.join(FILE), program, look: marker.look, recall: true, learn: true })
    }

    /// One that keeps this run and has forgotten what was before.
    #[must_use]
    pub fn fresh(self) -> Self {
        Self { recall: false, ..self }
    }

    /// One that keeps nothing of this run: it looks at what is not saved.
    #[must_use]
    pub fn passing(self) -> Self {
        Self { learn: false, ..self }
    }
}

/// What is known of earlier runs, for one run.
pub(super) struct Memory<'m> {
    keeper: &'m Keeper,
    tree: &'m dyn Tree,
    digests: BTreeMap<String, Digest>,
    basis: Digest,
    names: Digest,
    kept: Option<Kept>,
    files: Mutex<HashMap<String, Arc<SourceFile>>>,
    /// What will be kept, once there is something new.
    sealer: Mutex<Option<Result<Sealer, FileError>>>,
}

/// What was kept: by path, to what an article's entry is bound, and where it stands.
struct Kept {
    sealed: Sealed,
    entries: HashMap<String, (Digest, Range<usize>)>,
}

/// What is known of an article after a run.
pub(super) enum Known {
    /// As before.
    Again(Digest, Range<usize>),
    /// Something new, noted already, or nothing that lasts.
    Anew,
}

/// An entry.
struct Entry {
    /// What was asked of the tree.
    asked: Vec<(String, Option<Stamp>)>,
    /// Files that findings name without showing their text.
    blank: Vec<String>,
    findings: Vec<Saved>,
    suppressions: Vec<super::suppression::Kept>,
    print: Option<Print>,
}

packed! {
    Entry { asked, blank, findings, suppressions, print }
}

impl<'m> Memory<'m> {
    /// What `keeper` knows. The site of `context` was loaded through `read`.
    pub(super) fn new(keeper: &'m Keeper, context: &Context<'_>, read: &'m ReadTree<'_>) -> Self {
        let digests = read.digests();
        let basis = basis(keeper.program, context, &digests);
        let kept = if keeper.recall { Kept::read(&keeper.path, basis) } else { None };
        let names = names(context);
        Self {
            keeper,
            tree: read.base(),
            digests,
            basis,
            names,
            kept,
            files: Mutex::default(),
            sealer: Mutex::default(),
        }
    }

    /// What the rules say about `article`: what they said before, where that still stands.
    pub(super) fn article(&self, context: &Context<'_>, article: &Article) -> (Told, Known) {
        let Some(key) = self.key(article) else {
            return (document(context, Subject::Article(article)), Known::Anew);
        };
        if let Some(kept) = &self.kept
            && let Some((bound, range)) = kept.entries.get(article.path())
            && *bound == key
            && let Some(told) = self.recall(kept.sealed.body().get(range.clone()), article)
        {
            return (told, Known::Again(key, range.clone()));
        }
        let asked = AskedTree::new(self.tree);
        let told = document(&context.through(&asked), Subject::Article(article));
        if let Some(asked) = asked.into_asked()
            && self.keeper.learn
            // A stamp that is as young as the look proves nothing.
            && !asked.values().flatten().any(|stamp| stamp.is_racy(self.keeper.look))
        {
            self.note(article, key, &pack(&told, asked.into_iter().collect()));
        }
        (told, Known::Anew)
    }

    /// Keeps an article's entry. What cannot be kept is found again by the next run.
    fn note(&self, article: &Article, key: Digest, bytes: &[u8]) {
        let mut head = Packer::default();
        head.bytes(article.path().as_bytes());
        key.pack(&mut head);
        head.number(bytes.len() as u64);
        let mut sealer = self.sealer.lock().unwrap_or_else(PoisonError::into_inner);
        let open = sealer.get_or_insert_with(|| {
            let mut basis = Packer::default();
            self.basis.pack(&mut basis);
            let mut sealer = Sealer::create(&self.keeper.path, MAGIC)?;
            sealer.push(&basis.bytes).map(|()| sealer)
        });
        let pushed = match open {
            Ok(open) => open.push(&head.bytes).and_then(|()| open.push(bytes)),
            Err(_) => return,
        };
        if let Err(error) = pushed {
            *sealer = Some(Err(error));
        }
    }

    /// Puts what is known now of `articles` where the next run finds it, unless it is what was kept before. Gives how many of
    /// them were not looked at.
    pub(super) fn keep(self, articles: &[Article], known: &[Known]) -> usize {
        let before = self.kept.as_ref().map_or(0, |kept| kept.entries.len());
        let begun = self.sealer.lock().is_ok_and(|sealer| sealer.is_some());
        let again = known.iter().filter(|known| matches!(known, Known::Again(..))).count();
        if !self.keeper.learn || (!begun && again == before) {
            return again;
        }
        for (article, known) in articles.iter().zip(known) {
            if let (Known::Again(key, range), Some(kept)) = (known, &self.kept) {
                self.note(article, *key, kept.sealed.body().get(range.clone()).unwrap_or_default());
            }
        }
        let sealer = self.sealer.into_inner().unwrap_or_else(PoisonError::into_inner);
        if let Some(Ok(sealer)) = sealer {
            let _ = sealer.finish();
        }
        again
    }

    /// What an entry of `article` is bound to beside the basis.
    fn key(&self, article: &Article) -> Option<Digest> {
        let own = self.digests.get(article.path())?;
        let text = article.file.text();
        Some(if text.contains(LINK) { Digest::of(format!("{own} {}", self.names)) } else { *own })
    }

    /// What an entry says, if what was asked for then is as it was.
    fn recall(&self, bytes: Option<&[u8]>, article: &Article) -> Option<Told> {
        let mut from = Unpacker::new(bytes?);
        let entry = Entry::unpack(&mut from).filter(|_| from.is_done())?;
        if !entry.asked.iter().all(|(path, stamp)| self.tree.stamp(path) == Some(*stamp)) {
            return None;
        }
        let rule = |name: &str| known(name).map(|meta| meta.id);
        let mut file = |path: &str| {
            if path == article.path() { Arc::clone(&article.file) } else { self.file(path, &entry.blank) }
        };
        let mut with = Restorer { rule: &rule, file: &mut file };
        let findings = entry.findings.iter().map(|saved| saved.restore(&mut with));
        let findings: Findings = findings.collect::<Option<_>>()?;
        let suppressions = entry.suppressions.into_iter().map(|kept| kept.restore(&article.file)).collect();
        Some((findings, suppressions, entry.print))
    }

    /// A file that a finding names beside the article.
    fn file(&self, path: &str, blank: &[String]) -> Arc<SourceFile> {
        if blank.iter().any(|known| known == path) {
            return Arc::new(SourceFile::new(path, String::new()));
        }
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(files.entry(path.to_owned()).or_insert_with(|| {
            let bytes = self.tree.read(path, LIMITS.markdown.max(LIMITS.yaml)).unwrap_or_default();
            Arc::new(SourceFile::new(path, String::from_utf8_lossy(&bytes).into_owned()))
        }))
    }
}

impl Kept {
    /// What stands in `path`, if it stands on `basis`.
    fn read(path: &Path, basis: Digest) -> Option<Self> {
        let sealed = Sealed::read(path, MAGIC)?;
        let body = sealed.body();
        let mut from = Unpacker::new(body);
        if Digest::unpack(&mut from)? != basis {
            return None;
        }
        let mut entries = HashMap::new();
        while !from.is_done() {
            let path = from.text()?.to_owned();
            let key = Digest::unpack(&mut from)?;
            let length = from.bytes()?.len();
            let end = body.len() - from.left();
            entries.insert(path, (key, end - length..end));
        }
        Some(Self { sealed, entries })
    }
}

/// Packs what was told of an article.
fn pack((findings, suppressions, print): &Told, asked: Vec<(String, Option<Stamp>)>) -> Vec<u8> {
    let mut blank: Vec<String> = findings.iter().flat_map(nameless).collect();
    blank.sort_unstable();
    blank.dedup();
    let mut out = Packer::default();
    asked.pack(&mut out);
    blank.pack(&mut out);
    findings.iter().map(Saved::from).collect::<Vec<_>>().pack(&mut out);
    suppressions.iter().map(Suppression::kept).collect::<Vec<_>>().pack(&mut out);
    out.number(u64::from(print.is_some()));
    if let Some(print) = print {
        print.pack(&mut out);
    }
    out.bytes
}

/// The files without text that a finding names.
fn nameless(finding: &Finding) -> impl Iterator<Item = String> {
    let labels = finding.labels.iter().chain(&finding.because).map(|label| &label.place);
    let places = labels.chain(finding.fix.iter().map(|fix| &fix.place)).chain([&finding.place]);
    places.filter(|place| place.file().text().is_empty()).map(|place| place.path().to_owned())
}

/// The ground that everything kept stands on.
fn basis(program: Digest, context: &Context<'_>, digests: &BTreeMap<String, Digest>) -> Digest {
    let mut out = Packer::default();
    program.pack(&mut out);
    let zone = &context.site.config.zone;
    context.now.map(|now| now.to_zoned(zone.clone()).date().to_string()).pack(&mut out);
    for (path, digest) in digests.iter().filter(|(path, _)| !is_text(path)) {
        out.bytes(path.as_bytes());
        digest.pack(&mut out);
    }
    for entry in &context.site.files {
        out.bytes(entry.path.as_bytes());
        out.number(entry.kind as u64);
    }
    Digest::of(out.bytes)
}

/// Whether the file may be an article.
fn is_text(path: &str) -> bool {
    path.starts_with("content/") && path.ends_with(".md")
}

/// By what names articles call each other, and when they go out.
fn names(context: &Context<'_>) -> Digest {
    let mut out = Packer::default();
    for article in &context.site.articles {
        let names = [article.path(), &article.unit, &article.front.uid.value, &article.front.title.value];
        names.iter().for_each(|name| out.bytes(name.as_bytes()));
        if let Some(at) = &article.front.publish.at {
            out.bytes(format!("{:?}", at.value).as_bytes());
        }
    }
    Digest::of(out.bytes)
}
