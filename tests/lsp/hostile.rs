//! Editors that do not keep to the protocol, and streams that are none.

use serde_json::{Value, json};

use super::client::{Client, address, of, span};
use crate::support::program::folder;

#[test]
fn a_stream_that_is_none_ends_with_a_reason() {
    let site = folder(&[]);
    for (bytes, reason) in [
        (&b"GET / HTTP/1.1\r\n\r\n"[..], "消息头看不懂：GET / HTTP/1.1"),
        (b"Content-Length: 99999999999\r\n\r\n", "99999999999"),
        (b"X: 1\r\n\r\n{}", "没有 Content-Length"),
        (b"Content-Length: 10\r\n\r\n{", "连接就断了"),
        (b"\xff\xfe\x00\n", "消息头看不懂"),
    ] {
        let mut client = Client::start(site.path(), &[]);
        client.raw(bytes);
        let (code, said) = client.end();
        assert_eq!(code, 1, "{said}");
        assert!(said.contains(reason) && said.contains("docs/editors.md"), "{said}");
    }
}

#[test]
fn leaving_without_goodbye_is_an_error_and_with_it_none() {
    let site = folder(&[]);
    let mut client = Client::open(site.path());
    client.tell("exit", Value::Null);
    assert_eq!(client.end().0, 1);
    assert_eq!(Client::open(site.path()).end().0, 1);
    assert_eq!(Client::start(site.path(), &[]).end().0, 1);
    let mut client = Client::open(site.path());
    client.ask("shutdown", Value::Null);
    assert_eq!(client.answer("textDocument/hover", json!({}))["error"]["code"], -32600);
    assert_eq!(client.end().0, 0);
}

#[test]
fn what_cannot_be_answered_is_refused_and_the_conversation_goes_on() {
    let site = folder(&[]);
    let mut client = Client::start(site.path(), &[]);
    assert_eq!(client.answer("textDocument/hover", json!({}))["error"]["code"], -32002);
    client.ask("initialize", json!({"capabilities": [], "locale": 7}));
    assert_eq!(client.answer("initialize", json!({}))["error"]["code"], -32600);
    assert_eq!(client.answer("textDocument/rename", json!({}))["error"]["code"], -32601);
    assert_eq!(client.answer("textDocument/hover", json!({"textDocument": 1}))["error"]["code"], -32602);
    assert_eq!(client.answer("textDocument/hover", Value::Null)["error"]["code"], -32602);
    client.raw(b"Content-Length: 3\r\n\r\n{]}");
    assert_eq!(client.until(|message| message["error"].is_object())["error"]["code"], -32700);
    for message in [json!([]), json!(1), json!({"jsonrpc": "2.0"}), json!({"id": 9, "method": 5})] {
        client.send(&message);
        assert_eq!(client.until(|message| message["error"].is_object())["error"]["code"], -32600);
    }
    client.tell("$/cancelRequest", json!({"id": 1}));
    client.tell("$/setTrace", json!({"value": "verbose"}));
    client.tell("textDocument/didOpen", json!({"textDocument": {"uri": 1}}));
    client.tell(
        "textDocument/didChange",
        json!({"textDocument": {"uri": "file:///never"}, "contentChanges": [{}]}),
    );
    client.tell("textDocument/didChange", json!("甲"));
    client.tell("textDocument/didSave", Value::Null);
    client.send(&json!({"jsonrpc": "2.0", "id": "x", "result": {"unasked": true}}));
    assert_eq!(client.close(), 0);
}

#[test]
fn texts_and_places_that_nobody_writes_do_no_harm() {
    let site = folder(&[("content/a.md", "---\ntitle: 甲\nuid: a\n---\n文\n")]);
    let file = address(site.path(), "content/a.md");
    let mut client = Client::open(site.path());
    client.show(&file, "---\ntitle: 甲\nuid: a\n---\n文🙂\u{200b}\n");
    client.findings(&file, 1, |found| of(found, "text.hidden").is_some());
    let far = json!({"start": {"line": 4_294_967_295_u32, "character": 4_294_967_295_u32}, "end": {"line": 0, "character": 0}});
    for position in
        [json!({"line": 4, "character": 2}), json!({"line": 99, "character": 0}), far["start"].clone()]
    {
        let about = json!({"textDocument": {"uri": file}, "position": position});
        client.ask("textDocument/hover", about.clone());
        client.ask("textDocument/completion", about);
    }
    let about = json!({"textDocument": {"uri": file}, "range": far, "context": {"diagnostics": []}});
    client.ask("textDocument/codeAction", about);
    client.change(
        &file,
        2,
        json!([{"range": far, "text": "\u{0}\r\r\n🙂"}, {"range": span(0, 1, 9), "text": "---\n"}]),
    );
    client.findings(&file, 2, |_| true);
    client.change(&file, 3, json!([{"text": "---\n".repeat(5000)}]));
    client.findings(&file, 3, |_| true);
    client.change(&file, 4, json!([{"text": "[[".repeat(50_000)}]));
    client.findings(&file, 4, |_| true);
    client.change(&file, 5, json!([{"text": "x".repeat((4 << 20) + 1)}]));
    client.findings(&file, 5, |found| of(found, "site.too-large").is_some());
    for strange in ["", "file://", "file:///%00", "file:///", "git:/a.md", "http://example.com/a.md"] {
        client.show(strange, "文\n");
        client.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": strange}}));
    }
    assert_eq!(client.close(), 0);
}
