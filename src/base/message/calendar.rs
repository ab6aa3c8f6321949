//! Sentences of the calendar of a build.

messages! { area = "calendar";
    /// What the page is.
    title() { zh: "发布日历", en: "Calendar" }
    /// The head of a month.
    month(year, month) { zh: "{year} 年 {month} 月", en: "{year}-{month}" }
    /// Monday.
    day_0() { zh: "周一", en: "Mon" }
    /// Tuesday.
    day_1() { zh: "周二", en: "Tue" }
    /// Wednesday.
    day_2() { zh: "周三", en: "Wed" }
    /// Thursday.
    day_3() { zh: "周四", en: "Thu" }
    /// Friday.
    day_4() { zh: "周五", en: "Fri" }
    /// Saturday.
    day_5() { zh: "周六", en: "Sat" }
    /// Sunday.
    day_6() { zh: "周日", en: "Sun" }
    /// A day without a time.
    all_day() { zh: "时间未定", en: "Time open" }
    /// Editions that wait for a free slot.
    next() { zh: "等下一个空档", en: "Waiting for the next free slot" }
    /// Articles without a time.
    unscheduled(count) { zh: "还有 {count} 篇没有排期，见目录", en: "{count} more without a date: see the index" }
    /// Nothing is planned.
    empty(example) { zh: "还没有排期的文章；在文章开头写 publish: {example}", en: "Nothing is planned yet; write publish: {example} into an article's front matter" }
    /// How many editions.
    count(editions) { zh: "{editions} 期", en: "{editions} editions" }
    /// An edition that may go out.
    ready() { zh: "已定稿", en: "Ready" }
    /// An edition that is being written.
    draft() { zh: "写作中", en: "Draft" }
    /// The articles below the first.
    more(title, count) { zh: "{title}（等 {count} 篇）", en: "{title} ({count} articles)" }
    /// To the index.
    index() { zh: "目录", en: "Index" }
    /// The file for calendar programs.
    file() { zh: "导入日历程序", en: "For calendar programs" }
}
