//! Sentences of the area `render`.

messages! { area = "render";
    /// A language of code is unknown.
    code_language(name) { zh: "不认识代码语言“{name}”，这段代码没有着色", en: "The language {name} is unknown; this code has no colours" }
    /// Which language was probably meant.
    code_language_near(name) { zh: "改成“{name}”？", en: "Write {name}?" }
    /// How to mend an unknown language.
    code_language_help() { zh: "换一种写法（docs/markdown.md 列出了全部语言），不需要着色就写 text", en: "Use a name from docs/markdown.md, or text for no colours" }
    /// What `md.code-language` is about.
    about_code_language() { zh: "代码块的语言不认识，不着色", en: "A code block in an unknown language has no colours" }
    /// A theme does not exist.
    theme_missing(name) { zh: "没有主题“{name}”", en: "There is no theme named {name}" }
    /// How to mend a missing theme.
    theme_help(name) {
        zh: "把主题放到 layouts/themes/{name}/（至少要有 article.css），或改用内置主题 ink",
        en: "Put the theme into layouts/themes/{name}/ (article.css at least), or use the built-in theme ink",
    }
    /// A theme's file is no text.
    theme_encoding(path) { zh: "{path} 不是 UTF-8 文本", en: "{path} is not UTF-8 text" }
    /// A value of a theme's settings is of the wrong kind.
    theme_variable(name) { zh: "主题的 {name} 应当是一个值", en: "{name} of a theme takes a plain value" }
    /// A key of a theme's settings is unknown.
    theme_key(key) { zh: "主题没有 {key} 这个键", en: "A theme has no key {key}" }
    /// How to mend an unknown key of a theme.
    theme_key_help() { zh: "可用的键：title、about、extends、variables", en: "Keys of a theme: title, about, extends, variables" }
    /// The key that was probably meant.
    theme_key_near(key) { zh: "改成 {key}", en: "Write {key}" }
    /// The theme that was probably meant.
    theme_near(name) { zh: "改成 {name}；qianfa theme list 列出全部主题", en: "Write {name}; qianfa theme list shows every theme" }
    /// A template of a theme cannot be used.
    part_broken(message) { zh: "模板用不了：{message}", en: "The template cannot be used: {message}" }
    /// A class in a template without style.
    part_class(class) { zh: "没有规则写到类名“{class}”", en: "No rule is for the class {class}" }
    /// What to do about it.
    part_class_help(class) { zh: "在 article.css 里为 .{class} 写一条规则，或删掉这个类名", en: "Write a rule for .{class} in article.css, or delete the class" }
    /// What templates may use.
    part_help() {
        zh: "可用的变量：title、author、column、date、summary、site、account、words、minutes；只能引用同一主题里的模板",
        en: "Variables: title, author, column, date, summary, site, account, words, minutes; includes come from the same theme only",
    }
    /// A theme of the site, in a list.
    theme_own() { zh: "站点", en: "site    " }
    /// A theme of the program, in a list.
    theme_built_in() { zh: "内置", en: "built in" }
    /// Nothing is wrong with themes.
    theme_clean(names) { zh: "没有发现问题：{names}", en: "Nothing wrong: {names}" }
    /// A name that no theme can have.
    theme_name(name) { zh: "“{name}”不能作主题的名字", en: "{name} cannot be the name of a theme" }
    /// How to name a theme.
    theme_name_help() { zh: "用小写字母、数字和连字符，如 my-brand", en: "Use lower-case letters, digits and hyphens: my-brand" }
    /// There is something where a new theme would go.
    theme_exists(path) { zh: "{path} 已经存在", en: "{path} exists already" }
    /// How to mend an existing folder.
    theme_exists_help() { zh: "换一个名字，或先把它移开", en: "Choose another name, or move it away first" }
    /// A folder for a theme was written.
    theme_created(path, from) { zh: "写好了 {path}，照着 {from} 做的", en: "Wrote {path}, after {from}" }
    /// What to do with a new theme.
    theme_created_help(name) {
        zh: "在 qianfa.yaml 或文章里写 theme: {name} 使用它；改完运行 qianfa theme check {name}",
        en: "Use it with theme: {name} in qianfa.yaml or an article; after changes run qianfa theme check {name}",
    }
    /// Themes build on each other in a circle or too deep.
    theme_circle(name) { zh: "主题不能再以“{name}”为基础：绕成了圈，或者层数太多", en: "A theme cannot build on {name} here: that is a circle, or too deep" }
    /// A colour of code has too little contrast.
    theme_contrast(color) {
        zh: "代码颜色 {color} 与代码块底色的对比度不到 4.5，按正文颜色显示",
        en: "Code colour {color} has a contrast below 4.5 on the block's ground; the plain colour is used",
    }
    /// Text of a theme is hard to read in light mode.
    contrast_light(name, seen, least) {
        zh: "{name} 的字看不清：对比度 {seen}，至少要 {least}",
        en: "The text of {name} is hard to read: contrast {seen}, at least {least} is needed",
    }
    /// Text of a theme is hard to read in dark mode.
    contrast_dark(name, seen, least) {
        zh: "深色模式下 {name} 的字看不清：对比度 {seen}，至少要 {least}",
        en: "In dark mode the text of {name} is hard to read: contrast {seen}, at least {least} is needed",
    }
    /// How to mend contrast.
    contrast_help() {
        zh: "把字调深（明度 40% 以下），或换底色：纯灰、接近白的浅色、半透明的颜色在深色模式下都会变暗",
        en: "Make the text darker (lightness under 40 %), or change the ground: pure greys, near-white tints and transparent colours turn dark",
    }
    /// A block of a style sheet is not closed.
    css_unclosed() { zh: "这个花括号没有闭合", en: "This brace is not closed" }
    /// A selector that themes do not have.
    css_selector(selector) { zh: "主题不支持选择器“{selector}”", en: "Themes do not know the selector {selector}" }
    /// A selector of a state or a position.
    css_pseudo(selector) {
        zh: "“{selector}”说的是状态或位置，写不进行内样式；表格隔行可用 tr:nth-child(even)",
        en: "{selector} asks for a state or a position, which an inline style cannot; stripes of tables are tr:nth-child(even)",
    }
    /// A selector of an id or an attribute.
    css_attribute(selector) { zh: "“{selector}”按 id 或属性选取，正文里没有 id 和属性", en: "{selector} asks for ids or attributes; an article has none" }
    /// The selector `*`.
    css_universal() { zh: "不支持“*”：每个元素都写一遍样式会占满字数", en: "The selector * is not supported: a style on every element would use up the length of the article" }
    /// A selector of a neighbour.
    css_sibling(selector) { zh: "“{selector}”按相邻元素选取，写不进行内样式", en: "{selector} asks for a neighbour, which an inline style cannot" }
    /// A selector of a row.
    css_rows(selector) { zh: "“{selector}”落在表格的行上，手机不显示行的样式，写在 th 或 td 上", en: "{selector} styles rows of a table, which phones do not show: style th or td" }
    /// An at-rule.
    css_at_rule(name) { zh: "主题不支持 {name}：平台会删掉样式表", en: "Themes do not know {name}: the platform removes style sheets" }
    /// A selector that means nothing.
    css_unused(selector) { zh: "选择器“{selector}”对不上任何构件", en: "The selector {selector} matches no construct" }
    /// The name that was probably meant.
    css_unused_near(name) { zh: "改成 {name}，或删掉这条规则", en: "Write {name}, or delete the rule" }
    /// Contexts do not fit.
    css_too_many(most) { zh: "后代选择器的层次超过 {most} 种，后面的规则不再读取", en: "The selectors ask for more than {most} kinds of places; later rules are not read" }
    /// A declaration that readers would never get.
    css_declaration(declaration) {
        zh: "“{declaration}”到不了读者手机上",
        en: "{declaration} would not reach a reader's phone",
    }
    /// A property that nobody knows.
    css_property(name) { zh: "没有 {name} 这个属性", en: "There is no property {name}" }
    /// The property that was probably meant.
    css_property_near(name) { zh: "改成 {name}", en: "Write {name}" }
    /// A value that a property does not take.
    css_value(value, name) { zh: "{name} 不能是“{value}”", en: "{name} cannot be {value}" }
    /// What colours are.
    css_no_color_help() { zh: "写 #rrggbb、rgb() 或 CSS 的颜色名", en: "Write #rrggbb, rgb() or one of the names of CSS" }
    /// Where values are listed.
    css_value_help() { zh: "可用的属性和值见 docs/themes.md", en: "See docs/themes.md for properties and their values" }
    /// How to do without positions.
    css_layout_help() { zh: "改用 margin、inline-block 或表格排布：平台会删掉定位，编辑器会拆掉 flex 和 grid", en: "Use margins, inline-block or a table: the platform removes positions, its editor takes flex and grid apart" }
    /// How to do without motion.
    css_motion_help() { zh: "删掉这一条：正文里没有动画", en: "Delete it: nothing moves in an article" }
    /// How to do without fonts.
    css_font_help() { zh: "删掉这一条，或只写在 code、pre 上并以 monospace 结尾：手机用自己的字体", en: "Delete it, or set it on code and pre only, ending in monospace: phones use their own fonts" }
    /// How to do without effects.
    css_effect_help() { zh: "改用 border、background、padding 装饰：手机不画这种效果", en: "Decorate with borders, backgrounds and padding: phones do not draw this effect" }
    /// How to do without `!important`.
    css_important_help() { zh: "去掉 !important：它会压住平台自己的样式和深色模式", en: "Remove !important: it works against the platform's styles and dark mode" }
    /// Brackets are not closed.
    css_brackets(value) { zh: "“{value}”的括号没有闭合", en: "A bracket of {value} is not closed" }
    /// A calculation with more than one unit.
    css_calc(text) { zh: "calc({text}) 算不出一个固定的值，平台会删掉它", en: "calc({text}) is no fixed value, and the platform removes it" }
    /// A colour that cannot be read.
    css_color(color) { zh: "“{color}”不是颜色", en: "{color} is no colour" }
    /// A variable that nobody set.
    css_variable(name) { zh: "没有变量 {name}", en: "There is no variable {name}" }
    /// The variable that was probably meant.
    css_variable_near(name) { zh: "改成 --{name}，或在 theme.yaml 的 variables 里写上它", en: "Write --{name}, or set it under variables in theme.yaml" }
    /// A variable that uses itself.
    css_variable_loop(name) { zh: "变量 {name} 引用了自己，或者层数太多", en: "The variable {name} uses itself, or is too deep" }
    /// A variable outside `:root`, or something else inside.
    css_root(name) { zh: "{name} 放错了地方：变量写在 :root 里，:root 里也只有变量", en: "{name} stands in the wrong place: variables belong into :root, and nothing else does" }
    /// Where variables belong.
    css_root_help() { zh: "把变量写进 theme.yaml 的 variables，或 article.css 的 :root", en: "Set variables in theme.yaml under variables, or in :root of article.css" }
    /// What a theme's style sheet may hold.
    css_help() {
        zh: "可用元素名、.类名、后代、> 和逗号；构件和属性见 docs/themes.md",
        en: "Elements, .classes, descendants, > and commas are known; docs/themes.md lists constructs and properties",
    }
    /// A link to a draft.
    temporary_link() { zh: "这是草稿的临时链接，会失效，平台也不接受", en: "This is a temporary link to a draft; it expires and the platform refuses it" }
    /// How to mend a link to a draft.
    temporary_link_help() { zh: "换成文章发布后的永久链接", en: "Use the permanent link of the published article" }
    /// A container that nobody knows.
    container_unknown(name) { zh: "没有叫“{name}”的容器，里面的内容按普通段落显示", en: "No container is called {name}; its content shows as ordinary blocks" }
    /// A container whose name is nearly one.
    container_near(known) { zh: "改成“::: {known}”", en: "Write ::: {known}" }
    /// Which containers there are.
    container_known() {
        zh: "可用的容器见 docs/markdown.md：note、tip、quote、steps、compare、cta、columns、gallery、swipe、card 等",
        en: "docs/markdown.md lists the containers: note, tip, quote, steps, compare, cta, columns, gallery, swipe, card and more",
    }
    /// A container is not closed.
    container_open(name) { zh: "容器“{name}”没有闭合，到它所在的列表项、引用或文末为止", en: "The container {name} is not closed; it ends with the item, quotation or article around it" }
    /// How to mend a container that is not closed.
    container_open_help() { zh: "在内容后面单独一行写“:::”，冒号与开头一样多", en: "Write ::: on a line of its own behind the content, with as many colons as the first line" }
    /// A fence closes nothing.
    container_stray() { zh: "这里没有打开的容器可以闭合，这一行不显示", en: "No container is open here to be closed; this line does not show" }
    /// How to mend a fence that closes nothing.
    container_stray_help() { zh: "删掉这一行，或在内容前面补上“::: 名称”", en: "Delete the line, or write ::: and a name before the content" }
    /// A mini-program's id is none.
    mini_program(appid) { zh: "“{appid}”不是小程序的 AppID，这里只显示文字", en: "{appid} is no mini-program's AppID; only the text shows" }
    /// How to mend a link to a mini-program.
    mini_program_help() { zh: "AppID 以 wx 开头，共 18 个字符，在小程序后台“开发管理”里查看", en: "An AppID begins with wx and has 18 characters; the mini-program's console shows it" }
    /// A link to an article where no articles are known.
    article_alone(name) { zh: "这里不知道站点里的文章，[[{name}]] 只显示文字", en: "No articles of a site are known here; [[{name}]] shows as text" }
    /// When links to articles work.
    article_alone_help() { zh: "放进站点的 content 目录再渲染，[[…]] 按站点的文章和台账里的地址变成链接", en: "Inside a site's content folder it becomes a link, by the site's articles and the ledger's addresses" }
    /// A link to an article that does not exist.
    article_unknown(name) { zh: "站点里没有文章“{name}”", en: "The site has no article {name}" }
    /// An article whose name is near.
    article_near(name) { zh: "改成 [[{name}]]", en: "Write [[{name}]]" }
    /// How to name an article.
    article_unknown_help() { zh: "写文章的目录名、标题或 uid", en: "Name it by its folder, title or uid" }
    /// A link of an article to itself.
    article_itself() { zh: "这个链接指向文章自己，只显示文字", en: "This link leads to its own article; only its text shows" }
    /// How to mend a link of an article to itself.
    article_itself_help() { zh: "改成别的文章，或去掉方括号", en: "Name another article, or drop the brackets" }
    /// A link to an article that is not published.
    article_unpublished(title) { zh: "《{title}》还没有发布，没有地址可以链接", en: "“{title}” is not published and has no address to link to" }
    /// How to mend a link to an article that is not published.
    article_unpublished_help() { zh: "先发布那一篇，或把链接改成文字", en: "Publish that article first, or write plain text" }
    /// A link to an article that goes out later.
    article_later(title) { zh: "《{title}》计划在本文之后发布，本文发布时它还没有地址", en: "“{title}” is planned after this article and has no address when this one goes out" }
    /// How to mend a link to an article that goes out later.
    article_later_help() { zh: "把那一篇提前，或把链接改成文字", en: "Move that article forward, or write plain text" }
    /// About the rule on unpublished articles.
    about_unpublished() { zh: "链接到还没有发布的文章，读者点不开", en: "A link to an article that has no address yet" }
    /// About the rule on containers.
    about_container() { zh: "容器的名称不认识，或者冒号行没有配对", en: "A container is unknown, or its fences do not pair" }
    /// About the rule on mini-programs.
    about_mini_program() { zh: "小程序链接的 AppID 不对，读者点不开", en: "A link to a mini-program whose AppID cannot be one" }
    /// A footnote is not defined.
    footnote_undefined(label) { zh: "脚注 [^{label}] 没有定义，会原样显示", en: "Footnote [^{label}] is not defined and shows as written" }
    /// How to mend an undefined footnote.
    footnote_undefined_help(label) { zh: "补上一行“[^{label}]: 注文”，或删掉这个记号", en: "Add a line “[^{label}]: text”, or delete the mark" }
    /// A footnote is not used.
    footnote_unused(label) { zh: "脚注 [^{label}] 没有被引用，不会显示", en: "Footnote [^{label}] is never used and does not show" }
    /// How to mend an unused footnote.
    footnote_unused_help(label) { zh: "在正文里引用 [^{label}]，或删掉这条脚注", en: "Use [^{label}] in the text, or delete the footnote" }
    /// A second footnote of that name.
    footnote_twice(label) { zh: "脚注 [^{label}] 前面已有一条，这一条不会显示", en: "There is a footnote [^{label}] before; this one does not show" }
    /// How to show it.
    footnote_twice_help() { zh: "换一个名字，正文里用到它的地方也改", en: "Give it another name, and use that in the text" }
    /// A picture file is missing.
    picture_missing(path) { zh: "没有图片 {path}", en: "The picture {path} does not exist" }
    /// A picture lies outside the site.
    picture_outside(path) { zh: "图片 {path} 指到了站点之外", en: "The picture {path} leads out of the site" }
    /// How to mend a missing picture.
    picture_missing_help() { zh: "把图片放在文章旁边，路径从文章所在的目录写起", en: "Put the picture beside the article; its path starts at the article's folder" }
    /// A picture is somewhere else.
    picture_remote(url) { zh: "图片不在站点里：{url}", en: "The picture is not in the site: {url}" }
    /// How to mend a remote picture.
    picture_remote_help() { zh: "把图片下载到文章旁边再引用，平台会丢掉外站图片", en: "Download the picture beside the article; the platform drops pictures of other sites" }
    /// A picture has text, and there is no font.
    no_font() { zh: "这里要画出文字，但没有可用的中文字体", en: "There is text to draw here, and no Chinese font" }
    /// A card's design that is no template.
    card_template(reason) { zh: "封面卡片的模板有错：{reason}", en: "The design of the cover card has a mistake: {reason}" }
    /// How to mend it.
    card_template_help() { zh: "改正 layouts/cards/ 里的这个 SVG 模板，或换一个自带的", en: "Correct the SVG template in layouts/cards/, or use a built-in design" }
    /// How to mend a missing font.
    no_font_help() {
        zh: "装上 fonts-noto-cjk（Debian、Ubuntu：apt-get install fonts-noto-cjk），或把字体文件放进站点，在 qianfa.yaml 写 fonts: [fonts/文件名.otf]",
        en: "Install fonts-noto-cjk (Debian, Ubuntu: apt-get install fonts-noto-cjk), or put a font file into the site and write fonts: [fonts/name.otf] into qianfa.yaml",
    }
    /// The fonts lack characters.
    no_glyphs(characters) { zh: "字体里没有这些字：{characters}", en: "The fonts have no glyphs for {characters}" }
    /// How to mend missing characters.
    no_glyphs_help() {
        zh: "换掉这些字，或在 qianfa.yaml 的 fonts 里加一个有这些字的字体",
        en: "Replace these characters, or add a font that has them to fonts in qianfa.yaml",
    }
    /// A drawing is no SVG.
    drawing_malformed(reason) { zh: "这张图读不出来：{reason}", en: "This drawing cannot be read: {reason}" }
    /// A drawing is too large.
    drawing_heavy() { zh: "这张图太大或太复杂，画不了", en: "This drawing is too large or too laborious" }
    /// A drawing shows something from outside.
    drawing_external(target) { zh: "图里引用了外部内容 {target}，不会显示", en: "The drawing refers to {target} outside itself, which would not show" }
    /// A drawing holds HTML.
    drawing_foreign() { zh: "图里嵌了 HTML（foreignObject），画不出来", en: "The drawing holds HTML (foreignObject), which cannot be drawn" }
    /// How to mend a diagram.
    diagram_help() {
        zh: "改正这里的 Mermaid；在那之前，读者看到的是图的源码",
        en: "Correct the Mermaid here; until then readers see its source",
    }
    /// A diagram is too large.
    diagram_large(lines, kilobytes) {
        zh: "这张图超过 {lines} 行或 {kilobytes} KB，手机上也看不清",
        en: "This diagram has more than {lines} lines or {kilobytes} KB, which no phone shows legibly",
    }
    /// A diagram is too wide for a phone.
    diagram_wide() { zh: "这张图太宽，缩到手机上看不清，滑也滑不完", en: "This diagram is too wide for a phone: too small when it fits, endless when it scrolls" }
    /// How to mend a wide diagram.
    diagram_wide_help() {
        zh: "改成从上到下（TD），或拆成几张；在那之前，读者看到的是图的源码",
        en: "Let it run from top to bottom (TD), or split it; until then readers see its source",
    }
    /// A diagram has a number without end.
    diagram_number() { zh: "这里的数字或年份太大，画不了", en: "The number or year here is too large to draw" }
    /// A diagram is of an unknown kind.
    diagram_kind(name) { zh: "没有“{name}”这种图", en: "There is no kind of diagram named {name}" }
    /// A diagram has nothing in it.
    diagram_empty() { zh: "图里什么都没有", en: "The diagram is empty" }
    /// A statement of a diagram is unknown.
    diagram_statement() { zh: "图的这一行看不懂", en: "This line of the diagram is not understood" }
    /// A number of a diagram is none.
    diagram_bad_number() { zh: "图的这一行里，数字写得不对", en: "A number in this line of the diagram is malformed" }
    /// Something in a diagram is not closed.
    diagram_unclosed() { zh: "图的这一行里，括号、引号或块没有闭合", en: "A bracket, quote or block in this line of the diagram is not closed" }
    /// A diagram cannot be drawn.
    diagram_broken(reason) { zh: "图画不出来：{reason}", en: "The diagram cannot be drawn: {reason}" }
    /// An SVG file is no SVG.
    svg_malformed(path, line, reason) { zh: "{path} 第 {line} 行读不下去：{reason}", en: "{path} cannot be read from line {line} on: {reason}" }
    /// How to mend an SVG.
    svg_help() {
        zh: "用画图软件重新导出 SVG（文字转成轮廓、图片嵌入文件），或导出 PNG",
        en: "Export the SVG again (text as outlines, pictures embedded), or export a PNG",
    }
    /// A formula has an unknown command.
    formula_unknown(command) { zh: "公式里的命令 {command} 不认识", en: "The command {command} of the formula is not known" }
    /// A formula ends too early.
    formula_unfinished(expected) { zh: "公式没有写完，缺“{expected}”", en: "The formula ends too early: {expected} is missing" }
    /// A formula holds something that nothing in it asks for.
    formula_unexpected(got) { zh: "公式里不能在这里写“{got}”", en: "The formula cannot hold {got} here" }
    /// A formula has something in the wrong place.
    formula_expected(expected, got) { zh: "公式这里应当是“{expected}”，而不是“{got}”", en: "The formula needs {expected} here, not {got}" }
    /// A formula cannot be drawn.
    formula_broken(reason) { zh: "公式画不出来：{reason}", en: "The formula cannot be drawn: {reason}" }
    /// How to mend a formula.
    formula_help() {
        zh: "改正这里的 LaTeX；在那之前，读者看到的是公式源码",
        en: "Correct the LaTeX here; until then readers see its source",
    }
    /// An element is removed with its content.
    html_removed(name) { zh: "<{name}> 连同内容会被去掉", en: "<{name}> is removed with its content" }
    /// An element is removed, its content stays.
    html_unwrapped(name) { zh: "<{name}> 标签会被去掉，里面的文字保留", en: "The tag <{name}> is removed; its text stays" }
    /// A picture of a pixel, or a stand-in for one that was to be loaded later.
    html_spacer() { zh: "这张占位的图片读者看不到，会被去掉", en: "This placeholder picture shows nothing and is removed" }
    /// How to mend it.
    html_spacer_help() { zh: "删掉它；原来的网页在这里另有图片的，把那张图下载到文章旁边再引用", en: "Delete it; where the page it came from showed a picture here, download that one beside the article" }
    /// A picture inside the text.
    picture_embedded(kilobytes) { zh: "图片写在了正文里（data: 地址，约 {kilobytes} KB），平台会丢掉它", en: "The picture is written into the text (a data: address of about {kilobytes} KB); the platform drops it" }
    /// How to mend it.
    picture_embedded_help() { zh: "存成图片文件，放在文章旁边再引用", en: "Save it as a file beside the article and refer to that" }
    /// A comment that nobody ends.
    html_comment_open() { zh: "这条注释没有结束，后面的正文都不会显示", en: "This comment does not end; the text after it will not show" }
    /// How to end a comment.
    html_comment_help() { zh: "在注释末尾补上“-->”，或删掉“<!--”", en: "End the comment with -->, or delete <!--" }
    /// Attributes or declarations are removed.
    html_attributes(name, lost) { zh: "<{name}> 上的 {lost} 不会保留", en: "{lost} on <{name}> is not kept" }
    /// How to mend removed HTML.
    html_removed_help() { zh: "改用 Markdown 写法，或平台保留的标签和行内样式", en: "Write it in Markdown, or with tags and inline styles that the platform keeps" }
    /// A picture message holds what cannot be text.
    pictures_markup() { zh: "图片消息只有纯文字，这里的排版不会显示", en: "A picture message is plain text; this markup does not show" }
    /// How to mend markup in a picture message.
    pictures_markup_help() { zh: "改写成文字，或把它画进图片里", en: "Write it as text, or draw it into a picture" }
    /// The fragment has too many bytes.
    content_bytes(bytes, limit) { zh: "正文 {bytes} 字节，超过平台的 {limit} 字节", en: "The content has {bytes} bytes; the platform takes {limit}" }
    /// The fragment has many characters.
    content_characters(characters, limit) {
        zh: "正文连标记 {characters} 个字符，超过平台文档写的 {limit}",
        en: "The content has {characters} characters with markup; the platform documents {limit}",
    }
    /// How to mend a long article.
    content_help() { zh: "拆成两篇，或精简表格和代码块：标记也算字符", en: "Split the article, or trim tables and code blocks: markup counts" }
    /// The phone page of a theme cannot be made.
    page_template(reason) { zh: "主题的 page.html 用不了：{reason}", en: "page.html of the theme cannot be used: {reason}" }
    /// The line of an article page that leads to the original.
    read_more() { zh: "阅读原文", en: "Read more" }
    /// How much the platform counts of an article.
    page_weight(characters, most) { zh: "连标记 {characters} / {most} 字符", en: "{characters} of {most} characters with markup" }
    /// The foot of a page with a payload.
    page_payload(digest) { zh: "载荷 {digest}", en: "Payload {digest}" }
    /// How long an article takes.
    page_minutes(minutes) { zh: "约 {minutes} 分钟", en: "About {minutes} min" }
    /// What readers see of a rendered file.
    stats_read(han, words, minutes) {
        zh: "读者看到：{han} 个汉字，{words} 个西文词，约读 {minutes} 分钟",
        en: "Readers see {han} Chinese characters and {words} other words: about {minutes} min",
    }
    /// Characters against what is advised.
    stats_size(characters, advised, share) {
        zh: "字符（含标记）：{characters}，文档建议不超过 {advised}，已用 {share}",
        en: "Characters with markup: {characters}, {share} of the documented {advised}",
    }
    /// Bytes against what is allowed.
    stats_bytes(bytes, allowed, share) {
        zh: "字节：{bytes}，平台最多收 {allowed}，已用 {share}",
        en: "Bytes: {bytes}, {share} of the {allowed} that the platform takes",
    }
    /// Markup against text.
    stats_split(markup, markup_share, styles, text, text_share) {
        zh: "标记 {markup} 个字符（{markup_share}，其中样式 {styles}），文字 {text} 个（{text_share}）",
        en: "Markup {markup} characters ({markup_share}; styles {styles} of them), text {text} ({text_share})",
    }
    /// Depth, references, links, pictures.
    stats_structure(depth, references, links, pictures) {
        zh: "标签最深 {depth} 层；文末参考链接 {references} 条，可点的链接 {links} 个，图片 {pictures} 张",
        en: "Tags nest {depth} deep; {references} references at the end, {links} live links, {pictures} pictures",
    }
    /// Head of a column: what characters are spent on.
    stats_part() { zh: "花在哪里", en: "Spent on" }
    /// Head of a column.
    stats_count() { zh: "个数", en: "Count" }
    /// Head of a column: characters of tags.
    stats_markup() { zh: "标记字符", en: "Markup" }
    /// Head of a column: characters of text.
    stats_text() { zh: "文字字符", en: "Text" }
    /// Head of a column: share of all characters.
    stats_share() { zh: "占比", en: "Share" }
    /// Above the heaviest styles.
    stats_styles() { zh: "最占字符的样式（合计 = 次数 × 样式）：", en: "Heaviest styles (total = uses × style):" }
    /// Above the pictures.
    stats_pictures() { zh: "图片（字节、像素、格式、文件）：", en: "Pictures (bytes, pixels, format, file):" }
    /// What characters are spent on.
    part_picture() { zh: "图片", en: "pictures" }
    /// What characters are spent on.
    part_code() { zh: "代码块", en: "code blocks" }
    /// What characters are spent on.
    part_table() { zh: "表格", en: "tables" }
    /// What characters are spent on.
    part_heading() { zh: "标题", en: "headings" }
    /// What characters are spent on.
    part_list() { zh: "列表", en: "lists" }
    /// What characters are spent on.
    part_quote() { zh: "引用", en: "quotations" }
    /// What characters are spent on.
    part_paragraph() { zh: "段落", en: "paragraphs" }
    /// What characters are spent on.
    part_divider() { zh: "分隔线", en: "dividers" }
    /// What characters are spent on.
    part_box() { zh: "外框与其他", en: "boxes and the rest" }
    /// Standard input or the folder cannot be read.
    no_input(reason) { zh: "读不了输入：{reason}", en: "Cannot read the input: {reason}" }
    /// A Markdown file is no text.
    not_utf8(path, offset) { zh: "{path} 不是 UTF-8 文本：第 {offset} 字节之后读不出来", en: "{path} is not UTF-8 text: unreadable behind byte {offset}" }
    /// A front matter value is of the wrong kind.
    head_text(key) { zh: "{key} 应当是一段文字", en: "{key} takes a text" }
    /// The target of a build is somebody's work.
    build_foreign(path) { zh: "{path} 已经存在，而且不是 build 生成的目录", en: "{path} exists and was not made by build" }
    /// How to mend a foreign target.
    build_foreign_help() { zh: "换一个 --out 目录，或先自己移走它", en: "Name another folder with --out, or move it away first" }
    /// The index of a build cannot be made.
    build_index(reason) { zh: "目录页生成不了：{reason}", en: "Cannot make the index: {reason}" }
    /// The last line of a build.
    built(articles, pictures, path) { zh: "生成了 {articles} 篇文章、{pictures} 张图：{path}", en: "Built {articles} articles and {pictures} pictures: {path}" }
    /// A build found errors.
    nothing_built(errors) { zh: "有 {errors} 个错误，什么都没有写", en: "{errors} errors; nothing was written" }
    /// A fragment breaks a rule of its own: a fault of the program.
    violation(rule, seen) { zh: "渲染结果违反规则 {rule}：{seen}", en: "The rendered fragment breaks rule {rule}: {seen}" }
    /// An article goes out at the next free slot.
    index_next() { zh: "下一个空档", en: "Next free slot" }
    /// How many articles an index has.
    index_count(count) { zh: "{count} 篇", en: "{count} articles" }
    /// An article is being written.
    index_draft() { zh: "写作中", en: "Draft" }
    /// An article is a picture message.
    index_pictures() { zh: "图片消息", en: "Pictures" }
    /// An article has no time.
    index_unscheduled() { zh: "未排期", en: "Not scheduled" }
    /// The mode `mass`.
    mode_mass() { zh: "群发", en: "Mass send" }
    /// The mode `publish`.
    mode_publish() { zh: "发布", en: "Publish" }
    /// The mode `draft`.
    mode_draft() { zh: "存草稿", en: "Draft box" }
    /// What `asset.svg` is about.
    about_svg() { zh: "SVG 画不出来", en: "An SVG that cannot be drawn" }
    /// What `asset.cover` is about.
    about_cover() { zh: "封面不够清晰，或封面卡片画不出来", en: "A cover that is not sharp, or a cover card that cannot be drawn" }
    /// What `asset.font` is about.
    about_font() { zh: "图里有文字，却没有合用的字体", en: "Text in a picture, and no font to set it in" }
    /// What `md.formula` is about.
    about_formula() { zh: "公式画不出来", en: "A formula that cannot be drawn" }
    /// Rule `asset.motion`.
    about_motion() { zh: "动图会变成静图，或在手机上可能不动", en: "An animation that becomes a still picture, or may stand still on phones" }
    /// What `asset.remote` is about.
    about_remote() { zh: "图片不在站点里", en: "A picture that is not in the site" }
    /// What `asset.unreadable` is about.
    about_unreadable() { zh: "图片文件用不了", en: "A picture file that cannot be used" }
    /// What `theme.contrast` is about.
    about_contrast() { zh: "主题的代码颜色看不清", en: "A theme's colour of code with too little contrast" }
    /// What `theme.css` is about.
    about_css() { zh: "主题的 article.css 里有到不了读者的写法", en: "Something in a theme's article.css that would never reach readers" }
    /// What `theme.missing` is about.
    about_theme() { zh: "主题不存在", en: "A theme that does not exist" }
    /// What `theme.part` is about.
    about_part() { zh: "主题的页头、页脚或卡片模板用不了", en: "A header, footer or card of a theme cannot be used" }
    /// What `theme.variable` is about.
    about_variable() { zh: "theme.yaml 的键或值", en: "A key or value of theme.yaml" }
    /// What `wx.content-length` is about.
    about_length() { zh: "正文超过平台的长度：字节数是错误，字符数是警告", en: "Content longer than the platform takes (bytes: error) or documents (characters: warning)" }
    /// What `wx.fragment` is about.
    about_fragment() { zh: "渲染结果不合平台的规则（程序的错）", en: "A rendered fragment that breaks the platform's rules (a fault of the program)" }
    /// What `wx.pictures-text` is about.
    about_pictures_text() { zh: "图片消息里的排版", en: "Markup in a picture message" }
    /// What `wx.temporary-link` is about.
    about_temporary_link() { zh: "草稿的临时链接", en: "A temporary link to a draft" }
    /// Facts of a rule of rendering.
    rule_facts(rule, level) { zh: "{rule} · {level} · 渲染时检查", en: "{rule} · {level} · checked when rendering" }
}
