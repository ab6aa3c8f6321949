//! Spellings that stand for another word: pinyin between Chinese characters (L8), homophones from a closed list (L9),
//! characters split at a bound radical (L10), emoji as words (L11).
//!
//! Each is only a guess: 「威信」 is a word, and so are many syllables. Therefore nothing is replaced in the text; the
//! sentence is searched once more with the spelling read as what it may mean, and only a word of a pack that takes the
//! reading in counts, at a lower weight. There is no free search for everything that sounds alike.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::fold::{fold, is_han};

/// Bytes to either side of a spelling that are searched with it: longer than any term.
pub(super) const REACH: usize = 96;

/// How a word was spelt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Layer {
    /// L8: pinyin or initials among Chinese characters.
    Pinyin,
    /// L9: another character with the same sound.
    Homophone,
    /// L10: a character split in two.
    Radical,
    /// L11: a picture of the thing.
    Emoji,
}

impl Layer {
    /// The names that `fold` in `policy/rules/` takes.
    pub(crate) const NAMES: &'static [(&'static str, Self)] = &[
        ("pinyin", Self::Pinyin),
        ("homophones", Self::Homophone),
        ("radicals", Self::Radical),
        ("emoji", Self::Emoji),
    ];
}

/// A listed spelling.
#[derive(Debug)]
pub(super) struct Spelling {
    /// Folded.
    pub(super) written: String,
    meant: &'static str,
    layer: Layer,
}

/// A place with such a spelling and what it may mean.
#[derive(Debug)]
pub(super) struct Spot {
    /// Bytes of the folded text.
    pub(super) range: Range<usize>,
    pub(super) readings: Vec<String>,
    pub(super) layer: Layer,
}

/// Attested spellings, each followed by what it means.
const LISTED: &[(Layer, &str)] = &[
    (
        Layer::Pinyin,
        "vx 微信 wx 微信 weixin 微信 v 微信 v信 微信 w信 微信 微x 微信 薇x 微信 微xin 微信 wei信 微信 vx号 微信号 wx号 微信号 \
         dy 抖音 d音 抖音 xhs 小红书 小红s 小红书 ks 快手 tb 淘宝 pdd 拼多多 zfb 支付宝 hb 红包 红b 红包 pyq 朋友圈 gzh 公众号 \
         qun 群 kou扣 扣扣",
    ),
    (
        Layer::Homophone,
        "醉佳 最佳 最加 最佳 最嘉 最佳 蕞 最 嘬佳 最佳 嘬好 最好 罪佳 最佳 醉好 最好 醉低 最低 醉强 最强 醉便宜 最便宜 醉优惠 最优惠 \
         醉新 最新 醉高 最高 醉大 最大 醉美味 最美味 醉安全 最安全 醉权威 最权威 醉先进 最先进 醉专业 最专业 最低介 最低价 最底价 最低价 \
         最滴价 最低价 全网最底 全网最低 苐 第 弟一 第一 递一 第一 帝一 第一 地一品牌 第一品牌 第衣 第一 第伊 第一 唯依 唯一 惟一 唯一 维一 唯一 \
         唯伊 唯一 毒一无二 独一无二 国佳级 国家级 国加级 国家级 囯佳级 国家级 国嘉级 国家级 郭家级 国家级 世介级 世界级 \
         订级 顶级 丁级 顶级 鼎级 顶级 钉级 顶级 叮级 顶级 顶极 顶级 手选 首选 守选 首选 极至 极致 及致 极致 绝对安荃 绝对安全 万熊 万能 \
         治于 治愈 冶愈 治愈 治郁 治愈 致愈 治愈 智愈 治愈 制愈 治愈 根冶 根治 跟治 根治 根制 根治 疗郊 疗效 药笑 药效 祛病 去病 \
         保夲 保本 宝本 保本 包本 保本 饱本 保本 保夲 保本 褒过 保过 宝过 保过 包过 保过 稳砖 稳赚 吻赚 稳赚 穏赚 稳赚 高手益 高收益 高受益 高收益 \
         零风显 零风险 无风显 无风险 红苞 红包 洪包 红包 虹包 红包 宏包 红包 鸿包 红包 专发 转发 传发 转发 转法 转发 赚发 转发 砖发 转发 \
         观注 关注 関住 关注 关住我 关注我 官注 关注 点攒 点赞 点咱 点赞 点瓒 点赞 集攒 集赞 极赞 集赞 积赞 集赞 集瓒 集赞 分亨 分享 份享 分享 \
         薇信 微信 威信 微信 徽信 微信 微心 微信 维信 微信 违信 微信 围信 微信 喂信 微信 微芯 微信 薇芯 微信 徽芯 微信 薇 微信 伽薇 加微信 加薇 加微信 \
         嘉薇 加微信 佳薇 加微信 加威 加微信 加徽 加微信 扣扣 qq 抠抠 qq 企鹅号 qq号 君羊 群 裙里 群里 进裙 进群 加裙 加群 入裙 入群 \
         特贡 特供 忒供 特供 专贡 专供 博采 博彩 波彩 博彩 菠菜 博彩 彩漂 彩票 祘命 算命 算名 算命",
    ),
    (
        Layer::Radical,
        "亻言 信 弓虽 强 氵去 法 氵台 治 纟工 红 钅戋 钱 亻呆 保 礻畐 福 扌由 抽 讠正 证 亻圭 佳 纟及 级 讠人 认 氵夬 决 亻弋 代 \
         扌召 招 讠寸 讨 氵肖 消 亻介 价 忄夬 快 氵殳 没 扌丁 打 礻申 神 礻兄 祝 饣反 饭 讠殳 设 亻故 做 彳兴 微 疒斤 症 疒丙 病 \
         纟合 给 讠炎 谈 扌支 技 钅艮 银 犭虫 独 阝完 院 亻主 住 氵主 注 车专 转 亻云 传",
    ),
    (Layer::Emoji, "🧧 红包 💰 现金 💵 现金 🎁 礼物 👍 点赞 ❤ 点赞 📢 转发 🐧 qq 🍠 小红书"),
];

