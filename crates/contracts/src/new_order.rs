//! An order as it is understood: every rule that needs neither the database nor the clock holds.

use crate::draft::{Draft, DraftLine};
use accounts::NewPerson;
use catalog::Sku;
use jiff::civil::Date;
use kernel::{Email, FieldError, Lang, Name, secret::hex};
use sha2::{Digest, Sha256};

#[derive(Debug, Clone)]
pub struct NewOrder {
    pub number: String,
    pub contract_number: Option<String>,
    /// The partner's number.
    pub partner: Option<String>,
    pub customer_number: String,
    pub customer_name: Name,
    pub manager: NewPerson,
    pub lines: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The place in the list as it came, for refusals.
    pub at: usize,
    pub sku: Sku,
    pub quantity: i64,
    /// None is today.
    pub start: Option<Date>,
    pub length: Length,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    Months(i64),
    /// The last day.
    Until(Date),
}

impl Line {
    pub fn field(&self, name: &str) -> String {
        format!("lines.{}.{name}", self.at)
    }
}

impl NewOrder {
    pub const MAX_LINES: usize = 500;
    pub const MAX_QUANTITY: i64 = 1_000_000;
    pub const MAX_MONTHS: i64 = 120;
    pub const MAX_NUMBER: usize = 64;

    /// Reads every field before it gives up, so that all mistakes show at once.
    pub fn parse(draft: &Draft) -> Result<NewOrder, Vec<FieldError>> {
        let mut refused = Refused(draft.errors.clone());
        let number = refused.keep(number("number", &draft.number));
        let contract_number = refused.keep(maybe_number("contract_number", &draft.contract_number));
        let partner = refused.keep(maybe_number("partner", &draft.partner));
        let customer_number = refused.keep(self::number("customer.number", &draft.customer_number));
        let customer_name = refused.keep(Name::parse("customer.name", &draft.customer_name));
        let manager = manager(draft, &mut refused);
        let lines = lines(&draft.lines, &mut refused);
        let whole = || {
            Some(NewOrder {
                number: number?,
                contract_number: contract_number?,
                partner: partner?,
                customer_number: customer_number?,
                customer_name: customer_name?,
                manager: manager?,
                lines: lines?,
            })
        };
        match whole() {
            Some(order) if refused.0.is_empty() => Ok(order),
            _ => Err(refused.0),
        }
    }

    /// What was ordered, in one spelling: equal content has an equal digest. A partner may leave its own number out.
    pub fn content(&self, partner: Option<&str>) -> wire::contracts::NewOrder {
        wire::contracts::NewOrder {
            number: self.number.clone(),
            contract_number: self.contract_number.clone(),
            partner: partner.map(str::to_owned),
            customer: wire::contracts::Customer {
                number: self.customer_number.clone(),
                name: self.customer_name.to_string(),
            },
            contract_manager: wire::contracts::ContractManager {
                first_name: self.manager.first_name.to_string(),
                last_name: self.manager.last_name.to_string(),
                email: self.manager.email.to_string(),
                language: self.manager.lang.tag().into(),
                time_zone: self.manager.time_zone.clone(),
            },
            lines: self.lines.iter().map(Line::content).collect(),
        }
    }
}

impl Line {
    fn content(&self) -> wire::contracts::OrderLine {
        let (term_months, end) = match self.length {
            Length::Months(months) => (Some(months), None),
            Length::Until(day) => (None, Some(day.to_string())),
        };
        wire::contracts::OrderLine {
            sku: self.sku.to_string(),
            quantity: self.quantity,
            start: self.start.map(|day| day.to_string()),
            term_months,
            end,
        }
    }
}

/// SHA-256 of the content, in hexadecimal.
pub fn digest(content: &str) -> String {
    hex(&Sha256::digest(content))
}

struct Refused(Vec<FieldError>);

impl Refused {
    /// One error a field: what is no text at all need not be missing too.
    fn push(&mut self, error: FieldError) {
        if !self.0.iter().any(|known| known.field == error.field) {
            self.0.push(error);
        }
    }
    fn keep<T>(&mut self, parsed: Result<T, FieldError>) -> Option<T> {
        parsed.map_err(|error| self.push(error)).ok()
    }
}

