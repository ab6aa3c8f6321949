//! How the weights are learnt: support vectors over the labelled sentences of `tests/accuracy/`, a machine for each rule
//! and one for whether a sentence violates anything. `PREPARE=write cargo test --lib rules::classifier` writes `model.bin`;
//! `HOLD=u,r cargo test --lib rules::classifier -- --nocapture` tells what it finds of those batches, learnt from the others.
//!
//! Dual coordinate descent for a squared hinge (Hsieh and others, ICML 2008), in an order that is always the same.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use rayon::prelude::*;

use super::features::{Feature, features};
use super::model::{BITS, GROUP, Kind, Model, SCALE, UNIT};
use super::{SUSPICION, THRESHOLD, kind};
use crate::base::digest::Digest;
use crate::finding::Severity;
use crate::rules;
use crate::rules::context::Context;
use crate::rules::document::{Document, Subject};
use crate::rules::policy::Policy;
use crate::site;
use crate::source::tree::MemoryTree;

/// Rules that look at numbers, names, records, sources or conditions: characters alone say nothing about these.
const EXACT: &[&str] = &[
    "ad.absolute.evidence",
    "ad.citation",
    "ad.identify",
    "ad.link",
    "ad.review-number",
    "ad.unclear",
    "cr.font",
    "cr.similarity",
    "gov.language",
    "gov.minor-identity",
    "gov.territory",
    "price.compare",
    "price.currency",
    "promo.condition",
    "promo.prize.limit",
    "sec.credential",
    "sec.unreleased-figure",
    "tm.well-known",
    "uc.fake-stock",
];

/// Sentences that a rule must have to be learnt.
const LEAST: usize = 15;
/// How much a wrong positive costs beside a wrong negative, for single rules.
const POSITIVE: f64 = 3.0;
/// How much a wrong negative costs beside a wrong positive, for whether anything is wrong.
const NEGATIVE: f64 = 2.0;
/// What the sort of document counts beside its words.
const KIND: f64 = 0.5;
/// Weights nearer to nought than this many units are left out.
const PRUNED: i32 = 7;
const ROUNDS: usize = 60;

const SITE: &str = "version: 1\nname: 站点\nzone: Asia/Shanghai\nlanguage: zh\naccounts:\n  main: {title: 站点, kind: service, verified: true, appid_env: A, secret_env: B}\n";
const TITLE: &str = "编辑部的一天";
const NEUTRAL: &str = "书架靠墙放着。";

/// A labelled sentence.
struct Sample {
    batch: String,
    class: String,
    /// Rules of which one should report it; empty for innocent ones.
    rules: Vec<String>,
    innocent: bool,
    front: String,
    text: String,
}

/// The sentences that are learnt from, in the order of their files. Disguises are the packs' business.
fn samples() -> Vec<Sample> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accuracy");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut samples = Vec::new();
    for path in paths {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let (batch, class) = name.rsplit_once('-').unwrap_or(("first", &name));
        if matches!(class, "disguised" | "other") {
            continue;
        }
        let mut head = (Vec::new(), String::new());
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            if let Some(line) = line.strip_prefix("## ") {
                let mut parts = line.split(" | ").skip(1).map(str::to_owned);
                let rules = parts.next().unwrap_or_default().split_whitespace().map(str::to_owned).collect();
                head = (rules, parts.next().unwrap_or_default());
            } else if let Some(text) = line.strip_prefix("- ") {
                let ((rules, front), text) = (head.clone(), text.replace("\\n", "\n"));
                let innocent = rules == ["none"];
                samples.push(Sample {
                    batch: batch.to_owned(),
                    class: class.to_owned(),
                    rules,
                    innocent,
                    front,
                    text,
                });
            }
        }
    }
    samples
}

/// The digest of what is learnt from.
fn digest(samples: &[Sample]) -> String {
    let mut text = String::new();
    for Sample { batch, class, rules, front, text: sentence, .. } in samples {
        writeln!(text, "{batch} {class} {} {front} {sentence}", rules.join(" ")).unwrap();
    }
    Digest::of(text).hex()
}

/// A sample as the classifier sees it: what each of its features adds, by number.
struct Row {
    values: Vec<(usize, f64)>,
    /// Where the squares of the values add up to.
    square: f64,
    kind: Kind,
}

/// All samples as rows.
struct Corpus {
    rows: Vec<Row>,
    features: Vec<Feature>,
    /// How rare each feature is: what its weight is multiplied with.
    rarity: Vec<f64>,
}

