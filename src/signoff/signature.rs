//! SSH signatures (SSHSIG armour) over statements: checked in process, without any other program.

use jiff::Timestamp;
use ssh_key::{Algorithm, EcdsaCurve, HashAlg, PublicKey, SshSig};

use super::allowed_signers::{AllowedSigners, Signer};
use super::statement::MAX_BYTES;
use crate::base::message::{Explain, Message, signoff as text};

/// The namespace of every signature over a sign-off. A signature made for anything else never counts as one.
pub const NAMESPACE: &str = "qianfa.approval.v1";

/// Bytes behind a hardware key's signature: flags and counter.
const HARDWARE_TRAILER: usize = 5;
/// The flag that says that somebody touched the hardware key.
const TOUCHED: u8 = 1;

/// Checks that `armour` is a signature over `bytes` in `namespace` by a key that `signers` lists for `by` and that is
/// valid at every one of `times`. Gives the key's fingerprint (`SHA256:…`).
///
/// # Errors
/// The first reason why it does not count.
pub fn verify(
    signers: &AllowedSigners,
    by: &str,
    namespace: &str,
    bytes: &[u8],
    armour: &str,
    times: &[Timestamp],
) -> Result<String, SignatureError> {
    let signature = read(armour)?;
    let key = PublicKey::new(signature.public_key().clone(), "");
    let fingerprint = fingerprint(&key);
    if signature.namespace() != namespace {
        return Err(SignatureError::Namespace(signature.namespace().to_owned()));
    }
    can_verify(&key)?;
    let listed: Vec<&Signer> = signers.with_key(&key).collect();
    if listed.is_empty() {
        return Err(SignatureError::UnknownKey(fingerprint));
    }
    let own: Vec<&Signer> = listed.iter().copied().filter(|signer| signer.is(by)).collect();
    if own.is_empty() {
        let names: Vec<&str> = listed.iter().flat_map(|signer| signer.names()).collect();
        return Err(SignatureError::OtherPerson {
            key: fingerprint,
            listed: names.join(", "),
            by: by.to_owned(),
        });
    }
    let mut refusal = SignatureError::UnknownKey(fingerprint.clone());
    let allowed = own.iter().any(|signer| match admits(signer, namespace, times, &fingerprint) {
        Ok(()) => true,
        Err(error) => {
            refusal = error;
            false
        }
    });
    if !allowed {
        return Err(refusal);
    }
    key.verify(namespace, bytes, &signature).map_err(|_| SignatureError::Edited)?;
    if is_hardware(&key) && !touched(&signature) {
        return Err(SignatureError::Untouched(fingerprint));
    }
    Ok(fingerprint)
}

/// Whether a line of the file lets its key sign in `namespace` at all of `times`.
fn admits(signer: &Signer, namespace: &str, times: &[Timestamp], key: &str) -> Result<(), SignatureError> {
    if !signer.allows(namespace) {
        return Err(SignatureError::NamespaceNotAllowed(key.to_owned()));
    }
    match (signer.valid_after(), signer.valid_before()) {
        (Some(after), _) if times.iter().any(|time| *time < after) => {
            Err(SignatureError::NotYetValid { key: key.to_owned(), after })
        }
        (_, Some(before)) if times.iter().any(|time| *time >= before) => {
            Err(SignatureError::ExpiredKey { key: key.to_owned(), before })
        }
        _ => Ok(()),
    }
}

fn read(armour: &str) -> Result<SshSig, SignatureError> {
    if armour.len() > MAX_BYTES {
        return Err(SignatureError::Unreadable);
    }
    SshSig::from_pem(armour.trim_end()).map_err(|_| SignatureError::Unreadable)
}

/// `SHA256:…`, as OpenSSH prints it.
pub(super) fn fingerprint(key: &PublicKey) -> String {
    key.fingerprint(HashAlg::Sha256).to_string()
}

/// Whether signatures of this kind of key can be checked here.
pub(super) fn can_verify(key: &PublicKey) -> Result<(), SignatureError> {
    match key.algorithm() {
        Algorithm::Ed25519
        | Algorithm::SkEd25519
        | Algorithm::SkEcdsaSha2NistP256
        | Algorithm::Ecdsa { curve: EcdsaCurve::NistP256 } => Ok(()),
        other => Err(SignatureError::Algorithm(other.as_str().to_owned())),
    }
}

fn is_hardware(key: &PublicKey) -> bool {
    matches!(key.algorithm(), Algorithm::SkEd25519 | Algorithm::SkEcdsaSha2NistP256)
}

/// Whether the hardware key says that somebody was there.
fn touched(signature: &SshSig) -> bool {
    let bytes = signature.signature_bytes();
    bytes
        .len()
        .checked_sub(HARDWARE_TRAILER)
        .and_then(|flags| bytes.get(flags))
        .is_some_and(|flags| flags & TOUCHED != 0)
}

/// Why a signature does not count.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// Not an SSH signature.
    #[error("not an SSH signature")]
    Unreadable,
    /// Made for something else.
    #[error("the signature was made for {0}, not for {NAMESPACE}")]
    Namespace(String),
    /// A kind of key that is not checked here.
    #[error("signatures of {0} keys are not accepted")]
    Algorithm(String),
    /// The key stands nowhere in the file.
    #[error("the key {0} is not in policy/allowed_signers")]
    UnknownKey(String),
    /// The key belongs to somebody else.
    #[error("the key {key} belongs to {listed}, not to {by}")]
    OtherPerson {
        /// Fingerprint.
        key: String,
        /// To whom it belongs.
        listed: String,
        /// Who the statement says it is from.
        by: String,
    },
    /// The file lets the key sign other things only.
    #[error("policy/allowed_signers does not let the key {0} sign {NAMESPACE}")]
    NamespaceNotAllowed(String),
    /// The key is valid later.
    #[error("the key {key} is valid from {after} only")]
    NotYetValid {
        /// Fingerprint.
        key: String,
        /// From when on.
        after: Timestamp,
    },
    /// The key was valid earlier.
    #[error("the key {key} was valid until {before}")]
    ExpiredKey {
        /// Fingerprint.
        key: String,
        /// Until when.
        before: Timestamp,
    },
    /// The signature is not over this text.
    #[error("the signature does not belong to this text: one of them was changed")]
    Edited,
    /// Nobody touched the hardware key.
    #[error("nobody touched the hardware key {0}")]
    Untouched(String),
}

impl Explain for SignatureError {
    fn message(&self) -> Message {
        match self {
            Self::Unreadable => text::signature_unreadable(),
            Self::Namespace(found) => text::signature_namespace(found, NAMESPACE),
            Self::Algorithm(name) => text::signature_algorithm(name),
            Self::UnknownKey(key) => text::signature_unknown_key(key),
            Self::OtherPerson { key, listed, by } => text::signature_other_person(key, listed, by),
            Self::NamespaceNotAllowed(key) => text::signature_namespace_not_allowed(key, NAMESPACE),
            Self::NotYetValid { key, after } => text::signature_not_yet_valid(key, after),
            Self::ExpiredKey { key, before } => text::signature_expired_key(key, before),
            Self::Edited => text::signature_edited(),
            Self::Untouched(key) => text::signature_untouched(key),
        }
    }

    fn help(&self) -> Option<Message> {
        match self {
            Self::Algorithm(_) => Some(text::signature_algorithm_help()),
            Self::UnknownKey(_) => Some(text::signature_unknown_key_help()),
            _ => None,
        }
    }
}
