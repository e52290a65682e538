//! `plats product`: list, show, create.

use crate::{
    context::Context,
    failure::Result,
    http::Ask,
    listing::Part,
    table::{clean, facts, table},
};
use clap::Subcommand;
use i18n_embed_fl::fl;
use wire::catalog::{NewProduct, Product};

#[derive(Debug, Subcommand)]
pub enum Act {
    /// The products, by their short names
    #[command(after_help = "Example:\n  plats product list")]
    List(Part),
    /// One product
    #[command(after_help = "Example:\n  plats product show ritbord")]
    Show {
        /// The product's short name
        slug: String,
    },
    /// Add a product
    #[command(
        after_help = "Example:\n  plats product create ritbord --name Ritbord --description \"A drawing table\""
    )]
    Create {
        /// The short name, which never changes: small letters, digits and hyphens
        slug: String,
        #[arg(long)]
        name: String,
        #[arg(long, default_value = "", hide_default_value = true)]
        description: String,
        /// The drawing, such as `p-ritbord`; two letters of the name otherwise
        #[arg(long, default_value = "", hide_default_value = true)]
        icon: String,
    },
}

pub fn run(cx: &Context, act: Act) -> Result<()> {
    let http = cx.http()?;
    let t = cx.t;
    match act {
        Act::List(part) => {
            let listed = part.fetch((cx, &http), || Ask::get(["products"]))?;
            listed.tell(cx, |products: &[Product]| {
                let rows = products.iter().map(|product| [product.slug.clone(), product.name.clone()]);
                table([fl!(t, "product"), fl!(t, "name")], rows)
            })
        }
        Act::Show { slug } => {
            let answer = http.send(&Ask::get(["products", &slug]))?;
            match cx.json() {
                true => cx.say(&answer.text),
                false => cx.say(&told(cx, &answer.parse(t)?)),
            }
        }
        Act::Create { slug, name, description, icon } => {
            let answer =
                http.send(&Ask::post(["products"], &NewProduct { slug, name, description, icon }))?;
            if cx.json() {
                return cx.say(&answer.text);
            }
            let product: Product = answer.parse(t)?;
            cx.say(&fl!(t, "product-created", name = clean(&product.name), slug = clean(&product.slug)))
        }
    }
}

fn told(cx: &Context, product: &Product) -> String {
    let t = cx.t;
    let described = Some(product.description.clone()).filter(|text| !text.is_empty());
    let told = [
        (fl!(t, "product"), vec![format!("{} ({})", product.slug, product.id)]),
        (fl!(t, "description"), described.into_iter().collect()),
    ];
    format!("{}\n{}", clean(&product.name), facts(&told))
}
