//! `cr.music-video`: sounds and films.

use crate::base::message::cr_rules as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::markup;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::Phrase;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "cr.music-video",
    severity: Severity::Error,
    since: "0.1.0",
    zh: "音乐和视频没有许可",
    en: "Music and films without a licence",
    basis: &["CR-10", "CR-42"],
    documentation: "\
## 查什么
front matter 的 media 里每段音乐、视频都要有 licence 和 proof（自己录制的写 own: true）；许可在发布时没有到期。正文用 HTML 放了音视频，而 media 里一条也没有的，也要报。

## 为什么
背景音乐是短视频和推文侵权的大头：词曲、录音、表演三种权利要分别取得。

## 依据
著作权法第十条、第四十二条至第四十四条、第五十三条（2021-06-01 起）。

## 反例
正文插了一段流行歌，media 里没有记录。

## 正例
media: [{file: 片头曲, author: 张三, licence: 曲库商用授权, proof: licences/music.pdf}]

## 怎么改
换成曲库里有商用授权的音乐，或删去；授权凭证放进仓库，路径写进 proof。

## 例外
自己录制的（own: true）、公有领域的（licence: public-domain、CC0）只要写明就行。
",
};

/// Nobody's permission is needed.
static FREE: Phrase = Phrase::new("cc[- ]?0|public[- ]?domain|公有领域");
/// Elements that play something.
const PLAYERS: &[&str] =
    &["audio", "video", "source", "mpvoice", "mp-common-mpaudio", "qqmusic", "mpvideo", "embed"];

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    let media = &article.front.details.media;
    for medium in media {
        let record = &medium.value;
        let licence = record.licence.as_ref().map(|licence| fold(&licence.value)).unwrap_or_default();
        if record.own || FREE.is_in(&licence) {
            continue;
        }
        let missing: Vec<&str> = [("licence", licence.trim().is_empty()), ("proof", record.proof.is_none())]
            .into_iter()
            .filter_map(|(key, missing)| missing.then_some(key))
            .collect();
        let message = if !missing.is_empty() {
            text::media_thin(&record.file, missing.join(", "))
        } else if let (Some(last), Some(day)) = (&record.expires, document.day)
            && last.value < day
        {
            text::media_over(&record.file, last.value)
        } else {
            continue;
        };
        findings.push(META.finding(record.place.clone(), message).help(text::media_help()));
    }
    if !media.is_empty() {
        return;
    }
    let mut told = false;
    markup::each(document, |markup| {
        markup.tags(|name, tag, range| {
            if tag.is_some() && !told && PLAYERS.contains(&name) {
                told = true;
                let place = Place::new(&article.file, range);
                findings.push(META.finding(place, text::media_unlisted()).help(text::media_help()));
            }
        });
    });
}
