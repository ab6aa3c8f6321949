//! What a single character folds to: one look into a table for the characters of the basic plane.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// The character disappears.
const GONE: u16 = 0;
/// The character becomes more than one, or leaves the basic plane: see [`slow`].
const SLOW: u16 = 0xffff;

static TABLE: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut table: Vec<u16> = (0..=u16::MAX).collect();
    let ideographs = simplified().map(|(from, _)| from).chain(NUMERALS).filter(|c| is_plain(*c));
    let others = (0..=u32::from(u16::MAX)).filter_map(char::from_u32).filter(|c| !is_plain(*c));
    let mut out = String::new();
    for c in others.chain(ideographs) {
        out.clear();
        slow(c, &mut out);
        let mut chars = out.chars();
        let folded = match (chars.next(), chars.next()) {
            (None, _) => GONE,
            (Some(one), None) => u16::try_from(u32::from(one)).unwrap_or(SLOW),
            _ => SLOW,
        };
        if let Some(slot) = table.get_mut(c as usize) {
            *slot = folded;
        }
    }
    table
});

/// Ideographs, Hangul syllables and private characters: nearly the whole plane, of which only those fold that are listed.
fn is_plain(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{f8ff}')
}

/// What each character of the basic plane folds to, for [`is_same`].
pub(super) fn table() -> &'static [u16] {
    &TABLE
}

/// Whether `c` folds to itself.
pub(super) fn is_same(table: &[u16], c: char) -> bool {
    table.get(c as usize).is_some_and(|code| u32::from(*code) == u32::from(c))
}

/// Whether folding makes another character of `c`, or several.
pub(crate) fn is_changed(c: char) -> bool {
    !is_same(&TABLE, c) && TABLE.get(c as usize) != Some(&GONE)
}

/// Appends what `c` folds to: nothing, one character, or a few.
pub(super) fn fold(c: char, out: &mut String) {
    match TABLE.get(c as usize) {
        Some(&GONE) if c != '\0' => {}
        Some(&SLOW) | None => slow(c, out),
        Some(&code) => out.extend(char::from_u32(u32::from(code))),
    }
}

fn slow(c: char, out: &mut String) {
    if is_format(c) {
        return;
    }
    if let Some(number) = numeral(c) {
        out.push_str(number);
    } else if is_compatible(c) {
        for c in std::iter::once(c).nfkc() {
            out.extend(c.to_lowercase().map(simplify));
        }
    } else {
        out.extend(c.to_lowercase().map(simplify));
    }
}

/// Numerals among the ideographs.
const NUMERALS: [char; 2] = ['廿', '卅'];

/// L7: numerals that normalisation does not know, and those that stand for two.
fn numeral(c: char) -> Option<&'static str> {
    const DIGITS: [&str; 10] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
    let start = match c {
        '❶'..='❿' => '❶',
        '➀'..='➉' => '➀',
        '➊'..='➓' => '➊',
        '⓵'..='⓾' => '⓵',
        '廿' => return Some("二十"),
        '卅' => return Some("三十"),
        _ => return None,
    };
    DIGITS.get(usize::try_from(u32::from(c) - u32::from(start)).ok()?).copied()
}

/// L0: characters that show nothing: zero width, soft hyphen, variation selectors, bidi marks, keycaps, tags.
pub(crate) fn is_format(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{20e3}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

/// L1 and L2: characters that are another one in disguise. Units (㎡, ℃) and fractions are not.
fn is_compatible(c: char) -> bool {
    matches!(c,
        '\u{a0}' | 'ª' | '²' | '³' | '¹' | 'º' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}'
        | '\u{2070}'..='\u{209c}' | '\u{2160}'..='\u{217f}' | '\u{2460}'..='\u{24ff}' | '\u{2e80}'..='\u{2fdf}' | '\u{3000}'
        | '\u{3200}'..='\u{32ff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ffee}'
        | '\u{1d400}'..='\u{1d7ff}' | '\u{1f100}'..='\u{1f1ff}' | '\u{2f800}'..='\u{2fa1f}')
}

