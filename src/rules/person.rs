//! Full names of persons in folded Chinese text, by family name and by what stands around.
//!
//! Nobody can tell every name from every word. So a name counts only between limits: beside punctuation, a number, or a
//! word that goes with people; and words that begin like a name are known.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// Family names, the frequent ones, and those of two characters.
const FAMILY: &str = "欧阳|司马|上官|诸葛|司徒|东方|夏侯|皇甫|尉迟|慕容|令狐|端木|长孙|宇文|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻章苏潘葛范彭鲁韦马苗方俞任袁柳史唐费廉岑薛雷贺倪汤滕罗毕郝邬安常乐于傅付康伍余元卜顾孟黄穆萧尹姚邵汪祁毛禹狄米贝臧戴宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房丁邓郁杭洪包左石崔吉龚程邢裴陆翁荀甄封芮储靳段富焦侯宁栾甘厉祖武符刘景詹束龙叶司黎薄印白怀蒲鄂索赖卓蔺屠蒙池乔阴胥苍闻党翟谭劳姬申冉桑桂牛边燕尚农温庄晏柴瞿阎连习容向古易廖耿满匡文寇广阙沃利越隆师巩聂辛简饶曾关查游权盖公]";

/// A name in the middle of a text never holds these.
const GIVEN: &str = "[\\p{Han}&&[^的了是在有和与及或被把将对从到为因患得也已就都还要会能可不没很这那其之个人们者病症例位名岁年日时分前后上下里去来说等某获奖中号校班级区市县省路街员医院说让给用做看过着此每各种第只乙]]";

/// Given names that begin with what no other name holds.
const RARE: &str = "可[欣馨心儿昕卿盈凡妮莹晴]|之[涵韵航恒远]";

/// Words that begin with a family name and are none.
const WORDS: &[&str] = &[
    "高血压",
    "高血糖",
    "高血脂",
    "高尿酸",
    "高危",
    "高龄",
    "高度",
    "高考",
    "高中",
    "高等",
    "高级",
    "高校",
    "方法",
    "方便",
    "方案",
    "方式",
    "方面",
    "方向",
    "马上",
    "马路",
    "程序",
    "程度",
    "周末",
    "周围",
    "周期",
    "周边",
    "周年",
    "任何",
    "任务",
    "白血",
    "白色",
    "白癜",
    "白天",
    "金融",
    "金额",
    "金牌",
    "金属",
    "江苏",
    "江西",
    "江南",
    "江湖",
    "陆续",
    "陆军",
    "万一",
    "万元",
    "万物",
    "常见",
    "常年",
    "常常",
    "常规",
    "安全",
    "安排",
    "安装",
    "安徽",
    "张贴",
    "关于",
    "关注",
    "关心",
    "关键",
    "关系",
    "许多",
    "许可",
    "何时",
    "何为",
    "何种",
    "连续",
    "应该",
    "毛病",
    "毛囊",
    "石化",
    "石油",
    "黄色",
    "黄疸",
    "黄金",
    "花粉",
    "华北",
    "华南",
    "华东",
    "华人",
    "严重",
    "严格",
    "严肃",
    "温度",
    "温暖",
    "康复",
    "路上",
    "路人",
    "文章",
    "文化节",
    "文件",
    "文字",
    "司机",
    "司法",
    "单位",
    "水平",
    "平时",
    "平均",
    "明显",
    "向来",
    "向上",
    "古代",
    "师傅",
    "师生",
    "师范",
    "经常",
    "牛奶",
    "牛肉",
    "游戏",
    "游客",
    "钱包",
    "孙子",
    "孙女",
    "王者",
    "公司",
    "公告",
    "公众",
    "公开",
    "公布",
    "公园",
    "公益",
    "公共",
    "公民",
    "公安",
    "于是",
    "乐于",
    "乐观",
    "利用",
    "利益",
    "连同",
    "富有",
    "广东",
    "广州",
    "广西",
    "广大",
    "广告",
    "越来",
    "满足",
    "满意",
    "满分",
    "时候",
    "盛夏",
    "盛典",
    "童话",
    "童年",
    "童书",
    "夏天",
    "夏季",
    "夏日",
    "米饭",
    "容易",
    "容量",
    "边界",
    "党员",
    "党委",
    "农村",
    "农民",
    "农业",
    "易于",
    "简单",
    "简介",
    "简历",
    "权利",
    "权益",
    "权威",
    "查看",
    "查询",
    "查出",
    "查房",
    "包括",
    "包装",
    "包邮",
    "管理",
    "管道",
    "史上",
    "房间",
    "房屋",
    "左右",
    "封面",
    "封闭",
    "索赔",
    "印象",
    "印刷",
    "怀孕",
    "蓝色",
    "蓝牙",
    "席位",
    "季节",
    "季度",
    "梅毒",
    "梅花",
    "林业",
    "林地",
    "贝壳",
    "支付",
    "付款",
    "付费",
    "付出",
    "付清",
    "付给",
    "付钱",
    "付了",
    "项目",
    "元旦",
    "元素",
    "元宵",
    "乐器",
    "乐园",
    "习惯",
    "龙舟",
    "龙卷",
    "武术",
    "武汉",
    "武器",
    "景区",
    "景点",
    "甘肃",
    "宁夏",
    "宁波",
    "苏州",
    "苏打",
    "吉林",
    "杭州",
    "温州",
    "郑州",
    "徐州",
    "常州",
    "黄山",
    "黄河",
    "阳光",
    "东方红",
    "和平",
    "全国",
    "全部",
    "顾客",
    "顾问",
    "贺卡",
    "祝福",
    "祝贺",
    "柳州",
    "燕窝",
    "燕麦",
    "马拉",
    "卫生",
    "卫衣",
    "卫星",
    "施工",
    "施行",
    "华为",
    "尚未",
    "曾经",
    "连锁",
    "鲁迅",
    "李白",
    "杜甫",
    "苏轼",
    "孔子",
    "孟子",
    "屈原",
    "曹操",
    "刘备",
    "诸葛亮",
    "关羽",
    "张飞",
    "孙悟空",
    "沈阳",
    "洪水",
    "万分",
    "康乃",
    "文创",
    "申请",
    "申报",
    "申领",
    "古诗",
    "古风",
    "古典",
    "经典",
    "雷锋",
    "雷雨",
    "雷电",
    "符合",
    "符号",
    "利息",
    "利率",
    "厉害",
    "祖国",
    "祖父",
    "祖母",
    "田园",
    "田径",
    "金银",
    "金奖",
    "银奖",
    "铜奖",
    "优秀",
    "白银",
    "白金",
    "马年",
    "龙年",
    "牛年",
    "水杯",
    "石头",
    "乐队",
    "乐高",
    "温泉",
    "安心",
    "安慰",
    "钟表",
    "项链",
    "洪福",
    "梁山",
    "黎明",
    "向日",
    "向阳",
    "广场",
    "公交",
    "戴森",
    "贾宝玉",
    "林黛玉",
    "安卓",
    "安利",
    "金卡",
    "金币",
    "金条",
    "路由",
    "包包",
    "童装",
    "童车",
    "童趣",
    "文具",
    "文旅",
    "易拉",
    "华硕",
    "米家",
    "万能",
    "万科",
    "富士",
    "毛巾",
    "毛绒",
    "毛毯",
    "蓝莓",
    "柴米",
    "柴油",
    "牛排",
    "牛仔",
    "牛皮",
    "麻将",
    "麻辣",
    "古筝",
    "利是",
    "房券",
    "封号",
    "甘蔗",
    "时尚",
    "连衣",
    "满减",
    "关爱",
    "关怀",
    "管家",
    "管够",
    "尚品",
    "颜色",
    "颜值",
    "范围",
    "范文",
    "盖章",
    "盖碗",
];

