//! What a person does in the platform's console: opens a draft, saves it, presses 发表. The editor in between rebuilds
//! the articles; accounts that may not call the publishing interface always go this way.

use super::answer::Refusal;
use super::state::Book;
use super::{Options, Sandbox, filter, publish};
use crate::wechat::wire::ArticleType;

impl Sandbox {
    /// Opens a draft of the account in the console's editor and saves it.
    ///
    /// # Errors
    /// The platform's code: 40013 for an unknown account, 40007 for an unknown draft.
    pub fn save_in_console(&self, appid: &str, media_id: &str) -> Result<(), i64> {
        self.in_book(appid, |book, options| save(book, options, media_id))
    }

    /// Presses 发表: saves the draft first, then publishes it. Gives the `publish_id`.
    ///
    /// # Errors
    /// The platform's code: 40013 for an unknown account, 40007 for an unknown draft, 53501 for one under way.
    pub fn publish_in_console(&self, appid: &str, media_id: &str) -> Result<String, i64> {
        self.in_book(appid, |book, options| {
            save(book, options, media_id)?;
            publish::begin(book, media_id, publish::Course::usual(options))
        })
    }

    fn in_book<T>(
        &self,
        appid: &str,
        work: impl FnOnce(&mut Book, &Options) -> Result<T, Refusal>,
    ) -> Result<T, i64> {
        self.with_state(|state| {
            let book = state.books.get_mut(appid).ok_or(40013)?;
            work(book, &self.options).map_err(|refusal| refusal.code)
        })
    }
}

fn save(book: &mut Book, options: &Options, media_id: &str) -> Result<(), Refusal> {
    book.draft(media_id)?;
    let draft = book.drafts.iter_mut().find(|draft| draft.media_id == media_id);
    let Some(draft) = draft.filter(|_| options.editor_rebuilds) else { return Ok(()) };
    for stored in draft.articles.iter_mut().filter(|stored| stored.article.article_type == ArticleType::News)
    {
        stored.article.content = filter::resave(&stored.article.content);
    }
    draft.updated = options.clock.now();
    Ok(())
}

/// What storing by the interface makes of an article's HTML.
///
/// # Errors
/// The platform's code when it refuses the article.
pub fn stored_html(html: &str, profile: super::Profile) -> Result<String, i64> {
    filter::store(html, profile).map_err(|refusal| refusal.code)
}

/// What the console's editor makes of stored HTML when the draft is saved there.
pub fn saved_html(html: &str) -> String {
    filter::resave(html)
}
