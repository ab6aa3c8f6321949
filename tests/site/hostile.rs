//! Hostile input: nothing panics, nothing stops the rest, every finding has a place.

use std::fs;

use qianfa::finding::Severity;
use qianfa::site::{LIMITS, load};
use qianfa::source::tree::{MemoryTree, WorkTree};

use crate::support::site::{CONFIG, article, lines, tree};

/// What is said about the site of `tree`; its one good article must be there in spite of it.
fn said(tree: MemoryTree) -> Vec<String> {
    let loaded = load(&tree.with("content/good.md", article("good", "", "正文")));
    let site = loaded.site.unwrap();
    assert!(site.articles.iter().any(|article| article.unit == "content/good"));
    lines(&loaded.findings)
}

#[test]
fn text_that_is_no_utf8_is_placed_at_its_first_bad_byte() {
    let mut bytes = "---\ntitle: 冬至\n---\n前文".as_bytes().to_vec();
    bytes.extend([0xB6, 0xAC, 0xD6]);
    let tree = tree([("content/gbk.md", bytes), ("campaigns/c.yaml", vec![0xFF, 0xFE, 0x69, 0x00])]);
    assert_eq!(
        said(tree),
        [
            "error site.encoding campaigns/c.yaml:1:1 [\u{fffd}] 文件不是 UTF-8：第 0 个字节之后的内容读不出",
            "error site.encoding content/gbk.md:4:3 [\u{fffd}] 文件不是 UTF-8：第 28 个字节之后的内容读不出",
        ]
    );
}

#[test]
fn files_over_their_limit_are_not_read() {
    let large = |size: u64| vec![b'a'; usize::try_from(size).unwrap() + 1];
    let tree = tree([
        ("content/large.md", large(20 << 20)),
        ("content/a/index.md", article("a", "", "").into_bytes()),
        ("content/a/rights.yaml", large(LIMITS.yaml)),
        ("desk/columns.yaml", large(LIMITS.yaml)),
    ]);
    assert_eq!(
        said(tree),
        [
            "error site.too-large content/a/rights.yaml:1:1 [] content/a/rights.yaml 超过 1048576 字节",
            "error site.too-large content/large.md:1:1 [] content/large.md 超过 4194304 字节",
            "error site.too-large desk/columns.yaml:1:1 [] desk/columns.yaml 超过 1048576 字节",
        ]
    );
}

#[test]
fn bombs_and_abysses_end_at_a_limit() {
    let bomb: String = (1..=9)
        .map(|level| format!("a{level}: &a{level} [{}]\n", vec![format!("*a{}", level - 1); 9].join(",")))
        .collect();
    let deep = format!("id: {}{}", "[".repeat(20_000), "]".repeat(20_000));
    let nested: String = (0..200).map(|level| format!("{}k:\n", " ".repeat(level))).collect();
    let many = "- a\n".repeat(30_000);
    let tree = tree([
        ("campaigns/bomb.yaml", format!("a0: &a0 [x,x,x,x,x,x,x,x,x]\n{bomb}")),
        ("campaigns/deep.yaml", deep),
        ("campaigns/many.yaml", many),
        ("campaigns/nested.yaml", nested),
        ("campaigns/open.yaml", "[".repeat(20_000)),
        ("content/deep.md", format!("---\ntitle: {}\n---\n", "[".repeat(20_000))),
        ("content/maps.md", format!("---\ntitle: {}\n---\n", "{a: ".repeat(20_000))),
        ("content/quotes.md", format!("---\n{}---\n", "a: \"\n".repeat(3_000))),
        ("content/brackets.md", format!("---\n{}---\n", "a: [\n".repeat(3_000))),
        ("content/stars.md", format!("---\n{}---\n", "a: *b &c\n".repeat(3_000))),
    ]);
    let said = said(tree);
    let heads: Vec<String> = said.iter().map(|line| line.split(" [").next().unwrap().to_owned()).collect();
    for path in ["bomb", "deep", "many", "nested", "open"] {
        assert!(
            heads.iter().any(|head| head.contains(&format!(" site.yaml campaigns/{path}.yaml:"))),
            "{path}: {heads:#?}"
        );
    }
    for path in ["brackets", "deep", "maps", "quotes", "stars"] {
        assert!(
            heads.iter().any(|head| head.contains(&format!(" site.yaml content/{path}.md:"))),
            "{path}: {heads:#?}"
        );
    }
    let count = said.iter().filter(|line| line.contains("quotes.md")).count();
    assert!((10..=51).contains(&count), "{count} findings about one file");
    assert!(said.iter().any(|line| line.contains("bomb.yaml") && line.contains("锚点或引用")), "{said:#?}");
    assert!(said.iter().any(|line| line.contains("nested.yaml") && line.contains("24 层")), "{said:#?}");
}

#[test]
fn two_documents_in_one_file() {
    let tree = tree([("campaigns/c.yaml", "id: c\ntitle: 冬\nstatus: idea\n---\nid: d\n")]);
    assert_eq!(said(tree), ["error site.yaml campaigns/c.yaml:4:1 [---] 文件里有第二份 YAML 文档"]);
}

