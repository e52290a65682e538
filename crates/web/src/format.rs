//! Dates, times, numbers and sizes as the reader's language has them. Now and the time zone come in as parameters.

use crate::texts;
use i18n_embed_fl::fl;
use jiff::{
    civil::{DateTime, Weekday},
    tz::TimeZone,
};
use kernel::{Lang, Timestamp};

/// A space that does not break.
const NBSP: char = '\u{a0}';

/// "24 December 2026", "24 december 2026"
pub fn date(at: Timestamp, tz: &TimeZone, lang: Lang) -> String {
    let day = local(at, tz);
    format!("{}{NBSP}{} {}", day.day(), MONTHS[lang as usize][month(&day)], day.year())
}

/// "24 December"
pub fn day(at: Timestamp, tz: &TimeZone, lang: Lang) -> String {
    let day = local(at, tz);
    format!("{}{NBSP}{}", day.day(), MONTHS[lang as usize][month(&day)])
}

/// "24 Nov", "24 nov."
pub fn short_date(at: Timestamp, tz: &TimeZone, lang: Lang) -> String {
    let day = local(at, tz);
    format!("{}{NBSP}{}", day.day(), SHORT_MONTHS[lang as usize][month(&day)])
}

/// "24 Nov 2026", "24 nov. 2026"
pub fn short_date_year(at: Timestamp, tz: &TimeZone, lang: Lang) -> String {
    format!("{} {}", short_date(at, tz, lang), local(at, tz).year())
}

/// "08:14", in both languages
pub fn time(at: Timestamp, tz: &TimeZone) -> String {
    let time = local(at, tz);
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// "25 November 2026, 09:41"
pub fn date_time(at: Timestamp, tz: &TimeZone, lang: Lang) -> String {
    format!("{}, {}", date(at, tz, lang), time(at, tz))
}

/// "Tuesday 24 November", "tisdag 24 november"
pub fn weekday_date(at: Timestamp, tz: &TimeZone, lang: Lang) -> String {
    format!("{} {}", weekday(local(at, tz).weekday(), lang), day(at, tz, lang))
}

/// For `datetime` of a `time` element.
pub fn machine(at: Timestamp) -> String {
    at.rfc3339()
}

/// For lists, as short as it can be: "Now", "4 min", "08:14", "Yesterday", "Friday", "20 Nov", "20 Nov 2025"; `None` is "Never".
pub fn seen(at: Option<Timestamp>, now: Timestamp, tz: &TimeZone, lang: Lang) -> String {
    let Some(at) = at else { return fl!(texts(lang), "never") };
    let minutes = now.since(at).as_secs() / 60;
    let (then, today) = (local(at, tz), local(now, tz));
    match days_between(&then, &today) {
        _ if minutes < 1 => fl!(texts(lang), "now"),
        _ if minutes < 60 => format!("{minutes}{NBSP}min"),
        0 => time(at, tz),
        1 => fl!(texts(lang), "yesterday"),
        2..=6 => capital(weekday(then.weekday(), lang)),
        _ if then.year() == today.year() => short_date(at, tz, lang),
        _ => short_date_year(at, tz, lang),
    }
}

/// In a sentence: "just now", "2 minutes ago", "3 hours ago", "yesterday", "5 days ago", then "on 3 March 2021".
pub fn ago(at: Timestamp, now: Timestamp, tz: &TimeZone, lang: Lang) -> String {
    let minutes = now.since(at).as_secs() / 60;
    match days_between(&local(at, tz), &local(now, tz)) {
        _ if minutes < 1 => fl!(texts(lang), "just-now"),
        _ if minutes < 60 => fl!(texts(lang), "minutes-ago", count = minutes),
        0 => fl!(texts(lang), "hours-ago", count = (minutes / 60)),
        1 => fl!(texts(lang), "yesterday-in-a-sentence"),
        days @ 2..=30 => fl!(texts(lang), "days-ago", count = days),
        _ => fl!(texts(lang), "on-date", date = date(at, tz, lang)),
    }
}

/// "1,200"; "1 200" with a space that does not break.
pub fn number(n: u64, lang: Lang) -> String {
    let mark = match lang {
        Lang::En => ',',
        Lang::Sv => NBSP,
    };
    let digits = n.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

/// "1.9 GB", "1,9 GB": powers of ten, as disks and downloads are sold; one decimal under ten.
pub fn bytes(n: u64, lang: Lang) -> String {
    const UNITS: [&str; 6] = ["kB", "MB", "GB", "TB", "PB", "EB"];
    if n < 1000 {
        return format!("{n}{NBSP}B");
    }
    let (mut whole, mut unit) = (1000u64, 0);
    while unit + 1 < UNITS.len() && n / whole >= 1000 {
        whole = whole.saturating_mul(1000);
        unit += 1;
    }
    let tenths = ((u128::from(n) * 10 + u128::from(whole) / 2) / u128::from(whole)) as u64;
    if tenths < 100 {
        let point = if lang == Lang::En { '.' } else { ',' };
        return format!("{}{point}{}{NBSP}{}", tenths / 10, tenths % 10, UNITS[unit]);
    }
    let rounded = n / whole + u64::from(n % whole >= whole / 2);
    match UNITS.get(unit + 1) {
        Some(next) if rounded >= 1000 => {
            format!("1{}0{NBSP}{next}", if lang == Lang::En { '.' } else { ',' })
        }
        _ => format!("{rounded}{NBSP}{}", UNITS[unit]),
    }
}

/// "72 %" in Swedish, "72%" in English.
pub fn percent(share: f64, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{:.0}%", share * 100.0),
        Lang::Sv => format!("{:.0}{NBSP}%", share * 100.0),
    }
}

fn local(at: Timestamp, tz: &TimeZone) -> DateTime {
    tz.to_datetime(at.to_jiff())
}

fn month(day: &DateTime) -> usize {
    usize::try_from(day.month() - 1).unwrap_or_default()
}

/// Nights that lie between; 0 for today and for what lies ahead.
fn days_between(then: &DateTime, today: &DateTime) -> i64 {
    let nights = then.date().until(today.date()).map_or(i64::MAX, |span| i64::from(span.get_days()));
    nights.max(0)
}

/// The same with a capital at its beginning.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn weekday(day: Weekday, lang: Lang) -> &'static str {
    let at = usize::try_from(day.to_monday_zero_offset()).unwrap_or_default();
    WEEKDAYS[lang as usize][at]
}