fn manager(draft: &Draft, refused: &mut Refused) -> Option<NewPerson> {
    let first_name = refused.keep(Name::parse("contract_manager.first_name", &draft.first_name));
    let last_name = refused.keep(Name::parse("contract_manager.last_name", &draft.last_name));
    let email = refused.keep(Email::parse("contract_manager.email", &draft.email));
    let lang = refused.keep(language(&draft.language));
    let time_zone = refused.keep(accounts::time_zone("contract_manager.time_zone", &draft.time_zone));
    Some(NewPerson {
        email: email?,
        first_name: first_name?,
        last_name: last_name?,
        lang: lang?,
        time_zone: time_zone?,
    })
}

/// The order says it exactly (`sv`); other languages are not silently English.
fn language(text: &str) -> Result<Lang, FieldError> {
    let field = "contract_manager.language";
    match text.trim() {
        "" => Err(FieldError::new(field, "missing")),
        text => text.parse().map_err(|_| FieldError::new(field, "unknown")),
    }
}

fn lines(drafts: &[DraftLine], refused: &mut Refused) -> Option<Vec<Line>> {
    if drafts.is_empty() {
        refused.push(FieldError::new("lines", "missing"));
    }
    if drafts.len() > NewOrder::MAX_LINES {
        refused.push(FieldError::new("lines", "too-many").bound(NewOrder::MAX_LINES as i64));
        return None;
    }
    let lines: Vec<_> = drafts.iter().map(|draft| line(draft, refused)).collect();
    lines.into_iter().collect()
}

fn line(draft: &DraftLine, refused: &mut Refused) -> Option<Line> {
    let sku = refused.keep(Sku::parse(&draft.field("sku"), &draft.sku));
    let quantity = refused.keep(whole(&draft.field("quantity"), &draft.quantity, NewOrder::MAX_QUANTITY));
    let start = match draft.start.trim() {
        "" => Some(None),
        text => refused.keep(day(&draft.field("start"), text)).map(Some),
    };
    let length = refused.keep(length(draft));
    Some(Line { at: draft.at, sku: sku?, quantity: quantity?, start: start?, length: length? })
}

fn length(draft: &DraftLine) -> Result<Length, FieldError> {
    let (months, end) = (draft.field("term_months"), draft.field("end"));
    match (draft.term_months.trim(), draft.end.trim()) {
        ("", "") => Err(FieldError::new(months, "missing")),
        (text, "") => whole(&months, text, NewOrder::MAX_MONTHS).map(Length::Months),
        ("", text) => day(&end, text).map(Length::Until),
        _ => Err(FieldError::new(end, "one-of-two")),
    }
}

/// A whole number from 1 to `most`. JSON writes a million million as `1e12`, which is a number, and too large.
fn whole(field: &str, text: &str, most: i64) -> Result<i64, FieldError> {
    let text = text.trim();
    let value = match text.parse::<i64>() {
        Ok(value) => value as f64,
        Err(_) if text.is_empty() => return Err(FieldError::new(field, "missing")),
        Err(_) => text.parse::<f64>().unwrap_or(f64::NAN),
    };
    match value {
        value if value > most as f64 => Err(FieldError::new(field, "too-large").bound(most)),
        value if value < 1.0 => Err(FieldError::new(field, "too-small").bound(1)),
        value if value.fract() == 0.0 => Ok(value as i64),
        _ => Err(FieldError::new(field, "not-a-number")),
    }
}

/// `2026-12-01` and nothing else.
fn day(field: &str, text: &str) -> Result<Date, FieldError> {
    let well_formed = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let parsed = well_formed.then(|| text.parse().ok()).flatten();
    parsed.ok_or_else(|| FieldError::new(field, "not-understood"))
}

/// An order, customer or contract number: a short name.
fn number(field: &str, text: &str) -> Result<String, FieldError> {
    let name = Name::parse(field, text)?;
    match name.as_str().chars().count() > NewOrder::MAX_NUMBER {
        true => Err(FieldError::new(field, "too-long").bound(NewOrder::MAX_NUMBER as i64)),
        false => Ok(name.to_string()),
    }
}

