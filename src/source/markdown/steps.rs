//! Looking for something in a text. Tests count what is read: it must stay in proportion to the text, and a count proves
//! that where a clock could not.

/// Notes that so many bytes, or events, were looked at.
#[inline(always)]
pub(super) fn read(_bytes: usize) {
    #[cfg(test)]
    count::add(_bytes);
}

/// Where `mark` stands in `text`.
#[inline]
pub(super) fn find(text: &str, mark: &str) -> Option<usize> {
    let found = match mark.as_bytes() {
        [byte] => memchr::memchr(*byte, text.as_bytes()),
        mark => memchr::memmem::find(text.as_bytes(), mark),
    };
    read(found.unwrap_or(text.len()));
    found
}

/// Where the last `mark` stands in `text`.
#[inline]
pub(super) fn rfind(text: &str, mark: &str) -> Option<usize> {
    let found = match mark.as_bytes() {
        [byte] => memchr::memrchr(*byte, text.as_bytes()),
        mark => memchr::memmem::rfind(text.as_bytes(), mark),
    };
    read(found.map_or(text.len(), |found| text.len() - found));
    found
}

/// Where the first of two or three ASCII characters stands in `text`.
#[inline]
pub(super) fn find_any<const N: usize>(text: &str, marks: [u8; N]) -> Option<usize> {
    let bytes = text.as_bytes();
    let found = match *marks.as_slice() {
        [a, b] => memchr::memchr2(a, b, bytes),
        [a, b, c] => memchr::memchr3(a, b, c, bytes),
        _ => bytes.iter().position(|byte| marks.contains(byte)),
    };
    read(found.unwrap_or(text.len()));
    found
}

/// How many bytes `mark` there are at the beginning of `text`.
#[inline]
pub(super) fn run(text: &str, mark: u8) -> usize {
    let length = text.bytes().take_while(|byte| *byte == mark).count();
    read(length);
    length
}

/// Whether two texts are equal.
#[inline]
pub(super) fn equal(one: &str, other: &str) -> bool {
    read(one.len());
    one == other
}

#[cfg(test)]
pub(super) mod count {
    use std::cell::Cell;

    thread_local! {
        static READ: Cell<usize> = const { Cell::new(0) };
    }

    pub(super) fn add(bytes: usize) {
        READ.set(READ.get() + bytes);
    }

    /// How many bytes and events `work` looks at.
    pub(in super::super) fn during(work: impl FnOnce()) -> usize {
        let before = READ.get();
        work();
        READ.get() - before
    }
}
