//! Following a submitted draft until the platform has decided.

use jiff::SignedDuration;

use super::poll_pause;
use crate::base::message::deliver as text;
use crate::deliver::ended::{Ended, RunError};
use crate::deliver::run::{Flow, Job, Run};
use crate::ledger::{Facts, Kind, Op, Record};
use crate::wechat::wire::PublishState;

/// How long one run follows a job.
const LONGEST: SignedDuration = SignedDuration::from_mins(20);
/// The code for a job that the platform does not know.
const NO_SUCH_JOB: i64 = 53502;

/// Asks until the job is final, or this run has asked long enough.
pub(in crate::deliver) fn follow(
    run: &mut Run<'_>,
    job: &Job<'_>,
    record: &Record,
) -> Result<Flow, RunError> {
    let publish_id = record.publish_id.clone().unwrap_or_default();
    let begun = run.clock.now();
    let mut first = run.clock.now().duration_since(record.since) > SignedDuration::from_mins(2);
    loop {
        if !first {
            run.rest(poll_pause(record.since, run.clock.now()))?;
        }
        first = false;
        match run.client.get_publish(&publish_id) {
            Ok(state) if state.publish_status == 1 => {
                if run.clock.now().duration_since(begun) > LONGEST {
                    return Ok(Flow::End(Ended::Busy));
                }
            }
            Ok(state) => return decided(run, job, &state),
            Err(error) if error.code() == Some(NO_SUCH_JOB) => {
                return run.lose(job, record, Op::Publish, "publish-id");
            }
            Err(error) => return Ok(Flow::End(Ended::Passing(error))),
        }
    }
}

fn decided(run: &mut Run<'_>, job: &Job<'_>, state: &PublishState) -> Result<Flow, RunError> {
    let delivery = &job.item.delivery;
    let urls =
        state.article_detail.iter().flat_map(|detail| &detail.item).map(|item| item.article_url.clone());
    let facts = Facts {
        status: Some(state.publish_status),
        article_id: state.article_id.clone(),
        urls: urls.collect(),
        ..Facts::default()
    };
    match state.publish_status {
        0 | 5 | 6 => {
            run.tell(job, text::step_published(facts.urls.first().map_or("-", String::as_str)));
            run.note(Kind::Effect, Op::Publish, delivery, facts)?;
            Ok(Flow::Next)
        }
        status => {
            let articles: Vec<String> = state.fail_idx.iter().map(u64::to_string).collect();
            let words = format!("publish_status {status} [{}]", articles.join(","));
            let reason = match status {
                2 => "originality",
                4 => "review",
                _ => "failed",
            };
            let facts = Facts {
                reason: Some(reason.to_owned()),
                text: Some(words.clone()),
                code: Some(status),
                ..facts
            };
            run.note(Kind::Refused, Op::Publish, delivery, facts)?;
            Ok(Flow::End(Ended::Failed { code: status, text: words }))
        }
    }
}
