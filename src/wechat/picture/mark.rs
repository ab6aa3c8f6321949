//! The mark that the law puts into generated pictures: the metadata field `AIGC` of GB 45438-2025, found in every place
//! where generators write it, and written back as the standard's guide shows it.
//!
//! Deleting or altering it is forbidden (人工智能生成合成内容标识办法, art. 10), so its value is carried over character by
//! character. Nobody writes one here that was not there: a mark names who made the picture.

use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// The longest value that is taken for a mark, in bytes; real ones take a few hundred.
const MAX_VALUE: usize = 8 * 1024;
/// The name of the field.
const FIELD: &str = "AIGC";
/// What a mark says at least: whether the content is, may be, or is suspected to be generated.
const LABEL: &str = "Label";
/// Keyword of the PNG chunk that holds an XMP packet.
const PNG_PACKET: &str = "XML:com.adobe.xmp";
/// What an XMP packet in a JPEG begins with.
const JPEG_PACKET: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
/// Name of the GIF block that holds an XMP packet.
const GIF_PACKET: &[u8] = b"XMP DataXMP";

/// A mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// What is written in the field; text, or XML if `nested`.
    value: String,
    /// The field holds elements instead of text.
    nested: bool,
    /// It stood in a text chunk of its own in a PNG file.
    chunk: bool,
}

impl Mark {
    fn of(value: &str, nested: bool) -> Option<Self> {
        let value = value.trim();
        let usable = !value.is_empty() && value.len() <= MAX_VALUE && !value.contains('\0');
        usable.then(|| Self { value: value.to_owned(), nested, chunk: false })
    }

    /// The mark in the property of an XMP packet.
    pub(super) fn in_packet(packet: &[u8]) -> Option<Self> {
        if !super::contains(packet, FIELD.as_bytes()) {
            return None;
        }
        let text = String::from_utf8_lossy(packet);
        let mut from = 0;
        while let Some(at) = text[from..].find(":AIGC").map(|at| from + at) {
            from = at + ":AIGC".len();
            if let Some(mark) = property(&text, at, from) {
                return Some(mark);
            }
        }
        None
    }

    /// The mark in a remark of any kind: a comment, a description. Only its own braces are taken, so that nothing else of
    /// the remark comes along.
    pub(super) fn in_remark(remark: &str) -> Option<Self> {
        let from = match remark.find(FIELD) {
            Some(at) => at,
            None if remark.contains("\"ContentProducer\"") => 0,
            None => return None,
        };
        let value = braced(remark.get(from..)?)?;
        if value.contains(LABEL) { Self::of(value, false) } else { None }
    }

    /// The mark in a PNG chunk `tEXt`, `zTXt` or `iTXt`.
    pub(super) fn in_chunk(kind: &[u8], data: &[u8]) -> Option<Self> {
        let (keyword, text) = chunk_text(kind, data)?;
        if keyword == FIELD.as_bytes() {
            return Self::of(&text, false).map(|mark| Self { chunk: true, ..mark });
        }
        if keyword == PNG_PACKET.as_bytes() {
            Self::in_packet(text.as_bytes())
        } else {
            Self::in_remark(&text)
        }
    }

    /// Another place of the same file has a mark too: the first one counts, and a packet rather than a chunk.
    pub(super) fn merge(&mut self, other: &Self) {
        self.chunk &= other.chunk;
    }

    /// An XMP packet with this property alone.
    fn packet(&self) -> String {
        let value = if self.nested { self.value.clone() } else { escape(&self.value) };
        let resource = if self.nested { " rdf:parseType=\"Resource\"" } else { "" };
        format!(
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
             <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
             <rdf:Description rdf:about=\"\" xmlns:TC260=\"http://www.tc260.org.cn/ns/AIGC/1.0/\">\
             <TC260:AIGC{resource}>{value}</TC260:AIGC>\
             </rdf:Description></rdf:RDF></x:xmpmeta>"
        )
    }

    /// The body of a JPEG segment APP1.
    pub(super) fn jpeg_body(&self) -> Vec<u8> {
        [JPEG_PACKET, self.packet().as_bytes()].concat()
    }

    /// The PNG chunks, as names and data: the packet, or the text chunk that the source had.
    pub(super) fn png_chunk(&self) -> ([u8; 4], Vec<u8>) {
        if !self.chunk {
            return (*b"iTXt", [PNG_PACKET.as_bytes(), b"\0\0\0\0\0", self.packet().as_bytes()].concat());
        }
        if self.value.is_ascii() {
            (*b"tEXt", [FIELD.as_bytes(), b"\0", self.value.as_bytes()].concat())
        } else {
            (*b"iTXt", [FIELD.as_bytes(), b"\0\0\0\0\0", self.value.as_bytes()].concat())
        }
    }

