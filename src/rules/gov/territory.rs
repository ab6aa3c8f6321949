//! `gov.territory`: parts of China in lists of countries.

use crate::base::message::Message;
use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase};
use crate::rules::word;
use crate::source::plain::Zone;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "gov.territory",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "把中国的地方写成国家",
    en: "Parts of China written as countries",
    basis: &["ECO-6", "MAP-15"],
    documentation: "\
## 查什么
台湾、香港、澳门、西藏、新疆与国家并列成“等国”“多国”，列在“国家：”后面、表格的“国家”一列或英文的 countries 里；
“中国和台湾”“中国与香港”一类并列；“台湾国”“台湾总统”一类称呼；🇹🇼 旗；把领土写成外国叫法（尖阁诸岛、阿鲁纳恰尔邦）。

## 为什么
这是最不能出的差错：平台直接删文封号，品牌要公开道歉，还会被立案处罚。表单、下拉框、物流说明里最常见。

## 依据
网络信息内容生态治理规定第六条（危害国家统一和领土完整）；地图管理条例第十五条。

## 反例
“产品远销日本、韩国、台湾等国家。”

## 正例
“产品远销日本、韩国、中国台湾等国家和地区。”

## 怎么改
“国家”改为“国家和地区”，并写“中国台湾”“中国香港”“中国澳门”；“中国和台湾”改为“大陆和台湾”，“中国和香港”改为“内地和香港”。

## 例外
“国家和地区”“国家/地区”“中国台湾”“港澳台地区”不报；引用错误写法作反例的只提示。
",
};

/// A list that is closed by “countries”, and what follows that word.
static CLOSED: Phrase = Phrase::new(
    "(台湾|香港|澳门|港澳台|西藏|新疆)(?:省|地区|特别行政区)?(?:[、,/和及与跟]|以及)?[^。;\n]{0,24}?等?(?:[一二三四五六七八九十两几数多\\d]+个?|多个|几个|这些|其他|其它)?(国家|(?:[等三四五六七八九十多两]|个)国)([^。;\n]{0,4})",
);
/// A list that “countries” opens.
static OPENED: Phrase = Phrase::new(concat!(
    "(?:国家|各国|国别|国籍|海外国家|外国|国外|境外国家|外国(?:代表团|客人|游客|学生|企业|品牌|嘉宾|选手|友人|客户)|外宾|外籍[^。,;\n]{0,4}|[两三四五六七八多\\d]国(?:联游|连游|通游|游|行|环游|之旅|巡展|通票|线路))(?:列表|名单|名称|代码|市场|客户|推荐|首选|排行|目的地|清单|大全|攻略)?",
    "(?:主要)?(?:包括|包含|有|为|例如|比如|诸如|如|涵盖|含|覆盖|是|:|-|—|\\(|→)+[^。;\n]{0,48}?(台湾|香港|澳门|西藏|新疆)(?:[、,/)和及与]|以及|等|$|的|。)",
));
/// What makes the list one of countries and regions.
static REGIONS: Phrase = Phrase::new(
    "国家(?:和|及|与|或|以及|、|/|\\(|,|&)+(?:其他|其它|相关)?(?:地区|区域)|国家级|国家队|国\\(?地区|country/region|countries (?:and|or|&) (?:regions|territories)|countries/regions",
);
/// China beside a part of it.
static BESIDE: Phrase = Phrase::new(
    "中国(?:[、/&]|和|与|跟|及|以及|到|去|飞|至|对|vs)(?:台湾|香港|澳门)|(?:台湾|香港|澳门)(?:[、/&]|和|与|跟|及|以及|对|vs)中国(?:大陆|内地|台湾|香港|澳门)?",
);
/// Called a state.
static STATE: Phrase = Phrase::new(concat!(
    "(?:台湾|香港|澳门|西藏|新疆)(?:这个|这样的)国家|(?:台湾|香港|澳门|西藏|新疆)(?:这个|这样的|也是|都是|就是|是|属于|作为)(?:(?:一个|个)[^,。;]{0,4}?)?(?:独立|主权)?(?:的)?(?:独立|主权)?国家(?:[^级队重的和及一]|$)",
    "|台湾(?:这个)?国(?:[^语小中立民宝剧货产际内术防画学文家药道庆企外人军旗葬手]|$)|台湾(?:总统|驻华大使|大使馆|外交部|国防部|签证|护照)|台湾共和国|台湾人?建国|台湾独立",
    "|(?:出国|国外|海外国家|外国)(?:去|到|游|旅游|旅行|留学|就是|如|,|:)+[^。,;]{0,6}(?:台湾|香港|澳门)|(?:去|到|赴|飞)(?:台湾|香港|澳门)[^。,;]{0,6}(?:出国|签证)",
));
/// Said of it, or against it.
static DENIED: Phrase = Phrase::new(
    "不是|并非|从来不|绝不|绝非|不存在|没有|反对|遏制|打击|粉碎|所谓|分裂|台独|不支持|不承认|谬论|企图|图谋|错误|不得|签证页|入境证|非国家|不属于国家|不应|未列为",
);
/// Countries in an English list.
static ENGLISH: Phrase = Phrase::new(
    "countries[^.。\n]{0,60}?(?:taiwan|hong kong|macau|macao)|(?:taiwan|hong kong|macau|macao)[^.。\n]{0,40}?(?:other )?countries",
);
/// The head of a column of countries.
static HEAD: Phrase = Phrase::new("国家|国别|国籍|country|countries|nationality");

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::territory_name(term), context, document, findings);
    for sentence in sentence::with(document, "territory") {
        let Some((range, message)) = judge(document, &sentence) else { continue };
        let about = (Severity::Error, message, text::territory_help());
        sentence::report(&META, document, &range, about, findings);
    }
    flags(document, findings);
}

