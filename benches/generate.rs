//! Writes a generated site, for whole-process comparisons: `cargo bench --bench generate -- FOLDER COUNT`.

mod support;

use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let (Some(folder), Some(count)) = (arguments.next(), arguments.next()) else {
        return Err("usage: cargo bench --bench generate -- FOLDER COUNT".into());
    };
    support::generate(&PathBuf::from(folder), count.parse()?)?;
    Ok(())
}
