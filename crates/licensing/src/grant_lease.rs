//! Give a person the right to work with a product on a device: a new lease, or the next one of the same.

use crate::{
    AskForLease, Granted, Holding, LicenseRefused,
    events::{LeaseGiven, PrivacyAccepted},
    granted::Term,
    queries::{self, LeaseRow},
};
use catalog::Product;
use kernel::Result;
use seats::Seat;
use store::{Command, Read};

/// Submit it with `command_on(person, ..)`. The answer is signed afterwards, outside of the transaction.
pub fn grant_lease(cx: &mut Command, ask: &AskForLease) -> Result<Granted> {
    let admitted = admit(cx, ask)?;
    let now = cx.now();
    let before = admitted.holding.place(&ask.fingerprint, admitted.seat.policy.max_devices, now)?;
    if let Some(key) = &ask.asked_key
        && let Some(lease) = admitted.holding.answered(key, &ask.asked_digest, now)?
    {
        return Ok(admitted.granted(cx, ask, Term::of(lease), lease.created_at == lease.issued_at));
    }

    cx.quiet();
    if admitted.holding.has_run_out(now) {
        queries::end_run_out(cx, ask.person, admitted.product.id)?;
    }
    if before.is_none_or(|own| own.privacy != admitted.privacy) {
        accept_privacy(cx, ask, &admitted)?;
    }
    let device = match before.filter(|own| own.machine.is_as_told(ask)) {
        Some(own) => own.device,
        None => queries::keep_device(cx, ask)?,
    };
    let (lease, seq) = match before {
        Some(own) => (own.id, own.seq + 1),
        None => (cx.id(), queries::next_seq(cx, device, admitted.product.id)?),
    };
    let term = Term::from_now(now, lease, seq, admitted.seat.policy);
    let (product, pool, privacy) = (admitted.product.id, admitted.seat.pool, &admitted.privacy);
    let row = LeaseRow { ask, device, product, pool, privacy, term: &term };
    let is_new = before.is_none();
    if is_new {
        queries::insert_lease(cx, &row)?;
        cx.record(admitted.given(ask, &row));
    } else {
        queries::renew_lease(cx, &row)?;
    }
    Ok(admitted.granted(cx, ask, term, is_new))
}

/// All that a lease rests on, as it stands until the commit.
struct Admitted {
    product: Product,
    seat: Seat,
    epoch: i64,
    /// The accepted version; empty where the product has no statement.
    privacy: String,
    holding: Holding,
}

fn admit(cx: &mut Command, ask: &AskForLease) -> Result<Admitted> {
    let product = catalog::product_by_slug(cx, &ask.product)?;
    let epoch = match queries::locked_holder(cx, ask.person, product.id)? {
        Some(epoch) => epoch,
        None => {
            // Refused before anything is written: people without a seat leave no row behind.
            seat(cx, ask, &product)?;
            queries::lock_holder(cx, ask.person, product.id)?
        }
    };
    // Asked under the lock: whoever takes the seat back now waits for this lease, and then ends it.
    let seat = seat(cx, ask, &product)?;
    if !queries::is_grant_alive(cx, ask.person, ask.consent)? {
        return Err(LicenseRefused::SessionEnded.into());
    }
    let privacy = accepted_privacy(cx, ask, &product)?;
    let holding = queries::holding(cx, ask.person, product.id)?;
    Ok(Admitted { product, seat, epoch, privacy, holding })
}

/// The seat to work on, or what is in the way.
fn seat(cx: &mut Read, ask: &AskForLease, product: &Product) -> Result<Seat> {
    let name = || product.name.to_string();
    match seats::seat_for(cx, ask.person, product.id)? {
        Some(seat) if seat.suspended_at.is_none() => Ok(seat),
        Some(_) => Err(LicenseRefused::NoSeat { product: name(), suspended: true }.into()),
        None if seats::was_taken_back(cx, ask.person, product.id)?.is_some() => {
            Err(LicenseRefused::SeatTakenBack { product: name() }.into())
        }
        None => Err(LicenseRefused::NoSeat { product: name(), suspended: false }.into()),
    }
}

fn accepted_privacy(cx: &mut Read, ask: &AskForLease, product: &Product) -> Result<String> {
    match catalog::privacy_version(cx, product.id)? {
        None => Ok(String::new()),
        Some(version) if version.as_str() == ask.privacy => Ok(ask.privacy.clone()),
        Some(version) => Err(LicenseRefused::PrivacyNotAccepted { current: version.to_string() }.into()),
    }
}

fn accept_privacy(cx: &mut Command, ask: &AskForLease, admitted: &Admitted) -> Result<()> {
    let (product, version) = (&admitted.product, &admitted.privacy);
    if !version.is_empty() && queries::insert_consent(cx, ask.person, product.id, version)? {
        cx.record(PrivacyAccepted {
            person: ask.person,
            email: ask.email.clone(),
            product: product.id,
            product_name: product.name.to_string(),
            version: version.clone(),
        });
    }
    Ok(())
}

impl Admitted {
    fn given(&self, ask: &AskForLease, row: &LeaseRow<'_>) -> LeaseGiven {
        LeaseGiven {
            lease: row.term.lease,
            person: ask.person,
            email: ask.email.clone(),
            device: row.device,
            product: self.product.id,
            product_name: self.product.name.to_string(),
            version: ask.version.clone(),
            pool: self.seat.pool,
            organization: self.seat.organization,
        }
    }

    fn granted(&self, cx: &Read, ask: &AskForLease, term: Term, is_new: bool) -> Granted {
        Granted {
            issuer: cx.house().public_url.clone(),
            person: ask.person,
            product: ask.product.clone(),
            fingerprint: ask.fingerprint.clone(),
            thumbprint: ask.key.thumbprint(),
            privacy: self.privacy.clone(),
            epoch: self.epoch,
            term,
            is_new,
        }
    }
}
