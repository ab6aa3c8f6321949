//! `gov.language`: the characters and words that public texts use.

use std::sync::LazyLock;

use regex::Regex;

use crate::base::message::{Message, claims, gov_rules as text};
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::is_changed;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word;
use crate::source::plain::{Block, Zone};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "gov.language",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "规范用字",
    en: "Standard characters",
    basis: &["LANG-14"],
    documentation: "\
## 查什么
整篇繁体字超过汉字三成；广告里用标声调的拼音代替汉字（“zuì jiā”）；政府、媒体账号的正文里外文字母比汉字还多。广告里的拼音报警告。
广告里有一段主要是繁体字，或者只有拼音，按警告报。

## 为什么
公众信息应当使用规范汉字和普通话；广告里用拼音、外文代替汉字，是常见的规避手法，也让读者看不懂。

## 依据
国家通用语言文字法第十四条、第十七条、第十九条（2026-01-01 起的修订版）；广告语言文字管理暂行规定。

## 反例
广告标题写“zuì jiā shǒu xuǎn”。

## 正例
“秋季新茶，三月采摘。”

## 怎么改
改用规范汉字；必须用外文时，附中文说明。

## 例外
姓名、书法、古籍、方言研究、外语教学，以及面向港澳台读者的文章可以用繁体，写忽略说明。
",
};

/// Letters with marks of tone.
const TONES: &str = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ";
/// Letters below which the share means nothing.
const FEW: usize = 60;
/// Characters of a block of an advertisement below which their form means nothing.
const SHORT: usize = 6;
/// Consonants and vowels of syllables as they are typed, the longer ones first.
const INITIALS: &str = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]";
const FINALS: &str = "iang|iong|uang|ang|eng|ing|ong|iao|ian|uan|uai|ai|ei|ao|ou|an|en|in|un|ia|ie|ua|uo|ui|iu|ue|er|a|o|e|i|u|v";
/// A word that can be read as pinyin.
static PINYIN: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!("^(?i:(?:(?:{INITIALS})?(?:{FINALS}))+)$")).ok());
/// One syllable of pinyin, as it is typed.
static SYLLABLE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!("^(?:{INITIALS})(?:{FINALS})$")).ok());
/// English words that could be syllables too.
const ENGLISH: &[&str] = &[
    "ban", "can", "do", "fan", "go", "he", "hi", "long", "man", "me", "men", "my", "no", "pin", "she", "so",
    "song", "to", "we", "you",
];

/// Bytes of a block beyond which it is no cry of a shop, outside advertisements.
const SHOUT: usize = 120;
/// English words with which shops greet and sell, without those that are Chinese usage by now.
const SHOP_WORDS: &[&str] = &[
    "open",
    "opening",
    "grand",
    "sale",
    "discount",
    "guest",
    "welcome",
    "enjoy",
    "weekend",
    "happy",
    "shop",
    "shopping",
    "store",
    "mall",
    "buy",
    "save",
    "today",
    "tonight",
    "now",
    "new",
    "arrival",
    "special",
    "gift",
    "free",
    "best",
    "price",
    "gate",
    "north",
    "south",
    "come",
    "get",
    "our",
    "your",
    "love",
    "summer",
    "winter",
    "spring",
    "party",
    "time",
    "customer",
    "order",
    "deal",
    "cheap",
    "beautiful",
    "fashion",
    "dinner",
    "lunch",
    "breakfast",
    "coffee",
    "dessert",
    "hot",
    "cool",
    "quality",
    "service",
    "join",
    "us",
    "more",
    "in",
    "end",
    "try",
    "taste",
    "fresh",
    "only",
    "limited",
    "off",
    "bonus",
    "friend",
    "family",
    "home",
    "dream",
    "perfect",
];

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let text = document.plain.text();
    let title = || article.front.title.place.clone();
    if document.verdict.ad {
        toned(document, findings);
    }
    let changed = document.changed();
    let han = if changed > 0 { count_han(text) } else { 0 };
    let whole = han >= FEW && changed * 10 > han * 3;
    if whole {
        findings.push(META.finding(title(), text::language_traditional()).help(text::language_help()));
    }
    if document.verdict.ad {
        word::report(&META, |shown| claims::coined(shown), context, document, findings);
        advertised(document, findings);
    } else if !whole {
        told(document, changed > 0, findings);
    }
    let public = article.front.accounts.iter().any(|name| {
        let account = context.site.config.account(name);
        let kind = account.and_then(|account| account.owner_type.as_ref());
        kind.is_some_and(|kind| matches!(kind.value.as_str(), "government" | "media"))
    });
    if public {
        let latin = text.bytes().filter(u8::is_ascii_alphabetic).count();
        if latin >= 3 * FEW && latin > 2 * count_han(text) {
            findings.push(META.finding(title(), text::language_foreign()).help(text::language_help()));
        }
    }
}

