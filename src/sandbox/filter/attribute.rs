//! Attributes of one start tag as pieces of its source.

/// One attribute with the blanks before it.
#[derive(Debug)]
pub(super) struct Attribute<'a> {
    /// Everything, blanks before it included.
    pub(super) source: &'a str,
    /// Lower-case name.
    pub(super) name: String,
    /// The value without quotes, as written.
    pub(super) raw: &'a str,
    quote: Option<char>,
}

impl Attribute<'_> {
    /// The value with entities decoded.
    pub(super) fn value(&self) -> String {
        decode(self.raw)
    }

    /// Whether somebody's editor turned the quotes around the value into curly ones.
    pub(super) fn is_curly_quoted(&self) -> bool {
        self.quote.is_none() && self.raw.starts_with(['“', '”', '‘', '’'])
    }

    /// The attribute with another name and raw value, blanks and quotes kept.
    pub(super) fn with(&self, name: &str, raw: &str) -> String {
        let blanks = self.source.len() - self.source.trim_start_matches(is_blank).len();
        let blanks = self.source.get(..blanks).filter(|blanks| !blanks.is_empty()).unwrap_or(" ");
        let quote = self.quote.unwrap_or('"');
        format!("{blanks}{name}={quote}{raw}{quote}")
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c' | '/')
}

/// Splits `<name a="1" b>` into `<name`, its attributes, and the rest.
pub(super) fn split(source: &str) -> (&str, Vec<Attribute<'_>>, &str) {
    let head = source.find(|c: char| is_blank(c) || c == '>').unwrap_or(source.len());
    let (head, mut rest) = source.split_at(head);
    let mut attributes = Vec::new();
    while let Some((attribute, after)) = first(rest) {
        attributes.push(attribute);
        rest = after;
    }
    (head, attributes, rest)
}

/// The first attribute of `source` and what follows it; `None` at the end of the tag.
fn first(source: &str) -> Option<(Attribute<'_>, &str)> {
    let trimmed = source.trim_start_matches(is_blank);
    if trimmed.is_empty() || trimmed.starts_with('>') {
        return None;
    }
    // A name may begin with `=`; afterwards `=` ends it.
    let skip = trimmed.chars().next().map_or(0, char::len_utf8);
    let end = trimmed
        .get(skip..)
        .and_then(|tail| tail.find(|c: char| is_blank(c) || c == '>' || c == '='))
        .map_or(trimmed.len(), |at| at + skip);
    let (name, after_name) = trimmed.split_at(end);
    let (raw, quote, after) = match after_name.trim_start_matches(is_space).strip_prefix('=') {
        Some(value) => value_of(value.trim_start_matches(is_space)),
        None => ("", None, after_name),
    };
    let length = source.len() - after.len();
    let source = source.get(..length).unwrap_or(source);
    Some((Attribute { source, name: name.to_ascii_lowercase(), raw, quote }, after))
}

fn is_space(c: char) -> bool {
    is_blank(c) && c != '/'
}

fn value_of(text: &str) -> (&str, Option<char>, &str) {
    for quote in ['"', '\''] {
        if let Some((raw, after)) = text.strip_prefix(quote).and_then(|inner| inner.split_once(quote)) {
            return (raw, Some(quote), after);
        }
    }
    let end = text.find(|c: char| is_space(c) || c == '>').unwrap_or(text.len());
    let (raw, after) = text.split_at(end);
    (raw, None, after)
}

/// Decodes entities by letting the tokenizer read `raw` as text.
fn decode(raw: &str) -> String {
    if !raw.contains('&') {
        return raw.to_owned();
    }
    let mut tokenizer = html5gum::Tokenizer::new(raw);
    tokenizer.set_state(html5gum::State::RcData);
    tokenizer
        .flatten()
        .filter_map(|token| match token {
            html5gum::Token::String(text) => Some(String::from_utf8_lossy(&text).into_owned()),
            _ => None,
        })
        .collect()
}
