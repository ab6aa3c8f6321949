//! What the parts of a theme call the site, its accounts and the day.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use crate::site::{Config, Front, Slot};

/// Names of a site.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) site: String,
    /// What readers call each account.
    accounts: BTreeMap<String, String>,
    zone: Option<TimeZone>,
}

impl Names {
    pub(super) fn new(config: &Config) -> Self {
        let accounts = config
            .accounts
            .iter()
            .filter_map(|account| Some((account.name.value.clone(), account.title.as_ref()?.value.clone())));
        Self {
            site: config.name.value.clone(),
            accounts: accounts.collect(),
            zone: Some(config.zone.clone()),
        }
    }

    /// What readers call the account, when an article goes to one only: all get the same payload.
    pub(super) fn account(&self, front: &Front) -> &str {
        match front.accounts.as_slice() {
            [only] => self.accounts.get(&only.value).map_or("", String::as_str),
            _ => "",
        }
    }

    /// The day that the article names, in the zone of the site.
    pub(super) fn date(&self, front: &Front) -> String {
        match front.publish.at.as_ref().map(|at| at.value) {
            Some(Slot::At(instant)) => match &self.zone {
                Some(zone) => instant.to_zoned(zone.clone()).date().to_string(),
                None => String::new(),
            },
            Some(Slot::Day(day)) => day.to_string(),
            _ => String::new(),
        }
    }
}
