//! Every part on one page, to be looked at: `cargo run -p web --example specimen -- 4400`, then
//! `http://127.0.0.1:4400/en/parts`, `/en/users`, `/en/home`, `/en/sign-in`, `/en/consent`, `/en/mail`; `sv` for `en`,
//! `?scheme=dark` for the night, `?brand=%230a3a80` for another vendor.

use axum::{
    Router,
    extract::{Path, Query},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use http::{StatusCode, header};
use kernel::Lang;
use maud::{Markup, html};
use serde::Deserialize;
use web::components::{
    button, confirm_bar, crumbs, dialog,
    dialog::{found, palette, results},
    drop, empty, field, figures, file, filters, head,
    head::{columns, panel, split, subsection},
    icon::{self, icon_in},
    legend, link_button, live, mark, menu, meter,
    meter::Swatch,
    note, pager, pair, progress, radios, row, rows,
    rows::ticks,
    section,
    sign::{Is, avatar, avatar_alone, avatar_l, avatars, badge, sign, who},
    skeleton, stamp,
    stamp::stamp_s,
    steps, strip, switch,
    table::{self, Sort, bulk, col, picks, tr},
    tabs,
    tabs::tab,
    talk, timeline,
    timeline::When,
    toast,
};
use web::layout::{
    Frame, FramePerson, NavGroup, NavItem, Scheme, TeamChoice, VendorFace, flush_page, page, sheet_page,
    wide_sheet_page,
};
use web::mail_frame::{Block, MailBody, Words};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let port = std::env::args().nth(1).and_then(|port| port.parse().ok()).unwrap_or(4400);
    let app = Router::new()
        .route("/{lang}/{name}", get(show))
        .route("/brand.css", get(brand))
        .route("/specimen.css", get(async || css(include_str!("specimen.css").to_owned())))
        .merge(web::assets::routes());
    axum::serve(tokio::net::TcpListener::bind(("127.0.0.1", port)).await?, app).await
}

#[derive(Deserialize)]
struct Wish {
    scheme: Option<String>,
    brand: Option<String>,
    v: Option<String>,
    #[serde(default)]
    bare: bool,
}

fn css(sheet: String) -> Response {
    ([(header::CONTENT_TYPE, "text/css")], sheet).into_response()
}

async fn brand(Query(wish): Query<Wish>) -> Response {
    css(wish.v.as_deref().and_then(web::assets::brand_sheet).unwrap_or_default())
}