/// How many letters with marks are looked at.
const MARKED: usize = 200;
/// Words and names of other languages that are at home in Chinese texts and whose marks are no tones.
const LOANS: &[&str] = &[
    "à",
    "andré",
    "beyoncé",
    "café",
    "cafés",
    "chloé",
    "cliché",
    "clichés",
    "crème",
    "déco",
    "décor",
    "déjà",
    "estée",
    "entrée",
    "entrées",
    "fiancé",
    "fiancée",
    "hermès",
    "josé",
    "lycée",
    "mère",
    "moët",
    "musée",
    "nestlé",
    "père",
    "pokémon",
    "protégé",
    "purée",
    "première",
    "renée",
    "rené",
    "résumé",
    "rosé",
    "sauté",
    "soirée",
    "soufflé",
    "touché",
    "voilà",
    "zoé",
];

/// Whether a word with marks over its letters is one of another language: it stands in the list, or has letters that
/// pinyin does not know.
fn is_loan(word: &str) -> bool {
    const OTHERS: &str = "çâêîïôûëñäöøåæœßõãýÇÂÊÎÏÔÛËÑÄÖØÅÆŒ";
    word.contains(|c| OTHERS.contains(c)) || LOANS.contains(&word.to_lowercase().as_str())
}

/// The first letter with a mark of tone that no Chinese character stands beside.
fn toned(document: &Document<'_>, findings: &mut Findings) {
    let text = document.plain.text();
    let tone = |c: char| ('\u{80}'..'\u{200}').contains(&c) && TONES.contains(c);
    let foreign =
        |range: &std::ops::Range<usize>| is_loan(text.get(word(text, range.clone())).unwrap_or_default());
    let mut marked = text.char_indices().filter(|(_, c)| tone(*c)).map(|(at, c)| at..at + c.len_utf8());
    // Hostile texts hold many.
    let Some(range) = marked.by_ref().take(MARKED).find(|range| !foreign(range)) else { return };
    if beside_han(text, &range) {
        return;
    }
    let Some(place) = document.plain.place(word(text, range)) else { return };
    let mut finding = META.finding(place, text::language_pinyin()).help(text::language_help());
    finding.severity = Severity::Warning;
    findings.push(finding);
}

/// The first block of an advertisement that is written in traditional characters, in pinyin alone or in a foreign language.
fn advertised(document: &Document<'_>, findings: &mut Findings) {
    first_block(document, findings, |block, text| {
        let han = count_han(text);
        if han >= SHORT && traditional(text) * 4 > han {
            return Some((block.range.clone(), claims::traditional_ad()));
        }
        if han == 0 && is_pinyin(text) {
            return Some((block.range.clone(), claims::pinyin_ad()));
        }
        if han * 5 < foreign_words(text) {
            return Some((block.range.clone(), claims::foreign_ad()));
        }
        if is_shop_talk(text, han > 0, 3) {
            return Some((block.range.clone(), claims::foreign_ad()));
        }
        let run = pinyin_run(text)?;
        let message = claims::pinyin_words(text.get(run.clone()).unwrap_or_default());
        Some((block.range.start + run.start..block.range.start + run.end, message))
    });
}

/// The first block of another text that is written in traditional characters, of which the text `has` some, and not
/// quoted, or in pinyin alone.
fn told(document: &Document<'_>, has: bool, findings: &mut Findings) {
    first_block(document, findings, |block, text| {
        if block.quoted {
            return None;
        }
        let short = text.len() < SHOUT;
        if !text.chars().any(is_han) {
            let foreign = short && is_shop_talk(text, false, 3);
            return (foreign || is_pinyin(text)).then(|| {
                let message = if foreign { claims::foreign_ad() } else { claims::pinyin_ad() };
                (block.range.clone(), message)
            });
        }
        let han = if has { count_han(text) } else { 0 };
        if han >= SHORT && traditional(text) * 4 > han {
            return Some((block.range.clone(), text::language_traditional()));
        }
        (short && is_shop_talk(text, true, 3)).then(|| (block.range.clone(), claims::foreign_ad()))
    });
}

fn count_han(text: &str) -> usize {
    text.chars().filter(|c| is_han(*c)).count()
}

