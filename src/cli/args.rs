//! What is typed before and after the command's name: global options, help and usage errors in the reader's language.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, FromArgMatches, Parser, ValueEnum};

use super::{Command, Context, Exit, Failure, help};
use crate::base::message::{Lang, cli as text};

/// When results are coloured.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Parser)]
#[command(name = "qianfa", version, disable_help_subcommand = true)]
struct Args {
    #[arg(long, global = true, value_name = "DIR")]
    site: Option<PathBuf>,
    #[arg(long, global = true, value_name = "zh|en", env = "QIANFA_LANG", hide_env = true, value_parser = ["zh", "en"])]
    lang: Option<String>,
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_possible_values = true,
        hide_default_value = true
    )]
    color: Color,
    #[arg(long, global = true, value_name = "TIME")]
    now: Option<String>,
    #[arg(short, long, global = true)]
    quiet: bool,
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    verbose: u8,
    #[command(subcommand)]
    command: Command,
}

/// The program's command line in `lang`.
pub(super) fn command(lang: Lang) -> clap::Command {
    help::localise(Args::command(), lang)
}

/// Reads the arguments; on help, version or an error prints that and gives the process's end.
pub(super) fn parse(typed: impl IntoIterator<Item = OsString>) -> Result<(Context, Command), Exit> {
    let typed: Vec<OsString> = typed.into_iter().collect();
    let lang = language(&typed);
    let parsed =
        command(lang).try_get_matches_from(typed).and_then(|matches| Args::from_arg_matches(&matches));
    let mut context = Context::new(lang);
    match parsed {
        Ok(args) => {
            context.color = match args.color {
                Color::Always => true,
                Color::Never => false,
                Color::Auto => std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
            };
            context.lang_given = args.lang.is_some();
            context.site = args.site;
            context.quiet = args.quiet;
            context.verbose = args.verbose;
            context.now = args.now;
            Ok((context, args.command))
        }
        Err(error) if !error.use_stderr() => {
            context.print(&error.render().to_string());
            Err(context.finish(Exit::Done))
        }
        Err(error) if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            context.print(&error.render().to_string());
            Err(context.finish(Exit::Usage))
        }
        Err(error) => Err(context.report(&explain(&error))),
    }
}

/// The language must be known before anything can be said about the arguments.
fn language(typed: &[OsString]) -> Lang {
    let mut words = typed.iter().map(|word| word.to_string_lossy());
    let mut chosen = None;
    while let Some(word) = words.next() {
        if word == "--lang" {
            chosen = words.next().map(|value| value.into_owned());
        } else if let Some(value) = word.strip_prefix("--lang=") {
            chosen = Some(value.to_owned());
        }
    }
    chosen
        .or_else(|| std::env::var("QIANFA_LANG").ok())
        .and_then(|lang| lang.parse().ok())
        .unwrap_or_default()
}

/// A usage error in our own words.
fn explain(error: &clap::Error) -> Failure {
    let get = |kind| match error.get(kind) {
        Some(ContextValue::String(value)) => value.clone(),
        Some(ContextValue::Strings(values)) => values.join(" "),
        _ => String::new(),
    };
    let argument = get(ContextKind::InvalidArg);
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => text::unknown_command(get(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => text::unknown_argument(argument),
        ErrorKind::MissingRequiredArgument => text::missing_argument(argument),
        ErrorKind::InvalidValue if get(ContextKind::InvalidValue).is_empty() => text::missing_value(argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            text::invalid_value(argument, get(ContextKind::InvalidValue))
        }
        ErrorKind::ArgumentConflict => text::conflict(argument, get(ContextKind::PriorArg)),
        _ => {
            let rendered = error.render().to_string();
            let first = rendered.lines().next().unwrap_or("").trim_start_matches("error: ").to_owned();
            text::usage(first)
        }
    };
    let suggestion = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
        ContextKind::ValidValue,
    ]
    .into_iter()
    .map(get)
    .find(|value| !value.is_empty());
    let failure = Failure::usage(message);
    match suggestion {
        Some(value) => failure.help(text::did_you_mean(value)),
        None => failure.help(text::see_help()),
    }
}