async fn show(Path((lang, name)): Path<(String, String)>, Query(wish): Query<Wish>) -> Response {
    let say = Say(if lang == "sv" { Lang::Sv } else { Lang::En });
    let frame = frame(say, &name, &wish);
    const POLICY: (header::HeaderName, &str) = (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'",
    );
    let page = match name.as_str() {
        "parts" => page(&frame, say.of("Components", "Delar"), parts(say)),
        "home" => page(&frame, say.of("Home", "Hem"), home(say)),
        "users" => flush_page(&frame, say.of("Users", "Användare"), users(say, !wish.bare)),
        "import" => page(&frame, "Import", import(say)),
        "sign-in" => sheet_page(&frame, say.of("Sign in", "Logga in"), sign_in(say)),
        "consent" => wide_sheet_page(
            &frame,
            say.of("Ritbord wants to sign you in", "Ritbord vill logga in dig"),
            consent(say),
        ),
        "mail" => return Html(mail(say).html()).into_response(),
        "mail.txt" => return mail(say).text().into_response(),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    ([POLICY], page).into_response()
}

#[derive(Clone, Copy)]
struct Say(Lang);

impl Say {
    fn of<'a>(self, english: &'a str, swedish: &'a str) -> &'a str {
        match self.0 {
            Lang::En => english,
            Lang::Sv => swedish,
        }
    }
}

fn frame(say: Say, name: &str, wish: &Wish) -> Frame {
    let item = |label: &str, icon, page: &str| NavItem {
        label: label.to_owned(),
        href: format!("/{}/{page}", say.0.tag()),
        icon,
        current: page == name,
        ..NavItem::default()
    };
    let counted =
        |item: NavItem, count, means: &str| NavItem { badge: Some((count, means.to_owned())), ..item };
    let people = NavItem {
        children: vec![
            item(say.of("By user", "Efter användare"), "", "users"),
            item(say.of("By product", "Efter produkt"), "", "product"),
            item(say.of("Groups", "Grupper"), "", "groups"),
        ],
        current: false,
        ..item(say.of("Users", "Användare"), "users", "users")
    };
    let team = |label: &str, role: &str, current| TeamChoice {
        label: label.to_owned(),
        of: "Byggkonsult Öresund AB".to_owned(),
        role_label: role.to_owned(),
        href: "?team".to_owned(),
        current,
    };
    Frame {
        lang: say.0,
        scheme: wish.scheme.as_deref().and_then(Scheme::from_name).unwrap_or_default(),
        vendor: VendorFace {
            name: "Nordkad".to_owned(),
            brand_version: wish.brand.as_ref().map(|color| color.replace('#', "%23")),
            links: vec![
                (say.of("Privacy", "Integritet").to_owned(), "?privacy".to_owned()),
                (say.of("Terms", "Villkor").to_owned(), "?terms".to_owned()),
                ("Status".to_owned(), "?status".to_owned()),
            ],
            ..VendorFace::default()
        },
        person: Some(FramePerson {
            first: "Maja".to_owned(),
            last: "Lindqvist".to_owned(),
            email: "maja.lindqvist@byggkonsult.example".to_owned(),
        }),
        nav: vec![
            NavGroup {
                heading: None,
                items: vec![
                    item(say.of("Home", "Hem"), "home", "home"),
                    item(say.of("Products and services", "Produkter och tjänster"), "products", "products"),
                ],
            },
            NavGroup {
                heading: Some(say.of("Manage", "Hantera").to_owned()),
                items: vec![
                    people,
                    counted(
                        item(say.of("Contracts", "Avtal"), "contract", "contracts"),
                        1,
                        say.of("1 renewal due", "1 förnyelse närmar sig"),
                    ),
                    item(say.of("Usage", "Användning"), "usage", "usage"),
                    item(say.of("Deployments", "Distributioner"), "deploy", "deployments"),
                    item(say.of("Audit log", "Granskningslogg"), "shield", "audit"),
                ],
            },
            NavGroup {
                heading: Some(say.of("Help", "Hjälp").to_owned()),
                items: vec![counted(
                    item("Support", "support", "support"),
                    1,
                    say.of("1 open case", "1 öppet ärende"),
                )],
            },
        ],
        nav_foot: Some(html! {
            b { "Skissera AB" } (say.of(" can act for you until 31 January. ", " kan hjälpa er till och med 31 januari. "))
            a href="?partner" { (say.of("Partner access", "Återförsäljarens åtkomst")) }
        }),
        teams: vec![
            team("Malmö", say.of("Primary admin", "Primär administratör"), true),
            team("Göteborg", say.of("Secondary admin", "Sekundär administratör"), false),
            team("København", say.of("User", "Användare"), false),
        ],
        team_links: vec![
            ("team", say.of("All teams", "Alla team").to_owned(), "?teams".to_owned()),
            ("plus", say.of("New team", "Nytt team").to_owned(), "?new".to_owned()),
        ],
        path: format!("/{}/{name}", say.0.tag()),
        help_href: Some("?help".to_owned()),
        search_href: Some("?search".to_owned()),
        ..Frame::default()
    }
}

const PEOPLE: [(&str, &str, Is, usize, &str, &str); 16] = [
    ("Noora", "Aalto", Is::Ok, 0, "Ritbord, Terräng", "08:14"),
    ("Hodan", "Abdi", Is::Ok, 0, "Ritbord, Mätverk", "4 min"),
    ("Ingrid", "Abrahamsson", Is::Ok, 0, "Ritbord", "07:55"),
    ("Per-Olof", "Adolfsson", Is::Ok, 2, "Ritbord", "20 Nov"),
    ("Karin", "Ahlgren", Is::Ok, 1, "Ritbord, Fasad +1", "12 min"),
    ("Tariq", "Ahmed", Is::Wait, 0, "Ritbord", "—"),
    ("Emre", "Aksoy", Is::Ok, 0, "Ritbord, Fasad", "09:02"),
    ("Samira", "Al-Hassan", Is::Ok, 0, "Ritbord ×2, Fasad +2", "2 min"),
    ("Börje", "Alm", Is::Ok, 0, "Ritbord", "14 Aug"),
    ("Linnea", "Almqvist", Is::Warn, 0, "Ritbord", "—"),
    ("Mette", "Andersen", Is::Ok, 3, "Ritbord", "09:20"),
    ("Alexander", "Andersson", Is::Ok, 0, "Ritbord, Mätverk +2", "08:40"),
    ("Anna-Karin", "Andersson", Is::Ok, 4, "Ritbord, Mängd", "08:31"),
    ("Göran", "Andersson", Is::Off, 0, "Ritbord", "3 Jul"),
    ("Valdemar", "Antonsson", Is::Half, 0, "Ritbord", "—"),
    ("Elin", "Asp", Is::Ok, 5, "Ritbord", "07:20"),
];

fn status(say: Say, is: Is) -> Markup {
    let words = match is {
        Is::Ok => say.of("Active", "Aktiv"),
        Is::Wait => say.of("Invited", "Inbjuden"),
        Is::Half => say.of("Invitation expired", "Inbjudan har gått ut"),
        Is::Warn => say.of("Email bounced", "Mejlet studsade"),
        _ => say.of("Suspended", "Avstängd"),
    };
    sign(is, words)
}

fn role(say: Say, n: usize) -> Markup {
    let words = [
        say.of("User", "Användare"),
        say.of("Secondary admin", "Sekundär administratör"),
        say.of("Read-only", "Läsbehörig"),
        say.of("Billing only", "Endast fakturor"),
        say.of("Help desk", "Helpdesk"),
        say.of("Contract manager", "Avtalsansvarig"),
    ];
    html! { span class=(if n == 0 { "muted" } else { "mid" }) { (words[n]) } }
}

fn users(say: Say, open: bool) -> Markup {
    let lang = say.0;
    let list = html! {
        (head(say.of("Users", "Användare"))
            .sub(say.of("12,480 people in Byggkonsult Öresund AB, in three teams", "12 480 användare i Byggkonsult Öresund AB, i tre team"))
            .acts(html! {
                (button::plain(say.of("Export", "Exportera")).icon("download").fold().opens_menu("export"))
                (menu("export").at_end().link("", say.of("As CSV, these 1,206", "Som CSV, dessa 1 206"), "?csv"))
                (button::plain(say.of("Import a CSV file", "Importera en CSV-fil")).icon("upload").fold().href("import"))
                (button::main(say.of("Invite users", "Bjud in")).icon("plus").href("?invite"))
            }))
        (tabs(say.of("Users", "Användare"), [
            tab(say.of("By user", "Efter användare"), "users").current(true),
            tab(say.of("By product", "Efter produkt"), "product"),
            tab(say.of("Groups", "Grupper"), "groups"),
            tab(say.of("Double seats", "Dubbla platser"), "double").count("38"),
        ]))
        (filters(lang, "users")
            .search("q", "", say.of("Name, email or User ID", "Namn, mejl eller User ID"))
            .more(html! {
                (button::plain(say.of("Filter", "Filtrera")).icon("filter").opens_menu("filter"))
                (menu("filter").link("", "Status", "?status").link("", say.of("Role", "Roll"), "?role"))
            })
            .chip("Team", "Malmö, Göteborg", "?").chip(say.of("Product", "Produkt"), "Ritbord", "?").clear("?"))
        (picks("?picked", html! {
            p.small.muted { (say.of("1,206 of 12,480 people, sorted by last name", "1 206 av 12 480 användare, efter efternamn")) }
            (table::table(say.of("People", "Användare"))
                .cols([
                    col(say.of("Name and email", "Namn och mejl")).main().third().sort(Sort::Up, "?"),
                    col("Status").wraps().sort(Sort::Not, "?"),
                    col(say.of("Role", "Roll")).wraps().leaves(2).under_name().sort(Sort::Not, "?"),
                    col(say.of("Products", "Produkter")).wraps().leaves(4),
                    col(say.of("Last seen", "Senast sedd")).number().muted().leaves(2).under_name().sort(Sort::Not, "?"),
                ])
                .picks("person", say.of("Select every person on this page", "Markera alla användare på sidan"))
                .rows(PEOPLE.iter().enumerate().map(|(n, (first, last, is, its_role, products, seen))| {
                    let email = format!("{}.{}@byggkonsult.example", first.to_lowercase(), last.to_lowercase());
                    tr().cell(who(first, last, &email, "?person"))
                        .cell(status(say, *is)).cell(role(say, *its_role)).cell(products).cell(seen)
                        .tap().current(open && n == 7)
                        .pick(n.to_string(), format!("{} {first} {last}", say.of("Select", "Markera")))
                        .picked([6, 10, 15].contains(&n))
                })))
            (bulk(lang, say.of("Selected people", "Markerade användare"), [
                button::plain(say.of("Assign products", "Tilldela produkter")).icon("seat").sends("act", "assign"),
                button::plain(say.of("Change role", "Ändra roll")).icon("tune").sends("act", "role"),
                button::plain(say.of("Add to group", "Lägg till i grupp")).icon("group").sends("act", "group"),
                button::bad(say.of("Remove", "Ta bort")).sends("act", "remove"),
            ]))
            (pager(None, Some("?next".to_owned()), lang).size(50)
                .letters("ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ".chars().map(|letter| (letter, "?", letter == 'A'))))
        }))
    };
    split(list, open.then(|| samira(say)), false)
}

fn samira(say: Say) -> Markup {
    let seat = |name: &str, glyph: &str, from: &str, state: Markup| {
        row(name).lead(mark(name, glyph).small()).text(from).side(state)
    };
    let back = || link_button(say.of("Take back", "Ta tillbaka")).sends("release", "1");
    panel("person", "Samira Al-Hassan", say.of("All users", "Alla användare"), "users?bare=true")
        .lead(avatar_l("Samira Al-Hassan"))
        .sub(html! { "samira.al-hassan@" wbr; "byggkonsult.example" })
        .body(say.0, html! {
            div.acts {
                (button::main(say.of("Assign products", "Tilldela produkter")).href("?assign"))
                (button::plain(say.of("Change role", "Ändra roll")).href("?role"))
                (button::only_icon("more", say.of("More", "Mer")).opens_menu("person-more"))
                (menu("person-more").at_end()
                    .link("mail", say.of("Send the invitation again", "Skicka inbjudan igen"), "?again")
                    .rule().bad_link("trash", say.of("Remove from Malmö", "Ta bort från Malmö"), "?remove"))
            }
            (tabs("Samira Al-Hassan", [
                tab(say.of("Overview", "Översikt"), "?").current(true), tab(say.of("Seats", "Platser"), "?"),
                tab(say.of("Devices", "Enheter"), "?"), tab(say.of("Emails", "Mejl"), "?"), tab(say.of("History", "Historik"), "?"),
            ]))
            (note(Is::Warn, say.of("Two seats of Ritbord", "Två platser för Ritbord"),
                say.of("One from Malmö, one from Göteborg. The second has not been used for 61 days.",
                    "En från Malmö, en från Göteborg. Den andra har inte använts på 61 dagar."))
                .icon("twice").small()
                .acts(button::plain(say.of("Take back the second seat", "Ta tillbaka den andra platsen")).small()))
            (stamp_s([
                (say.of("Role", "Roll"), html! { (say.of("User in Malmö and Göteborg", "Användare i Malmö och Göteborg")) }),
                (say.of("Sign-in", "Inloggning"), html! { (say.of("Passkey, second factor", "Nyckel, tvåstegsverifiering")) }),
                (say.of("Last seen", "Senast sedd"), html! { (say.of("2 minutes ago, Malmö", "för 2 minuter sedan, Malmö")) }),
                (say.of("Member since", "Medlem sedan"), html! { (say.of("3 March 2021", "3 mars 2021")) }),
                (say.of("Language", "Språk"), html! { "Svenska" }),
                ("User ID", html! { span.mono { "user_2kd7m0qzax" } }),
            ]))
            (subsection("p-seats", say.of("Seats", "Platser"), "", rows([
                seat("Ritbord", "p-ritbord", say.of("Group Projektering, Malmö", "Gruppen Projektering, Malmö"), sign(Is::Ok, say.of("In use", "Används nu"))),
                seat("Ritbord", "p-ritbord", say.of("Direct, Göteborg", "Direkt, Göteborg"), html! { (sign(Is::Off, say.of("Last used 24 Sep", "Senast använd 24 sep."))) (back()) }),
                seat("Fasad", "p-fasad", say.of("Direct, Malmö", "Direkt, Malmö"), html! { (sign(Is::Warn, say.of("Ends 31 Dec", "Upphör 31 dec."))) (back()) }),
                seat("Mätverk", "p-matverk", say.of("Default of the team Malmö", "Standard för teamet Malmö"), sign(Is::Ok, say.of("Used yesterday", "Använd i går"))),
                seat("Ljusgång", "", say.of("Trial", "På prov"), sign(Is::Half, say.of("9 days left", "9 dagar kvar"))),
            ])))
        })
}

fn home(say: Say) -> Markup {
    let start = || button::plain(say.of("Start", "Starta")).accent_icon("start").href("?start");
    html! {
        div.narrow {
            (head(say.of("Good morning, Maja", "God morgon, Maja"))
                .sub(say.of("Tuesday 24 November. Three things need you; the rest runs by itself.", "Tisdag 24 november. Tre saker behöver dig; resten sköter sig självt.")))
            (columns(html! {
                (section("need", say.of("Needs you", "Behöver dig"), "", rows([
                    row(say.of("Seven people lose Fasad on 31 December", "Sju personer förlorar Fasad den 31 december")).lead(icon_in("alert", "of-warn"))
                        .text(say.of("14 of 240 seats end and are not renewed. Contract NK-40-21877.", "14 av 240 platser upphör och förnyas inte. Avtal NK-40-21877."))
                        .acts(button::plain(say.of("See who", "Se vilka")).href("?who")),
                    row(say.of("Three people ask for a seat", "Tre personer ber om en plats")).lead(icon_in("seat", "of-info"))
                        .text(say.of("Fasad, for Ewa Augustyniak, Chidi Anyanwu and Oskar Arvidsson. Seven seats are free.", "Fasad, för Ewa Augustyniak, Chidi Anyanwu och Oskar Arvidsson. Sju platser är lediga."))
                        .acts(button::plain(say.of("Answer", "Svara")).href("?answer")),
                ])))
                (section("mine", say.of("Your programs", "Dina program"), html! { a.small href="?all" { (say.of("All products and services", "Alla produkter och tjänster")) } }, rows([
                    row(html! { "Ritbord " small { "2027.1" } }).lead(mark("Ritbord", "p-ritbord"))
                        .text(html! { (sign(Is::Ok, say.of("Ready", "Klar"))) " · " (say.of("from the group Projektering · offline until 24 December", "från gruppen Projektering · offline till 24 december")) })
                        .acts(html! { (start()) (button::only_icon("download", say.of("Download Ritbord", "Hämta Ritbord")).opens_menu("dl")) }),
                    row(html! { "Mätverk " small { "4.2.1" } " " (badge(Is::Bad, "shield", say.of("Security update", "Säkerhetsuppdatering"))) }).lead(mark("Mätverk", "p-matverk"))
                        .text(html! { (sign(Is::Bad, say.of("Update before you open files from outside", "Uppdatera innan du öppnar filer utifrån"))) " · 84 MB" })
                        .acts(button::main(say.of("Update to 4.2.3", "Uppdatera till 4.2.3")).href("?update")),
                ])))
                (menu("dl").at_end().head("Ritbord 2027.1").note("", "Windows, Svenska", "1.9 GB", "?w").note("", "macOS, Svenska", "2.1 GB", "?m").rule().link("deploy", say.of("Build a deployment", "Bygg en distribution"), "?d"))
            }, html! {
                (section("dev", say.of("Your devices", "Dina enheter"), html! { a.small href="?manage" { (say.of("Manage", "Hantera")) } }, html! {
                    (rows([
                        row(html! { "MALMO-WS-0417 " (badge(Is::Plain, "", say.of("This one", "Den här"))) }).text("Windows 11 · Ritbord, Fasad, Mätverk").side(sign(Is::Ok, say.of("Now", "Nu"))),
                        row("MAJA-LAPTOP").text(say.of("Windows 11 · offline until 9 December", "Windows 11 · offline till 9 december")).side(html! { time.faint datetime="2026-11-20" { (say.of("Friday", "Fredag")) } }),
                    ]))
                    p.hint.after { (say.of("Two of three devices. Sign out of one to use another.", "Två av tre enheter. Logga ut en för att använda en annan.")) }
                }))
            }))
        }
    }
}

fn import(say: Say) -> Markup {
    html! {
        (head(say.of("Check before anything is sent", "Kontrollera innan något skickas"))
            .crumbs(crumbs(say.0, [(say.of("Users", "Användare"), "users"), ("Import", "")]))
            .sub("nyanställda-2026-11.csv · 1,284"))
        (steps(say.of("Steps", "Steg"), [say.of("Choose a file", "Välj en fil"), say.of("Check", "Kontrollera"), say.of("Send", "Skicka")], 1))
        form #import method="post" action="?send" {
            (figures([
                (say.of("Will be invited", "Bjuds in"), html! { "1,206" }, say.of("31 of them keep a User ID they have", "31 av dem behåller sitt User ID")),
                (say.of("Errors", "Fel"), html! { "14" }, say.of("11 with a suggestion", "11 med ett förslag")),
                (say.of("Seats of Fasad", "Platser för Fasad"), html! { "303 " small { (say.of("short", "saknas")) } }, ""),
            ]))
            p.acts.around {
                (pair(say.of("Send", "Skicka"), "when", [("now", say.of("at once", "genast")), ("8", say.of("tomorrow at 08:00", "i morgon kl. 08:00"))], "8"))
            }
            (table::table(say.of("Rows of the file", "Rader i filen"))
                .cols([col(say.of("Line", "Rad")).number(), col(say.of("Name", "Namn")).no_wrap(), col(say.of("Email", "Mejl")).no_wrap().leaves(2), col(say.of("What will happen", "Vad som händer")).main()])
                .rows([
                    tr().cell("2").cell("Alva Nyström").cell("alva.nystrom@byggkonsult.example").cell(sign(Is::Ok, say.of("Will invite", "Bjuds in"))),
                    tr().bad(true).cell("6").cell("Dag Håkansson").cell(html! { mark { "dag.hakansson@byggkonsult,example" } }).cell(sign(Is::Bad, say.of("Error: a comma in the address", "Fel: ett komma i adressen"))),
                ]))
        }
        (confirm_bar(html! { b { (say.of("1,206 people are invited tomorrow at 08:00.", "1 206 personer bjuds in i morgon kl. 08:00.")) } },
            say.of("You can stop it until then.", "Du kan stoppa det fram till dess."),
            html! { (button::plain(say.of("Cancel", "Avbryt")).href("users")) (button::main(say.of("Invite 1,206 people", "Bjud in 1 206 personer")).icon("send").form("import")) }))
    }
}

