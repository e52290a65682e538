//! What a column may hold, and the words that people and programs write above it.

use kernel::Lang;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    FirstName,
    LastName,
    /// Both in one: `Noora Aalto` or `Aalto, Noora`.
    Name,
    Email,
    Role,
    Groups,
    Products,
    UserId,
}

/// Above the column of reasons that [`ToMend`](crate::ToMend) adds; it is passed over when the file comes back.
pub(crate) const REASON: [(Lang, &str); 2] = [(Lang::En, "To mend"), (Lang::Sv, "Att rätta")];

impl Field {
    pub const ALL: [Field; 8] = [
        Field::FirstName,
        Field::LastName,
        Field::Name,
        Field::Email,
        Field::Role,
        Field::Groups,
        Field::Products,
        Field::UserId,
    ];

    /// Stable, for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Field::FirstName => "first-name",
            Field::LastName => "last-name",
            Field::Name => "name",
            Field::Email => "email",
            Field::Role => "role",
            Field::Groups => "groups",
            Field::Products => "products",
            Field::UserId => "user-id",
        }
    }

    /// As we write it above a column.
    pub const fn heading(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Field::FirstName, Lang::En) => "First name",
            (Field::FirstName, Lang::Sv) => "Förnamn",
            (Field::LastName, Lang::En) => "Last name",
            (Field::LastName, Lang::Sv) => "Efternamn",
            (Field::Name, Lang::En) => "Name",
            (Field::Name, Lang::Sv) => "Namn",
            (Field::Email, Lang::En) => "Email",
            (Field::Email, Lang::Sv) => "E-post",
            (Field::Role, Lang::En) => "Role",
            (Field::Role, Lang::Sv) => "Roll",
            (Field::Groups, Lang::En) => "Groups",
            (Field::Groups, Lang::Sv) => "Grupper",
            (Field::Products, Lang::En) => "Products",
            (Field::Products, Lang::Sv) => "Produkter",
            (Field::UserId, Lang::En) => "User ID",
            (Field::UserId, Lang::Sv) => "Användar-ID",
        }
    }

    /// Which field a heading names; case, spaces, punctuation and the dots of å, ä and ö do not matter.
    pub(crate) fn of(heading: &str) -> Option<Field> {
        let word = folded(heading);
        Field::ALL.into_iter().find(|field| field.words().contains(&word.as_str()))
    }

    const fn words(self) -> &'static [&'static str] {
        match self {
            Field::FirstName => &["firstname", "first", "givenname", "forename", "fornamn", "tilltalsnamn"],
            Field::LastName => &["lastname", "last", "surname", "familyname", "efternamn", "slaktnamn"],
            Field::Name => &["name", "fullname", "displayname", "namn", "fullstandigtnamn", "visningsnamn"],
            Field::Email => &[
                "email",
                "emailaddress",
                "emails",
                "mail",
                "mailaddress",
                "mailadress",
                "mejl",
                "mejladress",
                "epost",
                "epostadress",
                "eposten",
                "emailadress",
            ],
            Field::Role => &["role", "roles", "teamrole", "roll", "roller", "teamroll"],
            Field::Groups => &["group", "groups", "groupname", "grupp", "grupper", "gruppnamn"],
            Field::Products => &["product", "products", "productname", "produkt", "produkter", "produktnamn"],
            Field::UserId => &["userid", "anvandarid", "anvandareid"],
        }
    }
}

pub(crate) fn is_reason(heading: &str) -> bool {
    REASON.iter().any(|(_, reason)| folded(reason) == folded(heading))
}

/// Letters and digits in lower case; `å`, also when it is written as `a` and a ring, as `a`.
fn folded(heading: &str) -> String {
    let plain = |c| match c {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        c => c,
    };
    heading.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).map(plain).collect()
}
