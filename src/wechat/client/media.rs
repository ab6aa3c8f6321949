//! Pictures inside articles: `media/uploadimg`.

use super::Client;
use super::check;
use super::endpoint::{Endpoint, Repeat};
use super::error::ClientError;
use super::transport::Body;
use crate::wechat::picture::{self, Format, PictureError};
use crate::wechat::{limits, wire};

/// `media/uploadimg` (page of that name): JPEG or PNG below 1 MB; counts against no library limit.
pub(super) const UPLOADIMG: Endpoint = Endpoint::post("/cgi-bin/media/uploadimg", Repeat::Repeatable);

impl Client {
    /// Uploads a picture for the inside of an article and gives its address, which works in articles only. The platform
    /// keeps one copy an upload: [`super::Assets`] uploads the same content once.
    ///
    /// The bytes are sent as they are: [`picture::prepare`] makes them fit.
    ///
    /// # Errors
    /// Not JPEG or PNG by content, 1,000,000 bytes or more: nothing is sent. 40005 (type), 40009 (size).
    pub fn upload_image(&self, bytes: &[u8]) -> Result<String, ClientError> {
        check::bytes("media", bytes.len(), limits::UPLOADIMG_BYTES)?;
        let format = picture::probe(bytes)?.format;
        if !matches!(format, Format::Jpeg | Format::Png) {
            return Err(PictureError::Unsupported { kind: format.name() }.into());
        }
        let image: wire::UploadedImage = self.call(&UPLOADIMG, &picture_body(format, bytes))?;
        Ok(image.url)
    }
}

/// A picture as the part `media`. Its name is ours: ASCII, with the ending of what it is.
pub(super) fn picture_body(format: Format, bytes: &[u8]) -> Body {
    let name = match format {
        Format::Png => "picture.png",
        Format::Jpeg => "picture.jpg",
        Format::Gif => "picture.gif",
        Format::Webp => "picture.webp",
        Format::Bmp => "picture.bmp",
    };
    Body::File { name, mime: format.mime(), bytes: bytes.to_vec(), description: None }
}
