//! The contracts that a person's products count to, and the choice of another.

use crate::{
    charges::{Counted, OwnCharge, bind_seat, charges_of},
    texts,
};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{FieldError, Lang, PersonId, PoolId, SubscriptionId, TeamId};
use maud::{Markup, html};
use seats::paths;
use web::{Ask, Fields, Filled, Form, Handled, Page, Visit, components::*};

type Ids = Path<(TeamId, PersonId)>;

/// The product's pool, and the subscription; None for the rule.
pub(super) struct Chosen(PoolId, Option<SubscriptionId>);

impl Ask for Chosen {
    fn read(fields: &mut Fields) -> Option<Self> {
        let pool = fields.parsed("pool");
        let to = match fields.raw("subscription").trim() {
            "rule" => Some(None),
            "" => {
                fields.refuse(FieldError::new("subscription", "missing"));
                None
            }
            _ => fields.parsed("subscription").map(Some),
        };
        Some(Chosen(pool?, to?))
    }
}

pub(super) async fn get(visit: Visit, Path(ids): Ids) -> Handled<Page> {
    page(&visit, ids, &Filled::fresh(visit.lang)).await
}

pub(super) async fn post(visit: Visit, Path((team, person)): Ids, form: Form<Chosen>) -> Handled {
    let bind = move |cx: &mut store::Command, Chosen(pool, to): Chosen| {
        if seats::pool(cx, pool)?.team != team {
            return Err(kernel::Error::not_found());
        }
        bind_seat(cx, pool, person, to)
    };
    form.submit(|Chosen(pool, to)| visit.command(move |cx| bind(cx, Chosen(pool, to))))
        .await
        .done(|()| visit.done(&paths::charges(team, person), fl!(texts(visit.lang), "toast-bound")))
        .or_again(async |filled| page(&visit, (team, person), &filled).await)
        .await
}

async fn page(visit: &Visit, (team, person): (TeamId, PersonId), filled: &Filled) -> Handled<Page> {
    let ask = move |cx: &mut store::Read| {
        let own = charges_of(cx, team, person)?;
        Ok((organizations::member(cx, team, person)?, own))
    };
    let (member, own) = visit.read(ask).await?;
    let (lang, t) = (visit.lang, texts(visit.lang));
    let name = format!("{} {}", member.first_name, member.last_name);
    let title = fl!(t, "charges-of", person = name.as_str());
    let way = [(name, paths::by_user(team, person)), (fl!(t, "contracts"), String::new())];
    let refused = filled.refusal().or(filled.error("subscription")).or(filled.error("pool"));
    let body = html! {
        div.narrow {
            (head(&title).crumbs(crumbs(lang, way)).sub(fl!(t, "charges-sub")))
            @if let Some(refusal) = refused { (note(Is::Bad, "", refusal).alert()) }
            @if own.is_empty() { (empty("chair", fl!(t, "nothing-charged"), fl!(t, "nothing-charged-text"), "")) }
            div.stack.stack-l { @for one in &own { (product(one, (team, person), lang)) } }
        }
    };
    Ok(visit.page(&title, body))
}

fn product(own: &OwnCharge, (team, person): (TeamId, PersonId), lang: Lang) -> Markup {
    let t = texts(lang);
    let now = match (&own.charge.counts_to, own.charge.chosen) {
        (Some(to), true) => fl!(t, "charged-chosen", number = to.number.as_str(), line = to.line),
        (Some(to), false) => fl!(t, "charged-by-rule", number = to.number.as_str(), line = to.line),
        (None, _) => fl!(t, "charged-to-none"),
    };
    let chosen = own.charge.counts_to.as_ref().filter(|_| own.charge.chosen);
    let value = chosen.map_or_else(|| "rule".to_owned(), |to| to.share.subscription.to_string());
    let mut choice = field::select("subscription", fl!(t, "counts-to")).option("rule", fl!(t, "by-rule"));
    for one in &own.choices {
        choice = choice.option(one.share.subscription.to_string(), named(one, lang));
    }
    let id = format!("charge-{}", own.pool.id);
    let body = html! {
        form.stack method="post" action=(paths::charges(team, person)) {
            p { (now) }
            (field::hidden("pool", &own.pool.id.to_string()))
            (choice.id(format!("{id}-to")).value(value))
            div { (button::plain(fl!(t, "choose"))) }
        }
    };
    section(&id, own.pool.product_name.clone(), "", body)
}

fn named(one: &Counted, lang: Lang) -> String {
    let (bound, quantity) = (one.share.bound, one.share.quantity);
    fl!(
        texts(lang),
        "counted",
        number = one.number.as_str(),
        line = one.line,
        bound = bound,
        quantity = quantity
    )
}
