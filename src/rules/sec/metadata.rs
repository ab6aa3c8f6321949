//! `sec.metadata`: what files tell besides what they show.

use crate::base::message::sec_rules as text;
use crate::finding::{Findings, Place, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "sec.metadata",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "文件里的作者、修订记录",
    en: "Authors and revisions inside files",
    basis: &["PII-25", "AUCL-10"],
    documentation: "\
## 查什么
文章目录里的 Office 文档（docx、xlsx、pptx、doc、xls、ppt）和设计源文件（psd、ai、sketch、fig）：里面常有作者、修订、批注、隐藏内容；图片的 Exif 里写着拍摄人或电脑名。拍摄地点由 asset.metadata 查。

## 为什么
修订记录和批注会把改掉的报价、点评原样带出去；作者名是个人信息。仓库被克隆，谁都能看到。

## 依据
个人信息保护法第二十五条；反不正当竞争法第十条。

## 反例
把“报价单-第三版.docx”放进文章目录。

## 正例
导出为 PDF 或图片，去掉文档属性后再放。

## 怎么改
移出文章目录，或导出为不含修订和属性的文件；图片重新导出时不勾选“保留元数据”。上传时程序会去掉图片的元数据（AI 生成标识除外），但仓库里的原件还在。

## 例外
要署名的摄影作品可以保留作者，写忽略说明。
",
};

/// Files that keep what was changed.
const OFFICE: &[&str] =
    &["doc", "docx", "xls", "xlsx", "ppt", "pptx", "wps", "et", "dps", "pages", "numbers", "key"];
const DESIGN: &[&str] = &["psd", "ai", "sketch", "fig", "xd", "indd", "cdr"];

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(article) = document.article() else { return };
    for path in &article.files {
        let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
        let Some(extension) = extension else { continue };
        let name = path.rsplit('/').next().unwrap_or(path);
        let message = if OFFICE.contains(&extension.as_str()) {
            text::metadata_office(name)
        } else if DESIGN.contains(&extension.as_str()) {
            text::metadata_design(name)
        } else {
            continue;
        };
        findings.push(META.finding(Place::file_only(path), message).help(text::metadata_help()));
    }
    for asset in document.assets(context) {
        let Some(author) = asset.content.as_ref().ok().and_then(|content| content.author.as_ref()) else {
            continue;
        };
        let message = text::metadata_author(&asset.path, author);
        let mut finding = META.finding(Place::file_only(&asset.path), message).help(text::metadata_help());
        finding.severity = Severity::Info;
        findings.push(finding);
    }
}
