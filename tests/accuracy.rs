//! How many sentences the rules judge rightly: the labelled set of `tests/accuracy/`, by class and family.
//!
//! A file is a class. `## family | rules | front matter` opens a list: the rules (`*` at the end for all that begin so)
//! of which one must report each sentence below it, or `none`; the front matter in one line, keys apart by `;`, with
//! `title: true` for sentences that are titles. `\n` in a sentence is a line break. What the article would get around
//! any sentence, such as a missing approval number, is not counted.
//!
//! `cargo test --test suite accuracy:: -- --nocapture` prints the figures; `ACCURACY=write` before it renews
//! `docs/rules-accuracy.md`. `ACCURACY_DIR` names another folder of such files, whose figures are printed only, and
//! `ACCURACY_FRONT=bare` leaves the front matter out: what the sentences alone tell.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use qianfa::finding::Severity;
use qianfa::{rules, site};

use crate::support::site as sites;

/// What the figures are about: laws and the platform, not typography or files.
const FAMILIES: [&str; 10] = ["ad.", "cr.", "gov.", "pii.", "price.", "promo.", "sec.", "tm.", "uc.", "wx."];
const BEFORE: &str = "<!-- figures -->\n";
const AFTER: &str = "<!-- /figures -->";
/// A sentence that nothing can be said against.
const NEUTRAL: &str = "书架靠墙放着。";

struct Sample {
    class: String,
    family: String,
    rules: Vec<String>,
    front: String,
    text: String,
}

impl Sample {
    fn path(&self, index: usize) -> String {
        format!("content/{}{index}.md", self.class)
    }

    fn article(&self, uid: &str, text: &str) -> String {
        let titled = self.front.contains("title: true");
        let keys = self.front.replace("title: true", "").replace(';', "\n");
        let keys: Vec<_> = keys.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let first =
            if keys.contains(&"kind: ad") { "广告，由商家提供。" } else { "编辑部在二楼。" };
        let (title, text) = if titled { (text, NEUTRAL) } else { ("编辑部的一天", text) };
        let title = serde_json::to_string(title).unwrap();
        format!("---\nuid: {uid}\ntitle: {title}\n{}\n---\n{first}\n\n{text}\n", keys.join("\n"))
    }

