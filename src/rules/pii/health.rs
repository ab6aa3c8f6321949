//! `pii.health`: somebody named and a state of health in one sentence.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::base::message::pii as text;
use crate::finding::{Findings, Severity};
use crate::rules::context::Context;
use crate::rules::document::Document;
use crate::rules::meta::{Check, Meta, Rule};
use crate::rules::person;
use crate::rules::sentence::{self, Phrase};

pub(crate) static RULE: Rule = Rule { meta: &META, check: Check::Document(check) };

static META: Meta = Meta {
    id: "pii.health",
    severity: Severity::Warning,
    since: "0.1.0",
    zh: "姓名和病情写在一起",
    en: "A name and an illness",
    basis: &["PII-28", "CIVIL-1034"],
    documentation: "\
## 查什么
同一句里既有完整姓名，又说这个人患病、确诊、怀孕、残疾或手术；policy/people.yaml 里的员工、顾客也按名字认。

## 为什么
健康信息是敏感个人信息，公开要本人单独同意，还要告知必要性和影响；病情流传出去，求职、投保都会受影响。

## 依据
个人信息保护法第二十八条至第三十条、第六十六条；民法典第一千零三十四条。

## 反例
“我们的同事（写出全名）上个月确诊乳腺癌，正在化疗。”

## 正例
“一位同事上个月确诊乳腺癌，大家为她捐了款。”

## 怎么改
隐去姓名，写“一名患者”“李女士（化名）”；确要写真名，先取得本人书面的单独同意。

## 例外
写明化名、本人同意或公开自述的，已公开的公众人物、历史人物、影视角色，医生专家谈病，不报。代码块里的不查。
",
};

const ILL: &str = "确诊|患有|患上|患了|患|身患|罹患|得了|得上|查出|检出|检测出|感染|被诊断|诊断|病史|因|是|有|怀孕|流产|接受|做了|动了|住院|病历|体检|检查报告|化验|的";
const ILLNESS: &str = "血糖|脂肪肝|尿酸|多囊|弱精|输卵管|结节|副乳|早泄|阳痿|唐筛|染色体|色盲|割腕|流过产|堕过胎|打过胎|人流|隆胸|隆过胸|吸脂|整过容|变性手术|艾滋|hiv|癌|肿瘤|白血病|抑郁|双相|精神分裂|精神病|焦虑症|躁狂|自闭症|孤独症|糖尿病|高血压|冠心病|心脏病|心梗|脑梗|中风|尿毒症|肾衰|肝炎|乙肝|肝硬化|结核|梅毒|性病|淋病|湿疣|阳性|新冠|癫痫|帕金森|阿尔茨海默|痴呆|不孕|不育|流产|怀孕|红斑狼疮|渐冻症|血友病|脊柱炎|甲亢|哮喘|痔疮|白癜风|银屑病|残疾|智力障碍|失明|瘫痪|植物人|重病|绝症|病历|体检报告|诊断书|化验单|检查报告|脑瘤|肌瘤|骨折|手术|多动症|厌食症|暴食症|进食障碍|强迫症|酗酒|戒毒|吸毒|多囊卵巢|早泄|阳痿|弱精|输卵管堵|唐筛|染色体|色盲|脂肪肝|副乳|结节|ct片|割腕";
const ROLE: &str = r"者|头|感谢|床|叫|工人|给|里|患者|他叫|她叫|工人|来访者|志愿者|感谢|低保户|床|给|病人|全名|本名|真名|名叫|小妹|财务|员工|同事|学生|学员|同学|选手|顾客|客户|会员|网友|粉丝|读者|用户|孩子|儿子|女儿|患儿|业主|邻居|朋友|居民|村民|市民|病友|感染者|携带者|老人|司机|工友|老乡|丈夫|妻子|父亲|母亲|职工|主管|经理|前台|女工|男子|女子|主播|产妇|孕妇|模特|店员|老师|班主任|主任|校长|园长|客服|宝妈|班|住户|租客|房东|老板|保安|保姆|护士|家长|车间|科|楼|单元|号楼|栋|部|组|姑娘|小伙|大姐|大哥|,|、|:|;|“|\(|\s|的";
const NEXT: &str = r"血糖|脂肪肝|多囊|送|夫妇|拔|去年|,|最近|前天|昨晚|\(|因|患|得|确诊|被|感染|查|于|在|的|是|今年|去年|现年|住院|病|\d|男|女|也|已|曾|目前|近日|刚|身患|罹|不幸|检|正在|上个?月|上周|本月|昨天|怀孕|流产|同学|先生|女士|阿姨|大爷|大妈|叔叔|大姐|奶奶|爷爷|大哥|老师|小朋友|有|做|流过产|打过胎|堕过胎|整过容|接受|动|戒毒|酗|送来|夫妇|拔|血糖|尿酸|多囊|早泄|梅毒|癫痫|染色体|暴食|脂肪肝|肝|肺|胃|肠|乳腺|乙肝|抑郁|癌|大三阳|艾滋|糖尿|高血压|精神|$";

