//! Signing keys: in process for plain OpenSSH keys, through `ssh-keygen` for encrypted ones, for those that an agent
//! holds, and for hardware. Secrets never leave the key's own type.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use ssh_key::{Algorithm, HashAlg, LineEnding, PrivateKey, PublicKey};

use super::allowed_signers::AllowedSigners;
use super::signature::{self, SignatureError};
use crate::base::file::{self, FileError};
use crate::base::message::{Explain, Message, signoff as text};

/// Most bytes of a key file.
const MAX_KEY: u64 = 64 << 10;
/// What git writes before a public key that stands in its configuration itself.
const LITERAL: &str = "key::";

/// A key that can sign.
pub struct SigningKey {
    public: PublicKey,
    way: Way,
}

enum Way {
    Process(Box<PrivateKey>),
    Program(PathBuf),
    /// The public key only; the agent holds the rest.
    Agent,
}

impl SigningKey {
    /// The key that `typed` names: a file (private, or public with the private part in an agent), or `key::ssh-ed25519 …`
    /// as in git's `user.signingKey`.
    ///
    /// # Errors
    /// When there is no key, or it is of a kind whose signatures do not count.
    pub fn open(typed: &str) -> Result<Self, KeyError> {
        let literal = typed.strip_prefix(LITERAL).or_else(|| typed.starts_with("ssh-").then_some(typed));
        let key = match literal {
            Some(public) => {
                let public =
                    PublicKey::from_openssh(public.trim()).map_err(|_| KeyError::NoKey(typed.into()))?;
                Self { public, way: Way::Agent }
            }
            None => Self::open_file(Path::new(typed))?,
        };
        signature::can_verify(&key.public).map_err(KeyError::Kind)?;
        Ok(key)
    }

    fn open_file(path: &Path) -> Result<Self, KeyError> {
        let content = secrecy::SecretString::from(read_text(path)?);
        let content = secrecy::ExposeSecret::expose_secret(&content);
        if let Ok(private) = PrivateKey::from_openssh(content) {
            let public = private.public_key().clone();
            let plain = !private.is_encrypted()
                && matches!(private.algorithm(), Algorithm::Ed25519 | Algorithm::Ecdsa { .. });
            let way = if plain { Way::Process(Box::new(private)) } else { Way::Program(path.to_owned()) };
            return Ok(Self { public, way });
        }
        let public = match PublicKey::from_openssh(content.trim()) {
            Ok(public) => public,
            Err(_) => beside(path)?,
        };
        Ok(Self { public, way: Way::Program(path.to_owned()) })
    }

    /// `SHA256:…`
    pub fn fingerprint(&self) -> String {
        signature::fingerprint(&self.public)
    }

    /// Whose key it is.
    pub fn owners<'s>(&self, signers: &'s AllowedSigners) -> Vec<&'s str> {
        signers.owners(&self.public)
    }

    /// A signature over `bytes` in `namespace`, as SSHSIG armour. May ask for a passphrase or a touch on the terminal.
    ///
    /// # Errors
    /// When the key cannot sign, or `ssh-keygen` is needed and missing or refuses.
    pub fn sign(&self, namespace: &str, bytes: &[u8]) -> Result<String, KeyError> {
        match &self.way {
            Way::Process(private) => private
                .sign(namespace, HashAlg::Sha512, bytes)
                .and_then(|signature| signature.to_pem(LineEnding::LF))
                .map_err(|error| KeyError::Refused(error.to_string())),
            Way::Program(path) => run(path, namespace, bytes),
            Way::Agent => {
                let public =
                    self.public.to_openssh().map_err(|error| KeyError::Refused(error.to_string()))?;
                let folder = tempfile::tempdir().map_err(|error| KeyError::Refused(error.to_string()))?;
                let path = folder.path().join("key.pub");
                file::write_atomic(&path, public)?;
                run(&path, namespace, bytes)
            }
        }
    }
}

fn read_text(path: &Path) -> Result<String, KeyError> {
    String::from_utf8(file::read(path, MAX_KEY)?).map_err(|_| KeyError::NoKey(path.display().to_string()))
}

/// The public key in `<path>.pub`: private keys in other formats than OpenSSH's own hide theirs.
fn beside(path: &Path) -> Result<PublicKey, KeyError> {
    let mut name = path.as_os_str().to_owned();
    name.push(".pub");
    let no_key = || KeyError::NoKey(path.display().to_string());
    let content = read_text(Path::new(&name)).map_err(|_| no_key())?;
    PublicKey::from_openssh(content.trim()).map_err(|_| no_key())
}

/// Signs with `ssh-keygen`, which finds agents and hardware and asks for what it needs.
fn run(key: &Path, namespace: &str, bytes: &[u8]) -> Result<String, KeyError> {
    let spawned = Command::new("ssh-keygen")
        .args(["-Y", "sign", "-n", namespace, "-f"])
        .arg(key)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        // It asks for passphrases and touches there, and says why it refuses.
        .stderr(Stdio::inherit())
        .spawn();
    let mut child = spawned.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => KeyError::NoProgram,
        _ => KeyError::Refused(error.to_string()),
    })?;
    if let Some(mut input) = child.stdin.take() {
        // A program that ends early says why itself.
        let _ = input.write_all(bytes);
    }
    let output = child.wait_with_output().map_err(|error| KeyError::Refused(error.to_string()))?;
    if !output.status.success() {
        return Err(KeyError::Program(key.to_owned()));
    }
    String::from_utf8(output.stdout).map_err(|_| KeyError::Program(key.to_owned()))
}

/// A key cannot sign.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The file cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// No key in the file.
    #[error("{0} is no SSH key")]
    NoKey(String),
    /// Its signatures would not count.
    #[error(transparent)]
    Kind(SignatureError),
    /// `ssh-keygen` is needed and not there.
    #[error("ssh-keygen is not installed")]
    NoProgram,
    /// `ssh-keygen` refused, and said why on standard error.
    #[error("ssh-keygen could not sign with {}", .0.display())]
    Program(PathBuf),
    /// The key refused.
    #[error("the key cannot sign: {0}")]
    Refused(String),
}

impl Explain for KeyError {
    fn message(&self) -> Message {
        match self {
            Self::File(error) => error.message(),
            Self::NoKey(name) => text::key_unreadable(name),
            Self::Kind(error) => error.message(),
            Self::NoProgram => text::key_no_program(),
            Self::Program(path) => text::key_program(path.display()),
            Self::Refused(reason) => text::key_refused(reason),
        }
    }

    fn help(&self) -> Option<Message> {
        match self {
            Self::File(error) if error.is_missing() => Some(text::key_missing_help()),
            Self::File(error) => error.help(),
            Self::NoKey(_) => Some(text::key_missing_help()),
            Self::Kind(error) => error.help(),
            Self::NoProgram => Some(text::key_no_program_help()),
            Self::Program(_) => Some(text::key_program_help()),
            Self::Refused(_) => None,
        }
    }
}
