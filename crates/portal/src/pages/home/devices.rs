//! The own devices, with what works on them.

use crate::texts;
use i18n_embed_fl::fl;
use licensing::OwnDevice;
use maud::{Markup, html};
use web::{
    Visit,
    components::{row, rows, rows::Row, section},
    format,
};

const SHOWN: usize = 4;

/// Those that take a place.
pub(super) fn section_of(visit: &Visit, devices: &[OwnDevice]) -> Markup {
    let t = texts(visit.lang);
    let manage = html! { a.small href="/account/devices" { (fl!(t, "manage")) } };
    let list = devices.iter().filter(|device| device.is_in_use()).take(SHOWN);
    section("dev", fl!(t, "your-devices"), manage, rows(list.map(|device| device_row(visit, device))))
}

fn device_row(visit: &Visit, device: &OwnDevice) -> Row {
    let (t, zone) = (texts(visit.lang), visit.zone());
    let open = device.leases.iter().filter(|lease| lease.ended_at.is_none());
    let programs = open.map(|lease| lease.product_name.as_str()).collect::<Vec<_>>().join(", ");
    let until =
        device.works_until().map(|at| fl!(t, "offline-until", day = format::day(at, &zone, visit.lang)));
    let text = [Some(device.system().to_owned()), Some(programs), until];
    row(device.name.as_deref().unwrap_or(device.system()))
        .text(text.into_iter().flatten().collect::<Vec<_>>().join(" · "))
        .side(html! {
            time.faint.small datetime=(format::machine(device.seen_at)) {
                (format::seen(Some(device.seen_at), visit.now(), &zone, visit.lang))
            }
        })
}
