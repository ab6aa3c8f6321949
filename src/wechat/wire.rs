//! Requests and answers as they travel, shared by the client and the sandbox.
//!
//! Tolerant where the platform is not of one mind: an id may come as number or text, a flag as 0/1 or a boolean.
//! Written always in one form. What a request must hold is not decided here.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The part that every answer may carry; a missing `errcode` is 0.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outcome {
    /// 0 for success.
    #[serde(default)]
    pub errcode: i64,
    /// The platform's sentence, ending in ` rid: …` for errors.
    #[serde(default)]
    pub errmsg: String,
}

// ---- token

/// Body of `stable_token`. Holds the secret, hence no `Debug`.
#[derive(Clone, Serialize, Deserialize)]
pub struct StableTokenRequest {
    /// `client_credential`.
    pub grant_type: String,
    /// The account.
    pub appid: String,
    /// Its AppSecret.
    pub secret: String,
    /// Whether to retire the present token.
    #[serde(default)]
    pub force_refresh: bool,
}

/// Answer of `token` and `stable_token`. Holds a token, hence no `Debug`.
#[derive(Clone, Serialize, Deserialize)]
pub struct TokenAnswer {
    /// At most 512 characters.
    pub access_token: String,
    /// Seconds.
    pub expires_in: u64,
}

// ---- material

/// Answer of `media/uploadimg`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UploadedImage {
    /// `http://mmbiz.qpic.cn/…`
    pub url: String,
}

/// Answer of `material/add_material`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddedMaterial {
    /// The permanent id.
    pub media_id: String,
    /// For images only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A body or an answer that is one `media_id`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediaId {
    /// Of a material or a draft.
    pub media_id: String,
}

/// One item of `material/batchget_material`, for other types than `news`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaterialItem {
    /// The permanent id.
    pub media_id: String,
    /// File name at the upload.
    pub name: String,
    /// Unix seconds.
    pub update_time: i64,
    /// For images.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Answer of `material/get_materialcount`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MaterialCount {
    /// Voices.
    pub voice_count: u64,
    /// Videos.
    pub video_count: u64,
    /// Images.
    pub image_count: u64,
    /// Articles of the retired kind.
    pub news_count: u64,
}

/// Body of `material/batchget_material`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaterialPageRequest {
    /// `image`, `video`, `voice` or `news`.
    #[serde(rename = "type")]
    pub kind: String,
    /// First item, from 0.
    pub offset: u64,
    /// 1–20.
    pub count: u64,
}

// ---- drafts

/// What kind of article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ArticleType {
    /// 文章: HTML.
    #[default]
    News,
    /// 图片消息 (贴图): pictures with a plain text.
    Newspic,
}

/// An article as `draft/add` takes it and `draft/get` gives it back.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Article {
    /// `news` when absent.
    #[serde(default)]
    pub article_type: ArticleType,
    /// Obligatory.
    #[serde(default)]
    pub title: String,
    /// News only.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// News only.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub digest: String,
    /// HTML for news, plain text for picture messages.
    #[serde(default)]
    pub content: String,
    /// 阅读原文.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub content_source_url: String,
    /// Cover: id of a permanent image; obligatory for news.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub thumb_media_id: String,
    /// Whether comments are open.
    #[serde(default, with = "flag")]
    pub need_open_comment: bool,
    /// Whether only followers may comment.
    #[serde(default, with = "flag")]
    pub only_fans_can_comment: bool,
    /// Crop of the wide cover, `X1_Y1_X2_Y2` in the unit square.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub pic_crop_235_1: String,
    /// Crop of the square cover.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub pic_crop_1_1: String,
    /// Pictures of a picture message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_info: Option<ImageInfo>,
    /// Crops of the cover in the newer form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover_info: Option<CoverInfo>,
    /// Products of a picture message, as the platform defines them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_info: Option<serde_json::Value>,
}

