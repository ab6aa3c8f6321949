//! Traditional, variant, Japanese and compatibility characters in simplified text.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::{Class, Pass};
use crate::base::message::zh_rules as text;
use crate::finding::Severity::{Info, Warning};
use crate::rules::fold;

const TRAD: &str = "zh.trad";

/// Characters that the folding table changes and simplified texts write: formal numerals, a few words.
const SIMPLIFIED_TOO: &str = "壹贰叁参肆伍陆柒捌玖拾佰仟〇拚夥祇彷";
/// Words in which the character stays.
const STAYS: &[(char, &[&str])] = &[
    (
        '乾',
        &[
            "乾隆", "乾坤", "乾卦", "乾县", "乾元", "乾清", "乾陵", "乾宁", "乾嘉", "康乾", "乾道", "乾符",
            "乾封", "乾德",
        ],
    ),
    ('瞭', &["瞭望"]),
    ('徵', &["宫商角徵羽", "魏徵", "徵羽", "角徵"]),
    ('藉', &["慰藉", "狼藉", "蕴藉", "枕藉", "藉藉"]),
    ('於', &["於潜", "於陵", "於菟", "於是乎"]),
];
/// Further pairs, of which the folding table knows nothing.
const MORE: &str = "
參参貳贰陸陆
仮假価价単单厳严収收喲哟嘍喽噓嘘嚕噜囲围圇囵圏圈塢坞塵尘増增墳坟壊坏壘垒壩坝壺壶夾夹奧奥姉姊娛娱嫵妩嬌娇嬰婴孿孪宮宫寢寝寬宽寵宠対对専专屢屡岡冈峽峡崗岗嵐岚嶄崭巒峦巻卷帰归幀帧幟帜廬庐弔吊彌弥徠徕徳德恆恒恵惠悅悦悪恶悵怅
悶闷愜惬慟恸慫怂慳悭憐怜憫悯懶懒懸悬戇戆戔戋択择拡扩挙举捫扪捲卷掄抡掙挣搗捣摑掴摟搂摯挚撈捞撐撑撓挠撥拨撫抚撲扑撿捡擄掳擰拧擱搁擲掷擻擞攏拢攔拦攙搀攢攒攪搅攬揽斬斩暁晓暢畅曠旷曡叠朧胧桜樱棄弃棗枣棟栋棧栈槍枪樞枢樸朴橢椭
檸柠檻槛櫥橱櫻樱歩步殲歼殼壳毆殴毎每毿毵氈毡氫氢汙污沖冲沢泽洶汹浄净浹浃涇泾涙泪淚泪淪沦淵渊淺浅済济渋涩渓溪渙涣渾浑湊凑満满溝沟溼湿滄沧滌涤滝泷滬沪滯滞漣涟漬渍潁颍潑泼潰溃澀涩澆浇澗涧澤泽澱淀濁浊濘泞濤涛濱滨瀉泻瀝沥瀟潇
瀾澜灘滩炤照焼烧煉炼煥焕燈灯燒烧燙烫燦灿燭烛爍烁爛烂爾尔牘牍牽牵犢犊狹狭猙狞獅狮獣兽獰狞獷犷獸兽瑤瑶瑩莹璽玺瓊琼甕瓮畳叠疊叠痙痉瘡疮癡痴癢痒癥症癩癞癮瘾癱瘫皚皑皰疱盞盏盪荡県县睏困瞞瞒矚瞩砕碎砲炮硃朱碁棋磚砖礦矿礪砺禎祯
禦御禪禅秈籼稅税稲稻穂穗穎颖穢秽窩窝窪洼窺窥竄窜竅窍竊窃竜龙筍笋箏筝篤笃簍篓簾帘籃篮籌筹籠笼籬篱籮箩粵粤糞粪糰团糴籴紂纣約约紅红紗纱紛纷紡纺紮扎紳绅紹绍紺绀絃弦絆绊絎绗絞绞絢绚絨绒絳绛絹绢綏绥綢绸綣绻綫线綴缀綸纶綺绮綻绽
綽绰綾绫緋绯緘缄緞缎緬缅緯纬縁缘縄绳縈萦縐绉縛缚縝缜縟缛縴纤縷缕繃绷繅缫繆缪繈襁繕缮繚缭繡绣繩绳繭茧繯缳繳缴繹绎纏缠纖纤纜缆罈坛罌罂羈羁羨羡翹翘耬耧聳耸聴听聾聋脅胁脳脑脹胀腡脶腸肠膩腻膾脍膿脓臉脸臍脐臓脏臘腊臟脏臠脔艙舱
艤舣艷艳艸草芻刍茲兹荊荆莢荚莧苋萊莱萵莴葦苇葷荤蒔莳蓀荪蓽荜蔔卜蔣蒋蔦茑蔵藏蕁荨蕎荞蕓芸蕩荡蕪芜蕭萧薑姜薔蔷薟莶薳艿薺荠藪薮藹蔼蘄蕲蘆芦蘚藓蘿萝虜虏虯虬蛺蛱蛻蜕蜆蚬蝟猬蝦虾螄蛳螞蚂螢萤蟄蛰蟬蝉蟻蚁蠅蝇蠍蝎蠐蛴蠑蝾蠔蚝蠣蛎
蠱蛊蠶蚕蠻蛮衕同衚胡袞衮裊袅褸褛褻亵襖袄襠裆襤褴襯衬覓觅覡觋覦觎覬觊觴觞訃讣訌讧訐讦訕讪訖讫訛讹訝讶訟讼訣诀訥讷訳译訶诃詁诂詆诋詎讵詔诏詛诅詫诧詬诟詭诡詮诠詰诘詼诙誅诛誆诓誑诳誒诶誡诫誣诬誥诰誦诵誨诲誶谇誹诽諂谄諄谆諉诿
諍诤諏诹諑诼諗谂諛谀諜谍諞谝諡谥諢诨諤谔諦谛諧谐諫谏諭谕諱讳諳谙諷讽諸诸諺谚謁谒謄誊謅诌謊谎謎谜謐谧謔谑謗谤謚谥謡谣謨谟謫谪謬谬謳讴謹谨謾谩譏讥譚谭譜谱譲让譴谴讒谗讕谰讖谶豈岂豊丰豔艳豬猪貍狸貞贞貢贡貯贮貰贳貽贻賁贲賂赂
賅赅賈贾賑赈賜赐賻赙贅赘贍赡贖赎贗赝贛赣趨趋趲趱踴踊蹌跄躉趸躊踌躋跻躑踯躡蹑躪躏軀躯軋轧軒轩軔轫軛轭軫轸軲轱軻轲軼轶輊轾輒辄輓挽輜辎輟辍輥辊輦辇輻辐輾辗輿舆轂毂轅辕轆辘轍辙轎轿轔辚轡辔轢轹轤轳辮辫辯辩辺边逓递逕迳進进遅迟
達达遙遥遜逊遼辽邁迈還还邐逦郟郏郤郄郷乡鄆郓鄒邹鄔邬鄖郧鄲郸鄴邺鄶郐鄺邝酈郦酔醉醃腌醸酿釀酿釁衅釈释釓钆釗钊釘钉釙钋釤钐釵钗鈀钯鈉钠鈍钝鈎钩鈐钤鈞钧鈦钛鈴铃鈷钴鈸钹鈺钰鈾铀鉀钾鉆钻鉋刨鉗钳鉚铆鉛铅鉤钩鉬钼鉱矿鉸铰鉻铬銃铳
銅铜銑铣銓铨銖铢銘铭銜衔銬铐銭钱銳锐銹锈鋁铝鋃锒鋅锌鋇钡鋏铗鋒锋鋤锄鋭锐鋰锂鋸锯錐锥錘锤錙锱錚铮錠锭錦锦錨锚錫锡錮锢錳锰鍊链鍋锅鍍镀鍔锷鍛锻鍥锲鍬锹鍰锾鎂镁鎊镑鎌镰鎢钨鎧铠鎬镐鎳镍鏃镞鏗铿鏘锵鏜镗鏟铲鏡镜鏢镖鏤镂鏽锈鐃铙
鐐镣鐙镫鐮镰鐲镯鐸铎鐺铛鑄铸鑠铄鑣镳鑰钥鑲镶鑼锣鑾銮鑿凿閂闩閆闫閏闰閑闲閒闲閔闵閘闸閡阂関关閣阁閤合閥阀閨闺閩闽閫阃閬阆閭闾閲阅閶阊閹阉閻阎閼阏閽阍閾阈閿阌闃阒闈闱闋阕闌阑闐阗闔阖闕阙闞阚闡阐闥闼陘陉陝陕陰阴隄堤隉陧階阶
隕陨隴陇隸隶雋隽雑杂雛雏霊灵霑沾霽霁靂雳靄霭靚靓靦腼靨靥鞏巩鞦秋韁缰韃鞑韆千韉鞯韋韦韌韧韙韪韜韬韞韫韻韵頃顷頇顸頊顼頌颂頎颀頏颃頑顽頓顿頜颌頡颉頤颐頦颏頰颊頷颔頹颓頼赖顎颚顓颛顙颡顛颠顢颟顥颢顫颤顰颦顱颅顳颞颯飒颳刮颶飓
颼飕飆飙飩饨飪饪飫饫飭饬飴饴飼饲餃饺餅饼餉饷餌饵餑饽餒馁餚肴餛馄餞饯餡馅餬糊餱糇餳饧餵喂餽馈餾馏餿馊饃馍饅馒饈馐饉馑饋馈饌馔饑饥饒饶饗飨饜餍饞馋馭驭馮冯馱驮馳驰馴驯駁驳駅驿駆驱駐驻駑驽駒驹駕驾駘骀駙驸駛驶駝驼駟驷駢骈駭骇
駱骆駿骏騁骋騅骓騏骐騒骚騖骛騫骞騭骘騮骝騰腾騷骚騸骟騾骡驀蓦驁骜驂骖驃骠驄骢驊骅驍骁驕骄驛驿驢驴驤骧驥骥驪骊髄髓髏髅髒脏髕髌髖髋鬍胡鬚须鬢鬓鬨哄鬩阋魎魉魘魇魯鲁魷鱿鮑鲍鮒鲋鮚鲒鮪鲔鮫鲛鮭鲑鯀鲧鯁鲠鯉鲤鯊鲨鯔鲻鯖鲭鯛鲷鯤鲲
鯧鲳鯨鲸鯪鲮鯰鲶鯽鲫鰈鲽鰉鳇鰍鳅鰒鳆鰓鳃鰣鲥鰥鳏鰭鳍鰱鲢鰲鳌鰷鲦鰹鲣鰻鳗鰾鳔鱈鳕鱉鳖鱒鳟鱔鳝鱖鳜鱗鳞鱘鲟鱟鲎鱧鳢鱭鲚鱷鳄鱸鲈鱺鲡鳧凫鳩鸠鳳凤鳴鸣鳶鸢鴆鸩鴇鸨鴉鸦鴕鸵鴛鸳鴝鸲鴟鸱鴣鸪鴦鸯鴨鸭鴻鸿鴿鸽鵑鹃鵒鹆鵓鹁鵜鹈鵝鹅鵠鹄
鵡鹉鵪鹌鵬鹏鵰雕鵲鹊鶇鸫鶉鹑鶘鹕鶚鹗鶩鹜鶯莺鶴鹤鶻鹘鶼鹣鷂鹞鷓鹧鷗鸥鷙鸷鷥鸶鷦鹪鷯鹩鷲鹫鷸鹬鷹鹰鷺鹭鸕鸬鸚鹦鸛鹳鸝鹂鸞鸾鹵卤鹹咸鹼碱麩麸麯曲黌黉黲黪黷黩黽黾鼇鳌鼉鼍齋斋齏齑齒齿齔龀齙龅齜龇齟龃齠龆齣出齦龈齧啮齪龊齬龉齲龋
齷龌龐庞龔龚龕龛
";

