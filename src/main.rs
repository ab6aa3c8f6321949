//! The `qianfa` program: a thin door to [`qianfa::cli`].

fn main() -> std::process::ExitCode {
    qianfa::cli::main()
}
