//! The payload: exactly what readers get, as one canonical text with one digest.
//!
//! A payload is frozen beside the first signature over it, and what is frozen is what goes out. How it is made of a
//! site is in `build`; how it travels to the platform is none of its business.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::asset::{self, Asset};
use crate::base::digest::Digest;
use crate::base::json;
use crate::base::message::{Explain, Message, signoff as text};
use crate::site::Mode;
use crate::wechat::limits;
use crate::wechat::wire::ArticleType;

/// The form that this program writes.
pub(super) const VERSION: u32 = 1;
/// Most bytes that a stored payload may have.
pub(super) const MAX_BYTES: usize = 32 << 20;

/// The exact request set for one edition, with digests in the place of addresses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payload {
    /// The form of this record: 1.
    pub v: u32,
    /// The account it goes to.
    pub account: String,
    /// How it goes out.
    #[serde(with = "mode")]
    pub mode: Mode,
    /// `all`, or `tag:<name>`.
    pub audience: String,
    /// 群发 even when the platform takes the text for a reprint (`send_ignore_reprint`).
    pub reprint: bool,
    /// 1–8 articles in the order in which readers see them.
    pub articles: Vec<PayloadArticle>,
}

/// One article of a payload.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayloadArticle {
    /// 图文 (`news`) or 图片消息 (`newspic`).
    pub kind: ArticleType,
    /// 标题.
    pub title: String,
    /// 作者; empty for a picture message.
    pub author: String,
    /// 摘要; empty for a picture message, and inside an edition of several articles when nobody wrote one.
    pub digest: String,
    /// HTML with assets in the place of picture addresses; plain text for a picture message.
    pub content: String,
    /// 阅读原文; empty when there is none.
    pub source_url: String,
    /// Whether readers may comment.
    pub comments_open: bool,
    /// Whether only followers may.
    pub comments_fans_only: bool,
    /// 封面; obligatory for 图文.
    pub cover: Option<Asset>,
    /// Part of the cover that the wide card shows: `X1_Y1_X2_Y2` in the unit square.
    pub crop_235_1: Option<String>,
    /// Part of the cover that the square card shows.
    pub crop_1_1: Option<String>,
    /// Pictures of a picture message, in order; the first is its cover.
    pub images: Vec<Asset>,
}

impl PayloadArticle {
    /// The assets of the article in order of first use, each once: cover, pictures of the text, pictures.
    pub fn assets(&self) -> Vec<Asset> {
        let mut seen = HashSet::new();
        let body = match self.kind {
            ArticleType::News => asset::references(&self.content),
            ArticleType::Newspic => Vec::new(),
        };
        let all =
            self.cover.into_iter().chain(body.into_iter().map(|(_, asset)| asset)).chain(self.images.clone());
        all.filter(|asset| seen.insert(*asset)).collect()
    }

    /// The content with every asset replaced by what `address` gives for it.
    ///
    /// # Errors
    /// The first asset for which `address` has nothing.
    pub fn content_with(&self, address: impl FnMut(Asset) -> Option<String>) -> Result<String, Asset> {
        match self.kind {
            ArticleType::News => asset::replace(&self.content, address),
            ArticleType::Newspic => Ok(self.content.clone()),
        }
    }
}

impl Payload {
    /// The one spelling that is digested, stored and sent.
    #[expect(
        clippy::expect_used,
        reason = "strings, truth values and integers always have a canonical spelling"
    )]
    pub fn canonical(&self) -> String {
        json::canonical(self).expect("a payload holds neither fractions nor maps with other keys")
    }

    /// P: the digest of [`Payload::canonical`].
    pub fn digest(&self) -> Digest {
        Digest::of(self.canonical())
    }

    /// Every asset in order of first use, each once.
    pub fn assets(&self) -> Vec<Asset> {
        let mut seen = HashSet::new();
        self.articles.iter().flat_map(PayloadArticle::assets).filter(|asset| seen.insert(*asset)).collect()
    }

    /// Reads a stored payload. Strict: only the canonical spelling of a payload of this form is one, so that what was
    /// read has the digest of what was stored.
    ///
    /// # Errors
    /// When the text is too large, no payload, of another form, or spelt otherwise.
    pub fn parse(text: &str) -> Result<Self, PayloadError> {
        if text.len() > MAX_BYTES {
            return Err(PayloadError::TooLarge);
        }
        let payload: Self =
            serde_json::from_str(text).map_err(|error| PayloadError::Unreadable(error.to_string()))?;
        if payload.v != VERSION {
            return Err(PayloadError::Version(payload.v));
        }
        if payload.canonical() != text {
            return Err(PayloadError::NotCanonical);
        }
        payload.check()?;
        Ok(payload)
    }

    /// What must hold whoever wrote it; limits of length are findings of `build` and errors of the platform.
    fn check(&self) -> Result<(), PayloadError> {
        let tag = self.audience.strip_prefix("tag:").is_some_and(|name| !name.is_empty());
        if self.audience != "all" && !tag {
            return Err(PayloadError::Unreadable(format!("audience {}", self.audience)));
        }
        if self.articles.is_empty() || self.articles.len() > limits::ARTICLES {
            return Err(PayloadError::Unreadable(format!("{} articles", self.articles.len())));
        }
        let crops = self.articles.iter().flat_map(|article| [&article.crop_235_1, &article.crop_1_1]);
        match crops.flatten().find(|crop| !is_crop(crop)) {
            Some(crop) => Err(PayloadError::Unreadable(format!("crop {crop}"))),
            None => Ok(()),
        }
    }
}

