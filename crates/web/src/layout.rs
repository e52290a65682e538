//! The frame around every page: navigation, top bar, the page; and the sheet for pages outside of it.
//! It links only to what is there: a part without an address is left out.

use crate::{
    assets,
    components::{button, chair, dialog, icon, icon_s, logo, menu, meter, note, sign},
    format, texts,
};
use i18n_embed_fl::fl;
use kernel::Lang;
use maud::{DOCTYPE, Markup, Render, html};

/// What a page knows of its surroundings.
#[derive(Clone, Default)]
pub struct Frame {
    pub lang: Lang,
    pub scheme: Scheme,
    pub vendor: VendorFace,
    /// Who is signed in.
    pub person: Option<FramePerson>,
    pub nav: Vec<NavGroup>,
    /// A line at the foot of the navigation.
    pub nav_foot: Option<Markup>,
    pub teams: Vec<TeamChoice>,
    /// Under the teams: all of them, a new one. Icon, words, address.
    pub team_links: Vec<(&'static str, String, String)>,
    /// Path and query of this page: where the language switch comes back to.
    pub path: String,
    /// A line across the page, drawn by [`note::strip`].
    pub strip: Option<Markup>,
    pub toast: Option<Toast>,
    pub help_href: Option<String>,
    pub search_href: Option<String>,
}

/// Light, dark, or as the device has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scheme {
    #[default]
    Device,
    Light,
    Dark,
}

impl Scheme {
    pub const ALL: [Scheme; 3] = [Scheme::Device, Scheme::Light, Scheme::Dark];

    pub const fn name(self) -> &'static str {
        match self {
            Scheme::Device => "device",
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }
    pub fn from_name(name: &str) -> Option<Scheme> {
        Scheme::ALL.into_iter().find(|scheme| scheme.name() == name)
    }
    /// "As the device", in the reader's language.
    pub fn words(self, lang: Lang) -> String {
        match self {
            Scheme::Device => fl!(texts(lang), "scheme-device"),
            Scheme::Light => fl!(texts(lang), "scheme-light"),
            Scheme::Dark => fl!(texts(lang), "scheme-dark"),
        }
    }
    const fn meta(self) -> &'static str {
        match self {
            Scheme::Device => "light dark",
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }
}

/// How the vendor looks.
#[derive(Clone, Default)]
pub struct VendorFace {
    pub name: String,
    /// The hash in `/brand.css?v=`; `None` keeps the colors of the sheet.
    pub brand_version: Option<String>,
    /// An image in the place of the logo of the sprite.
    pub logo_href: Option<String>,
    pub support_mail: Option<String>,
    /// Privacy, terms, status: words and addresses for the foot of pages outside the frame.
    pub links: Vec<(String, String)>,
}

#[derive(Clone, Default)]
pub struct FramePerson {
    pub first: String,
    pub last: String,
    pub email: String,
}

impl FramePerson {
    pub fn name(&self) -> String {
        format!("{} {}", self.first, self.last).trim().to_owned()
    }
}

#[derive(Clone, Default)]
pub struct NavGroup {
    pub heading: Option<String>,
    pub items: Vec<NavItem>,
}

#[derive(Clone, Default)]
pub struct NavItem {
    pub label: String,
    pub href: String,
    /// Children have none.
    pub icon: &'static str,
    pub current: bool,
    /// The number, and what it means: "1 renewal due".
    pub badge: Option<(u64, String)>,
    pub children: Vec<NavItem>,
}

#[derive(Clone, Default)]
pub struct TeamChoice {
    pub label: String,
    /// Its organization.
    pub of: String,
    pub role_label: String,
    pub href: String,
    pub current: bool,
}

/// One sentence after an act.
#[derive(Clone, Default)]
pub struct Toast {
    pub text: String,
    /// "Undo", and where it posts to.
    pub undo: Option<(String, String)>,
}

/// A page in the frame.
pub fn page(frame: &Frame, title: &str, body: Markup) -> Markup {
    app(frame, title, "page", body)
}

/// A page without margins of its own, for a list with its panel: see [`split`](crate::components::head::split).
pub fn flush_page(frame: &Frame, title: &str, body: Markup) -> Markup {
    app(frame, title, "page flush", body)
}

/// A page outside the frame, beside the drawing: sign-in, links from mails.
pub fn sheet_page(frame: &Frame, title: &str, body: Markup) -> Markup {
    sheet(frame, title, "stack", body)
}

/// The same with a wider column: consent.
pub fn wide_sheet_page(frame: &Frame, title: &str, body: Markup) -> Markup {
    sheet(frame, title, "wide stack", body)
}

