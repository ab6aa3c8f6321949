//! S13–S20: tokens.

use qianfa::sandbox::Account;
use serde_json::{Value, json};

use super::{APPID, Bench, SECRET, account, code, id, read};

fn good() -> String {
    format!("grant_type=client_credential&appid={APPID}&secret={SECRET}")
}

fn works(bench: &Bench, token: &str) -> i64 {
    let url = bench.url(&format!("/cgi-bin/draft/count?access_token={token}"));
    code(&read(bench.http.get(url).send().unwrap()))
}

#[test]
fn s13_each_call_of_token_retires_the_former_one_after_five_minutes() {
    let bench = Bench::new();
    let first = bench.plain(&good());
    assert_eq!(first["expires_in"], 7200);
    let (first, second) = (id(&first, "access_token"), id(&bench.plain(&good()), "access_token"));
    assert_ne!(first, second);
    bench.advance(299);
    assert_eq!((works(&bench, &first), works(&bench, &second)), (0, 0));
    bench.advance(1);
    assert_eq!((works(&bench, &first), works(&bench, &second)), (40001, 0));
}

#[test]
fn s14_stable_token_stays_until_its_last_five_minutes() {
    let bench = Bench::new();
    let first = bench.token.clone();
    bench.advance(1000);
    let again = bench.stable(json!({}));
    assert_eq!((again["access_token"].as_str(), &again["expires_in"]), (Some(first.as_str()), &json!(6200)));
    bench.advance(5950);
    let fresh = bench.stable(json!({}));
    assert_ne!(fresh["access_token"], json!(first));
    assert_eq!(fresh["expires_in"], 7200);
    assert_eq!(works(&bench, &first), 0);
    bench.advance(250);
    assert_eq!(works(&bench, &first), 42001);
    assert_eq!(works(&bench, &id(&fresh, "access_token")), 0);
}

#[test]
fn s15_forced_refresh_kills_at_once_and_is_counted() {
    let bench = Bench::new();
    let force = || bench.stable(json!({"force_refresh": true}));
    let first = bench.token.clone();
    // Only forced refreshes keep their distance: an ordinary call just before does not stand in the way.
    let mut last = id(&force(), "access_token");
    assert_ne!(last, first);
    assert_eq!(works(&bench, &first), 40001);
    for _ in 1..20 {
        bench.advance(29);
        assert_eq!(id(&force(), "access_token"), last);
        bench.advance(1);
        let fresh = id(&force(), "access_token");
        assert_ne!(fresh, last);
        last = fresh;
    }
    bench.advance(30);
    assert_eq!(code(&force()), 45009);
    assert_eq!(works(&bench, &last), 0);
}

#[test]
fn s16_the_two_interfaces_leave_each_others_tokens_alone() {
    let bench = Bench::new();
    let plain = id(&bench.plain(&good()), "access_token");
    bench.advance(60);
    let stable = id(&bench.stable(json!({"force_refresh": true})), "access_token");
    bench.advance(600);
    assert_eq!((works(&bench, &plain), works(&bench, &stable)), (0, 0));
    bench.plain(&good());
    bench.advance(600);
    assert_eq!((works(&bench, &plain), works(&bench, &stable)), (40001, 0));
    // Not even a program that asks again and again pushes the other interface's token out.
    for _ in 0..100 {
        bench.plain(&good());
    }
    assert_eq!(works(&bench, &stable), 0);
    let again = bench.stable(json!({}));
    assert_eq!(id(&again, "access_token"), stable);
}

#[test]
fn s17_wrong_and_missing_names_have_their_codes() {
    let bench = Bench::new();
    let stable = |change: Value| code(&bench.stable(change));
    assert_eq!(stable(json!({"appid": "wx0000000000000000"})), 40013);
    assert_eq!(stable(json!({"secret": "wrong"})), 40125);
    assert_eq!(stable(json!({"appid": ""})), 41002);
    assert_eq!(stable(json!({"secret": null})), 41004);
    assert_eq!(stable(json!({"grant_type": "authorization_code"})), 40002);
    let plain = |query: &str| code(&bench.plain(query));
    assert_eq!(plain(&good().replace(APPID, "wx0")), 40013);
    assert!([40001, 40125].contains(&plain(&good().replace(SECRET, "0"))));
    assert_eq!(plain(&format!("grant_type=client_credential&secret={SECRET}")), 41002);
    assert_eq!(plain(&format!("grant_type=client_credential&appid={APPID}")), 41004);
    assert_eq!(plain(&good().replace("client_credential", "x")), 40002);
}

#[test]
fn s18_addresses_outside_the_list_are_told_their_own_and_new_entries_need_time() {
    let account = Account { allowed_ips: vec!["203.0.113.0/24".into()], ..account() };
    let bench = Bench::with(account, |options| options.ip_delay = std::time::Duration::from_secs(600));
    let refused = bench.stable(json!({}));
    assert_eq!(code(&refused), 40164);
    let text = refused["errmsg"].as_str().unwrap();
    assert!(text.starts_with("invalid ip 127.0.0.1 ipv6 ::ffff:127.0.0.1, not in whitelist rid: "), "{text}");
    assert_eq!(code(&bench.plain(&good())), 40164);
    bench.control("ips", json!({"appid": APPID, "entry": "127.0.0.0/8"}));
    bench.advance(599);
    assert_eq!(code(&bench.stable(json!({}))), 40164);
    bench.advance(1);
    assert_eq!(code(&bench.stable(json!({}))), 0);
}

#[test]
fn s19_frozen_secrets_and_accounts() {
    let frozen = Bench::with(Account { secret_frozen: true, ..account() }, |_| {});
    assert_eq!(code(&frozen.stable(json!({}))), 40243);
    let frozen = Bench::with(Account { frozen: true, ..account() }, |_| {});
    assert_eq!(code(&frozen.plain(&good())), 50007);
}

#[test]
fn s20_stable_token_is_post_only() {
    let bench = Bench::new();
    let url = bench.url(&format!("/cgi-bin/stable_token?{}", good()));
    assert_eq!(code(&read(bench.http.get(url).send().unwrap())), 43002);
}
