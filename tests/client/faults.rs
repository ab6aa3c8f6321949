//! What is repeated, what is not, and whether a failed call may have taken effect.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::Duration;

use qianfa::base::clock::Clock;
use qianfa::base::message::{Explain, Lang};
use qianfa::wechat::client::{Audience, ClientError, Fault, Outcome};
use qianfa::wechat::code::Class;
use qianfa::wechat::wire::{ArticleRef, MassDelete};

use super::*;

type Call = fn(&Client) -> Result<(), ClientError>;

/// The calls that must not be made twice by the client.
const GUARDED: [(&str, Call); 7] = [
    ("draft/add", |client| client.add_draft(&[article()]).map(drop)),
    ("freepublish/submit", |client| client.submit_publish("d").map(drop)),
    ("message/mass/sendall", |client| client.send_all(Audience::All, "d", "k", false).map(drop)),
    ("draft/delete", |client| client.delete_draft("d")),
    ("freepublish/delete", |client| client.delete_published("a", Some(1))),
    ("message/mass/delete", |client| {
        client.delete_mass(&MassDelete { msg_id: Some(7), ..MassDelete::default() })
    }),
    ("material/del_material", |client| client.delete_material("m")),
];

fn transport(error: &ClientError) -> Fault {
    let ClientError::Transport { fault, .. } = error else { panic!("{error:?}") };
    *fault
}

#[test]
fn a_lost_answer_is_unknown_and_the_call_is_not_made_again() {
    for (name, call) in GUARDED {
        let server = platform(|_| Reply::Cut);
        let (client, _) = client(&server.base);
        let error = call(&client).unwrap_err();
        assert_eq!((transport(&error), error.outcome()), (Fault::Cut, Outcome::Unknown), "{name}");
        assert_eq!(server.count(&format!("/cgi-bin/{name}")), 1);
        assert!(error.help().unwrap().text(Lang::Zh).contains("先查"));
        assert!(error.is_passing());
    }
}

