//! Messages on a stream: a head with their length, and JSON.

use std::io::{self, BufRead, Read, Write};

use serde_json::Value;

use crate::base::message::{Message, editor as text};

/// Bytes of a message that nobody needs more of: a text of a site has at most 4 MiB.
const LIMIT: usize = 64 << 20;
/// Bytes of a line of a head.
const LINE: u64 = 4096;
/// Lines of a head.
const LINES: usize = 32;

/// What arrived.
#[derive(Debug, PartialEq)]
pub(super) enum Received {
    /// A message.
    Message(Value),
    /// Something of the promised length that is no JSON.
    Unreadable,
    /// Nothing more.
    End,
}

/// The stream cannot be understood, so nothing after it can be.
#[derive(Debug, PartialEq, thiserror::Error)]
pub(super) enum WireError {
    /// A line of a head that is none.
    #[error("bad header line: {0}")]
    Header(String),
    /// A head without a length.
    #[error("no Content-Length")]
    NoLength,
    /// A message that is too long.
    #[error("message of {0} bytes")]
    TooLong(usize),
    /// The end inside a message.
    #[error("cut off")]
    CutOff,
}

impl WireError {
    /// What is wrong.
    pub(super) fn message(&self) -> Message {
        match self {
            Self::Header(line) => text::bad_header(line),
            Self::NoLength => text::no_length(),
            Self::TooLong(bytes) => text::too_long(bytes, LIMIT),
            Self::CutOff => text::cut_off(),
        }
    }
}

/// Reads a message.
///
/// # Errors
/// When the head is none, or the stream ends inside a message.
pub(super) fn read(input: &mut impl BufRead) -> Result<Received, WireError> {
    let mut length = None;
    for turn in 0..=LINES {
        let mut line = Vec::new();
        let read = input.by_ref().take(LINE).read_until(b'\n', &mut line);
        read.map_err(|_| WireError::CutOff)?;
        if line.is_empty() {
            return if turn == 0 { Ok(Received::End) } else { Err(WireError::CutOff) };
        }
        let shown = String::from_utf8_lossy(&line).trim_end().to_owned();
        if shown.is_empty() && turn > 0 {
            return body(input, length.ok_or(WireError::NoLength)?);
        }
        let bad = || WireError::Header(shown.chars().take(80).collect());
        let (name, value) = shown.split_once(':').filter(|_| line.ends_with(b"\n")).ok_or_else(bad)?;
        if name.trim().eq_ignore_ascii_case("content-length") {
            let bytes: usize = value.trim().parse().map_err(|_| bad())?;
            length = Some(bytes).filter(|bytes| *bytes <= LIMIT);
            length.ok_or(WireError::TooLong(bytes))?;
        }
    }
    Err(WireError::NoLength)
}

fn body(input: &mut impl BufRead, length: usize) -> Result<Received, WireError> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(length).unwrap_or(u64::MAX);
    input.by_ref().take(limit).read_to_end(&mut bytes).map_err(|_| WireError::CutOff)?;
    if bytes.len() < length {
        return Err(WireError::CutOff);
    }
    Ok(serde_json::from_slice(&bytes).map_or(Received::Unreadable, Received::Message))
}

/// Writes a message.
///
/// # Errors
/// When `out` refuses.
pub(super) fn write(out: &mut impl Write, message: &Value) -> io::Result<()> {
    let text = message.to_string();
    write!(out, "Content-Length: {}\r\n\r\n{text}", text.len())?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(mut input: &[u8]) -> Result<Vec<Received>, WireError> {
        let mut out = Vec::new();
        loop {
            match read(&mut input)? {
                Received::End => return Ok(out),
                received => out.push(received),
            }
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let mut stream = Vec::new();
        let messages = [serde_json::json!({"id": 1, "甲": "🙂"}), serde_json::json!([])];
        messages.iter().for_each(|message| write(&mut stream, message).unwrap());
        stream.extend_from_slice(b"content-length: 2\nContent-Type: x\n\n{]");
        let [first, second] = messages.map(Received::Message);
        assert_eq!(all(&stream), Ok(vec![first, second, Received::Unreadable]));
    }

    #[test]
    fn each_broken_stream_has_its_own_error() {
        assert_eq!(all(b"GET / HTTP/1.1\r\n\r\n"), Err(WireError::Header("GET / HTTP/1.1".to_owned())));
        assert_eq!(
            all(b"Content-Length: -1\r\n\r\n"),
            Err(WireError::Header("Content-Length: -1".to_owned()))
        );
        assert_eq!(all(b"\r\n"), Err(WireError::Header(String::new())));
        assert_eq!(all(b"A: b\r\n\r\n{}"), Err(WireError::NoLength));
        assert_eq!(all(b"Content-Length: 99999999999\r\n\r\n"), Err(WireError::TooLong(99_999_999_999)));
        assert_eq!(all(b"Content-Length: 9\r\n\r\n{}"), Err(WireError::CutOff));
        assert_eq!(all(b"Content-Length: 9\r\n"), Err(WireError::CutOff));
        assert!(matches!(all(&[b'a'; 9000]), Err(WireError::Header(_))));
        assert_eq!(all(&b"A: b\r\n".repeat(40)), Err(WireError::NoLength));
    }
}
