//! The pages that join rooms: home, the products of a person, the people of a team, the vendor's overview.
//! The room refuses to own anything: it reads every table, writes none, and sends people to the verbs of other rooms.
//! Start with [`navigation`] and the list of addresses in [`routes`].

mod devices;
mod navigation;
mod needs;
mod pages;
mod people;
mod queries;
mod refusal;
mod search;
mod taste;

pub use navigation::navigation;
pub use pages::routes;

web::room_texts!("portal");