/// A name alone, as a cell or an item holds it.
static WHOLE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!("^(?:{FAMILY})(?:{GIVEN}{{1,2}}|{RARE})$")).ok());

/// Whether `text` is a full name and nothing else. Two characters may be a word, so family names decide.
pub(crate) fn is_name(text: &str) -> bool {
    !begins_a_word(text) && WHOLE.as_ref().is_some_and(|name| name.is_match(text))
}

fn begins_a_word(text: &str) -> bool {
    WORDS.iter().any(|word| text.starts_with(word))
}

/// A pattern with the places of names in it: `NAME` stands for a full name, in a group.
pub(crate) fn pattern(source: &str) -> Option<Regex> {
    let name = format!("((?:{FAMILY})(?:{GIVEN}{{2}}|{RARE}|{GIVEN}))");
    let regex = Regex::new(&source.replace("NAME", &name));
    debug_assert!(regex.is_ok(), "{regex:?}");
    regex.ok()
}

/// The first name that `pattern` finds in `text`, in any of its groups.
pub(crate) fn find(pattern: &Regex, text: &str) -> Option<Range<usize>> {
    let mut from = 0;
    while let Some(found) = pattern.captures_at(text, from) {
        let name = found.iter().skip(1).flatten().next()?;
        if !begins_a_word(name.as_str()) {
            return Some(name.range());
        }
        from = name.end();
    }
    None
}

/// Every name of a list: 张伟、李娜和王芳.
pub(crate) fn listed(text: &str) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut start = 0;
    for part in text.split_inclusive([',', '、', ';', ' ', '/', '|', '和', ':']) {
        let word = part.trim_end_matches([',', '、', ';', ' ', '/', '|', '和', ':']);
        let name = word.trim_start_matches('@');
        // 李春花188元, 崔建国(男)
        let bare = name
            .find(|c: char| c.is_ascii_digit() || c == '(')
            .filter(|_| !name.contains('*'))
            .map_or(name, |end| &name[..end]);
        if is_name(bare) {
            let from = start + word.len() - name.len();
            names.push(from..from + bare.len());
        }
        start += part.len();
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_words() {
        for name in ["张伟", "李娜", "王建国", "欧阳娜娜", "诸葛明"] {
            assert!(is_name(name), "{name}");
        }
        for word in ["高血压", "张*三", "小鹿", "方法", "广州", "一等奖", "王者荣耀", "李女士在", "安全"]
        {
            assert!(!is_name(word), "{word}");
        }
        assert_eq!(listed("张伟、李娜和小鹿").len(), 2);
        assert_eq!(listed("李春花188元、@田大勇(男)、小鹿66元"), [0..9, 19..28]);
    }
}
