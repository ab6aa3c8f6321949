//! What a campaign plan may hold (operations reference 3.14, compliance reference 10): every key, nothing else.

use super::front::INDUSTRIES;
use crate::source::yaml::{Field, Shape};

use Field as F;
use Shape::{Any, Choice, Date, Duration, Flag, Free, Instant, List, Map, Money, Number, Text, Whole};

const TEXTS: Shape = List(&Text);
const LEVEL: Shape = Choice(&["low", "mid", "high"]);

/// `status`.
const STATUS: &[&str] = &["idea", "draft", "review", "approved", "running", "ended", "recapped", "cancelled"];

/// `type`.
const TYPES: &[&str] = &[
    "acquisition",
    "activation",
    "conversion",
    "checkin",
    "lottery",
    "ugc",
    "trial",
    "flash-sale",
    "group-buy",
    "vote",
    "challenge",
    "live",
    "promotion",
];

/// `goal.kind`.
const GOALS: &[&str] = &[
    "sales",
    "leads",
    "followers",
    "traffic",
    "awareness",
    "retention",
    "service",
    "content",
    "research",
    "other",
];

/// A campaign plan.
pub(super) const PLAN: Shape = Map(&[
    F::must("id", Text),
    F::must("title", Text),
    F::must("status", Choice(STATUS)),
    F::may("owner", Text),
    F::may("type", List(&Choice(TYPES))),
    F::may("trigger", Map(&[F::must("kind", Text), F::may("ref", Text), F::may("note", Text)])),
    F::may(
        "window",
        Map(&[
            F::must("start", Instant),
            F::must("end", Instant),
            F::same("from", "start"),
            F::same("to", "end"),
        ]),
    ),
    F::may("goal", GOAL),
    F::may(
        "audience",
        Map(&[
            F::may("personas", TEXTS),
            F::may("segments", TEXTS),
            F::may("exclude", TEXTS),
            F::may("optout", Flag),
            F::same("opt_out", "optout"),
        ]),
    ),
    F::may("rules", RULES),
    F::may("prizes", List(&PRIZE)),
    F::may("budget", BUDGET),
    F::may("timeline", List(&TASK)),
    F::may("materials", List(&MATERIAL)),
    F::may("channels", List(&CHANNEL)),
    F::may("attribution", ATTRIBUTION),
    F::may("funnel", List(&Map(&[F::must("stage", Text), F::must("metric", Text), F::may("units", TEXTS)]))),
    F::may("risk_plan", List(&RISK)),
    F::may("legal", LEGAL),
    F::may("monitoring", Map(&[F::may("every", Duration), F::may("alerts", TEXTS)])),
    F::may("recap", RECAP),
    F::may("mechanics", MECHANICS),
    F::may("price", List(&PRICE)),
    F::may("collects", List(&COLLECTED)),
    F::may("consent", CONSENT),
    F::may("commission", Map(&[F::may("levels", Whole), F::may("pay_by", Text), F::may("entry_fee", Money)])),
    F::may("rules_url", Text),
    F::may("landing", TEXTS),
    F::may("forfeiture", Text),
    F::may("risk_notice", Text),
    F::may("archive_until", Date),
    F::may("plan_b", Text),
    F::may("freeze_contact", Text),
    F::may("industry", List(&Choice(&INDUSTRIES))),
    F::may("winners", TEXTS),
    F::may("changes", List(&Map(&[F::must("date", Date), F::must("what", Text), F::must("reason", Text)]))),
    F::moved("start", "window: {start: …, end: …}"),
    F::moved("end", "window: {start: …, end: …}"),
    F::moved("organiser", "rules: {organiser: {name: …, contact: …}}"),
    F::moved("organizer", "rules: {organiser: {name: …, contact: …}}"),
    F::moved("draw", "rules: {draw: {method: …, at: …}}"),
    F::moved("legal_review", "legal: {reviewed_by: …}"),
    F::moved("kpi", "goal: {kpi: […]}"),
    F::moved("segment", "audience: {segments: […]}"),
    F::moved("reply_sla_minutes", "desk/community.yaml"),
    F::same("name", "title"),
    F::same("prize", "prizes"),
    F::same("prices", "price"),
    F::same("collect", "collects"),
    F::same("risks", "risk_plan"),
]);

const GOAL: Shape = Map(&[
    F::may("statement", Text),
    F::may("kind", Choice(GOALS)),
    F::same("type", "kind"),
    F::may(
        "kpi",
        List(&Map(&[
            F::must("id", Text),
            F::must("metric", Text),
            F::may("scope", Free(&Any)),
            F::may("target", Number),
            F::may("kpi_ref", Text),
        ])),
    ),
    F::may(
        "guardrails",
        List(&Map(&[F::must("metric", Text), F::may("max", Number), F::may("min", Number)])),
    ),
]);

