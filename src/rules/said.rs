//! What an article says about its campaign: prizes with their values, numbers and odds, days of drawing, claiming,
//! beginning and end, each sentence with the row of the table it stands in, compared with the plan.
//!
//! Only what plainly speaks of the plan's own prizes and days is compared; the rule is `promo.prize.mismatch`.

use std::ops::Range;

use jiff::Timestamp;

use super::context::Context;
use super::day::{Day, days};
use super::document::Document;
use super::figure::{Figure, FigureKind};
use super::fold::fold;
use super::plan;
use super::price::mismatch::fen;
use super::promo::prize_info::percent;
use super::sentence::Phrase;
use crate::base::message::Message;
use crate::base::message::campaign as text;
use crate::finding::Place;
use crate::site::{Campaign, Located, Prize};
use crate::source::plain::{Block, Zone};

/// Something that the plan says otherwise.
pub(crate) struct Contradiction {
    /// Bytes of the folded text.
    pub(crate) range: Range<usize>,
    pub(crate) message: Message,
    /// Where the plan says it.
    pub(crate) planned: Place,
}

/// What `document` says otherwise than `campaign`.
pub(crate) fn contradictions(
    context: &Context<'_>,
    document: &Document<'_>,
    campaign: &Campaign,
) -> Vec<Contradiction> {
    let names = names(campaign);
    let mut found = Vec::new();
    for range in document.sentences() {
        let Some(block) = document.block(range.clone()).filter(|block| !block.quoted) else { continue };
        let Some(text) = document.folded().get(range.clone()) else { continue };
        let row = row(document, block);
        let mut said =
            Said { context, document, campaign, names: &names, range, text, row, found: &mut found };
        said.figures();
        said.quantities();
        said.days();
    }
    found
}

/// Words by which prizes are known, folded, each with its prize: `一等奖：手机` is known by both its parts.
fn names(campaign: &Campaign) -> Vec<(String, &Located<Prize>)> {
    let mut names: Vec<(String, &Located<Prize>)> = Vec::new();
    let prizes: Vec<_> = plan::drawn(campaign).collect();
    for prize in &prizes {
        let bare = prize.name.split(['（', '(']).next().unwrap_or_default();
        let parts = bare.split([' ', '：', ':', '，', ',', '/', '·']).map(fold);
        // 图书一册 is known as 图书.
        let parts = parts.map(|part| {
            part.trim_end_matches(|c: char| "一1台部份个名件套张册本支盒".contains(c)).to_owned()
        });
        names.extend(parts.filter(|part| part.chars().count() >= 2).map(|part| (part, *prize)));
    }
    if let [prize] = prizes.as_slice() {
        names.push(("奖品".to_owned(), prize));
    }
    let known = names.clone();
    names
        .retain(|(name, prize)| !known.iter().any(|(other, of)| other == name && !std::ptr::eq(*of, *prize)));
    names
}

/// The folded cells before a cell in its row, and the head of its column.
fn row(document: &Document<'_>, block: &Block) -> Vec<String> {
    if block.zone != Zone::Cell {
        return Vec::new();
    }
    let plain = &document.plain;
    let mut row: Vec<String> = block.column.map(|head| fold(plain.block_text(head))).into_iter().collect();
    let own = plain.blocks.iter().position(|other| std::ptr::eq(other, block)).unwrap_or(0);
    let mut next = block.source.start;
    for (index, before) in plain.blocks.iter().enumerate().take(own).rev() {
        let between = block.file.text().get(before.source.start..next).unwrap_or("\n");
        if before.zone != Zone::Cell || between.contains('\n') {
            break;
        }
        row.push(fold(plain.block_text(index)));
        next = before.source.start;
    }
    row
}

/// A sentence of the article, and where what it contradicts goes.
struct Said<'s, 'a> {
    context: &'s Context<'a>,
    document: &'s Document<'a>,
    campaign: &'s Campaign,
    names: &'s [(String, &'s Located<Prize>)],
    /// Bytes of the folded text.
    range: Range<usize>,
    text: &'s str,
    /// The cells before it in the row of a table and the head of its column, folded.
    row: Vec<String>,
    found: &'s mut Vec<Contradiction>,
}

/// What a share says when it is a chance.
const CHANCE: &[&str] = &["中奖率", "中奖概率", "概率", "几率", "中奖机会", "中签率"];
/// What a price says when it is what a prize is worth.
const WORTH: &[&str] = &["价值", "市场价", "市值", "参考价", "单价", "售价"];
/// What makes a value something else than that of one prize.
const ROUGH: &[&str] = &["总", "共", "合计", "约", "近", "不超过", "最高", "至多", "上限", "以内", "起"];

