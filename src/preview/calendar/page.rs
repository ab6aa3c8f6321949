//! The calendar as a page: a table a month, a list on phones.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::civil::Date;
use tera::{Context, Tera};

use super::{Edition, Planned, editions};
use crate::base::html::escape;
use crate::base::message::{Lang, Message, calendar as text};
use crate::site::Config;

const TEMPLATE: &str = include_str!("calendar.html");
/// Colours that tell accounts apart; more accounts begin again.
const COLOURS: usize = 6;

/// The page. What is without a day, and waits for no slot, is counted and not listed.
pub(crate) fn page<'p>(
    config: &Config,
    planned: impl Iterator<Item = &'p Planned>,
    lang: Lang,
) -> Result<String, String> {
    const HERE: &str = "<!-- months -->";
    let all = editions(planned);
    let months = months(&all);
    let count: usize = months.values().map(Vec::len).sum();
    let page = Page { colours: colours(&all), lang };
    let mut context = Context::new();
    context.insert("site", &config.name.value);
    context.insert("title", &text::title().text(lang));
    context.insert("count", &text::count(count).text(lang));
    context.insert("zone", &config.zone_name);
    context.insert("index", &text::index().text(lang));
    context.insert("file", &text::file().text(lang));
    context.insert("lang", if lang == Lang::Zh { "zh-CN" } else { "en" });
    let mut tera = Tera::new();
    let fail = |error: tera::Error| error.to_string();
    tera.add_raw_template("calendar.html", TEMPLATE).map_err(fail)?;
    let frame = tera.render("calendar.html", &context).map_err(fail)?;
    let (before, after) = frame.split_once(HERE).unwrap_or((&frame, ""));
    let mut out = before.to_owned();
    // Writing to a string does not fail.
    let _ = page.body(&mut out, &all, &months);
    out.push_str(after);
    Ok(out)
}

type Months<'e> = BTreeMap<Date, Vec<&'e Edition<'e>>>;

/// Editions by the first day of their month.
fn months<'e>(all: &'e [Edition<'e>]) -> Months<'e> {
    let mut months = Months::new();
    for edition in all {
        if let Some(day) = edition.day() {
            months.entry(day.first_of_month()).or_default().push(edition);
        }
    }
    months
}

/// Which colour each account has.
fn colours<'e>(all: &'e [Edition<'e>]) -> BTreeMap<&'e str, (usize, &'e str)> {
    let mut colours = BTreeMap::new();
    for one in all.iter().filter_map(Edition::first) {
        colours.entry(one.account.as_str()).or_insert((0, one.label.as_str()));
    }
    for (at, (colour, _)) in colours.values_mut().enumerate() {
        *colour = at % COLOURS;
    }
    colours
}

struct Page<'e> {
    colours: BTreeMap<&'e str, (usize, &'e str)>,
    lang: Lang,
}

impl Page<'_> {
    fn say(&self, message: &Message) -> String {
        escape(&message.text(self.lang)).into_owned()
    }

    fn weekday(&self, day: u8) -> String {
        let names =
            [text::day_0, text::day_1, text::day_2, text::day_3, text::day_4, text::day_5, text::day_6];
        names.get(usize::from(day)).map_or_else(String::new, |name| self.say(&name()))
    }

    fn body(&self, out: &mut String, all: &[Edition<'_>], months: &Months<'_>) -> std::fmt::Result {
        if self.colours.len() > 1 {
            out.push_str("<ul class=\"accounts\">");
            for (colour, label) in self.colours.values() {
                write!(out, "<li class=\"a{colour}\">{}</li>", escape(label))?;
            }
            out.push_str("</ul>\n");
        }
        for (first, editions) in months {
            self.month(out, *first, editions)?;
        }
        let waiting: Vec<_> = all.iter().filter(|edition| edition.when.next).collect();
        if !waiting.is_empty() {
            let head = self.say(&text::next());
            writeln!(out, "<section class=\"month\">\n<h2>{head}</h2>\n<div class=\"waiting\">")?;
            waiting.iter().try_for_each(|edition| self.edition(out, edition))?;
            out.push_str("</div>\n</section>\n");
        }
        if months.is_empty() && waiting.is_empty() {
            let empty = self.say(&text::empty("{at: 2026-12-21 20:00}"));
            return writeln!(out, "<p class=\"rest\">{empty}</p>");
        }
        let open = all.iter().filter(|edition| edition.when.day.is_empty() && !edition.when.next);
        let rest: usize = open.map(|edition| edition.articles.len()).sum();
        if rest > 0 {
            writeln!(out, "<p class=\"rest\">{}</p>", self.say(&text::unscheduled(rest)))?;
        }
        Ok(())
    }

    fn month(&self, out: &mut String, first: Date, editions: &[&Edition<'_>]) -> std::fmt::Result {
        let head = self.say(&text::month(first.year(), first.month()));
        write!(out, "<section class=\"month\">\n<h2>{head}</h2>\n<table>\n<thead><tr>")?;
        for day in 0..7 {
            write!(out, "<th scope=\"col\">{}</th>", self.weekday(day))?;
        }
        out.push_str("</tr></thead>\n<tbody>\n<tr>");
        let offset = first.weekday().to_monday_zero_offset();
        for _ in 0..offset {
            out.push_str("<td class=\"none\"></td>");
        }
        let mut rest = editions.iter().peekable();
        for day in 1..=first.days_in_month() {
            let weekday = (offset + day - 1).rem_euclid(7);
            if weekday == 0 && day > 1 {
                out.push_str("</tr>\n<tr>");
            }
            let here = |edition: &&&Edition<'_>| edition.day().is_some_and(|date| date.day() == day);
            let class = if rest.peek().is_some_and(here) { "" } else { " class=\"free\"" };
            let name = u8::try_from(weekday).map_or_else(|_| String::new(), |day| self.weekday(day));
            write!(out, "<td{class}><p class=\"day\">{day}<span> {name}</span></p>")?;
            while let Some(edition) = rest.next_if(here) {
                self.edition(out, edition)?;
            }
            out.push_str("</td>");
        }
        let used = (offset + first.days_in_month()).rem_euclid(7);
        for _ in used..(if used == 0 { 0 } else { 7 }) {
            out.push_str("<td class=\"none\"></td>");
        }
        out.push_str("</tr>\n</tbody>\n</table>\n</section>\n");
        Ok(())
    }

    fn edition(&self, out: &mut String, edition: &Edition<'_>) -> std::fmt::Result {
        let Some(first) = edition.first() else { return Ok(()) };
        let (colour, label) = self.colours.get(first.account.as_str()).copied().unwrap_or_default();
        let draft = if edition.draft { " draft" } else { "" };
        let time = match edition.when.time.as_str() {
            "" if edition.when.next => String::new(),
            "" => self.say(&text::all_day()),
            time => escape(time).into_owned(),
        };
        write!(out, "<div class=\"edition a{colour}{draft}\">")?;
        if !time.is_empty() {
            write!(out, "<time>{time}</time>")?;
        }
        for article in &edition.articles {
            write!(out, "<a href=\"{}\">{}</a>", escape(&article.page), escape(&article.title))?;
        }
        let status = escape(&edition.status(self.lang)).into_owned();
        out.push_str("<p>");
        // The page of one account is headed with its site; its name in every cell would only fill the cells.
        if self.colours.len() > 1 {
            write!(out, "{} · ", escape(label))?;
        }
        write!(out, "{} · <b>{status}</b></p></div>", escape(&first.mode))
    }
}
