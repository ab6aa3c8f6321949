//! `cr.reprint`: records of reprints.

use crate::base::message::cr_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase};
use crate::rules::word;
use crate::site::{Located, Repost};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "cr.reprint",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "转载手续不全",
    en: "Reprints without permission or source",
    basis: &["CR-10", "CR-24", "ACCT-17"],
    documentation: "\
## 查什么
写了 repost 的文章要有作者、出处、原文链接、授权人和授权凭证；正文里要看得到作者和出处；原标题（repost.title）与现标题不同而没有 allow_modify: true 的要报。没写 repost，正文却写着“转载自”“本文转自”“原载于”的也报。

## 为什么
转载要经许可并注明来源，删改还要作者同意；侵权要赔偿，账号会被投诉下架。

## 依据
著作权法第十条、第二十四条、第五十二条；互联网用户公众账号信息服务管理规定第十七条。

## 反例
正文写“本文转自某公众号”，front matter 里没有 repost。

## 正例
repost: {author: 李四, source: 某公众号, url: https://mp.weixin.qq.com/s/…, authorised_by: 李四, proof: licences/li.pdf}

## 怎么改
联系作者取得书面授权，把凭证放进仓库；拿不到授权就改成摘要加链接。

## 例外
法律法规、判决书、单纯事实消息不受著作权保护，写 rights: {text: public-domain}；被别人转载的声明（“转载请联系”）不算。
",
};

/// The text says that it is somebody else's.
static CONFESSED: Phrase = Phrase::new(concat!(
    "(?:本文|文章|全文|内容|以下)?(?:转载自|转自|摘自|摘编自|原载于|原载|编译自|转载于|选自|搬运自|来源于公众号|来源:公众号|来源:微信公众号)[^。;,]{1,30}",
    "|(?:本文|文章)(?:系|为)转载|(?:转载|搬运)(?:文章|内容),?(?:仅|只)|(?:经|已获)?(?:作者)?授权转载",
    "|(?:爆文|爆款文|别人的?(?:文章|稿子|推文)|隔壁号|别家号?(?:的)?(?:文章|推文|稿)|人家的?(?:文章|稿)|网上的?(?:文章|稿))[^。;]{0,10}(?:改了?改?|换(?:个|了)|搬|抄|拿来|照搬|洗|拼)[^。;]{0,12}(?:开头|标题|就发|大家|过来|来发|成自己|搬|一遍|几个字)",
    "|(?:复制|搬运|扒|抄|拷贝?)[^。;]{0,4}(?:过来|来的|下来)[^。;]{0,10}(?:改|换|删)[^。;]{0,4}(?:几个|几处|词|字|标题|开头|段)|(?:全文|本文|这篇)[^。;]{0,2}(?:搬|抄|扒|复制|拷)自",
    "|(?:全文|文章|这篇|本文|内容|稿子|正文|下文)[^。;]{0,6}(?:搬自|抄自|抄的|抄来|复制别人|复制自|扒自|扒来|搬来|照搬|一字不改|是从[^。;]{1,8}(?:搬|抄|复制|扒))",
    "|(?:没来得及|没有|未|没)(?:打招呼|联系上(?:作者|原作)|经(?:作者|原作者)?(?:同意|许可)|得到授权|征得[^。;]{0,6}同意|找到作者|要授权)[^。;]{0,10}(?:见谅|海涵|抱歉|转|发)|(?:转|搬|发|抄|文章|全文|这篇)[^。;]{0,14}(?:没来得及打招呼|没打招呼|没联系上作者|没找到作者|作者没找到)",
    "|(?:原封不动|一字未改)[^。;]{0,6}(?:分享|搬|发|转)[^。;]{0,14}作者|未经(?:许可|授权|同意)[^。;]{0,2}(?:转了|搬了|发了|用了)",
    "|(?:爆款|爆文|同行|人家|别人)[^。;]{0,8}(?:改了?改?(?:标题|开头)|换了?个?(?:标题|开头))[^。;]{0,6}发",
    "|(?:洗稿|伪原创)(?:来的|一篇|一下|之后|完|就发)",
));
/// Said of other things.
static OTHER: Phrase = Phrase::new(
    "转载请|如需转载|欢迎转载|禁止转载|谢绝转载|未经[^。]{0,6}转载|不得转载|请勿转载|要转载|转载(?:须|需|时|前|者|率|量|次数|规则)|怎么转载|想转载|可以转载|转载过|经[^。]{0,8}授权[^。]{0,16}(?:刊于|原载|发表于|首发于|刊载于)|被[^。]{0,10}转载|(?:词|诗|歌词|照片|图片|数据|语录|段落|句子)(?:转|摘|选)自|[一-龥]转自(?:身|己|动|行|学|由|然)|自转自|运转自",
);

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    match &article.front.repost {
        Some(repost) => recorded(document, repost, &article.front.title, findings),
        None if article.front.rights.text.is_none() => {
            word::report(&META, |shown| text::reprint_confessed(shown), context, document, findings);
            confessed(document, findings);
        }
        None => {}
    }
}

/// What a record of a reprint lacks.
fn recorded(
    document: &Document<'_>,
    repost: &Located<Repost>,
    title: &Located<String>,
    findings: &mut Findings,
) {
    let filled =
        |value: &Option<Located<String>>| value.as_ref().is_some_and(|value| !value.value.trim().is_empty());
    let keys = [("url", &repost.url), ("authorised_by", &repost.authorised_by), ("proof", &repost.proof)];
    let missing: Vec<&str> = keys.iter().filter(|(_, value)| !filled(value)).map(|(key, _)| *key).collect();
    if !missing.is_empty() {
        let message = text::reprint_thin(missing.join(", "));
        findings.push(META.finding(repost.place.clone(), message).help(text::reprint_help()));
    }
    let folded = document.folded();
    let named = |name: &str| folded.contains(fold(name.trim()).as_str());
    if !named(&repost.author.value) || !named(&repost.source.value) {
        let message = text::reprint_unseen(&repost.author.value, &repost.source.value);
        findings.push(META.finding(repost.place.clone(), message).help(text::reprint_unseen_help()));
    }
    let changed = |original: &&Located<String>| bare(&original.value) != bare(&title.value);
    let allowed = repost.allow_modify.as_ref().is_some_and(|allowed| allowed.value);
    if let Some(original) = repost.title.as_ref().filter(changed)
        && !allowed
    {
        let message = text::reprint_title(&original.value);
        findings.push(META.finding(title.place.clone(), message).help(text::reprint_title_help()));
    }
}

/// A title without punctuation.
fn bare(title: &str) -> String {
    fold(title).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A text that says that it is reprinted, without a record.
fn confessed(document: &Document<'_>, findings: &mut Findings) {
    for range in sentence::saying(document, "reprinted", &CONFESSED, |sentence| !sentence.has(&OTHER)) {
        let message = text::reprint_confessed(document.shown(range.clone()));
        let about = (Severity::Warning, message, text::reprint_help());
        sentence::report_claim(&META, document, &range, about, findings);
    }
}
