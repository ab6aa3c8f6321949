//! Floor 7: the command line. One file a command; settings, output and exit codes.
//!
//! The only part of the program that prints, exits, or reads the environment. Commands ask the floors below for values
//! and turn them into sentences of the catalogue; what they decide lives below.

mod accounts;
mod args;
mod context;
mod editions;
mod exit;
mod failure;
mod fonts;
mod help;
mod kept;
mod opened;
mod platform;
mod rehearsal;
mod shelf;
mod work;

use std::process::ExitCode;

use clap::Subcommand;

pub use context::Context;
pub use exit::Exit;
pub use failure::Failure;

/// Lists the commands: one line each, in the order of `--help`.
macro_rules! commands {
    ($($variant:ident => $module:ident),* $(,)?) => {
        $(mod $module;)*

        #[derive(Debug, Subcommand)]
        #[allow(missing_docs)]
        enum Command {
            $($variant($module::Args)),*
        }

        impl Command {
            fn run(&self, context: &mut Context) -> Result<Exit, Failure> {
                match self {
                    $(Self::$variant(args) => $module::run(args, context)),*
                }
            }
        }
    };
}

commands! {
    Check => check,
    Rules => rules,
    Explain => explain,
    Render => render,
    Theme => theme,
    Build => build,
    Sign => sign,
    Approvals => approvals,
    Plan => plan,
    Apply => apply,
    Status => status,
    Ledger => ledger,
    Sandbox => sandbox,
    Demo => demo,
    Lsp => lsp,
}

/// Runs the program with the process's arguments and environment.
pub fn main() -> ExitCode {
    let (mut context, command) = match args::parse(std::env::args_os()) {
        Ok(parsed) => parsed,
        Err(exit) => return exit.into(),
    };
    let exit = command.run(&mut context).unwrap_or_else(|failure| context.report(&failure));
    context.finish(exit).into()
}
