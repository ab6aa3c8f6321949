//! Covers: picture files, and cards drawn from title, column and colours.

use qianfa::base::digest::Digest;
use qianfa::base::message::Lang;
use qianfa::finding::{Findings, Severity};
use qianfa::render::{CoverPicture, Renderer, Source};
use qianfa::signoff::{Asset, build};
use qianfa::site::{DESIGNS, load};
use qianfa::source::tree::MemoryTree;
use qianfa::wechat::picture::{Format, Purpose, prepare};

use crate::support::font::fonts;
use crate::support::site::{CONFIG, article, lines, tree};

const UNIT: &str = "content/winter";

/// A site of one article with this cover.
fn with(cover: &str) -> MemoryTree {
    let front = format!("column: 节气\ncover: {cover}\nstatus: ready");
    tree([
        (format!("{UNIT}/index.md"), article("01aa", &front, "一碗热汤。\n")),
        ("desk/columns.yaml".to_owned(), "- {id: 节气, name: 二十四节气}\n".to_owned()),
    ])
}

fn cover_with(tree: &MemoryTree, with_fonts: bool) -> (Option<CoverPicture>, Findings) {
    let site = load(tree).site.unwrap();
    let renderer = Renderer::new(tree, &site.config.theme);
    let renderer = if with_fonts { renderer.with_fonts(fonts()) } else { renderer };
    renderer.cover(&site, &site.articles[0])
}

fn cover(tree: &MemoryTree) -> (Option<CoverPicture>, Findings) {
    cover_with(tree, true)
}

/// The pixels of a card that was drawn without a word of complaint.
fn drawn(cover: &str) -> image::RgbImage {
    let tree = with(cover);
    let (cover, findings) = self::cover(&tree);
    assert!(findings.is_empty(), "{:?}", lines(&findings));
    let cover = cover.unwrap();
    assert_eq!((cover.format, cover.width, cover.height), (Format::Png, 1440, 613));
    assert!(matches!(cover.source, Source::Drawn(_)));
    image::load_from_memory(&cover.source.bytes(&tree).unwrap()).unwrap().into_rgb8()
}

/// Columns in which something of `colour` stands.
fn span(image: &image::RgbImage, colour: [u8; 3]) -> Option<(u32, u32)> {
    let like = |pixel: &image::Rgb<u8>| pixel.0.iter().zip(colour).all(|(a, b)| a.abs_diff(b) < 12);
    let mut columns = image.enumerate_pixels().filter(|(_, _, pixel)| like(pixel)).map(|(x, ..)| x);
    let first = columns.next()?;
    Some(columns.fold((first, first), |(low, high), x| (low.min(x), high.max(x))))
}

#[test]
fn every_design_draws_a_card_of_its_own_that_the_platform_takes() {
    let mut seen = Vec::new();
    for design in DESIGNS {
        let tree = with(&format!("{{card: {design}}}"));
        let (card, findings) = cover(&tree);
        assert!(findings.is_empty(), "{design}: {:?}", lines(&findings));
        let card = card.unwrap();
        let bytes = card.source.bytes(&tree).unwrap();
        let ready = prepare(&bytes, Purpose::Cover).unwrap();
        assert_eq!((ready.width, ready.height), (1440, 613));
        assert!(ready.bytes.len() < 300_000, "{design}: {}", ready.bytes.len());
        assert!(card.sources.iter().any(|(path, _)| path == "font:NotoSansCJK-Bold.ttc"), "{design}");
        assert!(!seen.contains(&card.digest), "{design}");
        seen.push(card.digest);
    }
}

#[test]
fn words_stay_in_the_square_that_shares_show() {
    // Everything in this ink is words; the square is the middle 613 of 1440 columns.
    let ink = [0x12, 0x34, 0x56];
    for title in [
        "冬至",
        "冬至，为什么要喝一碗热的？",
        "用 GitHub Actions 自动发布 WeChat 文章",
        "长得没有尽头的题目也要放得下才行，放不下就得先缩小，再不行只好截断它，留一个省略号在最后，总不能让它跑到外面去吧",
    ] {
        for design in ["plain", "stripe", "manuscript"] {
            let image = drawn(&format!(
                "{{card: {{design: {design}, title: \"{title}\", subtitle: 副题, colors: [\"#b8382b\", \"#123456\", \"#ffffff\"]}}}}"
            ));
            let (first, last) = span(&image, ink).unwrap();
            assert!(first >= 413 && last <= 1027, "{design} {title}: {first}–{last}");
        }
    }
}

