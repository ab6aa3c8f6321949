//! Sites described in place.

use qianfa::finding::{Finding, Findings};
use qianfa::site::{Loaded, Site, load};
use qianfa::source::tree::MemoryTree;

/// A configuration that every test can use: one account `main`, zone Asia/Shanghai.
pub(crate) const CONFIG: &str = "\
version: 1
name: 测试站
zone: Asia/Shanghai
accounts:
  main:
    title: 测试号
    verified: true
    slots: {workday: [\"08:00\", \"20:00\"], restday: [\"09:30\"]}
";

/// A site in memory; `qianfa.yaml` is [`CONFIG`] unless `files` has one.
pub(crate) fn tree<P: AsRef<str>, B: Into<Vec<u8>>>(files: impl IntoIterator<Item = (P, B)>) -> MemoryTree {
    let mut tree = MemoryTree::new().with("qianfa.yaml", CONFIG);
    for (path, bytes) in files {
        tree.put(path.as_ref(), bytes);
    }
    tree
}

/// The loaded site of [`tree`], which must be without errors.
pub(crate) fn site<P: AsRef<str>, B: Into<Vec<u8>>>(files: impl IntoIterator<Item = (P, B)>) -> Site {
    let Loaded { site, findings } = load(&tree(files));
    let errors: Vec<String> =
        lines(&findings).into_iter().filter(|line| line.starts_with("error ")).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    site.unwrap()
}

/// An article with front matter: `title` and `uid` first, then `keys`, then `body`.
pub(crate) fn article(uid: &str, keys: &str, body: &str) -> String {
    let keys = if keys.is_empty() { String::new() } else { format!("{}\n", keys.trim_end()) };
    format!("---\nuid: {uid}\ntitle: 测试文章\n{keys}---\n{body}")
}

/// A finding in a line: weight, rule, path:line:column, the text there, the sentence in Chinese.
pub(crate) fn line(finding: &Finding) -> String {
    let place = &finding.place;
    let start = place.start();
    format!(
        "{} {} {}:{}:{} [{}] {}",
        finding.severity,
        finding.rule,
        place.path(),
        start.line,
        start.column,
        place.text().replace('\n', "⏎"),
        finding.message.text(qianfa::base::message::Lang::Zh)
    )
}

/// [`line`] for each.
pub(crate) fn lines(findings: &Findings) -> Vec<String> {
    findings.iter().map(line).collect()
}
