//! A check that remembers is a check: whatever happened between two of them, it says what one without a memory says, and
//! what did not change is not looked at again.

use std::fs;
use std::path::PathBuf;

use jiff::Timestamp;
use proptest::prelude::*;
use qianfa::base::digest::Digest;
use qianfa::finding::{Finding, Label, Place as Spot};
use qianfa::rules::{self, Keeper, Outcome};
use qianfa::site::load;
use qianfa::source::tree::{OverlayTree, ReadTree, Tree, WorkTree};

use crate::support::program::{folder, run};
use crate::support::site::{CONFIG, article};

/// A site on disk, beside it what is kept.
struct Place {
    around: tempfile::TempDir,
    now: Timestamp,
    program: &'static str,
}

const LINKING: &str = "content/甲/链.md";
const LINKED: &str = "content/甲/一/index.md";
const SALE: &str = "content/乙/促销.md";
const PLAIN: &str = "content/乙/平.md";

impl Place {
    fn new() -> Self {
        let around = tempfile::tempdir().unwrap();
        let place = Self { around, now: "2026-11-20T04:00:00Z".parse().unwrap(), program: "one" };
        place.write("qianfa.yaml", CONFIG);
        place.write("content/甲/_defaults.yaml", "author: 编辑部\n");
        place.write(LINKED, titled("冬至吃什么", "![汤](汤.png)\n\n图片来自网络。\n"));
        place
            .write(LINKING, article("link0001", "", "见[[冬至吃什么]]，还有[菜单](../../docs/菜单.pdf)。\n"));
        place.write(SALE, article("sale0001", "kind: ad\ncampaign: winter", "本店最佳的热饮，全国第一。\n"));
        place.write(PLAIN, article("plain001", "", "天冷了，喝一碗热汤。\n\n订位找老板 13912345678。\n"));
        place.write("content/甲/一/汤.png", [0x89, b'P', b'N', b'G']);
        place.write("campaigns/winter.yaml", CAMPAIGN);
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

    fn remove(&self, path: &str) {
        let _ = fs::remove_file(self.root().join(path));
    }

    fn keeper(&self) -> Keeper {
        Keeper::open(&self.around.path().join("kept"), Digest::of(self.program)).unwrap()
    }

    fn kept(&self) -> Vec<u8> {
        fs::read(self.around.path().join("kept/check")).unwrap_or_default()
    }

    /// Checks with what `keeper` remembers.
    fn remembering(&self, tree: &dyn Tree, keeper: &Keeper) -> Outcome {
        let read = ReadTree::new(tree);
        let site = load(&read).site.unwrap();
        rules::check_kept(&site, &read, Some(self.now), keeper)
    }

    /// Checks with the memory, proves that a check without one says the same, and gives how many articles were looked at.
    fn check(&self) -> usize {
        let tree = WorkTree::new(self.root()).unwrap();
        let remembered = self.remembering(&tree, &self.keeper());
        let anew = rules::check(&load(&tree).site.unwrap(), &tree, Some(self.now));
        assert_eq!(said(&remembered), said(&anew));
        remembered.looked
    }

    /// How many articles are looked at after `change`, once the stamps of what is there are old enough to be proof.
    fn looked_after(&self, change: impl FnOnce(&Self)) -> usize {
        for _ in 0..200 {
            if self.check() == 0 {
                break;
            }
        }
        change(self);
        self.check()
    }
}

const CAMPAIGN: &str = "id: winter\ntitle: 冬季活动\nstatus: draft\n";

fn titled(title: &str, body: &str) -> String {
    format!("---\nuid: linked01\ntitle: {title}\n---\n\n{body}")
}

/// Everything that a check says, in its order.
fn said(outcome: &Outcome) -> Vec<String> {
    let spot = |place: &Spot| format!("{} {:?} {:?}", place.path(), place.range(), place.file().text());
    let label = |label: &Label| format!("{} {:?}", spot(&label.place), label.message);
    let finding = |finding: &Finding| {
        format!(
            "{} {} {} {:?} {:?} {:?} {:?} {:?} {:?} {} {:?} {}",
            finding.rule,
            finding.severity,
            spot(&finding.place),
            finding.message,
            finding.basis,
            finding.help,
            finding.fix.as_ref().map(|fix| (spot(&fix.place), &fix.replacement)),
            finding.labels.iter().map(label).collect::<Vec<_>>(),
            finding.because.as_ref().map(label),
            finding.masked,
            finding.answer,
            finding.occurrence
        )
    };
    outcome.findings.iter().map(finding).chain(outcome.masks.iter().map(spot)).collect()
}

#[test]
fn what_did_not_change_is_not_looked_at_again() {
    let place = Place::new();
    assert_eq!(place.check(), 4);
    assert_eq!(place.looked_after(|_| ()), 0);
    let kept = place.kept();
    assert_eq!(
        place.looked_after(|place| place.write(PLAIN, article("plain001", "", "全国第一的汤。\n"))),
        1
    );
    assert_ne!(place.kept(), kept);
    // A new title concerns the article, and the one that links to others.
    assert_eq!(place.looked_after(|place| place.write(LINKED, titled("冬至", "汤\n"))), 2);
    // Only one article shows the picture.
    let picture = |place: &Place| place.write("content/甲/一/汤.png", [0x89, b'P', b'N', b'G', 0]);
    assert_eq!(place.looked_after(picture), 1);
    // A linked file outside the site's folders.
    assert_eq!(place.looked_after(|place| place.write("docs/菜单.pdf", "x")), 1);
    // What a time stamp says alone decides about pictures; text is known by its bytes.
    let touch = |place: &Place| {
        let text = fs::read(place.root().join(PLAIN)).unwrap();
        place.remove(PLAIN);
        place.write(PLAIN, text);
    };
    assert_eq!(place.looked_after(touch), 0);
}

type Change<'c> = &'c dyn Fn(&mut Place);

#[test]
fn what_concerns_all_makes_all_be_looked_at() {
    let changes: [(&str, Change<'_>); 9] = [
        ("settings", &|place| place.write("qianfa.yaml", CONFIG.to_owned() + "# 注\n")),
        ("defaults", &|place| place.write("content/甲/_defaults.yaml", "kind: ad\n")),
        ("own words", &|place| {
            place.write(
                "policy/rules/own.yaml",
                "terms:\n  - {rule: own.term, title: 词, words: words.txt}\n",
            );
            place.write("policy/rules/words.txt", "热汤\n");
        }),
        ("words of the list", &|place| place.write("policy/rules/words.txt", "天冷\n")),
        ("a plan", &|place| place.write("campaigns/winter.yaml", CAMPAIGN.replace("冬季活动", "冬天"))),
        ("columns", &|place| place.write("desk/columns.yaml", "columns:\n  - {id: n, name: 手记}\n")),
        ("a new file", &|place| place.write("content/乙/新.png", "x")),
        ("the day", &|place| place.now = "2026-11-21T04:00:00Z".parse().unwrap()),
        ("the program", &|place| place.program = "two"),
    ];
    let mut place = Place::new();
    for (what, change) in changes {
        place.looked_after(|_| ());
        change(&mut place);
        assert_eq!(place.check(), 4, "{what}");
    }
    // An hour later is the same day.
    place.looked_after(|_| ());
    place.now = "2026-11-21T05:00:00Z".parse().unwrap();
    assert_eq!(place.check(), 0);
}

#[test]
fn a_damaged_memory_is_none() {
    let place = Place::new();
    place.looked_after(|_| ());
    let path = place.around.path().join("kept/check");
    let whole = place.kept();
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 1;
    for bytes in [flipped, whole[..whole.len() / 2].to_vec(), b"qianfa check 0\n".to_vec(), Vec::new()] {
        fs::write(&path, bytes).unwrap();
        assert_eq!(place.check(), 4);
        place.looked_after(|_| ());
    }
}

#[test]
fn what_an_editor_holds_is_looked_at_and_not_kept() {
    let place = Place::new();
    place.looked_after(|_| ());
    let kept = place.kept();
    let work = WorkTree::new(place.root()).unwrap();
    let tree = OverlayTree::new(&work, PLAIN, article("plain001", "", "全国第一的汤。\n")).unwrap();
    let outcome = place.remembering(&tree, &place.keeper().passing());
    assert_eq!(outcome.looked, 1);
    let anew = rules::check(&load(&tree).site.unwrap(), &tree, Some(place.now));
    assert_eq!(said(&outcome), said(&anew));
    assert_eq!(place.kept(), kept);
    assert_eq!(place.check(), 0);
    // A fresh run looks at everything, and is remembered.
    assert_eq!(place.remembering(&work, &place.keeper().fresh()).looked, 4);
}

#[test]
fn the_program_says_again_what_there_is_to_say() {
    let site = folder(&[
        ("content/甲.md", &article("a1", "kind: ad", "本店最佳。\n\n订位找 13912345678。\n")),
        ("content/乙.md", &article("b1", "", "<!-- qianfa-ignore cr.phrase: 说明来历 -->\n图片来自网络。\n")),
    ]);
    let first = run(site.path(), &["check", "--level", "info"]);
    assert_eq!(first.code, 3, "{}", first.err);
    let again = run(site.path(), &["check", "--level", "info"]);
    assert_eq!((&again.out, &again.err), (&first.out, &first.err));
    let fresh = run(site.path(), &["check", "--level", "info", "--fresh"]);
    assert_eq!((fresh.out, fresh.err), (first.out, first.err));
    assert_eq!(fs::read_to_string(site.path().join(".qianfa/.gitignore")).unwrap(), "*\n");
    // Where nothing can be kept, a check is a check.
    fs::remove_dir_all(site.path().join(".qianfa")).unwrap();
    fs::write(site.path().join(".qianfa"), "no folder").unwrap();
    assert_eq!(run(site.path(), &["check", "--level", "info"]).out, again.out);
}

/// What comes with the repository was written by whoever wrote that.
#[test]
fn a_memory_that_somebody_committed_is_none() {
    let site = folder(&[("content/甲.md", &article("a1", "kind: ad", "本店最佳。\n"))]);
    let git = |args: &[&str]| {
        let done = std::process::Command::new("git").args(args).current_dir(site.path()).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    let kept = site.path().join(".qianfa/check");
    git(&["init", "-q"]);
    assert_eq!(run(site.path(), &["check"]).code, 3);
    let memory = fs::read(&kept).unwrap();
    fs::write(site.path().join("content/甲.md"), article("a1", "", "冬至。\n")).unwrap();
    assert_eq!(run(site.path(), &["check"]).code, 0);
    assert_ne!(fs::read(&kept).unwrap(), memory);
    let memory = fs::read(&kept).unwrap();
    git(&["add", "-f", ".qianfa/check"]);
    fs::write(site.path().join("content/甲.md"), article("a1", "kind: ad", "本店最佳。\n")).unwrap();
    assert_eq!(run(site.path(), &["check"]).code, 3);
    assert_eq!(fs::read(&kept).unwrap(), memory, "neither read nor written");
}

/// What may happen between two checks.
#[derive(Debug, Clone)]
enum Edit {
    Write(usize, usize, usize),
    Remove(usize),
    Move(usize, usize),
    Picture(usize),
    File(usize, bool),
    Day(i8),
}

const PATHS: [&str; 5] = [LINKING, LINKED, SALE, PLAIN, "content/乙/二/index.md"];
const HEADS: [&str; 6] = [
    "uid: aaaaaaaa\ntitle: 题一\n",
    "title: 全国第一\nkind: ad\nindustry: [food]\n",
    "title: 冬至\ncampaign: winter\nai: assisted\n",
    "uid: aaaaaaaa\ntitle: 题二\npublish: {at: 2026-11-20 20:00}\n",
    "title: 题\nsuppress:\n  - {rule: ad.absolute, reason: 引用, until: 2026-11-20}\n",
    "title: 题\nrights: {text: reprint}\nevidence: [{claim: 第一, issuer: 甲, date: 2025-01-01}]\n",
];
const BODIES: [&str; 6] = [
    "本店最佳，全国第一。冬至当天免费送汤。",
    "[[题一]]和[[冬至]]，[[不在]]。[文](促销.md)[档](../../docs/档.pdf)",
    "![汤](汤.png)\n\n图片来自网络。![](/content/甲/汤.png)",
    "<!-- qianfa-ignore ad.absolute: 引用反例 -->\n> 全国第一\n\n电话 13912345678。",
    "加微信 wxid_abc123 领红包，转发到朋友圈集赞 20 个。",
    "李白医院的张三丰昨天说，，这里里的汤最好喝。",
];
const FILES: [(&str, &str); 8] = [
    ("content/_defaults.yaml", "kind: ad\n"),
    ("content/甲/_defaults.yaml", "author: 张三丰\n"),
    ("policy/rules/own.yaml", "terms:\n  - {rule: own.term, title: 词, words: [热汤, 免费]}\n"),
    ("policy/approvals.yaml", "rules: []\n"),
    ("desk/columns.yaml", "columns:\n  - {id: n, name: 手记}\n"),
    ("campaigns/winter.yaml", "id: winter\ntitle: 冬季\nstatus: draft\nkind: promotion\n"),
    ("docs/档.pdf", "x"),
    ("content/甲/rights.yaml", "[]\n"),
];
const PICTURES: [&str; 2] = ["content/甲/汤.png", "content/甲/一/汤.png"];

impl Edit {
    fn apply(&self, place: &mut Place) {
        match *self {
            Self::Write(path, head, body) => {
                place.write(PATHS[path], format!("---\n{}---\n{}\n", HEADS[head], BODIES[body]));
            }
            Self::Remove(path) => place.remove(PATHS[path]),
            Self::Move(from, to) => {
                let to = place.root().join(PATHS[to]);
                fs::create_dir_all(to.parent().unwrap()).unwrap();
                let _ = fs::rename(place.root().join(PATHS[from]), to);
            }
            Self::Picture(path) if fs::exists(place.root().join(PICTURES[path])).unwrap() => {
                place.remove(PICTURES[path]);
            }
            Self::Picture(path) => place.write(PICTURES[path], "GIF89a"),
            Self::File(file, true) => place.write(FILES[file].0, FILES[file].1),
            Self::File(file, false) => place.remove(FILES[file].0),
            Self::Day(hours) => place.now += jiff::SignedDuration::from_hours(i64::from(hours)),
        }
    }
}

fn edit() -> impl Strategy<Value = Edit> {
    let path = 0..PATHS.len();
    prop_oneof![
        6 => (path.clone(), 0..HEADS.len(), 0..BODIES.len()).prop_map(|(path, head, body)| Edit::Write(path, head, body)),
        1 => path.clone().prop_map(Edit::Remove),
        1 => (path.clone(), path).prop_map(|(from, to)| Edit::Move(from, to)),
        2 => (0..PICTURES.len()).prop_map(Edit::Picture),
        3 => (0..FILES.len(), any::<bool>()).prop_map(|(file, there)| Edit::File(file, there)),
        1 => (-30i8..30).prop_map(Edit::Day),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_edited_a_check_that_remembers_is_one_that_does_not(
        turns in prop::collection::vec(prop::collection::vec(edit(), 1..3), 1..10)
    ) {
        let mut place = Place::new();
        place.check();
        for edits in turns {
            edits.iter().for_each(|edit| edit.apply(&mut place));
            place.check();
        }
    }
}
