//! Load, check, render and plan on a generated site of 1,000 and of 10,000 articles: `cargo bench --bench pipeline`.

mod support;

use std::path::Path;
use std::sync::OnceLock;

use divan::Bencher;
use jiff::Timestamp;
use qianfa::base::digest::Digest;
use qianfa::deliver::{self, Candidate, Inputs};
use qianfa::ledger::Books;
use qianfa::render::Renderer;
use qianfa::rules;
use qianfa::signoff::Verdict;
use qianfa::site::{self, Site};
use qianfa::source::tree::WorkTree;
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
