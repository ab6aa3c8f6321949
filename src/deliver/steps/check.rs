//! Reading the draft back: what lies in the box must be what was signed, right before it goes to readers.

use super::draft;
use crate::base::message::deliver as text;
use crate::deliver::ended::{Ended, RunError};
use crate::deliver::hold::Hold;
use crate::deliver::likeness;
use crate::deliver::recovery::look;
use crate::deliver::run::{Flow, Job, NO_SUCH_DRAFT, Run};
use crate::ledger::{Facts, Kind, MarkKind, NewEvent, Op, Record};
use crate::site::Mode;
use crate::wechat::wire::NewsItem;

/// What reading a draft back gave.
pub(in crate::deliver) enum ReadBack {
    /// It is what was sent; the event that says so is still to be written.
    Equal(Box<NewEvent>),
    /// The delivery goes another way.
    Otherwise(Flow),
}

/// A look at a draft that waits for its time: compared with what was sent, and noted.
pub(in crate::deliver) fn read_back(
    run: &mut Run<'_>,
    job: &mut Job<'_>,
    record: &Record,
) -> Result<Flow, RunError> {
    match compare(run, job, record)? {
        ReadBack::Equal(event) => {
            run.write(vec![*event])?;
            Ok(Flow::Next)
        }
        ReadBack::Otherwise(flow) => Ok(flow),
    }
}

/// Reads the draft and holds it against what was sent, and against the read-back before, byte for byte.
pub(in crate::deliver) fn compare(
    run: &mut Run<'_>,
    job: &mut Job<'_>,
    record: &Record,
) -> Result<ReadBack, RunError> {
    let media_id = record.media_id.clone().unwrap_or_default();
    let stored = match run.client.get_draft(&media_id) {
        Ok(stored) => stored,
        Err(error) if error.code() == Some(NO_SUCH_DRAFT) => {
            return gone(run, job, record).map(ReadBack::Otherwise);
        }
        Err(error) => return Ok(ReadBack::Otherwise(Flow::End(Ended::Passing(error)))),
    };
    let sent = match draft::articles(run, job)? {
        Ok(sent) => sent,
        Err(ended) => return Ok(ReadBack::Otherwise(Flow::End(ended))),
    };
    let exact = likeness::exact(&stored);
    let same =
        likeness::compare(&sent, &stored).is_ok() && record.readback.is_none_or(|before| before == exact);
    if same {
        run.tell(job, text::step_checked());
        let facts = Facts { readback: Some(exact), ..Facts::default() };
        let event = NewEvent::of(Kind::Effect, Op::DraftCheck, &job.item.delivery, facts);
        return Ok(ReadBack::Equal(Box::new(event)));
    }
    edited(run, job, record, &stored).map(ReadBack::Otherwise)
}

/// Somebody changed the draft: it is left alone, and a person decides.
fn edited(run: &mut Run<'_>, job: &Job<'_>, record: &Record, stored: &[NewsItem]) -> Result<Flow, RunError> {
    if !job.is_marked(record, MarkKind::Held, "edited") {
        let title = stored.first().map(|item| item.article.title.clone()).unwrap_or_default();
        let mut facts = job.item.facts();
        facts.reason = Some("edited".to_owned());
        facts.text = Some(title);
        run.note(Kind::Hold, Op::DraftCheck, &job.item.delivery, facts)?;
    }
    Ok(Flow::End(Ended::Held(Hold::Edited)))
}

/// The draft is not in the box: published by hand, or deleted. A mass send of it cannot be looked up, so there a person
/// decides.
fn gone(run: &mut Run<'_>, job: &mut Job<'_>, record: &Record) -> Result<Flow, RunError> {
    if job.item.mode == Mode::Mass {
        if !job.is_marked(record, MarkKind::Held, "draft-gone") {
            let mut facts = job.item.facts();
            facts.reason = Some("draft-gone".to_owned());
            run.note(Kind::Hold, Op::DraftCheck, &job.item.delivery, facts)?;
        }
        return Ok(Flow::End(Ended::Held(Hold::DraftGone)));
    }
    if let (Mode::Publish, Some(fingerprint)) = (job.item.mode, record.fingerprint) {
        match look::published(run, &job.item.delivery, fingerprint) {
            Ok(Some(found)) => {
                run.tell(job, text::step_adopted_published(&found.article_id));
                run.note(Kind::Adopt, Op::Publish, &job.item.delivery, found.facts())?;
                return Ok(Flow::Next);
            }
            Ok(None) => {}
            Err(error) => return Ok(Flow::End(Ended::Passing(error))),
        }
    }
    run.tell(job, text::step_draft_gone());
    draft::again(run, job)
}
