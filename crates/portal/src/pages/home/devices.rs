//! The own devices, with what works on them.

use crate::{
    devices::{Device, Lease},
    texts,
};
use i18n_embed_fl::fl;
use maud::{Markup, html};
use web::{
    Visit,
    components::{row, rows, rows::Row, section},
    format,
};

const SHOWN: usize = 4;

/// Those on which a program may work now.
pub(super) fn section_of(visit: &Visit, devices: &[Device], leases: &[Lease]) -> Markup {
    let t = texts(visit.lang);
    let of = |device: &Device| leases.iter().filter(|lease| lease.device == device.id).collect::<Vec<_>>();
    let list = devices.iter().map(|device| (device, of(device))).filter(|(_, leases)| !leases.is_empty());
    let manage = html! { a.small href="/account/devices" { (fl!(t, "manage")) } };
    let list = list.take(SHOWN).map(|(device, leases)| device_row(visit, device, &leases));
    section("dev", fl!(t, "your-devices"), manage, rows(list))
}

fn device_row(visit: &Visit, device: &Device, leases: &[&Lease]) -> Row {
    let (t, zone) = (texts(visit.lang), visit.zone());
    let programs = leases.iter().map(|lease| lease.product_name.as_str()).collect::<Vec<_>>().join(", ");
    let until = leases.iter().map(|lease| lease.expires_at).max();
    let until = until.map(|at| fl!(t, "offline-until", day = format::day(at, &zone, visit.lang)));
    let text = [Some(device.platform.clone()), Some(programs), until];
    row(device.name.as_deref().unwrap_or(&device.platform))
        .text(text.into_iter().flatten().collect::<Vec<_>>().join(" · "))
        .side(html! {
            time.faint.small datetime=(format::machine(device.seen_at)) {
                (format::seen(Some(device.seen_at), visit.now(), &zone, visit.lang))
            }
        })
}
