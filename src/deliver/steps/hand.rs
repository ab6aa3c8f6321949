//! Draft mode: the checked draft is left for a person who publishes it in the console.

use super::check::{self, ReadBack};
use crate::base::message::deliver as text;
use crate::deliver::ended::RunError;
use crate::deliver::run::{Flow, Job, Run};
use crate::ledger::{Facts, Kind, NewEvent, Op, Record};

/// Compares the draft and says in the ledger that it waits.
pub(in crate::deliver) fn over(
    run: &mut Run<'_>,
    job: &mut Job<'_>,
    record: &Record,
) -> Result<Flow, RunError> {
    let checked = match check::compare(run, job, record)? {
        ReadBack::Equal(event) => *event,
        ReadBack::Otherwise(flow) => return Ok(flow),
    };
    let handed = NewEvent::of(Kind::Effect, Op::DraftHand, &job.item.delivery, Facts::default());
    run.write(vec![checked, handed])?;
    run.tell(job, text::step_handed());
    Ok(Flow::Next)
}
