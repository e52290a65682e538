//! The form as it was sent: the names of its fields are those that the rules refuse by.

use crate::{
    draft::{Draft, DraftLine},
    new_order::NewOrder,
};
use web::{Ask, Fields};

/// Longer orders come by the API.
pub(super) const MOST_LINES: usize = 5;

/// What is to happen with it.
pub enum Filling {
    /// Show the form again, as it is or with one more line.
    Again(Box<Draft>),
    Preview(Box<Draft>, Box<NewOrder>),
    Place(Box<NewOrder>),
}

impl Ask for Filling {
    fn read(fields: &mut Fields) -> Option<Self> {
        let act = fields.raw("act").to_owned();
        let count = lines_in(fields.raw("count"));
        match act.as_str() {
            "another" => return Some(Filling::Again(Box::new(draft(fields, (count + 1).min(MOST_LINES))))),
            "change" => return Some(Filling::Again(Box::new(draft(fields, count)))),
            _ => {}
        }
        let mut filled = draft(fields, count);
        if filled.lines.iter().any(|line| !untouched(line)) {
            filled.lines.retain(|line| !untouched(line));
        }
        let parsed = NewOrder::parse(&filled);
        let ask = parsed
            .map_err(|errors| errors.into_iter().for_each(|error| fields.refuse(error)))
            .ok()
            .map(Box::new)?;
        Some(if act == "place" {
            Filling::Place(ask)
        } else {
            Filling::Preview(Box::new(draft(fields, count)), ask)
        })
    }
}

/// A line whose term the form filled in has not been touched for that.
fn untouched(line: &DraftLine) -> bool {
    DraftLine { term_months: String::new(), ..line.clone() }.is_blank()
}

/// How many lines the form shows.
pub(super) fn lines_in(count: &str) -> usize {
    count.parse().unwrap_or(1).clamp(1, MOST_LINES)
}

fn draft(fields: &Fields, count: usize) -> Draft {
    let text = |name: &str| fields.raw(name).to_owned();
    let line = |at: usize| {
        let text = |name: &str| text(&format!("lines.{at}.{name}"));
        DraftLine {
            at,
            sku: text("sku"),
            quantity: text("quantity"),
            start: text("start"),
            term_months: text("term_months"),
            end: text("end"),
        }
    };
    Draft {
        number: text("number"),
        contract_number: text("contract_number"),
        partner: text("partner"),
        customer_number: text("customer.number"),
        customer_name: text("customer.name"),
        first_name: text("contract_manager.first_name"),
        last_name: text("contract_manager.last_name"),
        email: text("contract_manager.email"),
        language: text("contract_manager.language"),
        time_zone: text("contract_manager.time_zone"),
        lines: (0..count).map(line).collect(),
        errors: vec![],
    }
}

/// The fields of the form, for showing it again and for carrying it along.
pub(super) fn typed(draft: &Draft) -> Vec<(String, String)> {
    let whole = [
        ("count", draft.lines.len().to_string()),
        ("number", draft.number.clone()),
        ("contract_number", draft.contract_number.clone()),
        ("partner", draft.partner.clone()),
        ("customer.number", draft.customer_number.clone()),
        ("customer.name", draft.customer_name.clone()),
        ("contract_manager.first_name", draft.first_name.clone()),
        ("contract_manager.last_name", draft.last_name.clone()),
        ("contract_manager.email", draft.email.clone()),
        ("contract_manager.language", draft.language.clone()),
        ("contract_manager.time_zone", draft.time_zone.clone()),
    ];
    let mut typed: Vec<_> = whole.map(|(name, value)| (name.to_owned(), value)).into();
    for line in &draft.lines {
        let texts = [
            ("sku", &line.sku),
            ("quantity", &line.quantity),
            ("start", &line.start),
            ("term_months", &line.term_months),
            ("end", &line.end),
        ];
        typed.extend(texts.map(|(name, value)| (line.field(name), value.clone())));
    }
    typed
}
