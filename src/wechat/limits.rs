//! Every number that the platform's interface imposes, with where it is written or who measured it.
//!
//! Lengths count Unicode code points, sizes count bytes. A [`Bound`] holds what a client refuses and what it warns of;
//! single constants are exact. Page names are those of <https://developers.weixin.qq.com/doc/>.

use std::time::Duration;

/// A limit with room for judgement: the documents and the live service differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    /// Above this a request is refused before it is sent.
    pub reject: usize,
    /// Above this a person is warned: the documents allow no more, or readers will not see more.
    pub warn: usize,
}

/// Title of an article (news), characters. Page `draft/add` since 2025-12-19: 32; measured 2026-06: 64 pass, 65 is 45003.
pub const TITLE: Bound = Bound { reject: 64, warn: 32 };
/// Title of an article in the documents, characters (page `draft/add`, 2025-12-19).
pub const TITLE_DOCUMENTED: usize = 32;
/// Title of a picture message (newspic), characters. Reported from the console: 20.
pub const TITLE_PICTURES: Bound = Bound { reject: 20, warn: 18 };
/// Author, characters. Page `draft/add` since 2025-11-26: 16; readers' phones show about 8 汉字.
pub const AUTHOR: Bound = Bound { reject: 16, warn: 8 };
/// Digest (摘要), characters. Page `draft/add` of 2026-10: 120; measured: 120 pass, 121 is 45004. Cards show about 54.
pub const DIGEST: Bound = Bound { reject: 120, warn: 54 };
/// Characters that the platform takes from the text when a single article has no digest (page `draft/add`).
pub const DIGEST_TAKEN: usize = 54;
/// Content of an article, bytes. Page `draft/add`: under 1 MB; the reserve below 1 MiB is ours.
pub const CONTENT_BYTES: usize = 1_000_000;
/// Content of an article at which the service refuses (45002), bytes: 1 MiB.
pub const CONTENT_BYTES_REFUSED: usize = 1_048_576;
/// Content of an article in the documents, characters (page `draft/add`); 100,000 were accepted when measured.
pub const CONTENT_CHARS_DOCUMENTED: usize = 20_000;
/// Text of a picture message, characters. Measured 2026-08: 1000 pass, 1001 is 45166.
pub const CONTENT_PICTURES: Bound = Bound { reject: 1000, warn: 800 };
/// Address behind 阅读原文, bytes (page `draft/add`).
pub const SOURCE_URL_BYTES: usize = 1024;
/// Articles in one draft (page `material/add_news` of the old tree; today's pages are silent).
pub const ARTICLES: usize = 8;
/// Pictures in a picture message (page `draft/add`).
pub const PICTURES: usize = 20;
/// Fractional digits of a crop coordinate (page `draft/add`).
pub const CROP_DECIMALS: usize = 6;
/// Length of the slug of a permanent address `mp.weixin.qq.com/s/<slug>`, characters (reported).
pub const SLUG: usize = 22;
/// Longest `media_id`, characters (page `draft/add`).
pub const MEDIA_ID: usize = 128;

/// In-article picture (`media/uploadimg`): what a client makes at most, bytes.
pub const UPLOADIMG_BYTES: usize = 1_000_000;
/// In-article picture: from this size on the service answers 40009, bytes (page `media/uploadimg`: under 1 MB).
pub const UPLOADIMG_BYTES_REFUSED: usize = 1_048_576;
/// Permanent image, bytes (page `material/add_material`).
pub const MATERIAL_IMAGE_BYTES: usize = 10 * 1_048_576;
/// Permanent thumb, bytes, JPEG only (page `material/add_material`).
pub const MATERIAL_THUMB_BYTES: usize = 64 * 1024;
/// Permanent voice, bytes (page `material/add_material`).
pub const MATERIAL_VOICE_BYTES: usize = 2 * 1_048_576;
/// Permanent video, bytes, MP4 (page `material/add_material`).
pub const MATERIAL_VIDEO_BYTES: usize = 10 * 1_048_576;
/// Permanent images in the library (page `material/add_material`).
pub const LIBRARY_IMAGES: usize = 100_000;
/// Permanent items of every other kind in the library (page `material/add_material`).
pub const LIBRARY_OTHERS: usize = 1000;
/// Items in one page of a list of drafts, materials or published articles (pages `*/batchget*`).
pub const PAGE_ITEMS: usize = 20;

