//! `qianfa theme list|check|new`: which themes there are, what is wrong with one, and a folder to start from.

use super::{Context, Exit, Failure};
use crate::base::file;
use crate::base::message::render as text;
use crate::base::near;
use crate::base::width::{pad, width};
use crate::finding::{Findings, Severity};
use crate::render::{Renderer, themes};
use crate::source::tree::{Tree, WorkTree};

/// Arguments of `theme`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "list|check|new", value_parser = ["list", "check", "new"])]
    action: String,
    #[arg(value_name = "NAME|PATH", required_if_eq("action", "new"))]
    name: Option<String>,
    #[arg(long, value_name = "NAME", default_value = "ink")]
    from: String,
    #[arg(long, value_name = "LEVEL", default_value = "error", value_parser = ["error", "warning", "info"])]
    level: String,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit, Failure> {
    match (args.action.as_str(), args.name.as_deref()) {
        ("new", Some(name)) => create(name, &args.from, context),
        ("check", name) => check(name, args.level.parse().unwrap_or(Severity::Error), context),
        _ => list(context),
    }
}

/// The site, or the present folder: built-in themes are there without a site.
fn tree(context: &Context) -> Result<WorkTree, Failure> {
    let root = match context.root() {
        Ok(root) => root,
        Err(_) => std::env::current_dir().map_err(|error| Failure::usage(text::no_input(error)))?,
    };
    Ok(WorkTree::new(&root)?)
}

fn list(context: &mut Context) -> Result<Exit, Failure> {
    let themes = themes::themes(&tree(context)?);
    let longest = |of: fn(&themes::Listed) -> &str| {
        themes.iter().map(|theme| width(of(theme))).max().unwrap_or_default()
    };
    let (names, titles) = (longest(|theme| &theme.name), longest(|theme| &theme.title));
    for theme in &themes {
        let from = if theme.own { text::theme_own() } else { text::theme_built_in() };
        let line = format!(
            "{}  {}  {}  {}",
            pad(&theme.name, names),
            pad(&theme.title, titles),
            from.text(context.lang),
            theme.about
        );
        context.line(line.trim_end());
    }
    Ok(Exit::Done)
}

/// Checks one theme, or every theme of the site; findings of `level` and above count.
fn check(name: Option<&str>, level: Severity, context: &mut Context) -> Result<Exit, Failure> {
    let tree = tree(context)?;
    let names = match name {
        Some(name) => vec![name_of(name, &tree)?],
        None => themes::own(&tree),
    };
    let renderer = Renderer::new(&tree, "ink");
    let mut findings = Findings::new();
    for name in &names {
        findings.extend(renderer.check_theme(name));
    }
    findings.sort();
    context.findings(&findings);
    if findings.reach(level) {
        return Ok(Exit::Invalid);
    }
    if findings.is_empty() {
        context.say(&text::theme_clean(names.join("、")));
    }
    Ok(Exit::Done)
}

/// The theme that somebody means by its name or by the path of its folder.
fn name_of(typed: &str, tree: &dyn Tree) -> Result<String, Failure> {
    let last = typed.trim_end_matches(['/', std::path::MAIN_SEPARATOR]);
    let name = last.rsplit(['/', std::path::MAIN_SEPARATOR]).next().unwrap_or(last);
    let known = themes::themes(tree);
    if known.iter().any(|theme| theme.name == name) {
        return Ok(name.to_owned());
    }
    let help = match near::nearest(name, known.iter().map(|theme| theme.name.as_str())) {
        Some(near) => text::theme_near(near),
        None => text::theme_help(name),
    };
    Err(Failure::usage(text::theme_missing(name)).help(help))
}

/// Writes a folder for a new theme that starts from another one.
fn create(name: &str, from: &str, context: &mut Context) -> Result<Exit, Failure> {
    let plain = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if !plain || name.is_empty() || name.starts_with('-') {
        return Err(Failure::usage(text::theme_name(name)).help(text::theme_name_help()));
    }
    let root = context.root()?;
    let tree = WorkTree::new(&root)?;
    let from = name_of(from, &tree)?;
    let path = themes::folder(name);
    let folder = root.join(&path);
    if folder.symlink_metadata().is_ok() {
        return Err(Failure::usage(text::theme_exists(&path)).help(text::theme_exists_help()));
    }
    let files = themes::copy(&tree, &from).unwrap_or_default();
    file::create_dir(&folder)?;
    for (part, body) in files {
        let body = if part == "theme.yaml" { titled(&body, name) } else { body };
        file::write_atomic(&folder.join(part), body)?;
    }
    context.say(&text::theme_created(&path, &from));
    context.note(&text::theme_created_help(name));
    Ok(Exit::Done)
}

/// Settings with another title.
fn titled(settings: &str, title: &str) -> String {
    let line = |line: &str| {
        if line.starts_with("title:") { format!("title: {title}\n") } else { format!("{line}\n") }
    };
    let kept = settings.lines().filter(|line| !line.starts_with('#') && !line.starts_with("about:"));
    kept.map(line).collect()
}
