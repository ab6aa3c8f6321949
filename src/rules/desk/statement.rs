//! `desk.statement`: what a holding statement says and does not.

use crate::base::message::Message;
use crate::base::message::desk_rules as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::fold::fold;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::sentence::Phrase;
use crate::site::PaperKind;
use crate::source::yaml::{Node, Value};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "desk.statement",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "先行声明的写法",
    en: "Wording of holding statements",
    basis: &["CIVIL-1028", "CIVIL-1024", "HOUSE"],
    documentation: "\
## 查什么
desk/crisis.yaml 的 holding_statements：没有下一次通报的时间；没查清就指责对方（恶意、抹黑、竞争对手、水军）；承诺删帖、私了；把话说死（绝对、完全与我方无关）。

## 为什么
声明是会被截图的证据：指责没有依据构成侵权，承诺“删帖”涉嫌有偿删帖，把话说死后一翻车就是二次危机。

## 依据
民法典第一千零二十四条、第一千零二十八条；本站约定（事实前不指责、写明渠道和下次更新时间、一个发言人）。

## 反例
“此事系竞争对手恶意抹黑，与我司完全无关，已安排删帖。”

## 正例
“我们已经注意到情况，正在核实，今天 18 点前在本号通报进展。”

## 怎么改
只写已经确认的事实、正在做的事、下一次通报的时间和渠道。

## 例外
没有写 holding_statements 的由 desk.crisis 查。
",
};

/// When and where more is told.
static NEXT: Phrase = Phrase::new(
    "(?:小时|分钟|点|时|日|天|今晚|明天|明早|今天|周[一二三四五六日])[^。]{0,12}(?:内|前|后|之前|以前)?[^。]{0,12}(?:通报|公布|更新|回复|说明|答复|进展|结果)|(?:下一次|下次|后续)(?:通报|更新)|第一时间(?:通报|公布)",
);
/// What is not said before the facts are known.
static BLAME: Phrase = Phrase::new(
    "竞争对手|水军|黑公关|恶意(?:抹黑|中伤|攻击|炒作|竞争)|抹黑|别有用心|造谣者|对方(?:全责|的责任|造成)",
);
static DELETE: Phrase = Phrase::new("删帖|删除(?:评论|留言|帖子|差评|视频)|撤稿|封口|私了|给(?:予)?封口费");
static ABSOLUTE: Phrase = Phrase::new(
    "(?:完全|绝对|绝不|根本|百分之百|100%)[^。,]{0,6}(?:无关|没有问题|不存在|不可能|没有责任|安全|合格)|与(?:我司|我们|本公司)(?:完全|绝对)?无关",
);

/// What is said about a wording.
type Wording = fn(&str) -> Message;

fn check(_: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let Some(paper) = document.paper().filter(|paper| paper.kind == PaperKind::Crisis) else { return };
    let Some(statements) = paper.value().get("holding_statements") else { return };
    let Node::Seq(list) = statements.node else { return };
    for (node, place) in list {
        let Some(said) = (Value { name: "", node, place }).get("text") else { continue };
        let Some(words) = said.as_str().map(fold) else { continue };
        let mut tell = |message| {
            findings.push(META.finding(said.place.clone(), message).help(text::statement_help()));
        };
        let wordings: [(&Phrase, Wording); 3] = [
            (&BLAME, |shown| text::statement_blame(shown)),
            (&DELETE, |shown| text::statement_delete(shown)),
            (&ABSOLUTE, |shown| text::statement_absolute(shown)),
        ];
        for (phrase, message) in wordings {
            if let Some(shown) = phrase.find(&words).and_then(|range| words.get(range)) {
                tell(message(shown));
            }
        }
        if !NEXT.is_in(&words) {
            tell(text::statement_next());
        }
    }
}
