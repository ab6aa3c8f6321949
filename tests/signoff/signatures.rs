//! Each way in which a signature does not count, with its own reason; and agreement with `ssh-keygen`.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use qianfa::signoff::{AllowedSigners, NAMESPACE, SIGNERS_PATH, SignatureError, SigningKey, verify};
use qianfa::source::SourceFile;
use tempfile::TempDir;

const TEXT: &[u8] = "签发：这一份，不是别的一份".as_bytes();

pub(super) fn keygen(folder: &Path, name: &str, options: &[&str]) -> String {
    let path = folder.join(name);
    let status = Command::new("ssh-keygen")
        .args(["-q", "-N", "", "-C", name, "-f"])
        .arg(&path)
        .args(options)
        .status()
        .expect("ssh-keygen is installed (openssh-client)");
    assert!(status.success());
    path.display().to_string()
}

pub(super) fn public(path: &str) -> String {
    std::fs::read_to_string(format!("{path}.pub")).unwrap()
}

fn signers(text: &str) -> AllowedSigners {
    let file = Arc::new(SourceFile::new(SIGNERS_PATH, text));
    AllowedSigners::parse(&file, &TimeZone::UTC).0
}

fn now() -> [Timestamp; 1] {
    ["2026-03-02T09:12:44Z".parse().unwrap()]
}

struct Scene {
    _folder: TempDir,
    key: String,
    armour: String,
}

fn scene() -> Scene {
    let folder = tempfile::tempdir().unwrap();
    let key = keygen(folder.path(), "li.na", &["-t", "ed25519"]);
    let armour = SigningKey::open(&key).unwrap().sign(NAMESPACE, TEXT).unwrap();
    Scene { _folder: folder, key, armour }
}

impl Scene {
    fn check(&self, line: &str, by: &str, text: &[u8]) -> Result<String, SignatureError> {
        let line = line.replace("KEY", public(&self.key).trim());
        verify(&signers(&line), by, NAMESPACE, text, &self.armour, &now())
    }
}

#[test]
fn a_listed_key_counts_and_every_other_case_says_why_not() {
    let scene = scene();
    let good = "li.na namespaces=\"qianfa.approval.v1\" KEY";
    let fingerprint = SigningKey::open(&scene.key).unwrap().fingerprint();
    assert_eq!(scene.check(good, "li.na", TEXT), Ok(fingerprint.clone()));
    assert_eq!(scene.check(good, "li.na", b"another text"), Err(SignatureError::Edited));
    assert!(matches!(
        scene.check(good, "zhang.wei", TEXT),
        Err(SignatureError::OtherPerson { listed, by, .. }) if listed == "li.na" && by == "zhang.wei"
    ));
    assert_eq!(
        scene.check("li.na namespaces=\"git\" KEY", "li.na", TEXT),
        Err(SignatureError::NamespaceNotAllowed(fingerprint.clone()))
    );
    assert!(matches!(
        scene.check("li.na valid-before=\"20260301Z\" KEY", "li.na", TEXT),
        Err(SignatureError::ExpiredKey { .. })
    ));
    assert!(matches!(
        scene.check("li.na valid-after=\"20260401Z\" KEY", "li.na", TEXT),
        Err(SignatureError::NotYetValid { .. })
    ));
    assert_eq!(scene.check("# nobody", "li.na", TEXT), Err(SignatureError::UnknownKey(fingerprint)));
}

#[test]
fn a_renewed_line_beside_an_expired_one_counts() {
    let scene = scene();
    let lines = "li.na valid-before=\"20260301Z\" KEY\nli.na valid-after=\"20260301Z\" KEY";
    assert!(scene.check(lines, "li.na", TEXT).is_ok());
}

