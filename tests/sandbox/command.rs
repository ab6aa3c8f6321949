//! `qianfa sandbox`.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use serde_json::json;

use super::{APPID, SECRET, code, http, read};

fn start(more: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_qianfa"))
        .args(["--lang", "en", "sandbox", "--port"])
        .args(more)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn it_prints_where_it_is_and_its_account_and_ends_on_ctrl_c() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let mut child = start(&["0", "--state", file.to_str().unwrap(), "--now", "2026-12-21T20:00"]);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let url = lines.next().unwrap().split_whitespace().find_map(|word| {
        word.strip_suffix(';').filter(|word| word.starts_with("http://127.0.0.1:")).map(str::to_owned)
    });
    let url = url.unwrap();
    let account = lines.find(|line| line.starts_with("AppID")).unwrap();
    assert!(account.contains(APPID) && account.contains(SECRET));
    let body = json!({"grant_type": "client_credential", "appid": APPID, "secret": SECRET});
    let response = http().post(format!("{url}/cgi-bin/stable_token")).json(&body).send().unwrap();
    assert_eq!(response.headers()["date"], "Mon, 21 Dec 2026 12:00:00 GMT");
    assert_eq!(code(&read(response)), 0);
    let interrupt = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(interrupt.success());
    assert!(child.wait().unwrap().success());
    assert!(std::fs::read_to_string(&file).unwrap().contains(APPID));
}

#[test]
fn a_port_that_is_taken_and_a_wrong_account_end_with_a_way_out() {
    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let refused = start(&[&port]).wait_with_output().unwrap();
    let told = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(1));
    assert!(told.contains(&port) && told.contains("--port"), "{told}");
    let wrong = start(&["0", "--account", "wx1"]).wait_with_output().unwrap();
    assert_eq!(wrong.status.code(), Some(1));
    assert!(String::from_utf8(wrong.stderr).unwrap().contains("wx1"));
}

/// The address that the first line of a started sandbox names.
fn address(child: &mut Child) -> String {
    let first = BufReader::new(child.stdout.as_mut().unwrap()).lines().next().unwrap().unwrap();
    let named = |word: &str| {
        word.strip_suffix(';').filter(|word| word.starts_with("http://127.0.0.1:")).map(str::to_owned)
    };
    first.split_whitespace().find_map(named).unwrap()
}

#[test]
fn a_killed_sandbox_has_lost_nothing_and_gives_no_id_twice() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let clock = ["0", "--state", file.to_str().unwrap(), "--now", "2026-12-21T20:00"];
    let (client, mut token, mut cover) = (http(), String::new(), String::new());
    let mut seen = Vec::new();
    for round in 1..=4 {
        let mut child = start(&clock);
        let url = address(&mut child);
        let post = |path: &str, token: &str, body: serde_json::Value| {
            read(
                client.post(format!("{url}/cgi-bin/{path}?access_token={token}")).json(&body).send().unwrap(),
            )
        };
        if round == 1 {
            let body = json!({"grant_type": "client_credential", "appid": APPID, "secret": SECRET});
            token = super::id(&post("stable_token", "", body), "access_token");
            let part = reqwest::blocking::multipart::Part::bytes(super::png(64)).file_name("a.png");
            let form = reqwest::blocking::multipart::Form::new().part("media", part);
            let add = format!("{url}/cgi-bin/material/add_material?type=image&access_token={token}");
            cover = super::id(&read(client.post(add).multipart(form).send().unwrap()), "media_id");
        }
        let article =
            json!({"title": format!("第{round}次"), "content": "<p>甲</p>", "thumb_media_id": cover});
        let added = post("draft/add", &token, json!({"articles": [article]}));
        seen.push(super::id(&added, "media_id"));
        // No chance to tidy up.
        child.kill().unwrap();
        child.wait().unwrap();

        let mut child = start(&clock);
        let url = address(&mut child);
        for media_id in &seen {
            let get = format!("{url}/cgi-bin/draft/get?access_token={token}");
            let draft = read(client.post(get).json(&json!({"media_id": media_id})).send().unwrap());
            assert_eq!(code(&draft), 0, "{draft}");
        }
        child.kill().unwrap();
        child.wait().unwrap();
    }
    let all: std::collections::BTreeSet<&String> = seen.iter().collect();
    assert_eq!(all.len(), 4);
}
