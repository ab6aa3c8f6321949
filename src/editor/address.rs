//! Addresses of files: `file:///site/content/%E5%86%AC%E8%87%B3.md` and the path that it stands for.

use std::path::{Path, PathBuf};

/// The file at `address`, when it is one of this machine.
pub(super) fn path(address: &str) -> Option<PathBuf> {
    let rest = address.strip_prefix("file://")?;
    // A host may stand before the path; only this machine's files can be read.
    let rest = rest.strip_prefix("localhost").unwrap_or(rest);
    let rest = rest.split(['?', '#']).next().unwrap_or(rest);
    let decoded = decode(rest.strip_prefix('/')?)?;
    // `/C:/site` on Windows.
    let drive = decoded.as_bytes().get(1) == Some(&b':');
    Some(if cfg!(windows) && drive { PathBuf::from(decoded) } else { PathBuf::from(format!("/{decoded}")) })
}

/// The address of the file `path`.
pub(super) fn of(path: &Path) -> String {
    let text = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    let mut out = String::from("file://");
    if !text.starts_with('/') {
        out.push('/');
    }
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~:".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn decode(text: &str) -> Option<String> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            let (high, low) = (digit(bytes.next())?, digit(bytes.next())?);
            out.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).ok().filter(|path| !path.contains('\0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_comes_back() {
        let file = Path::new("/site/content/冬 至#1/index.md");
        let address = of(file);
        assert_eq!(address, "file:///site/content/%E5%86%AC%20%E8%87%B3%231/index.md");
        assert_eq!(path(&address).as_deref(), Some(file));
        assert_eq!(path("file://localhost/a%2fb.md"), Some(PathBuf::from("/a/b.md")));
    }

    #[test]
    fn what_is_no_file_is_none() {
        for address in
            ["untitled:Untitled-1", "git:/a.md", "file://host/a", "file:///%zz", "file:///%ff", "", "%"]
        {
            assert_eq!(path(address), None, "{address}");
        }
    }
}