/// What is wrong with a sentence that names one of the places.
fn judge(
    document: &Document<'_>,
    sentence: &sentence::Sentence<'_>,
) -> Option<(std::ops::Range<usize>, Message)> {
    if let Some(range) = cell(document, sentence) {
        let message = text::territory_cell(document.shown(range.clone()));
        return Some((range, message));
    }
    if let Some(range) = sentence.find(&BESIDE)
        && !sentence.has(&DENIED)
        && !is_mainland(document, &range)
    {
        return Some((range.clone(), text::territory_beside(document.shown(range))));
    }
    if let Some(range) = sentence.find(&STATE)
        && !sentence.has(&DENIED)
    {
        return Some((range.clone(), text::territory_state(document.shown(range))));
    }
    let listed = closed(sentence).or_else(|| sentence.find(&OPENED)).or_else(|| sentence.find(&ENGLISH))?;
    if sentence.has(&REGIONS) || sentence.has(&DENIED) || is_chinese(document, sentence) {
        return None;
    }
    Some((listed.clone(), text::territory_list(document.shown(listed))))
}

/// “中国大陆和台湾” and “中国台湾和…” are as they should be.
fn is_mainland(document: &Document<'_>, range: &std::ops::Range<usize>) -> bool {
    let before = document.folded().get(..range.start).unwrap_or_default();
    let words = document.folded().get(range.clone()).unwrap_or_default();
    before.ends_with("中国") || words.ends_with("大陆") || words.ends_with("内地") || {
        // “香港和中国澳门”
        ["中国台湾", "中国香港", "中国澳门"].iter().any(|name| words.ends_with(name))
    }
}

/// Every such place of the sentence is called Chinese.
fn is_chinese(document: &Document<'_>, sentence: &sentence::Sentence<'_>) -> bool {
    let folded = document.folded();
    document.scan().cues_within("territory", sentence.range.clone()).iter().all(|cue| {
        let before = folded.get(..cue.start).unwrap_or_default();
        ["中国", "我国", "china ", "china's ", "chinese "].iter().any(|word| before.ends_with(word))
    })
}

/// A list that ends in “等国”, unless that word goes on: 等国际都市, 国家和地区.
fn closed(sentence: &sentence::Sentence<'_>) -> Option<std::ops::Range<usize>> {
    let found = CLOSED.regex()?.captures(sentence.text)?;
    let (whole, state) = (found.get(0)?, found.get(2)?);
    let listed =
        ["、", "和", "及", "与", "等", ",", "/", "跟"].iter().any(|mark| whole.as_str().contains(mark));
    let next = found.get(3).map_or("", |rest| rest.as_str());
    let goes_on = if state.as_str() == "国家" {
        [
            "和地", "及地", "与地", "或地", "/地", "、地", "(地", "级", "队", "主席", "安全", "公园", "重点",
            "战略", "大剧", "标准", "政策",
        ]
        .iter()
        .any(|word| next.starts_with(word))
    } else {
        next.chars().next().is_some_and(|c| "际内产民货庆企语旗有学画道籍葬防务会外乐王泰手".contains(c))
    };
    (listed && !goes_on).then(|| sentence.at(whole.start()..state.end()))
}

/// A cell or list item that holds nothing but the place, under “国家”.
fn cell(document: &Document<'_>, sentence: &sentence::Sentence<'_>) -> Option<std::ops::Range<usize>> {
    let range = sentence.cue("territory")?;
    let block = document.block(range.clone())?;
    if !matches!(block.zone, Zone::Cell | Zone::Item) {
        return None;
    }
    let own = document.plain.text().get(block.range.clone())?.trim();
    let bare = own.trim_end_matches(['省', '岛']);
    if bare.chars().count() > 12 || bare != document.shown(range.clone()).trim_end_matches(['省', '岛']) {
        return None;
    }
    let heads = [block.column, if block.zone == Zone::Item { block.lead.or(block.heading) } else { None }];
    let is_head = |index: usize| {
        let head = crate::rules::fold::fold(document.plain.block_text(index));
        HEAD.is_in(&head) && !head.contains("地区") && !head.contains("region") && head.chars().count() < 60
    };
    heads.into_iter().flatten().any(is_head).then_some(range)
}

/// The flag that stands for a state that is none.
fn flags(document: &Document<'_>, findings: &mut Findings) {
    for (at, flag) in document.plain.text().match_indices("\u{1f1f9}\u{1f1fc}") {
        let Some(place) = document.plain.place(at..at + flag.len()) else { continue };
        findings.push(META.finding(place, text::territory_flag()).help(text::territory_flag_help()));
    }
}
