//! Load, check, render and plan on a generated site of 1,000 and of 10,000 articles: `cargo bench --bench pipeline`.

mod support;

use std::path::Path;
use std::sync::OnceLock;

use divan::Bencher;
use qianfa::rules;
use qianfa::site::{self, Site};
use qianfa::source::tree::WorkTree;

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

fn main() {
    divan::main();
}
