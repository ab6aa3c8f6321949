//! Sentences of the rules about typography and proofreading.

messages! { area = "zh";
    /// No space between Chinese and Latin.
    space_missing(words) { zh: "“{words}”的汉字与字母、数字之间少一个空格", en: "A space is missing between Chinese and Latin in “{words}”" }
    /// How to mend that.
    space_missing_help() { zh: "加一个空格；专名照原样写，写进 policy/brands.yaml 就不再提示", en: "Add a space; a brand keeps its spelling once it stands in policy/brands.yaml" }
    /// A space beside a full-width mark.
    space_extra(words) { zh: "“{words}”里的全角标点旁边多了空格", en: "“{words}” has a space beside a full-width mark" }
    /// How to mend that.
    space_extra_help() { zh: "删去空格，全角标点自带间距", en: "Delete the space; full-width marks bring their own" }
    /// A half-width mark in Chinese text.
    half(mark) { zh: "中文里用了半角的 {mark}", en: "A half-width {mark} in Chinese text" }
    /// A full-width mark, digit or letter where the half-width one belongs.
    full(mark) { zh: "“{mark}”是全角的，数字和字母之间用半角", en: "“{mark}” is full-width; among digits and letters use half-width" }
    /// How to mend that.
    write(right) { zh: "改成 {right}", en: "Write {right}" }
    /// Parentheses.
    parentheses() { zh: "中文里的括号用了半角", en: "Half-width parentheses in Chinese text" }
    /// How to mend that.
    parentheses_help() { zh: "改成全角的（ ）", en: "Write full-width （ ）" }
    /// Straight quotes.
    straight_quotes() { zh: "中文里用了直引号", en: "Straight quotation marks in Chinese text" }
    /// Corner brackets.
    corner_quotes() { zh: "简体文章的引号一般用“ ”，这里用了「 」；全文统一即可，只提示一次", en: "Simplified text usually quotes with “ ”; this article uses 「 」. Said once" }
    /// Quotes inside quotes.
    inner_quotes() { zh: "引号里面的引号用了双引号", en: "Double quotation marks inside double ones" }
    /// Single quotes outside.
    outer_quotes() { zh: "外层引号用了单引号", en: "Single quotation marks at the outside" }
    /// How to mend that.
    quotes_help() { zh: "外层用“ ”，里层用‘ ’", en: "“ ” outside, ‘ ’ inside" }
    /// A closing mark without an opening one.
    unpaired(mark) { zh: "“{mark}”没有与它成对的另一半", en: "{mark} has no partner" }
    /// How to mend that.
    unpaired_help() { zh: "补上另一半，或看看是不是打反了", en: "Add the partner, or see whether it was typed the wrong way round" }
    /// An enumeration comma between quoted items.
    parallel() { zh: "并列的引号或书名号之间通常不用顿号", en: "Quoted or titled items side by side take no 、" }
    /// How to mend that.
    parallel_help() { zh: "删去顿号；中间插有别的话时才需要", en: "Delete it; it is needed only when other words stand between" }
    /// A wrong ellipsis.
    ellipsis(marks) { zh: "省略号写成了“{marks}”", en: "An ellipsis written as {marks}" }
    /// Two full stops.
    two_stops(marks) { zh: "句号连写了两个：“{marks}”", en: "Two full stops: {marks}" }
    /// What to do.
    two_stops_help() { zh: "留一个；要省略号就写成……", en: "Keep one, or write …… for an ellipsis" }
    /// An ellipsis with 等.
    ellipsis_and_so_on(words) { zh: "“{words}”里省略号和“等”意思重复", en: "“{words}” says “and so on” twice" }
    /// What to do.
    ellipsis_and_so_on_help() { zh: "省略号与“等”留一个", en: "Keep the ellipsis or 等, not both" }
    /// A wrong dash.
    dash(marks) { zh: "破折号写成了“{marks}”", en: "A dash written as {marks}" }
    /// A range whose first end lacks the sign.
    range_unit(words) { zh: "“{words}”的前一个数没有带上单位", en: "The first number of “{words}” lacks its unit" }
    /// A range whose size is ambiguous.
    range_scale(words) { zh: "“{words}”的前一个数可以有两种读法", en: "The first number of “{words}” can be read in two ways" }
    /// What to do.
    range_scale_help() { zh: "两端都写上万、亿，如 3万～5万元", en: "Write 万 or 亿 at both ends" }
    /// A mark between the ends of a range.
    range_mark(words) { zh: "“{words}”的起止之间用了“-”或“~”", en: "“{words}” is a range written with - or ~" }
    /// A word twice.
    repeated(words) { zh: "“{words}”像是重复了", en: "“{words}” looks doubled" }
    /// What to do.
    repeated_help() { zh: "念一遍，多打的删去；本来就要重叠的不用改", en: "Read it aloud and delete what was typed twice" }
    /// A spelling mistake.
    typo(wrong, right) { zh: "“{wrong}”多半是“{right}”之误", en: "“{wrong}” is most likely “{right}”" }
    /// How to mend that.
    typo_help(right) { zh: "改成“{right}”", en: "Write “{right}”" }
    /// A spelling that may be a mistake.
    typo_maybe(wrong) { zh: "“{wrong}”容易写错，看看是不是这里的意思", en: "“{wrong}” is often a slip; see whether it is meant" }
    /// What to compare.
    typo_maybe_help(right) { zh: "可能应写：{right}", en: "Perhaps: {right}" }
    /// 的 for 得.
    de_result(words) { zh: "“{words}”里的“的”多半应是“得”", en: "的 in “{words}” is most likely 得" }
    /// 的 for 地.
    de_manner(words) { zh: "“{words}”里的“的”多半应是“地”", en: "的 in “{words}” is most likely 地" }
    /// Two particles.
    de_twice(words) { zh: "“{words}”里的“地的”多了一个字", en: "地的 in “{words}” has one too many" }
    /// What to do.
    de_help() { zh: "动词后面说结果、程度用“得”，动词前面说样子用“地”", en: "得 follows a verb, 地 stands before it" }
    /// A traditional or variant character.
    traditional(shown, right) { zh: "简体文章里有繁体字或异体字“{shown}”（简体作“{right}”）", en: "“{shown}” is a traditional or variant character; simplified: “{right}”" }
    /// A compatibility character.
    compatible(shown, right) { zh: "“{shown}”是部首或兼容字符，样子像“{right}”，搜不到也读不出", en: "“{shown}” is a radical or compatibility character that only looks like “{right}”" }
    /// What to do with a character that may be right.
    traditional_help() { zh: "人名、地名、书名、引文照原样；其余改成简体", en: "Names and quotations stay; simplify the rest" }
    /// Numerals that do not fit.
    lunar(words) { zh: "农历日期“{words}”用了阿拉伯数字", en: "The lunar date “{words}” has Arabic digits" }
    /// What to do.
    lunar_help() { zh: "农历月日用汉字，如正月十五、八月十五", en: "Write lunar months and days in Chinese numerals" }
    /// An idiom with digits.
    idiom(words, right) { zh: "成语“{words}”用了阿拉伯数字，应作“{right}”", en: "The idiom “{words}” ({right}) has Arabic digits" }
    /// A year with 零.
    year_zero(words) { zh: "年份“{words}”里的“零”应作“〇”", en: "零 in the year “{words}” should be 〇" }
    /// Two ways to write dates in one text.
    date_forms(words, other) { zh: "日期“{words}”用汉字，前面的“{other}”用阿拉伯数字", en: "“{words}” is in Chinese numerals, “{other}” above in digits" }
    /// A measurement in Chinese numerals.
    measure(words) { zh: "“{words}”的单位是符号，数却是汉字", en: "“{words}” joins a unit's symbol to a Chinese numeral" }
    /// What to do.
    number_form_help() { zh: "同一类数在一篇里用同一种写法；计量、统计、公历日期用阿拉伯数字", en: "Write the same kind of number the same way throughout" }
    /// Less by several times.
    times_less(words) { zh: "“{words}”：减少不能用倍数说", en: "“{words}”: a decrease cannot be several times" }
    /// What to do.
    times_less_help() { zh: "改成百分比，或“降到原来的几分之几”", en: "Say it in per cent, or as a fraction of what it was" }
    /// Two words of approximation.
    approx_twice(words) { zh: "“{words}”里表示约数或界限的词前后重复或矛盾", en: "“{words}” says approximately, or at least, twice" }
    /// What to do.
    approx_twice_help() { zh: "前后两个词留一个", en: "Keep one of the two" }
    /// An enumeration comma inside an approximate number.
    approx_mark(words) { zh: "概数“{words}”中间用了顿号", en: "The approximate number “{words}” has a 、" }
    /// How to mend that.
    approx_mark_help(right) { zh: "写成“{right}”", en: "Write “{right}”" }
    /// A unit's symbol.
    unit_symbol(shown, right) { zh: "单位“{shown}”的规范写法是“{right}”", en: "The unit “{shown}” is written “{right}”" }
    /// No space before a unit.
    unit_space(words) { zh: "“{words}”的数与单位之间少一个空格", en: "“{words}” lacks a space between number and unit" }
    /// An old unit.
    unit_old(shown) { zh: "“{shown}”不是法定计量单位", en: "“{shown}” is no legal unit" }
    /// The weekday does not match.
    weekday(date, right) { zh: "{date}是星期{right}", en: "The weekday does not match {date}: it is 星期{right}" }
    /// What to do.
    weekday_help() { zh: "核对是日期错了还是星期错了", en: "See which of the two is wrong" }
    /// A day that does not exist.
    no_such_day(date) { zh: "没有“{date}”这一天", en: "There is no such day as {date}" }
    /// What to do.
    no_such_day_help() { zh: "对照日历改正", en: "Look it up in a calendar" }
    /// A year of two digits.
    short_year(words) { zh: "“{words}”的年份只写了两位", en: "The year of “{words}” has two digits" }
    /// What to do.
    short_year_help() { zh: "年份写全四位，如 2026年", en: "Write all four digits of the year" }
    /// An end before its beginning.
    ends_early(words) { zh: "“{words}”的结束早于开始", en: "“{words}” ends before it begins" }
    /// What to do.
    ends_early_help() { zh: "核对起止日期；跨年的把年份写出来", en: "Check both dates; write the years when it crosses one" }
    /// 截止 or 截至.
    deadline(shown, right) { zh: "“{shown}”应作“{right}”", en: "“{shown}” should be “{right}”" }
    /// What the difference is.
    deadline_help() { zh: "“截至”后面跟时间，“截止”是到时间为止不再办", en: "截至 takes a time; 截止 means closed" }
    /// A wrong name.
    name_wrong(shown, right) { zh: "“{shown}”在名单里的写法是“{right}”", en: "The list writes “{shown}” as “{right}”" }
    /// A short form before the full one.
    name_short(shown, right) { zh: "第一次提到“{shown}”时没有写全称“{right}”", en: "The first mention of “{shown}” is not its full form “{right}”" }
    /// How to mend that.
    name_help(right) { zh: "写成“{right}”", en: "Write “{right}”" }
    /// What the list says about a name.
    name_note(right, note) { zh: "写成“{right}”；名单注明：{note}", en: "Write “{right}”; the list says: {note}" }
    /// A long sentence.
    long_sentence(count, limit) { zh: "这一句有 {count} 个字，超过 {limit} 个，手机上要读好几行", en: "This sentence has {count} characters, more than {limit}" }
    /// A long paragraph.
    long_paragraph(count, limit) { zh: "这一段有 {count} 个字，超过 {limit} 个，手机上占满一屏", en: "This paragraph has {count} characters, more than {limit}" }
    /// Many passives.
    passive(count) { zh: "一句里有 {count} 个“被”字", en: "{count} passives in one sentence" }
    /// What to do.
    long_help() { zh: "在意思的停顿处断开，一句只说一件事", en: "Break it where the thought pauses" }
    /// What to do.
    passive_help() { zh: "说出谁做的，改成主动句", en: "Say who did it" }
    /// A heading's last mark.
    heading_mark(mark) { zh: "标题末尾有“{mark}”", en: "The heading ends with {mark}" }
    /// What to do.
    heading_mark_help() { zh: "删去标题末尾的标点；问号、叹号、省略号可以留", en: "Delete it; question marks, exclamation marks and ellipses may stay" }
    /// Words of a link that say nothing.
    link_words(words) { zh: "链接的文字“{words}”没有说出通向哪里", en: "The link's words “{words}” do not say where it leads" }
    /// An address as words.
    link_bare(address) { zh: "网址 {address} 直接露在正文里", en: "The bare address {address} stands in the text" }
    /// What to do.
    link_help() { zh: "用对方页面的名字做链接文字：[页面的名字](网址)", en: "Use the page's name as the link's words" }
    /// Words instead of a picture that say nothing.
    image_words(words) { zh: "图片说明“{words}”没有说出图里有什么", en: "“{words}” does not say what the picture shows" }
    /// What to do.
    image_help() { zh: "写一句图里有什么；文件名、“图片”“截图”都不算", en: "Say in a sentence what it shows; a file name does not" }
}