/// What each suspect becomes, sorted.
static PAIRS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let mut pairs: Vec<(char, char)> = Vec::new();
    let mut chars = MORE.chars().filter(|c| !c.is_whitespace());
    while let (Some(from), Some(to)) = (chars.next(), chars.next()) {
        pairs.push((from, to));
    }
    // What stands here goes before what words are compared as: 貳 is 贰, not 二.
    pairs.extend(fold::simplified());
    pairs.retain(|(from, to)| from != to && !SIMPLIFIED_TOO.contains(*from));
    pairs.sort_by_key(|(from, _)| *from);
    pairs.dedup_by_key(|(from, _)| *from);
    pairs
});

/// A bit for each character of the basic plane.
static SUSPECTS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut bits = vec![0_u64; 1024];
    for (from, _) in PAIRS.iter() {
        let code = *from as usize;
        if let Some(slot) = bits.get_mut(code / 64) {
            *slot |= 1 << (code % 64);
        }
    }
    // Ideographs of compatibility are letters that only look like others.
    for code in 0xf900_usize..0xfb00 {
        if let Some(slot) = bits.get_mut(code / 64) {
            *slot |= 1 << (code % 64);
        }
    }
    bits
});

/// Whether a simplified text may not want the character.
pub(crate) fn is_suspect(c: char) -> bool {
    let code = c as usize;
    SUSPECTS.get(code / 64).is_some_and(|slot| slot >> (code % 64) & 1 == 1)
}