impl Said<'_, '_> {
    fn figures(&mut self) {
        let document = self.document;
        let figures = document.figures();
        let first = figures.partition_point(|figure| figure.range.start < self.range.start);
        let end = self.range.end;
        for figure in figures.iter().skip(first).take_while(|figure| figure.range.end <= end) {
            match figure.kind {
                FigureKind::Percent => self.odds(figure),
                FigureKind::Price => self.value(figure),
                FigureKind::Year | FigureKind::Number => {}
            }
        }
    }

    /// The sentence before and behind `range`.
    fn around(&self, range: &Range<usize>) -> Option<(&str, &str)> {
        let before = self.text.get(..range.start.checked_sub(self.range.start)?)?;
        Some((before, self.text.get(range.end.checked_sub(self.range.start)?..)?))
    }

    /// The prize that `before` names last, at most `reach` characters from its end, and what stands between.
    fn prize<'t>(&self, before: &'t str, reach: usize) -> Option<(&Located<Prize>, &'t str)> {
        let places = self.names.iter().filter_map(|(name, prize)| {
            let at = before.rfind(name.as_str())?;
            Some((at, name.len(), *prize))
        });
        let (at, length, prize) = places.max_by_key(|(at, length, _)| (*at, *length))?;
        let gap = before.get(at + length..)?;
        (gap.chars().count() <= reach).then_some((prize, gap))
    }

    /// Whether a cell beside it, or the head of its column, is such.
    fn beside(&self, is: impl Fn(&str) -> bool) -> bool {
        self.row.iter().any(|cell| is(cell))
    }

    /// What may introduce a day behind `before`: the sentence, or a cell beside it when the day stands first.
    fn heads(&self, before: &str, first: bool) -> Vec<String> {
        if first && before.trim().is_empty() && !self.row.is_empty() {
            return self.row.iter().map(|cell| format!("{cell} ")).collect();
        }
        vec![before.to_owned()]
    }

    /// The one prize of the row, when it names just one.
    fn prize_of_row(&self) -> Option<&Located<Prize>> {
        let mut found =
            self.names.iter().filter(|(name, _)| self.beside(|cell| cell.contains(name.as_str())));
        let (_, prize) = found.next()?;
        found.all(|(_, other)| std::ptr::eq(*other, *prize)).then_some(*prize)
    }

    fn odds(&mut self, figure: &Figure) {
        let Some(shown) = self.document.folded().get(figure.range.clone()) else { return };
        let Some(told) = percent(shown) else { return };
        let Some((before, _)) = self.around(&figure.range) else { return };
        let near = last_chars(before, 12);
        if !CHANCE.iter().any(|word| near.contains(word) || self.beside(|cell| cell.contains(word))) {
            return;
        }
        let named = self.prize(before, 30).map(|(prize, _)| prize).or_else(|| self.prize_of_row());
        let planned: Vec<(&Located<String>, f64)> = plan::drawn(self.campaign)
            .filter(|prize| named.is_none_or(|named| std::ptr::eq(named, *prize)))
            .filter_map(|prize| prize.odds.as_ref().and_then(|odds| Some((odds, percent(odds)?))))
            .collect();
        let same = |other: f64| (other - told).abs() < 1e-6;
        let sum: f64 = planned.iter().map(|(_, odds)| odds).sum();
        let [(first, _), ..] = planned.as_slice() else { return };
        if same(sum) || planned.iter().any(|(_, odds)| same(*odds)) {
            return;
        }
        let all: Vec<&str> = planned.iter().map(|(odds, _)| odds.trim()).collect();
        let message = text::other_odds(self.document.shown(figure.range.clone()), all.join("、"));
        let label = first.place.clone();
        self.say(&figure.range, message, label);
    }

    fn value(&mut self, figure: &Figure) {
        let Some(told) = self.document.folded().get(figure.range.clone()).and_then(fen) else { return };
        let Some((before, after)) = self.around(&figure.range) else { return };
        let near = last_chars(before, 7);
        let worth = |text: &str| WORTH.iter().any(|word| text.contains(word));
        let rough = |text: &str| ROUGH.iter().any(|word| text.contains(word));
        if !(worth(near) || self.beside(worth))
            || rough(near)
            || rough(first_chars(after, 2))
            || self.beside(rough)
        {
            return;
        }
        // 价值 399 元的咖啡机: the prize stands behind.
        let prize = if let Some(thing) = after.trim_start_matches(' ').strip_prefix('的') {
            self.names
                .iter()
                .find(|(name, _)| thing.trim_start().starts_with(name.as_str()))
                .map(|(_, prize)| *prize)
        } else {
            let apart = |gap: &str| gap.contains(['送', '赠', '另', '加', '配', '含']);
            match self.prize(before, 16) {
                Some((prize, gap)) if !apart(gap) => Some(prize),
                Some(_) => None,
                None => self.prize_of_row(),
            }
        };
        let Some((prize, planned)) = prize.and_then(|prize| Some((prize, prize.unit_value.as_ref()?))) else {
            return;
        };
        if planned.value != told {
            let shown = self.document.shown(figure.range.clone());
            let message = text::other_value(&prize.name.value, shown, plan::yuan(planned.value));
            let label = planned.place.clone();
            self.say(&figure.range, message, label);
        }
    }

    fn quantities(&mut self) {
        let Some(regex) = COUNT.regex() else { return };
        for found in regex.captures_iter(self.text) {
            let (Some(all), Some(number)) = (found.get(0), found.get(1)) else { continue };
            let Ok(told) = number.as_str().parse::<i64>() else { continue };
            let (Some(before), Some(after)) = (self.text.get(..all.start()), self.text.get(all.end()..))
            else {
                continue;
            };
            // 咖啡机 1 台 says what it is; 每人 2 份, 已送出 5 台, 第 3 名 are no totals.
            if told == 1
                || before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','))
                || last_chars(before, 8).contains(NO_TOTAL)
                || after.starts_with(['起', '/'])
            {
                continue;
            }
            let behind = after.trim_start_matches(' ');
            let behind = self.names.iter().find(|(name, _)| behind.starts_with(name.as_str()));
            let aside = |gap: &str| {
                gap.contains(NO_TOTAL)
                    || gap.contains(['送', '赠', '加', '配', '含', '内', '抽', '和', '与', '及', ';'])
            };
            let counted = self.beside(|cell| ["数量", "名额", "份数"].iter().any(|word| cell.contains(word)));
            let prize = match (behind, self.prize(before, 16)) {
                (Some((_, prize)), _) => Some(*prize),
                (None, Some((prize, gap))) if !aside(gap) => Some(prize),
                (None, Some(_)) => None,
                (None, None) if counted && before.trim().is_empty() => {
                    self.prize_of_row().or_else(|| self.sole())
                }
                (None, None) => None,
            };
            let Some((prize, planned)) = prize.and_then(|prize| Some((prize, prize.quantity.as_ref()?)))
            else {
                continue;
            };
            if planned.value == told {
                continue;
            }
            // 寄出咖啡机 2 台, 用掉的 30 个帆布袋: some of them.
            let from = before.rfind([',', '、', ':']).map_or(0, |at| at + 1);
            if before.get(from..).is_some_and(|clause| SOME.iter().any(|word| clause.contains(word))) {
                continue;
            }
            let range = self.range.start + all.start()..self.range.start + all.end();
            let message =
                text::other_quantity(&prize.name.value, self.document.shown(range.clone()), planned.value);
            let label = planned.place.clone();
            self.say(&range, message, label);
        }
    }

    /// The prize of a plan with only one.
    fn sole(&self) -> Option<&Located<Prize>> {
        let mut prizes = plan::drawn(self.campaign);
        let first = prizes.next()?;
        prizes.next().is_none().then_some(first)
    }

    fn days(&mut self) {
        let days = days(self.text);
        for (index, day) in days.iter().enumerate() {
            let from = index.checked_sub(1).and_then(|index| days.get(index)).map_or(0, |day| day.range.end);
            let to = days.get(index + 1).map_or(self.text.len(), |day| day.range.start);
            let before = self.text.get(from..day.range.start).unwrap_or_default();
            let after = self.text.get(day.range.end..to).unwrap_or_default();
            let heads = self.heads(before, index == 0);
            self.day(day, &heads, after);
        }
        self.window(&days);
    }

    /// A day of drawing or claiming.
    fn day(&mut self, day: &Day, heads: &[String], after: &str) {
        let is = |before: &Phrase, behind: &Phrase| {
            behind.is_in(after) || heads.iter().any(|head| before.is_in(head))
        };
        if is(&CLAIMED_BEFORE, &CLAIMED_AFTER) {
            let own = self.campaign.prizes.iter().filter_map(|prize| prize.claim_until.as_ref());
            let until = self.campaign.claim_until.iter().chain(own);
            let until = until.map(|until| (until.value, &until.place)).collect();
            self.compare(day, until, text::other_claim);
        } else if is(&DRAWN_BEFORE, &DRAWN_AFTER) {
            let at = self.campaign.draw.as_ref().and_then(|draw| draw.at.as_ref());
            self.compare(day, at.into_iter().map(|at| (at.value, &at.place)).collect(), text::other_draw);
        }
    }

    /// 活动时间：12 月 5 日至 18 日.
    fn window(&mut self, days: &[Day]) {
        let Some(window) = &self.campaign.window else { return };
        let place = &window.place;
        for (index, day) in days.iter().enumerate() {
            let before = self.text.get(..day.range.start).unwrap_or_default();
            let heads = self.heads(before, index == 0);
            let headed = |phrase: &Phrase| heads.iter().any(|head| phrase.is_in(head));
            let after = self.text.get(day.range.end..).unwrap_or_default();
            if headed(&RUNS) {
                self.compare(day, vec![(window.start, place)], text::other_start);
                let Some(end) = days.get(index + 1) else { continue };
                let between = self.text.get(day.range.end..end.range.start).unwrap_or_default();
                // The mark before a bare day belongs to it.
                let to = between
                    .chars()
                    .chain(self.text.get(end.range.clone()).unwrap_or_default().chars().take(1));
                let whole: String = to.collect();
                if whole.chars().count() <= 10 && whole.contains(['至', '到', '-', '~', '–', '—']) {
                    self.compare(end, vec![(window.end, place)], text::other_end);
                }
            } else if headed(&ENDS) || ENDED.is_in(after) {
                self.compare(day, vec![(window.end, place)], text::other_end);
            }
        }
    }

    /// Reports `day` when it is none of the days `planned`.
    fn compare(&mut self, day: &Day, planned: Vec<(Timestamp, &Place)>, say: fn(String, String) -> Message) {
        let planned: Vec<_> =
            planned.into_iter().map(|(at, place)| (plan::day(self.context, at), place)).collect();
        if planned.iter().any(|(date, _)| day.is(*date)) {
            return;
        }
        let Some((date, place)) = planned.first() else { return };
        let range = self.range.start + day.range.start..self.range.start + day.range.end;
        let message = say(self.document.shown(range.clone()).to_owned(), date.to_string());
        let label = (*place).clone();
        self.say(&range, message, label);
    }

    fn say(&mut self, range: &Range<usize>, message: Message, planned: Place) {
        self.found.push(Contradiction { range: range.clone(), message, planned });
    }
}

