//! The `qianfa` program: a thin door to [`qianfa::cli`].

/// Articles are read side by side, and each makes a thousand small values.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    qianfa::cli::main()
}
