//! Runs what third parties wrote: a panic or an endless loop there spoils one picture and no more.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::time::Duration;

/// How long drawing may take after all bounds held: a guard against what nobody thought of.
const DEADLINE: Duration = Duration::from_secs(10);
/// Stack of a thread that draws.
const STACK: usize = 32 << 20;

/// Runs `work` here; `None` when it panicked.
pub(in crate::render) fn here<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

/// Runs `work` on a thread of its own, with a large stack and a deadline; `None` when it panicked or did not end.
pub(in crate::render) fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (sender, receiver) = mpsc::channel();
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(move || {
        // Nobody waits any more when the deadline has passed.
        let _ = sender.send(here(work));
    });
    thread.ok()?;
    receiver.recv_timeout(DEADLINE).ok().flatten()
}
