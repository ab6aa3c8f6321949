//! Diagrams: Mermaid as pictures; what cannot be drawn is reported at its line and shown as code.

use std::sync::Arc;

use qianfa::render::{Fonts, Rendered, Source};

use super::{found, render_with};
use crate::support::font::fonts;

fn fence(source: &str) -> String {
    format!("前文\n\n```mermaid\n{source}\n```\n\n后文\n")
}

fn draw(source: &str) -> Rendered {
    render_with(&fence(source), fonts())
}

fn bytes(rendered: &Rendered) -> Vec<u8> {
    match &rendered.pictures[0].source {
        Source::Drawn(bytes) => bytes.to_vec(),
        Source::File(path) => panic!("{path}"),
    }
}

#[test]
fn the_kinds_that_writers_use_are_drawn_with_chinese_labels() {
    for source in [
        "flowchart TD\n A[写稿] --> B{通过？}\n B -->|是| C[(台账)]\n B -->|否| A",
        "graph LR\n 写稿 --> 校对 --> 签发",
        "sequenceDiagram\n participant 作者\n 作者->>审核人: 提交\n 审核人-->>作者: 退回\n Note over 作者: 修改",
        "pie title 读者来源\n \"会话\" : 45\n \"朋友圈\" : 55",
        "gantt\n title 排期\n dateFormat YYYY-MM-DD\n section 内容\n 选题 :a1, 2026-12-01, 3d\n 写稿 :after a1, 5d",
        "stateDiagram-v2\n [*] --> 草稿\n 草稿 --> 已签发: 签发",
        "classDiagram\n class 文章 {\n +标题\n }\n 文章 --> 主题",
        "erDiagram\n 文章 ||--o{ 图片 : 包含",
        "mindmap\n root((运营))\n  内容\n   选题\n  用户",
        "timeline\n title 历程\n 2012 : 上线\n 2016 : 小程序",
        "journey\n title 一天\n section 早上\n 看推送: 5: 读者",
    ] {
        let rendered = draw(source);
        assert!(found(&rendered).is_empty(), "{source}: {:?}", rendered.findings);
        let [picture] = &rendered.pictures[..] else { panic!("{source}: {:?}", rendered.pictures) };
        let image = image::load_from_memory(&bytes(&rendered)).unwrap().to_rgb8();
        assert_eq!((image.width(), image.height()), (picture.width, picture.height));
        // White ground at the corners: it is legible on a dark page too.
        assert_eq!(image.get_pixel(0, 0).0, [255; 3], "{source}");
        assert_eq!(image.get_pixel(picture.width - 1, picture.height - 1).0, [255; 3], "{source}");
        assert!(picture.alt.chars().any(|c| c > '\u{2e80}'), "{source}: {}", picture.alt);
        assert!(rendered.sources.iter().any(|(path, _)| path == "font:NotoSansCJK-Regular.ttc"), "{source}");
    }
}

#[test]
fn charts_that_can_be_read_on_one_screen_do_not_scroll() {
    for source in [
        "xychart-beta\n title 销量\n x-axis [一月, 二月, 三月, 四月, 五月, 六月]\n bar [1, 2, 3, 4, 5, 6]",
        "xychart-beta horizontal\n x-axis [天河路旗舰店, 北京路店]\n y-axis 台 0 --> 100\n bar [20, 50]",
        "quadrantChart\n title 选题\n x-axis 低成本 --> 高成本\n y-axis 低收益 --> 高收益\n 甲: [0.3, 0.6]",
        "pie title 渠道\n \"公众号\" : 60\n \"视频号\" : 40",
    ] {
        let rendered = draw(source);
        assert_eq!(rendered.pictures.len(), 1, "{source}");
        assert!(!rendered.html.contains("滑动"), "{source}");
    }
    let wide = draw("gantt\n dateFormat YYYY-MM-DD\n section 内容\n 选题 :2026-12-01, 30d");
    assert!(wide.html.contains("滑动"));
}

