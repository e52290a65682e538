//! From when until when: days of the customer's calendar as moments.

use crate::new_order::{Length, Line};
use jiff::{ToSpan, civil::Date, tz::TimeZone};
use kernel::{FieldError, Timestamp};

/// A term begins at midnight of its first day and ends at midnight after its last, where the customer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    pub start_at: Timestamp,
    pub end_at: Timestamp,
}

/// How far from today a term may begin, and how long it may be.
const MOST_YEARS: i64 = 10;

impl Term {
    pub fn of(line: &Line, zone: &TimeZone, now: Timestamp) -> Result<Term, FieldError> {
        let refuse = |field: &str, code| FieldError::new(line.field(field), code);
        let today = day_of(now, zone);
        let start = line.start.unwrap_or(today);
        let too_far = || refuse("start", "too-far");
        if start > today.checked_add(MOST_YEARS.years()).map_err(|_| too_far())? {
            return Err(too_far());
        }
        if start < today.checked_sub(MOST_YEARS.years()).map_err(|_| too_far())? {
            return Err(refuse("start", "in-the-past"));
        }
        let (field, after) = match line.length {
            Length::Months(months) => ("term_months", start.checked_add(months.months())),
            Length::Until(day) if day < start => return Err(refuse("end", "before-start")),
            Length::Until(day) => ("end", day.tomorrow()),
        };
        let after = after.map_err(|_| refuse(field, "too-far"))?;
        if after > start.checked_add(MOST_YEARS.years()).map_err(|_| too_far())? {
            return Err(refuse(field, "too-far"));
        }
        if after <= today {
            return Err(refuse(field, "in-the-past"));
        }
        let at = |day| midnight(day, zone).ok_or_else(too_far);
        Ok(Term { start_at: at(start)?, end_at: at(after)? })
    }

    pub fn starts_now(self, now: Timestamp) -> bool {
        self.start_at <= now
    }
    /// The renewal date: the last day of the term.
    pub fn last_day(self) -> Timestamp {
        last_day(self.end_at)
    }
}

/// A moment of the last day that `end_at` leaves.
pub fn last_day(end_at: Timestamp) -> Timestamp {
    Timestamp::from_millis(end_at.millis() - 1)
}

/// The date of a moment there.
pub fn day_of(at: Timestamp, zone: &TimeZone) -> Date {
    zone.to_datetime(at.to_jiff()).date()
}

/// The first moment of the day; where the clocks skip midnight, the first after it.
fn midnight(day: Date, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_timestamp(day.at(0, 0, 0, 0)).ok().map(Timestamp::from_jiff)
}

/// When the welcome mail leaves: at once, or at nine in the morning there on a first day that lies ahead.
pub fn welcome_at(first_start: Timestamp, zone: &TimeZone, now: Timestamp) -> Timestamp {
    let first = day_of(first_start, zone);
    if first <= day_of(now, zone) {
        return now;
    }
    zone.to_timestamp(first.at(9, 0, 0, 0)).map_or(first_start, Timestamp::from_jiff)
}

/// Nine in the morning there, so many days before the last day.
pub fn mornings_before(end_at: Timestamp, days: i64, zone: &TimeZone) -> Timestamp {
    let day = day_of(last_day(end_at), zone).checked_sub(days.days());
    let morning = day.and_then(|day| zone.to_timestamp(day.at(9, 0, 0, 0)));
    morning.map_or(end_at, Timestamp::from_jiff)
}

/// Days that are left, today not counted; 0 on the last day and afterwards.
pub fn days_left(end_at: Timestamp, zone: &TimeZone, now: Timestamp) -> i64 {
    let span = day_of(now, zone).until(day_of(last_day(end_at), zone));
    span.map_or(0, |span| i64::from(span.get_days())).max(0)
}

