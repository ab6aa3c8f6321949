//! A build with a cache is a build: whatever happened between two of them, the folder and the findings are those of a
//! build without one, and what did not change is not made again.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use proptest::prelude::*;
use qianfa::base::digest::Digest;
use qianfa::base::message::Lang;
use qianfa::preview::build::{Address, Order, Outcome, build};
use qianfa::source::tree::WorkTree;

use super::png;
use crate::support::program::{finish, folder, qianfa, run};

/// A site in a folder of its own, beside it the builds.
struct Place {
    around: tempfile::TempDir,
    /// What the ledgers know.
    addresses: Mutex<Vec<Address>>,
}

impl Place {
    /// Five articles: two of one edition, two that share a picture, one outside all columns.
    fn new() -> Self {
        let around = tempfile::tempdir().unwrap();
        let place = Self { around, addresses: Mutex::default() };
        let config = crate::support::site::CONFIG;
        place.write("qianfa.yaml", config);
        place.write("content/甲/_defaults.yaml", "author: 编辑部\n");
        place.write(
            "content/甲/一/index.md",
            article("aaaaaaaa", "publish: {edition: 合集, order: 1}\n", "![图](图.png)"),
        );
        place.write(
            "content/甲/二/index.md",
            article("bbbbbbbb", "publish: {edition: 合集, order: 2}\n", "二"),
        );
        place.write("content/甲/三.md", article("cccccccc", "", "![图](一/图.png)[^1]"));
        place.write(
            "content/乙/四/index.md",
            article("dddddddd", "cover: {image: 封面.png}\n", "四\n\n```rust\nfn a() {}\n```"),
        );
        place.write("content/五.md", article("eeeeeeee", "", "五<iframe>"));
        place.write("content/甲/一/图.png", png(40, 30));
        place.write("content/乙/四/封面.png", png(90, 38));
        place
    }