fn sign_in(say: Say) -> Markup {
    let wrong = say
        .of("The address and the password do not belong together.", "Adressen och lösenordet hör inte ihop.");
    html! {
        h1 { (say.of("Sign in", "Logga in")) }
        form.stack method="post" action="?sign-in" {
            (field::email("mail", say.of("Email address", "Mejladress")).value("maja.lindqvist@byggkonsult.example").autocomplete("username webauthn").large().required())
            (field::password("word", say.of("Password", "Lösenord")).side(html! { a.small href="?forgotten" { (say.of("Forgotten?", "Glömt?")) } }).autocomplete("current-password").error(wrong.to_owned()).large().required())
            (web::components::check("stay", say.of("Stay signed in on this computer for 14 days", "Håll mig inloggad på den här datorn i 14 dagar")))
            (button::main(say.of("Sign in", "Logga in")).wide())
        }
        p.or { span { (say.of("or", "eller")) } }
        div.stack.stack-s {
            (button::plain(say.of("Use a passkey", "Använd en nyckel")).icon("key").wide().inert())
            (button::plain(say.of("Sign in through your company", "Logga in via ditt företag")).icon("team").wide().href("?company"))
        }
        p.small.muted { (say.of("Is the link in your welcome email too old? ", "Är länken i välkomstmejlet för gammal? ")) a href="?new" { (say.of("Get a new one", "Få en ny")) } }
    }
}

