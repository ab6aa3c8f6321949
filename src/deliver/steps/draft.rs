//! Making the draft: the delivery is taken up, its pictures are uploaded, the intent is written, the draft is made.

use super::assets;
use crate::base::message::deliver as text;
use crate::deliver::ended::{Ended, RunError};
use crate::deliver::likeness;
use crate::deliver::recovery::look;
use crate::deliver::run::{Called, Flow, Job, Run, passes};
use crate::ledger::{Facts, Kind, NewEvent, Op, Stage};
use crate::signoff::Payload;
use crate::site::Mode;
use crate::wechat::client::{ClientError, Outcome};
use crate::wechat::wire::Article;

/// From nothing, or from a delivery that was taken up, to a draft.
pub(in crate::deliver) fn prepare(run: &mut Run<'_>, job: &mut Job<'_>) -> Result<Flow, RunError> {
    let Some(payload) = payload(job)? else { return Ok(Flow::End(Ended::Unknown("payload"))) };
    let record = run.ledger.books().record(&job.item.delivery);
    let claim = record.is_none_or(|record| record.stage != Stage::Claimed || job.must_claim(record));
    let mut events: Vec<NewEvent> = claim.then(|| claim_event(job)).into_iter().collect();
    let pictures = payload.assets().len();
    let loaded = assets::load(run, job, &payload)?;
    if !loaded.events.is_empty() {
        run.tell(job, text::step_assets(loaded.events.len(), pictures));
    }
    events.extend(loaded.events);
    let articles = match loaded.articles {
        Ok(articles) => articles,
        Err(error) => return stop(run, job, events, error),
    };
    let fingerprint = likeness::fingerprint(&articles);
    job.articles = Some(articles);
    // Something that the ledger does not know of may be out already: sent by hand, or before the ledger was lost.
    if job.item.mode == Mode::Publish && record_is_new(run, job) {
        match look::published(run, &job.item.delivery, fingerprint) {
            Ok(Some(found)) => {
                run.tell(job, text::step_adopted_published(&found.article_id));
                events.push(NewEvent::of(Kind::Adopt, Op::Publish, &job.item.delivery, found.facts()));
                run.write(events)?;
                job.set_claimed();
                return Ok(Flow::Next);
            }
            Ok(None) => {}
            Err(error) => return stop(run, job, events, error),
        }
    }
    events.push(intent(job, fingerprint));
    run.write(events)?;
    job.set_claimed();
    add(run, job)
}

fn record_is_new(run: &Run<'_>, job: &Job<'_>) -> bool {
    run.ledger.books().record(&job.item.delivery).is_none_or(|record| record.stage == Stage::Planned)
}

/// The frozen payload of a job; `None` when nobody knows which it is.
pub(in crate::deliver) fn payload(job: &Job<'_>) -> Result<Option<Payload>, RunError> {
    job.item.payload.map(|digest| job.stock.payload(digest).map_err(RunError::from)).transpose()
}

fn claim_event(job: &Job<'_>) -> NewEvent {
    NewEvent {
        delivery: Some(job.item.delivery.clone()),
        unit: Some(job.item.edition.clone()),
        payload: job.item.payload,
        facts: job.item.facts(),
        ..NewEvent::new(Kind::Claim)
    }
}

fn intent(job: &Job<'_>, fingerprint: crate::base::digest::Digest) -> NewEvent {
    let facts = Facts { fingerprint: Some(fingerprint), ..Facts::default() };
    let mut event = NewEvent::of(Kind::Intent, Op::DraftAdd, &job.item.delivery, facts);
    event.payload = job.item.payload;
    event.unit = Some(job.item.edition.clone());
    event
}

/// A picture or a look-up failed before anything was intended.
fn stop(
    run: &mut Run<'_>,
    job: &mut Job<'_>,
    mut events: Vec<NewEvent>,
    error: ClientError,
) -> Result<Flow, RunError> {
    let passing = passes(&error) || error.outcome() == Outcome::Unknown;
    let text = error.to_string();
    let code = error.code();
    if !passing {
        let facts =
            Facts { code, text: Some(text.clone()), reason: Some("refused".to_owned()), ..Facts::default() };
        events.push(NewEvent::of(Kind::Refused, Op::Asset, &job.item.delivery, facts));
    }
    if !events.is_empty() {
        run.write(events)?;
        job.set_claimed();
    }
    Ok(Flow::End(if passing {
        Ended::Passing(error)
    } else {
        Ended::Failed { code: code.unwrap_or_default(), text }
    }))
}

/// Writes the intent once more and makes the draft: after it was found not to be there.
pub(in crate::deliver) fn again(run: &mut Run<'_>, job: &mut Job<'_>) -> Result<Flow, RunError> {
    let articles = match articles(run, job)? {
        Ok(articles) => articles,
        Err(ended) => return Ok(Flow::End(ended)),
    };
    let event = intent(job, likeness::fingerprint(&articles));
    run.write(vec![event])?;
    add(run, job)
}

/// The articles as they are sent; their pictures are uploaded if this run has not done so. When that fails the delivery
/// stays where it is.
pub(in crate::deliver) fn articles(
    run: &mut Run<'_>,
    job: &mut Job<'_>,
) -> Result<Result<Vec<Article>, Ended>, RunError> {
    if let Some(articles) = &job.articles {
        return Ok(Ok(articles.clone()));
    }
    let Some(payload) = payload(job)? else { return Ok(Err(Ended::Unknown("payload"))) };
    let loaded = assets::load(run, job, &payload)?;
    if !loaded.events.is_empty() {
        run.write(loaded.events)?;
    }
    match loaded.articles {
        Ok(articles) => {
            job.articles = Some(articles.clone());
            Ok(Ok(articles))
        }
        Err(error) => Ok(Err(Ended::Passing(error))),
    }
}

/// The call itself; its intent is on the remote.
fn add(run: &mut Run<'_>, job: &mut Job<'_>) -> Result<Flow, RunError> {
    let articles = job.articles.clone().unwrap_or_default();
    match Called::from(run.client.add_draft(&articles)) {
        Called::Done(media_id) => {
            run.tell(job, text::step_drafted(&media_id));
            let facts = Facts { media_id: Some(media_id), ..Facts::default() };
            run.note(Kind::Effect, Op::DraftAdd, &job.item.delivery, facts)?;
            Ok(Flow::Next)
        }
        Called::Refused(error) => run.refuse(job, Op::DraftAdd, &error),
        Called::Passing(error) => run.give_way(job, Op::DraftAdd, error),
        Called::Lost(error) => {
            run.tell(job, text::step_lost("draft/add", &error));
            job.lost = true;
            Ok(Flow::Next)
        }
    }
}