fn app(frame: &Frame, title: &str, class: &str, body: Markup) -> Markup {
    let lang = frame.lang;
    document(
        frame,
        title,
        html! {
            body.app {
                (skip(lang))
                (navigation(frame))
                (top(frame))
                @if let Some(strip) = &frame.strip { (strip) }
                main class=(class) #main tabindex="-1" { (body) }
                @if let Some(href) = &frame.help_href {
                    aside.help-at aria-label=(fl!(texts(lang), "help")) {
                        a.help href=(href) title=(fl!(texts(lang), "help-support")) {
                            span aria-hidden="true" { "?" } span.sr { (fl!(texts(lang), "help-support")) }
                        }
                    }
                }
                @if let Some(action) = &frame.search_href { (dialog::palette(lang, action)) }
                (toast(frame))
                (meter::hatch())
            }
        },
    )
}

fn sheet(frame: &Frame, title: &str, class: &str, body: Markup) -> Markup {
    let lang = frame.lang;
    document(
        frame,
        title,
        html! {
            body.auth {
                (skip(lang))
                header { (brand(frame)) (other_languages(frame, Some("push"))) }
                main class=(class) #main tabindex="-1" { (body) }
                div.sheet { (chair::chair(lang)) }
                footer {
                    @for (words, href) in &frame.vendor.links { a href=(href) { (words) } }
                    @if let Some(href) = &frame.help_href { a.push href=(href) { (fl!(texts(lang), "help")) } }
                    @else if let Some(mail) = &frame.vendor.support_mail {
                        a.push href=(format!("mailto:{mail}")) { (fl!(texts(lang), "help")) }
                    }
                }
                (toast(frame))
            }
        },
    )
}

fn document(frame: &Frame, title: &str, body: Markup) -> Markup {
    let scheme = (frame.scheme != Scheme::Device).then_some(frame.scheme.name());
    html! {
        (DOCTYPE)
        html lang=(frame.lang.tag()) data-scheme=[scheme] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · " (frame.vendor.name) }
                meta name="color-scheme" content=(frame.scheme.meta());
                link rel="icon" type=[frame.vendor.logo_href.is_none().then_some("image/svg+xml")]
                    href=(frame.vendor.logo_href.as_deref().unwrap_or(assets::href("logo.svg")));
                link rel="stylesheet" href=(assets::href("plats.css"));
                @if let Some(version) = &frame.vendor.brand_version {
                    link rel="stylesheet" href=(format!("/brand.css?v={version}"));
                }
                script type="module" src=(assets::href("plats.js")) {}
            }
            (body)
        }
    }
}

fn skip(lang: Lang) -> Markup {
    html! { a.skip href="#main" { (fl!(texts(lang), "skip")) } }
}

fn brand(frame: &Frame) -> Markup {
    html! {
        a.brand href="/" {
            @match &frame.vendor.logo_href {
                Some(href) => { img.logo src=(href) alt=""; }
                None => { (logo()) }
            }
            (frame.vendor.name)
        }
    }
}

fn navigation(frame: &Frame) -> Markup {
    html! {
        nav.nav #nav popover aria-label=(fl!(texts(frame.lang), "nav")) {
            (brand(frame))
            @for (n, group) in frame.nav.iter().enumerate() {
                @let id = format!("nav-{n}");
                @if let Some(heading) = &group.heading { p.nav-h id=(id) { (heading) } }
                ul aria-labelledby=[group.heading.as_ref().map(|_| &id)] {
                    @for item in &group.items { (nav_item(item, frame.lang)) }
                }
            }
            @if let Some(foot) = &frame.nav_foot { p.nav-foot { (foot) } }
        }
    }
}

fn nav_item(item: &NavItem, lang: Lang) -> Markup {
    html! {
        li {
            a href=(item.href) aria-current=[item.current.then_some("page")] {
                @if !item.icon.is_empty() { (icon(item.icon)) }
                (item.label)
                @if let Some((count, means)) = &item.badge {
                    " " span.nav-n { span aria-hidden="true" { (format::number(*count, lang)) } span.sr { (means) } }
                }
            }
            @if !item.children.is_empty() { ul { @for child in &item.children { (nav_item(child, lang)) } } }
        }
    }
}

fn top(frame: &Frame) -> Markup {
    let lang = frame.lang;
    html! {
        header.top {
            button.btn.btn-quiet.btn-icon.top-menu type="button" popovertarget="nav" aria-label=(fl!(texts(lang), "menu")) {
                (icon("menu"))
            }
            (team_switch(frame))
            @if let Some(href) = &frame.search_href {
                a.top-find href=(href) data-opens="palette" {
                    (icon("search")) span { (fl!(texts(lang), "search-for")) } kbd aria-hidden="true" { "Ctrl K" }
                }
            }
            @match &frame.person {
                Some(person) => (me(frame, person)),
                None => span.push { (button::plain(fl!(texts(lang), "sign-in")).href("/sign-in")) },
            }
        }
    }
}

