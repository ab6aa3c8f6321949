//! `gov.news`: reporting and commentary that need a licence.

use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "gov.news",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "没有许可的时政新闻采编",
    en: "Current-affairs news without a licence",
    basis: &["NEWS-5", "ACCT-18.3"],
    documentation: "\
## 查什么
“本报记者”“本台记者”“前线记者”“突发事件现场”一类采编口吻；外交、军事、政务等时政话题与“突发”“快讯”“独家”“我们认为”“深度解读”等报道、评论的写法同在一句。账号写了 news_licence 的不查。

## 为什么
互联网新闻信息服务要有许可，公众号也算。无证采编、评论时政会被责令停止并处一万元以上三万元以下罚款，账号按违规处理。

## 依据
互联网新闻信息服务管理规定第五条、第二十二条（2017-06-01 起）；互联网用户公众账号信息服务管理规定第十八条。

## 反例
“本号独家快讯：某国首相突然辞职，外交部回应……”

## 正例
“国务院办公厅 5 月 6 日印发的办法，对商家有三点影响（原文链接见 sources）。”

## 怎么改
转载规定范围内的稿源并注明来源、作者、原标题；讲政策影响时附原文链接和日期，写进 front matter 的 sources；不以记者名义发文。

## 例外
转载（repost）、账号有 news_licence、讲记者节和招聘记者、复述历史的不报；写了带链接的 sources 的降为提示。
",
};

/// The manner of news and commentary.
static MANNER: Phrase = Phrase::new(
    "突发|快讯|速报|独家|首发|最新消息|最新局势|实时播报|现场直击|直击|重磅|刚刚|深度解读|深度评论|时评|锐评|评论员|本号认为|我们认为|小编认为|笔者认为|点评|怎么看|内幕|背后的(?:博弈|真相|较量)|一文看懂局势|局势分析|开打|要打仗|战况|战报",
);
/// A cry that opens a report.
static CRY: Phrase = Phrase::new("(?:突发|快讯|重磅|速报|刚刚|最新消息)[!:|丨】 ]{0,3}$");
/// History, law, school and idiom.
static OTHER: Phrase = Phrase::new(
    "历史|纪念|教科书|课文|小说|电影|影片|电视剧|游戏|考试|高考|考研|公务员考试|知识点|据(?:新华社|人民日报|央视|中新社|外交部网站|国防部网站)|转自|来源[:： ]|年会|表彰会|同桌|家长会|股东会|新华社(?:北京|电)|记者节|招聘|应聘",
);

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let accounts = &article.front.accounts;
    let licensed = article.front.details.news_licence.is_some()
        || !accounts.is_empty()
            && accounts.iter().all(|name| {
                context.site.config.account(name).is_some_and(|account| account.news_licence.is_some())
            });
    if licensed || article.front.repost.is_some() {
        return;
    }
    let sourced = article.front.sources.iter().any(|source| source.url.is_some());
    let weigh = |severity: Severity| if sourced { Severity::Info } else { severity };
    word::report_with(&META, context, document, findings, |hit, term, shown| {
        let verdict = || word::Verdict { severity: weigh(term.severity), message: text::news_phrase(shown) };
        word::applies(document, hit, term).then(verdict)
    });
    for sentence in sentence::with(document, "politics") {
        let (Some(topic), Some(manner)) = (sentence.cue("politics"), manner(document, &sentence)) else {
            continue;
        };
        if sentence.has(&OTHER) {
            continue;
        }
        let message = text::news(document.shown(topic.clone()), document.shown(manner));
        sentence::report(
            &META,
            document,
            &topic,
            (weigh(META.severity), message, text::news_help()),
            findings,
        );
    }
}

/// Where the manner shows: in the sentence, or as a cry before it (“突发！”).
fn manner(document: &Document<'_>, sentence: &sentence::Sentence<'_>) -> Option<std::ops::Range<usize>> {
    sentence.find(&MANNER).or_else(|| {
        let paragraph = sentence.paragraph_range();
        let before = document.folded().get(paragraph.start..sentence.range.start)?;
        let cry = CRY.find(before)?;
        Some(paragraph.start + cry.start..paragraph.start + cry.end)
    })
}