    fn root(&self) -> PathBuf {
        self.around.path().join("site")
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    fn run(&self, target: &str, cache: bool, basis: &str) -> Outcome {
        let order = Order {
            tree: Arc::new(WorkTree::new(self.root()).unwrap()),
            target: &self.around.path().join(target),
            lang: Lang::Zh,
            cache: cache.then(|| self.around.path().join("kept")),
            fresh: false,
            fonts: &|_| Arc::default(),
            addresses: &|_, _| self.addresses.lock().unwrap().clone(),
            basis: Digest::of(basis),
        };
        build(&order).unwrap()
    }

    /// Builds with the cache and proves that a build without one is the same.
    fn build(&self) -> Outcome {
        let cached = self.run("dist", true, "");
        let _ = fs::remove_dir_all(self.around.path().join("fresh"));
        let fresh = self.run("fresh", false, "");
        let said = |outcome: &Outcome| -> Vec<String> {
            let said = outcome.findings.iter();
            said.map(|one| {
                format!("{} {:?} {} {}", one.place.path(), one.place.range(), one.rule, one.message)
            })
            .collect()
        };
        assert_eq!(said(&cached), said(&fresh));
        let counts = |outcome: &Outcome| outcome.built.map(|built| (built.articles, built.pictures));
        assert_eq!(counts(&cached), counts(&fresh));
        if fresh.built.is_some() {
            let (cached, fresh) = (self.files("dist"), self.files("fresh"));
            assert!(cached.keys().eq(fresh.keys()), "{:?}\n{:?}", cached.keys(), fresh.keys());
            for (path, bytes) in &cached {
                assert!(
                    fresh[path] == *bytes,
                    "{path} differs:\n{}\n{}",
                    String::from_utf8_lossy(bytes),
                    String::from_utf8_lossy(&fresh[path])
                );
            }
        }
        cached
    }

    /// How many articles the next build renders, once the stamps of what is there are old enough to be proof.
    fn rendered_after(&self, change: impl FnOnce(&Self)) -> usize {
        for _ in 0..200 {
            if self.run("dist", true, "").built.unwrap().rendered == 0 {
                break;
            }
        }
        change(self);
        self.build().built.unwrap().rendered
    }

    fn files(&self, target: &str) -> BTreeMap<String, Vec<u8>> {
        let root = self.around.path().join(target);
        let found = walkdir::WalkDir::new(&root).into_iter().map(Result::unwrap);
        found
            .filter(|entry| entry.path() != root)
            .map(|entry| {
                let path = entry.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
                let bytes =
                    if entry.file_type().is_dir() { Vec::new() } else { fs::read(entry.path()).unwrap() };
                (path, bytes)
            })
            .collect()
    }
}

fn article(uid: &str, more: &str, body: &str) -> String {
    format!("---\nuid: {uid}\ntitle: 题 {uid}\n{more}---\n{body}\n")
}

#[test]
fn nothing_changed_and_nothing_is_made() {
    let place = Place::new();
    assert_eq!(place.build().built.unwrap().rendered, 5);
    assert_eq!(place.rendered_after(|_| ()), 0);
    assert_eq!(place.run("dist", true, "").built.unwrap().written, 0);
}

#[test]
fn one_edit_makes_what_it_concerns() {
    let place = Place::new();
    let edit = |path: &'static str, text: String| move |place: &Place| place.write(path, text);
    assert_eq!(place.rendered_after(edit("content/五.md", article("eeeeeeee", "", "六"))), 1);
    // Two of one edition are judged together.
    let joined = article("aaaaaaaa", "publish: {edition: 合集, order: 1}\n", "![图](图.png) 改");
    assert_eq!(place.rendered_after(edit("content/甲/一/index.md", joined)), 2);
    // A picture that two articles show, and the edition of one of them.
    assert_eq!(place.rendered_after(|place| place.write("content/甲/一/图.png", png(41, 30))), 3);
    assert_eq!(place.rendered_after(|place| place.write("content/甲/_defaults.yaml", "author: 另一位\n")), 3);
    assert_eq!(
        place.rendered_after(|place| place.write("desk/columns.yaml", "columns:\n  - {id: n, name: 手记}\n")),
        0
    );
    assert_eq!(
        place.rendered_after(|place| place.write("content/乙/六/index.md", article("ffffffff", "", "新"))),
        1
    );
    assert_eq!(place.rendered_after(|place| fs::remove_file(place.path("content/五.md")).unwrap()), 0);
    assert_eq!(
        place.rendered_after(
            |place| fs::rename(place.path("content/乙/六"), place.path("content/乙/七")).unwrap()
        ),
        1
    );
    // What is read by everything makes everything.
    assert_eq!(
        place.rendered_after(|place| place.write("layouts/themes/own/article.css", "p { color: #333 }")),
        5
    );
    let config = crate::support::site::CONFIG.to_owned() + "# 注\n";
    assert_eq!(place.rendered_after(|place| place.write("qianfa.yaml", config)), 5);
}

#[test]
fn a_touched_file_is_looked_at_and_nothing_is_written() {
    let place = Place::new();
    place.rendered_after(|_| ());
    let file = fs::File::options().write(true).open(place.path("content/五.md")).unwrap();
    file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1)).unwrap();
    drop(file);
    let built = place.build().built.unwrap();
    assert_eq!((built.rendered, built.written), (1, 0));
}

#[test]
fn a_clock_that_goes_back_hides_nothing() {
    let place = Place::new();
    let set = |place: &Place, text: &str, time: SystemTime| {
        place.write("content/五.md", text);
        fs::File::options()
            .write(true)
            .open(place.path("content/五.md"))
            .unwrap()
            .set_modified(time)
            .unwrap();
    };
    let future = SystemTime::now() + Duration::from_secs(86_400);
    set(&place, &article("eeeeeeee", "", "甲"), future);
    place.build();
    set(&place, &article("eeeeeeee", "", "乙"), future);
    place.build();
    set(&place, &article("eeeeeeee", "", "丙"), SystemTime::UNIX_EPOCH);
    place.build();
    assert!(String::from_utf8(place.files("dist")["fragments/五.html"].clone()).unwrap().contains('丙'));
}

