//! The frame around every mail: one column, light, inline styles as mail programs want them; and the same as plain text.
//! What a mail says lives with its sender; everything that comes in here is escaped.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::Lang;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// A mail without its envelope.
#[derive(Debug, Clone, Default)]
pub struct MailBody {
    pub lang: Lang,
    /// The vendor's name, at the top.
    pub vendor: String,
    /// The vendor's color as six-digit hex; anything else keeps ours.
    pub color: Option<String>,
    /// Name and postal address of the vendor, at the bottom.
    pub address: Vec<String>,
    pub support_mail: Option<String>,
    /// What lists of mails show after the subject.
    pub preheader: String,
    pub title: String,
    /// Before the link.
    pub paragraphs: Vec<Words>,
    /// The one thing to do: words and address.
    pub link: Option<(String, String)>,
    /// How long the link works.
    pub link_note: String,
    /// After the link.
    pub blocks: Vec<Block>,
    /// Why this mail came, and what to do when it should not have.
    pub footer: Words,
}

#[derive(Debug, Clone)]
pub enum Block {
    Heading(String),
    Text(Words),
    List(Vec<Words>),
    Steps(Vec<Words>),
    /// Labels and facts.
    Facts(Vec<(String, String)>),
    /// A code to type somewhere else.
    Code(String),
}

impl Block {
    pub fn text(words: impl Into<Words>) -> Block {
        Block::Text(words.into())
    }
    pub fn list<W: Into<Words>>(lines: impl IntoIterator<Item = W>) -> Block {
        Block::List(lines.into_iter().map(Into::into).collect())
    }
    pub fn steps<W: Into<Words>>(lines: impl IntoIterator<Item = W>) -> Block {
        Block::Steps(lines.into_iter().map(Into::into).collect())
    }
}

/// A line of text with links and strong words in it:
/// `Words::from("Not you? ").link("Tell us", url).then(", and nothing more is sent.")`
#[derive(Debug, Clone, Default)]
pub struct Words(Vec<Piece>);

#[derive(Debug, Clone)]
enum Piece {
    Plain(String),
    Strong(String),
    Link(String, String),
}

impl<T: Into<String>> From<T> for Words {
    fn from(text: T) -> Self {
        Words::default().then(text)
    }
}

impl Words {
    pub fn then(mut self, text: impl Into<String>) -> Self {
        self.0.push(Piece::Plain(one_line(&text.into())));
        self
    }
    pub fn strong(mut self, text: impl Into<String>) -> Self {
        self.0.push(Piece::Strong(one_line(&text.into())));
        self
    }
    pub fn link(mut self, text: impl Into<String>, url: impl Into<String>) -> Self {
        self.0.push(Piece::Link(one_line(&text.into()), url.into()));
        self
    }
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    fn html(&self, color: &str) -> Markup {
        html! {
            @for piece in &self.0 {
                @match piece {
                    Piece::Plain(text) => { (text) }
                    Piece::Strong(text) => { strong { (text) } }
                    Piece::Link(text, url) => { (anchor(text, url, color)) }
                }
            }
        }
    }
    /// The sentence, then the addresses in it, each on its own line.
    fn text(&self, out: &mut Plain, first: &str, rest: &str) {
        let words: String = self.0.iter().map(Piece::words).collect();
        out.wrapped(&words, first, rest);
        for piece in &self.0 {
            if let Piece::Link(text, url) = piece
                && url.strip_prefix("mailto:").is_none_or(|address| address != text)
                && url != text
            {
                out.line(rest, &format!("{text}:"));
                out.line(rest, url);
            }
        }
    }
}

impl Piece {
    fn words(&self) -> &str {
        match self {
            Piece::Plain(text) | Piece::Strong(text) | Piece::Link(text, _) => text,
        }
    }
}

/// What comes from people stays on its line; only spaces at the ends survive, they part pieces.
fn one_line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

