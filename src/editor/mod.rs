//! Floor 6: a site while it is being written: what an editor shows beside the text, as the language server protocol says
//! it.
//!
//! [`Session`] speaks the protocol: messages come in, messages and jobs go out. [`Workspace`] does the jobs: it keeps
//! sites loaded and checks what changed. Neither knows a stream, a thread or the time.

mod action;
mod address;
mod completion;
mod diagnostic;
mod document;
mod front;
mod hover;
mod keys;
mod moved;
mod outline;
mod position;
mod session;
mod vocabulary;
mod workplace;
mod workspace;

pub use document::{Change, Document};
pub use position::{Encoding, Lines, Position, Span};
pub use session::{Session, When};
pub use vocabulary::Vocabulary;
pub use workspace::{Checked, Job, Workspace};
