//! Spellings that stand for another word: pinyin between Chinese characters (L8), homophones of a closed list of words
//! (L9), characters split in two (L10), emoji as words (L11), words written backwards.
//!
//! Each is only a guess: 「威信」 is a word, and so are many syllables. Therefore nothing is replaced in the text; the
//! sentence is searched once more with the spelling read as what it may mean, and only a word of a pack that takes the
//! reading in counts, at a lower weight. There is no free search for everything that sounds alike.

mod pinyin;
mod reversed;
mod sound;

use std::ops::Range;
use std::sync::LazyLock;

pub(super) use pinyin::{Pairs, pinyin};
pub(super) use reversed::reversed;
pub(super) use sound::homophones;

use super::fold::{fold, is_han};

/// Bytes to either side of a spelling that are searched with it: longer than what nearly all patterns find.
pub(super) const REACH: usize = 180;

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
    /// Written backwards.
    Reversed,
}

impl Layer {
    /// The names that `fold` in `policy/rules/` takes.
    pub(crate) const NAMES: &'static [(&'static str, Self)] = &[
        ("pinyin", Self::Pinyin),
        ("homophones", Self::Homophone),
        ("radicals", Self::Radical),
        ("emoji", Self::Emoji),
        ("reversed", Self::Reversed),
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

/// Attested spellings, each followed by what it means; [`BACKWARDS`]: that something beside it is written backwards.
const LISTED: &[(Layer, &str)] = &[
    (
        Layer::Pinyin,
        "vx 微信 wx 微信 weixin 微信 v 微信 v信 微信 w信 微信 微x 微信 薇x 微信 微xin 微信 wei信 微信 vx号 微信号 wx号 微信号 v× 微信 v✕ 微信 v✖ 微信 \
         v叉 微信 微♥ 微信 微❤ 微信 薇❤ 微信 徽❤ 微信 威❤ 微信 v❤ 微信 +v 加微信 dy 抖音 d音 抖音 xhs 小红书 小红s 小红书 ks 快手 tb 淘宝 pdd 拼多多 zfb 支付宝 hb 红包 \
         红b 红包 pyq 朋友圈 gzh 公众号 qun 群 kou扣 扣扣 d一 第一 d1 第一 第i 第一 dì一 第一 sfz 身份证 yhk 银行卡 cp 彩票 bc 博彩 xyk 信用卡 \
         jz 兼职 sd 刷单 hp 好评 zf 转发 gz 关注 fx 返现 lq 领取 wl 网络 zz 转账 gp 股票 gpiao 股票",
    ),
    (
        Layer::Homophone,
        "蕞 最 嘬佳 最佳 嘬好 最好 嘴便宜 最便宜 醉牛 最牛 最低介 最低价 最底价 最低价 最滴价 最低价 全网最底 全网最低 递一 第一 低一 第一 滴一 第一 地一品牌 第一品牌 \
         惟一 唯一 国佳级 国家级 国加级 国家级 世介级 世界级 顶极 顶级 手选 首选 极至 极致 及致 极致 \
         万熊 万能 治于 治愈 制疗 治疗 治料 治疗 冶愈 治愈 冶疗 治疗 根冶 根治 跟治 根治 疗郊 疗效 药笑 药效 祛病 去病 宝本 保本 包本 保本 饱本 保本 褒过 保过 包过 保过 \
         稳砖 稳赚 吻赚 稳赚 问赚 稳赚 文赚 稳赚 高手益 高收益 高受益 高收益 风显 风险 专发 转发 赚发 转发 砖发 转发 官注 关注 观注 关注 关住 关注 关猪 关注 关紸 关注 点咱 点赞 \
         分亨 分享 份亨 分享 好平 好评 好坪 好评 反现 返现 返線 返现 威信 微信 徽信 微信 围信 微信 喂信 微信 微心 微信 微芯 微信 薇芯 微信 徽芯 微信 威芯 微信 卫星号 微信号 \
         薇 微信 伽薇 加微信 加薇 加微信 嘉薇 加微信 佳薇 加微信 加威 加微信 加徽 加微信 扣扣 qq 抠抠 qq 企鹅号 qq号 君羊 群 个裙 个群 裙里 群里 进裙 进群 加裙 加群 入裙 入群 \
         特贡 特供 专贡 专供 波彩 博彩 菠菜 博彩 菠彩 博彩 彩漂 彩票 六喝采 六合彩 六和彩 六合彩 算名 算命 仴息 月息 骗孑 骗子 发嘌 发票 发漂 发票 \
         发瓢 发票 发飘 发票 去班 去斑 褐班 褐斑 祛班 祛斑 去癍 去斑 包锅 包过 抱过 包过 豹过 包过 不赔本 不亏本 小饼干 烟弹 大餅 比特币 茶叶蛋 毒品",
    ),
    (
        Layer::Radical,
        "亻言 信 弓虽 强 氵去 法 氵台 治 纟工 红 钅戋 钱 亻呆 保 礻畐 福 扌由 抽 讠正 证 亻圭 佳 纟及 级 讠人 认 氵夬 决 亻弋 代 \
         扌召 招 讠寸 讨 氵肖 消 亻介 价 忄夬 快 氵殳 没 扌丁 打 礻申 神 礻兄 祝 饣反 饭 讠殳 设 亻故 做 彳兴 微 疒斤 症 疒丙 病 疒正 症 \
         纟合 给 讠炎 谈 扌支 技 钅艮 银 犭虫 独 阝完 院 亻主 住 氵主 注 车专 转 亻云 传 扌亢 抗 疒品 癌 月干 肝 月市 肺 月佥 脸 月半 胖 月旦 胆 \
         月中 肿 月艮 腿 月要 腰 月土 肚 忄生 性 氵先 洗 讠平 评 讠平价 评价 贝者 赌 贝曾 赠 贝兼 赚 贝卖 赎 贝分 贩 扌甫 捕 扌兑 脱 氵主册 注册 氵肖炎 消炎 \
         亻壬 任 亻韦 伟 亻尔 你 亻门 们 亻两 俩 亻到 倒 扌殳 投 扌石 拓 扌包 抱 扌广 扩 扌戈 找 扌合 拾 扌卜 扑 扌立 拉 扌斗 抖 扌广大 扩大 讠仑 论 讠舌 话 讠青 请 \
         讠午 许 讠川 训 讠己 记 讠羊 详 讠隹 谁 讠果 课 讠式 试 讠卖 读 氵每 海 氵酉 酒 氵丩 沟 氵气 汽 氵由 油 氵毒 毒 氵夜 液 钅失 铁 钅同 铜 钅肖 销 钅昔 错 \
         纟田 细 纟氏 纸 纟冬 终 纟统 统 纟且 组 纟吉 结 纟色 绝 纟充 统 饣包 饱 饣欠 饮 饣官 馆 礻土 社 礻羊 祥 礻且 祖 衤由 袖 衤果 裸 忄青 情 忄布 怖 犭句 狗 \
         辶米 迷 辶首 道 辶寸 过 过寸 过 辶云 运 辶反 返 辶关 送 木又 权 木各 格 火因 烟 火西 烟 火暴 爆 米青 精 米羊 糕 女生 姓 女干 奸 土也 地 土不 坏 王元 玩 \
         石页 硕 禾火 秋 禾兑 税 禾多 移 目艮 眼 耳又 取 足包 跑 车仑 轮 马奇 骑 鱼羊 鲜 日月白 明白 贝长 账 贝者 赌 贝才 财 贝反 贩 贝戋 贱 页川 顺 弓长 张 口乞 吃",
    ),
    (
        Layer::Emoji,
        "🧧 红包 💰 现金 💰 钱 💰 赚 💵 现金 💴 现金 🎁 礼物 🎁 礼品 👍 点赞 👍🏻 点赞 ❤ 点赞 ❤ 信 📢 转发 🔁 转发 🔄 转发 🐧 qq 🍠 小红书 🚬 烟 🍺 啤酒 🍻 酒 🍷 红酒 🥃 酒 🍶 白酒 🍸 酒 \
         🎰 赌博 🎲 赌 🀄 麻将 🃏 棋牌 ⚽ 足球 ⚽ 球 🏀 篮球 💊 药 💉 针 ⭐ 星 🌟 星 📈 涨 📉 跌 🐂 牛 🐮 牛 🐎 马 🐴 马 🔥 火 🐔 鸡 🔞 成人 👑 王 🥇 第一 ☝ 第一 🏠 房 🚗 车 \
         ➕ 加 🔝 顶级 💯 百分百 🆓 免费 📱 手机 ☎ 电话 🌍 全球 🌏 全球 👀 看 ✋ 手 🙏 求 ✈ 飞机 🔫 枪 🌿 草 🍃 叶子 👧 女孩 👩 女",
    ),
    (
        Layer::Reversed,
        "反着 ⇄ 倒着 ⇄ 倒过来 ⇄ 反过来念 ⇄ 反过来读 ⇄ 反过来看 ⇄ 倒念 ⇄ 倒读 ⇄ 从右往左 ⇄ 从后往前 ⇄ 逆着 ⇄ 右往左念 ⇄ 价低最网全 全网最低价 \
         低最网全 全网最低 低最城全 全城最低 一第国全 全国第一 一第网全 全网第一 一第业行 行业第一 一第量销 销量第一 级家国 国家级 二无一独 独一无二 \
         有仅无绝 绝无仅有 赔不赚稳 稳赚不赔 信微加 加微信 圈友朋 朋友圈 号众公 公众号 现返评好 好评返现 包红领 领红包 票发开代 代开发票",
    ),
];

/// The lists and their names.
pub(super) fn sources() -> impl Iterator<Item = (&'static str, &'static str)> {
    LISTED.iter().map(|(layer, list)| {
        let name = Layer::NAMES.iter().find(|(_, known)| known == layer);
        (name.map_or("", |(name, _)| name), *list)
    })
}

/// Stands for a meaning where a spelling says that its neighbours are to be read backwards.
const BACKWARDS: &str = "⇄";

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

/// What the listed spelling at the bytes `range` may stand for.
pub(super) fn listed(text: &str, range: Range<usize>, index: usize) -> Vec<Spot> {
    match SPELLINGS.get(index) {
        Some(spelling) if spelling.meant == BACKWARDS => reversed(text, &range),
        Some(spelling) => spelt(text, range, spelling).into_iter().collect(),
        None => Vec::new(),
    }
}

/// The spelling at the bytes `range`, when its neighbours let it be one: Latin letters must be a whole word beside a
/// Chinese character or a sign of joining.
fn spelt(text: &str, range: Range<usize>, spelling: &Spelling) -> Option<Spot> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_must_stand_alone() {
        let at = |text: &str, word: &str| {
            let start = text.find(word).unwrap();
            let index = SPELLINGS.iter().position(|spelling| spelling.written == word).unwrap();
            let spots = listed(text, start..start + word.len(), index).into_iter();
            spots.flat_map(|spot| spot.readings).collect::<Vec<_>>()
        };
        assert_eq!(at("加vx领资料", "vx"), ["微信"]);
        assert_eq!(at("加devx领", "vx"), Vec::<String>::new());
        assert_eq!(at("a vx b", "vx"), Vec::<String>::new());
    }

    #[test]
    fn no_spelling_is_a_number_once_it_is_folded() {
        for spelling in SPELLINGS.iter() {
            assert!(spelling.written.contains(|c: char| !c.is_ascii_digit()), "{}", spelling.written);
        }
    }

    #[test]
    fn every_spelling_differs_from_what_it_means() {
        for spelling in SPELLINGS.iter() {
            assert_ne!(spelling.written, fold(spelling.meant));
        }
    }
}
