//! A submission that may have been taken: looked for in the published list and the draft box.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::look;
use crate::base::message::deliver as text;
use crate::deliver::ended::{Ended, RunError};
use crate::deliver::run::{Flow, Job, NO_SUCH_DRAFT, Run};
use crate::deliver::steps::check::{self, ReadBack};
use crate::deliver::steps::submit;
use crate::ledger::{Kind, MarkKind, Op, Record};

/// How long after the intent a draft that is still there may be submitted once more.
const SETTLED: SignedDuration = SignedDuration::from_mins(10);
/// How long after the intent a draft that is gone is looked for among the publications.
const SEARCHED: SignedDuration = SignedDuration::from_mins(15);
/// How often a draft is submitted.
const TRIES: u32 = 2;

/// Settles an open intent to submit.
pub(in crate::deliver) fn settle(
    run: &mut Run<'_>,
    job: &mut Job<'_>,
    record: &Record,
) -> Result<Flow, RunError> {
    let intent = record.intent_at.unwrap_or(record.since);
    let Some(fingerprint) = record.fingerprint else { return run.lose(job, record, Op::Submit, "submit") };
    let unknown = record.mark.as_ref().is_some_and(|mark| mark.kind == MarkKind::Unknown);
    run.tell(job, text::step_looking_published());
    loop {
        match look::published(run, &job.item.delivery, fingerprint) {
            Ok(Some(found)) => {
                run.tell(job, text::step_adopted_published(&found.article_id));
                run.note(Kind::Adopt, Op::Publish, &job.item.delivery, found.facts())?;
                return Ok(Flow::Next);
            }
            Ok(None) if unknown => return Ok(Flow::End(Ended::Unknown("submit"))),
            Ok(None) => {}
            Err(error) => return Ok(Flow::End(Ended::Passing(error))),
        }
        let there = match run.client.get_draft(record.media_id.as_deref().unwrap_or_default()) {
            Ok(_) => true,
            Err(error) if error.code() == Some(NO_SUCH_DRAFT) => false,
            Err(error) => return Ok(Flow::End(Ended::Passing(error))),
        };
        let limit = if there { SETTLED } else { SEARCHED };
        let end = intent.checked_add(limit).unwrap_or(Timestamp::MAX);
        if run.clock.now() < end {
            run.rest_until(next_look(run.clock.now(), intent, end))?;
        } else if there && record.attempt < TRIES {
            return once_more(run, job, record);
        } else {
            return run.lose(job, record, Op::Submit, "submit");
        }
    }
}

/// One look after a minute, then every five: the published list may be read a hundred times a day.
fn next_look(now: Timestamp, intent: Timestamp, end: Timestamp) -> Timestamp {
    let young = now.duration_since(intent) < SignedDuration::from_mins(1);
    let pause = Duration::from_secs(if young { 60 } else { 300 });
    now.checked_add(pause).unwrap_or(end).min(end)
}

/// The draft is still in the box and nothing was published: it was not taken.
fn once_more(run: &mut Run<'_>, job: &mut Job<'_>, record: &Record) -> Result<Flow, RunError> {
    run.check_skew()?;
    match check::compare(run, job, record)? {
        ReadBack::Equal(_) => {}
        ReadBack::Otherwise(flow) => return Ok(flow),
    }
    run.tell(job, text::step_submit_again());
    let intent = submit::intent(job, record);
    run.write(vec![intent])?;
    job.lost = true;
    submit::call(run, job, record)
}
