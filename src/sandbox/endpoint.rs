//! The registry of interfaces. A new one is a file with its `ENDPOINTS` and one line in [`FAMILIES`].

use super::answer::Outcome;
use super::request::Scene;
use super::state::{Book, State};
use super::{draft, mass, material, media, publish, quota, token};

/// One interface of the platform.
pub(super) struct Endpoint {
    /// Path, which is also its name in quotas.
    pub(super) path: &'static str,
    /// `GET` or `POST`.
    pub(super) method: &'static str,
    /// Who may call it.
    pub(super) access: Access,
    /// Calls a minute, where the documents give a number.
    pub(super) per_minute: Option<u32>,
    /// What body it reads.
    pub(super) body: Body,
    /// What it does.
    pub(super) run: Run,
}

/// Who may call an interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// Without a token.
    Open,
    /// Every account.
    Anyone,
    /// Verified accounts.
    Verified,
    /// Verified 服务号.
    VerifiedService,
}

/// What body an interface reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Body {
    /// None, or one that it reads itself.
    Raw,
    /// JSON.
    Json,
}

/// What an interface does once a request has passed the common checks.
#[derive(Clone, Copy)]
pub(super) enum Run {
    /// Finds its account itself.
    Open(fn(&mut Scene<'_>, &mut State) -> Outcome),
    /// Works on the token's account.
    Account(fn(&mut Scene<'_>, &mut Book) -> Outcome),
}

impl Endpoint {
    /// An interface that takes no token and finds its account and body itself.
    pub(super) const fn open(
        method: &'static str,
        path: &'static str,
        run: fn(&mut Scene<'_>, &mut State) -> Outcome,
    ) -> Self {
        Self { path, method, access: Access::Open, per_minute: None, body: Body::Raw, run: Run::Open(run) }
    }

    /// A POST with a JSON body for every account.
    pub(super) const fn post(path: &'static str, run: fn(&mut Scene<'_>, &mut Book) -> Outcome) -> Self {
        Self {
            path,
            method: "POST",
            access: Access::Anyone,
            per_minute: None,
            body: Body::Json,
            run: Run::Account(run),
        }
    }

    /// A GET without body for every account.
    pub(super) const fn get(path: &'static str, run: fn(&mut Scene<'_>, &mut Book) -> Outcome) -> Self {
        Self { method: "GET", body: Body::Raw, ..Self::post(path, run) }
    }

    /// For fewer accounts.
    pub(super) const fn only(self, access: Access) -> Self {
        Self { access, ..self }
    }

    /// With a limit a minute.
    pub(super) const fn per_minute(self, calls: u32) -> Self {
        Self { per_minute: Some(calls), ..self }
    }

    /// With a body that the interface reads itself.
    pub(super) const fn raw(self) -> Self {
        Self { body: Body::Raw, ..self }
    }
}

/// The families, one line each.
const FAMILIES: &[&[Endpoint]] = &[
    token::ENDPOINTS,
    media::ENDPOINTS,
    material::ENDPOINTS,
    draft::ENDPOINTS,
    publish::ENDPOINTS,
    mass::ENDPOINTS,
    quota::ENDPOINTS,
];

/// Every interface.
pub(super) fn all() -> impl Iterator<Item = &'static Endpoint> {
    FAMILIES.iter().copied().flatten()
}

/// The interface at `path`.
pub(super) fn find(path: &str) -> Option<&'static Endpoint> {
    all().find(|endpoint| endpoint.path == path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wechat::limits;
    use std::collections::BTreeSet;

    #[test]
    fn every_file_with_endpoints_is_listed_and_no_path_twice() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/sandbox");
        let declares = |text: &str| text.contains("const ENDPOINTS: &[Endpoint]");
        let mut files = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file()
                && !path.ends_with("endpoint.rs")
                && declares(&std::fs::read_to_string(&path).unwrap())
            {
                files += 1;
            }
        }
        assert_eq!(files, FAMILIES.len());
        let paths: BTreeSet<_> = all().map(|endpoint| endpoint.path).collect();
        assert_eq!(paths.len(), all().count());
    }

    #[test]
    fn every_interface_has_a_daily_limit_and_every_limit_an_interface() {
        let served: BTreeSet<_> = all().map(|endpoint| endpoint.path).collect();
        let limited: BTreeSet<_> = limits::DAILY.iter().map(|(path, _)| *path).collect();
        assert_eq!(served, limited);
    }
}
