//! The fonts of a renderer, and what it has drawn so far: the same drawing is made once a run.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::{Canvas, Drawing, Fonts, Undrawn, raster};
use crate::base::digest::Digest;
use crate::source::tree::Tree;

/// What came of drawing something.
type Outcome = Arc<Result<Drawing, Undrawn>>;

/// Where pictures are drawn.
#[derive(Default)]
pub(crate) struct Studio {
    fonts: Arc<Fonts>,
    drawn: Mutex<HashMap<Digest, Arc<OnceLock<Outcome>>>>,
}

impl Studio {
    /// A studio with these fonts.
    pub(crate) fn new(fonts: Arc<Fonts>) -> Self {
        Self { fonts, drawn: Mutex::default() }
    }

    /// Draws `svg`, or remembers how it was drawn before.
    pub(crate) fn draw(&self, svg: &str, canvas: &Canvas, tree: &dyn Tree) -> Outcome {
        let key = Digest::of(format!("{canvas:?}\n{svg}"));
        let slot =
            Arc::clone(self.drawn.lock().unwrap_or_else(PoisonError::into_inner).entry(key).or_default());
        Arc::clone(slot.get_or_init(|| Arc::new(raster::draw(svg, canvas, &self.fonts, tree))))
    }
}
