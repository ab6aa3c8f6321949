//! An HTTP server on loopback that says what a test tells it to say, also what no decent server would.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// A request as it arrived.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    /// `POST /cgi-bin/draft/add?access_token=T HTTP/1.1`
    pub(crate) line: String,
    pub(crate) body: Vec<u8>,
}

impl Seen {
    /// Whether it asks for this path.
    pub(crate) fn is(&self, path: &str) -> bool {
        self.line.split(['?', ' ']).nth(1).is_some_and(|found| found.ends_with(path))
    }
}

/// What to do with a request.
pub(crate) enum Reply {
    /// Status 200 and this body.
    Json(String),
    /// These bytes as they are, head included, then the end of the connection.
    Raw(Vec<u8>),
    /// End the connection without an answer.
    Cut,
    /// Say nothing and keep the connection open.
    Silence,
}

/// The server; it ends with the test process.
pub(crate) struct Canned {
    pub(crate) base: String,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Canned {
    /// Answers each request with what `reply` gives for it.
    pub(crate) fn start(mut reply: impl FnMut(&Seen) -> Reply + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&seen);
        std::thread::spawn(move || {
            let mut silent = Vec::new();
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { continue };
                let Some(request) = receive(&stream) else { continue };
                log.lock().unwrap().push(request.clone());
                match reply(&request) {
                    Reply::Json(body) => {
                        let head = format!(
                            "HTTP/1.1 200 OK\r\nDate: Mon, 21 Dec 2026 12:00:00 GMT\r\nContent-Type: text/plain\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                            body.len()
                        );
                        let _ = stream.write_all(&[head.as_bytes(), body.as_bytes()].concat());
                    }
                    Reply::Raw(bytes) => drop(stream.write_all(&bytes)),
                    Reply::Cut => {}
                    Reply::Silence => silent.push(stream),
                }
            }
        });
        Self { base, seen }
    }

    /// What has arrived so far.
    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    /// How often this path was asked for.
    pub(crate) fn count(&self, path: &str) -> usize {
        self.seen().iter().filter(|seen| seen.is(path)).count()
    }
}

fn receive(stream: &TcpStream) -> Option<Seen> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut length = 0;
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        if header.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = header.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(Seen { line: line.trim().to_owned(), body })
}
