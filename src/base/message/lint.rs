//! Sentences of the rules about form: Markdown, HTML, pictures, what phones show.

messages! { area = "lint";
    /// A picture without words.
    no_words(picture) { zh: "图片 {picture} 没有说明", en: "The picture {picture} has no words" }
    /// How to mend that.
    no_words_help() { zh: "在方括号里写一句图里有什么：![说明](图片)", en: "Say in the brackets what it shows: ![words](picture)" }
    /// Many links that lead away.
    many_links(count, limit) { zh: "外部网址有 {count} 个，超过 {limit} 个，都会列在文末", en: "There are {count} addresses outside the platform, more than {limit}; all are listed at the end" }
    /// How to mend that.
    many_links_help() { zh: "留下最重要的，其余放到“阅读原文”的页面", en: "Keep the important ones, put the rest on the page behind “read more”" }
    /// Long lines of code.
    wide_code(columns, limit, lines) { zh: "这行代码宽 {columns} 列，手机上超过 {limit} 列要滑很远；这段代码里这样的有 {lines} 行", en: "This line of code has {columns} columns; past {limit} a phone scrolls far. Lines like it in this block: {lines}" }
    /// How to mend that.
    wide_code_help() { zh: "换行，或只留看得懂的一段", en: "Break the line, or keep the part that matters" }
    /// A comment that reads like a note.
    note(words) { zh: "注释“{words}”像是内部批注，不会发给读者", en: "The comment “{words}” looks like a note; readers do not get it" }
    /// What to do with it.
    note_help() { zh: "办完之后删去，或写到评审意见里", en: "Settle and delete it, or put it into the review" }
    /// A list too deep.
    deep_list(limit) { zh: "列表套了超过 {limit} 层", en: "Lists are more than {limit} deep" }
    /// A quotation too deep.
    deep_quotation(limit) { zh: "引用套了超过 {limit} 层", en: "Quotations are more than {limit} deep" }
    /// How to mend that.
    deep_help() { zh: "拆成几段，或用小标题代替最外层", en: "Split it, or let headings take the outer level" }
    /// A diagram nobody draws.
    undrawn(language) { zh: "{language} 图画不出来，读者看到的是源码", en: "{language} is not drawn; readers see its source" }
    /// How to mend that.
    undrawn_help() { zh: "改用 mermaid，或导出成图片；要展示源码，把语言改成 text", en: "Use mermaid, or export a picture; to show the source, mark it as text" }
    /// A heading made by a line of dashes.
    underlined() { zh: "这条横线把上面的文字变成了二级标题", en: "This line of dashes turns the text above into a heading" }
    /// How to mend that.
    underlined_help() { zh: "要分隔线，在它上面空一行；要标题，写成“## 标题”", en: "For a rule, leave a blank line above; for a heading, write ## before it" }
    /// A table with many columns.
    wide_table(columns, limit) { zh: "表格有 {columns} 列，手机上放得下 {limit} 列", en: "The table has {columns} columns; a phone shows {limit}" }
    /// How to mend that.
    wide_table_help() { zh: "去掉不要紧的列，或把行列对调、拆成两个表", en: "Drop columns, turn the table, or split it" }
    /// A table with many rows.
    long_table(rows, limit) { zh: "表格有 {rows} 行，超过 {limit} 行很少有人看完，正文也会变得很长", en: "The table has {rows} rows; past {limit} few read on, and the content grows long" }
    /// How to mend that.
    long_table_help() { zh: "留下要紧的行，其余放到“阅读原文”的页面", en: "Keep the rows that matter, put the rest behind “read more”" }
    /// Contrast in dark mode.
    dark_contrast(ratio, wanted) { zh: "夜间模式下这里的文字对比度是 {ratio}，不到 {wanted}", en: "In dark mode this text has a contrast of {ratio}, less than {wanted}" }
    /// How to mend that.
    dark_contrast_help() { zh: "换一个与底色差得更远的颜色，或去掉手写的颜色", en: "Choose a colour farther from its ground, or leave the colour to the theme" }
    /// An article without text.
    no_opening() { zh: "没有写摘要，正文里也没有文字可以当摘要", en: "There is no summary, and no text that could be one" }
    /// A caption as summary.
    opening_caption(words, count) { zh: "没有写摘要，平台会取前 {count} 个字，开头是图注“{words}”", en: "There is no summary; the platform takes the first {count} characters, which begin with the caption “{words}”" }
    /// A greeting as summary.
    opening_greeting(words, count) { zh: "没有写摘要，平台会取前 {count} 个字，开头是问候“{words}”", en: "There is no summary; the platform takes the first {count} characters, which begin with the greeting “{words}”" }
    /// How to mend that.
    opening_help() { zh: "在 front matter 里写 summary", en: "Write summary in the front matter" }
    /// A mark that is none.
    dead_mark(shown) { zh: "行首的“{shown}”没有生效，会原样显示", en: "“{shown}” at the beginning of the line is no mark and shows as written" }
    /// How to mend that.
    dead_mark_help() { zh: "记号用半角，后面加一个空格", en: "Write the mark in ASCII, with a space behind it" }
    /// A link with a blank in its address.
    link_blank(shown) { zh: "“{shown}”的地址里有空格，没有变成链接", en: "The address in “{shown}” has a blank: it is no link" }
    /// How to mend that.
    link_blank_help() { zh: "用尖括号把地址括起来：(<地址>)", en: "Put the address into angle brackets: (<address>)" }
    /// A link with full-width brackets.
    link_wide(shown) { zh: "“{shown}”用了全角括号，没有变成链接", en: "“{shown}” uses full-width brackets: it is no link" }
    /// How to mend that.
    link_wide_help() { zh: "括号改成半角", en: "Use ASCII brackets" }
    /// A link with a blank before the address.
    link_apart(shown) { zh: "“{shown}”的两对括号之间有空格，没有变成链接", en: "There is a blank between the brackets of “{shown}”: it is no link" }
    /// How to mend that.
    link_apart_help() { zh: "去掉空格", en: "Delete the blank" }
    /// A link to a name that nobody defined.
    link_undefined(shown) { zh: "“{shown}”引用的名字没有定义，会原样显示", en: "“{shown}” uses a name that nobody defined and shows as written" }
    /// How to mend that.
    link_undefined_help() { zh: "补上一行“[名字]: 地址”，或直接写成 [文字](地址)", en: "Add a line “[name]: address”, or write [words](address)" }
    /// A link that is none, for another reason.
    link_dead(shown) { zh: "“{shown}”没有变成链接，会原样显示", en: "“{shown}” is no link and shows as written" }
    /// How to mend that.
    link_dead_help() { zh: "链接文字里不要再有链接，地址里不要有换行和多余的括号", en: "Keep links out of its words, and line ends and stray brackets out of its address" }
    /// A definition that no link uses.
    link_unused(label) { zh: "链接定义 [{label}] 没有用到，这一行不会显示", en: "The definition [{label}] is never used; its line does not show" }
    /// How to mend that.
    link_unused_help() { zh: "在正文里用它，或删去这一行", en: "Use it in the text, or delete the line" }
    /// Rows of a table that is none.
    table_unruled() { zh: "这几行像表格，但第二行不是分隔线，会原样显示", en: "These lines look like a table without the line under its head and show as written" }
    /// How to mend that.
    table_unruled_help(line) { zh: "在第一行下面加一行 {line}", en: "Add a line {line} below the first" }
    /// The caption of a picture that stands in a sentence.
    lost_caption(caption) { zh: "图片和文字在同一段，题注“{caption}”不会显示", en: "The picture stands in a paragraph with text; its caption “{caption}” is not shown" }
    /// How to show it.
    lost_caption_help() { zh: "图片前后各空一行", en: "Leave a blank line before and behind the picture" }
    /// Cells behind the last column.
    spare_cell(cell) { zh: "这一行比表头多出一格，“{cell}”不会显示", en: "This row has more cells than the head; “{cell}” is not shown" }
    /// How to show them.
    spare_cell_help() { zh: "给表头加一列；格子里要写竖线（代码、公式里也一样）就写成 \\|", en: "Add a column to the head; a bar inside a cell, of code or a formula too, is written \\|" }
    /// A table whose second line does not fit.
    table_ruled() { zh: "这几行像表格，但分隔线与表头对不上，会原样显示", en: "These lines look like a table whose second line does not fit its head, and show as written" }
    /// How to mend that.
    table_ruled_help() { zh: "分隔线紧跟在表头下面，列数和表头一样", en: "Let the line of dashes follow the head at once, with as many columns" }
    /// `!!! note`.
    admonition(mark) { zh: "“{mark}”开头的提示框在这里没有这种写法，会原样显示", en: "Boxes that begin with “{mark}” are not known here and show as written" }
    /// How to mend that.
    admonition_help(name) { zh: "改成单独一行的“::: {name} 标题”，正文不缩进，最后单独一行“:::”", en: "Write “::: {name} title” on a line, the text without indentation, and “:::” on a line at the end" }
    /// A class in braces.
    attribute(shown) { zh: "“{shown}”在这里不起作用，会原样显示", en: "“{shown}” does nothing here and shows as written" }
    /// How to mend that.
    attribute_help() { zh: "删去它；颜色写 <span style=\"color:#c00\">字</span>", en: "Delete it; for a colour write <span style=\"color:#c00\">字</span>" }
    /// `H~2~O`.
    subscript(shown) { zh: "单个 ~ 是“到”，“{shown}”不会变成下标", en: "A single ~ means “to”: “{shown}” is no subscript" }
    /// How to mend that.
    subscript_help(written) { zh: "写成 {written}", en: "Write {written}" }
    /// `$\frac{1}{2$`.
    formula(shown) { zh: "“{shown}”的花括号没有配对，不会变成公式，会原样显示", en: "The braces of “{shown}” do not match: it is no formula and shows as written" }
    /// How to mend that.
    formula_help() { zh: "补上缺少的花括号；不是公式的 $ 写成 \\$", en: "Add the brace that lacks; a $ that begins no formula is written \\$" }
    /// Markdown in a title.
    titled(shown) { zh: "标题和摘要里没有 Markdown 写法，“{shown}”会原样显示", en: "Titles and summaries are no Markdown: “{shown}” shows as written" }
    /// How to mend that.
    titled_help(words) { zh: "写成“{words}”", en: "Write “{words}”" }
    /// A picture that is a link.
    wide_mark() { zh: "图片前面的叹号是全角的，图片变成了链接", en: "The mark before the picture is full-width: the picture is a link" }
    /// How to mend that.
    wide_mark_help() { zh: "改成半角的叹号", en: "Write the ASCII exclamation mark" }
}
