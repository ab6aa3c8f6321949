//! The Chinese font of the machine that tests draw with (Debian's `fonts-noto-cjk`).

use std::sync::{Arc, LazyLock};

use qianfa::render::{FontFile, Fonts};

const FOLDER: &str = "/usr/share/fonts/opentype/noto";

/// The fonts, read once.
pub(crate) fn fonts() -> Arc<Fonts> {
    static FONTS: LazyLock<Arc<Fonts>> = LazyLock::new(|| {
        let file = |name: &'static str, spare| FontFile::Machine {
            name: name.to_owned(),
            spare,
            read: Box::new(move || std::fs::read(format!("{FOLDER}/{name}")).ok()),
        };
        Arc::new(Fonts::new(vec![file("NotoSansCJK-Regular.ttc", false), file("NotoSansCJK-Bold.ttc", true)]))
    });
    Arc::clone(&FONTS)
}
