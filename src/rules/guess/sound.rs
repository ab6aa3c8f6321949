//! Homophones (L9): words of a closed list in which another character of the same sound stands.
//!
//! Only the words below are sought, never everything that sounds alike, and at least half of a word must stand as it
//! is. What is a word itself (受益, 专攻) is none in disguise.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use super::pinyin::SYLLABLES;
use super::{Layer, Spot};
use crate::rules::fold::ideograph;

/// Words that advertisers and fishers for followers disguise, as they fold.
const SOUGHT: &str = "
最佳 最好 最低 最强 最大 最高 最新 最牛 最美 最贵 最香 最优 最便宜 最优惠 最低价 最先进 最专业 最安全 最权威 最受欢迎 最好吃 最好喝
第一 全国第一 全网第一 全城第一 全网最低 全网最低价 行业第一 销量第一 唯一 独一无二 国家级 世界级 宇宙级 顶级 首选 极致 绝无仅有 史无前例
万能 百分百 永久 王牌 冠军 独家 治愈 治疗 治好 根治 主治 专治 包治百病 疗效 药效 见效 特效 抗癌 防癌 癌症 抗炎 消炎 杀菌 降压 降糖
降血压 降血糖 血糖 血压 三高 降三高 糖尿病 高血压 颈椎病 关节炎 前列腺 祖传 秘方 祖传秘方 神药 神医 排毒 减肥 瘦身 祛斑 去斑 祛痘
黄褐斑 痘印 美白 丰胸 壮阳 补肾 增高 生发 脱发 医美 司美格鲁肽 减肥药 处方药 安眠药 保本 保息 保本保息 保过 包过 包会 包就业 包分配
稳赚 稳赚不赔 只赚不赔 包赚 必涨 必赚 高收益 零风险 无风险 收益 高回报 利息 本金 回本 躺赚 暴富 内幕 涨停 牛股 荐股 理财 升值 翻倍
炒股 贷款 无抵押 秒批 放款 套现 红包 返现 好评 好评返现 五星好评 差评 刷单 晒图 转发 分享 朋友圈 关注 关注公众号 公众号 点赞 集赞
助力 砍价 邀请 拉新 微信 加微信 微信群 微信号 加群 进群 入群 抽奖 中奖 免单 免费领 领取 资料 福利 优惠券 彩票 双色球 六合彩 特码
特马 博彩 赌博 赌场 赌钱 赌球 下注 投注 跟单 百家乐 开奖 预测 上分 算命 风水 转运 开光 招财 旺夫 辟邪 改运 桃花运 运势 占卜 特供 国宴
国酒 专供 人民大会堂 部队特供 中南海 发票 代开 代开发票 办证 假证 高仿 精仿 代购 电子烟 香烟 烟弹 白酒 喝酒 干杯 不醉不归 一醉方休
学区房 代孕 代考 枪支 毒品 大麻 偷拍 洗钱 裸聊 骗子 骗钱 传销 下线 拉人头 佣金 分红";

/// Words that are one character away from a sought one and mean themselves.
const WORDS: &str = "
最底 罪大 嘴大 最游 低一 卫一 味一 韦一 惟一 丁级 顶极 极值 极支 极智 王派 官军 治愚 志好 根值 根植 助治 主质 主值 主植 主旨 主枝 专职 料效
见笑 见潇 抗艾 防碍 抗颜 姜糖 组传 神摇 莘医 神异 神疑 神怡 拣肥 首身 守身 眉白 壮秧 盛发 艺美 亿美 衣美 伊美 溢美 保夕 包过 包裹 堡会 包惠
收蚁 鲤息 利席 利希 利析 绘本 暴赋 内姆 牛骨 牛鼓 荐骨 理睬 省值 升职 房款 放宽 红宝 红堡 泛现 耍单 刷屏 专发 分项 分香 分箱 贯注 灌注 朱力
侃价 拉辛 拉欣 威信 紧群 终奖 中江 聆取 富利 傅利 弗利 氟利 特玛 下助 下逐 下箸 投杼 开江 开讲 开疆 商分 赏分 上坟 上粪 丰水 转韵 赵财
亡夫 僻邪 盖运 运石 特攻 国演 国彦 国九 国救 国舅 转供 专攻 发飘 代楷 颁证 价证 高房 精纺 待购 代沟 香艳 摆酒 干贝 干倍 待考 枪枝 大妈 大码
大骂 投拍 息钱 喜钱 片子 篇子 传消 下限 下陷 下弦 下腺 拥金 纷红 粉红 酚红 分洪 待理 逮理 手艺 首艺 受益 手一 收一 收以 第亿 翻背 血呀 三糕
一百 祝力 柱力 砍家 讲奖 单品 免担 领区 独嘉 杜家 副利 复利 付利 资聊 订机 家群 佳群 嘉群 祛斑 去斑 特码 特马 保过 保本 专治 主治 第二";