pub fn zone_of(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::from_jiff(text.parse().unwrap())
    }
    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }
    fn line(start: Option<&str>, length: Length) -> Line {
        let sku = catalog::Sku::parse("sku", "X-1").unwrap();
        Line { at: 0, sku, quantity: 1, start: start.map(day), length }
    }
    fn malmo() -> TimeZone {
        zone_of("Europe/Stockholm")
    }

    #[test]
    fn a_year_is_a_year_of_the_customers_calendar() {
        let now = at("2026-11-24T08:30:00Z");
        let term = Term::of(&line(Some("2026-12-01"), Length::Months(12)), &malmo(), now).unwrap();
        assert_eq!(term, Term { start_at: at("2026-11-30T23:00:00Z"), end_at: at("2027-11-30T23:00:00Z") });
        assert_eq!(day_of(term.last_day(), &malmo()), day("2027-11-30"));
        // Over the change of the clocks: half a year from winter into summer.
        let term = Term::of(&line(Some("2027-01-01"), Length::Months(6)), &malmo(), now).unwrap();
        assert_eq!(term.end_at, at("2027-06-30T22:00:00Z"));
    }

    #[test]
    fn an_end_is_the_last_day_and_one_day_is_enough() {
        let now = at("2026-11-24T08:30:00Z");
        let term =
            Term::of(&line(Some("2026-12-31"), Length::Until(day("2026-12-31"))), &malmo(), now).unwrap();
        assert_eq!(term.end_at, at("2026-12-31T23:00:00Z"));
        assert_eq!(days_left(term.end_at, &malmo(), now), 37);
        assert_eq!(days_left(term.end_at, &malmo(), at("2027-03-01T00:00:00Z")), 0);
    }

    #[test]
    fn without_a_start_it_is_today_there() {
        // Already the 25th in Auckland.
        let now = at("2026-11-24T12:00:00Z");
        let auckland = zone_of("Pacific/Auckland");
        let term = Term::of(&line(None, Length::Months(1)), &auckland, now).unwrap();
        assert_eq!(day_of(term.start_at, &auckland), day("2026-11-25"));
        assert!(term.starts_now(now));
    }

    #[test]
    fn terms_that_make_no_sense_are_refused() {
        let now = at("2026-11-24T08:30:00Z");
        let code = |line: Line| {
            Term::of(&line, &malmo(), now).map_err(|error| (error.field, error.code)).unwrap_err()
        };
        let field = |name: &str| format!("lines.0.{name}");
        let until = |text| Length::Until(day(text));
        assert_eq!(code(line(Some("2027-01-01"), until("2026-12-31"))), (field("end"), "before-start"));
        assert_eq!(code(line(Some("2036-11-25"), Length::Months(1))), (field("start"), "too-far"));
        assert_eq!(code(line(Some("2016-11-23"), Length::Months(120))), (field("start"), "in-the-past"));
        assert_eq!(code(line(Some("2025-11-01"), Length::Months(12))), (field("term_months"), "in-the-past"));
        assert_eq!(code(line(Some("2026-11-24"), until("2036-11-24"))), (field("end"), "too-far"));
        assert_eq!(code(line(Some("9999-12-31"), until("9999-12-31"))), (field("start"), "too-far"));
        assert_eq!(code(line(None, until("9999-12-31"))), (field("end"), "too-far"));
    }

    #[test]
    fn welcome_comes_at_nine_also_when_the_clocks_change() {
        let now = at("2027-03-01T12:00:00Z");
        let starting = |text: &str, zone: &TimeZone| midnight(day(text), zone).unwrap();
        let welcome = |text| welcome_at(starting(text, &malmo()), &malmo(), now);
        assert_eq!(welcome("2027-03-27"), at("2027-03-27T08:00:00Z"));
        assert_eq!(welcome("2027-03-28"), at("2027-03-28T07:00:00Z")); // summer time begins that night
        assert_eq!(welcome("2027-10-31"), at("2027-10-31T08:00:00Z")); // and ends
        assert_eq!(welcome("2027-03-01"), now);
        assert_eq!(welcome("2026-03-01"), now);
    }

    #[test]
    fn days_before_the_last_one_are_counted_where_the_customer_is() {
        let end = at("2027-11-30T23:00:00Z"); // midnight after the 30th in Malmö
        let before = |days| mornings_before(end, days, &malmo());
        assert_eq!((before(0), before(1)), (at("2027-11-30T08:00:00Z"), at("2027-11-29T08:00:00Z")));
        assert_eq!(before(31), at("2027-10-30T07:00:00Z")); // still summer time
    }

    #[test]
    fn a_midnight_that_the_clocks_skip_is_the_first_moment_after_it() {
        // Lebanon's clocks go from 23:59 to 01:00.
        let beirut = zone_of("Asia/Beirut");
        let skipped = midnight(day("2027-03-28"), &beirut).unwrap();
        assert_eq!(beirut.to_datetime(skipped.to_jiff()).to_string(), "2027-03-28T01:00:00");
    }

    proptest! {
        #[test]
        fn a_welcome_that_waits_is_at_nine_on_the_first_day(
            zone in prop::sample::select(vec![
                "Europe/Stockholm", "America/Sao_Paulo", "Asia/Beirut", "Pacific/Apia", "Australia/Lord_Howe",
                "America/St_Johns", "Africa/Cairo", "Asia/Kathmandu",
            ]),
            ahead in 1_i32..3650,
            hour in 0_i64..24,
        ) {
            let zone = zone_of(zone);
            let now = at("2026-11-24T00:00:00Z").plus(std::time::Duration::from_secs(3600 * hour.unsigned_abs()));
            let first = day_of(now, &zone).checked_add(ahead.days()).unwrap();
            let start = midnight(first, &zone).unwrap();
            let welcome = welcome_at(start, &zone, now);
            let there = zone.to_datetime(welcome.to_jiff());
            prop_assert_eq!((there.date(), there.hour(), there.minute()), (first, 9, 0));
            prop_assert!(welcome > now && welcome >= start);
        }

        #[test]
        fn terms_end_after_they_start_and_follow_one_another(ahead in 0_i32..3000, months in 1_i64..=120) {
            let now = at("2026-11-24T08:30:00Z");
            let first = day_of(now, &malmo()).checked_add(ahead.days()).unwrap();
            let one = Line { start: Some(first), ..line(None, Length::Months(months)) };
            let term = Term::of(&one, &malmo(), now).unwrap();
            prop_assert!(term.start_at < term.end_at);
            prop_assert_eq!(midnight(day_of(term.last_day(), &malmo()).tomorrow().unwrap(), &malmo()), Some(term.end_at));
        }
    }
}
