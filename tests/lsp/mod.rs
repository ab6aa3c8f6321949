//! `qianfa lsp` as an editor sees it: a scripted client over the program's standard streams.

mod client;
mod hostile;
mod site;

use serde_json::{Value, json};

use crate::support::program::folder;
use client::{Client, address, applied, of, span};

/// An advertisement with an absolute word behind an emoji, and a character that nobody sees.
const ARTICLE: &str = "---\nuid: a1\ntitle: 冬至的汤\nkind: ad\nsponsor: 某某汤铺\n---\n\n## 广告\n\n🙂本店最佳的热饮，\u{200b}欢迎来坐。\n";

fn at(address: &str, line: u32, character: u32) -> Value {
    json!({"textDocument": {"uri": address}, "position": {"line": line, "character": character}})
}

fn actions(client: &mut Client, address: &str, range: &Value) -> Vec<Value> {
    let params = json!({"textDocument": {"uri": address}, "range": range, "context": {"diagnostics": []}});
    client.ask("textDocument/codeAction", params).as_array().unwrap().clone()
}

#[test]
fn a_writer_opens_mends_asks_completes_and_leaves() {
    let site = folder(&[
        ("content/soup/index.md", ARTICLE),
        ("content/tea.md", "---\nuid: b2\ntitle: 喝茶\ntags: [节气]\n---\n文\n"),
        ("desk/columns.yaml", "columns:\n  - {id: seasons, name: 节气}\n"),
    ]);
    let (mut client, agreed) = Client::agree(site.path(), json!({"locale": "zh-cn", "capabilities": {}}));
    assert_eq!(agreed["capabilities"]["positionEncoding"], "utf-16");
    let file = address(site.path(), "content/soup/index.md");

    client.show(&file, ARTICLE);
    let found = client.findings(&file, 1, |found| !found.is_empty());
    let absolute = of(&found, "ad.absolute").unwrap();
    assert_eq!(absolute["range"], span(9, 4, 6));
    assert_eq!((&absolute["severity"], &absolute["source"]), (&json!(1), &json!("qianfa")));
    assert!(absolute["codeDescription"]["href"].as_str().unwrap().ends_with("#ad.absolute"));
    assert!(absolute["message"].as_str().unwrap().contains("依据：广告法"));
    let hidden = of(&found, "text.hidden").unwrap();
    assert_eq!(hidden["range"], span(9, 10, 11));
    assert_eq!(hidden["tags"], json!([1]));

    let told = client.ask("textDocument/hover", at(&file, 9, 5));
    let markdown = told["contents"]["value"].as_str().unwrap();
    for part in ["`ad.absolute`", "**依据**", "**为什么**", "**怎么改**", "最佳"] {
        assert!(markdown.contains(part), "{part}: {markdown}");
    }
    assert_eq!(told["range"], absolute["range"]);

    // The hidden character goes by its own edit.
    let offered = actions(&mut client, &file, &hidden["range"]);
    let mend = offered.iter().find(|action| action["isPreferred"] == true).unwrap();
    assert_eq!(mend["diagnostics"][0]["code"], "text.hidden");
    let text = applied(ARTICLE, mend, &file);
    client.change(&file, 2, json!([{"range": hidden["range"], "text": ""}]));
    let found = client.findings(&file, 2, |found| of(found, "text.hidden").is_none());
    assert!(of(&found, "ad.absolute").is_some());

    // The absolute word stays, with a reason above its paragraph: no error any more.
    let offered = actions(&mut client, &file, &span(9, 4, 4));
    let ignore =
        offered.iter().find(|action| action["title"].as_str().unwrap().contains("ad.absolute")).unwrap();
    let text = applied(&text, ignore, &file);
    assert!(text.contains("\n\n<!-- qianfa-ignore ad.absolute: 理由 -->\n\n🙂本店"), "{text}");
    client.change(&file, 3, json!([{"text": text}]));
    let found = client.findings(&file, 3, |_| true);
    assert_eq!(of(&found, "ad.absolute").unwrap()["severity"], 2);
    assert!(of(&found, "site.suppression").is_none());

    // A part of the text is typed over, and the word is gone; the comment answers for nothing then.
    client.change(&file, 4, json!([{"range": span(11, 4, 6), "text": "好喝"}]));
    let found = client.findings(&file, 4, |_| true);
    assert!(of(&found, "ad.absolute").is_none());
    assert_eq!(of(&found, "site.suppression").unwrap()["tags"], json!([1]));

    let before = "---\nuid: a1\ntitle: 冬至的汤\ncolumn: \ntags: [节]\nki\n---\n见 [[茶\n";
    client.change(&file, 5, json!([{"text": before}]));
    client.findings(&file, 5, |_| true);
    let mut completed = |line, character| {
        let list = client.ask("textDocument/completion", at(&file, line, character));
        let items = list["items"].as_array().unwrap().clone();
        let edits = items.iter().map(|item| item["textEdit"]["newText"].as_str().unwrap().to_owned());
        (edits.collect::<Vec<_>>(), items.first().map(|item| item["textEdit"]["range"].clone()))
    };
    let (words, range) = completed(3, 8);
    assert_eq!((words, range), (vec!["seasons".to_owned(), "节气".to_owned()], Some(span(3, 8, 8))));
    assert_eq!(completed(4, 8), (vec!["节气".to_owned()], Some(span(4, 7, 8))));
    let (keys, range) = completed(5, 2);
    assert!(keys.contains(&"kind: ".to_owned()) && !keys.contains(&"title: ".to_owned()), "{keys:?}");
    assert_eq!(range, Some(span(5, 0, 2)));
    let (names, range) = completed(7, 5);
    assert_eq!((names, range), (vec!["tea]]".to_owned(), "b2]]".to_owned()], Some(span(7, 4, 5))));

    let outline = client.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": file}}));
    assert_eq!(outline, json!([]));
    client.tell("textDocument/didClose", json!({"textDocument": {"uri": file}}));
    client.until(|message| {
        message["params"]["uri"] == file.as_str()
            && message["params"]["diagnostics"] == json!([])
            && message["params"]["version"].is_null()
    });
    assert_eq!(client.close(), 0);
}

