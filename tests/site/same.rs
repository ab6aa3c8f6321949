//! The same site is the same from wherever it is read, and with however many threads.

use std::fs;
use std::path::Path;

use git2::{IndexAddOption, Repository, Signature, Time};
use qianfa::site::{Loaded, load};
use qianfa::source::tree::{CommitTree, EntryKind, MemoryTree, Tree, TreeError, WorkTree};

use crate::support::site::{CONFIG, article, lines};

/// A site with sound and broken files.
fn files() -> Vec<(String, String)> {
    let mut files = vec![
        ("qianfa.yaml".to_owned(), CONFIG.to_owned()),
        ("desk/columns.yaml".to_owned(), "columns: [{id: a, name: 甲}]\n".to_owned()),
        ("campaigns/c.yaml".to_owned(), "id: c\ntitle: 冬\nstatus: idea\nzzz: 1\n".to_owned()),
        ("content/_defaults.yaml".to_owned(), "author: 编辑部\nautor: x\n".to_owned()),
        ("policy/approvals.yaml".to_owned(), "version: 1\n".to_owned()),
    ];
    for index in 0..120 {
        let keys = match index % 6 {
            0 => "column: 没有".to_owned(),
            1 => format!("publish: {{edition: e{}, order: 1, at: 2026-12-21 20:00}}", index % 10),
            2 => "autor: 乙\npublish: {at: 2026/12/21}".to_owned(),
            3 => "title: 又一次".to_owned(),
            _ => "status: ready".to_owned(),
        };
        files.push((
            format!("content/甲/{index}/index.md"),
            article(&format!("u{}", index % 100), &keys, "正文\n"),
        ));
        files.push((format!("content/甲/{index}/图.png"), "x".to_owned()));
    }
    files
}

/// Everything that loading gave, as text.
fn shown(loaded: &Loaded) -> String {
    let site = loaded.site.as_ref().unwrap();
    let files: Vec<(&str, u64)> = site.files.iter().map(|entry| (entry.path.as_str(), entry.size)).collect();
    let articles: Vec<_> = site
        .articles
        .iter()
        .map(|article| {
            (&article.unit, &article.body, &article.front.uid.value, article.front.status, &article.files)
        })
        .collect();
    format!("{:#?}\n{articles:#?}\n{:#?}\n{files:#?}", lines(&loaded.findings), site.editions)
}

fn write(root: &Path, files: &[(String, String)]) {
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

fn commit(repository: &Repository) {
    let mut index = repository.index().unwrap();
    index.add_all(["*"], IndexAddOption::DEFAULT, None).unwrap();
    let tree = repository.find_tree(index.write_tree().unwrap()).unwrap();
    index.write().unwrap();
    let person = Signature::new("测试", "test@example.com", &Time::new(1_797_000_000, 480)).unwrap();
    repository.commit(Some("HEAD"), &person, &person, "a site", &tree, &[]).unwrap();
}

#[test]
fn work_tree_commit_and_memory_give_the_same_site_and_findings() {
    let dir = tempfile::tempdir().unwrap();
    let repository = Repository::init(dir.path()).unwrap();
    let root = dir.path().join("sites/main");
    write(&root, &files());
    fs::write(dir.path().join(".gitignore"), "*.bak\nnode_modules/\n").unwrap();
    write(
        &root,
        &[
            ("content/甲/1/index.md.bak".to_owned(), "旧".to_owned()),
            ("content/node_modules/x/index.md".to_owned(), "不是文章".to_owned()),
        ],
    );
    commit(&repository);
    let work = WorkTree::new(&root).unwrap();
    let committed = CommitTree::open(dir.path(), "HEAD", "sites/main").unwrap();
    let memory: MemoryTree = files().into_iter().collect();
    let from_work = shown(&load(&work));
    assert!(from_work.contains("content/甲/2/index.md:4:1 [autor]"), "{from_work}");
    assert_eq!(from_work, shown(&load(&committed)));
    assert_eq!(from_work, shown(&load(&memory)));
    // An edit that is not committed shows in the one and not in the other.
    fs::write(root.join("content/甲/1/index.md"), "没有头信息").unwrap();
    assert_eq!(from_work, shown(&load(&committed)));
    assert_ne!(from_work, shown(&load(&work)));
}

#[cfg(unix)]
#[test]
fn a_commit_does_not_follow_links_either() {
    let dir = tempfile::tempdir().unwrap();
    let repository = Repository::init(dir.path()).unwrap();
    write(
        dir.path(),
        &[
            ("qianfa.yaml".to_owned(), CONFIG.to_owned()),
            ("content/a.md".to_owned(), article("a", "", "正文")),
            ("content/real/b.md".to_owned(), article("b", "", "正文")),
        ],
    );
    std::os::unix::fs::symlink("a.md", dir.path().join("content/link.md")).unwrap();
    std::os::unix::fs::symlink("real", dir.path().join("content/folder")).unwrap();
    commit(&repository);
    let work = WorkTree::new(dir.path()).unwrap();
    let committed = CommitTree::open(dir.path(), "HEAD", "").unwrap();
    for tree in [&work as &dyn Tree, &committed] {
        let kinds: Vec<_> =
            tree.list("content").unwrap().into_iter().map(|entry| (entry.path, entry.kind)).collect();
        assert_eq!(kinds[1], ("content/folder".to_owned(), EntryKind::Link));
        assert!(matches!(tree.read("content/link.md", 99), Err(TreeError::Link(_))));
        assert!(matches!(tree.read("content/folder/b.md", 99), Err(TreeError::Link(_))));
        assert!(!tree.contains("content/link.md") && !tree.contains("content/folder/b.md"));
        assert!(matches!(tree.read("content/none.md", 99), Err(TreeError::Missing(_))));
    }
    assert_eq!(shown(&load(&work)), shown(&load(&committed)));
}

#[test]
fn one_thread_and_many_give_the_same_site_and_findings() {
    let tree: MemoryTree = files().into_iter().collect();
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| shown(&load(&tree)))
    };
    let one = with(1);
    assert_eq!(one, with(2));
    assert_eq!(one, with(8));
}
