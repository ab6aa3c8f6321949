//! Words that stand twice, and 的 where 得 or 地 belongs.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::{Class, Pass, trad};
use crate::base::message::zh_rules as text;
use crate::finding::Severity::{Info, Warning};
use crate::source::plain::Zone;

const REPEAT: &str = "zh.repeat";
const DE: &str = "zh.de";

/// Characters that are doubled by a slip; characters before which the first belongs to another word; characters behind
/// which the second does.
const DOUBLED: &[(char, &str, &str)] = &[
    ('的', "目有似标打中端众鹄矢", "确士"),
    ('了', "为除受得罢未末明终好少大算公知便不", "解结了之却断如得事望然悟无账去若"),
    ('是', "但于凡可要若求实国自", "非否故"),
    ('在', "现存正内所实潜外自好旨重贵志意健", "线场建职校读岗位世乎座野握编籍押"),
    ('和', "饱总温缓共平随中柔调祥谐暖谦亲求", "平谐解睦美气善约缓煦声蔼谈弦服局盘服议棋"),
    ('为', "成作行因认以称视人大更极尤颇甚最变", "了何此什难止由数期所首主准例您"),
    ('与', "参给赠授付赋", "会否其众时共"),
    ('及', "以涉普顾提波企触论危埃遍来言", "时格早至其物"),
    ('也', "", "许门"),
    ('就', "成造迁将高早低屈", "业近绪地读任职学医餐寝座诊算是"),
    ('被', "棉毛植覆", "告子套单褥动害"),
    ('把', "一火车大门拖", "握手关柄守戏玩脉酒"),
    ('而', "然反从因进时", "且立今后已"),
    ('或', "", "许者"),
    ('但', "不非岂", "是愿凡"),
    ('其', "尤土与极何莫", "他它实中余间次"),
    ('且', "而并况尚暂姑", ""),
    ('从', "自随服听遵顺", "而此来事前不容业众未小"),
    ('我', "自忘", "们国校市行党军"),
    ('你', "", "们"),
    ('他', "其吉排利", "们人乡"),
    ('这', "", "里样些种个"),
    ('有', "所没拥只具含富还", "的人些关效所时限趣利力机着没害名"),
    ('不', "", "得能要同是"),
];

/// Words of two characters that are never doubled on purpose.
const NEVER_TWICE: &[&str] = &[
    "我们", "他们", "她们", "它们", "你们", "咱们", "可以", "因为", "所以", "但是", "如果", "这个", "那个",
    "以及", "或者", "并且", "而且", "没有", "就是", "已经", "其中", "通过", "进行", "需要", "由于", "对于",
    "关于", "根据", "按照", "为了", "还是", "不是", "都是", "也是", "同时", "现在", "今天", "自己", "大家",
    "目前", "能够", "应该", "必须", "主要", "不仅", "虽然", "然而", "因此", "此外", "另外", "作为", "包括",
    "以上", "以下", "其他", "之后", "之前", "这些", "那些", "这种", "如何", "是否", "有关", "相关", "不会",
    "不能", "只有", "只是", "仍然", "直接", "当时", "起来", "出来", "下来", "认为", "成为", "对此", "其实",
    "于是", "甚至", "以来",
];

/// Most characters of a phrase that may stand twice.
const LONGEST: usize = 6;

/// The last characters that were seen, in whatever order: enough of them for [`LONGEST`], and as many as are compared at
/// once.
#[derive(Debug, Default)]
pub(super) struct Recent {
    chars: [char; 8],
}

impl Recent {
    /// Notes the character `i`, and tells whether it may be among the [`LONGEST`] before it.
    pub(super) fn note(&mut self, i: usize, c: char) -> bool {
        let again = self.chars.iter().fold(false, |again, one| again | (*one == c));
        if let Some(oldest) = self.chars.get_mut(i % 8) {
            *oldest = c;
        }
        again
    }
}

/// A Han character at `i`; `again`: it may be among the last ones before it.
pub(super) fn han(pass: &mut Pass<'_, '_>, i: usize, c: char, again: bool) {
    if pass.counts.traditional > 0 && trad::is_suspect(c) {
        trad::character(pass, i, c);
    }
    if again && pass.before(i) == c {
        doubled(pass, i, c);
    } else if again {
        phrase(pass, i, c);
    }
    match c {
        '的' => de(pass, i),
        '地' if pass.c(i + 1) == '的' => manner_twice(pass, i),
        _ => {}
    }
}

