//! The calendar of a build: the page, and the file for calendar programs.

use std::fs;
use std::path::Path;

use crate::support::program::{folder, run};

const CONFIG: &str = "\
version: 1
name: 节气, 与\\茶
zone: Asia/Shanghai
accounts:
  main: {title: 主号; 甲, slots: {workday: [\"08:00\"]}}
  tea: {title: 茶号, slots: {workday: [\"08:00\"]}}
";

fn site() -> tempfile::TempDir {
    let article = |uid: &str, title: &str, more: &str| {
        format!("---\nuid: {uid}\ntitle: {title}\naccount: main\n{more}\n---\n正文\n")
    };
    let head = "publish: {at: 2026-12-21 20:00, edition: 冬至, order: 1, mode: mass}\nstatus: ready";
    let files = [
        ("content/一.md", article("a1", "头条 <b>，一", head)),
        ("content/二.md", article("a2", "次条", "publish: {edition: 冬至, order: 2, mode: mass}\nstatus: ready")),
        ("content/三.md", article("a3", &"很长的标题".repeat(9), "publish: {at: 2027-01-05}\nstatus: draft")),
        ("content/四.md", article("a4", "等空档", "publish: {slot: next}")),
        ("content/五.md", article("a5", "没有排期", "")),
        (
            "content/六.md",
            "---\nuid: a6\ntitle: 两个号\naccounts: [main, tea]\npublish: {at: 2026-12-31 08:00}\nstatus: ready\n---\n文\n".to_owned(),
        ),
    ];
    let mut all = vec![("qianfa.yaml", CONFIG)];
    all.extend(files.iter().map(|(path, text)| (*path, text.as_str())));
    folder(&all)
}

fn built(root: &Path) -> (String, String) {
    let ran = run(root, &["build"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let read = |name: &str| fs::read_to_string(root.join("dist").join(name)).unwrap();
    assert!(read("index.html").contains("href=\"calendar.html\""));
    (read("calendar.html"), read("calendar.ics"))
}

#[test]
fn a_month_shows_every_edition_with_time_account_mode_and_status() {
    let site = site();
    let (page, _) = built(site.path());
    assert_eq!(page.matches("<table>").count(), 2, "December and January");
    for part in [
        "2026 年 12 月",
        "2027 年 1 月",
        "<time>20:00</time><a href=\"articles/一.html\">头条 &lt;b&gt;，一</a><a href=\"articles/二.html\">次条</a>",
        "主号; 甲 · 群发 · <b>已定稿</b>",
        "<time>时间未定</time>",
        "<b>写作中</b>",
        "等下一个空档",
        "还有 1 篇没有排期",
        "4 期",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert_eq!(page.matches(">两个号</a>").count(), 2, "once for each account");
    // The 21st of December 2026 is a Monday.
    assert!(page.contains("21<span> 周一</span>"), "{page}");
    assert!(!page.contains("<script") && !page.contains("://"));
}

#[test]
fn calendar_programs_get_whole_lines_stable_names_and_no_present_time() {
    let site = site();
    let (_, file) = built(site.path());
    let lines: Vec<&str> = file.split_terminator("\r\n").collect();
    assert!(file.ends_with("END:VCALENDAR\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']));
    assert!(lines.iter().all(|line| line.len() <= 75), "{file}");
    let unfolded = file.replace("\r\n ", "");
    let events: Vec<&str> = unfolded.split("BEGIN:VEVENT").skip(1).collect();
    assert_eq!(events.len(), 4, "what has a day");
    for part in [
        "X-WR-CALNAME:节气\\, 与\\\\茶",
        "DTSTART:20261221T120000Z\r\nSUMMARY:头条 <b>，一（等 2 篇）",
        "DESCRIPTION:主号\\; 甲 · 群发 · 已定稿\\n头条 <b>，一\\n次条",
        "DTSTAMP:20261221T120000Z",
        "DTSTART;VALUE=DATE:20270105",
        "DTSTAMP:20270104T160000Z",
        "STATUS:TENTATIVE",
        "STATUS:CONFIRMED",
    ] {
        assert!(unfolded.contains(part), "{part} in {unfolded}");
    }
    let uid = |text: &str, of: &str| {
        let event = text.split("BEGIN:VEVENT").find(|event| event.contains(of)).unwrap().to_owned();
        event.lines().find(|line| line.starts_with("UID:")).unwrap().to_owned()
    };
    let mut uids: Vec<&str> =
        events.iter().map(|event| event.lines().find(|line| line.starts_with("UID:")).unwrap()).collect();
    uids.dedup();
    assert_eq!(uids.len(), 4);

    // What has not changed is not written, once the stamps of the site are old enough to be proof.
    let stamp = || fs::metadata(site.path().join("dist/calendar.ics")).unwrap().modified().unwrap();
    let mut before = stamp();
    for _ in 0..200 {
        built(site.path());
        let now = stamp();
        if std::mem::replace(&mut before, now) == now {
            break;
        }
    }
    let path = site.path().join("content/一.md");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("正文", "正文，改过")).unwrap();
    assert_eq!(built(site.path()).1, file);
    assert_eq!(stamp(), before);

    // Another time keeps the name.
    fs::write(&path, text.replace("20:00", "21:30")).unwrap();
    let later = built(site.path()).1.replace("\r\n ", "");
    assert!(later.contains("DTSTART:20261221T133000Z"), "{later}");
    assert_eq!(uid(&later, "头条"), uid(&unfolded, "头条"));
}

#[test]
fn the_same_site_has_the_same_calendar_wherever_it_is_built() {
    let (one, two) = (site(), site());
    assert_eq!(built(one.path()), built(two.path()));
}

#[test]
fn the_page_of_one_account_does_not_repeat_its_name() {
    let config = "version: 1\nname: 站\nzone: Asia/Shanghai\naccounts: {main: {title: 主号甲}}\n";
    let text = "---\nuid: a1\ntitle: 头条\npublish: {at: 2026-12-21 20:00}\nstatus: ready\n---\n正文\n";
    let site = folder(&[("qianfa.yaml", config), ("content/一.md", text)]);
    let (page, _) = built(site.path());
    assert!(!page.contains("主号甲") && page.contains("<p>发布 · <b>已定稿</b></p>"), "{page}");
}
