//! One process that answers, and one that works.

use crate::house::{House, OPERATOR, PLATSD, said};
use std::time::Duration;
use testkit::{Engine, both_engines, http::Caller, process::Program};

#[both_engines]
async fn what_one_process_leaves_another_carries_out(house: House) {
    let (mut server, url) = Program::serve(PLATSD, &house.settings(), &["--without-jobs"]);
    let asked = Caller::nobody(&url).submit("/forgotten", &[("email", OPERATOR)]).expect("an answer");
    assert_eq!(asked.status, 303, "{}", asked.text);
    // Told to stop, the server is through with all that it would do; the mail is not among it.
    server.terminate();
    assert!(server.ended().success());
    assert_eq!(house.mail.caught().len(), 0);

    let mut worker = Program::work(PLATSD, &house.settings());
    let wait = async {
        while house.mail.caught().is_empty() {
            house.mail.came().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), wait).await.expect("a mail to come");
    assert!(house.mail.caught()[0].contains(OPERATOR));
    worker.terminate();
    assert!(worker.ended().success());
}

#[both_engines]
async fn on_sqlite_one_process_works_and_on_postgres_several(house: House) {
    let (_server, _) = Program::serve(PLATSD, &house.settings(), &[]);
    match house.ground.engine {
        Engine::Sqlite => {
            let refused = house.platsd("worker", [""; 0]);
            assert!(!refused.status.success());
            assert!(said(&refused).contains("serve --without-jobs"), "{}", said(&refused));
        }
        Engine::Postgres => {
            let worker = Program::work(PLATSD, &house.settings());
            worker.terminate();
        }
    }
}
