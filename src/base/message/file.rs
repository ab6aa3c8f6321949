//! Sentences about files.

messages! { area = "file";
    /// A file cannot be read.
    cannot_read(path, source) { zh: "读不了 {path}：{source}", en: "Cannot read {path}: {source}" }
    /// A file cannot be written.
    cannot_write(path, source) { zh: "写不了 {path}：{source}", en: "Cannot write {path}: {source}" }
    /// A file is larger than its limit.
    too_large(path, limit) { zh: "{path} 超过 {limit} 字节", en: "{path} is larger than {limit} bytes" }
}
