//! All people of a team as a table.

use super::{role, status};
use crate::{
    context::Context, csv::Csv, failure::Result, http::Ask, listing::Part, output::Output, table::clean,
};
use i18n_embed_fl::fl;
use std::path::Path;
use wire::organizations::Member;

pub fn export(cx: &Context, team: &str, file: Option<&Path>) -> Result<()> {
    let (http, csv, t) = (cx.http()?, Csv::of(cx.t), cx.t);
    let mut output = Output::open(cx, file)?;
    let headings = [
        fl!(t, "first-name"),
        fl!(t, "last-name"),
        fl!(t, "email"),
        fl!(t, "role"),
        fl!(t, "status"),
        "User ID".to_owned(),
    ];
    let (mut count, mut head) = (0, Some(csv.head(&headings)));
    Part::all().pages::<Member>(
        (cx, &http),
        || Ask::get(["teams", team, "members"]),
        |page, answer| {
            count += page.len();
            let text = match cx.json() {
                true => format!("{}\n", answer.text),
                false => {
                    let lines = page.iter().map(|member| line(cx, &csv, member));
                    head.take().into_iter().chain(lines).collect()
                }
            };
            output.write(text.as_bytes())
        },
    )?;
    match output.end()? {
        Some(path) if !cx.json() => {
            cx.say(&fl!(t, "exported", count = count, file = clean(&path.display().to_string())))
        }
        _ => Ok(()),
    }
}

fn line(cx: &Context, csv: &Csv, member: &Member) -> String {
    csv.line(&[
        member.first_name.clone(),
        member.last_name.clone(),
        member.email.clone(),
        role(cx, &member.role),
        status(cx, &member.status),
        member.id.clone(),
    ])
}
