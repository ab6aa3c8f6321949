//! Load, check, render and plan on a generated site of 1,000 and of 10,000 articles: `cargo bench --bench pipeline`.

mod support;

fn main() {
    divan::main();
}
