//! Sending to followers. The platform knows a repeated call by its client id for a day; the intent with that id is on the
//! remote before the first call.

use std::time::Duration;

use jiff::SignedDuration;

use super::check::{self, ReadBack};
use super::poll_pause;
use crate::base::message::deliver as text;
use crate::deliver::ended::{Ended, RunError};
use crate::deliver::hold::Hold;
use crate::deliver::run::{Called, Flow, Job, NO_QUOTA, Run};
use crate::ledger::{Facts, Kind, NewEvent, Op, Record};
use crate::wechat::client::{Audience, MassSent};

/// How long one run follows a job: an administrator has 30 minutes to confirm a send.
const LONGEST: SignedDuration = SignedDuration::from_mins(35);

/// Compares the draft once more, writes the intent, sends.
pub(in crate::deliver) fn send(
    run: &mut Run<'_>,
    job: &mut Job<'_>,
    record: &Record,
) -> Result<Flow, RunError> {
    run.check_skew()?;
    if let Err(tag) = audience(job) {
        return Ok(Flow::End(Ended::Held(Hold::Audience(tag))));
    }
    let checked = match check::compare(run, job, record)? {
        ReadBack::Equal(event) => *event,
        ReadBack::Otherwise(flow) => return Ok(flow),
    };
    run.write(vec![checked, intent(job, record)])?;
    match ask(run, job, record)? {
        Called::Done(sent) => accepted(run, job, sent),
        Called::Refused(error) if error.code() == Some(NO_QUOTA) => no_quota(run, job),
        Called::Refused(error) => run.refuse(job, Op::MassSend, &error),
        Called::Passing(error) => run.give_way(job, Op::MassSend, error),
        Called::Lost(error) => {
            run.tell(job, text::step_lost("mass/sendall", &error));
            job.lost = true;
            Ok(Flow::Next)
        }
    }
}

/// The intent of a send.
pub(in crate::deliver) fn intent(job: &Job<'_>, record: &Record) -> NewEvent {
    let facts =
        Facts { media_id: record.media_id.clone(), clientmsgid: Some(client_id(record)), ..Facts::default() };
    let mut event = NewEvent::of(Kind::Intent, Op::MassSend, &job.item.delivery, facts);
    event.payload = record.payload;
    event.unit = Some(job.item.edition.clone());
    event
}

/// The client id: the same for every repetition; another one only after the platform had failed a whole send and a
/// person signed again.
fn client_id(record: &Record) -> String {
    record.delivery.client_id(record.failed_sends + 1)
}

/// All followers, or a tag by its number. `Err` names a tag whose number is not known.
fn audience(job: &Job<'_>) -> Result<Audience, String> {
    match job.item.audience.strip_prefix("tag:") {
        None => Ok(Audience::All),
        Some(tag) => tag.parse().map(Audience::Tag).map_err(|_| tag.to_owned()),
    }
}

/// The call itself, the same at every repetition; its intent is on the remote.
pub(in crate::deliver) fn ask(
    run: &mut Run<'_>,
    job: &mut Job<'_>,
    record: &Record,
) -> Result<Called<MassSent>, RunError> {
    let to = audience(job).unwrap_or(Audience::All);
    let media_id = record.media_id.clone().unwrap_or_default();
    let reprint = super::draft::payload(job)?.is_some_and(|payload| payload.reprint);
    Ok(Called::from(run.client.send_all(to, &media_id, &client_id(record), reprint)))
}

/// The platform has taken the send on, now or before.
pub(in crate::deliver) fn accepted(
    run: &mut Run<'_>,
    job: &Job<'_>,
    sent: MassSent,
) -> Result<Flow, RunError> {
    let facts = Facts {
        msg_id: Some(sent.msg_id.to_string()),
        msg_data_id: sent.msg_data_id.map(|id| id.to_string()),
        ..Facts::default()
    };
    run.tell(
        job,
        if sent.before { text::step_sent_before(sent.msg_id) } else { text::step_sending(sent.msg_id) },
    );
    let kind = if sent.before { Kind::Adopt } else { Kind::Effect };
    run.note(kind, Op::MassSend, &job.item.delivery, facts)?;
    Ok(Flow::Next)
}

/// No quota: nothing was sent, and the calendar says when it may be.
pub(in crate::deliver) fn no_quota(run: &mut Run<'_>, job: &Job<'_>) -> Result<Flow, RunError> {
    let delivery = &job.item.delivery;
    let refused = Facts { code: Some(NO_QUOTA), reason: Some("quota".to_owned()), ..Facts::default() };
    let mut hold = job.item.facts();
    hold.reason = Some("quota".to_owned());
    run.write(vec![
        NewEvent::of(Kind::Refused, Op::MassSend, delivery, refused),
        NewEvent::of(Kind::Hold, Op::MassSend, delivery, hold),
    ])?;
    Ok(Flow::End(Ended::Held(Hold::Quota)))
}

/// Asks until the send is done, or this run has asked long enough.
pub(in crate::deliver) fn follow(
    run: &mut Run<'_>,
    job: &Job<'_>,
    record: &Record,
) -> Result<Flow, RunError> {
    let Some(msg_id) = record.msg_id.as_deref().and_then(|id| id.parse().ok()) else {
        return run.lose(job, record, Op::MassDone, "msg-id");
    };
    let mut pause = if run.clock.now().duration_since(record.since) > SignedDuration::from_mins(2) {
        Duration::ZERO
    } else {
        poll_pause(record.since, run.clock.now())
    };
    loop {
        run.rest(pause)?;
        pause = poll_pause(record.since, run.clock.now());
        let status = match run.client.get_mass(msg_id) {
            Ok(status) => status.msg_status,
            Err(error) => return Ok(Flow::End(Ended::Passing(error))),
        };
        match status.as_str() {
            "SEND_SUCCESS" | "DELETE" => {
                let reason = (status == "DELETE").then(|| "removed".to_owned());
                run.note(
                    Kind::Effect,
                    Op::MassDone,
                    &job.item.delivery,
                    Facts { reason, ..Facts::default() },
                )?;
                run.tell(job, text::step_sent());
                return Ok(Flow::Next);
            }
            "SEND_FAIL" => {
                let facts = Facts {
                    reason: Some("failed".to_owned()),
                    text: Some(status.clone()),
                    ..Facts::default()
                };
                run.note(Kind::Refused, Op::MassDone, &job.item.delivery, facts)?;
                return Ok(Flow::End(Ended::Failed { code: 0, text: status }));
            }
            _ if run.clock.now().duration_since(record.since) > LONGEST => {
                return run.lose(job, record, Op::MassDone, "unconfirmed");
            }
            _ => {}
        }
    }
}