#[test]
fn a_title_and_its_colours_change_the_card_and_the_same_gives_the_same() {
    let base = "{card: {design: stripe, title: 甲, colors: [\"#225588\"]}}";
    assert!(drawn(base) == drawn(base));
    assert!(drawn(base) != drawn(&base.replace('甲', "乙")));
    assert!(drawn(base) != drawn(&base.replace("225588", "882255")));
    assert!(span(&drawn(base), [0x22, 0x55, 0x88]).is_some());
    let brand = format!("{CONFIG}brand: {{colors: [\"#007744\"]}}\n");
    let branded = with("{card: stripe}").with("qianfa.yaml", brand);
    let (card, _) = cover(&branded);
    let image = image::load_from_memory(&card.unwrap().source.bytes(&branded).unwrap()).unwrap().into_rgb8();
    assert!(span(&image, [0x00, 0x77, 0x44]).is_some());
}

#[test]
fn words_are_words_whatever_signs_are_in_them() {
    drawn("{card: {title: \"<b>粗</b> & \\\"引号\\\" {{ site }} ]]>\"}}");
    let (card, findings) = cover(&with("{card: {design: plain, title: \"庆祝🎉一下\"}}"));
    let [finding] = findings.iter().collect::<Vec<_>>()[..] else { panic!("{:?}", lines(&findings)) };
    assert_eq!((finding.rule, finding.severity), ("asset.font", Severity::Warning));
    assert_eq!(finding.message.text(Lang::Zh), "字体里没有这些字：🎉");
    let (plain, _) = cover(&with("{card: {design: plain, title: 庆祝一下}}"));
    assert_eq!(card.unwrap().digest, plain.unwrap().digest, "left out, and no box in its place");
}

#[test]
fn without_a_font_there_is_no_card_and_a_word_about_what_to_install() {
    let (card, findings) = cover_with(&with("{card: plain}"), false);
    assert!(card.is_none());
    let [finding] = findings.iter().collect::<Vec<_>>()[..] else { panic!("{:?}", lines(&findings)) };
    assert_eq!(
        (finding.rule, finding.severity, finding.place.text()),
        ("asset.font", Severity::Error, "{card: plain}")
    );
    assert!(finding.help.as_ref().unwrap().text(Lang::Zh).contains("fonts-noto-cjk"));
}

#[test]
fn a_picture_stands_behind_the_words_of_a_card() {
    let mut photograph = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(800, 600, image::Rgb([20, 160, 60]))
        .write_to(&mut photograph, image::ImageFormat::Jpeg)
        .unwrap();
    let tree = with("{card: {design: photo, image: bg.jpg}}")
        .with(&format!("{UNIT}/bg.jpg"), photograph.into_inner());
    let (card, findings) = cover(&tree);
    assert!(findings.is_empty(), "{:?}", lines(&findings));
    let card = card.unwrap();
    assert!(card.sources.iter().any(|(path, _)| path == &format!("{UNIT}/bg.jpg")));
    let image = image::load_from_memory(&card.source.bytes(&tree).unwrap()).unwrap().into_rgb8();
    let [r, g, b] = image.get_pixel(10, 300).0;
    assert!(g > r + 60 && g > b + 40, "{r} {g} {b}");

    let (none, findings) = cover(&with("{card: {design: photo, image: gone.jpg}}"));
    assert!(none.is_none());
    assert_eq!(findings.iter().next().unwrap().rule, "asset.missing");
}

#[test]
fn a_site_has_designs_of_its_own_and_a_broken_one_is_said() {
    let own = "<svg xmlns='http://www.w3.org/2000/svg' width='1440' height='613'><rect width='1440' height='613' \
               fill='#0a0b0c'/>{% set head = fit(text=title, width=400, size=60) %}<text x='500' y='300' fill='#fff'>\
               {{ head.lines | join(sep=' ') }}</text></svg>";
    let tree = with("{card: ours}").with("layouts/cards/ours.svg", own);
    let (card, findings) = cover(&tree);
    assert!(findings.is_empty(), "{:?}", lines(&findings));
    assert!(card.unwrap().sources.iter().any(|(path, _)| path == "layouts/cards/ours.svg"));

    for broken in [
        "<svg>{{ nothing }}</svg>",
        "{% if %}",
        "no svg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='9'",
    ] {
        let (card, findings) = cover(&with("{card: ours}").with("layouts/cards/ours.svg", broken));
        assert!(card.is_none(), "{broken}");
        assert_eq!(findings.iter().next().unwrap().rule, "asset.cover", "{broken}");
    }
    let (card, findings) = cover(&with("{card: strip}"));
    assert!(card.is_none());
    let finding = findings.iter().next().unwrap();
    assert_eq!(finding.message.text(Lang::Zh), "没有叫 strip 的封面卡片");
    assert_eq!(finding.help.as_ref().unwrap().text(Lang::Zh), "是不是 stripe？");
}

