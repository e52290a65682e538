//! The vendor's own facts that texts and links are made of: given once at start, like the clock.

/// Who runs this Plats, and under which address.
#[derive(Debug, Clone, Default)]
pub struct House {
    /// `https://account.vendor.example`, without a slash at the end. Links in mails are built from it.
    pub public_url: String,
    /// Short: `Nordkad`.
    pub vendor: String,
    /// Company and postal address, for the foot of mails.
    pub legal: String,
    pub support_mail: Option<String>,
    /// IANA, for dates where no person's own zone is known.
    pub time_zone: String,
}

impl House {
    /// The absolute url of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }
}
