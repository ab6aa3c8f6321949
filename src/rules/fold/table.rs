//! What a single character folds to: one look into a table for the characters of the basic plane.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// The character disappears.
const GONE: u16 = 0;
/// The character becomes more than one, or leaves the basic plane: see [`slow`].
const SLOW: u16 = 0xffff;

static TABLE: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut table: Vec<u16> = (0..=u16::MAX).collect();
    let ideographs = simplified().map(|(from, _)| from).chain(NUMERALS);
    let others = FOLDING.iter().flat_map(|(first, last)| *first..=*last);
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

/// Where in the basic plane characters fold, but for those that are listed: scripts with capitals, marks, signs, and what
/// stands for compatibility. Asking about the whole plane takes three times as long as asking about these.
const FOLDING: &[(char, char)] = &[
    ('\0', '\u{58f}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{10a0}', '\u{10ff}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{13a0}', '\u{13ff}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{1c80}', '\u{1cbf}'),
    ('\u{1d00}', '\u{218f}'),
    ('\u{2460}', '\u{24ff}'),
    ('\u{2776}', '\u{2793}'),
    ('\u{2c00}', '\u{2cff}'),
    ('\u{2e80}', '\u{33ff}'),
    ('\u{a640}', '\u{a7ff}'),
    ('\u{f900}', '\u{faff}'),
    ('\u{fe00}', '\u{ffff}'),
];

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
    if let Some(number) = numeral(c).or_else(|| squared(c)) {
        out.push_str(number);
    } else if let Some(letter) = letter(c) {
        out.push(letter);
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
        '〡'..='〩' => '〡',
        '廿' => return Some("二十"),
        '卅' => return Some("三十"),
        _ => return None,
    };
    DIGITS.get(usize::try_from(u32::from(c) - u32::from(start)).ok()?).copied()
}

/// L2: words in a square.
fn squared(c: char) -> Option<&'static str> {
    Some(match c {
        '🆎' => "ab",
        '🆑' => "cl",
        '🆒' => "cool",
        '🆓' => "free",
        '🆔' => "id",
        '🆕' => "new",
        '🆖' => "ng",
        '🆗' => "ok",
        '🆘' => "sos",
        '🆙' => "up",
        '🆚' => "vs",
        _ => return None,
    })
}

/// L2 and L4: letters that normalisation does not know (white on black, in flags, small capitals), and those with an
/// accent.
fn letter(c: char) -> Option<char> {
    const SMALL: &str = "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpǫqʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzɡgɑaıi";
    let after = |first: char| char::from_u32(u32::from('a') + (u32::from(c) - u32::from(first)));
    match c {
        '\u{1f150}'..='\u{1f169}' => after('\u{1f150}'),
        '\u{1f170}'..='\u{1f189}' => after('\u{1f170}'),
        '\u{1f1e6}'..='\u{1f1ff}' => after('\u{1f1e6}'),
        '\u{c0}'..='\u{24f}'
        | '\u{1e00}'..='\u{1eff}'
        | '\u{1d00}'..='\u{1d22}'
        | '\u{a730}'
        | '\u{a731}'
        | 'ɑ'
        | 'ɡ'
        | 'ɢ'
        | 'ɪ'
        | 'ɴ'
        | 'ʀ'
        | 'ʏ'
        | 'ʙ'
        | 'ʜ'
        | 'ʟ' => {
            let mut pairs = SMALL.chars();
            while let (Some(small), Some(plain)) = (pairs.next(), pairs.next()) {
                if small == c {
                    return Some(plain);
                }
            }
            let base = std::iter::once(c).nfd().next()?;
            base.is_ascii_alphabetic().then(|| base.to_ascii_lowercase())
        }
        _ => None,
    }
}

