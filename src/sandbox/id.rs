//! Names that the sandbox gives to things: looking like the platform's, the same in every run of the same requests.

use data_encoding::BASE64URL_NOPAD;

use crate::base::digest::Digest;

/// Six letters that stand for `text`.
pub(super) fn short(text: &str) -> String {
    opaque(text).chars().filter(char::is_ascii_alphanumeric).take(6).collect()
}

/// The lane, below 400, in which an account numbers its things: a number of one account means nothing to another.
pub(super) fn lane(appid: &str) -> u64 {
    let digest = Digest::of(format!("lane|{appid}"));
    digest.as_bytes().iter().take(4).fold(0, |sum, byte| sum * 256 + u64::from(*byte)) % 400
}

/// 43 URL-safe characters that stand for `text`.
pub(super) fn opaque(text: &str) -> String {
    BASE64URL_NOPAD.encode(Digest::of(text).as_bytes())
}

/// `__biz` of an account.
pub(super) fn biz(appid: &str) -> String {
    format!(
        "Mz{}==",
        opaque(&format!("biz|{appid}")).replace(['-', '_'], "A").get(..12).unwrap_or("QianfaSandbo")
    )
}

/// Permanent address of article `idx` (from 1) of message `mid`.
pub(super) fn article_url(appid: &str, mid: &str, idx: usize) -> String {
    let sn = Digest::of(format!("sn|{appid}|{mid}|{idx}")).hex();
    let sn = sn.get(..32).unwrap_or(&sn);
    format!("http://mp.weixin.qq.com/s?__biz={}&mid={mid}&idx={idx}&sn={sn}", biz(appid))
}

/// Temporary address of article `idx` (from 1) of a draft.
pub(super) fn draft_url(appid: &str, media_id: &str, idx: usize) -> String {
    let key = opaque(&format!("tempkey|{appid}|{media_id}|{idx}"));
    format!("http://mp.weixin.qq.com/s?__biz={}&tempkey={key}", biz(appid))
}
