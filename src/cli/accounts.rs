//! Which accounts of a site somebody means.

use super::Failure;
use crate::base::message::deliver as text;
use crate::site::{Account, Site};

/// The accounts named, in the order of the site; all when none is named.
///
/// # Errors
/// When the site has no such account.
pub(super) fn chosen<'s>(site: &'s Site, names: &[String]) -> Result<Vec<&'s Account>, Failure> {
    let accounts = &site.config.accounts;
    if let Some(unknown) = names.iter().find(|name| site.config.account(name).is_none()) {
        let known: Vec<&str> = accounts.iter().map(|account| account.name.value.as_str()).collect();
        return Err(Failure::usage(text::no_account(unknown)).help(text::known_accounts(known.join(", "))));
    }
    let wanted = |account: &&Account| names.is_empty() || names.contains(&account.name.value);
    Ok(accounts.iter().filter(wanted).collect())
}
