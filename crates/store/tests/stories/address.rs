//! Where the data are.

use store::Address;

#[test]
fn an_address_that_cannot_be_read_is_not_repeated_with_its_password() {
    let refused = Address::parse("postgre://plats:hemligt@db.nordkad.example/plats").unwrap_err();
    let said = refused.inner_message().unwrap();
    assert!(said.contains("postgres://") && !said.contains("hemligt"), "{said}");
}
