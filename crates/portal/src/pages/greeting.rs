//! "Good morning, Maja", by the clock where she is.

use crate::texts;
use i18n_embed_fl::fl;
use web::Visit;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PartOfDay {
    Morning,
    /// Swedish has a greeting of its own for it.
    Forenoon,
    Afternoon,
    Evening,
    Night,
}

impl PartOfDay {
    const fn at(hour: i8) -> Self {
        match hour {
            5..10 => PartOfDay::Morning,
            10..12 => PartOfDay::Forenoon,
            12..18 => PartOfDay::Afternoon,
            18..23 => PartOfDay::Evening,
            _ => PartOfDay::Night,
        }
    }
}

pub(super) fn greeting(visit: &Visit, name: &str) -> String {
    let t = texts(visit.lang);
    let hour = visit.zone().to_datetime(visit.now().to_jiff()).hour();
    match PartOfDay::at(hour) {
        PartOfDay::Morning => fl!(t, "good-morning", name = name),
        PartOfDay::Forenoon => fl!(t, "good-forenoon", name = name),
        PartOfDay::Afternoon => fl!(t, "good-afternoon", name = name),
        PartOfDay::Evening => fl!(t, "good-evening", name = name),
        PartOfDay::Night => fl!(t, "good-night", name = name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_has_its_parts() {
        use PartOfDay::*;
        let parts = [
            (0, Night),
            (5, Morning),
            (9, Morning),
            (11, Forenoon),
            (12, Afternoon),
            (22, Evening),
            (23, Night),
        ];
        for (hour, part) in parts {
            assert_eq!(PartOfDay::at(hour), part, "{hour}");
        }
    }
}