/// L0: characters that show nothing of their own: zero width, soft hyphen, variation selectors, bidi marks, accents and
/// strokes through a character, keycaps, tags.
pub(crate) fn is_format(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{20d0}'..='\u{20f0}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

/// L1 and L2: characters that are another one in disguise. Units (㎡, ℃) and fractions are not.
fn is_compatible(c: char) -> bool {
    matches!(c,
        '\u{a0}' | 'ª' | '²' | '³' | '¹' | 'º' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}'
        | '\u{2b0}'..='\u{2b8}' | '\u{2e0}'..='\u{2e4}' | '\u{1d2c}'..='\u{1d6a}' | '\u{1d9b}'..='\u{1dbf}'
        | '\u{2070}'..='\u{209c}' | '\u{210a}'..='\u{2113}' | '\u{2115}' | '\u{2116}' | '\u{2119}'..='\u{211d}' | '\u{2124}' | '\u{2128}'
        | '\u{212c}'..='\u{2134}' | '\u{2160}'..='\u{217f}' | '\u{2460}'..='\u{24ff}' | '\u{2e80}'..='\u{2fdf}' | '\u{3000}'
        | '\u{3200}'..='\u{32ff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ffee}'
        | '\u{1d400}'..='\u{1d7ff}' | '\u{1f100}'..='\u{1f1ff}' | '\u{1f200}'..='\u{1f265}' | '\u{2f800}'..='\u{2fa1f}')
}

static SIMPLIFIED: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let mut pairs: Vec<(char, char)> = Vec::new();
    let mut chars = PAIRS.chars().chain(MORE_PAIRS.chars()).filter(|c| !c.is_whitespace());
    while let (Some(from), Some(to)) = (chars.next(), chars.next()) {
        pairs.push((from, to));
    }
    pairs.sort_unstable();
    pairs
});

/// Formal numerals that simplified texts write too. 参, 伍, 陆 and 拾 are words first, and are not folded.
pub(super) fn is_formal(c: char) -> bool {
    "壹贰叁肆柒捌玖佰仟零".contains(c)
}

/// Each character that is compared as a simplified one or a numeral, with that.
pub(crate) fn simplified() -> impl Iterator<Item = (char, char)> {
    SIMPLIFIED.iter().copied()
}

/// The first character that may be listed: CJK radicals.
const LISTED: char = '\u{2e80}';

/// L3 and the formal numerals of L7.
fn simplify(c: char) -> char {
    // Letters are asked about by the thousand, and none of them is listed.
    if c < LISTED {
        return c;
    }
    match SIMPLIFIED.binary_search_by_key(&c, |(from, _)| *from) {
        Ok(index) => SIMPLIFIED.get(index).map_or(c, |(_, to)| *to),
        Err(_) => c,
    }
}

/// Traditional, variant, Japanese and formal characters, each followed by what it is compared as. Both the terms and the
/// text go through it, so where one simplified character stands for several traditional ones nothing is lost.
const PAIRS: &str = "
壹一弌一貳二贰二弍二叁三參参弎三肆四陸陆柒七捌八玖九佰百仟千〇零囯国圀国萬万億亿國国級级權权
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

