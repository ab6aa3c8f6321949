//! Sentences about trees, YAML, front matter and Markdown.

messages! { area = "source";
    /// A file does not exist.
    missing(path) { zh: "没有文件 {path}", en: "{path} does not exist" }
    /// A path leaves the site.
    outside(path) { zh: "{path} 指到了站点之外", en: "{path} leads out of the site" }
    /// A file is too large.
    too_large(path, limit) { zh: "{path} 超过 {limit} 字节", en: "{path} is larger than {limit} bytes" }
    /// A file or commit cannot be read.
    unreadable(path, reason) { zh: "读不了 {path}：{reason}", en: "Cannot read {path}: {reason}" }
}
