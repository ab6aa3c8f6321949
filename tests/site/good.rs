//! Good input becomes what it says.

use qianfa::finding::Severity;
use qianfa::site::{Audience, Late, Mode, Secret, Slot, Status, load};
use qianfa::source::tree::WorkTree;
use qianfa::source::yaml::Node;

use crate::support::site::{article, lines, site};

#[test]
fn this_repository_is_a_sound_site() {
    let loaded = load(&WorkTree::new(env!("CARGO_MANIFEST_DIR")).unwrap());
    let said: Vec<String> = lines(&loaded.findings);
    assert!(!loaded.findings.reach(Severity::Warning), "{said:#?}");
    let site = loaded.site.unwrap();
    assert!(site.articles.len() >= 10 && !site.editions.is_empty() && !site.campaigns.is_empty());
}

#[test]
fn front_matter_comes_from_the_file_then_from_the_folders_then_from_the_configuration() {
    let config = "name: 站\nzone: Asia/Shanghai\naccounts: {main: {late: {then: skip}}, city: {}}\ndefaults: {author: 站点, account: main, tags: [甲], publish: {mode: mass, to: {tag: 老客户}}}\n";
    let site = site([
        ("qianfa.yaml", config.to_owned()),
        ("content/_defaults.yaml", "author: 内容\nsummary: 摘要\n".to_owned()),
        ("content/食/_defaults.yaml", "author: 栏目\naccounts: [city]\n".to_owned()),
        ("content/食/a.md", article("a1", "status: ready\npublish: {at: 2026-12-21 20:00}", "正文")),
        (
            "content/b.md",
            article("b1", "tags: []\nauthor: null\npublish: {mode: draft, to: all, late: publish}", ""),
        ),
    ]);
    let [b, a] = site.articles.as_slice() else { panic!("{:?}", site.articles.len()) };
    assert_eq!(a.front.author.as_ref().unwrap().value, "栏目");
    assert_eq!(a.front.author.as_ref().unwrap().place.path(), "content/食/_defaults.yaml");
    assert_eq!(a.front.summary.as_ref().unwrap().value, "摘要");
    assert_eq!(a.front.tags[0].value, "甲");
    assert_eq!(a.front.publish.mode, Mode::Mass);
    assert_eq!(a.front.publish.to, Audience::Tag("老客户".to_owned()));
    assert!(
        matches!(a.front.publish.at.as_deref(), Some(Slot::At(at)) if at.to_string() == "2026-12-21T12:00:00Z")
    );
    assert_eq!(a.front.status, Status::Ready);
    assert_eq!(a.front.accounts[0].value, "city", "the nearer word counts");
    assert_eq!(b.front.author, None);
    assert!(b.front.tags.is_empty());
    assert_eq!((b.front.publish.mode, b.front.publish.late), (Mode::Draft, Late::Publish));
    assert_eq!(b.front.accounts[0].value, "main");
}

#[test]
fn an_edition_is_arranged_by_order_and_takes_the_narrowest_times() {
    let front = |more: &str| format!("status: ready\npublish: {{edition: 冬至, mode: mass, {more}}}");
    let site = site([
        ("content/a.md", article("a", &front("order: 3, until: 2026-12-22 12:00"), "")),
        ("content/b.md", article("b", &front("order: 1, at: 2026-12-21 20:00, late: skip"), "")),
        (
            "content/c.md",
            article("c", &(front("until: 2026-12-22 08:00") + "\nembargo: 2026-12-20 09:00"), ""),
        ),
        ("content/d.md", article("d", &(front("order: 2") + "\nembargo: 2026-12-20 10:00"), "")),
        ("content/e.md", article("e", "", "")),
    ]);
    let [lone, winter] = site.editions.as_slice() else { panic!("{:#?}", site.editions) };
    assert_eq!(
        (winter.name.as_str(), winter.uid.as_str(), winter.account.as_str()),
        ("冬至", "冬至", "main")
    );
    let units: Vec<_> = winter.articles.iter().map(|index| site.articles[*index].unit.as_str()).collect();
    assert_eq!(units, ["content/b", "content/d", "content/a", "content/c"]);
    assert!(matches!(winter.at, Some(Slot::At(at)) if at.to_string() == "2026-12-21T12:00:00Z"));
    assert_eq!(winter.until.unwrap().to_string(), "2026-12-22T00:00:00Z");
    assert_eq!(winter.embargo.unwrap().to_string(), "2026-12-20T02:00:00Z");
    assert_eq!((winter.mode, winter.late, winter.ready), (Mode::Mass, Late::Hold, true));
    assert_eq!((lone.name.as_str(), lone.uid.as_str(), lone.at, lone.ready), ("content/e", "e", None, false));
}

#[test]
fn an_article_for_two_accounts_is_two_editions() {
    let config = "name: 站\nzone: Asia/Shanghai\naccounts: {main: {}, city: {}}\n";
    let site = site([
        ("qianfa.yaml", config.to_owned()),
        ("content/a.md", article("a", "accounts: [main, city]", "")),
    ]);
    let accounts: Vec<_> =
        site.editions.iter().map(|edition| (edition.account.as_str(), edition.uid.as_str())).collect();
    assert_eq!(accounts, [("city", "a"), ("main", "a")]);
}

