//! A site as data: configuration, articles, editions, campaigns, and loading them all from a tree.
//!
//! Loading is a pure function of the tree: it reads in parallel, in a stable order, and collects every problem as a
//! finding. What the law or the platform says about the content is not decided here (see `rules`).

mod article;
mod campaign;
mod config;
mod cover;
mod desk;
mod details;
mod edition;
mod fonts;
mod load;
mod names;
pub mod project;
mod record;
mod render;

pub use crate::source::Located;
pub use article::{
    Ai, Article, Audience, Comments, Evidence, Format, Front, Kind, Late, Mode, Publish, Repost, Rights,
    Slot, Source, Status, Waiver,
};
pub use campaign::{
    Budget, BudgetLine, Campaign, Change, Collected, Commission, Draw, Mechanics, Prize, Task, Window,
};
pub use config::{Account, AccountKind, Blackout, Config, Secret};
pub use cover::{Card, Cover, CoverSource, DESIGNS};
pub use desk::{Button, Column, Day, DayKind, Desk, Keyword, Outgoing, Paper, PaperKind, Replies, Reply};
pub use details::{
    CheckedLink, Details, Endorser, FontUse, Gift, Moderation, Patent, Permission, Price, Product,
};
pub use edition::Edition;
pub use fonts::fonts;
pub use load::{
    CONFIG, FOLDERS, INDUSTRIES, LIMITS, Limits, LiveSite, Loaded, Site, article_paths, load, load_some,
    optional_yaml, theme, unknown_keys,
};
pub use names::Names;
pub use project::Project;
pub use record::{PICTURE_TAGS, Record, RecordDetails};
pub use render::{CodeColors, CodeOptions, Math, PartOptions, RenderOptions, Spacing};
