//! Load, check, render, build and plan on a generated site of 1,000 and of 10,000 articles: `cargo bench --bench pipeline`.

mod support;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use divan::Bencher;
use jiff::Timestamp;
use qianfa::base::digest::Digest;
use qianfa::base::message::Lang;
use qianfa::deliver::{self, Candidate, Inputs};
use qianfa::ledger::Books;
use qianfa::preview::build::{self, Built, Order};
use qianfa::render::Renderer;
use qianfa::rules;
use qianfa::signoff::Verdict;
use qianfa::site::{self, Format, RenderOptions, Site};
use qianfa::source::SourceFile;
use qianfa::source::tree::{MemoryTree, WorkTree};
use rayon::prelude::*;

const SIZES: [usize; 2] = [1_000, 10_000];

/// A generated site of that many articles, made once a run.
fn tree(count: usize) -> &'static WorkTree {
    static SMALL: OnceLock<(tempfile::TempDir, WorkTree)> = OnceLock::new();
    static LARGE: OnceLock<(tempfile::TempDir, WorkTree)> = OnceLock::new();
    let cell = if count == SIZES[0] { &SMALL } else { &LARGE };
    &cell.get_or_init(|| generate(count)).1
}

#[expect(clippy::expect_used, reason = "a bench without its site measures nothing")]
fn generate(count: usize) -> (tempfile::TempDir, WorkTree) {
    let folder = tempfile::tempdir().expect("a folder for the generated site");
    support::generate(folder.path(), count).expect("the generated site");
    let tree = WorkTree::new(Path::new(folder.path())).expect("the generated site's folder");
    (folder, tree)
}

#[expect(clippy::expect_used, reason = "a bench without its site measures nothing")]
fn loaded(count: usize) -> Site {
    site::load(tree(count)).site.expect("the generated site is sound")
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn load(bencher: Bencher, count: usize) {
    let tree = tree(count);
    bencher.bench(|| site::load(tree));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn check(bencher: Bencher, count: usize) {
    let (tree, site) = (tree(count), loaded(count));
    bencher.bench(|| rules::check(&site, tree, None));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn render(bencher: Bencher, count: usize) {
    let (tree, site) = (tree(count), loaded(count));
    bencher.bench(|| {
        let renderer = Renderer::new(tree, &site.config.theme);
        site.articles.par_iter().map(|article| renderer.article(article).html.len()).sum::<usize>()
    });
}

/// The article of the benches, whole or without its code blocks, in a warm process.
#[divan::bench(args = [true, false])]
fn one(bencher: Bencher, code: bool) {
    let mut text = include_str!("article.md").to_owned();
    while let Some(start) = text.find("```").filter(|_| !code) {
        let end = text[start + 3..].find("```").map_or(text.len(), |end| start + 3 + end + 3);
        text.replace_range(start..end, "");
    }
    let tree = MemoryTree::new();
    let renderer = Renderer::new(&tree, "ink");
    let size = text.len();
    let file = Arc::new(SourceFile::new("article.md", text));
    bencher.bench(|| renderer.file(&file, 0..size, Format::Article, &RenderOptions::default()));
}

/// A build as `qianfa build` does it.
#[expect(clippy::expect_used, reason = "a bench without its build measures nothing")]
fn build_into(count: usize, target: &Path, cache: Option<&Path>) -> Built {
    let order = Order {
        tree: Arc::new(WorkTree::new(tree(count).root()).expect("the generated site")),
        target,
        lang: Lang::Zh,
        cache: cache.map(Path::to_path_buf),
        fresh: false,
        fonts: &|_| Arc::default(),
        addresses: &|_, _| Vec::new(),
        basis: Digest::of("bench"),
    };
    build::build(&order).expect("a build").built.expect("a sound site")
}

#[expect(clippy::expect_used, reason = "a bench without its folder measures nothing")]
fn scratch() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder for builds")
}

#[divan::bench(args = SIZES, sample_count = 3)]
fn build_from_nothing(bencher: Bencher, count: usize) {
    tree(count);
    bencher.with_inputs(scratch).bench_refs(|folder| build_into(count, &folder.path().join("dist"), None));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn build_unchanged(bencher: Bencher, count: usize) {
    let folder = scratch();
    let (target, cache) = (folder.path().join("dist"), folder.path().join("kept"));
    build_into(count, &target, Some(&cache));
    bencher.bench_local(|| build_into(count, &target, Some(&cache)));
}

#[divan::bench(args = SIZES, sample_count = 5)]
#[expect(clippy::expect_used, reason = "a bench without its edit measures nothing")]
fn build_after_an_edit(bencher: Bencher, count: usize) {
    let folder = scratch();
    let (target, cache) = (folder.path().join("dist"), folder.path().join("kept"));
    let article = tree(count).root().join("content/000/a00001/index.md");
    build_into(count, &target, Some(&cache));
    bencher.bench_local(|| {
        let text = std::fs::read_to_string(&article).expect("an article");
        std::fs::write(&article, text + "又改了一处。\n").expect("an edit");
        build_into(count, &target, Some(&cache))
    });
}

/// Every edition is signed and nothing went out yet: the plan has a line for each.
#[divan::bench(args = SIZES, sample_count = 5)]
fn plan(bencher: Bencher, count: usize) {
    let site = loaded(count);
    let books = Books::new("main");
    let verdict = Verdict {
        payload: Digest::of("payload"),
        ready: true,
        render_changed: false,
        signed: Vec::new(),
        missing: Vec::new(),
        void: Vec::new(),
    };
    let candidates = site.editions.iter().map(|edition| Candidate {
        edition,
        titles: vec![edition.name.clone()],
        verdict: Ok(verdict.clone()),
    });
    let inputs = Inputs {
        account: &site.config.accounts[0],
        candidates: candidates.collect(),
        books: &books,
        now: Timestamp::UNIX_EPOCH,
        until: Timestamp::MAX,
    };
    bencher.bench(|| deliver::plan(&inputs));
}

fn main() {
    divan::main();
}
