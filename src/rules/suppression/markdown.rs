//! Comments of Markdown: the next block, or a region between two comments.

use super::directive::{Directive, Scope};
use super::{Reader, text};
use crate::finding::Place;
use crate::rules::reference::{Target, target};
use crate::site::Article;
use crate::source::plain::{Plain, Reference};

/// A region that is not closed yet.
struct Open {
    directive: Directive,
    place: Place,
}

pub(super) fn read(reader: &mut Reader<'_>, article: &Article, plain: &Plain) {
    let mut open: Vec<Open> = Vec::new();
    for comment in &plain.comments {
        let Some(directive) = Directive::parse(&comment.text) else { continue };
        let place = Place::new(&article.file, comment.source.clone());
        match directive.scope {
            Scope::Block => {
                let rules = reader.rules(&directive, &place, text::no_reason_help);
                if rules.is_empty() {
                    continue;
                }
                match &comment.next {
                    Some(span) => {
                        let pictures = pictures(article, plain, span);
                        reader.push(rules, &directive, &place, span, pictures);
                    }
                    None => {
                        let message = text::nothing_follows(rules.join(", "));
                        reader.warn(&place, message, text::unused_help());
                    }
                }
            }
            Scope::Begin => open.push(Open { directive, place }),
            Scope::End => match take(&mut open, &directive.rules) {
                Some(begun) => {
                    let rules = reader.rules(&begun.directive, &begun.place, text::no_reason_help);
                    let span = begun.place.range().start..comment.source.end;
                    let pictures = pictures(article, plain, &span);
                    reader.push(rules, &begun.directive, &begun.place, &span, pictures);
                }
                None => reader.refuse(&place, text::unmatched(), text::unmatched_help()),
            },
            Scope::Unknown => {
                reader.refuse(&place, text::unknown_comment(&directive.word), text::unknown_comment_help());
            }
        }
    }
    for Open { place, .. } in open {
        reader.refuse(&place, text::unclosed(), text::unclosed_help());
    }
}

/// The region that ends: the last one that began, or the last one about these rules.
fn take(open: &mut Vec<Open>, rules: &[String]) -> Option<Open> {
    if rules.is_empty() {
        return open.pop();
    }
    let about = |begun: &Open| rules.iter().all(|rule| begun.directive.rules.contains(rule));
    let at = open.iter().rposition(about)?;
    Some(open.remove(at))
}

/// The pictures of the article that are shown in `span`.
fn pictures(article: &Article, plain: &Plain, span: &std::ops::Range<usize>) -> Vec<String> {
    let first = plain.references.partition_point(|reference| reference.source.start < span.start);
    let inside = plain.references.get(first..).unwrap_or_default();
    let inside = inside.iter().take_while(|reference| reference.source.start < span.end);
    let file = |reference: &Reference| match target(article, &reference.target) {
        Target::File(path) => Some(path),
        _ => None,
    };
    inside.filter_map(file).filter(|path| article.files.contains(path)).collect()
}
