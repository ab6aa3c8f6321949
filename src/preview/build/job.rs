//! One run: what is found, what is made, what is published and kept.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, PoisonError};

use foldhash::{HashMap, HashMapExt, HashSet};
use rayon::prelude::*;

use super::article::{Work, keys};
use super::cache::{Keeper, Kept};
use super::record::{Digests, Record};
use super::scope::{Affected, Changes, Scope, scope};
use super::target::Stage;
use super::top::Unchanged;
use super::watch::{Seen, Watch};
use super::{Address, BuildError, Built, Order, Outcome, cache, related, shelf, top};
use crate::base::digest::Digest;
use crate::base::survey::{Stamp, Survey};
use crate::finding::saved::{Restorer, Saved};
use crate::finding::{Findings, Severity};
use crate::preview::index::{self, Shown};
use crate::render::{Renderer, Shelf};
use crate::site::{self, CONFIG, FOLDERS, LIMITS, Loaded, Site};
use crate::source::SourceFile;
use crate::source::tree::{SurveyedTree, Tree, WorkTree};

/// Articles that a thread makes at a time at most: the last ones are shared, too.
const PIECE: usize = 2;

/// Stamps of files that no survey holds.
type Stamps = BTreeMap<String, Option<Stamp>>;

/// One run.
pub(super) struct Job<'j> {
    pub(super) order: &'j Order<'j>,
    pub(super) target: &'j Path,
    pub(super) keeper: Option<&'j Keeper>,
}

/// The site as a run finds it. Stamps are older than anything that is read afterwards.
struct Ground {
    ignores: Vec<(String, Option<Stamp>)>,
    outside: Stamps,
    survey: Arc<Survey>,
    tree: SurveyedTree,
}

impl Ground {
    fn find(tree: &Arc<WorkTree>, kept: Option<&Kept>) -> Self {
        let ignores = tree.ignore_stamps();
        let known = kept.into_iter().flat_map(|kept| &kept.outside).map(|(path, _)| path.as_str());
        let outside = known.chain([CONFIG]).map(|path| (path.to_owned(), Stamp::of(&tree.root().join(path))));
        let outside = outside.collect();
        let sure = |kept: &&Kept| {
            kept.ignores == ignores
                && !ignores.iter().any(|(_, stamp)| stamp.is_some_and(|stamp| stamp.is_racy(kept.look)))
        };
        let again = kept.filter(sure).and_then(|kept| tree.survey_again(&kept.source, &FOLDERS, kept.look));
        let survey = Arc::new(again.unwrap_or_else(|| tree.survey(&FOLDERS)));
        let surveyed = SurveyedTree::new(Arc::clone(tree), Arc::clone(&survey));
        Self { ignores, outside, survey, tree: surveyed }
    }
}

/// A build that is ready to be published.
struct Ready<'r> {
    ground: Ground,
    stage: Stage,
    records: Vec<&'r Record>,
    findings: Findings,
    rendered: usize,
    written: HashSet<String>,
    seen: Seen,
    /// Where articles were published, when some link to others.
    addresses: Option<Vec<Address>>,
}

/// What stood before, for a build that changes it.
struct Before<'b> {
    kept: &'b Kept,
    records: &'b [Record],
    /// Whether what every article is shown by changed.
    around: bool,
}

