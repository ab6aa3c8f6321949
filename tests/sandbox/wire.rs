//! What happens on the line itself: lengths, encodings, multipart as clients really write it, many at once.

use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::{Value, json};

use super::{Bench, code, id, jpeg, read};

/// Sends `request` as it stands and reads until the sandbox closes the connection.
fn raw(bench: &Bench, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(bench.running.address()).unwrap();
    stream.write_all(request).unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8(answer).unwrap()
}

/// Uploads a picture as the part that begins with `disposition`.
fn upload(bench: &Bench, content_type: &str, disposition: &[u8]) -> Value {
    let mut body = b"--q1\r\nContent-Disposition: form-data; ".to_vec();
    body.extend_from_slice(disposition);
    body.extend_from_slice(b"\r\nContent-Type: image/jpeg\r\n\r\n");
    body.extend_from_slice(&jpeg(64));
    body.extend_from_slice(b"\r\n--q1--\r\n");
    let url = bench.url(&format!("/cgi-bin/media/uploadimg?access_token={}", bench.token));
    read(bench.http.post(url).header("content-type", content_type).body(body).send().unwrap())
}

#[test]
fn a_chunked_body_is_answered_with_412() {
    let bench = Bench::new();
    let request = format!(
        "POST /cgi-bin/draft/get?access_token={} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\
         Transfer-Encoding: chunked\r\n\r\n10\r\n{{\"media_id\":\"x\"}}\r\n0\r\n\r\n",
        bench.token
    );
    let answer = raw(&bench, request.as_bytes());
    assert!(answer.starts_with("HTTP/1.1 412 Precondition Failed\r\n"), "{answer}");
    // The same in one piece.
    let whole = request
        .replace("Transfer-Encoding: chunked", "Content-Length: 16")
        .replace("10\r\n{", "{")
        .replace("\r\n0\r\n\r\n", "");
    let answer = raw(&bench, whole.as_bytes());
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.contains("\"errcode\":40007"), "{answer}");
}

#[test]
fn a_post_without_length_has_an_empty_body() {
    let bench = Bench::new();
    let request = format!(
        "POST /cgi-bin/draft/get?access_token={} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        bench.token
    );
    let answer = raw(&bench, request.as_bytes());
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.contains("\"errcode\":44002"), "{answer}");
}

#[test]
fn file_names_come_in_every_encoding() {
    let bench = Bench::new();
    let form = "multipart/form-data; boundary=q1";
    let gbk = b"name=\"media\"; filename=\"\xb7\xe2\xc3\xe6.jpg\"";
    for (content_type, disposition) in [
        (form, "name=\"media\"; filename=\"封面 图.jpg\"".as_bytes()),
        (form, gbk),
        (form, b"name=media; filename=a.jpg"),
        (form, b"name=\"media\";filename=\"C:\\\\a.jpg\";filelength=64"),
        (form, b"name=\"media\"; filename=\"=?UTF-8?B?5bCB?=.jpg\""),
        ("multipart/form-data; boundary=\"q1\"", b"name=\"media\"; filename=\"a.jpg\""),
        ("Multipart/Form-Data; charset=utf-8; Boundary=q1", b"name=\"media\"; filename=\"a.jpg\""),
    ] {
        let shown = String::from_utf8_lossy(disposition);
        assert_eq!(code(&upload(&bench, content_type, disposition)), 0, "{shown}");
    }
    // The platform does not know this form of a name, which some libraries choose for Chinese ones.
    assert_eq!(code(&upload(&bench, form, b"name=\"media\"; filename*=UTF-8''%E5%B0%81.jpg")), 40005);
}

#[test]
fn bodies_that_no_parser_likes_are_refused_and_nothing_more() {
    let bench = Bench::new();
    let ask = |body: Vec<u8>| code(&read(bench.send("draft/get", body).unwrap()));
    let nested = |depth: usize| [vec![b'['; depth], vec![b']'; depth]].concat();
    for body in [
        b"\xef\xbb\xbf{\"media_id\":\"x\"}".to_vec(),
        b"{\"media_id\":\"\xd6\xd0\"}".to_vec(),
        b"media_id=x".to_vec(),
        b"{'media_id':'x'}".to_vec(),
        b"{\"media_id\":\"x\"} {}".to_vec(),
        b"null".to_vec(),
        nested(200),
        nested(1_000_000),
        [b"{\"a\":".repeat(100_000), b"1".to_vec(), b"}".repeat(100_000)].concat(),
    ] {
        let shown = String::from_utf8_lossy(body.get(..20).unwrap_or(&body)).into_owned();
        assert_eq!(ask(body), 47001, "{shown}");
    }
    assert_eq!(ask(b"{\"media_id\":\"x\",\"other\":1}".to_vec()), 40007);
}

#[test]
fn of_two_tokens_the_first_counts() {
    let bench = Bench::new();
    let count = |query: String| {
        code(&read(bench.http.get(bench.url(&format!("/cgi-bin/draft/count?{query}"))).send().unwrap()))
    };
    assert_eq!(count(format!("access_token={}&access_token=x", bench.token)), 0);
    assert_eq!(count(format!("access_token=x&access_token={}", bench.token)), 40014);
    assert_eq!(count("access_token=%ff%zz&%".into()), 40014);
}

#[test]
fn fifty_at_once_are_served_one_after_the_other() {
    let bench = Bench::new();
    let article = bench.article(json!({}));
    let ids: std::collections::BTreeSet<String> = std::thread::scope(|scope| {
        let add = || id(&bench.post("draft/add", json!({"articles": [article]})), "media_id");
        let all: Vec<_> = (0..50).map(|_| scope.spawn(add)).collect();
        all.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(ids.len(), 50);
    assert_eq!(bench.get("draft/count")["total_count"], 50);
    let used = bench.post("openapi/quota/get", json!({"cgi_path": "/cgi-bin/draft/add"}));
    assert_eq!(used["quota"]["used"], 50);
}
