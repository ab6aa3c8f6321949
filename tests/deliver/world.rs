//! A small site with a remote, a sandbox in the same process, and runs on it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use qianfa::base::clock::{Clock, ManualClock};
use qianfa::base::digest::Digest;
use qianfa::deliver::{
    Applied, Candidate, Ended, Inputs, Options, Patience, Plan, Progress, Run, RunError, SavedPlan, Source,
    Stock, StockError, apply, plan,
};
use qianfa::ledger::{Books, Ledger, Platform, Record, Standing};
use qianfa::sandbox::{Account as Registered, Options as SandboxOptions, Published, Running, Sandbox};
use qianfa::signoff::{Asset, Missing, Payload, PayloadArticle, Signed, Verdict};
use qianfa::site::{Mode, Site};
use qianfa::wechat::client::{Client, Settings};
use qianfa::wechat::wire::ArticleType;

use crate::support::site::{article, site};

pub(super) const APPID: &str = "wx5f0c1d2e3a4b6c78";
pub(super) const SECRET: &str = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
/// When the edition is due: 2026-12-21 20:00 in China.
pub(super) const DUE: &str = "2026-12-21T12:00:00Z";

pub(super) fn due() -> Timestamp {
    DUE.parse().unwrap()
}

/// A folder with a repository and its remote, and a sandbox.
pub(super) struct World {
    folder: tempfile::TempDir,
    pub(super) clock: Arc<ManualClock>,
    pub(super) running: Running,
}

impl World {
    pub(super) fn new() -> Self {
        Self::with(Registered::new(APPID, SECRET), |_| {})
    }

    pub(super) fn with(account: Registered, change: impl FnOnce(&mut SandboxOptions)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        git2::Repository::init_bare(folder.path().join("remote.git")).unwrap();
        git2::Repository::init(folder.path().join("site")).unwrap();
        let clock = Arc::new(ManualClock::new(due()));
        let mut options = SandboxOptions::with_manual_clock(clock.clone(), vec![account]);
        change(&mut options);
        let running = Sandbox::new(options).unwrap().spawn(([127, 0, 0, 1], 0).into()).unwrap();
        Self { folder, clock, running }
    }

    pub(super) fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    pub(super) fn remote(&self) -> PathBuf {
        self.folder.path().join("remote.git")
    }

    pub(super) fn client(&self, timeout: Duration) -> Client {
        self.client_by(self.clock.clone(), timeout)
    }

    fn client_by(&self, clock: Arc<dyn Clock>, timeout: Duration) -> Client {
        let mut settings = Settings::new(APPID, SECRET.to_owned().into());
        settings.base = self.running.base_url();
        settings.timeout = timeout;
        Client::new(settings, clock).unwrap()
    }

    pub(super) fn ledger(&self, run: &str) -> Ledger {
        Ledger::open(&self.site(), self.remote().to_str(), "main", run).unwrap()
    }

    /// The only delivery.
    pub(super) fn record(&self) -> Record {
        self.ledger("reader").books().records().next().cloned().unwrap()
    }

    pub(super) fn published(&self) -> Vec<Published> {
        self.running.sandbox().published()
    }

    pub(super) fn apply(&self, shelf: &mut Shelf) -> Result<Applied, RunError> {
        self.apply_with(shelf, Duration::ZERO, None)
    }

    pub(super) fn apply_with(
        &self,
        shelf: &mut Shelf,
        wait: Duration,
        saved: Option<&SavedPlan>,
    ) -> Result<Applied, RunError> {
        self.apply_by(self.clock.clone(), shelf, Options { platform: Platform::Sandbox, wait, saved })
    }

    /// One run by any clock.
    pub(super) fn apply_by(
        &self,
        clock: Arc<dyn Clock>,
        shelf: &mut Shelf,
        options: Options<'_>,
    ) -> Result<Applied, RunError> {
        let client = self.client_by(clock.clone(), Duration::from_secs(2));
        let run = qianfa::base::id::random(8);
        let mut report = |_: &Progress| {};
        let mut run = Run::new(&client, &*clock, self.ledger(&run), Patience::default(), &mut report);
        apply(&mut run, shelf, options)
    }

    /// The ledger verifies, and one message is visible: the signed one.
    pub(super) fn assert_published_once(&self, shelf: &Shelf) {
        let report = self.ledger("checker").verify().unwrap();
        assert_eq!(report.books.lease(), None, "a lease was left behind");
        let published = self.running.sandbox().ever_published();
        assert_eq!(published.len(), 1, "{published:#?}");
        let titles: Vec<&str> = published[0].articles.iter().map(|article| article.title.as_str()).collect();
        let signed: Vec<&str> = shelf.payload.articles.iter().map(|article| article.title.as_str()).collect();
        assert_eq!(titles, signed);
        for (article, sent) in shelf.payload.articles.iter().zip(&published[0].articles) {
            let url =
                |asset: Asset| report.books.asset(asset.0, "inline").and_then(|stored| stored.url.clone());
            let content = article.content_with(url).unwrap();
            assert_eq!(sent.sent, Digest::of(content));
        }
    }
}

/// One edition of one article with a cover and a picture, signed or not.
pub(super) struct Shelf {
    pub(super) site: Site,
    pub(super) payload: Payload,
    pub(super) signed: Option<Timestamp>,
    pictures: BTreeMap<Asset, Vec<u8>>,
}