/// More of them, in the order of their code points: traditional characters of one simplified form (from ICU 72,
/// `Traditional-Simplified`, which follows `kSimplifiedVariant` of Unicode's Unihan), Japanese forms and old variants.
const MORE_PAIRS: &str = "
⺟母⺠民⺅亻⻁虎⻅见⻉贝⻋车⻓长⻔门⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟
丨|丶·
㝡最㠏㟆㩜㨫䊷䌶䋙䌺䋻䌾䝼䞍䬗扬䯀䯅䰾鲃䱽䲝䲁鳚䶧咬丟丢両两乗乘亀龟亂乱亙亘亜亚亞亚亰京仏佛仮假仺仓伱你佇伫佱法侖仑価价侶侣侷局俁俣俔伣俠侠俬私倀伥倆俩倈俫倉仓倖幸倣仿値值倹俭偉伟側侧偵侦傑杰傖伧傘伞備备傭佣傯偬傴伛債债傷伤傾倾僂偻
僇戮僉佥僑侨僕仆僥侥僨偾僱雇儀仪儂侬儈侩儉俭儐傧儔俦儕侪儲储儷俪儸㑩儺傩儻傥儼俨兌兑児儿兒儿兗兖內内兲天円圆冐冒冣最冪幂凈净凜凛凟渎凱凯別别剄刭剋克剎刹剗刬剛刚剝剥剣剑剤剂剮剐剰剩剴剀剷铲劉刘劊刽劌刿劍剑劏㓥劚㔉労劳勅敕勗勖勛勋勧劝
勩勚勱劢勲勋勳勋勻匀匭匦匱匮卋世単单卛率卹恤卻却厙厍厠厕厲厉厳严厴厣叄三収收叢丛吢吣吶呐呂吕咷啕咼呙唄呗唚吣唸念啚图啞哑啢唡喎㖞喚唤喨亮喪丧喬乔喲哟営营嗆呛嗇啬嗊唝嗚呜嗩唢嗶哔嘆叹嘍喽嘔呕嘖啧嘜唛嘩哗嘮唠嘯啸嘰叽嘵哓嘸呒嘽啴噓嘘噚㖊
噝咝噠哒噥哝噦哕噯嗳噲哙噴喷噸吨噹当嚀咛嚌哜嚕噜嚙啮嚥咽嚦呖嚨咙嚲亸嚳喾嚶嘤囀啭囁嗫囂嚣囅冁囈呓囉啰囍喜囑嘱囓啮囙因囪囱囲围囶国囻国圇囵圏圈圡土垵埯埡垭埰采堃坤堊垩堖垴堝埚堯尧塁垒塋茔塏垲塒埘塗涂塚冢塡填塢坞塤埙塩盐塵尘塹堑増增墜坠
墳坟墻墙墾垦壇坛壊坏壋垱壎埙壘垒壙圹壚垆壜坛壟垄壠垅壢坜壩坝壺壶壻婿壼壸夠够夲本夾夹奐奂奧奥奨奖奩奁奼姹妝妆妬妒妳你姉姊姍姗姦奸姪侄娛娱婁娄婬淫婭娅媧娲媯妫媼媪媿愧嫋袅嫗妪嫵妩嫻娴嫿婳嬀妫嬈娆嬋婵嬌娇嬙嫱嬝袅嬡嫒嬢娘嬤嬷嬪嫔嬰婴嬸婶
嬾懒孃娘孌娈孿孪宮宫宼寇寃冤寢寝寬宽寵宠対对専专尅克將将尋寻尒尔尙尚尛小尷尴屆届屍尸屓屃屛屏屜屉屢屡屨屦岡冈峯峰峴岘峽峡崍崃崑昆崗岗崙仑崢峥崬岽嵐岚嶁嵝嶄崭嶇岖嶔嵚嶗崂嶠峤嶢峣嶧峄嶮崄嶴岙嶸嵘嶼屿巋岿巒峦巔巅巖岩巣巢巰巯巵卮巻卷帋纸
帥帅帬裙帯带帰归幀帧幃帏幗帼幘帻幟帜幬帱庁厅廁厕廂厢廃废廄厩廈厦廝厮廡庑廩廪廬庐廻回弒弑弔吊弳弪張张弾弹彆别彌弥彞彝彥彦彫雕彿佛徠徕徬彷徳德徴征恆恒恏好恠怪恵惠悅悦悞误悩恼悪恶悳德悵怅悶闷悽凄惡恶惪德惱恼惲恽惻恻愜惬愨悫愴怆愷恺愾忾
慄栗慇殷慍愠慙惭慚惭慟恸慤悫慪怄慫怂慳悭慼戚慾欲憊惫憐怜憒愦憚惮憫悯憮怃憶忆懃勤懌怿懍懔懐怀懞蒙懟怼懣懑懨恹懮忧懲惩懶懒懸悬懺忏懽欢懾慑戇戆戔戋戧戗戩戬戱戏戻戾払拂抜拔択择拕拖拝拜拡扩挙举挩捝挿插捜搜捫扪捲卷掄抡掗挜掙挣掲揭掻搔掽碰
搆构搗捣搥捶搧扇搨拓搵揾搾榨摀捂摂摄摑掴摜掼摟搂摯挚摳抠摶抟摻掺撃击撈捞撏挦撐撑撓挠撚捻撝㧑撟挢撡操撢掸撣掸撥拨撦扯撫抚撲扑撳揿撻挞撾挝撿捡擄掳擓㧟擣捣擯摈擰拧擱搁擲掷擷撷擻擞擼撸攄摅攆撵攏拢攔拦攖撄攙搀攛撺攢攒攣挛攪搅攬揽攷考斈学
斉齐斎斋斕斓斬斩旳的旹时旾春昬昏昰是晉晋晝昼晩晚暁晓暉晖暘旸暢畅暦历暱昵曄晔曇昙曏向曖暧曠旷曡叠曨昽曽曾朂最朙明朞期朧胧朶朵枒丫柵栅柺拐栁柳栄荣栢柏桜樱桿杆梔栀梘枧梟枭梥松梲棁棃梨棄弃棊棋棖枨棗枣棟栋棧栈棲栖棶梾椀碗椏桠楓枫楨桢楳梅
榖谷榦干榪杩榮荣榲榅榿桤槍枪槑梅槓杠槖橐様样槤梿槧椠槨椁槳桨樅枞樑梁樞枢権权樸朴樺桦橈桡橢椭檁檩檉柽檜桧檝楫檟槚檣樯檮梼檳槟檸柠檻槛櫓橹櫚榈櫛栉櫝椟櫞橼櫟栎櫥橱櫧槠櫨栌櫪枥櫫橥櫬榇櫱蘖櫳栊櫸榉櫺棂櫻樱欏椤欒栾欖榄欝郁欞棂欵款欽钦歎叹
歓欢歛敛歟欤歩步歬前歯齿歿殁殀夭殞殒殤殇殨㱮殫殚殮殓殯殡殰㱩殲歼殻壳殼壳毆殴毎每毧绒毬球毿毵氂牦氈毡氊毡氌氇氫氢氬氩氳氲氷冰氹凼氾泛汎泛汙污汚污沍冱沖冲沢泽沵你洶汹浄净浹浃涇泾涙泪淒凄淚泪淥渌淩凌淪沦淵渊淶涞淸清淺浅済济渉涉渋涩渓溪
渙涣渦涡渾浑湊凑湞浈湧涌湻淳満满溈沩準准溝沟溼湿滄沧滌涤滎荥滝泷滬沪滯滞滲渗滷卤滸浒滻浐漚沤漣涟漬渍漵溆漿浆潁颍潑泼潙沩潯浔潰溃潷滗潿涠澀涩澆浇澇涝澗涧澠渑澤泽澦滪澩泶澮浍澱淀濁浊濘泞濤涛濬浚濰潍濱滨濵滨濶阔濺溅濼泺濾滤瀅滢瀆渎瀇㲿
瀉泻瀋沈瀕濒瀘泸瀝沥瀟潇瀠潆瀦潴瀧泷瀨濑瀬濑瀰弥瀲潋瀾澜灃沣灄滠灋法灕漓灘滩灝灏灠漤灤滦灧滟炁气炤照烖灾烴烃焔焰焼烧煉炼煑煮煒炜煢茕煥焕煬炀煱㶽熅煴熈熙熒荧熗炝熲颎熾炽燁烨燄焰燈灯燉炖燐磷燒烧燙烫燜焖燦灿燬毁燭烛燴烩燶㶶燻熏燼烬燾焘
燿耀爍烁爛烂爺爷爾尔牀床牋笺牓榜牕窗牘牍牠它牽牵犂犁犖荦犠牺犢犊狹狭狽狈猙狰猟猎猨猿猻狲獁犸獃呆獅狮獘弊獣兽獪狯獫猃獮狝獰狞獱㺍獵猎獷犷獸兽獺獭獼猕玀猡珎珍琺珐琿珲瑋玮瑒玚瑤瑶瑩莹瑯琅瑲玱璉琏璣玑璦瑷璫珰璽玺瓊琼瓏珑瓔璎瓚瓒甌瓯甎砖
甕瓮甦苏畂亩畊耕畧略畳叠疇畴疉叠疊叠疎疏痀佝痙痉痠酸痾疴瘂痖瘉愈瘍疡瘓痪瘞瘗瘡疮瘧疟瘮瘆瘲疭瘺瘘瘻瘘癆痨癇痫癉瘅癎痫癘疠癟瘪癡痴癢痒癤疖癥症癧疬癩癞癬癣癭瘿癮瘾癰痈癱瘫癲癫皁皂皚皑皰疱皷鼓皸皲盃杯盌碗盞盏盧卢盪荡県县眎视眥眦睏困睞睐
睪睾瞇眯瞘眍瞜䁖瞞瞒瞶瞆瞼睑矁瞅矓眬矚瞩砕碎砲炮硃朱硏研硜硁硤硖硨砗硯砚碁棋碭砀碸砜確确磑硙磚砖磣碜磧碛磯矶磽硗礆硷礟炮礡礴礦矿礪砺礫砾礬矾礮炮礱砻祘算禎祯禕祎禡祃禦御禪禅禰祢禱祷禿秃秈籼秊年秌秋稅税稈秆稉粳稏䅉稜棱稟禀稲稻稺稚穂穗
穉稚穎颖穏稳穠秾穡穑穢秽穭稆穽阱窓窗窩窝窪洼窯窑窵窎窶窭窺窥窻窗竄窜竅窍竇窦竈灶竊窃竒奇竜龙竝并竪竖筍笋筞策筧笕筭算筴䇲箋笺箎篪箏筝箒帚築筑篋箧篔筼篤笃篳筚簀箦簆筘簍篓簞箪簣篑簫箫簷檐簹筜簾帘籃篮籌筹籐藤籙箓籜箨籟籁籠笼籩笾籪簖籬篱
籮箩籲吁粋粹粛肃粧妆粬曲粵粤糉粽糝糁糞粪糭粽糰团糲粝糴籴糶粜糹纟紂纣約约紅红紆纡紇纥紈纨紉纫納纳紓纾紕纰紖纼紗纱紘纮紛纷紜纭紝纴紡纺紬䌷紮扎紱绂紲绁紳绅紵纻紹绍紺绀紼绋紿绐絀绌絃弦絅䌹絆绊絎绗絛绦絝绔絞绞絢绚絨绒絰绖絳绛絵绘絶绝絹绢
綃绡綆绠綈绨綉绣綌绤綏绥綐䌼綑捆綞缍綢绸綣绻綫线綬绶綯绹綰绾綳绷綴缀綵彩綸纶綹绺綺绮綻绽綽绰綾绫綿绵緄绲緇缁緋绯緑绿緓绬緔绱緗缃緘缄緙缂緜绵緞缎緡缗緦缌緬缅緯纬緱缑緲缈緶缏緹缇緻致縁缘縂总縄绳縈萦縉缙縊缢縋缒縐绉縑缣縕缊縗缞縛缚縝缜
縞缟縟缛縦纵縧绦縭缡縲缧縳䌸縴纤縵缦縶絷縷缕縹缥繃绷繅缫繆缪繈襁繊纤繒缯繕缮繙翻繚缭繡绣繢缋繦襁繩绳繭茧繮缰繯缳繰缲繳缴繸䍁繹绎繽缤繾缱繿䍀纈缬纊纩纍累纏缠纓缨纖纤纘缵纜缆缽钵缾瓶罇樽罈坛罌罂罎坛罣挂罸罚羆罴羈羁羋芈羢绒羥羟羨羡羮羹
羶膻翫玩翹翘翺翱耡锄耬耧耮耢聡聪聳耸聴听聵聩聶聂聹聍聾聋胷胸脃脆脅胁脇胁脗吻脛胫脣唇脳脑脹胀腖胨腡脶腳脚腸肠膃腽膓肠膩腻膾脍膿脓臉脸臍脐臏膑臓脏臘腊臚胪臟脏臠脔臢臜臥卧舎舍舗铺舘馆舩船艙舱艤舣艫舻艷艳艸草芲花芻刍苐第苧苎茲兹荅答荊荆
荘庄荳豆莢荚莧苋菓果菴庵菸烟萇苌萊莱萵莴葒荭葤荮葦苇葯药葷荤蒐搜蒓莼蒔莳蒞莅蓀荪蓆席蓯苁蓽荜蔔卜蔞蒌蔣蒋蔦茑蔴麻蔵藏蕁荨蕆蒇蕋蕊蕎荞蕒荬蕓芸蕕莸蕘荛蕢蒉蕩荡蕪芜蕭萧蕷蓣薀蕰薈荟薊蓟薌芗薑姜薓参薔蔷薘荙薟莶薳䓕薴苎薺荠藎荩藪薮藴蕴藶苈
藷薯藹蔼藺蔺蘄蕲蘆芦蘓苏蘚藓蘞蔹蘢茏蘺蓠蘿萝虆蔂虗虚虜虏虯虬虵蛇蚦蚺蛍萤蛺蛱蛻蜕蜆蚬蜨蝶蝟猬蝦虾蝨虱蝸蜗螄蛳螞蚂螢萤螮䗖螻蝼螿螀蟄蛰蟇蟆蟈蝈蟎螨蟣虮蟬蝉蟯蛲蟶蛏蟻蚁蠅蝇蠆虿蠍蝎蠐蛴蠑蝾蠔蚝蠣蛎蠧蠹蠨蟏蠱蛊蠶蚕蠻蛮衇脉衊蔑衕同衚胡袞衮
袴绔裊袅裠裙褌裈褘袆褳裢褸褛褻亵襃褒襇裥襏袯襖袄襝裣襠裆襤褴襬䙓襯衬覇霸覈核覎觃覓觅覘觇覡觋覥觍覦觎覩睹覬觊覯觏覲觐覷觑覿觌觧解觴觞觶觯訁讠訃讣訌讧訐讦訒讱訕讪訖讫訛讹訝讶訟讼訢䜣訣诀訥讷訩讻訳译訶诃詁诂詆诋詎讵詒诒詔诏詖诐詗诇詘诎
詛诅詠咏詡诩詣诣詫诧詬诟詭诡詮诠詰诘詵诜詼诙詿诖誄诔誅诛誆诓誑诳誒诶誕诞誚诮誡诫誣诬誥诰誦诵誨诲誶谇誹诽誾訚諂谄諄谆諉诿諍诤諏诹諑诼諗谂諛谀諜谍諝谞諞谝諡谥諢诨諤谔諦谛諧谐諫谏諭谕諱讳諳谙諶谌諷讽諸诸諺谚諼谖謁谒謄誊謅诌謊谎謎谜謐谧
謔谑謖谡謗谤謚谥謡谣謨谟謫谪謬谬謭谫謳讴謹谨謾谩譁哗譅䜧譎谲譏讥譖谮譙谯譚谭譜谱譟噪譫谵譲让譴谴譸诪譾谫讌䜩讒谗讕谰讖谶讜谠讞谳谿溪豈岂豊丰豓艳豔艳豬猪豶豮貍狸貙䝙貞贞貟贠貢贡貮二貯贮貰贳貲赀貺贶貽贻賁贲賂赂賃赁賅赅賈贾賊贼賍赃賑赈
賔宾賕赇賙赒賚赉賜赐賡赓賧赕賫赍賰䞐賵赗賸剩賻赙賾赜贄贽贅赘贇赟贋赝贍赡贐赆贔赑贖赎贗赝贛赣贜赃赬赪趂趁趨趋趲趱跼局踡蜷踫碰踰逾踴踊蹌跄蹕跸蹣蹒蹧糟蹺跷躂跶躉趸躊踌躋跻躑踯躒跞躓踬躕蹰躚跹躡蹑躥蹿躦躜躪躏躭耽躰体躱躲躶裸軀躯軆体軋轧
軑轪軒轩軔轫軛轭軤轷軫轸軲轱軹轵軺轺軻轲軼轶軾轼輅辂輇辁輈辀輊轾輒辄輓挽輜辎輞辋輟辍輥辊輦辇輬辌輭软輳辏輻辐輾辗輿舆轀辒轂毂轅辕轆辘轍辙轎轿轔辚轝舆轡辔轢轹轤轳辠罪辢辣辮辫辯辩辺边迋往迯逃迻移逓递逕迳逰游進进遅迟達达遙遥遜逊遡溯遯遁
遼辽邁迈還还邇迩邉边邐逦邨村郟郏郤郄郷乡鄆郓鄒邹鄔邬鄖郧鄲郸鄴邺鄶郐鄺邝酇酂酈郦酔醉酧酬醃腌醖酝醤酱醱酦醸酿醻酬醼宴釀酿釁衅釃酾釅酽釈释釐厘釒钅釓钆釔钇釕钌釗钊釘钉釙钋釡釜釤钐釦扣釧钏釩钒釵钗釷钍釹钕釺钎鈀钯鈁钫鈃钘鈄钭鈆铅鈈钚鈉钠
鈍钝鈎钩鈐钤鈑钣鈒钑鈞钧鈡钟鈥钬鈦钛鈧钪鈮铌鈰铈鈳钶鈴铃鈷钴鈸钹鈹铍鈺钰鈽钸鈾铀鈿钿鉀钾鉆钻鉈铊鉉铉鉋铇鉍铋鉑铂鉕钷鉗钳鉚铆鉛铅鉞钺鉢钵鉤钩鉦钲鉬钼鉭钽鉱矿鉶铏鉸铰鉺铒鉻铬鉿铪銃铳銅铜銍铚銑铣銓铨銕铁銖铢銘铭銚铫銛铦銜衔銠铑銣铷銥铱
銦铟銨铵銩铥銪铕銫铯銬铐銭钱銱铞銲焊銳锐銹锈銻锑銼锉鋁铝鋃锒鋅锌鋇钡鋌铤鋏铗鋒锋鋙铻鋝锊鋟锓鋣铘鋤锄鋥锃鋦锔鋨锇鋩铓鋭锐鋮铖鋯锆鋰锂鋱铽鋳铸鋶锍鋸锯鋻鉴錁锞錆锖錇锫錈锩錏铔錐锥錒锕錕锟錘锤錙锱錚铮錛锛錟锬錠锭錡锜錦锦錨锚錩锠錫锡錬炼
錮锢錳锰錸铼鍀锝鍁锨鍃锪鍆钔鍇锴鍈锳鍊炼鍋锅鍍镀鍔锷鍘铡鍚钖鍛锻鍠锽鍤锸鍥锲鍩锘鍬锹鍰锾鍶锶鍺锗鍼针鎂镁鎄锿鎇镅鎊镑鎌镰鎔镕鎗枪鎘镉鎚锤鎛镈鎡镃鎢钨鎣蓥鎦镏鎧铠鎩铩鎪锼鎬镐鎰镒鎲镋鎳镍鎵镓鎸镌鎻锁鎿镎鏁锁鏃镞鏇镟鏌镆鏍镙鏐镠鏑镝鏗铿
鏘锵鏜镗鏝镘鏞镛鏟铲鏡镜鏢镖鏤镂鏨錾鏰镚鏵铧鏷镤鏹镪鏽锈鐃铙鐋铴鐐镣鐒铹鐓镦鐔镡鐙镫鐝镢鐠镨鐡铁鐦锎鐧锏鐨镄鐫镌鐮镰鐲镯鐳镭鐶镮鐸铎鐺铛鐿镱鑄铸鑊镬鑌镔鑔镲鑕锧鑚钻鑞镴鑠铄鑣镳鑥镥鑭镧鑰钥鑱镵鑲镶鑷镊鑹镩鑼锣鑾銮鑿凿钁䦆閂闩閆闫閈闬
閌闶閎闳閏闰閑闲閒闲閔闵閘闸閙闹閡阂関关閣阁閤合閥阀閧哄閨闺閩闽閫阃閬阆閭闾閲阅閶阊閹阉閻阎閼阏閽阍閾阈閿阌闃阒闇暗闈闱闋阕闌阑闍阇闐阗闒阘闓闿闔阖闕阙闘斗闞阚闠阓闡阐闤阛闥闼阨厄陘陉陜陕陝陕陥陷陰阴隂阴隄堤隉陧階阶隕陨隣邻隴陇隷隶
隸隶雋隽雑杂雛雏霊灵霑沾霛灵霢霡霤溜霽霁靂雳靄霭靑青靚靓靣面靦腼靨靥靭韧靷纼鞀鼗鞌鞍鞏巩鞝绱鞦秋鞵鞋鞽鞒韁缰韃鞑韆千韈袜韉鞯韋韦韌韧韍韨韙韪韜韬韞韫韮韭韻韵頃顷頇顸頊顼頋顾頌颂頎颀頏颃頑顽頓顿頜颌頟额頡颉頤颐頦颏頫俯頮颒頰颊頲颋頴颕
頷颔頹颓頼赖頽颓顋腮顎颚顒颙顓颛顕显顙颡顛颠顢颟顥颢顫颤顬颥顰颦顱颅顳颞顴颧颭飐颮飑颯飒颳刮颶飓颸飔颺飏颻飖颼飕飀飗飃飘飆飙飈飚飜翻飠饣飡餐飣饤飥饦飩饨飪饪飫饫飭饬飴饴飼饲飿饳餃饺餄饸餅饼餈糍餉饷餌饵餎饹餏饻餑饽餒馁餕馂餖饾餚肴餛馄
餜馃餞饯餡馅餧喂餬糊餱糇餳饧餵喂餶馉餷馇餺馎餼饩餽馈餾馏餿馊饁馌饃馍饅馒饈馐饉馑饊馓饋馈饌馔饍膳饑饥饒饶饗飨饜餍饞馋饢馕馭驭馮冯馱驮馳驰馴驯馹驲駁驳駅驿駆驱駈驱駐驻駑驽駒驹駔驵駕驾駘骀駙驸駛驶駝驼駟驷駡骂駢骈駭骇駰骃駱骆駸骎駿骏騁骋
騂骍騅骓騌骔騍骒騏骐騐验騒骚騖骛騤骙騧䯄騫骞騭骘騮骝騰腾騶驺騷骚騸骟騾骡驀蓦驁骜驂骖驃骠驄骢驊骅驌骕驍骁驏骣驕骄驘骡驛驿驢驴驤骧驥骥驦骦驪骊驫骉髄髓髏髅髒脏髕髌髖髋髙高髪发鬀剃鬂鬓鬍胡鬚须鬢鬓鬦斗鬨哄鬩阋鬪斗鬬斗鬭斗鬮阄魎魉魘魇魛鱽
魢鱾魨鲀魯鲁魴鲂魷鱿魺鲄鮁鲅鮃鲆鮊鲌鮋鲉鮍鲏鮎鲇鮐鲐鮑鲍鮒鲋鮓鲊鮚鲒鮜鲘鮝鲞鮞鲕鮦鲖鮪鲔鮫鲛鮭鲑鮳鲓鮶鲪鮺鲝鯀鲧鯁鲠鯇鲩鯉鲤鯊鲨鯒鲬鯔鲻鯕鲯鯖鲭鯛鲷鯝鲴鯡鲱鯢鲵鯤鲲鯧鲳鯨鲸鯪鲮鯫鲰鯰鲶鯴鲺鯷鳀鯽鲫鯿鳊鰁鳈鰂鲗鰃鳂鰈鲽鰉鳇鰍鳅鰏鲾鰐鳄
鰒鳆鰓鳃鰜鳒鰟鳑鰠鳋鰣鲥鰥鳏鰨鳎鰩鳐鰭鳍鰮鳁鰱鲢鰲鳌鰳鳓鰵鳘鰷鲦鰹鲣鰺鲹鰻鳗鰼鳛鰾鳔鱂鳉鱅鳙鱈鳕鱉鳖鱒鳟鱔鳝鱖鳜鱗鳞鱘鲟鱝鲼鱟鲎鱠鲙鱣鳣鱤鳡鱧鳢鱨鲿鱭鲚鱯鳠鱷鳄鱸鲈鱺鲡鳧凫鳩鸠鳬凫鳲鸤鳳凤鳴鸣鳶鸢鳾䴓鴆鸩鴇鸨鴈雁鴉鸦鴎鸥鴒鸰鴕鸵鴛鸳
鴝鸲鴞鸮鴟鸱鴣鸪鴦鸯鴨鸭鴬莺鴯鸸鴰鸹鴴鸻鴷䴕鴻鸿鴿鸽鵁䴔鵂鸺鵃鸼鵐鹀鵑鹃鵒鹆鵓鹁鵜鹈鵝鹅鵞鹅鵠鹄鵡鹉鵪鹌鵬鹏鵮鹐鵯鹎鵰雕鵲鹊鵶鸦鵷鹓鵾鹍鶄䴖鶇鸫鶉鹑鶊鹒鶏鸡鶑莺鶓鹋鶖鹙鶘鹕鶚鹗鶡鹖鶥鹛鶩鹜鶪䴗鶬鸧鶯莺鶲鹟鶴鹤鶹鹠鶺鹡鶻鹘鶼鹣鷀鹚鷁鹢
鷂鹞鷄鸡鷈䴘鷊鹝鷓鹧鷖鹥鷗鸥鷙鸷鷚鹨鷥鸶鷦鹪鷫鹔鷯鹩鷰燕鷲鹫鷳鹇鷸鹬鷹鹰鷺鹭鷽鸴鷿䴙鸂㶉鸇鹯鸌鹱鸏鹲鸕鸬鸘鹴鸚鹦鸛鹳鸝鹂鸞鸾鹵卤鹹咸鹺鹾鹼碱麄粗麤粗麩麸麪面麯曲麹曲麺面黌黉黒黑黙默黲黪黶黡黷黩黽黾黿鼋鼇鳌鼈鳖鼉鼍鼕冬鼴鼹齋斋齎赍齏齑
齒齿齔龀齕龁齗龂齙龅齜龇齟龃齠龆齣出齦龈齧啮齩咬齪龊齬龉齲龋齶腭齷龌龎庞龐庞龔龚龕龛龝秋龢和
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_of_every_character_what_the_slow_way_says() {
        assert!(simplified().all(|(from, _)| from >= LISTED));
        for c in (0..=u32::from(u16::MAX)).filter_map(char::from_u32) {
            let (mut by_table, mut slowly) = (String::new(), String::new());
            fold(c, &mut by_table);
            slow(c, &mut slowly);
            assert_eq!(by_table, slowly, "{:x}", u32::from(c));
        }
    }
}