#[test]
fn positions_are_counted_as_agreed() {
    let site = folder(&[("content/soup/index.md", ARTICLE)]);
    let file = address(site.path(), "content/soup/index.md");
    for (offered, agreed, from, to) in [
        (json!(["utf-8", "utf-16"]), "utf-8", 10, 16),
        (json!(["utf-32"]), "utf-32", 3, 5),
        (json!(["utf-7"]), "utf-16", 4, 6),
    ] {
        let params = json!({"capabilities": {"general": {"positionEncodings": offered}}});
        let (mut client, answer) = Client::agree(site.path(), params);
        assert_eq!(answer["capabilities"]["positionEncoding"], agreed);
        client.show(&file, ARTICLE);
        let found = client.findings(&file, 1, |found| of(found, "ad.absolute").is_some());
        assert_eq!(of(&found, "ad.absolute").unwrap()["range"], span(9, from, to), "{agreed}");
        client.change(&file, 2, json!([{"range": span(9, from, to), "text": "好"}]));
        client.findings(&file, 2, |found| of(found, "ad.absolute").is_none());
        assert_eq!(client.close(), 0);
    }
}

#[test]
fn the_editor_chooses_the_language_unless_somebody_did() {
    let site = folder(&[("content/soup/index.md", ARTICLE)]);
    let file = address(site.path(), "content/soup/index.md");
    for (args, locale, basis) in
        [(&[][..], "en", "Basis: "), (&[], "zh-Hans", "依据："), (&["--lang", "zh"], "en", "依据：")]
    {
        let mut client = Client::start(site.path(), args);
        client.ask("initialize", json!({"locale": locale, "capabilities": {}}));
        client.show(&file, ARTICLE);
        let found = client.findings(&file, 1, |found| !found.is_empty());
        let message = of(&found, "ad.absolute").unwrap()["message"].as_str().unwrap().to_owned();
        assert!(message.contains(basis), "{locale}: {message}");
    }
}

#[test]
fn headings_are_nested_where_the_editor_knows_how() {
    let site = folder(&[]);
    let text = "---\ntitle: 甲\n---\n## 一\n\n### 二\n\n## 三\n";
    let file = address(site.path(), "content/a.md");
    let knows = json!({"textDocument": {"documentSymbol": {"hierarchicalDocumentSymbolSupport": true}}});
    let (mut client, _) = Client::agree(site.path(), json!({"capabilities": knows}));
    client.show(&file, text);
    let outline = client.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": file}}));
    assert_eq!(outline[0]["children"][0]["name"], "二");
    assert_eq!(outline[1]["selectionRange"], span(7, 0, 4));
    let mut client = Client::open(site.path());
    client.show(&file, text);
    let outline = client.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": file}}));
    assert_eq!(outline[1]["name"], "二");
    assert_eq!(outline[2]["location"]["uri"], file.as_str());
}