pub(super) static SPELLINGS: LazyLock<Vec<Spelling>> = LazyLock::new(|| {
    let mut spellings = Vec::new();
    for (layer, list) in LISTED {
        let mut words = list.split_whitespace();
        while let (Some(written), Some(meant)) = (words.next(), words.next()) {
            spellings.push(Spelling { written: fold(written), meant, layer: *layer });
        }
    }
    spellings
});

/// The listed spelling at the bytes `range`, when its neighbours let it be one: Latin letters must be a whole word
/// beside a Chinese character or a sign of joining.
pub(super) fn listed(text: &str, range: Range<usize>, index: usize) -> Option<Spot> {
    let spelling = SPELLINGS.get(index)?;
    let before = text.get(..range.start)?.chars().next_back();
    let after = text.get(range.end..)?.chars().next();
    let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
    let edge = |c: Option<char>| c.is_some_and(is_han) || matches!(c, Some('+' | ':' | '➕'));
    if spelling.layer == Layer::Pinyin {
        let starts_latin = spelling.written.starts_with(|c: char| c.is_ascii());
        let ends_latin = spelling.written.ends_with(|c: char| c.is_ascii());
        let cut = starts_latin && is_latin(before) || ends_latin && is_latin(after);
        if cut || !(edge(before) || edge(after)) {
            return None;
        }
    }
    Some(Spot { range, readings: vec![spelling.meant.to_owned()], layer: spelling.layer })
}

/// Syllables and the characters of packs that they may stand for; only such, so that most syllables stand for nothing.
const SYLLABLES: &str = "ai爱癌 an安按 ba八吧 bai百白 ban办班半版 bang榜帮 bao保包报宝 bei倍备被 ben本 bi必币比 biao标 bian便 bing病 bo博 bu不 \
    cai彩财 can参 chan产 chang常场 chao超抄 cheng成程承 chong冲充 chou抽 chu出处除 ci次 cu促 da大打 dai代贷带 dan单 dang当 dao到倒导刀 \
    de的 deng等 di第低底地帝 dian点店 ding顶定订 du独赌毒 dui对 duo多 er二 fa发法 fan返翻反 fang方放 fei费肥 feng风 fu复福付服 \
    gai改 gan感肝 gao高 ge个 gei给 gen根跟 geng更 gong公供功 gu股古 gua刮 guan关冠官 gui贵 guo国过 hao好号 he和合 hong红 hou后 hua花化 huan换欢 \
    hui汇会回 huo活火 ji级集极即基 jia家佳加价假 jian减简检健 jiang奖降将 jie解界接 jin金进紧 jing精净惊 jiu就九 jue绝 jun军 ka卡 kan看砍 kang抗康 \
    ke可课科 kou扣 ku库 kuai快 lai来 lao老 le了乐 lei类 li力利立礼 lian连联恋 liang量 liao疗料 lie列 lin零临 ling领灵零 liu流 lun伦 lv率绿 ma吗码 \
    mai买卖 man满慢 mei美每 men们门 mi秘密 mian免面 miao秒妙 ming名命 nan难男 nei内 neng能 nian年 nv女 pai牌排 pei配 pi皮 piao票 pin品 ping评瓶 \
    qi起期奇 qian前钱签千 qiang强抢 qing轻清情 qu区取去祛 quan全圈权券 que确雀 qun群 ran燃 ren人 ri日 ru入 sai赛 san三 sao扫 se色 sha杀 shai晒 \
    shan山善 shang上商 shao少 she社 shen身神审 sheng升生胜圣 shi世史是市时 shou首收手瘦受 shu书数 shuai衰 shui水 shun顺 si私 song送 su速 suan算 sui岁 suo所锁 \
    tai太台 tao淘套 te特 ti提体 tian天添 tie贴 ting停 tong通 tou投头 tu图 tui推退 wan万完 wang网 wei唯微威为伪卫 wen稳 wu无五物 xi系喜 xia下 xian先现险限 \
    xiang享象想 xiao销效消小笑 xie谢 xin信新心 xing行性 xiu秀 xuan选宣 xue学血 ya压 yan严研眼 yang样 yao药要 ye业 yi一医易益已 yin音引 ying营赢 yong永用 you优友有 \
    yu愈与 yuan元员圆 yue约月越 yun运 zai在 zan赞 zao早 ze则 zeng赠增 zhan站 zhang涨长 zhao招 zhe者 zhen真诊 zheng证正整 zhi治指致 zhong中终 zhou周 zhu注助主住 \
    zhuan转专赚 zhuang装 zi资自 zong总 zu组足 zui最 zun尊 zuo做作";

