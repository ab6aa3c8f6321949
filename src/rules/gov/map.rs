//! `gov.map`: maps that nobody has examined.

use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::reference::{self, Target};
use crate::rules::sentence::{self, Phrase};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "gov.map",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "地图没有审图号",
    en: "Maps without a review number",
    basis: &["MAP-15", "MAP-22"],
    documentation: "\
## 查什么
图片记录标了 tags: [map]，或者图片说明、文件名、图注里有“地图”“版图”“行政区划”“疆域”，而记录没有 map_review_no、图注也没有“审图号：GS（2024）1234 号”。记录里有审图号而图注没有印出来的，报警告。正文说“附一张中国地图”一类的话只提醒。

## 为什么
向社会公开的地图要送审并标注审图号；漏绘、错绘国界是最严重的地图问题，罚款最高十万元，还要承担政治责任。

## 依据
测绘法第三十八条；地图管理条例第十五条、第二十二条、第四十九条（2016-01-01 起）。

## 反例
自己画的中国地图当配图，没有审图号。

## 正例
用自然资源部标准地图服务的底图，图注写“审图号：GS(2023)2763号”。

## 怎么改
到标准地图服务网站下载底图，不改国界，在图注印上审图号，并写进记录的 map_review_no。

## 例外
地铁图、景区导览图、楼层平面图、校园图、思维地图、游戏里虚构的地图不查。
",
};

/// A map of territory.
static MAP: Phrase =
    Phrase::new("地图|版图|行政区划|疆域图|国界|china[-_ ]?map|world[-_ ]?map|map[-_ ]of[-_ ]|省界|政区图");
/// No territory is drawn on it.
static SKETCH: Phrase = Phrase::new(
    "地铁|公交|轻轨|线路图|景区|导览|游览|楼层|平面图|室内|展位|展馆|校园|园区|小区|商场|停车|步行|路线示意|思维|脑图|知识地图|技能|学习地图|旅程地图|用户地图|热力|基因|藏宝|游戏|奇幻|虚构|架空|站点地图|sitemap|roadmap|heatmap|bitmap|mindmap|地图app|地图软件|地图应用|地图导航|高德|百度地图|腾讯地图|没有地图|地图册封面|审图号",
);
/// A review number.
static NUMBER: Phrase = Phrase::new(
    "审图号|[\\p{Han}a-z]?s ?[\\(\\[〔](?:19|20)\\d\\d[\\)\\]〕] ?\\d+ ?号|gs[- ]?(?:19|20)\\d\\d[- ]\\d+",
);
/// A map is put before readers in words.
static SHOWN: Phrase = Phrase::new(
    "(?:如图|下图|附|这张|一张|见图|这幅|一幅|手绘|自制|绘制|自己画|画了)[^。;\n]{0,14}(?:中国|世界|全国|亚洲|我国|各省|省级|行政区划|版图)[^。;\n]{0,4}(?:地图|图)|(?:中国|世界|全国)地图(?:如下|见下|来了|下载|高清)",
);

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let mut shown = false;
    for picture in document.pictures() {
        let path = match reference::target(article, &picture.reference.target) {
            Target::File(path) => path,
            _ => String::new(),
        };
        let record = article.records.get(&path);
        let words = fold(&format!("{} {} {}", picture.alt, picture.file, picture.caption));
        let words = words.get(..words.floor_char_boundary(2000)).unwrap_or_default();
        let tagged = record.is_some_and(|record| record.shows("map"));
        let number = record.and_then(|record| record.details.map_review_no.as_ref());
        if !tagged && number.is_none() && (!MAP.is_in(words) || SKETCH.is_in(words)) {
            continue;
        }
        shown = true;
        let printed =
            NUMBER.is_in(words) || NUMBER.is_in(&fold(behind(document, picture.reference.text.start)));
        let Some(place) = document.reference_place(picture.reference) else { continue };
        let (severity, message) = match (printed, number) {
            (true, _) => continue,
            (false, Some(number)) => (Severity::Warning, text::map_unprinted(&number.value)),
            (false, None) => (Severity::Error, text::map_unreviewed(picture.file)),
        };
        let mut finding = META.finding(place, message).help(text::map_help());
        finding.severity = severity;
        findings.push(finding);
    }
    if shown {
        return;
    }
    for sentence in sentence::with(document, "map-word") {
        let Some(range) = sentence.find(&SHOWN) else { continue };
        if sentence.has(&SKETCH) || NUMBER.is_in(sentence.paragraph()) {
            continue;
        }
        let message = text::map_mentioned(document.shown(range.clone()));
        let about = (Severity::Warning, message, text::map_help());
        sentence::report_claim(&META, document, &range, about, findings);
    }
}

/// The text behind a picture up to the next one: a caption of its own.
fn behind<'d>(document: &'d Document<'_>, at: usize) -> &'d str {
    let next = document.pictures().map(|picture| picture.reference.text.start).find(|start| *start > at);
    let text = document.plain.text();
    let end = (at + 400).min(next.unwrap_or(text.len())).min(text.len());
    text.get(text.floor_char_boundary(at)..text.floor_char_boundary(end)).unwrap_or_default()
}
