//! What the house may show of itself: its telephone numbers, mail addresses, ids and places, from `policy/`.

use super::context::Context;
use super::fold::fold;
use crate::site::Located;

/// Whether the number with these digits is one that the house answers.
pub(crate) fn is_phone(context: &Context<'_>, number: &str) -> bool {
    let listed = contacts(context).filter_map(|contact| contact.phone.as_ref());
    context.policy.is_contact(number) || listed.into_iter().any(|phone| digits(phone) == number)
}

/// Whether the folded address is one of the house's, or of the domain of one.
pub(crate) fn is_email(context: &Context<'_>, address: &str) -> bool {
    let domain = |address: &str| address.rsplit_once('@').map(|(_, domain)| domain.to_owned());
    let own = domain(address).filter(|domain| !is_free(domain));
    contacts(context).filter_map(|contact| contact.email.as_ref()).any(|email| {
        let email = fold(email);
        email == address || own.is_some() && domain(&email) == own
    })
}

/// Mail for everybody: no domain of a house.
pub(crate) fn is_free(domain: &str) -> bool {
    const FREE: [&str; 22] = [
        "qq.com",
        "foxmail.com",
        "vip.qq.com",
        "163.com",
        "126.com",
        "yeah.net",
        "vip.163.com",
        "188.com",
        "sina.com",
        "sina.cn",
        "sohu.com",
        "139.com",
        "189.cn",
        "wo.cn",
        "aliyun.com",
        "tom.com",
        "gmail.com",
        "hotmail.com",
        "outlook.com",
        "live.com",
        "icloud.com",
        "yahoo.com",
    ];
    FREE.contains(&domain)
}

/// Whether the folded id is one of the house's.
pub(crate) fn is_wechat(context: &Context<'_>, id: &str) -> bool {
    contacts(context).filter_map(|contact| contact.wechat.as_ref()).any(|known| fold(known) == id)
}

/// Whether the folded address is that of a shop, venue or office that is listed.
pub(crate) fn is_place(context: &Context<'_>, address: &str) -> bool {
    let bare = |text: &str| fold(text).replace([' ', ','], "");
    let address = bare(address);
    let places = context.site.project.places.iter().map(|place| &place.address);
    let listed = places.chain(contacts(context).filter_map(|contact| contact.address.as_ref()));
    listed
        .map(|known| bare(known))
        .any(|known| !known.is_empty() && (known.contains(&address) || address.contains(&known)))
}

fn contacts<'c>(context: &'c Context<'_>) -> impl Iterator<Item = &'c crate::site::project::Contact> {
    context.site.project.contacts.iter().map(|contact| &contact.value)
}

fn digits(number: &Located<String>) -> String {
    let digits: String = fold(number).chars().filter(char::is_ascii_digit).collect();
    digits.strip_prefix("86").filter(|rest| rest.len() == 11).map_or_else(|| digits.clone(), str::to_owned)
}
