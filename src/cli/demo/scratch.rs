//! The scratch copy in which the demonstration happens: the site's files in a repository of their own, a bare remote,
//! and a throw-away key for everybody whom the policy names.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ssh_key::rand_core::OsRng;
use ssh_key::{Algorithm, LineEnding, PrivateKey};

use crate::base::file;
use crate::base::message::cli as text;
use crate::cli::Failure;
use crate::signoff::{NAMESPACE, POLICY_PATH, Policy, SIGNERS_PATH};
use crate::site::LIMITS;
use crate::source::SourceFile;
use crate::source::tree::{Tree, WorkTree};

/// What a site is made of.
const PARTS: &[&str] = &["campaigns", "content", "desk", "layouts", "policy"];

/// A folder with a copy of the site, its remote and its keys.
pub(super) struct Scratch {
    folder: tempfile::TempDir,
    /// The site's policy, whose people have keys here.
    pub(super) policy: Policy,
    /// Who wrote everything: somebody who holds no role.
    pub(super) writer: String,
}

impl Scratch {
    /// Copies the site in `root` into a new folder.
    pub(super) fn copy(root: &Path) -> Result<Self, Failure> {
        let folder = tempfile::Builder::new().prefix("qianfa-demo-").tempdir();
        let folder = folder.map_err(|error| Failure::usage(text::demo_no_folder(error)))?;
        let site = folder.path().join("site");
        let tree = WorkTree::new(root)?;
        for part in PARTS {
            for entry in tree.list(part)? {
                file::write_atomic(&site.join(&entry.path), tree.read(&entry.path, LIMITS.asset)?)?;
            }
        }
        let config = tree.read("qianfa.yaml", LIMITS.yaml)?;
        file::write_atomic(&site.join("qianfa.yaml"), with_remote(&String::from_utf8_lossy(&config)))?;
        let policy = read_policy(&tree)?;
        let writer = writer(&policy)?;
        let scratch = Self { folder, policy, writer };
        scratch.make_keys()?;
        Ok(scratch)
    }

    /// The scratch folder.
    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The copy of the site.
    pub(super) fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// The address under which `person` commits.
    pub(super) fn email(&self, person: &str) -> String {
        let known = self.policy.people.get(person).and_then(|person| person.emails.first().cloned());
        known.unwrap_or_else(|| format!("{person}@example.org"))
    }

    /// Leaves the folder behind when the program ends.
    pub(super) fn keep(&mut self) {
        self.folder.disable_cleanup(true);
    }

    /// A key for everybody who holds a role, and the list of keys that may sign.
    fn make_keys(&self) -> Result<(), Failure> {
        let folder = self.folder.path().join("keys");
        file::create_dir(&folder)?;
        let mut list = String::new();
        let people: BTreeSet<&String> = self.policy.roles.values().flatten().collect();
        let failed = |error: ssh_key::Error| Failure::usage(text::demo_no_key(error));
        for person in people {
            let mut key = PrivateKey::random(&mut OsRng, Algorithm::Ed25519).map_err(failed)?;
            key.set_comment(person.as_str());
            let path = folder.join(person);
            file::write_atomic(&path, key.to_openssh(LineEnding::LF).map_err(failed)?.as_bytes())?;
            private(&path)?;
            let public = key.public_key().to_openssh().map_err(failed)?;
            list.push_str(&format!("{person} namespaces=\"{NAMESPACE}\" {public}\n"));
        }
        file::write_atomic(&self.site().join(SIGNERS_PATH), list)?;
        Ok(())
    }
}

/// Only the owner may read a private key.
fn private(path: &Path) -> Result<(), Failure> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let closed = fs::set_permissions(path, fs::Permissions::from_mode(0o600));
        closed.map_err(|error| Failure::usage(text::demo_no_folder(error)))?;
    }
    Ok(())
}

/// The configuration with `remote: origin`, in the place of any other remote.
fn with_remote(config: &str) -> String {
    let mut lines: Vec<&str> = config.lines().filter(|line| !line.starts_with("remote:")).collect();
    lines.push("remote: origin");
    lines.join("\n") + "\n"
}

fn read_policy(tree: &WorkTree) -> Result<Policy, Failure> {
    let bytes = tree.read(POLICY_PATH, LIMITS.yaml)?;
    let file = std::sync::Arc::new(SourceFile::new(POLICY_PATH, String::from_utf8_lossy(&bytes)));
    Policy::parse(&file).0.ok_or_else(|| Failure::usage(text::demo_no_policy(POLICY_PATH)))
}

/// Somebody whom the policy knows by an address and who holds no role: authors never count.
fn writer(policy: &Policy) -> Result<String, Failure> {
    let known = policy.people.iter().filter(|(_, person)| !person.emails.is_empty());
    known
        .map(|(name, _)| name.clone())
        .find(|name| policy.roles_of(name).is_empty())
        .ok_or_else(|| Failure::usage(text::demo_no_writer(POLICY_PATH)))
}
