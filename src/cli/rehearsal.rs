//! Made-up time for rehearsals: it moves instead of passing, and takes the clock of the sandbox along.

use std::io::{Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::base::clock::{Clock, ManualClock};

/// How long the sandbox may take to answer.
const TIMEOUT: Duration = Duration::from_secs(5);
/// The longest real wait where the sandbox's clock cannot be moved.
const REAL: Duration = Duration::from_millis(800);
/// Most bytes of an answer.
const MAX_ANSWER: u64 = 64 << 10;

/// A clock that begins at a given moment and shares time with a sandbox.
#[derive(Debug)]
pub(super) struct RehearsalClock {
    authority: String,
    clock: ManualClock,
    /// The sandbox's clock can be moved.
    shared: bool,
}

impl RehearsalClock {
    /// A clock that shows `start`, with the clock of the sandbox at `base` set to it where that can be set.
    pub(super) fn start(base: &str, start: Timestamp) -> Self {
        let rest = base.split_once("://").map_or(base, |(_, rest)| rest);
        let authority = rest.split('/').next().unwrap_or(rest).to_owned();
        let clock = ManualClock::new(start);
        let shared = change(&authority, &json!({"set": start})).is_some();
        Self { authority, clock, shared }
    }
}

impl Clock for RehearsalClock {
    fn now(&self) -> Timestamp {
        self.clock.now()
    }

    fn sleep(&self, duration: Duration) {
        let seconds = duration.as_secs();
        if seconds == 0 {
            // Not worth a request; others need the moment.
            std::thread::sleep(duration);
            self.clock.advance(duration);
            return;
        }
        match self.shared.then(|| change(&self.authority, &json!({"advance": seconds}))).flatten() {
            // Other rehearsals may have moved it too.
            Some(now) => self.clock.set(now),
            None => {
                std::thread::sleep(duration.min(REAL));
                self.clock.advance(duration);
            }
        }
    }

    fn is_rehearsal(&self) -> bool {
        true
    }
}

/// Moves the sandbox's clock and gives what it shows; `None` when it cannot be moved or reached.
fn change(authority: &str, body: &Value) -> Option<Timestamp> {
    let host = if authority.contains("]:") || (!authority.contains('[') && authority.contains(':')) {
        authority.to_owned()
    } else {
        format!("{authority}:80")
    };
    let address = host.to_socket_addrs().ok()?.find(|address| address.ip().is_loopback())?;
    let mut stream = TcpStream::connect_timeout(&address, TIMEOUT).ok()?;
    stream.set_read_timeout(Some(TIMEOUT)).ok()?;
    let body = body.to_string();
    let request = format!(
        "POST /_sandbox/clock HTTP/1.1\r\nHost: {authority}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = Vec::new();
    stream.take(MAX_ANSWER).read_to_end(&mut answer).ok()?;
    let answer = String::from_utf8_lossy(&answer);
    let (head, body) = answer.split_once("\r\n\r\n")?;
    if !head.starts_with("HTTP/1.1 200") {
        return None;
    }
    let start = body.find('{')?;
    let end = body.rfind('}')?;
    let value: Value = serde_json::from_str(body.get(start..=end)?).ok()?;
    value.get("now")?.as_str()?.parse().ok()
}
