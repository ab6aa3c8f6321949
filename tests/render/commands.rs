//! `qianfa render` and `qianfa build` through the program.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::png;
use crate::support::program::{finish, folder, qianfa, run};

fn write(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// A site of two articles: one with a cover, a picture and a code block, and a picture message.
fn site() -> tempfile::TempDir {
    let folder = folder(&[
        (
            "content/甲/一/index.md",
            "---\nuid: aaaaaaaa\ntitle: 第一篇 <b>\nauthor: 编辑部\nsummary: 摘要\ncover: {image: 封面.png}\nread_more: https://example.com/x\n\
             publish: {at: 2026-12-21 20:00}\nstatus: ready\n---\n正文**重点：**后。\n\n![图](图.png)\n",
        ),
        (
            "content/甲/二/index.md",
            "---\nuid: bbbbbbbb\ntitle: 第二篇\nformat: pictures\n---\n第一行\n第二行\n\n![图](../一/图.png)\n",
        ),
    ]);
    write(folder.path(), "content/甲/一/图.png", png(400, 300));
    write(folder.path(), "content/甲/一/封面.png", png(900, 383));
    folder
}

fn files(root: &Path) -> Vec<String> {
    let mut found: Vec<String> = walkdir::WalkDir::new(root)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned())
        .collect();
    found.sort();
    found
}

#[test]
fn render_writes_the_fragment_of_a_file_that_belongs_to_no_site() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "文.md", "---\ntitle: 题\n---\n# 题\n\n![图](图.png)\n");
    write(folder.path(), "图.png", png(40, 30));
    let ran = run(folder.path(), &["render", "文.md"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.starts_with("<section ") && ran.out.contains("src=\"asset:sha256:"), "{}", ran.out);
    assert_eq!(qianfa::render::fragment::check(ran.out.trim_end()), []);

    write(
        folder.path(),
        "键.md",
        "---\ntitle: 题\nsumary: 文\npublish: {atx: 1}\nrender: {math: true}\n---\n文\n",
    );
    let ran = run(folder.path(), &["render", "键.md"]);
    assert_eq!(ran.code, 0);
    for part in ["键.md:3:1", "summary", "键.md:4:11", "site.unknown-key"] {
        assert!(ran.err.contains(part), "{part} in {}", ran.err);
    }
    assert_eq!(ran.err.matches("site.unknown-key").count(), 2, "{}", ran.err);

    let page = run(folder.path(), &["render", "文.md", "--preview"]).out;
    assert!(
        page.contains("src=\"data:image/png;base64,")
            && !page.contains("asset:sha256")
            && !page.contains("<script")
    );
    assert!(page.contains("default-src 'none'") && page.contains("<title>题</title>"));
}

#[test]
fn stats_say_what_weighs_against_the_limits() {
    let folder = tempfile::tempdir().unwrap();
    let text = "---\ntitle: 题\n---\n## 一节\n\n正文**重点**，见[官网](https://a.cn)与[官网](https://a.cn)。\n\n![图](图.png)\n\n\
                - 甲\n- 乙\n\n> 引\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```rust\nlet a = 1;\n```\n\n---\n";
    write(folder.path(), "文.md", text);
    write(folder.path(), "图.png", png(400, 300));
    for lang in ["zh", "en"] {
        let ran = run(folder.path(), &["render", "文.md", "--stats", "--lang", lang]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        assert!(ran.out.lines().all(|line| qianfa::base::width::width(line) <= 80), "{}", ran.out);
        // Figures are the theme's affair; what is said is ours.
        let words: String = ran.out.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        for part in if lang == "zh" {
            [
                "读者看到：",
                "文档建议不超过 00,000",
                "文末参考链接 0 条",
                "表格",
                "最占字符的样式",
                "000×000  PNG   图.png",
            ]
        } else {
            [
                "Readers see",
                "of the documented 00,000",
                "0 references",
                "tables",
                "Heaviest styles",
                "000×000  PNG   图.png",
            ]
        } {
            assert!(words.contains(part), "{part} in {words}");
        }
    }
    let json = run(folder.path(), &["render", "文.md", "--stats", "--format", "json"]).out;
    let json: Value = serde_json::from_str(&json).unwrap();
    let html = run(folder.path(), &["render", "文.md"]).out;
    let characters = html.trim_end().chars().count() as u64;
    assert_eq!(json["characters"], characters);
    assert_eq!((&json["references"], &json["pictures"][0]["width"]), (&Value::from(1), &Value::from(400)));
    let parts = json["constructs"].as_array().unwrap().iter();
    let sum: u64 = parts.map(|part| part["markup"].as_u64().unwrap() + part["text"].as_u64().unwrap()).sum();
    assert_eq!(sum, characters);
    assert_eq!(run(folder.path(), &["render", "文.md", "--format", "json"]).code, 1);
}

#[test]
fn render_reads_standard_input() {
    let folder = tempfile::tempdir().unwrap();
    let ran = finish(qianfa(folder.path(), &["render", "-"]).write_stdin("**甲。**乙"));
    assert!(ran.out.contains(">甲。</strong>乙</p>"), "{}", ran.out);
    let ran = finish(qianfa(folder.path(), &["render", "-"]).write_stdin(vec![b'a', 0xff]));
    assert_eq!((ran.code, ran.out.as_str()), (3, ""));
}

#[test]
fn render_gives_no_html_for_a_file_with_errors() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "文.md", "前\n\n![](没有.png)\n");
    let ran = run(folder.path(), &["render", "文.md"]);
    assert_eq!((ran.code, ran.out.as_str()), (3, ""));
    assert!(ran.err.contains("没有图片 没有.png") && ran.err.contains("文.md:3:1"), "{}", ran.err);
    write(folder.path(), "头.md", "---\ntitle: 题\n正文没有闭合\n");
    assert_eq!(run(folder.path(), &["render", "头.md"]).code, 3);
    assert_eq!(run(folder.path(), &["render", "无.md"]).code, 1);
}

