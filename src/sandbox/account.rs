//! An account of the sandbox: what the platform would know of its owner, its rights and its followers.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Digits at the end of an OpenID, after a prefix of eight characters.
const OPENID_DIGITS: usize = 20;

/// The two kinds of Official Account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// 公众号 (formerly 订阅号).
    #[default]
    Subscription,
    /// 服务号.
    Service,
}

/// A tag of followers. Members are a block of the followers; blocks of different tags follow one another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// `tag_id`.
    pub id: u64,
    /// Name.
    pub name: String,
    /// Members.
    pub followers: u64,
}

/// An account. Holds its secret, hence no `Debug`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Account {
    /// AppID.
    pub appid: String,
    /// AppSecret.
    pub secret: String,
    /// Name that readers see.
    pub name: String,
    /// 公众号 or 服务号.
    pub kind: Kind,
    /// 认证: without it there is no publishing and no mass send.
    pub verified: bool,
    /// 留言 privilege.
    pub comments: bool,
    /// Followers in all. Their OpenIDs are given by [`Account::openid`].
    pub followers: u64,
    /// Tags.
    pub tags: Vec<Tag>,
    /// API IP allow list: addresses and CIDR blocks; empty lets everybody in.
    pub allowed_ips: Vec<String>,
    /// Whether the AppSecret is frozen (40243).
    pub secret_frozen: bool,
    /// Whether the account is frozen (50007).
    pub frozen: bool,
    /// 微信号 that a preview reaches.
    pub wechat_names: Vec<String>,
    /// Daily limits that differ from those of a new account, by path.
    pub daily: BTreeMap<String, u32>,
}

impl Default for Account {
    fn default() -> Self {
        Self::new("", "")
    }
}

impl Account {
    /// A verified 公众号 with comments, 1,280 followers, two tags and one 微信号 for previews.
    pub fn new(appid: impl Into<String>, secret: impl Into<String>) -> Self {
        Self {
            appid: appid.into(),
            secret: secret.into(),
            name: "签发手册".into(),
            kind: Kind::Subscription,
            verified: true,
            comments: true,
            followers: 1280,
            tags: vec![
                Tag { id: 101, name: "老读者".into(), followers: 320 },
                Tag { id: 102, name: "活动报名".into(), followers: 48 },
            ],
            allowed_ips: Vec::new(),
            secret_frozen: false,
            frozen: false,
            wechat_names: vec!["qianfa_editor".into()],
            daily: BTreeMap::new(),
        }
    }

    /// OpenID of follower `index`, from 0: 28 characters, by which clients tell an OpenID from a 微信号.
    pub fn openid(&self, index: u64) -> String {
        format!("{}{index:0OPENID_DIGITS$}", self.openid_prefix())
    }

    /// The follower with this OpenID.
    pub(super) fn follower(&self, openid: &str) -> Option<u64> {
        let digits = openid.strip_prefix(&self.openid_prefix())?;
        let index = digits
            .parse()
            .ok()
            .filter(|_| digits.len() == OPENID_DIGITS && digits.bytes().all(|b| b.is_ascii_digit()))?;
        (index < self.followers).then_some(index)
    }

    fn openid_prefix(&self) -> String {
        format!("o{}_", super::id::short(&self.appid))
    }

    /// Members of a tag as blocks `start..end` of the followers.
    pub(super) fn members(&self, tag: u64) -> Option<Vec<(u64, u64)>> {
        let mut start = 0;
        for candidate in &self.tags {
            if candidate.id == tag {
                let size = candidate.followers.min(self.followers);
                let first = start % self.followers.max(1);
                let end = first + size;
                return Some(if end <= self.followers {
                    vec![(first, end)]
                } else {
                    vec![(first, self.followers), (0, end - self.followers)]
                });
            }
            start += candidate.followers;
        }
        None
    }
}

/// The text is not `APPID:SECRET[:subscription|service][:unverified]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not of the form APPID:SECRET[:subscription|service][:unverified]")]
pub struct BadAccount;

