//! Who manages a contract, and applications to take that over.

use crate::contracts::PersonRef;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Whom the role of a contract's manager goes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewManager {
    /// A member of a team of the organization, by User ID or address.
    #[schema(example = "maja.berg@byggkonsult.example")]
    pub manager: String,
}

/// An application, as a form with a file (`multipart/form-data`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewTakeover {
    /// Why the contract needs another manager, at most 2,000 letters.
    pub reason: String,
    /// Proof: PDF, PNG, JPEG or text in UTF-8, at most 10 MiB.
    #[schema(value_type = String, format = Binary)]
    pub document: Vec<u8>,
}

/// An application to become the manager of a contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Takeover {
    /// `tko_...`
    pub id: String,
    pub contract: String,
    pub contract_number: String,
    pub organization: String,
    pub organization_name: String,
    pub applicant: PersonRef,
    /// Who was manager when it was applied for.
    pub manager: PersonRef,
    /// `waiting` for the manager, `agreed`, `silent`, `objected`, `granted`, `refused`, `withdrawn` or `lapsed`.
    #[schema(example = "waiting")]
    pub state: String,
    pub reason: String,
    pub document_name: String,
    pub document_size: i64,
    pub applied_at: String,
    /// The manager answers before this moment, RFC 3339.
    pub answer_by: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<String>,
    /// What the manager said besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_note: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<String>,
    /// What was said at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision_note: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TakeoverList {
    pub items: Vec<Takeover>,
    /// The `cursor` of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// What the manager says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewAnswer {
    /// `agree` or `object`.
    #[schema(example = "object")]
    pub answer: String,
    #[serde(default)]
    pub note: String,
}

/// What those say who decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewDecision {
    /// `grant` or `refuse`.
    #[schema(example = "grant")]
    pub decision: String,
    #[serde(default)]
    pub note: String,
}
