//! What goes wrong on purpose: faults of single requests, and scenarios for what the platform decides.

use serde::{Deserialize, Serialize};

use super::draft::Stored;

/// A fault that the next requests to one interface meet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// Path of the interface, `*` for any.
    pub path: String,
    /// What happens.
    #[serde(flatten)]
    pub trouble: Trouble,
    /// Requests that pass unharmed first.
    #[serde(default)]
    pub skip: u32,
    /// Requests that meet it.
    #[serde(default = "one")]
    pub times: u32,
}

/// What happens to a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum Trouble {
    /// The connection closes before anything has changed.
    DropBefore,
    /// Everything changes, then the connection closes without an answer.
    DropAfter,
    /// The answer comes late, by the machine's clock.
    Delay {
        /// How late.
        milliseconds: u64,
    },
    /// The answer is an error.
    Error {
        /// `errcode`.
        errcode: i64,
        /// Whether the change takes place all the same.
        #[serde(default)]
        changed: bool,
    },
    /// The token of the request is superseded just before it arrives, as by another program's refresh.
    Superseded,
}

impl Fault {
    /// `trouble` for the next request to `path`.
    pub fn once(path: impl Into<String>, trouble: Trouble) -> Self {
        Self { path: path.into(), trouble, skip: 0, times: 1 }
    }
}

/// What the platform decides about a submitted draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Whether it is about publishing or mass sending.
    #[serde(rename = "for", default)]
    pub medium: Medium,
    /// Only for this account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appid: Option<String>,
    /// Only for this draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_id: Option<String>,
    /// Only for drafts with an article of this title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The submission is refused at once with this code: 53503, 53504, 53505, 48021, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refuse: Option<i64>,
    /// The final `publish_status`: 0, 2, 3 or 4. A mass send fails with anything but 0.
    #[serde(default)]
    pub result: u8,
    /// Refused articles, from 1; for 2 and 4.
    #[serde(default)]
    pub fail_idx: Vec<u64>,
    /// The job stays under way until it is released.
    #[serde(default)]
    pub stuck: bool,
    /// Submissions that meet it.
    #[serde(default = "one")]
    pub times: u32,
}

/// The two ways to readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Medium {
    /// 发布.
    #[default]
    Publish,
    /// 群发.
    Mass,
}

impl Default for Scenario {
    fn default() -> Self {
        Self {
            medium: Medium::Publish,
            appid: None,
            media_id: None,
            title: None,
            refuse: None,
            result: 0,
            fail_idx: Vec::new(),
            stuck: false,
            times: 1,
        }
    }
}

fn one() -> u32 {
    1
}

/// The scenarios that wait for a submission.
#[derive(Debug, Default)]
pub(super) struct Scenarios(pub(super) Vec<Scenario>);

impl Scenarios {
    /// The first scenario that fits a submission; it is used up by one. The ordinary one when none fits.
    pub(super) fn take(
        &mut self,
        medium: Medium,
        appid: &str,
        draft: Option<&str>,
        articles: &[Stored],
    ) -> Scenario {
        let fits = |scenario: &Scenario| {
            scenario.medium == medium
                && scenario.appid.as_deref().is_none_or(|wanted| wanted == appid)
                && scenario.media_id.as_deref().is_none_or(|wanted| draft == Some(wanted))
                && scenario
                    .title
                    .as_deref()
                    .is_none_or(|wanted| articles.iter().any(|stored| stored.article.title == wanted))
        };
        let Some(index) = self.0.iter().position(fits) else { return Scenario::default() };
        let Some(found) = self.0.get_mut(index) else { return Scenario::default() };
        found.times = found.times.saturating_sub(1);
        let scenario = found.clone();
        self.0.retain(|scenario| scenario.times > 0);
        scenario
    }
}

/// The faults that wait for requests.
#[derive(Debug, Default)]
pub(super) struct Faults(pub(super) Vec<Fault>);

impl Faults {
    /// The faults that a request to `path` meets now; each is used up by one.
    pub(super) fn take(&mut self, path: &str) -> Vec<Trouble> {
        let mut met = Vec::new();
        for fault in &mut self.0 {
            if fault.path != path && fault.path != "*" {
                continue;
            }
            if fault.skip > 0 {
                fault.skip -= 1;
            } else if fault.times > 0 {
                fault.times -= 1;
                met.push(fault.trouble.clone());
            }
        }
        self.0.retain(|fault| fault.times > 0);
        met
    }
}