/// Life of an access token (page `token`).
pub const TOKEN_LIFE: Duration = Duration::from_secs(7200);
/// How long a retired token still works, and the least `expires_in` of `stable_token` (page `stable_token`).
pub const TOKEN_OVERLAP: Duration = Duration::from_secs(300);
/// Forced refreshes of `stable_token` a day (page `stable_token`).
pub const FORCED_REFRESH_DAILY: u32 = 20;
/// Forced refreshes closer than this change nothing (page `stable_token`).
pub const FORCED_REFRESH_GAP: Duration = Duration::from_secs(30);

/// `clientmsgid`, bytes, in today's page `message/mass/sendall`.
pub const CLIENT_MSG_ID_BYTES: usize = 32;
/// `clientmsgid`, bytes, in the older page; what the measured profile refuses above.
pub const CLIENT_MSG_ID_BYTES_OLD: usize = 64;
/// How long a `clientmsgid` is remembered (page `message/mass/sendall`).
pub const CLIENT_MSG_ID_LIFE: Duration = Duration::from_secs(24 * 3600);
/// A repeated `clientmsgid` of a failed or running try is refused within this time: 45066 (page `message/mass/sendall`).
pub const CLIENT_MSG_ID_GAP: Duration = Duration::from_secs(60);
/// Requests a minute to the mass-send interfaces (page `群发接口和原创校验`).
pub const MASS_PER_MINUTE: u32 = 60;
/// Successful mass sends a day of a 公众号 (same page).
pub const MASS_DAILY_SUBSCRIPTION: u32 = 1;
/// Mass messages a calendar month that a follower of a 服务号 receives (same page).
pub const MASS_MONTHLY_SERVICE: u32 = 4;
/// Previews a day by 微信号 (page `message/mass/preview`).
pub const PREVIEW_BY_NAME_DAILY: u32 = 100;
/// Fewest receivers of `message/mass/send` (its page).
pub const OPENIDS_MIN: usize = 2;
/// Most receivers of `message/mass/send` (its page).
pub const OPENIDS_MAX: usize = 10_000;

/// Calls a day by path for a new account (page `接口调用额度`, table of `clear_quota`); paths that no page names carry the
/// limit of their family.
pub const DAILY: &[(&str, u32)] = &[
    ("/cgi-bin/token", 2000),
    ("/cgi-bin/stable_token", 500_000),
    ("/cgi-bin/media/uploadimg", 100_000),
    ("/cgi-bin/material/add_material", 100_000),
    ("/cgi-bin/material/get_material", 200_000),
    ("/cgi-bin/material/batchget_material", 1000),
    ("/cgi-bin/material/get_materialcount", 1000),
    ("/cgi-bin/material/del_material", 1000),
    ("/cgi-bin/draft/add", 1000),
    ("/cgi-bin/draft/get", 500),
    ("/cgi-bin/draft/update", 1000),
    ("/cgi-bin/draft/delete", 1000),
    ("/cgi-bin/draft/count", 1000),
    ("/cgi-bin/draft/batchget", 1000),
    ("/cgi-bin/draft/switch", 1000),
    ("/cgi-bin/freepublish/submit", 100),
    ("/cgi-bin/freepublish/get", 100),
    ("/cgi-bin/freepublish/delete", 10),
    ("/cgi-bin/freepublish/getarticle", 100),
    ("/cgi-bin/freepublish/batchget", 100),
    ("/cgi-bin/message/mass/sendall", 100),
    ("/cgi-bin/message/mass/send", 100),
    ("/cgi-bin/message/mass/preview", 1000),
    ("/cgi-bin/message/mass/get", 1000),
    ("/cgi-bin/message/mass/delete", 10),
    ("/cgi-bin/openapi/quota/get", 1000),
];

/// Calls a day to `path` (`/cgi-bin/draft/add`) for a new account; `None` for a path outside [`DAILY`].
pub fn daily(path: &str) -> Option<u32> {
    DAILY.iter().find(|(known, _)| *known == path).map(|(_, limit)| *limit)
}