/// Pictures of a picture message; the first is the cover.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ImageInfo {
    /// 1–20 pictures.
    #[serde(default)]
    pub image_list: Vec<ImageRef>,
}

/// One picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImageRef {
    /// Id of a permanent image.
    pub image_media_id: String,
}

/// Crops of the cover.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CoverInfo {
    /// One entry a ratio.
    #[serde(default)]
    pub crop_percent_list: Vec<CropPercent>,
}

/// One crop; all strings on the wire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CropPercent {
    /// `1_1`, `16_9` or `2.35_1`.
    pub ratio: String,
    /// Left, 0–1.
    pub x1: String,
    /// Top, 0–1.
    pub y1: String,
    /// Right, 0–1.
    pub x2: String,
    /// Bottom, 0–1.
    pub y2: String,
}

/// Body of `draft/add`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftAdd {
    /// 1–8.
    pub articles: Vec<Article>,
}

/// Body of `draft/update`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftUpdate {
    /// The draft.
    pub media_id: String,
    /// Which article, from 0.
    pub index: u64,
    /// One article, whole: what is absent becomes empty.
    pub articles: Article,
}

/// An article as the platform shows it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NewsItem {
    /// What was stored.
    #[serde(flatten)]
    pub article: Article,
    /// Address of the cover.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub thumb_url: String,
    /// A temporary address for a draft, the permanent one once published.
    #[serde(default)]
    pub url: String,
    /// Only for published articles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_deleted: Option<bool>,
}

/// Answer of `draft/get` and `freepublish/getarticle`, and the inside of list items.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct News {
    /// In the order of the message.
    #[serde(default)]
    pub news_item: Vec<NewsItem>,
}

/// Body of `draft/batchget` and `freepublish/batchget`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageRequest {
    /// First item, from 0.
    pub offset: u64,
    /// 1–20.
    pub count: u64,
    /// Whether to leave `content` out.
    #[serde(default, with = "flag")]
    pub no_content: bool,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page<T> {
    /// Items in the whole list.
    pub total_count: u64,
    /// Items in this page.
    pub item_count: u64,
    /// Newest first.
    #[serde(default = "Vec::new")]
    pub item: Vec<T>,
}

/// One item of `draft/batchget`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftItem {
    /// The draft.
    pub media_id: String,
    /// Its articles.
    pub content: News,
    /// Unix seconds.
    pub update_time: i64,
}

/// Answer of `draft/count`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Live drafts.
    pub total_count: u64,
}

// ---- publish

/// Answer of `freepublish/submit`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submitted {
    /// Key for `freepublish/get`.
    #[serde(with = "id")]
    pub publish_id: String,
    /// In the table of the page, absent from its example.
    #[serde(default, with = "optional_id", skip_serializing_if = "Option::is_none")]
    pub msg_data_id: Option<String>,
}

/// Body of `freepublish/get`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishRef {
    /// From `freepublish/submit`.
    #[serde(with = "id")]
    pub publish_id: String,
}

/// Answer of `freepublish/get`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishState {
    /// Echo.
    #[serde(with = "id")]
    pub publish_id: String,
    /// 0 success, 1 under way, 2 originality, 3 ordinary failure, 4 review refused, 5 deleted, 6 banned.
    pub publish_status: i64,
    /// Key for `getarticle` and `delete`; status 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article_id: Option<String>,
    /// Addresses; status 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article_detail: Option<ArticleDetail>,
    /// Refused articles, from 1; meaningful for 2 and 4 only.
    #[serde(default)]
    pub fail_idx: Vec<u64>,
}

/// Addresses of published articles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleDetail {
    /// How many.
    pub count: u64,
    /// One an article.
    #[serde(default)]
    pub item: Vec<ArticleAddress>,
}

/// Address of a published article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleAddress {
    /// From 1.
    pub idx: u64,
    /// Permanent.
    pub article_url: String,
}

/// Body of `freepublish/getarticle` and `freepublish/delete`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleRef {
    /// From `freepublish/get`.
    pub article_id: String,
    /// Only for `delete`: from 1; 0 or absent means all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<u64>,
}

