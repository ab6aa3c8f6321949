//! Random names: nonces of statements, names of runs, uids of new articles.

/// `length` random characters of lower-case base 32 (no `i`, `l`, `o`, `u`, so that people can read them out).
pub fn random(length: usize) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    (0..length).map(|_| char::from(ALPHABET[fastrand::usize(..ALPHABET.len())])).collect()
}
