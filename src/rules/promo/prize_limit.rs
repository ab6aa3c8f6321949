//! `promo.prize.limit`: the cap on prizes of draws.

use crate::base::message::{campaign as more, claims, rules as text};
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::figure::{self, FigureKind};
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::plan;
use crate::rules::price::mismatch::fen;
use crate::rules::sentence::{self, Phrase};
use crate::site::Campaign;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "promo.prize.limit",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "抽奖奖品超过五万元",
    en: "Prizes of draws above the cap",
    basis: &["AUCL-11", "PROMO-17", "PROMO-18"],
    documentation: "\
## 查什么
活动计划里每种奖品的单价，以及名称里写的价值；一次参与能中多份的（mechanics.max_wins_per_entry），同一种按份数、不同种按最贵的几份合计算。
文章里许诺五万元以上抽奖奖品的话也提示。汽车、房产、用汉字写的大数目也算。

## 为什么
抽奖式有奖销售，最高奖的金额不得超过五万元；使用权、虚拟物品、折扣按市场价算。

## 依据
反不正当竞争法第十一条；规范促销行为暂行规定第十七条、第十八条。

## 反例
prizes: [{name: 一年用车权, unit_value: 60000, quantity: 1}]

## 正例
prizes: [{name: 春季套装, unit_value: 399, quantity: 20}]

## 怎么改
降低单份价值，或改成人人都有的赠品。

## 例外
附赠（数量覆盖全部参与者、不抽取）没有上限，kind 写 gift；彩票、奖金总额、比赛奖金、法规里的数字不算。
",
};

/// The cap in fen: 50,000 yuan.
const CAP: i64 = 50_000 * 100;

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    match document.campaign() {
        Some(campaign) => examine(campaign, findings),
        None => {
            let told = promised(document, findings);
            dear(document, &told, findings);
        }
    }
}

/// Cars, flats and sums in Chinese numerals as what may be won.
static DEAR: Phrase = Phrase::new(concat!(
    "(?:抽奖?|头奖|大奖|一等奖|特等奖|中奖|抽中|赢取?|赢走|奖品)[^。!?;,]{0,16}(?:宝马|奔驰|奥迪|保时捷|特斯拉|轿车|汽车|新车|豪车|越野车|suv|公寓|商品房|住房|别墅|商铺|车位|金条|[一1]套[\\p{Han}]{0,5}房)",
    "|(?:抽|奖)[^。!?;]{0,14}(?:一辆|1辆|一套|1套|一台)[^。!?;,]{0,4}(?:轿车|汽车|新车|海景房|公寓|住房)",
    "|(?:大奖|头奖|一等奖|特等奖|赢取?|赢走|抽|奖金)[^。!?;,]{0,8}(?:[六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]?百[一二三四五六七八九]?十?|千)万(?:元|块|现金|大奖|红包)",
    "|(?:抽奖?|头奖|大奖|一等奖|特等奖|中奖|抽中|赢取?|赢走|幸运(?:观众|粉丝|顾客|读者|用户)|锦鲤)[^。!?;]{0,24}(?:[六七八九]万[一二三四五六七八九]?千?|[5-9]万[1-9]千|[一二三四五六七八九]?十[一二三四五六七八九]?万|百万)[^。!?;,]{0,4}(?:元|块|现金|大奖|的|礼|左右|,|$|一台|一辆)",
    "|(?:[六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)万[一二三四五六七八九]?(?:千)?[^。!?;,]{0,4}(?:现金|奖金|红包|大奖|元)[^。!?;]{0,8}(?:抽|幸运|等你)",
    "|(?:头奖|大奖|一等奖|特等奖|抽中|抽出|终极大奖)[^。!?;,]{0,8}(?:小户型|一套房|商品房|公寓|学区房|新房|一台车|一辆车|送车|suv|电动汽车|皮卡|游艇|大平层)",
    "|(?:[六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]?百)万元?(?:现金|奖金)?(?:大奖|红包等你|等你抽)",
    "|(?:抽|摇|砸|转盘|转到|福袋|盲盒|瓜分|独得|幸运|锦鲤|凭(?:小票|发票|号码))[^。!?;]{0,24}(?:一居室|两居室|小公寓|一套房|首付|特斯拉|比亚迪|宝马|奔驰|奥迪|理想l|蔚来|劳力士|名表|金砖|(?:[二三四五六七八九十百\\d]+)两黄金|(?:[一二三四五六七八九]百|[6-9]\\d|\\d{3,})克(?:的)?(?:金条|黄金|足金))",
    "|(?:抽|摇|砸|转盘|转到|福袋|盲盒|瓜分|独得|幸运|锦鲤|最高奖|奖你|凭(?:小票|发票|号码))[^。!?;]{0,24}(?:[六七八九]万|[一二三四五六七八九]?十[一二三四五六七八九]?万|[一二三四五六七八九]百万)[^。!?;,]{0,4}(?:元|块|现金|的|$|[”\"八六千])",
    "|(?:抽|摇出|幸运|锦鲤|大奖|头奖|一等奖|特等奖)[^。!?;]{0,24}(?:[5-9]\\d{4}|[1-9]\\d{5,6}|[陆柒捌玖]万|[5-9](?:\\.\\d)?万|[1-9]\\d{1,2}(?:\\.\\d)?万)[^。!?;,]{0,4}(?:元|块|现金|奖|$)",
));