static BY_SYLLABLE: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let cut = |word: &'static str| word.split_at(word.find(|c: char| !c.is_ascii()).unwrap_or(word.len()));
    SYLLABLES.split_whitespace().map(cut).collect()
});

/// Most syllables of one word, and most readings of it.
const MOST_SYLLABLES: usize = 4;
const MOST_READINGS: usize = 48;

/// Words in pinyin beside a Chinese character.
pub(super) fn pinyin(text: &str) -> Vec<Spot> {
    let bytes = text.as_bytes();
    let mut spots = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes.get(at).is_some_and(u8::is_ascii_lowercase) {
            at += 1;
            continue;
        }
        let length = bytes.iter().skip(at).take_while(|byte| byte.is_ascii_lowercase()).count();
        let range = at..at + length;
        at += length;
        if (2..=18).contains(&length) && is_beside_han(text, &range) {
            let readings = readings(text.get(range.clone()).unwrap_or_default());
            if !readings.is_empty() {
                spots.push(Spot { range, readings, layer: Layer::Pinyin });
            }
        }
    }
    spots
}

fn is_beside_han(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).and_then(|before| before.chars().next_back());
    let after = text.get(range.end..).and_then(|after| after.chars().next());
    let part = |c: Option<char>| {
        c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '/' | '-' | '@'))
    };
    !part(before) && !part(after) && (before.is_some_and(is_han) || after.is_some_and(is_han))
}

/// What a word may mean when it is read as syllables.
fn readings(word: &str) -> Vec<String> {
    let mut readings = Vec::new();
    let mut open = vec![(0, Vec::<&'static str>::new())];
    while let Some((at, syllables)) = open.pop() {
        if at == word.len() {
            let mut products = vec![String::new()];
            for chars in &syllables {
                products = products
                    .iter()
                    .flat_map(|start| chars.chars().map(move |c| format!("{start}{c}")))
                    .take(MOST_READINGS)
                    .collect();
            }
            readings.extend(products);
            continue;
        }
        if syllables.len() == MOST_SYLLABLES {
            continue;
        }
        for length in 2..=6.min(word.len() - at) {
            if let Some(chars) = word.get(at..at + length).and_then(|syllable| BY_SYLLABLE.get(syllable)) {
                let mut longer = syllables.clone();
                longer.push(chars);
                open.push((at + length, longer));
            }
        }
    }
    readings.truncate(MOST_READINGS);
    readings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_read_beside_chinese_characters_only() {
        assert!(readings("zuijia").contains(&"最佳".to_owned()));
        assert!(readings("guojiaji").contains(&"国家级".to_owned()));
        assert_eq!(readings("rust"), Vec::<String>::new());
        let shown =
            |text: &str| pinyin(text).into_iter().map(|spot| text[spot.range].to_owned()).collect::<Vec<_>>();
        assert_eq!(shown("全城zui佳,用 rust 写,zui good,a.zui佳"), ["zui"]);
    }

    #[test]
    fn initials_must_stand_alone() {
        let at = |text: &str, word: &str| {
            let start = text.find(word).unwrap();
            let index = SPELLINGS.iter().position(|spelling| spelling.written == word).unwrap();
            listed(text, start..start + word.len(), index).map(|spot| spot.readings)
        };
        assert_eq!(at("加vx领资料", "vx"), Some(vec!["微信".to_owned()]));
        assert_eq!(at("加devx领", "vx"), None);
        assert_eq!(at("a vx b", "vx"), None);
    }

    #[test]
    fn every_spelling_differs_from_what_it_means() {
        for spelling in SPELLINGS.iter() {
            assert_ne!(spelling.written, fold(spelling.meant));
        }
    }
}
