//! `qianfa build`: the whole site as files to look at.

use std::path::{Path, PathBuf};

use super::{Context, Exit, Failure, opened};
use crate::base::message::render as text;
use crate::finding::Severity;
use crate::preview::build;

/// Arguments of `build`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "DIR", default_value = "dist")]
    out: PathBuf,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit, Failure> {
    let opened = opened::open(context, None)?;
    let out = if args.out.is_absolute() || args.out.as_os_str() != "dist" {
        args.out.clone()
    } else {
        opened.root.join(&args.out)
    };
    let fail = |error: build::BuildError| Failure::explain(Exit::Usage, &error);
    let staged =
        build::stage(&opened.site, opened.tree.as_ref(), opened.fonts(), &out, context.lang).map_err(fail)?;
    let mut findings = opened.findings;
    findings.extend(staged.findings.clone());
    findings.sort();
    context.findings(&findings);
    if findings.reach(Severity::Error) {
        context.note(&text::nothing_built(findings.count(Severity::Error)));
        return Ok(Exit::Invalid);
    }
    let (articles, pictures) = (staged.articles, staged.pictures);
    staged.publish().map_err(fail)?;
    context.say(&text::built(articles, pictures, shown(&out)));
    Ok(Exit::Done)
}

fn shown(out: &Path) -> String {
    let here = std::env::current_dir().ok();
    let relative = here.and_then(|here| out.strip_prefix(here).ok().map(Path::to_path_buf));
    relative.unwrap_or_else(|| out.to_path_buf()).join("index.html").display().to_string()
}
