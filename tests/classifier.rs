//! Sentences that no list holds and that read like violations: where they are reported, and where they are not.

use qianfa::base::message::Lang;
use qianfa::finding::{Finding, Severity};
use qianfa::rules;
use qianfa::site;

use crate::support::site as sites;

/// What is said because something reads like a violation.
const KEY: &str = "rules.resembles";
/// A sentence that reads like a violation and holds no listed word.
const SUSPECT: &str = "花五十元买分析，中奖了再分我三成";

fn hints(front: &str, body: &str) -> Vec<Finding> {
    let text = format!("---\nuid: a\ntitle: 编辑部的一天\n{front}---\n{body}\n");
    let tree = sites::tree([("content/a.md", text)]);
    let site = site::load(&tree).site.unwrap();
    let outcome = rules::check(&site, &tree, None);
    outcome.findings.iter().filter(|finding| finding.message.key() == KEY).cloned().collect()
}

#[test]
fn a_sentence_like_a_violation_is_a_warning_at_its_clause() {
    let found = hints("", &format!("编辑部在二楼。{SUSPECT}。"));
    let [finding] = found.as_slice() else { panic!("{found:#?}") };
    assert!(["wx.gambling", "gov.illegal"].contains(&finding.rule), "{}", finding.rule);
    assert_eq!(finding.severity, Severity::Warning);
    assert_eq!(finding.place.text(), "中奖了再分我三成");
    let title = rules::rule(finding.rule).unwrap().meta.zh;
    assert!(finding.basis.as_deref().is_some_and(|basis| !basis.is_empty()));
    let shown = |lang| finding.message.text(lang);
    assert_eq!(shown(Lang::Zh), format!("“中奖了再分我三成”读起来像“{title}”"));
    assert!(shown(Lang::En).starts_with("“中奖了再分我三成” reads like “"), "{}", shown(Lang::En));
    let help = finding.help.as_ref().map(|help| help.text(Lang::Zh)).unwrap_or_default();
    assert!(help.contains(&format!("qianfa-ignore {}", finding.rule)), "{help}");
}

#[test]
fn it_is_answered_for_like_any_other() {
    let rule = hints("", &format!("{SUSPECT}。"))[0].rule;
    let answered = format!("<!-- qianfa-ignore {rule}: 小说里的对白 -->\n{SUSPECT}。");
    let found = hints("", &answered);
    assert!(
        found.iter().all(|finding| finding.severity < Severity::Warning || finding.answer.is_some()),
        "{found:#?}"
    );
}

#[test]
fn what_a_rule_reported_is_not_reported_twice() {
    assert!(hints("", &format!("{SUSPECT}，六合彩包中。")).is_empty());
}

#[test]
fn reports_and_quoted_examples_are_let_be() {
    for body in [
        "警方提醒：说“花五十元买分析，中奖了再分我三成”的都是骗子。",
        "下面这些话不要写：\n\n- 花五十元买分析，中奖了再分我三成",
        "> 花五十元买分析，中奖了再分我三成",
        "```\n花五十元买分析，中奖了再分我三成\n```",
    ] {
        assert!(hints("kind: editorial\n", body).is_empty(), "{body}");
    }
}

#[test]
fn rules_of_advertising_stay_with_advertisements() {
    let body = "亲人走了也要美美的，我们的寿衣款式多。";
    let of_advertising = |finding: &Finding| finding.rule.starts_with("ad.");
    assert!(!hints("kind: editorial\n", body).iter().any(of_advertising));
    let found = hints("kind: ad\n", body);
    assert!(found.iter().any(|finding| finding.rule == "ad.dignity"), "{found:#?}");
}

#[test]
fn commands_addresses_and_everyday_sentences_say_nothing() {
    for body in [
        "在终端里运行 `cargo build --release`，再打开 https://example.com/docs/start.html 看一眼。",
        "五花肉冷水下锅，加两片姜，水开后撇去浮沫。",
        "好的。哈哈哈哈哈哈。",
        &"没有句号的一行字".repeat(20_000),
    ] {
        assert!(hints("", body).is_empty(), "{}", body.chars().take(40).collect::<String>());
    }
}
