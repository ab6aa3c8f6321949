//! An editor in a test: it speaks with the program over its standard streams and reads until what it waits for is there.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use qianfa::editor::{Change, Document, Encoding};
use serde_json::{Value, json};

/// An answer that has not come by then never comes: the test fails by name instead of holding up all others.
const LIMIT: Duration = Duration::from_secs(120);

/// A running `qianfa lsp`.
pub(super) struct Client {
    child: Child,
    input: Option<ChildStdin>,
    output: Receiver<String>,
    /// Messages that nobody has asked for yet.
    unread: VecDeque<Value>,
    /// Every message so far, as it came.
    pub(super) transcript: String,
    asked: i64,
}

impl Client {
    /// Starts the program in `here`, and says nothing.
    pub(super) fn start(here: &Path, args: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_qianfa"));
        command.current_dir(here).args(args).arg("lsp").env_remove("QIANFA_LANG");
        let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = piped.spawn().unwrap();
        let input = child.stdin.take();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let (sender, output) = channel();
        std::thread::spawn(
            move || while message(&mut stdout).is_some_and(|text| sender.send(text).is_ok()) {},
        );
        Self { child, input, output, unread: VecDeque::new(), transcript: String::new(), asked: 0 }
    }

    /// Starts the program and agrees on the usual.
    pub(super) fn open(here: &Path) -> Self {
        Self::agree(here, json!({"capabilities": {}})).0
    }

    /// Starts the program and agrees on `params`; gives what it answers.
    pub(super) fn agree(here: &Path, params: Value) -> (Self, Value) {
        let mut client = Self::start(here, &[]);
        let answer = client.ask("initialize", params);
        client.tell("initialized", json!({}));
        (client, answer)
    }

    /// Sends bytes as they are.
    pub(super) fn raw(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().unwrap();
        input.write_all(bytes).unwrap();
        input.flush().unwrap();
    }

    /// Sends a message.
    pub(super) fn send(&mut self, message: &Value) {
        let text = message.to_string();
        self.raw(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    /// Sends a notice.
    pub(super) fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Asks, and gives the whole answer.
    pub(super) fn answer(&mut self, method: &str, params: Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        self.until(|message| message["id"] == id && message.get("method").is_none())
    }

    /// Asks, and gives the result.
    pub(super) fn ask(&mut self, method: &str, params: Value) -> Value {
        let answer = self.answer(method, params);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// The first message that fits; the others stay for later.
    pub(super) fn until(&mut self, fits: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.unread.iter().position(&fits) {
            return self.unread.remove(at).unwrap();
        }
        loop {
            let message = self.read();
            if fits(&message) {
                return message;
            }
            self.unread.push_back(message);
        }
    }

    /// The next message.
    fn read(&mut self) -> Value {
        let text = self.output.recv_timeout(LIMIT).expect("the program says nothing more");
        self.transcript.push_str(&text);
        serde_json::from_str(&text).unwrap()
    }

    /// Opens a text.
    pub(super) fn show(&mut self, address: &str, text: &str) {
        let item = json!({"uri": address, "languageId": "markdown", "version": 1, "text": text});
        self.tell("textDocument/didOpen", json!({"textDocument": item}));
    }

    /// Changes a text.
    pub(super) fn change(&mut self, address: &str, version: i64, changes: Value) {
        let item = json!({"uri": address, "version": version});
        self.tell("textDocument/didChange", json!({"textDocument": item, "contentChanges": changes}));
    }

    /// The findings in that version of a text, once they are as awaited.
    pub(super) fn findings(
        &mut self,
        address: &str,
        version: i64,
        fits: impl Fn(&[Value]) -> bool,
    ) -> Vec<Value> {
        let found = self.until(|message| {
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == address
                && message["params"]["version"] == version
                && message["params"]["diagnostics"].as_array().is_some_and(|found| fits(found))
        });
        found["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// Says goodbye; the program's end.
    pub(super) fn close(mut self) -> i32 {
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        self.end().0
    }

    /// Closes the streams; the program's end and what it said to people.
    pub(super) fn end(&mut self) -> (i32, String) {
        drop(self.input.take());
        let mut said = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        (self.child.wait().unwrap().code().unwrap(), said)
    }
}

/// The next message of the program; `None` at its end.
fn message(output: &mut impl BufRead) -> Option<String> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).unwrap() == 0 {
            return None;
        }
        if line.trim().is_empty() {
            break;
        }
        if let Some(value) = line.strip_prefix("Content-Length: ") {
            length = value.trim().parse().unwrap();
        }
    }
    let mut bytes = vec![0; length];
    output.read_exact(&mut bytes).unwrap();
    Some(String::from_utf8(bytes).unwrap())
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The address of a file.
pub(super) fn address(folder: &Path, path: &str) -> String {
    let folder = folder.canonicalize().unwrap();
    format!("file://{}/{path}", folder.display())
}

/// `text` with the edits that an action makes in it.
pub(super) fn applied(text: &str, action: &Value, address: &str) -> String {
    let edits = action["edit"]["changes"][address].as_array().unwrap();
    let mut document = Document::new(1, "markdown", text);
    let changes: Vec<Change> = edits
        .iter()
        .map(|edit| serde_json::from_value(json!({"range": edit["range"], "text": edit["newText"]})).unwrap())
        .collect();
    document.change(&changes, Encoding::Utf16);
    document.text().to_string()
}

/// A range of one line.
pub(super) fn span(line: u32, from: u32, to: u32) -> Value {
    json!({"start": {"line": line, "character": from}, "end": {"line": line, "character": to}})
}

/// The finding of that rule.
pub(super) fn of<'f>(found: &'f [Value], rule: &str) -> Option<&'f Value> {
    found.iter().find(|finding| finding["code"] == rule)
}