/// One item of `freepublish/batchget`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedItem {
    /// The publication.
    pub article_id: String,
    /// Its articles.
    pub content: News,
    /// Unix seconds.
    pub update_time: i64,
}

// ---- mass send

/// Audience of `message/mass/sendall`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MassFilter {
    /// All followers; enters the history list.
    pub is_to_all: bool,
    /// One tag, when not all.
    #[serde(default, with = "optional_number", skip_serializing_if = "Option::is_none")]
    pub tag_id: Option<u64>,
}

/// What a mass message holds: `msgtype` and the branch of that name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "msgtype", rename_all = "lowercase")]
pub enum MassBody {
    /// A draft.
    Mpnews {
        /// The draft's id.
        mpnews: MediaId,
    },
    /// Plain text.
    Text {
        /// The text.
        text: TextContent,
    },
    /// Pictures.
    Image {
        /// Permanent images.
        images: MassImages,
    },
    /// A voice.
    Voice {
        /// The material.
        voice: MediaId,
    },
    /// A video.
    Mpvideo {
        /// The material.
        mpvideo: MediaId,
    },
}

/// Plain text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextContent {
    /// The text.
    pub content: String,
}

/// Pictures of a mass message.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MassImages {
    /// Permanent images.
    pub media_ids: Vec<String>,
    /// Sentence above the pictures.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub recommend: String,
    /// Title.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Whether comments are open.
    #[serde(default, with = "flag")]
    pub need_open_comment: bool,
    /// Whether only followers may comment.
    #[serde(default, with = "flag")]
    pub only_fans_can_comment: bool,
}

/// Body of `message/mass/sendall`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MassSendAll {
    /// The audience.
    pub filter: MassFilter,
    /// The message.
    #[serde(flatten)]
    pub body: MassBody,
    /// Whether to go on as a reprint when the originality check hits.
    #[serde(default, with = "flag")]
    pub send_ignore_reprint: bool,
    /// Idempotency key for 24 hours, at most 32 bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clientmsgid: Option<String>,
}

/// Body of `message/mass/preview`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MassPreview {
    /// OpenID of a follower.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touser: Option<String>,
    /// 微信号; wins when both are given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub towxname: Option<String>,
    /// The message.
    #[serde(flatten)]
    pub body: MassBody,
}

/// Answer of `sendall` and `send`; also carried by 45065, then without `msg_data_id`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MassAccepted {
    /// The job.
    #[serde(with = "number")]
    pub msg_id: u64,
    /// Key for comments and statistics; for articles only.
    #[serde(default, with = "optional_number", skip_serializing_if = "Option::is_none")]
    pub msg_data_id: Option<u64>,
}

/// Body of `message/mass/get`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MassRef {
    /// The job, as text.
    #[serde(with = "id")]
    pub msg_id: String,
}

/// Answer of `message/mass/get`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MassStatus {
    /// The job.
    #[serde(with = "number")]
    pub msg_id: u64,
    /// `SEND_SUCCESS`, `SENDING`, `SEND_FAIL` or `DELETE`.
    pub msg_status: String,
}

/// Body of `message/mass/delete`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MassDelete {
    /// The job; wins over `url`.
    #[serde(default, with = "optional_number", skip_serializing_if = "Option::is_none")]
    pub msg_id: Option<u64>,
    /// Address of an article of the send.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// From 1; 0 or absent means all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article_idx: Option<u64>,
}

// ---- quota

/// Body of `openapi/quota/get`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotaRequest {
    /// Path with leading slash, without host: `/cgi-bin/draft/add`.
    pub cgi_path: String,
}

/// Answer of `openapi/quota/get`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotaAnswer {
    /// Of the day.
    pub quota: Quota,
    /// Of the minute, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_limit: Option<RateLimit>,
}