/// Name first: 张伟上个月确诊肺癌; and the illness first: 糖尿病患者李建国.
static NAMED: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        format!("(?:^|{ROLE})NAME(?:{NEXT})"),
        format!("(?:{ILLNESS})[\\p{{Han}}]{{0,2}}(?:患者|病人|携带者|病友|感染者|患儿|孕妇|产妇)NAME(?:[^\\p{{Han}}]|{NEXT}|说|表示|告诉|家|$)|体检[^。;]{{0,6}}(?:{ILLNESS})[^,。;]{{0,4}}:NAME"),
    ]
    .iter()
    .filter_map(|source| person::pattern(source))
    .collect()
});
/// The name is said to be ill.
static STATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let verb = format!("^[^;]{{0,24}}?(?:{ILL})[^,;]{{0,12}}?(?:{ILLNESS})");
    let file = format!("^[,(](?:男|女|\\d)[^;]{{0,20}}?(?:{ILLNESS})");
    Regex::new(&format!("{verb}|{file}|^[^;]{{0,13}}?(?:{ILLNESS})")).ok()
});
/// The person is known to everybody, made up, agreed, or speaks as a doctor.
static OPEN: Phrase = Phrase::new(
    "化名|某|本人同意|已同意|经同意|经其同意|授权|自述|自曝|公开(?:表示|承认|病情|回应|谈|过)|自传|演员|歌手|明星|影星|导演|作家|诗人|画家|音乐家|科学家|物理学家|作曲家|运动员|球星|冠军|总统|首相|主席|总理|将军|元帅|皇帝|院士|教授|医生|医师|主任(?:医|说|介绍|提醒)|护士(?:长)?(?:说|介绍|提醒|讲)|(?:医院|中心|疾控|协会)[^。,]{0,6}(?:介绍|提醒)|专家|研究员|研究|团队|博士|院长|电影|电视剧|小说|饰演|剧中|剧集|角色|主人公|主角|书中|纪录片|[汉唐宋元明清]朝|王朝|朝代|世纪|年代|历史|1[0-9]\\d\\d年|诺贝尔|讲解|科普|讲座|义诊|门诊|表示[^。]{0,10}(?:患者|人群)|保险条款",
);
/// Nobody is ill.
static WELL: Phrase = Phrase::new(
    "不是|没有|未患|未确诊|并非|排除|阴性|预防|筛查|疫苗|知识|关爱|关注|公益|基金会|捐款给|志愿|讲述了|手术刀|手术室",
);

fn check(context: &Context<'_>, document: &Document<'_>, findings: &mut Findings) {
    let people: Vec<&str> = context
        .site
        .project
        .people
        .iter()
        .filter(|person| {
            person.role.as_ref().is_none_or(|role| !matches!(role.value.as_str(), "public" | "spokesperson"))
        })
        .filter(|person| person.consent_file.is_none())
        .map(|person| person.name.value.as_str())
        .filter(|name| !name.is_empty())
        .collect();
    let mut last = 0;
    for sentence in sentence::with(document, "illness") {
        if sentence.range.start < last || sentence.has(&OPEN) {
            continue;
        }
        let Some(range) = listed(&people, sentence.text).or_else(|| named(sentence.text)) else { continue };
        last = sentence.range.end;
        let Some(place) = document.place(sentence.at(range)) else { continue };
        findings.push(META.finding(place, text::health()).help(text::health_help()).masked());
    }
}

/// Somebody whom the house knows.
fn listed(people: &[&str], sentence: &str) -> Option<Range<usize>> {
    if WELL.is_in(sentence) {
        return None;
    }
    people.iter().find_map(|name| sentence.find(name).map(|at| at..at + name.len()))
}

/// Somebody with a full name who is said to be ill.
fn named(sentence: &str) -> Option<Range<usize>> {
    let [first, second] = NAMED.as_slice() else { return None };
    if let Some(name) = person::find(second, sentence) {
        return Some(name);
    }
    let name = person::find(first, sentence)?;
    let behind = sentence.get(name.end..)?;
    let ill = STATE.as_ref().is_some_and(|state| state.is_match(behind)) && !WELL.is_in(behind);
    ill.then_some(name)
}