/// The second of two alike.
fn doubled(pass: &mut Pass<'_, '_>, i: usize, c: char) {
    let Some((_, befores, afters)) = DOUBLED.iter().find(|(one, _, _)| *one == c) else { return };
    let before = i.checked_sub(2).map_or('\0', |n| pass.c(n));
    let after = pass.c(i + 1);
    if befores.contains(before) || afters.contains(after) || before == c {
        return;
    }
    // 不不不, 了了了 and the like are tones of voice.
    if after == c {
        return;
    }
    // 不不 is a denial of a question; alone between marks it is speech.
    let alone =
        pass.class(i + 1) != Class::Han && before != '\0' && pass.class(i.saturating_sub(2)) != Class::Han;
    if alone || c == '不' && pass.class(i + 1) != Class::Han {
        return;
    }
    let words = pass.text(i - 1..i + 1).to_owned();
    let severity = if pass.is_quoted(i) { Info } else { Warning };
    pass.say(REPEAT, i - 1..i + 1, (severity, text::repeated(words), text::repeated_help()));
}

/// A phrase of 2 to 6 characters whose second occurrence begins at `i`.
fn phrase(pass: &mut Pass<'_, '_>, i: usize, c: char) {
    let before = pass.chars.get(i.saturating_sub(LONGEST)..i).unwrap_or_default();
    for (length, _) in (1..).zip(before.iter().rev()).filter(|(length, char)| *length > 1 && char.c == c) {
        let alike =
            (1..length).all(|n| pass.class(i + n) == Class::Han && pass.c(i + n) == pass.c(i - length + n));
        if !alike || pass.is_kept(i - length..i + length) {
            continue;
        }
        let words = pass.text(i..i + length);
        let third = (0..length).all(|n| pass.c(i + length + n) == pass.c(i + n))
            || i >= 2 * length && (0..length).all(|n| pass.c(i - 2 * length + n) == pass.c(i + n));
        if third || !is_slip(words, length) {
            continue;
        }
        let shown = pass.text(i - length..i + length).to_owned();
        let severity = if pass.is_quoted(i) { Info } else { Warning };
        return pass.say(
            REPEAT,
            i - length..i + length,
            (severity, text::repeated(shown), text::repeated_help()),
        );
    }
}

/// Whether a doubled phrase is one: neither a sound nor a count nor a call.
fn is_slip(words: &str, length: usize) -> bool {
    if length == 2 {
        return NEVER_TWICE.contains(&words);
    }
    let sound = |c: char| "啦哈呵嘿哇呜咚叮咯噜嘀嗒啊呀哦嘟轰隆哗咕嘎喵汪咩吱嘻加油".contains(c);
    if words.contains(sound) || words.starts_with(['一', '第', '每', '几', '好', '快']) {
        return false;
    }
    // Calls and slogans of three characters (新年好新年好) have no grammar in them.
    length > 3 || words.contains(|c: char| "的了是在和与我你他她它们这那有就可及为把被从对".contains(c))
}

/// Words behind which a degree follows with 得.
const VERBS: &str =
    "跑走飞长吃睡玩笑哭说讲做干写唱跳画打踢学变过来起站坐看听想卖弄搞活穿住记答考拍煮炒烧洗擦扫游骑开";