impl Job<'_> {
    /// Makes everything.
    pub(super) fn anew(&self) -> Result<Outcome, BuildError> {
        super::keep_memory();
        let ground = Ground::find(&self.order.tree, None);
        let watch = Watch::new(&ground.tree, self.order.tree.root(), &ground.survey);
        // The theme is all that stands between the articles and their rendering: it is made while they are read.
        let (loaded, themed) = rayon::join(
            || site::load(&ground.tree),
            || site::theme(&ground.tree).map(|theme| (Renderer::new(&watch, &theme).prepared(), theme)),
        );
        let Loaded { site, mut findings } = loaded;
        let Some(site) = site else {
            findings.sort();
            return Ok(Outcome { findings, built: None, usable: false });
        };
        let addresses = if site.may_link() { Some(self.addresses(&site)) } else { None };
        let shelf = addresses.as_ref().map(|addresses| shelf(&site, addresses).to_look_at());
        let stage = Stage::new(self.target)?;
        let themed = themed.filter(|(_, theme)| *theme == *site.config.theme).map(|(renderer, _)| renderer);
        let renderer = themed.unwrap_or_else(|| Renderer::new(&watch, &site.config.theme));
        let renderer = self.furnished(renderer, &site, shelf.as_ref());
        let work = Work::new(&site, &watch, &renderer, &stage, self.order.lang, HashMap::new());
        let work = work.with_shelf(shelf.as_ref());
        let made: Vec<Result<(Record, Findings), BuildError>> =
            site.articles.par_iter().with_max_len(PIECE).map(|article| work.article(article)).collect();
        let written = work.written.into_inner().unwrap_or_else(PoisonError::into_inner);
        // Collected where they lie: thousands of records are not copied.
        let records = made.into_iter().map(|made| {
            let (mut record, said) = made?;
            record.own.rendering = said.iter().map(Saved::from).collect();
            findings.extend(said);
            Ok(record)
        });
        let mut records = records.collect::<Result<Vec<Record>, BuildError>>()?;
        findings.sort();
        if findings.reach(Severity::Error) {
            return Ok(Outcome { findings, built: None, usable: true });
        }
        attribute(&findings, &mut records);
        drop(renderer);
        let seen = watch.into_seen();
        let rendered = records.len();
        let shown = records.iter().collect();
        let ready = Ready { ground, stage, records: shown, findings, rendered, written, seen, addresses };
        let outcome = self.publish(&site, ready, None);
        // Nobody waits until thousands of articles are taken apart.
        rayon::spawn(move || drop((site, records)));
        outcome
    }

    /// Where articles of `site` were published.
    fn addresses(&self, site: &Site) -> Vec<Address> {
        let (accounts, remote) = ledgers(site);
        (self.order.addresses)(&accounts, remote.as_deref())
    }

    /// A renderer with what it must know of the site.
    fn furnished<'r>(&self, renderer: Renderer<'r>, site: &Site, shelf: Option<&Shelf>) -> Renderer<'r> {
        let renderer = renderer.with_names(&site.config).with_fonts((self.order.fonts)(&site.config));
        match shelf {
            Some(shelf) => renderer.with_shelf(shelf.clone()),
            None => renderer,
        }
    }

    /// Makes what changed since `kept`. `None`: everything must be made.
    pub(super) fn again(&self, keeper: &Keeper, kept: &Kept) -> Result<Option<Outcome>, BuildError> {
        if !kept.built.holds(self.target) {
            return Ok(None);
        }
        let ground = Ground::find(&self.order.tree, Some(kept));
        let (changed, set) = kept.source.changes(&ground.survey, kept.look);
        let moved = |(path, stamp): &&(String, Option<Stamp>)| {
            ground.outside.get(path) != Some(stamp) || stamp.is_some_and(|stamp| stamp.is_racy(kept.look))
        };
        let outside: Vec<String> = kept.outside.iter().filter(moved).map(|(path, _)| path.clone()).collect();
        let mut addresses = kept
            .linked
            .as_ref()
            .map(|(accounts, remote)| (self.order.addresses)(accounts, remote.as_deref()));
        let same = addresses.as_ref().is_none_or(|found| related::digest(found) == kept.addresses);
        if changed.is_empty() && set.is_empty() && outside.is_empty() && same {
            return Ok(self.nothing(keeper, kept, ground));
        }
        super::keep_memory();
        let Some(mut records) = keeper.records(kept) else { return Ok(None) };
        let Ok(files) = ground.tree.list("content") else { return Ok(None) };
        let there = site::article_paths(&files);
        let changes = Changes { changed: &changed, set: &set, outside: &outside };
        let Scope::Some(affected) = scope(changes, &records, &kept.common, &there) else { return Ok(None) };
        let there: HashSet<&str> = there.into_iter().collect();
        let (mut loaded, mut affected) = load(&ground.tree, &records, affected, &there);
        let mut shelf = None;
        if let Some(site) = &loaded.site
            && (addresses.is_some() || site.may_link())
        {
            let known = addresses.get_or_insert_with(|| self.addresses(site));
            let now = related::shelf(related::now(site, &records, &there), known).to_look_at();
            let before = affected.articles.len();
            let stale = related::stale(&records, &now).filter(|path| there.contains(path));
            affected.articles.extend(stale.map(str::to_owned));
            if affected.articles.len() > before {
                (loaded, affected) = load(&ground.tree, &records, affected, &there);
            }
            shelf = Some(now);
        }
        let Loaded { site, mut findings } = loaded;
        let Some(site) = site else { return Ok(None) };
        if affected.around {
            self.around(&site, &findings, &mut records);
        }

        let stage = Stage::new(self.target)?;
        let watch = Watch::new(&ground.tree, self.order.tree.root(), &ground.survey);
        let renderer = Renderer::new(&watch, &site.config.theme);
        let renderer = self.furnished(renderer, &site, shelf.as_ref());
        let standing = standing(&records).collect();
        let work = Work::new(&site, &watch, &renderer, &stage, self.order.lang, standing);
        let work = work.with_shelf(shelf.as_ref());
        let made: Vec<(Record, Findings)> = site
            .articles
            .par_iter()
            .filter(|article| affected.articles.contains(article.path()))
            .map(|article| work.article(article))
            .collect::<Result<_, _>>()?;
        let written = work.written.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut new = Vec::with_capacity(made.len());
        for (mut record, said) in made {
            record.own.rendering = said.iter().map(Saved::from).collect();
            findings.extend(said);
            new.push(record);
        }
        findings.sort();
        attribute(&findings, &mut new);
        let stays = |record: &&Record| {
            there.contains(record.own.path.as_str()) && !affected.articles.contains(&record.own.path)
        };
        let old = || records.iter().filter(stays);
        let said = old().flat_map(|record| record.own.loading.iter().chain(&record.own.rendering));
        let Some(more) = restore(said, &ground.tree) else { return Ok(None) };
        findings.extend(more);
        findings.sort();
        if findings.reach(Severity::Error) {
            return Ok(Some(Outcome { findings, built: None, usable: true }));
        }
        drop(renderer);
        let seen = watch.into_seen();
        let rendered = new.len();
        let mut all: Vec<&Record> = old().chain(&new).collect();
        all.sort_unstable_by(|a, b| a.own.path.cmp(&b.own.path));
        let ready = Ready { ground, stage, records: all, findings, rendered, written, seen, addresses };
        let before = Before { kept, records: &records, around: affected.around };
        let outcome = self.publish(&site, ready, Some(before)).map(Some);
        rayon::spawn(move || drop((site, records, new)));
        outcome
    }

    /// Nothing changed: says again what there was to say.
    fn nothing(&self, keeper: &Keeper, kept: &Kept, ground: Ground) -> Option<Outcome> {
        let mut findings = restore(kept.findings.iter(), &ground.tree)?;
        findings.sort();
        if kept.ignores != ground.ignores {
            let now = Kept { ignores: ground.ignores, look: keeper.look(), ..kept.clone() };
            keeper.keep(now);
        }
        let count = |number| usize::try_from(number).unwrap_or(usize::MAX);
        let (articles, pictures) = (count(kept.counts.0), count(kept.counts.1));
        let built = Built { articles, pictures, rendered: 0, written: 0 };
        Some(Outcome { findings, built: Some(built), usable: true })
    }

    /// What every article is judged by changed: cards and findings of loading are those of the site as it is now.
    fn around(&self, site: &Site, findings: &Findings, records: &mut [Record]) {
        let articles: HashMap<&str, _> =
            site.articles.iter().map(|article| (article.path(), article)).collect();
        for record in records.iter_mut() {
            let own = &mut record.own;
            own.loading.clear();
            let (Some(article), Some((page, _))) = (articles.get(own.path.as_str()), own.files.last()) else {
                continue;
            };
            let shown = Shown { page, cover: &own.cover, crops: &own.crops, minutes: own.minutes };
            (own.position, own.card) = index::card(site, article, shown, self.order.lang);
        }
        attribute(findings, records);
    }

    fn publish(
        &self,
        site: &Site,
        ready: Ready<'_>,
        before: Option<Before<'_>>,
    ) -> Result<Outcome, BuildError> {
        let Ready { ground, stage, records, findings, rendered, mut written, seen, addresses } = ready;
        let mut digests = Digests::new();
        let unchanged = match &before {
            Some(before) if !before.around => Unchanged::between(before.records, &records),
            _ => Unchanged::default(),
        };
        let (files, sealed) = rayon::join(
            || top::files(site, &records, unchanged, self.order.lang),
            || self.keeper.map(|_| cache::seal(&records)),
        );
        let standing = before.iter().flat_map(|before| &before.kept.top);
        digests.extend(standing.filter(|(name, _)| unchanged.holds(name)).cloned());
        let put = |(name, text): (&str, String)| {
            let file = (name.to_owned(), Digest::of(&text));
            let stands = before.as_ref().is_some_and(|before| before.kept.top.contains(&file));
            if stands { Ok((file, false)) } else { stage.write(name, text.as_bytes()).map(|()| (file, true)) }
        };
        let files: Vec<_> = files?.into_par_iter().with_max_len(1).map(put).collect::<Result<_, _>>()?;
        for (file, new) in files {
            if new {
                written.insert(file.0.clone());
            }
            digests.push(file);
        }
        let pictures: HashSet<&str> =
            records.iter().flat_map(|record| &record.own.pictures).map(String::as_str).collect();
        let (pictures, written_now) = (pictures.len(), written.len());
        let built = Built { articles: records.len(), pictures, rendered, written: written_now };
        if let Some(keeper) = self.keeper {
            keeper.forget();
        }
        let everything = |_: &str, _: bool| true;
        let replace = || match &before {
            None => stage.replace(),
            Some(before) => {
                let stands: HashSet<&str> = records.iter().flat_map(|record| paths(record)).collect();
                let was = before.records.iter().flat_map(paths);
                let gone = was.filter(|path| !stands.contains(path)).map(str::to_owned).collect();
                let written = in_order(written);
                stage.patch(&written, &gone)?;
                let paths = written.iter().chain(&gone).map(String::as_str);
                let patched = before.kept.built.patched(self.target, paths);
                Ok(patched.unwrap_or_else(|| Survey::take(self.target, &[""], &everything)))
            }
        };
        // Nothing leads to the records before the index does.
        let put = || self.keeper.zip(sealed).and_then(|(keeper, sealed)| keeper.put(&sealed));
        let (standing, records_digest) = rayon::join(replace, put);
        let standing = standing?;
        if let Some((keeper, records_digest)) = self.keeper.zip(records_digest) {
            let Ground { ignores, mut outside, survey, tree } = ground;
            // It shares the survey.
            drop(tree);
            let own: HashSet<&str> =
                records.iter().flat_map(|record| &record.own.reads).map(String::as_str).collect();
            let mut common: BTreeSet<String> =
                before.iter().flat_map(|before| before.kept.common.iter().cloned()).collect();
            common.extend(seen.inside.into_iter().filter(|path| !own.contains(path.as_str())));
            for (path, stamp) in seen.outside {
                outside.entry(path).or_insert(stamp);
            }
            let kept = Kept {
                basis: Digest::of(""),
                target: String::new(),
                look: keeper.look(),
                ignores,
                source: Arc::unwrap_or_clone(survey),
                outside: outside.into_iter().collect(),
                common: common.into_iter().collect(),
                built: standing,
                top: digests,
                counts: (built.articles as u64, built.pictures as u64),
                linked: addresses.is_some().then(|| ledgers(site)),
                addresses: related::digest(&addresses.unwrap_or_default()),
                findings: findings.iter().map(Saved::from).collect(),
                records: records_digest,
            };
            keeper.keep(kept);
        }
        Ok(Outcome { findings, built: Some(built), usable: true })
    }
}

