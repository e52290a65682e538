//! What happened when, between the first customer and now.

use crate::demo::{
    cast::{self, Colleague, FJORDLYS, GOTEBORG, KOBENHAVN, MALMO, Seen},
    stage::Stage,
    vendor::NewRelease,
};
use kernel::{Result, Timestamp, clock::minutes};

pub(super) enum Event {
    Release(NewRelease),
    Join(&'static str, &'static Colleague),
    SignIn(&'static str),
    Visit(&'static str),
    Chapter(Chapter),
}

#[derive(Clone, Copy)]
pub(super) enum Chapter {
    /// Five seats of Ritbord for Göteborg.
    Gothenburg,
    /// A second customer, sold to without a reseller.
    Fjordlys,
    /// Somebody who works in two teams.
    SamiraInGothenburg,
    /// Seats that start on the first day of next month.
    FieldWork,
    /// An order that waits until the contract manager says where it belongs.
    Undecided,
    /// An address in which somebody left a letter out.
    Bounce,
    /// Groups in Malmö; one of them brings a product of which there are too few seats.
    Groups,
    /// A file of newcomers that waits for a yes.
    Newcomers,
}

const CHAPTERS: [(Chapter, i64, i8, i8); 8] = [
    (Chapter::Gothenburg, 215, 10, 20),
    (Chapter::Fjordlys, 125, 14, 2),
    (Chapter::SamiraInGothenburg, 71, 9, 15),
    (Chapter::FieldWork, 10, 11, 30),
    (Chapter::Undecided, 1, 16, 48),
    (Chapter::Bounce, 2, 14, 26),
    (Chapter::Groups, 30, 9, 5),
    (Chapter::Newcomers, 1, 10, 12),
];

const RELEASES: [(&str, &str, &str, i64, &str); 7] = [
    ("ritbord", "2026.3", "update", 176, "Regeneration takes half the time; sheets keep their scale."),
    ("fasad", "12.3", "feature", 132, "Facades of curved walls. Windows know their neighbors."),
    ("matverk", "4.2.1", "update", 90, "Point clouds of more than 2 billion points."),
    (
        "ritbord",
        "2027.1",
        "feature",
        21,
        "Sheet sets, faster regeneration.\nChairs and tables in plan come from one library.",
    ),
    ("fasad", "12.4", "feature", 6, "Sections with more than 400 windows."),
    ("ritbord", "2027.2-beta.1", "feature", 4, "A preview: rooms that name themselves."),
    ("matverk", "4.2.3", "security", 1, "Closes a hole when opening files from email."),
];

/// Visits of those who were invited by nobody in the lists.
const VISITS: [(&str, Seen); 8] = [
    (cast::SECOND_OPERATOR.email, Seen::Days(3, 9, 14)),
    (cast::SECOND_PARTNER.email, Seen::Days(5, 15, 33)),
    (cast::LARS.email, Seen::Days(1, 17, 6)),
    (cast::OTHER_MANAGER.email, Seen::Minutes(176)),
    (cast::MANAGER.email, Seen::Minutes(141)),
    (cast::PARTNER.email, Seen::Minutes(66)),
    (cast::OPERATOR.email, Seen::Minutes(27)),
    (cast::PRIMARY.email, Seen::Minutes(0)),
];

/// All of it, in its order.
pub(super) fn events(stage: &Stage) -> Result<Vec<(Timestamp, Event)>> {
    let mut all = vec![];
    for (chapter, days, hour, minute) in CHAPTERS {
        all.push((stage.days_ago(days, hour, minute)?, Event::Chapter(chapter)));
    }
    for (slug, version, kind, days, notes) in RELEASES {
        let new = NewRelease { slug, version, kind, notes };
        all.push((stage.days_ago(days, 8, 0)?, Event::Release(new)));
    }
    for (team, colleagues) in
        [("Malmö", MALMO), ("Göteborg", GOTEBORG), ("København", KOBENHAVN), ("Fjordlys", FJORDLYS)]
    {
        for (at, colleague) in (0..).zip(colleagues) {
            let moment = stage.days_ago(colleague.days_ago, 9 + at % 7, at % 7 * 8)?;
            all.push((moment, Event::Join(team, colleague)));
            all.extend(visit(stage, colleague.who.email, colleague.seen)?);
        }
    }
    for (email, seen) in VISITS {
        all.extend(visit(stage, email, seen)?);
    }
    all.sort_by_key(|(moment, _)| *moment);
    Ok(all)
}

/// A while before they are seen last they have signed in.
fn visit(stage: &Stage, email: &'static str, seen: Seen) -> Result<Vec<(Timestamp, Event)>> {
    let moment = match seen {
        Seen::Never => return Ok(vec![]),
        Seen::Minutes(count) => stage.minutes_ago(count),
        Seen::Days(days, hour, minute) => stage.days_ago(days, hour, minute)?,
    };
    Ok(vec![(moment.minus(minutes(20)), Event::SignIn(email)), (moment, Event::Visit(email))])
}
