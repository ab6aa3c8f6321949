//! The protocol: what the editor says becomes jobs and answers. JSON-RPC 2.0 and LSP 3.17, as far as they are needed.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use super::action;
use super::completion::Asked;
use super::diagnostic::Shown;
use super::document::{Change, Document};
use super::hover::hover;
use super::outline;
use super::position::{Encoding, Position, Span};
use super::vocabulary::Vocabulary;
use super::workspace::{Checked, Job};
use crate::base::message::{Lang, Message, editor as text};

/// Codes of errors in the protocol.
const INVALID_REQUEST: i64 = -32600;
const METHOD_NOT_FOUND: i64 = -32601;
const INVALID_PARAMS: i64 = -32602;
const NOT_INITIALIZED: i64 = -32002;

/// When a job is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// At once.
    Now,
    /// Once the writer pauses; the same job for the same text replaces one that waits.
    Pause,
}

/// How far the conversation has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Running,
    ShutDown,
}

/// A conversation with one editor.
pub struct Session {
    state: State,
    exit: Option<bool>,
    lang: Lang,
    /// The language was asked for, whatever the editor's is.
    lang_given: bool,
    encoding: Encoding,
    nested_symbols: bool,
    watches: bool,
    documents: BTreeMap<String, Document>,
    checked: BTreeMap<String, Checked>,
    messages: Vec<Value>,
    jobs: Vec<(When, Job)>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    uri: String,
    #[serde(default)]
    version: i64,
    #[serde(default)]
    language_id: String,
    #[serde(default)]
    text: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct About {
    text_document: Item,
    position: Option<Position>,
    range: Option<Span>,
    content_changes: Option<Vec<Change>>,
    context: Option<Value>,
}

impl Session {
    /// A conversation; in `lang` when one was asked for, else in the editor's language.
    pub fn new(lang: Option<Lang>) -> Self {
        Self {
            state: State::New,
            exit: None,
            lang: lang.unwrap_or_default(),
            lang_given: lang.is_some(),
            encoding: Encoding::default(),
            nested_symbols: false,
            watches: false,
            documents: BTreeMap::new(),
            checked: BTreeMap::new(),
            messages: Vec::new(),
            jobs: Vec::new(),
        }
    }

    /// What is to be sent.
    pub fn take_messages(&mut self) -> Vec<Value> {
        std::mem::take(&mut self.messages)
    }

    /// What is to be done.
    pub fn take_jobs(&mut self) -> Vec<(When, Job)> {
        std::mem::take(&mut self.jobs)
    }

    /// Whether the conversation is over, and whether it ended as agreed.
    pub fn ended(&self) -> Option<bool> {
        self.exit
    }

    /// The editor is gone without a word.
    pub fn hung_up(&mut self) {
        self.exit = Some(self.state == State::ShutDown);
    }

    /// A message that is no JSON.
    pub fn receive_unreadable(&mut self) {
        let error = json!({"code": -32700, "message": text::no_json().text(self.lang)});
        self.messages.push(json!({"jsonrpc": "2.0", "id": null, "error": error}));
    }

    /// A message.
    pub fn receive(&mut self, message: &Value) {
        let id = message.get("id").filter(|id| id.is_string() || id.is_number());
        let Some(method) = message.get("method").and_then(Value::as_str) else {
            // An answer to something that was asked needs nothing; anything else is no message at all.
            if message.get("result").is_none() && message.get("error").is_none() {
                self.refuse(id.unwrap_or(&Value::Null), INVALID_REQUEST, &text::no_message());
            }
            return;
        };
        let params = message.get("params").unwrap_or(&Value::Null);
        match id {
            Some(id) => self.request(id, method, params),
            None => self.notice(method, params),
        }
    }

    /// What checking a text gave.
    pub fn receive_checked(&mut self, checked: Checked) {
        let Some(document) = self.documents.get(&checked.address) else { return };
        // What was checked is not what is shown any more; the next check is under way.
        if document.version == checked.version {
            self.publish(&checked);
        }
        self.checked.insert(checked.address.clone(), checked);
    }