const INK: &str = "#1b2625";
const OURS: &str = "#1d5a43";
const SMALL: &str = "margin:0 0 32px 0; font-size:14px; line-height:21px; color:#4f5b59;";
const PARAGRAPH: &str = "margin:0 0 16px 0;";
const HEADING: &str = "margin:0 0 8px 0; padding:12px 0 0 0; border-top:1px solid #3a4645; font-size:16px; line-height:24px; font-weight:bold; color:#1b2625;";
const LIST: &str = "margin:0 0 24px 0; padding:0 0 0 20px;";
const ITEM: &str = "margin:0 0 4px 0;";
const FOOT: &str = "margin:0; padding:16px 0 0 0; border-top:1px solid #dedad3; font-size:13px; line-height:20px; color:#4f5b59;";
const COLUMN: &str = "max-width:560px; margin:0 auto; padding:24px 20px; font-family:'Segoe UI', Helvetica, Arial, sans-serif; font-size:16px; line-height:24px; color:#1b2625;";
const UNSEEN: &str = "display:none; font-size:1px; line-height:1px; max-height:0; overflow:hidden;";
/// Outlook knows no padding on links; it gets air from these letters instead.
const MSO_BEFORE: &str = "<!--[if mso]><i style=\"letter-spacing:24px; mso-font-width:-100%; mso-text-raise:22pt;\">&nbsp;</i><span style=\"mso-text-raise:11pt;\"><![endif]-->";
const MSO_AFTER: &str =
    "<!--[if mso]></span><i style=\"letter-spacing:24px; mso-font-width:-100%;\">&nbsp;</i><![endif]-->";

impl MailBody {
    pub fn html(&self) -> String {
        let fill = Fill::of(self.color.as_deref());
        html! {
            (DOCTYPE)
            html lang=(self.lang.tag()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light only";
                    title { (self.title) }
                }
                body style="margin:0; padding:0; background-color:#ffffff;" {
                    @if !self.preheader.is_empty() { div style=(UNSEEN) { (self.preheader) } }
                    div role="article" aria-label=(self.title) lang=(self.lang.tag()) style=(COLUMN) {
                        p style="margin:0 0 32px 0; font-size:18px; line-height:24px; font-weight:bold; color:#1b2625;" {
                            (self.vendor)
                        }
                        h1 style="margin:0 0 16px 0; font-size:24px; line-height:30px; font-weight:bold; color:#1b2625;" {
                            (self.title)
                        }
                        @for words in &self.paragraphs { p style=(PARAGRAPH) { (words.html(fill.link)) } }
                        (self.link_html(&fill))
                        @for block in &self.blocks { (block.html(fill.link)) }
                        (self.foot_html(fill.link))
                    }
                }
            }
        }
        .into_string()
    }

    fn link_html(&self, fill: &Fill) -> Markup {
        let Some((words, url)) = &self.link else { return html! {} };
        let style = format!(
            "display:inline-block; padding:12px 24px; background-color:{}; border-radius:4px; color:{}; font-weight:bold; text-decoration:none;",
            fill.button, fill.on_button
        );
        html! {
            p style="margin:0 0 8px 0;" {
                a href=[safe(url)] style=(style) { (PreEscaped(MSO_BEFORE)) (words) (PreEscaped(MSO_AFTER)) }
            }
            p style=(SMALL) {
                @if !self.link_note.is_empty() { (self.link_note) " " }
                (fl!(texts(self.lang), "mail-copy")) br;
                span style="word-break:break-all;" { (anchor(url, url, fill.link)) }
            }
        }
    }

    fn foot_html(&self, link: &str) -> Markup {
        html! {
            p style=(FOOT) {
                (self.footer.html(link))
                @if !self.footer.is_empty() { br; }
                (self.address.join(", "))
                @if let Some(mail) = &self.support_mail {
                    ". " (fl!(texts(self.lang), "mail-questions")) " " (anchor(mail, &format!("mailto:{mail}"), link))
                }
            }
        }
    }

    /// Plain text in lines of at most 72 letters; addresses stand whole on lines of their own.
    pub fn text(&self) -> String {
        let mut out = Plain::default();
        out.paragraph(&self.title);
        for words in &self.paragraphs {
            out.gap();
            words.text(&mut out, "", "");
        }
        if let Some((words, url)) = &self.link {
            out.paragraph(&format!("{}:", one_line(words)));
            out.line("", url);
            if !self.link_note.is_empty() {
                out.paragraph(&self.link_note);
            }
        }
        for block in &self.blocks {
            block.plain(&mut out);
        }
        out.gap();
        out.line("", "-- ");
        self.footer.text(&mut out, "", "");
        out.wrapped(&self.address.join(", "), "", "");
        if let Some(mail) = &self.support_mail {
            out.line("", &format!("{} {mail}", fl!(texts(self.lang), "mail-questions")));
        }
        out.text
    }
}

