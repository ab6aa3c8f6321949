//! `wx.clickbait`: titles that promise, frighten or hide instead of saying what happened.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::base::message::truth as text;
use crate::finding::{Finding, Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::word::{self, Verdict};
use crate::site::{Article, Kind};
use crate::source::plain::Zone;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "wx.clickbait",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "标题党",
    en: "Clickbait titles",
    basis: &["ECO-7", "WX-TITLE-2024"],
    documentation: "\
## 查什么
只查标题：惊吓和煽动的词（“震惊”“细思极恐”），藏住主语（“这种水果千万别吃”），圈人群（“50 岁以上的人必看”），催促（“速看”“马上删”），两个以上感叹号，用省略号断在半句，
书名号或引号里的名字在正文里没有出现。像官方通知的标题（“紧急通知”“刚刚通知”），正文里没有文号的算错误。

## 为什么
平台按夸大营销处理：限制推荐、删除内容、扣信用分。冒充官方通知还可能扰乱公共秩序。

## 依据
网络信息内容生态治理规定第七条；微信公众平台关于规范公众号标题夸大营销的公告（2024-02-28）。

## 反例
“紧急通知，今晚起全部取消，看完惊出一身汗……”

## 正例
“3 月 1 日起，地铁 2 号线末班车提前到 22:30”

## 怎么改
直接写事实：谁、什么时候、怎么变。真实的官方通知，正文写上发文机关、文号和日期。

## 例外
kind: notice 的通知、正文里有文号的通知只提示；书名、片名里的词可以在 front matter 的 sensitive_ok 里写明理由。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report_with(&META, context, document, findings, |hit, term, shown| {
        let severity = word::level(document, hit, term)?;
        if severity < Severity::Error {
            return Some(Verdict { severity, message: text::clickbait(shown) });
        }
        let real = is_notice(document) || has_document_number(document);
        let severity = if real { Severity::Info } else { severity };
        Some(Verdict { severity, message: text::fake_notice(shown) })
    });
    if let Some(article) = document.article() {
        findings.extend(exclamations(article));
        findings.extend(withheld(article));
        findings.extend(absent(article, document));
    }
}

fn is_notice(document: &Document<'_>) -> bool {
    document.article().is_some_and(|article| article.front.kind == Kind::Notice)
}

/// The number of an official document: 国办发〔2026〕12号, 第15号令.
static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"[\p{Han}]{1,12}[〔\[(【]\s?(?:19|20)\d{2}\s?[〕\])】]\s?(?:第\s?)?\d{1,5}\s?号|第\s?\d{1,5}\s?号(?:令|公告|通告|文)|(?:公告|通告|令)\s?(?:19|20)\d{2}\s?年第\s?\d{1,5}\s?号|文号[:：]\s?\S{4,}").ok()
});

fn has_document_number(document: &Document<'_>) -> bool {
    NUMBER.as_ref().is_some_and(|number| number.is_match(document.folded()))
}

/// Two or more exclamation marks.
fn exclamations(article: &Article) -> Option<Finding> {
    let title = &article.front.title;
    let count = title.value.chars().filter(|c| matches!(c, '!' | '！' | '❗' | '‼')).count();
    (count >= 2)
        .then(|| META.finding(title.place.clone(), text::exclamations(count)).help(text::exclamations_help()))
}

/// A title that breaks off with dots.
fn withheld(article: &Article) -> Option<Finding> {
    let title = &article.front.title;
    let end = title.value.trim_end_matches(['”', '"', '」', '！', '!', '？', '?', ' ']);
    let breaks = end.ends_with("……") || end.ends_with('…') || end.ends_with("...") || end.ends_with("。。");
    breaks.then(|| META.finding(title.place.clone(), text::withheld()).help(text::withheld_help()))
}

/// Shortest body, in characters, that must mention the names of its title.
const BODY: usize = 200;

/// Names in quotation marks of the title that the body never mentions.
fn absent(article: &Article, document: &Document<'_>) -> Option<Finding> {
    let title = &article.front.title;
    let named = names(&title.value);
    if named.is_empty() {
        return None;
    }
    let is_body = |zone| !matches!(zone, Zone::Title | Zone::Summary | Zone::Front);
    let start = document.plain.blocks.iter().find(|block| is_body(block.zone))?.range.start;
    let body = fold(document.plain.text().get(start..)?);
    if body.chars().take(BODY).count() < BODY {
        return None;
    }
    let letters: HashSet<char> = body.chars().collect();
    let missing = named.into_iter().find(|name| {
        // A name that is only shortened or inflected in the body shares most of its letters with it.
        let name: Vec<char> = fold(name).chars().filter(|c| c.is_alphanumeric()).collect();
        let known = name.iter().filter(|c| letters.contains(c)).count();
        name.len() >= 2 && known * 2 < name.len()
    })?;
    let finding = META.finding(title.place.clone(), text::absent_from_body(missing));
    Some(finding.help(text::absent_from_body_help()))
}

/// What stands in quotation marks and title marks, two to twelve characters long.
fn names(title: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = title;
    while let Some(open) = rest.find(['《', '“', '「', '『']) {
        let (mark, inside) = match rest.get(open..).and_then(|rest| rest.chars().next()) {
            Some(mark) => (mark, rest.get(open + mark.len_utf8()..).unwrap_or_default()),
            None => break,
        };
        let close = match mark {
            '《' => '》',
            '“' => '”',
            '「' => '」',
            _ => '』',
        };
        let Some((name, behind)) = inside.split_once(close) else { break };
        if (2..=12).contains(&name.chars().count()) {
            names.push(name);
        }
        rest = behind;
    }
    names
}