fn maybe_number(field: &str, text: &str) -> Result<Option<String>, FieldError> {
    if text.trim().is_empty() { Ok(None) } else { number(field, text).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        let line = DraftLine {
            at: 0,
            sku: "ritbord-named".into(),
            quantity: "5".into(),
            start: "2026-12-01".into(),
            term_months: "12".into(),
            ..DraftLine::default()
        };
        Draft {
            number: " PO-1 ".into(),
            customer_number: "556712-0487".into(),
            customer_name: "Byggkonsult  Öresund AB".into(),
            first_name: "Elin".into(),
            last_name: "Asp".into(),
            email: "elin@bygg.example".into(),
            language: "sv".into(),
            time_zone: "Europe/Stockholm".into(),
            lines: vec![line],
            ..Draft::default()
        }
    }

    fn refused(change: impl FnOnce(&mut Draft)) -> Vec<(String, &'static str)> {
        let mut draft = draft();
        change(&mut draft);
        let errors = NewOrder::parse(&draft).expect_err("a refusal");
        errors.into_iter().map(|error| (error.field, error.code)).collect()
    }

    fn one(field: &str, code: &'static str) -> Vec<(String, &'static str)> {
        vec![(field.to_owned(), code)]
    }

    #[test]
    fn an_order_is_understood_in_one_spelling() {
        let order = NewOrder::parse(&draft()).unwrap();
        let content = order.content(None);
        assert_eq!(
            (content.number.as_str(), content.customer.name.as_str()),
            ("PO-1", "Byggkonsult Öresund AB")
        );
        assert_eq!(content.lines[0].sku, "RITBORD-NAMED");
    }

    #[test]
    fn quantities_are_whole_and_from_one_to_a_million() {
        let with = |quantity: &str| refused(|draft| draft.lines[0].quantity = quantity.into());
        let field = "lines.0.quantity";
        assert_eq!(with("0"), one(field, "too-small"));
        assert_eq!(with("-3"), one(field, "too-small"));
        assert_eq!(with("1000000000000.0"), one(field, "too-large"));
        assert_eq!(with("1000001"), one(field, "too-large"));
        assert_eq!(with("1.5"), one(field, "not-a-number"));
        assert_eq!(with("NaN"), one(field, "not-a-number"));
        assert_eq!(with("many"), one(field, "not-a-number"));
        assert_eq!(with(""), one(field, "missing"));
    }

    #[test]
    fn a_line_has_a_term_or_an_end_and_real_days() {
        assert_eq!(
            refused(|draft| draft.lines[0].term_months = String::new()),
            one("lines.0.term_months", "missing")
        );
        assert_eq!(
            refused(|draft| draft.lines[0].end = "2027-01-01".into()),
            one("lines.0.end", "one-of-two")
        );
        for bad in ["2026-13-01", "2026-02-30", "20261201", "2026-12-01T10:00", "tomorrow"] {
            assert_eq!(
                refused(|draft| draft.lines[0].start = bad.into()),
                one("lines.0.start", "not-understood")
            );
        }
    }

    #[test]
    fn there_are_one_to_five_hundred_lines_and_equal_ones_are_fine() {
        assert_eq!(refused(|draft| draft.lines.clear()), one("lines", "missing"));
        let many = |draft: &mut Draft, count| draft.lines = vec![draft.lines[0].clone(); count];
        assert_eq!(refused(|draft| many(draft, 501)), one("lines", "too-many"));
        let mut full = draft();
        many(&mut full, 500);
        assert_eq!(NewOrder::parse(&full).unwrap().lines.len(), 500);
    }

    #[test]
    fn hostile_texts_are_refused_where_they_stand() {
        assert_eq!(
            refused(|draft| draft.customer_name = "x".repeat(1 << 20)),
            one("customer.name", "too-long")
        );
        assert_eq!(
            refused(|draft| draft.customer_name = "Bygg\u{202e}AB".into()),
            one("customer.name", "unreadable")
        );
        assert_eq!(
            refused(|draft| draft.email = "еlin@bygg.example".into()), // Cyrillic е
            one("contract_manager.email", "email-letters")
        );
        assert_eq!(
            refused(|draft| draft.time_zone = "Europe/Malmo".into()),
            one("contract_manager.time_zone", "time-zone")
        );
        assert_eq!(
            refused(|draft| draft.language = "tlh".into()),
            one("contract_manager.language", "unknown")
        );
        assert_eq!(refused(|draft| draft.number = "9".repeat(65)), one("number", "too-long"));
    }

    #[test]
    fn what_was_no_text_is_refused_once() {
        let draft = Draft::from_json(br#"{"number": [1]}"#).unwrap();
        let errors = NewOrder::parse(&draft).unwrap_err();
        assert_eq!(errors.iter().filter(|error| error.field == "number").count(), 1);
        assert!(errors.iter().any(|error| error.field == "lines" && error.code == "missing"));
    }
}