/// Characters so frequent that they stand beside anything: 各地一律 is no 第一.
const COMMON: &str = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多\
    经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业\
    外将两高间由很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内化表老给世位次度门任常先海通教儿原东声提立及比员解\
    水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山指克许统区保至队形社便\
    空决展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候\
    带导争运";

/// The syllable of each character of the basic plane, as a number; 0: none.
static SYLLABLE_OF: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut table = vec![0; 1 << 16];
    for (number, syllable) in (1_u16..).zip(SYLLABLES.split_whitespace()) {
        for c in syllable.chars().filter(|c| !c.is_ascii()) {
            if let Some(slot) = table.get_mut(c as usize)
                && *slot == 0
            {
                *slot = number;
            }
        }
    }
    table
});

fn syllable(c: char) -> u16 {
    SYLLABLE_OF.get(c as usize).copied().unwrap_or_default()
}

/// The sought words by their first two syllables.
struct Sounds {
    words: HashMap<(u16, u16), Vec<&'static str>>,
    /// A bit for each pair of syllables that words begin with.
    begins: Vec<u64>,
}

/// More than there are syllables.
const SIDE: usize = 512;

static SOUNDS: LazyLock<Sounds> = LazyLock::new(|| {
    let mut sounds = Sounds { words: HashMap::new(), begins: vec![0; SIDE * SIDE / 64] };
    for word in SOUGHT.split_whitespace() {
        let mut chars = word.chars().map(syllable);
        let (Some(first), Some(second)) = (chars.next(), chars.next()) else { continue };
        sounds.words.entry((first, second)).or_default().push(word);
        let bit = usize::from(first) * SIDE + usize::from(second);
        if let Some(slot) = sounds.begins.get_mut(bit / 64) {
            *slot |= 1 << (bit % 64);
        }
    }
    sounds
});

/// Places that sound like a sought word and are spelt otherwise.
pub(in crate::rules) fn homophones(text: &str) -> Vec<Spot> {
    let (table, sounds) = (&*SYLLABLE_OF, &*SOUNDS);
    let mut spots = Vec::new();
    let (mut before, mut start) = (0_usize, 0);
    let mut at = 0;
    while let Some(rest) = text.as_bytes().get(at..).filter(|rest| !rest.is_empty()) {
        let here = at;
        let code = if let Some(code) = ideograph(rest) {
            at += 3;
            usize::from(code)
        } else {
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            at += c.len_utf8();
            c as usize
        };
        let number = usize::from(table.get(code).copied().unwrap_or_default());
        let bit = before * SIDE + number;
        if number != 0
            && before != 0
            && sounds.begins.get(bit / 64).is_some_and(|slot| slot >> (bit % 64) & 1 == 1)
        {
            sounds.at(text, start, &mut spots);
        }
        (before, start) = (number, here);
    }
    spots
}

impl Sounds {
    /// The sought words that sound like what begins at `start`.
    fn at(&self, text: &str, start: usize, spots: &mut Vec<Spot>) {
        let rest = text.get(start..).unwrap_or_default();
        let mut two = rest.chars().map(syllable);
        let (Some(first), Some(second)) = (two.next(), two.next()) else { return };
        for word in self.words.get(&(first, second)).into_iter().flatten() {
            if let Some(length) = sounds_like(rest, word) {
                spots.push(Spot {
                    range: start..start + length,
                    readings: vec![(*word).to_owned()],
                    layer: Layer::Homophone,
                });
            }
        }
    }
}

/// The bytes at the beginning of `text` that sound like `word`, look like at least half of it, and are no word.
fn sounds_like(text: &str, word: &str) -> Option<usize> {
    let (mut same, mut count, mut length) = (0, 0, 0);
    let mut odd = None;
    let mut chars = text.chars();
    for wanted in word.chars() {
        let c = chars.next()?;
        if c != wanted {
            if syllable(c) != syllable(wanted) {
                return None;
            }
            odd = Some(c);
        }
        same += usize::from(c == wanted);
        count += 1;
        length += c.len_utf8();
    }
    let odd = odd?;
    let written = text.get(..length)?;
    let is_word = || WORDS.split_whitespace().chain(SOUGHT.split_whitespace()).any(|known| known == written);
    let counts = same * 2 >= count && (count > 3 || !COMMON.contains(odd)) && !is_word();
    counts.then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_sound_like_a_sought_one_are_found_and_real_words_are_not() {
        let read = |text: &str| {
            let spots = homophones(text).into_iter();
            spots.flat_map(|spot| [text[spot.range].to_owned(), spot.readings.concat()]).collect::<Vec<_>>()
        };
        assert_eq!(read("文赚不培的组合"), ["文赚不培", "稳赚不赔"]);
        assert_eq!(read("痔愈率高"), ["痔愈", "治愈"]);
        for plain in ["从中受益", "各地一律停课", "全神贯注", "稳赚不赔", "专攻数学", "官方通报"]
        {
            assert_eq!(read(plain), Vec::<String>::new(), "{plain}");
        }
    }
}