/// A picture of one colour.
pub(super) fn png(width: u32, height: u32, red: u8) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(width, height, image::Rgb([red, 90, 60]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

/// An animation of two frames.
pub(super) fn gif() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut bytes);
    for red in [20, 200] {
        let frame = image::RgbaImage::from_pixel(24, 16, image::Rgba([red, 90, 60, 255]));
        encoder.encode_frame(image::Frame::new(frame)).unwrap();
    }
    drop(encoder);
    bytes
}

impl Shelf {
    /// Puts one more picture at the end of the text.
    pub(super) fn add_picture(&mut self, bytes: Vec<u8>) -> Asset {
        let asset = Asset(Digest::of(&bytes));
        self.payload.articles[0].content.push_str(&format!("<section><img src=\"{asset}\"/></section>"));
        self.pictures.insert(asset, bytes);
        asset
    }

    /// A signed edition that goes out in `mode` at [`DUE`]; `keys` are more lines of `publish`.
    pub(super) fn new(mode: Mode, keys: &str) -> Self {
        let front = format!(
            "status: ready\npublish:\n  at: 2026-12-21 20:00\n  mode: {}\n{}",
            mode.name(),
            keys.lines().map(|line| format!("  {line}\n")).collect::<String>()
        );
        let site = site([("content/winter.md", article("01j9x3k7", &front, "喝一碗热的。"))]);
        let (cover, inside) = (png(40, 30, 200), png(40, 30, 20));
        let (cover_asset, inside_asset) = (Asset(Digest::of(&cover)), Asset(Digest::of(&inside)));
        let payload = Payload {
            v: 1,
            account: "main".into(),
            mode,
            audience: "all".into(),
            reprint: false,
            articles: vec![PayloadArticle {
                kind: ArticleType::News,
                title: "冬至，为什么要喝一碗热的？".into(),
                author: "编辑部".into(),
                digest: "五分钟读懂冬至".into(),
                content: format!(
                    "<section style=\"color: #333\"><p>喝一碗热的。</p><p><img src=\"{inside_asset}\"/></p></section>"
                ),
                source_url: "https://example.com/winter".into(),
                comments_open: true,
                comments_fans_only: false,
                cover: Some(cover_asset),
                crop_235_1: Some("0_0.1_1_0.9".into()),
                crop_1_1: None,
                images: Vec::new(),
            }],
        };
        let pictures = BTreeMap::from([(cover_asset, cover), (inside_asset, inside)]);
        let signed = due().checked_sub(jiff::SignedDuration::from_hours(2)).ok();
        Self { site, payload, signed, pictures }
    }

    /// Another edition.
    pub(super) fn rename(&mut self, uid: &str) {
        let front = "status: ready\npublish:\n  at: 2026-12-21 20:00\n  mode: draft\n";
        self.site = site([("content/cold.md", article(uid, front, "喝一碗热的。"))]);
    }

    pub(super) fn plan_at(&self, books: &Books, now: Timestamp) -> Plan {
        let edition = &self.site.editions[0];
        let verdict = Verdict {
            payload: self.payload.digest(),
            ready: self.signed.is_some(),
            render_changed: false,
            signed: self.signed.into_iter().map(|at| signed("zhang.wei", at)).collect(),
            missing: if self.signed.is_some() {
                Vec::new()
            } else {
                vec![Missing::Signature { rule: "base".into(), role: "supervisor".into(), have: 0, need: 1 }]
            },
            void: Vec::new(),
        };
        let titles = self.payload.articles.iter().map(|article| article.title.clone()).collect();
        plan(&Inputs {
            account: &self.site.config.accounts[0],
            candidates: vec![Candidate { edition, titles, verdict: Ok(verdict) }],
            books,
            now,
            until: Timestamp::MAX,
        })
    }
}

fn signed(person: &str, at: Timestamp) -> Signed {
    Signed {
        person: person.into(),
        role: "supervisor".into(),
        at,
        expires: Timestamp::MAX,
        key: "SHA256:x".into(),
        statement: "statements/x".into(),
        waives: Vec::new(),
    }
}

impl Stock for Shelf {
    fn payload(&self, digest: Digest) -> Result<Payload, StockError> {
        let known = self.payload.digest() == digest;
        known.then(|| self.payload.clone()).ok_or(StockError::Payload { digest, reason: "?".into() })
    }

    fn picture(&self, asset: Asset) -> Result<Vec<u8>, StockError> {
        self.pictures.get(&asset).cloned().ok_or(StockError::Picture { asset, reason: "?".into() })
    }
}

impl Source for Shelf {
    fn plan(&mut self, books: &Books, now: Timestamp, _until: Timestamp) -> Result<Plan, RunError> {
        Ok(self.plan_at(books, now))
    }
}

/// How the only delivery of a run ended.
pub(super) fn ended(applied: &Applied) -> &Ended {
    let [(_, ended)] = applied.outcomes.as_slice() else { panic!("{:?}", applied.outcomes) };
    ended
}

pub(super) fn assert_done(applied: &Applied, standing: Standing) {
    assert!(matches!(ended(applied), Ended::Done(found) if *found == standing), "{:?}", applied.outcomes);
}