fn simplified(c: char) -> Option<char> {
    PAIRS.binary_search_by_key(&c, |(from, _)| *from).ok().and_then(|at| PAIRS.get(at)).map(|(_, to)| *to)
}

/// Whether the block is no simplified Chinese at all: Japanese, or a passage in traditional characters.
fn is_foreign(pass: &Pass<'_, '_>) -> bool {
    let counts = pass.counts;
    counts.kana > 0 || counts.traditional >= 4 && counts.traditional * 5 >= counts.han
}

/// A suspect letter at `i`.
pub(super) fn character(pass: &mut Pass<'_, '_>, i: usize, c: char) {
    if ('\u{f900}'..='\u{faff}').contains(&c) {
        return compatible(pass, i, c);
    }
    if is_foreign(pass) {
        return;
    }
    let Some(right) = simplified(c) else { return };
    if STAYS.iter().any(|(one, words)| *one == c && words.iter().any(|word| is_inside(pass, i, word))) {
        return;
    }
    let quoted = pass.block.quoted || pass.is_quoted(i);
    if quoted || is_name(pass, i, c) {
        let said = (Info, text::traditional(c, right), text::traditional_help());
        return pass.say(TRAD, i..i + 1, said);
    }
    let said = (Warning, text::traditional(c, right), text::traditional_help());
    pass.change(TRAD, i..i + 1, right.encode_utf8(&mut [0; 4]), said);
}