#[test]
fn a_card_is_signed_by_its_digest_and_its_sources() {
    let built = |tree: &MemoryTree| {
        let site = load(tree).site.unwrap();
        let renderer = Renderer::new(tree, &site.config.theme).with_fonts(fonts());
        build(&site, tree, &renderer, &site.editions[0])
    };
    let tree = with("{card: stripe}");
    let (card, _) = cover(&tree);
    let card = card.unwrap();
    let one = built(&tree);
    let signed = &one.payload.articles[0];
    assert_eq!(signed.cover, Some(Asset(card.digest)));
    assert_eq!(one.assets.get(&card.digest), Some(&card.source));
    assert_eq!(
        (signed.crop_235_1.as_deref(), signed.crop_1_1.as_deref()),
        (Some("0_0.000191_1_0.999809"), Some("0.287153_0_0.712847_1"))
    );
    assert!(one.files.iter().any(|(path, _)| path.starts_with("font:")));
    assert_eq!(built(&tree).digest, one.digest);
    let other = built(&with("{card: plain}"));
    assert!(other.digest != one.digest && other.source != one.source);
}

/// A site whose cover is this SVG.
fn svg_cover(svg: &str) -> MemoryTree {
    with("{image: 封面.svg, focus: [0.25, 0.5]}").with(&format!("{UNIT}/封面.svg"), svg)
}

#[test]
fn an_svg_file_is_drawn_as_a_cover_and_signed_as_it_was_drawn() {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='470' height='200'>\
               <rect width='235' height='200' fill='#123456'/><text x='300' y='100'>冬至</text></svg>";
    let tree = svg_cover(svg);
    let (drawn, findings) = cover(&tree);
    assert!(findings.is_empty(), "{:?}", lines(&findings));
    let drawn = drawn.unwrap();
    assert_eq!((drawn.format, drawn.width, drawn.height, drawn.focus), (Format::Png, 1440, 613, [0.25, 0.5]));
    let bytes = drawn.source.bytes(&tree).unwrap();
    let image = image::load_from_memory(&bytes).unwrap().into_rgb8();
    assert_eq!(span(&image, [0x12, 0x34, 0x56]), Some((0, 719)), "the left half, sharp");
    assert_eq!(image.get_pixel(1400, 10).0, [255; 3], "on white");

    let site = load(&tree).site.unwrap();
    let renderer = Renderer::new(&tree, &site.config.theme).with_fonts(fonts());
    let built = build(&site, &tree, &renderer, &site.editions[0]);
    assert_eq!(built.payload.articles[0].cover, Some(Asset(drawn.digest)));
    assert_eq!(built.assets.get(&drawn.digest), Some(&drawn.source));
    let path = format!("{UNIT}/封面.svg");
    assert!(built.paths.contains(&path), "who changed the file had a part in it: {:?}", built.paths);
    assert!(built.files.iter().any(|(line, digest)| *line == path && *digest == Digest::of(svg.as_bytes())));
    assert!(built.files.iter().any(|(path, _)| path.starts_with("font:")));
}

#[test]
fn an_svg_cover_that_cannot_be_drawn_is_said_at_its_place() {
    let words =
        "<svg xmlns='http://www.w3.org/2000/svg' width='470' height='200'><text y='99'>冬至</text></svg>";
    let foreign = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='https://a.b/c.png'/></svg>";
    for (svg, fonts, rule) in
        [(words, false, "asset.font"), ("<svg width='9'", true, "asset.svg"), (foreign, true, "asset.svg")]
    {
        let (none, findings) = cover_with(&svg_cover(svg), fonts);
        assert!(none.is_none(), "{svg}");
        let [finding] = findings.iter().collect::<Vec<_>>()[..] else { panic!("{:?}", lines(&findings)) };
        assert_eq!((finding.rule, finding.severity), (rule, Severity::Error), "{svg}");
        assert_eq!(finding.place.path(), format!("{UNIT}/index.md"));
        assert!(finding.help.is_some(), "{svg}");
    }
}

#[test]
fn a_small_cover_is_said_and_used() {
    let mut small = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(640, 300).write_to(&mut small, image::ImageFormat::Png).unwrap();
    let (picture, findings) =
        cover(&with("{image: c.png}").with(&format!("{UNIT}/c.png"), small.into_inner()));
    assert!(picture.is_some());
    let [finding] = findings.iter().collect::<Vec<_>>()[..] else { panic!("{:?}", lines(&findings)) };
    assert_eq!((finding.rule, finding.severity), ("asset.cover", Severity::Warning));
    assert_eq!(finding.message.text(Lang::Zh), "封面只有 640×300 像素，放大后会模糊");
}