#[test]
fn another_program_makes_everything() {
    let place = Place::new();
    place.rendered_after(|_| ());
    assert_eq!(place.run("dist", true, "another").built.unwrap().rendered, 5);
}

#[test]
fn a_damaged_cache_is_none() {
    let place = Place::new();
    place.rendered_after(|_| ());
    let kept = place.around.path().join("kept");
    let names: Vec<PathBuf> = fs::read_dir(&kept).unwrap().map(|entry| entry.unwrap().path()).collect();
    for path in
        names.iter().filter(|path| path.extension().is_some_and(|end| end == "index" || end == "records"))
    {
        let whole = fs::read(path).unwrap();
        let mut flipped = whole.clone();
        *flipped.last_mut().unwrap() ^= 1;
        for bytes in
            [flipped, whole[..whole.len() / 2].to_vec(), b"qianfa build cache 1\n".to_vec(), Vec::new()]
        {
            fs::write(path, bytes).unwrap();
            place.write("content/五.md", article("eeeeeeee", "", "变"));
            assert_eq!(place.build().built.unwrap().rendered, 5, "{}", path.display());
            place.rendered_after(|_| ());
        }
    }
    fs::remove_dir_all(kept).unwrap();
    assert_eq!(place.build().built.unwrap().rendered, 5);
}

#[test]
fn what_somebody_did_to_the_build_is_mended() {
    let place = Place::new();
    let page = || place.around.path().join("dist/articles/五.html");
    let harms: [&dyn Fn(); 4] = [
        &|| fs::write(page(), "别的").unwrap(),
        &|| fs::remove_file(page()).unwrap(),
        &|| fs::write(place.around.path().join("dist/articles/left"), "x").unwrap(),
        &|| fs::remove_dir_all(place.around.path().join("dist")).unwrap(),
    ];
    for harm in harms {
        assert_eq!(place.rendered_after(|_| harm()), 5);
    }
}

#[test]
fn builds_at_the_same_time_wait_for_each_other() {
    let place = Place::new();
    fs::create_dir(place.path("content/丙")).unwrap();
    std::thread::scope(|scope| {
        for turn in 0..4 {
            let place = &place;
            scope.spawn(move || {
                // Moved there whole: another build may be reading.
                place.write(&format!("../{turn}.md"), article(&format!("zzzzzzz{turn}"), "", "丙"));
                let path = place.path(&format!("content/丙/{turn}.md"));
                fs::rename(place.path(&format!("../{turn}.md")), path).unwrap();
                assert!(place.run("dist", true, "").built.is_some());
            });
        }
    });
    assert_eq!(place.build().built.unwrap().articles, 9);
}

#[cfg(unix)]
#[test]
fn a_site_that_cannot_keep_anything_is_built_all_the_same() {
    let place = Place::new();
    place.write("../kept", "no folder");
    assert_eq!(place.build().built.unwrap().rendered, 5);
    assert_eq!(place.build().built.unwrap().rendered, 5);
}

#[test]
fn the_program_says_again_what_there_is_to_say() {
    let site = folder(&[("content/甲.md", "---\ntitle: 题\n---\n甲<iframe>乙[^1]\n")]);
    let first = run(site.path(), &["build"]);
    assert_eq!(first.code, 0, "{}", first.err);
    assert!(first.err.contains("content/甲.md:4:"), "{}", first.err);
    let again = run(site.path(), &["build"]);
    assert_eq!((again.out, again.err), (first.out, first.err));
    assert_eq!(fs::read_to_string(site.path().join(".qianfa/.gitignore")).unwrap(), "*\n");
    let fresh = run(site.path(), &["build", "--fresh"]);
    assert_eq!(fresh.code, 0);
}

