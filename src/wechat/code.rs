//! The platform's return codes: what they say, what kind of trouble they are, and what to do.
//!
//! One line a code in [`TABLE`]. A code that is not there counts as final: repeating an unknown refusal does harm.
//! Sources: page `全局返回码` and the error tables of the single interfaces.

use std::time::Duration;

use crate::base::message::{Message, wechat as text};

/// What kind of answer a code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// The same request may succeed in a moment: repeat with back-off.
    RetryLater,
    /// The token is not good any more: fetch another and repeat once.
    RefreshToken,
    /// A quota, a review or a person must come round first: minutes, a day, a month.
    Wait,
    /// The request itself is wrong or can never succeed.
    Final,
    /// Somebody must do something in the platform's console.
    Human,
    /// Counts as done.
    Success,
}

/// A return code of the platform.
#[derive(Debug, Clone, Copy)]
pub struct ReturnCode {
    /// `errcode`.
    pub code: i64,
    /// The usual beginning of `errmsg`.
    pub errmsg: &'static str,
    /// What kind of trouble it is on an ordinary call; see [`class`] for calls that fetch a token.
    pub class: Class,
    /// The least time to let pass before a repetition, where the platform names one.
    pub pause: Option<Duration>,
    advice: fn() -> Message,
}

impl ReturnCode {
    /// What to do about it.
    pub fn advice(&self) -> Message {
        (self.advice)()
    }
}

/// What is known of `code`.
pub fn lookup(code: i64) -> Option<&'static ReturnCode> {
    TABLE.binary_search_by_key(&code, |entry| entry.code).ok().and_then(|index| TABLE.get(index))
}

/// The class of `code`. On a call that fetches a token, 40001 means a wrong secret and is final.
pub fn class(code: i64, on_token_call: bool) -> Class {
    match (code, lookup(code)) {
        (40001, _) if on_token_call => Class::Final,
        (_, Some(known)) => known.class,
        (_, None) => Class::Final,
    }
}

/// The usual text of `code`, `unknown error` for a code that is not in the table.
pub fn errmsg(code: i64) -> &'static str {
    lookup(code).map_or("unknown error", |entry| entry.errmsg)
}

const fn entry(code: i64, errmsg: &'static str, class: Class, advice: fn() -> Message) -> ReturnCode {
    ReturnCode { code, errmsg, class, pause: None, advice }
}

const fn paused(seconds: u64, entry: ReturnCode) -> ReturnCode {
    ReturnCode { pause: Some(Duration::from_secs(seconds)), ..entry }
}

use Class::{Final as F, Human as H, RefreshToken as T, RetryLater as R, Success as S, Wait as W};