    /// Whether the right thing was said.
    fn judged(&self, found: &BTreeSet<(String, Severity)>) -> bool {
        let least = if self.class.ends_with("other") { Severity::Info } else { Severity::Warning };
        let mut heard = found.iter().filter(|(_, severity)| *severity >= least);
        if self.rules == ["none"] {
            return heard.next().is_none();
        }
        heard.any(|(rule, _)| {
            self.rules.iter().any(|wanted| match wanted.strip_suffix('*') {
                Some(start) => rule.starts_with(start.trim_end_matches('.')),
                None => rule == wanted,
            })
        })
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accuracy")
}

/// The classes of a folder: its files, by name.
fn classes(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    let mut classes: Vec<_> =
        files.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    classes.sort();
    classes
}

fn samples(folder: &Path, class: &str) -> Vec<Sample> {
    let text = std::fs::read_to_string(folder.join(format!("{class}.md"))).unwrap();
    let bare = std::env::var("ACCURACY_FRONT").is_ok_and(|wish| wish == "bare");
    let mut samples = Vec::new();
    let mut head: Option<(String, Vec<String>, String)> = None;
    for line in text.lines() {
        if let Some(line) = line.strip_prefix("## ") {
            let mut parts = line.split(" | ");
            let mut part = || parts.next().unwrap_or_default().trim().to_owned();
            let (family, rules, mut front) = (part(), part(), part());
            if bare {
                front = if front.contains("title: true") { "title: true".to_owned() } else { String::new() };
            }
            head = Some((family, rules.split_whitespace().map(str::to_owned).collect(), front));
        } else if let Some(text) = line.strip_prefix("- ") {
            let (family, rules, front) = head.clone().unwrap();
            assert!(!rules.is_empty(), "{class}: {family} names no rule");
            let (class, text) = (class.to_owned(), text.replace("\\n", "\n"));
            samples.push(Sample { class, family, rules, front, text });
        }
    }
    samples
}

/// What is said about each sentence, without what is said of its article anyway.
fn judge(samples: &[Sample]) -> Vec<BTreeSet<(String, Severity)>> {
    let mut files = Vec::new();
    let mut frames: BTreeMap<&str, String> = BTreeMap::new();
    for (index, sample) in samples.iter().enumerate() {
        files.push((sample.path(index), sample.article(&format!("s{index}"), &sample.text)));
        if !frames.contains_key(sample.front.as_str()) {
            let uid = format!("frame{}", frames.len());
            let path = format!("content/{uid}.md");
            files.push((path.clone(), sample.article(&uid, NEUTRAL)));
            frames.insert(&sample.front, path);
        }
    }
    let tree = sites::tree(files);
    let loaded = site::load(&tree);
    let form = loaded.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let form: Vec<_> = form.map(sites::line).collect();
    assert!(form.is_empty(), "{form:#?}");
    let mut found: BTreeMap<String, BTreeSet<(String, Severity)>> = BTreeMap::new();
    for finding in rules::check(&loaded.site.unwrap(), &tree, None).findings.iter() {
        let rule = finding.rule.to_string();
        if FAMILIES.iter().any(|family| rule.starts_with(family)) && rule != "cr.similarity" {
            let path = finding.place.path().to_owned();
            found.entry(path).or_default().insert((rule, finding.severity));
        }
    }
    let of = |path: &str| found.get(path).cloned().unwrap_or_default();
    let own = samples.iter().enumerate().map(|(index, sample)| {
        let around = of(&frames[sample.front.as_str()]);
        of(&sample.path(index)).difference(&around).cloned().collect()
    });
    own.collect()
}

/// Right and all, by class and family; the family of a whole class is `全部`.
type Figures = BTreeMap<(String, String), (usize, usize)>;

#[expect(clippy::print_stdout, reason = "whoever tunes the rules runs this to read what is judged wrong")]
fn measure(folder: &Path) -> Figures {
    let mut figures = Figures::new();
    let mut wrong = String::new();
    for class in classes(folder) {
        let samples = samples(folder, &class);
        for (sample, found) in samples.iter().zip(judge(&samples)) {
            let right = sample.judged(&found);
            for family in ["全部", &sample.family] {
                let figure = figures.entry((class.clone(), family.to_owned())).or_default();
                figure.0 += usize::from(right);
                figure.1 += 1;
            }
            if !right {
                let said: Vec<_> = found.iter().map(|(rule, level)| format!("{rule}:{level}")).collect();
                let Sample { family, front, text, .. } = sample;
                writeln!(wrong, "{class} / {family} / {front} / {text:?} {}", said.join(" ")).unwrap();
            }
        }
    }
    println!("{}\n{wrong}", table(&figures));
    figures
}

fn table(figures: &Figures) -> String {
    let mut text = String::from("| 类 | 组 | 判对 | 共 | 占比 |\n| --- | --- | ---: | ---: | ---: |\n");
    for ((class, family), (right, all)) in figures {
        let share = right * 1000 / all;
        writeln!(text, "| {class} | {family} | {right} | {all} | {}.{} % |", share / 10, share % 10).unwrap();
    }
    text
}

/// The figures on the page.
fn recorded(page: &str) -> Figures {
    let rows = page.split(BEFORE).nth(1).and_then(|rest| rest.split(AFTER).next()).unwrap();
    let cells = rows.lines().skip(2).map(|row| row.split('|').map(str::trim).collect::<Vec<_>>());
    cells
        .filter(|cells| cells.len() > 4)
        .map(|cells| {
            let key = (cells[1].to_owned(), cells[2].to_owned());
            (key, (cells[3].parse().unwrap(), cells[4].parse().unwrap()))
        })
        .collect()
}

#[test]
fn no_figure_falls() {
    if let Ok(other) = std::env::var("ACCURACY_DIR") {
        measure(Path::new(&other));
        return;
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules-accuracy.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let figures = measure(&folder());
    if std::env::var("ACCURACY").is_ok_and(|wish| wish == "write") {
        let (before, rest) = page.split_once(BEFORE).unwrap();
        let (_, after) = rest.split_once(AFTER).unwrap();
        std::fs::write(&path, format!("{before}{BEFORE}{}{AFTER}{after}", table(&figures))).unwrap();
        return;
    }
    let known = recorded(&page);
    let sizes = |figures: &Figures| -> BTreeMap<_, _> {
        figures.iter().map(|(key, (_, all))| (key.clone(), *all)).collect()
    };
    assert_eq!(sizes(&known), sizes(&figures), "the set has changed: renew the page with ACCURACY=write");
    let fallen: Vec<_> = known.iter().filter(|(key, (right, _))| figures[*key].0 < *right).collect();
    assert!(fallen.is_empty(), "judged worse than docs/rules-accuracy.md says: {fallen:#?}");
}
