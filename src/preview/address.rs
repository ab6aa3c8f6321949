//! Where a browser finds a picture.

use crate::base::digest::Digest;
use crate::render::Picture;
use crate::source::tree::Tree;
use crate::wechat::picture;

/// A picture inside the page itself (`data:`), so that the page can be opened and sent around alone. Empty when the
/// picture cannot be read any more.
pub fn inline_address(tree: &dyn Tree, pictures: &[Picture], digest: &Digest) -> String {
    let read = |picture: &Picture| {
        let bytes = picture.source.bytes(tree).ok()?;
        let mime = picture::probe(&bytes).ok()?.format.mime();
        Some(format!("data:{mime};base64,{}", data_encoding::BASE64.encode(&bytes)))
    };
    pictures.iter().find(|picture| picture.digest == *digest).and_then(read).unwrap_or_default()
}
