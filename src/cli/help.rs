//! `--help` in the reader's language: every command and argument has an entry `help.<command>[.<argument>]` in the
//! catalogue; a test proves that none is missing.

use clap::Command;

use crate::base::message::{Lang, help as texts};

/// Puts the catalogue's sentences in the place of the derived ones.
pub(super) fn localise(command: Command, lang: Lang) -> Command {
    let template = match lang {
        Lang::Zh => "{about}\n\n用法：{usage}\n\n{all-args}\n",
        Lang::En => "{about}\n\nUsage: {usage}\n\n{all-args}\n",
    };
    let (commands, options, arguments) = match lang {
        Lang::Zh => ("命令", "选项", "参数"),
        Lang::En => ("Commands", "Options", "Arguments"),
    };
    let name = command.get_name().to_owned();
    let subcommands: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command = describe(command, &name, lang)
        .help_template(template)
        .subcommand_help_heading(commands)
        .next_help_heading(options);
    let positional: Vec<_> =
        command.get_arguments().filter(|arg| arg.is_positional()).map(|arg| arg.get_id().clone()).collect();
    let flags: Vec<_> =
        command.get_arguments().filter(|arg| !arg.is_positional()).map(|arg| arg.get_id().clone()).collect();
    for id in positional {
        command = command.mut_arg(id, |arg| arg.help_heading(arguments));
    }
    for id in flags {
        command = command.mut_arg(id, |arg| arg.help_heading(options));
    }
    for sub in subcommands {
        command = command.mut_subcommand(&sub, |sub| {
            let sub = localise(sub, lang);
            help_flag(sub, options, lang)
        });
    }
    if name == "qianfa" { version_flag(help_flag(command, options, lang), options, lang) } else { command }
}

fn describe(mut command: Command, name: &str, lang: Lang) -> Command {
    if let Some(about) = texts::find(name, None) {
        command = command.about(about.text(lang));
    }
    let ids: Vec<_> = command.get_arguments().map(|arg| arg.get_id().clone()).collect();
    for id in ids {
        // They stand in the value's name, or in the sentence; the parser would list them in English.
        command = command.mut_arg(&id, |arg| {
            let valued = arg.get_action().takes_values();
            arg.hide_possible_values(valued).hide_default_value(valued)
        });
        if let Some(sentence) = texts::find(name, Some(id.as_str())) {
            command = command.mut_arg(id, |arg| arg.help(sentence.text(lang)));
        }
    }
    command
}

fn help_flag(command: Command, heading: &'static str, lang: Lang) -> Command {
    let sentence = texts::find("qianfa", Some("help")).map(|entry| entry.text(lang)).unwrap_or_default();
    command.disable_help_flag(true).arg(
        clap::Arg::new("help")
            .short('h')
            .long("help")
            .action(clap::ArgAction::Help)
            .help(sentence)
            .help_heading(heading),
    )
}

fn version_flag(command: Command, heading: &'static str, lang: Lang) -> Command {
    let sentence = texts::find("qianfa", Some("version")).map(|entry| entry.text(lang)).unwrap_or_default();
    command.disable_version_flag(true).arg(
        clap::Arg::new("version")
            .short('V')
            .long("version")
            .action(clap::ArgAction::Version)
            .help(sentence)
            .help_heading(heading),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing(command: &Command, out: &mut Vec<String>) {
        let name = command.get_name();
        if command.get_about().is_none() {
            out.push(name.to_owned());
        }
        for arg in command.get_arguments() {
            if arg.get_help().is_none() {
                out.push(format!("{name}.{}", arg.get_id()));
            }
        }
        for sub in command.get_subcommands() {
            missing(sub, out);
        }
    }

    #[test]
    fn every_command_and_argument_is_explained_in_the_catalogue() {
        let mut out = Vec::new();
        missing(&super::super::args::command(Lang::Zh), &mut out);
        assert_eq!(out, Vec::<String>::new(), "add these to src/base/message/help.rs");
    }

    #[test]
    fn the_parsers_own_english_stays_out() {
        for mut sub in super::super::args::command(Lang::Zh).get_subcommands().cloned() {
            let help = sub.render_long_help().to_string();
            assert!(!help.contains("[possible") && !help.contains("[default"), "{help}");
        }
    }
}