fn consent(say: Say) -> Markup {
    html! {
        p.titled { (mark("Ritbord", "p-ritbord").large()) span.muted { "Ritbord 2027.1 · " b { "MALMO-WS-0417" } br; small { "Windows 11, Malmö, 09:41" } } }
        h1 { (say.of("Ritbord wants to sign you in", "Ritbord vill logga in dig")) }
        (note(Is::Plain, "", html! { (say.of("Go on only if the program shows the same code: ", "Fortsätt bara om programmet visar samma kod: ")) b.code { "gran 42" } }).icon("lock"))
        form.stack method="post" action="?consent" {
            (section("may", say.of("Then the program may", "Då får programmet"), "", ticks([
                (icon_in("check", "of-ok"), say.of("know your name, email address and User ID", "veta ditt namn, din mejladress och ditt User ID")),
                (icon_in("check", "of-ok"), say.of("use one seat of Ritbord, and give it back", "använda en plats för Ritbord och lämna tillbaka den")),
            ])))
            (radios("seat", say.of("Seat", "Plats")).value("a").choice("a", "Malmö", say.of("from the group Projektering", "från gruppen Projektering")).choice("b", "Göteborg", say.of("your own, not used for 61 days", "din egen, inte använd på 61 dagar")))
            div.acts {
                (button::main(say.of("Allow", "Tillåt")).large())
                (button::plain(say.of("Do not allow", "Tillåt inte")).large().sends("no", "1").no_checks())
            }
        }
    }
}

