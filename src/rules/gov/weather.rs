//! `gov.weather`: forecasts and warnings that nobody but the weather service may give.

use crate::base::message::gov_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::{self, Phrase};
use crate::rules::word;

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "gov.weather",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "自己发布天气预报和灾害预警",
    en: "Own weather forecasts and disaster warnings",
    basis: &["METEO-22"],
    documentation: "\
## 查什么
本号、小编、网友、“我们的模型”预测或发布台风、暴雨、寒潮、高温、山洪等；写着“发布暴雨预警”而同一段没有气象台（局）的名字；断言未来几天的灾害性天气而没有出处。

## 为什么
天气预报和灾害性天气警报由气象主管机构所属的气象台站统一发布，其他单位和个人不得向社会发布。转载要注明来源和发布时间，过期的预警会误导读者。

## 依据
气象法第二十二条、第三十八条。

## 反例
“本号预测，周五台风将在本市登陆。”

## 正例
“市气象台 7 月 20 日 16 时发布暴雨橙色预警信号，预计未来 6 小时……”

## 怎么改
改为转发气象台的内容，写明发布单位和时间；不写自己的推断。

## 例外
讲解预警信号含义、防灾知识、预测销量等与天气无关的“预测”不报；随口说天冷添衣只提示。
",
};

/// Somebody who may not forecast does.
static OWN: Phrase = Phrase::new(concat!(
    "(?:本号|小编|我们|本站|笔者|编辑部|本台|本公众号|独家|民间|网友|大神|博主|气象爱好者|自家|我司|ai模型|模型|本团队|老农|大师)[^。;\n]{0,20}",
    "(?:监测|预测|预报|预警|研判|推算|推测|推断|判断|预计|算出|发布)[^。;\n]{0,24}(?:台风|暴雨|暴雪|寒潮|高温|冰雹|沙尘暴|大雾|雷暴|龙卷风|山洪|洪水|干旱|降雨|降温|大雪|天气|气温|寒冬|冷冬|强对流)",
));
/// A warning is published.
static WARNING: Phrase = Phrase::new(
    "(?:发布|启动|拉响|升级|挂出)[^。;,\n]{0,12}(?:台风|暴雨|暴雪|寒潮|高温|冰雹|沙尘|大雾|雷电|雷暴|大风|霜冻|道路结冰|山洪|洪水|干旱|强对流)[^。;,\n]{0,6}(?:预警|警报)|(?:台风|暴雨|暴雪|寒潮|高温|冰雹|大雾|雷电|大风|山洪|洪水)[^。;,\n]{0,6}(?:预警|警报)[^。\n]{0,6}(?:我们|本号|小编|现在|现)[^。\n]{0,6}发布",
);
/// A disaster is foretold.
static FORETOLD: Phrase = Phrase::new(concat!(
    "(?:今天|明天|后天|今晚|明晚|今夜|明早|周[一二三四五六日末]|未来\\S{1,3}天|下周|本周|这几天|\\d+[日号]|近日)[^。;,\n]{0,14}(?:将有|将迎来|将会|将|会有|要下|要来|会下|有|迎来|遭遇|登陆)",
    "[^。;,\n]{0,10}(?:特大暴雨|大暴雨|暴雨|台风|超强台风|暴雪|冰雹|寒潮|沙尘暴|龙卷风|强对流|山洪)",
));
/// Who may.
static STATION: Phrase = Phrase::new(
    "气象(?:台|局|部门|中心|站|厅|服务|预报|信息|灾害预警中心)|中央气象|天气网|天气预报(?:说|显示|称)|水利部|自然资源部|应急管理|防汛|水文局|据预报|nmc\\b",
);
/// Taught, remembered, invented.
static TAUGHT: Phrase = Phrase::new(
    "如果|假如|遇到|收到|看到|什么是|含义|信号(?:分|共|由)|怎么办|应对|预案|演练|指南|去年|当年|曾经?|历史|小说|电影|游戏|不得|不能|不可|无权|禁止|违法|被罚|处罚|销量|房价|股市|市场|流量",
);

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    word::report(&META, |term| text::own_forecast(term), context, document, findings);
    for sentence in sentence::with(document, "weather") {
        if STATION.is_in(sentence.paragraph()) || sentence.has(&TAUGHT) {
            continue;
        }
        let found = [(&OWN, Severity::Warning), (&WARNING, Severity::Warning), (&FORETOLD, Severity::Info)];
        let found = found.into_iter().find_map(|(pattern, weight)| Some((sentence.find(pattern)?, weight)));
        let Some((range, severity)) = found else { continue };
        let message = text::own_forecast(document.shown(range.clone()));
        let about = (severity, message, text::own_forecast_help());
        sentence::report_claim(&META, document, &range, about, findings);
    }
}