const WEEKDAYS: [[&str; 7]; 2] = [
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
];

const MONTHS: [[&str; 12]; 2] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
];

/// As CLDR has them.
const SHORT_MONTHS: [[&str; 12]; 2] = [
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    ["jan.", "feb.", "mars", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec."],
];

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::clock::{days, hours, minutes};

    fn malmo() -> TimeZone {
        TimeZone::get("Europe/Stockholm").unwrap()
    }

    fn at(text: &str) -> Timestamp {
        Timestamp::from_jiff(text.parse().unwrap())
    }

    fn plain(text: String) -> String {
        text.replace(NBSP, " ")
    }

    #[test]
    fn a_date_is_that_of_the_reader() {
        let eve = at("2026-12-23T23:30:00Z");
        assert_eq!(plain(date(eve, &malmo(), Lang::En)), "24 December 2026");
        assert_eq!(plain(date(eve, &malmo(), Lang::Sv)), "24 december 2026");
        assert_eq!(plain(date(eve, &TimeZone::UTC, Lang::En)), "23 December 2026");
        assert_eq!(plain(short_date(at("2026-11-24T09:41:00Z"), &malmo(), Lang::Sv)), "24 nov.");
        assert_eq!(plain(short_date_year(at("2026-11-24T09:41:00Z"), &malmo(), Lang::En)), "24 Nov 2026");
        assert_eq!(plain(weekday_date(at("2026-11-24T09:41:00Z"), &malmo(), Lang::Sv)), "tisdag 24 november");
        assert_eq!(
            plain(date_time(at("2026-11-24T08:41:00Z"), &malmo(), Lang::En)),
            "24 November 2026, 09:41"
        );
    }

    #[test]
    fn seen_is_as_short_as_it_can_be() {
        let now = at("2026-11-24T08:41:00Z"); // a Tuesday, 09:41 in Malmö
        let said = |at, lang| plain(seen(at, now, &malmo(), lang));
        assert_eq!(said(None, Lang::En), "Never");
        assert_eq!(said(None, Lang::Sv), "Aldrig");
        assert_eq!(said(Some(now), Lang::En), "Now");
        assert_eq!(said(Some(now.plus(days(3))), Lang::En), "Now");
        assert_eq!(said(Some(now.minus(minutes(4))), Lang::En), "4 min");
        assert_eq!(said(Some(now.minus(minutes(87))), Lang::En), "08:14");
        assert_eq!(said(Some(now.minus(hours(14))), Lang::Sv), "I går");
        assert_eq!(said(Some(now.minus(days(4))), Lang::En), "Friday");
        assert_eq!(said(Some(now.minus(days(4))), Lang::Sv), "Fredag");
        assert_eq!(said(Some(now.minus(days(7))), Lang::En), "17 Nov");
        assert_eq!(said(Some(now.minus(days(400))), Lang::En), "20 Oct 2025");
    }

    #[test]
    fn ago_stands_in_a_sentence() {
        let now = at("2026-11-24T08:41:00Z");
        let said = |back, lang| plain(ago(now.minus(back), now, &malmo(), lang));
        assert_eq!(said(minutes(0), Lang::En), "just now");
        assert_eq!(said(minutes(1), Lang::En), "1 minute ago");
        assert_eq!(said(minutes(2), Lang::Sv), "för 2 minuter sedan");
        assert_eq!(said(hours(3), Lang::En), "3 hours ago");
        assert_eq!(said(hours(12), Lang::Sv), "i går");
        assert_eq!(said(days(5), Lang::En), "5 days ago");
        assert_eq!(said(days(90), Lang::Sv), "den 26 augusti 2026");
    }

    #[test]
    fn thousands_are_parted() {
        assert_eq!(number(999, Lang::En), "999");
        assert_eq!(number(1200, Lang::En), "1,200");
        assert_eq!(number(12_480_000, Lang::Sv), "12\u{a0}480\u{a0}000");
        assert_eq!(number(u64::MAX, Lang::En), "18,446,744,073,709,551,615");
    }

    #[test]
    fn sizes_have_at_most_one_decimal() {
        let said = |n| plain(bytes(n, Lang::En));
        assert_eq!(said(0), "0 B");
        assert_eq!(said(84_000), "84 kB");
        assert_eq!(said(1_900_000_000), "1.9 GB");
        assert_eq!(said(310_000_000), "310 MB");
        assert_eq!(said(999_999), "1.0 MB");
        assert_eq!(said(9_960_000), "10 MB");
        assert_eq!(said(u64::MAX), "18 EB");
        assert_eq!(plain(bytes(1_900_000_000, Lang::Sv)), "1,9 GB");
        assert_eq!(plain(percent(0.38, Lang::Sv)), "38 %");
    }
}