fn mail(say: Say) -> MailBody {
    MailBody {
        lang: say.0,
        vendor: "Nordkad".to_owned(),
        address: vec!["Nordkad AB".to_owned(), "Varvsgatan 4".to_owned(), "972 32 Luleå".to_owned()],
        support_mail: Some("support@nordkad.example".to_owned()),
        preheader: say.of("Your 1,540 seats are ready.", "Dina 1 540 platser är klara.").to_owned(),
        title: say.of("Welcome, Elin. Choose your password", "Välkommen, Elin. Välj ditt lösenord").to_owned(),
        paragraphs: vec![say.of("Skissera AB has ordered for Byggkonsult Öresund AB, and you are its contract manager. Everything is in place; only your password is missing.", "Skissera AB har beställt åt Byggkonsult Öresund AB, och du är avtalsansvarig. Allt är på plats; bara ditt lösenord saknas.").into()],
        link: Some((say.of("Choose a password", "Välj ett lösenord").to_owned(), "https://account.nordkad.example/welcome/7Qm2x".to_owned())),
        link_note: say.of("The link works once, until Wednesday 25 November 2026, 09:41.", "Länken fungerar en gång, till onsdag 25 november 2026, 09:41.").to_owned(),
        blocks: vec![
            Block::Heading(say.of("What you have", "Det du har").to_owned()),
            Block::list(["Ritbord, 1,200", "Fasad, 240"]),
            Block::Heading(say.of("What comes next", "Det som kommer").to_owned()),
            Block::steps([say.of("Choose a password, or a passkey.", "Välj ett lösenord eller en nyckel."), say.of("Invite people.", "Bjud in personer.")]),
        ],
        footer: Words::from(say.of("Sent to elin.asp@byggkonsult.example because Skissera AB named you contract manager. Not you? ", "Skickat till elin.asp@byggkonsult.example för att Skissera AB angav dig som avtalsansvarig. Inte du? "))
            .link(say.of("Tell us", "Säg till"), "https://account.nordkad.example/not-me/7Qm2x").then("."),
        ..MailBody::default()
    }
}

