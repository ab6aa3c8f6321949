//! A sandbox whose state lives in a file.

use qianfa::sandbox::{Options, Sandbox, SandboxError};
use serde_json::json;
use std::sync::Arc;

use super::{Bench, account, code, id, png};

#[test]
fn everything_is_there_again_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("状态/sandbox.json");
    let open = || Bench::with(account(), |options| options.state_file = Some(file.clone()));
    let first = open();
    let cover = first.cover();
    let draft = first.draft();
    let published = first.post("freepublish/submit", first.add(json!({})));
    let token = first.token.clone();
    drop(first);

    let second = Bench { token, ..open() };
    assert_eq!(code(&second.post("draft/get", json!({"media_id": draft}))), 0);
    let bytes = second
        .send("material/get_material", json!({"media_id": cover}).to_string())
        .unwrap()
        .bytes()
        .unwrap();
    assert_eq!(bytes, png(64));
    second.advance(2);
    let status = second.post("freepublish/get", json!({"publish_id": published["publish_id"]}));
    assert_eq!(status["publish_status"], 0);
    // New ids do not repeat old ones.
    assert_ne!(second.draft(), draft);
    let used = second.post("openapi/quota/get", json!({"cgi_path": "/cgi-bin/freepublish/submit"}));
    assert_eq!(used["quota"]["used"], 1);
    assert!(!id(&status, "article_id").is_empty());
}

#[test]
fn a_file_that_is_something_else_is_named_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.md");
    std::fs::write(&file, "# 笔记").unwrap();
    let clock = Arc::new(qianfa::base::clock::ManualClock::new(super::morning()));
    let mut options = Options::with_manual_clock(clock, vec![account()]);
    options.state_file = Some(file.clone());
    match Sandbox::new(options) {
        Err(SandboxError::State { path, .. }) => assert_eq!(path, file),
        other => panic!("{:?}", other.map(|_| ())),
    }
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "# 笔记");
}
