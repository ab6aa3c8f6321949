//! Where plans and goods come from in a site: editions rendered, sign-offs counted, frozen payloads and pictures read.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use rayon::prelude::*;

use super::apply::Source;
use super::ended::RunError;
use super::plan::{Candidate, Inputs, Plan, plan};
use super::stock::{Stock, StockError};
use crate::base::digest::Digest;
use crate::finding::Findings;
use crate::ledger::Books;
use crate::render::{Renderer, Source as PictureSource};
use crate::signoff::{Asset, Payload, Register};
use crate::site::{Account, Edition, Site, Slot};
use crate::source::tree::Tree;

/// A site at work: everything that a plan of its accounts is made of.
pub struct Desk<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its files.
    pub tree: &'a dyn Tree,
    /// Its themes.
    pub renderer: &'a Renderer<'a>,
    /// What `check` says.
    pub findings: &'a Findings,
    /// Who signed what.
    pub register: Register,
    /// The account whose plan is made.
    pub account: &'a Account,
    /// Where the bytes of pictures come from, by digest.
    pictures: Mutex<BTreeMap<Digest, PictureSource>>,
}

impl<'a> Desk<'a> {
    /// The desk of `account`.
    pub fn new(
        site: &'a Site,
        tree: &'a dyn Tree,
        renderer: &'a Renderer<'a>,
        findings: &'a Findings,
        register: Register,
        account: &'a Account,
    ) -> Self {
        Self { site, tree, renderer, findings, register, account, pictures: Mutex::default() }
    }

    fn candidate(
        &self,
        edition: &'a Edition,
        books: &Books,
        now: Timestamp,
        until: Timestamp,
    ) -> Candidate<'a> {
        let members = edition.articles.iter().filter_map(|index| self.site.articles.get(*index));
        let titles = members.map(|article| article.front.title.value.clone()).collect();
        // What is done, or not near, need not be rendered.
        let done = books.of_edition(&edition.uid).any(|record| record.stage.is_final());
        let far = matches!(edition.at, Some(Slot::At(at)) if at > until);
        if done || far {
            return Candidate { edition, titles, verdict: Err(0) };
        }
        let judged = self.register.judge(self.site, self.tree, self.renderer, edition, self.findings, now);
        let own = judged.built.own(self.findings);
        let errors = own.filter(|finding| judged.verdict.is_blocked_by(finding)).count();
        let mut pictures = self.pictures.lock().unwrap_or_else(PoisonError::into_inner);
        pictures.extend(judged.built.assets.iter().map(|(digest, source)| (*digest, source.clone())));
        Candidate { edition, titles, verdict: if errors > 0 { Err(errors) } else { Ok(judged.verdict) } }
    }
}

impl Source for Desk<'_> {
    fn plan(&mut self, books: &Books, now: Timestamp, until: Timestamp) -> Result<Plan, RunError> {
        self.register.refresh()?;
        let editions: Vec<&Edition> = self
            .site
            .editions
            .iter()
            .filter(|edition| {
                edition.account == self.account.name.value && edition.ready && edition.at.is_some()
            })
            .collect();
        let desk = &*self;
        let candidates =
            editions.into_par_iter().map(|edition| desk.candidate(edition, books, now, until)).collect();
        Ok(plan(&Inputs { account: self.account, candidates, books, now, until }))
    }
}

impl Stock for Desk<'_> {
    fn payload(&self, digest: Digest) -> Result<Payload, StockError> {
        self.register
            .payload(digest)
            .map_err(|error| StockError::Payload { digest, reason: error.to_string() })
    }

    fn picture(&self, asset: Asset) -> Result<Vec<u8>, StockError> {
        let fail = |reason: String| StockError::Picture { asset, reason };
        let pictures = self.pictures.lock().unwrap_or_else(PoisonError::into_inner);
        let source =
            pictures.get(&asset.0).ok_or_else(|| fail("no picture of the site has this content".into()))?;
        let bytes = source.bytes(self.tree).map_err(|error| fail(error.to_string()))?;
        if Digest::of(&bytes) != asset.0 {
            return Err(fail(format!("{} was changed", source.path().unwrap_or("the drawing"))));
        }
        Ok(bytes.to_vec())
    }
}