impl Block {
    fn html(&self, link: &str) -> Markup {
        match self {
            Block::Heading(words) => html! { h2 style=(HEADING) { (words) } },
            Block::Text(words) => html! { p style="margin:0 0 24px 0;" { (words.html(link)) } },
            Block::List(lines) => {
                html! { ul style=(LIST) { @for line in lines { li style=(ITEM) { (line.html(link)) } } } }
            }
            Block::Steps(lines) => {
                html! { ol style=(LIST) { @for line in lines { li style=(ITEM) { (line.html(link)) } } } }
            }
            Block::Facts(facts) => html! {
                table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 24px 0; border-collapse:collapse;" {
                    @for (label, fact) in facts {
                        tr {
                            td style="padding:2px 16px 2px 0; vertical-align:top; color:#4f5b59;" { (label) }
                            td style="padding:2px 0; vertical-align:top;" { (fact) }
                        }
                    }
                }
            },
            Block::Code(code) => html! {
                p style="margin:0 0 24px 0; font-family:Consolas, Menlo, monospace; font-size:24px; line-height:32px; letter-spacing:2px;" { (code) }
            },
        }
    }

    fn plain(&self, out: &mut Plain) {
        out.gap();
        match self {
            Block::Heading(words) => {
                let words = one_line(words);
                out.line("", &words);
                out.line("", &"-".repeat(words.chars().count().min(WIDTH)));
                out.tight = true;
            }
            Block::Text(words) => words.text(out, "", ""),
            Block::List(lines) => lines.iter().for_each(|line| line.text(out, "- ", "  ")),
            Block::Steps(lines) => {
                for (n, line) in lines.iter().enumerate() {
                    line.text(out, &format!("{}. ", n + 1), "   ");
                }
            }
            Block::Facts(facts) => facts.iter().for_each(|(label, fact)| {
                out.wrapped(&format!("{}: {}", one_line(label), one_line(fact)), "", "  ")
            }),
            Block::Code(code) => out.line("    ", code),
        }
    }
}

fn anchor(words: &str, url: &str, color: &str) -> Markup {
    html! { a href=[safe(url)] style=(format!("color:{color};")) { (words) } }
}

/// Only addresses that a mail may lead to.
fn safe(url: &str) -> Option<&str> {
    ["https://", "http://", "mailto:"].iter().any(|scheme| url.starts_with(scheme)).then_some(url)
}

/// The vendor's color where it can be read, ink where it cannot.
struct Fill<'a> {
    button: &'a str,
    on_button: &'static str,
    link: &'a str,
}

impl<'a> Fill<'a> {
    fn of(color: Option<&'a str>) -> Fill<'a> {
        let (button, light) =
            color.and_then(|color| Some((color, luminance(color)?))).unwrap_or((OURS, 0.08));
        let contrast_to_white = 1.05 / (light + 0.05);
        if contrast_to_white >= 4.5 {
            Fill { button, on_button: "#ffffff", link: button }
        } else {
            Fill { button, on_button: INK, link: INK }
        }
    }
}

/// WCAG 2 relative luminance of `#rrggbb`.
fn luminance(color: &str) -> Option<f64> {
    let hex = color.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.is_ascii())?;
    let channel = |at: usize| {
        let share = f64::from(u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()?) / 255.0;
        Some(if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) })
    };
    hex.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(())?;
    Some(0.2126 * channel(0)? + 0.7152 * channel(2)? + 0.0722 * channel(4)?)
}

const WIDTH: usize = 72;

/// Plain text that grows by lines.
#[derive(Default)]
struct Plain {
    text: String,
    /// Nothing parts a heading from what it heads.
    tight: bool,
}

