//! The registry: every language that is coloured, its names, and what colours it. One line a language.

use super::languages::{c, config, data, functional, jvm, native, script, shell, web};
use super::paint::Paint;
use super::scan;
use super::special::{build, console, css, diff, http, latex, lines, markdown, markup, regex, yaml};
use super::syntax::Syntax;
use crate::base::near;

/// What colours a language.
#[derive(Debug, Clone, Copy)]
enum Grammar {
    Words(&'static Syntax),
    Special(fn(&mut Paint<'_>)),
    /// A known kind of text without colours.
    Nothing,
}

/// A language.
#[derive(Debug)]
pub(crate) struct Language {
    /// As readers know it.
    pub(crate) name: &'static str,
    /// Names behind a fence, in small letters.
    pub(crate) names: &'static [&'static str],
    grammar: Grammar,
}

impl Language {
    /// Whether the language has colours at all.
    pub(crate) const fn is_colored(&self) -> bool {
        !matches!(self.grammar, Grammar::Nothing)
    }

    /// Paints everything that is left on the sheet.
    pub(super) fn paint(&self, paint: &mut Paint<'_>) {
        match self.grammar {
            Grammar::Words(syntax) => scan::paint(syntax, paint),
            Grammar::Special(special) => special(paint),
            Grammar::Nothing => {}
        }
    }
}

macro_rules! languages {
    ($($name:literal [$($alias:literal)*] $grammar:expr;)*) => {
        /// Every language.
        pub(crate) static LANGUAGES: &[Language] = &[
            $(Language { name: $name, names: &[$($alias),*], grammar: $grammar }),*
        ];
    };
}

use Grammar::{Nothing, Special, Words};

languages! {
    "Apache" ["apache" "apacheconf" "htaccess"] Words(&config::APACHE);
    "AppleScript" ["applescript" "osascript"] Words(&script::APPLESCRIPT);
    "Assembly" ["asm" "assembly" "nasm" "gas" "masm" "x86asm" "armasm" "s"] Words(&config::ASSEMBLY);
    "Batch" ["bat" "batch" "cmd" "dosbatch" "dos"] Words(&shell::BATCH);
    "C" ["c" "h"] Words(&c::C);
    "C#" ["cs" "csharp" "c#" "dotnet"] Words(&c::C_SHARP);
    "C++" ["cpp" "c++" "cc" "cxx" "hpp" "hxx" "hh" "arduino" "ino" "cuda" "cu"] Words(&c::CPP);
    "Clojure" ["clojure" "clj" "cljs" "cljc" "edn"] Words(&functional::CLOJURE);
    "CMake" ["cmake"] Words(&config::CMAKE);
    "CoffeeScript" ["coffee" "coffeescript" "litcoffee"] Words(&web::COFFEESCRIPT);
    "Console" ["console" "shell-session" "shellsession" "terminal" "sh-session" "pycon" "ansi"] Special(console::console);
    "CSS" ["css" "postcss"] Special(css::css);
    "D" ["d" "dlang"] Words(&native::D);
    "Dart" ["dart" "flutter"] Words(&jvm::DART);
    "Diagram" ["mermaid" "dot" "graphviz" "plantuml" "puml"] Words(&data::DIAGRAM);
    "Diff" ["diff" "patch" "udiff"] Special(diff::diff);
    "Dockerfile" ["dockerfile" "docker" "containerfile"] Special(build::dockerfile);
    "Elixir" ["elixir" "ex" "exs" "heex"] Words(&functional::ELIXIR);
    "Elm" ["elm"] Words(&functional::ELM);
    "Erlang" ["erlang" "erl" "hrl"] Words(&functional::ERLANG);
    "F#" ["fsharp" "fs" "f#" "fsx"] Words(&functional::F_SHARP);
    "Fortran" ["fortran" "f90" "f95" "f03" "f77"] Words(&native::FORTRAN);
    "GDScript" ["gdscript" "gd" "godot"] Words(&script::GDSCRIPT);
    "Go" ["go" "golang" "gomod" "go-mod"] Words(&native::GO);
    "Grammar" ["ebnf" "bnf" "abnf" "antlr" "g4" "pest" "peg"] Words(&config::GRAMMAR);
    "GraphQL" ["graphql" "gql" "graphqls"] Words(&web::GRAPHQL);
    "Groovy" ["groovy" "gradle" "jenkinsfile" "jenkins"] Words(&jvm::GROOVY);
    "Haskell" ["haskell" "hs" "lhs" "purescript" "purs" "idris" "agda"] Words(&functional::HASKELL);
    "HCL" ["hcl" "terraform" "tf" "tfvars" "nomad" "opentofu"] Words(&config::HCL);
    "HTML" ["html" "htm" "xhtml" "jinja" "jinja2" "handlebars" "hbs" "ejs" "twig" "django" "erb" "jsp" "tera" "liquid" "mustache" "angular" "thymeleaf" "razor" "cshtml" "blade"] Special(markup::html);
    "HTTP" ["http" "https" "rest"] Special(http::http);
    "Ignore" ["gitignore" "dockerignore" "ignore" "npmignore" "gitattributes"] Special(lines::ignore);
    "INI" ["ini" "cfg" "conf" "properties" "env" "dotenv" "editorconfig" "gitconfig" "systemd" "service" "desktop" "reg" "npmrc"] Special(lines::ini);
    "Java" ["java" "jav"] Words(&jvm::JAVA);
    "JavaScript" ["javascript" "js" "jsx" "mjs" "cjs" "node" "nodejs" "es6" "ecmascript" "wxs" "react"] Words(&web::JAVASCRIPT);
    "JSON" ["json" "jsonc" "json5" "jsonl" "ndjson" "geojson" "webmanifest" "har" "hjson"] Words(&data::JSON);
    "Julia" ["julia" "jl"] Words(&script::JULIA);
    "Kotlin" ["kotlin" "kt" "kts"] Words(&jvm::KOTLIN);
    "LaTeX" ["latex" "tex" "bibtex" "sty" "katex"] Special(latex::latex);
    "Less" ["less"] Special(css::css);
    "Lisp" ["lisp" "common-lisp" "commonlisp" "cl" "elisp" "emacs-lisp" "emacs" "el" "scheme" "scm" "racket" "rkt" "fennel" "guile"] Words(&functional::LISP);
    "Log" ["log" "logs"] Special(lines::log);
    "Lua" ["lua" "luau" "moonscript"] Words(&script::LUA);
    "Makefile" ["makefile" "make" "mk" "mak" "gnumake"] Special(build::makefile);
    "Markdown" ["markdown" "md" "mdx" "mkd" "mdown" "rmd" "qmd"] Special(markdown::markdown);
    "MATLAB" ["matlab" "m" "octave"] Words(&script::MATLAB);
    "Nginx" ["nginx" "nginxconf" "caddy" "caddyfile"] Words(&config::NGINX);
    "Nim" ["nim" "nimrod"] Words(&native::NIM);
    "Nix" ["nix"] Words(&functional::NIX);
    "Objective-C" ["objective-c" "objectivec" "objc" "obj-c" "mm" "objective-c++" "objcpp"] Words(&c::OBJECTIVE_C);
    "OCaml" ["ocaml" "ml" "mli" "reason" "rescript" "sml"] Words(&functional::OCAML);
    "Pascal" ["pascal" "delphi" "objectpascal" "pas" "dpr" "freepascal" "lazarus"] Words(&native::PASCAL);
    "Perl" ["perl" "pl" "pm" "perl5" "raku"] Words(&script::PERL);
    "PHP" ["php" "php3" "php8" "phtml"] Special(php);
    "PowerShell" ["powershell" "ps1" "ps" "pwsh" "posh" "psm1"] Words(&shell::POWERSHELL);
    "Prolog" ["prolog" "swipl"] Words(&functional::PROLOG);
    "Protocol Buffers" ["protobuf" "proto" "proto3"] Words(&web::PROTOBUF);
    "Python" ["python" "py" "python3" "py3" "python2" "pyw" "gyp" "ipython" "cython" "pyx" "mojo" "sage" "jupyter"] Words(&script::PYTHON);
    "R" ["r" "rlang" "rscript" "splus"] Words(&script::R);
    "Regex" ["regex" "regexp" "re" "pcre"] Special(regex::regex);
    "Ruby" ["ruby" "rb" "gemfile" "rake" "rakefile" "podfile" "gemspec" "crystal" "cr" "vagrantfile" "fastfile" "rails"] Words(&script::RUBY);
    "Rust" ["rust" "rs" "ron"] Words(&native::RUST);
    "Scala" ["scala" "sc" "sbt"] Words(&jvm::SCALA);
    "SCSS" ["scss" "sass" "stylus" "styl"] Special(css::css);
    "Shader" ["glsl" "hlsl" "wgsl" "shader" "metal" "vert" "frag" "opencl"] Words(&c::SHADER);
    "Shell" ["shell" "sh" "bash" "zsh" "ksh" "fish" "shellscript" "bashrc" "ash" "posix"] Words(&shell::SHELL);
    "Solidity" ["solidity" "sol"] Words(&c::SOLIDITY);
    "SQL" ["sql" "mysql" "postgres" "postgresql" "pgsql" "plsql" "tsql" "sqlite" "mariadb" "mssql" "oracle" "plpgsql" "hive" "hiveql" "spark-sql" "clickhouse" "duckdb" "cql" "presto"] Words(&data::SQL);
    "Starlark" ["starlark" "bazel" "bzl" "build" "meson" "buck"] Words(&config::BUILD);
    "Swift" ["swift" "swiftui"] Words(&native::SWIFT);
    "Tcl" ["tcl" "tk" "expect"] Words(&script::TCL);
    "Text" ["text" "txt" "plain" "plaintext" "none" "nohighlight" "output" "ascii" "raw" "tree" "csv" "tsv" "文本" "math" "asciidoc" "rst"] Nothing;
    "Thrift" ["thrift"] Words(&web::THRIFT);
    "TOML" ["toml" "cargo" "cargo.lock" "pyproject"] Special(lines::toml);
    "TSX" ["tsx"] Words(&web::TSX);
    "TypeScript" ["typescript" "ts" "mts" "cts" "deno" "arkts" "ets" "uts" "prisma"] Words(&web::TYPESCRIPT);
    "Verilog" ["verilog" "v" "systemverilog" "sv" "svh" "vhdl"] Words(&c::VERILOG);
    "Vim script" ["vim" "viml" "vimscript" "vimrc"] Words(&script::VIM);
    "Visual Basic" ["vb" "vbnet" "vb.net" "visualbasic" "visual-basic" "vba" "vbs" "vbscript" "basic"] Words(&native::VISUAL_BASIC);
    "Vue" ["vue" "svelte" "astro" "uvue" "nvue"] Special(markup::html);
    "WXML" ["wxml" "axml" "swan" "ttml" "qml-wx"] Special(markup::html);
    "WXSS" ["wxss" "acss" "ttss"] Special(css::css);
    "XML" ["xml" "svg" "xsl" "xslt" "xsd" "rss" "atom" "plist" "xaml" "pom" "wsdl" "mathml" "csproj" "rdf" "maven" "mxml"] Special(markup::xml);
    "YAML" ["yaml" "yml" "openapi" "swagger" "docker-compose" "compose" "k8s" "kubernetes" "ansible" "helm" "github-actions" "frontmatter"] Special(yaml::yaml);
    "Zig" ["zig"] Words(&native::ZIG);
}

/// PHP with or without its opening tag.
fn php(paint: &mut Paint<'_>) {
    if paint.rest().contains("<?") { markup::html(paint) } else { scan::paint(&web::PHP, paint) }
}

/// The language of that name, capitals or not.
pub(crate) fn find(name: &str) -> Option<&'static Language> {
    LANGUAGES.iter().find(|language| language.names.iter().any(|known| known.eq_ignore_ascii_case(name)))
}

/// The known name that somebody probably meant.
pub(crate) fn nearest(name: &str) -> Option<&'static str> {
    near::nearest(name, LANGUAGES.iter().flat_map(|language| language.names.iter().copied()))
}
