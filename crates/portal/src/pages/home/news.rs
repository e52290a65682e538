//! New versions of the own products.

use crate::{pages::first_line, queries::News, texts};
use i18n_embed_fl::fl;
use maud::{Markup, html};
use web::{
    Visit,
    components::{row, rows, section},
    format,
};

pub(super) fn section_of(visit: &Visit, news: &[News]) -> Markup {
    let (t, zone) = (texts(visit.lang), visit.zone());
    let all = html! { a.small href="/account/products" { (fl!(t, "all")) } };
    let list = news.iter().map(|news| {
        let title = format!("{} {}", news.product, news.version);
        let text = match first_line(&news.notes, 90) {
            line if line.is_empty() => news.kind.display_name(visit.lang),
            line => line,
        };
        row(title).text(text).side(html! {
            time.faint.small datetime=(format::machine(news.at)) { (format::short_date(news.at, &zone, visit.lang)) }
        })
    });
    section("news", fl!(t, "new-versions"), all, rows(list))
}
