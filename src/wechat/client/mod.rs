//! The client of the platform: one [`Client`] an account, blocking, to be shared by threads.
//!
//! Tokens, retries, limits and error texts are looked after here; one file a family of calls. Whether a call may be
//! made again after a lost answer is said by its [`Endpoint`] and by [`ClientError::outcome`]; deciding that is not the
//! client's business. A `Client` must not be created, used or dropped inside an async runtime.

mod answer;
mod assets;
mod call;
mod check;
mod draft;
mod endpoint;
mod error;
mod mass;
mod material;
mod media;
mod publish;
mod quota;
mod settings;
mod token;
mod transport;

use std::fmt;
use std::sync::Arc;

use jiff::SignedDuration;

use crate::base::clock::Clock;

pub use assets::{AssetCache, Assets, MemoryCache, Uploaded};
pub use endpoint::{ENDPOINTS, Endpoint, Method, Repeat};
pub use error::{ClientError, Fault, Outcome, SetupFault, Unit};
pub use mass::{Audience, MassSent};
pub use material::{Material, MaterialKind, NewMaterial};
pub use settings::{DEFAULT_BASE, Settings};

/// A connection to one account of the platform, or of its stand-in.
pub struct Client {
    settings: Settings,
    transport: transport::Transport,
    tokens: token::Keeper,
    clock: Arc<dyn Clock>,
}

impl Client {
    /// A client for the account of `settings`. Nothing is sent yet.
    ///
    /// Token life and back-off follow `clock`: a rehearsal clock moves instead of waiting.
    ///
    /// # Errors
    /// When the base address or the proxy is unusable, when the platform itself would be spoken to in the clear or with
    /// a rehearsal clock, or when no TLS can be set up.
    pub fn new(settings: Settings, clock: Arc<dyn Clock>) -> Result<Self, ClientError> {
        settings.check(clock.is_rehearsal())?;
        let transport = transport::Transport::new(&settings)?;
        Ok(Self { settings, transport, tokens: token::Keeper::default(), clock })
    }

    /// The account's AppID.
    pub fn appid(&self) -> &str {
        &self.settings.appid
    }

    /// The platform's clock minus ours at the last answer, to the second; `None` before the first one.
    pub fn skew(&self) -> Option<SignedDuration> {
        self.transport.skew()
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("settings", &self.settings).finish_non_exhaustive()
    }
}