const RULES: Shape = Map(&[
    F::may("eligibility", Text),
    F::may("participation", Text),
    F::may("limits", Map(&[F::may("per_person", Whole), F::may("per_day", Whole), F::may("total", Whole)])),
    F::may(
        "draw",
        Map(&[
            F::may("method", Text),
            F::may("at", Instant),
            F::may("witness", Text),
            F::may("announce", Text),
            F::same("time", "at"),
        ]),
    ),
    F::may("claim", Map(&[F::may("until", Instant), F::may("how", Text)])),
    F::may("change_policy", Text),
    F::may("organiser", Map(&[F::must("name", Text), F::may("contact", Text)])),
]);

const PRIZE: Shape = Map(&[
    F::must("name", Text),
    F::may("kind", Text),
    F::may("unit_value", Money),
    F::may("quantity", Whole),
    F::may("odds", Any),
    F::may("tax_by", Text),
    F::may("delivery", Text),
    F::may("claim_until", Instant),
    F::may("exchange", Text),
    F::may("scope", Text),
    F::may("valid_until", Date),
    F::may("limits", Text),
    F::same("market_value", "unit_value"),
    F::same("value", "unit_value"),
    F::same("count", "quantity"),
]);

const BUDGET: Shape = Map(&[
    F::may("currency", Choice(&["CNY"])),
    F::may("cap", Money),
    F::may(
        "lines",
        List(&Map(&[
            F::must("id", Text),
            F::may("kind", Text),
            F::may("partner", Text),
            F::may("plan", Money),
            F::may("actual", Money),
            F::may("note", Text),
        ])),
    ),
]);

const TASK: Shape = Map(&[
    F::must("id", Text),
    F::must("name", Text),
    F::may("start", Date),
    F::may("due", Date),
    F::may("owner", Text),
    F::may("lead", Duration),
    F::may("after", TEXTS),
    F::may("units", TEXTS),
]);

const MATERIAL: Shape = Map(&[
    F::must("id", Text),
    F::may("kind", Text),
    F::may("spec", Text),
    F::may("file", Text),
    F::may("owner", Text),
    F::may("due", Date),
    F::may("rights", Text),
    F::may("status", Text),
    F::may("avatar", Flag),
]);

const CHANNEL: Shape = Map(&[
    F::must("id", Text),
    F::may("name", Text),
    F::may("role", Text),
    F::may("tasks", Text),
    F::may("partner", Text),
    F::may("disclosure", Text),
    F::may("code", Text),
]);

const ATTRIBUTION: Shape = Map(&[
    F::may("window", Duration),
    F::may("model", Text),
    F::may("scenes", List(&Map(&[F::must("scene", Text), F::may("place", Text)]))),
]);

const RISK: Shape = Map(&[
    F::must("risk", Text),
    F::may("likelihood", LEVEL),
    F::may("impact", LEVEL),
    F::may("trigger", Text),
    F::may("action", Text),
    F::may("owner", Text),
]);

const LEGAL: Shape = Map(&[
    F::may(
        "checklist",
        Map(&[
            F::may("prize_notice_complete", Flag),
            F::may("top_prize_within_cap", Flag),
            F::may("no_induced_share_or_follow", Flag),
            F::may("price_claims_have_base", Flag),
            F::may(
                "personal_data",
                Map(&[
                    F::may("collected", TEXTS),
                    F::may("purpose", Text),
                    F::may("keep", Duration),
                    F::may("notice", Text),
                ]),
            ),
            F::may("ad_disclosure", Flag),
        ]),
    ),
    F::may("reviewed_by", Text),
    F::may("reviewed_digest", Text),
]);

const RECAP: Shape = Map(&[
    F::may("due", Date),
    F::may("roi", Map(&[F::may("formula", Text), F::may("gross_margin", Number), F::may("source", Text)])),
    F::may("highlights", TEXTS),
    F::may(
        "problems",
        List(&Map(&[
            F::must("text", Text),
            F::may("cause", Text),
            F::may("action", Text),
            F::may("owner", Text),
            F::may("due", Date),
        ])),
    ),
    F::may("template", Text),
    F::may("file", Text),
]);

const MECHANICS: Shape = Map(&[
    F::may("entry", Text),
    F::may("invite_count", Whole),
    F::may("share_required", Flag),
    F::may("follow_required", Flag),
    F::may("max_wins_per_entry", Whole),
    F::may("reward", Text),
    F::may("parameter_qr", Flag),
]);

const PRICE: Shape = Map(&[
    F::must("item", Text),
    F::may("price", Money),
    F::may("reference_price", Money),
    F::may("reference_meaning", Text),
    F::may("history_ref", Text),
]);

const COLLECTED: Shape = Map(&[
    F::must("field", Text),
    F::may("purpose", Text),
    F::may("retention", Duration),
    F::may("sensitive", Flag),
    F::may("shared_with", TEXTS),
]);

const CONSENT: Shape = Map(&[
    F::may("notice", Text),
    F::may("separate", Flag),
    F::may("guardian", Flag),
    F::may("withdraw", Text),
    F::may("handler", Text),
    F::may("contact", Text),
    F::may("third_parties", TEXTS),
]);
