//! Ids are types with a prefix (TypeID): `team_01kb3q6v7me3ztkx1m1kd2yq3n`. They sort by the time of their making.

use crate::{Chance, Timestamp};
use std::{
    cmp, fmt, hash,
    marker::PhantomData,
    str::FromStr,
    sync::atomic::{AtomicU64, Ordering},
};

/// What an id names. Only the prefix matters; the type keeps a team's id out of a person's place.
pub trait Named: 'static {
    const PREFIX: &'static str;
}

pub struct Id<K>(u128, PhantomData<fn() -> K>);

macro_rules! ids {
    ($($(#[$doc:meta])* $alias:ident = $kind:ident $prefix:literal;)*) => {$(
        #[derive(Debug)]
        pub enum $kind {}
        impl Named for $kind {
            const PREFIX: &'static str = $prefix;
        }
        $(#[$doc])*
        pub type $alias = Id<$kind>;
    )*};
}

ids! {
    /// A human's one identity, for life: the User ID.
    PersonId = PersonKind "user";
    OrganizationId = OrganizationKind "org";
    TeamId = TeamKind "team";
    InvitationId = InvitationKind "inv";
    PartnerId = PartnerKind "part";
    ContractId = ContractKind "con";
    SubscriptionId = SubscriptionKind "sub";
    OrderId = OrderKind "ord";
    /// An application to become the manager of a contract.
    TakeoverId = TakeoverKind "tko";
    ProductId = ProductKind "prod";
    ReleaseId = ReleaseKind "rel";
    BuildId = BuildKind "bld";
    OfferingId = OfferingKind "off";
    PoolId = PoolKind "pool";
    GroupId = GroupKind "grp";
    ImportId = ImportKind "imp";
    AssignmentId = AssignmentKind "seat";
    DeviceId = DeviceKind "dev";
    LeaseId = LeaseKind "lse";
    SessionId = SessionKind "ses";
    MailId = MailKind "mail";
    JobId = JobKind "job";
    AuditId = AuditKind "aud";
    ApiKeyId = ApiKeyKind "key";
    /// What a person allowed a program to do (an OAuth grant).
    ConsentId = ConsentKind "cns";
    /// A signing key of the vendor.
    KeyId = KeyKind "sig";
}

impl<K: Named> Id<K> {
    /// A new id: 48 bits of time, the rest chance (UUID version 7, RFC 9562).
    pub fn new(now: Timestamp, chance: &Chance) -> Self {
        let [high, low] = chance.bytes();
        Self::at(place(now) | u64::from(u16::from_be_bytes([high, low]) & 0xfff), chance)
    }

    /// The same at the next place of a sequence: it sorts after all that were made before.
    pub fn in_order(now: Timestamp, sequence: &Sequence, chance: &Chance) -> Self {
        Self::at(sequence.next(now), chance)
    }

    fn at(place: u64, chance: &Chance) -> Self {
        let time = (place >> 12).to_be_bytes();
        let mut bytes = [0; 16];
        bytes[..6].copy_from_slice(&time[2..]);
        bytes[6..8].copy_from_slice(&(0x7000 | (place & 0xfff) as u16).to_be_bytes());
        bytes[8..].copy_from_slice(&chance.bytes::<8>());
        bytes[8] = 0x80 | (bytes[8] & 0x3f);
        Id(u128::from_be_bytes(bytes), PhantomData)
    }

    /// The part behind the prefix.
    pub fn suffix(&self) -> String {
        (0..26).map(|at| ALPHABET[(self.0 >> (5 * (25 - at))) as usize & 31] as char).collect()
    }
}

/// Milliseconds, and twelve bits for the order within one of them.
fn place(now: Timestamp) -> u64 {
    now.millis().max(0).unsigned_abs() << 12
}

/// Keeps the ids of one process in the order of their making, also when the clock stands still (RFC 9562, 6.2).
#[derive(Debug, Default)]
pub struct Sequence(AtomicU64);

impl Sequence {
    fn next(&self, now: Timestamp) -> u64 {
        let after = |last: u64| place(now).max(last + 1);
        let last = self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |last| Some(after(last)));
        after(last.unwrap_or_else(|last| last))
    }
}

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The text is not an id of this kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id of the kind {0}")]
pub struct NotAnId(pub &'static str);

impl<K: Named> FromStr for Id<K> {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let refuse = NotAnId(K::PREFIX);
        let suffix = text.strip_prefix(K::PREFIX).and_then(|rest| rest.strip_prefix('_')).ok_or(refuse)?;
        if suffix.len() != 26 || suffix.as_bytes()[0] > b'7' {
            return Err(refuse);
        }
        suffix
            .bytes()
            .try_fold(0u128, |sum, digit| {
                ALPHABET.iter().position(|known| *known == digit).map(|value| sum << 5 | value as u128)
            })
            .map(|value| Id(value, PhantomData))
            .ok_or(refuse)
    }
}

impl<K: Named> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", K::PREFIX, self.suffix())
    }
}
impl<K: Named> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for Id<K> {}
impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<K> Eq for Id<K> {}
impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<K> hash::Hash for Id<K> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<K: Named> serde::Serialize for Id<K> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
impl<'de, K: Named> serde::Deserialize<'de> for Id<K> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(from)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_and_keeps_to_its_kind() {
        let chance = Chance::new(|bytes| bytes.fill(0xa5));
        let id = TeamId::new(Timestamp::from_millis(1_764_000_000_000), &chance);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert!(id.to_string().starts_with("team_01k"));
        assert_eq!(id.to_string().parse::<PersonId>(), Err(NotAnId("user")));
        assert_eq!("team_8zzzzzzzzzzzzzzzzzzzzzzzzz".parse::<TeamId>(), Err(NotAnId("team")));
    }

    #[test]
    fn ids_of_one_moment_keep_their_order() {
        let (chance, sequence) = (Chance::new(|bytes| bytes.fill(0)), Sequence::default());
        let ids: Vec<_> =
            (0..10_000).map(|_| JobId::in_order(Timestamp::from_millis(7), &sequence, &chance)).collect();
        assert!(ids.is_sorted_by(|one, next| one.to_string() < next.to_string()));
    }

    #[test]
    fn later_ids_sort_after_earlier_ones_as_text_too() {
        let chance = Chance::new(|bytes| bytes.fill(0xff));
        let [early, late] = [5, 6].map(|ms| PersonId::new(Timestamp::from_millis(ms), &chance));
        assert!(early < late && early.to_string() < late.to_string());
    }
}
