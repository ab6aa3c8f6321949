//! Sentences about campaign plans: prizes, prices, ways of taking part, personal data, dates.

messages! { area = "campaign";
    /// A prize whose name tells of a value above the cap.
    named_over(name, value, limit) { zh: "奖品“{name}”的说明里写了 {value} 元，超过抽奖的上限 {limit} 元", en: "The prize “{name}” speaks of {value} yuan, above the cap of {limit} yuan for draws" }
    /// Several prizes with one entry.
    sum_over(times, value, limit) { zh: "一次参与最多可中 {times} 份，最高合计 {value} 元，超过上限 {limit} 元", en: "One entry can win {times} prizes worth {value} yuan in all, above the cap of {limit} yuan" }
    /// A text that promises too much.
    text_over(shown, limit) { zh: "抽奖的奖品写到了 {shown}，上限是 {limit} 元", en: "A draw speaks of {shown}; the cap is {limit} yuan" }

    /// What a plan with prizes lacks.
    info_missing(keys) { zh: "有奖活动还缺应当事先公示的内容：{keys}", en: "The campaign lacks what has to be told before it starts: {keys}" }
    /// How to mend it.
    info_help() { zh: "在 rules、prizes、forfeiture 里补齐，并让活动文章写出同样的内容", en: "Add it under rules, prizes and forfeiture, and let the article say the same" }
    /// What a prize lacks.
    prize_missing(name, keys) { zh: "奖品“{name}”还缺：{keys}", en: "The prize “{name}” lacks {keys}" }
    /// How to mend it.
    prize_missing_help() { zh: "写上市场价 unit_value，以及数量 quantity 或中奖概率 odds", en: "Give its market value (unit_value), and a quantity or odds" }
    /// Odds of a prize that cannot be.
    prize_odds(name, odds) { zh: "奖品“{name}”的中奖概率 {odds} 不可能：应当大于 0，不超过 100%", en: "The odds of the prize “{name}”, {odds}, cannot be: above nought, and 100% at most" }
    /// Odds that are more than certain together.
    prize_odds_sum(sum) { zh: "各个奖品的中奖概率加起来是 {sum}%，超过了 100%", en: "The odds of the prizes add up to {sum}%, more than 100%" }
    /// How to mend odds.
    prize_odds_help() { zh: "写真实的概率；公示的概率必须和抽奖程序一致", en: "Give the true odds, those that the draw really uses" }
    /// A draw without prizes.
    no_prizes() { zh: "抽奖活动没有写奖品", en: "A draw without prizes" }
    /// How to mend it.
    no_prizes_help() { zh: "在 prizes 里逐项写名称、种类、数量和市场价", en: "List name, kind, quantity and market value of each under prizes" }
    /// A vague promise of prizes.
    vague_prize(word) { zh: "“{word}”没有说清奖品是什么、有多少", en: "“{word}” does not say what the prizes are, nor how many" }

    /// Odds that are not the plan's.
    other_odds(shown, planned) { zh: "中奖概率写的是 {shown}，活动计划里是 {planned}", en: "The odds are given as {shown}; the plan says {planned}" }
    /// A value that is not the plan's.
    other_value(name, shown, planned) { zh: "奖品“{name}”的价值写的是 {shown}，活动计划里是 {planned} 元", en: "The prize “{name}” is said to be worth {shown}; the plan says {planned} yuan" }
    /// A quantity that is not the plan's.
    other_quantity(name, shown, planned) { zh: "奖品“{name}”写的是 {shown}，活动计划里的数量是 {planned}", en: "“{shown}” of the prize “{name}”; the plan has {planned}" }
    /// A day of drawing that is not the plan's.
    other_draw(shown, planned) { zh: "开奖写的是 {shown}，活动计划里是 {planned}", en: "The draw is on {shown} here and on {planned} in the plan" }
    /// A last day of claiming that is not the plan's.
    other_claim(shown, planned) { zh: "领奖截止写的是 {shown}，活动计划里是 {planned}", en: "Prizes can be claimed until {shown} here and until {planned} in the plan" }
    /// A beginning that is not the plan's.
    other_start(shown, planned) { zh: "活动开始写的是 {shown}，活动计划里是 {planned}", en: "The campaign begins on {shown} here and on {planned} in the plan" }
    /// An end that is not the plan's.
    other_end(shown, planned) { zh: "活动截止写的是 {shown}，活动计划里是 {planned}", en: "The campaign ends on {shown} here and on {planned} in the plan" }
    /// How to mend it.
    contradiction_help() { zh: "以活动计划为准改成一样；计划错了就先改计划，重新送审", en: "Say what the plan says; if the plan is wrong, mend and review it first" }
    /// The plan's own word.
    in_the_plan() { zh: "活动计划里写的", en: "what the plan says" }
    /// An invitation after the end.
    after_end(shown, end) { zh: "活动到 {end} 就结束了，这篇更晚发出，却还写着“{shown}”", en: "The campaign is over on {end}; this goes out later and still says “{shown}”" }
    /// How to mend it.
    after_end_help() { zh: "提前到活动期间发出，或改成结果公布、往期回顾", en: "Publish it while the campaign runs, or turn it into its results" }

    /// Something changed after the start.
    changed(what) { zh: "活动已经开始，{what}和开始时不一样", en: "The campaign has started, and {what} is not what it was then" }
    /// How to mend it.
    changed_help() { zh: "改回开始时的写法；确有正当理由的，在 changes 里写明日期、内容和理由，并公告", en: "Put back what stood there at the start; with good reason note date, what and why under changes, and announce it" }
    /// What it was.
    was(value) { zh: "开始时是：{value}", en: "At the start: {value}" }
    /// A prize is gone.
    prize_gone(name) { zh: "活动已经开始，奖品“{name}”却不见了", en: "The campaign has started, and the prize “{name}” is gone" }
    /// A phrase that reserves changes.
    change_phrase(word) { zh: "“{word}”等于保留了随意改规则的权利", en: "“{word}” reserves the right to change the rules at will" }

    /// A draw to win followers.
    traffic(goal) { zh: "目标是“{goal}”的抽奖，不用购买也属于有奖销售", en: "A draw for {goal} is a prize promotion although nobody has to buy" }
    /// What follows from that.
    traffic_help() { zh: "规则、公示、封顶、存档照有奖销售的要求做", en: "Treat rules, notice, cap and records as for any prize promotion" }

    /// A winner of the house.
    staff_winner(name) { zh: "中奖名单里有本单位人员“{name}”", en: "The winners include {name}, who belongs to the house" }
    /// How to mend it.
    staff_winner_help() { zh: "把本单位人员排除在外，重新开奖并公告；同名的写清是哪一位", en: "Leave the house out and draw again; if it is a namesake, say who it is" }
    /// A phrase that speaks of rigged draws.
    fake_phrase(word) { zh: "“{word}”说的是内定或虚构的中奖", en: "“{word}” speaks of rigged or invented winners" }

    /// Nothing says how long records are kept.
    no_record() { zh: "没有写规则、结果和名单保存到什么时候", en: "Nothing says until when rules, results and winners are kept" }
    /// Kept too short.
    short_record(day) { zh: "保存不满两年，至少到 {day}", en: "Less than two years; at least until {day}" }
    /// How to mend it.
    record_help(day) { zh: "写 archive_until: {day}，或更晚", en: "Write archive_until: {day} or later" }
    /// Over and not recorded.
    no_recap() { zh: "活动已经结束，没有存下结果和名单", en: "The campaign is over, and no file holds its results" }
    /// The file is missing.
    recap_gone(path) { zh: "存档文件 {path} 不存在", en: "The record {path} does not exist" }
    /// How to mend it.
    recap_help() { zh: "把公示、结果、名单（打码）放进仓库，路径写进 recap.file", en: "Put notice, results and masked winners into the repository and name the file as recap.file" }

    /// On-the-spot prizes.
    instant(name, value) { zh: "现场开奖的“{name}”值 {value} 元，超过五百元的要随时公示兑奖情况", en: "“{name}” is worth {value} yuan; prizes over 500 yuan drawn on the spot are announced as they are claimed" }
    /// How to mend it.
    instant_help() { zh: "在 rules.draw.announce 写明在哪里、多久更新一次", en: "Say in rules.draw.announce where and how often" }

    /// What a coupon lacks.
    coupon(name, keys) { zh: "“{name}”是券或积分，还缺：{keys}", en: "“{name}” is a coupon or points and lacks {keys}" }
    /// How to mend it.
    coupon_help() { zh: "写兑换办法 exchange、使用范围 scope、有效期 valid_until、限制 limits（没有限制就写“无”）", en: "Give exchange, scope, valid_until and limits (write “none” when there are none)" }

    /// A coupon that ends before anybody can have it.
    coupon_over(name, until, first) { zh: "“{name}”的有效期到 {until}，最早要到 {first} 才拿得到", en: "“{name}” is valid until {until}; nobody has it before {first}" }
    /// How to mend it.
    coupon_over_help() { zh: "推迟 valid_until，给参加者留够使用的时间", en: "Move valid_until so that there is time to use it" }

    /// Spent too much.
    spent_over(sum, cap) { zh: "实际支出 {sum} 元，超过上限 {cap} 元", en: "{sum} yuan have been spent, above the cap of {cap} yuan" }

    /// A price raised before the discount.
    raised(item, day, before, after) { zh: "“{item}”在 {day} 由 {before} 元涨到 {after} 元，紧接着又打折", en: "“{item}” rose from {before} to {after} yuan on {day}, right before the discount" }
    /// How to mend it.
    raised_help() { zh: "以涨价前的价格为折扣基准；确因成本上涨的，在 policy/prices.yaml 的 reason 写明依据", en: "Take the price before the rise as base; if costs rose, give the proof as reason in policy/prices.yaml" }
    /// A reference without proof.
    no_basis(item) { zh: "“{item}”的对比价没有说明是什么价，也查不到价格记录", en: "Nothing says what the reference price of “{item}” is, and no history of it is on file" }
    /// How to mend it.
    no_basis_help() { zh: "写 reference_meaning（如“前七日最低成交价”“厂商建议零售价”），或在 policy/prices.yaml 记下成交价", en: "Write reference_meaning, or keep the prices in policy/prices.yaml" }
    /// A reference above what was paid.
    above_paid(item, reference, lowest) { zh: "“{item}”的对比价 {reference} 元，前七日最低成交价是 {lowest} 元", en: "The reference price of “{item}” is {reference} yuan; the lowest paid in seven days was {lowest} yuan" }
    /// How to mend it.
    above_paid_help(lowest) { zh: "对比价不高于 {lowest} 元，或写明是别的价并留下依据", en: "Compare with at most {lowest} yuan, or say which other price it is and keep the proof" }
    /// No discount at all.
    no_discount(item) { zh: "“{item}”的活动价不低于对比价", en: "The price of “{item}” is not below the reference price" }
    /// How to mend it.
    no_discount_help() { zh: "改正两个价格，或不作对比", en: "Mend the prices, or do not compare" }

    /// A price lower than the plan's.
    lower_price(item, shown, price) { zh: "“{item}”写的是 {shown}，活动计划里是 {price} 元", en: "“{item}” is given as {shown}; the plan says {price} yuan" }
    /// A price that differs from the article's own field.
    other_price(item, price, planned) { zh: "“{item}”的价格 {price} 元和活动计划的 {planned} 元不一致", en: "The price of “{item}” is {price} yuan here and {planned} yuan in the plan" }
    /// How to mend it.
    mismatch_help() { zh: "让标题、封面、正文和活动计划的价格一致；只有部分规格是这个价的，写“起”并写明是哪一款", en: "Let title, text and plan agree; where only one variant has that price, write “from” and name it" }
    /// A title cheaper than the text.
    cheap_title(shown) { zh: "标题里的 {shown} 在正文里找不到，正文的价格都更高", en: "{shown} of the title is nowhere in the text, whose prices are all higher" }
    /// The plan.
    planned_here() { zh: "活动计划里的价格", en: "the price of the plan" }

    /// A gift without quantity.
    gift_quantity(name) { zh: "赠品“{name}”没有写数量", en: "The gift “{name}” has no quantity" }
    /// A gift said to be worth too much.
    gift_value(name, value, price) { zh: "赠品“{name}”标称价值 {value} 元，现价是 {price} 元", en: "The gift “{name}” is said to be worth {value} yuan; it costs {price} yuan" }
    /// How to mend it.
    gift_help() { zh: "写明赠品的品名、数量；标价值的，不高于它现在的售价", en: "Say what the gift is and how many; a stated value may not exceed its present price" }
    /// A gift without name.
    vague_gift(word) { zh: "“{word}”没有写赠品的品名和数量", en: "“{word}” does not say what the gift is, nor how many" }

    /// Invitations for a reward.
    fission(count) { zh: "邀请 {count} 人才给奖励，是平台明令禁止的裂变", en: "A reward for bringing {count} people is what the platform forbids" }
    /// Invitations as a condition.
    fission_bare(count) { zh: "要邀请 {count} 人才能参加", en: "One has to bring {count} people to take part" }
    /// Posters with parameters for a reward.
    fission_code() { zh: "带参数的个人二维码加奖励，是任务海报裂变", en: "Personal QR codes with a reward are task posters" }
    /// A phrase of the trade.
    fission_phrase(word) { zh: "“{word}”是以拉人换奖励的裂变做法", en: "“{word}” rewards people for bringing others" }
    /// The four lawful ways.
    fission_help() {
        zh: "改用四种合规做法之一：资料直接公开；按关键词回复发放，不以关注或拉人为条件；免费活动开放报名；征求反馈但不给奖励",
        en: "Use one of four lawful ways: publish the material; send it on a keyword without any condition; open registration for a free event; ask for feedback without reward",
    }

    /// A draw that asks for sharing or following.
    lottery_condition(key) { zh: "抽奖以 {key} 为条件，属于诱导分享或关注", en: "The draw depends on {key}, which induces sharing or following" }
    /// How to mend it.
    lottery_condition_help() { zh: "把它改成 false，让不分享、不关注的人同样能参加", en: "Set it to false, so that people can take part without sharing or following" }
    /// A draw whose way of taking part asks for sharing or following.
    lottery_way(words) { zh: "参加抽奖要“{words}”，属于诱导分享或关注", en: "Taking part asks for “{words}”, which induces sharing or following" }
    /// How to mend such a way of taking part.
    lottery_way_help() { zh: "改成不分享、不关注也能参加的办法，例如在评论区留言", en: "Let people take part without sharing or following: by a comment, for one" }
    /// A draw without rules.
    lottery_rules() { zh: "抽奖没有公布规则", en: "A draw without published rules" }
    /// How to mend it.
    lottery_rules_help() { zh: "写 rules（资格、办法、时间、领取），或用 rules_url 指向已经公布的规则", en: "Write rules, or point to published ones with rules_url" }
    /// A draw in an article without a plan.
    lottery_plan(word) { zh: "“{word}”是抽奖，没有对应的活动计划", en: "“{word}” is a draw, and no campaign plan belongs to it" }
    /// How to mend it.
    lottery_plan_help() { zh: "在 campaigns/ 建一份计划，把规则和奖品写全，文章里写 campaign: 名称", en: "Write a plan under campaigns/ and name it in the article" }

    /// Too many levels.
    levels(levels) { zh: "分佣 {levels} 级，三级及以上涉嫌传销", en: "{levels} levels of commission; three or more look like a pyramid" }
    /// Pay by heads.
    by_heads(way) { zh: "佣金按“{way}”计，拉人头计酬涉嫌传销", en: "Commission by {way}: paying for recruits looks like a pyramid" }
    /// Pay to join.
    entry_fee(fee) { zh: "参加要先交 {fee} 元，缴纳入门费计酬涉嫌传销", en: "One pays {fee} yuan to join: entry fees look like a pyramid" }
    /// How to mend it.
    levels_help() { zh: "只留一级、按实际成交付佣并公开说明，不收费、不按人头", en: "Keep one level, paid by real sales and disclosed; no fee, nothing by heads" }
    /// A phrase.
    multi_level(word) { zh: "“{word}”涉嫌多级分销或传销", en: "“{word}” looks like multi-level distribution" }

    /// Avatars on posters.
    avatar(id) { zh: "物料“{id}”用到用户头像", en: "The material “{id}” shows users' avatars" }
    /// A phrase.
    avatar_phrase(word) { zh: "“{word}”把用户头像用到海报上", en: "“{word}” puts users' avatars on posters" }
    /// How to mend it.
    avatar_help() { zh: "海报不放用户头像和昵称，改用活动主视觉", en: "Leave avatars and nicknames off the poster" }

    /// What a consent lacks.
    consent_missing(keys) { zh: "收集个人信息，告知里还缺：{keys}", en: "Personal data is collected, and the notice lacks {keys}" }
    /// How to mend it.
    consent_help() { zh: "补齐目的、字段、保存期限、处理者、联系方式和撤回办法；能不收的字段就删掉", en: "Add purpose, retention, handler, contact and withdrawal; leave out fields that are not needed" }
    /// What a datum lacks.
    field_missing(field, keys) { zh: "字段“{field}”还缺：{keys}", en: "The field “{field}” lacks {keys}" }
    /// Sensitive data without separate consent.
    separate(field) { zh: "“{field}”是敏感个人信息或要提供给别人，需要单独同意", en: "“{field}” is sensitive or shared and needs separate consent" }
    /// How to mend it.
    separate_help() { zh: "写 consent.separate: true，并在表单单独勾选；不必要就不收", en: "Write consent.separate: true with a tick box of its own, or do not ask for it" }
    /// Children without guardian.
    guardian(field) { zh: "“{field}”涉及不满十四周岁的人，需要监护人同意", en: "“{field}” is about children and needs a guardian's consent" }
    /// How to mend it.
    guardian_help() { zh: "写 consent.guardian: true，并准备监护人同意的流程", en: "Write consent.guardian: true and ask guardians" }
    /// Data that the plan does not declare.
    undeclared(word) { zh: "“{word}”要收集个人信息，计划里没有 collects", en: "“{word}” collects personal data that the plan does not list" }
    /// How to mend it.
    undeclared_help() { zh: "在 collects 逐项写字段、目的、保存期限，在 consent 写告知和撤回办法", en: "List fields, purpose and retention under collects, notice and withdrawal under consent" }

    /// Collected or handed on in an article.
    collecting(words) { zh: "“{words}”收集或转手个人信息，没有必要的限度和单独同意", en: "“{words}” collects or hands on personal data beyond need and without separate consent" }
    /// How to mend it.
    collecting_help() { zh: "只收办事用得着的，写明谁收、做什么用、存多久、怎样撤回；给别人用先取得单独同意", en: "Collect what is needed only; say who, for what, how long and how to withdraw; ask before handing it on" }

    /// More than needed.
    excess(field, purpose) { zh: "“{purpose}”用不着收集“{field}”", en: "“{field}” is not needed for “{purpose}”" }
    /// How to mend it.
    excess_help() { zh: "删掉这个字段；依法必须实名的，在 purpose 写明依据", en: "Leave it out; where the law asks for it, say so in purpose" }

    /// A segment without a way out.
    personalised(name) { zh: "按“{name}”分群推送，没有拒绝的办法", en: "Pushing to “{name}” without a way to refuse" }
    /// How to mend it.
    personalised_help() { zh: "提供便捷的关闭方式，再写 optout: true", en: "Offer an easy way to refuse, then write optout: true" }

    /// The draw comes before the end.
    draw_early() { zh: "开奖早于活动结束", en: "The draw comes before the end of the campaign" }
    /// A claim ends before the draw.
    claim_early() { zh: "领奖截止早于开奖", en: "Claims end before the draw" }
    /// A task ends before it begins.
    task_backwards(name) { zh: "“{name}”的 due 早于 start", en: "“{name}” is due before it starts" }
    /// A task after one that does not exist.
    no_task(id) { zh: "after 里的“{id}”不存在", en: "There is no task “{id}” to come after" }
    /// A circle.
    circle(ids) { zh: "任务互相等待：{ids}", en: "Tasks wait for each other: {ids}" }
    /// A task that starts too early.
    task_order(name, before) { zh: "到“{name}”的时间，前面的“{before}”还没有完成", en: "“{name}” comes before “{before}” is done" }
    /// Too late for its lead.
    late_lead(name, day) { zh: "“{name}”需要的提前量不够，最晚 {day} 开始", en: "“{name}” starts too late; {day} is the latest" }
    /// A big festival without lead.
    festival_lead(name, days, day) { zh: "{name} 要提前 {days} 天对接平台资源，最晚 {day}，计划里没有", en: "{name} needs {days} days of preparation with the platforms, from {day} at the latest" }
    /// After the start.
    after_start(name) { zh: "“{name}”排在活动开始之后", en: "“{name}” comes after the campaign has started" }
    /// The recap comes first.
    recap_early() { zh: "复盘早于活动结束", en: "The recap comes before the end" }
    /// How to mend dates.
    schedule_help() { zh: "改正其中一个日期", en: "Mend one of the dates" }
    /// How to mend a late start.
    lead_help() { zh: "把任务提前，或推迟活动", en: "Start it earlier, or put the campaign off" }
    /// The other date.
    other_date() { zh: "对照这里", en: "compared with this" }

    /// What a plan lacks.
    plan_missing(keys) { zh: "计划还缺：{keys}", en: "The plan lacks {keys}" }
    /// How to mend it.
    plan_help() { zh: "送审之前补齐：负责人、目标和指标、预案、排期", en: "Complete it before review: owner, goal and figures, plan B, dates" }
    /// Not reviewed.
    not_reviewed() { zh: "有奖品、价格或个人信息的活动没有写法务审核人", en: "A campaign with prizes, prices or personal data names no legal reviewer" }
    /// How to mend it.
    not_reviewed_help() { zh: "法务看过之后写 legal.reviewed_by: 姓名", en: "After the review write legal.reviewed_by: NAME" }
    /// No risk notice.
    no_risk_notice(industry) { zh: "{industry} 类活动没有风险提示", en: "A campaign of the industry {industry} has no risk notice" }
    /// How to mend it.
    no_risk_notice_help() { zh: "在 risk_notice 写明风险和责任承担，例如“投资有风险，入市需谨慎”", en: "State the risk and who bears it in risk_notice" }

    /// A day of mourning.
    solemn(day, name) { zh: "{day} 是{name}，不宜做营销", en: "{day} is {name}; marketing is out of place" }
    /// How to mend it.
    solemn_help() { zh: "改到别的日子；纪念性的内容去掉促销", en: "Choose another day, or leave the selling out" }
}