/// Every code of the interfaces that this program uses, ascending.
pub const TABLE: &[ReturnCode] = &[
    entry(-1, "system error", R, text::do_system_error),
    entry(0, "ok", S, text::do_nothing),
    entry(40001, "invalid credential, access_token is invalid or not latest", T, text::do_credential),
    entry(40002, "invalid grant_type", F, text::do_grant_type),
    entry(40003, "invalid openid", F, text::do_openid),
    entry(40004, "invalid media type", F, text::do_media_type),
    entry(40005, "invalid file type", F, text::do_file_type),
    entry(40006, "invalid media size", F, text::do_media_size),
    entry(40007, "invalid media_id", F, text::do_media_id),
    entry(40008, "invalid message type", F, text::do_message_type),
    entry(40009, "invalid image size", F, text::do_image_size),
    entry(40013, "invalid appid", F, text::do_appid),
    entry(40014, "invalid access_token", T, text::do_access_token),
    entry(40031, "invalid openid list", F, text::do_openid_list),
    entry(40032, "invalid openid list size", F, text::do_openid_list),
    entry(
        40033,
        "invalid charset. please check your request, if include \\uxxxx will create fail!",
        F,
        text::do_utf8,
    ),
    entry(40035, "invalid parameter", F, text::do_parameter),
    entry(40059, "invalid msg id", F, text::do_msg_id),
    entry(40060, "invalid article_idx", F, text::do_article_idx),
    entry(40065, "invalid msg status", W, text::do_msg_status),
    entry(40097, "invalid args", F, text::do_parameter),
    entry(40113, "unsupported file type", F, text::do_picture_format),
    entry(40114, "invalid index value", F, text::do_index),
    entry(40118, "invalid media_id size", F, text::do_media_id),
    entry(40121, "invalid media_id type", F, text::do_media_id),
    entry(40125, "invalid appsecret", F, text::do_secret),
    entry(40130, "invalid openid list size, at least two openid", F, text::do_openid_list),
    entry(40132, "invalid username", F, text::do_wechat_name),
    entry(40137, "invalid image format", F, text::do_picture_format),
    entry(40152, "invalid group id", F, text::do_tag),
    entry(40164, "invalid ip, not in whitelist", H, text::do_ip_list),
    entry(40201, "invalid url", F, text::do_callback_url),
    entry(40202, "invalid action", F, text::do_parameter),
    entry(40203, "invalid check_operator", F, text::do_parameter),
    entry(40204, "cannot delete article", F, text::do_flagged),
    entry(40243, "AppSecret is frozen", H, text::do_secret_frozen),
    entry(41001, "access_token missing", F, text::do_token_missing),
    entry(41002, "appid missing", F, text::do_appid),
    entry(41004, "appsecret missing", F, text::do_secret),
    entry(41005, "media data missing", F, text::do_media_missing),
    entry(41006, "media_id missing", F, text::do_media_id_missing),
    entry(41039, "invalid content_source_url", F, text::do_source_url),
    entry(42001, "access_token expired", T, text::do_access_token),
    paused(60, entry(42010, "operation too fast", R, text::do_too_fast)),
    entry(43001, "require GET method", F, text::do_method),
    entry(43002, "require POST method", F, text::do_method),
    entry(43003, "require https", F, text::do_https),
    entry(44001, "empty media data", F, text::do_media_missing),
    entry(44002, "empty post data", F, text::do_empty),
    entry(44003, "empty news data", F, text::do_news),
    entry(44004, "empty content", F, text::do_empty),
    entry(45001, "media size out of limit", F, text::do_media_size),
    entry(45002, "content size out of limit", F, text::do_content),
    entry(45003, "title size out of limit", F, text::do_title),
    entry(45004, "description size out of limit", F, text::do_digest),
    entry(45005, "url size out of limit", F, text::do_url_size),
    entry(45007, "voice is too long", F, text::do_voice),
    entry(45008, "article size out of limit", F, text::do_articles),
    entry(45009, "reach max api daily quota limit", W, text::do_daily_quota),
    paused(
        60,
        entry(
            45011,
            "api minute-quota reach limit, must slower, retry next minute",
            W,
            text::do_minute_quota,
        ),
    ),
    entry(45028, "has no masssend quota", W, text::do_mass_quota),
    entry(45035, "client ip not registered", H, text::do_ip_list),
    entry(45062, "has agreement ad. please use mp.weixin.qq.com", H, text::do_agreed_ad),
    entry(45065, "clientmsgid exist", S, text::do_sent_already),
    paused(60, entry(45066, "same clientmsgid retry too fast", R, text::do_too_fast)),
    entry(45067, "clientmsgid size out of limit", F, text::do_client_msg_id),
    entry(45083, "speed out of range", F, text::do_speed),
    entry(45084, "speed missing", F, text::do_speed),
    entry(45110, "author size out of limit", F, text::do_author),
    entry(45113, "goods and coupons can no longer be published", F, text::do_goods),
    entry(45162, "invalid msgtype", F, text::do_message_type),
    entry(45166, "invalid content", F, text::do_invalid_content),
    entry(46001, "media data no exist", F, text::do_media_id),
    entry(47001, "data format error", F, text::do_json),
    entry(47002, "no \\uxxxx in the request", F, text::do_utf8),
    entry(48001, "api unauthorized", H, text::do_unauthorized),
    entry(48003, "user not agree mass-send protocol", H, text::do_agreement),
    entry(48004, "api forbidden for irregularities, view detail on mp.weixin.qq.com", H, text::do_forbidden),
    entry(48005, "forbid to delete material used by auto-reply or menu", F, text::do_material_used),
    entry(48006, "forbid to clear quota because of reaching the limit", W, text::do_clear_quota),
    entry(48008, "no permission for this msgtype", F, text::do_message_type),
    entry(48021, "auto-saved draft cannot be sent by api", H, text::do_save_draft),
    entry(48022, "video uploaded by api cannot be sent", F, text::do_video),
    entry(50002, "user limited", H, text::do_account_frozen),
    entry(50004, "token use forbidden", H, text::do_account_frozen),
    entry(50007, "account frozen", H, text::do_account_frozen),
    entry(53404, "account is barred from products", F, text::do_products),
    entry(53405, "invalid product", F, text::do_products),
    entry(53406, "products are not enabled", F, text::do_products),
    entry(53500, "publish ability is banned", H, text::do_publish_banned),
    paused(300, entry(53501, "publish too frequently", R, text::do_publish_frequent)),
    entry(53502, "invalid publish_id", F, text::do_publish_id),
    entry(53503, "draft does not pass the publish check", H, text::do_publish_check),
    entry(53504, "draft must be published on mp.weixin.qq.com", H, text::do_publish_console),
    entry(53505, "draft must be saved on mp.weixin.qq.com first", H, text::do_save_draft),
    entry(53600, "invalid article_id", F, text::do_article_id),
    entry(61004, "client ip is not registered", H, text::do_ip_list),
    entry(61024, "component account must use its own token api", F, text::do_component),
    entry(61450, "system error", R, text::do_system_error),
    entry(61451, "invalid parameter", F, text::do_parameter),
    entry(76001, "rid not found", F, text::do_rid),
    entry(76002, "invalid rid", F, text::do_rid),
    entry(76003, "invalid cgi_path or rid of another account", F, text::do_rid),
    entry(76004, "rid too old", F, text::do_rid),
    entry(76021, "cgi_path not found", F, text::do_cgi_path),
    entry(76022, "no permission for this cgi_path", F, text::do_cgi_path),
    entry(87009, "invalid signature", F, text::do_parameter),
    entry(88000, "without comment privilege", H, text::do_comment_privilege),
    entry(88001, "msg_data is not exists", F, text::do_msg_data),
    entry(88002, "the article is limit for safety", F, text::do_flagged),
    entry(88003, "elected comment upper limit", F, text::do_elected),
    entry(88004, "comment was deleted by user", F, text::do_comment_gone),
    entry(88005, "already reply", S, text::do_nothing),
    entry(88007, "reply content beyond max len or content len is zero", F, text::do_reply),
    entry(88008, "comment is not exists", F, text::do_comment_gone),
    entry(88009, "reply is not exists", F, text::do_comment_gone),
    entry(88010, "count range error. count <= 0 or count > 50", F, text::do_comment_count),
    entry(88011, "the article is limit for safety", F, text::do_flagged),
    entry(89501, "waiting for confirmation by the administrator", W, text::do_administrator),
    entry(89502, "waiting for confirmation by the administrator", W, text::do_administrator),
    entry(89503, "this ip must be confirmed by the administrator", W, text::do_administrator),
    entry(89504, "waiting for confirmation by the administrator", W, text::do_administrator),
    entry(89505, "waiting for confirmation by the administrator", W, text::do_administrator),
    paused(86_400, entry(89506, "this ip was refused twice by the administrator", W, text::do_ip_refused)),
    paused(3600, entry(89507, "this ip was refused by the administrator", W, text::do_ip_refused)),
    entry(9_001_001, "invalid post parameter", F, text::do_parameter),
    entry(9_500_001, "invalid parameter", F, text::do_parameter),
    entry(9_500_002, "invalid parameter", F, text::do_parameter),
    entry(268_488_001, "system error", R, text::do_system_error),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::message::Lang;

    #[test]
    fn the_table_ascends_so_that_every_code_is_found() {
        assert!(TABLE.windows(2).all(|pair| pair[0].code < pair[1].code));
        for known in TABLE {
            assert_eq!(lookup(known.code).map(|found| found.errmsg), Some(known.errmsg));
        }
    }

    #[test]
    fn exactly_the_three_token_codes_ask_for_a_new_token() {
        let refresh: Vec<i64> =
            TABLE.iter().filter(|c| c.class == Class::RefreshToken).map(|c| c.code).collect();
        assert_eq!(refresh, [40001, 40014, 42001]);
        assert_eq!(class(40001, true), Class::Final);
        assert_eq!(class(40001, false), Class::RefreshToken);
        assert_eq!(class(999_999, false), Class::Final);
    }

    #[test]
    fn advice_is_chinese_in_chinese() {
        for known in TABLE {
            let advice = known.advice().text(Lang::Zh);
            assert!(
                advice.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)),
                "{}: {advice}",
                known.code
            );
        }
    }
}
