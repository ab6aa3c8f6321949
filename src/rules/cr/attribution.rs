//! `cr.attribution`: credit where a licence asks for it.

use crate::base::message::{claims, cr_rules as text};
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::reference::{self, Target};
use crate::rules::sentence::{self, Phrase, Sentence};
use crate::rules::word;
use crate::source::plain::ReferenceKind;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "cr.attribution",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "知识共享的图没有署名",
    en: "CC pictures without credit",
    basis: &["CR-10"],
    documentation: "\
## 查什么
rights.yaml 里许可是 CC BY、CC BY-SA、ODbL 等要求署名的图，正文（图注、图片说明、文末致谢）里要能看到作者名；同时要看到许可名，缺许可名的降为警告。
正文自己说裁掉作者名、没有署名的也提示。

## 为什么
署名是这类许可的前提，不署名就等于没有许可，侵犯署名权和信息网络传播权。

## 依据
著作权法第十条第一款第二项；知识共享许可协议第三条。

## 反例
用了 CC BY 4.0 的照片，图下只写“风景”。

## 正例
图注写“摄影：John Doe，CC BY 4.0”。

## 怎么改
在图注或文末加上“作者，许可名，来源链接”。

## 例外
CC0、公有领域、自己的图不用；一张图的署名写在文末也算。
",
};

/// Licences that ask for credit.
static CREDIT: Phrase = Phrase::new(
    "cc[- ]?by|creative ?commons|知识共享|odbl|ogl|gfdl|gnu free|cc[- ]?sa|unsplash[+]|attribution|署名",
);
/// And those that do not.
static FREE: Phrase = Phrase::new("cc[- ]?0|public ?domain|公有领域|cc zero");
/// The licence, as readers are told of it.
static NAMED: Phrase =
    Phrase::new("cc[- ]?by|creative ?commons|知识共享|odbl|gfdl|署名(?:-|许可|4|3)|attribution");

/// The text says so itself.
static TOLD: Phrase = Phrase::new(concat!(
    "(?:没|未|不|忘(?:了|记)?|懒得|就不|没有|没法)[^。,]{0,3}(?:署名|署了?|标作者|写作者|注作者|标出处|写出处)",
    "|(?:作者名?|署名|水印|名字|签名|logo)[^。,]{0,8}(?:裁掉|裁了|抹掉|抹了|去掉|删掉|删了|p掉|p了|打了?码|遮住|截掉)",
    "|(?:就)?(?:不写|不提|不标|省略)(?:了)?(?:他|她|作者|人家|摄影师|原作者)的?(?:名字?|大名)",
    "|(?:没|不|未)(?:写|标|放|提|注|署)[^。,]{0,2}(?:他|她|作者|摄影师|画师|人家)的?名字?|名字[^。,]{0,4}(?:不放|不写|不标|不署|省了|略了|不提)",
    "|(?:谁|哪位)[^。,]{0,8}(?:拍|画|写|做)的[^。]{0,8}(?:忘|不知|记不)",
));
/// A work that somebody made.
static WORK: Phrase = Phrase::new("图|照片|插画|画|摄影|视频|作品|文章|诗|曲|漫画|素材|文字");
/// Advice and law.
static ADVICE: Phrase = Phrase::new(
    "不要|不能|不得|别|避免|切勿|应当|必须|需要|请|侵权|法|权利|被告|起诉|判|有权|可以不署名|匿名|投稿",
);

/// A sentence about a work whose author is left out.
fn told(document: &Document<'_>, findings: &mut Findings) {
    let counts = |sentence: &Sentence<'_>| !sentence.has(&ADVICE) && sentence.has(&WORK);
    for range in sentence::saying(document, "credit-word", &TOLD, counts) {
        let message = claims::credit_told(document.shown(range.clone()));
        let about = (Severity::Warning, message, claims::credit_told_help());
        sentence::report(&META, document, &range, about, findings);
    }
}

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |shown| claims::credit_told(shown), context, document, findings);
    told(document, findings);
    let Some(article) = document.article() else { return };
    for record in article.records.values() {
        let (Some(licence), Some(author)) = (&record.licence, &record.author) else { continue };
        let words = fold(&licence.value);
        if record.own || !CREDIT.is_in(&words) || FREE.is_in(&words) {
            continue;
        }
        let target = Target::File(record.file.clone());
        let shown = document.plain.references.iter().find(|reference| {
            reference.kind == ReferenceKind::Image && reference::target(article, &reference.target) == target
        });
        let Some(shown) = shown else { continue };
        let name = fold(author.value.trim());
        let place = reference::place(&article.file, shown);
        if name.is_empty() || !document.folded().contains(name.as_str()) {
            let message = text::credit_missing(&record.file, &author.value);
            findings
                .push(META.finding(place, message).help(text::credit_help(&author.value, &licence.value)));
        } else if !NAMED.is_in(document.folded()) {
            let message = text::credit_unnamed(&record.file, &licence.value);
            let help = text::credit_help(&author.value, &licence.value);
            let mut finding = META.finding(place, message).help(help);
            finding.severity = Severity::Warning;
            findings.push(finding);
        }
    }
}
