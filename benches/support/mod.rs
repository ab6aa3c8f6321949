//! A generated site: Chinese articles of about 5 KB with tables, code, links and pictures. The same count gives the same
//! bytes on every machine, so that figures of two days can be compared.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Cursor};
use std::path::Path;

use image::{ImageFormat, RgbImage};

/// Articles that share a folder.
const PER_COLUMN: usize = 100;

const SENTENCES: &[&str] = &[
    "清晨的第一班地铁里，编辑把昨晚的稿子又读了一遍。",
    "排版不是装饰，它决定读者在哪里停下来，又从哪里继续。",
    "把流程写进仓库之后，谁在什么时候改了哪一句，都有据可查。",
    "**重点（加粗）**之后的文字要紧跟着出现，不能断开。",
    "数据来自后台导出的表格，口径写在文末，便于复核。",
    "手机屏幕只有巴掌大，一行放不下二十个汉字，句子要短。",
    "我们试过三种写法，读者最容易读懂的是先说结论的那一种。",
    "如果图片超过一兆，平台会拒绝上传，所以要先压缩再提交。",
    "每篇文章都要有人复核，复核的人不能是作者自己。",
    "他在评论里写道：“原来发布也可以像写代码一样从容。”",
    "行内的 `code` 与 English words 混排时，间距要一致。",
    "规则写得越具体，争论就越少；例外写得越清楚，维护就越轻松。",
    "这一节的练习很简单：找出上一篇推文里读者停留最久的段落。",
    "参考[官方文档](https://developers.weixin.qq.com/doc/)里的说明，再动手也不迟。",
    "~~旧的做法~~已经不用了，新的做法见下表。",
];

const CODE: &[(&str, &str)] = &[
    (
        "rust",
        "fn main() {\n    let words = [\"签发\", \"投递\"];\n    for (index, word) in words.iter().enumerate() {\n        println!(\"{index}: {word}\");\n    }\n}\n",
    ),
    (
        "python",
        "def total(rows):\n    \"\"\"合计一列数字。\"\"\"\n    return sum(int(row['reads']) for row in rows if row.get('reads'))\n\nprint(total([{'reads': '12'}]))\n",
    ),
    ("yaml", "publish:\n  at: 2026-12-21 20:00\n  mode: publish   # 发布，不推送\ntags: [手册, 流程]\n"),
    (
        "bash",
        "set -euo pipefail\nfor file in content/*/index.md; do\n  qianfa check \"$file\" || echo \"复查：$file\"\ndone\n",
    ),
];

/// A small generator of numbers (xorshift): the same seed gives the same article.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % below as u64).unwrap_or(0)
    }
}

/// Writes a site of `count` articles into `folder`.
pub(crate) fn generate(folder: &Path, count: usize) -> io::Result<()> {
    fs::create_dir_all(folder.join("content"))?;
    fs::create_dir_all(folder.join("desk"))?;
    fs::write(
        folder.join("qianfa.yaml"),
        "version: 1\nname: 生成的站点\nzone: Asia/Shanghai\nlanguage: zh\ntheme: ink\naccounts:\n  main:\n    title: 生成的站点\n    \
         kind: service\n    verified: true\n    appid_env: BENCH_APPID\n    secret_env: BENCH_SECRET\n",
    )?;
    fs::write(
        folder.join("desk/columns.yaml"),
        "columns:\n  - {id: notes, name: 手记, about: 生成的文章}\n",
    )?;
    fs::write(
        folder.join("content/_defaults.yaml"),
        "author: 编辑部\naccount: main\ncolumn: 手记\nrights: {text: original, images: own}\n",
    )?;
    let picture = picture()?;
    for index in 0..count {
        let bundle = folder.join(format!("content/{:03}/a{index:05}", index / PER_COLUMN));
        fs::create_dir_all(&bundle)?;
        fs::write(bundle.join("index.md"), article(index))?;
        for name in ["cover.png", "figure.png"] {
            fs::write(bundle.join(name), &picture)?;
        }
    }
    Ok(())
}

/// A picture with enough detail to be no constant.
fn picture() -> io::Result<Vec<u8>> {
    let image = RgbImage::from_fn(320, 136, |x, y| {
        image::Rgb([(x / 2) as u8, (y + 60) as u8, ((x * y) % 251) as u8])
    });
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, ImageFormat::Png).map_err(io::Error::other)?;
    Ok(bytes.into_inner())
}

/// One article of about 5 KB.
pub(crate) fn article(index: usize) -> String {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15 ^ (index as u64 + 1).wrapping_mul(0xD129_42B5_3AE1_17C5));
    // One article an hour: 12 months of 28 days, so that no two share a slot.
    let (year, hours) = (2027 + index / 8_064, index % 8_064);
    let (month, day, hour) = (1 + hours / 672, 1 + hours / 24 % 28, hours % 24);
    let mut text = String::with_capacity(6 << 10);
    let _ = write!(
        text,
        "---\nuid: g{index:07}\ntitle: 第{index}篇手记：把发布这件事做得从容\nsummary: 一篇生成的文章，用来量一量速度。\n\
         cover: {{image: cover.png}}\ntags: [手册, 流程]\npublish: {{at: {year}-{month:02}-{day:02} {hour:02}:00, mode: publish}}\n\
         status: ready\n---\n\n"
    );
    for section in 0..5 {
        let _ = writeln!(text, "## 第{}节 从第 {} 稿说起\n", section + 1, numbers.next(90) + 1);
        paragraph(&mut text, &mut numbers, 5);
        match section {
            0 => text.push_str("![编辑部的一天](figure.png)\n\n"),
            1 => table(&mut text, &mut numbers),
            2 => {
                let (language, code) = CODE[numbers.next(CODE.len())];
                let _ = writeln!(text, "```{language}\n{code}```\n");
            }
            3 => list(&mut text, &mut numbers),
            _ => text.push_str("> 写给读者的话，要像写给一位朋友。\n> 不急，不满，不糊弄。\n\n"),
        }
        paragraph(&mut text, &mut numbers, 4);
    }
    let _ = writeln!(text, "文中提到的规则见[^1]。\n\n[^1]: 《微信公众平台运营规范》，以平台最新版本为准。");
    text
}

fn paragraph(text: &mut String, numbers: &mut Numbers, sentences: usize) {
    for _ in 0..sentences {
        text.push_str(SENTENCES[numbers.next(SENTENCES.len())]);
    }
    text.push_str("\n\n");
}

fn table(text: &mut String, numbers: &mut Numbers) {
    text.push_str("| 日期 | 栏目 | 阅读 | 分享 |\n| --- | --- | ---: | ---: |\n");
    for day in 1..=5 {
        let (reads, shares) = (numbers.next(9000), numbers.next(300));
        let _ = writeln!(text, "| 12-{day:02} | 手记 | {reads} | {shares} |");
    }
    text.push('\n');
}

fn list(text: &mut String, numbers: &mut Numbers) {
    for item in 1..=4 {
        let _ = writeln!(text, "{item}. {}", SENTENCES[numbers.next(SENTENCES.len())]);
    }
    text.push('\n');
}

/// A plain list of `count` words of a site's own: Chinese characters, none of them in the articles.
#[allow(dead_code, reason = "only the benches of the rules need it")]
pub(crate) fn words(count: usize) -> String {
    let mut text = String::new();
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    for index in 0..count {
        let mut character = || char::from_u32(0x4e00 + numbers.next(6000) as u32).unwrap_or('字');
        let word: String = [character(), character(), character()].into_iter().collect();
        let _ = writeln!(text, "{word}号{index}");
    }
    text
}
