//! Who plays in the demo: the vendor, a reseller, two customers, and the people who work there.

use kernel::{
    Lang::{self, En, Sv},
    Role,
};

/// The same for everybody, so that one can step into any of them.
pub const PASSWORD: &str = "sju stolar vid bordet";

pub(super) struct Player {
    pub first: &'static str,
    pub last: &'static str,
    pub email: &'static str,
    pub lang: Lang,
}

pub(super) const OPERATOR: Player = player("Elin", "Sjöberg", "elin.sjoberg@nordkad.example", Sv);
pub(super) const SECOND_OPERATOR: Player = player("Jonas", "Nyberg", "jonas.nyberg@nordkad.example", Sv);
pub(super) const PARTNER: Player = player("Petra", "Holm", "petra.holm@skissera.example", Sv);
pub(super) const SECOND_PARTNER: Player = player("Mateusz", "Nowak", "mateusz.nowak@skissera.example", En);
pub(super) const MANAGER: Player = player("Elin", "Asp", "elin.asp@byggkonsult.example", Sv);
pub(super) const PRIMARY: Player = player("Maja", "Lindqvist", "maja.lindqvist@byggkonsult.example", En);
pub(super) const SECONDARY: Player = player("Karin", "Ahlgren", "karin.ahlgren@byggkonsult.example", Sv);
pub(super) const GOTHENBURG: Player = player("Agnieszka", "Król", "agnieszka.krol@byggkonsult.example", En);
pub(super) const SAMIRA: Player = player("Samira", "Al-Hassan", "samira.al-hassan@byggkonsult.example", Sv);
pub(super) const LARS: Player = player("Lars", "Andersson", "lars.andersson@byggkonsult.example", Sv);
/// Somebody left a letter out: no mailbox has this address.
pub(super) const LINNEA: Player = player("Linnea", "Almqvist", "linea.almqvist@byggkonsult.example", Sv);
pub(super) const OTHER_MANAGER: Player =
    player("Ingrid", "Solbakken", "ingrid.solbakken@fjordlys.example", En);

const fn player(first: &'static str, last: &'static str, email: &'static str, lang: Lang) -> Player {
    Player { first, last, email, lang }
}

/// Somebody who was invited to a team.
pub(super) struct Colleague {
    pub who: Player,
    /// When the invitation came.
    pub days_ago: i64,
    /// Article numbers of the seats that they were given.
    pub seats: &'static [&'static str],
    pub seen: Seen,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Seen {
    Minutes(u64),
    Days(i64, i8, i8),
    /// The invitation is not answered.
    Never,
}

use Seen::{Days, Minutes, Never};

pub(super) const RITBORD: &str = "RITBORD-NAMED";
pub(super) const FASAD: &str = "FASAD-NAMED";
pub(super) const FASAD_FIELD: &str = "FASAD-FIELD";
pub(super) const MATVERK: &str = "MATVERK-NAMED";

const R: &[&str] = &[RITBORD];
const RF: &[&str] = &[RITBORD, FASAD];
const RM: &[&str] = &[RITBORD, MATVERK];
const RFM: &[&str] = &[RITBORD, FASAD, MATVERK];
const NONE: &[&str] = &[];

macro_rules! colleagues {
    ($house:literal; $($first:literal $last:literal $local:literal $lang:ident, $days:literal, $seats:ident, $seen:expr;)*) => {
        &[$(Colleague {
            who: player($first, $last, concat!($local, "@", $house), $lang),
            days_ago: $days,
            seats: $seats,
            seen: $seen,
        }),*]
    };
}

pub(super) const MALMO: &[Colleague] = colleagues! { "byggkonsult.example";
    "Karin" "Ahlgren" "karin.ahlgren" Sv, 290, RF, Minutes(12);
    "Börje" "Alm" "borje.alm" Sv, 290, RF, Days(102, 15, 40);
    "Noora" "Aalto" "noora.aalto" En, 289, R, Minutes(87);
    "Hodan" "Abdi" "hodan.abdi" Sv, 289, RM, Minutes(4);
    "Samira" "Al-Hassan" "samira.al-hassan" Sv, 288, RFM, Minutes(2);
    "Ingrid" "Abrahamsson" "ingrid.abrahamsson" Sv, 288, R, Minutes(106);
    "Göran" "Andersson" "goran.andersson" Sv, 280, R, Days(144, 11, 5);
    "Alexander" "Andersson" "alexander.andersson" Sv, 280, RM, Minutes(61);
    "Emre" "Aksoy" "emre.aksoy" En, 240, RF, Minutes(39);
    "Jelena" "Antić" "jelena.antic" En, 240, RF, Minutes(30);
    "Per-Olof" "Adolfsson" "per-olof.adolfsson" Sv, 239, R, Days(4, 16, 20);
    "Anna" "Andersson" "anna.andersson" Sv, 182, R, Minutes(31);
    "Sofie" "Arnesen" "sofie.arnesen" En, 182, RF, Days(5, 13, 47);
    "Chidi" "Anyanwu" "chidi.anyanwu" En, 150, R, Minutes(8);
    "Mette" "Andersen" "mette.andersen" En, 150, R, Days(1, 14, 12);
    "Yusuf" "Asad" "yusuf.asad" Sv, 97, R, Minutes(1);
    "Oskar" "Arvidsson" "oskar.arvidsson" Sv, 96, R, Minutes(1);
    "Maryam" "Azizi" "maryam.azizi" En, 61, RF, Minutes(5);
    "Ewa" "Augustyniak" "ewa.augustyniak" En, 40, R, Minutes(43);
    "Åsa" "Öberg" "asa.oberg" Sv, 33, R, Minutes(24);
    "Valdemar" "Antonsson" "valdemar.antonsson" Sv, 12, NONE, Never;
    "Tariq" "Ahmed" "tariq.ahmed" En, 3, R, Never;
    "Kristina" "Asplund" "kristina.asplund" Sv, 2, RF, Never;
};

