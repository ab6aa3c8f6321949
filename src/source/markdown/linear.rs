//! Unfriendly texts are read in proportion to their length: a count of what the scanners look at proves it.

use super::steps::count;
use super::{Containers, events};

#[path = "../../../benches/support/hostile.rs"]
mod inputs;

/// Bytes and events that the scanners look at while they read `text`.
fn looked_at(text: &str) -> usize {
    count::during(|| {
        let events = events(text, 0..text.len());
        Containers::pair(text, &events);
    })
}

#[test]
fn twice_as_much_text_is_twice_as_much_to_read() {
    for hostile in inputs::ALL {
        let once = (hostile.text)(hostile.parts.div_ceil(8));
        let twice = (hostile.text)(hostile.parts.div_ceil(8) * 2);
        let (less, more) = (looked_at(&once), looked_at(&twice));
        let name = hostile.name;
        assert!(less >= once.len(), "{name}: nothing is counted");
        assert!(less <= 200 * once.len(), "{name}: {less} for {} bytes", once.len());
        // Lines of a square root of the size are never quite twice as many.
        assert!(more <= less * 23 / 10 + 10_000, "{name}: {less}, then {more}");
    }
}
