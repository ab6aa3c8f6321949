//! A mass send that may have been taken: nothing lists mass sends, so the same call is made again with the same client
//! id, as long as the platform remembers that id.

use std::time::Duration;

use jiff::SignedDuration;

use crate::base::message::deliver as text;
use crate::deliver::ended::{Ended, RunError};
use crate::deliver::run::{Called, Flow, Job, NO_QUOTA, NO_SUCH_DRAFT, Run};
use crate::deliver::steps::send::{accepted, ask, intent, no_quota};
use crate::ledger::{MarkKind, Op, Record};
use crate::wechat::client::ClientError;

/// The platform compares client ids over 24 hours; an hour is kept for clocks.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(23);
/// How often the call is repeated in one run, a minute apart: an administrator has half an hour to confirm.
const TRIES: u32 = 35;
/// The pause between repetitions.
const PAUSE: Duration = Duration::from_secs(60);
/// How long a draft may stay in the box after a send that was taken.
const LINGERS: u32 = 15;

/// Settles an open intent to send.
pub(in crate::deliver) fn settle(
    run: &mut Run<'_>,
    job: &mut Job<'_>,
    record: &Record,
) -> Result<Flow, RunError> {
    if let Some(mark) = record.mark.as_ref().filter(|mark| mark.kind == MarkKind::Unknown) {
        let word = if mark.reason == "send-expired" { "send-expired" } else { "send" };
        return Ok(Flow::End(Ended::Unknown(word)));
    }
    let first = record.visible_at.or(record.intent_at).unwrap_or(record.since);
    run.tell(job, text::step_asking_again());
    for _ in 0..TRIES {
        if run.clock.now().duration_since(first) > REMEMBERED {
            return run.lose(job, record, Op::MassSend, "send-expired");
        }
        run.check_skew()?;
        // The push proves that nobody else has taken over.
        let intent = intent(job, record);
        run.write(vec![intent])?;
        let error = match ask(run, job, record)? {
            Called::Done(sent) => return accepted(run, job, sent),
            Called::Refused(error) if error.code() == Some(NO_QUOTA) => return quota(run, job, record),
            // Refused now does not mean that the first call did nothing.
            Called::Refused(_) => return run.lose(job, record, Op::MassSend, "send"),
            Called::Passing(error) | Called::Lost(error) => error,
        };
        run.tell(job, text::step_lost("mass/sendall", &error));
        if is_unreachable(&error) {
            return Ok(Flow::End(Ended::Passing(error)));
        }
        run.rest(PAUSE)?;
    }
    Ok(Flow::End(Ended::Busy))
}

fn is_unreachable(error: &ClientError) -> bool {
    error.code().is_none() && error.outcome() == crate::wechat::client::Outcome::NotDone
}

/// No quota: because the first call used it, or because something else did. A send that was taken uses up the draft.
fn quota(run: &mut Run<'_>, job: &mut Job<'_>, record: &Record) -> Result<Flow, RunError> {
    for _ in 0..LINGERS {
        match run.client.get_draft(record.media_id.as_deref().unwrap_or_default()) {
            Ok(_) => run.rest(PAUSE)?,
            Err(error) if error.code() == Some(NO_SUCH_DRAFT) => {
                return run.lose(job, record, Op::MassSend, "send");
            }
            Err(error) => return Ok(Flow::End(Ended::Passing(error))),
        }
    }
    no_quota(run, job)
}
