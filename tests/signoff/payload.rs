//! From a site to a payload: what is in both digests, what in one, what in none.

use qianfa::base::digest::Digest;
use qianfa::finding::Severity;
use qianfa::render::Renderer;
use qianfa::signoff::{Asset, Built, Payload, build};
use qianfa::site::{Mode, load};
use qianfa::source::tree::{MemoryTree, Tree};
use qianfa::wechat::wire::ArticleType;

use crate::support::site::{CONFIG, article, tree};

const UNIT: &str = "content/节气/冬至";
const CSS: &str = "article { color: #333333 }\np { margin: 0 0 20px }\n";

pub(super) fn png(width: u32, height: u32, shade: u8) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(width, height, image::Rgb([shade, 90, 60]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

const FRONT: &str = "author: 编辑部
cover: {image: cover.png, focus: [0.5, 0.4]}
publish:
  at: 2026-12-21 20:00
  mode: mass
  to: all
read_more: https://example.com/winter
status: ready";

const BODY: &str = "冬至大如年。\n\n![汤圆](tang.png)\n\n一碗热汤，[来历](https://example.com/a)。\n";

fn site() -> MemoryTree {
    tree([
        (format!("{UNIT}/index.md"), article("01aa", FRONT, BODY).into_bytes()),
        (format!("{UNIT}/cover.png"), png(90, 60, 10)),
        (format!("{UNIT}/tang.png"), png(40, 30, 20)),
        ("content/节气/小寒.md".to_owned(), article("01bb", "", "小寒。\n").into_bytes()),
        ("layouts/themes/plain/article.css".to_owned(), CSS.as_bytes().to_vec()),
        ("layouts/themes/plain/page.html".to_owned(), b"<html>{{ body }}</html>".to_vec()),
        ("layouts/themes/other/article.css".to_owned(), CSS.as_bytes().to_vec()),
        ("content/_defaults.yaml".to_owned(), b"comments: open\ntheme: plain\n".to_vec()),
    ])
}

fn built(tree: &MemoryTree) -> Built {
    let loaded = load(tree);
    let site = loaded.site.unwrap();
    let renderer = Renderer::new(tree, &site.config.theme);
    let edition = site.editions.iter().find(|edition| edition.name == UNIT).unwrap();
    build(&site, tree, &renderer, edition)
}

fn replaced(path: &str, from: &str, to: &str) -> MemoryTree {
    let tree = site();
    let text = String::from_utf8(tree.read(path, 1 << 20).unwrap()).unwrap();
    assert!(text.contains(from), "{from} is not in {path}");
    tree.with(path, text.replacen(from, to, 1))
}

#[test]
fn a_payload_says_exactly_what_goes_out() {
    let built = built(&site());
    let payload = &built.payload;
    assert_eq!(
        (payload.account.as_str(), payload.mode, payload.audience.as_str()),
        ("main", Mode::Mass, "all")
    );
    let one = &payload.articles[0];
    assert_eq!(
        (one.kind, one.title.as_str(), one.author.as_str()),
        (ArticleType::News, "测试文章", "编辑部")
    );
    assert!(one.digest.starts_with("冬至大如年。 "), "{}", one.digest);
    assert_eq!(one.source_url, "https://example.com/winter");
    assert!(one.comments_open && !one.comments_fans_only);
    let (cover, body) = (Digest::of(png(90, 60, 10)), Digest::of(png(40, 30, 20)));
    assert_eq!(payload.assets(), [Asset(cover), Asset(body)]);
    assert_eq!(built.assets[&body].path(), Some(format!("{UNIT}/tang.png").as_str()));
    assert_eq!(one.crop_1_1.as_deref(), Some("0.166667_0_0.833333_1"));
    assert_eq!(one.crop_235_1.as_deref(), Some("0_0.080852_1_0.719149"));
    assert!(one.content.contains(&format!("src=\"asset:{body}\"")));
    let sent = one.content_with(|asset| (asset == Asset(body)).then(|| "http://mmbiz.qpic.cn/x".to_owned()));
    assert!(sent.unwrap().contains("src=\"http://mmbiz.qpic.cn/x\""));
    assert_eq!(Payload::parse(&payload.canonical()).unwrap(), *payload);
    assert!(!built.findings.reach(Severity::Error));
    assert_eq!(
        built.paths,
        [
            "content/_defaults.yaml",
            "content/节气/冬至/cover.png",
            "content/节气/冬至/index.md",
            "content/节气/冬至/tang.png",
            "layouts/themes/plain/article.css"
        ]
    );
}

#[test]
fn one_changed_byte_that_readers_see_changes_both_digests() {
    let before = built(&site());
    let index = format!("{UNIT}/index.md");
    let changes = [
        ("text", replaced(&index, "冬至大如年。", "冬至大如年！")),
        ("picture", site().with(&format!("{UNIT}/tang.png"), png(40, 30, 21))),
        ("cover", site().with(&format!("{UNIT}/cover.png"), png(90, 60, 11))),
        ("focus", replaced(&index, "[0.5, 0.4]", "[0.5, 0.5]")),
        ("theme", site().with("layouts/themes/plain/article.css", CSS.replace("#333333", "#333334"))),
        ("audience", replaced(&index, "to: all", "to: {tag: 老客户}")),
        ("mode", replaced(&index, "mode: mass", "mode: publish")),
        ("title", replaced(&index, "测试文章", "测试文稿")),
        ("comments", site().with("content/_defaults.yaml", "comments: fans\ntheme: plain\n")),
        ("read_more", replaced(&index, "/winter", "/summer")),
    ];
    for (what, tree) in changes {
        let after = built(&tree);
        assert_ne!(before.digest, after.digest, "P after a change of {what}");
        assert_ne!(before.source, after.source, "S after a change of {what}");
    }
}

#[test]
fn an_edit_elsewhere_and_another_time_change_neither() {
    let before = built(&site());
    let index = format!("{UNIT}/index.md");
    let changes = [
        ("another article", site().with("content/节气/小寒.md", article("01bb", "", "小寒了。\n"))),
        ("a new article", site().with("content/节气/大寒.md", article("01cc", "", "大寒。\n"))),
        ("another theme", site().with("layouts/themes/other/article.css", "p { margin: 1px }")),
        ("the frame of the preview", site().with("layouts/themes/plain/page.html", "<p>{{ body }}</p>")),
        (
            "other defaults",
            site().with("content/_defaults.yaml", "comments: open\ntheme: plain\ntags: [冬]\n"),
        ),
        ("the time", replaced(&index, "  at: 2026-12-21 20:00\n", "  at: 2026-12-21 22:00\n  late: skip\n")),
        ("no time", replaced(&index, "  at: 2026-12-21 20:00\n", "")),
        ("the policy", site().with("policy/approvals.yaml", "version: 1\n")),
        ("another account", site().with("qianfa.yaml", format!("{CONFIG}  city:\n    title: 城市号\n"))),
    ];
    for (what, tree) in changes {
        let after = built(&tree);
        assert_eq!(before.digest, after.digest, "P after a change of {what}");
        assert_eq!(before.source, after.source, "S after a change of {what}");
    }
}

#[test]
fn what_readers_do_not_see_is_in_the_source_digest_only() {
    let before = built(&site());
    let after = built(&replaced(&format!("{UNIT}/index.md"), "status: ready", "tags: [冬]\nstatus: ready"));
    assert_eq!(before.digest, after.digest);
    assert_ne!(before.source, after.source);
}

#[test]
fn a_picture_message_is_plain_text_with_pictures() {
    let tree = site().with(
        &format!("{UNIT}/index.md"),
        article("01aa", "format: pictures\nauthor: 编辑部\nsummary: 不发\nstatus: ready", BODY),
    );
    let built = built(&tree);
    let one = &built.payload.articles[0];
    assert_eq!(one.kind, ArticleType::Newspic);
    assert_eq!((one.author.as_str(), one.digest.as_str(), one.cover), ("", "", None));
    assert_eq!(one.images, [Asset(Digest::of(png(40, 30, 20)))]);
    assert!(one.content.starts_with("冬至大如年。") && !one.content.contains('<'), "{}", one.content);
}

#[test]
fn what_the_platform_would_refuse_is_a_finding_with_its_place() {
    let keys = |tree: &MemoryTree| {
        let built = built(tree);
        let errors = built.findings.iter().filter(|finding| finding.severity == Severity::Error);
        errors
            .map(|finding| (finding.rule, finding.message.key(), finding.place.start().line))
            .collect::<Vec<_>>()
    };
    let index = format!("{UNIT}/index.md");
    let long = replaced(&index, "测试文章", &"长".repeat(65));
    assert_eq!(keys(&long), [("payload.limit", "signoff.limit_title", 3)]);
    let bare = replaced(&index, "cover: {image: cover.png, focus: [0.5, 0.4]}\n", "");
    assert_eq!(keys(&bare), [("payload.cover", "signoff.no_cover", 3)]);
    let broken = site().with(&format!("{UNIT}/cover.png"), "no picture");
    assert_eq!(keys(&broken).len(), 1);
    assert_eq!(keys(&broken)[0].0, "asset.unreadable");
    let many = site().with(&index, article("01aa", "format: pictures\nstatus: ready", &"字".repeat(1001)));
    let found: Vec<_> = keys(&many).into_iter().map(|(_, key, _)| key).collect();
    assert_eq!(found, ["signoff.limit_text", "signoff.no_pictures"]);
}

#[test]
fn in_an_edition_of_several_nobody_makes_up_a_summary() {
    let two = |uid: &str, order: u8| {
        article(
            uid,
            &format!("cover: 冬至/cover.png\npublish: {{edition: 双节, order: {order}}}\nstatus: ready"),
            "正文。\n",
        )
    };
    let tree = site().with("content/节气/甲.md", two("01dd", 1)).with("content/节气/乙.md", two("01ee", 2));
    let loaded = load(&tree);
    let site = loaded.site.unwrap();
    let renderer = Renderer::new(&tree, &site.config.theme);
    let edition = site.editions.iter().find(|edition| edition.name == "双节").unwrap();
    let built = build(&site, &tree, &renderer, edition);
    assert_eq!(built.payload.articles.len(), 2);
    assert!(built.payload.articles.iter().all(|article| article.digest.is_empty()));
}

#[test]
fn a_drawn_picture_is_signed_by_its_bytes_and_its_font_is_a_source() {
    let body = "```math\nv = \\frac{\\text{路程}}{t}\n```\n\n![图](a.svg)\n";
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"60\"><rect width=\"9\" height=\"9\"/></svg>";
    let tree = site()
        .with(&format!("{UNIT}/index.md"), article("01aa", FRONT, body))
        .with(&format!("{UNIT}/a.svg"), svg);
    let site = load(&tree).site.unwrap();
    let edition = site.editions.iter().find(|edition| edition.uid == "01aa").unwrap();
    let renderer = Renderer::new(&tree, &site.config.theme).with_fonts(crate::support::font::fonts());
    let built = build(&site, &tree, &renderer, edition);
    assert!(!built.findings.reach(Severity::Error), "{:?}", built.findings);
    let assets = built.payload.assets();
    assert_eq!(assets.len(), 3);
    for asset in assets {
        let source = &built.assets[&asset.0];
        assert_eq!(Digest::of(&*source.bytes(&tree).unwrap()), asset.0);
    }
    let drawn = built.assets.values().filter(|source| source.path().is_none()).count();
    assert_eq!(drawn, 2);
    let lines: Vec<&str> = built.files.iter().map(|(path, _)| path.as_str()).collect();
    assert!(lines.contains(&"font:NotoSansCJK-Regular.ttc"), "{lines:?}");
    assert!(lines.contains(&format!("{UNIT}/a.svg").as_str()), "{lines:?}");
    assert!(built.paths.iter().all(|path| !path.starts_with("font:")), "{:?}", built.paths);
}
