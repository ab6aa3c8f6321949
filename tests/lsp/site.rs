//! What a file means beside the others: findings of the whole site, files that come and go, files without a site.

use std::fs;

use jiff::Timestamp;
use qianfa::editor::{Job, Workspace};
use serde_json::json;

use super::client::{Client, address, of, span};
use crate::support::program::folder;

#[test]
fn what_only_the_whole_site_shows_stays_in_its_place_while_one_writes() {
    let site = folder(&[
        ("content/a.md", "---\ntitle: 甲\nuid: same\n---\n文\n"),
        ("content/b.md", "---\ntitle: 乙\nuid: same\n---\n文\n"),
    ]);
    let file = address(site.path(), "content/a.md");
    let mut client = Client::open(site.path());
    client.show(&file, "---\ntitle: 甲\nuid: same\n---\n文\n");
    let found = client.findings(&file, 1, |found| of(found, "site.duplicate").is_some());
    let twice = of(&found, "site.duplicate").unwrap();
    assert_eq!(twice["range"], span(2, 5, 9));
    let other = &twice["relatedInformation"][0]["location"];
    assert_eq!(other["uri"], address(site.path(), "content/b.md"));
    assert_eq!(other["range"], span(2, 5, 9));

    client.change(
        &file,
        2,
        json!([{"range": span(0, 0, 0), "text": ""}, {"range": span(1, 8, 8), "text": "\nauthor: 编辑部"}]),
    );
    let found = client.findings(&file, 2, |_| true);
    assert_eq!(of(&found, "site.duplicate").unwrap()["range"], span(3, 5, 9));
    // Another uid, not saved yet: the old finding is about what is no longer there.
    client.change(&file, 3, json!([{"range": span(3, 5, 9), "text": "other"}]));
    let found = client.findings(&file, 3, |_| true);
    assert!(of(&found, "site.duplicate").is_none());
    // And back: only a look at the whole site can tell, which comes when something is saved.
    client.change(&file, 4, json!([{"range": span(3, 5, 10), "text": "same"}]));
    client.tell("textDocument/didSave", json!({"textDocument": {"uri": file}}));
    client.findings(&file, 4, |found| of(found, "site.duplicate").is_some());
    assert_eq!(client.close(), 0);
}

#[test]
fn a_link_to_another_article_is_known_while_one_types() {
    let site = folder(&[
        ("content/a.md", "---\ntitle: 甲\nuid: a\n---\n文\n"),
        ("content/b.md", "---\ntitle: 乙\nuid: b\n---\n文\n"),
    ]);
    let file = address(site.path(), "content/a.md");
    let mut client = Client::open(site.path());
    client.show(&file, "---\ntitle: 甲\nuid: a\n---\n见 [[丙]]。\n");
    client.findings(&file, 1, |found| of(found, "link.article").is_some());
    client.change(&file, 2, json!([{"range": span(4, 4, 5), "text": "乙"}]));
    client.findings(&file, 2, |found| of(found, "link.article").is_none());
    assert_eq!(client.close(), 0);
}