    /// The PNG chunk as it stands in a file.
    pub(super) fn png_bytes(&self) -> Vec<u8> {
        let (kind, data) = self.png_chunk();
        let length = u32::try_from(data.len()).unwrap_or(u32::MAX).to_be_bytes();
        let check = crc32(kind.iter().chain(&data)).to_be_bytes();
        [&length[..], &kind, &data, &check].concat()
    }

    /// The JPEG segment as it stands in a file.
    pub(super) fn jpeg_bytes(&self) -> Vec<u8> {
        let body = self.jpeg_body();
        let length = u16::try_from(body.len() + 2).unwrap_or(u16::MAX).to_be_bytes();
        [&[0xff, 0xe1], &length[..], &body].concat()
    }

    /// The GIF extension as it stands in a file: the packet, and a tail that leads every reader to its end.
    pub(super) fn gif_bytes(&self) -> Vec<u8> {
        let mut out = vec![0x21, 0xff, 11];
        out.extend(GIF_PACKET);
        out.extend(self.packet().as_bytes());
        out.push(1);
        out.extend((0..=0xff).rev());
        out.push(0);
        out
    }

    /// Whether a JPEG segment APP1 is the mark and nothing else.
    pub(super) fn is_jpeg_body(&self, body: &[u8]) -> bool {
        self.jpeg_body() == body
    }

    /// Whether a PNG chunk is the mark and nothing else.
    pub(super) fn is_png_chunk(&self, kind: &[u8], data: &[u8]) -> bool {
        let (own, own_data) = self.png_chunk();
        own == kind && own_data == data
    }

    /// Whether the bytes of a GIF extension are the mark and nothing else.
    pub(super) fn is_gif_bytes(&self, extension: &[u8]) -> bool {
        self.gif_bytes() == extension
    }
}

/// The value of the property whose name's colon stands at `colon` and whose name ends at `end`.
fn property(text: &str, colon: usize, end: usize) -> Option<Mark> {
    let head = text.get(..colon)?;
    let start =
        head.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').map_or(0, |at| at + 1);
    let prefix = text.get(start..colon)?;
    let rest = text.get(end..)?;
    let after = rest.trim_start();
    if let Some(quoted) = after.strip_prefix('=').map(str::trim_start) {
        let quote = quoted.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let value = quoted.get(1..)?.split(quote).next()?;
        return Mark::of(&unescape(value), false);
    }
    if !head.get(..start)?.ends_with('<') || rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let (tag, content) = rest.split_once('>')?;
    if tag.ends_with('/') {
        return None;
    }
    let content = content.split(&format!("</{prefix}:{FIELD}")).next()?.trim();
    if let Some(data) = content.strip_prefix("<![CDATA[") {
        return Mark::of(data.strip_suffix("]]>")?, false);
    }
    if !content.contains('<') {
        return Mark::of(&unescape(content), false);
    }
    // Elements inside: they must be of the same prefix, which becomes ours.
    let ours =
        content.replace(&format!("<{prefix}:"), "<TC260:").replace(&format!("</{prefix}:"), "</TC260:");
    let only_ours =
        ours.split('<').skip(1).all(|tag| tag.starts_with("TC260:") || tag.starts_with("/TC260:"));
    if only_ours { Mark::of(&ours, true) } else { None }
}

/// The first `{…}` of `text` with its partner; braces inside strings do not count.
fn braced(text: &str) -> Option<&str> {
    let start = text.find('{')?;
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for (at, byte) in text.as_bytes().iter().enumerate().skip(start).take(MAX_VALUE + 1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' if !in_string => depth += 1,
            b'}' if !in_string => {
                depth -= 1;
                if depth == 0 {
                    return text.get(start..=at);
                }
            }
            _ => {}
        }
    }
    None
}

/// Keyword and text of a textual PNG chunk.
fn chunk_text<'d>(kind: &[u8], data: &'d [u8]) -> Option<(&'d [u8], String)> {
    let end = data.iter().position(|byte| *byte == 0)?;
    let (keyword, rest) = (data.get(..end)?, data.get(end + 1..)?);
    let inflate = |data: &[u8]| decompress_to_vec_zlib_with_limit(data, 4 * MAX_VALUE).ok();
    let text = match kind {
        b"tEXt" => rest.to_vec(),
        b"zTXt" => inflate(rest.get(1..)?)?,
        _ => {
            let [packed, _, texts @ ..] = rest else { return None };
            let mut parts = texts.splitn(3, |byte| *byte == 0);
            let text = parts.nth(2)?;
            if *packed == 1 { inflate(text)? } else { text.to_vec() }
        }
    };
    // Latin-1 by the letter of the format, UTF-8 in practice.
    let text = String::from_utf8(text)
        .unwrap_or_else(|error| error.as_bytes().iter().map(|byte| char::from(*byte)).collect());
    Some((keyword, text))
}