fn parts(say: Say) -> Markup {
    html! {
        link rel="stylesheet" href="/specimen.css";
        div.narrow {
            (head(say.of("Components", "Delar")).sub(say.of("Every part with its states.", "Varje del med sina lägen.")))
            div.stack.stack-l {
                (section("icons", say.of("Icons", "Ikoner"), "", icons()))
                (section("buttons", say.of("Buttons", "Knappar"), "", buttons(say)))
                (section("fields", say.of("Fields", "Fält"), "", fields(say)))
                (section("signs", say.of("Signs and badges", "Tecken och märken"), "", signs(say)))
                (section("ways", say.of("Finding the way", "Att hitta"), "", ways(say)))
                (section("measures", say.of("Measures", "Mått"), "", measures(say)))
                (section("facts", say.of("Facts", "Fakta"), "", facts(say)))
                (section("messages", say.of("Messages", "Meddelanden"), "", messages(say)))
                (section("layers", say.of("Menus, dialogs, search", "Menyer, dialoger, sök"), "", layers(say)))
                (section("files", say.of("Files", "Filer"), "", files(say)))
                (section("rest", say.of("Empty and loading", "Tomt och på väg"), "", html! {
                    div.demo.demo-grid {
                        (empty("chair", say.of("Nobody has a seat of Armering yet", "Ingen har en plats för Armering än"), say.of("12 seats are free in Malmö. Give them to people or to a group; they get an email with the download.", "12 platser är lediga i Malmö. Ge dem till personer eller till en grupp; de får ett mejl med nedladdningen."), button::main(say.of("Assign seats", "Tilldela platser")).icon("seat")))
                        (skeleton(say.of("Loading", "Hämtar"), 4))
                    }
                }))
            }
        }
    }
}

fn icons() -> Markup {
    html! { ul.iconset { @for name in icon::names() { li { (icon::icon(name)) span { (name) } } } } }
}

fn buttons(say: Say) -> Markup {
    let kinds = [
        button::main(say.of("Invite users", "Bjud in")),
        button::plain(say.of("Export", "Exportera")),
        button::quiet(say.of("Cancel", "Avbryt")),
        button::bad(say.of("Remove", "Ta bort")),
    ];
    html! {
        @for kind in kinds {
            div.demo { (kind) (kind.clone().busy(true)) (kind.clone().disabled(true)) (kind.clone().small()) (kind.clone().icon("download")) (kind.clone().large()) }
        }
        div.demo {
            (button::only_icon("more", "More")) (button::only_icon("x", "Close").small())
            (link_button(say.of("A button that looks like a link", "En knapp som ser ut som en länk")))
        }
    }
}