const LONG_VERBS: &[&str] = &[
    "表现", "进展", "增长", "准备", "安排", "恢复", "处理", "掌握", "完成", "进行", "配合", "保存", "打扮",
    "布置", "收拾", "发挥", "理解", "回答", "解释", "成长", "下降", "上升", "变化", "提高", "控制", "执行",
    "落实", "休息", "生活",
];
const DEGREES: &[&str] = &[
    "非常",
    "十分",
    "特别",
    "极其",
    "越来越",
    "更加",
    "相当",
    "格外",
    "如此",
    "这么",
    "那么",
    "很",
    "太",
    "挺",
];
const ADJECTIVES: &[&str] = &[
    "快", "慢", "好", "棒", "高", "低", "远", "近", "早", "晚", "深", "浅", "细", "稳", "准", "差", "累",
    "香", "急", "紧", "顺", "清楚", "明白", "漂亮", "开心", "高兴", "认真", "仔细", "努力", "顺利", "成功",
    "精彩", "流利", "整齐", "干净", "详细", "透彻", "充分", "到位", "及时", "踏实", "辛苦", "幸福", "好看",
    "好听", "迅速", "缓慢", "明显", "彻底", "出色", "不错", "熟练", "周到", "细致", "完整", "牢固", "平稳",
    "从容",
];
/// Doubled adjectives that say how something is done.
const MANNERS: &[&str] = &[
    "慢慢",
    "悄悄",
    "轻轻",
    "静静",
    "默默",
    "偷偷",
    "狠狠",
    "紧紧",
    "渐渐",
    "缓缓",
    "匆匆",
    "牢牢",
    "呆呆",
    "急急忙忙",
    "认认真真",
    "仔仔细细",
    "高高兴兴",
    "开开心心",
    "安安静静",
    "踏踏实实",
    "清清楚楚",
    "匆匆忙忙",
    "大摇大摆",
    "小心翼翼",
];
const DEEDS: &[&str] = &[
    "走", "说", "看", "想", "跑", "打开", "离开", "坐", "站", "听", "吃", "喝", "写", "读", "做", "笑", "哭",
    "抱", "握", "放", "拿", "推", "拉", "关上", "记住", "抓住", "告诉", "等待", "消失", "变", "移动", "前进",
    "问", "回答", "检查", "完成", "准备",
];

/// The last characters of verbs and manners, before which 的 may be a slip.
static LAST: LazyLock<HashSet<char>> = LazyLock::new(|| {
    let words = LONG_VERBS.iter().chain(MANNERS).filter_map(|word| word.chars().last());
    VERBS.chars().chain(words).collect()
});

/// 的 at `i`.
fn de(pass: &mut Pass<'_, '_>, i: usize) {
    if i == 0 || matches!(pass.block.zone, Zone::Cell) {
        return;
    }
    // Nothing below ends otherwise.
    if !LAST.contains(&pass.c(i - 1)) {
        return;
    }
    let verb = VERBS.contains(pass.c(i - 1)) && !LONG_NOUNS.iter().any(|noun| pass.had(i, noun))
        || LONG_VERBS.iter().any(|verb| pass.had(i, verb));
    if verb && let Some(degree) = DEGREES.iter().find(|degree| pass.has(i + 1, degree)) {
        let at = i + 1 + degree.chars().count();
        let adjective =
            ADJECTIVES.iter().filter(|word| pass.has(at, word)).map(|word| word.chars().count()).max();
        if let Some(length) = adjective {
            let end = at + length;
            let closes = pass.class(end) != Class::Han || pass.c(end) == '了' || pass.c(end) == '啊';
            if closes {
                let words = pass.text(i - 1..end).to_owned();
                pass.say(DE, i - 1..end, (Info, text::de_result(words), text::de_help()));
            }
        }
        return;
    }
    let manner = MANNERS.iter().find(|manner| pass.had(i, manner));
    if let Some(manner) = manner
        && let Some(deed) = DEEDS.iter().find(|deed| pass.has(i + 1, deed))
    {
        let (from, to) = (i - manner.chars().count(), i + 1 + deed.chars().count());
        // 慢慢的走路: what follows may be a noun with its own 的.
        if pass.c(to) != '的' {
            let words = pass.text(from..to).to_owned();
            pass.say(DE, from..to, (Info, text::de_manner(words), text::de_help()));
        }
    }
}

/// Nouns that end like a verb.
const LONG_NOUNS: &[&str] = &[
    "经过", "通过", "不过", "未来", "本来", "原来", "从来", "一起", "校长", "家长", "队长", "部长", "市长",
    "增长", "想想", "大学", "小学", "中学", "同学", "科学", "文学", "数学", "好看", "难看", "好听", "难听",
    "好玩", "好吃", "难吃", "看起", "能干", "生活", "思想", "理想", "梦想", "电话", "车站", "网站", "看过",
    "说过", "做过", "写过", "来过", "去过", "读过", "用过", "吃过",
];

/// 地的 behind a doubled adjective.
fn manner_twice(pass: &mut Pass<'_, '_>, i: usize) {
    if MANNERS.iter().any(|manner| pass.had(i, manner)) && pass.class(i + 2) == Class::Han {
        let words = pass.text(i..i + 2).to_owned();
        pass.say(DE, i..i + 2, (Info, text::de_twice(words), text::de_help()));
    }
}