/// Calls of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quota {
    /// Allowed.
    pub daily_limit: u64,
    /// Made.
    pub used: u64,
    /// Left.
    pub remain: u64,
}

/// Calls of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateLimit {
    /// Allowed.
    pub call_count: u64,
    /// The period in seconds.
    pub refresh_second: u64,
}

// ---- forms of numbers

#[derive(Deserialize)]
#[serde(untagged)]
enum NumberOrText {
    Bool(bool),
    Number(u64),
    Text(String),
}

impl NumberOrText {
    fn number<E: de::Error>(self) -> Result<u64, E> {
        match self {
            Self::Bool(value) => Ok(u64::from(value)),
            Self::Number(value) => Ok(value),
            Self::Text(text) => text.trim().parse().map_err(|_| E::custom("a number is needed")),
        }
    }
}

mod flag {
    use super::*;

    pub(super) fn serialize<S: Serializer>(value: &bool, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(u8::from(*value))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
        NumberOrText::deserialize(deserializer)?.number().map(|value| value != 0)
    }
}

mod number {
    use super::*;

    pub(super) fn serialize<S: Serializer>(value: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(*value)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        NumberOrText::deserialize(deserializer)?.number()
    }
}

mod optional_number {
    use super::*;

    pub(super) fn serialize<S: Serializer>(value: &Option<u64>, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
        Option::<NumberOrText>::deserialize(deserializer)?.map(NumberOrText::number).transpose()
    }
}

mod id {
    use super::*;

    pub(super) fn serialize<S: Serializer>(value: &str, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(value)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
        Ok(match NumberOrText::deserialize(deserializer)? {
            NumberOrText::Text(text) => text,
            other => other.number::<D::Error>()?.to_string(),
        })
    }
}

mod optional_id {
    use super::*;

    pub(super) fn serialize<S: Serializer>(value: &Option<String>, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<String>, D::Error> {
        Ok(match Option::<NumberOrText>::deserialize(deserializer)? {
            None => None,
            Some(NumberOrText::Text(text)) => Some(text),
            Some(other) => Some(other.number::<D::Error>()?.to_string()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn ids_are_read_as_number_or_text_and_written_in_one_form() {
        let text: Submitted = serde_json::from_value(json!({"publish_id": "22", "msg_data_id": 7})).unwrap();
        let number: Submitted =
            serde_json::from_value(json!({"publish_id": 22, "msg_data_id": "7"})).unwrap();
        assert_eq!(text, number);
        assert_eq!(serde_json::to_value(&text).unwrap(), json!({"publish_id": "22", "msg_data_id": "7"}));
        let filter: MassFilter =
            serde_json::from_value(json!({"is_to_all": false, "tag_id": "102"})).unwrap();
        assert_eq!(filter.tag_id, Some(102));
    }

    #[test]
    fn a_mass_request_carries_its_branch_beside_msgtype() {
        let request = MassSendAll {
            filter: MassFilter { is_to_all: true, tag_id: None },
            body: MassBody::Mpnews { mpnews: MediaId { media_id: "d".into() } },
            send_ignore_reprint: false,
            clientmsgid: Some("k".into()),
        };
        let wire = json!({"filter": {"is_to_all": true}, "msgtype": "mpnews", "mpnews": {"media_id": "d"},
            "send_ignore_reprint": 0, "clientmsgid": "k"});
        assert_eq!(serde_json::to_value(&request).unwrap(), wire);
        assert_eq!(serde_json::from_value::<MassSendAll>(wire).unwrap(), request);
    }

    #[test]
    fn an_item_of_a_list_reads_unknown_fields_and_flags_of_both_kinds() {
        let item: NewsItem = serde_json::from_value(json!({"title": "甲", "need_open_comment": 1,
            "only_fans_can_comment": true, "show_cover_pic": 0, "url": "http://x", "is_deleted": false}))
        .unwrap();
        assert!(item.article.need_open_comment && item.article.only_fans_can_comment);
        assert_eq!(item.is_deleted, Some(false));
    }
}