/// One site, any number of threads, any surroundings: one result, in which nothing tells where it was made.
#[test]
fn every_machine_builds_the_same() {
    let place = Place::new();
    for at in 0..40 {
        let text = article(
            &format!("many{at:04}"),
            "",
            &format!("第 {at} 篇[链接](https://a.cn/{at})。\n\n```py\nx = {at}\n```"),
        );
        place.write(&format!("content/多/{at}.md"), text);
    }
    let home = place.around.path().join("home");
    fs::create_dir(&home).unwrap();
    let surroundings = [
        ("1", "UTC", "C", place.root()),
        ("2", "America/New_York", "zh_CN.UTF-8", home.clone()),
        ("8", "Asia/Kathmandu", "tr_TR.UTF-8", place.path("content/甲")),
    ];
    let mut first: Option<BTreeMap<String, Vec<u8>>> = None;
    for (threads, zone, language, here) in surroundings {
        let out = place.around.path().join(threads);
        let (site, out) = (place.root(), out.to_str().unwrap().to_owned());
        let mut command =
            qianfa(&here, &["--site", site.to_str().unwrap(), "build", "--fresh", "--out", &out]);
        command
            .env("RAYON_NUM_THREADS", threads)
            .env("TZ", zone)
            .env("LANG", language)
            .env("LC_ALL", language);
        let ran = finish(command.env("HOME", &home).env("XDG_CONFIG_HOME", &home));
        assert_eq!(ran.code, 0, "{}", ran.err);
        let files = place.files(threads);
        let around = place.around.path().to_str().unwrap();
        for (path, bytes) in &files {
            assert!(!String::from_utf8_lossy(bytes).contains(around), "{path}");
        }
        assert!(files.len() > 80);
        assert!(
            first.get_or_insert_with(|| files.clone()) == &files,
            "{threads} threads, {zone}, {language}"
        );
    }
}

/// What may happen to a site between two builds.
#[derive(Debug, Clone)]
enum Edit {
    Write(usize, usize, usize),
    Delete(usize),
    Move(usize, usize),
    Picture(usize, u32),
    Defaults(usize, usize),
    Columns(bool),
    Theme(bool),
    Zone(bool),
}

const PATHS: [&str; 7] = [
    "content/甲/一/index.md",
    "content/甲/二/index.md",
    "content/甲/三.md",
    "content/乙/四/index.md",
    "content/五.md",
    "content/乙/index.md",
    "content/甲/一/里.md",
];
const HEADS: [&str; 6] = [
    "uid: aaaaaaaa\n",
    "uid: bbbbbbbb\npublish: {edition: 合集}\n",
    "publish: {edition: 合集, order: 1, at: 2027-01-02 20:00}\n",
    "cover: {image: 图.png}\ncolumn: 手记\n",
    "uid: 合集\n",
    "theme: own\nformat: pictures\n",
];
const BODIES: [&str; 4] = ["甲", "![图](图.png)", "![图](../图.png)\n\n乙<iframe>", "**重：**点[^1]"];
const PICTURES: [&str; 3] = ["content/甲/一/图.png", "content/甲/图.png", "content/图.png"];

impl Edit {
    fn apply(&self, place: &Place) {
        match *self {
            Self::Write(path, head, body) => {
                place.write(PATHS[path], format!("---\ntitle: 题\n{}---\n{}\n", HEADS[head], BODIES[body]));
            }
            Self::Delete(path) => drop(fs::remove_file(place.path(PATHS[path]))),
            Self::Move(from, to) => {
                fs::create_dir_all(place.path(PATHS[to]).parent().unwrap()).unwrap();
                let _ = fs::rename(place.path(PATHS[from]), place.path(PATHS[to]));
            }
            Self::Picture(path, 0) => drop(fs::remove_file(place.path(PICTURES[path]))),
            Self::Picture(path, size) => place.write(PICTURES[path], png(size * 10, 30)),
            Self::Defaults(folder, author) => {
                let folder = ["content", "content/甲", "content/甲/一"][folder];
                place.write(&format!("{folder}/_defaults.yaml"), format!("author: 作者{author}\n"));
            }
            Self::Columns(there) => {
                let name = if there { "手记" } else { "别的" };
                place.write("desk/columns.yaml", format!("columns:\n  - {{id: n, name: {name}}}\n"));
            }
            Self::Theme(dark) => {
                let color = if dark { "#222" } else { "#333" };
                place.write("layouts/themes/own/article.css", format!("p {{ color: {color} }}"));
            }
            Self::Zone(utc) => {
                let config = crate::support::site::CONFIG;
                let other = config.replace("Asia/Shanghai", "UTC");
                place.write("qianfa.yaml", if utc { &other } else { config });
            }
        }
    }
}