/// Loads the affected articles and, until nobody is missing, those that are judged together with them.
fn load(
    tree: &SurveyedTree,
    records: &[Record],
    mut affected: Affected,
    there: &HashSet<&str>,
) -> (Loaded, Affected) {
    if affected.around {
        return (site::load(tree), affected);
    }
    loop {
        let loaded = site::load_some(tree, &affected.articles);
        let read = loaded.site.iter().flat_map(|site| site.articles.iter().flat_map(keys));
        let was = records.iter().filter(|record| {
            affected.articles.contains(&record.own.path) || !there.contains(record.own.path.as_str())
        });
        let shared: HashSet<String> =
            read.chain(was.flat_map(|record| record.own.keys.iter().cloned())).collect();
        let joined = records.iter().filter(|record| {
            there.contains(record.own.path.as_str())
                && !affected.articles.contains(&record.own.path)
                && record.own.keys.iter().any(|key| shared.contains(key))
        });
        let joined: Vec<String> = joined.map(|record| record.own.path.clone()).collect();
        if joined.is_empty() {
            return (loaded, affected);
        }
        affected.articles.extend(joined);
    }
}

/// The accounts of `site`, and the remote that it names for their ledgers.
fn ledgers(site: &Site) -> (Vec<String>, Option<String>) {
    (
        site.config.accounts.iter().map(|account| account.name.value.clone()).collect(),
        site.config.remote.clone(),
    )
}