fn fields(say: Say) -> Markup {
    html! {
        div.demo {
            (field::text("f1", say.of("First name", "Förnamn")).value("Hanna-Kaisa"))
            (field::email("f2", say.of("With a hint", "Med ett tips")).placeholder("name@company.example").hint(say.of("The invitation goes to this address.", "Inbjudan går till den här adressen.")))
            (field::email("f4", say.of("With an error", "Med ett fel")).value("hanna@byggkonsult,example").error(say.of("There is a comma in the address. Perhaps byggkonsult.example?", "Det är ett komma i adressen. Kanske byggkonsult.example?").to_owned()))
            (field::text("f5", say.of("Disabled", "Avstängt")).value("Malmö").disabled(true))
            (field::text("f6", say.of("To read only", "Bara att läsa")).value("user_2kd7m0qzax").readonly(true))
            (field::select("f7", say.of("Select", "Välj")).options([("a", say.of("Secondary admin", "Sekundär administratör")), ("b", say.of("User", "Användare"))]).value("a"))
            (field::search("f8", say.of("Search", "Sök")).placeholder(say.of("Name or email", "Namn eller mejl")))
            (field::area("f9", "Text").rows(2).value(say.of("Stands in for Karin.", "Vikarierar för Karin.")))
            (radios("r", say.of("One of them", "En av dem")).value("a").choice("a", say.of("Deny", "Neka"), say.of("The fourth device is refused", "Den fjärde enheten nekas")).choice("b", say.of("Take over", "Ta över"), say.of("The oldest device is signed out", "Den äldsta enheten loggas ut")))
            (web::components::checks("c", say.of("Any of them", "Vilka som helst")).value("a").choice("a", "Ritbord", "").choice("b", "Fasad", "").not("c", "Ljusgång", say.of("No free seat", "Ingen ledig plats")))
            fieldset.field { legend { (say.of("On or off", "Av eller på")) } (switch("s1", say.of("Tell the partner", "Meddela återförsäljaren")).checked(true)) br; (switch("s2", say.of("Show names in usage", "Visa namn i användningen"))) }
        }
    }
}

fn signs(say: Say) -> Markup {
    html! {
        div.demo { @for is in [Is::Ok, Is::Wait, Is::Half, Is::Warn, Is::Off] { (status(say, is)) } (sign(Is::Bad, say.of("Refused", "Nekad"))) (live("Live")) }
        div.demo {
            (badge(Is::Plain, "", say.of("This one", "Den här"))) (badge(Is::Ok, "check", say.of("Delivered", "Levererat")))
            (badge(Is::Info, "listen", say.of("Petra Holm listens", "Petra Holm lyssnar"))) (badge(Is::Warn, "calendar", say.of("37 days left", "37 dagar kvar")))
            (badge(Is::Bad, "shield", say.of("Security update", "Säkerhetsuppdatering")))
        }
        div.demo {
            (avatar("Noora Aalto")) (avatar_alone("Maja Lindqvist")) (avatar_l("Samira Al-Hassan")) (avatars(["Maja Lindqvist", "Petra Holm"], 7))
            (mark("Ritbord", "p-ritbord").small()) (mark("Fasad", "p-fasad")) (mark("Mätverk", "p-matverk").large()) (mark("Ljusgång", ""))
        }
    }
}

fn ways(say: Say) -> Markup {
    html! {
        div.demo { (crumbs(say.0, [(say.of("Users", "Användare"), "users"), (say.of("By product", "Efter produkt"), "product"), ("Fasad", "")])) }
        (tabs("Tabs", [tab(say.of("By user", "Efter användare"), "#ways").current(true), tab(say.of("Groups", "Grupper"), "#ways"), tab(say.of("Double seats", "Dubbla platser"), "#ways").count("38")]))
        (steps(say.of("Steps", "Steg"), [say.of("Choose a file", "Välj en fil"), say.of("Check", "Kontrollera"), say.of("Send", "Skicka")], 1))
        div.list-in { (pager(None, Some("#ways".to_owned()), say.0).size(50)) }
    }
}

fn measures(say: Say) -> Markup {
    let small = |id: &str, name: &str, words: &str, meter: meter::Meter| {
        html! {
            div { p.small id=(id) { b { (name) } " " span.muted { (words) } } (meter.small().labelled_by(id)) }
        }
    };
    html! {
        div.stack {
            (meter(say.0, 233, 240).ending(7).waiting(3).label("Fasad"))
            (legend([
                (Swatch::Has, say.of("Assigned and staying", "Tilldelade och kvar"), "226"), (Swatch::Ends, say.of("Assigned, ending 31 December", "Tilldelade, upphör 31 december"), "7"),
                (Swatch::Free, say.of("Free, ending 31 December", "Lediga, upphör 31 december"), "7"), (Swatch::Waits, say.of("Waiting for your answer", "Väntar på ditt svar"), "3"),
            ]))
        }
        div.demo.demo-grid {
            (small("m1", "Ritbord", say.of("1,102 of 1,200", "1 102 av 1 200"), meter(say.0, 1102, 1200)))
            (small("m2", "Armering", say.of("0 of 12", "0 av 12"), meter(say.0, 0, 12)))
            (progress("pr1", html! { b { "742" } (say.of(" of 1,206 invited", " av 1 206 inbjudna")) }, say.of("about 20 seconds left", "ungefär 20 sekunder kvar"), Some((742, 1206))))
            (progress("pr2", say.of("Reading the file", "Läser filen"), "", None))
        }
    }
}

