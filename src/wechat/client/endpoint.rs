//! The interfaces that the client calls, and what harm it does to call each of them twice.

use super::{draft, mass, material, media, publish, quota, token};

/// What a repetition would do, and therefore how a lost answer is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Repeat {
    /// Reads, uploads, replacements: a second call wastes quota at most. Only these are repeated by the client itself.
    Repeatable,
    /// `draft/add`: a second call makes a second draft, invisible to readers. Look for the first before repeating.
    LookFirst,
    /// `freepublish/submit`: a second call could make a second public link; the draft is gone after the first.
    SingleUse,
    /// `message/mass/sendall`: a second push to every follower, unless the same `clientmsgid` goes with it.
    NativeKey,
    /// Deletes: harmless to repeat, but nothing brings back what is gone; the caller records each try.
    Destructive,
}

/// HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// GET.
    Get,
    /// POST.
    Post,
}

/// One interface of the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Endpoint {
    /// Path with leading slash: `/cgi-bin/draft/add`.
    pub path: &'static str,
    /// Method.
    pub method: Method,
    /// What a repetition would do.
    pub repeat: Repeat,
}

impl Endpoint {
    pub(super) const fn get(path: &'static str) -> Self {
        Self { path, method: Method::Get, repeat: Repeat::Repeatable }
    }

    pub(super) const fn post(path: &'static str, repeat: Repeat) -> Self {
        Self { path, method: Method::Post, repeat }
    }

    /// The name that people know it by: `draft/add`.
    pub fn name(&self) -> &'static str {
        self.path.strip_prefix("/cgi-bin/").unwrap_or(self.path)
    }
}

/// Every interface that the client calls.
pub const ENDPOINTS: &[Endpoint] = &[
    token::STABLE_TOKEN,
    media::UPLOADIMG,
    material::ADD,
    material::GET,
    material::BATCHGET,
    material::COUNT,
    material::DELETE,
    draft::ADD,
    draft::UPDATE,
    draft::GET,
    draft::DELETE,
    draft::COUNT,
    draft::BATCHGET,
    publish::SUBMIT,
    publish::GET,
    publish::DELETE,
    publish::GETARTICLE,
    publish::BATCHGET,
    mass::SENDALL,
    mass::PREVIEW,
    mass::GET,
    mass::DELETE,
    quota::GET,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wechat::limits;

    #[test]
    fn the_registry_names_every_endpoint_that_a_file_of_this_folder_declares_once() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/wechat/client");
        let mut declared: Vec<String> = Vec::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let source = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            let calls = source
                .split("Endpoint::")
                .skip(1)
                .filter(|rest| rest.starts_with("get(\"") || rest.starts_with("post(\""));
            declared.extend(calls.map(|rest| rest.split('"').nth(1).unwrap().to_owned()));
        }
        declared.sort();
        let mut registered: Vec<_> = ENDPOINTS.iter().map(|endpoint| endpoint.path.to_owned()).collect();
        registered.sort();
        assert_eq!(declared, registered);
    }

    #[test]
    fn every_endpoint_has_a_known_quota_and_only_reads_and_uploads_are_repeated() {
        for endpoint in ENDPOINTS {
            assert!(limits::daily(endpoint.path).is_some(), "{}", endpoint.path);
        }
        let guarded: Vec<_> =
            ENDPOINTS.iter().filter(|e| e.repeat != Repeat::Repeatable).map(Endpoint::name).collect();
        assert_eq!(
            guarded,
            [
                "material/del_material",
                "draft/add",
                "draft/delete",
                "freepublish/submit",
                "freepublish/delete",
                "message/mass/sendall",
                "message/mass/delete"
            ]
        );
    }
}
