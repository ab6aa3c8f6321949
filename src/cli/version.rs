//! `qianfa version`.

use super::{Context, Exit, Failure};

/// No arguments.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

pub(super) fn run(_: &Args, context: &mut Context) -> Result<Exit, Failure> {
    context.line(concat!("qianfa ", env!("CARGO_PKG_VERSION")));
    Ok(Exit::Done)
}