pub(super) const GOTEBORG: &[Colleague] = colleagues! { "byggkonsult.example";
    "Agnieszka" "Król" "agnieszka.krol" En, 210, R, Minutes(53);
    "Tomasz" "Kowalczyk" "tomasz.kowalczyk" En, 205, R, Days(1, 9, 31);
    "Ville" "Koskinen" "ville.koskinen" En, 205, R, Days(3, 10, 2);
    "Wei" "Zhang" "wei.zhang" En, 118, R, Minutes(19);
    "Åke" "Sjödin" "ake.sjodin" Sv, 9, NONE, Days(2, 8, 15);
};

pub(super) const KOBENHAVN: &[Colleague] = colleagues! { "byggkonsult.example";
    "Kirsten" "Holm" "kirsten.holm" En, 75, NONE, Days(7, 12, 0);
    "Kasper" "Møller" "kasper.moller" En, 20, NONE, Days(6, 9, 50);
};

pub(super) const FJORDLYS: &[Colleague] = colleagues! { "fjordlys.example";
    "Eirik" "Bø" "eirik.bo" En, 118, R, Days(1, 10, 26);
    "Zofia" "Wiśniewska" "zofia.wisniewska" En, 118, RF, Minutes(14);
    "Omar" "Haddad" "omar.haddad" En, 117, R, Days(2, 15, 3);
    "Minh Anh" "Nguyễn" "minhanh.nguyen" En, 64, R, Minutes(72);
    "Xiaoling" "Chen" "xiaoling.chen" En, 2, NONE, Never;
};

/// Groups of the team Malmö: name, product, people.
pub(super) const GROUPS: [(&str, &str, &[&str]); 2] = [
    (
        "Inmätning",
        MATVERK,
        &[
            "hodan.abdi@byggkonsult.example",
            "chidi.anyanwu@byggkonsult.example",
            "yusuf.asad@byggkonsult.example",
            "oskar.arvidsson@byggkonsult.example",
        ],
    ),
    (
        "Fasader",
        FASAD,
        &[
            "karin.ahlgren@byggkonsult.example",
            "emre.aksoy@byggkonsult.example",
            "jelena.antic@byggkonsult.example",
        ],
    ),
];

/// A file that Maja has looked at and not begun; one address is written wrongly, and one person is there already.
pub(super) const NEWCOMERS: (&str, &str) = (
    "nya-i-januari.csv",
    "Förnamn;Efternamn;E-post\n\
     Ines;Ibsen;ines.ibsen@byggkonsult.example\n\
     Olof;Palmér;olof.palmer@byggkonsult,example\n\
     Karin;Ahlgren;karin.ahlgren@byggkonsult.example\n\
     Tor;Wallin;tor.wallin@byggkonsult.example\n",
);

/// Who is worth being, and why in English and Swedish, for the words at the start and for the page.
pub(super) const WORTH_BEING: [(Role, &Player, [&str; 2]); 9] = [
    (
        Role::Operator,
        &OPERATOR,
        ["Nordkad: catalog, partners, orders, mails", "Nordkad: katalog, återförsäljare, order, mejl"],
    ),
    (
        Role::Partner,
        &PARTNER,
        ["Skissera AB, a reseller: places orders", "Skissera AB, återförsäljare: lägger order"],
    ),
    (
        Role::ContractManager,
        &MANAGER,
        [
            "Byggkonsult Öresund AB: an order waits for her choice",
            "Byggkonsult Öresund AB: en order väntar på hennes val",
        ],
    ),
    (
        Role::PrimaryAdmin,
        &PRIMARY,
        [
            "team Malmö: invites people, gives seats; two devices",
            "team Malmö: bjuder in, delar ut platser; två enheter",
        ],
    ),
    (Role::SecondaryAdmin, &SECONDARY, ["team Malmö", "team Malmö"]),
    (
        Role::PrimaryAdmin,
        &GOTHENBURG,
        ["team Göteborg: no seat of Ritbord is free", "team Göteborg: ingen plats för Ritbord är ledig"],
    ),
    (Role::User, &SAMIRA, ["three products, seats from two teams", "tre produkter, platser från två team"]),
    (Role::User, &KIRSTEN, ["team København: no product yet", "team København: ingen produkt än"]),
    (
        Role::ContractManager,
        &OTHER_MANAGER,
        ["Fjordlys Arkitektur AS: all seats taken", "Fjordlys Arkitektur AS: alla platser upptagna"],
    ),
];

const KIRSTEN: Player = player("Kirsten", "Holm", "kirsten.holm@byggkonsult.example", En);
