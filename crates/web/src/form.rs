//! The form kit: parse, keep what was typed, show what is wrong beside the field, render again.
//!
//! A form is a type with [`Ask::read`]; a POST handler is `form.submit(..).await.done(..).or_again(..)`.

use crate::{
    page::Page,
    problem::{self, Fault},
};
use axum::{
    extract::{FromRequest, Request},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::{Email, Error, FieldError, Kind, Lang, Name, Result};
use std::{marker::PhantomData, str::FromStr};

/// What a form asks for. `read` takes every field before it gives up, so that all mistakes show at once.
pub trait Ask: Sized {
    fn read(fields: &mut Fields) -> Option<Self>;
}

/// A button that takes nothing with it.
pub struct Nothing;

impl Ask for Nothing {
    fn read(_: &mut Fields) -> Option<Self> {
        Some(Nothing)
    }
}

/// The fields of one form as they were typed, and what is wrong with them.
#[derive(Debug, Clone, Default)]
pub struct Fields {
    typed: Vec<(String, String)>,
    errors: Vec<FieldError>,
}

impl Fields {
    pub fn parse(body: &[u8]) -> Self {
        let typed = form_urlencoded::parse(body)
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect();
        Fields { typed, errors: vec![] }
    }
    /// Those of a form that came in parts, beside a file.
    pub fn typed(typed: Vec<(String, String)>) -> Self {
        Fields { typed, errors: vec![] }
    }
    /// Fields as a page wants to show them before anybody typed.
    pub fn filled(pairs: &[(&str, &str)]) -> Self {
        let typed = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Fields { typed, errors: vec![] }
    }

    pub fn raw(&self, name: &str) -> &str {
        self.typed.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }
    pub fn refuse(&mut self, error: FieldError) {
        self.errors.push(error);
    }
    /// What is wrong with them, where no page shows them again.
    pub fn into_error(self) -> Error {
        Error::fields(self.errors)
    }
    fn keep<T>(&mut self, parsed: Result<T, FieldError>) -> Option<T> {
        parsed.map_err(|error| self.errors.push(error)).ok()
    }

    /// A line of text that people can read (see [`Name`]).
    pub fn name(&mut self, field: &str) -> Option<Name> {
        let parsed = Name::parse(field, self.raw(field));
        self.keep(parsed)
    }
    pub fn email(&mut self, field: &str) -> Option<Email> {
        let parsed = Email::parse(field, self.raw(field));
        self.keep(parsed)
    }
    /// Text of several lines, at most `most` letters; may be empty.
    pub fn text(&mut self, field: &str, most: usize) -> Option<String> {
        let text = self.raw(field).trim().replace("\r\n", "\n");
        let odd = |c: char| c != '\n' && c != '\t' && kernel::person::is_unreadable(c);
        let parsed = match () {
            () if text.chars().count() > most => Err(FieldError::new(field, "too-long").bound(most as i64)),
            () if text.contains(odd) => Err(FieldError::new(field, "unreadable")),
            () => Ok(text),
        };
        self.keep(parsed)
    }
    /// A password as it was typed: never trimmed, never shown again.
    pub fn password(&mut self, field: &str) -> Option<kernel::Secret> {
        let text = self.raw(field);
        let parsed = match text.len() {
            0 => Err(FieldError::new(field, "missing")),
            1..=1024 => Ok(kernel::Secret::new(text)),
            _ => Err(FieldError::new(field, "too-long").bound(1024)),
        };
        self.keep(parsed)
    }
    pub fn number(&mut self, field: &str, least: i64, most: i64) -> Option<i64> {
        let parsed = match self.raw(field).trim().parse::<i64>() {
            Err(_) if self.raw(field).trim().is_empty() => Err(FieldError::new(field, "missing")),
            Err(_) => Err(FieldError::new(field, "not-a-number")),
            Ok(value) if value < least => Err(FieldError::new(field, "too-small").bound(least)),
            Ok(value) if value > most => Err(FieldError::new(field, "too-large").bound(most)),
            Ok(value) => Ok(value),
        };
        self.keep(parsed)
    }
    /// Anything that parses: an id, a language, a date.
    pub fn parsed<T: FromStr>(&mut self, field: &str) -> Option<T> {
        let text = self.raw(field).trim();
        let parsed = match text.parse() {
            Ok(value) => Ok(value),
            Err(_) if text.is_empty() => Err(FieldError::new(field, "missing")),
            Err(_) => Err(FieldError::new(field, "not-understood")),
        };
        self.keep(parsed)
    }
    /// The same, absent when left empty.
    pub fn maybe<T: FromStr>(&mut self, field: &str) -> Option<Option<T>> {
        if self.raw(field).trim().is_empty() { Some(None) } else { self.parsed(field).map(Some) }
    }
    /// Every value of a field that may come several times, at most 10,000.
    pub fn several<T: FromStr>(&mut self, field: &str) -> Option<Vec<T>> {
        let texts = self.typed.iter().filter(|(name, _)| name == field).take(10_001);
        let parsed =
            texts.map(|(_, text)| text.parse().map_err(|_| FieldError::new(field, "not-understood")));
        let parsed = parsed.collect::<Result<Vec<T>, _>>().and_then(|values| match values.len() {
            10_001 => Err(FieldError::new(field, "too-many").bound(10_000)),
            _ => Ok(values),
        });
        self.keep(parsed)
    }
    pub fn ticked(&self, field: &str) -> bool {
        !self.raw(field).is_empty()
    }
}

/// What a page shows in a form: the values as typed, the sentence for each field, the refusal of the whole.
#[derive(Debug, Default)]
pub struct Filled {
    fields: Fields,
    refusal: Option<Error>,
    lang: Lang,
}

impl Filled {
    /// A form that nobody has touched.
    pub fn fresh(lang: Lang) -> Self {
        Filled { lang, ..Filled::default() }
    }
    pub fn with(lang: Lang, pairs: &[(&str, &str)]) -> Self {
        Filled { lang, fields: Fields::filled(pairs), refusal: None }
    }
    pub fn value(&self, field: &str) -> &str {
        self.fields.raw(field)
    }
    /// All that was typed, for pages that read it again.
    pub fn fields(&self) -> Fields {
        Fields { errors: vec![], ..self.fields.clone() }
    }
    pub fn ticked(&self, field: &str, value: &str) -> bool {
        self.fields.typed.iter().any(|(name, typed)| name == field && typed == value)
    }
    /// The sentence to show beside the field.
    pub fn error(&self, field: &str) -> Option<String> {
        let own = self.fields.errors.iter().find(|error| error.field == field);
        let late = self
            .refusal
            .as_ref()
            .and_then(|error| error.field_errors().iter().find(|error| error.field == field));
        if let Some(error) = own.or(late) {
            return Some(problem::field_sentence(error, self.lang));
        }
        let refusal =
            self.refusal.as_ref().and_then(Error::refusal).filter(|refusal| refusal.field() == Some(field));
        refusal.map(|refusal| refusal.sentence(self.lang))
    }
    /// The sentence to show above the form: a refusal that belongs to no field.
    pub fn refusal(&self) -> Option<String> {
        let refusal = self.refusal.as_ref()?.refusal()?;
        refusal.field().is_none().then(|| refusal.sentence(self.lang))
    }
    pub fn refused_with(&self, code: &str) -> bool {
        self.refusal.as_ref().is_some_and(|error| error.code() == code)
    }
    pub fn is_refused(&self) -> bool {
        self.refusal.is_some() || !self.fields.errors.is_empty()
    }
}

/// A posted form.
pub struct Form<A> {
    fields: Fields,
    lang: Lang,
    asks: PhantomData<fn() -> A>,
}

impl<A: Ask> Form<A> {
    /// A form that came in parts.
    pub fn of(fields: Fields, lang: Lang) -> Self {
        Form { fields, lang, asks: PhantomData }
    }
    /// Runs the command if every field could be read.
    pub async fn submit<T, F>(mut self, run: impl FnOnce(A) -> F) -> Submitted<T>
    where
        F: Future<Output = Result<T>>,
    {
        let asked = A::read(&mut self.fields).filter(|_| self.fields.errors.is_empty());
        let outcome = match asked {
            Some(ask) => run(ask).await.map_err(Some),
            None => Err(None),
        };
        Submitted { outcome, fields: self.fields, lang: self.lang }
    }
    /// What was typed, for pages that look at a form without running it.
    pub fn into_fields(self) -> Fields {
        self.fields
    }
}

/// A form that was run, or could not be.
pub struct Submitted<T> {
    outcome: Result<T, Option<Error>>,
    fields: Fields,
    lang: Lang,
}

impl<T> Submitted<T> {
    pub fn done<R: IntoResponse>(self, answer: impl FnOnce(T) -> R) -> Settled {
        let outcome = self.outcome.map(|value| answer(value).into_response());
        Settled(Submitted { outcome, fields: self.fields, lang: self.lang })
    }
}

/// Either an answer, or a form to show again.
pub struct Settled(Submitted<Response>);

impl Settled {
    /// Shows the page again with what was typed. Refusals that no form can show (not found, forbidden, a fault)
    /// become the error page.
    pub async fn or_again(
        self,
        page: impl AsyncFnOnce(Filled) -> Result<Page, Fault>,
    ) -> Result<Response, Fault> {
        let Submitted { outcome, fields, lang } = self.0;
        let refusal = match outcome {
            Ok(response) => return Ok(response),
            Err(refusal) => refusal,
        };
        let status = match refusal.as_ref().map(Error::kind) {
            None | Some(Kind::Invalid) => StatusCode::UNPROCESSABLE_ENTITY,
            Some(Kind::Conflict) => StatusCode::CONFLICT,
            Some(Kind::TooMany(_)) if refusal.as_ref().is_some_and(|error| error.refusal().is_some()) => {
                StatusCode::TOO_MANY_REQUESTS
            }
            Some(_) => return Err(Fault::from(refusal.unwrap_or_else(Error::not_found))),
        };
        let page = page(Filled { fields, refusal, lang }).await?;
        Ok(page.status(status).into_response())
    }
}

/// The largest form that is read: ten thousand picked rows fit.
const MOST: usize = 1 << 20;

impl<A: Ask, S: Send + Sync> FromRequest<S> for Form<A> {
    type Rejection = Fault;

    async fn from_request(request: Request, _: &S) -> Result<Self, Fault> {
        let lang = request.extensions().get::<crate::Visit>().map_or(Lang::default(), |visit| visit.lang);
        let body = crate::json::body_of_at_most(request, MOST).await?;
        Ok(Form { fields: Fields::parse(&body), lang, asks: PhantomData })
    }
}