/// A dear thing that can be won in a draw, without a figure.
fn dear(document: &Document<'_>, told: &[usize], findings: &mut Findings) {
    for sentence in sentence::with(document, "draw") {
        let Some(range) = sentence.find(&DEAR) else { continue };
        if told.contains(&sentence.range.start)
            || OTHER.iter().any(|word| *word != "奖金" && sentence.text.contains(word))
            || ["模型", "玩具", "积木", "代金券", "抵用券", "保险", "试驾", "车模"]
                .iter()
                .any(|word| sentence.text.contains(word))
        {
            continue;
        }
        let Some(severity) = document.stance(&range).weigh(Severity::Warning) else { continue };
        let Some(place) = document.place(range.clone()) else { continue };
        let message = claims::dear_prize(document.shown(range));
        findings.push(plan::weighing(&META, severity, place, message, text::prize_help()));
    }
}

fn examine(campaign: &Campaign, findings: &mut Findings) {
    let times = campaign.mechanics.max_wins_per_entry.as_ref().map_or(1, |times| times.value.max(1));
    let mut found = false;
    for prize in plan::drawn(campaign) {
        if let Some(named) = named_value(&prize.name).filter(|named| *named > CAP)
            && prize.unit_value.as_ref().is_none_or(|value| value.value <= CAP)
        {
            let message = more::named_over(&prize.name.value, plan::yuan(named), plan::yuan(CAP));
            findings.push(META.finding(prize.name.place.clone(), message).help(text::prize_help()));
            found = true;
            continue;
        }
        let Some(value) = &prize.unit_value else { continue };
        // Nobody wins more of a kind than there are.
        let most = times.min(prize.quantity.as_ref().map_or(times, |quantity| quantity.value.max(1)));
        let total = value.value.saturating_mul(most);
        let message = if value.value > CAP {
            text::prize_over(&prize.name.value, plan::yuan(value.value), plan::yuan(CAP))
        } else if total > CAP {
            text::prize_total_over(&prize.name.value, most, plan::yuan(total), plan::yuan(CAP))
        } else {
            continue;
        };
        findings.push(META.finding(value.place.clone(), message).help(text::prize_help()));
        found = true;
    }
    if !found {
        together(campaign, times, findings);
    }
}