#[test]
fn a_fault_is_reported_at_its_line_and_the_source_is_shown() {
    let rendered = draw("flowchart TD\n    A[写稿 --> B");
    assert_eq!(found(&rendered), ["md.diagram"]);
    let finding = rendered.findings.iter().next().unwrap();
    assert_eq!(finding.place.text(), "A[写稿 --> B");
    assert_eq!((finding.place.start().line, finding.place.start().column), (5, 5));
    assert!(rendered.pictures.is_empty());
    assert!(rendered.text.contains("A[写稿 --> B"), "{}", rendered.text);
}

#[test]
fn faults_in_a_quotation_are_at_their_line_too() {
    let rendered = render_with("> ```mermaid\n> pie\n> \"甲\" : 多\n> ```\n", fonts());
    assert_eq!(found(&rendered), ["md.diagram"]);
    assert_eq!(rendered.findings.iter().next().unwrap().place.start().line, 3);
}

#[test]
fn an_unknown_kind_is_named() {
    let rendered = draw("%% 注\nflowchat TD\n A --> B");
    assert_eq!(found(&rendered), ["md.diagram"]);
    assert_eq!(rendered.findings.iter().next().unwrap().place.start().line, 5);
}

#[test]
fn languages_that_are_not_drawn_are_reported_and_shown_as_code() {
    for language in ["plantuml", "graphviz", "dot", "PlantUML"] {
        let rendered = render_with(&format!("```{language}\n甲 -> 乙\n```\n"), fonts());
        assert_eq!(found(&rendered), ["md.diagram"], "{language}");
        assert!(rendered.text.contains("甲 -> 乙"));
    }
    assert!(found(&render_with("```rust\nlet a = 1;\n```\n", fonts())).is_empty());
}

#[test]
fn without_a_font_the_source_is_shown_and_the_finding_says_what_to_install() {
    let rendered = render_with(&fence("pie\n \"会话\" : 45"), Arc::new(Fonts::none()));
    assert_eq!(found(&rendered), ["asset.font"]);
    let help = rendered.findings.iter().next().unwrap().help.clone().unwrap();
    assert!(help.to_string().contains("fonts-noto-cjk"));
    assert!(rendered.text.contains("\"会话\" : 45"), "{}", rendered.text);
}

#[test]
fn a_wide_diagram_scrolls_and_a_narrow_one_does_not() {
    let wide = draw("graph LR\n 甲甲甲甲 --> 乙乙乙乙 --> 丙丙丙丙 --> 丁丁丁丁 --> 戊戊戊戊 --> 己己己己");
    assert!(wide.html.contains("overflow-x:auto") && wide.html.contains("min-width:"), "{}", wide.html);
    let narrow = draw("graph TD\n 甲 --> 乙");
    assert!(!narrow.html.contains("overflow-x:auto"), "{}", narrow.html);
}

#[test]
fn the_same_diagram_is_the_same_bytes_on_every_thread() {
    let source = "flowchart TD\n A[写稿] --> B[审核]\n A --> C[排版]\n B --> D[发布]\n C --> D";
    let once = bytes(&draw(source));
    let threads: Vec<_> = (0..4).map(|_| std::thread::spawn(move || bytes(&draw(source)))).collect();
    for thread in threads {
        assert_eq!(thread.join().unwrap(), once);
    }
}

