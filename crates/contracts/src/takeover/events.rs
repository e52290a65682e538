//! What happened to contract managers, for the audit log and for the rooms above.

use kernel::{ContractId, PersonId, TakeoverId};
use serde::{Deserialize, Serialize};

store::events! {
    of an organization;
    ManagerChanged "contract.manager-changed" {
        contract: ContractId, number: String, manager: PersonId, email: String, before: PersonId,
        before_email: String, takeover: Option<TakeoverId>,
    } contract number;
    TakeoverApplied "takeover.applied" {
        takeover: TakeoverId, contract: ContractId, number: String, applicant: PersonId, email: String,
        manager: PersonId,
    } takeover number;
    /// The manager agreed, or the time was over.
    TakeoverAnswered "takeover.answered" {
        takeover: TakeoverId, contract: ContractId, number: String, answer: String,
    } takeover number;
    /// Granted, refused, withdrawn, objected to, or lapsed.
    TakeoverEnded "takeover.ended" {
        takeover: TakeoverId, contract: ContractId, number: String, applicant: PersonId, email: String,
        outcome: String,
    } takeover number;
}
