//! Rules that hold whatever comes.

use catalog::{
    Digest, FileName, Version,
    range::{Sent, sent},
};
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_part_lies_within_the_file(first in "[0-9]{0,21}", last in "[0-9]{0,21}", size in 1u64..1 << 40) {
        if let Sent::Part(part) = sent(Some(&format!("bytes={first}-{last}")), size) {
            prop_assert!(part.start < part.end && part.end <= size, "{part:?} of {size}");
        }
    }

    #[test]
    fn headers_of_any_kind_are_borne(header in ".{0,60}") {
        sent(Some(&header), 100);
        let _ = Digest::from_repr_digest(&header);
        if let Ok(name) = FileName::parse(&header) {
            let disposition = name.content_disposition();
            prop_assert!(disposition.bytes().all(|b| (0x20..0x7f).contains(&b)), "{disposition}");
            prop_assert_eq!(disposition.matches('"').count(), 2, "{}", disposition);
        }
    }

    #[test]
    fn versions_of_numbers_sort_as_the_numbers_do(a in prop::collection::vec(0u64..3000, 1..5), b in prop::collection::vec(0u64..3000, 1..5)) {
        let version = |parts: &[u64]| {
            let text = parts.iter().map(u64::to_string).collect::<Vec<_>>().join(".");
            Version::parse("version", &text).unwrap()
        };
        prop_assert_eq!(version(&a).cmp(&version(&b)), a.cmp(&b));
        prop_assert_eq!(version(&a).sort_key().cmp(version(&b).sort_key()), a.cmp(&b));
    }
}