/// Four numbers from 0 to 1 of at most six decimals, left before right and top before bottom.
fn is_crop(text: &str) -> bool {
    let number = |part: &str| -> Option<u32> {
        let (whole, fraction) = part.split_once('.').unwrap_or((part, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !matches!(whole, "0" | "1") || !digits(fraction) || fraction.len() > limits::CROP_DECIMALS {
            return None;
        }
        let value = format!("{whole}{fraction:0<6}").parse().ok()?;
        (value <= 1_000_000).then_some(value)
    };
    let numbers: Option<Vec<u32>> = text.split('_').map(number).collect();
    matches!(numbers.as_deref(), Some([x1, y1, x2, y2]) if x1 < x2 && y1 < y2)
}

/// A stored payload is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PayloadError {
    /// More than 32 MiB.
    #[error("the payload is larger than {MAX_BYTES} bytes")]
    TooLarge,
    /// Not a payload.
    #[error("not a payload: {0}")]
    Unreadable(String),
    /// Written by a newer program.
    #[error("payload of form {0}, this program knows form {VERSION}")]
    Version(u32),
    /// The same values in another spelling.
    #[error("the payload is not in its canonical spelling")]
    NotCanonical,
}

impl Explain for PayloadError {
    fn message(&self) -> Message {
        match self {
            Self::TooLarge => text::payload_too_large(MAX_BYTES),
            Self::Unreadable(reason) => text::payload_unreadable(reason),
            Self::Version(version) => text::payload_version(version, VERSION),
            Self::NotCanonical => text::payload_not_canonical(),
        }
    }

    fn help(&self) -> Option<Message> {
        match self {
            Self::Version(_) => Some(text::payload_version_help()),
            _ => None,
        }
    }
}

/// [`Mode`] under its name.
pub(super) mod mode {
    use serde::{Deserialize, Deserializer, Serializer, de};

    use crate::site::Mode;

    pub(in crate::signoff) fn serialize<S: Serializer>(
        mode: &Mode,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(mode.name())
    }

    pub(in crate::signoff) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Mode, D::Error> {
        let name = String::deserialize(deserializer)?;
        [Mode::Mass, Mode::Publish, Mode::Draft]
            .into_iter()
            .find(|mode| mode.name() == name)
            .ok_or_else(|| de::Error::custom(format!("unknown mode {name}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn article() -> impl Strategy<Value = PayloadArticle> {
        (any::<bool>(), ".{0,12}", ".{0,40}", any::<[u8; 2]>(), any::<bool>()).prop_map(
            |(pictures, title, content, seeds, flag)| {
                let asset = Asset(Digest::of(seeds));
                PayloadArticle {
                    kind: if pictures { ArticleType::Newspic } else { ArticleType::News },
                    title,
                    author: "编辑部".to_owned(),
                    digest: content.clone(),
                    content: format!("{content}<img src=\"{asset}\">"),
                    source_url: String::new(),
                    comments_open: flag,
                    comments_fans_only: !flag,
                    cover: flag.then_some(asset),
                    crop_235_1: flag.then(|| "0_0.1_1_0.9".to_owned()),
                    crop_1_1: None,
                    images: vec![asset; seeds[0] as usize % 3],
                }
            },
        )
    }

    fn payload() -> impl Strategy<Value = Payload> {
        (prop::collection::vec(article(), 1..9), 0..3usize, "tag:.{1,8}|all").prop_map(
            |(articles, mode, audience)| Payload {
                v: VERSION,
                account: "main".to_owned(),
                mode: [Mode::Mass, Mode::Publish, Mode::Draft][mode],
                audience,
                reprint: false,
                articles,
            },
        )
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(payload in payload()) {
            let text = payload.canonical();
            let read = Payload::parse(&text).unwrap();
            prop_assert_eq!(&read, &payload);
            prop_assert_eq!(read.digest(), Digest::of(text));
        }

        #[test]
        fn nothing_that_is_read_panics(text in ".{0,200}", payload in payload(), cut in 0..400usize) {
            let _ = Payload::parse(&text);
            let whole = payload.canonical();
            let cut = whole.floor_char_boundary(cut);
            let broken = format!("{}{text}{}", &whole[..cut], &whole[cut..]);
            if let Ok(read) = Payload::parse(&broken) {
                prop_assert_eq!(read.canonical(), broken);
            }
        }
    }

    #[test]
    fn other_spellings_keys_forms_and_crops_are_refused() {
        let text = r#"{"account":"a","articles":[{"author":"","comments_fans_only":false,"comments_open":false,"content":"","cover":null,"crop_1_1":"0.1_0_0.9_1","crop_235_1":null,"digest":"","images":[],"kind":"news","source_url":"","title":"题"}],"audience":"all","mode":"mass","reprint":false,"v":1}"#;
        let good = Payload::parse(text).unwrap();
        assert_eq!(good.mode, Mode::Mass);
        assert_eq!(Payload::parse(&text.replace(":\"a\"", ": \"a\"")), Err(PayloadError::NotCanonical));
        assert_eq!(Payload::parse(&text.replace("\"v\":1", "\"v\":2")), Err(PayloadError::Version(2)));
        for (from, to) in [
            ("\"v\":1", "\"v\":1,\"x\":1"),
            ("\"all\"", "\"some\""),
            ("0.1_0_0.9_1", "0.9_0_0.1_1"),
            ("0.1_0_0.9_1", "0.1_0_0.9"),
            ("0.1_0_0.9_1", "0.1234567_0_0.9_1"),
            ("0.1_0_0.9_1", "0.1_0_1.1_1"),
            ("mass", "Mass"),
            ("\"v\":1", "\"v\":1,\"v\":1"),
        ] {
            let bad = Payload::parse(&text.replace(from, to));
            assert!(matches!(bad, Err(PayloadError::Unreadable(_))), "{to}: {bad:?}");
        }
    }
}