fn edit() -> impl Strategy<Value = Edit> {
    let path = 0..PATHS.len();
    prop_oneof![
        6 => (path.clone(), 0..HEADS.len(), 0..BODIES.len()).prop_map(|(path, head, body)| Edit::Write(path, head, body)),
        2 => path.clone().prop_map(Edit::Delete),
        2 => (path.clone(), path).prop_map(|(from, to)| Edit::Move(from, to)),
        3 => (0..PICTURES.len(), 0..4u32).prop_map(|(path, size)| Edit::Picture(path, size)),
        1 => (0..3usize, 0..2usize).prop_map(|(folder, author)| Edit::Defaults(folder, author)),
        1 => any::<bool>().prop_map(Edit::Columns),
        1 => any::<bool>().prop_map(Edit::Theme),
        1 => any::<bool>().prop_map(Edit::Zone),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_edited_a_build_with_a_cache_is_one_without(
        turns in prop::collection::vec(prop::collection::vec(edit(), 1..3), 1..10)
    ) {
        let place = Place::new();
        for picture in PICTURES {
            place.write(picture, png(20, 20));
        }
        place.write("layouts/themes/own/article.css", "p { color: #444 }");
        place.build();
        for edits in turns {
            edits.iter().for_each(|edit| edit.apply(&place));
            place.build();
        }
    }
}

/// The targets of other sites and other folders have caches of their own.
#[test]
fn each_target_has_its_own_cache() {
    let place = Place::new();
    place.rendered_after(|_| ());
    assert_eq!(place.run("other", true, "").built.unwrap().rendered, 5);
    assert_eq!(place.run("dist", true, "").built.unwrap().rendered, 0);
    assert!(Path::new(&place.around.path().join("other/manifest.json")).exists());
}

#[test]
fn an_article_is_made_again_when_one_that_it_links_to_has_another_title_or_address() {
    let place = Place::new();
    let titled = |title: &str| format!("---\nuid: ffffffff\ntitle: {title}\n---\n\n正文\n");
    place.write("content/甲/六.md", titled("旧题"));
    place.write("content/五.md", article("eeeeeeee", "", "见[[六]]。"));
    let shown =
        |place: &Place| fs::read_to_string(place.around.path().join("dist/fragments/五.html")).unwrap();
    let first = place.build();
    assert!(first.findings.iter().any(|one| one.rule == "link.unpublished"));
    assert!(shown(&place).contains("见旧题。"));
    let after = place.rendered_after(|place| place.write("content/甲/六.md", titled("新题")));
    assert_eq!(after, 2, "the article and the one that links to it");
    assert!(shown(&place).contains("新题"));
    let url = "https://mp.weixin.qq.com/s/abcdefghijklmnopqrstuv";
    let after = place.rendered_after(|place| {
        let [account, edition] = ["main", "ffffffff"].map(str::to_owned);
        place.addresses.lock().unwrap().push(Address { account, edition, place: 0, url: url.to_owned() });
    });
    assert_eq!(after, 1, "only the one that links");
    assert!(shown(&place).contains(url));
    assert_eq!(
        place.rendered_after(|place| place.write("content/甲/三.md", article("cccccccc", "", "三"))),
        1
    );
    assert_eq!(place.rendered_after(|_| {}), 0);
}
