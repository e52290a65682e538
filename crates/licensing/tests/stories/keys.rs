//! The folder of the keys, from the first start to the day on which a key leaks.

use kernel::{Chance, Error, Timestamp};
use lease::{KeySet, RootKey};
use licensing::{Keys, OldKeys};
use std::fs;
use tempfile::TempDir;
use testkit::chance;

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// A chance that has been drawn from: a later process does not get what an earlier one got.
fn drawn(times: i64) -> Chance {
    let chance = chance();
    (0..times).for_each(|_| chance.fill(&mut []));
    chance
}

fn open(folder: &TempDir, now: i64) -> Result<Keys, Error> {
    Keys::open_or_create(folder.path(), &drawn(now), Timestamp::from_seconds(now))
}

fn why(refused: Result<Keys, Error>) -> String {
    refused.unwrap_err().inner_message().unwrap().to_owned()
}

fn verified(keys: &Keys) -> KeySet {
    KeySet::verify(keys.signed_set(), &RootKey::from_base64url(&keys.root_public_key()).unwrap()).unwrap()
}

#[test]
fn a_second_start_finds_the_same_keys() {
    let folder = folder();
    let first = open(&folder, 100).unwrap();
    assert_eq!(verified(&first).issued_at, 100);
    assert!(verified(&first).key(&first.current_kid()).is_some());
    let second = open(&folder, 200).unwrap();
    assert_eq!(second.root_public_key(), first.root_public_key());
    assert_eq!(second.signed_set(), first.signed_set(), "nothing changed, nothing is signed anew");
}

#[test]
fn the_root_key_can_be_moved_away() {
    let folder = folder();
    let first = open(&folder, 100).unwrap();
    fs::remove_file(folder.path().join("root.seed")).unwrap();
    assert_eq!(open(&folder, 200).unwrap().root_public_key(), first.root_public_key());
    fs::remove_file(folder.path().join("lease.seed")).unwrap();
    assert!(why(open(&folder, 300)).contains("root.seed back"));
    assert!(!folder.path().join("lease.seed").exists(), "no key that nobody vouches for");
}

#[test]
fn without_any_root_key_an_old_set_is_not_believed() {
    let folder = folder();
    open(&folder, 100).unwrap();
    for name in ["root.seed", "root.pub"] {
        fs::remove_file(folder.path().join(name)).unwrap();
    }
    assert!(why(open(&folder, 200)).contains("root.pub"));
    fs::write(folder.path().join("keys.jws"), "e30.e30.e30").unwrap();
    fs::write(folder.path().join("root.pub"), "AAAA").unwrap();
    assert!(why(open(&folder, 200)).contains("root.pub"));
}

#[test]
fn a_set_that_another_root_signed_is_refused() {
    let (ours, theirs) = (folder(), folder());
    open(&ours, 100).unwrap();
    open(&theirs, 7).unwrap();
    fs::copy(theirs.path().join("keys.jws"), ours.path().join("keys.jws")).unwrap();
    assert!(why(open(&ours, 200)).contains("keys.jws"));
}

#[cfg(unix)]
#[test]
fn a_key_that_others_can_read_stops_the_start() {
    use std::os::unix::fs::PermissionsExt;
    for name in ["root.seed", "lease.seed", "pairwise.seed"] {
        let folder = folder();
        open(&folder, 100).unwrap();
        let path = folder.path().join(name);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        for mode in [0o640, 0o604, 0o620] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            let why = why(open(&folder, 200));
            assert!(why.contains("chmod 600") && why.contains(name), "{why}");
        }
    }
}

#[test]
fn a_damaged_key_file_is_named() {
    let folder = folder();
    open(&folder, 100).unwrap();
    let path = folder.path().join("lease.seed");
    for damage in ["", "x", "not a key"] {
        fs::write(&path, damage).unwrap();
        assert!(why(open(&folder, 200)).contains("lease.seed"), "{damage}");
    }
}

#[test]
fn a_demo_has_the_same_root_wherever_it_runs() {
    let demo = |folder: &TempDir, seed| {
        Keys::with_root_seed(folder.path(), [seed; 32], &chance(), Timestamp::from_seconds(100))
    };
    let (one, other) = (folder(), folder());
    let root = demo(&one, 7).unwrap().root_public_key();
    assert_eq!(demo(&other, 7).unwrap().root_public_key(), root);
    assert!(!one.path().join("root.seed").exists());
    assert_eq!(open(&one, 200).unwrap().root_public_key(), root);
    assert!(why(demo(&one, 8)).contains("does not belong"));
}

#[test]
fn keys_change_and_the_set_is_newer_each_time() {
    let folder = folder();
    let first = open(&folder, 100).unwrap();
    let (path, old) = (folder.path(), first.current_kid());
    let chance = drawn(50);
    // The clock of this machine went back; the set is newer all the same.
    let second = Keys::rotate(path, &chance, Timestamp::from_seconds(50), OldKeys::Kept).unwrap();
    assert_eq!(verified(&second).issued_at, 101);
    assert_ne!(second.current_kid(), old);
    assert!(verified(&second).key(&old).is_some(), "leases that are out stay valid");

    let third = Keys::rotate(path, &chance, Timestamp::from_seconds(300), OldKeys::Withdrawn).unwrap();
    assert_eq!((verified(&third).issued_at, verified(&third).keys.len()), (300, 1));
    assert_eq!(open(&folder, 400).unwrap().current_kid(), third.current_kid());

    fs::remove_file(path.join("root.seed")).unwrap();
    assert!(
        why(Keys::rotate(path, &chance, Timestamp::from_seconds(500), OldKeys::Kept)).contains("root.seed")
    );
    assert_eq!(open(&folder, 600).unwrap().current_kid(), third.current_kid());
}

#[test]
fn each_product_knows_a_person_by_another_name() {
    let (one, other) = (folder(), folder());
    let (ours, theirs) = (open(&one, 1).unwrap(), open(&other, 2).unwrap());
    let maja = kernel::PersonId::new(Timestamp::from_seconds(1), &chance());
    let name = |keys: &Keys, issuer: &str, product: &str| keys.pairwise(issuer, product, maja);
    let base = name(&ours, "https://a", "ritbord");
    assert_eq!(base, name(&ours, "https://a", "ritbord"));
    for different in [
        name(&ours, "https://a", "fasad"),
        name(&ours, "https://b", "ritbord"),
        name(&theirs, "https://a", "ritbord"),
    ] {
        assert_ne!(base, different);
    }
}