#[test]
fn a_signature_for_something_else_or_none_at_all_is_refused() {
    let scene = scene();
    let list = signers(&format!("li.na {}", public(&scene.key)));
    let git = SigningKey::open(&scene.key).unwrap().sign("git", TEXT).unwrap();
    assert_eq!(
        verify(&list, "li.na", NAMESPACE, TEXT, &git, &now()),
        Err(SignatureError::Namespace("git".to_owned()))
    );
    let broken = scene.armour.replacen('A', "B", 1);
    assert!(verify(&list, "li.na", NAMESPACE, TEXT, &broken, &now()).is_err());
    assert_eq!(verify(&list, "li.na", NAMESPACE, TEXT, "none", &now()), Err(SignatureError::Unreadable));
}

#[test]
fn a_revoked_key_is_refused_even_for_what_it_signed_while_valid() {
    let scene = scene();
    let list = signers(&format!("li.na valid-before=\"20260303Z\" {}", public(&scene.key)));
    let signed = now()[0];
    let later: Timestamp = "2026-03-04T00:00:00Z".parse().unwrap();
    assert!(verify(&list, "li.na", NAMESPACE, TEXT, &scene.armour, &[signed]).is_ok());
    assert!(matches!(
        verify(&list, "li.na", NAMESPACE, TEXT, &scene.armour, &[signed, later]),
        Err(SignatureError::ExpiredKey { .. })
    ));
}

#[test]
fn ssh_keygen_and_this_program_agree_on_signatures_of_either() {
    let folder = tempfile::tempdir().unwrap();
    for kind in [["-t", "ed25519"].as_slice(), ["-t", "ecdsa", "-b", "256"].as_slice()] {
        let key = keygen(folder.path(), kind[1], kind);
        let line = format!("li.na namespaces=\"{NAMESPACE}\" {}", public(&key));
        let list = folder.path().join("allowed_signers");
        std::fs::write(&list, &line).unwrap();

        let ours = folder.path().join("ours.sig");
        std::fs::write(&ours, SigningKey::open(&key).unwrap().sign(NAMESPACE, TEXT).unwrap()).unwrap();
        let text = folder.path().join("statement");
        std::fs::write(&text, TEXT).unwrap();
        let accepted = Command::new("ssh-keygen")
            .args(["-Y", "verify", "-I", "li.na", "-n", NAMESPACE, "-f"])
            .arg(&list)
            .arg("-s")
            .arg(&ours)
            .stdin(std::fs::File::open(&text).unwrap())
            .stdout(Stdio::null())
            .status()
            .unwrap();
        assert!(accepted.success(), "{kind:?}");

        let signed = Command::new("ssh-keygen")
            .args(["-q", "-Y", "sign", "-n", NAMESPACE, "-f", &key])
            .arg(&text)
            .status()
            .unwrap();
        assert!(signed.success());
        let theirs = std::fs::read_to_string(folder.path().join("statement.sig")).unwrap();
        assert!(verify(&signers(&line), "li.na", NAMESPACE, TEXT, &theirs, &now()).is_ok(), "{kind:?}");
        std::fs::remove_file(folder.path().join("statement.sig")).unwrap();
    }
}

#[test]
fn keys_that_cannot_be_checked_are_refused_when_signing_and_encrypted_ones_are_known() {
    let folder = tempfile::tempdir().unwrap();
    let rsa = keygen(folder.path(), "rsa", &["-t", "rsa", "-b", "2048"]);
    let error = SigningKey::open(&rsa).err().unwrap();
    assert!(error.to_string().contains("ssh-rsa"), "{error}");
    let locked = folder.path().join("locked").display().to_string();
    let made = Command::new("ssh-keygen")
        .args(["-q", "-t", "ed25519", "-N", "a passphrase", "-C", "", "-f", &locked])
        .status()
        .unwrap();
    assert!(made.success());
    let key = SigningKey::open(&locked).unwrap();
    let listed = signers(&format!("a {}", public(&locked)));
    assert_eq!(key.fingerprint(), listed.iter().next().unwrap().fingerprint());
    assert!(SigningKey::open(&folder.path().join("none").display().to_string()).is_err());
}
