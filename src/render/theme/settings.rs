//! `theme.yaml`: title, description, the theme it builds on, variables.

use std::sync::Arc;

use super::sheet::Written;
use crate::base::message::render as say;
use crate::base::near;
use crate::finding::{Finding, Findings, Place};
use crate::render::rule;
use crate::source::SourceFile;
use crate::source::yaml::{self, Node};

/// Keys of `theme.yaml`.
const KEYS: [&str; 4] = ["about", "extends", "title", "variables"];

/// What `theme.yaml` says.
#[derive(Debug, Default)]
pub(super) struct Settings {
    pub(super) title: String,
    pub(super) about: String,
    /// The theme that this one builds on, and where that is said.
    pub(super) extends: Option<(String, Place)>,
    pub(super) variables: Vec<Written>,
}

/// Reads `theme.yaml`.
pub(super) fn read(file: &Arc<SourceFile>, findings: &mut Findings) -> Settings {
    let mut settings = Settings::default();
    let (document, problems) = yaml::parse(file, 0..file.text().len());
    findings.extend(problems);
    let Some((Node::Map(entries), _)) = document else { return settings };
    for (key, key_place, value, place) in entries {
        match (key.as_str(), value) {
            ("title", Node::Str(text)) => settings.title = text,
            ("about", Node::Str(text)) => settings.about = text,
            ("extends", Node::Str(name)) => settings.extends = Some((name, place)),
            ("variables", Node::Map(entries)) => {
                for (name, _, value, place) in entries {
                    match scalar(&value) {
                        Some(value) => settings.variables.push(Written { name, value, place }),
                        None => {
                            findings.push(Finding::error(rule::VARIABLE, place, say::theme_variable(&name)));
                        }
                    }
                }
            }
            (known, _) if KEYS.contains(&known) => {
                findings.push(Finding::error(rule::VARIABLE, place, say::theme_variable(&key)));
            }
            _ => {
                let help = match near::nearest(&key, KEYS) {
                    Some(known) => say::theme_key_near(known),
                    None => say::theme_key_help(),
                };
                findings.push(Finding::error(rule::VARIABLE, key_place, say::theme_key(&key)).help(help));
            }
        }
    }
    settings
}

fn scalar(node: &Node) -> Option<String> {
    match node {
        Node::Str(text) => Some(text.clone()),
        Node::Int(number) => Some(number.to_string()),
        Node::Float(number) => Some(number.to_string()),
        _ => None,
    }
}