fn is_inside(pass: &Pass<'_, '_>, i: usize, word: &str) -> bool {
    (0..word.chars().count()).any(|n| i >= n && pass.has(i - n, word))
}

/// Names keep their own spelling: 乾, 瞭 and the like outside of common words, and what stands before a title of honour.
fn is_name(pass: &Pass<'_, '_>, i: usize, c: char) -> bool {
    "乾徵藉昇陞鍾祕於".contains(c)
        || pass.has(i + 1, "先生")
        || pass.has(i + 1, "女士")
        || pass.has(i + 2, "先生")
        || pass.has(i + 2, "女士")
}

/// A radical or another character of compatibility at `i`.
pub(super) fn compatible(pass: &mut Pass<'_, '_>, i: usize, c: char) {
    if !matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}') {
        return;
    }
    let mut forms = std::iter::once(c).nfkc();
    let (Some(right), None) = (forms.next(), forms.next()) else { return };
    if right == c || pass.counts.kana > 0 {
        return;
    }
    // Alone between marks it is talked about.
    let chinese = |class| class == Class::Han;
    if !chinese(pass.class_before(i)) && !chinese(pass.class(i + 1)) {
        return;
    }
    let said = (Warning, text::compatible(c, right), text::write(right));
    pass.change(TRAD, i..i + 1, right.encode_utf8(&mut [0; 4]), said);
}
