//! `sec.silent-period`: what is not said before a report.

use crate::base::message::sec_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase};
use crate::site::DayKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "sec.silent-period",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "静默期里谈业绩",
    en: "Talk about results in a quiet period",
    basis: &["SEC-79", "HOUSE"],
    documentation: "\
## 查什么
policy/company.yaml 的 silent（或 desk/calendar.yaml 里 kind: silent 的日子）覆盖发布那天，而文章里有业绩的预测、展望、暗示。

## 为什么
定期报告公布前的静默期，任何对业绩的暗示都可能被认定为选择性披露。

## 依据
证券法第七十九条（报告期限）、第八十三条；本站约定的静默期。

## 反例
季报前一周的推文写“三季度利润有望再创新高”。

## 正例
静默期内只写产品、品牌、招聘，不谈业绩。

## 怎么改
删去业绩的话，或移到报告公布之后发。

## 例外
没有写静默期的站点不查；已经公告并写了 announcement_no 的文章不查。
",
};

/// Results are foretold or hinted at.
static FORECAST: Phrase = Phrase::new(concat!(
    "(?:业绩|营收|收入|利润|净利|盈利|毛利|销售额|订单|交付量|股价|市值|现金流)[^。;\n]{0,16}(?:预计|有望|将|会|望|或|必将|可期|创新高|再创|超预期|翻倍|翻番|大增|大涨|大幅|稳增|向好|亮眼|目标|指引)",
    "|(?:预计|有望|预期|展望|力争|预测|目标|指引|看好)[^。;\n]{0,16}(?:业绩|营收|收入|利润|净利|盈利|毛利|销售额|订单|股价|市值|扭亏|增长)|(?:扭亏为盈|业绩暴增|业绩预告|业绩快报)",
));

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(day) = document.day else { return };
    let company = context.site.project.company.as_ref();
    let own = company.into_iter().flat_map(|company| &company.silent);
    let quiet = own.map(|period| (period.value.from, period.value.to)).chain(
        context
            .site
            .desk
            .days
            .iter()
            .filter(|day| day.value.kind == DayKind::Silent)
            .map(|day| (day.value.from.value, day.value.to)),
    );
    let Some((from, to)) = quiet.into_iter().find(|(from, to)| *from <= day && day <= *to) else { return };
    if document.article().is_some_and(|article| article.front.details.announcement_no.is_some()) {
        return;
    }
    for sentence in sentence::with(document, "forecast") {
        let Some(range) = sentence.find(&FORECAST) else { continue };
        let message = text::silent(document.shown(range.clone()), from, to);
        let about = (META.severity, message, text::silent_help());
        sentence::report_claim(&META, document, &range, about, findings);
    }
}
