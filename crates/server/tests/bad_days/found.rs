//! What is in the database, all of one moment; and whether it fits together.

use kernel::{Actor, Result};
use std::collections::{HashMap, HashSet};
use store::{Db, Engine, Read};

pub struct Found {
    /// By number, the id.
    pub orders: HashMap<String, String>,
    /// Team and person.
    pub members: HashSet<(String, String)>,
    /// By pool and person, the id.
    pub seats: HashMap<(String, String), String>,
    pub leases: Vec<FoundLease>,
    pub mails: Vec<FoundMail>,
    /// By action and subject, how many rows.
    audit: HashMap<(String, String), usize>,
}

pub struct FoundLease {
    pub id: String,
    pub person: String,
    /// The fingerprint.
    pub device: String,
    pub ended: bool,
}

pub struct FoundMail {
    pub id: String,
    pub status: String,
}

impl Found {
    pub async fn in_database(db: &Db) -> Found {
        db.read(&Actor::system("test"), read).await.expect("all of it")
    }

    /// How often this was recorded of this subject.
    pub fn audited(&self, action: &str, subject: &str) -> usize {
        self.audit.get(&(action.to_owned(), subject.to_owned())).copied().unwrap_or_default()
    }
    pub fn sent(&self) -> impl Iterator<Item = &str> {
        self.mails.iter().filter(|mail| mail.status == "sent").map(|mail| mail.id.as_str())
    }
}

/// Each is a number of things that are half done, or a pair of numbers that are one.
const WHOLE: [(&str, &str); 14] = [
    ("SELECT COUNT(*) FROM pools WHERE assigned > capacity", "0"),
    (
        "SELECT COUNT(*) FROM pools p WHERE assigned <>
            (SELECT COUNT(*) FROM assignments a WHERE a.pool_id = p.id AND a.suspended_at IS NULL)",
        "0",
    ),
    (
        "SELECT COUNT(*) FROM pools p WHERE capacity <>
            (SELECT SUM(s.quantity) FROM subscriptions s
             WHERE s.team_id = p.team_id AND s.offering_id = p.offering_id AND s.started_at IS NOT NULL)",
        "0",
    ),
    (
        "SELECT COUNT(*) FROM orders o WHERE NOT EXISTS (SELECT 1 FROM contracts c WHERE c.id = o.contract_id)
            OR NOT EXISTS (SELECT 1 FROM subscriptions s WHERE s.order_id = o.id) OR o.team_id IS NULL",
        "0",
    ),
    ("SELECT COUNT(*) FROM contracts", "SELECT COUNT(*) FROM orders"),
    ("SELECT COUNT(*) FROM audit WHERE action = 'order.placed'", "SELECT COUNT(*) FROM orders"),
    ("SELECT COUNT(*) FROM mails WHERE kind = 'order_confirmation'", "SELECT COUNT(*) FROM orders"),
    ("SELECT COUNT(*) FROM mails WHERE kind = 'welcome'", "SELECT COUNT(*) FROM orders"),
    ("SELECT COUNT(*) FROM mails WHERE kind IN ('invitation', 'joined')", "SELECT COUNT(*) FROM invitations"),
    (
        "SELECT COUNT(*) FROM mails WHERE kind = 'products_given'",
        "SELECT COUNT(*) FROM audit WHERE action = 'seat.assigned'",
    ),
    ("SELECT COUNT(*) FROM mails", "SELECT COUNT(*) FROM audit WHERE action = 'mail.queued'"),
    (
        "SELECT COUNT(*) FROM mails WHERE status = 'sent'",
        "SELECT COUNT(*) FROM audit WHERE action = 'mail.sent'",
    ),
    ("SELECT COUNT(*) FROM mails WHERE status IN ('failed', 'canceled')", "0"),
    // A mail that waits has a job that will send it.
    (
        "SELECT COUNT(*) FROM mails m WHERE status <> 'sent' AND 1 <>
            (SELECT COUNT(*) FROM jobs j WHERE j.kind = 'notifications.deliver-mail' AND j.dead_at IS NULL
             AND j.payload LIKE '%' || m.id || '%')",
        "0",
    ),
];

fn read(cx: &mut Read) -> Result<Found> {
    if cx.engine() == Engine::Sqlite {
        assert_eq!(cx.all::<(String,)>("PRAGMA integrity_check", &[])?, [("ok".to_owned(),)]);
        assert_eq!(cx.all::<(String,)>("PRAGMA foreign_key_check", &[])?, []);
    }
    for (sql, same) in WHOLE {
        let same = if same.starts_with("SELECT") { same } else { "SELECT 0" };
        let (left, right) = (cx.one::<(i64,)>(sql, &[])?, cx.one::<(i64,)>(same, &[])?);
        assert_eq!(left, right, "{sql}");
    }
    let orders = cx.all::<(String, String)>("SELECT number, id FROM orders", &[])?;
    let members = cx.all::<(String, String)>("SELECT team_id, person_id FROM memberships", &[])?;
    let seats = cx.all::<(String, String, String)>("SELECT pool_id, person_id, id FROM assignments", &[])?;
    let leases = cx.all::<(String, String, String, Option<i64>)>(
        "SELECT l.id, l.person_id, d.fingerprint, l.ended_at FROM leases l JOIN devices d ON d.id = l.device_id",
        &[],
    )?;
    let mails = cx.all::<(String, String)>("SELECT id, status FROM mails", &[])?;
    let audit = cx.all::<(String, String, i64)>(
        "SELECT action, subject_id, COUNT(*) FROM audit GROUP BY action, subject_id",
        &[],
    )?;
    let lease = |(id, person, device, ended): (_, _, _, Option<i64>)| FoundLease {
        id,
        person,
        device,
        ended: ended.is_some(),
    };
    Ok(Found {
        orders: orders.into_iter().collect(),
        members: members.into_iter().collect(),
        seats: seats.into_iter().map(|(pool, person, id)| ((pool, person), id)).collect(),
        leases: leases.into_iter().map(lease).collect(),
        mails: mails.into_iter().map(|(id, status)| FoundMail { id, status }).collect(),
        audit: audit.into_iter().map(|(action, subject, n)| ((action, subject), n as usize)).collect(),
    })
}