#[test]
fn a_system_error_is_unknown_and_the_call_is_not_made_again() {
    for (name, call) in GUARDED {
        let server = platform(|_| json(r#"{"errcode":-1,"errmsg":"system error"}"#));
        let (client, _) = client(&server.base);
        let error = call(&client).unwrap_err();
        assert_eq!((error.code(), error.outcome()), (Some(-1), Outcome::Unknown), "{name}");
        assert_eq!(server.count(&format!("/cgi-bin/{name}")), 1);
    }
}

#[test]
fn a_refusal_with_a_code_means_that_nothing_was_done() {
    for (name, call) in GUARDED {
        let server = platform(|_| json(r#"{"errcode":48001,"errmsg":"api unauthorized"}"#));
        let (client, _) = client(&server.base);
        let error = call(&client).unwrap_err();
        assert_eq!((error.class(), error.outcome()), (Class::Human, Outcome::NotDone), "{name}");
        assert!(!error.is_passing());
        assert_eq!(server.count(&format!("/cgi-bin/{name}")), 1);
    }
}

#[test]
fn silence_ends_at_the_time_out_as_unknown() {
    let server = platform(|_| Reply::Silence);
    let settings = Settings { timeout: Duration::from_millis(300), ..settings(&server.base) };
    let client = Client::new(settings, clock()).unwrap();
    let error = client.submit_publish("d").unwrap_err();
    assert_eq!((transport(&error), error.outcome()), (Fault::Timeout, Outcome::Unknown));
}

#[test]
fn half_an_answer_is_unknown() {
    for body in ["", "{\"publish_id\":\"22"] {
        let server = platform(move |_| {
            Reply::Raw(format!("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{body}").into_bytes())
        });
        let error = client(&server.base).0.submit_publish("d").unwrap_err();
        assert_eq!((transport(&error), error.outcome()), (Fault::Cut, Outcome::Unknown));
    }
}

#[test]
fn no_connection_means_that_nothing_was_sent() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let (client, clock) = client(&format!("http://127.0.0.1:{port}"));
    let before = clock.now();
    let error = client.submit_publish("d").unwrap_err();
    assert_eq!((transport(&error), error.outcome()), (Fault::Connect, Outcome::NotDone));
    assert!(error.is_passing());
    assert_eq!(clock.now().duration_since(before).as_secs(), 1 + 4 + 15, "the token call is repeated");
}

#[test]
fn reads_and_uploads_are_repeated_after_one_four_and_fifteen_seconds() {
    let mut troubles = vec![
        Reply::Cut,
        json(r#"{"errcode":-1,"errmsg":"system error"}"#),
        Reply::Raw(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n".to_vec()),
    ];
    let server = platform(move |_| troubles.pop().unwrap_or_else(|| json(r#"{"total_count":3}"#)));
    let (client, clock) = client(&server.base);
    let before = clock.now();
    assert_eq!(client.count_drafts(), Ok(3));
    assert_eq!(clock.now().duration_since(before).as_secs(), 20);
    assert_eq!(server.count("/cgi-bin/draft/count"), 4);
}

#[test]
fn a_minute_limit_is_waited_for_twice_and_a_day_limit_not_at_all() {
    let server = platform(|_| json(r#"{"errcode":45011,"errmsg":"api minute-quota reach limit"}"#));
    let (caller, clock) = client(&server.base);
    let before = clock.now();
    let error = caller.count_drafts().unwrap_err();
    assert_eq!(clock.now().duration_since(before).as_secs(), 120);
    assert!(error.is_passing());

    let server = platform(|_| json(r#"{"errcode":45009,"errmsg":"reach max api daily quota limit"}"#));
    let (caller, clock) = client(&server.base);
    let before = clock.now();
    let error = caller.count_drafts().unwrap_err();
    assert_eq!(clock.now(), before);
    assert_eq!((error.class(), error.is_passing()), (Class::Wait, false));
}

#[test]
fn what_another_server_says_is_not_taken_for_the_platform() {
    let page = |status: &str| {
        format!(
            "HTTP/1.1 {status}\r\nLocation: http://elsewhere.example/\r\nContent-Length: 6\r\nConnection: close\r\n\r\n<html>"
        )
    };
    for (status, outcome) in [
        ("302 Found", Outcome::NotDone),
        ("404 Not Found", Outcome::NotDone),
        ("504 Gateway Timeout", Outcome::Unknown),
    ] {
        let server = platform(move |_| Reply::Raw(page(status).into_bytes()));
        let error = client(&server.base).0.submit_publish("d").unwrap_err();
        assert!(matches!(error, ClientError::Status { .. }), "{error:?}");
        assert_eq!(error.outcome(), outcome);
    }
    let server = platform(move |_| Reply::Raw(page("200 OK").into_bytes()));
    let error = client(&server.base).0.submit_publish("d").unwrap_err();
    assert!(matches!(error, ClientError::Decode { .. }), "{error:?}");
    assert_eq!(error.outcome(), Outcome::Unknown);
}

#[test]
fn a_bomb_of_an_answer_is_not_read_to_its_end() {
    let server = platform(|_| {
        let mut answer = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".to_vec();
        answer.resize(34 * 1024 * 1024, b' ');
        Reply::Raw(answer)
    });
    let error = client(&server.base).0.get_published("a").unwrap_err();
    assert!(matches!(error, ClientError::Decode { .. }), "{error:?}");
}

#[test]
fn encryption_and_proxy_failures_are_told_apart() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let encrypted = format!("https://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.read(&mut [0; 1024]);
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
        }
    });
    let error = client(&encrypted).0.count_drafts().unwrap_err();
    assert_eq!(
        (transport(&error), error.class(), error.outcome()),
        (Fault::Tls, Class::Human, Outcome::NotDone)
    );

    let proxy = Canned::start(|_| {
        Reply::Raw(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n".to_vec())
    });
    for base in ["https://api.example.com", "http://api.example.com"] {
        let settings = Settings { proxy: Some(proxy.base.clone().into()), ..settings(base) };
        let error = Client::new(settings, clock()).unwrap().count_drafts().unwrap_err();
        assert_eq!((transport(&error), error.outcome()), (Fault::Proxy, Outcome::NotDone), "{base}");
        assert!(error.help().unwrap().text(Lang::Zh).contains("代理"));
    }
    assert!(proxy.seen()[0].line.starts_with("CONNECT api.example.com:443"));
}

#[test]
fn requests_go_through_the_proxy_and_under_the_path_of_the_base() {
    let proxy = platform(|_| json(r#"{"total_count":1}"#));
    let settings =
        Settings { proxy: Some(proxy.base.clone().into()), ..settings("http://api.example.com/wx/") };
    assert_eq!(Client::new(settings, clock()).unwrap().count_drafts(), Ok(1));
    assert!(proxy.seen()[1].line.starts_with("GET http://api.example.com/wx/cgi-bin/draft/count?"));
}

#[test]
fn the_clocks_are_compared_at_every_answer() {
    let server = platform(|_| json(r#"{"total_count":1}"#));
    let (client, clock) = client(&server.base);
    assert_eq!(client.skew(), None);
    clock.advance(Duration::from_secs(90));
    client.count_drafts().unwrap();
    assert_eq!(client.skew().map(|skew| skew.as_secs()), Some(-90));
}

#[test]
fn an_index_of_a_deletion_travels_only_when_there_is_one() {
    let server = platform(|_| json(r#"{"errcode":0,"errmsg":"ok"}"#));
    let (client, _) = client(&server.base);
    client.delete_published("a", Some(2)).unwrap();
    client.delete_published("a", None).unwrap();
    let sent: Vec<ArticleRef> =
        server.seen().iter().skip(1).map(|seen| serde_json::from_slice(&seen.body).unwrap()).collect();
    assert_eq!(sent.iter().map(|sent| sent.index).collect::<Vec<_>>(), [Some(2), None]);
}