#[test]
fn build_writes_pages_pictures_index_and_manifest() {
    let folder = site();
    let ran = run(folder.path(), &["build"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let dist = folder.path().join("dist");
    let found = files(&dist);
    let pictures: Vec<&String> = found.iter().filter(|path| path.starts_with("pictures/")).collect();
    assert_eq!(pictures.len(), 2, "{found:?}");
    for path in ["fragments/甲/一.html", "articles/甲/一.html", "fragments/甲/二.txt", "index.html"] {
        assert!(found.iter().any(|known| known == path), "{path} in {found:?}");
    }

    let manifest: Value =
        serde_json::from_str(&fs::read_to_string(dist.join("manifest.json")).unwrap()).unwrap();
    let first = &manifest["articles"][0];
    assert_eq!(first["uid"], "aaaaaaaa");
    assert_eq!(first["cover"]["source"], "content/甲/一/封面.png");
    for file in [&first["fragment"], &first["page"], &first["cover"], &first["pictures"][0]] {
        let bytes = fs::read(dist.join(file["path"].as_str().unwrap())).unwrap();
        assert_eq!(file["digest"], qianfa::base::digest::Digest::of(bytes).to_string());
    }

    let page = fs::read_to_string(dist.join("articles/甲/一.html")).unwrap();
    for part in
        ["第一篇 &lt;b&gt;", "编辑部", "测试号", "2026-12-21 20:00", "阅读原文", "src=\"../../pictures/"]
    {
        assert!(page.contains(part), "{part} in {page}");
    }
    let index = fs::read_to_string(dist.join("index.html")).unwrap();
    let (a, b) = (index.find("第一篇").unwrap(), index.find("第二篇").unwrap());
    assert!(
        a < b && index.contains("未排期") && index.contains("图片消息") && index.contains("src=\"pictures/")
    );
}

#[test]
fn two_builds_are_the_same_and_the_second_takes_the_place_of_the_first() {
    let folder = site();
    let read = |root: &Path| -> Vec<(String, Vec<u8>)> {
        files(root).into_iter().map(|path| (path.clone(), fs::read(root.join(path)).unwrap())).collect()
    };
    let dist = folder.path().join("dist");
    assert_eq!(run(folder.path(), &["build"]).code, 0);
    let first = read(&dist);
    write(&dist, "left-over.txt", "x");
    assert_eq!(run(folder.path(), &["build"]).code, 0);
    assert_eq!(read(&dist), first);
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with(".qianfa-build")), "{left:?}");
}

#[test]
fn a_build_with_errors_writes_nothing() {
    let folder = site();
    assert_eq!(run(folder.path(), &["build"]).code, 0);
    let before = files(&folder.path().join("dist"));
    write(folder.path(), "content/乙.md", "---\nuid: cccccccc\ntitle: 坏\n---\n![](没有.png)\n");
    let ran = run(folder.path(), &["build"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("content/乙.md:5:1") && ran.out.is_empty(), "{} {}", ran.err, ran.out);
    assert_eq!(files(&folder.path().join("dist")), before);
}

#[test]
fn a_folder_that_is_no_build_is_left_alone() {
    let folder = site();
    write(folder.path(), "mine/notes.txt", "我的");
    let ran = run(folder.path(), &["build", "--out", "mine"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("不是 build 生成的目录"), "{}", ran.err);
    assert_eq!(files(&folder.path().join("mine")), ["notes.txt"]);
}

#[test]
fn pictures_that_would_fail_on_their_way_are_findings_and_nothing_is_built() {
    let whole = png(400, 300);
    let mut vast = whole.clone();
    vast[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
    let mut webp = Vec::new();
    let pixels = image::RgbImage::new(4, 4);
    pixels.write_to(&mut std::io::Cursor::new(&mut webp), image::ImageFormat::WebP).unwrap();
    let cases: [(&str, &[u8]); 4] = [
        ("图片文件是空的", b""),
        ("PNG 图片已损坏：文件不完整", &whole[..whole.len() - 20]),
        ("图片有 30000×30000 像素", &vast),
        ("图片其实是 WebP", &webp),
    ];
    for (sentence, bytes) in cases {
        for (picture, place) in [("图.png", "一/index.md:13:1"), ("封面.png", "一/index.md:6:")] {
            let folder = site();
            write(folder.path(), &format!("content/甲/一/{picture}"), bytes);
            let built = run(folder.path(), &["build"]);
            assert_eq!(built.code, 3, "{sentence}: {}", built.err);
            assert!(built.err.contains(sentence) && built.err.contains(place), "{sentence}: {}", built.err);
            assert!(!folder.path().join("dist").exists());
            let checked = run(folder.path(), &["check"]);
            assert_eq!(checked.code, 3, "{sentence}: {}", checked.out);
            assert!(checked.out.contains(&format!("一/{picture}")), "{sentence}: {}", checked.out);
        }
    }
}

#[test]
fn a_file_that_is_too_large_is_invalid() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "文.md", "字".repeat(2 << 20));
    let ran = run(folder.path(), &["render", "文.md"]);
    assert_eq!((ran.code, ran.out.as_str()), (3, ""));
    assert!(ran.err.contains("文.md"), "{}", ran.err);
}
