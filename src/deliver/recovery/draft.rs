//! A draft that may have been made: looked for in the box, adopted if it is there, made again if it is not.

use super::look;
use crate::base::message::deliver as text;
use crate::deliver::ended::{Ended, RunError};
use crate::deliver::run::{Flow, Job, Run};
use crate::deliver::steps::draft;
use crate::ledger::{Facts, Kind, Op, Record};

/// How often a draft is tried to be made.
const TRIES: u32 = 3;

/// Settles an open intent to make a draft.
pub(in crate::deliver) fn settle(
    run: &mut Run<'_>,
    job: &mut Job<'_>,
    record: &Record,
) -> Result<Flow, RunError> {
    let intent = record.intent_at.unwrap_or(record.since);
    let fingerprint = record.fingerprint.unwrap_or_else(|| crate::base::digest::Digest::of(""));
    run.tell(job, text::step_looking_draft());
    let mut looks = 0;
    let found = loop {
        match look::drafts(run, &job.item.delivery, fingerprint, intent) {
            Ok(found) if found.is_empty() && looks == 0 => {
                looks += 1;
                run.rest(run.patience.request * 2)?;
            }
            Ok(found) => break found,
            Err(error) => return Ok(Flow::End(Ended::Passing(error))),
        }
    };
    let mut found = found.into_iter();
    let Some(media_id) = found.next() else {
        if record.attempt >= TRIES {
            return run.lose(job, record, Op::DraftAdd, "draft");
        }
        return draft::again(run, job);
    };
    for other in found {
        run.tell(job, text::step_other_draft(&other));
    }
    run.tell(job, text::step_adopted_draft(&media_id));
    let facts = Facts { media_id: Some(media_id), ..Facts::default() };
    run.note(Kind::Adopt, Op::DraftAdd, &job.item.delivery, facts)?;
    Ok(Flow::Next)
}
