//! What a file is by its first bytes; names and declared types prove nothing.

/// A file format that some interface accepts, or WebP, which none does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Format {
    Png,
    Jpeg,
    Gif,
    Bmp,
    Webp,
    Mp4,
    Mp3,
    Amr,
    Wav,
    Wma,
}

impl Format {
    /// The format of `bytes`.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        let at =
            |offset: usize, magic: &[u8]| bytes.get(offset..).is_some_and(|rest| rest.starts_with(magic));
        Some(match () {
            () if at(0, b"\x89PNG\r\n\x1a\n") => Self::Png,
            () if at(0, b"\xff\xd8\xff") => Self::Jpeg,
            () if at(0, b"GIF87a") || at(0, b"GIF89a") => Self::Gif,
            () if at(0, b"BM") => Self::Bmp,
            () if at(0, b"RIFF") && at(8, b"WEBP") => Self::Webp,
            () if at(0, b"RIFF") && at(8, b"WAVE") => Self::Wav,
            () if at(4, b"ftyp") => Self::Mp4,
            () if at(0, b"ID3") || (at(0, b"\xff") && bytes.get(1).is_some_and(|b| b & 0xe0 == 0xe0)) => {
                Self::Mp3
            }
            () if at(0, b"#!AMR") => Self::Amr,
            () if at(0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11") => Self::Wma,
            () => return None,
        })
    }

    /// `Content-Type`.
    pub(super) fn content_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Bmp => "image/bmp",
            Self::Webp => "image/webp",
            Self::Mp4 => "video/mp4",
            Self::Mp3 => "audio/mpeg",
            Self::Amr => "audio/amr",
            Self::Wav => "audio/wav",
            Self::Wma => "audio/x-ms-wma",
        }
    }

    /// The picture's address on the platform's host; `mmbiz_png/<id>/0?wx_fmt=png`.
    pub(super) fn picture_url(self, id: &str) -> String {
        let (folder, format) = match self {
            Self::Png => ("mmbiz_png", "png"),
            Self::Gif => ("mmbiz_gif", "gif"),
            Self::Bmp => ("mmbiz_bmp", "bmp"),
            _ => ("mmbiz_jpg", "jpeg"),
        };
        format!("http://mmbiz.qpic.cn/{folder}/{id}/0?wx_fmt={format}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_decide_and_short_files_are_nothing() {
        assert_eq!(Format::of(b"\x89PNG\r\n\x1a\n...."), Some(Format::Png));
        assert_eq!(Format::of(b"RIFF\0\0\0\0WEBPVP8 "), Some(Format::Webp));
        assert_eq!(Format::of(b"\0\0\0\x18ftypmp42"), Some(Format::Mp4));
        assert_eq!(Format::of(b"\xff\xd8\xff\xe0"), Some(Format::Jpeg));
        assert_eq!(Format::of(b"<svg/>"), None);
        assert_eq!(Format::of(b""), None);
    }
}
