//! Output formats: one file each, and the list of them.
//!
//! A format writes a [`Report`] and knows no rule; what it may say about rules comes in as cards.

mod github;
mod human;
mod json;
mod junit;
mod rdjson;
mod sarif;

use std::io;

use super::mask::Veil;
use super::{Finding, Findings, Place, Severity};
use crate::base::message::Lang;

/// What a format may say about a rule besides its findings.
#[derive(Debug, Clone)]
pub struct RuleCard {
    /// Stable name.
    pub id: &'static str,
    /// What the rule is about, in a line.
    pub title: String,
    /// Its documentation, Markdown.
    pub documentation: String,
    /// Its level before a site changes it.
    pub severity: Severity,
}

/// What a run found, and how to show it.
pub struct Report<'a> {
    /// The findings, sorted.
    pub findings: &'a Findings,
    /// Hints that were left out of `findings`, to be counted all the same.
    pub unlisted: usize,
    /// Places that are never shown although no finding of this report points at them.
    pub masks: &'a [Place],
    /// Every rule that the program knows, sorted by name.
    pub rules: &'a [RuleCard],
    /// From which weight on a finding counts; only formats that say passed or failed look at it.
    pub level: Severity,
    /// The language of sentences.
    pub lang: Lang,
    /// Columns of the terminal; only the human format looks at it.
    pub width: usize,
    /// Whether colours may be written; only the human format looks at it.
    pub styled: bool,
}

impl Report<'_> {
    fn veil(&self) -> Veil {
        Veil::new(self.findings, self.masks)
    }

    /// The finding in full, a paragraph a line: what, basis, remedy, who answers for it.
    fn text(&self, finding: &Finding, veil: &Veil) -> String {
        let mut lines = vec![finding.message.text(self.lang)];
        lines.extend(finding.basis.clone());
        lines.extend(finding.help.as_ref().map(|help| help.text(self.lang)));
        lines.extend(finding.because_text(self.lang));
        lines.extend(finding.answer.as_ref().map(|answer| answer.message().text(self.lang)));
        veil.sentence(lines.join("\n"))
    }
}

/// The page that explains every rule, on the forge of the project.
const RULES_PAGE: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/main/docs/rules.md");

/// The address at which the rule `id` is explained.
pub fn rule_address(id: &str) -> String {
    format!("{RULES_PAGE}#{id}")
}

/// A way to write findings.
pub trait Format: Sync {
    /// The name after `--format`.
    fn name(&self) -> &'static str;

    /// Writes the report.
    ///
    /// # Errors
    /// When `out` refuses.
    fn write(&self, report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()>;
}

/// Every format, sorted by name.
pub static FORMATS: &[&dyn Format] =
    &[&github::Github, &human::Human, &json::Json, &junit::Junit, &rdjson::Rdjson, &sarif::Sarif];

/// The format of that name.
pub fn format(name: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().copied().find(|format| format.name() == name)
}

#[cfg(test)]
pub(super) mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::base::message::source as text;
    use crate::finding::Finding;
    use crate::source::SourceFile;

    /// Three findings that show every part: double width, a fix, a second place, a masked number, a whole file.
    pub(in crate::finding) fn sample() -> Findings {
        let article = Arc::new(SourceFile::new(
            "content/节气/冬至.md",
            "---\ntitle: 冬至\n---\n\n这是本店最佳的热饮，电话 13812345678，欢迎来坐。\n\t制表后的\u{200b}字\n",
        ));
        let at = |word: &str| {
            let start = article.text().find(word).unwrap_or(0);
            Place::new(&article, start..start + word.len())
        };
        let mut findings = Findings::new();
        findings.push(
            Finding::error("ad.absolute", at("最佳"), text::missing("最佳"))
                .basis("广告法 第九条第三项")
                .help(text::outside("改为“适合……的人”，\n或给出评选来源"))
                .label(at("冬至"), text::missing("100%，见标题: 甲")),
        );
        findings.push(Finding::error("pii.mobile", at("13812345678"), text::missing("13812345678")).masked());
        findings.push(
            Finding::warning("text.hidden", at("\u{200b}"), text::missing("U+200B")).fix(at("\u{200b}"), ""),
        );
        findings.push(Finding::new(
            "asset.missing",
            Severity::Info,
            Place::file_only("content/没有.md"),
            text::missing("没有.md"),
        ));
        findings.sort();
        findings
    }

    pub(in crate::finding) fn shown(name: &str, lang: Lang) -> String {
        let rules = [
            RuleCard {
                id: "ad.absolute",
                title: "绝对化用语".to_owned(),
                documentation: "## 查什么\n最高级".to_owned(),
                severity: Severity::Error,
            },
            RuleCard {
                id: "pii.mobile",
                title: "手机号".to_owned(),
                documentation: "## 查什么\n号码".to_owned(),
                severity: Severity::Error,
            },
        ];
        written(format(name).unwrap(), &sample(), &rules, lang)
    }

    /// What a format writes of `findings`.
    pub(super) fn written(
        format: &dyn Format,
        findings: &Findings,
        rules: &[RuleCard],
        lang: Lang,
    ) -> String {
        let (masks, level) = (&[], Severity::Error);
        let report = Report { findings, unlisted: 0, masks, rules, level, lang, width: 80, styled: false };
        let mut out = Vec::new();
        format.write(&report, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn formats_are_sorted_and_each_file_is_listed() {
        let names: Vec<_> = FORMATS.iter().map(|format| format.name()).collect();
        assert!(names.is_sorted());
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/finding/format");
        let files = std::fs::read_dir(folder).unwrap().filter_map(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            name.strip_suffix(".rs").map(str::to_owned).filter(|name| name != "mod")
        });
        for file in files {
            assert!(names.contains(&file.as_str()), "{file}.rs is not in FORMATS");
        }
    }

    #[test]
    fn no_format_shows_masked_digits() {
        for format in FORMATS {
            let out = shown(format.name(), Lang::Zh);
            assert!(!out.contains("13812345678"), "{}: {out}", format.name());
            assert!(out.contains("138******78"), "{}: {out}", format.name());
        }
    }
}