#[test]
fn files_that_others_change_are_read_again() {
    let site = folder(&[
        ("content/a.md", "---\ntitle: 甲\nuid: a\ncolumn: 茶\n---\n文\n"),
        ("desk/columns.yaml", "columns:\n  - {id: tea, name: 茶}\n"),
    ]);
    let file = address(site.path(), "content/a.md");
    let knows = json!({"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}}});
    let (mut client, _) = Client::agree(site.path(), json!({"capabilities": knows}));
    let asked = client.until(|message| message["method"] == "client/registerCapability");
    assert_eq!(asked["params"]["registrations"][0]["method"], "workspace/didChangeWatchedFiles");
    client.send(&json!({"jsonrpc": "2.0", "id": asked["id"], "result": null}));
    client.show(&file, "---\ntitle: 甲\nuid: a\ncolumn: 茶\n---\n文\n");
    client.findings(&file, 1, |found| of(found, "site.reference").is_none());
    fs::write(site.path().join("desk/columns.yaml"), "columns:\n  - {id: soup, name: 汤}\n").unwrap();
    let change = json!({"uri": address(site.path(), "desk/columns.yaml"), "type": 2});
    client.tell("workspace/didChangeWatchedFiles", json!({"changes": [change]}));
    let found = client.findings(&file, 1, |found| of(found, "site.reference").is_some());
    assert_eq!(of(&found, "site.reference").unwrap()["range"], span(3, 8, 9));
    assert_eq!(client.close(), 0);
}

#[test]
fn an_article_that_is_not_saved_yet_or_is_broken_is_an_article() {
    let site = folder(&[("content/a.md", "---\ntitle: 甲\nuid: a\n---\n文\n")]);
    let file = address(site.path(), "content/new/index.md");
    let mut client = Client::open(site.path());
    client.show(&file, "---\ntitle: 乙\nuid: n\n---\n电话\u{200b}\n");
    client.findings(&file, 1, |found| of(found, "text.hidden").is_some());
    client.change(&file, 2, json!([{"text": "---\ntitle: [乙\n---\n"}]));
    client.findings(&file, 2, |found| of(found, "site.yaml").is_some());
    client.change(&file, 3, json!([{"text": "---\ntitle: 乙\nuid: n\n---\n文\n"}]));
    client.findings(&file, 3, |found| of(found, "site.yaml").is_none());
    assert_eq!(client.close(), 0);
}

#[test]
fn plans_and_settings_are_checked_before_they_are_saved() {
    let site = folder(&[("campaigns/winter.yaml", "id: winter\ntitle: 冬\nstatus: idea\n")]);
    let mut client = Client::open(site.path());
    let plan = address(site.path(), "campaigns/winter.yaml");
    client.show(&plan, "id: winter\ntitle: 冬\nstatus: ideas\n");
    let found = client.findings(&plan, 1, |found| !found.is_empty());
    assert_eq!(of(&found, "site.value").unwrap()["range"], span(2, 8, 13));
    let settings = address(site.path(), "qianfa.yaml");
    client.show(&settings, "version: 1\nname: [\n");
    client.findings(&settings, 1, |found| of(found, "site.yaml").is_some());
    assert_eq!(client.close(), 0);
}

#[test]
fn a_text_opened_with_unsaved_changes_keeps_its_findings_after_a_look_at_the_whole_site() {
    let site = folder(&[("campaigns/winter.yaml", "id: winter\ntitle: 冬\nstatus: idea\n")]);
    let mut workspace = Workspace::default();
    let mut run = |job: Job| {
        let mut all = workspace.run(job, Timestamp::UNIX_EPOCH);
        while workspace.is_due() {
            all.extend(workspace.settle(Timestamp::UNIX_EPOCH));
        }
        all
    };
    let check = |path: &str, text: &str| Job::Check {
        address: address(site.path(), path),
        version: 1,
        text: text.into(),
        markdown: false,
    };
    run(check("campaigns/winter.yaml", "id: winter\n"));
    for checked in run(check("qianfa.yaml", "version: 1\nname: [\n")) {
        if checked.address.ends_with("/qianfa.yaml") {
            let rules: Vec<_> = checked.findings.iter().map(|finding| finding.rule).collect();
            assert!(rules.contains(&"site.yaml"), "{rules:?}");
        }
    }
}

#[test]
fn a_file_without_a_site_is_checked_alone() {
    let nowhere = tempfile::tempdir().unwrap();
    let mut client = Client::open(nowhere.path());
    let file = address(nowhere.path(), "note.md");
    client.show(&file, "甲\u{200b}乙 ![](missing.png)\n");
    let found = client.findings(&file, 1, |found| !found.is_empty());
    assert_eq!(of(&found, "text.hidden").unwrap()["range"], span(0, 1, 2));
    assert!(found.iter().all(|finding| !finding["code"].as_str().unwrap().starts_with("asset.")));
    client.change(&file, 2, json!([{"text": "---\ntitle: 甲\ntitel: 乙\n---\n文\n"}]));
    let found = client.findings(&file, 2, |_| true);
    assert_eq!(of(&found, "site.unknown-key").unwrap()["range"], span(2, 0, 5));
    client.show("untitled:Untitled-1", "电话\u{200b}\n");
    client.findings("untitled:Untitled-1", 1, |found| of(found, "text.hidden").is_some());
    assert_eq!(client.close(), 0);
}

#[test]
fn nobody_reads_a_private_number() {
    let text = "---\nuid: a\ntitle: 甲\n---\n\n李女士的手机号是 13812345678，身份证号 11010519491231002X。\n";
    let site = folder(&[("content/a.md", text)]);
    let file = address(site.path(), "content/a.md");
    let mut client = Client::open(site.path());
    client.show(&file, text);
    let found = client.findings(&file, 1, |found| of(found, "pii.mobile").is_some());
    let range = &of(&found, "pii.mobile").unwrap()["range"];
    let about = json!({"textDocument": {"uri": file}, "position": range["start"]});
    let told = client.ask("textDocument/hover", about);
    assert!(told["contents"]["value"].as_str().unwrap().contains("pii.mobile"));
    let about = json!({"textDocument": {"uri": file}, "range": range, "context": {"diagnostics": []}});
    client.ask("textDocument/codeAction", about);
    assert!(!client.transcript.contains("13812345678"), "{}", client.transcript);
    assert!(!client.transcript.contains("11010519491231002"), "{}", client.transcript);
    assert_eq!(client.close(), 0);
}
