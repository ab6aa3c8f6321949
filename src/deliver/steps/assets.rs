//! Pictures: uploaded once per account and content; the ledger remembers where they are.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::base::digest::Digest;
use crate::deliver::ended::RunError;
use crate::deliver::run::{Job, Run};
use crate::deliver::stock::{Stock, StockError};
use crate::ledger::{Books, Facts, Kind, NewEvent, Op};
use crate::signoff::{Asset, Payload, PayloadArticle};
use crate::wechat::client::{AssetCache, Assets, ClientError, Uploaded};
use crate::wechat::picture::Purpose;
use crate::wechat::wire::{Article, ArticleType, ImageInfo, ImageRef};

/// What uploading gave: the articles with addresses in place, or why not; and what was uploaded in either case.
pub(in crate::deliver) struct Loaded {
    /// The articles as they are sent.
    pub(in crate::deliver) articles: Result<Vec<Article>, ClientError>,
    /// Effects of uploads that the ledger does not know yet.
    pub(in crate::deliver) events: Vec<NewEvent>,
}

/// Uploads what is not on the platform yet and puts the addresses into the payload. Pictures that the ledger knows are
/// not even read, so that a delivery can be brought to its end after its files are gone.
pub(in crate::deliver) fn load(run: &Run<'_>, job: &Job<'_>, payload: &Payload) -> Result<Loaded, RunError> {
    let cache = LedgerCache { books: run.ledger.books(), fresh: Mutex::default() };
    let loader = Loader { assets: Assets::new(run.client, &cache), cache: &cache, stock: job.stock };
    let articles: Result<Vec<Article>, Stop> =
        payload.articles.iter().map(|article| loader.article(article)).collect();
    let fresh = cache.fresh.into_inner().unwrap_or_else(PoisonError::into_inner);
    let articles = match articles {
        Ok(articles) => Ok(articles),
        Err(Stop::Client(error)) => Err(error),
        Err(Stop::Stock(error)) => return Err(error.into()),
    };
    Ok(Loaded { articles, events: fresh.iter().map(event).collect() })
}

fn event(((content, purpose), uploaded): (&(Digest, Purpose), &Uploaded)) -> NewEvent {
    let mut facts =
        Facts { asset: Some(*content), form: Some(form(*purpose).to_owned()), ..Facts::default() };
    match uploaded {
        Uploaded::Url(url) => facts.url = Some(url.clone()),
        Uploaded::MediaId(id) => facts.media_id = Some(id.clone()),
        Uploaded::Material { media_id, url } => {
            facts.media_id = Some(media_id.clone());
            facts.url = Some(url.clone());
        }
    }
    NewEvent { op: Some(Op::Asset), facts, ..NewEvent::new(Kind::Effect) }
}

fn form(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Body => "inline",
        Purpose::Cover => "cover",
        Purpose::Newspic => "picture",
    }
}

/// The ledger as a cache of uploads.
struct LedgerCache<'a> {
    books: &'a Books,
    fresh: Mutex<BTreeMap<(Digest, Purpose), Uploaded>>,
}

impl AssetCache for LedgerCache<'_> {
    fn get(&self, content: &Digest, purpose: Purpose) -> Option<Uploaded> {
        let fresh = self.fresh.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = fresh.get(&(*content, purpose)) {
            return Some(found.clone());
        }
        let stored = self.books.asset(*content, form(purpose))?;
        match purpose {
            Purpose::Body => stored.url.clone().map(Uploaded::Url),
            Purpose::Cover | Purpose::Newspic => stored.media_id.clone().map(Uploaded::MediaId),
        }
    }

    fn put(&self, content: &Digest, purpose: Purpose, uploaded: &Uploaded) {
        let mut fresh = self.fresh.lock().unwrap_or_else(PoisonError::into_inner);
        fresh.insert((*content, purpose), uploaded.clone());
    }
}

/// Why loading stops.
enum Stop {
    Client(ClientError),
    Stock(StockError),
}

struct Loader<'a> {
    assets: Assets<'a>,
    cache: &'a LedgerCache<'a>,
    stock: &'a dyn Stock,
}

impl Loader<'_> {
    /// Address or id of a picture.
    fn address(&self, asset: Asset, purpose: Purpose) -> Result<String, Stop> {
        if let Some(known) = self.cache.get(&asset.0, purpose) {
            return Ok(known.text());
        }
        let bytes = self.stock.picture(asset).map_err(Stop::Stock)?;
        let uploaded = match purpose {
            Purpose::Body => self.assets.upload_body_image(&bytes),
            Purpose::Cover => self.assets.upload_cover(&bytes),
            Purpose::Newspic => self.assets.upload_newspic(&bytes),
        };
        uploaded.map_err(Stop::Client)
    }

    fn article(&self, article: &PayloadArticle) -> Result<Article, Stop> {
        let cover = article.cover.map(|cover| self.address(cover, Purpose::Cover)).transpose()?;
        let mut stop = None;
        let content = article.content_with(|asset| {
            let address = self.address(asset, Purpose::Body);
            address.map_err(|error| stop.get_or_insert(error)).ok()
        });
        let content = match (content, stop) {
            (Ok(content), None) => content,
            (_, Some(stop)) => return Err(stop),
            (Err(asset), None) => {
                return Err(Stop::Client(ClientError::Missing { field: asset.to_string() }));
            }
        };
        let images = article.images.iter().map(|asset| self.address(*asset, Purpose::Newspic));
        let images = images.map(|id| id.map(|image_media_id| ImageRef { image_media_id }));
        let image_list = images.collect::<Result<Vec<_>, Stop>>()?;
        Ok(Article {
            article_type: article.kind,
            title: article.title.clone(),
            author: article.author.clone(),
            digest: article.digest.clone(),
            content,
            content_source_url: article.source_url.clone(),
            thumb_media_id: cover.unwrap_or_default(),
            need_open_comment: article.comments_open,
            only_fans_can_comment: article.comments_fans_only,
            pic_crop_235_1: article.crop_235_1.clone().unwrap_or_default(),
            pic_crop_1_1: article.crop_1_1.clone().unwrap_or_default(),
            image_info: (article.kind == ArticleType::Newspic).then_some(ImageInfo { image_list }),
            cover_info: None,
            product_info: None,
        })
    }
}
