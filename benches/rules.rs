//! Rules over unfriendly articles and long word lists: `cargo bench --bench rules [-- NAME]`. Each at its size and at
//! twice that: what is linear takes about twice as long, and twice the words of a list little longer than once.

#![allow(clippy::print_stdout, reason = "a table of times is what it is for")]

use std::time::{Duration, Instant};

use qianfa::rules;
use qianfa::site;
use qianfa::source::tree::MemoryTree;

#[allow(dead_code, reason = "the other benches need the rest")]
mod support;

const SITE: &str = "version: 1\nname: 站点\nzone: Asia/Shanghai\nlanguage: zh\naccounts:\n  main: {title: 站点, kind: service, verified: true, appid_env: A, secret_env: B}\n";
const FRONT: &str = "---\nuid: a1\ntitle: 【广告】冬日\nkind: ad\nindustry: [food]\naccount: main\n---\n";

/// Writes an article of a size.
type Write = fn(usize) -> String;

fn main() {
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let wanted = |name: &str| wanted.as_ref().is_none_or(|wanted| name.contains(wanted.as_str()));
    println!("{:<28} {:>10} {:>10} {:>10} {:>6}", "article", "bytes", "ms", "ms twice", "ratio");
    let articles: &[(&str, Write, usize)] = &[
        ("one line of 5 MB", |n| "本店的热饮刚出锅，".repeat(n), 190_000),
        ("one line without a stop", |n| "热饮刚出锅".repeat(n), 110_000),
        ("hits in one line", |n| "全城最佳 ".repeat(n), 10_000),
        ("hits, a paragraph each", |n| "这是国家级品质。\n\n".repeat(n), 10_000),
        ("disguised hits", |n| "最·佳的 zui佳 热饮。\n".repeat(n), 10_000),
        ("cells", |n| format!("|a|b|c|d|e|\n|-|-|-|-|-|\n{}", "|最佳|二|3元|四|五|\n".repeat(n)), 10_000),
        ("words of patterns", |n| "转发".repeat(n), 200_000),
        ("digits", |n| "1380013".repeat(n), 100_000),
        ("groups of digits", |n| "138 0013 ".repeat(n), 50_000),
        ("pictures in one line", |n| "![图](a.png)看这里 ".repeat(n), 5_000),
    ];
    for (name, text, parts) in articles.iter().filter(|(name, ..)| wanted(name)) {
        let once = format!("{FRONT}{}", text(*parts));
        let size = once.len();
        row(name, size, time(|| one(&once)), {
            let twice = format!("{FRONT}{}", text(parts * 2));
            time(|| one(&twice))
        });
    }
    if wanted("words of a site") {
        let tree = |words: usize| lists(words, 200);
        let (once, twice) = (tree(10_000), tree(20_000));
        row("words of a site, 10,000", 10_000, time(|| check(&once)), time(|| check(&twice)));
        let (once, twice) = (tree(50_000), tree(100_000));
        row("words of a site, 50,000", 50_000, time(|| check(&once)), time(|| check(&twice)));
    }
}

fn row(name: &str, size: usize, once: Duration, twice: Duration) {
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    let ratio = twice.as_secs_f64() / once.as_secs_f64().max(1e-6);
    println!("{name:<28} {size:>10} {:>10.1} {:>10.1} {ratio:>6.1}", ms(once), ms(twice));
}

/// A site of one article.
fn one(text: &str) {
    let mut tree = MemoryTree::new();
    tree.put("qianfa.yaml", SITE);
    tree.put("content/a.md", text);
    check(&tree);
}

/// A site of generated articles with a list of that many words of its own.
fn lists(words: usize, articles: usize) -> MemoryTree {
    let mut tree = MemoryTree::new();
    tree.put("qianfa.yaml", SITE);
    for index in 0..articles {
        tree.put(&format!("content/a{index}.md"), support::article(index));
    }
    tree.put("policy/rules/own.yaml", "terms:\n  - {rule: own.term, title: 本站的词, words: words.txt}\n");
    tree.put("policy/rules/words.txt", support::words(words));
    tree
}

fn check(tree: &MemoryTree) {
    let loaded = site::load(tree);
    if let Some(site) = loaded.site {
        std::hint::black_box(rules::check(&site, tree, None));
    }
}

/// The best of five runs, or of as many as fit into two seconds.
fn time(run: impl Fn()) -> Duration {
    let (mut best, mut all) = (Duration::MAX, Duration::ZERO);
    for _ in 0..5 {
        let start = Instant::now();
        run();
        let took = start.elapsed();
        best = best.min(took);
        all += took;
        if all > Duration::from_secs(2) {
            break;
        }
    }
    best
}
