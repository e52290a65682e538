//! The mail to a person who got a product, or several at once.

use crate::{assignment::Candidate, pool::Pool, texts};
use i18n_embed_fl::fl;
use kernel::{Lang, Result};
use notifications::Mail;
use store::Command;
use web::mail_frame::{Block, MailBody};

/// In the person's language, in the transaction that gave the seats.
pub(crate) fn products_given(cx: &mut Command, to: &Candidate, pools: &[&Pool]) -> Result<()> {
    let Some(organization) = pools.first().map(|pool| pool.organization) else { return Ok(()) };
    let (t, house) = (texts(to.lang), cx.house().clone());
    let products = listed(pools, to.lang);
    let title = fl!(t, "mail-title", products = products.as_str());
    let given = fl!(
        t,
        "mail-given",
        name = to.first_name.as_str(),
        organization = pools[0].organization_name.as_str(),
        products = products.as_str(),
        team = pools[0].team_name.as_str()
    );
    let mut blocks = vec![Block::text(fl!(t, "mail-start"))];
    if pools.len() > 2 {
        blocks.push(Block::Heading(fl!(t, "mail-list")));
        blocks.push(Block::list(pools.iter().map(|pool| pool.product_name.as_str())));
    }
    let body = MailBody {
        lang: to.lang,
        vendor: house.vendor.clone(),
        address: vec![house.legal.clone()],
        support_mail: house.support_mail.clone(),
        preheader: fl!(t, "mail-preheader"),
        title: title.clone(),
        paragraphs: vec![given.into()],
        link: Some((fl!(t, "mail-link"), house.url("/account/products"))),
        blocks,
        footer: fl!(t, "mail-footer", organization = pools[0].organization_name.as_str()).into(),
        ..MailBody::default()
    };
    let mail = Mail {
        kind: "products_given",
        to: to.address()?,
        to_name: to.name(),
        person: Some(to.person),
        organization: Some(organization),
        lang: to.lang,
        subject: title,
        text: body.text(),
        html: body.html(),
        secret: None,
        send_at: None,
    };
    notifications::send(cx, mail).map(|_| ())
}

/// "Ritbord", "Ritbord and Fasad", "4 products".
fn listed(pools: &[&Pool], lang: Lang) -> String {
    let t = texts(lang);
    match pools {
        [one] => one.product_name.clone(),
        [one, two] => {
            fl!(t, "two-products", one = one.product_name.as_str(), two = two.product_name.as_str())
        }
        more => fl!(t, "more-products", count = more.len()),
    }
}
