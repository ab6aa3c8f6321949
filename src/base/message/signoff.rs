//! Sentences about sign-offs: payload, statements, keys, policy, and what is missing.

messages! { area = "signoff";
    /// A stored payload exceeds its limit.
    payload_too_large(limit) { zh: "存档的定稿超过 {limit} 字节", en: "The stored payload is larger than {limit} bytes" }
    /// A stored payload cannot be read.
    payload_unreadable(reason) { zh: "这不是一份定稿：{reason}", en: "This is no payload: {reason}" }
    /// A stored payload is of a newer form.
    payload_version(found, known) { zh: "定稿的格式版本是 {found}，这个程序只认识 {known}", en: "The payload has form {found}; this program knows form {known}" }
    /// How to read newer forms.
    payload_version_help() { zh: "换用写下这份定稿的 qianfa 版本或更新的版本", en: "Use the version of qianfa that wrote the payload, or a newer one" }
    /// A stored payload is spelt otherwise.
    payload_not_canonical() { zh: "定稿不是规范写法，可能被改过", en: "The payload is not in its canonical spelling; somebody may have changed it" }
}