#[test]
fn hostile_diagrams_end_as_a_picture_or_as_code() {
    let dense: String = (0..150).map(|n| format!(" A{} --> A{}\n", n, (n * 7 + 3) % 150)).collect();
    for source in [
        "gantt\n dateFormat YYYY-MM-DD\n section a\n b :2026-11-10, 6202220026-11-10".to_owned(),
        "gantt\n dateFormat YYYY-MM-DD\n a :0001-01-01, 9999-12-31".to_owned(),
        "gantt\n dateFormat YYYYMMDD\n a :20261201, 99999999".to_owned(),
        "gantt\n dateFormat YYYY-MM-DD\n a :2026-01-01, 9999y".to_owned(),
        "gantt\n dateFormat YYYY-MM-DD\n excludes weekends\n a :2026-01-01, 9999w".to_owned(),
        "gantt\n dateFormat YYYY-MM-DD\n tickInterval 1day\n a :0001-01-01, 9999-12-31".to_owned(),
        "gantt\n dateFormat YYYY-MM-DD\n tickInterval 1second\n a :2026-01-01, 2026-12-31".to_owned(),
        "pie\n \"a\" : 1e308\n \"b\" : 1e308".to_owned(),
        format!("flowchart TD\n{dense}"),
        format!("flowchart TD\n{}", "subgraph a\n".repeat(300)),
        format!("mindmap\n{}", (0..300).map(|n| format!("{}a\n", " ".repeat(n))).collect::<String>()),
        format!("sequenceDiagram\n{}", "loop a\n".repeat(300)),
        "flowchart TD\n".to_owned() + &"A-->B\n".repeat(100_000),
        "block-beta\n columns 9999\n a".to_owned(),
        "packet-beta\n 0-9999: \"a\"".to_owned(),
        "xychart-beta\n x-axis 0 --> 9999999999\n bar [1]".to_owned(),
        "graph TD\n A[\"<script>alert(1)</script>&amp;\"]".to_owned(),
        "graph TD\n A[甲]\n click A href \"javascript:alert(1)\"".to_owned(),
        "\u{0}\u{202e}".to_owned(),
    ] {
        let rendered = draw(&source);
        assert!(rendered.pictures.len() + rendered.findings.iter().count() > 0, "{source:.60}");
        assert!(rendered.pictures.iter().all(|picture| picture.width <= 6_000 && picture.height <= 6_000));
    }
}

#[test]
fn charts_have_quiet_colours_and_none_of_the_library() {
    let colours = |source: &str| -> Vec<[u8; 3]> {
        let rendered = draw(source);
        assert!(found(&rendered).is_empty(), "{source}: {:?}", rendered.findings);
        image::load_from_memory(&bytes(&rendered)).unwrap().to_rgb8().pixels().map(|pixel| pixel.0).collect()
    };
    let loud = |[red, green, blue]: [u8; 3]| red > 230 && green < 90 && blue < 90;
    // Its lavender: blue is the brightest of a pale colour.
    let lavender = |[red, green, blue]: [u8; 3]| red == green && red > 200 && blue.saturating_sub(red) > 6;
    for source in [
        "gantt\n dateFormat YYYY-MM-DD\n section 甲\n 急 :crit, a, 2026-11-10, 20d\n 办 :crit, done, b, 2026-11-10, 20d",
        "xychart-beta\n x-axis [一, 二]\n y-axis \"数\" 0 --> 50\n bar [42, 31]\n line [42, 31]",
        "quadrantChart\n x-axis 低 --> 高\n y-axis 少 --> 多\n quadrant-1 排期\n 签名: [0.3, 0.8]",
    ] {
        let all = colours(source);
        assert!(!all.iter().any(|pixel| loud(*pixel) || lavender(*pixel)), "{source}");
        assert!(
            all.iter().any(|[red, green, blue]| red.abs_diff(*blue) > 8 || red.abs_diff(*green) > 8),
            "{source}"
        );
    }
}

#[test]
fn a_plan_is_drawn_the_same_on_every_day() {
    // Today lies in this plan, whenever the test runs.
    let plan = "gantt\n dateFormat YYYY-MM-DD\n section 甲\n 办 :a, 2020-01-01, 2095-01-01";
    let rendered = draw(plan);
    assert!(found(&rendered).is_empty(), "{:?}", rendered.findings);
    assert!(!rendered.pictures[0].alt.contains("today"), "{}", rendered.pictures[0].alt);
    let own = draw(&format!("{plan}\n todayMarker stroke-width:9px,stroke:#f00"));
    assert_eq!(bytes(&own), bytes(&rendered));
}