fn facts(say: Say) -> Markup {
    html! {
        (stamp([
            (say.of("Contract", "Avtal"), html! { span.mono { "NK-40-21877" } }),
            (say.of("Contract manager", "Avtalsansvarig"), html! { "Elin Asp " small { (say.of("since 2 January 2024", "sedan 2 januari 2024")) } }),
            (say.of("Renewal date", "Förnyelsedag"), html! { b { (say.of("31 December 2026", "31 december 2026")) } }),
            (say.of("Price of the term", "Pris för perioden"), html! { "SEK 11,672,000" }),
        ]))
        br;
        (figures([(say.of("People at work now", "I arbete nu"), html! { "811" }, say.of("964 so far today", "964 hittills i dag")), (say.of("Most at once", "Flest samtidigt"), html! { "863 " small { (say.of("of 1,200", "av 1 200")) } }, "16/11, 10:20")]))
        br;
        (timeline([
            (When::Past, say.of("Ordered", "Beställt"), "12 Dec 2023"), (When::Past, say.of("Active", "Aktivt"), "1 Jan 2024"),
            (When::Now, say.of("Open for renewal", "Öppet för förnyelse"), "2 Oct 2026"), (When::Next, say.of("Ends", "Upphör"), "31 Dec 2026"), (When::NextBad, say.of("Canceled", "Avslutat"), "14 Feb 2027"),
        ]))
        (talk(say.of("Conversation", "Samtal"), [
            talk::message("Maja Lindqvist", "2026-11-24T09:31", "09:31", html! { p { (say.of("Since this morning Fasad closes by itself.", "Sedan i morse stänger Fasad av sig självt.")) } (file("clip", "fasad-crash.zip", "2.1 MB", "#facts")) }),
            talk::typing(say.of("Elin is writing", "Elin skriver")),
            talk::event("info", say.of("Program, version and device were added.", "Program, version och enhet lades till."), "2026-11-24T09:31", "09:31"),
        ]))
    }
}

fn messages(say: Say) -> Markup {
    html! {
        (strip(Is::Info, say.of("You act for Byggkonsult Öresund AB until 31 January, as help desk.", "Du hjälper Byggkonsult Öresund AB till 31 januari, som helpdesk."), html! { a href="#messages" { (say.of("End now", "Avsluta nu")) } }))
        br;
        div.demo.demo-grid {
            (note(Is::Plain, "", say.of("Seats given now come out of the seven that end on 31 December.", "Platser som ges nu tas av de sju som upphör 31 december.")))
            (note(Is::Ok, say.of("Karin Ahlgren is now primary admin", "Karin Ahlgren är nu primär administratör"), say.of("You are secondary admin.", "Du är sekundär administratör.")))
            (note(Is::Warn, say.of("14 seats of Fasad are not renewed", "14 platser för Fasad förnyas inte"), say.of("Seven people lose access on 31 December.", "Sju personer förlorar åtkomsten 31 december.")))
            (note(Is::Bad, say.of("Nothing was assigned", "Inget tilldelades"), say.of("No seat is free. Someone took the last one at 09:40.", "Ingen plats är ledig. Någon tog den sista 09:40.")).alert())
        }
        div.demo { (toast(say.0, say.of("Three people were removed from Malmö.", "Tre personer togs bort från Malmö."), Some((say.of("Undo", "Ångra"), "#undo")))) }
    }
}

fn layers(say: Say) -> Markup {
    html! {
        div.demo {
            (button::plain(say.of("Open the dialog", "Öppna dialogen")).opens_dialog("dlg"))
            (button::plain(say.of("Open the menu", "Öppna menyn")).trailing("down").opens_menu("pop"))
            (menu("pop").link("pencil", say.of("Change role", "Ändra roll"), "#").rule().bad_link("trash", say.of("Remove from Malmö", "Ta bort från Malmö"), "#"))
        }
        (dialog(say.0, "dlg", say.of("Change the role of Karin Ahlgren", "Ändra Karin Ahlgrens roll"))
            .form("#role", radios("role", say.of("Role", "Roll")).hidden_legend().value("2").choice("1", say.of("Primary admin", "Primär administratör"), say.of("You become secondary admin", "Du blir sekundär administratör")).choice("2", say.of("User", "Användare"), ""))
            .foot(say.of("You can undo this for 30 days.", "Du kan ångra det i 30 dagar."))
            .acts(button::main(say.of("Change role", "Ändra roll"))))
        div hidden { (palette(say.0, "#")) }
        div.demo {
            div.palette.wide {
                (results([
                    (say.of("Products", "Produkter"), vec![found("p-fasad", "Fasad, Malmö", "#layers").note(say.of("233 of 240 seats", "233 av 240 platser"))]),
                    (say.of("Groups", "Grupper"), vec![found("group", "Fasad Syd", "#layers")]),
                ]))
            }
        }
    }
}

fn files(say: Say) -> Markup {
    html! {
        div.demo.demo-grid {
            (drop("file", html! { b { (say.of("Choose a CSV file", "Välj en CSV-fil")) } (say.of(" or drop it here", " eller släpp den här")) }, say.of("First name, last name, email; up to 100,000 rows", "Förnamn, efternamn, mejl; upp till 100 000 rader"), ".csv,text/csv"))
            (file("contract", say.of("Order confirmation 2026", "Orderbekräftelse 2026"), "PDF, 84 kB", "#files"))
        }
    }
}
