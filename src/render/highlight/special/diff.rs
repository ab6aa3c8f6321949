//! Changes: lines that come and go.

use super::super::paint::Paint;
use super::super::role::Role;

/// Unified diffs, context diffs, patches as git writes them.
pub(in super::super) fn diff(paint: &mut Paint<'_>) {
    while !paint.done() {
        let line = paint.line();
        let starts = |mark: &str| line.starts_with(mark);
        let role = if [
            "diff ",
            "index ",
            "--- ",
            "+++ ",
            "new file",
            "deleted file",
            "rename ",
            "similarity ",
            "commit ",
            "From ",
            "Subject:",
            "*** ",
        ]
        .iter()
        .any(|mark| starts(mark))
        {
            Role::Comment
        } else if starts("@@") {
            Role::Function
        } else if starts("+") || starts(">") {
            Role::Inserted
        } else if starts("-") || starts("<") {
            Role::Deleted
        } else {
            Role::Plain
        };
        paint.to(paint.line_end(), role);
        if !paint.done() {
            paint.step(1, Role::Plain);
        }
    }
}