#[test]
fn a_mark_and_windows_line_ends_do_not_move_places() {
    let text =
        "\u{feff}---\r\nuid: bom\r\ntitle: 甲\r\nautor: 乙\r\npublish:\r\n  at：明天\r\n---\r\n正文\r\n";
    let tree =
        tree([("content/bom.md", text), ("campaigns/c.yaml", "\u{feff}id: c\r\ntitle: 冬\r\nstatus: 1\r\n")]);
    assert_eq!(
        said(tree),
        [
            "error site.value campaigns/c.yaml:3:9 [1] “status”不能是“1”",
            "error site.unknown-key content/bom.md:4:1 [autor] 不认识的键“autor”",
            "error site.yaml content/bom.md:6:5 [：] “at”后面是全角冒号“：”",
        ]
    );
}

#[cfg(unix)]
#[test]
fn links_folders_and_pipes_are_findings_and_never_followed() {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.md"), article("secret", "", "")).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    for folder in ["content/folder.md/x", "desk/columns.yaml", "campaigns"] {
        fs::create_dir_all(root.join(folder)).unwrap();
    }
    fs::write(root.join("qianfa.yaml"), CONFIG).unwrap();
    fs::write(root.join("content/good.md"), article("good", "", "正文")).unwrap();
    fs::write(root.join("content/folder.md/x/a.png"), "x").unwrap();
    fs::write(root.join("desk/columns.yaml/x"), "x").unwrap();
    fs::write(root.join("content").join(std::ffi::OsStr::from_bytes(b"\xB6\xAC.md")), "x").unwrap();
    symlink(outside.path().join("secret.md"), root.join("content/link.md")).unwrap();
    symlink("good.md", root.join("content/inside.md")).unwrap();
    symlink(outside.path(), root.join("content/away")).unwrap();
    symlink(root.join("nowhere"), root.join("campaigns/dangling.yaml")).unwrap();
    let loaded = load(&WorkTree::new(root).unwrap());
    let lines = lines(&loaded.findings);
    let heads: Vec<&str> = lines.iter().map(|line| line.split(" [").next().unwrap()).collect();
    assert_eq!(
        heads,
        [
            "error site.link campaigns/dangling.yaml:1:1",
            "error site.link content/away:1:1",
            "error site.unreadable content/folder.md:1:1",
            "error site.link content/inside.md:1:1",
            "error site.link content/link.md:1:1",
            "error site.encoding content/\u{fffd}\u{fffd}.md:1:1",
            "error site.unreadable desk/columns.yaml:1:1",
        ],
        "{lines:#?}"
    );
    let site = loaded.site.unwrap();
    assert_eq!(site.articles.len(), 1);
}

#[test]
fn a_site_without_configuration_is_one_finding_more_and_not_less() {
    let loaded = load(&MemoryTree::new().with("content/a.md", "# 没有头信息\n"));
    assert!(loaded.site.is_none());
    assert_eq!(
        lines(&loaded.findings),
        [
            "error site.front-matter content/a.md:1:1 [] 文章没有以 --- 开头的头信息",
            "error site.missing-file qianfa.yaml:1:1 [] 没有 qianfa.yaml",
        ]
    );
    assert_eq!(loaded.findings.count(Severity::Error), 2);
}

#[test]
fn what_is_half_understood_is_not_ready() {
    let ready = |uid: &str, more: &str| article(uid, &format!("status: ready\n{more}"), "正文");
    let winter = |uid: &str| ready(uid, "publish: {edition: 冬至, mode: mass}");
    let sound =
        [("content/a.md", winter("a")), ("content/b.md", winter("b")), ("content/c.md", ready("c", ""))];
    let readiness = |more: &[(&str, String)]| {
        let loaded = load(&tree(sound.iter().chain(more).cloned()));
        let editions =
            loaded.site.unwrap().editions.into_iter().filter(|edition| !edition.name.ends_with('x'));
        editions.map(|edition| (edition.name, edition.ready)).collect::<Vec<_>>()
    };
    let both = |lone, winter| vec![("content/c".to_owned(), lone), ("冬至".to_owned(), winter)];
    assert_eq!(readiness(&[]), both(true, true));
    let x = |text: &str| vec![("content/x.md", text.to_owned())];
    // A third article of the edition cannot be read; an article of nobody's edition does not matter.
    assert_eq!(readiness(&x("---\ntitle：丙\npublish: {edition: 冬至}\n---\n")), both(true, false));
    assert_eq!(readiness(&x("---\ntitle：丙\n---\n")), both(true, true));
    // An unknown key in a default may be what was meant to decide how they go out.
    assert_eq!(
        readiness(&[("content/_defaults.yaml", "publsh: {mode: draft}\n".to_owned())]),
        both(false, false)
    );
    assert_eq!(readiness(&[("content/_defaults.yaml", "publish：mass\n".to_owned())]), both(false, false));
    assert_eq!(readiness(&[("qianfa.yaml", format!("{CONFIG}    min_gapp: 2h\n"))]), both(false, false));
    // Two articles with one uid are confused with each other.
    assert_eq!(readiness(&x(&ready("c", ""))), both(false, true));
}
