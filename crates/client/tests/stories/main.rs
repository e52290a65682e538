//! What happens to a person and a program, told against a server that misbehaves on demand.

mod fake_plats;
mod offline;
mod online;
mod sign_in;

use client::{Builder, License, LicenseError, Licensing};
use fake_plats::FakePlats;
use lease::SigningKey;
use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, Ordering},
    },
    thread,
    time::Duration,
};
use tempfile::TempDir;

const NOW: i64 = 1_795_000_000;

/// One machine, one person, one server.
struct Story {
    plats: FakePlats,
    folder: TempDir,
    clock: Arc<AtomicI64>,
    slept: Arc<Mutex<Vec<Duration>>>,
}

impl Story {
    fn new() -> Self {
        let plats = FakePlats::start(root(), NOW);
        let folder = tempfile::tempdir().expect("a folder");
        Self { plats, folder, clock: Arc::new(AtomicI64::new(NOW)), slept: Arc::default() }
    }

    fn builder(&self) -> Builder {
        let (clock, slept) = (self.clock.clone(), self.slept.clone());
        Licensing::builder()
            .server(&self.plats.url)
            .client_id("ritbord")
            .product("ritbord")
            .version("2027.1")
            .root_key(&root().public().to_base64url())
            .store(self.folder.path().join("store"))
            .second_place(self.folder.path().join("state"))
            .device_id("machine-1")
            .sign_in_timeout(Duration::from_secs(5))
            .clock(move || clock.load(Ordering::SeqCst))
            .sleep(move |time| slept.lock().expect("no panic").push(time))
    }

    fn program(&self) -> Licensing {
        self.builder().build().expect("right settings")
    }

    /// A program that was started, with everything accepted, and got its lease.
    fn licensed(&self) -> Licensing {
        let program = self.program();
        program.accept_privacy("2026-10").expect("stored");
        self.sign_in(&program).expect("signed in");
        program.obtain().expect("a lease");
        program
    }

    fn sign_in(&self, program: &Licensing) -> Result<(), LicenseError> {
        self.sign_in_tampered(program, |url| url)
    }

    fn sign_in_tampered(
        &self,
        program: &Licensing,
        tamper: impl Fn(String) -> String + Send + 'static,
    ) -> Result<(), LicenseError> {
        let plats = self.plats.clone();
        program.sign_in_through(move |url| {
            let url = url.to_owned();
            thread::spawn(move || plats.browse(&url, tamper));
            Ok(())
        })
    }

    fn set_clock(&self, now: i64) {
        self.clock.store(now, Ordering::SeqCst);
    }

    fn go_offline(&self) {
        self.plats.state().down = true;
    }

    /// A fresh process on the same machine.
    fn start_again(&self) -> Result<License, LicenseError> {
        self.program().start()
    }

    fn slept(&self) -> Vec<Duration> {
        self.slept.lock().expect("no panic").clone()
    }

    fn file(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join("store").join(name)
    }
}

fn root() -> SigningKey {
    SigningKey::from_seed([42; 32])
}