/// Warns of the first block in which something is `wrong`: asked with its text.
fn first_block(
    document: &Document<'_>,
    findings: &mut Findings,
    wrong: impl Fn(&Block, &str) -> Option<(std::ops::Range<usize>, Message)>,
) {
    // The reading of a ruby stands above its characters.
    let mut shown = document.plain.blocks.iter().filter(|block| block.zone != Zone::Alt);
    let found = shown.find_map(|block| {
        let text = document.plain.text().get(block.range.clone())?;
        wrong(block, text)
    });
    let Some((range, message)) = found else { return };
    let Some(place) = document.plain.place(range) else { return };
    let mut finding = META.finding(place, message).help(text::language_help());
    finding.severity = Severity::Warning;
    findings.push(finding);
}

/// Whether English words of shops stand for Chinese ones: at least `least` different ones, or a whole cry of them.
fn is_shop_talk(text: &str, chinese: bool, least: usize) -> bool {
    // Most sentences have no letter.
    if !text.bytes().any(|byte| byte.is_ascii_alphabetic())
        || text.contains(['/', '@', '_', '=', '<', '{', '"', '“'])
    {
        return false;
    }
    let words = text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1);
    let mut known: Vec<&str> = Vec::new();
    for word in words {
        let lower = word.to_ascii_lowercase();
        let singular = lower.strip_suffix('s').unwrap_or(&lower);
        if let Some(found) = SHOP_WORDS.iter().find(|known| **known == lower || **known == singular)
            && !known.contains(found)
        {
            known.push(found);
        }
    }
    known.len() >= if chinese { least } else { least + 1 }
}

/// Words of a Latin script in a sentence that is one: at least five, without addresses, versions and credits.
fn foreign_words(text: &str) -> usize {
    let credit = ["photo", "image", "©", "copyright", "illustration", "source", "by "];
    let lower = text.get(..text.floor_char_boundary(24)).unwrap_or_default().trim_start().to_lowercase();
    if text.contains(['/', '@', '_', '=', '<', '{']) || credit.iter().any(|start| lower.starts_with(start)) {
        return 0;
    }
    let words = text.split(|c: char| !c.is_ascii_alphabetic() && c != '\'');
    let words = words
        .filter(|word| word.len() > 1 && word.chars().skip(1).all(|c| c.is_ascii_lowercase() || c == '\''));
    let count = words.count();
    if count >= 5 { count } else { 0 }
}

/// Syllables of pinyin one after the other between Chinese characters: `gan bei`.
fn pinyin_run(text: &str) -> Option<std::ops::Range<usize>> {
    let syllable = SYLLABLE.as_ref()?;
    let (mut run, mut at) = (None::<(std::ops::Range<usize>, usize)>, 0);
    for word in text.split_inclusive(|c: char| !c.is_ascii_alphabetic()) {
        let bare = word.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
        let range = at..at + bare.len();
        at += word.len();
        let lower = bare.to_ascii_lowercase();
        if bare.len() < 2 || ENGLISH.contains(&lower.as_str()) || !syllable.is_match(&lower) {
            run = None;
            continue;
        }
        let (start, count) = run.map_or((range.start, 0), |(run, count)| (run.start, count));
        if count >= 1 && range.end - start >= 6 {
            return Some(start..range.end);
        }
        // Only one blank may stand between two of them.
        run = (word.strip_prefix(bare) == Some(" ")).then_some((start..range.end, count + 1));
    }
    None
}

/// Whether a text without Chinese characters is several words of pinyin.
fn is_pinyin(text: &str) -> bool {
    let Some(pinyin) = PINYIN.as_ref() else { return false };
    let words = text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    let (mut count, mut letters) = (0, 0);
    for word in words.take(40) {
        if !pinyin.is_match(word) {
            return false;
        }
        count += 1;
        letters += word.len();
    }
    count >= 3 && letters >= 10
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Characters that simplification changes.
fn traditional(text: &str) -> usize {
    text.chars().filter(|c| is_han(*c) && is_changed(*c)).count()
}

/// The reading of a character stands right beside it: 拼音 in a bracket.
fn beside_han(text: &str, range: &std::ops::Range<usize>) -> bool {
    let from = text.floor_char_boundary(range.start.saturating_sub(24));
    let before = text.get(from..range.start).unwrap_or_default();
    before.contains(['(', '（', '[', '【', '/'])
}

/// The run of letters and blanks around a letter.
fn word(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let part = |c: char| c.is_alphabetic() && !is_han(c);
    let before = text.get(..range.start).unwrap_or_default();
    let behind = text.get(range.end..).unwrap_or_default();
    let start = before.char_indices().rev().find(|(_, c)| !part(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let end = behind.find(|c| !part(c)).map_or(text.len(), |at| range.end + at);
    start..end
}
