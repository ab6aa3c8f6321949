//! How many calls are left: `openapi/quota/get`.

use super::call::json;
use super::endpoint::{Endpoint, Repeat};
use super::error::ClientError;
use super::{Client, check};
use crate::wechat::wire;

/// `openapi/quota/get`.
pub(super) const GET: Endpoint = Endpoint::post("/cgi-bin/openapi/quota/get", Repeat::Repeatable);

impl Client {
    /// Calls of the day (and of the minute, where there is a limit) to `path`, such as `/cgi-bin/draft/add`.
    ///
    /// # Errors
    /// 76021 (no such path), 76022 (a path of another account's kind).
    pub fn get_quota(&self, path: &str) -> Result<wire::QuotaAnswer, ClientError> {
        check::present("cgi_path", path)?;
        self.call(&GET, &json(&GET, &wire::QuotaRequest { cgi_path: path.to_owned() })?)
    }
}