impl Corpus {
    fn read(samples: &[Sample]) -> Self {
        let read = read(samples);
        let mut often: BTreeMap<Feature, usize> = BTreeMap::new();
        for feature in read.iter().flat_map(|(found, ..)| found.iter().collect::<BTreeSet<_>>()) {
            *often.entry(*feature).or_default() += 1;
        }
        often.retain(|_, count| *count > 1);
        let all = samples.len() as f64;
        let rarity: Vec<f64> =
            often.values().map(|count| ((all + 1.0) / (*count as f64 + 1.0)).ln() + 1.0).collect();
        let features: Vec<Feature> = often.into_keys().collect();
        let rows = read.into_par_iter().map(|(found, count, kind)| {
            let size = SCALE * (count.max(1) as f64).sqrt();
            let mut values: BTreeMap<usize, f64> = BTreeMap::new();
            for number in found.iter().filter_map(|feature| features.binary_search(feature).ok()) {
                *values.entry(number).or_default() += rarity[number] / size;
            }
            let square = values.values().map(|value| value * value).sum();
            Row { values: values.into_iter().collect(), square, kind }
        });
        Self { rows: rows.collect(), features, rarity }
    }

    /// Where the weights of sorts of documents begin; the one that is always there comes last.
    fn kinds(&self) -> usize {
        self.features.len()
    }

    /// Weights that tell the rows of which `is` holds from the others, by dual coordinate descent.
    fn learn(
        &self,
        chosen: &[usize],
        is: impl Fn(usize) -> bool,
        cost: impl Fn(bool) -> f64,
        kinds: bool,
    ) -> Vec<f64> {
        let by_kind = if kinds { KIND } else { 0.0 };
        let mut weights = vec![0.0; self.kinds() + 4];
        let sides: Vec<f64> = chosen.iter().map(|row| if is(*row) { 1.0 } else { -1.0 }).collect();
        let slack: Vec<f64> = sides.iter().map(|side| 0.5 / cost(*side > 0.0)).collect();
        let mut alpha = vec![0.0; chosen.len()];
        let mut order: Vec<usize> = (0..chosen.len()).collect();
        let mut random = 0x2545_f491_4f6c_dd1d_u64;
        for _ in 0..ROUNDS {
            let mut furthest = 0.0_f64;
            for at in (1..order.len()).rev() {
                random ^= random << 13;
                random ^= random >> 7;
                random ^= random << 17;
                order.swap(at, (random % (at as u64 + 1)) as usize);
            }
            for at in &order {
                let row = &self.rows[chosen[*at]];
                let kind = self.kinds() + row.kind as usize;
                let last = weights.len() - 1;
                let mut sum = weights[last] + by_kind * weights[kind];
                for (number, value) in &row.values {
                    sum += weights[*number] * value;
                }
                let slope = sides[*at] * sum - 1.0 + slack[*at] * alpha[*at];
                if alpha[*at] == 0.0 && slope >= 0.0 {
                    continue;
                }
                furthest = furthest.max(slope.abs());
                let next =
                    (alpha[*at] - slope / (row.square + 1.0 + by_kind * by_kind + slack[*at])).max(0.0);
                let step = (next - alpha[*at]) * sides[*at];
                alpha[*at] = next;
                for (number, value) in &row.values {
                    weights[*number] += step * value;
                }
                weights[kind] += step * by_kind;
                weights[last] += step;
            }
            if furthest < 0.05 {
                break;
            }
        }
        weights
    }
}

/// The features of every sample, how many characters counted, and what sort of document it stands in.
fn read(samples: &[Sample]) -> Vec<(Vec<Feature>, usize, Kind)> {
    let mut tree = MemoryTree::new();
    tree.put("qianfa.yaml", SITE);
    for (index, sample) in samples.iter().enumerate() {
        let titled = sample.front.contains("title: true");
        let keys = sample.front.replace("title: true", "").replace(';', "\n");
        let keys: Vec<_> = keys.lines().map(str::trim).filter(|key| !key.is_empty()).collect();
        let (title, text) = if titled { (&*sample.text, NEUTRAL) } else { (TITLE, &*sample.text) };
        let (title, keys) = (serde_json::to_string(title).unwrap(), keys.join("\n"));
        let text = format!("---\nuid: s{index}\ntitle: {title}\n{keys}\n---\n{text}\n");
        tree.put(&format!("content/s{index:06}.md"), text);
    }
    let site = site::load(&tree).site.unwrap();
    let (policy, _) = Policy::load(&tree);
    let context = Context::new(&site, &tree, &policy, None, None);
    assert_eq!(site.articles.len(), samples.len());
    let read = |article| {
        let document = Document::new(&context, Subject::Article(article));
        let (mut found, mut count) = (Vec::new(), 0);
        for range in document.sentences() {
            let sentence = &document.folded()[range];
            if sentence != TITLE && sentence != NEUTRAL.trim_end_matches('。') {
                count += features(sentence, |feature, _| found.push(feature));
            }
        }
        (found, count, kind(&document))
    };
    // Articles stand in the order of their paths.
    site.articles.par_iter().map(read).collect()
}

