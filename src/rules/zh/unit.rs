//! `zh.unit`: units of measurement.

use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::prose;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "zh.unit",
    severity: Severity::Info,
    since: "0.1.0",
    zh: "计量单位",
    en: "Units of measurement",
    basis: &["GB15835", "METRO-3"],
    documentation: "\
## 查什么
大小写不对的单位符号（KG、Km、Kwh、mhz），数与符号之间缺的空格，公分、公斤力、平米、英寸这样的非法定单位。

## 为什么
大小写会改变意思：mW 是毫瓦，MW 是兆瓦。法律要求出版物使用法定计量单位。

## 依据
计量法第三条；国务院关于在我国统一实行法定计量单位的命令（1984-02-27）；《出版物上数字用法》（GB/T 15835—2011，2011-11-01 起实施，推荐性标准）。空格是本站约定。

## 反例
重 5KG，长 3Km，屏幕 6英寸。

## 正例
重 5 kg，长 3 km，屏幕 15.2 厘米（6 英寸）。

## 怎么改
符号按标准的大小写，check --fix 代劳；换算由你做。

## 例外
5G、4K、3D 和型号，菜谱里的单个字母（20g），引文里的旧单位不查。
",
};

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    prose::report(&META, document, findings);
}