fn team_switch(frame: &Frame) -> Markup {
    let lang = frame.lang;
    let Some(current) = frame.teams.iter().find(|team| team.current).or(frame.teams.first()) else {
        return html! {};
    };
    let several = frame.teams.iter().any(|team| team.of != current.of);
    let words = html! {
        @if !current.of.is_empty() { span.of { (current.of) } span.of aria-hidden="true" { "/" } }
        span { (current.label) }
    };
    if frame.teams.len() < 2 && frame.team_links.is_empty() {
        return html! { p.swap { (words) } };
    }
    let choices =
        frame.teams.iter().fold(menu("teams").head(fl!(texts(lang), "your-teams")), |menu, team| {
            let name = html! { (team.label) @if several { span.menu-of { (team.of) } } };
            menu.choice(name, &team.role_label, &team.href, team.current)
        });
    let choices = if frame.team_links.is_empty() { choices } else { choices.rule() };
    let choices =
        frame.team_links.iter().fold(choices, |menu, (icon, words, href)| menu.link(icon, words, href));
    html! {
        button.swap type="button" popovertarget="teams" {
            span.sr { (fl!(texts(lang), "switch-team")) " " } (words) (icon_s("updown"))
        }
        (choices)
    }
}

fn me(frame: &Frame, person: &FramePerson) -> Markup {
    let lang = frame.lang;
    let name = person.name();
    let mine = menu("me")
        .at_end()
        .head(html! { b { (name) } (person.email) })
        .rule()
        .link("user", fl!(texts(lang), "profile"), "/profile")
        .link("key", fl!(texts(lang), "password"), "/profile/password")
        .link("device", fl!(texts(lang), "sessions"), "/profile/sessions")
        .note("scheme", fl!(texts(lang), "appearance"), frame.scheme.words(lang), "/profile/appearance")
        .item(other_languages(frame, None))
        .rule()
        .post("leave", fl!(texts(lang), "sign-out"), "/sign-out");
    html! {
        button.top-me type="button" popovertarget="me" {
            (sign::avatar(&name)) span.sr { (fl!(texts(lang), "your-account", name = name.as_str())) }
        }
        (mine)
    }
}

/// Links that change the language and come back here; each in its own language.
fn other_languages(frame: &Frame, class: Option<&str>) -> Markup {
    let back: String = form_urlencoded::byte_serialize(frame.path.as_bytes()).collect();
    html! {
        @for lang in Lang::ALL.into_iter().filter(|lang| *lang != frame.lang) {
            a class=[class] href=(format!("/language?to={}&back={back}", lang.tag())) lang=(lang.tag()) hreflang=(lang.tag()) {
                @if class.is_none() { (icon("globe")) }
                (lang.own_name())
            }
        }
    }
}

fn toast(frame: &Frame) -> Markup {
    html! {
        @if let Some(Toast { text, undo }) = &frame.toast {
            (note::toast(frame.lang, text, undo.as_ref().map(|(words, action)| (words.as_str(), action.as_str()))))
        }
    }
}

impl Render for Scheme {
    fn render(&self) -> Markup {
        html! { (self.name()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame() -> Frame {
        Frame {
            vendor: VendorFace { name: "Nordkad & Co".to_owned(), ..VendorFace::default() },
            path: "/users?q=a&b".to_owned(),
            ..Frame::default()
        }
    }

    #[test]
    fn what_has_no_target_is_left_out() {
        let html = page(&frame(), "Users", html! { "x" }).into_string();
        assert!(html.starts_with("<!DOCTYPE html><html lang=\"en\"><head>"), "{html}");
        assert!(html.contains("<title>Users · Nordkad &amp; Co</title>"));
        for part in
            ["palette", "class=\"help\"", "id=\"me\"", "brand.css", "style=", "href=\"#\"", "data-scheme"]
        {
            assert!(!html.contains(part), "{part}");
        }
    }

    #[test]
    fn the_language_switch_comes_back_to_the_page() {
        let html = sheet_page(&frame(), "Sign in", html! {}).into_string();
        assert!(
            html.contains("href=\"/language?to=sv&amp;back=%2Fusers%3Fq%3Da%26b\" lang=\"sv\""),
            "{html}"
        );
    }

    #[test]
    fn one_leaves_by_a_form() {
        let person =
            FramePerson { first: "Maja".into(), last: "Lindqvist".into(), email: "maja@bygg.example".into() };
        let frame = Frame { person: Some(person), lang: Lang::Sv, scheme: Scheme::Dark, ..frame() };
        let html = page(&frame, "Hem", html! {}).into_string();
        assert!(html.contains("<form class=\"alone\" method=\"post\" action=\"/sign-out\">"), "{html}");
        assert!(
            html.contains("Ditt konto: Maja Lindqvist") && html.contains("data-scheme=\"dark\""),
            "{html}"
        );
    }
}