/// Several different prizes that one entry can win.
fn together(campaign: &Campaign, times: i64, findings: &mut Findings) {
    let Some(wins) = campaign.mechanics.max_wins_per_entry.as_ref().filter(|_| times > 1) else { return };
    let mut values: Vec<(i64, i64)> = plan::drawn(campaign)
        .filter_map(|prize| {
            let quantity = prize.quantity.as_ref().map_or(times, |quantity| quantity.value.max(0));
            Some((prize.unit_value.as_ref()?.value, quantity))
        })
        .collect();
    values.sort_unstable_by_key(|(value, _)| std::cmp::Reverse(*value));
    let (mut left, mut sum) = (times, 0_i64);
    for (value, quantity) in values {
        let taken = quantity.min(left);
        sum = sum.saturating_add(value.saturating_mul(taken));
        left -= taken;
    }
    if sum > CAP {
        let message = more::sum_over(times, plan::yuan(sum), plan::yuan(CAP));
        findings.push(META.finding(wins.place.clone(), message).help(text::prize_help()));
    }
}

/// The value that the name of a prize tells: “价值 8 万元的汽车”.
fn named_value(name: &str) -> Option<i64> {
    let folded = fold(name);
    let figures = figure::figures(&folded);
    let prices = figures.iter().filter(|figure| figure.kind == FigureKind::Price);
    prices.filter_map(|price| fen(folded.get(price.range.clone())?)).max()
}

/// Words of a sentence about a draw, and words of one about something else.
const DRAW: &[&str] = &[
    "抽奖",
    "大奖",
    "一等奖",
    "特等奖",
    "头奖",
    "中奖",
    "锦鲤",
    "抽取",
    "抽出",
    "抽一位",
    "抽1位",
    "抽中",
    "抽一名",
    "幸运观众",
    "幸运粉丝",
];
const OTHER: &[&str] = &[
    "彩票",
    "福彩",
    "体彩",
    "彩民",
    "双色球",
    "大乐透",
    "总价值",
    "总值",
    "总奖",
    "奖池",
    "共计",
    "合计",
    "不得超过",
    "上限",
    "封顶",
    "不超过",
    "罚",
    "诺贝尔",
    "奖学金",
    "奖金",
    "比赛",
    "大赛",
    "竞赛",
    "法律",
    "竞争法",
    "条例",
    "规定",
];

/// An article that promises more than a draw may give; where the sentences begin that do.
fn promised(document: &Document<'_>, findings: &mut Findings) -> Vec<usize> {
    let mut told = Vec::new();
    // Nobody speaks of a draw without such a word.
    if document.scan().cue("reward").is_empty() && document.scan().cue("draw").is_empty() {
        return told;
    }
    for figure in document.figures().iter().filter(|figure| figure.kind == FigureKind::Price) {
        let value = document.folded().get(figure.range.clone()).and_then(fen);
        if value.is_none_or(|value| value <= CAP) {
            continue;
        }
        let sentence = document.sentence_text(figure.range.clone());
        let spoken = |text: &str| DRAW.iter().any(|word| text.contains(word));
        let clause = clause(document.folded(), &figure.range);
        // “抽奖，奖品是价值 10 万元的汽车”: the clause of the figure speaks of a prize, or of a value.
        let about_draw = spoken(clause) || (clause.contains("价值") && spoken(sentence));
        if !about_draw || OTHER.iter().any(|word| sentence.contains(word)) {
            continue;
        }
        let Some(severity) = document.stance(&figure.range).weigh(Severity::Warning) else { continue };
        let Some(place) = document.place(figure.range.clone()) else { continue };
        let message = more::text_over(document.shown(figure.range.clone()), plan::yuan(CAP));
        findings.push(plan::weighing(&META, severity, place, message, text::prize_help()));
        told.push(document.sentence(figure.range.clone()).start);
    }
    told
}

/// The words around a figure, up to the next commas and stops.
fn clause<'t>(text: &'t str, range: &std::ops::Range<usize>) -> &'t str {
    let stop = |c: char| matches!(c, ',' | ';' | '。' | '!' | '?' | '，' | '；' | '！' | '？' | '\n');
    let from = text.get(..range.start).and_then(|before| before.rfind(stop)).map_or(0, |at| at);
    let to = text.get(range.end..).and_then(|after| after.find(stop)).map_or(text.len(), |at| range.end + at);
    text.get(from..to).unwrap_or_default()
}