/// Files of an article in the build.
fn paths(record: &Record) -> impl Iterator<Item = &str> {
    let own = &record.own;
    own.files.iter().map(|(path, _)| path.as_str()).chain(own.pictures.iter().map(String::as_str))
}

/// What stands in a build: files with their digests, pictures with theirs in their names.
fn standing(records: &[Record]) -> impl Iterator<Item = (&str, Option<Digest>)> {
    records.iter().flat_map(|record| {
        let files = record.own.files.iter().map(|(path, digest)| (path.as_str(), Some(*digest)));
        files.chain(record.own.pictures.iter().map(|path| (path.as_str(), None)))
    })
}

/// Written files as they take their places: pictures, articles and their fragments, then what names them, the manifest last.
fn in_order(written: HashSet<String>) -> Vec<String> {
    let rank = |path: &String| match path.split('/').next() {
        Some("pictures") => 0,
        Some("articles" | "fragments") => 1,
        Some(super::MANIFEST) => 3,
        _ => 2,
    };
    let mut paths: Vec<String> = written.into_iter().collect();
    paths.sort_unstable_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| a.cmp(b)));
    paths
}

/// Gives each article what loading said about it and the files of its bundle.
fn attribute(findings: &Findings, records: &mut [Record]) {
    if findings.is_empty() {
        return;
    }
    let mut homes: HashMap<String, usize> = HashMap::with_capacity(records.len() * 2);
    for (at, record) in records.iter().enumerate() {
        homes.insert(record.own.path.clone(), at);
        homes.extend(record.own.bundle().map(|bundle| (bundle.to_owned(), at)));
    }
    for finding in findings.iter() {
        let path = finding.place.path();
        let around = std::iter::successors(Some(path), |path| path.rsplit_once('/').map(|(above, _)| above));
        let Some(record) =
            around.filter_map(|path| homes.get(path)).next().and_then(|at| records.get_mut(*at))
        else {
            continue;
        };
        let saved = Saved::from(finding);
        if !record.own.rendering.contains(&saved) {
            record.own.loading.push(saved);
        }
    }
}

/// Findings as they were. `None` when one cannot be said any more.
fn restore<'s>(saved: impl Iterator<Item = &'s Saved>, tree: &dyn Tree) -> Option<Findings> {
    let mut files: HashMap<String, Arc<SourceFile>> = HashMap::new();
    let mut file = |path: &str| {
        if let Some(known) = files.get(path) {
            return Arc::clone(known);
        }
        let bytes = tree.read(path, LIMITS.markdown).unwrap_or_default();
        let file = Arc::new(SourceFile::new(path, String::from_utf8_lossy(&bytes).into_owned()));
        files.insert(path.to_owned(), Arc::clone(&file));
        file
    };
    let mut with = Restorer { rule: &super::rule_named, file: &mut file };
    saved.map(|saved| saved.restore(&mut with)).collect()
}