/// The rules that are learnt, and of each sample which of them it violates.
fn classes(samples: &[Sample]) -> (Vec<&'static str>, Vec<BTreeSet<usize>>) {
    let known: Vec<&'static str> = rules::rules()
        .filter(|rule| rule.meta.severity >= Severity::Warning)
        // The desk has files of its own.
        .filter(|rule| !matches!(rule.meta.family(), "pii" | "desk") && !EXACT.contains(&rule.meta.id))
        .map(|rule| rule.meta.id)
        .collect();
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for rule in samples.iter().flat_map(|sample| &sample.rules) {
        *named.entry(rule).or_default() += 1;
    }
    // `ad.medical*` is the rule of that name; where there is none, those that sentences name.
    let resolve = |rule: &str| -> Vec<&'static str> {
        let stem = rule.trim_end_matches('*').trim_end_matches('.');
        let exact = known.iter().filter(|id| **id == stem).copied();
        let below = known.iter().filter(|id| {
            rule.ends_with('*')
                && stem.contains('.')
                && id.starts_with(stem)
                && named.get(*id).is_some_and(|count| *count >= LEAST)
        });
        let exact: Vec<_> = exact.collect();
        if exact.is_empty() { below.copied().collect() } else { exact }
    };
    let meant: Vec<BTreeSet<&'static str>> =
        samples.iter().map(|sample| sample.rules.iter().flat_map(|rule| resolve(rule)).collect()).collect();
    let mut often: BTreeMap<&'static str, usize> = BTreeMap::new();
    for rule in meant.iter().flatten() {
        *often.entry(rule).or_default() += 1;
    }
    often.retain(|_, count| *count >= LEAST);
    let classes: Vec<&'static str> = often.into_keys().collect();
    let numbers =
        |rules: &BTreeSet<&str>| rules.iter().filter_map(|rule| classes.binary_search(rule).ok()).collect();
    let meant = meant.iter().map(numbers).collect();
    (classes, meant)
}

/// All that is learnt from the samples of which `chosen` holds.
struct Learnt {
    /// Whether anything is violated.
    doubt: Vec<f64>,
    /// Each rule.
    classes: Vec<Vec<f64>>,
}

impl Learnt {
    fn new(
        corpus: &Corpus,
        samples: &[Sample],
        meant: &[BTreeSet<usize>],
        count: usize,
        chosen: &[usize],
    ) -> Self {
        // What only a detector of numbers finds teaches nothing.
        let chosen: Vec<usize> =
            chosen.iter().copied().filter(|row| samples[*row].innocent || !meant[*row].is_empty()).collect();
        let learn = |class: usize| {
            corpus.learn(
                &chosen,
                |row| meant[row].contains(&class),
                |side| if side { POSITIVE } else { 1.0 },
                true,
            )
        };
        let classes = (0..count).into_par_iter().map(learn).collect();
        let doubt = corpus.learn(
            &chosen,
            |row| !samples[row].innocent,
            |side| if side { 1.0 } else { NEGATIVE },
            false,
        );
        Self { doubt, classes }
    }

    /// The rule that a row resembles most a violation of, and how much.
    fn judge(&self, corpus: &Corpus, row: usize) -> (usize, f64) {
        let row = &corpus.rows[row];
        let sum = |weights: &[f64]| {
            let words: f64 = row.values.iter().map(|(number, value)| weights[*number] * value).sum();
            words + weights[weights.len() - 1] + KIND * weights[corpus.kinds() + row.kind as usize]
        };
        let best = self.classes.iter().map(|weights| sum(weights)).enumerate();
        let (class, most) = best.max_by(|one, other| one.1.total_cmp(&other.1)).unwrap();
        let suspicion = sum(&self.doubt);
        (class, if suspicion < SUSPICION { f64::NEG_INFINITY } else { most + suspicion })
    }

