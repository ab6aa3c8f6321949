//! `qianfa build`: the whole site as files to look at.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Context, Exit, Failure, fonts, kept, shelf};
use crate::base::digest::Digest;
use crate::base::message::{cli, render as text};
use crate::finding::Severity;
use crate::preview::build::{self, Built, Order, Outcome};
use crate::site::CONFIG;
use crate::source::tree::WorkTree;

/// Arguments of `build`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "DIR", default_value = "dist")]
    out: PathBuf,
    #[arg(long)]
    fresh: bool,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit, Failure> {
    let root = context.root()?;
    let out = if args.out.is_absolute() || args.out.as_os_str() != "dist" {
        args.out.clone()
    } else {
        root.join(&args.out)
    };
    let tree = Arc::new(WorkTree::new(&root)?);
    let order = Order {
        cache: kept::folder(&tree),
        tree,
        target: &out,
        lang: context.lang,
        fresh: args.fresh,
        fonts: &|config| {
            let named: Vec<String> = config.fonts.iter().map(|font| font.value.clone()).collect();
            fonts::fonts(&named)
        },
        addresses: &|accounts, remote| shelf::addresses(&root, accounts, remote),
        basis: Digest::of(format!("{} {:?}", kept::program(), fonts::stamps())),
    };
    let built = build::build(&order).map_err(|error| Failure::explain(Exit::Usage, &error))?;
    let Outcome { findings, built, usable } = built;
    context.findings(&findings);
    if !usable {
        let failure = Failure::new(Exit::Invalid, cli::broken_site(CONFIG));
        return Err(failure.help(cli::broken_site_help()));
    }
    let Some(Built { articles, pictures, .. }) = built else {
        context.note(&text::nothing_built(findings.count(Severity::Error)));
        return Ok(Exit::Invalid);
    };
    context.say(&text::built(articles, pictures, shown(&out)));
    Ok(Exit::Done)
}

fn shown(out: &Path) -> String {
    let here = std::env::current_dir().ok();
    let relative = here.and_then(|here| out.strip_prefix(here).ok().map(Path::to_path_buf));
    relative.unwrap_or_else(|| out.to_path_buf()).join("index.html").display().to_string()
}