static SIMPLIFIED: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let mut pairs: Vec<(char, char)> = Vec::new();
    let mut chars = PAIRS.chars().filter(|c| !c.is_whitespace());
    while let (Some(from), Some(to)) = (chars.next(), chars.next()) {
        pairs.push((from, to));
    }
    pairs.sort_unstable();
    pairs
});

/// Each character that is compared as a simplified one or a numeral, with that.
pub(crate) fn simplified() -> impl Iterator<Item = (char, char)> {
    SIMPLIFIED.iter().copied()
}

/// L3 and the formal numerals of L7.
fn simplify(c: char) -> char {
    match SIMPLIFIED.binary_search_by_key(&c, |(from, _)| *from) {
        Ok(index) => SIMPLIFIED.get(index).map_or(c, |(_, to)| *to),
        Err(_) => c,
    }
}

/// Traditional, variant, Japanese and formal characters, each followed by what it is compared as. Both the terms and the
/// text go through it, so where one simplified character stands for several traditional ones nothing is lost.
const PAIRS: &str = "
壹一弌一貳二贰二弍二叁三參三参三弎三肆四伍五陸六陆六柒七捌八玖九拾十佰百仟千〇零囯国圀国萬万億亿國国級级權权
專专業业優优絕绝對对無无與与倫伦獨独領领導导陣阵頂顶極极銷销軍军選选購购價价錢钱質质創创製制網网
絡络線线連连鏈链點点擊击關关註注發发髮发発发轉转転转載载傳传伝传廣广広广贊赞讚赞賛赞賞赏獎奖奬奖
禮礼祿禄積积換换義义務务費费賽赛賬账帳账戶户戸户員员會会議议團团団团隊队夥伙請请齊齐羣群組组織织
鄰邻親亲幫帮開开啟启啓启閉闭鎖锁査查檢检検检測测驗验験验試试題题問问覽览覧览見见觀观観观視视頻频
讀读読读書书寫写畫画圖图図图來来刪删係系聯联繫系處处処处罰罚違违規规則则應应応应該该當当須须讓让
說说説说話话講讲語语詞词誠诚實实実实眞真偽伪僞伪騙骗謠谣醫医療疗藥药薬药癒愈師师護护膚肤減减體体
効效學学習习課课資资訓训練练證证証证過过錄录録录擧举舉举辦办財财經经経经濟济貨货貸贷貿贸匯汇滙汇
銀银險险険险虧亏賠赔償偿淨净產产産产昇升陞升漲涨買买賣卖売卖貴贵賤贱貧贫寶宝寳宝飾饰裝装樂乐楽乐
歡欢戲戏戯戏劇剧藝艺術术館馆園园場场塲场廳厅廠厂車车輛辆軌轨輪轮機机構构電电腦脑雲云數数據据拠据
碼码號号編编輯辑頁页標标簽签籤签長长門门間间聞闻闆板風风飛飞馬马魚鱼鳥鸟麥麦黃黄齡龄龍龙龜龟東东
貝贝時时歷历曆历歴历紀纪節节氣气気气溫温熱热涼凉潔洁鄉乡鎮镇縣县區区灣湾臺台檯台颱台華华漢汉韓韩
島岛愛爱戀恋憂忧慮虑驚惊嚇吓懼惧憤愤懷怀恥耻壓压圧压厭厌廚厨廟庙庫库彈弹強强彊强彎弯歸归徑径從从
従从後后復复複复徹彻戰战戦战拋抛挾挟捨舍掃扫掛挂採采揀拣揚扬揮挥損损搖摇搶抢擁拥擇择擋挡擔担擠挤
擬拟擴扩擺摆攜携攝摄攤摊敗败敘叙敍叙敵敌斂敛斃毙斷断於于旣既暫暂暈晕曉晓曬晒條条楊杨樓楼樣样樹树
橋桥檔档櫃柜欄栏歐欧歲岁歳岁殘残殺杀毀毁決决沒没況况洩泄湯汤滅灭滿满漁渔漸渐潤润濃浓濕湿瀏浏災灾
為为爲为烏乌煙烟煩烦營营爐炉爭争牆墙狀状猶犹獄狱獲获穫获獻献現现環环瑪玛畢毕異异瘋疯皺皱盜盗盡尽
監监盤盘眾众衆众睜睁礎础礙碍禍祸種种稱称穀谷穩稳窮穷競竞筆笔範范篩筛簡简糧粮糾纠紙纸純纯細细終终
結结給给統统絲丝綠绿維维緊紧緒绪締缔緩缓縮缩縱纵總总総总績绩繞绕繪绘繼继継继續续続续纔才罷罢羅罗
聖圣聲声職职聽听肅肃脈脉脫脱腎肾腫肿膠胶臨临舊旧艦舰莊庄莖茎葉叶蒼苍蓋盖蔥葱蔭荫薦荐薩萨蘇苏蘋苹
蘭兰虛虚蟲虫蠟蜡衛卫衝冲補补襪袜襲袭訂订計计訊讯討讨託托記记訪访設设許许訴诉診诊評评詐诈詢询詳详
誇夸誌志認认誘诱誤误誰谁調调談谈論论諾诺謀谋謂谓謝谢識识譯译譽誉讎仇變变変变貓猫負负責责販贩貪贪
貫贯貼贴賀贺賄贿賒赊賓宾賢贤賦赋賭赌賺赚贏赢贓赃贈赠趕赶趙赵跡迹蹟迹踐践蹤踪躍跃軟软較较輔辅輕轻
軽轻輸输轄辖辭辞農农迴回這这遊游運运遞递遠远適适遲迟遷迁遺遗邊边邏逻郵邮鄭郑醜丑醬酱釋释釣钓針针
鈔钞鈣钙鉅巨錶表鐘钟鍾钟鑑鉴鑒鉴鑽钻閱阅闊阔闖闯隨随隱隐雖虽雙双雞鸡離离難难霧雾靈灵靜静響响項项
順顺預预頒颁頗颇頭头顆颗額额顏颜顔颜願愿顯显類类飢饥飯饭飲饮飽饱養养餓饿餘余騎骑驅驱骯肮鬆松鬥斗
鬧闹鬱郁鹽盐麗丽麵面麼么黨党們们個个箇个兩两幾几麽么嗎吗喫吃裡里裏里週周傢家幣币並并併并佈布佔占
僅仅儘尽兇凶冊册凍冻劃划劑剂勁劲動动勝胜勞劳勢势勵励勸劝協协單单衹只祇只隻只吳吴嘗尝嚐尝嚴严嚮向
圍围圓圆執执堅坚報报塊块墊垫墮堕壞坏壯壮壽寿夢梦奪夺奮奋婦妇媽妈孫孙寧宁審审層层屬属嶺岭帶带幹干
乾干廢废彙汇愼慎慣惯慶庆慘惨態态憑凭憲宪懇恳拚拼擾扰敎教樁桩橫横滾滚潛潜濫滥灑洒犧牺瑣琐畝亩瞭了
矯矫碩硕祕秘穌稣紋纹紐纽綜综綱纲綁绑緣缘緝缉縫缝罵骂聰聪膽胆興兴舖铺鋪铺艱艰蓮莲藍蓝蘊蕴蝕蚀褲裤
覺觉覚觉觸触詩诗誼谊諒谅諮咨謙谦豐丰豎竖貶贬賴赖軸轴輝辉輩辈轟轰鄧邓醞酝鈕钮鋼钢錯错鍵键鎭镇鐵铁
鉄铁閃闪闢辟陳陈陽阳際际雜杂頸颈顧顾飄飘驟骤鮮鲜黴霉
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_of_every_character_what_the_slow_way_says() {
        for c in (0..=u32::from(u16::MAX)).filter_map(char::from_u32) {
            let (mut by_table, mut slowly) = (String::new(), String::new());
            fold(c, &mut by_table);
            slow(c, &mut slowly);
            assert_eq!(by_table, slowly, "{:x}", u32::from(c));
        }
    }
}
