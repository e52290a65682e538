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
    pub takeovers: TakeoverPolicy,
}

/// How an application to take over a contract comes to its end (mission B1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakeoverPolicy {
    /// So many days the present contract manager has for an answer.
    pub days: u32,
    pub decides: Decides,
}

impl Default for TakeoverPolicy {
    fn default() -> Self {
        TakeoverPolicy { days: 7, decides: Decides::Staff }
    }
}

/// What follows when the present contract manager agreed, or kept silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Decides {
    /// The partner's or the vendor's people look at it.
    #[default]
    Staff,
    /// The application is granted by itself.
    Itself,
}

impl House {
    /// The absolute url of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }
}