#[test]
fn an_account_says_what_it_says_and_has_sensible_defaults() {
    let config = "name: 站\nzone: Asia/Shanghai\nremote: origin\naccounts:\n  main: {}\n  brand-2:\n    kind: service\n    appid: wx0123456789abcdef\n    secret_file: /run/secrets/brand\n    zone: America/New_York\n    slots: {workday: [\"20:00\", \"08:00\"]}\n    min_gap: 1h30m\n    blackout: [{from: 2026-04-04, reason: 清明}]\n    late: {grace: 5m, then: publish, max_age: 1d}\n";
    let site = site([("qianfa.yaml", config)]);
    let [main, brand] = site.config.accounts.as_slice() else { panic!() };
    assert_eq!(main.secret, Secret::Env("QIANFA_MAIN_SECRET".to_owned()));
    assert_eq!(main.appid, Secret::Env("QIANFA_MAIN_APPID".to_owned()));
    assert_eq!((main.mass_per_day, main.mass_per_month, main.late), (1, None, Late::Hold));
    assert_eq!((main.grace.as_secs(), main.max_age.as_secs(), main.min_gap.as_secs()), (900, 7_200, 0));
    assert_eq!(brand.appid_value.as_ref().unwrap().value, "wx0123456789abcdef");
    assert_eq!(brand.secret, Secret::File("/run/secrets/brand".to_owned()));
    assert_eq!(brand.zone.iana_name(), Some("America/New_York"));
    assert_eq!(
        brand.workday_slots.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["08:00:00", "20:00:00"]
    );
    assert_eq!((brand.min_gap.as_secs(), brand.mass_per_month), (5_400, Some(4)));
    assert_eq!(brand.blackout[0].from, brand.blackout[0].to);
    assert_eq!(site.config.remote.as_deref(), Some("origin"));
    assert_eq!(site.config.zone_name, "Asia/Shanghai");
}

#[test]
fn the_campaign_plan_of_the_reference_is_read_whole() {
    let plan = include_str!("spring-2026.yaml");
    let site = site([("campaigns/spring-2026.yaml", plan)]);
    let campaign = &site.campaigns[0];
    assert_eq!(
        campaign.kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>(),
        ["activation", "conversion"]
    );
    assert_eq!(campaign.window.as_ref().unwrap().start.to_string(), "2026-03-09T16:00:00Z");
    let prizes: Vec<_> = campaign
        .prizes
        .iter()
        .map(|prize| (prize.unit_value.as_deref().copied(), prize.quantity.as_deref().copied()))
        .collect();
    assert_eq!(prizes, [(Some(39_900), Some(20)), (Some(800), Some(4_980))]);
    let budget = campaign.budget.as_ref().unwrap();
    assert_eq!(budget.cap.as_deref(), Some(&6_000_000));
    assert_eq!(
        budget.lines.iter().map(|line| line.plan.as_deref().copied().unwrap()).sum::<i64>(),
        5_882_000
    );
    assert!(budget.lines.iter().all(|line| line.actual.is_none()));
    assert_eq!(campaign.timeline[2].after[0].value, "m2");
    assert_eq!(campaign.timeline[3].units[0].place.start().line, 43);
    assert!(
        matches!(&campaign.root.value, Node::Map(entries) if entries.iter().any(|(key, ..)| key == "legal"))
    );
}

#[test]
fn a_bundle_has_its_files_and_records_and_a_lone_article_none() {
    let site = site([
        (
            "content/a/index.md",
            article(
                "a",
                "cover: {image: ./图/封面.png}\nevidence: [{claim: 第一, file: ../proof.pdf}]",
                "正文",
            ),
        ),
        ("content/a/图/封面.png", String::new()),
        ("content/a/说明.md", "不是文章".to_owned()),
        (
            "content/a/rights.yaml",
            "images: [{file: 图/封面.png, own: true, people: [王某], shot_at: 2026-11-01, place: 杭州}]"
                .to_owned(),
        ),
        ("content/a/b/index.md", article("b", "", "")),
        ("content/a/b/c.png", String::new()),
        ("content/lone.md", article("lone", "", "")),
        ("layouts/ink/theme.yaml", "name: ink".to_owned()),
        ("notes/x.md", "不在站点里".to_owned()),
    ]);
    let files: Vec<_> =
        site.articles.iter().map(|article| (article.unit.as_str(), article.files.join(" "))).collect();
    assert_eq!(
        files,
        [
            ("content/a/b", "content/a/b/c.png".to_owned()),
            ("content/a", "content/a/rights.yaml content/a/图/封面.png content/a/说明.md".to_owned()),
            ("content/lone", String::new()),
        ]
    );
    let a = &site.articles[1];
    assert_eq!(a.body_text(), "正文");
    assert_eq!(a.front.cover.as_ref().unwrap().image(), Some("content/a/图/封面.png"));
    assert_eq!(a.front.evidence[0].file.as_deref(), Some("content/proof.pdf"));
    let record = &a.records["content/a/图/封面.png"];
    assert!(record.own && record.details.people[0].value == "王某");
    assert!(site.files.iter().any(|entry| entry.path == "layouts/ink/theme.yaml"));
    assert!(site.files.iter().all(|entry| !entry.path.starts_with("notes")));
}