/// `&`, `<` and `>`; quotes may stand in the text of an element.
fn escape(value: &str) -> String {
    value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn unescape(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let known = after.split_once(';').and_then(|(name, behind)| Some((entity(name)?, behind)));
        match known {
            Some((c, behind)) => {
                out.push(c);
                rest = behind;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out + rest
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "quot" => '"',
        "apos" => '\'',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    })
}

/// The check sum of PNG chunks.
fn crc32<'b>(bytes: impl Iterator<Item = &'b u8>) -> u32 {
    let mut crc = !0_u32;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    !crc
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const VALUE: &str = r#"{"Label":"1","ContentProducer":"<某&某>","ProduceID":"a}b"}"#;

    fn value(found: Option<Mark>) -> String {
        found.unwrap().value
    }

    #[test]
    fn every_way_of_writing_the_property_is_read() {
        let element = format!("<r xmlns:T='u'><T:AIGC>{}</T:AIGC></r>", escape(VALUE));
        assert_eq!(value(Mark::in_packet(element.as_bytes())), VALUE);
        let attribute = format!("<r TC260:AIGC = \"{}\"/>", escape(VALUE).replace('"', "&#x22;"));
        assert_eq!(value(Mark::in_packet(attribute.as_bytes())), VALUE);
        let data = format!("<r><a:AIGC><![CDATA[{VALUE}]]></a:AIGC></r>");
        assert_eq!(value(Mark::in_packet(data.as_bytes())), VALUE);
        let nested = b"<a:AIGC rdf:parseType='Resource'><a:Label>1</a:Label></a:AIGC>";
        let mark = Mark::in_packet(nested).unwrap();
        assert_eq!(mark.value, "<TC260:Label>1</TC260:Label>");
        assert_eq!(Mark::in_packet(mark.packet().as_bytes()), Some(mark));
        for none in ["<a:AIGC/>", "<a:AIGC><b:GPS>1</b:GPS></a:AIGC>", "<a:AIGCX>1</a:AIGCX>", "AIGC"] {
            assert_eq!(Mark::in_packet(none.as_bytes()), None, "{none}");
        }
    }

    #[test]
    fn of_a_remark_only_the_mark_is_taken() {
        let remark = format!("拍摄：某人 {{\"AIGC\":{VALUE},\"Artist\":\"某人\"}}");
        assert_eq!(value(Mark::in_remark(&remark)), VALUE);
        assert_eq!(value(Mark::in_remark(VALUE)), VALUE);
        assert_eq!(Mark::in_remark("我写的 AIGC 文章"), None);
        assert_eq!(Mark::in_remark("AIGC {\"Artist\":\"某人\"}"), None);
        assert_eq!(Mark::in_remark("AIGC {\"Label\":"), None);
    }

    #[test]
    fn compressed_chunks_are_read() {
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(VALUE.as_bytes(), 6);
        let zipped = [b"AIGC\0\0".as_slice(), &packed].concat();
        assert_eq!(value(Mark::in_chunk(b"zTXt", &zipped)), VALUE);
        let long = [b"AIGC\0\x01\0zh\0\xe6\xa0\x87\0".as_slice(), &packed].concat();
        assert_eq!(value(Mark::in_chunk(b"iTXt", &long)), VALUE);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic_and_a_mark_reads_as_itself(text in ".{0,60}", tail in "[<>:=\"'/{}&;A-Za-z ]{0,60}") {
            for packet in [format!("<a:AIGC{tail}"), format!("<a:AIGC>{text}</a:AIGC>{tail}"), format!("AIGC{{{tail}")] {
                let _ = Mark::in_remark(&packet);
                if let Some(mark) = Mark::in_packet(packet.as_bytes()) {
                    prop_assert_eq!(Mark::in_packet(mark.packet().as_bytes()), Some(mark.clone()));
                    let (kind, data) = mark.png_chunk();
                    prop_assert_eq!(Mark::in_chunk(&kind, &data), Some(mark));
                }
            }
        }
    }
}
