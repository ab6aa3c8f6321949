//! Neither the secret nor a token is ever shown, whatever goes wrong.

use std::error::Error;
use std::net::TcpListener;
use std::time::Duration;

use qianfa::base::message::{Explain, Lang};
use qianfa::wechat::client::{Audience, ClientError};

use super::*;

const TOKEN: &str = "97_S7aVeryPrivateToken9Qw";
const PASSWORD: &str = "hunter2hunter2";

/// Everything that a program could show of an error.
fn shown(error: &ClientError) -> String {
    let mut all = format!("{error} {error:?} {error:#?}");
    for lang in [Lang::Zh, Lang::En] {
        all += &error.message().text(lang);
        all += &error.help().map(|help| help.text(lang)).unwrap_or_default();
    }
    let mut source = error.source();
    while let Some(cause) = source {
        all += &format!("{cause} {cause:?}");
        source = cause.source();
    }
    let panic = std::panic::catch_unwind(|| fail(error).unwrap()).unwrap_err();
    all += panic.downcast_ref::<String>().expect("unwrap panics with a text");
    all
}

fn fail(error: &ClientError) -> Result<(), ClientError> {
    Err(error.clone())
}

fn assert_silent(text: &str) {
    for private in [SECRET, TOKEN, PASSWORD, "access_token=", "secret="] {
        assert!(!text.contains(private), "{private} in {text}");
    }
}

fn with_token(mut reply: impl FnMut(&Seen) -> Reply + Send + 'static) -> Canned {
    Canned::start(move |seen| {
        if seen.is("/cgi-bin/stable_token") {
            return json(&format!(r#"{{"access_token":"{TOKEN}","expires_in":7200}}"#));
        }
        reply(seen)
    })
}

#[test]
fn settings_and_clients_do_not_print_what_they_know() {
    let mut settings = settings("http://127.0.0.1:1");
    settings.proxy = Some(format!("http://user:{PASSWORD}@127.0.0.1:1").into());
    let printed = format!("{settings:?} {settings:#?}");
    assert!(printed.contains("wx5f0c1d2e3a4b6c78"));
    assert_silent(&printed);
    let client = Client::new(settings, clock()).unwrap();
    assert_silent(&format!("{client:?}"));
    assert_silent(&shown(&client.count_drafts().unwrap_err()));
}

#[test]
fn an_address_with_a_password_or_a_bad_proxy_is_refused_without_repeating_it() {
    for base in [
        format!("https://user:{PASSWORD}@127.0.0.1"),
        format!("{PASSWORD}://x"),
        format!("https://x/?{PASSWORD}"),
    ] {
        let settings = settings(&base);
        assert_silent(&format!("{settings:?}"));
        assert_silent(&shown(&Client::new(settings, clock()).unwrap_err()));
    }
    let mut settings = settings("http://127.0.0.1:1");
    settings.proxy = Some(format!("http://user:{PASSWORD}@[").into());
    assert_silent(&shown(&Client::new(settings, clock()).unwrap_err()));
}

#[test]
fn no_failure_shows_the_token() {
    let replies: [fn() -> Reply; 8] = [
        || Reply::Cut,
        || Reply::Silence,
        || Reply::Raw(format!("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{TOKEN}").into_bytes()),
        || {
            Reply::Raw(
                format!("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/?access_token={TOKEN}\r\n\r\n")
                    .into_bytes(),
            )
        },
        || Reply::Raw(format!("{TOKEN} is no HTTP\r\n\r\n").into_bytes()),
        || Reply::Json(TOKEN.to_owned()),
        || Reply::Json(format!(r#"{{"errcode":48001,"errmsg":"{TOKEN} may not; {SECRET}"}}"#)),
        || Reply::Json(format!(r#"{{"msg_id":"{TOKEN}","media_id":7,"publish_id":{{"{TOKEN}":1}}}}"#)),
    ];
    for reply in replies {
        let server = with_token(move |_| reply());
        let settings = Settings { timeout: Duration::from_millis(300), ..settings(&server.base) };
        let client = Client::new(settings, clock()).unwrap();
        let errors = [
            client.add_draft(&[article()]).unwrap_err(),
            client.submit_publish("d").unwrap_err(),
            client.send_all(Audience::All, "d", "k", false).unwrap_err(),
        ];
        for error in errors {
            assert_silent(&shown(&error));
        }
        assert_silent(&format!("{client:?}"));
    }
}

#[test]
fn no_failure_of_the_token_call_shows_the_secret_or_half_a_token() {
    let replies: [fn() -> Reply; 5] = [
        || Reply::Json(format!(r#"{{"access_token":"{TOKEN}","expires_in":"{TOKEN}"}}"#)),
        || Reply::Json(format!(r#"{{"access_token":["{TOKEN}"]}}"#)),
        || Reply::Json(format!(r#"{{"access_token":"{TOKEN}\n","expires_in":7200}}"#)),
        || Reply::Json(format!(r#"{{"errcode":40125,"errmsg":"invalid appsecret {SECRET}"}}"#)),
        || Reply::Cut,
    ];
    for reply in replies {
        let server = Canned::start(move |_| reply());
        assert_silent(&shown(&client(&server.base).0.count_drafts().unwrap_err()));
    }
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    assert_silent(&shown(&client(&format!("http://127.0.0.1:{port}")).0.count_drafts().unwrap_err()));
}

#[test]
fn the_real_platform_is_not_spoken_to_in_the_clear_or_by_made_up_time() {
    let clear = Client::new(settings("http://api.weixin.qq.com"), clock()).unwrap_err();
    let rehearsed = Client::new(settings("https://api.weixin.qq.com"), clock()).unwrap_err();
    assert_ne!(clear, rehearsed);
    assert!(clear.message().text(Lang::Zh).contains("https"));
    assert!(rehearsed.help().unwrap().text(Lang::Zh).contains("--now"));
}
