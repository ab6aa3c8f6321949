//! `ad.education`: words of the pack `terms/ad-education.yaml`.

use crate::base::message::ad_trades as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::trade;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "ad.education",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "教育培训广告承诺通过、提分或借命题人员作保",
    en: "Promises and proof in education advertising",
    basis: &["AD-24"],
    documentation: "\
## 查什么
教育、培训广告里对升学、通过考试、拿证、提分、就业的保证（“保过”“不过退款”“30天提高50分”），命题、阅卷、考试机构人员参与的说法，以及用专家、状元、学员、家长的名义作证明。

## 为什么
学习结果因人而异，谁也保证不了。违反的罚广告费用一到三倍，算不清的十万到二十万元；培训效果的承诺不适用首违从轻。

## 依据
广告法第二十四条、第五十八条。

## 反例
“签约保过，不过全额退款；命题组老师亲授，学员小王 40 天从 90 分提到 130 分。”

## 正例
“全程 60 课时，含 12 次模拟考试和逐题讲评；学习效果因人而异。退费规则见合同第五条。”

## 怎么改
删掉保证和名次，写课程内容、课时、师资的真实经历和退费规则；学员故事放进不卖课的文章。

## 例外
“环保过关”“书包过重”“不必过度”这类跨词不算；说明不承诺、提醒警惕的不算。没有写 industry 的，按文中线索推断，最多降为警告。
",
};

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    trade::report(&META, &trade::EDUCATION, |term| text::education(term), context, document, findings);
}