impl Plain {
    /// An empty line, unless it would be the first or follows a heading.
    fn gap(&mut self) {
        if !self.text.is_empty() && !std::mem::take(&mut self.tight) {
            self.text.push('\n');
        }
    }
    fn line(&mut self, indent: &str, text: &str) {
        self.text += indent;
        self.text += text;
        self.text.push('\n');
    }
    fn paragraph(&mut self, text: &str) {
        self.gap();
        self.wrapped(&one_line(text), "", "");
    }
    /// Breaks between words; a word that is too long stands alone.
    fn wrapped(&mut self, text: &str, first: &str, rest: &str) {
        let mut line = String::new();
        let mut indent = first;
        for word in text.split_ascii_whitespace() {
            let width = indent.chars().count() + line.chars().count() + 1 + word.chars().count();
            if !line.is_empty() && width > WIDTH {
                self.line(indent, &line);
                line.clear();
                indent = rest;
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line += word;
        }
        if !line.is_empty() {
            self.line(indent, &line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn welcome() -> MailBody {
        MailBody {
            vendor: "Nordkad".into(),
            address: vec!["Nordkad AB".into(), "Varvsgatan 4".into(), "972 32 Luleå".into()],
            support_mail: Some("support@nordkad.example".into()),
            preheader: "Your 1,540 seats are ready.".into(),
            title: "Welcome, Elin. Choose your password".into(),
            paragraphs: vec!["Skissera AB has ordered for Byggkonsult Öresund AB, and you are its contract manager. Everything is in place; only your password is missing.".into()],
            link: Some(("Choose a password".into(), "https://account.nordkad.example/welcome/7Qm2x?a=1&b=2".into())),
            link_note: "The link works once, until Wednesday 25 November 2026, 09:41.".into(),
            blocks: vec![
                Block::Heading("What you have".into()),
                Block::list(["Ritbord, 1,200 seats in Malmö", "Fasad, 240 seats in Malmö"]),
                Block::text("Contract NK-40-21877."),
                Block::Code("gran 42".into()),
            ],
            footer: Words::from("Sent because you were named. Not you? ")
                .link("Tell us", "https://account.nordkad.example/not-me/7Qm2x")
                .then(", and nothing more is sent."),
            ..MailBody::default()
        }
    }

    #[test]
    fn plain_text_wraps_and_keeps_addresses_whole() {
        let text = welcome().text();
        assert_eq!(
            text,
            "Welcome, Elin. Choose your password\n\
             \n\
             Skissera AB has ordered for Byggkonsult Öresund AB, and you are its\n\
             contract manager. Everything is in place; only your password is missing.\n\
             \n\
             Choose a password:\n\
             https://account.nordkad.example/welcome/7Qm2x?a=1&b=2\n\
             \n\
             The link works once, until Wednesday 25 November 2026, 09:41.\n\
             \n\
             What you have\n\
             -------------\n\
             - Ritbord, 1,200 seats in Malmö\n\
             - Fasad, 240 seats in Malmö\n\
             \n\
             Contract NK-40-21877.\n\
             \n    gran 42\n\
             \n\
             -- \n\
             Sent because you were named. Not you? Tell us, and nothing more is sent.\n\
             Tell us:\n\
             https://account.nordkad.example/not-me/7Qm2x\n\
             Nordkad AB, Varvsgatan 4, 972 32 Luleå\n\
             Questions: support@nordkad.example\n"
        );
    }

    #[test]
    fn everything_is_escaped() {
        let mail = MailBody {
            title: "Hi <b>\"Elin\"".into(),
            vendor: "A & B".into(),
            paragraphs: vec![Words::from("<script>").link("here", "javascript:alert(1)")],
            ..welcome()
        };
        let html = mail.html();
        assert!(html.contains("Hi &lt;b&gt;&quot;Elin&quot;") && html.contains("A &amp; B"), "{html}");
        assert!(!html.contains("<script>") && !html.contains("javascript:"), "{html}");
        assert!(html.contains("7Qm2x?a=1&amp;b=2") && html.contains("<!--[if mso]>"), "{html}");
    }

    #[test]
    fn a_name_cannot_begin_a_line() {
        let mail = MailBody { paragraphs: vec!["Dear Eve\nhttps://evil.example".into()], ..welcome() };
        assert!(mail.text().contains("Dear Eve https://evil.example\n"));
    }

    #[test]
    fn a_light_color_gets_dark_words() {
        let mail = |color: &str| MailBody { color: Some(color.into()), ..welcome() }.html();
        assert!(mail("#0a3a80").contains("background-color:#0a3a80; border-radius:4px; color:#ffffff"));
        assert!(mail("#ffcc00").contains("background-color:#ffcc00; border-radius:4px; color:#1b2625"));
        assert!(mail("red;\">").contains("background-color:#1d5a43"));
    }
}
