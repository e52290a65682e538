//! Where the person works with programs: each device can be freed; what stays offline is named with its last day.

use crate::{
    DeviceUse, OwnDevice, OwnLease, device_use,
    devices::system,
    end_device::{DeviceFreed, end_device},
    own_devices, texts,
};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{DeviceId, Error};
use maud::{Markup, html};
use web::{
    Handled, Page, Visit,
    components::{Is, button, empty, head, icon, row, rows, rows::Row, section, sign},
    format,
};

const PATH: &str = "/account/devices";

pub async fn get(visit: Visit) -> Handled<Page> {
    let person = visit.visitor()?.person;
    let read = move |cx: &mut store::Read| {
        let devices = own_devices(cx, person)?;
        let uses = device_use(cx, person, &devices)?;
        Ok((devices, uses))
    };
    let (devices, uses) = visit.read(read).await?;
    let t = texts(visit.lang);
    let (in_use, freed): (Vec<_>, Vec<_>) = devices.iter().partition(|device| device.is_in_use());
    let body = html! {
        (head(fl!(t, "devices")).sub(fl!(t, "devices-sub")))
        @if devices.is_empty() {
            (empty("", fl!(t, "no-devices"), fl!(t, "no-devices-text"), next_step(&visit)))
        }
        @if !in_use.is_empty() {
            (section("devices", fl!(t, "in-use"), "", html! {
                (rows(in_use.iter().map(|device| one(&visit, device))))
                @for used in &uses { p.hint.after { (use_line(&visit, used)) } }
            }))
        }
        @if !freed.is_empty() {
            (section("freed", fl!(t, "freed"), "", html! {
                (rows(freed.iter().map(|device| freed_one(&visit, device))))
                p.hint.after { (fl!(t, "freed-hint")) }
            }))
        }
    };
    Ok(visit.page(&fl!(t, "devices"), body))
}

fn next_step(visit: &Visit) -> Markup {
    html! { (button::main(fl!(texts(visit.lang), "to-products")).icon("products").href("/account/products")) }
}

fn one(visit: &Visit, device: &OwnDevice) -> Row {
    let t = texts(visit.lang);
    let open = device.leases.iter().filter(|lease| lease.ended_at.is_none());
    let until = device.works_until().map(|at| format::day(at, &visit.zone(), visit.lang));
    let line = html! {
        (device.system()) " · " (programs(open))
        @if let Some(until) = until { " · " (fl!(t, "offline-until", date = until)) }
    };
    let name = name(visit, device.name.as_deref());
    let act = button::plain(fl!(t, "end")).small().label(fl!(t, "end-which", device = name.clone()));
    let seen = format::ago(device.seen_at, visit.now(), &visit.zone(), visit.lang);
    let acts = html! {
        span.faint.small { (fl!(t, "asked", seen = seen)) }
        (button::post(&format!("{PATH}/{}/end", device.id), act))
    };
    row(name).lead(icon("device")).text(line).acts(acts)
}

fn freed_one(visit: &Visit, device: &OwnDevice) -> Row {
    let until = device.works_until().map(|at| format::day(at, &visit.zone(), visit.lang)).unwrap_or_default();
    let line = html! { (device.system()) " · " (programs(device.leases.iter())) };
    row(name(visit, device.name.as_deref()))
        .lead(icon("offline"))
        .text(line)
        .side(sign(Is::Off, fl!(texts(visit.lang), "freed-until", date = until)))
}

/// "Ritbord 2027.1, Fasad 2026.2"
fn programs<'a>(leases: impl Iterator<Item = &'a OwnLease>) -> String {
    let names = leases.map(|lease| format!("{} {}", lease.product_name, lease.version));
    names.collect::<Vec<_>>().join(", ")
}

fn use_line(visit: &Visit, used: &DeviceUse) -> String {
    let (count, most) = (i64::from(used.used), i64::from(used.most));
    let t = texts(visit.lang);
    match count >= most {
        true => fl!(t, "use-full", product = used.product_name.as_str(), used = count, most = most),
        false => fl!(t, "use", product = used.product_name.as_str(), used = count, most = most),
    }
}

fn name(visit: &Visit, name: Option<&str>) -> String {
    name.map_or_else(|| fl!(texts(visit.lang), "unnamed"), str::to_owned)
}

pub async fn end(visit: Visit, Path(device): Path<String>) -> Handled {
    let person = visit.visitor()?.person;
    let device: DeviceId = device.parse().map_err(|_| Error::not_found())?;
    let freed = visit.command_on(person, move |cx| end_device(cx, device)).await?;
    Ok(visit.done(PATH, freed_words(&visit, &freed)))
}

fn freed_words(visit: &Visit, freed: &DeviceFreed) -> String {
    let t = texts(visit.lang);
    let device = match &freed.name {
        Some(name) => name.clone(),
        None => fl!(t, "unnamed-system", system = system(&freed.platform)),
    };
    match freed.works_until {
        Some(until) => {
            let date = format::day(until, &visit.zone(), visit.lang);
            fl!(t, "device-freed", device = device, date = date)
        }
        None => fl!(t, "device-was-free", device = device),
    }
}
