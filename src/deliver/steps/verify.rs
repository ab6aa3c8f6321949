//! Reading the published article back: status 0 alone has been seen to lie.

use super::draft;
use crate::base::message::deliver as text;
use crate::deliver::ended::{Ended, RunError};
use crate::deliver::likeness;
use crate::deliver::run::{Flow, Job, Run};
use crate::ledger::{Facts, Kind, Op, Record};
use crate::wechat::wire::NewsItem;

/// The code for a publication that the platform does not know.
const NO_SUCH_ARTICLE: i64 = 53600;

/// Reads the publication and notes whether it is what was sent.
pub(in crate::deliver) fn read_back(
    run: &mut Run<'_>,
    job: &mut Job<'_>,
    record: &Record,
) -> Result<Flow, RunError> {
    let Some(article_id) = record.article_id.clone() else { return note(run, job, Some("removed")) };
    let stored = match run.client.get_published(&article_id) {
        Ok(stored) => stored,
        Err(error) if error.code() == Some(NO_SUCH_ARTICLE) => return note(run, job, Some("removed")),
        Err(error) => return Ok(Flow::End(Ended::Passing(error))),
    };
    if stored.iter().any(|item| item.is_deleted == Some(true)) {
        return note(run, job, Some("removed"));
    }
    // Without the goods (the edition is no longer in the site) nothing can be compared, and it is out all the same.
    let sent = draft::articles(run, job).ok().and_then(Result::ok);
    let differs = sent.is_some_and(|sent| likeness::compare(&sent, &bodies(&sent, stored)).is_err());
    note(run, job, differs.then_some("changed"))
}

/// Published articles may come without their kind; it is that of what was sent.
fn bodies(sent: &[crate::wechat::wire::Article], stored: Vec<NewsItem>) -> Vec<NewsItem> {
    let kinds = sent.iter().map(|article| (article.article_type, article.image_info.clone()));
    stored
        .into_iter()
        .zip(kinds)
        .map(|(mut item, (kind, images))| {
            item.article.article_type = kind;
            item.article.image_info = item.article.image_info.or(images);
            item
        })
        .collect()
}

fn note(run: &mut Run<'_>, job: &Job<'_>, drift: Option<&'static str>) -> Result<Flow, RunError> {
    let facts = Facts { reason: drift.map(str::to_owned), ..Facts::default() };
    run.note(Kind::Effect, Op::Verify, &job.item.delivery, facts)?;
    let Some(drift) = drift else {
        run.tell(job, text::step_verified());
        return Ok(Flow::Next);
    };
    Ok(Flow::End(Ended::Drifted(drift)))
}
