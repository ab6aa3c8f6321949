//! Submitting a draft for publication. The draft is used up by it; the intent is on the remote before the call.

use super::check::{self, ReadBack};
use crate::base::message::deliver as text;
use crate::deliver::ended::RunError;
use crate::deliver::run::{Called, Flow, Job, Run};
use crate::ledger::{Facts, Kind, NewEvent, Op, Record};

/// Compares the draft once more, writes the intent, submits.
pub(in crate::deliver) fn submit(
    run: &mut Run<'_>,
    job: &mut Job<'_>,
    record: &Record,
) -> Result<Flow, RunError> {
    run.check_skew()?;
    let checked = match check::compare(run, job, record)? {
        ReadBack::Equal(event) => *event,
        ReadBack::Otherwise(flow) => return Ok(flow),
    };
    run.write(vec![checked, intent(job, record)])?;
    call(run, job, record)
}

/// The intent of a submission.
pub(in crate::deliver) fn intent(job: &Job<'_>, record: &Record) -> NewEvent {
    let facts = Facts { media_id: record.media_id.clone(), ..Facts::default() };
    let mut event = NewEvent::of(Kind::Intent, Op::Submit, &job.item.delivery, facts);
    event.payload = record.payload;
    event.unit = Some(job.item.edition.clone());
    event
}

/// The call itself; its intent is on the remote.
pub(in crate::deliver) fn call(
    run: &mut Run<'_>,
    job: &mut Job<'_>,
    record: &Record,
) -> Result<Flow, RunError> {
    let media_id = record.media_id.clone().unwrap_or_default();
    match Called::from(run.client.submit_publish(&media_id)) {
        Called::Done(submitted) => {
            run.tell(job, text::step_submitted(&submitted.publish_id));
            let facts = Facts {
                publish_id: Some(submitted.publish_id),
                msg_data_id: submitted.msg_data_id,
                ..Facts::default()
            };
            run.note(Kind::Effect, Op::Submit, &job.item.delivery, facts)?;
            Ok(Flow::Next)
        }
        // After a call that ended in the dark, no refusal proves that the first one did nothing.
        Called::Refused(error) | Called::Passing(error) if job.lost || record.attempt > 1 => {
            run.tell(job, text::step_lost("freepublish/submit", &error));
            job.lost = true;
            Ok(Flow::Next)
        }
        Called::Refused(error) => run.refuse(job, Op::Submit, &error),
        Called::Passing(error) => run.give_way(job, Op::Submit, error),
        Called::Lost(error) => {
            run.tell(job, text::step_lost("freepublish/submit", &error));
            job.lost = true;
            Ok(Flow::Next)
        }
    }
}
