//! `ad.identify.news`: an advertisement does not dress as news.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::base::message::rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.identify.news",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "广告写成新闻",
    en: "Advertisement in the shape of news",
    basis: &["AD-14"],
    documentation: "\
## 查什么
判定为广告的文章里，“记者报道”“本报讯”“通讯员”一类新闻署名。

## 为什么
大众传播媒介不得以新闻报道形式变相发布广告。

## 依据
广告法第十四条第二款。

## 反例
“本报讯 某品牌旗舰店昨日开业，扫码领券……”

## 正例
“广告｜某品牌旗舰店开业，到店出示本文可免费续杯一次。”

## 怎么改
去掉新闻署名，开头写明“广告”。

## 例外
引文里的反面例子只提示。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    if !document.verdict.ad {
        return;
    }
    let listed = document.scan().cue("byline").iter().cloned();
    let written =
        BYLINE.iter().flat_map(|byline| byline.find_iter(document.folded()).map(|found| found.range()));
    let mut bylines: Vec<Range<usize>> = listed.chain(written).collect();
    bylines.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    for range in bylines {
        if range.start < end {
            continue;
        }
        end = range.end;
        let Some(place) = document.place(range.clone()) else { continue };
        let message = text::ad_as_news(document.shown(range.clone()));
        let Some(severity) = document.stance(&range).weigh(META.severity) else { continue };
        let mut finding = META.finding(place, message).help(text::ad_as_news_help());
        finding.severity = severity;
        findings.push(finding);
    }
}

/// The byline of a report: 记者 张三, （通讯员：李四）, 某地讯.
static BYLINE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:本报|本网|本台|见习|特约|实习|特派)?(?:记者|通讯员)(?: |:|\()\s?\p{Han}{2,4}(?:报道|摄|文|\)|,|。|\n|$| )|(?:本报|本刊|本网|本台|综合)\p{Han}{0,4}(?:讯|消息|报道)(?: |\(|:|,)").ok()
});
