//! What the signer sees before signing: the same facts that the payload holds, in a person's words.

use super::{Context, Judged, Payload, Register, editions, place, text};
use crate::base::message::Message;
use crate::base::width::clip;
use crate::cli::opened::Opened;
use crate::finding::{Finding, Severity};
use crate::signoff::{Change, Edit, PayloadArticle, difference, seen};
use crate::site::Edition;

/// Most changed lines that are shown; more are counted.
const MAX_LINES: usize = 60;

/// Shows what is about to be signed.
pub(super) fn show(
    context: &mut Context,
    opened: &Opened,
    edition: &Edition,
    judged: &Judged,
    payload: &Payload,
    own: &[&Finding],
    register: &Register,
) {
    let lang = context.lang;
    let site = &opened.site;
    context.say(&text::head(&edition.name, editions::title(site, edition), &edition.account));
    context.say(&text::terms(
        editions::mode(payload.mode).text(lang),
        editions::audience(&payload.audience).text(lang),
        editions::when(site, edition).text(lang),
    ));
    context.say(&text::digits(grouped(&judged.verdict.payload.short())));
    if judged.verdict.payload != judged.built.digest {
        context.say(&text::frozen());
    }
    let dirty = register.uncommitted(&judged.subject);
    if !dirty.is_empty() && opened.commit.is_none() {
        context.say(&text::uncommitted(dirty.join(", ")));
    }
    for (index, article) in payload.articles.iter().enumerate() {
        show_article(context, index + 1, article);
    }
    for link in &judged.built.links {
        context.say(&text::link(clip(&link.text, 40), &link.url));
    }
    show_findings(context, own);
    if let Some(old) = register.last_signed(&judged.subject) {
        show_changes(context, &difference(&old, payload));
    }
}

fn show_article(context: &mut Context, number: usize, article: &PayloadArticle) {
    let seen = seen(article);
    let pictures = article.assets().len() - usize::from(article.cover.is_some());
    let characters = seen.characters();
    // The platform takes no author for a picture message.
    context.say(&match article.author.as_str() {
        "" => text::article_without_author(number, &article.title, characters, pictures),
        author => text::article(number, &article.title, author, characters, pictures),
    });
    if !article.digest.is_empty() {
        context.say(&text::summary(&article.digest));
    }
    if !article.source_url.is_empty() {
        context.say(&text::read_more(&article.source_url));
    }
}

fn show_findings(context: &mut Context, own: &[&Finding]) {
    let count = |severity| own.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    context.say(&text::findings(errors, warnings, count(Severity::Info)));
    for finding in own.iter().filter(|finding| finding.severity >= Severity::Warning) {
        let message = finding.message.text(context.lang);
        context.say(&text::finding(finding.severity, finding.rule, place(finding), message));
        if let Some(answer) = &finding.answer {
            context.say(&text::answered(answer.message().text(context.lang)));
        }
    }
    let waived = own.iter().filter(|finding| finding.answer.is_some()).count();
    if waived > 0 {
        context.say(&text::waived(waived));
    }
}

fn show_changes(context: &mut Context, changes: &[Change]) {
    context.say(&text::changed());
    let lang = context.lang;
    let mut lines: Vec<String> = Vec::new();
    let mut say = |message: Message| lines.push(message.text(lang));
    for change in changes {
        match change {
            Change::Field(name, old, new) => say(text::changed_field(name, old, new)),
            Change::NewArticle(title) => say(text::new_article(title)),
            Change::GoneArticle(title) => say(text::gone_article(title)),
            Change::Article(title, edits) => {
                say(text::changed_article(title));
                for edit in edits {
                    match edit {
                        Edit::Field(name, old, new) => say(text::changed_field(name, old, new)),
                        Edit::Gone(line) => say(text::gone_line(line)),
                        Edit::New(line) => say(text::new_line(line)),
                        Edit::Looks => say(text::changed_looks()),
                    }
                }
            }
        }
    }
    let more = lines.len().saturating_sub(MAX_LINES);
    for line in lines.iter().take(MAX_LINES) {
        context.say(&text::item(line));
    }
    if more > 0 {
        context.say(&text::more_changes(more));
    }
}

/// Digits in groups of four, as people read them out.
pub(super) fn grouped(digits: &str) -> String {
    let chars: Vec<char> = digits.chars().collect();
    chars.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
