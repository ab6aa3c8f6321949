//! The platform's typesetting checker in a real browser: every fragment at the three widths of its specification.
//!
//! One start of Chromium (`apt-get install chromium`) for all fragments; nothing is loaded from anywhere.

use std::fs::File;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use qianfa::render::Renderer;
use qianfa::sandbox::{Profile, saved_html, stored_html};
use qianfa::site::{self, Format, RenderOptions};
use qianfa::source::SourceFile;
use qianfa::source::tree::WorkTree;
use serde_json::{Value, json};

use crate::render::editor::uploaded;
use crate::render::{Files, themes};
use crate::support::program::{folder, run};

/// A browser that has not ended by then hangs; it takes a few seconds.
const LIMIT: Duration = Duration::from_secs(120);
/// How often it is started before that is an error: on some machines one start in many hangs.
const STARTS: u32 = 3;

/// What the document `file` became in Chromium, and what the browser complained of; `None` when it hung.
///
/// Through files: a child of the browser may outlive it and would hold a pipe open.
fn dom(folder: &Path, start: u32, file: &Path) -> Option<(String, String)> {
    browse(folder, start, file, "--dump-dom")
}

/// What Chromium wrote and complained of when it was asked to do `what` with `file`.
fn browse(folder: &Path, start: u32, file: &Path, what: &str) -> Option<(String, String)> {
    let [page, errors] = ["page", "errors"].map(|name| folder.join(format!("{name}-{start}")));
    let mut browser = Command::new("chromium")
        .args(FLAGS)
        .arg(what)
        .arg(format!("--user-data-dir={}", folder.join(format!("profile-{start}")).display()))
        .arg(format!("file://{}", file.display()))
        .stdin(Stdio::null())
        .stdout(File::create(&page).unwrap())
        .stderr(File::create(&errors).unwrap())
        .process_group(0)
        .spawn()
        .unwrap_or_else(|error| {
            panic!("chromium does not start ({error}): install it, on Debian with apt-get install chromium")
        });
    let begun = Instant::now();
    while browser.try_wait().unwrap().is_none() {
        if begun.elapsed() > LIMIT {
            // With its children: the minus means the group.
            let group = format!("-{}", browser.id());
            Command::new("kill").args(["-9", "--", &group]).status().unwrap();
            browser.wait().unwrap();
            return None;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let read = |path: &Path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
    Some((read(&page), read(&errors)))
}

/// Without a window, a sandbox that needs rights, and anything that asks a network.
const FLAGS: [&str; 14] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--window-size=800,1000",
];

/// What the checker says about fragments, each with a name.
fn check(fragments: &[(String, String)]) -> Vec<Value> {
    let list: Vec<Value> = fragments.iter().map(|(name, html)| json!({"name": name, "html": html})).collect();
    // Inside a script element, `</` must not occur.
    let list = serde_json::to_string(&list).unwrap().replace("</", "<\\/");
    let page = include_str!("page.html")
        .replace("/*fragments*/[]", &list)
        .replace("/*checker*/", include_str!("checker.js"));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.html");
    std::fs::write(&file, page).unwrap();
    let (page, errors) = (0..STARTS)
        .find_map(|start| dom(folder.path(), start, &file))
        .unwrap_or_else(|| panic!("chromium did not end within {LIMIT:?}, {STARTS} times"));
    let found = page.rsplit_once("<pre id=\"findings\">").and_then(|(_, rest)| rest.split_once("</pre>"));
    let Some((found, _)) = found else { panic!("chromium gave no findings: {errors}") };
    let found = found.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let mut found: Value = serde_json::from_str(&found).unwrap();
    assert_eq!(found["checked"], fragments.len());
    let Value::Array(findings) = found["findings"].take() else { panic!("no list") };
    findings
}

/// What is wide: a table of eight columns, code, addresses, a picture of each size.
fn wide() -> String {
    let row = |text: &str| format!("|{}\n", format!(" {text} |").repeat(8));
    format!(
        "{}|{}\n{}{}\n```sh\ncurl {}\n```\n\nhttps://example.com/{}\n\n`{}`\n\n> {}\n\n![图](小.png)\n\n![图](中.png)\n\n![图](大.png)\n",
        row("一个长长的列名"),
        "---|".repeat(8),
        row("第一行里的一句话"),
        row("https://example.com/a/long/path"),
        "x".repeat(200),
        "path/".repeat(40),
        "code".repeat(50),
        "Donaudampfschifffahrtsgesellschaft".repeat(5),
    )
}

/// The fragment as it is sent, and as it is after somebody saved it in the console.
fn both(name: &str, html: &str) -> [(String, String); 2] {
    let sent = uploaded(html);
    let saved = saved_html(&stored_html(&sent, Profile::Strict).unwrap());
    [(name.to_owned(), sent), (format!("{name}, saved in the console"), saved)]
}

fn of_the_project() -> Vec<(String, String)> {
    let tree = WorkTree::new(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let site = site::load(&tree).site.unwrap();
    let files = Files::pictures();
    let rich = Arc::new(SourceFile::new("content/甲/rich.md", include_str!("../render/rich.md")));
    let wide = Arc::new(SourceFile::new("content/甲/wide.md", wide()));
    let mut all = Vec::new();
    for theme in themes() {
        let options = RenderOptions::default();
        let renderer = Renderer::new(&tree, &theme);
        for article in site.articles.iter().filter(|article| article.front.format == Format::Article) {
            let html = renderer.file(&article.file, article.body.clone(), Format::Article, &options).html;
            all.extend(both(&format!("{} in {theme}", article.path()), &html));
        }
        let renderer = Renderer::new(&files, &theme);
        for file in [&rich, &wide] {
            let html = renderer.file(file, 0..file.text().len(), Format::Article, &options).html;
            all.extend(both(&format!("{} in {theme}", file.path()), &html));
        }
    }
    all
}

#[test]
fn every_fragment_passes_at_every_width() {
    let findings = check(&of_the_project());
    let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "{} findings\n{}", lines.len(), lines.join("\n"));
}

#[test]
fn what_the_platform_reports_is_reported() {
    let deep = |count: usize| format!("{}<p>甲</p>{}", "<section>".repeat(count), "</section>".repeat(count));
    let image = |style: &str, width: u32| {
        format!("<p><img src=\"x\" data-w=\"{width}\" data-ratio=\"0.5\" style=\"{style}\"></p>")
    };
    let code = "x".repeat(300);
    let cases = [
        ("text-align", "<p style=\"text-align:start\">甲</p>".to_owned()),
        ("height", "<section style=\"height:0\">甲</section>".to_owned()),
        ("opacity", "<p><img src=\"x\" style=\"opacity:0;width:100%\"></p>".to_owned()),
        ("line-height", format!("<p style=\"font-size:16px;line-height:0\">{}</p>", "甲".repeat(200))),
        ("line-height", format!("<p style=\"font-size:16px;line-height:14px\">{}</p>", "甲".repeat(200))),
        ("width", image("max-width:100%", 500)),
        ("width", "<section style=\"width:500px\">甲</section>".to_owned()),
        ("width", "<section style=\"min-width:700px\">甲</section>".to_owned()),
        (
            "pre",
            format!(
                "<section style=\"overflow-x:auto\"><pre style=\"white-space:pre\">{code}</pre></section>"
            ),
        ),
        (
            "height-nodisplay",
            "<section style=\"height:40px\"><section>甲<br>乙<br>丙<br>丁</section></section>".to_owned(),
        ),
        ("nestNodes", deep(20)),
        ("darkmode-whitelist", "<p data-no-dark>甲</p>".to_owned()),
        ("span[leaf]", "<section><span leaf><section>甲</section></span></section>".to_owned()),
        ("section[nodeleaf]", "<section nodeleaf>甲</section>".to_owned()),
    ];
    let good = [
        ("", image("max-width:100%;width:100%", 500)),
        ("", image("max-width:100%;width:80%", 500)),
        ("", image("max-width:100%", 200)),
        ("", image("max-width:100%", 1200)),
        ("", format!("<pre style=\"white-space:pre-wrap;word-break:break-all\">{code}</pre>")),
        (
            "",
            format!(
                "<pre><code style=\"display:block;overflow-x:auto;white-space:nowrap\">{code}</code></pre>"
            ),
        ),
        (
            "",
            "<section style=\"line-height:0\"><img src=\"x\" data-w=\"1200\" style=\"width:100%\"></section>"
                .to_owned(),
        ),
        ("", deep(10)),
    ];
    let all: Vec<(&str, String)> = cases.into_iter().chain(good).collect();
    let named: Vec<(String, String)> =
        all.iter().enumerate().map(|(index, (_, html))| (index.to_string(), html.clone())).collect();
    let findings = check(&named);
    for ((name, _), (rule, html)) in named.iter().zip(&all) {
        let of_this: Vec<&str> = findings
            .iter()
            .filter(|finding| finding["name"].as_str() == Some(name))
            .filter_map(|finding| finding["rule"].as_str())
            .collect();
        if rule.is_empty() {
            assert_eq!(of_this, [] as [&str; 0], "{html}");
        } else {
            assert!(of_this.contains(rule), "{rule}: {html}: {of_this:?}");
        }
    }
}

#[test]
fn a_busy_month_is_printed_on_one_page_and_a_fuller_one_on_more() {
    let pages = |editions: u32| {
        let config = "version: 1\nname: 站\nzone: Asia/Shanghai\naccounts: {main: {title: 号}}\n".to_owned();
        let mut files = vec![("qianfa.yaml".to_owned(), config)];
        for number in 0..editions {
            let day = number % 31 + 1;
            files.push((
                format!("content/{number}.md"),
                format!("---\nuid: a{number}\ntitle: 绝对化用语词表为什么总是错，之{number}\npublish: {{at: 2026-12-{day:02} 20:00}}\nstatus: ready\n---\n正文\n"),
            ));
        }
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let site = folder(&files);
        assert_eq!(run(site.path(), &["build"]).code, 0);
        let printed = site.path().join("calendar.pdf");
        let what = format!("--print-to-pdf={}", printed.display());
        let page = site.path().join("dist/calendar.html");
        let work = tempfile::tempdir().unwrap();
        (0..STARTS).find_map(|start| browse(work.path(), start, &page, &what)).expect("chromium hangs");
        let pdf = std::fs::read(&printed).unwrap();
        let pdf = String::from_utf8_lossy(&pdf);
        pdf.split("/Type /Page").skip(1).filter(|rest| !rest.starts_with('s')).count()
    };
    assert_eq!(pages(31), 1);
    assert!(pages(31 * 6) > 1, "nothing is cut off");
}
