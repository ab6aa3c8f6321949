//! `gov.fundraise`: appeals for donations by those who may not appeal.

use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "gov.fundraise",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "没有资格的公开募捐",
    en: "Public fundraising without qualification",
    basis: &["CHARITY-26"],
    documentation: "\
## 查什么
募捐、筹款、捐款的话，和银行卡号、收款码、个人账户、转账写在一段，而没有具备公开募捐资格的慈善组织或指定平台；“买一单捐一元”一类搭售善意的促销没有写受赠的慈善组织。

## 为什么
没有公开募捐资格的组织和个人不得公开募捐，民政部门可以责令退还、没收并处二万元以上二十万元以下罚款。读者的善款也没有监管。

## 依据
慈善法第二十六条、第二十七条、第一百一十三条（2024-09-05 起的修正版）。

## 反例
“为山区孩子爱心募捐，扫描下面收款码直接打款到小王个人账户。”

## 正例
“点击阅读原文，在腾讯公益平台向某某基金会（公开募捐备案编号……）捐赠。”

## 怎么改
与有公开募捐资格的慈善组织合作，在民政部指定的互联网平台进行，正文写组织名称和备案编号，不放个人账户。

## 例外
报道自己捐了多少、讲解捐赠抵税、防募捐诈骗不报；个人求助写明平台的只提示。
",
};

/// A way to pay.
static PAY: Phrase = Phrase::new(
    "收款码|付款码|小程序码|扫[^。,]{0,4}码|家长微信|站长微信|收款二维码|个人账户|个人帐户|银行账户|银行卡|账号|帐号|卡号|户名|开户行|支付宝|微信转账|转账|打款|汇款|扫码[^。;]{0,6}(?:捐|支付|付款|献|转|爱心)|(?:工商|建设|农业|中国|招商|交通)银行|二维码(?:捐|献)|加微信|加我|红包",
);
/// Somebody who may, or a platform that is named for it.
static QUALIFIED: Phrase = Phrase::new(
    "慈善总会|慈善会|基金会|红十字会|公开募捐资格|公募资格|备案编号|慈善中国|腾讯公益|支付宝公益|蚂蚁公益|水滴筹|轻松筹|水滴公益|指定(?:的)?(?:互联网)?(?:公开)?募捐|指定平台|民政部|慈善组织",
);
/// Reports, law and warnings.
static TALK: Phrase = Phrase::new(
    "诈骗|骗局|骗子|警惕|谨防|冒充|假借|不得|禁止|严禁|违法|被罚|处罚|慈善法|抵税|抵扣|(?:已|共|累计|总共)(?:捐|募|筹)|捐(?:了|出了|赠了)|(?:公司|集团|我司|企业|员工|学生|师生|村民|商会|校友|校友会)[^。]{0,10}(?:向|为|给)[^。]{0,20}(?:捐款|捐赠|捐出|捐)",
);
/// A sale that leans on charity.
static SALE: Phrase = Phrase::new(
    "(?:每)?(?:买|卖出|卖|下|售出|成交|购买|消费|转发|点赞|分享|关注)[一1每满]?[^。,;]{0,8}(?:单|件|份|杯|瓶|本|次|笔|盒|套|元|个)?[,， ]{0,2}(?:我们|我司|本店|店家|商家)?(?:就|即|便|都|将)?(?:(?:为|给|向)[^,。;]{1,10})?(?:捐|捐出|捐赠)[^。;]{0,6}(?:元|块|毛|角|分钱|%|顿|份|餐|件|本)",
);

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report_with(&META, context, document, findings, |hit, term, shown| {
        let sentence = sentence::around(document, hit.range.clone());
        if QUALIFIED.is_in(sentence.paragraph()) || term.severity < Severity::Error && sentence.has(&TALK) {
            return None;
        }
        let verdict = || word::Verdict { severity: term.severity, message: text::fundraise_phrase(shown) };
        word::applies(document, hit, term).then(verdict)
    });
    for sentence in sentence::with(document, "donate") {
        let Some(appeal) = sentence.cue("donate") else { continue };
        let paragraph = sentence.paragraph();
        if QUALIFIED.is_in(paragraph) || TALK.is_in(paragraph) {
            continue;
        }
        let (range, severity, message) = if let Some(range) = sentence.find(&SALE) {
            let message = text::fundraise_sale(document.shown(range.clone()));
            (range, Severity::Warning, message)
        } else if PAY.is_in(paragraph) {
            let message = text::fundraise(document.shown(appeal.clone()));
            (appeal, Severity::Error, message)
        } else {
            continue;
        };
        if document
            .hits(context, META.id)
            .any(|hit| hit.range.start < range.end && range.start < hit.range.end)
        {
            continue;
        }
        sentence::report(&META, document, &range, (severity, message, text::fundraise_help()), findings);
    }
}