impl FromStr for Account {
    type Err = BadAccount;

    fn from_str(text: &str) -> Result<Self, BadAccount> {
        let mut words = text.split(':');
        let (Some(appid), Some(secret)) = (words.next(), words.next()) else { return Err(BadAccount) };
        if appid.is_empty() || secret.is_empty() {
            return Err(BadAccount);
        }
        let mut account = Self::new(appid, secret);
        for word in words {
            match word {
                "subscription" => account.kind = Kind::Subscription,
                "service" => account.kind = Kind::Service,
                "verified" => account.verified = true,
                "unverified" => {
                    // Only verified accounts have comments.
                    account.verified = false;
                    account.comments = false;
                }
                _ => return Err(BadAccount),
            }
        }
        Ok(account)
    }
}

/// Whether `address` is `entry` or lies in the block `entry` (`203.0.113.0/24`).
pub(super) fn ip_matches(entry: &str, address: IpAddr) -> bool {
    let (base, bits) = match entry.split_once('/') {
        Some((base, bits)) => match bits.parse::<u32>() {
            Ok(bits) => (base, Some(bits)),
            Err(_) => return false,
        },
        None => (entry, None),
    };
    match (base.parse::<IpAddr>(), address.to_canonical()) {
        (Ok(IpAddr::V4(base)), IpAddr::V4(address)) => {
            let shift = 32_u32.saturating_sub(bits.unwrap_or(32));
            bits.is_none_or(|bits| bits <= 32)
                && u32::from(base).checked_shr(shift) == u32::from(address).checked_shr(shift)
        }
        (Ok(IpAddr::V6(base)), IpAddr::V6(address)) => {
            let shift = 128_u32.saturating_sub(bits.unwrap_or(128));
            bits.is_none_or(|bits| bits <= 128)
                && u128::from(base).checked_shr(shift) == u128::from(address).checked_shr(shift)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn address_entries_are_exact_or_blocks_and_garbage_matches_nothing() {
        let ip: IpAddr = "203.0.113.9".parse().unwrap();
        for entry in ["203.0.113.9", "203.0.113.0/24", "0.0.0.0/0", "203.0.113.8/31"] {
            assert!(ip_matches(entry, ip), "{entry}");
        }
        for entry in ["203.0.113.8", "203.0.112.0/24", "203.0.113.9/33", "203.0.113.*", "", "::/0", "1/x"] {
            assert!(!ip_matches(entry, ip), "{entry}");
        }
        assert!(ip_matches("127.0.0.0/8", "::ffff:127.0.0.1".parse().unwrap()));
    }

    #[test]
    fn an_account_is_read_from_one_word() {
        let account = |text: &str| text.parse::<Account>().map(|a| (a.appid, a.secret, a.kind, a.verified));
        let wanted = |kind, verified| Ok(("wx1".to_owned(), "s".to_owned(), kind, verified));
        assert_eq!(account("wx1:s"), wanted(Kind::Subscription, true));
        assert_eq!(account("wx1:s:service"), wanted(Kind::Service, true));
        assert_eq!(account("wx1:s:subscription:unverified"), wanted(Kind::Subscription, false));
        for wrong in ["wx1", "wx1:", ":s", "wx1:s:personal", "wx1:s:"] {
            assert_eq!(account(wrong), Err(BadAccount), "{wrong}");
        }
    }

    #[test]
    fn tags_are_blocks_of_followers_that_wrap_around() {
        let mut account = Account::new("wx1", "s");
        account.followers = 100;
        account.tags = vec![
            Tag { id: 1, name: "甲".into(), followers: 80 },
            Tag { id: 2, name: "乙".into(), followers: 30 },
        ];
        assert_eq!(account.members(1), Some(vec![(0, 80)]));
        assert_eq!(account.members(2), Some(vec![(80, 100), (0, 10)]));
        assert_eq!(account.members(3), None);
        assert_eq!(account.follower(&account.openid(99)), Some(99));
        assert_eq!(account.follower(&account.openid(100)), None);
    }
}
