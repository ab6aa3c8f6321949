//! Draft mode: the checked draft is left for a person who publishes it in the console.

use crate::base::message::deliver as text;
use crate::deliver::ended::RunError;
use crate::deliver::run::{Flow, Job, Run};
use crate::ledger::{Facts, Kind, NewEvent, Op};

/// Says so in the ledger.
pub(in crate::deliver) fn over(run: &mut Run<'_>, job: &Job<'_>) -> Result<Flow, RunError> {
    run.write(vec![event(job)])?;
    run.tell(job, text::step_handed());
    Ok(Flow::Next)
}

/// The event that says so.
pub(in crate::deliver) fn event(job: &Job<'_>) -> NewEvent {
    NewEvent::of(Kind::Effect, Op::DraftHand, &job.item.delivery, Facts::default())
}