    /// The file that the program brings.
    fn write(&self, corpus: &Corpus, classes: &[&str], digest: &str) -> Vec<u8> {
        let unit = |weights: &[f64], number: usize| {
            (weights[number] * corpus.rarity[number] * UNIT).round().clamp(-127.0, 127.0) as i8
        };
        let slots = 1 << BITS;
        let (mut prints, mut doubts) = (vec![0_u16; slots], vec![0_u8; slots]);
        let mut lists: BTreeMap<usize, Vec<u8>> = BTreeMap::new();
        for (number, feature) in corpus.features.iter().enumerate() {
            let doubt = unit(&self.doubt, number);
            let pairs: Vec<u8> = (0_u8..)
                .zip(&self.classes)
                .map(|(class, weights)| (class, unit(weights, number)))
                .filter(|(_, weight)| i32::from(*weight).abs() >= PRUNED)
                .flat_map(|(class, weight)| [class, weight.cast_unsigned()])
                .collect();
            if doubt == 0 && pairs.is_empty() {
                continue;
            }
            let mut slot = feature.slot(BITS);
            while prints[slot] != 0 {
                slot = (slot + 1) % slots;
            }
            prints[slot] = feature.print();
            doubts[slot] = doubt.cast_unsigned();
            if !pairs.is_empty() {
                let list = lists.entry(slot >> GROUP).or_default();
                list.extend([(slot % (1 << GROUP)) as u8, (pairs.len() / 2) as u8]);
                list.extend(pairs);
            }
        }
        let last = corpus.kinds() + 3;
        let mut file = format!("{digest}\n{:.4}\n{}\n", self.doubt[last], classes.len());
        for (class, weights) in classes.iter().zip(&self.classes) {
            let bias = |kind: usize| weights[last] + KIND * weights[corpus.kinds() + kind];
            writeln!(file, "{class} {:.4} {:.4} {:.4}", bias(0), bias(1), bias(2)).unwrap();
        }
        let mut file = file.into_bytes();
        for (print, doubt) in prints.iter().zip(doubts) {
            file.extend(print.to_le_bytes());
            file.push(doubt);
        }
        let (mut starts, mut all) = (Vec::new(), Vec::new());
        for group in 0..=slots >> GROUP {
            starts.extend(u32::try_from(all.len()).unwrap().to_le_bytes());
            all.extend(lists.remove(&group).unwrap_or_default());
        }
        file.extend(starts);
        file.extend(all);
        file
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found of samples that were not learnt from, at several thresholds.
    fn tell(held: &[(&Sample, bool, f64)]) {
        for threshold in [THRESHOLD - 0.3, THRESHOLD - 0.15, THRESHOLD, THRESHOLD + 0.15, THRESHOLD + 0.3] {
            let mut figures: BTreeMap<(&str, &str), (usize, usize, usize)> = BTreeMap::new();
            for (sample, right, score) in held {
                let class =
                    if sample.innocent && sample.class == "plain" { "innocent" } else { &sample.class };
                let class =
                    if sample.class == "contextual" && !sample.innocent { "contextual!" } else { class };
                let figure = figures.entry((&sample.batch, class)).or_default();
                figure.0 += usize::from(*score >= threshold);
                figure.1 += usize::from(*score >= threshold && *right);
                figure.2 += 1;
            }
            println!("at {threshold:.2}:");
            for ((batch, class), (told, right, all)) in figures {
                let share = |part: usize| 100.0 * part as f64 / all as f64;
                println!(
                    "  {batch:<10} {class:<12} told {:5.1} %  right {:5.1} %  of {all}",
                    share(told),
                    share(right)
                );
            }
        }
    }

    #[test]
    fn the_model_is_that_of_the_labelled_sentences() {
        let samples = samples();
        let digest = digest(&samples);
        let held = std::env::var("HOLD").unwrap_or_default();
        let write = std::env::var("PREPARE").is_ok_and(|wish| wish == "write");
        if held.is_empty() && !write {
            let known = Model::get().map(Model::digest);
            assert_eq!(known, Some(digest.as_str()), "PREPARE=write cargo test --lib rules::classifier");
            return;
        }
        let corpus = Corpus::read(&samples);
        let (classes, meant) = classes(&samples);
        let all: Vec<usize> = (0..samples.len()).collect();
        println!("{} sentences, {} features, {} rules", all.len(), corpus.features.len(), classes.len());
        if write {
            let learnt = Learnt::new(&corpus, &samples, &meant, classes.len(), &all);
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/classifier/model.bin");
            std::fs::write(path, learnt.write(&corpus, &classes, &digest)).unwrap();
        }
        // A batch is learnt without; of everyday sentences a fifth is kept back each time.
        let mut told = Vec::new();
        for (turn, held) in held.split(',').filter(|batch| !batch.is_empty()).enumerate() {
            let is_held = |row: usize| {
                samples[row].batch == held || samples[row].batch == "everyday" && row % 5 == turn % 5
            };
            let (back, chosen): (Vec<usize>, Vec<usize>) = all.iter().partition(|row| is_held(**row));
            let learnt = Learnt::new(&corpus, &samples, &meant, classes.len(), &chosen);
            for row in back.into_iter().filter(|row| samples[*row].innocent || !meant[*row].is_empty()) {
                let (class, score) = learnt.judge(&corpus, row);
                told.push((&samples[row], meant[row].contains(&class), score));
            }
        }
        if !told.is_empty() {
            tell(&told);
        }
    }
}
