//! One code block, hot: `cargo bench --bench highlight`. Our whole rendering of the block beside syntect's parsing of the
//! same text alone (no colours, no HTML), in the same run.

use std::sync::{Arc, OnceLock};

use divan::{Bencher, counter::BytesCount};
use qianfa::render::Renderer;
use qianfa::site::{Format, RenderOptions};
use qianfa::source::SourceFile;
use qianfa::source::tree::{Entry, Tree, TreeError};
use syntect::parsing::{ParseState, ScopeStack, SyntaxSet};

/// Languages and code of ten to twenty lines.
const BLOCKS: [(&str, &str); 5] = [
    (
        "rust",
        "use std::collections::BTreeMap;\n\n/// 按栏目统计阅读量。\npub fn total(rows: &[Row]) -> BTreeMap<&str, u64> {\n    let mut sums = BTreeMap::new();\n    for row in rows.iter().filter(|row| row.reads > 0) {\n        *sums.entry(row.column.as_str()).or_insert(0) += row.reads;\n    }\n    // 没有阅读量的栏目不列出来\n    println!(\"共 {} 个栏目：{:?}\", sums.len(), sums);\n    sums\n}\n",
    ),
    (
        "python",
        "from dataclasses import dataclass\n\n@dataclass\nclass Row:\n    \"\"\"一行数据。\"\"\"\n    column: str\n    reads: int = 0\n\ndef total(rows: list[Row]) -> dict[str, int]:\n    sums = {}\n    for row in rows:\n        if row.reads > 0:  # 没有阅读量的不算\n            sums[row.column] = sums.get(row.column, 0) + row.reads\n    print(f\"共 {len(sums)} 个栏目\")\n    return sums\n",
    ),
    (
        "javascript",
        "import { readFile } from 'node:fs/promises';\n\nconst pattern = /^(\\d{4})-(\\d{2})$/;\n\nexport async function total(path) {\n  const rows = JSON.parse(await readFile(path, 'utf8'));\n  const sums = new Map();\n  for (const { column, reads = 0 } of rows) {\n    if (!pattern.test(column)) continue; // 只要月份\n    sums.set(column, (sums.get(column) ?? 0) + reads);\n  }\n  console.log(`共 ${sums.size} 个月`);\n  return sums;\n}\n",
    ),
    (
        "bash",
        "#!/bin/bash\nset -euo pipefail\n\n# 逐篇检查，有错就停\nfor file in content/*/index.md; do\n  if ! qianfa check \"$file\"; then\n    echo \"复查：${file}\" >&2\n    exit 3\n  fi\ndone\ncount=$(ls content | wc -l)\necho \"共 $count 篇\"\n",
    ),
    (
        "yaml",
        "name: 发布\non:\n  schedule:\n    - cron: '*/10 * * * *'   # 每十分钟\njobs:\n  apply:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - name: 投递到期的文章\n        run: |\n          qianfa plan\n          qianfa apply --due\n        env:\n          SECRET: ${{ secrets.APP_SECRET }}\n",
    ),
];

struct NoFiles;

impl Tree for NoFiles {
    fn list(&self, _: &str) -> Result<Vec<Entry>, TreeError> {
        Ok(Vec::new())
    }

    fn read(&self, path: &str, _: u64) -> Result<Vec<u8>, TreeError> {
        Err(TreeError::Missing(path.to_owned()))
    }

    fn contains(&self, _: &str) -> bool {
        false
    }
}

fn code(language: &str) -> &'static str {
    BLOCKS.iter().find(|(name, _)| *name == language).map_or("", |(_, code)| code)
}

/// An article that is this one block: parsing of Markdown, colours, fragment, counts.
#[divan::bench(args = BLOCKS.map(|(language, _)| language))]
fn qianfa(bencher: Bencher, language: &str) {
    static RENDERER: OnceLock<Renderer<'static>> = OnceLock::new();
    let renderer = RENDERER.get_or_init(|| Renderer::new(&NoFiles, "ink"));
    let options = RenderOptions::default();
    let markdown = format!("```{language}\n{}```\n", code(language));
    let length = markdown.len();
    let file = Arc::new(SourceFile::new("a.md", markdown));
    bencher
        .counter(BytesCount::new(length))
        .bench(|| renderer.file(&file, 0..length, Format::Article, &options).html.len());
}

/// The same without a language: what everything but the colours costs.
#[divan::bench(args = BLOCKS.map(|(language, _)| language))]
fn qianfa_plain(bencher: Bencher, language: &str) {
    static RENDERER: OnceLock<Renderer<'static>> = OnceLock::new();
    let renderer = RENDERER.get_or_init(|| Renderer::new(&NoFiles, "ink"));
    let options = RenderOptions::default();
    let markdown = format!("```text\n{}```\n", code(language));
    let length = markdown.len();
    let file = Arc::new(SourceFile::new("a.md", markdown));
    bencher
        .counter(BytesCount::new(length))
        .bench(|| renderer.file(&file, 0..length, Format::Article, &options).html.len());
}

/// The parser alone, its languages loaded.
#[divan::bench(args = BLOCKS.map(|(language, _)| language), sample_count = 20)]
fn syntect(bencher: Bencher, language: &str) {
    static SYNTAXES: OnceLock<SyntaxSet> = OnceLock::new();
    let syntaxes = SYNTAXES.get_or_init(two_face::syntax::extra_newlines);
    let syntax = syntaxes.find_syntax_by_token(language).unwrap_or_else(|| syntaxes.find_syntax_plain_text());
    let code = code(language);
    bencher.counter(BytesCount::new(code.len())).bench(|| {
        let mut state = ParseState::new(syntax);
        let mut stack = ScopeStack::new();
        for line in code.split_inclusive('\n') {
            for (_, operation) in state.parse_line(line, syntaxes).unwrap_or_default() {
                drop(stack.apply(&operation));
            }
        }
        stack.len()
    });
}

fn main() {
    divan::main();
}
