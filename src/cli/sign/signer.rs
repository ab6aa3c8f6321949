//! Who signs, with which key.

use std::path::PathBuf;

use super::{Args, Context, Failure, text};
use crate::signoff::{Register, SigningKey};

/// A person and their key.
pub(super) struct Person {
    pub(super) name: String,
    pub(super) key: SigningKey,
}

impl Person {
    /// The key of `--key`, else git's `user.signingKey`, else `~/.ssh/id_ed25519`; and whose it is.
    pub(super) fn find(args: &Args, register: &Register, context: &Context) -> Result<Self, Failure> {
        let typed = match &args.key {
            Some(path) => path.display().to_string(),
            None => configured(context).or_else(|| usual(context)).ok_or_else(no_key)?,
        };
        let key = SigningKey::open(&typed)?;
        let name = match &args.person {
            Some(name) => name.clone(),
            None => owner(&key, register)?,
        };
        Ok(Self { name, key })
    }
}

fn no_key() -> Failure {
    Failure::usage(text::no_key()).help(text::no_key_help())
}

/// Whose key it is according to `policy/allowed_signers`.
fn owner(key: &SigningKey, register: &Register) -> Result<String, Failure> {
    let mut owners = key.owners(register.signers());
    owners.dedup();
    let holds = |name: &&str| register.policy().is_some_and(|policy| !policy.roles_of(name).is_empty());
    let with_role: Vec<&str> = owners.iter().copied().filter(holds).collect();
    match (with_role.as_slice(), owners.as_slice()) {
        ([one], _) | ([], [one]) => Ok((*one).to_owned()),
        ([], []) => {
            let failure = Failure::new(super::Exit::Unsigned, text::unknown_key(key.fingerprint()));
            Err(failure.help(text::unknown_key_help()))
        }
        _ => Err(Failure::usage(text::several_people(owners.join(", "))).help(text::several_people_help())),
    }
}

/// git's own signing key, when git signs with SSH.
fn configured(context: &Context) -> Option<String> {
    let config = git2::Config::open_default().ok()?.snapshot().ok()?;
    let root = context.root().ok();
    let config = root
        .and_then(|root| git2::Repository::discover(root).ok())
        .and_then(|repository| repository.config().ok()?.snapshot().ok())
        .unwrap_or(config);
    let typed = config.get_str("user.signingkey").ok()?.trim().to_owned();
    let ssh = config.get_str("gpg.format").is_ok_and(|format| format == "ssh");
    if typed.is_empty() || !ssh {
        return None;
    }
    match typed.strip_prefix("~/") {
        Some(rest) => Some(home(context)?.join(rest).display().to_string()),
        None => Some(typed),
    }
}

fn usual(context: &Context) -> Option<String> {
    let path = home(context)?.join(".ssh").join("id_ed25519");
    path.is_file().then(|| path.display().to_string())
}

fn home(context: &Context) -> Option<PathBuf> {
    context.variable("HOME").map(PathBuf::from)
}
