//! An order as it came, text by text, from JSON or from a form. Nothing is understood yet.

use kernel::FieldError;
use serde_json::{Map, Value};

/// Every field by the name that a refusal uses: `customer.number`, `lines.0.quantity`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    pub number: String,
    pub contract_number: String,
    pub partner: String,
    pub customer_number: String,
    pub customer_name: String,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub language: String,
    pub time_zone: String,
    pub lines: Vec<DraftLine>,
    /// What cannot even be read as text.
    pub errors: Vec<FieldError>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DraftLine {
    /// The place in the list as it came; a form may leave lines empty.
    pub at: usize,
    pub sku: String,
    pub quantity: String,
    pub start: String,
    pub term_months: String,
    pub end: String,
}

impl DraftLine {
    pub fn field(&self, name: &str) -> String {
        format!("lines.{}.{name}", self.at)
    }
    /// Whether nobody typed anything into it.
    pub fn is_blank(&self) -> bool {
        [&self.sku, &self.quantity, &self.start, &self.term_months, &self.end]
            .iter()
            .all(|text| text.trim().is_empty())
    }
}

impl Draft {
    /// Texts and numbers are taken as they are; other kinds, and fields that nobody knows, are remembered as errors.
    ///
    /// ```
    /// let draft = contracts::Draft::from_json(br#"{"number": 4500, "lines": [{"quantity": true}], "hat": 1}"#).unwrap();
    /// assert_eq!(draft.number, "4500");
    /// let wrong: Vec<_> = draft.errors.iter().map(|error| error.field.as_str()).collect();
    /// assert_eq!(wrong, ["lines.0.quantity", "hat"]);
    /// ```
    pub fn from_json(body: &[u8]) -> Result<Draft, FieldError> {
        let value = serde_json::from_slice(body).map_err(|_| FieldError::new("request", "not-understood"))?;
        let mut errors = vec![];
        let Some(mut order) = Object::of(value, String::new(), &mut errors) else {
            return Err(FieldError::new("request", "not-understood"));
        };
        let lines = order.list("lines", &mut errors);
        let lines = lines.into_iter().enumerate().map(|(at, line)| line_of(at, line, &mut errors)).collect();
        let mut customer = order.object("customer", &mut errors);
        let mut manager = order.object("contract_manager", &mut errors);
        let mut draft = Draft {
            number: order.text("number", &mut errors),
            contract_number: order.text("contract_number", &mut errors),
            partner: order.text("partner", &mut errors),
            customer_number: customer.text("number", &mut errors),
            customer_name: customer.text("name", &mut errors),
            first_name: manager.text("first_name", &mut errors),
            last_name: manager.text("last_name", &mut errors),
            email: manager.text("email", &mut errors),
            language: manager.text("language", &mut errors),
            time_zone: manager.text("time_zone", &mut errors),
            lines,
            errors: vec![],
        };
        [order, customer, manager].into_iter().for_each(|object| object.refuse_the_rest(&mut errors));
        draft.errors = errors;
        Ok(draft)
    }
}

fn line_of(at: usize, value: Value, errors: &mut Vec<FieldError>) -> DraftLine {
    let mut line = Object::of(value, format!("lines.{at}"), errors).unwrap_or_default();
    let read = DraftLine {
        at,
        sku: line.text("sku", errors),
        quantity: line.text("quantity", errors),
        start: line.text("start", errors),
        term_months: line.text("term_months", errors),
        end: line.text("end", errors),
    };
    line.refuse_the_rest(errors);
    read
}

/// A JSON object and where it stands.
#[derive(Default)]
struct Object {
    path: String,
    fields: Map<String, Value>,
}

impl Object {
    fn of(value: Value, path: String, errors: &mut Vec<FieldError>) -> Option<Object> {
        match value {
            Value::Object(fields) => Some(Object { path, fields }),
            Value::Null => Some(Object { path, fields: Map::new() }),
            _ => {
                errors.push(FieldError::new(path, "not-understood"));
                None
            }
        }
    }
    fn at(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }
    fn text(&mut self, name: &str, errors: &mut Vec<FieldError>) -> String {
        match self.fields.remove(name) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text,
            Some(Value::Number(number)) => number.to_string(),
            Some(_) => {
                errors.push(FieldError::new(self.at(name), "not-understood"));
                String::new()
            }
        }
    }
    fn object(&mut self, name: &str, errors: &mut Vec<FieldError>) -> Object {
        let value = self.fields.remove(name).unwrap_or_default();
        Object::of(value, self.at(name), errors).unwrap_or_default()
    }
    fn list(&mut self, name: &str, errors: &mut Vec<FieldError>) -> Vec<Value> {
        match self.fields.remove(name) {
            None | Some(Value::Null) => vec![],
            Some(Value::Array(values)) => values,
            Some(_) => {
                errors.push(FieldError::new(self.at(name), "not-understood"));
                vec![]
            }
        }
    }
    /// A misspelled field that was passed over in silence would make another contract than was meant.
    fn refuse_the_rest(self, errors: &mut Vec<FieldError>) {
        for name in self.fields.keys().take(20) {
            let shown: String = name.chars().filter(|c| !c.is_control()).take(60).collect();
            errors.push(FieldError::new(self.at(&shown), "unknown"));
        }
    }
}
