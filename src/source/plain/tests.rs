use std::sync::Arc;

use proptest::prelude::*;

use super::*;

fn plain(markdown: &str) -> Plain {
    let file = Arc::new(SourceFile::new("a.md", markdown));
    let mut plain = Plain::new();
    plain.add_markdown(&file, 0..markdown.len());
    plain
}

/// The source of the first `word` of the visible text.
fn source(plain: &Plain, word: &str) -> String {
    let at = plain.text().find(word).unwrap();
    plain.place(at..at + word.len()).unwrap().text().to_owned()
}

#[test]
fn a_reader_sees_words_without_marks_and_each_leads_back() {
    let plain = plain(
        "这是**最**佳[实践](a.md)，\n第二行&#26368;佳 \\*星\\*。\n\n    代码最佳\n\n`最佳`和![图说](b.png)后",
    );
    assert_eq!(plain.block_text(0), "这是最佳实践，第二行最佳 *星*。");
    assert_eq!(plain.block_text(1), "\u{fffc}和\u{fffc}后");
    assert_eq!(plain.block_text(2), "图说");
    assert_eq!(source(&plain, "最佳"), "最**佳");
    assert_eq!(source(&plain, "行最佳"), "行&#26368;佳");
    assert_eq!(source(&plain, "，第"), "，\n第");
    assert_eq!(plain.references[0].target, "a.md");
    assert_eq!(plain.references[0].words, "实践");
    assert_eq!(plain.references[1].words, "图说");
}

#[test]
fn blocks_know_their_zone_heading_lead_and_column() {
    let plain = plain(
        "# 一\n\n## 反例\n\n不要这样写：\n\n- 最佳\n- 第一\n\n> 引用\n\n| 反例 | 正例 |\n| - | - |\n| 甲 | 乙 |\n\n尾",
    );
    let find = |word: &str| {
        plain.blocks.iter().position(|block| &plain.text()[block.range.clone()] == word).unwrap()
    };
    let item = &plain.blocks[find("最佳")];
    assert_eq!(item.zone, Zone::Item);
    assert_eq!(item.heading.map(|index| plain.block_text(index)), Some("反例"));
    assert_eq!(item.lead.map(|index| plain.block_text(index)), Some("不要这样写："));
    assert!(plain.blocks[find("引用")].quoted);
    let cell = &plain.blocks[find("乙")];
    assert_eq!((cell.zone, cell.column.map(|index| plain.block_text(index))), (Zone::Cell, Some("正例")));
    assert_eq!(plain.blocks[find("尾")].lead, None);
}

#[test]
fn fences_of_containers_are_no_text_but_their_titles_are() {
    let plain = plain(
        "<!-- 备注 -->\n::: tip 最佳提示\n甲\n:::\n\n::: warning {title=\"属性标题\"}\n乙\n\n术语\n: 释义\n\n[TOC]\n",
    );
    let texts: Vec<&str> = (0..plain.blocks.len()).map(|block| plain.block_text(block)).collect();
    assert_eq!(texts, ["最佳提示", "甲", "属性标题", "乙", "术语", "释义"]);
    assert_eq!(source(&plain, "最佳提示"), "最佳提示");
    assert_eq!(source(&plain, "属性"), "属性");
    assert_eq!(source(&plain, "释义"), "释义");
    let next = plain.comments[0].next.clone().unwrap();
    assert!(plain.blocks[1].source.start < next.end, "a note before a container is about all of it");
}

#[test]
fn comments_know_the_block_behind_them() {
    let markdown = "<!-- qianfa-ignore ad.absolute: 引文 -->\n\n- 一\n- 二\n\n段落<!-- 行内 -->\n\n后文";
    let plain = plain(markdown);
    let next =
        |index: usize| plain.comments[index].next.clone().map(|range| markdown[range].trim().to_owned());
    assert_eq!(plain.comments[0].text, "qianfa-ignore ad.absolute: 引文");
    assert_eq!(next(0).as_deref(), Some("- 一\n- 二"));
    assert_eq!(plain.comments[1].text, "行内");
    assert_eq!(next(1).as_deref(), Some("后文"));
}

#[test]
fn values_lead_to_their_characters_when_they_stand_there() {
    let file = Arc::new(SourceFile::new("a.yaml", "title: \"一\\u4e8c\"\nname: 本店最佳\n"));
    let mut plain = Plain::new();
    plain.add_value(Zone::Title, "一二", &Place::new(&file, 7..18));
    plain.add_value(Zone::Value, "本店最佳", &Place::new(&file, 25..37));
    assert_eq!(source(&plain, "二"), "\"一\\u4e8c\"");
    assert_eq!(source(&plain, "最佳"), "最佳");
}

#[test]
fn a_link_that_shows_another_title_is_an_object_and_its_own_words_are_text() {
    let words = |markdown: &str| plain(markdown).text().trim().to_owned();
    assert_eq!(words("也写过[[dark-mode]]和[[dark-mode|那篇]]。"), format!("也写过{OBJECT}和那篇。"));
}

proptest! {
    /// Whatever is typed: every block and every character of it leads to bytes of the file on character boundaries.
    #[test]
    fn every_place_lies_in_the_file(markdown in r"([*_`\[\]()!<>&;#|\-\n 一最佳a1，。\\]|<br>|<!--|-->|&#26368;|\n\n> |\n- ){0,60}") {
        let plain = plain(&markdown);
        for (at, c) in plain.text().char_indices() {
            if let Some(place) = plain.place(at..at + c.len_utf8()) {
                prop_assert!(markdown.get(place.range()).is_some());
            }
        }
        for block in &plain.blocks {
            prop_assert!(plain.text().get(block.range.clone()).is_some());
            prop_assert!(markdown.get(block.source.clone()).is_some());
        }
    }
}