    fn publish(&mut self, checked: &Checked) {
        let diagnostics = Shown::new(checked, self.encoding, self.lang).diagnostics();
        let before = self.checked.get(&checked.address);
        let same = before.is_some_and(|before| {
            before.version == checked.version
                && Shown::new(before, self.encoding, self.lang).diagnostics() == diagnostics
        });
        if !same {
            let params =
                json!({"uri": checked.address, "version": checked.version, "diagnostics": diagnostics});
            self.tell("textDocument/publishDiagnostics", params);
        }
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.messages.push(json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    fn answer(&mut self, id: &Value, result: Value) {
        self.messages.push(json!({"jsonrpc": "2.0", "id": id, "result": result}));
    }

    fn refuse(&mut self, id: &Value, code: i64, message: &Message) {
        let error = json!({"code": code, "message": message.text(self.lang)});
        self.messages.push(json!({"jsonrpc": "2.0", "id": id, "error": error}));
    }

    fn request(&mut self, id: &Value, method: &str, params: &Value) {
        match (self.state, method) {
            (State::New, "initialize") => {
                self.state = State::Running;
                let result = self.initialize(params);
                self.answer(id, result);
            }
            (State::New, _) => self.refuse(id, NOT_INITIALIZED, &text::not_initialized()),
            (State::ShutDown, _) | (State::Running, "initialize") => {
                self.refuse(id, INVALID_REQUEST, &text::not_now(method));
            }
            (State::Running, "shutdown") => {
                self.state = State::ShutDown;
                self.answer(id, Value::Null);
            }
            (
                State::Running,
                "textDocument/codeAction"
                | "textDocument/completion"
                | "textDocument/documentSymbol"
                | "textDocument/hover",
            ) => match About::deserialize(params) {
                Ok(about) => {
                    let result = self.ask(method, &about).unwrap_or(Value::Null);
                    self.answer(id, result);
                }
                Err(error) => self.refuse(id, INVALID_PARAMS, &text::bad_params(method, error)),
            },
            (State::Running, _) => self.refuse(id, METHOD_NOT_FOUND, &text::no_method(method)),
        }
    }

    fn initialize(&mut self, params: &Value) -> Value {
        let at = |path: &str| params.pointer(path);
        if let Some(locale) = at("/locale").and_then(Value::as_str).filter(|_| !self.lang_given) {
            let chinese = locale.is_empty() || locale.to_ascii_lowercase().starts_with("zh");
            self.lang = if chinese { Lang::Zh } else { Lang::En };
        }
        let encodings = at("/capabilities/general/positionEncodings").and_then(Value::as_array);
        let mut known = encodings.into_iter().flatten().filter_map(Value::as_str).filter_map(Encoding::named);
        self.encoding = known.next().unwrap_or_default();
        let flag = |path: &str| at(path).and_then(Value::as_bool) == Some(true);
        self.nested_symbols =
            flag("/capabilities/textDocument/documentSymbol/hierarchicalDocumentSymbolSupport");
        self.watches = flag("/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration");
        json!({
            "capabilities": {
                "positionEncoding": self.encoding.name(),
                "textDocumentSync": {"openClose": true, "change": 2, "save": {"includeText": false}},
                "codeActionProvider": {"codeActionKinds": ["quickfix"]},
                "completionProvider": {"triggerCharacters": ["[", "{", ":", ",", " "]},
                "documentSymbolProvider": true,
                "hoverProvider": true,
                "workspace": {"workspaceFolders": {"supported": true, "changeNotifications": true}},
            },
            "serverInfo": {"name": "qianfa", "version": env!("CARGO_PKG_VERSION")},
        })
    }

    fn notice(&mut self, method: &str, params: &Value) {
        if method == "exit" {
            self.exit = Some(self.state == State::ShutDown);
        }
        if self.state != State::Running {
            return;
        }
        match method {
            "initialized" => self.watch(),
            "textDocument/didSave" | "workspace/didChangeWatchedFiles" => {
                self.jobs.push((When::Pause, Job::Refresh));
            }
            "textDocument/didOpen" | "textDocument/didChange" | "textDocument/didClose" => {
                // What cannot be understood cannot be answered either.
                if let Ok(about) = About::deserialize(params) {
                    self.edited(method, about);
                }
            }
            // Cancelling comes too late for answers that are given at once; other notices concern nobody here.
            _ => {}
        }
    }

    /// Asks the editor to say when other programs change files.
    fn watch(&mut self) {
        if !self.watches {
            return;
        }
        let patterns = ["**/*.{md,yaml,yml,css}", "**/allowed_signers", "**/*.{png,jpg,jpeg,gif,webp,svg}"];
        let watchers: Vec<Value> = patterns.iter().map(|pattern| json!({"globPattern": pattern})).collect();
        let registration = json!({
            "id": "files",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": {"watchers": watchers},
        });
        let params = json!({"registrations": [registration]});
        self.messages.push(
            json!({"jsonrpc": "2.0", "id": "qianfa-1", "method": "client/registerCapability", "params": params}),
        );
    }

    fn edited(&mut self, method: &str, about: About) {
        let Item { uri, version, language_id, text } = about.text_document;
        match method {
            "textDocument/didOpen" => {
                self.documents.insert(uri.clone(), Document::new(version, language_id, &text));
                self.checked.remove(&uri);
                self.check(uri, When::Now);
            }
            "textDocument/didChange" => {
                let Some(document) = self.documents.get_mut(&uri) else { return };
                document.change(&about.content_changes.unwrap_or_default(), self.encoding);
                document.version = version;
                self.check(uri, When::Pause);
            }
            _ => {
                self.documents.remove(&uri);
                self.checked.remove(&uri);
                self.tell("textDocument/publishDiagnostics", json!({"uri": uri, "diagnostics": []}));
                self.jobs.push((When::Now, Job::Close { address: uri }));
            }
        }
    }

    fn check(&mut self, address: String, when: When) {
        let Some(document) = self.documents.get(&address) else { return };
        let (version, text) = (document.version, document.text().clone());
        let markdown = document.language == "markdown" || address.ends_with(".md");
        self.jobs.push((when, Job::Check { address, version, text, markdown }));
    }

    /// The answer to a question about a text; `None` for one that is not open.
    fn ask(&self, method: &str, about: &About) -> Option<Value> {
        let address = &about.text_document.uri;
        let document = self.documents.get(address)?;
        let known = self.checked.get(address);
        // Places of an older text would lead astray.
        let checked = known.filter(|checked| checked.version == document.version);
        let (encoding, lang) = (self.encoding, self.lang);
        let path = known.and_then(|known| path_in_site(known, address)).unwrap_or_else(|| address.clone());
        let cursor = about.position.map(|position| document.offset(position, encoding));
        match method {
            "textDocument/hover" => hover(document, checked, &path, cursor?, encoding, lang),
            "textDocument/completion" => {
                let nothing = Vocabulary::default();
                let vocabulary = known.map_or(&nothing, |known| &*known.vocabulary);
                Some(Asked { document, path: &path, vocabulary, encoding, lang }.items(cursor?))
            }
            "textDocument/documentSymbol" => {
                let markdown = document.language == "markdown" || address.ends_with(".md");
                markdown.then(|| outline::symbols(document, address, self.nested_symbols, encoding))
            }
            _ => {
                let range = about.range?;
                let range = document.offset(range.start, encoding)..document.offset(range.end, encoding);
                let only =
                    about.context.as_ref().and_then(|context| context.get("only")).and_then(Value::as_array);
                let wanted =
                    only.is_none_or(|kinds| kinds.iter().any(|kind| kind == "quickfix" || kind == ""));
                let actions = checked.filter(|_| wanted);
                let actions =
                    actions.map(|checked| action::actions(document, checked, &range, encoding, lang));
                Some(actions.unwrap_or_default().into())
            }
        }
    }
}

/// The path of the file at `address` from the root of its site.
fn path_in_site(checked: &Checked, address: &str) -> Option<String> {
    let path = super::address::path(address)?;
    let path = path.canonicalize().unwrap_or(path);
    let inside = path.strip_prefix(checked.root.as_ref()?).ok()?;
    Some(inside.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/"))
}
