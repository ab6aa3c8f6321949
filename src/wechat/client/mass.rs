//! Sending to followers (群发): `message/mass/*`. Verified accounts only; 60 requests a minute.

use super::call::{decode, json};
use super::endpoint::{Endpoint, Repeat};
use super::error::ClientError;
use super::{Client, check};
use crate::wechat::{limits, wire};

/// `message/mass/sendall`: 100 a day; known again by `clientmsgid` for 24 hours.
pub(super) const SENDALL: Endpoint = Endpoint::post("/cgi-bin/message/mass/sendall", Repeat::NativeKey);
/// `message/mass/preview`: 100 a day by 微信号; a second preview harms nobody.
pub(super) const PREVIEW: Endpoint = Endpoint::post("/cgi-bin/message/mass/preview", Repeat::Repeatable);
/// `message/mass/get`.
pub(super) const GET: Endpoint = Endpoint::post("/cgi-bin/message/mass/get", Repeat::Repeatable);
/// `message/mass/delete`: 10 a day.
pub(super) const DELETE: Endpoint = Endpoint::post("/cgi-bin/message/mass/delete", Repeat::Destructive);

/// The code of a `clientmsgid` that the platform has seen in the last 24 hours.
const SENT_ALREADY: i64 = 45065;

/// Who receives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Audience {
    /// All followers; the message enters the account's history.
    All,
    /// Followers with one tag.
    Tag(u64),
}

/// A send that the platform has taken on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MassSent {
    /// The job.
    pub msg_id: u64,
    /// Key for comments and statistics; not known when `before` is true.
    pub msg_data_id: Option<u64>,
    /// Whether this key had been sent before (45065): nothing was sent now.
    pub before: bool,
}

impl Client {
    /// Sends a draft to followers. Success means queued: see [`Client::get_mass`]. Never repeated by the client; calling
    /// again with the same `client_msg_id` within 24 hours gives the first job instead of a second send.
    ///
    /// `allow_reprint` goes on as a reprint where the originality check finds another's article that may be reprinted.
    ///
    /// # Errors
    /// A `client_msg_id` that is empty or longer than 32 bytes: nothing is sent. 40007, 40152 (tag), 42010, 45028 (quota
    /// of the day or month), 45062, 45066 (same key too fast: wait 60 s), 48001, 48003, 48021, 89504, 89505.
    pub fn send_all(
        &self,
        audience: Audience,
        media_id: &str,
        client_msg_id: &str,
        allow_reprint: bool,
    ) -> Result<MassSent, ClientError> {
        check::media_id("mpnews.media_id", media_id)?;
        check::present("clientmsgid", client_msg_id)?;
        check::bytes("clientmsgid", client_msg_id.len(), limits::CLIENT_MSG_ID_BYTES)?;
        let filter = match audience {
            Audience::All => wire::MassFilter { is_to_all: true, tag_id: None },
            Audience::Tag(tag) => wire::MassFilter { is_to_all: false, tag_id: Some(tag) },
        };
        let request = wire::MassSendAll {
            filter,
            body: wire::MassBody::Mpnews { mpnews: wire::MediaId { media_id: media_id.to_owned() } },
            send_ignore_reprint: allow_reprint,
            clientmsgid: Some(client_msg_id.to_owned()),
        };
        self.call_with(&SENDALL, &[], &json(&SENDALL, &request)?, |answer| {
            let before = answer.code == SENT_ALREADY;
            let wire::MassAccepted { msg_id, msg_data_id } = decode(&SENDALL, answer)?;
            Ok(MassSent { msg_id, msg_data_id, before })
        })
    }

    /// Sends a draft to one person as a preview; uses up neither the draft nor the quota of sends.
    ///
    /// # Errors
    /// Neither `touser` nor `towxname`: nothing is sent. 40132 (微信号), 40003 (OpenID), 40007, 48001.
    pub fn preview_mass(&self, preview: &wire::MassPreview) -> Result<(), ClientError> {
        let receiver = preview.towxname.as_deref().or(preview.touser.as_deref());
        check::present("touser", receiver.unwrap_or_default())?;
        self.command(&PREVIEW, &json(&PREVIEW, preview)?)
    }

    /// Status of a send: `SEND_SUCCESS`, `SENDING`, `SEND_FAIL` or `DELETE`; no counts, no reasons.
    ///
    /// # Errors
    /// 40059 (no such job).
    pub fn get_mass(&self, msg_id: u64) -> Result<wire::MassStatus, ClientError> {
        self.call(&GET, &json(&GET, &wire::MassRef { msg_id: msg_id.to_string() })?)
    }

    /// Deletes articles of a send by job or by address; cards in chats stay, the page behind them dies. Never repeated by
    /// the client.
    ///
    /// # Errors
    /// Neither job nor address: nothing is sent. 40059, 40060 (index), 40065 (not finished, or text), 40204.
    pub fn delete_mass(&self, what: &wire::MassDelete) -> Result<(), ClientError> {
        if what.msg_id.is_none() {
            check::present("msg_id", what.url.as_deref().unwrap_or_default())?;
        }
        self.command(&DELETE, &json(&DELETE, what)?)
    }
}
