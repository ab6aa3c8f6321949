//! Colours of code, by the role of each token; loaded on first use and shared by all threads.

use std::sync::LazyLock;

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use super::theme::CodeColors;

/// Longest block that is coloured, in bytes; grammars are slow on generated text.
const MAX_BYTES: usize = 64 << 10;
/// Longest line that is coloured, in bytes.
const MAX_LINE: usize = 2_000;

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

/// Scopes and the roles they give, as indices into [`CodeColors::ROLES`]; the first that fits the innermost scope wins.
static ROLES: LazyLock<Vec<(Scope, Option<usize>)>> = LazyLock::new(|| {
    const TABLE: &[(&str, Option<usize>)] = &[
        ("comment", Some(0)),
        ("punctuation.definition.comment", Some(0)),
        ("punctuation.definition.string", Some(2)),
        ("punctuation.definition.keyword", Some(1)),
        ("keyword.operator", Some(6)),
        ("keyword", Some(1)),
        ("storage", Some(1)),
        ("entity.name.tag", Some(1)),
        ("markup.heading", Some(1)),
        ("constant.character.escape", Some(3)),
        ("constant", Some(3)),
        ("markup.deleted", Some(3)),
        ("meta.mapping.key", Some(4)),
        ("string", Some(2)),
        ("markup.inserted", Some(2)),
        ("entity.name.function", Some(4)),
        ("support.function", Some(4)),
        ("variable.function", Some(4)),
        ("entity.other.attribute-name", Some(4)),
        ("entity.name", Some(5)),
        ("support.type", Some(5)),
        ("support.class", Some(5)),
        ("punctuation", Some(6)),
        ("variable.parameter", None),
        ("meta.interpolation", None),
    ];
    TABLE.iter().filter_map(|(name, role)| Some((Scope::new(name).ok()?, *role))).collect()
});

/// A piece of a line in one colour; `None` is the plain text colour.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Run<'c> {
    pub(super) text: &'c str,
    pub(super) color: Option<&'c str>,
}

/// The lines of `code`, without their ends, coloured for `language`; an unknown language is plain.
pub(super) fn lines<'c>(code: &'c str, language: &str, colors: &'c CodeColors) -> Vec<Vec<Run<'c>>> {
    let plain = || code.split('\n').map(|text| vec![Run { text, color: None }]).collect();
    if language.is_empty() || code.len() > MAX_BYTES || code.split('\n').any(|line| line.len() > MAX_LINE) {
        return plain();
    }
    let Some(syntax) = SYNTAXES.find_syntax_by_token(language) else { return plain() };
    colored(code, syntax, colors).unwrap_or_else(plain)
}

fn colored<'c>(code: &'c str, syntax: &SyntaxReference, colors: &'c CodeColors) -> Option<Vec<Vec<Run<'c>>>> {
    let mut state = ParseState::new(syntax);
    let mut stack = ScopeStack::new();
    let mut out = Vec::new();
    let ends = code.split_inclusive('\n');
    let open_end = code.ends_with('\n').then_some("");
    let mut owned;
    for line in ends.chain(open_end) {
        // Grammars want the line's end, also on the last line.
        let whole = if line.ends_with('\n') {
            line
        } else {
            owned = format!("{line}\n");
            &owned
        };
        let operations = state.parse_line(whole, &SYNTAXES).ok()?;
        let mut runs: Vec<Run<'c>> = Vec::new();
        let end = line.trim_end_matches('\n').len();
        let mut at = 0;
        for (next, operation) in &operations {
            let next = (*next).min(end);
            if let Some(text) = line.get(at..next).filter(|text| !text.is_empty()) {
                push(&mut runs, line, text, at, color(&stack, colors));
                at = next;
            }
            stack.apply(operation).ok()?;
        }
        if let Some(text) = line.get(at..end).filter(|text| !text.is_empty()) {
            push(&mut runs, line, text, at, color(&stack, colors));
        }
        out.push(runs);
    }
    Some(out)
}

/// Adds a piece; blanks take the colour before them, and neighbours of one colour are one run.
fn push<'c>(runs: &mut Vec<Run<'c>>, line: &'c str, text: &'c str, at: usize, color: Option<&'c str>) {
    if let Some(last) = runs.last_mut()
        && (last.color == color || text.trim().is_empty())
    {
        let start = at - last.text.len();
        if let Some(joined) = line.get(start..at + text.len()) {
            last.text = joined;
            return;
        }
    }
    let color = if text.trim().is_empty() { None } else { color };
    runs.push(Run { text, color });
}

fn color<'c>(stack: &ScopeStack, colors: &'c CodeColors) -> Option<&'c str> {
    let role =
        stack.as_slice().iter().rev().find_map(|scope| {
            ROLES.iter().find(|(known, _)| known.is_prefix_of(*scope)).map(|(_, role)| *role)
        });
    role.flatten().and_then(|role| colors.roles.get(role)?.as_deref())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colors() -> CodeColors {
        CodeColors { roles: ["c", "k", "s", "n", "f", "t", "p"].map(|name| Some(name.to_owned())) }
    }

    #[test]
    fn every_character_stays_and_neighbours_of_one_colour_are_one_run() {
        let code = "fn main() {\n    let 名 = \"签发\"; // 注\n\n}\n";
        let colors = colors();
        let lines = lines(code, "rust", &colors);
        let text: Vec<String> = lines.iter().map(|line| line.iter().map(|run| run.text).collect()).collect();
        assert_eq!(text.join("\n"), code);
        assert!(lines[0].iter().any(|run| run.color == Some("k") && run.text.starts_with("fn")));
        assert!(lines[1].iter().any(|run| run.color == Some("s") && run.text.contains("签发")));
        for line in &lines {
            assert!(line.windows(2).all(|pair| pair[0].color != pair[1].color), "{line:?}");
        }
    }

    #[test]
    fn an_unknown_language_is_plain() {
        let colors = colors();
        assert_eq!(lines("a\nb", "无此语言", &colors).len(), 2);
        assert!(lines("let a", "", &colors)[0][0].color.is_none());
    }
}