/// How many of something.
static COUNT: Phrase = Phrase::new(
    r"(?:[×x*] ?)?(\d{1,6}) ?(?:台|部|份|个|名|件|套|张|册|本|支|盒|瓶|位|条|双|辆|只|袋|箱|枚|副|组|束)",
);
/// What is done with some of the prizes.
const SOME: &[&str] = &["寄出", "发出", "用掉", "用了", "领走", "领取了", "中了", "得到", "买", "卖"];
/// What makes a number no total of one prize.
const NO_TOTAL: &[char] = &[
    '每', '限', '前', '满', '第', '已', '剩', '余', '共', '总', '计', '首', '周', '天', '批', '轮', '场',
    '期', '选', '约', '近', '超',
];

/// The drawing, before its day; the announcement may come later.
static DRAWN_BEFORE: Phrase = Phrase::new(
    r"(?:开奖|抽签|抽奖)(?:时间|日期|日)?(?:定在|定于|为|是|[:在于])? ?$|(?:开奖|抽签|抽奖)(?:时间|日期|日)? +$",
);
/// The drawing, behind its day.
static DRAWN_AFTER: Phrase = Phrase::new(
    r"^[ \d:点时分上中下晚午(),星期周一二三四五六日]{0,14}(?:准时|统一|公开|现场|直播|当众|,)?(?:开奖|抽签|抽出|抽取)",
);
/// Claiming, before its last day.
static CLAIMED_BEFORE: Phrase = Phrase::new(
    r"(?:领奖|兑奖|领取|兑换)(?:截止|截至|期限|有效期)(?:时间|日期|日|到|至)?(?:为|是|[:在于至到])? ?$|(?:领奖|兑奖|领取|兑换)(?:截止|截至|期限|有效期)(?:时间|日期|日|到|至)? +$",
);
/// Claiming, behind its last day.
static CLAIMED_AFTER: Phrase =
    Phrase::new(r"^[ \d:点时分上中下晚午()]{0,10}(?:之前|以前|前)[^,。;]{0,8}(?:领奖|兑奖|领取|领走)");
/// The beginning of the campaign.
static RUNS: Phrase = Phrase::new(
    r"活动(?:时间|期间|日期|起止|周期)(?:为|是|[:在于从自])* ?$|活动(?:时间|期间|日期|起止|周期)[^,。;]{0,2} $",
);
/// Its end.
static ENDS: Phrase = Phrase::new(
    r"活动(?:截止|截至|结束)(?:时间|日期|日|到|至)?(?:为|是|[:在于至到])? ?$|活动(?:将)?(?:持续|进行)?(?:到|至) ?$",
);
/// Its end, behind the day.
static ENDED: Phrase = Phrase::new(r"^[ \d:点时分上中下晚午()]{0,10}活动(?:截止|结束)");

fn last_chars(text: &str, count: usize) -> &str {
    let from = text.char_indices().rev().nth(count.saturating_sub(1)).map_or(0, |(at, _)| at);
    text.get(from..).unwrap_or_default()
}

fn first_chars(text: &str, count: usize) -> &str {
    let to = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    text.get(..to).unwrap_or_default()
}
